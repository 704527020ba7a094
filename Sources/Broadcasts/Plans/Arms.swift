import ServiceKit

/// How a broadcast's recipients are split 分组: who is held out 对照组, and who gets which variant.
///
/// The split is drawn from the seed and the recipient's id alone, so it is the same on every machine,
/// however often the plan is walked, and with the same seed in every broadcast.
struct Arms: Sendable, Equatable {
  /// How many of a hundred are held out.
  var controlPercent = 0
  var seed = ""
  /// One a variant; none for a broadcast with a single content.
  var weights: [Int] = []
  /// For whom each variant is, nil for everybody; none where all are.
  var segments: [CustomerSegment?] = []

  /// Where a recipient stands. `variant` is from 1; 0 for a single content and for the held out.
  struct Place: Sendable, Equatable {
    let isHeldOut: Bool
    let variant: Int

    init(isHeldOut: Bool, variant: Int) {
      self.isHeldOut = isHeldOut
      self.variant = variant
    }
  }

  private static let controlPercents = 0...50
  private static let seedCharacters = 64
  private static let weightRange = 1...1000
  private static let nameCharacters = 64

  init(
    controlPercent: Int = 0, seed: String = "", weights: [Int] = [],
    segments: [CustomerSegment?] = []
  ) {
    self.controlPercent = controlPercent
    self.seed = seed
    self.weights = weights
    self.segments = segments.contains { $0 != nil } ? segments : []
  }

  func place(of recipientID: String, isOld: Bool = false) -> Place {
    if controlPercent > 0, draw("hold-out", recipientID, below: 100) < controlPercent {
      return Place(isHeldOut: true, variant: 0)
    }
    let weights = weights(isOld: isOld)
    guard !weights.isEmpty else { return Place(isHeldOut: false, variant: 0) }
    var drawn = draw("variant", recipientID, below: weights.reduce(0, +))
    for (index, weight) in weights.enumerated() {
      if drawn < weight { return Place(isHeldOut: false, variant: index + 1) }
      drawn -= weight
    }
    preconditionFailure("A draw lies below the sum of the weights.")
  }

  /// The variants' weights for an old customer or a new one: 0 for those that are not for him.
  private func weights(isOld: Bool) -> [Int] {
    guard !segments.isEmpty else { return weights }
    return zip(weights, segments).map { weight, segment in
      segment == nil || segment == (isOld ? .old : .new) ? weight : 0
    }
  }

  /// What a recipient drew for a purpose; the purposes' draws tell nothing of each other.
  func draw(_ purpose: String, _ recipientID: String, below bound: Int) -> Int {
    var fingerprint = Fingerprint()
    fingerprint.add(seed)
    fingerprint.add(purpose)
    fingerprint.add(recipientID)
    return Int(fingerprint.finish() % UInt64(bound))
  }

  static func checkShape(
    controlPercent: Int, seed: String, variants: [Variant], policies: Policies
  ) throws(InvalidField) {
    guard controlPercents.contains(controlPercent) else {
      throw InvalidField(
        "broadcast.control_percent", "OUT_OF_RANGE",
        "broadcast.control_percent is \(controlPercent), allowed are 0 to 50.")
    }
    try Shape.characters(seed, 0...seedCharacters, field: "broadcast.seed")
    guard !variants.isEmpty else { return }
    try Shape.items(
      variants.count, 2...policies[.broadcastVariantsMax], field: "broadcast.variants")
    for (index, variant) in variants.enumerated() {
      let field = "broadcast.variants[\(index)]"
      try Shape.characters(variant.name, 1...nameCharacters, field: "\(field).name")
      guard !variants[..<index].contains(where: { $0.name == variant.name }) else {
        throw InvalidField(
          "\(field).name", "NAME_REPEATED", "\(field).name is another variant's too.")
      }
      guard weightRange.contains(variant.weight) else {
        throw InvalidField(
          "\(field).weight", "OUT_OF_RANGE",
          "\(field).weight is \(variant.weight), allowed are 1 to 1000.")
      }
      try variant.content.checkShape(field: "\(field).content", policies: policies)
    }
    for left in [CustomerSegment.new, .old]
    where !variants.contains(where: { $0.segment == nil || $0.segment == left }) {
      throw InvalidField(
        "broadcast.variants", "SEGMENT_LEFT_OUT",
        "None of broadcast.variants is for \(left) customers.")
    }
  }
}

/// Customers of whom a conversion had been recorded when a plan was made, or the others.
enum CustomerSegment: Int, Sendable, Codable {
  case new = 1
  case old = 2
}

/// One of several contents of a broadcast 千人千券.
struct Variant: Sendable, Equatable, Codable {
  var name: String
  var weight: Int
  var content: Content
  /// For whom it is; nil for everybody.
  var segment: CustomerSegment?

  init(name: String, weight: Int, content: Content, segment: CustomerSegment? = nil) {
    self.name = name
    self.weight = weight
    self.content = content
    self.segment = segment
  }
}
