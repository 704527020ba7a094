import RPC
import ServiceKit

enum GuideTaskFailure: Failure, Equatable {
  case notFound(String)
  case departmentNotFound(UInt32)
  case memberNotFound(String)
  case nobodyInScope
  case tooManyMembers(Int)
  case finished(String)
  case cancelled(String)
  case closed(String)
  case remindedTooOften(String, Int)

  var code: StatusCode {
    switch self {
    case .notFound, .departmentNotFound, .memberNotFound: .notFound
    case .nobodyInScope, .finished, .cancelled, .closed: .failedPrecondition
    case .tooManyMembers, .remindedTooOften: .resourceExhausted
    }
  }

  var reason: String {
    switch self {
    case .notFound: "GUIDE_TASK_NOT_FOUND"
    case .departmentNotFound: "DEPARTMENT_NOT_FOUND"
    case .memberNotFound: "MEMBER_NOT_FOUND"
    case .nobodyInScope: "NOBODY_IN_SCOPE"
    case .tooManyMembers: "TOO_MANY_MEMBERS"
    case .finished: "GUIDE_TASK_FINISHED"
    case .cancelled: "GUIDE_TASK_CANCELLED"
    case .closed: "GUIDE_TASK_CLOSED"
    case .remindedTooOften: "REMINDED_TOO_OFTEN"
    }
  }

  var field: String? {
    switch self {
    case .notFound: "task_id"
    case .departmentNotFound: "guide_task.department_ids"
    case .memberNotFound: "guide_task.userids"
    case .nobodyInScope, .tooManyMembers, .finished, .cancelled, .closed, .remindedTooOften: nil
    }
  }

  var message: String {
    switch self {
    case .notFound(let id): "There is no guide task '\(id)'."
    case .departmentNotFound(let id): "Directory has not told of a department \(id)."
    case .memberNotFound(let userid): "Directory has not told of a member '\(userid)'."
    case .nobodyInScope: "Nobody works where the task is to be done."
    case .tooManyMembers(let max): "The task would have more than \(max) members."
    case .finished(let id): "All members have done '\(id)'."
    case .cancelled(let id): "Guide task '\(id)' is cancelled."
    case .closed(let id): "Guide task '\(id)' was due and is closed."
    case .remindedTooOften(let id, let max):
      "The members of '\(id)' were reminded \(max) times in 24 hours already."
    }
  }

  var errcode: Int? {
    switch self {
    case .departmentNotFound: 60003
    case .memberNotFound: 60111
    case .remindedTooOften: 41094
    case .notFound, .nobodyInScope, .tooManyMembers, .finished, .cancelled, .closed: nil
    }
  }
}
