/// A phone number as people type it, in the one form in which two are compared: digits alone, a
/// Chinese mobile number's without China's 86 in front.
struct TypedNumber: Sendable, Hashable {
  let digits: String

  /// Nil for what is no phone number.
  init?(_ text: String) {
    var digits = text.filter { !"+-() ".contains($0) }
    guard (5...15).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    if digits.utf8.count == 13, digits.hasPrefix("861") { digits.removeFirst(2) }
    self.digits = digits
  }

  /// The numbers that an identity of it may have.
  var identities: [String] {
    digits.utf8.count == 11 && digits.hasPrefix("1") ? [digits, "86" + digits] : [digits]
  }
}
