import Crypto
import Foundation
package import Protobuf

/// One value of a place in a list: a key of the row the list was left at.
package enum PageKey: Sendable, Hashable {
  case int(Int64)
  case text(String)

  package var int: Int64? { if case .int(let value) = self { value } else { nil } }
  package var text: String? { if case .text(let value) = self { value } else { nil } }
}

/// A place in a list, or in the walk of a stream, as an opaque text that opens no other: the keys of
/// the place, behind a fingerprint of what was asked.
package enum PageToken {
  /// What a token belongs to: a request without its page_size and page_token.
  package struct Owner: Sendable, Hashable {
    fileprivate let fingerprint: [UInt8]

    package init<Request: Message>(_ request: Request) {
      var hash = SHA256()
      hash.update(data: Data(Request.fullName.utf8))
      hash.update(data: request.packed())
      fingerprint = Array(hash.finalize().prefix(8))
    }
  }

  package static func text(_ keys: [PageKey], of owner: Owner) -> String {
    var bytes = owner.fingerprint
    for key in keys {
      switch key {
      case .int(let value):
        bytes.append(0)
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
      case .text(let value):
        bytes.append(1)
        withUnsafeBytes(of: UInt16(value.utf8.count).bigEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: value.utf8)
      }
    }
    return Data(bytes).base64EncodedString()
  }

  /// The keys in a token, so many as asked for. Throws `InvalidField` for a token that is malformed
  /// or of another owner.
  package static func keys(
    _ token: String, of owner: Owner, count: Int, field: String
  ) throws(InvalidField) -> [PageKey] {
    let malformed = InvalidField(
      field, "BAD_PAGE_TOKEN", "\(field) is malformed.", errcode: 50100)
    guard let (fingerprint, keys) = decode(token) else { throw malformed }
    guard fingerprint == owner.fingerprint else {
      throw InvalidField(
        field, "FOREIGN_PAGE_TOKEN", "\(field) belongs to a call with other arguments.",
        errcode: 50100)
    }
    guard keys.count == count else { throw malformed }
    return keys
  }

  private static func decode(_ token: String) -> (fingerprint: [UInt8], keys: [PageKey])? {
    guard token.utf8.count <= 4096, let data = Data(base64Encoded: token), data.count >= 8 else {
      return nil
    }
    var rest = Array(data)[...]
    let fingerprint = Array(rest.prefix(8))
    rest = rest.dropFirst(8)
    var keys: [PageKey] = []
    while let tag = rest.popFirst() {
      switch tag {
      case 0 where rest.count >= 8:
        keys.append(.int(rest.prefix(8).reduce(0) { $0 << 8 | Int64($1) }))
        rest = rest.dropFirst(8)
      case 1 where rest.count >= 2:
        let length = rest.prefix(2).reduce(0) { $0 << 8 | Int($1) }
        rest = rest.dropFirst(2)
        guard rest.count >= length,
          let text = String(validating: rest.prefix(length), as: UTF8.self)
        else { return nil }
        keys.append(.text(text))
        rest = rest.dropFirst(length)
      default: return nil
      }
    }
    return (fingerprint, keys)
  }
}
