import RPC
import ServiceKit

/// A ranking 客户分层: it puts customers into tiers by a figure, every night.
struct Ranking: Sendable, Equatable {
  /// What the tiers it gives say of where they come from.
  static let source = "ranking"
  /// After midnight, when the day is told and hardly anybody writes.
  private static let nightSeconds: Int64 = 3 * 3600
  private static let tiersMax = 10

  var key: Int64 = 0
  /// The attribute that holds the tier; also its name.
  let attribute: String
  /// Figure and tiers as its caller gave them, packed.
  let definition: [UInt8]
  let createTime: Instant
  /// The job of a run that was asked for and has not ended; empty when there is none.
  var jobid = ""
  /// What the last run came to, packed; empty before the first.
  var lastRun: [UInt8] = []

  static func checkShape(
    attribute: String, figure: RankingFigure, topPercents: [Double], policies: Policies
  ) throws(InvalidField) {
    try Attribute.checkName(attribute, field: "ranking.attribute")
    try Shape.items(
      topPercents.count, 1...tiersMax, field: "ranking.top_percents", errcode: 40058)
    var last = 0.0
    for percent in topPercents {
      guard percent > last, percent < 100 else {
        throw InvalidField(
          "ranking.top_percents", "OUT_OF_RANGE",
          "ranking.top_percents are not above 0, below 100 and ascending.", errcode: 40058)
      }
      last = percent
    }
    switch figure {
    case .attribute(let name):
      let field = "ranking.figure.attribute.name"
      try Attribute.checkName(name, field: field)
      guard name != attribute else {
        throw InvalidField(
          field, "CONTRADICTION", "\(field) is the attribute that holds the tier.", errcode: 40058)
      }
    case .interactions(let sum):
      try sum.checkShape("ranking.figure.interactions", policies: policies)
    case .lastChat: break
    }
  }

  /// Whether one more may be made in a corp that has `count`.
  static func checkRoom(besides count: Int, policies: Policies) throws(RankingFailure) {
    let most = policies[.rankingsMax]
    if count >= most { throw .tooMany(most) }
  }

  /// When the night after a moment begins its runs.
  static func nextNight(after moment: Instant) -> Instant {
    let tonight = Day(of: moment).start.advanced(bySeconds: nightSeconds)
    return moment < tonight
      ? tonight : Day(of: moment).advanced(by: 1).start.advanced(bySeconds: nightSeconds)
  }
}

/// By what customers are put in order, the largest first.
enum RankingFigure: Sendable, Equatable {
  /// Its number, or its moment in microseconds.
  case attribute(String)
  case interactions(InteractionSum)
  /// Microseconds.
  case lastChat
}

/// Where the tiers of one run end: the smallest figure of each, the best tier's first.
struct RankingTiers: Sendable, Equatable {
  let thresholds: [Double]

  init(thresholds: [Double]) {
    self.thresholds = thresholds
  }

  /// Finds them among the figures of all who are ranked.
  init(_ figures: [Double], topPercents: [Double]) {
    let sorted = figures.sorted(by: >)
    thresholds =
      sorted.isEmpty
      ? []
      : topPercents.map { percent in
        let count = (percent / 100 * Double(sorted.count)).rounded(.up)
        return sorted[max(1, Int(count)) - 1]
      }
  }

  /// From 1 for the best.
  func tier(of figure: Double) -> Int {
    (thresholds.firstIndex { figure >= $0 } ?? thresholds.count) + 1
  }
}

enum RankingFailure: Failure, Equatable {
  case notFound(String)
  case exists(String)
  case tooMany(Int)

  var code: StatusCode {
    switch self {
    case .notFound: .notFound
    case .exists: .alreadyExists
    case .tooMany: .resourceExhausted
    }
  }

  var reason: String {
    switch self {
    case .notFound: "RANKING_NOT_FOUND"
    case .exists: "RANKING_EXISTS"
    case .tooMany: "TOO_MANY_RANKINGS"
    }
  }

  var message: String {
    switch self {
    case .notFound(let attribute): "There is no ranking with the attribute '\(attribute)'."
    case .exists(let attribute): "Another ranking has the attribute '\(attribute)'."
    case .tooMany(let most): "The corp has \(most) rankings, as many as it may."
    }
  }

  var field: String? {
    switch self {
    case .notFound: "attribute"
    case .exists: "ranking.attribute"
    case .tooMany: nil
    }
  }

  /// WeCom has no rankings, and no codes for them.
  var errcode: Int? { nil }
}
