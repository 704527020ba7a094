import ServiceKit
import Testing

@Suite("Clock", .timeLimit(.minutes(5)))
struct ClockTests {
  private let start = Instant(seconds: 1_767_571_200)

  @Test("A stepped clock stands still, and wakes who slept until where it is moved to")
  func stepped() async throws {
    let clock = Clock.stepped(from: start)
    #expect((clock.now, clock.runs) == (start, false))
    async let first: Void = clock.sleep(until: start.advanced(bySeconds: 10))
    async let second: Void = clock.sleep(until: start.advanced(bySeconds: 20))
    clock.advance(to: start.advanced(bySeconds: 10))
    try await first
    #expect(clock.now == start.advanced(bySeconds: 10))
    clock.advance(seconds: 10)
    try await second
    #expect(clock.now == start.advanced(bySeconds: 20))
  }

  @Test("A running clock goes on by itself, and wakes who sleeps when it is time")
  func running() async throws {
    let clock = Clock.running(from: start)
    #expect(clock.runs)
    let moment = start.advanced(byMilliseconds: 20)
    try await clock.sleep(until: moment)
    #expect(clock.now >= moment.advanced(byMilliseconds: -1))
    let before = clock.now
    while clock.now == before { await Task.yield() }
    #expect(clock.now > before)
  }

  @Test("A running clock that is moved wakes who slept until then")
  func moved() async throws {
    let clock = Clock.running(from: start)
    let day = start.advanced(bySeconds: 86_400)
    async let sleeper: Void = clock.sleep(until: day)
    clock.advance(to: day)
    try await sleeper
    #expect(clock.now >= day)
  }

  @Test("No clock is moved back", arguments: [false, true])
  func neverBack(runs: Bool) {
    let clock = runs ? Clock.running(from: start) : Clock.stepped(from: start)
    clock.advance(seconds: 100)
    clock.advance(to: start.advanced(bySeconds: 50))
    #expect(clock.now >= start.advanced(bySeconds: 100))
  }

  @Test("Who sleeps wakes with an error when his task is cancelled", arguments: [false, true])
  func cancelled(runs: Bool) async {
    let clock = runs ? Clock.running(from: start) : Clock.stepped(from: start)
    let sleeper = Task { try await clock.sleep(until: start.advanced(bySeconds: 86_400)) }
    sleeper.cancel()
    await #expect(throws: CancellationError.self) { try await sleeper.value }
  }
}
