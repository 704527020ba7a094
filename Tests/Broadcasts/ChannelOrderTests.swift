import Broadcasts
import Fixtures
import Messages
import RPC
import ServiceKit
import Store
import Testing

@Suite("Broadcasts through several channels, one after another", .timeLimit(.minutes(5)))
struct ChannelOrderTests {
  /// To everybody by the app, and to whom it fails to reach by a short message, then by a letter.
  private static let inOrder: BroadcastsV1.Broadcast = {
    var asked = Chain.everybody
    asked.channels = [
      .init(channelID: "app"),
      .init(channelID: "sms", content: .init(text: "{{customer.name|您}}: 周二来店")),
      .init(channelID: "letter"),
    ]
    return asked
  }()

  @Test("What a channel cannot send the next is given, with words of its own and each reason kept")
  func passedOn() async throws {
    try await withChain { chain in
      let broadcast = try await chain.confirmed(Self.inOrder)
      #expect(try await chain.lease(channelID: "sms").isEmpty)
      #expect(try await chain.lease(channelID: "other").isEmpty)
      let app = try await chain.lease(channelID: "app")
      #expect(app.count == 6)
      try await chain.acknowledge(Array(app.prefix(4)))
      let failed = try await chain.deliveries.acknowledgeDeliveries(
        .init(
          acknowledgements: app.suffix(2).map {
            .init(
              deliveryID: $0.deliveryID, leaseToken: $0.leaseToken, outcome: .failed,
              failureReason: .notAFriend, failureDetail: "unknown number")
          }))
      #expect((failed.settledCount, failed.passedOnCount, failed.failedCount) == (0, 2, 0))
      var counts = try await chain.counts(broadcast.msgid)
      #expect((counts.sentCount, counts.pendingCount, counts.failedCount) == (4, 2, 0))
      #expect(try await chain.lease(channelID: "app").isEmpty)
      #expect(try await chain.lease(channelID: "letter").isEmpty)

      let sms = try await chain.deliveries.leaseDeliveries(.init(channelID: "sms"))
      #expect(Set(sms.deliveries.map(\.deliveryID)) == Set(app.suffix(2).map(\.deliveryID)))
      #expect(sms.contents.map(\.content?.text) == ["{{customer.name|您}}: 周二来店"])
      #expect(sms.deliveries.allSatisfy { $0.content?.text.hasSuffix(": 周二来店") == true })
      #expect(sms.deliveries.allSatisfy { $0.leaseToken > app[0].leaseToken })
      try await chain.acknowledge([sms.deliveries[0]])
      try await chain.acknowledge([sms.deliveries[1]], .failed)
      #expect(try await chain.get(broadcast.msgid).state == .active)
      try await chain.restart()
      let letter = try await chain.lease(channelID: "letter")
      #expect(letter.map(\.deliveryID) == [sms.deliveries[1].deliveryID])
      let last = try await chain.acknowledge(letter, .failed)
      #expect((last.settledCount, last.passedOnCount) == (1, 0))
      counts = try await chain.counts(broadcast.msgid)
      #expect((counts.sentCount, counts.failedCount, counts.pendingCount) == (5, 1, 0))
      #expect(try await chain.get(broadcast.msgid).state == .finished)

      let deliveries = try await chain.allDeliveries(broadcast.msgid)
      let bySMS = try #require(
        deliveries.first { $0.deliveryID == sms.deliveries[0].deliveryID })
      #expect((bySMS.state, bySMS.channelID) == (.sent, "sms"))
      #expect(bySMS.failedAttempts.map(\.channelID) == ["app"])
      #expect(bySMS.failedAttempts.map(\.failureReason) == [.notAFriend])
      #expect(bySMS.failedAttempts.map(\.failureDetail) == ["unknown number"])
      let unreached = try #require(
        deliveries.first { $0.deliveryID == letter[0].deliveryID })
      #expect((unreached.state, unreached.channelID) == (.failed, "letter"))
      #expect(unreached.failureReason == .channelError)
      #expect(unreached.failedAttempts.map(\.channelID) == ["app", "sms"])
      #expect(deliveries.filter { $0.channelID == "app" }.count == 4)
      let why = try await BroadcastsV1.ExplanationServiceClient(chain.service.channel)
        .explainRecipient(
          .init(msgid: broadcast.msgid, recipient: .externalUserid(bySMS.recipientID)))
      #expect(
        why.facts.filter { $0.kind == .passedOn }.map(\.detail) == [
          "app: notAFriend: unknown number"
        ])
    }
  }

  @Test("The same failure again is taken; another word of the channel that gave up is not")
  func repeated() async throws {
    try await withChain { chain in
      _ = try await chain.confirmed(Self.inOrder)
      let app = try await chain.lease(1, channelID: "app")
      #expect(try await chain.acknowledge(app, .failed).passedOnCount == 1)
      #expect(try await chain.acknowledge(app, .failed).repeatedCount == 1)
      let sms = try await chain.lease(channelID: "sms")
      #expect(try await chain.acknowledge(app, .failed).repeatedCount == 1)
      for outcome in [.sent, .unknown] as [BroadcastsV1.Acknowledgement.Outcome] {
        let refused = try await chain.acknowledge(app, outcome)
        #expect(refused.failures.map(\.reason) == ["ALREADY_SETTLED"])
      }
      #expect(try await chain.acknowledge(sms).settledCount == 1)
      #expect(try await chain.acknowledge(app, .failed).repeatedCount == 1)
    }
  }

  @Test("A lease of such a broadcast its channel alone takes over, and unknown stays where it is")
  func expired() async throws {
    try await withChain { chain in
      let broadcast = try await chain.confirmed(Self.inOrder)
      let free = try await chain.confirmed()
      #expect(try await chain.lease(seconds: 10, channelID: "app").count == 12)
      chain.service.clock.advance(seconds: 11)
      let others = try await chain.lease(seconds: 10, channelID: "sms")
      #expect(others.count == 6 && others.allSatisfy { $0.msgid == free.msgid })
      let app = try await chain.lease(seconds: 10, channelID: "app")
      #expect(app.count == 6 && app.allSatisfy { $0.msgid == broadcast.msgid })
      try await chain.acknowledge(app, .unknown)
      chain.service.clock.advance(seconds: 3600)
      try await chain.acknowledge(others)
      for id in ["app", "sms"] { #expect(try await chain.lease(channelID: id).isEmpty) }
      #expect(try await chain.acknowledge(app, .failed).passedOnCount == 6)
      #expect(try await chain.lease(channelID: "sms").count == 6)
    }
  }

  @Test("Who is no friend any more is passed on unsent; who has had his quota is not")
  func rules() async throws {
    var once = Chain.everybody
    once.audience = .init(externalUserids: ["wm-b1"])
    try await withChain { chain in
      _ = try await BroadcastsV1.SendingRulesServiceClient(chain.service.channel)
        .setSendingRules(.init(rules: .init(quotaRule: .daily)))
      _ = try await chain.confirmed(once)
      try await chain.acknowledge(chain.lease())
      let broadcast = try await chain.confirmed(Self.inOrder)
      _ = try await chain.relations.removeRelation(
        .init(userid: "ann", externalUserid: "wm-a1", removedBy: .customer))
      let explanations = BroadcastsV1.ExplanationServiceClient(chain.service.channel)
      while true {
        let why = try await explanations.explainRecipient(
          .init(msgid: broadcast.msgid, recipient: .externalUserid("wm-a1")))
        if why.facts.contains(where: { $0.kind == .relationEnded }) { break }
        await Task.yield()
      }
      #expect(try await chain.lease(channelID: "app").count == 4)
      let byID = Dictionary(
        uniqueKeysWithValues: try await chain.allDeliveries(broadcast.msgid).map {
          ($0.recipientID, $0)
        })
      let quota = try #require(byID["wm-b1"])
      #expect((quota.state, quota.failureReason) == (.failed, .quotaReached))
      #expect(quota.failedAttempts.isEmpty)
      let ended = try #require(byID["wm-a1"])
      #expect((ended.state, ended.channelID) == (.pending, "sms"))
      #expect(ended.failedAttempts.map(\.failureReason) == [.notAFriend])
      let sms = try await chain.lease(channelID: "sms")
      #expect(sms.map(\.recipientID) == ["wm-a1"])
      try await chain.acknowledge(sms)
    }
  }

  @Test("A cancelled broadcast passes nothing on")
  func cancelled() async throws {
    try await withChain { chain in
      let broadcast = try await chain.confirmed(Self.inOrder)
      let app = try await chain.lease(3, channelID: "app")
      try await chain.acknowledge([app[0]], .failed)
      _ = try await chain.broadcasts.cancelBroadcast(.init(msgid: broadcast.msgid))
      #expect(try await chain.lease(channelID: "sms").isEmpty)
      let late = try await chain.acknowledge([app[1]], .failed)
      #expect((late.settledCount, late.passedOnCount) == (1, 0))
      let states = try await chain.allDeliveries(broadcast.msgid).reduce(
        into: [String: BroadcastsV1.Delivery.State]()
      ) { $0[$1.deliveryID] = $1.state }
      #expect(states[app[0].deliveryID] == .stopped)
      #expect(states[app[1].deliveryID] == .failed)
      #expect(states[app[2].deliveryID] == .leased)
    }
  }

  @Test("Who waited for a channel when his broadcast was cancelled is in nobody's way")
  func cancelledBacklog() async throws {
    try await withChain { chain in
      try await chain.add((0..<1200).map { ("dan", "wm-d\($0)") })
      let cancelled = try await chain.confirmed(Self.inOrder)
      for _ in 0..<3 { try await chain.acknowledge(chain.lease(500, channelID: "app"), .failed) }
      _ = try await chain.broadcasts.cancelBroadcast(.init(msgid: cancelled.msgid))
      await chain.service.stop()
      #expect(try await Self.waiting(in: chain.folder) == 1206)
      try await chain.restart()
      var one = Self.inOrder
      one.audience = .init(externalUserids: ["wm-d7"])
      let next = try await chain.confirmed(one)
      try await chain.acknowledge(chain.lease(channelID: "app"), .failed)
      let sms = try await chain.lease(channelID: "sms")
      #expect(sms.map(\.msgid) == [next.msgid])
      for _ in 0..<2 { #expect(try await chain.lease(channelID: "sms").isEmpty) }
      await chain.service.stop()
      #expect(try await Self.waiting(in: chain.folder) == 0)
      try await chain.restart()
    }
  }

  /// How many deliveries wait for a next channel, with the service stopped.
  private static func waiting(in folder: TemporaryFolder) async throws -> Int {
    let corps = Corps(
      folder: "\(folder.path)/broadcasts", migrations: BroadcastsService.migrations)
    let count = try corps.names().reduce(0) { count, corp in
      try corps.database(of: corp).read { reader in
        try count + reader.first("SELECT count(*) FROM fallback_queue") { $0.int(0) }!
      }
    }
    await corps.close()
    return count
  }

  @Test("The feed tells what was passed on, and a large backlog comes page by page")
  func told() async throws {
    try await withChain { chain in
      try await chain.add((0..<1200).map { ("dan", "wm-d\($0)") })
      let broadcast = try await chain.confirmed(Self.inOrder)
      var passedOn: Set<String> = []
      while true {
        let leased = try await chain.lease(500, channelID: "app")
        if leased.isEmpty { break }
        try await chain.acknowledge(leased, .failed)
        passedOn.formUnion(leased.map(\.deliveryID))
      }
      #expect(passedOn.count == 1206)
      var taken: [String] = []
      while true {
        let leased = try await chain.lease(500, channelID: "sms")
        if leased.isEmpty { break }
        try await chain.acknowledge(leased)
        taken += leased.map(\.deliveryID)
      }
      #expect(taken.count == 1206 && Set(taken) == passedOn)
      #expect(try await chain.get(broadcast.msgid).state == .finished)
      var told: Set<String> = []
      for try await change in chain.changes.watchChanges(.init()) {
        switch change.event {
        case .deliveriesPassedOn(let passed):
          #expect(passed.deliveries.allSatisfy { $0.failedAttempts.count == 1 })
          told.formUnion(passed.deliveries.map(\.deliveryID))
        case .broadcastFinished:
          #expect(told == passedOn)
          return
        default: continue
        }
      }
    }
  }

  @Test("A preview shows what the first channel says, and reckons with its pace")
  func previewed() async throws {
    try await withChain { chain in
      _ = try await BroadcastsV1.ChannelServiceClient(chain.service.channel).setChannel(
        .init(
          channel: .init(
            channelID: "sms", deliveriesPerMinute: 2, carries: .init(textBytes: 30))))
      let previews = BroadcastsV1.PreviewServiceClient(chain.service.channel)
      var asked = Self.inOrder
      asked.channels.removeFirst()
      await expectFailure(
        .invalidArgument, "NOT_CARRIED", field: "broadcast.channels[0].content.text"
      ) { try await previews.previewBroadcast(.init(broadcast: asked)) }
      asked.channels[0].content?.text = "周二来店"
      let found = try await previews.previewBroadcast(.init(broadcast: asked))
      #expect(found.samples.count == 6)
      #expect(found.samples.allSatisfy { $0.content?.text == "周二来店" })
      let now = chain.service.clock.now.timestamp.seconds
      #expect(found.finishTime?.seconds == now + 180)
    }
  }

  @Test("At most four channels, each once, each with content of the usual shape")
  func shape() async throws {
    try await withChain { chain in
      var asked = Chain.everybody
      asked.channels = (0..<5).map { .init(channelID: "c\($0)") }
      await expectFailure(.invalidArgument, "TOO_LONG", field: "broadcast.channels") {
        try await chain.create(asked)
      }
      asked.channels.removeLast()
      _ = try await chain.create(asked)
      asked.channels[3] = .init(channelID: "c0")
      await expectFailure(
        .invalidArgument, "CHANNEL_REPEATED", field: "broadcast.channels[3].channel_id"
      ) { try await chain.create(asked) }
      asked.channels = [.init(channelID: "")]
      await expectFailure(
        .invalidArgument, "REQUIRED", field: "broadcast.channels[0].channel_id"
      ) { try await chain.create(asked) }
      asked.channels = [.init(channelID: "sms", content: .init())]
      await expectFailure(
        .invalidArgument, "CONTENT_EMPTY", field: "broadcast.channels[0].content", errcode: 40058
      ) { try await chain.create(asked) }
      asked.channels = [.init(channelID: "sms", content: .init(text: "{{nobody}}"))]
      await expectFailure(
        .invalidArgument, "UNKNOWN_VARIABLE", field: "broadcast.channels[0].content.text"
      ) { try await chain.create(asked) }
    }
  }
}
