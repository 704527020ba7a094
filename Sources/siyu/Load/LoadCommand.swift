import ArgumentParser
import Broadcasts
import Communities
import Customers
import Directory
import Foundation
import RPC
import ServiceKit

/// Fills a service with seeded data and drives it, and says how it did.
struct Load: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fill a service with seeded data, drive it, and report its latencies.",
    discussion: """
      Each service can be loaded alone. With --rate calls fall due evenly, whatever became of those \
      before, and each counts its latency from when it was due (open loop): that is what callers \
      wait who do not know of each other. With --concurrency so many callers make one call after \
      another (closed loop): that is how much a server can do at most.

      The data are those of a chain of stores, and follow from --seed and --size; they are brought in \
      when they are not there, under a corp of their own. Writes change and add to them. Weights of \
      the methods, where neither --method nor --mix is given:

      \(Self.weights)

      A mix file names methods and weights: {"GetCustomer": 9, "MarkTags": 1}.

      Exit code 0 when every call was sent and answered OK, 1 when not, 2 when the command line is \
      wrong. SIGINT ends a run early, with its report. A thread of the tool keeps one core busy at \
      most: when the report says that it did, or that calls were sent late, say --threads.
      """)

  enum Service: String, ExpressibleByArgument, CaseIterable {
    case directory, customers, communities, broadcasts

    var port: Int {
      switch self {
      case .directory: DirectoryService.port
      case .customers: CustomersService.port
      case .communities: CommunitiesService.port
      case .broadcasts: BroadcastsService.port
      }
    }
  }

  @Argument(help: "\(Service.allCases.map(\.rawValue).joined(separator: ", ")).")
  var service: Service

  @Option(help: "Where it listens: HOST:PORT or unix:PATH. Default 127.0.0.1 and its port.")
  var address: String?

  @Option(
    name: .customLong("method"), help: "Call this method alone; or these, when it is said again.")
  var methods: [String] = []

  @Option(help: "A JSON file of methods and their weights.")
  var mix: String?

  @Option(help: "Open loop: calls a second. Default 1000.")
  var rate: Double?

  @Option(help: "Closed loop: callers.")
  var concurrency: Int?

  @Option(help: "How long to drive it: 500ms, 60s, 30m, 1h.", transform: Span.parsed)
  var duration = Span(seconds: 10)

  @Option(help: "What the data and the calls follow from.")
  var seed: UInt64 = 1

  @Option(help: "How much to fill it with: \(Self.sizes).")
  var size: Int?

  @Option(help: "The corp whose data they are. With a token it must be the token's.")
  var corp = "load"

  @Option(help: "A file that holds the bearer token to call with.")
  var token: String?

  @Option(help: "Connections, over which the calls go in turn.")
  var connections = 8

  @Option(help: "Threads that call. Each has its share of the connections.")
  var threads = 1

  @Option(help: "Open loop: over so many running calls, those that are due are not sent.")
  var inFlight = 5000

  @Option(help: "How long a call may take, in milliseconds.")
  var timeoutMilliseconds = 10_000

  @Option(
    help: """
      For broadcasts, which asks customers who gets a broadcast: where the tool answers for \
      customers, HOST:PORT. Default 127.0.0.1:7402, where broadcasts looks for it.
      """)
  var standIn: String?

  @Option(
    help: "The server's process, for its CPU and memory. Default: the one that listens there.")
  var pid: Int?

  @Option(help: "Write the report as JSON to this file.")
  var json: String?

  @Option(help: "Write the report as one HTML page to this file.")
  var html: String?

  @OptionGroup(title: "TLS")
  var tls: CallTLSOptions

  func run() async throws {
    switch service {
    case .directory: try await run(DirectoryScenario.self)
    case .customers: try await run(CustomersScenario.self)
    case .communities: try await run(CommunitiesScenario.self)
    case .broadcasts: try await run(BroadcastsScenario.self)
    }
  }

  private func run<Kind: Scenario>(_ kind: Kind.Type) async throws {
    let plan = try LoadPlan(self, kind)
    let report = try await plan.run()
    print(ReportTable(report: report).text, terminator: "")
    try write(json) { try report.json }
    try write(html) { Data(ReportPage(report: report).html.utf8) }
    guard report.isClean else {
      throw Trouble(
        message: """
          of \(Figures.grouped(report.calls.ended + report.calls.notSent)) calls \
          \(Figures.grouped(report.calls.failed)) failed and \
          \(Figures.grouped(report.calls.notSent)) were not sent
          """)
    }
  }

  private func write(_ path: String?, _ content: () throws -> Data) throws {
    guard let path else { return }
    do {
      try content().write(to: URL(fileURLWithPath: path))
    } catch {
      throw Trouble(message: "cannot write \(path): \(error.localizedDescription)")
    }
  }

  private static var sizes: String {
    """
    \(DirectoryScenario.defaultSize) \(DirectoryScenario.unit), \
    \(CustomersScenario.defaultSize) \(CustomersScenario.unit), \
    \(CommunitiesScenario.defaultSize) \(CommunitiesScenario.unit) or \
    \(BroadcastsScenario.defaultSize) \(BroadcastsScenario.unit) by default
    """
  }

  private static var weights: String {
    func line<Kind: Scenario>(_ service: Service, _ kind: Kind.Type) -> String {
      "\(service.rawValue): "
        + kind.methods.map { "\($0.name) \($0.weight)" }.joined(separator: ", ")
    }
    return [
      line(.directory, DirectoryScenario.self), line(.customers, CustomersScenario.self),
      line(.communities, CommunitiesScenario.self),
      line(.broadcasts, BroadcastsScenario.self),
    ].joined(separator: "\n\n")
  }
}

/// A stretch of time as people write it: `500ms`, `60s`, `30m`, `1h`.
struct Span: Equatable, Sendable, CustomStringConvertible {
  let seconds: Double

  init(seconds: Double) { self.seconds = seconds }

  init?(_ text: String) {
    let unit = text.drop { $0.isNumber || $0 == "." }
    let factors = ["ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0]
    guard let factor = factors[String(unit)], let number = Double(text.dropLast(unit.count)),
      number > 0, number * factor <= 30 * 86_400
    else { return nil }
    seconds = number * factor
  }

  @Sendable static func parsed(_ text: String) throws -> Span {
    guard let span = Span(text) else {
      throw ValidationError("expected a number over 0 and its unit, such as 500ms, 60s, 30m or 1h")
    }
    return span
  }

  var description: String { "\(Figures.significant(seconds))s" }
}
