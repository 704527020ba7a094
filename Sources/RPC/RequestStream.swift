package import Protobuf

/// The requests of a call as they come in. One task takes them; the caller may send more as they
/// are taken.
///
/// Throws `CancellationError` when the call is over before its requests were, `UnpackError` when
/// a message is none.
package struct RequestStream<Request: Message>: AsyncSequence, Sendable {
  package typealias Element = Request

  let queue: MessageQueue
  let limits: UnpackLimits

  /// The next request, or nil after the last.
  package func next() async throws -> Request? {
    guard let bytes = try await queue.next() else { return nil }
    return try Request(unpacking: bytes, limits: limits)
  }

  /// The next request with the bytes it came as, or nil after the last.
  package func nextWithBytes() async throws -> (request: Request, bytes: [UInt8])? {
    guard let bytes = try await queue.next() else { return nil }
    return (try Request(unpacking: bytes, limits: limits), bytes)
  }

  package func makeAsyncIterator() -> Iterator { Iterator(stream: self) }

  package struct Iterator: AsyncIteratorProtocol {
    let stream: RequestStream

    package mutating func next() async throws -> Request? { try await stream.next() }
  }
}
