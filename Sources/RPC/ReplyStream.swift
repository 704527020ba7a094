package import Protobuf

/// The replies of a call on their way out. Any task may send; the order is that of the sends.
package struct ReplyStream<Reply: Message>: Sendable {
  let exchange: ServerExchange

  /// Sends a reply, and waits while more than a bounded number of bytes has not been read by the
  /// caller. Throws `CancellationError` when the call is over.
  package func send(_ reply: Reply) async throws {
    try await exchange.send(reply)
  }
}
