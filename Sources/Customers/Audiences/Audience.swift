import RPC
import ServiceKit

/// An audience 人群 as a caller describes it: in public ids.
struct Audience: Sendable, Equatable {
  /// Any of these tags, all of the named group.
  struct AnyOf: Sendable, Equatable {
    var tagIDs: [String]
    /// Empty when not named.
    var groupID: String = ""
  }

  /// Each once, in the order given.
  let externalUserids: [String]
  let groups: [AnyOf]
  let userids: [String]
  let departmentIDs: [UInt32]

  init(
    externalUserids: [String] = [], groups: [AnyOf] = [], userids: [String] = [],
    departmentIDs: [UInt32] = []
  ) {
    var seen: Set<String> = []
    self.externalUserids = externalUserids.filter { seen.insert($0).inserted }
    // Who is named is meant, whatever he carries.
    self.groups = externalUserids.isEmpty ? groups : []
    self.userids = userids
    self.departmentIDs = departmentIDs
  }

  /// Whether some members are allowed as senders, not all.
  var restrictsSenders: Bool { !userids.isEmpty || !departmentIDs.isEmpty }

  func checkShape(policies: Policies) throws {
    try Shape.items(
      externalUserids.count, 0...policies[.broadcastExternalUseridsMax],
      field: "audience.external_userids", errcode: 40058)
    for id in externalUserids { try Customer.checkID(id, field: "audience.external_userids") }
    try Shape.items(
      userids.count, 0...policies[.audienceUseridsMax], field: "audience.userids", errcode: 40058)
    for userid in userids { try Shape.userid(userid, field: "audience.userids") }
    try Shape.items(
      departmentIDs.count, 0...policies[.audienceDepartmentsMax],
      field: "audience.department_ids", errcode: 40058)
    try Shape.items(
      groups.count, 0...min(policies[.audienceTagGroupsMax], TagCondition.groupsMax),
      field: Field.groups, errcode: 40058)
    for group in groups {
      try Shape.items(group.tagIDs.count, 1...1000, field: Field.tags, errcode: 41111)
      for id in group.tagIDs { try Shape.id(id, field: Field.tags, errcode: 40068) }
      if !group.groupID.isEmpty {
        try Shape.id(group.groupID, field: Field.groupID, errcode: 40068)
      }
    }
  }

  enum Field {
    static let groups = "audience.tag_filter.group_list"
    static let tags = "audience.tag_filter.group_list.tag_list"
    static let groupID = "audience.tag_filter.group_list.group_id"
  }
}

/// AND of ORs over tags, made to be asked of millions of relations.
///
/// Each group has a bit; a tag brings the bits of the groups it stands in.
struct TagCondition: Sendable, Equatable {
  static let groupsMax = 64

  /// The groups' tags.
  let groups: [TagSet]
  /// By tag key; short of the largest key asked for there is nothing to find.
  private let bits: [UInt64]
  private let all: UInt64

  init(_ groups: [TagSet]) {
    precondition(groups.count <= Self.groupsMax)
    self.groups = groups
    var bits = [UInt64](repeating: 0, count: Int(groups.compactMap(\.keys.last).max() ?? -1) + 1)
    for (index, group) in groups.enumerated() {
      for key in group.keys { bits[Int(key)] |= 1 << UInt64(index) }
    }
    self.bits = bits
    all = groups.count == Self.groupsMax ? .max : (1 << UInt64(groups.count)) - 1
  }

  var isEmpty: Bool { groups.isEmpty }

  func holds(packed: UnsafeRawBufferPointer) -> Bool {
    var found: UInt64 = 0
    TagSet.forEach(packed: packed) { key in
      if key < Int64(bits.count) { found |= bits[Int(key)] }
    }
    return found == all
  }
}

/// A relation that fits an audience: its member may be the customer's sender.
struct Candidate: Sendable, Equatable {
  var customer: Int64
  var member: Int64
  /// Microseconds; 0 when the two never chatted.
  var lastChatTime: Int64
  /// Microseconds.
  var createTime: Int64

  /// Whether the customer is to be reached through this member and not through another: who chatted
  /// with him last, then who added him last, then the smallest userid.
  func comesBefore(
    _ other: Candidate, userid: (Int64) throws -> String
  ) rethrows -> Bool {
    if lastChatTime != other.lastChatTime { return lastChatTime > other.lastChatTime }
    if createTime != other.createTime { return createTime > other.createTime }
    return try userid(member).lowercased() < userid(other.member).lowercased()
  }
}

enum AudienceFailure: Failure, Equatable {
  case departmentNotFound(UInt32)

  var code: StatusCode { .notFound }
  var reason: String { "DEPARTMENT_NOT_FOUND" }
  var field: String? { "audience.department_ids" }
  var errcode: Int? { 60003 }

  var message: String {
    switch self {
    case .departmentNotFound(let id): "Directory knows no department \(id)."
    }
  }
}
