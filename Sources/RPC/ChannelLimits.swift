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
  /// Requests kept until the server has shown that it took the call, so that it can be sent again.
  /// Over this the call is not repeated.
  package var replayBytes = 256 * 1024
  /// Failures that stop a channel from repeating calls: half of the tokens. Each failure takes one,
  /// each success gives back the ratio, so that retries add no more than about that to the load.
  package var retryTokens = 10
  package var retryTokenRatio = 0.1
  /// Calls that wait for a connection or for a free stream.
  package var waitingCalls = 10_000
  /// From the first packet to the server's SETTINGS; and how long a name server may take.
  package var connectSeconds = 20
  /// After failures to connect, or to find a name, the longest wait before the next attempt.
  package var longestBackoffSeconds = 120
  /// Addresses taken of one name.
  package var addressesPerName = 64
  /// A name is not looked up again within this time.
  package var resolveSeconds = 30
  /// A server that has been silent for this long while calls run is sent a PING; nil trusts it.
  /// Servers put up with one every five minutes (`ServerLimits.pingSeconds`; gRPC's A8).
  package var keepaliveSeconds: Int? = 310
  /// A server that complains of our PINGs doubles that time for the connections to come, up to this.
  package var longestKeepaliveSeconds = 7200
  /// How long it has to answer, and to acknowledge what we sent, before the connection is given up.
  package var keepaliveTimeoutSeconds = 20
  /// Bytes handed to the socket at a time.
  package var writeBytes = 256 * 1024
  /// What the connection may cost below gRPC.
  package var session = SessionLimits()

  package init() {}
}
