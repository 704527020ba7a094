import RPC
import ServiceKit

/// One member's part of a broadcast 群发任务: what he has to confirm before anything is sent.
struct MemberTask: Sendable, Equatable {
  enum State: Int, Sendable {
    case unconfirmed = 1
    case confirmed = 2
    case cancelled = 3
  }

  let key: CounterKey
  let msgid: String
  let userid: String
  var confirmTime: Instant?
  var counts: Counts

  func state(in broadcast: Broadcast) -> State {
    if confirmTime != nil { return .confirmed }
    return broadcast.isStopped ? .cancelled : .unconfirmed
  }

  /// Opens the task's deliveries to channels. Once only: a second confirmation would send again.
  mutating func confirm(now: Instant) throws(MemberTaskFailure) {
    guard confirmTime == nil else { throw .alreadyConfirmed(msgid: msgid, userid: userid) }
    confirmTime = now
  }
}

enum MemberTaskFailure: Failure, Equatable {
  case notFound(msgid: String, userid: String)
  case alreadyConfirmed(msgid: String, userid: String)

  var code: StatusCode {
    switch self {
    case .notFound: .notFound
    case .alreadyConfirmed: .failedPrecondition
    }
  }

  var reason: String {
    switch self {
    case .notFound: "MEMBER_TASK_NOT_FOUND"
    case .alreadyConfirmed: "TASK_ALREADY_CONFIRMED"
    }
  }

  var field: String? { if case .notFound = self { "userid" } else { nil } }

  var message: String {
    switch self {
    case .notFound(let msgid, let userid): "Member '\(userid)' has no task in '\(msgid)'."
    case .alreadyConfirmed(let msgid, let userid):
      "Member '\(userid)' has confirmed his task in '\(msgid)' already."
    }
  }
}
