internal import CNghttp2
import Glibc

/// The memory of one nghttp2 session. What a stream needs it takes and gives back a dozen times, in
/// few sizes: small blocks are kept for the next stream, up to a bound, so that idle connections stay
/// small.
///
/// Lives at a fixed address as long as its session, and is used by it alone.
struct SessionMemory: ~Copyable {
  /// Stands before each block, as wide as malloc aligns.
  private struct Header {
    /// The bytes behind it.
    var capacity: Int
    /// The next block that is free, while this one is.
    var next: UnsafeMutablePointer<Header>?
  }

  private static let stepBytes = 64
  private static let largestKept = 8 * stepBytes
  private static let keptBytesBound = 32 * 1024

  /// Free blocks by size.
  private var free = InlineArray<8, UnsafeMutablePointer<Header>?>(repeating: nil)
  private var keptBytes = 0

  deinit {
    for place in free.indices {
      var first = free[place]
      while let block = first {
        first = block.pointee.next
        Glibc.free(block)
      }
    }
  }

  fileprivate mutating func take(_ count: Int) -> UnsafeMutableRawPointer? {
    guard count <= Self.largestKept else { return Self.make(count) }
    let place = Self.place(count)
    guard let block = free[place] else { return Self.make((place + 1) * Self.stepBytes) }
    free[place] = block.pointee.next
    keptBytes -= block.pointee.capacity
    return UnsafeMutableRawPointer(block + 1)
  }

  fileprivate mutating func giveBack(_ memory: UnsafeMutableRawPointer) {
    let block = Self.header(memory)
    let capacity = block.pointee.capacity
    guard capacity <= Self.largestKept, keptBytes + capacity <= Self.keptBytesBound else {
      return Glibc.free(block)
    }
    let place = Self.place(capacity)
    block.pointee.next = free[place]
    free[place] = block
    keptBytes += capacity
  }

  fileprivate mutating func resize(
    _ memory: UnsafeMutableRawPointer, _ count: Int
  ) -> UnsafeMutableRawPointer? {
    let capacity = Self.header(memory).pointee.capacity
    if count <= capacity { return memory }
    guard let larger = take(count) else { return nil }
    larger.copyMemory(from: memory, byteCount: capacity)
    giveBack(memory)
    return larger
  }

  private static func place(_ count: Int) -> Int { max(count - 1, 0) / stepBytes }

  private static func header(_ memory: UnsafeMutableRawPointer) -> UnsafeMutablePointer<Header> {
    memory.assumingMemoryBound(to: Header.self) - 1
  }

  private static func make(_ capacity: Int) -> UnsafeMutableRawPointer? {
    guard let memory = malloc(MemoryLayout<Header>.stride + capacity) else { return nil }
    let block = memory.bindMemory(to: Header.self, capacity: 1)
    block.initialize(to: Header(capacity: capacity, next: nil))
    return UnsafeMutableRawPointer(block + 1)
  }
}

extension nghttp2_mem {
  init(_ memory: UnsafeMutablePointer<SessionMemory>) {
    self.init(
      mem_user_data: memory,
      malloc: { count, memory in pool(memory).pointee.take(count) },
      free: { block, memory in if let block { pool(memory).pointee.giveBack(block) } },
      calloc: { count, size, memory in
        // nghttp2 allocates its own structs this way; the product cannot overflow.
        let block = pool(memory).pointee.take(count * size)
        if let block { memset(block, 0, count * size) }
        return block
      },
      realloc: { block, count, memory in
        guard let block else { return pool(memory).pointee.take(count) }
        return pool(memory).pointee.resize(block, count)
      })
  }
}

private func pool(_ memory: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<SessionMemory> {
  memory!.assumingMemoryBound(to: SessionMemory.self)
}
