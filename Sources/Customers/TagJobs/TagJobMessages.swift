import Messages
import ServiceKit

extension TagJob {
  var message: CustomersV1.TagJob {
    .init(
      jobid: jobid, kind: .init(rawValue: Int32(kind.rawValue)),
      state: .init(rawValue: Int32(state.rawValue)), addTags: addTags, removeTags: removeTags,
      processedCount: counts.processed, changedCount: counts.changed,
      unchangedCount: counts.unchanged, failedCount: counts.failed, totalCount: totalCount,
      undoOf: undoOfJob, undoneBy: undoneBy, lastError: lastError,
      createTime: createTime.timestamp, finishTime: finishTime?.timestamp,
      undoOfRule: undoOfRule)
  }
}

extension TagJob.Miss {
  var failure: CustomersV1.RelationFailure {
    .init(
      userid: userid, externalUserid: externalUserid, reason: reason, message: message,
      errcode: Int32(errcode))
  }
}

/// What CreateTagJob and PreviewTagJob ask for.
struct TagJobOrder: Sendable {
  let relations: [(userid: String, externalUserid: String)]
  let audience: CustomersV1.Audience?
  /// Each once, in the order given.
  let addTags: [String]
  let removeTags: [String]

  /// Throws `InvalidField` for what is missing, malformed, too much or contradictory; what is in the
  /// audience is checked where it is planned.
  init(
    relations: [CustomersV1.TagJobRelation], audience: CustomersV1.Audience?, addTags: [String],
    removeTags: [String], policies: Policies
  ) throws {
    if audience == nil {
      try Shape.items(
        relations.count, 1...policies[.tagJobRelationsMax], field: "relations", errcode: 40058)
    } else if !relations.isEmpty {
      throw InvalidField(
        "audience", "CONTRADICTION", "relations and audience are both given.", errcode: 40058)
    }
    for relation in relations {
      try Shape.userid(relation.userid, field: "relations.userid")
      try Customer.checkID(relation.externalUserid, field: "relations.external_userid")
    }
    try TagMark.checkTags(add: addTags, remove: removeTags)
    self.relations = relations.map { ($0.userid, $0.externalUserid) }
    self.audience = audience
    self.addTags = Self.once(addTags)
    self.removeTags = Self.once(removeTags)
  }

  /// Of tags that were checked.
  init(addTags: [String], removeTags: [String]) {
    relations = []
    audience = nil
    self.addTags = addTags
    self.removeTags = removeTags
  }

  private static func once(_ tagIDs: [String]) -> [String] {
    var seen: Set<String> = []
    return tagIDs.filter { seen.insert($0).inserted }
  }

  /// The marking in keys. Throws for a tag that is unknown or deleted, and for two that exclude each
  /// other.
  func marking(_ tags: TagLookup) throws -> TagMarking {
    try tags.marking(
      add: tags.givenKeys(of: addTags, field: "add_tags"),
      remove: tags.keys(of: removeTags, field: "remove_tags"))
  }
}
