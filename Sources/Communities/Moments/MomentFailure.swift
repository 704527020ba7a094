package import RPC
import ServiceKit

package enum MomentFailure: Failure, Equatable {
  case notFound(String)
  case jobNotFound(String)
  case tooManyDispatches(Int)
  case dispatching(String)
  case failed(String)
  case noTag(String)
  case noExecutor(String)
  case noTask(String)
  case alreadyPublished(String)
  case notPublished(String)
  case audienceTooLarge(Int)
  /// Customers did not answer, or not to the end.
  case customersUnavailable(String)

  package var code: StatusCode {
    switch self {
    case .notFound, .jobNotFound, .noTask: .notFound
    case .tooManyDispatches, .audienceTooLarge: .resourceExhausted
    case .dispatching, .customersUnavailable: .unavailable
    case .failed, .noTag, .noExecutor, .alreadyPublished, .notPublished: .failedPrecondition
    }
  }

  package var reason: String {
    switch self {
    case .notFound: "MOMENT_NOT_FOUND"
    case .jobNotFound: "JOB_NOT_FOUND"
    case .tooManyDispatches: "TOO_MANY_DISPATCHES"
    case .dispatching: "MOMENT_DISPATCHING"
    case .failed: "MOMENT_FAILED"
    case .noTag: "NO_TAG"
    case .noExecutor: "NO_EXECUTOR"
    case .noTask: "MOMENT_TASK_NOT_FOUND"
    case .alreadyPublished: "MOMENT_ALREADY_PUBLISHED"
    case .notPublished: "MOMENT_NOT_PUBLISHED"
    case .audienceTooLarge: "AUDIENCE_TOO_LARGE"
    case .customersUnavailable: "CUSTOMERS_UNAVAILABLE"
    }
  }

  package var message: String {
    switch self {
    case .notFound(let momentID): "There is no moment '\(momentID)'."
    case .jobNotFound(let jobid): "No moment has the job '\(jobid)'."
    case .tooManyDispatches(let most): "\(most) moments are being dispatched, as many as may be."
    case .dispatching(let momentID):
      "The moment '\(momentID)' is being dispatched. Try again later."
    case .failed(let momentID): "The dispatch of the moment '\(momentID)' failed."
    case .noTag(let momentID): "None of the tags the moment '\(momentID)' names exists."
    case .noExecutor(let momentID): "Nobody can publish the moment '\(momentID)'."
    case .noTask(let userid): "'\(userid)' is no executor of the moment."
    case .alreadyPublished(let userid): "'\(userid)' has published the moment before."
    case .notPublished(let userid): "'\(userid)' has not published the moment yet."
    case .audienceTooLarge(let most): "The member would publish to more than \(most) customers."
    case .customersUnavailable(let answer):
      "Customers could not be asked for the audience (\(answer)); nothing was changed."
    }
  }

  package var field: String? {
    switch self {
    case .notFound, .dispatching, .failed, .noTag, .noExecutor: "moment_id"
    case .jobNotFound: "jobid"
    case .noTask, .alreadyPublished, .notPublished, .audienceTooLarge: "userid"
    case .tooManyDispatches, .customersUnavailable: nil
    }
  }

  package var errcode: Int? {
    switch self {
    case .notFound: 41060
    case .jobNotFound: 40088
    case .tooManyDispatches: 41078
    case .dispatching: 41079
    case .noTag: 40068
    case .noExecutor: 41048
    case .noTask: 41061
    case .notPublished: 41062
    case .customersUnavailable: -1
    case .failed, .alreadyPublished, .audienceTooLarge: nil
    }
  }
}
