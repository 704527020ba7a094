package import Messages
import RPC

/// What a service keeps of directory's departments and members.
///
/// Directory's feed tells it. Where there is no cursor to go on from, directory's lists are read:
/// they are long, so that takes several transactions, a round. What the lists of a round did not hold
/// is gone from directory, and `endRound` lets go of it.
package protocol Roster<Change>: Sendable {
  associatedtype Change: FeedChange

  func put(_ corp: DirectoryV1.Corp, _ mutation: Mutation<Change>) throws
  func put(_ department: DirectoryV1.Department, _ mutation: Mutation<Change>) throws
  func put(_ member: DirectoryV1.Member, at moment: Instant, _ mutation: Mutation<Change>) throws
  func delete(department: UInt32, _ mutation: Mutation<Change>) throws
  func delete(member: String, at moment: Instant, _ mutation: Mutation<Change>) throws
  func beginRound(_ mutation: Mutation<Change>) throws
  func endRound(_ mutation: Mutation<Change>) throws
}

extension Roster {
  /// Most services keep nothing of the corp itself.
  package func put(_ corp: DirectoryV1.Corp, _ mutation: Mutation<Change>) throws {}
}

extension ServiceContext {
  /// Keeps a roster as directory has it, by following directory's feed.
  package func follow(_ roster: some Roster<Change>) {
    follow(
      FollowedFeed(
        peer: "directory",
        watch: { cursor, channel, options in
          DirectoryV1.ChangeServiceClient(channel)
            .watchChanges(.init(after: cursor), options: options)
        },
        takeOver: { corp in try await self.takeOver(roster, of: corp) },
        apply: { change, mutation in try roster.apply(change, mutation) }))
  }

  /// Reads directory's lists into the roster; returns the cursor of before.
  private func takeOver(_ roster: some Roster<Change>, of corp: String) async throws -> String {
    let channel = try peers.channel(to: "directory")
    let options = peers.options(corp: corp)
    let cursor = try await DirectoryV1.ChangeServiceClient(channel)
      .getNewestCursor(.init(), options: options).cursor
    let found = try await DirectoryV1.CorpServiceClient(channel).getCorp(.init(), options: options)
    try await write(corp: corp, origin: .job) { mutation in
      try roster.beginRound(mutation)
      try roster.put(found, mutation)
    }
    try await takeOverDepartments(into: roster, of: corp, channel)
    try await takeOverMembers(into: roster, of: corp, channel)
    try await write(corp: corp, origin: .job) { try roster.endRound($0) }
    return cursor
  }

  private func takeOverDepartments(
    into roster: some Roster<Change>, of corp: String, _ channel: Channel
  ) async throws {
    let departments = DirectoryV1.DepartmentServiceClient(channel)
    var request = DirectoryV1.ListDepartmentsRequest(pageSize: Int32(Page.largestSize))
    repeat {
      let page = try await departments.listDepartments(request, options: peers.options(corp: corp))
      try await write(corp: corp, origin: .job) { mutation in
        for department in page.departments { try roster.put(department, mutation) }
      }
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty
  }

  private func takeOverMembers(
    into roster: some Roster<Change>, of corp: String, _ channel: Channel
  ) async throws {
    let members = DirectoryV1.MemberServiceClient(channel)
    var request = DirectoryV1.ListMembersRequest(
      fetchChild: true, pageSize: Int32(Page.largestSize))
    repeat {
      let page = try await members.listMembers(request, options: peers.options(corp: corp))
      try await write(corp: corp, origin: .job) { mutation in
        for member in page.members { try roster.put(member, at: mutation.now, mutation) }
      }
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty
  }
}

extension Roster {
  fileprivate func apply(_ change: DirectoryV1.Change, _ mutation: Mutation<Change>) throws {
    let moment = change.changeTime.flatMap { Instant($0) } ?? mutation.now
    switch change.event {
    case .corpUpdated(let corp): try put(corp, mutation)
    case .departmentCreated(let department), .departmentUpdated(let department):
      try put(department, mutation)
    case .departmentDeleted(let department): try delete(department: department.id, mutation)
    case .memberCreated(let member), .memberUpdated(let member):
      try put(member, at: moment, mutation)
    case .memberDeleted(let member): try delete(member: member.userid, at: moment, mutation)
    // Apps and tokens are not the roster's, nor is what a newer directory tells of beside these.
    case .appCreated, .appUpdated, .appDeleted, .tokenIssued, .tokenRevoked, nil: break
    }
  }
}
