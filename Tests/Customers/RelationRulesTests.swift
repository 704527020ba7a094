@testable import Customers
import ServiceKit
import Testing

@Suite("The rules of relations")
struct RelationRulesTests {
  private let policies = Policies()
  private let then = Instant(seconds: 1000)
  private let now = Instant(seconds: 2000)

  private func relation(
    _ status: Relation.Status, edit: (inout Relation) -> Void = { _ in }
  ) -> Relation {
    var relation = Relation(
      customerKey: 1, memberKey: 2, userid: "a", status: status, createTime: then)
    relation.remark = "老客"
    relation.description = "爱喝茶"
    relation.tags = TagSet([1, 2])
    edit(&relation)
    return relation
  }

  private func add(_ draft: Relation.Draft, to relation: Relation) throws -> Relation {
    try relation.added(draft, tags: TagSet(), now: now, externalUserid: "wm1")
  }

  @Test("A half relation becomes mutual, and nothing else of it changes")
  func confirmed() throws {
    let confirmed = try add(
      .init(userid: "a", status: .mutual, remark: "别的"), to: relation(.half))
    #expect(confirmed == relation(.mutual))
  }

  @Test(
    "What stands is not added again",
    arguments: [
      (Relation.Status.half, Relation.Status.half), (.mutual, .half), (.mutual, .mutual),
    ])
  func exists(current: Relation.Status, asked: Relation.Status) {
    #expect(throws: RelationFailure.exists(userid: "a", externalUserid: "wm1")) {
      try add(.init(userid: "a", status: asked), to: relation(current))
    }
  }

  @Test(
    "Removed by the customer and added again, the member's notes stay",
    arguments: [Relation.Status.half, .mutual])
  func takenUp(asked: Relation.Status) throws {
    let again = try add(.init(userid: "a", status: asked), to: relation(.deletedByCustomer))
    #expect(again == relation(asked) { $0.createTime = now })
    let noted = try add(
      .init(userid: "a", remark: "新", state: "门店"), to: relation(.deletedByCustomer))
    #expect(noted.remark == "新")
    #expect(noted.description == "爱喝茶")
    #expect(noted.state == "门店")
    #expect(noted.status == .mutual)
  }

  @Test("Removed by the member and added again, it starts afresh")
  func afresh() throws {
    let again = try add(.init(userid: "a", status: .half), to: relation(.deletedByMember))
    #expect(
      again
        == Relation(customerKey: 1, memberKey: 2, userid: "a", status: .half, createTime: now))
  }

  @Test("The member removes what he sees, and takes his notes along")
  func removedByMember() throws {
    for status in [Relation.Status.half, .mutual, .deletedByCustomer] {
      let removed = try relation(status).removed(by: .member, externalUserid: "wm1")
      #expect(
        removed
          == Relation(
            customerKey: 1, memberKey: 2, userid: "a", status: .deletedByMember, createTime: then))
    }
  }

  @Test("The customer removes what is live, and the member's notes stay")
  func removedByCustomer() throws {
    for status in [Relation.Status.half, .mutual] {
      let removed = try relation(status).removed(by: .customer, externalUserid: "wm1")
      #expect(removed == relation(.deletedByCustomer))
    }
    #expect(throws: RelationFailure.alreadyRemoved(userid: "a", externalUserid: "wm1")) {
      try relation(.deletedByCustomer).removed(by: .customer, externalUserid: "wm1")
    }
    for side in [Relation.Side.member, .customer] {
      #expect(throws: RelationFailure.notRelated(userid: "a", externalUserid: "wm1")) {
        try relation(.deletedByMember).removed(by: side, externalUserid: "wm1")
      }
    }
  }

  @Test("An import overwrites, and never takes a confirmation back")
  func overwritten() {
    let mutual = relation(.mutual) { $0.lastChatTime = then }
    let after = mutual.overwritten(
      .init(userid: "a", status: .half, remark: "新"), tags: TagSet([3]), now: now)
    #expect(after.status == .mutual)
    #expect(after.remark == "新")
    #expect(after.description == "")
    #expect(after.tags == TagSet([3]))
    #expect(after.createTime == then)
    #expect(after.lastChatTime == then)
    let half = relation(.half)
    #expect(half.overwritten(.init(userid: "a"), tags: TagSet(), now: now).status == .half)
    #expect(
      half.overwritten(.init(userid: "a", status: .mutual), tags: TagSet(), now: now).status
        == .mutual)
    #expect(
      half.overwritten(.init(userid: "a", createTime: now), tags: TagSet(), now: now).createTime
        == now)
  }

  @Test("The 20,000th customer of a member is his last, and those he keeps do not count anew")
  func memberIsFull() throws {
    func check(_ before: Relation?, _ customers: Int) throws {
      try relation(.mutual).checkLimits(
        before: before, memberCustomers: customers, policies: policies)
    }
    try check(nil, 19_999)
    #expect(throws: RelationFailure.memberIsFull(userid: "a", 20_000)) { try check(nil, 20_000) }
    #expect(throws: RelationFailure.memberIsFull(userid: "a", 20_000)) {
      try check(relation(.deletedByMember), 20_000)
    }
    try check(relation(.deletedByCustomer), 20_000)
    try check(relation(.half), 20_000)
  }

  @Test("A relation carries 200 tags at most")
  func tags() throws {
    for (count, fits) in [(200, true), (201, false)] {
      let full = relation(.mutual) { $0.tags = TagSet((1...count).map(Int64.init)) }
      #expect(
        fits
          == ((try? full.checkLimits(before: nil, memberCustomers: 0, policies: policies)) != nil))
    }
  }

  @Test("Notes and the channel have their lengths in characters")
  func lengths() throws {
    func draft(_ remark: Int, _ description: Int, _ state: Int) -> Relation.Draft {
      .init(
        userid: "a", remark: String(repeating: "备", count: remark),
        description: String(repeating: "述", count: description),
        state: String(repeating: "渠", count: state))
    }
    try draft(20, 150, 30).checkShape(policies: policies)
    for (draft, field) in [
      (draft(21, 0, 0), "relation.remark"), (draft(0, 151, 0), "relation.description"),
      (draft(0, 0, 31), "relation.state"),
    ] {
      let failure = #expect(throws: InvalidField.self) { try draft.checkShape(policies: policies) }
      #expect(failure?.field == field)
      #expect(failure?.reason == "TOO_LONG")
      #expect(failure?.errcode == 40058)
    }
  }

  @Test("What is said of a person overwrites, what is not said stays")
  func person() {
    let known = Customer(
      key: 7, externalUserid: "wm1", name: "王", kind: .wechat, gender: .female, unionid: "u",
      createTime: then)
    let told = known.told(
      Customer(externalUserid: "wm1", avatar: "https://a", gender: .male, createTime: now))
    #expect(
      told
        == Customer(
          key: 7, externalUserid: "wm1", name: "王", avatar: "https://a", kind: .wechat,
          gender: .male, unionid: "u", createTime: then))
  }
}
