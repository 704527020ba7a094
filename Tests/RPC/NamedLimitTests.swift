import HTTP2
import Protobuf
import Testing

@testable import RPC

@Suite struct NamedLimitTests {
  private static func numbers(in value: Any) -> [String: Int] {
    var found: [String: Int] = [:]
    for child in Mirror(reflecting: value).children {
      if let number = child.value as? Int {
        found[child.label!] = number
      } else if child.value is UnpackLimits || child.value is SessionLimits {
        for (name, number) in numbers(in: child.value) { found["\(child.label!).\(name)"] = number }
      } else {
        // An optional number.
        found[child.label!] = Mirror(reflecting: child.value).children.first?.value as? Int ?? 0
      }
    }
    return found
  }

  @Test("Every limit has one name, and setting it sets that limit and no other")
  func everyLimit() throws {
    let before = Self.numbers(in: ServerLimits())
    #expect(Set(ServerLimits.named.map(\.name)).count == before.count)
    var changed: Set<String> = []
    for limit in ServerLimits.named {
      var limits = ServerLimits()
      let value = limits.value(of: limit) == 70_000 ? 70_001 : min(70_000, limit.range.upperBound)
      try limits.set("\(limit.name)=\(value)")
      #expect(limits.value(of: limit) == value)
      let after = Self.numbers(in: limits)
      let different = before.keys.filter { before[$0] != after[$0] }
      #expect(different.count == 1, "\(limit.name)")
      changed.formUnion(different)
    }
    #expect(changed == Set(before.keys))
  }

  @Test("Zero takes away a limit that need not be")
  func none() throws {
    var limits = ServerLimits()
    try limits.set("connection-idle-milliseconds=0")
    #expect(limits.connectionIdleMilliseconds == nil)
  }

  @Test(
    "What cannot be set is refused, saying why",
    arguments: [
      ("weather=1", "there is no limit 'weather'"),
      ("streams", "'streams': expected NAME=NUMBER"),
      ("streams=many", "streams is a whole number from 1 to 1000000000, not 'many'"),
      ("streams=", "streams is a whole number from 1 to 1000000000, not ''"),
      ("streams=0", "streams is a whole number from 1 to 1000000000, not '0'"),
      ("message-depth=201", "message-depth is a whole number from 1 to 200, not '201'"),
      ("streams=1=2", "streams is a whole number from 1 to 1000000000, not '1=2'"),
    ])
  func mistakes(setting: String, message: String) {
    var limits = ServerLimits()
    let mistake = #expect(throws: LimitMistake.self) { try limits.set(setting) }
    #expect(mistake?.description == message)
  }
}
