import Directory
import Fixtures
import Foundation
import Messages
import RPC
@testable import ServiceKit
import Store
import Testing

@Suite("The audit log", .timeLimit(.minutes(5)))
struct AuditTests {
  private func entries(
    _ service: RunningService, after sequence: Int64 = 0, app: String = "local"
  ) async throws -> [CommonV1.AuditEntry] {
    let client = CommonV1.AuditServiceClient(service.channel)
    return try await client.listAuditEntries(.init(afterSequence: sequence)).entries
  }

  private func create(
    _ name: String, _ service: RunningService, requestID: String = ""
  ) async throws {
    _ = try await DirectoryV1.DepartmentServiceClient(service.channel).createDepartment(
      .init(department: .init(name: name, parentid: 1), requestID: requestID),
      options: .init(metadata: ["siyu-app": "crm"]))
  }

  @Test("A change is written down once, with who asked for what")
  func once() async throws {
    try await withService(DirectoryService.self) { service in
      try await create("一店", service, requestID: "r-1")
      try await create("一店", service, requestID: "r-1")
      await expectFailure(.alreadyExists, "DEPARTMENT_NAME_TAKEN") {
        try await create("一店", service)
      }
      _ = try await DirectoryV1.MemberServiceClient(service.channel).createMember(
        .init(member: .sample("lili", departmentIDs: [2])))
      let entries = try await entries(service)
      #expect(entries.map(\.sequence) == [1, 2])
      #expect(entries.map(\.app) == ["crm", "local"])
      #expect(entries.map(\.requestID) == ["r-1", ""])
      #expect(
        entries.map(\.method) == [
          "/siyu.directory.v1.DepartmentService/CreateDepartment",
          "/siyu.directory.v1.MemberService/CreateMember",
        ])
      #expect(entries.map(\.kind) == [.change, .change])
      #expect(entries[1].subject.contains("userid=lili"))
      #expect(entries[1].subject.contains("department_ids=2"), "\(entries[1].subject)")
      #expect(entries.allSatisfy { $0.hash.count == 32 && $0.bodyHash.count == 32 })
      #expect(try await self.entries(service, after: 1).map(\.sequence) == [2])
    }
  }

  @Test("Pages of the log hold each entry once, and another corp has its own")
  func pages() async throws {
    try await withService(DirectoryService.self) { service in
      for number in 1...5 { try await create("店 \(number)", service) }
      let client = CommonV1.AuditServiceClient(service.channel)
      var request = CommonV1.ListAuditEntriesRequest(pageSize: 2)
      var sequences: [Int64] = []
      repeat {
        let page = try await client.listAuditEntries(request)
        sequences += page.entries.map(\.sequence)
        request.pageToken = page.nextPageToken
      } while !request.pageToken.isEmpty
      #expect(sequences == [1, 2, 3, 4, 5])
      let others = try await client.listAuditEntries(
        .init(), options: .init(metadata: ["siyu-corp": "other"]))
      #expect(others.entries.isEmpty)
      await expectFailure(.invalidArgument, "NEGATIVE", field: "after_sequence") {
        try await client.listAuditEntries(.init(afterSequence: -1))
      }
    }
  }

  @Test(
    "An entry that is changed, removed or put in afterwards is named",
    arguments: [
      ("UPDATE audit_entry SET app = 'other' WHERE sequence = 3", "audit entry 3 is not"),
      (
        "UPDATE audit_entry SET subject = subject || ' ' WHERE sequence = 1", "audit entry 1 is not"
      ),
      ("UPDATE audit_entry SET entry_time = entry_time + 1 WHERE sequence = 5", "entry 5 is not"),
      (
        "UPDATE audit_entry SET body_hash = zeroblob(32) WHERE sequence = 2", "audit entry 2 is not"
      ),
      ("UPDATE audit_entry SET kind = 2 WHERE sequence = 4", "audit entry 4 is not"),
      ("DELETE FROM audit_entry WHERE sequence = 3", "are missing before 4"),
      ("DELETE FROM audit_entry WHERE sequence = 1", "are missing before 2"),
      (
        """
        UPDATE audit_entry SET method = 'm', hash =
          (SELECT hash FROM audit_entry WHERE sequence = 2) WHERE sequence = 3
        """, "audit entry 3 is not"
      ),
    ])
  func tampering(sql: String, found: String) async throws {
    let folder = try TemporaryFolder()
    let service = try await RunningService.start(DirectoryService.self, in: folder)
    for number in 1...5 { try await create("店 \(number)", service) }
    await service.stop()
    let path = folder.path + "/directory/demo.db"
    let database = try Database.open(
      path: path, lists: Corps.lists(DirectoryService.migrations))
    #expect(try await database.write { try $0.run(sql) } == 1)
    await database.close()
    let mistakes = DirectoryService.mistakes(in: try Snapshot(of: path))
    #expect(mistakes.contains { $0.contains(found) }, "\(mistakes)")
  }

  @Test("Entries leave after their time, and the chain still holds")
  func retention() async throws {
    let policies = try Policies(json: Data(#"{"audit_kept_days": 30}"#.utf8))
    try await withService(DirectoryService.self, policies: policies) { service in
      for number in 1...150 { try await create("店 \(number)", service) }
      service.clock.advance(seconds: 31 * 86_400)
      for number in 151...300 { try await create("店 \(number)", service) }
      let first = try #require(try await entries(service).first)
      #expect((129...151).contains(first.sequence))
      // `stop` walks the chain.
    }
  }

  /// Calls as an app that may only read, so often that a change is denied.
  private func beDenied(_ times: Int, _ service: RunningService, token: String) async {
    for _ in 0..<times {
      await expectFailure(.permissionDenied, "SCOPE_REQUIRED") {
        _ = try await DirectoryV1.DepartmentServiceClient(service.channel).createDepartment(
          .init(department: .init(name: "一店", parentid: 1)), options: .bearer(token))
      }
    }
  }

  /// The denials once there are so many entries: they are written after the answers.
  private func denials(
    _ count: Int, _ service: RunningService, token: String
  ) async throws -> [CommonV1.AuditEntry] {
    let client = CommonV1.AuditServiceClient(service.channel)
    while true {
      let entries = try await client.listAuditEntries(.init(), options: .bearer(token)).entries
      if entries.count >= count { return entries }
      await Task.yield()
    }
  }

  @Test("A change that is denied is written down; a read that is denied is not")
  func denial() async throws {
    let authority = try await TokenAuthority()
    let folder = try TemporaryFolder()
    let service = try await RunningService.start(
      DirectoryService.self, in: folder, authority: authority)
    let auditor = try await authority.token(app: "auditor", scopes: Scopes(["audit.read"]))
    let lesser = try await authority.token(
      app: "crm", scopes: Scopes(["directory.corp.read"]), jti: "crm")
    await expectFailure(.permissionDenied, "SCOPE_REQUIRED") {
      _ = try await DirectoryV1.MemberServiceClient(service.channel).getMember(
        .init(userid: "lili"), options: .bearer(lesser))
    }
    await beDenied(1, service, token: lesser)
    let store = try await authority.token(
      app: "store", dataScope: DataScope(text: "10"), jti: "store")
    await expectFailure(.permissionDenied, "OUTSIDE_DATA_SCOPE", field: "member.userid") {
      _ = try await DirectoryV1.MemberServiceClient(service.channel).updateMember(
        .init(member: .init(userid: "lili")), options: .bearer(store))
    }
    let entries = try await denials(2, service, token: auditor)
    #expect(entries.map(\.kind) == [.denial, .denial])
    #expect(entries.map(\.app) == ["crm", "store"])
    #expect(
      entries.map(\.method) == [
        "/siyu.directory.v1.DepartmentService/CreateDepartment",
        "/siyu.directory.v1.MemberService/UpdateMember",
      ])
    #expect(entries.map(\.reason) == ["SCOPE_REQUIRED", "OUTSIDE_DATA_SCOPE"])
    #expect(entries.map(\.subject) == ["", "userid=lili"])
    #expect(entries.map(\.deniedCount) == [1, 1])
    // Which walks the chain.
    await service.stop()
  }

  @Test("An app has so many denials a minute, and one entry that counts the rest")
  func denialsBounded() async throws {
    let authority = try await TokenAuthority()
    let folder = try TemporaryFolder()
    let policies = try Policies(json: Data(#"{"audit_denials_per_minute_max": 3}"#.utf8))
    let service = try await RunningService.start(
      DirectoryService.self, in: folder, policies: policies, authority: authority)
    let auditor = try await authority.token(app: "auditor", scopes: Scopes(["audit.read"]))
    let scopes = try Scopes(["directory.corp.read"])
    let lesser = try await authority.token(app: "crm", scopes: scopes, jti: "crm")
    let other = try await authority.token(app: "other", scopes: scopes, jti: "other")
    await beDenied(10, service, token: lesser)
    await beDenied(1, service, token: other)
    var entries = try await denials(4, service, token: auditor)
    #expect(entries.map(\.app) == ["crm", "crm", "crm", "other"])
    service.clock.advance(seconds: 60)
    entries = try await denials(5, service, token: auditor)
    #expect(entries[4].app == "crm" && entries[4].deniedCount == 7)
    #expect(entries[4].reason == "FURTHER_DENIALS" && entries[4].method.isEmpty)
    await beDenied(4, service, token: lesser)
    entries = try await denials(8, service, token: auditor)
    #expect(entries[5...].allSatisfy { $0.app == "crm" && $0.deniedCount == 1 })
    // What is counted and not written when the service stops is written then.
    await service.stop()
    let database = try Database.open(
      path: folder.path + "/directory/demo.db", lists: Corps.lists(DirectoryService.migrations))
    let last = try database.read { try AuditTable.list(after: 8, limit: 10, in: $0) }
    #expect(last.map(\.deniedCount) == [1])
    #expect(last.map(\.reason) == ["FURTHER_DENIALS"])
    await database.close()
  }

  @Test("A log from before denials were written adds up after they are")
  func upgrade() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/acme.db"
    let lists = Corps.lists(DirectoryService.migrations)
    #expect(lists[0].last?.name == "kit-009-audit-denial")
    let old = try Database.open(path: path, lists: [Array(lists[0].dropLast()), lists[1]])
    let entry = AuditEntry(
      sequence: 1, entryTime: Instant(seconds: 1_767_571_200), kind: .change, app: "crm",
      method: "/m", requestID: "r", subject: "userid=lili",
      bodyHash: Array(repeating: 7, count: 32), reason: "", deniedCount: 0, hash: [])
    let hash = entry.rightHash(after: Array(repeating: 0, count: 32))
    try await old.write { writer in
      _ = try writer.run(
        """
        INSERT INTO audit_entry
          (sequence, entry_time, kind, app, method, request_id, subject, body_hash, hash)
        VALUES (1, $1, 1, 'crm', '/m', 'r', 'userid=lili', $2, $3)
        """, entry.entryTime.microseconds, entry.bodyHash, hash)
    }
    await old.close()
    let database = try Database.open(path: path, lists: lists)
    let kept = try database.read { try AuditTable.list(after: 0, limit: 2, in: $0) }
    #expect(kept.map(\.hash) == [hash] && kept.map(\.subject) == ["userid=lili"])
    let mistakes = try database.read { try AuditTable.checks[0].mistakes($0) }
    #expect(mistakes.isEmpty)
    await database.close()
  }
}
