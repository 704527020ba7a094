import Logging
import RPC
import Synchronization

/// One line for a call that has ended: who, what, how it ended, how long it took. Never what was said.
///
/// What went well is told at debug, what the caller did wrong at info, what we did wrong at warning,
/// and what took long at notice. Lines above debug are so many a second at most, and what was left
/// out is counted: a caller who errs all day must not be answered at the pace of the log.
final class CallLog: Sendable {
  private static let slowNanoseconds: Int64 = 1_000_000_000
  private static let linesPerSecond = 100

  private struct Allowance {
    var second: UInt64 = 0
    var lines = 0
    var leftOut = 0
  }

  private let log: Logger
  private let level: Logger.Level
  private let allowance = Mutex(Allowance())

  init(_ log: Logger) {
    self.log = log
    level = log.logLevel
  }

  func tell(_ call: Call, _ status: Status, nanoseconds: Int64) {
    let isUnary = !call.method.clientStreaming && !call.method.serverStreaming
    let isSlow = isUnary && nanoseconds >= Self.slowNanoseconds
    let level = Self.level(of: status.code, isStream: call.method.serverStreaming, isSlow: isSlow)
    guard level >= self.level else { return }
    if level > .debug {
      let (isAllowed, leftOut) = allow(call.beganNanoseconds + UInt64(max(0, nanoseconds)))
      if leftOut > 0 {
        log.notice("Lines of calls were left out.", metadata: ["lines": "\(leftOut)"])
      }
      guard isAllowed else { return }
    }
    var metadata: Logger.Metadata = [
      "request_id": "\(call.requestID)", "method": "\(call.method.path)",
      "status": "\(status.code.name)", "duration_ms": "\(Self.milliseconds(nanoseconds))",
      "peer": "\(call.peer.description)",
    ]
    if let principal = call.knownPrincipal {
      metadata["corp"] = "\(principal.corp)"
      metadata["app"] = "\(principal.app)"
    }
    if let trace = call.trace { metadata["trace_id"] = "\(trace.traceID)" }
    if let reason = status.reason { metadata["reason"] = "\(reason)" }
    log.log(level: level, isSlow ? "A call took long." : "A call ended.", metadata: metadata)
  }

  private static func level(
    of code: StatusCode, isStream: Bool, isSlow: Bool
  ) -> Logger.Level {
    switch code {
    case .unknown, .internal, .unavailable, .dataLoss: .warning
    // Who watches a feed says by his deadline for how long.
    case .deadlineExceeded where isStream: .debug
    // Who watches a feed goes away without a word, and every drain cuts watchers.
    case .ok, .cancelled: isSlow ? .notice : .debug
    default: isSlow ? .notice : .info
    }
  }

  /// Whether a line may be written now, and how many were not since one was.
  private func allow(_ now: UInt64) -> (isAllowed: Bool, leftOut: Int) {
    allowance.withLock { allowance in
      let second = now / 1_000_000_000
      if second > allowance.second {
        allowance.second = second
        allowance.lines = 0
      }
      guard allowance.lines < Self.linesPerSecond else {
        allowance.leftOut += 1
        return (false, 0)
      }
      allowance.lines += 1
      defer { allowance.leftOut = 0 }
      return (true, allowance.leftOut)
    }
  }

  /// With three places behind the point.
  private static func milliseconds(_ nanoseconds: Int64) -> String {
    let (whole, rest) = (nanoseconds / 1000).quotientAndRemainder(dividingBy: 1000)
    let digits = String(rest)
    return "\(whole).\(String(repeating: "0", count: max(0, 3 - digits.utf8.count)))\(digits)"
  }
}

extension Call {
  /// The caller, if he has been admitted.
  var knownPrincipal: Principal? { context as? Principal }
}
