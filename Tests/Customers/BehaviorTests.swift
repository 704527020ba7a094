import Customers
import Directory
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("GetUserBehaviorData", .timeLimit(.minutes(5)))
struct BehaviorTests {
  @Test("Section 13, point 18: closed interval, floored days, one row a day over all passed")
  func aggregated() async throws {
    try await withCustomers { customers in
      for userid in ["lili", "wang"] { try await customers.add(userid, "wm\(userid)") }
      let morning = customers.today(hour: 7)
      try await customers.record(
        .sample("lili", "wmlili", .fromCustomer, at: morning),
        .sample("lili", "wmlili", .fromMember, at: morning + 60),
        .sample("wang", "wmwang", .fromCustomer, at: morning),
        .sample("wang", "wmwang", .fromMember, at: morning + 180),
        .sample("wang", "wmwang", .fromMember, at: morning - 86_400))
      _ = try await customers.context("wang", "wmwang") { $0.memberMessageCount == 2 }
      let days = try await customers.behavior.getUserBehaviorData(
        .init(
          userids: ["lili", "WANG", "wang", "nobody"], startTime: .init(seconds: morning - 86_400),
          endTime: .init(seconds: morning))
      ).behaviorData
      #expect(days.count == 2)
      #expect(
        days.map(\.statTime?.seconds) == [
          customers.today(hour: 0) - 86_400, customers.today(hour: 0),
        ])
      #expect(days.map(\.messageCnt) == [1, 2])
      #expect(days.map(\.chatCnt) == [1, 2])
      #expect(days.map(\.newContactCnt) == [0, 2])
      // Absent where undefined, and the wait in minutes.
      #expect(days.map(\.replyPercentage) == [nil, 100])
      #expect(days.map(\.avgReplyTime) == [nil, 2])
    }
  }

  @Test("Customers won, won again and lost are counted on their days")
  func wonAndLost() async throws {
    try await withCustomers { customers in
      _ = try await customers.importAll([
        [.sample("lili", "wm1", created: customers.now - 86_400), .sample("lili", "wm2")]
      ])
      try await customers.remove("lili", "wm1", by: .customer)
      try await customers.remove("lili", "wm1", by: .member)
      try await customers.remove("lili", "wm2", by: .member)
      try await customers.add("lili", "wm2")
      let days = try await customers.behavior.getUserBehaviorData(
        .init(
          userids: ["lili"], startTime: .init(seconds: customers.now - 86_400),
          endTime: .init(seconds: customers.now))
      ).behaviorData
      #expect(days.map(\.newContactCnt) == [1, 2])
      // Members who delete a customer are no feedback of his.
      #expect(days.map(\.negativeFeedbackCnt) == [0, 1])
    }
  }

  @Test("Each member's days are listed by themselves, page by page, without those of nothing")
  func ofMembers() async throws {
    try await withCustomers { customers in
      let day: Int64 = 86_400
      _ = try await customers.importAll([
        [
          .sample("lili", "wm1", created: customers.now - day), .sample("wang", "wm1"),
          .sample("lili", "wm2"), .sample("zhao", "wm1", created: customers.now - 40 * day),
          .sample("chen", "wm3", created: customers.now - 2 * day),
        ]
      ])
      try await customers.remove("wang", "wm1", by: .customer)
      var request = CustomersV1.ListMemberBehaviorRequest(
        startTime: .init(seconds: customers.now - 2 * day), endTime: .init(seconds: customers.now),
        pageSize: 1)
      var rows: [CustomersV1.MemberBehaviorDay] = []
      var pages = 0
      repeat {
        let page = try await customers.behavior.listMemberBehavior(request)
        #expect(page.behaviorData.count <= 1)
        rows += page.behaviorData
        pages += 1
        request.pageToken = page.nextPageToken
      } while !request.pageToken.isEmpty
      #expect(rows.map(\.userid) == ["lili", "lili", "wang", "chen"])
      #expect(rows.map(\.day?.newContactCnt) == [1, 1, 1, 1])
      #expect(rows.map(\.day?.negativeFeedbackCnt) == [0, 0, 1, 0])
      let today = customers.today(hour: 0)
      #expect(
        rows.map(\.day?.statTime?.seconds) == [today - day, today, today, today - 2 * day])
      request.pageToken = ""
      request.pageSize = 4
      let whole = try await customers.behavior.listMemberBehavior(request)
      #expect(whole.behaviorData == rows)

      request.startTime = .init(seconds: customers.now - 31 * day)
      await expectFailure(.invalidArgument, "BAD_INTERVAL", field: "end_time", errcode: 40058) {
        try await customers.behavior.listMemberBehavior(request)
      }
      request.startTime = nil
      await expectFailure(.invalidArgument, "REQUIRED", field: "start_time", errcode: 40058) {
        try await customers.behavior.listMemberBehavior(request)
      }
    }
  }

  @Test("Friend requests count for whom is no customer yet, once each, those sent alone")
  func friendRequests() async throws {
    try await withCustomers { customers in
      let now = customers.now
      let asked = CustomersV1.Interaction.sample(
        "lili", "wmStranger", .fromMember, kind: .friendRequest, at: now)
      let outcome = try await customers.record(
        asked, asked,
        .sample("lili", "wmOther", .fromMember, kind: .friendRequest, at: now),
        .sample("lili", "wmOther", .fromCustomer, kind: .friendRequest, at: now))
      #expect(outcome.recordedCount == 4)
      let days = try await customers.behavior(of: ["lili"]) { $0.newApplyCnt > 0 }
      #expect(days.map(\.newApplyCnt) == [2])
      await expectFailure(.notFound, "CUSTOMER_NOT_FOUND") {
        try await customers.relations.getCustomer(.init(externalUserid: "wmStranger"))
      }
    }
  }

  @Test("Departments are expanded with all under them; unknown ones are NOT_FOUND")
  func departments() async throws {
    try await withCustomersAndDirectory { customers, directory in
      let departments = DirectoryV1.DepartmentServiceClient(directory.channel)
      let members = DirectoryV1.MemberServiceClient(directory.channel)
      let region = try await departments.createDepartment(
        .init(department: .init(name: "华东", parentid: 1)))
      let store = try await departments.createDepartment(
        .init(department: .init(name: "上海店", parentid: region.id)))
      _ = try await members.createMember(
        .init(
          member: .init(
            userid: "lili", name: "李丽", email: "lili@example.com", departmentIDs: [store.id])))
      try await customers.add("lili", "wm1")
      try await customers.add("wang", "wm2")
      let day = GoogleProtobuf.Timestamp(seconds: customers.now)
      // Customers hears of it through directory's feed, which may take a moment.
      var found: [CustomersV1.BehaviorDay] = []
      while found.first?.newContactCnt != 1 {
        do {
          found = try await customers.behavior.getUserBehaviorData(
            .init(departmentIDs: [region.id], startTime: day, endTime: day)
          ).behaviorData
        } catch let status as Status where status.code == .notFound {}
        await Task.yield()
      }
      await expectFailure(
        .notFound, "DEPARTMENT_NOT_FOUND", field: "department_ids", errcode: 60003
      ) {
        try await customers.behavior.getUserBehaviorData(
          .init(departmentIDs: [99], startTime: day, endTime: day))
      }
    }
  }

  @Test("Who, from when and until when are checked, each at its edge")
  func shape() async throws {
    try await withCustomers { customers in
      let now = customers.now
      func ask(
        _ userids: [String] = ["lili"], from start: Int64?, to end: Int64?
      ) async throws -> Int {
        try await customers.behavior.getUserBehaviorData(
          .init(
            userids: userids, startTime: start.map { .init(seconds: $0) },
            endTime: end.map { .init(seconds: $0) })
        ).behaviorData.count
      }
      let day: Int64 = 86_400
      let widest = try await ask(from: now - 30 * day, to: now)
      #expect(widest == 31)
      let oldest = try await ask(from: now - 180 * day, to: now - 180 * day)
      #expect(oldest == 1)
      let most = try await ask((0..<100).map { "u\($0)" }, from: now, to: now)
      #expect(most == 1)
      await expectFailure(.invalidArgument, "BAD_INTERVAL", field: "end_time", errcode: 40058) {
        try await ask(from: now - 31 * day, to: now)
      }
      await expectFailure(.invalidArgument, "BAD_INTERVAL", field: "end_time") {
        try await ask(from: now, to: now - day)
      }
      await expectFailure(.invalidArgument, "TOO_OLD", field: "start_time") {
        try await ask(from: now - 181 * day, to: now - 180 * day)
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "userids", errcode: 40058) {
        try await ask([], from: now, to: now)
      }
      await expectFailure(.invalidArgument, "TOO_LONG", field: "userids") {
        try await ask((0...100).map { "u\($0)" }, from: now, to: now)
      }
      await expectFailure(.invalidArgument, "BAD_USERID", field: "userids") {
        try await ask(["-"], from: now, to: now)
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "start_time") {
        try await ask(from: nil, to: now)
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "end_time") {
        try await ask(from: now, to: nil)
      }
    }
  }
}
