import Directory
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

/// A region 10 with the stores 101, Chen's, and 102; Chen's store 301 with a counter 3011 under it; lili
/// in 101, wang in 102, both in both, sun at the counter.
private struct Stores {
  let directory: GuardedDirectory
  let departments: DirectoryV1.DepartmentServiceClient
  let members: DirectoryV1.MemberServiceClient

  init(_ directory: GuardedDirectory) async throws {
    self.directory = directory
    departments = .init(directory.service.channel)
    members = .init(directory.service.channel)
    let tree: [DirectoryV1.Department] = [
      .init(id: 10, name: "华东", parentid: 1, kind: .region),
      .init(id: 101, name: "一店", parentid: 10, kind: .store, ownerID: "chen"),
      .init(id: 102, name: "二店", parentid: 10, kind: .store, ownerID: "wang"),
      .init(id: 301, name: "三店", parentid: 1, kind: .store, ownerID: "chen"),
      .init(id: 3011, name: "柜台", parentid: 301),
    ]
    for department in tree {
      _ = try await departments.createDepartment(
        .init(department: department), options: directory.operatorOptions)
    }
    let places: [(String, [UInt32])] = [
      ("lili", [101]), ("wang", [102]), ("both", [101, 102]), ("sun", [3011]),
    ]
    for (userid, ids) in places {
      _ = try await members.createMember(
        .init(member: .sample(userid, departmentIDs: ids)), options: directory.operatorOptions)
    }
  }

  /// How a caller with a data scope calls.
  func options(_ scope: String) async throws -> CallOptions {
    .bearer(try await directory.authority.token(dataScope: DataScope(text: scope), jti: scope))
  }

  /// Whom a caller may read one by one.
  func readable(_ options: CallOptions) async throws -> [String] {
    var found: [String] = []
    for userid in ["lili", "wang", "both", "sun", "nobody"] {
      do {
        _ = try await members.getMember(.init(userid: userid.uppercased()), options: options)
        found.append(userid)
      } catch let status as Status {
        let failure = try CallFailure(status)
        #expect(failure.reason == "OUTSIDE_DATA_SCOPE" && failure.errcode == 60011)
        #expect(failure.field == "userid")
      }
    }
    return found
  }
}

private func withStores(_ body: (Stores) async throws -> Void) async throws {
  try await withGuardedDirectory { try await body(Stores($0)) }
}

@Suite("Data scopes in directory", .timeLimit(.minutes(5)))
struct DataScopeTests {
  @Test("A caller reads the members of his departments and of an owner's stores")
  func reading() async throws {
    try await withStores { stores in
      for (scope, expected) in [
        ("101", ["lili", "both"]), ("10", ["lili", "wang", "both"]),
        ("owner:chen", ["lili", "both", "sun"]), ("102 owner:nobody", ["wang", "both"]),
        ("3011", ["sun"]), ("owner:nobody", []), ("999", []),
      ] {
        let options = try await stores.options(scope)
        #expect(try await stores.readable(options) == expected, "\(scope)")
      }
    }
  }

  @Test("Lists are of a department within the scope, and never of all")
  func lists() async throws {
    try await withStores { stores in
      let options = try await stores.options("owner:chen")
      let listed = try await stores.members.listMembers(
        .init(departmentID: 301, fetchChild: true), options: options)
      #expect(listed.members.map(\.userid) == ["sun"])
      let below = try await stores.departments.listDepartments(.init(id: 301), options: options)
      #expect(below.departments.map(\.id) == [301, 3011])
      #expect(below.departments.map(\.ownerID) == ["chen", ""])
      for id: UInt32 in [1, 10, 102, 999] {
        await expectFailure(
          .permissionDenied, "OUTSIDE_DATA_SCOPE", field: "department_id", errcode: 60011
        ) { try await stores.members.listMembers(.init(departmentID: id), options: options) }
        await expectFailure(.permissionDenied, "OUTSIDE_DATA_SCOPE", field: "id") {
          try await stores.departments.getDepartment(.init(id: id), options: options)
        }
      }
      await expectFailure(
        .permissionDenied, "DATA_SCOPE_FIELD_REQUIRED", field: "department_id", errcode: 60011
      ) { try await stores.members.listMembers(.init(fetchChild: true), options: options) }
      await expectFailure(.permissionDenied, "DATA_SCOPE_FIELD_REQUIRED", field: "id") {
        try await stores.departments.listDepartments(.init(), options: options)
      }
      await expectFailure(.permissionDenied, "CORP_WIDE_METHOD", errcode: 48002) {
        try await stores.members.deleteMember(.init(userid: "sun"), options: options)
      }
    }
  }

  @Test("A caller changes his members, and moves them within his part of the corp alone")
  func moving() async throws {
    try await withStores { stores in
      let options = try await stores.options("owner:chen")
      func move(_ userid: String, to ids: [UInt32]) async throws -> DirectoryV1.Member {
        try await stores.members.updateMember(
          .init(
            member: .init(userid: userid, departmentIDs: ids),
            updateMask: .init(paths: ["department_ids"])), options: options)
      }
      #expect(try await move("lili", to: [301]).departmentIDs == [301])
      #expect(try await move("lili", to: [101, 3011]).departmentIDs == [101, 3011])
      #expect(try await move("both", to: [102, 301]).departmentIDs == [102, 301])
      for (userid, ids) in [("lili", [102]), ("lili", []), ("both", [301]), ("both", [1, 102])] {
        await expectFailure(
          .permissionDenied, "OUTSIDE_DATA_SCOPE", field: "member.department_ids", errcode: 60011
        ) { try await move(userid, to: ids.map(UInt32.init)) }
      }
      await expectFailure(.permissionDenied, "OUTSIDE_DATA_SCOPE", field: "member.userid") {
        try await stores.members.updateMember(
          .init(member: .init(userid: "wang", position: "x")), options: options)
      }
      let changed = try await stores.members.updateMember(
        .init(member: .init(userid: "both", position: "店长")), options: options)
      #expect(changed.position == "店长" && changed.departmentIDs == [102, 301])
      let hired = try await stores.members.createMember(
        .init(member: .sample("zhao", departmentIDs: [3011])), options: options)
      #expect(hired.departmentIDs == [3011])
      await expectFailure(.permissionDenied, "OUTSIDE_DATA_SCOPE", field: "member.department_ids") {
        try await stores.members.createMember(
          .init(member: .sample("qian", departmentIDs: [3011, 102])), options: options)
      }
      await expectFailure(
        .permissionDenied, "DATA_SCOPE_FIELD_REQUIRED", field: "member.department_ids"
      ) {
        try await stores.members.createMember(
          .init(member: .sample("qian", departmentIDs: [])), options: options)
      }
    }
  }

  @Test("A member who leaves, and a store that changes hands, are out at once")
  func leaving() async throws {
    try await withStores { stores in
      let options = try await stores.options("owner:chen")
      #expect(try await stores.readable(options) == ["lili", "both", "sun"])
      _ = try await stores.members.updateMember(
        .init(member: .init(userid: "lili", departmentIDs: [102])),
        options: stores.directory.operatorOptions)
      #expect(try await stores.readable(options) == ["both", "sun"])
      _ = try await stores.departments.updateDepartment(
        .init(department: .init(id: 301, ownerID: "wang")),
        options: stores.directory.operatorOptions)
      #expect(try await stores.readable(options) == ["both"])
      _ = try await stores.departments.updateDepartment(
        .init(department: .init(id: 101), updateMask: .init(paths: ["owner_id"])),
        options: stores.directory.operatorOptions)
      #expect(try await stores.readable(options) == [])
    }
  }

  @Test("Only a store has an owner, whose id is one")
  func owners() async throws {
    try await withDirectory { directory in
      for kind: DirectoryV1.DepartmentKind in [.unspecified, .region] {
        await expectFailure(.invalidArgument, "NOT_A_STORE", field: "department.owner_id") {
          try await directory.departments.createDepartment(
            .init(department: .init(name: "x", parentid: 1, kind: kind, ownerID: "chen")))
        }
      }
      await expectFailure(.invalidArgument, "BAD_ID", field: "department.owner_id") {
        try await directory.departments.createDepartment(
          .init(department: .init(name: "x", parentid: 1, kind: .store, ownerID: "a b")))
      }
      let store = try await directory.departments.createDepartment(
        .init(department: .init(name: "x", parentid: 1, kind: .store, ownerID: "chen")))
      await expectFailure(.invalidArgument, "NOT_A_STORE", field: "department.owner_id") {
        try await directory.departments.updateDepartment(
          .init(department: .init(id: store.id, kind: .region)))
      }
      let found = try await directory.departments.getDepartment(.init(id: store.id))
      #expect(found.ownerID == "chen")
    }
  }
}

@Suite("Apps with a data scope", .timeLimit(.minutes(5)))
struct AppDataScopeTests {
  private let scope = DirectoryV1.DataScope(departmentIDs: [301, 101, 301], ownerID: "chen")

  @Test("An app's tokens are for its part of the corp, and a change of that revokes them")
  func tokens() async throws {
    try await withStores { stores in
      let directory = stores.directory
      let made = try await directory.apps.createApp(
        .init(app: .init(appID: "chen", name: "陈", scopes: ["directory.*"], dataScope: scope)),
        options: directory.operatorOptions)
      let kept = DirectoryV1.DataScope(departmentIDs: [101, 301], ownerID: "chen")
      #expect(made.app?.dataScope == kept)
      let issued = try await directory.issue("chen", made.secret, requestID: "r")
      #expect(issued.dataScope == kept)
      #expect(try await directory.issue("chen", made.secret, requestID: "r").dataScope == kept)
      let options = CallOptions.bearer(issued.accessToken)
      #expect(try await stores.readable(options) == ["lili", "both", "sun"])
      await expectFailure(.permissionDenied, "CORP_WIDE_METHOD", errcode: 48002) {
        try await directory.apps.listApps(.init(), options: options)
      }
      let renamed = try await directory.apps.updateApp(
        .init(app: .init(appID: "chen", name: "陈老板")), options: directory.operatorOptions)
      #expect(renamed.dataScope == kept)
      #expect(try await stores.readable(options) == ["lili", "both", "sun"])
      let narrowed = try await directory.apps.updateApp(
        .init(app: .init(appID: "chen", dataScope: .init(departmentIDs: [301]))),
        options: directory.operatorOptions)
      #expect(narrowed.dataScope == .init(departmentIDs: [301]))
      await expectFailure(.unauthenticated, "TOKEN_REVOKED", errcode: 40014) {
        try await stores.members.getMember(.init(userid: "sun"), options: options)
      }
      let next = try await directory.issue("chen", made.secret)
      #expect(try await stores.readable(.bearer(next.accessToken)) == ["sun"])
      let freed = try await directory.apps.updateApp(
        .init(app: .init(appID: "chen"), updateMask: .init(paths: ["data_scope"])),
        options: directory.operatorOptions)
      #expect(freed.dataScope == nil)
      let whole = try await directory.issue("chen", made.secret)
      #expect(whole.dataScope == nil)
      #expect(try await directory.getCorp(whole.accessToken) == "demo")
    }
  }

  @Test("A data scope names departments that there are, not too many, and an owner by an id")
  func shape() async throws {
    let few = try policies(["app_departments_max": 2])
    try await withGuardedDirectory(policies: few) { directory in
      func create(_ scope: DirectoryV1.DataScope) async throws {
        _ = try await directory.apps.createApp(
          .init(app: .init(appID: "x", name: "x", scopes: ["*"], dataScope: scope)),
          options: directory.operatorOptions)
      }
      let field = "app.data_scope.department_ids"
      await expectFailure(.notFound, "DEPARTMENT_NOT_FOUND", field: field, errcode: 60003) {
        try await create(.init(departmentIDs: [1, 9]))
      }
      await expectFailure(.invalidArgument, "BAD_ID", field: field) {
        try await create(.init(departmentIDs: [0]))
      }
      await expectFailure(.invalidArgument, "TOO_LONG", field: field) {
        try await create(.init(departmentIDs: [1, 2, 3]))
      }
      await expectFailure(.invalidArgument, "BAD_ID", field: "app.data_scope.owner_id") {
        try await create(.init(ownerID: "a b"))
      }
      try await create(.init())
    }
  }
}
