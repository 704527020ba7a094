import Foundation
import Testing

@testable import siyu

@Suite("The mix of a load")
struct MixTests {
  private let names = ["GetCustomer", "MarkTags", "AddRelation"]

  private func mix(_ json: String) throws(Mix.Mistake) -> Mix {
    try Mix(json: Data(json.utf8), of: names)
  }

  @Test("A file names methods by name or path, and what it leaves out is not called")
  func file() throws {
    let read = try mix(#"{"GetCustomer": 3, "siyu.customers.v1.RelationService/AddRelation": 1}"#)
    #expect(read.weights == [3, 0, 1])
  }

  @Test("Calls fall on the methods by their weights, the same ones with the same seed")
  func draws() throws {
    let mix = try Mix(weights: [3, 0, 1])
    let drawn = { (seed: UInt64) in
      (0..<10_000).map { number in
        var random = SplitMix(seed: seed, stream: UInt64(number))
        return mix.method(&random)
      }
    }
    let first = drawn(7)
    #expect(first == drawn(7))
    #expect(first != drawn(8))
    #expect(!first.contains(1))
    #expect(abs(first.filter { $0 == 0 }.count - 7500) < 150)
  }

  @Test("Methods that are named alone are called equally often")
  func only() throws {
    #expect(try Mix(only: ["MarkTags", "TagService/AddRelation"], of: names).weights == [0, 1, 1])
  }

  @Test("What is wrong with a file is said by its name")
  func mistakes() {
    #expect(throws: Mix.Mistake.malformed) { try mix("[1]") }
    #expect(throws: Mix.Mistake.malformed) { try mix(#"{"GetCustomer": 0.5}"#) }
    #expect(throws: Mix.Mistake.unknown("Get", among: names)) { try mix(#"{"Get": 1}"#) }
    #expect(throws: Mix.Mistake.weight("MarkTags", -1)) { try mix(#"{"MarkTags": -1}"#) }
    #expect(throws: Mix.Mistake.weight("MarkTags", 1_000_001)) {
      try mix(#"{"MarkTags": 1000001}"#)
    }
    #expect(throws: Mix.Mistake.twice("TagService/MarkTags")) {
      try mix(#"{"MarkTags": 1, "TagService/MarkTags": 2}"#)
    }
    #expect(throws: Mix.Mistake.empty) { try mix("{}") }
    #expect(throws: Mix.Mistake.empty) { try mix(#"{"MarkTags": 0}"#) }
  }

  @Test("A tenth of what is there gets a third of skewed draws")
  func skew() {
    var random = SplitMix(seed: 1)
    let low = (0..<10_000).filter { _ in random.skewed(below: 1000) < 100 }.count
    #expect(abs(low - 3162) < 200)
  }

  @Test(
    "A stretch of time is a number and its unit",
    arguments: [("500ms", 0.5), ("60s", 60), ("1.5m", 90), ("2h", 7200)])
  func spans(text: String, seconds: Double) {
    #expect(Span(text)?.seconds == seconds)
  }

  @Test(
    "Other texts are no stretch of time", arguments: ["", "60", "s", "0s", "-1s", "1d", "31000h"])
  func noSpans(text: String) {
    #expect(Span(text) == nil)
  }

  @Test("Scenarios name each method once, so that a mix can")
  func methods() {
    for names in [
      DirectoryScenario.methods.map(\.name), CustomersScenario.methods.map(\.name),
      CommunitiesScenario.methods.map(\.name), BroadcastsScenario.methods.map(\.name),
    ] {
      #expect(Set(names).count == names.count)
    }
  }
}
