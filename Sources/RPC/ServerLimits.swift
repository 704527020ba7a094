package import HTTP2
package import Protobuf

/// What a server lets its callers use. Every queue and every wait of the server is bounded by one
/// of these.
package struct ServerLimits: Sendable {
  /// The longest request message.
  package var messageBytes = 4 * 1024 * 1024
  /// What unpacking one message may cost.
  package var unpack = UnpackLimits()
  /// Handlers that run at once for one connection. A handler counts until it has *ended*: a peer
  /// that opens streams and resets them gains nothing (CVE-2023-44487).
  package var handlersPerConnection = 256
  /// Handlers that run at once in all. Feeds that are watched count too.
  package var handlers = 10_000
  /// Replies queued for one stream before `ReplyStream.send` waits.
  package var queuedReplyBytes = 64 * 1024
  /// Bytes handed to the socket at a time.
  package var writeBytes = 256 * 1024
  /// Connections not yet accepted.
  package var backlog = 1024
  /// What one connection may cost below gRPC.
  package var session = SessionLimits()

  package init() {}
}
