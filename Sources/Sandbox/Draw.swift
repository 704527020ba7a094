import ServiceKit

/// What chance decides: by a seed and the thing's own name, so that it can be replayed.
enum Draw {
  private static let seedCharacters = 64

  /// 0 to 99.
  static func percent(_ seed: String, _ names: String...) -> Int {
    var fingerprint = Fingerprint()
    fingerprint.add(seed)
    for name in names { fingerprint.add(name) }
    return Int(fingerprint.finish() % 100)
  }

  static func check(_ percent: Int, field: String) throws(InvalidField) {
    guard (0...100).contains(percent) else {
      throw InvalidField(
        field, "OUT_OF_RANGE", "\(field) is \(percent), allowed are 0 to 100.")
    }
  }

  static func check(seed: String, field: String) throws(InvalidField) {
    try Shape.characters(seed, 0...seedCharacters, field: field)
  }
}
