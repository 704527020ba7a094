/// One of two groups that are compared: how many, and how many of them converted.
struct LiftGroup: Sendable, Equatable {
  let count: Int64
  let converted: Int64

  init(count: Int64, converted: Int64) {
    self.count = count
    self.converted = converted
  }

  /// Nil while the group is empty.
  var rate: Double? { count == 0 ? nil : Double(converted) / Double(count) }
}

/// How the rates of two groups differ, with a 95 % interval.
struct Lift: Sendable, Equatable {
  let pushed: LiftGroup
  let heldOut: LiftGroup

  /// Of the normal distribution: 95 % lie within as many standard deviations on both sides.
  private static let z = 1.959963984540054

  struct Difference: Sendable, Equatable {
    let value: Double
    let lower: Double
    let upper: Double
  }

  init(pushed: LiftGroup, heldOut: LiftGroup) {
    self.pushed = pushed
    self.heldOut = heldOut
  }

  /// Newcombe's hybrid score interval, his method 10: R. G. Newcombe, "Interval estimation for the
  /// difference between independent proportions", Statistics in Medicine 17 (1998). It keeps within
  /// −1 to 1 and holds for small groups and for rates near 0, where campaigns are. Nil while a group
  /// is empty.
  var difference: Difference? {
    guard let pushedRate = pushed.rate, let heldOutRate = heldOut.rate else { return nil }
    let pushedEnds = Self.wilson(pushed)
    let heldOutEnds = Self.wilson(heldOut)
    let value = pushedRate - heldOutRate
    return Difference(
      value: value,
      lower: value
        - Self.length(pushedRate - pushedEnds.lower, heldOutEnds.upper - heldOutRate),
      upper: value
        + Self.length(pushedEnds.upper - pushedRate, heldOutRate - heldOutEnds.lower))
  }

  private static func length(_ one: Double, _ other: Double) -> Double {
    (one * one + other * other).squareRoot()
  }

  /// Wilson's score interval of a rate, without continuity correction.
  static func wilson(_ group: LiftGroup) -> (lower: Double, upper: Double) {
    let count = Double(group.count)
    let rate = Double(group.converted) / count
    let square = z * z
    let centre = 2 * count * rate + square
    let spread = z * (square + 4 * count * rate * (1 - rate)).squareRoot()
    let whole = 2 * (count + square)
    return (max(0, (centre - spread) / whole), min(1, (centre + spread) / whole))
  }
}

extension Counts {
  /// Those it was sent to, against those who were held out.
  var lift: Lift { lift(heldOutOf: self) }

  /// Those it was sent to, against those who were held out of others, such as of a whole broadcast.
  func lift(heldOutOf others: Counts) -> Lift {
    Lift(
      pushed: LiftGroup(count: sent, converted: converted),
      heldOut: LiftGroup(count: others.heldOut, converted: others.heldOutConverted))
  }
}
