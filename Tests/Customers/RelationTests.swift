import Fixtures
import Messages
import Protobuf
import RPC
import ServiceKit
import Testing

@Suite("RelationService", .timeLimit(.minutes(5)))
struct RelationTests {
  @Test("A customer that is added is there, once, with each member who follows him")
  func added() async throws {
    try await withCustomers { customers in
      let now = customers.service.clock.now.timestamp
      let tags = try await customers.tagIDs("金卡")
      let added = try await customers.relations.addRelation(
        .init(
          customer: .init(
            externalUserid: "wm1", name: "王", avatar: "https://a", type: .wechat, gender: .female,
            unionid: "u1"),
          relation: .init(
            userid: "Guide.1", status: .half, remark: "王姐", description: "爱喝茶", addWay: .qrCode,
            operUserid: "wm1", state: "门店", tagIDs: PackedList(tags),
            lastChatTime: .init(seconds: 5))))
      #expect(
        added.customer
          == .init(
            externalUserid: "wm1", name: "王", avatar: "https://a", type: .wechat, gender: .female,
            unionid: "u1", createTime: now))
      #expect(
        added.relation
          == .init(
            userid: "Guide.1", externalUserid: "wm1", status: .half, remark: "王姐",
            description: "爱喝茶", addWay: .qrCode, operUserid: "wm1", state: "门店",
            tagIDs: PackedList(tags),
            createTime: now, lastChatTime: .init(seconds: 5)))
      let second = try await customers.relations.addRelation(
        .init(
          customer: .init(externalUserid: "wm1", gender: .male),
          relation: .init(userid: "guide-2", addWay: .init(rawValue: 77))))
      #expect(second.customer?.name == "王")
      #expect(second.customer?.gender == .male)
      #expect(second.relation?.status == .mutual)
      let found = try await customers.relations.getCustomer(.init(externalUserid: "wm1"))
      #expect(found.customer == second.customer)
      #expect(found.followUsers == [added.relation, second.relation].compactMap(\.self))
      #expect(
        try found.tags.unpacked() == [
          .init(tagID: tags[0], tagName: "金卡", groupName: "等级", type: .corp)
        ])
      let changes = try await customers.firstChanges(4)
      #expect(changes.suffix(2).map(\.event) == [.relationAdded(added), .relationAdded(second)])
    }
  }

  @Test("A relation goes its way: half, mutual, removed from either side, taken up again")
  func states() async throws {
    try await withCustomers { customers in
      var wanted: [CustomersV1.RelationStatus] = []
      try await customers.add("a", "wm1", status: .half)
      try await customers.add("a", "wm1", status: .mutual)
      wanted += [.half, .mutual]
      await expectFailure(.alreadyExists, "RELATION_EXISTS") { try await customers.add("A", "wm1") }
      _ = try await customers.relations.updateRelation(
        .init(relation: .init(userid: "a", externalUserid: "wm1", remark: "老客")))
      wanted.append(.mutual)
      #expect(
        try await customers.remove("a", "wm1", by: .customer).status == .deletedByCustomer)
      await expectFailure(.failedPrecondition, "RELATION_ALREADY_REMOVED") {
        try await customers.remove("a", "wm1", by: .customer)
      }
      #expect(try await customers.relation("a", "wm1")?.status == .deletedByCustomer)
      #expect(try await customers.add("a", "wm1").relation?.remark == "老客")
      wanted += [.deletedByCustomer, .mutual]
      #expect(try await customers.remove("a", "wm1", by: .member).status == .deletedByMember)
      await expectFailure(.notFound, "NOT_RELATED", errcode: 84061) {
        try await customers.remove("a", "wm1", by: .member)
      }
      await expectFailure(.notFound, "CUSTOMER_NOT_FOLLOWED", errcode: 84061) {
        try await customers.relations.getCustomer(.init(externalUserid: "wm1"))
      }
      #expect(
        try await customers.relations.listRelations(.init(userid: "a")).relations.isEmpty)
      #expect(try await customers.add("a", "wm1", status: .half).relation?.remark == "")
      wanted += [.deletedByMember, .half]
      let changes = try await customers.firstChanges(wanted.count)
      #expect(changes.compactMap(\.event?.relation?.status) == wanted)
      #expect(
        changes.compactMap(\.event?.kind) == [
          "added", "added", "updated", "removed", "added", "removed", "added",
        ])
    }
  }

  @Test("Adding names the field that is missing, malformed, too long or in contradiction")
  func shape() async throws {
    try await withCustomers { customers in
      func refused(
        _ reason: String, _ field: String, _ errcode: Int?,
        _ customer: CustomersV1.Customer?, _ relation: CustomersV1.Relation?,
        sourceLocation: SourceLocation = #_sourceLocation
      ) async {
        await expectFailure(
          .invalidArgument, reason, field: field, errcode: errcode, sourceLocation: sourceLocation
        ) {
          try await customers.relations.addRelation(.init(customer: customer, relation: relation))
        }
      }
      let customer = CustomersV1.Customer(externalUserid: "wm1")
      let relation = CustomersV1.Relation(userid: "a")
      let later = customers.service.clock.now.advanced(bySeconds: 1).timestamp
      await refused("REQUIRED", "customer", 41035, nil, relation)
      await refused("REQUIRED", "relation", nil, customer, nil)
      await refused("REQUIRED", "customer.external_userid", 41035, .init(), relation)
      await refused(
        "BAD_ID", "customer.external_userid", 40096, .init(externalUserid: "wm 1"), relation)
      await refused(
        "TOO_LONG", "customer.name", nil,
        .init(externalUserid: "wm1", name: String(repeating: "名", count: 65)), relation)
      await refused(
        "UNKNOWN_VALUE", "customer.type", nil,
        .init(externalUserid: "wm1", type: .init(rawValue: 3)), relation)
      await refused(
        "UNKNOWN_VALUE", "customer.gender", nil,
        .init(externalUserid: "wm1", gender: .init(rawValue: -1)), relation)
      await refused("REQUIRED", "relation.userid", 40003, customer, .init())
      await refused("BAD_USERID", "relation.userid", 40003, customer, .init(userid: "-a"))
      await refused(
        "CONTRADICTION", "relation.external_userid", 40058, customer,
        .init(userid: "a", externalUserid: "wm2"))
      await refused(
        "BAD_STATUS", "relation.status", nil, customer, .init(userid: "a", status: .deletedByMember)
      )
      await refused(
        "TOO_LONG", "relation.remark", 40058, customer,
        .init(userid: "a", remark: String(repeating: "备", count: 21)))
      await refused(
        "TOO_LONG", "relation.description", 40058, customer,
        .init(userid: "a", description: String(repeating: "述", count: 151)))
      await refused(
        "TOO_LONG", "relation.state", 40058, customer,
        .init(userid: "a", state: String(repeating: "渠", count: 31)))
      await refused(
        "NEGATIVE", "relation.add_way", nil, customer,
        .init(userid: "a", addWay: .init(rawValue: -1)))
      await refused(
        "IN_THE_FUTURE", "relation.create_time", nil, customer,
        .init(userid: "a", createTime: later))
      await refused(
        "BAD_TIMESTAMP", "relation.last_chat_time", nil, customer,
        .init(userid: "a", lastChatTime: .init(nanos: -1)))
      await expectFailure(.notFound, "TAG_NOT_FOUND", field: "relation.tag_ids", errcode: 40068) {
        try await customers.add("a", "wm1", tags: ["etUnknown"])
      }
      await expectFailure(.notFound, "CUSTOMER_NOT_FOUND", errcode: 40096) {
        try await customers.relations.getCustomer(.init(externalUserid: "wm1"))
      }
    }
  }

  @Test("A member's last free place is given once, and a removal by him frees it")
  func memberIsFull() async throws {
    try await withCustomers(policies: policies(["member_customers_max": 2])) { customers in
      try await customers.add("a", "wm1")
      try await customers.add("A", "wm2", status: .half)
      try await customers.remove("a", "wm1", by: .customer)
      await expectFailure(.resourceExhausted, "CUSTOMER_LIMIT_REACHED", errcode: 40099) {
        try await customers.add("a", "wm3")
      }
      try await customers.add("b", "wm3")
      try await customers.add("a", "wm1")
      try await customers.remove("a", "wm1", by: .member)
      try await customers.add("a", "wm3")
    }
  }

  @Test("An update writes what the mask names, and tells so only when something changed")
  func update() async throws {
    try await withCustomers { customers in
      let added = try await customers.add("a", "wm1")
      func update(
        remark: String = "", description: String = "", mask: [String] = []
      ) async throws -> CustomersV1.Relation {
        try await customers.relations.updateRelation(
          .init(
            relation: .init(
              userid: "A", externalUserid: "wm1", remark: remark, description: description),
            updateMask: mask.isEmpty ? nil : .init(paths: mask)))
      }
      let longest = String(repeating: "述", count: 150)
      #expect(try await update(remark: "王姐", description: longest).description == longest)
      let cleared = try await update(remark: "不写", mask: ["description"])
      #expect(cleared.remark == "王姐")
      #expect(cleared.description == "")
      #expect(try await update(remark: "王姐") == cleared)
      await expectFailure(
        .invalidArgument, "NOTHING_TO_CHANGE", field: "update_mask", errcode: 40058
      ) { try await update() }
      await expectFailure(.invalidArgument, "UNKNOWN_PATH", field: "update_mask") {
        try await update(remark: "x", mask: ["state"])
      }
      await expectFailure(.invalidArgument, "TOO_LONG", field: "relation.remark", errcode: 40058) {
        try await update(remark: String(repeating: "备", count: 21))
      }
      for (userid, externalUserid) in [("b", "wm1"), ("a", "wm2")] {
        await expectFailure(.notFound, "NOT_RELATED", errcode: 84061) {
          try await customers.relations.updateRelation(
            .init(
              relation: .init(userid: userid, externalUserid: externalUserid, remark: "x")))
        }
      }
      try await customers.remove("a", "wm1", by: .customer)
      let last = try await update(remark: "走了")
      let changes = try await customers.firstChanges(5)
      #expect(
        changes.map { $0.event?.kind } == ["added", "updated", "updated", "removed", "updated"])
      #expect(changes.last?.event?.relation == last)
      #expect(
        changes.last?.event == .relationUpdated(.init(customer: added.customer, relation: last)))
    }
  }

  @Test("Which side removes must be said")
  func removedBy() async throws {
    try await withCustomers { customers in
      try await customers.add("a", "wm1")
      for side in [CustomersV1.RemovedBy.unspecified, .init(rawValue: 9)] {
        await expectFailure(.invalidArgument, "REQUIRED", field: "removed_by") {
          try await customers.remove("a", "wm1", by: side)
        }
      }
      await expectFailure(.notFound, "NOT_RELATED", errcode: 84061) {
        try await customers.remove("a", "wm2", by: .customer)
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "external_userid", errcode: 41035) {
        try await customers.remove("a", "", by: .member)
      }
    }
  }

  @Test("Followers and a member's relations come page by page, each once, in order")
  func pages() async throws {
    try await withCustomers { customers in
      for number in 1...7 {
        try await customers.add("m\(number)", "wm0")
        try await customers.add("m1", "wm\(number)")
      }
      try await customers.remove("m4", "wm0", by: .member)
      try await customers.remove("m5", "wm0", by: .customer)

      var request = CustomersV1.GetCustomerRequest(externalUserid: "wm0", pageSize: 2)
      var sizes: [Int] = []
      var userids: [String] = []
      repeat {
        let page = try await customers.relations.getCustomer(request)
        sizes.append(page.followUsers.count)
        userids += page.followUsers.map(\.userid)
        request.pageToken = page.nextPageToken
      } while !request.pageToken.isEmpty
      #expect(sizes == [2, 2, 2])
      #expect(userids == ["m1", "m2", "m3", "m5", "m6", "m7"])

      var listed: [String] = []
      var list = CustomersV1.ListRelationsRequest(userid: "M1", pageSize: 3)
      repeat {
        let page = try await customers.relations.listRelations(list)
        listed += page.relations.compactMap(\.customer?.externalUserid)
        #expect(page.relations.allSatisfy { $0.relation?.userid == "m1" })
        list.pageToken = page.nextPageToken
      } while !list.pageToken.isEmpty
      #expect(listed == (0...7).map { "wm\($0)" })
    }
  }

  @Test("A page_token opens no list but its own")
  func foreignToken() async throws {
    try await withCustomers { customers in
      for number in 1...3 { try await customers.add("a", "wm\(number)") }
      try await customers.add("b", "wm1")
      let token = try await customers.relations.listRelations(
        .init(userid: "a", pageSize: 1)
      ).nextPageToken
      #expect(!token.isEmpty)
      await expectFailure(
        .invalidArgument, "FOREIGN_PAGE_TOKEN", field: "page_token", errcode: 50100
      ) {
        try await customers.relations.listRelations(.init(userid: "b", pageToken: token))
      }
      await expectFailure(.invalidArgument, "FOREIGN_PAGE_TOKEN", field: "page_token") {
        try await customers.relations.getCustomer(.init(externalUserid: "wm1", pageToken: token))
      }
      await expectFailure(.invalidArgument, "BAD_PAGE_TOKEN", field: "page_token", errcode: 50100) {
        try await customers.relations.listRelations(.init(userid: "a", pageToken: "x"))
      }
      await expectFailure(.invalidArgument, "NEGATIVE", field: "page_size") {
        try await customers.relations.getCustomer(.init(externalUserid: "wm1", pageSize: -1))
      }
      await expectFailure(
        .notFound, "MEMBER_WITHOUT_CUSTOMERS", field: "userid", errcode: 84061
      ) {
        try await customers.relations.listRelations(.init(userid: "nobody"))
      }
    }
  }

  @Test("A corp sees its own customers alone")
  func otherCorps() async throws {
    try await withCustomers { customers in
      try await customers.add("a", "wm1")
      await expectFailure(.notFound, "CUSTOMER_NOT_FOUND", errcode: 40096) {
        try await customers.relations.getCustomer(
          .init(externalUserid: "wm1"), options: otherCorp)
      }
    }
  }
}

extension CustomersV1.Change.Event {
  /// The relation an event is about.
  var relation: CustomersV1.Relation? {
    switch self {
    case .relationAdded(let pair), .relationUpdated(let pair), .relationRemoved(let pair):
      pair.relation
    default: nil
    }
  }

  /// What it says in a word.
  var kind: String {
    switch self {
    case .relationAdded: "added"
    case .relationUpdated: "updated"
    case .relationRemoved: "removed"
    case .tagGroupCreated: "group created"
    case .tagGroupUpdated: "group updated"
    case .tagGroupDeleted: "group deleted"
    case .tagCreated: "tag created"
    case .tagUpdated: "tag updated"
    case .tagDeleted: "tag deleted"
    case .contactWayCreated: "way created"
    case .contactWayUpdated: "way updated"
    case .contactWayDeleted: "way deleted"
    case .addedByContactWay: "added by way"
    case .requestedByContactWay: "requested by way"
    case .temporarySessionEnded: "session ended"
    case .welcomeSent: "welcome sent"
    case .interactionsRecorded: "interactions recorded"
    case .savedAudienceCreated: "audience saved"
    case .savedAudienceUpdated: "saved audience updated"
    case .savedAudienceDeleted: "saved audience deleted"
    case .autoTagRuleCreated: "auto-tag rule created"
    case .autoTagRuleUpdated: "auto-tag rule updated"
    case .autoTagRuleDeleted: "auto-tag rule deleted"
    case .autoTagRuleApplied: "auto-tag rule applied"
    case .attributesChanged: "attributes changed"
    case .rankingCreated: "ranking created"
    case .rankingDeleted: "ranking deleted"
    case .rankingFinished: "ranking finished"
    case .sourceCreated: "source created"
    case .sourceUpdated: "source updated"
    case .sourceDeleted: "source deleted"
    case .transferAccepted: "transfer accepted"
    case .transferCompleted: "transfer completed"
    case .transferFailed: "transfer failed"
    case .customersUnassigned: "customers unassigned"
    case .tagJobCreated: "tag job created"
    case .tagJobFinished: "tag job finished"
    case .personalTagsUpdated: "personal tags updated"
    case .strategyCreated: "strategy created"
    case .strategyUpdated: "strategy updated"
    case .strategyDeleted: "strategy deleted"
    case .identitiesUpdated: "identities updated"
    case .customersMerged: "customers merged"
    case .customerUnmerged: "customer unmerged"
    }
  }
}
