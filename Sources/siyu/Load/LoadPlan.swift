import Foundation
import Messages
import RPC

/// What `siyu load` was asked for, checked; and how it is carried out.
struct LoadPlan<Kind: Scenario>: Sendable {
  private let options: Load
  private let address: ListenAddress
  private let tls: ClientTLS?
  private let metadata: Metadata
  private let mix: Mix
  private let size: Int
  private let gauge: ServerGauge?
  private let standIn: ListenAddress
  /// Tells what this run makes from what others made: by the moment and the process.
  private let runName =
    String(UInt64(Date().timeIntervalSince1970 * 1000), radix: 36)
    + String(ProcessInfo.processInfo.processIdentifier, radix: 36)

  /// Throws `Trouble` with exit code 2 for what the command line got wrong.
  init(_ options: Load, _ kind: Kind.Type) throws {
    self.options = options
    let text = options.address ?? "127.0.0.1:\(options.service.port)"
    guard let address = ListenAddress(parsing: text) else {
      throw Self.wrong("--address \(text): expected HOST:PORT or unix:PATH")
    }
    self.address = address
    standIn = try Self.standIn(options)
    size = options.size ?? Kind.defaultSize
    tls = try options.tls.client(Environment())
    metadata = try Self.metadata(options)
    mix = try Self.mix(options)
    try Self.checkNumbers(options, size)
    if let pid = options.pid {
      guard let gauge = ServerGauge(pid: pid) else {
        throw Self.wrong("--pid \(pid): there is no such process, or it is not ours to look at")
      }
      self.gauge = gauge
    } else {
      gauge = ServerGauge(listeningAt: address)
    }
  }

  private static func wrong(_ message: String) -> Trouble {
    Trouble(message: message, exitCode: 2)
  }

  private static func standIn(_ options: Load) throws -> ListenAddress {
    let text = options.standIn ?? "127.0.0.1:\(Load.Service.customers.port)"
    if options.standIn != nil && options.service != .broadcasts {
      throw wrong("--stand-in is for broadcasts alone")
    }
    guard let address = ListenAddress(parsing: text) else {
      throw wrong("--stand-in \(text): expected HOST:PORT or unix:PATH")
    }
    return address
  }

  private static func checkNumbers(_ options: Load, _ size: Int) throws {
    if options.rate != nil && options.concurrency != nil {
      throw wrong("say --rate or --concurrency, not both")
    }
    if let rate = options.rate, !(0.01...10_000_000).contains(rate) {
      throw wrong("--rate is \(rate), allowed are 0.01 to 10000000")
    }
    let ranges: [(String, Int?, ClosedRange<Int>)] = [
      ("--concurrency", options.concurrency, options.threads...100_000),
      ("--size", size, 1...100_000_000), ("--threads", options.threads, 1...64),
      ("--connections", options.connections, options.threads...10_000),
      ("--in-flight", options.inFlight, options.threads...1_000_000),
      ("--timeout-milliseconds", options.timeoutMilliseconds, 1...3_000_000),
    ]
    for (name, value, range) in ranges {
      if let value, !range.contains(value) {
        throw wrong("\(name) is \(value), allowed are \(range.lowerBound) to \(range.upperBound)")
      }
    }
  }

  private static func mix(_ options: Load) throws -> Mix {
    let names = Kind.methods.map(\.name)
    if !options.methods.isEmpty && options.mix != nil {
      throw wrong("say --method or --mix, not both")
    }
    do {
      if let path = options.mix {
        do {
          return try Mix(json: Data(contentsOf: URL(fileURLWithPath: path)), of: names)
        } catch let mistake as Mix.Mistake {
          throw wrong("--mix \(path): \(mistake)")
        } catch {
          throw wrong("--mix \(path): \(error.localizedDescription)")
        }
      }
      if !options.methods.isEmpty { return try Mix(only: options.methods, of: names) }
      return try Mix(weights: Kind.methods.map(\.weight))
    } catch let mistake as Mix.Mistake {
      throw wrong("--method: \(mistake)")
    }
  }

  private static func metadata(_ options: Load) throws -> Metadata {
    guard Metadata.accepts(name: "siyu-corp", value: options.corp), !options.corp.isEmpty else {
      throw wrong("--corp '\(options.corp)' is no name of a corp")
    }
    var metadata: Metadata = ["siyu-corp": options.corp, "siyu-app": "load"]
    guard let path = options.token else { return metadata }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw wrong("--token \(path): cannot be read")
    }
    let token = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !token.isEmpty, Metadata.accepts(name: "authorization", value: token) else {
      throw wrong("--token \(path): holds no token")
    }
    metadata.append("authorization", "Bearer \(token)")
    return metadata
  }

  // MARK: The run

  func run() async throws -> LoadReport {
    let loops = EventLoops(threads: options.threads)
    // Channels are spread over the loops in turn, so worker n has each that follows.
    let channels = (0..<options.connections).map { _ in
      Channel(to: address, loops: loops, tls: tls, metadata: metadata, limits: limits)
    }
    let progress = LoadProgress()
    do {
      try await connect(channels)
      let scenario = try await Kind.fill(
        Filling(
          seed: options.seed, size: size, channel: channels[0], options: callOptions,
          progress: progress, run: runName, standIn: standIn))
      let run = LoadRun(
        plan: RunPlan(options, mix, run: runName), scenario: scenario, channels: channels,
        callOptions: callOptions, gauge: gauge, progress: progress)
      let report = await run.drive(about: described)
      for channel in channels { await channel.close() }
      await loops.shutdown()
      return report
    } catch let status as Status {
      throw Trouble(message: "\(options.service.rawValue) at \(address): \(status)")
    }
  }

  private var limits: ChannelLimits {
    var limits = ChannelLimits()
    limits.waitingCalls = options.inFlight
    return limits
  }

  private var callOptions: CallOptions {
    CallOptions(timeoutMilliseconds: options.timeoutMilliseconds)
  }

  /// A call over each connection, so that none is made while latencies are measured.
  private func connect(_ channels: [Channel]) async throws {
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      for channel in channels {
        tasks.addTask {
          _ = try await GrpcHealthV1.HealthClient(channel).check(.init(), options: callOptions)
        }
      }
      try await tasks.waitForAll()
    }
  }

  @Sendable private func described(_ begun: Date, _ seconds: Double) -> LoadReport.Run {
    LoadReport.Run(
      service: options.service.rawValue, address: address.description, corp: options.corp,
      startTime: begun.formatted(.iso8601), seed: options.seed, size: size, unit: Kind.unit,
      rate: options.concurrency == nil ? options.rate ?? RunPlan.defaultRate : nil,
      concurrency: options.concurrency, connections: options.connections,
      threads: options.threads, plannedSeconds: options.duration.seconds, seconds: seconds,
      commandLine: (["siyu"] + CommandLine.arguments.dropFirst()).joined(separator: " "))
  }
}
