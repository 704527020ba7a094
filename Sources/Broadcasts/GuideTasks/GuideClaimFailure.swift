import RPC
import ServiceKit

/// Why a task that is for one cannot be claimed, reported of or given back.
enum GuideClaimFailure: Failure, Equatable {
  case forAll(String)
  case claimed(String, by: String)
  case notClaimed(String, userid: String)

  var code: StatusCode { .failedPrecondition }

  var reason: String {
    switch self {
    case .forAll: "TASK_FOR_ALL"
    case .claimed: "CLAIMED_ALREADY"
    case .notClaimed: "NOT_CLAIMED"
    }
  }

  var message: String {
    switch self {
    case .forAll(let id): "Each member does '\(id)'."
    case .claimed(let id, let userid): "Member '\(userid)' has claimed '\(id)'."
    case .notClaimed(let id, let userid): "Member '\(userid)' has not claimed '\(id)'."
    }
  }
}
