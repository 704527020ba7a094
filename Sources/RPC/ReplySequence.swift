package import Protobuf

/// The replies of a call as they come in, for one task. Ends when the call ends with OK, throws the
/// `Status` of any other end.
///
/// Who stops before the end, by leaving the loop or by dropping the sequence, cancels the call.
package struct ReplySequence<Reply: Message>: AsyncSequence, Sendable {
  package typealias Element = Reply

  private let lease: CallLease
  private let limits: UnpackLimits

  init(call: ClientCall, limits: UnpackLimits) {
    lease = CallLease(call)
    self.limits = limits
  }

  /// The next reply, or nil after the last.
  package func next() async throws -> Reply? {
    let call = lease.call
    let bytes = try await withTaskCancellationHandler {
      try await call.replies.next()
    } onCancel: {
      call.cancel()
    }
    guard let bytes else { return nil }
    do {
      return try Reply(unpacking: bytes, limits: limits)
    } catch {
      call.cancel()
      throw Status(.internal, "The reply cannot be read: \(error)")
    }
  }

  package func makeAsyncIterator() -> Iterator { Iterator(sequence: self) }

  package struct Iterator: AsyncIteratorProtocol {
    let sequence: ReplySequence

    package mutating func next() async throws -> Reply? { try await sequence.next() }
  }
}

/// Cancels its call when the last who could read its replies has gone.
private final class CallLease: Sendable {
  let call: ClientCall

  init(_ call: ClientCall) {
    self.call = call
  }

  deinit { call.cancel() }
}
