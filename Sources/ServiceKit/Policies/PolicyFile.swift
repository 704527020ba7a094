import Foundation
import Messages
import Protobuf

/// What a deployment writes to set policies of its own, as JSON:
///
///     {
///       "group_members_max": 300,
///       "method_calls_per_minute_max": 10000,
///       "methods": {"siyu.customers.v1.TagService/ListTags": 600},
///       "corps": {
///         "acme": {"weight": 3, "methods": {"siyu.customers.v1.TagService/ListTags": 6000}}
///       }
///     }
///
/// Every name is a policy's, but `methods`, the calls a minute of some methods, and `corps`, which
/// gives a corp a weight and quotas of its own. A name that means nothing is refused: a limit that is
/// misspelt would otherwise not hold.
struct PolicyFile: Decodable {
  struct Corp: Sendable {
    var weight = 1
    var methods: [String: Int] = [:]
  }

  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  var numbers: [String: Int] = [:]
  /// Calls a minute by method, `package.Service/Method`.
  var methods: [String: Int] = [:]
  var corps: [String: Corp] = [:]

  init() {}

  init(from decoder: any Decoder) throws {
    let file = try decoder.container(keyedBy: Name.self)
    for name in file.allKeys {
      switch name.stringValue {
      case "methods": methods = try Self.methods(file.decode([String: Int].self, forKey: name))
      case "corps":
        let corps = try file.nestedContainer(keyedBy: Name.self, forKey: name)
        for corp in corps.allKeys {
          guard Admission.isCorp(corp.stringValue) else {
            throw Policies.Mistake.unknown(name: corp.stringValue)
          }
          self.corps[corp.stringValue] = try Self.corp(
            corps.nestedContainer(keyedBy: Name.self, forKey: corp))
        }
      case let number:
        guard Policy.all.contains(where: { $0.name == number }) else {
          throw Policies.Mistake.unknown(name: number)
        }
        numbers[number] = try file.decode(Int.self, forKey: name)
      }
    }
    if let quota = numbers[Policy.methodCallsPerMinuteMax.name] {
      try Self.check(quota, Policy.methodCallsPerMinuteMax.name, 1...Self.callsPerMinuteMax)
    }
  }

  private static func corp(_ fields: KeyedDecodingContainer<Name>) throws -> Corp {
    var corp = Corp()
    for name in fields.allKeys {
      switch name.stringValue {
      case "methods": corp.methods = try methods(fields.decode([String: Int].self, forKey: name))
      case "weight":
        corp.weight = try fields.decode(Int.self, forKey: name)
        try check(corp.weight, "weight", 1...weightMax)
      case let other: throw Policies.Mistake.unknown(name: other)
      }
    }
    return corp
  }

  private static func methods(_ quotas: [String: Int]) throws -> [String: Int] {
    for (method, quota) in quotas {
      guard isMethod(method) else { throw Policies.Mistake.unknown(name: method) }
      try check(quota, method, 1...callsPerMinuteMax)
    }
    return quotas
  }

  /// One of ours: health and reflection have no quota. A process knows the methods of all services,
  /// so that one file does for all of them.
  private static func isMethod(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, name.hasPrefix("siyu.") else { return false }
    let symbol = parts.joined(separator: ".")
    return FileDescriptors.all.contains { $0.symbols.contains(symbol) }
  }

  private static func check(_ value: Int, _ name: String, _ range: ClosedRange<Int>) throws {
    if !range.contains(value) { throw Policies.Mistake.outOfRange(name: name, value, range) }
  }

  /// More than a machine answers.
  private static let callsPerMinuteMax = 100_000_000
  private static let weightMax = 1000
  /// What a quota comes to at the most, times its corp's weight.
  static let quotaMax = callsPerMinuteMax * weightMax
}
