import RPC
import ServiceKit

/// What a delivery meets in the reference channel.
enum Fault: Int, Sendable, CaseIterable {
  case refused = 1
  case slow = 2
  case late = 3
  case lost = 4
  case repeated = 5
  case unknown = 6
}

/// What goes wrong in the reference channel, and for how many of a hundred deliveries.
struct ChannelFaults: Sendable, Equatable {
  /// Those that are not there are 0.
  var percents: [Fault: Int] = [:]
  var slowSeconds = Self.normalSlowSeconds
  var isDown = false
  var seed = ""

  static let normalSlowSeconds = 30
  /// How long the channel leases for.
  static let leaseSeconds = 60

  func percent(_ fault: Fault) -> Int { percents[fault] ?? 0 }

  func checkShape() throws(InvalidField) {
    for fault in Fault.allCases {
      try Draw.check(percent(fault), field: "faults.\(fault.field)")
    }
    let sum = Fault.allCases.reduce(0) { $0 + percent($1) }
    guard sum <= 100 else {
      throw InvalidField(
        "faults", "OUT_OF_RANGE", "The percents of faults are \(sum) together, allowed are 100.")
    }
    guard (1..<Self.leaseSeconds).contains(slowSeconds) else {
      throw InvalidField(
        "faults.slow_seconds", "OUT_OF_RANGE",
        "faults.slow_seconds is \(slowSeconds), allowed are 1 to \(Self.leaseSeconds - 1).")
    }
    try Draw.check(seed: seed, field: "faults.seed")
  }

  /// What a delivery meets: the same whenever it is asked.
  func fault(of deliveryID: String) -> Fault? {
    var drawn = Draw.percent(seed, deliveryID)
    for fault in Fault.allCases {
      if drawn < percent(fault) { return fault }
      drawn -= percent(fault)
    }
    return nil
  }
}

extension Fault {
  fileprivate var field: String {
    switch self {
    case .refused: "refuse_percent"
    case .slow: "slow_percent"
    case .late: "late_percent"
    case .lost: "lose_percent"
    case .repeated: "repeat_percent"
    case .unknown: "unknown_percent"
    }
  }
}

/// How the channel answers for one delivery.
struct Answers: Sendable, Equatable {
  /// The moments at which it says what became of it; none for what is lost.
  var times: [Instant]
  /// When it says before that it cannot tell.
  var unknownTime: Instant?
  /// When the channel asks for the delivery again; nil when it need not.
  var returnTime: Instant?

  /// `now` is when it was given, `expireTime` when its lease runs out.
  init(to fault: Fault?, slowSeconds: Int, now: Instant, expireTime: Instant) {
    let again = expireTime.advanced(bySeconds: 1)
    switch fault {
    case .refused, nil: self.init(times: [now])
    case .slow: self.init(times: [now.advanced(bySeconds: Int64(slowSeconds))])
    case .repeated: self.init(times: [now, now])
    case .unknown:
      self.init(times: [now.advanced(bySeconds: Int64(slowSeconds))])
      unknownTime = now
    case .lost: self.init(times: [], returnTime: again)
    // After it was leased again, so that the answer is stale.
    case .late: self.init(times: [again.advanced(bySeconds: 1)], returnTime: again)
    }
  }

  private init(times: [Instant], returnTime: Instant? = nil) {
    self.times = times
    self.returnTime = returnTime
  }
}
