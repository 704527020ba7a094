import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("MemberService", .timeLimit(.minutes(5)))
struct MemberTests {
  private let wang = DirectoryV1.Member(
    userid: "WangFang", name: "王芳", alias: "Fang", mobile: "+86-138-0000-0000",
    email: "fang@example.com", position: "导购", departmentIDs: [3, 2],
    isLeaderInDept: [true, false], mainDepartment: 2, gender: .female, status: .notActivated)

  /// A directory with the stores 2 and 3.
  private func withStores(_ body: (DirectoryCaller) async throws -> Void) async throws {
    try await withDirectory { directory in
      try await directory.department("一店")
      try await directory.department("二店")
      try await body(directory)
    }
  }

  @Test("A member is kept as given, and found by his userid in any case")
  func create() async throws {
    try await withStores { directory in
      var expected = wang
      expected.createTime = directory.service.clock.now.timestamp
      let created = try await directory.members.createMember(.init(member: wang))
      #expect(created == expected)
      for userid in ["WangFang", "wangfang", "WANGFANG"] {
        #expect(try await directory.members.getMember(.init(userid: userid)) == expected)
      }
    }
  }

  @Test("What is not said has its default")
  func defaults() async throws {
    try await withStores { directory in
      let plain = try await directory.members.createMember(
        .init(member: .init(userid: "li", name: "李", mobile: "13900000000")))
      #expect(plain.departmentIDs == [1])
      #expect(plain.isLeaderInDept == [false])
      #expect(plain.mainDepartment == 1)
      #expect(plain.status == .activated)
      #expect(plain.gender == .unspecified)
      let twoStores = try await directory.member("zhang", in: 3, 2)
      #expect(twoStores.mainDepartment == 3)
      #expect(twoStores.isLeaderInDept == [false, false])
    }
  }

  @Test("A member who breaks a rule is refused, and the reason names it")
  func createRefused() async throws {
    try await withStores { directory in
      _ = try await directory.members.createMember(.init(member: wang))
      func refuse(
        _ code: StatusCode, _ reason: String, _ field: String, _ errcode: Int?,
        _ change: (inout DirectoryV1.Member) -> Void
      ) async {
        var member = DirectoryV1.Member.sample("li")
        change(&member)
        await expectFailure(code, reason, field: field, errcode: errcode) {
          try await directory.members.createMember(.init(member: member))
        }
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "member") {
        try await directory.members.createMember(.init())
      }
      await refuse(.invalidArgument, "REQUIRED", "member.userid", 40003) { $0.userid = "" }
      await refuse(.invalidArgument, "TOO_LONG", "member.name", 60112) {
        $0.name = String(repeating: "名", count: 65)
      }
      await refuse(.invalidArgument, "REQUIRED", "member.mobile", 60129) { $0.email = "" }
      await refuse(.invalidArgument, "WRONG_LENGTH", "member.is_leader_in_dept", 60132) {
        $0.isLeaderInDept = [true]
      }
      await refuse(.invalidArgument, "TOO_LONG", "member.department_ids", 60110) {
        $0.departmentIDs = Array(1...101)
      }
      await refuse(.invalidArgument, "NOT_HIS_DEPARTMENT", "member.main_department", 40066) {
        $0.mainDepartment = 2
      }
      await refuse(.invalidArgument, "UNKNOWN_VALUE", "member.gender", nil) {
        $0.gender = .init(rawValue: 3)
      }
      await refuse(.invalidArgument, "UNKNOWN_VALUE", "member.status", nil) {
        $0.status = .init(rawValue: 3)
      }
      await refuse(.notFound, "DEPARTMENT_NOT_FOUND", "member.department_ids", 60123) {
        $0.departmentIDs = [2, 99]
      }
      await refuse(.alreadyExists, "USERID_TAKEN", "member.userid", 60102) {
        $0.userid = "wangfang"
      }
      await refuse(.alreadyExists, "MOBILE_TAKEN", "member.mobile", 60104) {
        $0.mobile = "13800000000"
      }
      await refuse(.alreadyExists, "EMAIL_TAKEN", "member.email", 60106) {
        $0.email = "Fang@Example.com"
      }
      #expect(try await directory.userids(fetchChild: true) == ["WangFang"])
    }
  }

  @Test("A department is full at its limit, of members and departments together")
  func full() async throws {
    try await withDirectory(policies: policies(["department_children_max": 2])) { directory in
      let store = try await directory.department("一店")
      try await directory.department("仓库", under: store)
      try await directory.member("a", in: store)
      await expectFailure(
        .resourceExhausted, "TOO_MANY_CHILDREN", field: "member.department_ids", errcode: 81001
      ) {
        try await directory.member("b", in: store)
      }
      // Who is in it already may stay, change and lead.
      _ = try await directory.members.updateMember(
        .init(member: .init(userid: "a", isLeaderInDept: [true])))
      _ = try await directory.members.deleteMember(.init(userid: "a"))
      try await directory.member("b", in: store)
    }
  }

  @Test("An update changes what the mask names, and clears what it names and leaves empty")
  func update() async throws {
    try await withStores { directory in
      var expected = try await directory.members.createMember(.init(member: wang))
      expected.name = "王芳芳"
      expected.status = .activated
      let named = try await directory.members.updateMember(
        .init(member: .init(userid: "wangfang", name: "王芳芳", status: .activated)))
      #expect(named == expected)
      (expected.alias, expected.mobile, expected.position) = ("", "", "")
      expected.gender = .unspecified
      let cleared = try await directory.members.updateMember(
        .init(
          member: .init(userid: "WangFang", name: "not named by the mask"),
          updateMask: .init(paths: ["alias", "mobile", "position", "gender"])))
      #expect(cleared == expected)
      await expectFailure(.invalidArgument, "REQUIRED", field: "member.mobile", errcode: 60129) {
        try await directory.members.updateMember(
          .init(member: .init(userid: "WangFang"), updateMask: .init(paths: ["email"])))
      }
      await expectFailure(.invalidArgument, "UNKNOWN_PATH", field: "update_mask") {
        try await directory.members.updateMember(
          .init(member: wang, updateMask: .init(paths: ["userid"])))
      }
      #expect(try await directory.members.getMember(.init(userid: "WangFang")) == cleared)
    }
  }

  @Test("Who changes departments is listed where he is now, leading where he led")
  func rearrange() async throws {
    try await withStores { directory in
      _ = try await directory.members.createMember(.init(member: wang))
      let moved = try await directory.members.updateMember(
        .init(member: .init(userid: "WangFang", departmentIDs: [1, 3])))
      #expect(moved.departmentIDs == [1, 3])
      #expect(moved.isLeaderInDept == [false, true])
      #expect(moved.mainDepartment == 1)
      #expect(try await directory.userids(in: 2) == [])
      #expect(try await directory.userids(in: 3) == ["WangFang"])
      #expect(try await directory.userids(in: 1) == ["WangFang"])
      _ = try await directory.departments.deleteDepartment(.init(id: 2))
      await expectFailure(.notFound, "DEPARTMENT_NOT_FOUND") {
        try await directory.members.updateMember(
          .init(member: .init(userid: "WangFang", departmentIDs: [2])))
      }
    }
  }

  @Test("A member keeps his own numbers in an update, and gets nobody else's")
  func updateTaken() async throws {
    try await withStores { directory in
      let created = try await directory.members.createMember(.init(member: wang))
      try await directory.member("li")
      let same = try await directory.members.updateMember(
        .init(member: .init(userid: "WangFang", mobile: wang.mobile, email: wang.email)))
      #expect(same == created)
      await expectFailure(.alreadyExists, "MOBILE_TAKEN", field: "member.mobile", errcode: 60104) {
        try await directory.members.updateMember(
          .init(member: .init(userid: "li", mobile: "13800000000")))
      }
      await expectFailure(.alreadyExists, "EMAIL_TAKEN", field: "member.email", errcode: 60106) {
        try await directory.members.updateMember(
          .init(member: .init(userid: "li", email: "FANG@example.com")))
      }
    }
  }

  @Test("A userid that is not there, or malformed, is refused everywhere")
  func unknown() async throws {
    try await withStores { directory in
      let members = directory.members
      try await directory.member("li")
      await expectFailure(.notFound, "MEMBER_NOT_FOUND", errcode: 60111) {
        try await members.getMember(.init(userid: "nobody"))
      }
      await expectFailure(.notFound, "MEMBER_NOT_FOUND", errcode: 60111) {
        try await members.updateMember(.init(member: .init(userid: "nobody", name: "x")))
      }
      await expectFailure(.notFound, "MEMBER_NOT_FOUND", errcode: 60111) {
        try await members.deleteMember(.init(userid: "nobody"))
      }
      await expectFailure(.notFound, "MEMBER_NOT_FOUND") {
        try await members.getMember(.init(userid: "li"), options: otherCorp)
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "userid", errcode: 40003) {
        try await members.getMember(.init())
      }
      await expectFailure(.invalidArgument, "BAD_USERID", field: "member.userid") {
        try await members.updateMember(.init(member: .init(userid: "a b")))
      }
      await expectFailure(.invalidArgument, "TOO_LONG", field: "userid") {
        try await members.deleteMember(.init(userid: String(repeating: "u", count: 65)))
      }
    }
  }

  @Test("A deleted member is gone from his departments, and his userid is free")
  func delete() async throws {
    try await withStores { directory in
      _ = try await directory.members.createMember(.init(member: wang))
      _ = try await directory.members.deleteMember(.init(userid: "wangfang"))
      await expectFailure(.notFound, "MEMBER_NOT_FOUND") {
        try await directory.members.getMember(.init(userid: "WangFang"))
      }
      #expect(try await directory.userids(fetchChild: true) == [])
      _ = try await directory.departments.deleteDepartment(.init(id: 2))
      let again = try await directory.members.createMember(
        .init(member: .sample("WANGFANG", departmentIDs: [3])))
      #expect(again.userid == "WANGFANG")
    }
  }
}
