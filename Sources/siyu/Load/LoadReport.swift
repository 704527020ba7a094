import Foundation
import RPC

/// What a run was and what came of it: all that the table, the JSON file and the page show.
struct LoadReport: Encodable {
  struct Run: Encodable {
    var version = Siyu.version
    let service: String
    let address: String
    let corp: String
    let startTime: String
    let seed: UInt64
    let size: Int
    /// What the size counts.
    let unit: String
    /// Open loop: calls a second. Nil for a closed one.
    let rate: Double?
    /// Closed loop: callers. Nil for an open one.
    let concurrency: Int?
    let connections: Int
    let threads: Int
    let plannedSeconds: Double
    /// Until the last call had ended.
    let seconds: Double
    let commandLine: String
  }

  struct Calls: Encodable {
    let ended: Int
    let ok: Int
    let failed: Int
    /// Were due while too many ran.
    let notSent: Int
    /// Calls that ended in a second.
    let perSecond: Double
  }

  struct Method: Encodable {
    let name: String
    let weight: Int
    let calls: Calls
    let latencyMilliseconds: LatencyFigures
    let codes: [String: Int]
  }

  struct Failure: Encodable {
    let code: String
    let count: Int
    /// What was said the first time.
    let message: String
  }

  /// A moment of the run: what ended since the one before, and what the server used then.
  struct Moment: Encodable {
    let second: Double
    let okPerSecond: Double
    let failedPerSecond: Double
    let notSentPerSecond: Double
    /// In milliseconds; nil when nothing ended.
    let p50: Double?
    let p99: Double?
    let max: Double?
    let toolCPUCores: Double
    let server: ServerMoment?
  }

  struct ServerMoment: Encodable {
    let cpuCores: Double
    let memoryBytes: Int
    let descriptors: Int
    let walBytes: Int
  }

  /// What the server's process used in the whole run.
  struct Server: Encodable {
    let pid: Int
    let cpuSeconds: Double
    let cpuMicrosecondsPerCall: Double
    let memoryBytesAtStart: Int
    let memoryBytesAtEnd: Int
    let memoryBytesMax: Int
    let descriptorsAtStart: Int
    let descriptorsAtEnd: Int
    let walBytesMax: Int
  }

  let run: Run
  let calls: Calls
  /// From when each call was due.
  let latencyMilliseconds: LatencyFigures
  /// From when each was sent.
  let answerMilliseconds: LatencyFigures
  /// How late the tool sent them.
  let latenessMilliseconds: LatencyFigures
  let codes: [String: Int]
  let failures: [Failure]
  let methods: [Method]
  let server: Server?
  let toolCPUSeconds: Double
  let moments: [Moment]
  let latencyCurve: [LatencyPoint]
  let answerCurve: [LatencyPoint]

  init(
    _ run: Run, _ results: Results, methods: [(name: String, weight: Int)], server: Server?,
    toolCPUSeconds: Double, moments: [Moment]
  ) {
    let total = results.total
    self.run = run
    self.server = server
    self.toolCPUSeconds = toolCPUSeconds
    self.moments = moments
    calls = Calls(total, seconds: run.seconds)
    latencyMilliseconds = total.latencies.figures
    answerMilliseconds = total.answers.figures
    latenessMilliseconds = results.lateness.figures
    latencyCurve = total.latencies.curve
    answerCurve = total.answers.curve
    codes = total.codesByName
    failures = total.codes.filter { $0.key != .ok }
      .map { Failure(code: $0.name, count: $1, message: total.messages[$0] ?? "") }
      .sorted { ($1.count, $0.code) < ($0.count, $1.code) }
    self.methods = zip(methods, results.methods).filter { $0.0.weight > 0 }.map { method, results in
      Method(
        name: method.name, weight: method.weight, calls: Calls(results, seconds: run.seconds),
        latencyMilliseconds: results.latencies.figures, codes: results.codesByName)
    }
  }

  /// Whether every call was sent and answered OK.
  var isClean: Bool { calls.failed == 0 && calls.notSent == 0 && calls.ended > 0 }

  var json: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      encoder.keyEncodingStrategy = .convertToSnakeCase
      return try encoder.encode(self)
    }
  }
}

extension LoadReport.Calls {
  init(_ results: MethodResults, seconds: Double) {
    self.init(
      ended: results.ended, ok: results.ended - results.failed, failed: results.failed,
      notSent: results.notSent, perSecond: seconds > 0 ? Double(results.ended) / seconds : 0)
  }
}

extension LoadReport.Run {
  /// How it was driven, in a sentence.
  var manner: String {
    let over = "\(connections) connection\(connections == 1 ? "" : "s")"
    let time = Figures.seconds(plannedSeconds)
    if let rate {
      return "\(Figures.significant(rate)) calls a second for \(time), open loop, over \(over)"
    }
    return "\(concurrency ?? 0) callers for \(time), closed loop, over \(over)"
  }
}

extension MethodResults {
  fileprivate var codesByName: [String: Int] {
    Dictionary(uniqueKeysWithValues: codes.map { ($0.name, $1) })
  }
}
