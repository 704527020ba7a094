import HTTP2
import Protobuf

/// A limit of a server as an operator names it: `name=value`, a whole number.
package struct NamedLimit: Sendable {
  fileprivate enum Place: Sendable {
    case number(any WritableKeyPath<ServerLimits, Int> & Sendable)
    /// Zero stands for nil: without this limit.
    case optional(any WritableKeyPath<ServerLimits, Int?> & Sendable)
  }

  package let name: String
  /// One line; the whole story stands at the property.
  package let meaning: String
  package let range: ClosedRange<Int>
  fileprivate let place: Place

  fileprivate init(
    _ name: String, _ path: any WritableKeyPath<ServerLimits, Int> & Sendable, _ meaning: String,
    in range: ClosedRange<Int> = 1...1_000_000_000
  ) {
    self.name = name
    self.meaning = meaning
    self.range = range
    place = .number(path)
  }

  fileprivate init(
    _ name: String, optional path: any WritableKeyPath<ServerLimits, Int?> & Sendable,
    _ meaning: String
  ) {
    self.name = name
    self.meaning = meaning + " 0 for none."
    range = 0...1_000_000_000
    place = .optional(path)
  }
}

/// Why a setting was not taken; the description is one line for the operator.
package struct LimitMistake: Error, CustomStringConvertible {
  package let description: String
}

extension ServerLimits {
  /// What a limit is set to.
  package func value(of limit: NamedLimit) -> Int {
    switch limit.place {
    case .number(let path): self[keyPath: path]
    case .optional(let path): self[keyPath: path] ?? 0
    }
  }

  /// Takes `name=value`.
  package mutating func set(_ setting: some StringProtocol) throws(LimitMistake) {
    let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw LimitMistake(description: "'\(setting)': expected NAME=NUMBER")
    }
    guard let limit = Self.named.first(where: { $0.name == parts[0] }) else {
      throw LimitMistake(description: "there is no limit '\(parts[0])'")
    }
    guard let value = Int(parts[1]), limit.range.contains(value) else {
      let (least, most) = (limit.range.lowerBound, limit.range.upperBound)
      throw LimitMistake(
        description: "\(limit.name) is a whole number from \(least) to \(most), not '\(parts[1])'")
    }
    switch limit.place {
    case .number(let path): self[keyPath: path] = value
    case .optional(let path): self[keyPath: path] = value == 0 ? nil : value
    }
  }

  private static let windows = 65_535...Int(Int32.max)

  /// All there are.
  package static let named: [NamedLimit] = [
    .init("message-bytes", \.messageBytes, "The longest request message, also once expanded."),
    .init(
      "gathered-bytes", \.gatheredBytes, "Requests of a connection that have begun to come."),
    .init("message-depth", \.unpack.depth, "Messages inside messages.", in: 1...200),
    .init("message-elements", \.unpack.elements, "Elements of one message, all levels together."),
    .init("message-memory-bytes", \.unpack.memoryBytes, "Memory to unpack one message."),
    .init("handlers", \.handlers, "Handlers that run at once in all."),
    .init("handlers-per-connection", \.handlersPerConnection, "Handlers of one connection."),
    .init("queued-reply-bytes", \.queuedReplyBytes, "Unread replies before a stream waits."),
    .init(
      "queued-connection-bytes", \.queuedConnectionBytes,
      "Unread replies of a connection before its new calls wait."),
    .init("write-bytes", \.writeBytes, "Bytes handed to the socket at a time."),
    .init("glitches", \.glitches, "Resets, empty frames and the like that a peer may do at once."),
    .init("glitches-per-second", \.glitchesPerSecond, "How many of them are forgiven a second."),
    .init(
      "ping-seconds", \.pingSeconds, "A PING that comes sooner is a strike.", in: 0...1_000_000),
    .init(
      "idle-ping-seconds", \.idlePingSeconds, "The same while there are no calls.",
      in: 0...1_000_000),
    .init("ping-strikes", \.pingStrikes, "Strikes that are forgiven.", in: 0...1_000_000),
    .init("connections", \.connections, "Connections at once."),
    .init("connections-per-address", \.connectionsPerAddress, "Those of them from one IP address."),
    .init(
      "reserved-descriptors", \.reservedDescriptors,
      "File descriptors that connections leave to all else.", in: 0...1_000_000),
    .init("preface-milliseconds", \.prefaceMilliseconds, "For TLS and the HTTP/2 preface."),
    .init("headers-milliseconds", \.headersMilliseconds, "For one block of headers."),
    .init(
      "request-milliseconds", \.requestMilliseconds,
      "The stretch over which a request's pace is seen."
    ),
    .init(
      "request-bytes-per-second", \.requestBytesPerSecond,
      "The slowest pace of a request that has begun.", in: 0...1_000_000_000),
    .init(
      "write-stall-milliseconds", \.writeStallMilliseconds,
      "How long a peer may read nothing of what waits for it."),
    .init(
      "keepalive-milliseconds", optional: \.keepaliveMilliseconds,
      "Silence before the server sends a PING."),
    .init(
      "keepalive-timeout-milliseconds", \.keepaliveTimeoutMilliseconds,
      "Silence after that PING before the connection is cut."),
    .init(
      "linger-milliseconds", \.lingerMilliseconds, "For the peer to close after our last word."),
    .init(
      "connection-idle-milliseconds", optional: \.connectionIdleMilliseconds,
      "A connection without calls is ended after this."),
    .init(
      "connection-age-milliseconds", optional: \.connectionAgeMilliseconds,
      "How old a connection may become."),
    .init(
      "connection-age-grace-milliseconds", optional: \.connectionAgeGraceMilliseconds,
      "How long its calls may go on then."),
    .init("backlog", \.backlog, "Connections not yet accepted.", in: 1...65_535),
    .init("streams", \.session.concurrentStreams, "Open streams of a connection."),
    .init(
      "stream-window-bytes", \.session.streamWindowBytes, "Unread request bytes of a stream.",
      in: 1...Int(Int32.max)),
    .init(
      "connection-window-bytes", \.session.connectionWindowBytes,
      "Unread request bytes of a connection.", in: windows),
    .init("header-list-bytes", \.session.headerListBytes, "Size of a block of headers."),
    .init("header-fields", \.session.headerFields, "Headers in a block."),
    .init(
      "header-table-bytes", \.session.headerTableBytes, "Our table of headers.", in: 0...1 << 20),
    .init("continuations", \.session.continuations, "CONTINUATION frames in a row."),
    .init("settings-entries", \.session.settingsEntries, "Entries of a SETTINGS frame."),
    .init(
      "outbound-acknowledgements", \.session.outboundAcknowledgements,
      "Unread acknowledgements of PING and SETTINGS."),
    .init("reset-burst", \.session.resetBurst, "Resets by the peer at once, by nghttp2's count."),
    .init(
      "resets-per-second", \.session.resetsPerSecond, "How many of them are forgiven a second."),
  ]
}
