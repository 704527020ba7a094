import Messages
import RPC
import ServiceKit

/// Keeps the roster as directory has it, by following directory's feed.
struct RosterFeed: Sendable {
  let context: BroadcastsContext

  var feed: FollowedFeed<DirectoryV1.Change, BroadcastsV1.Change> {
    FollowedFeed(
      peer: "directory",
      watch: { cursor, channel, options in
        DirectoryV1.ChangeServiceClient(channel)
          .watchChanges(.init(after: cursor), options: options)
      },
      takeOver: takeOver, apply: Self.apply)
  }

  private static func apply(
    _ change: DirectoryV1.Change, _ mutation: BroadcastsMutation
  ) throws {
    let writer = mutation.writer
    switch change.event {
    case .departmentCreated(let department), .departmentUpdated(let department):
      try RosterTable.put(department: department.id, under: department.parentid, in: writer)
    case .departmentDeleted(let department):
      try RosterTable.delete(department: department.id, in: writer)
    case .memberCreated(let member), .memberUpdated(let member):
      try RosterTable.put(member: member.userid, in: member.departmentIDs, writer)
    case .memberDeleted(let member):
      try RosterTable.put(member: member.userid, in: [], writer)
    // What directory tells of beside these is not the roster's.
    default: break
    }
  }

  /// Reads directory's lists into the roster; returns the cursor of before.
  private func takeOver(_ corp: String) async throws -> String {
    let channel = try context.peers.channel(to: "directory")
    let cursor = try await DirectoryV1.ChangeServiceClient(channel)
      .getNewestCursor(.init(), options: context.peers.options(corp: corp)).cursor
    try await context.write(corp: corp, origin: .job) {
      try RosterTable.beginRound(in: $0.writer)
    }
    try await takeOverDepartments(corp, channel)
    try await takeOverMembers(corp, channel)
    try await context.write(corp: corp, origin: .job) { try RosterTable.endRound(in: $0.writer) }
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
          try RosterTable.put(member: member.userid, in: member.departmentIDs, mutation.writer)
        }
      }
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty
  }
}
