package import ServiceKit

/// Who publishes a moment to whom 可见范围, as its creator said.
///
/// Members name the executors, tags the customers, and either may be left out:
///
/// | members | tags | executors                              | audience of each           |
/// |---------|------|----------------------------------------|----------------------------|
/// | yes     | no   | those members                          | all his customers          |
/// | no      | yes  | whoever has a customer with such a tag | his customers with the tag |
/// | yes     | yes  | those of them who have such a customer | his customers with the tag |
/// | no      | no   | everybody                              | all his customers          |
package struct MomentRange: Sendable, Equatable {
  package var userids: [String]
  package var departmentIDs: [UInt32]
  package var tagIDs: [String]

  /// Each named once, in the order given.
  package init(userids: [String] = [], departmentIDs: [UInt32] = [], tagIDs: [String] = []) {
    self.userids = Self.distinct(userids)
    self.departmentIDs = Self.distinct(departmentIDs)
    self.tagIDs = Self.distinct(tagIDs)
  }

  private static func distinct<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen = Set<Value>()
    return values.filter { seen.insert($0).inserted }
  }

  /// Whether only customers with a tag are meant 部分可见.
  package var isPartial: Bool { !tagIDs.isEmpty }

  package func checkShape(policies: Policies) throws(InvalidField) {
    try Shape.items(
      userids.count, 0...policies[.momentUseridsMax], field: "visible_range.userids",
      errcode: 40031)
    for (index, userid) in userids.enumerated() {
      try Shape.userid(userid, field: "visible_range.userids[\(index)]")
    }
    try Shape.items(
      departmentIDs.count, 0...policies[.momentDepartmentsMax],
      field: "visible_range.department_ids", errcode: 40066)
    for (index, id) in departmentIDs.enumerated() where id == 0 {
      throw InvalidField(
        "visible_range.department_ids[\(index)]", "BAD_ID", "There is no department 0.",
        errcode: 40066)
    }
    try Shape.items(
      tagIDs.count, 0...policies[.momentTagsMax], field: "visible_range.tag_ids", errcode: 41111)
    for (index, id) in tagIDs.enumerated() {
      let field = "visible_range.tag_ids[\(index)]"
      try Shape.id(id, field: field, errcode: 41110)
      // As WeCom has it: broadcasts take both, moments take the corp's.
      guard !id.hasPrefix("st") else {
        throw InvalidField(
          field, "STRATEGY_TAG", "'\(id)' is the tag of a strategy, not of the corp.",
          errcode: 41110)
      }
    }
  }

  /// A part of the corp to look for executors in.
  package enum Source: Sendable, Equatable {
    /// These members, few enough for one step.
    case members([String])
    /// A department's whole subtree.
    case department(UInt32)
    case everybody
  }

  /// How many members are asked for by name in one step of the job.
  package static let membersAStep = 200

  /// Where to look, in an order that stays the same however often it is asked for.
  package var sources: [Source] {
    if userids.isEmpty && departmentIDs.isEmpty { return [.everybody] }
    let chunks = stride(from: 0, to: userids.count, by: Self.membersAStep).map { start in
      Source.members(Array(userids[start..<min(start + Self.membersAStep, userids.count)]))
    }
    return chunks + departmentIDs.map(Source.department)
  }
}
