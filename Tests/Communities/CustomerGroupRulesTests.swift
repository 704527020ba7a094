import Foundation
import Messages
import ServiceKit
import Testing

@testable import Communities

@Suite struct CustomerGroupRulesTests {
  private let group = CustomerGroup(
    chatID: "wrOne", name: "群", owner: "ann", notice: "",
    createTime: Instant(seconds: 1_767_571_200))

  private func member(_ userid: String) -> GroupMember {
    GroupMember(
      userid: userid, kind: .member, joinTime: group.createTime, joinScene: .invited, invitor: "")
  }

  @Test func `A name has 1 to 64 characters, however many bytes they take`() throws {
    var group = group
    group.name = String(repeating: "群", count: 64)
    try group.checkText()
    group.name += "群"
    #expect(throws: InvalidField.self) { try group.checkText() }
    group.name = ""
    let empty = #expect(throws: InvalidField.self) { try group.checkText(in: "customer_group.") }
    #expect(empty?.field == "customer_group.name")
    #expect(empty?.reason == "REQUIRED")
  }

  @Test func `A notice has at most 2000 characters`() throws {
    var group = group
    group.notice = String(repeating: "告", count: 2000)
    try group.checkText()
    group.notice += "告"
    #expect(throws: InvalidField.self) { try group.checkText() }
  }

  @Test func `Whoever comes or goes moves the group on to a version it never had`() throws {
    var group = group
    var versions = Set<String>()
    try group.admit(3, by: .invited, policies: Policies())
    versions.insert(group.memberVersion)
    try group.admit(1, by: .link, policies: Policies())
    versions.insert(group.memberVersion)
    try group.release([member("bob"), member("cid")])
    versions.insert(group.memberVersion)
    #expect(versions.count == 3)
    #expect(group.memberCount == 2)
    #expect(
      versions.allSatisfy { version in
        version.count == 32 && version.allSatisfy { $0.isHexDigit && !$0.isUppercase }
      })
  }

  @Test func `A group takes 500 members and no more`() throws {
    var group = group
    try group.admit(500, by: .invited, policies: Policies())
    let version = group.memberVersion
    #expect(throws: CustomerGroupFailure.full("wrOne", 500)) {
      try group.admit(1, by: .invited, policies: Policies())
    }
    #expect(group.memberCount == 500)
    #expect(group.memberVersion == version)
  }

  @Test func `A QR code lets people in up to 200 members, an invitation beyond`() throws {
    var group = group
    try group.admit(199, by: .invited, policies: Policies())
    try group.admit(1, by: .qrCode, policies: Policies())
    #expect(throws: CustomerGroupFailure.fullForQRCode("wrOne", 200)) {
      try group.admit(1, by: .qrCode, policies: Policies())
    }
    try group.admit(1, by: .link, policies: Policies())
    #expect(group.memberCount == 201)
  }

  @Test func `A deployment may set another size`() throws {
    var group = group
    let policies = try Policies(json: Data(#"{"group_members_max": 3}"#.utf8))
    try group.admit(3, by: .invited, policies: policies)
    #expect(throws: CustomerGroupFailure.full("wrOne", 3)) {
      try group.admit(1, by: .invited, policies: policies)
    }
  }

  @Test func `The owner stays`() throws {
    var group = group
    try group.admit(2, by: .invited, policies: Policies())
    #expect(throws: CustomerGroupFailure.ownerStays("wrOne")) {
      try group.release([member("bob"), member("ann")])
    }
    #expect(group.memberCount == 2)
  }

  @Test func `The feed knows invitations and QR codes, and no links`() {
    #expect(GroupMember.JoinScene.invited.eventMessage == .invited)
    #expect(GroupMember.JoinScene.link.eventMessage == .invited)
    #expect(GroupMember.JoinScene.qrCode.eventMessage == .qrCode)
  }

  @Test func `A member's id is a userid, an external contact's an external_userid`() throws {
    try member("ann@shop.cn").checkShape(in: "members[0]")
    var external = member("wm_-9")
    external.kind = .external
    try external.checkShape(in: "members[0]")
    external.userid = "ann@shop.cn"
    let bad = #expect(throws: InvalidField.self) { try external.checkShape(in: "members[7]") }
    #expect(bad?.field == "members[7].userid")
    #expect(bad?.errcode == 40096)
    #expect(throws: InvalidField.self) { try member("-ann").checkShape(in: "members[0]") }
  }
}
