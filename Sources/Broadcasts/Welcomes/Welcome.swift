import RPC
import ServiceKit

/// What was decided about one welcome code 欢迎语, and what became of it.
///
/// waiting → leased → sent or failed. From waiting also to too late and, when customers say that
/// somebody else was first, to beaten. A welcome is handed to one channel, once: what a channel holds
/// never waits again, unless its code turned out to be somebody else's before the channel saw it.
struct Welcome: Sendable, Equatable {
  enum Status: Int, Sendable {
    case waiting = 1
    case leased = 2
    case sent = 3
    case failed = 4
    case noRule = 5
    case tooLate = 6
    case beaten = 7
  }

  var key: Int64 = 0
  let code: String
  let userid: String
  let externalUserid: String
  var configID = ""
  var state = ""
  /// The rule that held; empty for none.
  var ruleID = ""
  var reach: WelcomeReach?
  /// What is said; nil when nothing is.
  var contentKey: Int64?
  /// As it was last written; `status(at:)` is what it is.
  var status: Status
  let addTime: Instant
  var decideTime: Instant
  let expireTime: Instant
  var settleTime: Instant?
  /// The fencing number of its lease; 0 before there was one.
  var leaseToken: Int64 = 0
  /// Whether customers gave us the code.
  var isClaimed = false
  var failureDetail = ""

  static func checkCode(_ code: String, field: String) throws(InvalidField) {
    try Shape.id(code, field: field, errcode: code.isEmpty ? 41049 : 41050)
  }

  /// Nobody writes down that time passed.
  func status(at now: Instant) -> Status {
    status == .waiting && now >= expireTime ? .tooLate : status
  }

  /// Hands it to a channel; its code is yet to be claimed, unless it is already.
  mutating func lease(_ token: Int64) {
    precondition(status == .waiting)
    status = .leased
    leaseToken = token
  }

  /// Takes in what customers said of its code, for a lease.
  mutating func conclude(_ claim: WelcomeClaim, now: Instant) {
    precondition(status == .leased && !isClaimed)
    switch claim {
    case .won: isClaimed = true
    case .held, .unknown: status = .waiting
    case .lost: end(.beaten, now: now)
    case .invalid: end(.tooLate, now: now)
    }
  }

  mutating func end(_ status: Status, now: Instant) {
    self.status = status
    settleTime = now
  }

  /// Makes it a content of a caller's own, who has claimed the code: what a rule said is beaten by it.
  /// False when it is sent, or being sent, already.
  mutating func takeOver(contentKey: Int64, now: Instant) -> Bool {
    guard status != .sent, !(status == .leased && isClaimed) else { return false }
    status = .waiting
    isClaimed = true
    self.contentKey = contentKey
    ruleID = ""
    reach = nil
    decideTime = now
    settleTime = nil
    failureDetail = ""
    return true
  }

  /// Whether an acknowledgement may settle it; false when the same one did before.
  func check(_ acknowledgement: WelcomeAcknowledgement) throws(WelcomeFailure) -> Bool {
    guard leaseToken == acknowledgement.leaseToken, leaseToken > 0 else { throw .staleLease(code) }
    switch status {
    case .leased: return true
    case .sent, .failed:
      guard status == acknowledgement.status else { throw .alreadySettled(code) }
      return false
    case .waiting, .noRule, .tooLate, .beaten: throw .staleLease(code)
    }
  }
}

/// What a channel says became of a welcome.
struct WelcomeAcknowledgement: Sendable, Equatable {
  let leaseToken: Int64
  /// Sent or failed.
  let status: Welcome.Status
  let failureDetail: String

  private static let detailBytes = 256

  init(leaseToken: Int64, isSent: Bool, failureDetail: String) throws(InvalidField) {
    let field = "acknowledgements.failure_detail"
    try Shape.bytes(failureDetail, 0...Self.detailBytes, field: field)
    guard !isSent || failureDetail.isEmpty else {
      throw InvalidField(field, "NOT_FOR_SENT", "\(field) is for a failure alone.")
    }
    self.leaseToken = leaseToken
    self.status = isSent ? .sent : .failed
    self.failureDetail = failureDetail
  }
}

/// What customers said when a code was claimed.
enum WelcomeClaim: Sendable, Equatable {
  case won(userid: String, externalUserid: String, state: String)
  /// A welcome was sent, or the two have begun to chat.
  case lost
  /// Unknown, expired, or of a relation that has ended.
  case invalid
  /// Somebody else is sending.
  case held
  /// Customers could not be asked.
  case unknown
}

enum WelcomeFailure: Failure, Equatable {
  case notFound(String)
  case invalid
  case alreadySent
  case beingSent
  case staleLease(String)
  case alreadySettled(String)
  case filterTwice

  var code: StatusCode {
    switch self {
    case .notFound: .notFound
    case .invalid, .alreadySent, .alreadySettled: .failedPrecondition
    case .beingSent, .staleLease: .aborted
    case .filterTwice: .invalidArgument
    }
  }

  var reason: String {
    switch self {
    case .notFound: "WELCOME_NOT_FOUND"
    case .invalid: "WELCOME_CODE_INVALID"
    case .alreadySent: "WELCOME_ALREADY_SENT"
    case .beingSent: "WELCOME_BEING_SENT"
    case .staleLease: "STALE_LEASE"
    case .alreadySettled: "ALREADY_SETTLED"
    case .filterTwice: "FILTER_TWICE"
    }
  }

  var message: String {
    switch self {
    case .notFound(let code): "There is no welcome with the code '\(code)'."
    case .invalid: "The welcome code is unknown or has expired."
    case .alreadySent: "A welcome message was sent, or the two have begun to chat."
    case .beingSent: "Somebody else is sending the welcome message; try again."
    case .staleLease(let code): "The lease_token is not of the lease of welcome '\(code)'."
    case .alreadySettled(let code): "Welcome '\(code)' was settled otherwise."
    case .filterTwice: "external_userid excludes userid."
    }
  }

  var field: String? {
    switch self {
    case .notFound, .invalid, .alreadySent, .beingSent: "welcome_code"
    case .filterTwice: "external_userid"
    case .staleLease, .alreadySettled: nil
    }
  }

  var errcode: Int? {
    switch self {
    case .invalid: 41050
    case .alreadySent: 41051
    case .beingSent: 41096
    case .notFound, .staleLease, .alreadySettled, .filterTwice: nil
    }
  }
}
