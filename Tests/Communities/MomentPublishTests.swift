import Communities
import Customers
import Fixtures
import Foundation
import Messages
import RPC
import ServiceKit
import Testing

/// Publishing: whom each member's publication chooses, and that it chooses once.
@Suite struct MomentPublishTests {
  @Test func `A publication chooses all the member's customers when there are no tags`()
    async throws
  {
    try await withChain { chain in
      let moment = try await chain.moment()
      chain.communities.clock.advance(seconds: 60)
      let task = try await chain.moments.publishMoment(
        .init(momentID: moment.momentID, userid: "ann"))
      #expect(
        task
          == .init(
            momentID: moment.momentID, userid: "ann", publishStatus: .published,
            publishTime: chain.communities.clock.now.timestamp, customerCount: 2))
      #expect(try await chain.audience(of: "ann", moment) == ["wm1", "wm2"])

      let nobody = try await chain.moments.publishMoment(
        .init(momentID: moment.momentID, userid: "dan"))
      #expect(nobody.publishStatus == .published)
      #expect(nobody.customerCount == 0)
      #expect(try await chain.audience(of: "dan", moment) == [])

      let read = try await chain.moments.getMoment(.init(momentID: moment.momentID))
      #expect(read.publishedCount == 2)
      #expect(read.customerCount == 2)
      let tasks = try await chain.moments.listMomentTasks(.init(momentID: moment.momentID)).tasks
      #expect(tasks.map(\.publishStatus) == [.published, .waiting, .waiting, .published])
      let events = try await firstChanges(4, of: chain.feed).suffix(2).map(\.event)
      #expect(events == [.momentPublished(task), .momentPublished(nobody)])
    }
  }

  @Test func `A publication chooses the member's customers with one of the tags`() async throws {
    try await withChain { chain in
      let moment = try await chain.moment(
        for: .init(tagIDs: [chain.tagIDs["gold"]!, chain.tagIDs["silver"]!]))
      for userid in ["ann", "bob"] {
        _ = try await chain.moments.publishMoment(
          .init(momentID: moment.momentID, userid: userid))
      }
      #expect(try await chain.audience(of: "ann", moment) == ["wm1"])
      #expect(try await chain.audience(of: "bob", moment) == ["wm1", "wm3"])
    }
  }

  @Test func `The audience is that of the minute of publishing, and stays it`() async throws {
    try await withChain { chain in
      let moment = try await chain.moment()
      let relations = CustomersV1.RelationServiceClient(chain.customers.channel)
      _ = try await relations.addRelation(
        .init(customer: .init(externalUserid: "wm5"), relation: .init(userid: "ann")))
      _ = try await relations.removeRelation(
        .init(userid: "ann", externalUserid: "wm2", removedBy: .customer))
      _ = try await chain.moments.publishMoment(.init(momentID: moment.momentID, userid: "ann"))
      #expect(try await chain.audience(of: "ann", moment) == ["wm1", "wm5"])
      _ = try await relations.addRelation(
        .init(customer: .init(externalUserid: "wm6"), relation: .init(userid: "ann")))
      #expect(try await chain.audience(of: "ann", moment) == ["wm1", "wm5"])
    }
  }

  @Test func `Tags deleted since the dispatch are carried by nobody`() async throws {
    try await withChain { chain in
      let range = CommunitiesV1.MomentVisibleRange(
        tagIDs: [chain.tagIDs["gold"]!, chain.tagIDs["silver"]!])
      let moment = try await chain.moment(for: range)
      let tags = CustomersV1.TagServiceClient(chain.customers.channel)
      _ = try await tags.deleteTag(.init(tagID: chain.tagIDs["gold"]!))
      _ = try await chain.moments.publishMoment(.init(momentID: moment.momentID, userid: "bob"))
      #expect(try await chain.audience(of: "bob", moment) == ["wm1"])
      // With no tag left nobody is meant, and not everybody.
      _ = try await tags.deleteTag(.init(tagID: chain.tagIDs["silver"]!))
      let task = try await chain.moments.publishMoment(
        .init(momentID: moment.momentID, userid: "ann"))
      #expect(task.customerCount == 0)
    }
  }

  @Test func `A member publishes once`() async throws {
    try await withChain { chain in
      let moment = try await chain.moment()
      let asked = CommunitiesV1.PublishMomentRequest(momentID: moment.momentID, userid: "bob")
      let task = try await chain.moments.publishMoment(asked)
      await expectFailure(.failedPrecondition, "MOMENT_ALREADY_PUBLISHED", field: "userid") {
        try await chain.moments.publishMoment(asked)
      }
      var another = asked
      another.requestID = "r-9"
      await expectFailure(.failedPrecondition, "MOMENT_ALREADY_PUBLISHED", field: "userid") {
        try await chain.moments.publishMoment(another)
      }
      let read = try await chain.moments.getMoment(.init(momentID: moment.momentID))
      #expect(read.publishedCount == 1)
      #expect(read.customerCount == task.customerCount)
    }
  }

  @Test func `A repeated publication has one effect and one answer, customers up or down`()
    async throws
  {
    try await withChain { chain in
      let moment = try await chain.moment()
      let moments = chain.moments
      let asked = CommunitiesV1.PublishMomentRequest(
        momentID: moment.momentID, userid: "bob", requestID: "r-1")
      async let one = moments.publishMoment(asked)
      async let two = moments.publishMoment(asked)
      let (first, second) = try await (one, two)
      #expect(first == second)
      await chain.customers.stop()
      #expect(try await moments.publishMoment(asked) == first)
      let read = try await moments.getMoment(.init(momentID: moment.momentID))
      #expect(read.publishedCount == 1)
      #expect(read.customerCount == 2)
      #expect(try await chain.audience(of: "bob", moment) == ["wm1", "wm3"])
    }
  }

  @Test func `With another body a request_id is refused`() async throws {
    try await withChain { chain in
      let moment = try await chain.moment()
      var asked = CommunitiesV1.PublishMomentRequest(
        momentID: moment.momentID, userid: "bob", requestID: "r-1")
      _ = try await chain.moments.publishMoment(asked)
      asked.userid = "ann"
      await expectFailure(.alreadyExists, "REQUEST_ID_REUSED", field: "request_id") {
        try await chain.moments.publishMoment(asked)
      }
      #expect(
        try await chain.moments.getMoment(.init(momentID: moment.momentID)).publishedCount == 1)
    }
  }

  @Test func `With customers down nothing is half done, and it works when they are back`()
    async throws
  {
    try await withChain { chain in
      let moment = try await chain.moment()
      await chain.customers.stop()
      await expectFailure(.unavailable, "CUSTOMERS_UNAVAILABLE", errcode: -1) {
        try await chain.moments.publishMoment(
          .init(momentID: moment.momentID, userid: "ann", requestID: "r-1"))
      }
      #expect(try await chain.moments.getMoment(.init(momentID: moment.momentID)) == moment)
      await expectFailure(
        .failedPrecondition, "MOMENT_NOT_PUBLISHED", field: "userid", errcode: 41062
      ) {
        try await chain.moments.listMomentCustomers(
          .init(momentID: moment.momentID, userid: "ann"))
      }

      let customers = try await RunningService.start(
        CustomersService.self, in: chain.folder, peers: [chain.directory])
      try await chain.restartCommunities(peers: [chain.directory, customers])
      let task = try await chain.moments.publishMoment(
        .init(momentID: moment.momentID, userid: "ann", requestID: "r-1"))
      #expect(task.customerCount == 2)
      #expect(try await chain.audience(of: "ann", moment) == ["wm1", "wm2"])
      await customers.stop()
    }
  }

  @Test func `Only an executor publishes, and only his own customers are listed`() async throws {
    try await withChain { chain in
      let moment = try await chain.moment(for: .init(userids: ["ann"]))
      await expectFailure(.notFound, "MOMENT_TASK_NOT_FOUND", field: "userid", errcode: 41061) {
        try await chain.moments.publishMoment(.init(momentID: moment.momentID, userid: "bob"))
      }
      await expectFailure(.notFound, "MOMENT_TASK_NOT_FOUND", field: "userid", errcode: 41061) {
        try await chain.moments.listMomentCustomers(
          .init(momentID: moment.momentID, userid: "bob"))
      }
    }
  }

  @Test func `A large audience is frozen whole and read in pages`() async throws {
    try await withChain { chain in
      let relations = CustomersV1.RelationServiceClient(chain.customers.channel)
      _ = try await relations.importRelations { writer in
        for batch in 0..<3 {
          try await writer.send(
            .init(
              relations: (0..<1000).map { number in
                .init(
                  customer: .init(externalUserid: "wx\(batch * 1000 + number)"),
                  relation: .init(userid: "dan"))
              }))
        }
      }
      let moment = try await chain.moment(for: .init(userids: ["ann", "dan"]))
      let task = try await chain.moments.publishMoment(
        .init(momentID: moment.momentID, userid: "dan"))
      #expect(task.customerCount == 3000)

      var request = CommunitiesV1.ListMomentCustomersRequest(
        momentID: moment.momentID, userid: "dan", pageSize: 900)
      var sizes: [Int] = []
      var chosen = Set<String>()
      repeat {
        let reply = try await chain.moments.listMomentCustomers(request)
        #expect(reply.customers.allSatisfy { $0.userid == "dan" })
        sizes.append(reply.customers.count)
        chosen.formUnion(reply.customers.map(\.externalUserid))
        request.pageToken = reply.nextPageToken
      } while !request.pageToken.isEmpty
      #expect(sizes == [900, 900, 900, 300])
      #expect(chosen.count == 3000)

      request.pageSize = 1
      request.pageToken = try await chain.moments.listMomentCustomers(request).nextPageToken
      request.userid = "ann"
      await expectFailure(.invalidArgument, "FOREIGN_PAGE_TOKEN", field: "page_token") {
        try await chain.moments.listMomentCustomers(request)
      }
    }
  }

  @Test func `An audience beyond what a member may have is refused whole`() async throws {
    let policies = try Policies(json: Data(#"{"member_customers_max": 1}"#.utf8))
    try await withChain(policies: policies) { chain in
      let moment = try await chain.moment()
      await expectFailure(.resourceExhausted, "AUDIENCE_TOO_LARGE", field: "userid") {
        try await chain.moments.publishMoment(.init(momentID: moment.momentID, userid: "ann"))
      }
      #expect(try await chain.moments.getMoment(.init(momentID: moment.momentID)) == moment)
      let one = try await chain.moments.publishMoment(
        .init(momentID: moment.momentID, userid: "cid"))
      #expect(one.customerCount == 1)
    }
  }
}
