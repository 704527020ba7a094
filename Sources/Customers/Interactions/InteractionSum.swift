import ServiceKit

/// What is counted of the interactions of a relation, day by day.
enum InteractionCounter: Int, Sendable, CaseIterable {
  case memberMessages = 1
  case customerMessages = 2
  case groupMessages = 3
  case calls = 4
  case visits = 5
  case reads = 6
}

/// Some counters, added up over the last days.
struct InteractionSum: Sendable, Equatable {
  /// Each once.
  let counters: [InteractionCounter]
  /// Today is one of them.
  let days: Int

  func checkShape(_ field: String, policies: Policies) throws(InvalidField) {
    let kept = policies[.behaviorKeptDays]
    guard (1...kept).contains(days) else {
      throw InvalidField(
        "\(field).days", "OUT_OF_RANGE", "\(field).days is \(days), allowed are 1 to \(kept).",
        errcode: 40058)
    }
  }

  func window(today: Day) -> ClosedRange<Day> { today.advanced(by: 1 - Int64(days))...today }
}

extension ContactDay {
  func count(of counter: InteractionCounter) -> Int64 {
    switch counter {
    case .memberMessages: memberMessages
    case .customerMessages: customerMessages
    case .groupMessages: groupMessages
    case .calls: calls
    case .visits: visits
    case .reads: reads
    }
  }

  /// The counters that are larger than they were.
  func grown(since before: ContactDay?) -> Set<InteractionCounter> {
    Set(
      InteractionCounter.allCases.filter { count(of: $0) > before?.count(of: $0) ?? 0 })
  }
}
