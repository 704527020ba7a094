import ServiceKit

/// Part of a name or of a remark that somebody looks for, ignoring the case of a to z.
///
/// It is looked for by terms: each character that is not ASCII, so that two Chinese ones are found
/// and one is, and each two that are ASCII and next to each other, as one letter alone would be in
/// every name. Who has all its terms may have it; whether he does, his row says.
struct SearchText: Sendable, Equatable {
  private let folded: [UInt8]
  /// Ascending, each once.
  let terms: [Int64]

  init(_ text: String, policies: Policies) throws(InvalidField) {
    try Shape.characters(
      text, 1...policies[.searchTextCharactersMax], field: "text", errcode: 40058)
    folded = text.utf8.map(Self.folded)
    var terms: Set<Int64> = []
    Self.eachTerm(of: text) { terms.insert($0) }
    self.terms = terms.sorted()
    guard !terms.isEmpty else {
      throw InvalidField(
        "text", "TOO_SHORT",
        "text has one character that is not ASCII, or two that are next to each other.",
        errcode: 40058)
    }
  }

  func isIn(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count >= folded.count else { return false }
      return (0...bytes.count - folded.count).contains { start in
        folded.indices.allSatisfy { Self.folded(bytes[start + $0]) == folded[$0] }
      }
    }
  }

  /// Gives the terms of a text, one as often as it comes. Kept in files, so they stay as they are.
  static func eachTerm(of text: String, _ body: (Int64) -> Void) {
    var before: UInt8?
    for scalar in text.unicodeScalars {
      guard scalar.isASCII else {
        body(Int64(scalar.value))
        before = nil
        continue
      }
      let byte = folded(UInt8(scalar.value))
      if let before { body(pairs | Int64(before) << 7 | Int64(byte)) }
      before = byte
    }
  }

  /// What two ASCII characters have over any character.
  private static let pairs: Int64 = 1 << 21

  private static func folded(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
