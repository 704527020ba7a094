import Broadcasts
import Customers
import Fixtures
import Messages
import RPC
import ServiceKit
import Synchronization
import Testing

/// How long it takes from an adding to the decision about its welcome. It prints, and fails only when
/// a decision does not come: the machine is everybody's.
@Suite("The way to a welcome", .serialized, .timeLimit(.minutes(5)))
struct WelcomeLatencyTests {
  @Test("Each adding is decided about, one after another and many at once", arguments: [1, 32])
  func latency(width: Int) async throws {
    let count = 320
    let folder = try TemporaryFolder()
    let customers = try await RunningService.start(
      CustomersService.self, in: folder, clock: .system)
    let broadcasts = try await RunningService.start(
      BroadcastsService.self, in: folder, peers: [customers], clock: .system)
    let rules = BroadcastsV1.WelcomeRuleServiceClient(broadcasts.channel)
    _ = try await rules.createWelcomeRule(
      .init(
        welcomeRule: .init(
          name: "企业", scope: .init(isCorp: true), content: .init(text: "您好"))))
    let ways = CustomersV1.ContactWayServiceClient(customers.channel)
    let way = try await ways.createContactWay(
      .init(contactWay: .init(type: .multiple, scene: .qrCode, userids: ["ann"])))
    let begun = Begun()
    // Both feeds are open once this one has come.
    _ = try await ways.addByContactWay(
      .init(configID: way.configID, customer: .init(externalUserid: "first")))
    let changes = BroadcastsV1.ChangeServiceClient(broadcasts.channel)
    var latencies: [Duration] = []
    try await withThrowingTaskGroup { group in
      var isOpen = false
      // The feed is held by the loop alone: a channel that closes waits for calls that run.
      for try await change in changes.watchChanges(.init()) {
        guard case .welcomeDecided(let welcome) = change.event else { continue }
        if !isOpen {
          isOpen = true
          for lane in 0..<width {
            group.addTask {
              for number in stride(from: lane, to: count, by: width) {
                begun.times.withLock { $0["wm-\(number)"] = .now }
                _ = try await ways.addByContactWay(
                  .init(
                    configID: way.configID, customer: .init(externalUserid: "wm-\(number)")))
              }
            }
          }
          continue
        }
        #expect(welcome.status == .waiting)
        latencies.append(
          .now - (try #require(begun.times.withLock { $0[welcome.externalUserid] })))
        if latencies.count == count { break }
      }
      try await group.waitForAll()
    }
    latencies.sort()
    print(
      "From the call that adds a customer to the decision, \(width) at once:",
      "p50 \(latencies[count / 2]), p99 \(latencies[count * 99 / 100]), max \(latencies[count - 1])"
    )
    await broadcasts.stop()
    await customers.stop()
  }
}

/// When each call began.
private final class Begun: Sendable {
  let times = Mutex<[String: ContinuousClock.Instant]>([:])
}
