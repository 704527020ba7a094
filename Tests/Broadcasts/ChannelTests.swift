import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@testable import Broadcasts

@Suite("Channels: their paces and what they carry", .timeLimit(.minutes(5)))
struct ChannelTests {
  private let start = Instant(seconds: 1_767_571_200)

  private func channels(_ chain: Chain) -> BroadcastsV1.ChannelServiceClient {
    .init(chain.service.channel)
  }

  @Test("A pace gives what ten seconds saved at once, and the rest evenly")
  func rules() {
    var pace = ChannelPace(perMinute: 60)
    #expect(pace.room(at: start) == 10)
    pace.take(10, at: start)
    #expect(pace.room(at: start) == 0)
    #expect(pace.nextTime(at: start) == start.advanced(bySeconds: 1))
    #expect(pace.room(at: start.advanced(bySeconds: 3)) == 3)
    // What was not used for an hour is ten seconds' worth.
    #expect(pace.room(at: start.advanced(bySeconds: 3600)) == 10)
    var slow = ChannelPace(perMinute: 1)
    #expect(slow.room(at: start) == 1)
    slow.take(1, at: start)
    #expect(slow.room(at: start.advanced(bySeconds: 59)) == 0)
    #expect(slow.nextTime(at: start.advanced(bySeconds: 59)) == start.advanced(bySeconds: 60))
    // A faster one that follows it has used up what is saved, and no more.
    var fast = ChannelPace(perMinute: 600)
    fast.follow(slow, at: start)
    #expect(fast.room(at: start) == 0)
    #expect(fast.room(at: start.advanced(bySeconds: 1)) == 10)
  }

  @Test("Whenever a channel asks, it gets no more than its pace over any time", arguments: 0..<20)
  func never(seed: Int) {
    var random = SeededNumbers(seed: UInt64(seed))
    let perMinute = Int.random(in: 1...5000, using: &random)
    var pace = ChannelPace(perMinute: perMinute)
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
      let asked = BroadcastsV1.Channel(channelID: "slow", deliveriesPerMinute: 12)
      #expect(try await channels(chain).setChannel(.init(channel: asked)) == asked)
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
      // Setting it again gives nothing.
      _ = try await channels(chain).setChannel(.init(channel: asked))
      #expect(try await lease() == none)
      chain.service.clock.advance(seconds: 5)
      #expect(try await lease().deliveries.count == 1)
      #expect(try await chain.lease(channelID: "fast").count == 3)
      chain.service.clock.advance(seconds: 10)
      // Nothing waits, so nothing is said of when.
      #expect(try await lease().retryTime == nil)
    }
  }

  @Test("Channels are kept, listed and forgotten, and what is wrong is named")
  func kept() async throws {
    try await withChain { chain in
      for (id, field) in [("", "channel.channel_id"), ("a b", "channel.channel_id")] {
        await expectFailure(.invalidArgument, id.isEmpty ? "REQUIRED" : "BAD_ID", field: field) {
          try await channels(chain).setChannel(
            .init(channel: .init(channelID: id, deliveriesPerMinute: 1)))
        }
      }
      for number in [-1, 600_001] as [Int32] {
        await expectFailure(
          .invalidArgument, "OUT_OF_RANGE", field: "channel.deliveries_per_minute"
        ) {
          try await channels(chain).setChannel(
            .init(channel: .init(channelID: "app", deliveriesPerMinute: number)))
        }
      }
      await expectFailure(.notFound, "CHANNEL_NOT_FOUND", field: "channel_id") {
        try await channels(chain).getChannel(.init(channelID: "app"))
      }
      for id in ["b", "c", "a"] {
        _ = try await channels(chain).setChannel(
          .init(channel: .init(channelID: id, deliveriesPerMinute: 100)))
      }
      let page = try await channels(chain).listChannels(.init(pageSize: 2))
      #expect(page.channels.map(\.channelID) == ["a", "b"])
      let rest = try await channels(chain).listChannels(
        .init(pageSize: 2, pageToken: page.nextPageToken))
      #expect((rest.channels.map(\.channelID), rest.nextPageToken) == (["c"], ""))
      try await chain.restart()
      #expect(
        try await channels(chain).getChannel(.init(channelID: "b")).deliveriesPerMinute == 100)
      let delete = BroadcastsV1.DeleteChannelRequest(channelID: "b", requestID: "r-1")
      _ = try await channels(chain).deleteChannel(delete)
      _ = try await channels(chain).deleteChannel(delete)
      await expectFailure(.notFound, "CHANNEL_NOT_FOUND", field: "channel_id") {
        try await channels(chain).getChannel(.init(channelID: "b"))
      }
    }
  }

  @Test("A broadcast through a channel says to it only what the channel carries")
  func carried() async throws {
    try await withChain { chain in
      let sms = BroadcastsV1.Channel(
        channelID: "sms", carries: .init(textBytes: 12, attachmentKinds: [.link, .link]))
      let kept = try await channels(chain).setChannel(.init(channel: sms))
      #expect(kept.carries == .init(textBytes: 12, attachmentKinds: [.link]))
      try await chain.restart()
      #expect(try await channels(chain).getChannel(.init(channelID: "sms")) == kept)

      var asked = Chain.everybody
      asked.channels = [.init(channelID: "app"), .init(channelID: "sms")]
      await expectFailure(.invalidArgument, "NOT_CARRIED", field: "broadcast.content.text") {
        try await chain.create(asked)
      }
      asked.channels[1].content = .init(text: "周二果粉!")
      await expectFailure(
        .invalidArgument, "NOT_CARRIED", field: "broadcast.channels[1].content.text"
      ) { try await chain.create(asked) }
      asked.channels[1].content = .init(
        text: "周二果粉",
        attachments: [
          .init(body: .link(.init(title: "店", url: "https://shop.example"))),
          .init(body: .video(.init(mediaID: "m"))),
        ])
      await expectFailure(
        .invalidArgument, "NOT_CARRIED", field: "broadcast.channels[1].content.attachments[1]"
      ) { try await chain.create(asked) }
      asked.channels[1].content?.attachments.removeLast()
      #expect(try await chain.get(chain.create(asked).msgid).channels == asked.channels)
      asked.content = nil
      asked.variants = [
        .init(name: "a", weight: 1, content: .init(text: "短")),
        .init(name: "b", weight: 1, content: .init(text: "很长很长的")),
      ]
      asked.channels = [.init(channelID: "sms")]
      await expectFailure(
        .invalidArgument, "NOT_CARRIED", field: "broadcast.variants[1].content.text"
      ) { try await chain.create(asked) }
      let schedules = BroadcastsV1.ScheduleServiceClient(chain.service.channel)
      var schedule = BroadcastsV1.Schedule(
        scheduleID: "daily", broadcast: asked, weekdays: [1, 2, 3, 4, 5, 6, 7], minuteOfDay: 600,
        startDate: "2026-01-06")
      await expectFailure(
        .invalidArgument, "NOT_CARRIED", field: "broadcast.variants[1].content.text"
      ) { try await schedules.createSchedule(.init(schedule: schedule)) }
      // A channel that was never set carries everything.
      asked.channels = [.init(channelID: "app")]
      _ = try await chain.create(asked)
      schedule.broadcast = asked
      _ = try await schedules.createSchedule(.init(schedule: schedule))
    }
  }

  @Test("What a channel is said to carry has a shape")
  func carriesShape() async throws {
    try await withChain { chain in
      func set(_ carries: BroadcastsV1.Carries) async throws -> BroadcastsV1.Channel {
        try await channels(chain).setChannel(
          .init(channel: .init(channelID: "sms", carries: carries)))
      }
      for bytes in [-1, 4001] as [Int32] {
        await expectFailure(
          .invalidArgument, "OUT_OF_RANGE", field: "channel.carries.text_bytes"
        ) { try await set(.init(textBytes: bytes)) }
      }
      await expectFailure(.invalidArgument, "CARRIES_NOTHING", field: "channel.carries") {
        try await set(.init())
      }
      for kind in [0, 6] as [Int32] {
        await expectFailure(
          .invalidArgument, "UNKNOWN_VALUE", field: "channel.carries.attachment_kinds"
        ) { try await set(.init(textBytes: 1, attachmentKinds: [.init(rawValue: kind)])) }
      }
      _ = try await set(.init(textBytes: 4000))
      _ = try await set(.init(attachmentKinds: [.file]))
    }
  }
}
