import RPC
import ServiceKit

/// The right to send one welcome message to a customer who was just added.
struct WelcomeCode: Sendable, Equatable {
  enum State: Int, Sendable {
    case issued = 1
    /// Somebody is sending.
    case claimed = 2
    case used = 3
  }

  let code: String
  let customer: Int64
  let member: Int64
  let issueTime: Instant
  var state: State

  /// What was between the two when one was added.
  struct Occasion: Sendable, Equatable {
    var memberHasWelcome = false
    var haveChatted = false
    /// The code of this relation while it was half was used.
    var isWelcomed = false
    var isWecomUser = false
    var addedByMember = false

    /// Whether a code is due.
    var isDue: Bool {
      !memberHasWelcome && !haveChatted && !isWelcomed && !(isWecomUser && addedByMember)
    }
  }

  static func checkCode(_ code: String) throws(InvalidField) {
    try Shape.id(code, field: "welcome_code", errcode: code.isEmpty ? 41049 : 41050)
  }

  func lives(at now: Instant, policies: Policies) -> Bool {
    now < issueTime.advanced(bySeconds: Int64(policies[.welcomeCodeSeconds]))
  }

  /// Whether it may be claimed now.
  func checkUse(
    now: Instant, haveChatted: Bool, policies: Policies
  ) throws(WelcomeCodeFailure) {
    if state == .used || haveChatted { throw .used }
    guard lives(at: now, policies: policies) else { throw .invalid }
    if state == .claimed { throw .beingSent }
  }

  /// Whether its sender may say what became of it.
  func checkFinish() throws(WelcomeCodeFailure) {
    switch state {
    case .claimed: break
    case .used: throw .used
    case .issued: throw .invalid
    }
  }
}

enum WelcomeCodeFailure: Failure, Equatable {
  case invalid
  case used
  case beingSent

  var code: StatusCode {
    switch self {
    case .invalid, .used: .failedPrecondition
    case .beingSent: .aborted
    }
  }

  var reason: String {
    switch self {
    case .invalid: "WELCOME_CODE_INVALID"
    case .used: "WELCOME_ALREADY_SENT"
    case .beingSent: "WELCOME_BEING_SENT"
    }
  }

  var message: String {
    switch self {
    case .invalid: "The welcome code is unknown, has expired or was not claimed."
    case .used: "A welcome message was sent, or the two have begun to chat."
    case .beingSent: "Another caller is sending the welcome message; try again."
    }
  }

  var field: String? { "welcome_code" }

  var errcode: Int? {
    switch self {
    case .invalid: 41050
    case .used: 41051
    case .beingSent: 41096
    }
  }
}
