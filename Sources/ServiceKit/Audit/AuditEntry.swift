import Crypto
import Foundation
import Messages
import Protobuf
import RPC

/// What an app did, as it is written down: everything but its place in the log.
struct AuditDraft: Sendable {
  let kind: AuditEntry.Kind
  let app: String
  let method: String
  let requestID: String
  let subject: String
  let bodyHash: [UInt8]

  /// `body` is the request's bytes where they are at hand. What is not written down needs no subject.
  init(
    _ kind: AuditEntry.Kind, _ request: some Message, requestID: String, body: [UInt8]? = nil,
    isAudited: Bool = true, _ call: Call
  ) {
    self.kind = kind
    self.requestID = requestID
    app = call.principal.app
    method = call.method.path
    subject = isAudited ? AuditSubject.text(of: request) : ""
    bodyHash = Array(SHA256.hash(data: body ?? request.packed()))
  }
}

/// One row of the audit log 操作日志.
struct AuditEntry: Sendable {
  enum Kind: Int, Sendable {
    case change = 1
    case bulkRead = 2
  }

  let sequence: Int64
  let entryTime: Instant
  let kind: Kind
  let app: String
  let method: String
  let requestID: String
  let subject: String
  let bodyHash: [UInt8]
  let hash: [UInt8]

  /// The hash of an entry: of the hash before it, and of all it says. Each text comes with its length,
  /// so no two entries have the same bytes. Kept in files, so it stays as it is.
  static func hash(
    after previous: [UInt8], sequence: Int64, entryTime: Instant, _ draft: AuditDraft
  ) -> [UInt8] {
    hash(
      after: previous, sequence: sequence, entryTime: entryTime, kind: draft.kind,
      texts: [draft.app, draft.method, draft.requestID, draft.subject], bodyHash: draft.bodyHash)
  }

  /// What this entry's hash has to be.
  func rightHash(after previous: [UInt8]) -> [UInt8] {
    Self.hash(
      after: previous, sequence: sequence, entryTime: entryTime, kind: kind,
      texts: [app, method, requestID, subject], bodyHash: bodyHash)
  }

  private static func hash(
    after previous: [UInt8], sequence: Int64, entryTime: Instant, kind: Kind, texts: [String],
    bodyHash: [UInt8]
  ) -> [UInt8] {
    var bytes = previous
    for number in [sequence, entryTime.microseconds, Int64(kind.rawValue)] {
      withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
    for text in texts {
      withUnsafeBytes(of: UInt32(text.utf8.count).bigEndian) { bytes.append(contentsOf: $0) }
      bytes.append(contentsOf: text.utf8)
    }
    bytes += bodyHash
    return Array(SHA256.hash(data: bytes))
  }

  var message: CommonV1.AuditEntry {
    CommonV1.AuditEntry(
      sequence: sequence, entryTime: entryTime.timestamp,
      kind: CommonV1.AuditEntry.Kind(rawValue: Int32(kind.rawValue)), app: app, method: method,
      requestID: requestID, subject: subject, bodyHash: bodyHash, hash: hash)
  }
}

/// Which object a request is about, in words: the ids in it.
enum AuditSubject {
  private static let bytesMax = 200

  /// The ids that the request and the messages in it name, as `external_userid=wm1 userid=lili`.
  static func text(of request: some Message) -> String {
    var text = ""
    add(request, depth: 0, to: &text)
    return text
  }

  private static func add(_ message: Any, depth: Int, to text: inout String) {
    for (label, value) in Mirror(reflecting: message).children {
      guard text.utf8.count < bytesMax else { return }
      guard let label, label != "requestID" else { continue }
      add(label, value, depth: depth, to: &text)
    }
  }

  private static func add(_ label: String, _ value: Any, depth: Int, to text: inout String) {
    switch value {
    case let value as String: add(label, value, to: &text)
    case let value as UInt32: add(label, value == 0 ? "" : String(value), to: &text)
    case let value as any Message:
      if depth < 2 { add(value, depth: depth + 1, to: &text) }
    default:
      // Looked at one by one: an import's thousand members are not copied for the first few ids.
      let mirror = Mirror(reflecting: value)
      guard mirror.displayStyle == .collection || mirror.displayStyle == .optional else { return }
      for child in mirror.children.prefix(8) { add(label, child.value, depth: depth, to: &text) }
    }
  }

  private static func add(_ label: String, _ value: String, to text: inout String) {
    guard isID(label), !value.isEmpty, text.utf8.count + value.utf8.count < bytesMax else { return }
    if !text.isEmpty { text += " " }
    text += "\(name(of: label))=\(value)"
  }

  /// Ids end so in every message: `userid`, `externalUserid`, `tagID`, `chatIds`.
  private static func isID(_ label: String) -> Bool {
    ["id", "ID", "ids", "IDs", "Ids"].contains(where: label.hasSuffix)
  }

  /// As the proto spells it.
  private static func name(of label: String) -> String {
    var name = ""
    var wasUpper = false
    for character in label {
      if character.isUppercase, !wasUpper { name += "_" }
      wasUpper = character.isUppercase
      name += character.lowercased()
    }
    return name
  }
}
