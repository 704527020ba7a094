import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("request_id", .timeLimit(.minutes(5)))
struct RequestIDTests {
  @Test("A repeated request has one effect and one answer")
  func repeated() async throws {
    try await withDirectory { directory in
      let request = DirectoryV1.CreateDepartmentRequest(
        department: .init(name: "华东", parentid: 1), requestID: "r-1")
      let first = try await directory.departments.createDepartment(request)
      directory.service.clock.advance(seconds: 23 * 3600)
      #expect(try await directory.departments.createDepartment(request) == first)
      let deletion = DirectoryV1.DeleteDepartmentRequest(id: first.id, requestID: "r-2")
      let gone = try await directory.departments.deleteDepartment(deletion)
      #expect(try await directory.departments.deleteDepartment(deletion) == gone)
      // What was answered is answered again, though it is no longer so.
      #expect(try await directory.departments.createDepartment(request) == first)
      let changes = try await directory.firstChanges(2)
      #expect(changes.map(\.sequence) == [1, 2])
      #expect(changes.last?.event == .departmentDeleted(first))
    }
  }

  @Test("Requests with one request_id at the same time have one effect and one answer")
  func concurrent() async throws {
    try await withDirectory { directory in
      let request = DirectoryV1.CreateMemberRequest(member: .sample("a"), requestID: "r-1")
      let answers = try await withThrowingTaskGroup(of: DirectoryV1.Member.self) { group in
        for _ in 0..<20 {
          group.addTask { try await directory.members.createMember(request) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers.count == 20)
      #expect(Set(answers).count == 1)
      try await directory.member("b")
      let changes = try await directory.firstChanges(2)
      #expect(changes.map(\.event).compactMap(userid) == ["a", "b"])
    }
  }

  private func userid(_ event: DirectoryV1.Change.Event?) -> String? {
    if case .memberCreated(let member) = event { member.userid } else { nil }
  }

  @Test("With another body it is refused, for another method or corp, or a day later, it is new")
  func reused() async throws {
    try await withDirectory { directory in
      func create(_ userid: String, _ options: CallOptions = .init()) async throws {
        _ = try await directory.members.createMember(
          .init(member: .sample(userid), requestID: "r-1"), options: options)
      }
      try await create("a")
      await expectFailure(.alreadyExists, "REQUEST_ID_REUSED", field: "request_id") {
        try await create("b")
      }
      _ = try await directory.members.deleteMember(.init(userid: "a", requestID: "r-1"))
      try await create("b", otherCorp)
      directory.service.clock.advance(seconds: 24 * 3600 + 1)
      try await create("b")
      #expect(try await directory.userids() == ["b"])
    }
  }

  @Test("A request that failed may be sent again with its request_id")
  func failed() async throws {
    try await withDirectory { directory in
      let request = DirectoryV1.CreateMemberRequest(
        member: .sample("a", departmentIDs: [2]), requestID: "r-1")
      await expectFailure(.notFound, "DEPARTMENT_NOT_FOUND") {
        try await directory.members.createMember(request)
      }
      try await directory.department("一店")
      #expect(try await directory.members.createMember(request).userid == "a")
    }
  }

  @Test(
    "A request_id is at most 64 printable ASCII characters",
    arguments: [String(repeating: "r", count: 65), "r 1", "编号", "r\n"])
  func malformed(requestID: String) async throws {
    try await withDirectory { directory in
      await expectFailure(.invalidArgument, "BAD_REQUEST_ID", field: "request_id") {
        try await directory.members.createMember(
          .init(member: .sample("a"), requestID: requestID))
      }
      await expectFailure(.invalidArgument, "BAD_REQUEST_ID", field: "request_id") {
        try await directory.corps.updateCorp(
          .init(corp: .init(name: "x"), requestID: requestID))
      }
    }
  }
}
