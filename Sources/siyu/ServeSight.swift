import ArgumentParser
import Foundation
import Logging
import Metrics
import RPC
import ServiceKit
import Synchronization

/// What `siyu serve` shows of itself, as the command line asks for it.
struct ServeSightOptions: ParsableArguments {
  @Option(
    help: """
      Where to serve /metrics, /livez and /readyz over HTTP: an IP address or localhost, and a port. \
      Nowhere unless asked. It asks nobody who he is: keep it off the public network.
      """)
  var admin: String?

  @Option(help: "trace, debug (a line for each call), info, notice, warning, error or critical.")
  var logLevel: String?

  @Option(help: "text or json. Default text.")
  var logFormat: String?

  @Option(
    help: """
      Where to send traces: HOST:PORT or unix:PATH of an OpenTelemetry collector that takes OTLP/gRPC \
      without TLS. Nowhere unless asked; a caller's traceparent is passed on in any case.
      """)
  var otlp: String?

  @Option(
    help: """
      The share, 0 to 1, of calls without a traceparent that begin a trace. Default 0.01. Those with \
      one are traced when it says so.
      """)
  var traceSample: String?

  /// With what the command line leaves to the environment, checked.
  func completed(from environment: Environment, service: String) throws -> ServeSight {
    try ServeSight(
      admin: (admin ?? environment["SIYU_ADMIN"]).map { try Self.address($0, "--admin") },
      log: Self.log(
        service, format: logFormat ?? environment["SIYU_LOG_FORMAT"] ?? "text",
        level: logLevel ?? environment["SIYU_LOG_LEVEL"] ?? "info"),
      otlp: (otlp ?? environment["SIYU_OTLP"]).map { try Self.address($0, "--otlp") },
      sample: Self.share(traceSample ?? environment["SIYU_TRACE_SAMPLE"] ?? "0.01"))
  }

  private static func address(_ text: String, _ option: String) throws -> ListenAddress {
    guard let address = ListenAddress(parsing: text) else {
      throw Trouble(message: "\(option) \(text): expected HOST:PORT", exitCode: 2)
    }
    return address
  }

  private static func share(_ text: String) throws -> Double {
    guard let share = Double(text), (0...1).contains(share) else {
      throw Trouble(message: "--trace-sample \(text): expected a number from 0 to 1", exitCode: 2)
    }
    return share
  }

  private static func log(_ service: String, format: String, level: String) throws -> Logger {
    guard let level = Logger.Level(rawValue: level) else {
      let levels = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
      throw Trouble(message: "--log-level \(level): expected one of \(levels)", exitCode: 2)
    }
    let label = "siyu.\(service)"
    var log: Logger
    switch format {
    case "text": log = Logger(label: label, factory: StreamLogHandler.standardError(label:))
    case "json": log = Logger(label: label) { JSONLogHandler(label: $0) }
    default: throw Trouble(message: "--log-format \(format): expected text or json", exitCode: 2)
    }
    log.logLevel = level
    return log
  }
}

/// The log, the numbers and the traces of one process.
struct ServeSight {
  let log: Logger
  let registry: Registry
  /// Nil when traces go nowhere.
  let tracer: Tracer?
  private let admin: ListenAddress?
  private let otlp: ListenAddress?

  fileprivate init(admin: ListenAddress?, log: Logger, otlp: ListenAddress?, sample: Double) {
    self.admin = admin
    self.log = log
    self.otlp = otlp
    let registry = Registry()
    self.registry = registry
    tracer = otlp.map { _ in Tracer(sample: sample, registry: registry) }
  }

  /// Shows and sends from now on.
  func start(on loops: EventLoops) async throws -> ShownSight {
    ProcessSight.observe(registry, version: Siyu.version)
    MetricsSystem.bootstrap(registry)
    let hosts = Hosts()
    return ShownSight(
      hosts: hosts, admin: try await startAdmin(loops, hosts), export: startExport(loops))
  }

  private func startAdmin(_ loops: EventLoops, _ hosts: Hosts) async throws -> TextServer? {
    guard let admin else { return nil }
    guard case .tcp(let host, let port) = admin else {
      throw Trouble(message: "--admin \(admin): expected HOST:PORT", exitCode: 2)
    }
    do {
      let server = try await AdminServer.start(
        host: host, port: port, registry: registry, isLive: loops.turn,
        readiness: { hosts.readiness })
      log.info("Showing metrics and health.", metadata: ["address": "\(host):\(server.port)"])
      return server
    } catch {
      throw Trouble(message: "--admin \(admin): \(error)", exitCode: 2)
    }
  }

  private func startExport(_ loops: EventLoops) -> ShownSight.Export? {
    guard let otlp, let tracer else { return nil }
    let channel = Channel(to: otlp, loops: loops)
    let export = SpanExport(
      of: tracer, to: channel, version: Siyu.version, registry: registry, log: log)
    return .init(export: export, channel: channel, task: Task { await export.run() })
  }
}

/// The services that run in this process; none while they start.
final class Hosts: Sendable {
  private let hosts = Mutex<[ServiceHost]>([])

  func set(_ hosts: [ServiceHost]) { self.hosts.withLock { $0 = hosts } }

  var readiness: [(service: String, trouble: String?)] {
    hosts.withLock { $0 }.map { ($0.name, $0.trouble) }
  }
}

/// What is shown while the process serves.
struct ShownSight {
  fileprivate struct Export {
    let export: SpanExport
    let channel: Channel
    let task: Task<Void, Never>
  }

  let hosts: Hosts
  fileprivate let admin: TextServer?
  fileprivate let export: Export?

  /// Sends what is left of the traces, and shows no more.
  func stop() async {
    if let export {
      export.export.stop()
      await export.task.value
      await export.channel.close()
    }
    await admin?.stop()
  }
}
