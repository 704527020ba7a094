import Communities
import Directory
import Fixtures
import Foundation
import Messages
import RPC
import ServiceKit
import Testing

/// Who becomes an executor: the four kinds of visible range, and what happens on the way.
@Suite struct MomentDispatchTests {
  @Test func `Members alone are the executors, those without customers too`() async throws {
    try await withChain { chain in
      let moment = try await chain.moment(
        for: .init(userids: ["dan", "ANN"], departmentIDs: [3]))
      #expect(moment.visibleType == .public)
      #expect(moment.taskCount == 3)
      #expect(try await chain.executors(of: moment) == ["ann", "bob", "dan"])
    }
  }

  @Test func `A department stands for its subtree, and nobody gets two tasks`() async throws {
    try await withChain { chain in
      let moment = try await chain.moment(for: .init(userids: ["bob"], departmentIDs: [2, 3]))
      #expect(moment.taskCount == 2)
      #expect(try await chain.executors(of: moment) == ["ann", "bob"])
    }
  }

  @Test func `Tags alone make everybody an executor who follows a customer with one of them`()
    async throws
  {
    try await withChain { chain in
      let gold = try await chain.moment(for: .init(tagIDs: [chain.tagIDs["gold"]!]))
      #expect(gold.visibleType == .partial)
      #expect(try await chain.executors(of: gold) == ["ann", "bob"])
      // Ann and Bob both gave wm1 the tag: each is an executor, whoever is the one who sends.
      let silver = try await chain.moment(for: .init(tagIDs: [chain.tagIDs["silver"]!]))
      #expect(try await chain.executors(of: silver) == ["ann", "bob"])
    }
  }

  @Test func `Members and tags make executors of the members who have an audience`() async throws {
    try await withChain { chain in
      let moment = try await chain.moment(
        for: .init(
          userids: ["cid", "dan"], departmentIDs: [3],
          tagIDs: [chain.tagIDs["gold"]!, chain.tagIDs["iron"]!]))
      #expect(moment.visibleType == .partial)
      #expect(try await chain.executors(of: moment) == ["bob"])
    }
  }

  @Test func `Neither members nor tags make executors of everybody`() async throws {
    try await withChain { chain in
      let moment = try await chain.moment()
      #expect(moment.visibleType == .public)
      #expect(try await chain.executors(of: moment) == ["ann", "bob", "cid", "dan"])
    }
  }

  @Test func `What does not exist is left out and told`() async throws {
    try await withChain { chain in
      let tags = CustomersV1.TagServiceClient(chain.customers.channel)
      _ = try await tags.deleteTag(.init(tagID: chain.tagIDs["silver"]!))
      let members = DirectoryV1.MemberServiceClient(chain.directory.channel)
      var idle = DirectoryV1.Member.sample("eve")
      idle.status = .disabled
      _ = try await members.createMember(.init(member: idle))

      let created = try await chain.moments.createMoment(
        .init(
          text: .init(content: "早"),
          visibleRange: .init(
            userids: ["zoe", "ann", "eve"], departmentIDs: [9, 3],
            tagIDs: ["etNone", chain.tagIDs["gold"]!, chain.tagIDs["silver"]!])))
      let moment = try await chain.settled(created)
      #expect(try await chain.executors(of: moment) == ["ann", "bob"])
      let result = try await chain.moments.getMomentTaskResult(.init(jobid: created.jobid))
      #expect(
        result
          == .init(
            momentID: created.momentID, state: .dispatched, taskCount: 2,
            invalidUserids: ["zoe", "eve"], invalidUseridCount: 2, invalidDepartmentIDs: [9],
            invalidTagIDs: ["etNone", chain.tagIDs["silver"]!]))
    }
  }

  @Test func `A moment that nobody can publish has failed, and says why`() async throws {
    try await withChain { chain in
      let ranges: [(CommunitiesV1.MomentVisibleRange, String)] = [
        (.init(userids: ["zoe"]), "Nobody can publish"),
        (.init(userids: ["cid"], tagIDs: [chain.tagIDs["gold"]!]), "Nobody can publish"),
        (.init(tagIDs: [chain.tagIDs["iron"]!]), "Nobody can publish"),
        (.init(tagIDs: ["etNone"]), "None of the tags"),
      ]
      for (range, reason) in ranges {
        let moment = try await chain.moment(for: range)
        #expect(moment.state == .failed)
        #expect(moment.taskCount == 0)
        await expectFailure(.failedPrecondition, "MOMENT_FAILED", field: "moment_id") {
          try await chain.moments.listMomentTasks(.init(momentID: moment.momentID))
        }
        await expectFailure(.failedPrecondition, "MOMENT_FAILED", field: "moment_id") {
          try await chain.moments.publishMoment(.init(momentID: moment.momentID, userid: "ann"))
        }
        // The moment fails one commit before its job is marked.
        var job = try await chain.jobs.getJob(.init(jobid: moment.jobid))
        while job.state != .failed {
          job = try await chain.jobs.getJob(.init(jobid: moment.jobid))
        }
        #expect(job.lastError.contains(reason))
      }
    }
  }

  @Test func `More members than a page holds are all found`() async throws {
    try await withChain { chain in
      let members = DirectoryV1.MemberServiceClient(chain.directory.channel)
      _ = try await members.importMembers { writer in
        for batch in 0..<3 {
          try await writer.send(
            .init(
              members: (0..<700).map { number in
                .sample("m\(batch * 700 + number)", departmentIDs: [3])
              }))
        }
      }
      let everybody = try await chain.moment()
      #expect(everybody.taskCount == 2104)
      let named = try await chain.moment(
        for: .init(userids: (0..<450).map { "m\($0)" }, departmentIDs: [3]))
      #expect(named.taskCount == 2101)
      let withTag = try await chain.moment(for: .init(tagIDs: [chain.tagIDs["gold"]!]))
      #expect(withTag.taskCount == 2)

      var request = CommunitiesV1.ListMomentTasksRequest(
        momentID: everybody.momentID, pageSize: 1000)
      var userids: [String] = []
      repeat {
        let reply = try await chain.moments.listMomentTasks(request)
        userids += reply.tasks.map(\.userid)
        request.pageToken = reply.nextPageToken
      } while !request.pageToken.isEmpty
      #expect(userids == userids.sorted())
      #expect(Set(userids).count == 2104)
    }
  }

  @Test func `Tasks are not told before all are handed out`() async throws {
    try await withChain { chain in
      await chain.directory.stop()
      let moment = try await chain.moments.createMoment(.init(text: .init(content: "早")))
      await expectFailure(.unavailable, "MOMENT_DISPATCHING", errcode: 41079) {
        try await chain.moments.listMomentTasks(.init(momentID: moment.momentID))
      }
      await expectFailure(.unavailable, "MOMENT_DISPATCHING", errcode: 41079) {
        try await chain.moments.publishMoment(.init(momentID: moment.momentID, userid: "ann"))
      }
      await expectFailure(.unavailable, "MOMENT_DISPATCHING", errcode: 41079) {
        try await chain.moments.listMomentCustomers(
          .init(momentID: moment.momentID, userid: "ann"))
      }
    }
  }

  @Test func `So many moments are dispatched at a time and no more`() async throws {
    let policies = try Policies(json: Data(#"{"moment_dispatches_max": 2}"#.utf8))
    try await withChain(policies: policies) { chain in
      await chain.directory.stop()
      let moments = chain.moments
      let asked = CommunitiesV1.CreateMomentRequest(text: .init(content: "早"))
      _ = try await moments.createMoment(asked)
      _ = try await moments.createMoment(asked)
      await expectFailure(.resourceExhausted, "TOO_MANY_DISPATCHES", errcode: 41078) {
        try await moments.createMoment(asked)
      }
    }
  }

  @Test func `A dispatch that cannot go on goes on after communities was started again`()
    async throws
  {
    try await withChain { chain in
      await chain.directory.stop()
      let created = try await chain.moments.createMoment(
        .init(
          text: .init(content: "早"),
          visibleRange: .init(departmentIDs: [2], tagIDs: [chain.tagIDs["gold"]!])))
      let directory = try await RunningService.start(DirectoryService.self, in: chain.folder)
      try await chain.restartCommunities(peers: [directory, chain.customers])
      let moment = try await chain.settled(created)
      #expect(moment.state == .dispatched)
      #expect(try await chain.executors(of: moment) == ["ann", "bob"])
      let changes = try await firstChanges(2, of: chain.feed)
      #expect(changes.map(\.event) == [.momentCreated(created), .momentDispatched(moment)])
      await directory.stop()
    }
  }

  @Test func `Moments whose service stops at once are dispatched by the next, each once`()
    async throws
  {
    try await withChain { chain in
      var created: [CommunitiesV1.Moment] = []
      for _ in 0..<8 {
        created.append(
          try await chain.moments.createMoment(
            .init(
              text: .init(content: "早"),
              visibleRange: .init(userids: ["ann", "zoe"], departmentIDs: [2, 3]))))
      }
      try await chain.restartCommunities(peers: [chain.directory, chain.customers])
      for moment in created {
        let settled = try await chain.settled(moment)
        #expect(settled.taskCount == 2)
        #expect(try await chain.executors(of: settled) == ["ann", "bob"])
        let result = try await chain.moments.getMomentTaskResult(.init(jobid: moment.jobid))
        #expect(result.invalidUseridCount == 1)
      }
      let ended = try await firstChanges(16, of: chain.feed).filter { change in
        if case .momentDispatched = change.event { true } else { false }
      }
      #expect(ended.count == 8)
    }
  }
}
