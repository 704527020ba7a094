import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.customers.v1.AudienceService`.
struct AudienceHandler: CustomersV1.AudienceServiceProtocol {
  /// How many a message or a list of a reply holds.
  private static let listedMax = 1000

  let context: CustomersContext

  func previewAudience(
    _ request: CustomersV1.PreviewAudienceRequest, _ call: Call
  ) async throws -> CustomersV1.PreviewAudienceResponse {
    let audience = Audience(request.audience ?? .init())
    let plan = try await plan(audience, last: nil, call)
    var count = Count()
    var after: Int64 = 0
    while after < plan.walk.last {
      let place = after
      let chunk = try await plan.database.scan { try plan.walk.chunk(after: place, in: $0) }
      count.add(chunk, keepsCustomers: !audience.externalUserids.isEmpty)
      after = chunk.through
    }
    let counted = count
    let members = try await plan.database.scan { reader in
      try counted.members(limit: Self.listedMax) { try plan.walk.userid(of: $0, in: reader) }
    }
    let excluded = audience.externalUserids.compactMap { id in
      let key = plan.keys[id]
      return key.map(count.chosen.contains) == true
        ? nil
        : CustomersV1.ExcludedCustomer(
          externalUserid: id, reason: key == nil ? .unknown : .notRelated)
    }
    return .init(
      customerCount: count.customerCount, memberCount: Int64(count.related.count),
      members: members, excludedCount: Int64(excluded.count),
      excluded: Array(excluded.prefix(Self.listedMax)))
  }

  func listAudience(
    _ request: CustomersV1.ListAudienceRequest,
    _ replies: ReplyStream<CustomersV1.ListAudienceResponse>, _ call: Call
  ) async throws {
    let asked = request.audience ?? .init()
    let owner = PageToken.Owner(asked)
    let begun = try Place(request.after, owner)
    let plan = try await plan(Audience(asked), last: begun?.last, call)
    var current = begun ?? Place(after: 0, listed: 0, last: plan.walk.last)
    var waiting: [Listed] = []
    var after = current.after
    while after < plan.walk.last {
      let from = after
      let (listed, through) = try await plan.database.scan { reader in
        let chunk = try plan.walk.chunk(after: from, in: reader)
        return (try plan.listed(chunk.chosen, in: reader), chunk.through)
      }
      after = through
      waiting += listed
      while waiting.count > Self.listedMax {
        let next = waiting.prefix(Self.listedMax)
        waiting.removeFirst(Self.listedMax)
        current.pass(next.count, to: next.last!.key)
        try await replies.send(
          .init(
            recipients: next.map(\.recipient), cursor: current.text(owner),
            listedCount: current.listed))
      }
    }
    current.pass(waiting.count, to: current.last)
    try await replies.send(
      .init(
        recipients: waiting.map(\.recipient), cursor: current.text(owner),
        listedCount: current.listed, finished: true))
  }
}

/// Where a walk stands: what its cursor holds.
private struct Place {
  /// The last customer's key that was listed, or passed at the end.
  var after: Int64
  var listed: Int64
  /// The newest customer's key when the walk began.
  let last: Int64

  init(after: Int64, listed: Int64, last: Int64) {
    self.after = after
    self.listed = listed
    self.last = last
  }

  /// Nil for a walk that begins.
  init?(_ cursor: String, _ owner: PageToken.Owner) throws(InvalidField) {
    guard !cursor.isEmpty else { return nil }
    let keys = try PageToken.keys(cursor, of: owner, count: 3, field: "after").compactMap(\.int)
    // Keys are given out from 1 without gaps, so there are no more customers than that.
    guard keys.count == 3, 0 <= keys[1], keys[1] <= keys[0], keys[0] <= keys[2] else {
      throw InvalidField("after", "BAD_PAGE_TOKEN", "after is malformed.", errcode: 50100)
    }
    self.init(after: keys[0], listed: keys[1], last: keys[2])
  }

  mutating func pass(_ count: Int, to key: Int64) {
    after = key
    listed += Int64(count)
  }

  func text(_ owner: PageToken.Owner) -> String {
    PageToken.text([.int(after), .int(listed), .int(last)], of: owner)
  }
}

/// A recipient and his key.
private struct Listed: Sendable {
  let key: Int64
  let recipient: CustomersV1.Recipient
}

/// An audience ready to be walked, in the database of who asks.
private struct Plan: Sendable {
  let database: Database
  let walk: AudienceWalk
  /// The keys of customers named one by one; those unknown have none.
  let keys: [String: Int64]

  func listed(_ chosen: [Chosen], in reader: Reader) throws -> [Listed] {
    try chosen.map { one in
      Listed(
        key: one.customer,
        recipient: .init(
          externalUserid: try CustomerTable.externalUserid(of: one.customer, in: reader),
          userid: try walk.userid(of: one.member, in: reader)))
    }
  }
}

extension AudienceHandler {
  /// Finds what the audience names. `last` is where a walk that goes on ends.
  private func plan(_ audience: Audience, last: Int64?, _ call: Call) async throws -> Plan {
    try audience.checkShape(policies: context.policies)
    let userids = try await audience.userids + members(of: audience.departmentIDs, call)
    let database = try context.corps.database(of: call.principal.corp)
    let (walk, keys) = try await database.scan { reader in
      let condition = try TagCondition(Self.groups(of: audience, in: reader))
      var keys: [String: Int64] = [:]
      for id in audience.externalUserids { keys[id] = try CustomerTable.key(of: id, in: reader) }
      let members = try userids.compactMap { try MemberTable.find($0, in: reader)?.key }
      let selection = AudienceSelection(
        customers: audience.externalUserids.isEmpty ? nil : keys.values.sorted(),
        condition: condition, members: audience.restrictsSenders ? Set(members) : nil)
      let newest = try CustomerTable.newestKey(in: reader)
      return (try AudienceWalk(selection, last: min(last ?? newest, newest), in: reader), keys)
    }
    return Plan(database: database, walk: walk, keys: keys)
  }

  private static func groups(of audience: Audience, in reader: Reader) throws -> [TagSet] {
    let lookup = TagLookup(reader)
    return try audience.groups.map { group in
      if !group.groupID.isEmpty {
        guard let found = try TagGroupTable.find(group.groupID, in: reader), !found.isDeleted else {
          throw TagFailure.groupNotFound(group.groupID, field: Audience.Field.groupID)
        }
      }
      let tags = try group.tagIDs.map { try lookup.live($0, field: Audience.Field.tags) }
      if let stray = tags.first(where: { !group.groupID.isEmpty && $0.groupID != group.groupID }) {
        throw TagFailure.ofOtherGroup(
          tagID: stray.tagID, groupID: group.groupID, field: Audience.Field.tags)
      }
      return TagSet(tags.map(\.key))
    }
  }

  /// The userids in departments and all under them, as directory knows them now.
  private func members(of departments: [UInt32], _ call: Call) async throws -> [String] {
    guard !departments.isEmpty else { return [] }
    let directory = DirectoryV1.MemberServiceClient(try context.peers.channel(to: "directory"))
    let options = context.peers.options(for: call)
    var userids: [String] = []
    for id in departments {
      var request = DirectoryV1.ListMembersRequest(
        departmentID: id, fetchChild: true, pageSize: Int32(Page.largestSize))
      repeat {
        do {
          let page = try await directory.listMembers(request, options: options)
          userids += page.members.map(\.userid)
          request.pageToken = page.nextPageToken
        } catch let status as Status where status.code == .notFound {
          throw AudienceFailure.departmentNotFound(id)
        }
      } while !request.pageToken.isEmpty
    }
    return userids
  }
}

/// What a preview counts.
private struct Count: Sendable {
  var customerCount: Int64 = 0
  var sending: [Int64: Int] = [:]
  var related: [Int64: Int] = [:]
  /// The chosen customers' keys, when they are asked for one by one.
  var chosen: Set<Int64> = []

  mutating func add(_ chunk: AudienceWalk.Chunk, keepsCustomers: Bool) {
    customerCount += Int64(chunk.chosen.count)
    for one in chunk.chosen {
      sending[one.member, default: 0] += 1
      if keepsCustomers { chosen.insert(one.customer) }
    }
    related.merge(chunk.related, uniquingKeysWith: +)
  }

  /// Most customers to send to first, then by userid.
  func members(
    limit: Int, userid: (Int64) throws -> String
  ) rethrows -> [CustomersV1.MemberCount] {
    try related.map { member, related in
      CustomersV1.MemberCount(
        userid: try userid(member), customerCount: Int64(sending[member] ?? 0),
        relatedCount: Int64(related))
    }
    .sorted { left, right in
      left.customerCount != right.customerCount
        ? left.customerCount > right.customerCount
        : left.userid.lowercased() < right.userid.lowercased()
    }
    .prefix(limit).map(\.self)
  }
}

extension Audience {
  init(_ message: CustomersV1.Audience) {
    self.init(
      externalUserids: message.externalUserids,
      groups: (message.tagFilter?.groupList ?? []).map {
        AnyOf(tagIDs: $0.tagList, groupID: $0.groupID)
      },
      userids: message.userids, departmentIDs: message.departmentIDs)
  }
}
