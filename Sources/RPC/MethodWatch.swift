/// Watches the calls of one method of a server: counts them, logs them, traces them.
///
/// Each call is told of twice: when it begins and, once, when it is answered or nobody waits for its
/// answer any more. Called on the call's loop, for every call; it must not block, and what it costs
/// every call costs.
package protocol MethodWatch: AnyObject, Sendable {
  /// Before anything has looked at the call: it may turn out to be refused.
  func began(_ call: Call)
  /// A whole request message has come.
  func received(_ call: Call)
  /// A reply has been handed to the connection.
  func sent(_ call: Call)
  func ended(_ call: Call, _ status: Status)
}

/// Is told how one call that a client made ended: once, on the loop of its channel, with its last
/// attempt.
package typealias CallEnd = @Sendable (StatusCode) -> Void

/// Is told of a client's call when it begins. It may add to what the call carries.
package typealias CallBeginning = @Sendable (MethodDescriptor, inout Metadata) -> CallEnd
