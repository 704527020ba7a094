import Logging
import Metrics
import RPC

/// One run of a job, as it is shown.
struct JobRun: Sendable {
  enum Outcome: String {
    case done, failed, postponed
  }

  let errand: Errand
  fileprivate let kind: String
  fileprivate let span: RunningSpan?
  fileprivate let attempts: Int
  fileprivate let corp: String
  fileprivate let began = ContinuousClock.now
}

extension ServiceSight {
  /// A job runs, in the trace of whoever asked for it: what it does is part of that.
  func began(_ job: Job) -> JobRun {
    let parent = TraceContext(text: job.row.trace)
    let span = tracer?.begin(.inner, "job \(job.row.kind)", in: parent)
    let trace = span?.context ?? parent
    return JobRun(
      errand: Errand(requestID: job.row.jobid, trace: trace), kind: job.row.kind, span: span,
      attempts: job.row.attempts, corp: job.corp)
  }

  func ended(_ run: JobRun, _ outcome: JobRun.Outcome, error: String? = nil) {
    let kind = ("kind", run.kind)
    scope.counter(.jobsEnded, [kind, ("outcome", outcome.rawValue)]).increment()
    scope.timer(.jobSeconds, [kind])
      .recordNanoseconds((ContinuousClock.now - run.began).nanoseconds)
    if outcome != .done {
      log.log(
        level: outcome == .failed ? .warning : .notice,
        outcome == .failed ? "A job has failed." : "A job is tried again.",
        metadata: [
          "jobid": "\(run.errand.requestID)", "kind": "\(run.kind)", "corp": "\(run.corp)",
          "error": "\(error ?? "")",
        ])
    }
    guard let span = run.span else { return }
    tracer?.end(
      span, service: service,
      attributes: [
        ("siyu.jobid", .text(run.errand.requestID)), ("siyu.corp", .text(run.corp)),
        ("siyu.job.attempts", .number(Int64(run.attempts))),
      ], error: outcome == .done ? nil : error ?? outcome.rawValue)
  }
}

/// The numbers of a followed feed.
struct FollowerSight: Sendable {
  let applied: Counter
  let delay: Timer
  let failing: Meter

  init(_ sight: ServiceSight, peer: String) {
    let peer = [("peer", peer)]
    applied = sight.scope.counter(.followerApplied, peer)
    delay = sight.scope.timer(.followerDelay, peer)
    failing = sight.scope.gauge(.followersFailing, peer)
  }
}
