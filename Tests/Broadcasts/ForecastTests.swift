@testable import Broadcasts
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("ForecastService", .timeLimit(.minutes(5)))
struct ForecastTests {
  private func counts(_ sent: Int64, _ converted: Int64) -> Counts {
    Counts(recipient: sent, sent: sent, conversion: 2 * converted, converted: converted)
  }

  @Test("Alike broadcasts leave chance alone, and differing ones widen the interval")
  func interval() throws {
    let alike = Forecast(past: Array(repeating: counts(10_000, 500), count: 5), recipients: 10_000)
    #expect(alike.expected(\.converted) == 500)
    #expect(alike.expected(\.conversion) == 1000)
    // Five alike: t of 4 degrees, and the spread of 10,000 draws at about 5 %, and of the rate.
    let spread = 2.776 * (10_000 * 0.05002 * 0.94998 * 1.2).squareRoot()
    let interval = try #require(alike.interval)
    #expect(abs(interval.lower - (500 - spread)) < 0.1, "\(interval)")
    #expect(abs(interval.upper - (500 + spread)) < 0.1, "\(interval)")
    let differing = Forecast(
      past: [300, 400, 500, 600, 700].map { counts(10_000, $0) }, recipients: 10_000)
    let wide = try #require(differing.interval)
    #expect(wide.lower < 60 && wide.upper > 940, "\(wide)")
    #expect(differing.expected(\.converted) == 500)
    #expect(wide.lower >= 0)
    #expect(Forecast(past: [counts(10, 1)], recipients: 50).interval == nil)
    #expect(Forecast(past: [counts(10, 1), counts(0, 0)], recipients: 50).interval == nil)
    #expect(Forecast(past: [], recipients: 50).expected(\.converted) == nil)
    let never = try #require(
      Forecast(past: [counts(100, 0), counts(100, 0)], recipients: 100).interval)
    #expect(never.lower == 0 && never.upper > 1)
    #expect(Forecast.studentT(1) == 12.706 && Forecast.studentT(31) < Forecast.studentT(30))
  }

  @Test("Nineteen of twenty broadcasts lie in the interval that the ones before them give")
  func coverage() throws {
    var numbers = SeededNumbers(seed: 7)
    func draw() -> Double { Double(numbers.next() % 1_000_000) / 1_000_000 }
    var within = 0
    for _ in 0..<400 {
      // Each campaign has a rate of its own, about 5 %.
      let all = (0..<9).map { _ -> Counts in
        let rate = 0.05 + 0.015 * ((0..<12).reduce(0.0) { sum, _ in sum + draw() } - 6)
        return counts(400, Int64((0..<400).filter { _ in draw() < rate }.count))
      }
      let interval = try #require(
        Forecast(past: Array(all.dropLast()), recipients: 400).interval)
      let last = Double(all.last!.converted)
      if interval.lower <= last, last <= interval.upper { within += 1 }
    }
    #expect((366...396).contains(within), "\(within) of 400")
  }

  @Test("A forecast counts whom it would reach, and learns from what finished last or is named")
  func forecast() async throws {
    try await withChain { chain in
      let forecasts = BroadcastsV1.ForecastServiceClient(chain.service.channel)
      let draft = BroadcastsV1.Broadcast(
        content: .init(text: "x"), audience: .init(userids: ["ann", "bob"]))
      let nothing = try await forecasts.getForecast(.init(broadcast: draft))
      #expect(nothing == .init(recipientCount: 5))
      var msgids: [String] = []
      for index in 0..<3 {
        let planned = try await chain.confirmed()
        msgids.append(planned.msgid)
        try await chain.acknowledge(chain.lease())
        _ = try await chain.conversions.recordConversions(
          .init(
            conversions: ["wm-a1", "wm-a2", "wm-b1"].prefix(index + 1).map {
              .init(
                conversionID: "c\(index)-\($0)", msgid: planned.msgid,
                recipient: .externalUserid($0), kind: .order, amountCents: 600,
                conversionTime: .init(seconds: 1_767_600_000))
            }))
      }
      // One that was cancelled, and one that nobody got, teach nothing.
      _ = try await chain.broadcasts.cancelBroadcast(
        .init(msgid: chain.planned().msgid))
      let found = try await forecasts.getForecast(.init(broadcast: draft))
      #expect(found.msgids == msgids.reversed())
      #expect((found.pastSentCount, found.pastConvertedRecipientCount) == (18, 6))
      #expect(abs(try #require(found.convertedRecipientCount) - 5.0 / 3) < 1e-12)
      #expect(found.amountCents == 1000)
      let upper = try #require(found.convertedRecipientCountUpper)
      #expect(upper > 5.0 / 3 && upper <= 5)
      let named = try await forecasts.getForecast(
        .init(broadcast: draft, msgids: [msgids[2], msgids[2]]))
      #expect((named.msgids, named.pastConvertedRecipientCount) == ([msgids[2]], 3))
      #expect(named.convertedRecipientCountLower == nil)
      await expectFailure(.notFound, "BROADCAST_NOT_FOUND", errcode: 41047) {
        try await forecasts.getForecast(.init(broadcast: draft, msgids: ["msg0"]))
      }
      await expectFailure(.invalidArgument, "TOO_LONG", field: "msgids") {
        try await forecasts.getForecast(
          .init(broadcast: draft, msgids: Array(repeating: "msg0", count: 21)))
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "broadcast") {
        try await forecasts.getForecast(.init())
      }
    }
  }
}
