import NIOCore
import Testing

@testable import RPC

@Suite struct ConnectionWatchTests {
  private static func at(_ seconds: Double) -> NIODeadline {
    .uptimeNanoseconds(1_000_000_000_000 + UInt64(seconds * 1e9))
  }

  private var watch = ConnectionWatch(ServerLimits(), opened: at(0), ageFactor: 1)

  private mutating func look(
    _ seconds: Double, _ sight: ConnectionWatch.Sight = .init()
  ) -> ConnectionWatch.Order {
    watch.look(sight, at: Self.at(seconds))
  }

  private init(limits: ServerLimits = ServerLimits()) {
    watch = ConnectionWatch(limits, opened: Self.at(0), ageFactor: 1)
  }

  init() { self.init(limits: ServerLimits()) }

  @Test("The preface has ten seconds, however many bytes come")
  mutating func preface() {
    #expect(look(9.9, .init(hasGreeted: false, receivedBytes: 20)) == .nothing)
    #expect(look(10, .init(hasGreeted: false, receivedBytes: 23)) == .cut(.preface))
  }

  @Test("One header block has ten seconds; each block has its own")
  mutating func headers() {
    for second in 0..<30 {
      let sight = ConnectionWatch.Sight(
        receivedBytes: second, openHeaderBlock: second / 10, openCalls: 1)
      #expect(look(Double(second), sight) == .nothing)
    }
    #expect(look(30, .init(receivedBytes: 31, openHeaderBlock: 2)) == .cut(.headers))
  }

  @Test("Bytes that wait must move within thirty seconds")
  mutating func stall() {
    func sight(_ sent: Int, isWriting: Bool = true) -> ConnectionWatch.Sight {
      .init(receivedBytes: sent, openCalls: 1, isWriting: isWriting, sentBytes: sent)
    }
    #expect(look(0, sight(100)) == .nothing)
    #expect(look(29, sight(100)) == .nothing)
    #expect(look(30, sight(101)) == .nothing)
    #expect(look(59, sight(101)) == .nothing)
    #expect(look(60, sight(101, isWriting: false)) == .nothing)
    #expect(look(61, sight(101)) == .nothing)
    #expect(look(91, sight(101)) == .cut(.stall))
  }

  @Test("A silent peer is asked once whether it is there, and cut when it says nothing")
  mutating func silence() {
    let sight = ConnectionWatch.Sight(receivedBytes: 40, openCalls: 1)
    #expect(look(0, sight) == .nothing)
    #expect(look(60, sight) == .ping)
    #expect(look(61, sight) == .nothing)
    #expect(look(80, sight) == .cut(.silence))
  }

  @Test("A peer that answers is asked again after another silence")
  mutating func answeredPing() {
    func sight(_ bytes: Int) -> ConnectionWatch.Sight {
      .init(receivedBytes: bytes, openCalls: 1)
    }
    #expect([look(0, sight(40)), look(60, sight(40))] == [.nothing, .ping])
    #expect([look(61, sight(57)), look(120, sight(57))] == [.nothing, .nothing])
    #expect([look(121, sight(57)), look(141, sight(57))] == [.ping, .cut(.silence)])
  }

  @Test("A peer that is being drained is watched all the same")
  mutating func draining() {
    let sight = ConnectionWatch.Sight(receivedBytes: 40, openCalls: 1, isDraining: true)
    #expect([look(0, sight), look(60, sight)] == [.nothing, .ping])
    #expect(look(80, sight) == .cut(.silence))
  }

  @Test("Without calls for five minutes a connection is drained")
  mutating func idleness() {
    func sight(_ second: Int, calls: Int, open: Int = 0) -> ConnectionWatch.Sight {
      // It answers PINGs.
      .init(receivedBytes: second, openCalls: open, callsBegun: calls)
    }
    #expect(look(299, sight(299, calls: 1)) == .nothing)
    #expect(look(598, sight(598, calls: 1)) == .nothing)
    #expect(look(599, sight(599, calls: 2, open: 1)) == .nothing)
    #expect(look(2000, sight(2000, calls: 2, open: 1)) == .nothing)
    #expect(look(2001, sight(2001, calls: 2)) == .nothing)
    #expect(look(2301, sight(2301, calls: 2)) == .drain(.idle))
  }

  @Test("An old connection is drained once, and aborted after the grace")
  func age() {
    var limits = ServerLimits()
    limits.connectionAgeMilliseconds = 1000
    limits.connectionAgeGraceMilliseconds = 500
    var test = Self(limits: limits)
    #expect(test.look(0.9, .init(openCalls: 1)) == .nothing)
    #expect(test.look(1, .init(openCalls: 1)) == .drain(.age))
    #expect(test.look(1.2, .init(openCalls: 1, isDraining: true)) == .nothing)
    #expect(test.look(1.5, .init(openCalls: 1, isDraining: true)) == .abort)
    #expect(test.look(1.6, .init(isDraining: true, isOver: true)) == .nothing)
    #expect(test.look(2.6, .init(isDraining: true, isOver: true)) == .cut(.linger))
  }

  @Test("A request must bring a kilobyte a second over each ten seconds")
  func pace() {
    let limits = ServerLimits()
    var pace = RequestPace()
    func isTooSlow(_ received: Int?, _ seconds: Double) -> Bool {
      pace.isTooSlow(received, at: Self.at(seconds), limits)
    }
    #expect(!isTooSlow(0, 0))
    #expect(!isTooSlow(1, 9.9))
    #expect(!isTooSlow(10_240, 10))
    // What came fast earlier buys no rest.
    #expect(!isTooSlow(4_000_000, 20))
    #expect(isTooSlow(4_010_239, 30))
    // While nothing is owed the clock stands.
    pace = RequestPace()
    #expect(!isTooSlow(5, 0))
    #expect(!isTooSlow(nil, 5))
    #expect(!isTooSlow(5, 100))
    #expect(isTooSlow(5, 110))
  }

  @Test("Connections are looked at twenty times within the shortest wait, within reason")
  func sweep() {
    var limits = ServerLimits()
    limits.lingerMilliseconds = 60_000
    #expect(limits.sweepMilliseconds == 500)
    limits.headersMilliseconds = 1000
    #expect(limits.sweepMilliseconds == 50)
    limits.connectionIdleMilliseconds = 20
    #expect(limits.sweepMilliseconds == 10)
  }
}
