/// Checks of a field's shape that every noun needs. Each throws `InvalidField`, naming the field.
///
/// WeCom counts names, remarks and tags in characters (code points) and message bodies in UTF-8
/// bytes; the two are kept apart here by name.
package enum Shape {
  /// Text of so many characters (code points).
  package static func characters(
    _ text: String, _ range: ClosedRange<Int>, field: String, errcode: Int? = nil
  ) throws(InvalidField) {
    try count(text.unicodeScalars.count, range, unit: "characters", field: field, errcode: errcode)
  }

  /// Text of so many bytes of UTF-8.
  package static func bytes(
    _ text: String, _ range: ClosedRange<Int>, field: String, errcode: Int? = nil
  ) throws(InvalidField) {
    try count(text.utf8.count, range, unit: "bytes", field: field, errcode: errcode)
  }

  /// A list of so many items.
  package static func items(
    _ count: Int, _ range: ClosedRange<Int>, field: String, errcode: Int? = nil
  ) throws(InvalidField) {
    try self.count(count, range, unit: "items", field: field, errcode: errcode)
  }

  private static func count(
    _ count: Int, _ range: ClosedRange<Int>, unit: String, field: String, errcode: Int?
  ) throws(InvalidField) {
    if range.contains(count) { return }
    if count == 0 {
      throw InvalidField(field, "REQUIRED", "\(field) is required.", errcode: errcode)
    }
    throw InvalidField(
      field, count < range.lowerBound ? "TOO_SHORT" : "TOO_LONG",
      "\(field) has \(count) \(unit), allowed are \(range.lowerBound) to \(range.upperBound).",
      errcode: errcode)
  }

  /// A member's userid 成员账号: 1 to 64 bytes of `[0-9A-Za-z_\-@.]`, a letter or digit first.
  package static func userid(_ userid: String, field: String) throws(InvalidField) {
    try bytes(userid, 1...64, field: field, errcode: 40003)
    let first = userid.utf8.first!
    guard isAlphanumeric(first),
      userid.utf8.allSatisfy({ isAlphanumeric($0) || "_-@.".utf8.contains($0) })
    else {
      throw InvalidField(
        field, "BAD_USERID",
        "\(field) may hold letters, digits, '_', '-', '@' and '.', a letter or digit first.",
        errcode: 40003)
    }
  }

  /// An opaque id (external_userid, tag id, chat_id …): 1 to 64 bytes of `[0-9A-Za-z_-]`.
  package static func id(_ id: String, field: String, errcode: Int? = nil) throws(InvalidField) {
    try bytes(id, 1...64, field: field, errcode: errcode)
    guard id.utf8.allSatisfy({ isAlphanumeric($0) || "_-".utf8.contains($0) }) else {
      throw InvalidField(
        field, "BAD_ID", "\(field) may hold letters, digits, '_' and '-'.", errcode: errcode)
    }
  }

  /// What makes a call repeatable: 1 to 64 printable ASCII characters, or none.
  package static func requestID(_ requestID: String) throws(InvalidField) {
    guard requestID.utf8.count <= 64, requestID.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else {
      throw InvalidField(
        "request_id", "BAD_REQUEST_ID", "request_id is 1 to 64 printable ASCII characters.")
    }
  }

  /// A message field or value that must be there.
  package static func required<Value>(
    _ value: Value?, field: String, errcode: Int? = nil
  ) throws(InvalidField) -> Value {
    guard let value else {
      throw InvalidField(field, "REQUIRED", "\(field) is required.", errcode: errcode)
    }
    return value
  }

  package static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}
