import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@testable import Broadcasts

@Suite("Paces of channels", .timeLimit(.minutes(2)))
struct ChannelPaceTests {
  private let start = Instant(seconds: 1_767_571_200)

  private func paces(_ chain: Chain) -> BroadcastsV1.ChannelPaceServiceClient {
    .init(chain.service.channel)
  }

  @Test("A pace gives what ten seconds saved at once, and the rest evenly")
  func rules() {
    var pace = ChannelPace(channelID: "app", perMinute: 60, dueTime: Instant(microseconds: 0))
    #expect(pace.room(at: start) == 10)
    pace.take(10, at: start)
    #expect(pace.room(at: start) == 0)
    #expect(pace.nextTime(at: start) == start.advanced(bySeconds: 1))
    #expect(pace.room(at: start.advanced(bySeconds: 3)) == 3)
    // What was not used for an hour is ten seconds' worth.
    #expect(pace.room(at: start.advanced(bySeconds: 3600)) == 10)
    var slow = ChannelPace(channelID: "app", perMinute: 1, dueTime: Instant(microseconds: 0))
    #expect(slow.room(at: start) == 1)
    slow.take(1, at: start)
    #expect(slow.room(at: start.advanced(bySeconds: 59)) == 0)
    #expect(slow.nextTime(at: start.advanced(bySeconds: 59)) == start.advanced(bySeconds: 60))
  }

  @Test("Whenever a channel asks, it gets no more than its pace over any time", arguments: 0..<20)
  func never(seed: Int) {
    var random = SeededNumbers(seed: UInt64(seed))
    let perMinute = Int.random(in: 1...5000, using: &random)
    var pace = ChannelPace(
      channelID: "app", perMinute: perMinute, dueTime: Instant(microseconds: 0))
    var now = start
    var taken = 0
    for _ in 0..<500 {
      now = now.advanced(byMilliseconds: Int64.random(in: 0...3000, using: &random))
      let count = min(pace.room(at: now), Int.random(in: 1...200, using: &random))
      pace.take(count, at: now)
      taken += count
      let seconds = Double(now.microseconds - start.microseconds) / 1e6
      // What was saved, at least one, and the rest by the interval, which is whole microseconds.
      let saved = max(1, Double(perMinute) / 6)
      let even = Double(perMinute) * seconds / 59.9
      #expect(Double(taken) <= saved + even + 1)
    }
  }

  @Test("A channel with a pace leases by it, another does not notice")
  func leased() async throws {
    try await withChain { chain in
      _ = try await chain.confirmed()
      let asked = BroadcastsV1.ChannelPace(channelID: "slow", deliveriesPerMinute: 12)
      #expect(try await paces(chain).setChannelPace(.init(pace: asked)) == asked)
      func lease() async throws -> BroadcastsV1.LeaseDeliveriesResponse {
        try await chain.deliveries.leaseDeliveries(.init(channelID: "slow"))
      }
      let now = chain.service.clock.now
      let first = try await lease()
      #expect(first.deliveries.count == 2)
      #expect(first.retryTime == now.advanced(bySeconds: 5).timestamp)
      let none = try await lease()
      #expect(none.deliveries.isEmpty)
      #expect(none.retryTime == now.advanced(bySeconds: 5).timestamp)
      chain.service.clock.advance(seconds: 5)
      #expect(try await lease().deliveries.count == 1)
      #expect(try await chain.lease(channelID: "fast").count == 3)
      chain.service.clock.advance(seconds: 10)
      // Nothing waits, so nothing is said of when.
      #expect(try await lease().retryTime == nil)
    }
  }

  @Test("Paces are kept, listed and taken away, and what is wrong is named")
  func kept() async throws {
    try await withChain { chain in
      for (id, field) in [("", "pace.channel_id"), ("a b", "pace.channel_id")] {
        await expectFailure(.invalidArgument, id.isEmpty ? "REQUIRED" : "BAD_ID", field: field) {
          try await paces(chain).setChannelPace(
            .init(pace: .init(channelID: id, deliveriesPerMinute: 1)))
        }
      }
      for number in [0, 600_001] as [Int32] {
        await expectFailure(
          .invalidArgument, "OUT_OF_RANGE", field: "pace.deliveries_per_minute"
        ) {
          try await paces(chain).setChannelPace(
            .init(pace: .init(channelID: "app", deliveriesPerMinute: number)))
        }
      }
      await expectFailure(.notFound, "CHANNEL_PACE_NOT_FOUND", field: "channel_id") {
        try await paces(chain).getChannelPace(.init(channelID: "app"))
      }
      for id in ["b", "c", "a"] {
        _ = try await paces(chain).setChannelPace(
          .init(pace: .init(channelID: id, deliveriesPerMinute: 100)))
      }
      let page = try await paces(chain).listChannelPaces(.init(pageSize: 2))
      #expect(page.paces.map(\.channelID) == ["a", "b"])
      let rest = try await paces(chain).listChannelPaces(
        .init(pageSize: 2, pageToken: page.nextPageToken))
      #expect((rest.paces.map(\.channelID), rest.nextPageToken) == (["c"], ""))
      try await chain.restart()
      #expect(
        try await paces(chain).getChannelPace(.init(channelID: "b")).deliveriesPerMinute == 100)
      let delete = BroadcastsV1.DeleteChannelPaceRequest(channelID: "b", requestID: "r-1")
      _ = try await paces(chain).deleteChannelPace(delete)
      _ = try await paces(chain).deleteChannelPace(delete)
      await expectFailure(.notFound, "CHANNEL_PACE_NOT_FOUND", field: "channel_id") {
        try await paces(chain).getChannelPace(.init(channelID: "b"))
      }
    }
  }
}
