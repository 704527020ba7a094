import RPC
import ServiceKit

/// A channel 渠道 as the corp sees it: how fast it may take deliveries, and what it can carry.
struct DeliveryChannel: Sendable, Equatable {
  let id: String
  /// Nil for one that takes what waits.
  var pace: ChannelPace?
  /// Nil for one that carries all that a content may hold.
  var carries: Carries?

  init(id: String, pace: ChannelPace?, carries: Carries?) {
    self.id = id
    self.pace = pace
    self.carries = carries
  }

  func checkShape(policies: Policies) throws(InvalidField) {
    try Shape.id(id, field: "channel.channel_id")
    try pace?.checkShape(field: "channel.deliveries_per_minute")
    try carries?.checkShape(field: "channel.carries", policies: policies)
  }
}

/// How fast a channel may take deliveries: so many a minute, evenly, what it did not use in some seconds
/// aside.
struct ChannelPace: Sendable, Equatable {
  let perMinute: Int
  /// When the next delivery would be due, were none given earlier than evenly: the virtual scheduling
  /// of the generic cell rate algorithm (ITU-T I.371).
  var dueTime: Instant

  /// How long what was not used is kept.
  private static let savedMicroseconds: Int64 = 10_000_000
  private static let range = 1...600_000

  init(perMinute: Int, dueTime: Instant = Instant(microseconds: 0)) {
    self.perMinute = perMinute
    self.dueTime = dueTime
  }

  fileprivate func checkShape(field: String) throws(InvalidField) {
    guard Self.range.contains(perMinute) else {
      throw InvalidField(
        field, "OUT_OF_RANGE",
        "\(field) is \(perMinute), allowed are 0 to \(Self.range.upperBound).")
    }
  }

  private var interval: Int64 { 60_000_000 / Int64(perMinute) }

  /// At least one delivery, however slow the pace.
  private var saved: Int64 { max(interval, Self.savedMicroseconds) }

  private func due(at now: Instant) -> Int64 { max(dueTime.microseconds, now.microseconds) }

  /// How many it may take now.
  func room(at now: Instant) -> Int {
    Int(max(0, (now.microseconds + saved - due(at: now)) / interval))
  }

  /// When it may take one more.
  func nextTime(at now: Instant) -> Instant {
    Instant(microseconds: max(now.microseconds, due(at: now) + interval - saved))
  }

  mutating func take(_ count: Int, at now: Instant) {
    dueTime = Instant(microseconds: due(at: now) + Int64(count) * interval)
  }

  /// Goes on where the channel's former pace stands: setting a pace again gives nothing.
  mutating func follow(_ former: ChannelPace, at now: Instant) {
    dueTime = min(former.dueTime, Instant(microseconds: now.microseconds + saved))
  }
}

/// What a channel can carry.
struct Carries: Sendable, Equatable {
  var textBytes: Int
  var attachmentKinds: Set<Attachment.Kind>

  init(textBytes: Int, attachmentKinds: Set<Attachment.Kind> = []) {
    self.textBytes = textBytes
    self.attachmentKinds = attachmentKinds
  }

  fileprivate func checkShape(field: String, policies: Policies) throws(InvalidField) {
    let range = 0...policies[.broadcastTextBytesMax]
    guard range.contains(textBytes) else {
      throw InvalidField(
        "\(field).text_bytes", "OUT_OF_RANGE",
        "\(field).text_bytes is \(textBytes), allowed are 0 to \(range.upperBound).")
    }
    guard textBytes > 0 || !attachmentKinds.isEmpty else {
      throw InvalidField(field, "CARRIES_NOTHING", "\(field) has neither text nor attachments.")
    }
  }

  /// Throws when `channelID` cannot carry a content.
  func check(_ content: Content, channelID: String, field: String) throws(InvalidField) {
    guard content.text.utf8.count <= textBytes else {
      throw InvalidField(
        "\(field).text", "NOT_CARRIED",
        "Channel '\(channelID)' carries \(textBytes) bytes of text, \(field).text has \(content.text.utf8.count)."
      )
    }
    for (index, attachment) in content.attachments.enumerated()
    where !attachmentKinds.contains(attachment.kind) {
      throw InvalidField(
        "\(field).attachments[\(index)]", "NOT_CARRIED",
        "Channel '\(channelID)' does not carry what \(field).attachments[\(index)] is.")
    }
  }
}

enum ChannelFailure: Failure, Equatable {
  case notFound(String)

  var code: StatusCode { .notFound }
  var reason: String { "CHANNEL_NOT_FOUND" }
  var field: String? { "channel_id" }

  var message: String {
    switch self {
    case .notFound(let id): "Channel '\(id)' was never set."
    }
  }
}
