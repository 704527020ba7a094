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
  /// What a connection's peer may do in a burst, and from then on each second, that honest peers
  /// do seldom: streams reset by either side, frames that break a rule, that carry nothing, PING,
  /// PRIORITY, unearned WINDOW_UPDATE; SETTINGS count 20 times. Past it: GOAWAY with
  /// ENHANCE_YOUR_CALM. Wide enough for a storm of honest deadlines.
  package var glitches = 500
  package var glitchesPerSecond = 100
  /// A PING that comes sooner than this after the last is a strike, unless we have sent headers or
  /// data in between (gRPC's A8). `idlePingSeconds` while the connection has no calls.
  package var pingSeconds = 300
  package var idlePingSeconds = 7200
  /// Strikes before GOAWAY with ENHANCE_YOUR_CALM and "too_many_pings".
  package var pingStrikes = 2
  /// A connection without a call is asked to go after one to two times this; nil keeps it (gRPC's
  /// A9). Its client makes another when it has a call.
  package var connectionIdleMilliseconds: Int? = 300_000
  /// How old a connection may become, give or take a tenth so that not all come back at once, and
  /// how long its calls may then go on. Nil for ever.
  package var connectionAgeMilliseconds: Int?
  package var connectionAgeGraceMilliseconds: Int?
  /// Connections not yet accepted.
  package var backlog = 1024
  /// What one connection may cost below gRPC.
  package var session = SessionLimits()

  package init() {}
}
