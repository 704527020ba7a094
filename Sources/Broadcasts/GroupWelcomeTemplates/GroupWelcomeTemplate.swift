import RPC
import ServiceKit

/// What is said to those who join a customer group 入群欢迎语素材: a text, then at most one attachment.
struct GroupWelcomeTemplate: Sendable, Equatable {
  var key: Int64 = 0
  let id: String
  var text: String
  var attachment: Attachment?
  /// Whether members are not told to apply it.
  let isSilent: Bool
  /// The app that created it, which alone may change it.
  let app: String
  let createTime: Instant
  var updateTime: Instant

  static func checkID(_ id: String, field: String) throws(InvalidField) {
    try Shape.id(id, field: field)
  }

  /// The text is counted in bytes, and fewer than a broadcast's.
  func checkShape(policies: Policies) throws(InvalidField) {
    let field = "group_welcome_template"
    try Shape.bytes(
      text, 0...policies[.groupWelcomeTextBytesMax], field: "\(field).text", errcode: 45002)
    guard !text.isEmpty || attachment != nil else {
      throw InvalidField(
        field, "CONTENT_EMPTY", "\(field) needs a text or an attachment.", errcode: 40058)
    }
    try attachment?.checkShape(field: "\(field).attachment", policies: policies)
  }

  func checkCreator(_ app: String) throws(GroupWelcomeTemplateFailure) {
    if app != self.app { throw .notTheCreator(id) }
  }

  /// Whether one more may be created in a corp that has `count`.
  static func checkRoom(
    besides count: Int, policies: Policies
  ) throws(GroupWelcomeTemplateFailure) {
    let most = policies[.groupWelcomeTemplatesMax]
    if count >= most { throw .tooMany(most) }
  }
}

enum GroupWelcomeTemplateFailure: Failure, Equatable {
  case notFound(String, field: String)
  case notTheCreator(String)
  case tooMany(Int)

  var code: StatusCode {
    switch self {
    case .notFound: .notFound
    case .notTheCreator: .permissionDenied
    case .tooMany: .resourceExhausted
    }
  }

  var reason: String {
    switch self {
    case .notFound: "GROUP_WELCOME_TEMPLATE_NOT_FOUND"
    case .notTheCreator: "NOT_THE_CREATOR"
    case .tooMany: "TOO_MANY_GROUP_WELCOME_TEMPLATES"
    }
  }

  var message: String {
    switch self {
    case .notFound(let id, _): "There is no group welcome template '\(id)'."
    case .notTheCreator(let id): "Another app created the group welcome template '\(id)'."
    case .tooMany(let most):
      "The corp has \(most) group welcome templates, as many as it may."
    }
  }

  var field: String? { if case .notFound(_, let field) = self { field } else { nil } }

  var errcode: Int? {
    switch self {
    case .notFound: nil
    case .notTheCreator: 41058
    case .tooMany: 41055
    }
  }
}
