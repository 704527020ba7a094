package import Protobuf

/// The requests of a call on their way out. Any task may send; the order is that of the sends.
package struct RequestWriter<Request: Message>: Sendable {
  let call: ClientCall

  /// Sends a request, and waits while more than a bounded number of bytes has not been taken by the
  /// server. Throws `CancellationError` when the call is over; how it ended, the replies say.
  package func send(_ request: Request) async throws {
    try await call.send(request.frame())
  }

  /// No more requests. Called for you when a client-streaming closure returns.
  package func finish() {
    call.endRequests()
  }
}
