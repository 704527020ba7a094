import Messages
import RPC
import ServiceKit
import Store

/// An audience ready to be walked, in the database of who asks.
struct AudiencePlan: Sendable {
  let database: Database
  let walk: AudienceWalk
  /// The keys of customers named one by one; those unknown have none.
  let keys: [String: Int64]

  /// A row read in passing costs about an eighth of one looked up.
  private static let denseCustomers: Int64 = 8

  /// Gives the recipient of each chosen customer, in their order. Customers who stand close by are
  /// read in a row, others one by one.
  func each(
    _ chosen: [Chosen], in reader: Reader, _ body: (Chosen, CustomersV1.Recipient) -> Void
  ) throws {
    guard let first = chosen.first?.customer, let last = chosen.last?.customer else { return }
    var next = chosen.startIndex
    func give(_ externalUserid: String) throws {
      let one = chosen[next]
      next += 1
      body(
        one,
        .init(externalUserid: externalUserid, userid: try walk.userid(of: one.member, in: reader)))
    }
    if last - first < Int64(chosen.count) * Self.denseCustomers {
      try AudienceTable.eachCustomer(in: first...last, in: reader) { key, externalUserid in
        if key == chosen[next].customer { try give(externalUserid) }
      }
    } else {
      for one in chosen { try give(CustomerTable.externalUserid(of: one.customer, in: reader)) }
    }
  }

  /// Walks to the end, step by step.
  func walkAll(
    countsRelated: Bool = false, _ body: (AudienceWalk.Step) async throws -> Void
  ) async throws {
    var after: Int64 = 0
    while after < walk.last {
      let place = after
      let step = try await database.scan {
        try walk.step(after: place, countsRelated: countsRelated, in: $0)
      }
      try await body(step)
      after = step.through
    }
  }
}

extension AudienceHandler {
  /// Finds what the audience names. `last` is where a walk that goes on ends.
  func plan(_ audience: Audience, last: Int64? = nil, _ call: Call) async throws -> AudiencePlan {
    try audience.checkShape(policies: context.policies)
    return try await plan(
      audience, departments: departments(of: audience, call), last: last, corp: call.principal.corp)
  }

  /// Finds what the audience names, when the members of its departments are known.
  func plan(
    _ audience: Audience, departments: [UInt32: [String]], last: Int64? = nil, corp: String
  ) async throws -> AudiencePlan {
    let database = try context.corps.database(of: corp)
    let today = Day(of: context.clock.now)
    let (walk, keys) = try await database.scan { reader in
      var keys: [String: Int64] = [:]
      for id in audience.externalUserids { keys[id] = try CustomerTable.key(of: id, in: reader) }
      let selection = try AudienceNames(reader, departments: departments)
        .selection(of: audience, named: keys, today: today)
      let newest = try CustomerTable.newestKey(in: reader)
      return (try AudienceWalk(selection, last: min(last ?? newest, newest), in: reader), keys)
    }
    return AudiencePlan(database: database, walk: walk, keys: keys)
  }

  /// The userids of every department that the audience names, with all under it.
  func departments(
    of audience: Audience, _ call: Call
  ) async throws -> [UInt32: [String]] {
    var named = audience.departmentIDs.map { (id: $0, field: Audience.Field.departments) }
    audience.eachCondition { condition, field in
      if case .members(_, let ids) = condition {
        named += ids.map { (id: $0, field: "\(field).members.department_ids") }
      }
    }
    var userids: [UInt32: [String]] = [:]
    for (id, field) in named where userids[id] == nil {
      userids[id] = try await members(of: id, field: field, call)
    }
    return userids
  }

  /// The userids in a department and all under it, as directory knows them now.
  private func members(
    of department: UInt32, field: String, _ call: Call
  ) async throws -> [String] {
    let directory = DirectoryV1.MemberServiceClient(try context.peers.channel(to: "directory"))
    let options = context.peers.options(for: call)
    var userids: [String] = []
    var request = DirectoryV1.ListMembersRequest(
      departmentID: department, fetchChild: true, pageSize: Int32(Page.largestSize))
    repeat {
      do {
        let page = try await directory.listMembers(request, options: options)
        userids += page.members.map(\.userid)
        request.pageToken = page.nextPageToken
      } catch let status as Status where status.code == .notFound {
        throw AudienceFailure.departmentNotFound(department, field: field)
      }
    } while !request.pageToken.isEmpty
    return userids
  }
}

/// Finds the keys of what an audience names, in one read.
struct AudienceNames {
  private let reader: Reader
  private let tags: TagLookup
  private let departments: [UInt32: [String]]

  init(_ reader: Reader, departments: [UInt32: [String]] = [:]) {
    self.reader = reader
    self.departments = departments
    tags = TagLookup(reader)
  }

  func selection(
    of audience: Audience, named keys: [String: Int64], today: Day
  ) throws -> AudienceSelection {
    var allOf: [[AudienceSelection.Condition]] = try audience.groups.map {
      [.tags(try self.keys(of: $0))]
    }
    if !audience.externalUserids.isEmpty { allOf.append([.customers(SortedKeys(keys.values))]) }
    if audience.restrictsSenders {
      allOf.append([.members(try members(audience.userids, audience.departmentIDs))])
    }
    for (clause, conditions) in audience.allOf.enumerated() {
      allOf.append(
        try conditions.enumerated().map {
          try condition($0.element, Audience.Field.condition(clause, $0.offset), today)
        })
    }
    let noneOf = try audience.noneOf.enumerated().map {
      try condition($0.element, Audience.Field.exclusion($0.offset), today)
    }
    return AudienceSelection(allOf: allOf, noneOf: noneOf)
  }

  /// Throws for a tag or a tag group that is unknown or deleted, and for a source that never was.
  func checkNames(in audience: Audience) throws {
    for group in audience.groups { _ = try keys(of: group) }
    try audience.eachCondition { condition, field in
      switch condition {
      case .tags(let ids): _ = try tags.keys(of: ids, field: "\(field).tags.tag_ids")
      case .sources(let sources): _ = try keys(of: sources, "\(field).sources")
      default: break
      }
    }
  }

  private func condition(
    _ condition: Audience.Condition, _ field: String, _ today: Day
  ) throws -> AudienceSelection.Condition {
    switch condition {
    case .tags(let ids): .tags(try tags.keys(of: ids, field: "\(field).tags.tag_ids"))
    case .members(let userids, let departmentIDs): .members(try members(userids, departmentIDs))
    case .customers(let ids):
      .customers(SortedKeys(try ids.compactMap { try CustomerTable.key(of: $0, in: reader) }))
    case .addWays(let ways): .row(.addWays(Set(ways)))
    case .states(let states): .row(.states(Set(states)))
    case .addTime(let window): .row(.addTime(window.microseconds))
    case .lastChatTime(let window): .row(.lastChatTime(window.microseconds))
    case .interactions(let bounds): .interactions(InteractionWindow(bounds, today: today))
    case .attribute(let filter): .attribute(filter)
    case .sources(let sources): .row(.sources(try keys(of: sources, "\(field).sources")))
    }
  }

  private func keys(of sources: SourceCondition, _ field: String) throws -> Set<Int64> {
    let named = try sources.sourceIDs.map { id in
      guard let source = try SourceTable.reference(to: id, in: reader) else {
        throw SourceFailure.notFound(id, field: "\(field).source_ids")
      }
      return source.key
    }
    return try SourceTable.keys(
      of: sources, among: named.isEmpty ? nil : Set(named), in: reader)
  }

  private func keys(of group: Audience.AnyOf) throws -> TagSet {
    if !group.groupID.isEmpty {
      guard let found = try TagGroupTable.find(group.groupID, in: reader), !found.isDeleted else {
        throw TagFailure.groupNotFound(group.groupID, field: Audience.Field.groupID)
      }
    }
    let found = try group.tagIDs.map { try tags.live($0, field: Audience.Field.tags) }
    if let stray = found.first(where: { !group.groupID.isEmpty && $0.groupID != group.groupID }) {
      throw TagFailure.ofOtherGroup(
        tagID: stray.tagID, groupID: group.groupID, field: Audience.Field.tags)
    }
    return TagSet(found.map(\.key))
  }

  private func members(_ userids: [String], _ departmentIDs: [UInt32]) throws -> MemberSet {
    let all = userids + departmentIDs.flatMap { departments[$0] ?? [] }
    return MemberSet(try all.compactMap { try MemberTable.find($0, in: reader)?.key })
  }
}
