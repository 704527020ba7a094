package import HTTP2
package import Protobuf

/// What a server lets its callers use. Every queue and every wait of the server is bounded by one
/// of these; `NamedLimits.swift` gives each the name by which an operator sets it.
package struct ServerLimits: Sendable {
  /// The longest request message.
  package var messageBytes = 4 * 1024 * 1024
  /// Bytes of one connection's request messages that have begun and are not whole. The call that
  /// goes over it is answered RESOURCE_EXHAUSTED.
  package var gatheredBytes = 64 * 1024 * 1024
  /// What unpacking one message may cost.
  package var unpack = UnpackLimits()
  /// Handlers that run at once for one connection. A handler counts until it has *ended*: a peer
  /// that opens streams and resets them gains nothing (CVE-2023-44487).
  package var handlersPerConnection = 256
  /// Handlers that run at once in all. Feeds that are watched count too.
  package var handlers = 10_000
  /// Replies queued for one stream before `ReplyStream.send` waits.
  package var queuedReplyBytes = 64 * 1024
  /// Replies queued for one connection before calls that come on it wait for their start, until its
  /// peer has read half of them.
  package var queuedConnectionBytes = 16 * 1024 * 1024
  /// Bytes handed to the socket at a time.
  package var writeBytes = 256 * 1024
  /// What a connection's peer may do in a burst, and from then on each second, that honest peers
  /// do seldom: streams reset by either side, frames that break a rule, that carry nothing, PING,
  /// PRIORITY, unknown frames, unearned WINDOW_UPDATE, kilobytes nobody waits for.
  /// What nearly never comes from honest ones counts many times. Past it: GOAWAY with
  /// ENHANCE_YOUR_CALM. Wide enough for a storm of honest deadlines.
  package var glitches = 500
  package var glitchesPerSecond = 100
  /// A PING that comes sooner than this after the last is a strike, unless we have sent headers or
  /// data in between (gRPC's A8). `idlePingSeconds` while the connection has no calls.
  package var pingSeconds = 300
  package var idlePingSeconds = 7200
  /// Strikes before GOAWAY with ENHANCE_YOUR_CALM and "too_many_pings".
  package var pingStrikes = 2
  /// Connections at once, and those of them from one IP address. Who is over it is told GOAWAY
  /// with ENHANCE_YOUR_CALM and "too_many_connections". Behind one address may stand a proxy with
  /// all callers: by default it is only kept from taking everything.
  package var connections = 20_000
  package var connectionsPerAddress = 12_000
  /// Descriptors of the process that connections leave for all else: stores, files, peers.
  package var reservedDescriptors = 256
  /// From accepting a connection to its peer's preface and SETTINGS, TLS included.
  package var prefaceMilliseconds = 10_000
  /// From the first byte of a header block to its last.
  package var headersMilliseconds = 10_000
  /// A request message that is owed or has begun must bring so many bytes a second, seen over this
  /// stretch of time, or its call ends with DEADLINE_EXCEEDED. A stream of requests may pause
  /// between its messages, and nobody is blamed for waiting for credit.
  package var requestMilliseconds = 10_000
  package var requestBytesPerSecond = 1024
  /// How long a peer may take none of the bytes that wait for it.
  package var writeStallMilliseconds = 30_000
  /// A peer not heard of for so long is sent a PING, and cut when nothing comes within the timeout:
  /// it may have gone without a word. Nil sends none.
  package var keepaliveMilliseconds: Int? = 60_000
  package var keepaliveTimeoutMilliseconds = 20_000
  /// How long a connection that has served stays for its peer to read the last bytes and close.
  package var lingerMilliseconds = 1000
  /// A connection without a call is asked to go after this; nil keeps it (gRPC's A9). Its client
  /// makes another when it has a call.
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
