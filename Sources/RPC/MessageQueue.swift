import Synchronization

/// One direction of a call's messages, on their way from the loop to whoever awaits them.
///
/// The loop adds and ends, one task takes. Bounded by the window of the stream: `taken` tells the
/// loop what each message cost, so that the peer gets its credit when the message is taken and not
/// before. A compressed message waits as it came, and is expanded when it is taken: what waits is
/// never more than the peer has sent.
@usableFromInline
final class MessageQueue: Sendable {
  private struct Entry {
    var bytes: [UInt8]
    var compression: Compression?
  }

  private struct State {
    var messages: [Entry] = []
    var head = 0
    var end: Result<Void, any Error>?
    var waiter: CheckedContinuation<Entry?, any Error>?
  }

  private enum Step {
    case message(Entry)
    case end(Result<Void, any Error>)
    case wait
  }

  private let state = Mutex(State())
  private let limitBytes: Int
  private let taken: @Sendable (_ cost: Int) -> Void
  private let expanded: @Sendable () -> Void

  /// `limitBytes` is the longest message once expanded; `expanded` hears of each that was.
  init(
    limitBytes: Int, expanded: @escaping @Sendable () -> Void,
    taken: @escaping @Sendable (_ cost: Int) -> Void
  ) {
    self.limitBytes = limitBytes
    self.expanded = expanded
    self.taken = taken
  }

  private static func cost(_ message: Entry) -> Int {
    message.bytes.count + MessageFrame.prefixBytes
  }

  // MARK: The loop's side

  func add(_ bytes: [UInt8], _ compression: Compression? = nil) {
    let message = Entry(bytes: bytes, compression: compression)
    let waiter = state.withLock { state in
      let waiter = state.waiter
      state.waiter = nil
      if waiter == nil && state.end == nil { state.messages.append(message) }
      return waiter
    }
    guard let waiter else { return }
    waiter.resume(returning: message)
    taken(Self.cost(message))
  }

  /// No more messages. Those still queued are handed out first.
  func end(_ result: Result<Void, any Error>) {
    let waiter = state.withLock { state in
      guard state.end == nil else { return nil as CheckedContinuation<Entry?, any Error>? }
      state.end = result
      defer { state.waiter = nil }
      return state.waiter
    }
    waiter?.resume(with: result.map { nil })
  }

  /// Nobody wants the messages any more: drops what is queued. Who still asks gets the error.
  func abandon(_ error: any Error) {
    let waiter = state.withLock { state in
      state.messages = []
      state.head = 0
      state.end = .failure(error)
      defer { state.waiter = nil }
      return state.waiter
    }
    waiter?.resume(throwing: error)
  }

  // MARK: The taker's side

  /// The next message, or nil after the last. Throws `Status` for one that cannot be expanded.
  func next() async throws -> [UInt8]? {
    guard let message = try await nextEntry() else { return nil }
    guard let compression = message.compression else { return message.bytes }
    expanded()
    return try message.bytes.withUnsafeBytes { (bytes) throws(Status) in
      try compression.expand(bytes, limitBytes: limitBytes)
    }
  }

  private func nextEntry() async throws -> Entry? {
    let step = state.withLock { Self.step(&$0) }
    switch step {
    case .message(let message):
      taken(Self.cost(message))
      return message
    case .end(let result):
      try result.get()
      return nil
    case .wait:
      return try await wait()
    }
  }

  private static func step(_ state: inout State) -> Step {
    if state.head < state.messages.count {
      let message = state.messages[state.head]
      state.messages[state.head] = Entry(bytes: [])
      state.head += 1
      if state.head == state.messages.count {
        state.messages.removeAll(keepingCapacity: true)
        state.head = 0
      }
      return .message(message)
    }
    state.head = 0
    return state.end.map { .end($0) } ?? .wait
  }

  private func wait() async throws -> Entry? {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let step = state.withLock { state -> Step in
          if Task.isCancelled { return .end(.failure(CancellationError())) }
          let step = Self.step(&state)
          if case .wait = step {
            precondition(state.waiter == nil, "two tasks take from one stream of messages")
            state.waiter = continuation
          }
          return step
        }
        switch step {
        case .message(let message):
          continuation.resume(returning: message)
          taken(Self.cost(message))
        case .end(let result): continuation.resume(with: result.map { nil })
        case .wait: break
        }
      }
    } onCancel: {
      let waiter = state.withLock { state in
        defer { state.waiter = nil }
        return state.waiter
      }
      waiter?.resume(throwing: CancellationError())
    }
  }
}
