@testable import Directory
import RPC
import ServiceKit
import Testing

@Suite("The rules of members")
struct MemberRulesTests {
  private let policies = Policies()

  private func member(_ change: (inout Member) -> Void = { _ in }) -> Member {
    var member = Member(
      userid: "guide-1", name: "王芳", email: "fang@example.com",
      memberships: [.init(departmentID: 5, isLeader: false)], mainDepartment: 5)
    change(&member)
    return member
  }

  private func expectRefused(
    _ reason: String, _ field: String, errcode: Int?,
    sourceLocation: SourceLocation = #_sourceLocation, _ change: (inout Member) -> Void
  ) {
    let failure = #expect(throws: InvalidField.self, sourceLocation: sourceLocation) {
      try member(change).checkShape(policies)
    }
    #expect(failure?.reason == reason, sourceLocation: sourceLocation)
    #expect(failure?.field == field, sourceLocation: sourceLocation)
    #expect(failure?.errcode == errcode, sourceLocation: sourceLocation)
  }

  @Test("Texts have WeCom's limits, counted in characters")
  func texts() throws {
    try member { $0.name = String(repeating: "名", count: 64) }.checkShape(policies)
    expectRefused("REQUIRED", "member.name", errcode: 60112) { $0.name = "" }
    expectRefused("TOO_LONG", "member.name", errcode: 60112) {
      $0.name = String(repeating: "名", count: 65)
    }
    try member { $0.alias = String(repeating: "名", count: 64) }.checkShape(policies)
    expectRefused("TOO_LONG", "member.alias", errcode: nil) {
      $0.alias = String(repeating: "名", count: 65)
    }
    try member { $0.position = String(repeating: "职", count: 128) }.checkShape(policies)
    expectRefused("TOO_LONG", "member.position", errcode: 301012) {
      $0.position = String(repeating: "职", count: 129)
    }
  }

  @Test("A userid is 1 to 64 letters, digits and _-@., not led by a sign")
  func userid() throws {
    for userid in ["a", "9", "Wang.Fang_1-2@shop", String(repeating: "u", count: 64)] {
      try member { $0.userid = userid }.checkShape(policies)
    }
    expectRefused("REQUIRED", "member.userid", errcode: 40003) { $0.userid = "" }
    expectRefused("TOO_LONG", "member.userid", errcode: 40003) {
      $0.userid = String(repeating: "u", count: 65)
    }
    for userid in ["_a", "-a", "王芳", "a b", "a/b"] {
      expectRefused("BAD_USERID", "member.userid", errcode: 40003) { $0.userid = userid }
    }
  }

  @Test("A member is reached by mobile or by mail")
  func reached() throws {
    try member {
      $0.email = ""; $0.mobile = "13800000000"
    }.checkShape(policies)
    expectRefused("REQUIRED", "member.mobile", errcode: 60129) { $0.email = "" }
  }

  @Test("A mobile number is digits and hyphens, with + before a country code")
  func mobile() throws {
    for mobile in ["13800000000", "+86-138-0000-0000", "+1-202-555-0100", "12345"] {
      try member { $0.mobile = mobile }.checkShape(policies)
    }
    for mobile in ["1380000000a", "138+0000", "+86-1234", "-----", "１２３４５６"] {
      expectRefused("BAD_MOBILE", "member.mobile", errcode: 60103) { $0.mobile = mobile }
    }
    expectRefused("TOO_SHORT", "member.mobile", errcode: 60103) { $0.mobile = "1234" }
    expectRefused("TOO_LONG", "member.mobile", errcode: 60103) {
      $0.mobile = String(repeating: "1", count: 33)
    }
  }

  @Test("A mainland number is the same with +86 and without, whatever the hyphens")
  func mobileKey() {
    for mobile in ["13800000000", "+8613800000000", "+86-138-0000-0000", "138-00000000"] {
      #expect(member { $0.mobile = mobile }.mobileKey == "13800000000")
    }
    #expect(member { $0.mobile = "+1-202-555-0100" }.mobileKey == "+12025550100")
  }

  @Test("A mail address has 6 to 64 bytes, one @ and a domain of two labels")
  func email() throws {
    for email in ["a@b.cd", "wang.fang+1@mail.example.com"] {
      try member { $0.email = email }.checkShape(policies)
    }
    for email in [
      "a.b.cd", "a@@b.cd", "@bb.cd", "aa@bcd", "a@b..cd", "a b@c.de", "王@b.cd", "a@b_.cd",
    ] {
      expectRefused("BAD_EMAIL", "member.email", errcode: 60105) { $0.email = email }
    }
    expectRefused("TOO_SHORT", "member.email", errcode: 60105) { $0.email = "a@b.c" }
    expectRefused("TOO_LONG", "member.email", errcode: 60105) {
      $0.email = String(repeating: "a", count: 60) + "@b.cd"
    }
  }

  @Test("A member works in at most 100 departments, each once, his main one among them")
  func departments() throws {
    func arranged(_ ids: [UInt32], main: UInt32? = nil) -> (inout Member) -> Void {
      { member in
        member.memberships = ids.map { .init(departmentID: $0, isLeader: false) }
        member.mainDepartment = main ?? ids[0]
      }
    }
    try member(arranged(Array(1...100))).checkShape(policies)
    expectRefused(
      "TOO_LONG", "member.department_ids", errcode: 60110, arranged(Array(1...101)))
    expectRefused("DUPLICATE", "member.department_ids", errcode: 40066, arranged([2, 3, 2]))
    expectRefused(
      "NOT_HIS_DEPARTMENT", "member.main_department", errcode: 40066, arranged([2, 3], main: 4))
  }

  @Test("No department means the root, and no main department the first")
  func arrangeDefaults() throws {
    var member = member()
    try member.arrange(departmentIDs: [], isLeader: [], main: 0)
    #expect(member.memberships == [.init(departmentID: 1, isLeader: false)])
    #expect(member.mainDepartment == 1)
    try member.arrange(departmentIDs: [4, 5], isLeader: [false, true], main: 0)
    #expect(
      member.memberships
        == [.init(departmentID: 4, isLeader: false), .init(departmentID: 5, isLeader: true)])
    #expect(member.mainDepartment == 4)
  }

  @Test("Who moves goes on leading, and keeps his main department, where he stays")
  func arrangeKeeps() throws {
    var member = member()
    try member.arrange(departmentIDs: [4, 5], isLeader: [true, true], main: 5)
    try member.arrange(departmentIDs: [5, 6], isLeader: nil, main: nil)
    #expect(
      member.memberships
        == [.init(departmentID: 5, isLeader: true), .init(departmentID: 6, isLeader: false)])
    #expect(member.mainDepartment == 5)
    try member.arrange(departmentIDs: [6, 7], isLeader: nil, main: nil)
    #expect(member.mainDepartment == 6)
    try member.arrange(departmentIDs: nil, isLeader: [], main: nil)
    #expect(member.memberships.allSatisfy { !$0.isLeader })
  }

  @Test("As many leader marks as departments, or none")
  func leaderLength() {
    for ids in [[4, 5], nil] as [[UInt32]?] {
      var member = member()
      let failure = #expect(throws: InvalidField.self) {
        try member.arrange(departmentIDs: ids, isLeader: [true, false, true], main: nil)
      }
      #expect(failure?.field == "member.is_leader_in_dept")
      #expect(failure?.errcode == 60132)
    }
  }

  @Test("What does not exist is told before what is taken, and that before what is full")
  func place() throws {
    func entered(_ id: UInt32, _ count: Int?) -> Member.Surroundings.Entered {
      .init(
        departmentID: id,
        contents: count.map { .init(childCount: 1, memberCount: $0 - 1) })
    }
    var found = Member.Surroundings(
      useridIsTaken: true, mobileIsTaken: true, emailIsTaken: true,
      entered: [entered(5, 30_000), entered(6, nil)])
    func check() throws { try member().checkPlace(found, policies: policies) }

    #expect(throws: MemberFailure.departmentNotFound(6), performing: check)
    found.entered[1] = entered(6, 29_999)
    #expect(throws: MemberFailure.useridTaken("guide-1"), performing: check)
    found.useridIsTaken = false
    #expect(throws: MemberFailure.mobileTaken(""), performing: check)
    found.mobileIsTaken = false
    #expect(throws: MemberFailure.emailTaken("fang@example.com"), performing: check)
    found.emailIsTaken = false
    #expect(throws: MemberFailure.departmentFull(5, 30_000), performing: check)
    found.entered[0] = entered(5, 29_999)
    try check()
  }
}
