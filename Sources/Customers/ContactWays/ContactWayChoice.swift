import ServiceKit

/// Chooses the member whom a contact way leads a customer to. Pure but for the question how a member
/// stands, which is asked of no more members than it takes.
struct ContactWayChoice {
  /// How a member stands at the moment.
  struct Standing: Sendable, Equatable {
    let userid: String
    var isActive: Bool
    /// He has as many customers as a member may.
    var isFull = false
    var assignedToday = 0
    var assignedEver = 0
  }

  /// What kept a member from it, the later the nearer he was.
  enum Obstacle: Int, Sendable, Comparable {
    case notActive, offShift, capped, full

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  enum Outcome: Sendable, Equatable {
    case member(Int64)
    case nobody(Obstacle)
  }

  let way: ContactWay
  let time: CorpTime
  /// Draws one of so many: 0 ..< count, each with the same chance.
  let draw: @Sendable (_ count: Int) -> Int

  /// `preferred` come first, in their order, as far as they are among `members`.
  func choose(
    members: [Int64], spares: [Int64], preferred: [Int64] = [], standing: (Int64) throws -> Standing
  ) rethrows -> Outcome {
    var nearest = Obstacle.notActive
    func takes(_ member: Int64, isSpare: Bool) throws -> Bool {
      guard let obstacle = obstacle(of: try standing(member), isSpare: isSpare) else { return true }
      nearest = max(nearest, obstacle)
      return false
    }
    for member in preferred where members.contains(member) {
      if try takes(member, isSpare: false) { return .member(member) }
    }
    for (pool, isSpare) in [(members, false), (spares, true)] {
      var left = pool
      // To draw again when one cannot be led to gives each of those who can the same chance.
      while !left.isEmpty {
        left.swapAt(draw(left.count), left.count - 1)
        let member = left.removeLast()
        if try takes(member, isSpare: isSpare) { return .member(member) }
      }
    }
    return .nobody(nearest)
  }

  private func obstacle(of standing: Standing, isSpare: Bool) -> Obstacle? {
    guard standing.isActive else { return .notActive }
    if !isSpare {
      guard way.shifts.cover(standing.userid, at: time) else { return .offShift }
      if way.memberDailyMax > 0, standing.assignedToday >= way.memberDailyMax { return .capped }
      if way.memberTotalMax > 0, standing.assignedEver >= way.memberTotalMax { return .capped }
    }
    return standing.isFull ? .full : nil
  }
}
