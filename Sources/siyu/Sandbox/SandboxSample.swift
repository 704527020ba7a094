import Messages
import RPC
import ServiceKit

/// Fills the corp demo of a sandbox that begins, as any caller could.
struct SandboxSample {
  let channel: Channel

  /// Returns when it is filled. A sandbox that was filled before is left as it is.
  func fill() async throws {
    let sandbox = SandboxV1.SandboxServiceClient(channel)
    let jobs = CommonV1.JobServiceClient(channel)
    let jobid: String
    do {
      jobid = try await sandbox.fillCorp(.init()).jobid
    } catch let status as Status where status.code == .failedPrecondition {
      return
    }
    let job = try await poll("the sample corp") {
      let now = try await jobs.getJob(.init(jobid: jobid))
      return now.state == .queued || now.state == .running ? nil : now
    }
    guard job.state == .done else {
      throw Trouble(message: "the sample corp was not filled: \(job.lastError)")
    }
  }
}
