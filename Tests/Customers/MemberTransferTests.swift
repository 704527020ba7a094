import Fixtures
import Messages
import RPC
import ServiceKit
import Store
import Testing

@testable import Customers

@Suite("Transfers of all customers", .timeLimit(.minutes(5)))
struct MemberTransferTests {
  @Test("Customers are split by shares, at every point of the way")
  func split() throws {
    var split = try #require(TransferSplit(shares: [1, 2, 0, 1], given: [0, 0, 0, 0]))
    for _ in 0..<8 { split.give(split.next) }
    #expect(split.given == [2, 4, 0, 2])
    // Alike when none is given, and going on from where another left off.
    var alike = try #require(TransferSplit(shares: [0, 0], given: [3, 1]))
    for _ in 0..<4 { alike.give(alike.next) }
    #expect(alike.given == [4, 4])
    var without = try #require(
      TransferSplit(shares: [1, 1], given: [0, 0], takesPart: { $0 == 1 }))
    for _ in 0..<3 { without.give(without.next) }
    #expect(without.given == [0, 3])
    #expect(TransferSplit(shares: [1, 0], given: [0, 0], takesPart: { $0 == 1 }) == nil)
  }

  @Test("All customers are handed over as the preview says; who cannot be is named with his reason")
  func all() async throws {
    try await withCustomers { customers in
      for number in 0..<12 { try await customers.add("a", "wm\(number)") }
      try await customers.remove("a", "wm3", by: .customer)
      try await customers.transfer(["wm7"], from: "a", to: "z")
      let takeovers: [CustomersV1.TakeoverShare] = [
        .init(userid: "b", share: 4), .init(userid: "c", share: 1),
      ]
      let preview = try await customers.transfers.previewTransferAllCustomers(
        .init(handoverUserid: "a", takeovers: takeovers))
      #expect((preview.kind, preview.customerCount, preview.refusedCount) == (.onJob, 12, 2))
      #expect(preview.takeovers.map(\.plannedCount) == [8, 2])
      #expect(preview.takeovers.map(\.roomCount) == [20_000, 20_000])
      #expect(preview.refusals.map(\.key) == ["wm3", "wm7"])
      #expect(preview.refusals.map(\.errcode) == [40131, 40129])

      let request = CustomersV1.TransferAllCustomersRequest(
        handoverUserid: "a", takeovers: takeovers, transferSuccessMsg: "您好", requestID: "r-1")
      let begun = try await customers.transfers.transferAllCustomers(request)
      #expect(try await customers.transfers.transferAllCustomers(request) == begun)
      #expect((begun.kind, begun.customerCount) == (.onJob, 12))
      let job = try await customers.untilDone(begun.jobid)
      #expect((job.state, job.processedCount, job.totalCount) == (.done, 12, 12))
      try await customers.settle("a", "b")
      try await customers.settle("a", "c", seconds: 0)
      let report = try await customers.transfers.getTransferJob(
        .init(jobid: begun.jobid, pageSize: 1))
      #expect(report.takeovers.map(\.userid) == ["b", "c"])
      #expect(report.takeovers.map(\.doneCount) == [8, 2])
      #expect(report.takeovers.map(\.waitingCount) == [0, 0])
      #expect((report.refusedCount, report.refusals.map(\.key)) == (2, ["wm3"]))
      let rest = try await customers.transfers.getTransferJob(
        .init(jobid: begun.jobid, pageSize: 1, pageToken: report.nextPageToken))
      #expect((rest.refusals.map(\.errcode), rest.nextPageToken) == ([40129], ""))
      #expect(
        try await customers.results("a", "b").map(\.jobid)
          == Array(repeating: begun.jobid, count: 8))
    }
  }

  @Test("What cannot be asked for is refused, naming the field")
  func shapes() async throws {
    try await withCustomers { customers in
      func refused(
        _ code: StatusCode, _ reason: String, _ field: String, _ errcode: Int,
        _ handover: String, _ takeovers: [CustomersV1.TakeoverShare]
      ) async {
        await expectFailure(code, reason, field: field, errcode: errcode) {
          try await customers.transfers.transferAllCustomers(
            .init(handoverUserid: handover, takeovers: takeovers))
        }
      }
      let b = CustomersV1.TakeoverShare(userid: "b")
      await refused(.notFound, "MEMBER_WITHOUT_CUSTOMERS", "handover_userid", 84061, "a", [b])
      await refused(.invalidArgument, "REQUIRED", "takeovers", 40058, "a", [])
      await refused(
        .invalidArgument, "TOO_LONG", "takeovers", 40058, "a",
        (0...100).map { .init(userid: "m\($0)") })
      await refused(
        .invalidArgument, "REPEATED", "takeovers[1].userid", 40058, "a", [b, .init(userid: "B")])
      await refused(
        .invalidArgument, "SAME_MEMBER", "takeovers[0].userid", 40130, "b", [b])
      await refused(
        .invalidArgument, "OUT_OF_RANGE", "takeovers[0].share", 40058, "a",
        [.init(userid: "b", share: 1_000_001)])
      await expectFailure(.notFound, "JOB_NOT_FOUND", field: "jobid", errcode: 40088) {
        try await customers.transfers.getTransferJob(.init(jobid: "job1"))
      }
    }
  }

  @Test("Stopped on the way and taken up again, each customer ends with exactly one owner")
  func resumed() async throws {
    let folder = try TemporaryFolder()
    let clock = Clock.stepped(from: Instant(seconds: 1_767_571_200))
    let ids = (0..<1000).map { "wm\($0)" }
    var jobid = ""
    try await run(in: folder, clock) { customers in
      _ = try await customers.importAll([ids.map { .sample("a", $0) }])
      jobid = try await customers.transfers.transferAllCustomers(
        .init(handoverUserid: "a", takeovers: [.init(userid: "b"), .init(userid: "c")])
      ).jobid
    }
    try await run(in: folder, clock) { customers in
      let job = try await customers.untilDone(jobid)
      #expect(job.state == .done)
      clock.advance(seconds: 86_400)
    }
    try await run(in: folder, clock) { customers in
      try await customers.settle("a", "b", seconds: 0)
      try await customers.settle("a", "c", seconds: 0)
      let report = try await customers.transfers.getTransferJob(.init(jobid: jobid))
      #expect(report.takeovers.map(\.doneCount) == [500, 500])
      for id in ids {
        let followers = try await customers.followers(of: id)
        #expect(followers.count == 1)
      }
    }
    let corps = Corps(
      folder: "\(folder.path)/customers", migrations: CustomersService.migrations)
    let differences = try await corps.database(of: "demo").scan {
      try IndexCheck.differences(in: $0)
    }
    #expect(differences == [])
    await corps.close()
  }

  private func run(
    in folder: TemporaryFolder, _ clock: Clock, _ body: (CustomersCaller) async throws -> Void
  ) async throws {
    let service = try await RunningService.start(CustomersService.self, in: folder, clock: clock)
    do {
      try await body(CustomersCaller(service))
    } catch {
      await service.stop()
      throw error
    }
    await service.stop()
  }
}
