import Messages
import RPC
import ServiceKit

/// Keeps the roster as directory has it, by following directory's feed.
struct RosterFeed: Sendable {
  let context: CustomersContext

  var feed: FollowedFeed<DirectoryV1.Change, CustomersV1.Change> {
    FollowedFeed(
      peer: "directory",
      watch: { cursor, channel, options in
        DirectoryV1.ChangeServiceClient(channel)
          .watchChanges(.init(after: cursor), options: options)
      },
      takeOver: takeOver, apply: Self.apply)
  }

  private static func apply(
    _ change: DirectoryV1.Change, _ mutation: CustomersMutation
  ) throws {
    let writer = mutation.writer
    let moment = change.changeTime.flatMap { Instant($0) } ?? mutation.now
    switch change.event {
    case .corpUpdated(let corp): try RosterTable.put(timeZone: corp.timeZone, in: writer)
    case .departmentCreated(let department), .departmentUpdated(let department):
      try RosterTable.put(department: department.id, under: department.parentid, in: writer)
    case .departmentDeleted(let department):
      try RosterTable.delete(department: department.id, in: writer)
    case .memberCreated(let member), .memberUpdated(let member):
      try RosterTable.put(RosterMember(member), in: writer)
      try Dimission(mutation: mutation).note(RosterMember(member), at: moment)
    case .memberDeleted(let member):
      try RosterTable.delete(member: member.userid, in: writer)
      try Dimission(mutation: mutation).leave(member.userid, at: moment)
    // Apps and tokens are not the roster's, nor is what a newer directory tells of beside these.
    case .appCreated, .appUpdated, .appDeleted, .tokenIssued, .tokenRevoked, nil: break
    }
  }

  /// Reads directory's lists into the roster; returns the cursor of before.
  private func takeOver(_ corp: String) async throws -> String {
    let channel = try context.peers.channel(to: "directory")
    let options = context.peers.options(corp: corp)
    let cursor = try await DirectoryV1.ChangeServiceClient(channel)
      .getNewestCursor(.init(), options: options).cursor
    let timeZone = try await DirectoryV1.CorpServiceClient(channel)
      .getCorp(.init(), options: options).timeZone
    try await context.write(corp: corp, origin: .job) { mutation in
      try RosterTable.beginRound(in: mutation.writer)
      try RosterTable.put(timeZone: timeZone, in: mutation.writer)
    }
    try await takeOverDepartments(corp, channel)
    try await takeOverMembers(corp, channel)
    try await context.write(corp: corp, origin: .job) { mutation in
      for member in try RosterTable.forgotten(in: mutation.writer) {
        try Dimission(mutation: mutation).leave(member, at: mutation.now)
      }
      try RosterTable.endRound(in: mutation.writer)
    }
    return cursor
  }

  private func takeOverDepartments(_ corp: String, _ channel: Channel) async throws {
    let departments = DirectoryV1.DepartmentServiceClient(channel)
    var request = DirectoryV1.ListDepartmentsRequest(pageSize: Int32(Page.largestSize))
    repeat {
      let page = try await departments.listDepartments(
        request, options: context.peers.options(corp: corp))
      try await context.write(corp: corp, origin: .job) { mutation in
        for department in page.departments {
          try RosterTable.put(
            department: department.id, under: department.parentid, in: mutation.writer)
        }
      }
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty
  }

  private func takeOverMembers(_ corp: String, _ channel: Channel) async throws {
    let members = DirectoryV1.MemberServiceClient(channel)
    var request = DirectoryV1.ListMembersRequest(
      fetchChild: true, pageSize: Int32(Page.largestSize))
    repeat {
      let page = try await members.listMembers(
        request, options: context.peers.options(corp: corp))
      try await context.write(corp: corp, origin: .job) { mutation in
        for member in page.members {
          try RosterTable.put(RosterMember(member), in: mutation.writer)
          try Dimission(mutation: mutation).note(RosterMember(member), at: mutation.now)
        }
      }
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty
  }
}

extension RosterMember {
  /// A status that a newer directory has keeps the member from customers until it is understood.
  init(_ message: DirectoryV1.Member) {
    self.init(
      userid: message.userid, status: Status(rawValue: Int(message.status.rawValue)) ?? .disabled,
      departmentIDs: message.departmentIDs)
  }
}
