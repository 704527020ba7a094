import RPC
import ServiceKit

/// A content that members use again and again: a material 素材 or a quick reply 快捷回复.
struct ContentItem: Sendable, Equatable {
  enum Kind: Int, Sendable {
    case material = 1
    case quickReply = 2
    case sendable = 3
  }

  /// Who may use it.
  enum Scope: Sendable, Equatable {
    case corp
    /// The members of a department and of all under it.
    case department(UInt32)
    case member(String)
  }

  var key: Int64 = 0
  let id: String
  let kind: Kind
  var title: String
  /// Under what it is filed; empty for nothing.
  var category: String
  var scope: Scope
  var content: Content
  var useCount: Int64 = 0
  var lastUseTime: Instant?
  let createTime: Instant
  var updateTime: Instant
  /// Where it stands among what a member may send, the smallest first.
  var position = 0

  private static let positions = 0...1_000_000

  /// By what those that a member may use stand, the largest first.
  var rank: Int64 { kind == .sendable ? -Int64(position) : useCount }

  static func checkID(_ id: String, field: String) throws(InvalidField) {
    try Shape.id(id, field: field)
  }

  func checkShape(policies: Policies) throws(InvalidField) {
    let field = "content_item"
    try Shape.characters(
      title, 1...policies[.contentItemTitleCharactersMax], field: "\(field).title")
    try Shape.characters(
      category, 0...policies[.contentItemCategoryCharactersMax], field: "\(field).category")
    switch scope {
    case .corp: break
    case .department(let id):
      guard id > 0 else {
        throw InvalidField(
          "\(field).department_id", "OUT_OF_RANGE", "\(field).department_id is 0.",
          errcode: 40066)
      }
    case .member(let userid): try Shape.userid(userid, field: "\(field).userid")
    }
    guard Self.positions.contains(position) else {
      throw InvalidField(
        "\(field).position", "OUT_OF_RANGE",
        "\(field).position is \(position), allowed are 0 to 1000000.")
    }
    guard position == 0 || kind == .sendable else {
      throw InvalidField(
        "\(field).position", "NOT_FOR_KIND", "\(field).position is for SENDABLE alone.")
    }
    try content.checkShape(field: "\(field).content", policies: policies)
    try content.checkVariables(field: "\(field).content", chatType: .single)
  }

  /// What words are looked for in: all that a person reads of it, in small letters.
  var searchText: String {
    var texts = [title, category, content.text]
    for attachment in content.attachments {
      switch attachment {
      case .link(let title, _, let desc, _): texts += [title, desc]
      case .miniprogram(let title, _, _, _): texts.append(title)
      case .image, .video, .file: break
      }
    }
    return texts.joined(separator: "\n").lowercased()
  }

  /// Whether one more may be created in a corp that has `count`.
  static func checkRoom(besides count: Int, policies: Policies) throws(ContentItemFailure) {
    let most = policies[.contentItemsMax]
    if count >= most { throw .tooMany(most) }
  }
}

/// The words of a query, each of which an item has to hold.
struct ContentQuery: Sendable, Equatable {
  let words: [String]

  private static let characters = 64
  static let wordsMax = 5

  init(_ text: String, field: String) throws(InvalidField) {
    try Shape.characters(text, 0...Self.characters, field: field)
    // An ideographic space parts words as well.
    words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    try Shape.items(words.count, 0...Self.wordsMax, field: field)
  }
}

enum ContentItemFailure: Failure, Equatable {
  case notFound(String, field: String)
  case tooMany(Int)

  var code: StatusCode {
    switch self {
    case .notFound: .notFound
    case .tooMany: .resourceExhausted
    }
  }

  var reason: String {
    switch self {
    case .notFound: "CONTENT_ITEM_NOT_FOUND"
    case .tooMany: "TOO_MANY_CONTENT_ITEMS"
    }
  }

  var message: String {
    switch self {
    case .notFound(let id, _): "There is no content item '\(id)'."
    case .tooMany(let most): "The corp has \(most) content items, as many as it may."
    }
  }

  var field: String? { if case .notFound(_, let field) = self { field } else { nil } }
}
