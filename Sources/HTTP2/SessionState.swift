internal import CNghttp2

/// What nghttp2's callbacks read and write. Lives at a fixed address, so that they reach it by a
/// bare pointer and no reference count moves.
struct SessionState: ~Copyable {
  let role: Session.Role
  let limits: SessionLimits
  var events: [SessionEvent] = []
  var arena: UnsafeMutablePointer<HeaderArena>
  var output = ByteQueue()
  /// Bytes queued for all streams.
  var outboundBytes = 0
  /// Bytes of streams whose peer has ended, for which the connection alone needs credit. It gets it
  /// with the next output.
  var consumed = 0
  var glitches = Glitches()
  /// Headers or data went out since it was last asked.
  var hasSent = false
  /// The block that is being read; blocks of different streams never mix.
  var block = OpenBlock()
  /// Header blocks that have begun.
  var blockCount = 0
  /// The stream that a callback was about last. Slots live as long as this does, and one whose stream
  /// is gone has no stream's number.
  var recent: UnsafeMutablePointer<StreamState>?
  private var slots: [UnsafeMutablePointer<StreamState>] = []
  private var free: [Int] = []

  struct OpenBlock {
    var stream: UnsafeMutablePointer<StreamState>?
    var fieldCount = 0
    var listBytes = 0
    var isOversize = false
  }

  init(_ role: Session.Role, limits: SessionLimits) {
    self.role = role
    self.limits = limits
    arena = .allocate(capacity: 1)
    arena.initialize(to: HeaderArena())
  }

  deinit {
    arena.deinitialize(count: 1)
    arena.deallocate()
    for slot in slots {
      slot.deinitialize(count: 1)
      slot.deallocate()
    }
  }

  /// The list of a block that is whole and is told to the owner.
  mutating func closeBlock(_ block: OpenBlock) -> HeaderList {
    let (range, changes) = arena.pointee.close()
    if block.isOversize {
      // Not all of it is there to be compared with.
      arena.pointee.keepNone()
    } else if changes?.isEmpty != true {
      arena.pointee.keep(range)
    }
    return HeaderList(
      arena, range, changes: block.isOversize ? nil : changes, isOversize: block.isOversize)
  }

  /// A stream's state from the free list, or a new one.
  mutating func takeSlot() -> UnsafeMutablePointer<StreamState> {
    if let slot = free.popLast() { return slots[slot] }
    let entry = UnsafeMutablePointer<StreamState>.allocate(capacity: 1)
    entry.initialize(to: StreamState(slot: slots.count))
    slots.append(entry)
    return entry
  }

  /// The stream is gone: orders for it find nothing from now on.
  mutating func close(_ entry: UnsafeMutablePointer<StreamState>) {
    dropOutbound(entry)
    entry.pointee.close()
  }

  /// Lets another stream have the slot. Not before the owner has heard that the old one is gone:
  /// he keeps his own table by slot.
  mutating func release(_ slot: Int) {
    free.append(slot)
  }

  /// The stream's state, or nil when the stream is gone and its slot perhaps another's.
  func find(_ stream: StreamHandle) -> UnsafeMutablePointer<StreamState>? {
    guard stream.slot < slots.count else { return nil }
    let entry = slots[stream.slot]
    return entry.pointee.handle.id == stream.id ? entry : nil
  }

  mutating func dropOutbound(_ entry: UnsafeMutablePointer<StreamState>) {
    outboundBytes -= entry.pointee.outbound.count
    entry.pointee.outbound.removeAll(keepingAtMost: 16 * 1024)
  }
}

/// What a session keeps for a stream.
struct StreamState: ~Copyable {
  private(set) var handle: StreamHandle
  var outbound = ByteQueue()
  var trailers = Trailers.none
  /// Nothing will be queued any more.
  var isEnded = false
  /// nghttp2 found nothing to send and waits to be told.
  var isDeferred = false
  var drainMark: Int?
  /// Bytes that came and were not consumed.
  var unconsumed = 0
  /// The peer will send no more.
  var isEndReceived = false
  /// A client's headers have gone out.
  var isSent = false

  init(slot: Int) {
    handle = StreamHandle(slot: slot, id: 0)
  }

  mutating func open(_ id: Int32) {
    handle = StreamHandle(slot: handle.slot, id: id)
    isEnded = false
    isDeferred = false
    drainMark = nil
    unconsumed = 0
    isEndReceived = false
    isSent = false
    trailers = .none
  }

  mutating func close() {
    handle = StreamHandle(slot: handle.slot, id: 0)
    trailers = .none
  }
}
