/// Bytes that go in at one end and out at the other, in one piece of memory which is kept for the
/// next use. Not for many threads.
struct ByteQueue: ~Copyable {
  private var memory: UnsafeMutableRawPointer?
  private var capacity = 0
  private var head = 0
  private var tail = 0

  init() {}

  deinit { memory?.deallocate() }

  var count: Int { tail - head }
  var isEmpty: Bool { head == tail }

  /// What is inside, valid until the next change.
  var bytes: UnsafeRawBufferPointer {
    guard let memory else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(start: memory + head, count: count)
  }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard !bytes.isEmpty else { return }
    append(count: bytes.count) { $0.copyMemory(from: bytes) }
  }

  /// Both, one behind the other.
  mutating func append(_ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer) {
    guard first.count + second.count > 0 else { return }
    makeRoom(first.count + second.count)
    let start = memory! + tail
    if let base = first.baseAddress { start.copyMemory(from: base, byteCount: first.count) }
    if let base = second.baseAddress {
      (start + first.count).copyMemory(from: base, byteCount: second.count)
    }
    tail += first.count + second.count
  }

  /// Makes room for exactly that many bytes and has them written.
  mutating func append(count: Int, _ write: (UnsafeMutableRawBufferPointer) -> Void) {
    makeRoom(count)
    write(UnsafeMutableRawBufferPointer(start: memory! + tail, count: count))
    tail += count
  }

  mutating func removeFirst(_ count: Int) {
    head += count
    if head == tail { (head, tail) = (0, 0) }
  }

  /// Empties the queue, and gives memory back that a rare big message made it take.
  mutating func removeAll(keepingAtMost bound: Int) {
    (head, tail) = (0, 0)
    if capacity > bound {
      memory?.deallocate()
      (memory, capacity) = (nil, 0)
    }
  }

  private mutating func makeRoom(_ room: Int) {
    if memory == nil || capacity - tail < room { grow(room) }
  }

  private mutating func grow(_ room: Int) {
    let used = count
    if let memory, capacity - used >= room, head >= used {
      memory.copyMemory(from: memory + head, byteCount: used)
    } else {
      let larger = max(512, capacity * 2, used + room)
      let fresh = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 16)
      if let memory {
        fresh.copyMemory(from: memory + head, byteCount: used)
        memory.deallocate()
      }
      (memory, capacity) = (fresh, larger)
    }
    (head, tail) = (0, used)
  }
}
