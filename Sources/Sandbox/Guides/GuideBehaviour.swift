import RPC
import ServiceKit

/// How the corp's guides behave: how many tasks are confirmed by themselves, and how soon.
struct GuideBehaviour: Sendable, Equatable {
  var confirmPercent = 0
  var delaySeconds: Int64 = 0
  var seed = ""

  private static let longestDelaySeconds: Int64 = 604_800

  func checkShape() throws(InvalidField) {
    try Draw.check(confirmPercent, field: "behaviour.confirm_percent")
    guard (0...Self.longestDelaySeconds).contains(delaySeconds) else {
      throw InvalidField(
        "behaviour.delay_seconds", "OUT_OF_RANGE",
        "behaviour.delay_seconds is \(delaySeconds), allowed are 0 to \(Self.longestDelaySeconds).")
    }
    try Draw.check(seed: seed, field: "behaviour.seed")
  }

  func confirms(_ userid: String, _ msgid: String) -> Bool {
    Draw.percent(seed, msgid, userid) < confirmPercent
  }
}
