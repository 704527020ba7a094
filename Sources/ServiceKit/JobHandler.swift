package import Messages
package import RPC
import Store

/// `siyu.common.v1.JobService`, which every service answers for its own jobs.
package struct JobHandler: CommonV1.JobServiceProtocol {
  private let corps: Corps

  package init(corps: Corps) {
    self.corps = corps
  }

  package func getJob(
    _ request: CommonV1.GetJobRequest, _ call: Call
  ) async throws -> CommonV1.Job {
    try Shape.id(request.jobid, field: "jobid", errcode: 40088)
    let row = try corps.database(of: call.principal.corp)
      .read { try JobTable.find(request.jobid, in: $0) }
    guard let row else { throw JobFailure.notFound(jobid: request.jobid) }
    return row.message
  }
}

package enum JobFailure: Failure, Equatable {
  case notFound(jobid: String)

  package var code: StatusCode { .notFound }
  package var reason: String { "JOB_NOT_FOUND" }
  package var field: String? { "jobid" }
  package var errcode: Int? { 40088 }

  package var message: String {
    switch self {
    case .notFound(let jobid): "There is no job '\(jobid)'."
    }
  }
}
