package import HTTP2
package import Protobuf

/// What a channel lets its calls and its server use.
package struct ChannelLimits: Sendable {
  /// The longest reply message.
  package var messageBytes = 4 * 1024 * 1024
  /// What unpacking one message may cost.
  package var unpack = UnpackLimits()
  /// Requests queued for one stream before `RequestWriter.send` waits.
  package var queuedRequestBytes = 64 * 1024
  /// Requests kept until the server has shown that it took the call, so that one it refused unseen
  /// can be sent again. Over this the call is not repeated.
  package var replayBytes = 256 * 1024
  /// Attempts of one call that servers refused unseen.
  package var attempts = 5
  /// Calls that wait for a connection or for a free stream.
  package var waitingCalls = 10_000
  /// From the first packet to the server's SETTINGS.
  package var connectSeconds = 20
  /// Bytes handed to the socket at a time.
  package var writeBytes = 256 * 1024
  /// What the connection may cost below gRPC.
  package var session = SessionLimits()

  package init() {}
}
