package import Protobuf

/// The replies of a call on their way out. Any task may send; the order is that of the sends.
package struct ReplyStream<Reply: Message>: Sendable {
  let exchange: ServerExchange

  /// Sends a reply, and waits while more than a bounded number of bytes has not been read by the
  /// caller. Throws `CancellationError` when the call is over. A call whose replies are compressed
  /// may leave single ones as they are.
  package func send(_ reply: Reply, compressed: Bool = true) async throws {
    try await exchange.send(reply, compressed: compressed)
  }
}
