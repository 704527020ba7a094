import Messages
import RPC
import ServiceKit

extension SandboxHandler {
  func fillCorp(
    _ request: SandboxV1.FillCorpRequest, _ call: Call
  ) async throws -> SandboxV1.FillCorpResponse {
    let size = try SampleSize(
      stores: Int(request.storeCount), customers: Int(request.customerCount))
    return try await context.mutate(request, call) { mutation in
      if let filled = try SampleTable.find(in: mutation.writer) {
        guard filled.size == size else { throw SampleFailure.isFilled }
        return .init(jobid: filled.jobid)
      }
      let jobid = try mutation.start(SampleFilling.kind, payload: [])
      try SampleTable.insert(size, jobid: jobid, in: mutation.writer)
      let reply = SandboxV1.FillCorpResponse(jobid: jobid)
      try mutation.emit(.corpFillAsked(reply))
      return reply
    }
  }
}
