import Testing

@testable import RPC

@Suite struct RoundRobinTests {
  private func choices(_ lines: [RoundRobin.Line], _ count: Int) -> [RoundRobin.Choice] {
    var round = RoundRobin()
    return (0..<count).map { _ in round.choose(among: lines.count) { lines[$0] } }
  }

  @Test("Lines that are ready take calls in turn, and no other does")
  func turns() {
    #expect(choices([.ready, .ready, .ready], 4) == [.line(0), .line(1), .line(2), .line(0)])
    #expect(
      choices([.failed, .ready, .full, .connecting, .ready, .idle], 4)
        == [.line(1), .line(4), .line(1), .line(4)])
  }

  @Test("A call waits while a line may become ready, and fails once all have failed")
  func none() {
    for hope in [RoundRobin.Line.idle, .connecting, .full] {
      #expect(choices([.failed, hope], 1) == [.wait])
    }
    #expect(choices([.failed, .failed], 1) == [.fail])
  }

  @Test("Lines may come and go between two choices")
  func change() {
    var round = RoundRobin()
    for _ in 0..<5 { _ = round.choose(among: 5) { _ in .ready } }
    #expect(round.choose(among: 2) { _ in .ready } == .line(1))
    #expect(round.choose(among: 1) { _ in .ready } == .line(0))
    #expect(round.choose(among: 0) { _ in .ready } == .fail)
  }
}

@Suite struct KeepaliveTests {
  @Test("A peer that is heard of, or has no calls, is not asked whether it lives")
  func quiet() {
    var keepalive = Keepalive()
    #expect(keepalive.order(hasCalls: false) == .rest)
    keepalive.heard()
    #expect(keepalive.order(hasCalls: true) == .rest)
    #expect(keepalive.order(hasCalls: true) == .ping)
    keepalive.heard()
    #expect(keepalive.order(hasCalls: true) == .rest)
  }

  @Test("A peer that does not answer is given up")
  func silent() {
    var keepalive = Keepalive()
    #expect(keepalive.order(hasCalls: true) == .ping)
    #expect(keepalive.order(hasCalls: true) == .giveUp)
  }
}
