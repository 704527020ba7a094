package import RPC

/// An answer that says no: the caller asked for something that the rules, the state or his rights
/// do not allow.
///
/// Each noun has an enum of its failures; rules throw them, `FailureDoor` turns them into a status
/// once. Anything thrown that is not a `Failure` is a fault of ours and leaves as a neutral text.
package protocol Failure: Error, Sendable {
  var code: StatusCode { get }
  /// Why, in UPPER_SNAKE: what programs branch on. Stable.
  var reason: String { get }
  /// Why, in a sentence for the one who wrote the call.
  var message: String { get }
  /// The request's field that is wrong, as a path ("department.name"); nil when none is.
  var field: String? { get }
  /// WeCom's errcode for the same failure, where it has one.
  var errcode: Int? { get }
  /// Further facts for programs: limits, counts, ids.
  var metadata: [String: String] { get }
  /// How soon the same call may succeed, for one that was refused for what else goes on; nil when
  /// time alone will not help. The caller is told this or up to twice as much.
  var retryMilliseconds: Int? { get }
}

extension Failure {
  package var field: String? { nil }
  package var errcode: Int? { nil }
  package var metadata: [String: String] { [:] }
  package var retryMilliseconds: Int? { nil }
}

/// A field that is missing, too long, malformed or out of range: INVALID_ARGUMENT, naming it.
package struct InvalidField: Failure, Equatable {
  package let name: String
  package let reason: String
  package let message: String
  package let errcode: Int?

  package init(_ name: String, _ reason: String, _ message: String, errcode: Int? = nil) {
    self.name = name
    self.reason = reason
    self.message = message
    self.errcode = errcode
  }

  package var code: StatusCode { .invalidArgument }
  package var field: String? { name }
}
