import RPC
import ServiceKit

/// How fast a channel may take deliveries of the corp: so many a minute, evenly, what it did not use in
/// some seconds aside.
struct ChannelPace: Sendable, Equatable {
  let channelID: String
  let perMinute: Int
  /// When the next delivery would be due, were none given earlier than evenly: the virtual scheduling
  /// of the generic cell rate algorithm (ITU-T I.371).
  var dueTime: Instant

  /// How long what was not used is kept.
  private static let savedMicroseconds: Int64 = 10_000_000
  private static let range = 1...600_000

  init(channelID: String, perMinute: Int, dueTime: Instant) {
    self.channelID = channelID
    self.perMinute = perMinute
    self.dueTime = dueTime
  }

  func checkShape() throws(InvalidField) {
    try Shape.id(channelID, field: "pace.channel_id")
    guard Self.range.contains(perMinute) else {
      throw InvalidField(
        "pace.deliveries_per_minute", "OUT_OF_RANGE",
        "pace.deliveries_per_minute is \(perMinute), allowed are 1 to \(Self.range.upperBound).")
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
}

enum ChannelPaceFailure: Failure, Equatable {
  case notFound(String)

  var code: StatusCode { .notFound }
  var reason: String { "CHANNEL_PACE_NOT_FOUND" }
  var field: String? { "channel_id" }

  var message: String {
    switch self {
    case .notFound(let id): "Channel '\(id)' has no pace."
    }
  }
}
