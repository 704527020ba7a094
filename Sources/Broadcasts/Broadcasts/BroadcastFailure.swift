import RPC
import ServiceKit

enum BroadcastFailure: Failure, Equatable {
  case notFound(String)
  case dispatching(String)
  case finished(String)
  case cancelled(String)
  case failed(String)
  case refused(String)
  case waitsForApproval(String)
  case waitsForStart(String)
  case notWaitingForApproval(String)
  case started(String)
  case nobodyToRemind(String)
  case remindedTooOften(String, Int)

  var code: StatusCode {
    switch self {
    case .notFound: .notFound
    case .dispatching: .unavailable
    case .finished, .cancelled, .failed, .refused, .waitsForApproval, .waitsForStart,
      .notWaitingForApproval, .started, .nobodyToRemind:
      .failedPrecondition
    case .remindedTooOften: .resourceExhausted
    }
  }

  var reason: String {
    switch self {
    case .notFound: "BROADCAST_NOT_FOUND"
    case .dispatching: "BROADCAST_DISPATCHING"
    case .finished: "BROADCAST_FINISHED"
    case .cancelled: "BROADCAST_CANCELLED"
    case .failed: "BROADCAST_FAILED"
    case .refused: "BROADCAST_REFUSED"
    case .waitsForApproval: "WAITING_FOR_APPROVAL"
    case .waitsForStart: "WAITING_FOR_START"
    case .notWaitingForApproval: "NOT_WAITING_FOR_APPROVAL"
    case .started: "BROADCAST_STARTED"
    case .nobodyToRemind: "NOBODY_TO_REMIND"
    case .remindedTooOften: "REMINDED_TOO_OFTEN"
    }
  }

  var message: String {
    switch self {
    case .notFound(let msgid): "There is no broadcast '\(msgid)'."
    case .dispatching(let msgid): "Broadcast '\(msgid)' is being planned; try again."
    case .finished(let msgid): "Broadcast '\(msgid)' is finished."
    case .cancelled(let msgid): "Broadcast '\(msgid)' is cancelled."
    case .failed(let msgid): "Broadcast '\(msgid)' could not be planned."
    case .refused(let msgid): "Broadcast '\(msgid)' was not approved."
    case .waitsForApproval(let msgid): "Broadcast '\(msgid)' waits for approval."
    case .waitsForStart(let msgid):
      "Broadcast '\(msgid)' was approved too late, and waits for StartOccurrence."
    case .notWaitingForApproval(let msgid): "Broadcast '\(msgid)' does not wait for approval."
    case .started(let msgid): "Broadcast '\(msgid)' does not wait to be started."
    case .nobodyToRemind(let msgid): "Each member has confirmed his task in '\(msgid)'."
    case .remindedTooOften(let msgid, let max):
      "The members of '\(msgid)' were reminded \(max) times in 24 hours already."
    }
  }

  var field: String? { if case .notFound = self { "msgid" } else { nil } }

  var errcode: Int? {
    switch self {
    case .notFound: 41047
    case .dispatching: 41063
    case .cancelled: 41093
    case .remindedTooOften: 41094
    case .finished, .failed, .refused, .waitsForApproval, .waitsForStart, .notWaitingForApproval,
      .started, .nobodyToRemind:
      nil
    }
  }
}
