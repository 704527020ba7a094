import Foundation
import RPC

/// How a service is driven.
struct RunPlan: Sendable {
  static let defaultRate = 1000.0

  let mix: Mix
  let rate: Double
  /// Nil for an open loop.
  let concurrency: Int?
  let seconds: Double
  let seed: UInt64
  /// Tells what this run makes from what others made.
  let run: String
  let threads: Int
  let inFlight: Int

  init(_ options: Load, _ mix: Mix, run: String) {
    self.mix = mix
    rate = options.rate ?? Self.defaultRate
    concurrency = options.concurrency
    seconds = options.duration.seconds
    seed = options.seed
    self.run = run
    threads = options.threads
    inFlight = options.inFlight
  }

  var durationNanoseconds: UInt64 { UInt64(seconds * 1e9) }
}

/// One run: the workers that call, and what is read of the server meanwhile.
struct LoadRun<Kind: Scenario>: Sendable {
  let plan: RunPlan
  let scenario: Kind
  let channels: [Channel]
  let callOptions: CallOptions
  let gauge: ServerGauge?
  let progress: LoadProgress

  /// Time for every worker to be there when the first call is due.
  private static var leadNanoseconds: UInt64 { 20_000_000 }

  func drive(
    about run: @Sendable (Date, Double) -> LoadReport.Run
  ) async -> LoadReport {
    let recordings = (0..<plan.threads).map { _ in Recording(methods: Kind.methods.count) }
    let begun = Date()
    let stop = Task {
      await StopSignals().first()
      for recording in recordings { recording.stop() }
    }
    let start = channels[0].executor.nowNanoseconds + Self.leadNanoseconds
    let watch = RunWatch(
      recordings: recordings, gauge: gauge, progress: progress, plannedSeconds: plan.seconds)
    let watching = Task { await watch.untilCancelled() }
    await withDiscardingTaskGroup { group in
      for worker in 0..<plan.threads {
        group.addTask { await work(worker, recordings[worker], from: start) }
      }
    }
    let seconds = Double(channels[0].executor.nowNanoseconds - start) / 1e9
    watching.cancel()
    stop.cancel()
    let watched = await watching.value
    progress.endBar()
    var results = Results(methods: Kind.methods.count)
    for recording in recordings { results.merge(recording.results) }
    return LoadReport(
      run(begun, seconds), results,
      methods: zip(Kind.methods, plan.mix.weights).map { ($0.name, $1) },
      server: watched.server(gauge, calls: results.total.ended),
      toolCPUSeconds: watched.toolCPUSeconds, moments: watched.moments)
  }

  private func work(_ worker: Int, _ recording: Recording, from start: UInt64) async {
    let mine = stride(from: worker, to: channels.count, by: plan.threads).map { channels[$0] }
    let loop = mine[0].executor
    let caller = ScenarioCaller(
      scenario: scenario, mix: plan.mix, seed: plan.seed, channels: mine, options: callOptions,
      run: plan.run, workers: plan.threads)
    await Task(executorPreference: loop) {
      if let concurrency = plan.concurrency {
        let share = concurrency / plan.threads + (worker < concurrency % plan.threads ? 1 : 0)
        await ClosedLoop(
          loop: loop, callers: share, durationNanoseconds: plan.durationNanoseconds,
          recording: recording, caller: caller, worker: worker, workers: plan.threads
        ).run(from: start)
      } else {
        await OpenLoop(
          loop: loop,
          schedule: Schedule(
            ratePerSecond: plan.rate, durationNanoseconds: plan.durationNanoseconds,
            worker: worker, workers: plan.threads),
          inFlightMax: plan.inFlight / plan.threads, recording: recording, caller: caller
        ).run(from: start)
      }
    }.value
  }
}

/// Looks at a run from beside it, once a second or twenty times in all.
struct RunWatch: Sendable {
  let recordings: [Recording]
  let gauge: ServerGauge?
  let progress: LoadProgress
  let plannedSeconds: Double

  /// What was seen.
  struct Watched: Sendable {
    var moments: [LoadReport.Moment] = []
    var first: ServerGauge.Reading?
    var last: ServerGauge.Reading?
    var toolCPUSeconds = 0.0

    func server(_ gauge: ServerGauge?, calls: Int) -> LoadReport.Server? {
      guard let gauge, let first, let last else { return nil }
      let cpuSeconds = last.cpuSeconds - first.cpuSeconds
      let seen = moments.compactMap(\.server)
      return LoadReport.Server(
        pid: gauge.pid, cpuSeconds: cpuSeconds,
        cpuMicrosecondsPerCall: calls == 0 ? 0 : cpuSeconds * 1e6 / Double(calls),
        memoryBytesAtStart: first.memoryBytes, memoryBytesAtEnd: last.memoryBytes,
        memoryBytesMax: max(first.memoryBytes, seen.map(\.memoryBytes).max() ?? 0),
        descriptorsAtStart: first.descriptors, descriptorsAtEnd: last.descriptors,
        walBytesMax: max(first.walBytes, seen.map(\.walBytes).max() ?? 0))
    }
  }

  func untilCancelled() async -> Watched {
    var watched = Watched()
    let start = ContinuousClock.now
    let toolAtStart = ServerGauge.ownCPUSeconds
    var (before, toolBefore, server) = (start, toolAtStart, gauge?.read())
    watched.first = server
    let step = Duration.seconds(min(1, max(0.1, plannedSeconds / 20)))
    repeat {
      try? await Task.sleep(until: before + step, clock: .continuous)
      let (now, tool, reading) = (ContinuousClock.now, ServerGauge.ownCPUSeconds, gauge?.read())
      let interval = recordings.reduce(into: Interval()) { $0.merge($1.takeInterval()) }
      let seconds = max((now - before) / .seconds(1), 1e-6)
      let elapsed = (now - start) / .seconds(1)
      // What is left at the end may be so short a stretch that its rates say nothing.
      if seconds > step / .seconds(1) / 2 || watched.moments.isEmpty {
        watched.moments.append(
          LoadReport.Moment(
            interval, at: elapsed, over: seconds, toolCPUCores: (tool - toolBefore) / seconds,
            server: server.flatMap { server in reading.map { $0.since(server, seconds) } }))
        progress.ran(elapsed, of: plannedSeconds, interval, over: seconds)
      }
      (before, toolBefore, server) = (now, tool, reading)
    } while !Task.isCancelled
    watched.last = server
    watched.toolCPUSeconds = toolBefore - toolAtStart
    return watched
  }
}

extension LoadReport.Moment {
  init(
    _ interval: Interval, at second: Double, over seconds: Double, toolCPUCores: Double,
    server: LoadReport.ServerMoment?
  ) {
    let latencies = interval.latencies.count == 0 ? nil : interval.latencies
    self.init(
      second: second, okPerSecond: Double(interval.ok) / seconds,
      failedPerSecond: Double(interval.failed) / seconds,
      notSentPerSecond: Double(interval.notSent) / seconds,
      p50: latencies?.milliseconds(atPercentile: 50),
      p99: latencies?.milliseconds(atPercentile: 99),
      max: latencies?.milliseconds(atPercentile: 100), toolCPUCores: toolCPUCores,
      server: server)
  }
}

extension ServerGauge.Reading {
  fileprivate func since(
    _ before: ServerGauge.Reading, _ seconds: Double
  ) -> LoadReport.ServerMoment {
    LoadReport.ServerMoment(
      cpuCores: (cpuSeconds - before.cpuSeconds) / seconds, memoryBytes: memoryBytes,
      descriptors: descriptors, walBytes: walBytes)
  }
}
