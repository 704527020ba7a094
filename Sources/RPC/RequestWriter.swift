package import Protobuf

/// The requests of a call on their way out. Any task may send; the order is that of the sends.
package struct RequestWriter<Request: Message>: Sendable {
  let call: ClientCall

  /// Sends a request, and waits while more than a bounded number of bytes has not been taken by the
  /// server. Throws `CancellationError` when the call is over; how it ended, the replies say.
  /// A call whose requests are compressed may leave single ones as they are.
  package func send(_ request: Request, compressed: Bool = true) async throws {
    try await call.send(request.frame(compressed ? call.compression : nil))
  }

  /// No more requests. Called for you when a client-streaming closure returns.
  package func finish() {
    call.endRequests()
  }
}
