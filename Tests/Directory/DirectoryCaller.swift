import Directory
import Fixtures
import Foundation
import Messages
import RPC
import ServiceKit

/// The directory as its callers have it: the generated clients, and the calls that most tests begin
/// with.
struct DirectoryCaller {
  let service: RunningService
  let corps: DirectoryV1.CorpServiceClient
  let departments: DirectoryV1.DepartmentServiceClient
  let members: DirectoryV1.MemberServiceClient
  let changes: DirectoryV1.ChangeServiceClient

  init(_ service: RunningService) {
    self.service = service
    corps = .init(service.channel)
    departments = .init(service.channel)
    members = .init(service.channel)
    changes = .init(service.channel)
  }

  /// Creates a department and returns its id.
  @discardableResult
  func department(
    _ name: String, under parentid: UInt32 = 1, id: UInt32 = 0
  ) async throws -> UInt32 {
    try await departments.createDepartment(
      .init(department: .init(id: id, name: name, parentid: parentid))
    ).id
  }

  @discardableResult
  func member(_ userid: String, in departments: UInt32...) async throws -> DirectoryV1.Member {
    try await members.createMember(
      .init(member: .sample(userid, departmentIDs: departments)))
  }

  /// The userids of a list, page by page.
  func userids(
    in department: UInt32 = 0, fetchChild: Bool = false, pageSize: Int32 = 0
  ) async throws -> [String] {
    var request = DirectoryV1.ListMembersRequest(
      departmentID: department, fetchChild: fetchChild, pageSize: pageSize)
    var userids: [String] = []
    repeat {
      let page = try await members.listMembers(request)
      userids += page.members.map(\.userid)
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty
    return userids
  }

  /// The first changes after a cursor.
  func firstChanges(
    _ count: Int, after cursor: String = ""
  ) async throws -> [DirectoryV1.Change] {
    try await Fixtures.firstChanges(count, of: changes.watchChanges(.init(after: cursor)))
  }
}

/// Runs a test against a directory of its own.
func withDirectory(
  policies: Policies = Policies(), _ body: (DirectoryCaller) async throws -> Void
) async throws {
  try await withService(DirectoryService.self, policies: policies) { service in
    try await body(DirectoryCaller(service))
  }
}

/// The policies with some numbers made small enough for a test to reach.
func policies(_ overrides: [String: Int]) throws -> Policies {
  try Policies(json: JSONEncoder().encode(overrides))
}

/// How a caller of another corp calls.
let otherCorp = CallOptions(metadata: ["siyu-corp": "other"])
