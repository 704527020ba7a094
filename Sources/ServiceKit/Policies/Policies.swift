package import Foundation
import RPC

/// A limit or a rule's number: WeCom keeps changing them, so each has a date and a source, and a
/// deployment may set its own.
package struct Policy: Sendable, Hashable {
  package let name: String
  package let value: Int
  /// When the value was last seen in force.
  package let date: String
  /// Where it stands: WeCom's page or the reason of our own choice.
  package let source: String
}

/// The policies in force: the defaults of this folder, overridden by a `PolicyFile`.
package struct Policies: Sendable {
  package enum Mistake: Error, Equatable {
    case unknown(name: String)
    case outOfRange(name: String, Int, ClosedRange<Int>)
    case malformed(String)
  }

  private var file = PolicyFile()

  package init() {}

  /// Reads overrides, such as `{"group_members_max": 300}`.
  package init(json: Data) throws {
    do {
      file = try JSONDecoder().decode(PolicyFile.self, from: json)
    } catch is DecodingError {
      throw Mistake.malformed("not a JSON object of names and whole numbers")
    }
  }

  package subscript(policy: Policy) -> Int {
    file.numbers[policy.name] ?? policy.value
  }

  /// A corp's quota of a method: its own, or the method's for everybody times the corp's weight.
  func callsPerMinute(_ corp: String, _ method: MethodDescriptor) -> Int {
    let name = "\(method.service)/\(method.name)"
    return file.corps[corp]?.methods[name]
      ?? (file.methods[name] ?? self[.methodCallsPerMinuteMax]) * weight(of: corp)
  }

  /// How much of what the corps share is one corp's, where 1 is an ordinary one's.
  func weight(of corp: String) -> Int { file.corps[corp]?.weight ?? 1 }
}

extension Policies.Mistake: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknown(let name): "there is no policy, method or corp that can be named '\(name)'"
    case .outOfRange(let name, let value, let range):
      "\(name) is \(value), allowed are \(range.lowerBound) to \(range.upperBound)"
    case .malformed(let why): why
    }
  }
}

extension Policy {
  package static let all = shared + directory + customers + communities + broadcasts
}
