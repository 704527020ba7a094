import Messages
import ServiceKit

/// Contact ways as one mutation makes and changes them: judged by what is there, written, told to the
/// feed.
struct ContactWayChanges {
  let mutation: CustomersMutation
  let policies: Policies

  func create(_ draft: ContactWay) throws -> ContactWay {
    let writer = mutation.writer
    try checkQuota(draft)
    try checkNames(draft, before: nil)
    var way = draft
    way.key = try ContactWayTable.insert(way, in: writer)
    try checkCount(way)
    way = try ContactWayTable.find(way.key, in: writer)
    try mutation.emit(.contactWayCreated(way.message))
    return way
  }

  func update(
    _ configID: String, _ change: (inout ContactWay) throws -> Void
  ) throws -> ContactWay {
    let writer = mutation.writer
    guard let before = try ContactWayTable.find(configID, in: writer) else {
      throw ContactWayFailure.notFound(configID, field: "contact_way.config_id")
    }
    try before.checkUpdate(now: mutation.now)
    var way = before
    try change(&way)
    try way.checkShape(policies: policies)
    guard way != before else { return before }
    try checkNames(way, before: before)
    try ContactWayTable.update(way, in: writer)
    if way.departmentIDs != before.departmentIDs || way.userids != before.userids {
      try checkCount(way)
    }
    way = try ContactWayTable.find(way.key, in: writer)
    try mutation.emit(.contactWayUpdated(.init(before: before.message, after: way.message)))
    return way
  }

  func delete(_ configID: String) throws {
    guard let way = try ContactWayTable.find(configID, in: mutation.writer) else {
      throw ContactWayFailure.notFound(configID, field: "config_id")
    }
    try ContactWayTable.delete(way, in: mutation.writer)
    try mutation.emit(.contactWayDeleted(way.message))
  }

  private func checkQuota(_ way: ContactWay) throws {
    let writer = mutation.writer
    guard way.temporary != nil else {
      let most = policies[.contactWaysMax]
      let used =
        try ContactWayTable.quota(day: 0, in: writer) + JoinWayTable.count(in: writer)
      guard used < most else { throw ContactWayFailure.tooMany(most) }
      return try ContactWayTable.addToQuota(1, day: 0, in: writer)
    }
    let today = CorpTime(mutation.now, timeZone: try RosterTable.timeZone(in: writer)).day
    let most = policies[.temporaryContactWaysPerDayMax]
    guard try ContactWayTable.quota(day: today, in: writer) < most else {
      throw ContactWayFailure.tooManyTemporaryToday(most)
    }
    try ContactWayTable.addToQuota(1, day: today, in: writer)
  }

  /// Whether what it names, and did not name before, is there.
  private func checkNames(_ way: ContactWay, before: ContactWay?) throws {
    let writer = mutation.writer
    if try !RosterTable.isEmpty(in: writer) {
      try checkMembers(way.userids, before?.userids, field: "contact_way.userids")
      try checkMembers(way.spareUserids, before?.spareUserids, field: "contact_way.spare_userids")
    }
    for id in Set(way.departmentIDs).subtracting(before?.departmentIDs ?? []).sorted()
    where try !RosterTable.hasDepartment(id, in: writer) {
      throw ContactWayFailure.departmentNotFound(id)
    }
    if !way.sourceID.isEmpty, way.sourceID != before?.sourceID {
      guard try SourceTable.find(way.sourceID, in: writer) != nil else {
        throw SourceFailure.notFound(way.sourceID, field: "contact_way.source_id")
      }
    }
    let tags = TagLookup(writer)
    for id in way.tagIDs where before?.tagIDs.contains(id) != true {
      _ = try tags.live(id, field: "contact_way.tag_ids")
    }
    guard way.tagIDs != before?.tagIDs else { return }
    try tags.checkRivals(in: tags.known(way.tagIDs), field: "contact_way.tag_ids")
  }

  private func checkMembers(_ userids: [String], _ before: [String]?, field: String) throws {
    let known = Set((before ?? []).map { $0.lowercased() })
    for userid in userids where !known.contains(userid.lowercased()) {
      guard let member = try RosterTable.find(userid, in: mutation.writer) else {
        throw ContactWayFailure.unknownMember(userid, field: field)
      }
      guard member.isActive else {
        throw ContactWayFailure.memberNotActivated(userid, field: field)
      }
    }
  }

  /// Whether it leads to no more members than it may, once departments are expanded. Called when its
  /// lists are written.
  private func checkCount(_ way: ContactWay) throws {
    let most = policies[.contactWayMembersMax]
    let members = try ContactWayMembers(of: way, limit: most + 1, in: mutation.writer).members
    guard members.count <= most else {
      throw ContactWay.tooManyMembers(members.count, most: most)
    }
  }
}
