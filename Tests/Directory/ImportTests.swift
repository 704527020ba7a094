import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("Imports", .timeLimit(.minutes(5)))
struct ImportTests {
  private typealias Departments = DirectoryV1.ImportDepartmentsRequest
  private typealias Members = DirectoryV1.ImportMembersRequest

  @Test("A tree comes in over several batches, parents before children, and again as it was")
  func departments() async throws {
    try await withDirectory { directory in
      let batches = [
        Departments(
          departments: [
            .init(id: 1, name: "思域百货"),
            .init(id: 10, name: "华东", parentid: 1, kind: .region),
            .init(id: 11, name: "一店", parentid: 10, kind: .store),
          ], requestID: "b1"),
        Departments(
          departments: [
            .init(id: 12, name: "二店", parentid: 10, kind: .store),
            .init(id: 11, name: "旗舰店", parentid: 1, kind: .store),
          ], requestID: "b2"),
      ]
      func send() async throws -> DirectoryV1.ImportDepartmentsResponse {
        try await directory.departments.importDepartments { stream in
          for batch in batches { try await stream.send(batch) }
        }
      }
      let outcome = try await send()
      #expect(outcome == .init(createdCount: 3, updatedCount: 2))
      let list = try await directory.departments.listDepartments(.init())
      #expect(list.departments.map(\.name) == ["思域百货", "华东", "旗舰店", "二店"])
      #expect(list.departments.map(\.parentid) == [0, 1, 1, 10])

      // The same batches again change nothing: each is answered as it was the first time.
      _ = try await directory.departments.updateDepartment(
        .init(department: .init(id: 12, name: "renamed since")))
      #expect(try await send() == outcome)
      let kept = try await directory.departments.getDepartment(.init(id: 12))
      #expect(kept.name == "renamed since")
    }
  }

  @Test("Departments that break a rule are reported in order, the others are kept")
  func departmentFailures() async throws {
    try await withDirectory { directory in
      let outcome = try await directory.departments.importDepartments { stream in
        try await stream.send(
          Departments(departments: [
            .init(id: 0, name: "no id", parentid: 1),
            .init(id: 2, name: "", parentid: 1),
            .init(id: 3, name: "good", parentid: 1),
            .init(id: 4, name: "good", parentid: 1),
            .init(id: 5, name: "orphan", parentid: 99),
            .init(id: 3, name: "cycle", parentid: 3),
            .init(id: 6, name: "kind", parentid: 1, kind: .init(rawValue: 7)),
            .init(id: 7, name: "good too", parentid: 3),
            .init(id: 1, name: "root", parentid: 3),
          ]))
      }
      #expect(outcome.createdCount == 2)
      #expect(outcome.updatedCount == 0)
      #expect(outcome.failedCount == 7)
      #expect(outcome.failures.map(\.key) == ["0", "2", "4", "5", "3", "6", "1"])
      #expect(
        outcome.failures.map(\.reason) == [
          "REQUIRED", "REQUIRED", "DEPARTMENT_NAME_TAKEN", "PARENT_NOT_FOUND", "DEPARTMENT_CYCLE",
          "UNKNOWN_VALUE", "DEPARTMENT_IS_ROOT",
        ])
      #expect(outcome.failures.allSatisfy { $0.message.hasSuffix(".") })
      let list = try await directory.departments.listDepartments(.init())
      #expect(list.departments.map(\.id) == [1, 3, 7])
    }
  }

  @Test("Members come in over several batches, by userid in any case")
  func members() async throws {
    try await withDirectory { directory in
      let store = try await directory.department("一店")
      let created = try await directory.member("WangFang", in: store)
      directory.service.clock.advance(seconds: 60)
      let outcome = try await directory.members.importMembers { stream in
        try await stream.send(
          Members(members: [
            .sample("li", departmentIDs: [store]),
            .init(userid: "wangfang", name: "王芳", mobile: "13800000000"),
          ]))
        try await stream.send(Members(members: [.sample("zhang", departmentIDs: [store])]))
      }
      #expect(outcome == .init(createdCount: 2, updatedCount: 1))
      let wang = try await directory.members.getMember(.init(userid: "wangfang"))
      #expect(wang.userid == "WangFang")
      #expect(wang.createTime == created.createTime)
      #expect(wang.email == "")
      #expect(wang.departmentIDs == [1])
      #expect(try await directory.userids(in: store) == ["li", "zhang"])
    }
  }

  @Test("Members who break a rule are reported in order, the others are kept")
  func memberFailures() async throws {
    try await withDirectory { directory in
      let outcome = try await directory.members.importMembers { stream in
        try await stream.send(
          Members(members: [
            .sample("a"), .init(userid: "b", name: "nobody reaches him"),
            .sample("c", departmentIDs: [99]),
            .init(userid: "d", name: "d", email: "a@example.com"), .sample("e"),
            .init(userid: "_f", name: "f", email: "f@example.com"),
          ]))
      }
      #expect(outcome.createdCount == 2)
      #expect(outcome.failedCount == 4)
      #expect(outcome.failures.map(\.key) == ["b", "c", "d", "_f"])
      #expect(
        outcome.failures.map(\.reason)
          == ["REQUIRED", "DEPARTMENT_NOT_FOUND", "EMAIL_TAKEN", "BAD_USERID"])
      #expect(try await directory.userids() == ["a", "e"])
    }
  }

  @Test("At most 1000 failures are listed, all are counted")
  func manyFailures() async throws {
    try await withDirectory { directory in
      let outcome = try await directory.members.importMembers { stream in
        for batch in 0..<2 {
          try await stream.send(
            Members(members: (0..<600).map { .init(userid: "m\(batch)-\($0)") }))
        }
      }
      #expect(outcome.failedCount == 1200)
      #expect(outcome.failures.count == 1000)
      #expect(outcome.failures.last?.key == "m1-399")
    }
  }

  @Test("A batch holds 1 to 1000 items; a wrong one ends the stream, those before it stay")
  func batchSize() async throws {
    try await withDirectory { directory in
      let thousand = (0..<1000).map { DirectoryV1.Member.sample("m\($0)") }
      let outcome = try await directory.members.importMembers { stream in
        try await stream.send(Members(members: thousand))
      }
      #expect(outcome.createdCount == 1000)
      await expectFailure(.invalidArgument, "TOO_LONG", field: "members") {
        try await directory.members.importMembers { stream in
          try await stream.send(Members(members: [.sample("before")]))
          try await stream.send(Members(members: thousand + [.sample("m1000")]))
        }
      }
      #expect(try await directory.members.getMember(.init(userid: "before")).userid == "before")
      await expectFailure(.invalidArgument, "REQUIRED", field: "members") {
        try await directory.members.importMembers { try await $0.send(Members()) }
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "departments") {
        try await directory.departments.importDepartments { try await $0.send(Departments()) }
      }
    }
  }

  @Test("A repeated batch is answered as before, another under its request_id is refused")
  func repeatedBatch() async throws {
    try await withDirectory { directory in
      func send(_ members: DirectoryV1.Member...) async throws
        -> DirectoryV1.ImportMembersResponse
      {
        try await directory.members.importMembers { stream in
          try await stream.send(Members(members: members, requestID: "batch-1"))
        }
      }
      let first = try await send(.sample("a"), .sample("_b"))
      #expect(first.createdCount == 1)
      #expect(first.failedCount == 1)
      _ = try await directory.members.deleteMember(.init(userid: "a"))
      #expect(try await send(.sample("a"), .sample("_b")) == first)
      #expect(try await directory.userids() == [])
      await expectFailure(.alreadyExists, "REQUEST_ID_REUSED", field: "request_id") {
        try await send(.sample("c"))
      }
    }
  }

  @Test("An import of nothing is an answer")
  func empty() async throws {
    try await withDirectory { directory in
      let outcome = try await directory.members.importMembers { _ in }
      #expect(outcome == .init())
    }
  }
}
