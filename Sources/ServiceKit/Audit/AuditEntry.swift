import Crypto
import Foundation
import Messages
import Protobuf
import RPC

/// What an app did, or was denied, as it is written down: everything but its place in the log.
struct AuditDraft: Sendable {
  let kind: AuditEntry.Kind
  let app: String
  let method: String
  let requestID: String
  let subject: String
  /// Of a denial none: it may have come before the request was read.
  let bodyHash: [UInt8]
  /// Why it was denied; empty when it was not.
  var reason = ""
  /// How many denials it stands for.
  var deniedCount: Int64 = 0

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

  /// That a call was denied. Its subject is what it was about as far as the failure says that.
  init(denial: some Failure, of call: Call, _ principal: Principal) {
    kind = .denial
    app = principal.app
    method = call.method.path
    requestID = ""
    subject = AuditSubject.text(of: denial)
    bodyHash = []
    reason = denial.reason
    deniedCount = 1
  }

  /// That so many more calls of an app were denied.
  init(furtherDenials count: Int64, of app: String) {
    kind = .denial
    self.app = app
    method = ""
    requestID = ""
    subject = ""
    bodyHash = []
    reason = Denials.furtherReason
    deniedCount = count
  }
}

/// One row of the audit log 操作日志.
struct AuditEntry: Sendable {
  enum Kind: Int, Sendable {
    case change = 1
    case bulkRead = 2
    case denial = 3
  }

  let sequence: Int64
  let entryTime: Instant
  let kind: Kind
  let app: String
  let method: String
  let requestID: String
  let subject: String
  let bodyHash: [UInt8]
  let reason: String
  let deniedCount: Int64
  let hash: [UInt8]

  /// The hash of an entry: of the hash before it, and of all it says. Each text comes with its length,
  /// so no two entries have the same bytes. Kept in files, so it stays as it is.
  static func hash(
    after previous: [UInt8], sequence: Int64, entryTime: Instant, _ draft: AuditDraft
  ) -> [UInt8] {
    hash(
      after: previous, sequence: sequence, entryTime: entryTime, kind: draft.kind,
      texts: [draft.app, draft.method, draft.requestID, draft.subject], bodyHash: draft.bodyHash,
      denial: (draft.reason, draft.deniedCount))
  }

  /// What this entry's hash has to be.
  func rightHash(after previous: [UInt8]) -> [UInt8] {
    Self.hash(
      after: previous, sequence: sequence, entryTime: entryTime, kind: kind,
      texts: [app, method, requestID, subject], bodyHash: bodyHash, denial: (reason, deniedCount))
  }

  private static func hash(
    after previous: [UInt8], sequence: Int64, entryTime: Instant, kind: Kind, texts: [String],
    bodyHash: [UInt8], denial: (reason: String, count: Int64)
  ) -> [UInt8] {
    var bytes = previous
    add([sequence, entryTime.microseconds, Int64(kind.rawValue)], to: &bytes)
    for text in texts { add(text, to: &bytes) }
    bytes += bodyHash
    // Entries of the other kinds were there before this one.
    if kind == .denial {
      add(denial.reason, to: &bytes)
      add([denial.count], to: &bytes)
    }
    return Array(SHA256.hash(data: bytes))
  }

  private static func add(_ numbers: [Int64], to bytes: inout [UInt8]) {
    for number in numbers {
      withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
  }

  private static func add(_ text: String, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: UInt32(text.utf8.count).bigEndian) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: text.utf8)
  }

  var message: CommonV1.AuditEntry {
    CommonV1.AuditEntry(
      sequence: sequence, entryTime: entryTime.timestamp,
      kind: CommonV1.AuditEntry.Kind(rawValue: Int32(kind.rawValue)), app: app, method: method,
      requestID: requestID, subject: subject, bodyHash: bodyHash, hash: hash, reason: reason,
      deniedCount: deniedCount)
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

  /// What a failure says of what it is about: the ids among its facts, sorted.
  static func text(of failure: some Failure) -> String {
    var text = ""
    for (name, value) in failure.metadata.sorted(by: { $0.key < $1.key }) {
      add(name, value, to: &text)
    }
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
