import ServiceKit
import Testing

@testable import Sandbox

@Suite("The reference channel's rules")
struct ChannelRulesTests {
  private let now = Instant(seconds: 1_767_571_200)
  private var expireTime: Instant { now.advanced(bySeconds: 60) }

  @Test("A delivery meets one fault at most, and each fault its share of them")
  func shares() throws {
    let faults = ChannelFaults(
      percents: [.refused: 10, .slow: 20, .late: 5, .lost: 15, .repeated: 20, .unknown: 10],
      seed: "s")
    try faults.checkShape()
    var counts: [Fault?: Int] = [:]
    for number in 0..<20_000 { counts[faults.fault(of: "1-\(number)"), default: 0] += 1 }
    for fault in Fault.allCases {
      let expected = 200 * faults.percent(fault)
      // Five standard deviations of a binomial count.
      #expect(abs(counts[fault]! - expected) < 330, "\(fault): \(counts[fault]!) of \(expected)")
    }
    #expect(counts[nil]! > 3600)
  }

  @Test("The draw follows from the seed and the delivery alone")
  func seeded() {
    let faults = ChannelFaults(percents: [.refused: 50], seed: "s")
    let other = ChannelFaults(percents: [.refused: 50], seed: "t")
    let ids = (0..<200).map { "1-\($0)" }
    #expect(ids.map(faults.fault) == ids.map(faults.fault))
    #expect(ids.map(faults.fault) != ids.map(other.fault))
    #expect(ids.allSatisfy { ChannelFaults(percents: [.late: 100]).fault(of: $0) == .late })
    #expect(ids.allSatisfy { ChannelFaults().fault(of: $0) == nil })
  }

  @Test("Each fault answers at its moments")
  func answers() {
    func answers(_ fault: Fault?) -> Answers {
      Answers(to: fault, slowSeconds: 30, now: now, expireTime: expireTime)
    }
    #expect(answers(nil).times == [now])
    #expect(answers(.refused).times == [now])
    #expect(answers(.slow).times == [now.advanced(bySeconds: 30)])
    #expect(answers(.repeated).times == [now, now])
    #expect(answers(.unknown).unknownTime == now)
    #expect(answers(.unknown).times == [now.advanced(bySeconds: 30)])
    #expect(answers(.lost).times == [])
    #expect(answers(.lost).returnTime == expireTime.advanced(bySeconds: 1))
    #expect(answers(.late).times == [expireTime.advanced(bySeconds: 2)])
    #expect(answers(.late).returnTime == expireTime.advanced(bySeconds: 1))
  }

  @Test("What is wrong with faults is named")
  func wrong() {
    let wrong: [(ChannelFaults, String)] = [
      (ChannelFaults(percents: [.slow: 101]), "faults.slow_percent"),
      (ChannelFaults(percents: [.lost: -1]), "faults.lose_percent"),
      (ChannelFaults(percents: [.lost: 60, .late: 60]), "faults"),
      (ChannelFaults(slowSeconds: 60), "faults.slow_seconds"),
      (ChannelFaults(seed: String(repeating: "s", count: 65)), "faults.seed"),
    ]
    for (faults, field) in wrong {
      #expect {
        try faults.checkShape()
      } throws: {
        ($0 as? InvalidField)?.name == field
      }
    }
  }

  @Test("The same size makes the same chain, and every customer has a guide of it")
  func sample() throws {
    let chain = SampleChain(size: try SampleSize(stores: 0, customers: 0))
    let again = SampleChain(size: try SampleSize(stores: 12, customers: 480))
    #expect(chain.customers.map(\.name) == again.customers.map(\.name))
    #expect((chain.stores.count, chain.customers.count) == (12, 480))
    let guides = Set(chain.stores.flatMap(\.guides).map(\.userid))
    #expect(chain.customers.allSatisfy { guides.contains($0.userid) })
    #expect(Set(chain.stores.map(\.name)).count == 12)
    #expect(throws: InvalidField.self) { try SampleSize(stores: 201, customers: 0) }
  }
}
