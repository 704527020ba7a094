import CProtobufC
import Glibc

/// Memory for the C form of messages: a bump allocator, one a thread, released like a stack.
///
/// Every use marks it, takes memory, and releases to the mark in the same call, so uses nest and
/// nothing outlives them. The first chunk stays with its thread: a call of usual size never reaches
/// malloc. A copy of this struct is a handle to the thread's one arena, not to be sent elsewhere.
@usableFromInline
package struct Arena {
  /// What the thread keeps for good.
  private static let firstChunkBytes = 64 << 10

  /// Everything is aligned for the widest field of a message, a pointer or a double.
  private static let alignment = 8

  struct Chunk {
    /// The chunk that was full when this one was taken.
    var previous: UnsafeMutablePointer<Chunk>?
    var end: UnsafeMutableRawPointer

    /// The first byte after this header.
    static func start(of chunk: UnsafeMutablePointer<Chunk>) -> UnsafeMutableRawPointer {
      UnsafeMutableRawPointer(chunk) + MemoryLayout<Chunk>.stride
    }
  }

  struct State {
    var chunk: UnsafeMutablePointer<Chunk>
    var cursor: UnsafeMutableRawPointer
    var remainingBytes: Int
    /// Whether the budget of the innermost mark was asked for more than it had.
    var isOverdrawn: Bool
  }

  /// Where an arena stood.
  @usableFromInline
  struct Mark {
    fileprivate let chunk: UnsafeMutablePointer<Chunk>
    fileprivate let cursor: UnsafeMutableRawPointer
    fileprivate let remainingBytes: Int
    fileprivate let isOverdrawn: Bool
  }

  private let state: UnsafeMutablePointer<State>

  /// The arena of the running thread.
  @usableFromInline
  static var current: Arena {
    if let memory = pthread_getspecific(threadKey) {
      return Arena(state: memory.assumingMemoryBound(to: State.self))
    }
    return makeForThread()
  }

  private static let threadKey: pthread_key_t = {
    var key = pthread_key_t()
    let code = pthread_key_create(&key) { memory in
      guard let memory else { return }
      Arena(state: memory.assumingMemoryBound(to: State.self)).destroy()
    }
    precondition(code == 0, "no thread key is left (\(code))")
    return key
  }()

  private static func makeForThread() -> Arena {
    let chunk = makeChunk(bytes: firstChunkBytes, previous: nil)
    let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
    state.initialize(
      to: State(
        chunk: chunk, cursor: Chunk.start(of: chunk), remainingBytes: 0, isOverdrawn: false))
    pthread_setspecific(threadKey, state)
    return Arena(state: state)
  }

  private func destroy() {
    precondition(state.pointee.chunk.pointee.previous == nil, "a thread ended inside a message")
    free(state.pointee.chunk)
    state.deallocate()
  }

  private static func makeChunk(
    bytes: Int, previous: UnsafeMutablePointer<Chunk>?
  ) -> UnsafeMutablePointer<Chunk> {
    let total = MemoryLayout<Chunk>.stride + bytes
    guard let memory = malloc(total) else { preconditionFailure("no memory for \(total) bytes") }
    let chunk = memory.bindMemory(to: Chunk.self, capacity: 1)
    chunk.initialize(to: Chunk(previous: previous, end: memory + total))
    return chunk
  }

  @usableFromInline
  func mark(budgetBytes: Int) -> Mark {
    let mark = Mark(
      chunk: state.pointee.chunk, cursor: state.pointee.cursor,
      remainingBytes: state.pointee.remainingBytes, isOverdrawn: state.pointee.isOverdrawn)
    state.pointee.remainingBytes = budgetBytes
    state.pointee.isOverdrawn = false
    return mark
  }

  @usableFromInline
  func release(to mark: Mark) {
    while state.pointee.chunk != mark.chunk {
      let chunk = state.pointee.chunk
      state.pointee.chunk = chunk.pointee.previous!
      free(chunk)
    }
    state.pointee.cursor = mark.cursor
    state.pointee.remainingBytes = mark.remainingBytes
    state.pointee.isOverdrawn = mark.isOverdrawn
  }

  /// Memory of undefined content; nil when the budget does not reach.
  private func take(_ bytes: Int) -> UnsafeMutableRawPointer? {
    let rounded = (bytes + Self.alignment - 1) & ~(Self.alignment - 1)
    guard rounded <= state.pointee.remainingBytes else {
      state.pointee.isOverdrawn = true
      return nil
    }
    state.pointee.remainingBytes -= rounded
    if rounded > state.pointee.chunk.pointee.end - state.pointee.cursor {
      let full = state.pointee.chunk
      let size = full.pointee.end - Chunk.start(of: full)
      let chunk = Self.makeChunk(bytes: max(2 * size, rounded), previous: full)
      state.pointee.chunk = chunk
      state.pointee.cursor = Chunk.start(of: chunk)
    }
    let memory = state.pointee.cursor
    state.pointee.cursor = memory + rounded
    return memory
  }

  /// Memory of undefined content, where there is no budget: for what we made ourselves.
  @usableFromInline
  func memory(bytes: Int) -> UnsafeMutableRawPointer {
    guard let memory = take(bytes) else { preconditionFailure("packing with a budget") }
    return memory
  }

  /// An empty message. All defaults of proto3 are zero bytes, so this is what `__init` would make.
  @usableFromInline
  func message(_ layout: MessageLayout) -> RawMessage {
    let size = layout.descriptor.pointee.sizeof_message
    let memory = memory(bytes: size)
    memset(memory, 0, size)
    memory.assumingMemoryBound(to: ProtobufCMessage.self).pointee.descriptor = layout.descriptor
    return RawMessage(memory)
  }

  /// The C form of bytes that passed `WireWalk`, which leaves protobuf-c nothing to refuse but the
  /// budget.
  @usableFromInline
  func unpack(
    _ bytes: UnsafeRawBufferPointer, as layout: MessageLayout
  ) throws(UnpackError) -> RawMessage {
    // Nothing is freed one by one: `release` does it, after failures too.
    var allocator = ProtobufCAllocator(
      alloc: { state, size in
        Arena(state: state!.assumingMemoryBound(to: State.self)).take(size)
      },
      free: { _, _ in },
      allocator_data: UnsafeMutableRawPointer(state))
    let message = protobuf_c_message_unpack(
      layout.descriptor, &allocator, bytes.count,
      bytes.baseAddress!.assumingMemoryBound(to: UInt8.self))
    guard let message else {
      if state.pointee.isOverdrawn { throw UnpackError(.limit, "needs too much memory") }
      throw UnpackError(.malformed, "is malformed")
    }
    return RawMessage(message)
  }
}
