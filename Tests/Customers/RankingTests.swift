import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@testable import Customers

@Suite("Rankings", .timeLimit(.minutes(5)))
struct RankingTests {
  @Test("Tiers end where so many per cent do; who has the figure of the last is in")
  func tiers() {
    let figures = (1...200).map(Double.init)
    let tiers = RankingTiers(figures.shuffled(), topPercents: [1, 20, 50])
    #expect(tiers.thresholds == [199, 161, 101])
    #expect([200, 199, 198, 161, 160.9, 101, 100, -5].map(tiers.tier) == [1, 1, 2, 2, 3, 3, 4, 4])
    #expect(RankingTiers([7], topPercents: [1]).tier(of: 7) == 1)
    #expect(RankingTiers([], topPercents: [1]).tier(of: 7) == 1)
    let ties = RankingTiers([5, 5, 5, 1], topPercents: [25, 50])
    #expect(ties.thresholds == [5, 5])
    #expect(ties.tier(of: 1) == 3)
  }

  @Test("The night begins at three o'clock in UTC+8")
  func night() {
    let midnight = Day(number: 20_000).start
    let three = midnight.advanced(bySeconds: 3 * 3600)
    #expect(Ranking.nextNight(after: midnight) == three)
    #expect(Ranking.nextNight(after: three) == three.advanced(bySeconds: 86_400))
    #expect(
      Ranking.nextNight(after: midnight.advanced(bySeconds: 86_399))
        == three.advanced(bySeconds: 86_400))
  }

  @Test("A run gives each customer of whom there is a figure his tier, and tells what it came to")
  func run() async throws {
    try await withCustomers { customers in
      try await customers.spenders(10)
      try await customers.add("a", "wm-none")
      let made = try await customers.ranking("top.spend", by: "spend", [10, 50])
      #expect(made.lastRun == nil)
      let start = customers.service.clock.now.timestamp
      let ranked = try await customers.ran(made)
      let run = try #require(ranked.lastRun)
      #expect(run.rankedCount == 10 && run.changedCount == 10 && run.leftOutCount == 0)
      #expect(run.thresholds == [9, 5])
      #expect(run.startTime == start)
      #expect(try await customers.tiers("top.spend", of: 0..<10) == [3, 3, 3, 3, 3, 2, 2, 2, 2, 1])
      #expect(try await customers.listed("wm-none").isEmpty)
      let tier = try await customers.listed("wm9").first { $0.name == "top.spend" }
      #expect(tier?.provenance == .derived && tier?.source == "ranking" && tier?.confidence == 1)

      // Who is not changed is not told of; who has no figure any more loses his tier.
      let mark = try await customers.lastCursor()
      _ = try await customers.setAttributes("wm0", [.spend(100)])
      _ = try await customers.setAttributes("wm9", [], removing: [.init(name: "spend")])
      let again = try #require(try await customers.ran(made).lastRun)
      #expect(again.rankedCount == 9 && again.changedCount == 2)
      #expect(
        try await customers.tiers("top.spend", of: 0..<10) == [1, 3, 3, 3, 3, 2, 2, 2, 2, nil])
      let told = try await customers.firstChanges(5, after: mark).map(\.event)
      #expect(
        told.map { $0?.kind } == Array(repeating: "attributes changed", count: 4)
          + ["ranking finished"])
    }
  }

  @Test("Recency, frequency and money: three rankings, and the best of all three are an audience")
  func recencyFrequencyMoney() async throws {
    try await withCustomers { customers in
      let now = customers.service.clock.now
      for number in 0..<5 {
        let chatted = now.advanced(bySeconds: Int64(number - 10) * 86_400).timestamp
        _ = try await customers.importAll([
          [.sample("a", "wm\(number)", chatted: chatted.seconds)]
        ])
        let bought = now.advanced(bySeconds: -86_400 * Int64(10 - number)).timestamp
        _ = try await customers.setAttributes(
          "wm\(number)",
          [
            .spend(Double(number * number)),
            .init(name: "bought", value: .valueTime(bought), provenance: .given),
          ])
      }
      for number in 0..<5 {
        let sent = (0..<number).map { each in
          CustomersV1.Interaction.sample(
            "a", "wm\(number)", .fromMember,
            at: customers.now - Int64(60 * (each + 1)) - Int64(10 - number))
        }
        guard !sent.isEmpty else { continue }
        _ = try await customers.interactions.recordInteractions(.init(interactions: sent))
      }
      _ = try await customers.context("a", "wm4") { $0.memberMessageCount == 4 }
      let figures: [(String, CustomersV1.RankingFigure.Figure)] = [
        ("rfm.r", .attribute(.init(name: "bought"))),
        ("rfm.f", .interactions(.init(days: 30))),
        ("rfm.m", .attribute(.init(name: "spend"))),
        ("rfm.chat", .lastChat(.init())),
      ]
      for (attribute, figure) in figures {
        let made = try await customers.rankings.createRanking(
          .init(
            ranking: .init(
              attribute: attribute, figure: .init(figure: figure), topPercents: [20, 40, 60, 80])))
        _ = try await customers.ran(made)
      }
      #expect(try await customers.tiers("rfm.r", of: 0..<5) == [5, 4, 3, 2, 1])
      #expect(try await customers.tiers("rfm.m", of: 0..<5) == [5, 4, 3, 2, 1])
      #expect(try await customers.tiers("rfm.f", of: 0..<5) == [nil, 4, 3, 2, 1])
      #expect(try await customers.tiers("rfm.chat", of: 0..<5) == [5, 4, 3, 2, 1])
      let best = CustomersV1.Audience(
        allOf: ["rfm.r", "rfm.f", "rfm.m"].map {
          .init(anyOf: [
            .init(condition: .attribute(.init(name: $0, wanted: .number(.init(atMost: 2)))))
          ])
        })
      #expect(try await customers.recipients(of: best) == ["wm3>a", "wm4>a"])
    }
  }

  @Test("Every night it runs, until it is deleted; a tier that was given stays")
  func nightly() async throws {
    try await withCustomers { customers in
      try await customers.spenders(2)
      let made = try await customers.ranking("top", by: "spend", [50])
      for day in 1...2 {
        customers.service.clock.advance(seconds: 86_400)
        let ranked = try await customers.until(made) {
          ($0.lastRun?.finishTime?.seconds ?? 0) > customers.service.clock.now.timestamp.seconds
            - 60
        }
        #expect(ranked.lastRun?.changedCount == (day == 1 ? 2 : 0))
      }
      _ = try await customers.rankings.deleteRanking(.init(attribute: "top"))
      let mark = try await customers.lastCursor()
      customers.service.clock.advance(seconds: 2 * 86_400)
      await expectFailure(.notFound, "RANKING_NOT_FOUND", field: "attribute") {
        try await customers.rankings.getRanking(.init(attribute: "top"))
      }
      #expect(try await customers.tiers("top", of: 0..<2) == [2, 1])
      try await customers.add("a", "wm-last")
      #expect(try await customers.firstChanges(1, after: mark)[0].event?.kind == "added")
    }
  }

  @Test("A run that is asked for twice is one; its job is told of")
  func once() async throws {
    try await withCustomers { customers in
      try await customers.spenders(1)
      let made = try await customers.ranking("top", by: "spend", [50])
      let request = CustomersV1.RunRankingRequest(attribute: "top", requestID: "r-1")
      let first = try await customers.rankings.runRanking(request)
      #expect(try await customers.rankings.runRanking(request) == first)
      _ = try await customers.until(made) { $0.lastRun != nil }
      var job = CommonV1.Job()
      while job.state != .done {
        job = try await customers.jobs.getJob(.init(jobid: first.jobid))
      }
      #expect(job.kind == "run-ranking" && job.processedCount == 1)
      #expect(try await customers.rankings.runRanking(.init(attribute: "top")) != first)
    }
  }

  @Test("A customer with as many attributes as he may have is left out, and counted")
  func full() async throws {
    try await withCustomers(policies: policies(["attributes_max": 1])) { customers in
      try await customers.spenders(2)
      let made = try await customers.ranking("top", by: "spend", [50])
      let run = try #require(try await customers.ran(made).lastRun)
      #expect(run.rankedCount == 2 && run.changedCount == 0 && run.leftOutCount == 2)
    }
  }

  @Test("What is malformed, taken or too much is refused; lists are in the order of attributes")
  func refused() async throws {
    try await withCustomers(policies: policies(["rankings_max": 3])) { customers in
      func bad(
        _ reason: String, _ field: String, _ change: (inout CustomersV1.Ranking) -> Void
      ) async {
        var ranking = CustomersV1.Ranking(
          attribute: "top", figure: .init(figure: .attribute(.init(name: "spend"))),
          topPercents: [1])
        change(&ranking)
        await expectFailure(.invalidArgument, reason, field: field) {
          try await customers.rankings.createRanking(.init(ranking: ranking))
        }
      }
      await bad("REQUIRED", "ranking.attribute") { $0.attribute = "" }
      await bad("BAD_NAME", "ranking.attribute") { $0.attribute = "Top" }
      await bad("REQUIRED", "ranking.figure") { $0.figure = nil }
      await bad("REQUIRED", "ranking.figure") { $0.figure = .init() }
      await bad("REQUIRED", "ranking.figure.attribute.name") {
        $0.figure = .init(figure: .attribute(.init()))
      }
      await bad("CONTRADICTION", "ranking.figure.attribute.name") {
        $0.figure = .init(figure: .attribute(.init(name: "top")))
      }
      await bad("OUT_OF_RANGE", "ranking.figure.interactions.days") {
        $0.figure = .init(figure: .interactions(.init(days: 181)))
      }
      await bad("REQUIRED", "ranking.top_percents") { $0.topPercents = [] }
      await bad("TOO_LONG", "ranking.top_percents") { $0.topPercents = (1...11).map(Double.init) }
      for percents in [[0], [100], [5, 5], [5, 1], [.nan], [-1]] as [[Double]] {
        await bad("OUT_OF_RANGE", "ranking.top_percents") { $0.topPercents = percents }
      }
      for attribute in ["c", "a", "b"] {
        _ = try await customers.ranking(attribute, by: "spend", [1])
      }
      await expectFailure(.alreadyExists, "RANKING_EXISTS", field: "ranking.attribute") {
        try await customers.ranking("a", by: "spend", [1])
      }
      await expectFailure(.resourceExhausted, "TOO_MANY_RANKINGS") {
        try await customers.ranking("d", by: "spend", [1])
      }
      let page = try await customers.rankings.listRankings(.init(pageSize: 2))
      #expect(page.rankings.map(\.attribute) == ["a", "b"])
      let rest = try await customers.rankings.listRankings(
        .init(pageSize: 2, pageToken: page.nextPageToken))
      #expect(rest.rankings.map(\.attribute) == ["c"] && rest.nextPageToken.isEmpty)
      for call in [
        { _ = try await customers.rankings.runRanking(.init(attribute: "z")) },
        { _ = try await customers.rankings.deleteRanking(.init(attribute: "z")) },
      ] as [() async throws -> Void] {
        await expectFailure(.notFound, "RANKING_NOT_FOUND", field: "attribute") { try await call() }
      }
    }
  }
}

extension CustomersV1.Attribute {
  fileprivate static func spend(_ amount: Double) -> Self {
    .init(name: "spend", value: .number(amount), provenance: .given)
  }
}

extension CustomersCaller {
  fileprivate var rankings: CustomersV1.RankingServiceClient { .init(service.channel) }

  /// Customers wm0, wm1, … of a, who have spent 0, 1, ….
  fileprivate func spenders(_ count: Int) async throws {
    for number in 0..<count {
      try await add("a", "wm\(number)")
      _ = try await setAttributes("wm\(number)", [.spend(Double(number))])
    }
  }

  fileprivate func ranking(
    _ attribute: String, by figure: String, _ percents: [Double]
  ) async throws -> CustomersV1.Ranking {
    try await rankings.createRanking(
      .init(
        ranking: .init(
          attribute: attribute, figure: .init(figure: .attribute(.init(name: figure))),
          topPercents: percents)))
  }

  /// The ranking after a run of now.
  fileprivate func ran(_ ranking: CustomersV1.Ranking) async throws -> CustomersV1.Ranking {
    let jobid = try await rankings.runRanking(.init(attribute: ranking.attribute)).jobid
    while try await jobs.getJob(.init(jobid: jobid)).state != .done { await Task.yield() }
    return try await rankings.getRanking(.init(attribute: ranking.attribute))
  }

  fileprivate func until(
    _ ranking: CustomersV1.Ranking, _ isWanted: (CustomersV1.Ranking) -> Bool
  ) async throws -> CustomersV1.Ranking {
    while true {
      let found = try await rankings.getRanking(.init(attribute: ranking.attribute))
      if isWanted(found) { return found }
      await Task.yield()
    }
  }

  /// The tiers of wm0, wm1, ….
  fileprivate func tiers(_ attribute: String, of numbers: Range<Int>) async throws -> [Double?] {
    var tiers: [Double?] = []
    for number in numbers {
      let tier = try await listed("wm\(number)").first { $0.name == attribute }
      guard case .number(let value)? = tier?.value else {
        tiers.append(nil)
        continue
      }
      tiers.append(value)
    }
    return tiers
  }

  /// A cursor behind all there was so far: of a change made for it.
  fileprivate func lastCursor() async throws -> String {
    let mark = try await tagIDs("末", group: "末 \(UInt32.random(in: 0...UInt32.max))")
    var cursor = ""
    for try await change in changes.watchChanges(.init()) {
      cursor = change.cursor
      if case .tagCreated(let tag) = change.event, tag.tagID == mark[0] { break }
    }
    return cursor
  }
}
