import RPC
import ServiceKit

/// A group of tags 标签组, the corp's or a strategy's.
struct TagGroup: Sendable, Equatable {
  var key: Int64 = 0
  var groupID: String
  var name: String
  var order: UInt32 = 0
  /// Tags not deleted. A group that is not deleted has at least one.
  var tagCount: Int = 0
  var isDeleted = false
  var createTime: Instant
  /// The strategy whose it is; 0 when it is the corp's.
  var strategy: Int64 = 0
  /// Whether a relation carries one of its tags at most.
  var isExclusive = false

  func checkShape(field: String, policies: Policies) throws(InvalidField) {
    try TagGroup.checkName(name, field: field, policies: policies)
  }

  /// What the ids of a strategy's or the corp's groups and tags begin with.
  static func prefix(ofStrategy strategy: Int64) -> String { strategy == 0 ? "et" : "st" }

  /// The name of a group or a tag.
  static func checkName(
    _ name: String, field: String, policies: Policies
  ) throws(InvalidField) {
    try Shape.characters(
      name, 1...policies[.tagNameCharactersMax], field: field, errcode: name.isEmpty ? 41018 : 40072
    )
  }
}

/// A corp tag 企业标签, or one of a strategy 规则组标签.
struct Tag: Sendable, Equatable {
  var key: Int64 = 0
  var tagID: String
  var groupKey: Int64
  var groupID: String
  var groupName: String
  var name: String
  var order: UInt32 = 0
  /// Relations that carry it; of a deleted one, those not cleared yet.
  var relationCount: Int64 = 0
  var isDeleted = false
  var createTime: Instant
  /// The strategy whose it is; 0 when it is the corp's.
  var strategy: Int64 = 0
  /// Whether the tags of its group exclude each other.
  var isExclusive = false

  /// A tag that is to be.
  struct Draft: Sendable, Equatable {
    var name: String
    var order: UInt32 = 0

    func checkShape(field: String, policies: Policies) throws(InvalidField) {
      try TagGroup.checkName(name, field: "\(field).name", policies: policies)
    }
  }

  /// Whether so many more may be made in a corp that has `live` tags.
  static func checkRoom(
    for more: Int, live: Int, policies: Policies
  ) throws(TagFailure) {
    let most = policies[.corpTagsMax]
    if live + more > most { throw .tooMany(most) }
  }
}

/// Tags to give to a relation and to take from it.
struct TagMark: Sendable, Equatable {
  var userid: String
  var externalUserid: String
  var add: [String]
  var remove: [String]

  func checkShape() throws {
    try Shape.userid(userid, field: "userid")
    try Customer.checkID(externalUserid, field: "external_userid")
    try Self.checkTags(add: add, remove: remove)
  }

  static func checkTags(add: [String], remove: [String]) throws(InvalidField) {
    guard !add.isEmpty || !remove.isEmpty else {
      throw InvalidField(
        "add_tags", "REQUIRED", "add_tags and remove_tags are both empty.", errcode: 40058)
    }
    try Shape.items(add.count, 0...1000, field: "add_tags", errcode: 41111)
    try Shape.items(remove.count, 0...1000, field: "remove_tags", errcode: 41111)
    if let both = Set(add).intersection(remove).min() {
      throw InvalidField(
        "remove_tags", "TAG_IN_BOTH", "'\(both)' is in add_tags and in remove_tags.", errcode: 40058
      )
    }
  }
}

enum TagFailure: Failure, Equatable {
  case groupNotFound(String, field: String)
  case tagNotFound(String, field: String)
  case groupNameTaken(String, field: String)
  case tagNameTaken(String, field: String)
  case tooMany(Int)
  case ofOtherGroup(tagID: String, groupID: String, field: String)
  case rivals(String, String, field: String)

  var code: StatusCode {
    switch self {
    case .groupNotFound, .tagNotFound: .notFound
    case .groupNameTaken, .tagNameTaken: .alreadyExists
    case .tooMany: .resourceExhausted
    case .ofOtherGroup: .invalidArgument
    case .rivals: .failedPrecondition
    }
  }

  var reason: String {
    switch self {
    case .groupNotFound: "TAG_GROUP_NOT_FOUND"
    case .tagNotFound: "TAG_NOT_FOUND"
    case .groupNameTaken: "TAG_GROUP_NAME_TAKEN"
    case .tagNameTaken: "TAG_NAME_TAKEN"
    case .tooMany: "TOO_MANY_TAGS"
    case .ofOtherGroup: "TAG_OF_OTHER_GROUP"
    case .rivals: "TAGS_EXCLUDE_EACH_OTHER"
    }
  }

  var message: String {
    switch self {
    case .groupNotFound(let id, _): "There is no tag group '\(id)'."
    case .tagNotFound(let id, _): "There is no tag '\(id)'."
    case .groupNameTaken(let name, _): "Another tag group is named '\(name)'."
    case .tagNameTaken(let name, _): "Another tag of the group is named '\(name)'."
    case .tooMany(let most): "The corp would have more than \(most) tags."
    case .ofOtherGroup(let tagID, let groupID, _):
      "The tag '\(tagID)' is not of the group '\(groupID)'."
    case .rivals(let tagID, let other, _):
      "The tags '\(tagID)' and '\(other)' exclude each other."
    }
  }

  var field: String? {
    switch self {
    case .groupNotFound(_, let field), .tagNotFound(_, let field), .groupNameTaken(_, let field),
      .tagNameTaken(_, let field), .ofOtherGroup(_, _, let field), .rivals(_, _, let field):
      field
    case .tooMany: nil
    }
  }

  var errcode: Int? {
    switch self {
    case .groupNotFound, .tagNotFound: 40068
    case .groupNameTaken, .tagNameTaken: 40071
    case .tooMany: 40126
    case .ofOtherGroup: 41110
    case .rivals: nil
    }
  }
}
