/// Ids that a service makes: a prefix that names the kind, as WeCom's do, and 30 random letters and
/// digits, 178 bits: never guessed, never met twice.
package enum PublicID {
  private static let alphabet = Array(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

  package static func make(_ prefix: String) -> String {
    var random = SystemRandomNumberGenerator()
    return prefix
      + String(
        decoding: (0..<30).map { _ in alphabet.randomElement(using: &random)! }, as: UTF8.self)
  }
}
