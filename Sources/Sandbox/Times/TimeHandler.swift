import Messages
import RPC
import ServiceKit

extension SandboxHandler {
  func getTime(
    _ request: SandboxV1.GetTimeRequest, _ call: Call
  ) async throws -> SandboxV1.GetTimeResponse {
    .init(nowTime: stage.clock.now.timestamp, runs: stage.clock.runs)
  }

  func advanceTime(
    _ request: SandboxV1.AdvanceTimeRequest, _ call: Call
  ) async throws -> SandboxV1.AdvanceTimeResponse {
    let step = try TimeStep(request)
    try Shape.requestID(request.requestID)
    return try await turn.take {
      let until = try await moment(of: step, request.requestID, call.principal.corp)
      let count = try await TimeMoving(stage: stage).run(until: until)
      return .init(untilTime: until.timestamp, momentCount: count)
    }
  }

  /// Where a step leads, the same for a repeated request.
  private func moment(
    of step: TimeStep, _ requestID: String, _ corp: String
  ) async throws -> Instant {
    try await context.write(corp: corp, origin: .api) { mutation in
      if !requestID.isEmpty,
        let kept = try TimeStepTable.find(requestID, in: mutation.writer)
      {
        guard kept.step == step.text else { throw TimeFailure.otherStep }
        return kept.until
      }
      let until = try step.moment(from: mutation.now)
      if !requestID.isEmpty {
        try TimeStepTable.insert(requestID, step: step.text, until: until, in: mutation.writer)
      }
      try mutation.emit(.timeAsked(.init(untilTime: until.timestamp)))
      return until
    }
  }
}

extension TimeStep {
  fileprivate init(_ request: SandboxV1.AdvanceTimeRequest) throws(InvalidField) {
    switch request.step {
    case .seconds(let seconds): self = .seconds(seconds)
    case .untilTime(let time):
      guard let moment = Instant(time) else {
        throw InvalidField(
          "until_time", "BAD_TIME", "until_time is outside the years 1 to 9999.")
      }
      self = .until(moment)
    case nil:
      throw InvalidField("step", "REQUIRED", "seconds or until_time is required.")
    }
  }
}
