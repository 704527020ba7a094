import Directory
import Fixtures
import Messages
import Protobuf
import RPC
import Testing

@Suite("Strategies", .timeLimit(.minutes(5)))
struct StrategyTests {
  @Test("A strategy is kept as it was made and changed; what is not named stays")
  func lifecycle() async throws {
    try await withCustomers { customers in
      let request = CustomersV1.CreateStrategyRequest(
        strategy: .init(
          strategyName: "华东", adminList: ["boss"], privilege: .init(sendCustomerMsg: false)),
        range: [.init(node: .userid("a"))], requestID: "r-1")
      let made = try await customers.strategies.createStrategy(request)
      #expect(try await customers.strategies.createStrategy(request) == made)
      #expect(made.strategyID == 1 && made.adminList == ["boss"])
      #expect(made.privilege?.sendCustomerMsg == false)
      #expect(made.privilege?.manageCustomerTag == true && made.privilege?.joinRoom == true)
      #expect(try await customers.strategies.getStrategy(.init(strategyID: 1)) == made)

      let renamed = try await customers.strategies.updateStrategy(
        .init(strategy: .init(strategyID: 1, strategyName: "华南")))
      #expect(renamed.adminList == ["boss"] && renamed.privilege == made.privilege)
      let freed = try await customers.strategies.updateStrategy(
        .init(
          strategy: .init(
            strategyID: 1, adminList: ["x", "y"], privilege: .init(rapidReply: false)),
          updateMask: .init(paths: ["admin_list", "privilege"])))
      #expect(freed.strategyName == "华南" && freed.adminList == ["x", "y"])
      #expect(freed.privilege?.sendCustomerMsg == true && freed.privilege?.rapidReply == false)
      // Nothing changes: nothing is told.
      _ = try await customers.strategies.updateStrategy(
        .init(strategy: .init(strategyID: 1), rangeAdd: [.init(node: .userid("A"))]))
      _ = try await customers.strategies.deleteStrategy(.init(strategyID: 1))
      await expectFailure(.notFound, "STRATEGY_NOT_FOUND", field: "strategy_id") {
        try await customers.strategies.getStrategy(.init(strategyID: 1))
      }
      let next = try await customers.strategy("新")
      #expect(next.strategyID == 2)
      let changes = try await customers.firstChanges(5)
      #expect(
        changes.map(\.event) == [
          .strategyCreated(made), .strategyUpdated(renamed), .strategyUpdated(freed),
          .strategyDeleted(freed), .strategyCreated(next),
        ])
    }
  }

  @Test("The range is a set of nodes, told page by page, never empty and never too large")
  func range() async throws {
    try await withCustomers(policies: policies(["strategy_nodes_max": 3])) { customers in
      let made = try await customers.strategy("华东", "c", "a")
      func update(add: [String] = [], remove: [String] = []) async throws {
        _ = try await customers.strategies.updateStrategy(
          .init(
            strategy: .init(strategyID: made.strategyID),
            rangeAdd: add.map { .init(node: .userid($0)) },
            rangeDel: remove.map { .init(node: .userid($0)) }))
      }
      try await update(add: ["B", "b", "a"])
      let first = try await customers.strategies.listStrategyRanges(
        .init(strategyID: made.strategyID, pageSize: 2))
      #expect(first.range.map(\.node) == [.userid("a"), .userid("B")])
      let second = try await customers.strategies.listStrategyRanges(
        .init(strategyID: made.strategyID, pageSize: 2, pageToken: first.nextPageToken))
      #expect(second.range.map(\.node) == [.userid("c")] && second.nextPageToken.isEmpty)
      await expectFailure(.resourceExhausted, "TOO_MANY_RANGE_NODES") {
        try await update(add: ["d"])
      }
      try await update(add: ["d"], remove: ["A"])
      await expectFailure(.failedPrecondition, "RANGE_EMPTY") {
        try await update(remove: ["b", "c", "d", "nobody"])
      }
    }
  }

  @Test("One under another has less of the range and all of the rights, five levels deep")
  func inferior() async throws {
    try await withCustomers { customers in
      let top = try await customers.strategies.createStrategy(
        .init(
          strategy: .init(
            strategyName: "一", adminList: ["boss"], privilege: .init(shareCustomer: false)),
          range: ["a", "b"].map { .init(node: .userid($0)) }))
      let second = try await customers.strategy("二", "a", under: top.strategyID)
      #expect(second.privilege == top.privilege)
      await expectFailure(.failedPrecondition, "RANGE_OUTSIDE_PARENT", field: "range") {
        try await customers.strategy("二", "c", under: top.strategyID)
      }
      await expectFailure(.failedPrecondition, "RANGE_OUTSIDE_PARENT", field: "range_add") {
        try await customers.strategies.updateStrategy(
          .init(
            strategy: .init(strategyID: second.strategyID), rangeAdd: [.init(node: .userid("c"))]))
      }
      _ = try await customers.strategies.updateStrategy(
        .init(
          strategy: .init(
            strategyID: second.strategyID, privilege: .init(shareCustomer: true))))
      let freed = try await customers.strategies.updateStrategy(
        .init(strategy: .init(strategyID: top.strategyID, privilege: .init(viewRoomData: false))))
      let inherited = try await customers.strategies.getStrategy(
        .init(strategyID: second.strategyID)
      ).privilege
      #expect(inherited == freed.privilege && inherited?.viewRoomData == false)

      var parent = second.strategyID
      for name in ["三", "四", "五"] {
        parent = try await customers.strategy(name, "a", under: parent).strategyID
      }
      await expectFailure(.failedPrecondition, "STRATEGY_TOO_DEEP", field: "strategy.parent_id") {
        try await customers.strategy("六", "a", under: parent)
      }
      await expectFailure(.notFound, "STRATEGY_NOT_FOUND", field: "strategy.parent_id") {
        try await customers.strategy("孤", "a", under: 99)
      }
      await expectFailure(.failedPrecondition, "STRATEGY_HAS_CHILDREN", field: "strategy_id") {
        try await customers.strategies.deleteStrategy(.init(strategyID: top.strategyID))
      }
      await expectFailure(.failedPrecondition, "STRATEGY_NOT_FIRST_LEVEL", field: "strategy_id") {
        try await customers.strategyTags("签", of: second.strategyID)
      }
      let list = try await customers.strategies.listStrategies(.init(pageSize: 4))
      #expect(list.strategies.map(\.strategyName) == ["一", "二", "三", "四"])
      let rest = try await customers.strategies.listStrategies(
        .init(pageSize: 4, pageToken: list.nextPageToken))
      #expect(rest.strategies.map(\.strategyName) == ["五"])
    }
  }

  @Test("A strategy names what is wrong with it")
  func refusals() async throws {
    try await withCustomers(
      policies: policies([
        "strategies_max": 1, "strategy_admins_max": 2, "strategy_nodes_per_call_max": 2,
      ])
    ) { customers in
      func refused(
        _ reason: String, _ field: String, _ errcode: Int?, _ strategy: CustomersV1.Strategy?,
        _ range: [CustomersV1.StrategyRangeNode] = [.init(node: .userid("a"))],
        sourceLocation: SourceLocation = #_sourceLocation
      ) async {
        await expectFailure(
          .invalidArgument, reason, field: field, errcode: errcode, sourceLocation: sourceLocation
        ) {
          try await customers.strategies.createStrategy(.init(strategy: strategy, range: range))
        }
      }
      let good = CustomersV1.Strategy(strategyName: "一", adminList: ["boss"])
      let long = String(repeating: "长", count: 31)
      await refused("REQUIRED", "strategy", nil, nil)
      await refused("REQUIRED", "strategy.strategy_name", 40058, .init(adminList: ["boss"]))
      await refused(
        "TOO_LONG", "strategy.strategy_name", 40058,
        .init(strategyName: long, adminList: ["boss"]))
      await refused("REQUIRED", "strategy.admin_list", 40058, .init(strategyName: "一"))
      await refused(
        "TOO_LONG", "strategy.admin_list", 40058,
        .init(strategyName: "一", adminList: ["a", "b", "c"]))
      await refused("REQUIRED", "range", 40058, good, [])
      await refused(
        "TOO_LONG", "range", 40058, good, .init(repeating: .init(node: .userid("a")), count: 3))
      await refused("REQUIRED", "range", nil, good, [.init()])
      await refused("OUT_OF_RANGE", "range.partyid", nil, good, [.init(node: .partyid(0))])
      await expectFailure(
        .notFound, "DEPARTMENT_NOT_FOUND", field: "range.partyid", errcode: 60003
      ) {
        try await customers.strategies.createStrategy(
          .init(strategy: good, range: [.init(node: .partyid(7))]))
      }
      _ = try await customers.strategy("一")
      await expectFailure(.resourceExhausted, "TOO_MANY_STRATEGIES") {
        try await customers.strategy("二")
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "strategy_id") {
        try await customers.strategies.getStrategy(.init())
      }
      await expectFailure(.invalidArgument, "UNKNOWN_PATH", field: "update_mask") {
        try await customers.strategies.updateStrategy(
          .init(strategy: .init(strategyID: 1), updateMask: .init(paths: ["range"])))
      }
    }
  }

  @Test("Its tags are its own: other ids, other names, the corp's common limit")
  func tags() async throws {
    try await withCustomers(policies: policies(["corp_tags_max": 3])) { customers in
      let strategy = try await customers.strategy("华东", "a").strategyID
      let corp = try await customers.tagIDs("金卡", group: "等级")
      let own = try await customers.strategyTags("金卡", of: strategy)
      #expect(own[0] != corp[0] && own[0].hasPrefix("st") && corp[0].hasPrefix("et"))
      // By name they are merged into the strategy's group, not the corp's.
      let more = try await customers.strategyTags("金卡", "银卡", of: strategy)
      #expect(more[0] == own[0])
      await expectFailure(.resourceExhausted, "TOO_MANY_TAGS", errcode: 40126) {
        try await customers.tagIDs("银卡", group: "等级")
      }
      let groups = try await customers.tags.listTagGroups(.init(strategyID: strategy)).tagGroups
      #expect(groups.map(\.strategyID) == [strategy] && groups.map(\.tagCount) == [2])
      #expect(groups[0].groupID.hasPrefix("st"))
      #expect(try await customers.tags.listTagGroups(.init()).tagGroups.map(\.strategyID) == [0])
      #expect(try await customers.tags.listTags(.init()).tags.map(\.tagID) == corp)
      let listed = try await customers.tags.listTags(.init(strategyID: strategy)).tags
      #expect(listed.map(\.tagID) == more && listed.allSatisfy { $0.strategyID == strategy })
      let renamed = try await customers.tags.updateTagGroup(
        .init(tagGroup: .init(groupID: groups[0].groupID, groupName: "门店")))
      #expect(renamed.strategyID == strategy)
      for request in [CustomersV1.ListTagsRequest(strategyID: 9)] {
        await expectFailure(.notFound, "STRATEGY_NOT_FOUND", field: "strategy_id") {
          try await customers.tags.listTags(request)
        }
      }
      await expectFailure(.notFound, "STRATEGY_NOT_FOUND", field: "strategy_id") {
        try await customers.tags.listTagGroups(.init(strategyID: 9))
      }
      await expectFailure(.notFound, "STRATEGY_NOT_FOUND", field: "strategy_id") {
        try await customers.strategyTags("x", of: 9)
      }
    }
  }

  @Test("Only members of its range give its tags, and with it they go")
  func marking() async throws {
    try await withCustomers { customers in
      let strategy = try await customers.strategy("华东", "a").strategyID
      let own = try await customers.strategyTags("重点", of: strategy)
      try await customers.add("A", "wm1")
      try await customers.add("b", "wm1")
      _ = try await customers.tags.markTags(
        .init(userid: "a", externalUserid: "wm1", addTags: own))
      await expectFailure(.failedPrecondition, "MEMBER_OUT_OF_STRATEGY") {
        try await customers.tags.markTags(
          .init(userid: "b", externalUserid: "wm1", addTags: own))
      }
      await expectFailure(.failedPrecondition, "MEMBER_OUT_OF_STRATEGY") {
        try await customers.add("b", "wm2", tags: own)
      }
      let preview = try await customers.tagJobs.previewTagJob(
        .init(audience: .init(), addTags: own))
      #expect(preview.unchangedCount == 1 && preview.failedCount == 1)
      let job = try await customers.marked(.init(), add: own)
      #expect(job.unchangedCount == 1 && job.failedCount == 1)
      let customer = try await customers.relations.getCustomer(.init(externalUserid: "wm1"))
      #expect(try customer.tags.unpacked().map(\.type) == [.strategy])
      let imported = try await customers.importAll([
        [.sample("b", "wm2", tags: own), .sample("b", "wm3")]
      ])
      #expect(imported.addedCount == 1)
      #expect(imported.failures.map(\.reason) == ["MEMBER_OUT_OF_STRATEGY"])

      let deleted = try await customers.strategies.deleteStrategy(.init(strategyID: strategy))
      #expect(!deleted.jobid.isEmpty)
      #expect(try await customers.relation("A", "wm1")?.tagIDs == [])
      let tag = try await customers.tags.getTag(.init(tagID: own[0]))
      #expect(tag.deleted && tag.strategyID == strategy)
      await expectFailure(.notFound, "TAG_NOT_FOUND", errcode: 40068) {
        try await customers.tags.markTags(
          .init(userid: "a", externalUserid: "wm1", addTags: own))
      }
      var job2 = try await customers.jobs.getJob(.init(jobid: deleted.jobid))
      while job2.state != .done {
        job2 = try await customers.jobs.getJob(.init(jobid: deleted.jobid))
      }
    }
  }

  @Test("Who is handed over comes without what his new member may not give, or was personal")
  func handedOver() async throws {
    try await withCustomers { customers in
      let corp = try await customers.tagIDs("金卡")
      let strategy = try await customers.strategy("华东", "a").strategyID
      let own = try await customers.strategyTags("重点", of: strategy)
      try await customers.add("a", "wm1", tags: corp + own)
      _ = try await customers.personalTags.setPersonalTags(
        .init(userid: "a", externalUserid: "wm1", names: ["爱猫"]))
      _ = try await customers.transfer(["wm1"], from: "a", to: "b")
      try await customers.settle("a", "b")
      let customer = try await customers.relations.getCustomer(.init(externalUserid: "wm1"))
      #expect(customer.followUsers.map(\.userid) == ["b"])
      #expect(try customer.tags.unpacked().map(\.tagID) == corp)
    }
  }

  @Test("An undo gives back what a job took, also where the range has gone since")
  func givenBack() async throws {
    try await withCustomers { customers in
      let strategy = try await customers.strategy("华东", "a", "b").strategyID
      let own = try await customers.strategyTags("重点", of: strategy)
      try await customers.add("a", "wm1", tags: own)
      let job = try await customers.marked(.init(), remove: own)
      _ = try await customers.strategies.updateStrategy(
        .init(strategy: .init(strategyID: strategy), rangeDel: [.init(node: .userid("a"))]))
      await expectFailure(.failedPrecondition, "MEMBER_OUT_OF_STRATEGY") {
        try await customers.tags.markTags(
          .init(userid: "a", externalUserid: "wm1", addTags: own))
      }
      let undo = try await customers.undone(job)
      #expect((undo.changedCount, undo.failedCount) == (1, 0))
      #expect(try await customers.relation("a", "wm1")?.tagIDs == own)
    }
  }

  @Test("A department's members are in the range of what stands above it, as directory has it now")
  func departments() async throws {
    try await withCustomersAndDirectory { customers, directory in
      let departments = DirectoryV1.DepartmentServiceClient(directory.channel)
      let members = DirectoryV1.MemberServiceClient(directory.channel)
      for (id, parent) in [(10, 1), (11, 10), (20, 1)] as [(UInt32, UInt32)] {
        _ = try await departments.createDepartment(
          .init(department: .init(id: id, name: "店\(id)", parentid: parent)))
      }
      for (userid, department) in [("a", 11), ("b", 20)] as [(String, UInt32)] {
        _ = try await members.createMember(
          .init(member: .sample(userid, departmentIDs: [department])))
      }
      // Once directory has told of anybody, who is unknown is refused; then of all that it has told.
      try await customers.untilRefused("nobody", "MEMBER_UNKNOWN")
      _ = try await customers.wayOnceKnown(["a", "b"])
      let top = try await customers.strategies.createStrategy(
        .init(
          strategy: .init(strategyName: "一", adminList: ["b"]),
          range: [.init(node: .partyid(10))]))
      _ = try await customers.strategies.createStrategy(
        .init(
          strategy: .init(parentID: top.strategyID, strategyName: "二", adminList: ["b"]),
          range: [.init(node: .partyid(11)), .init(node: .userid("A"))]))
      for node: CustomersV1.StrategyRangeNode in [
        .init(node: .partyid(1)), .init(node: .partyid(20)), .init(node: .userid("b")),
      ] {
        await expectFailure(.failedPrecondition, "RANGE_OUTSIDE_PARENT", field: "range") {
          try await customers.strategies.createStrategy(
            .init(
              strategy: .init(parentID: top.strategyID, strategyName: "三", adminList: ["b"]),
              range: [node]))
        }
      }
      await expectFailure(
        .invalidArgument, "MEMBER_UNKNOWN", field: "strategy.admin_list", errcode: 40003
      ) { try await customers.strategy("四", "a") }
      let own = try await customers.strategyTags("重点", of: top.strategyID)
      try await customers.add("a", "wm1", tags: own)
      await expectFailure(.failedPrecondition, "MEMBER_OUT_OF_STRATEGY") {
        try await customers.add("b", "wm1", tags: own)
      }
    }
  }
}

extension CustomersCaller {
  /// Makes a strategy with "boss" as its administrator.
  @discardableResult
  fileprivate func strategy(
    _ name: String, _ userids: String..., under parent: Int64 = 0
  ) async throws -> CustomersV1.Strategy {
    try await strategies.createStrategy(
      .init(
        strategy: .init(parentID: parent, strategyName: name, adminList: ["boss"]),
        range: (userids.isEmpty ? ["boss"] : userids).map { .init(node: .userid($0)) }))
  }

  /// Makes tags of a strategy, in one group.
  @discardableResult
  fileprivate func strategyTags(_ names: String..., of strategy: Int64) async throws -> [String] {
    try await tags.createTagGroup(
      .init(groupName: "等级", tags: names.map { .init(name: $0) }, strategyID: strategy)
    ).tags.map(\.tagID)
  }
}
