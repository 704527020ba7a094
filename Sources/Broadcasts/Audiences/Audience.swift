import ServiceKit

/// The customers a broadcast is meant for 人群, as they are asked of customers.
///
/// Only what can be said without looking is checked here; customers, which knows the tags and the
/// relations, judges the rest when the broadcast is planned.
struct Audience: Sendable, Equatable, Codable {
  struct TagGroup: Sendable, Equatable, Codable {
    var tags: [String]
    var groupID: String

    init(tags: [String], groupID: String = "") {
      self.tags = tags
      self.groupID = groupID
    }
  }

  var externalUserids: [String] = []
  /// Any tag of each group; ignored when `externalUserids` are given.
  var tagGroups: [TagGroup] = []
  var userids: [String] = []
  var departmentIDs: [UInt32] = []
  /// all_of, none_of and the saved audience, packed as customers takes them, who alone judges them;
  /// nil when there are none.
  var conditions: [UInt8]?

  init(
    externalUserids: [String] = [], tagGroups: [TagGroup] = [], userids: [String] = [],
    departmentIDs: [UInt32] = [], conditions: [UInt8]? = nil
  ) {
    self.externalUserids = externalUserids
    self.tagGroups = tagGroups
    self.userids = userids
    self.departmentIDs = departmentIDs
    self.conditions = conditions
  }

  var isEverybody: Bool { self == Audience() }

  var namesSenders: Bool { !userids.isEmpty || !departmentIDs.isEmpty }

  func checkShape(field: String, policies: Policies) throws(InvalidField) {
    try Shape.items(
      externalUserids.count, 0...policies[.broadcastExternalUseridsMax],
      field: "\(field).external_userids", errcode: 40058)
    for id in externalUserids {
      try Shape.id(id, field: "\(field).external_userids", errcode: 40096)
    }
    try Shape.items(
      tagGroups.count, 0...policies[.audienceTagGroupsMax],
      field: "\(field).tag_filter.group_list", errcode: 40058)
    for (index, group) in tagGroups.enumerated() {
      let field = "\(field).tag_filter.group_list[\(index)]"
      try Shape.items(
        group.tags.count, 1...policies[.broadcastTagListMax], field: "\(field).tag_list",
        errcode: 40058)
      for tag in group.tags { try Shape.id(tag, field: "\(field).tag_list", errcode: 40068) }
      if !group.groupID.isEmpty {
        try Shape.id(group.groupID, field: "\(field).group_id", errcode: 40068)
      }
    }
    try Shape.items(
      userids.count, 0...policies[.audienceUseridsMax], field: "\(field).userids", errcode: 40058)
    try Shape.items(
      departmentIDs.count, 0...policies[.audienceDepartmentsMax],
      field: "\(field).department_ids", errcode: 40058)
    for userid in userids { try Shape.userid(userid, field: "\(field).userids") }
  }
}
