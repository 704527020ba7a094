import ArgumentParser
import Broadcasts
import Communities
import Customers
import Directory
import Foundation
import Logging
import RPC
import ServiceKit

/// Runs one service, or all four in one process, until SIGTERM or SIGINT; then drains.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a service until SIGTERM, then drain.",
    discussion: """
      Each option can be given by an environment variable instead: SIYU_LISTEN, SIYU_DATA,
      SIYU_INSECURE=1, SIYU_PEERS, SIYU_POLICIES, SIYU_LIMITS (NAME=NUMBER,…), SIYU_ADMIN,
      SIYU_LOG_LEVEL, SIYU_LOG_FORMAT, SIYU_OTLP, SIYU_TRACE_SAMPLE,
      SIYU_TLS_CERT, SIYU_TLS_KEY, SIYU_TLS_CLIENT_CA, SIYU_PEER_TLS_CA, SIYU_PEER_TLS_CERT,
      SIYU_PEER_TLS_KEY. The command line goes first. Files of TLS are read again when they change,
      for the connections made from then on.
      """)

  enum Name: String, ExpressibleByArgument, CaseIterable {
    case directory, customers, communities, broadcasts, all
  }

  @Argument(help: "directory, customers, communities, broadcasts or all.")
  var service: Name

  @Option(
    help: """
      Where to listen: HOST:PORT or unix:PATH. Default 127.0.0.1 and the service's port. With all: \
      HOST alone.
      """)
  var listen: String?

  @Option(help: "The folder of the databases. Default ./data.")
  var data: String?

  @Flag(help: "Take calls from anybody: on a loopback address or a Unix socket alone.")
  var insecure = false

  @Option(
    help: """
      Where the other services are: directory=HOST:PORT,customers=HOST:PORT … A service that runs \
      on several addresses is named once for each; calls go to those that answer, in turn.
      """)
  var peers: String?

  @OptionGroup(title: "TLS")
  var tls: ServeTLSOptions

  @OptionGroup(title: "Watching it")
  var sight: ServeSightOptions

  @Option(help: "A JSON file of policies (limits, quotas, weights) other than the defaults.")
  var policies: String?

  @Option(
    name: .customLong("limit"),
    help: "NAME=NUMBER, as often as there are limits to set; `siyu limits` lists them.")
  var limits: [String] = []

  @Option(help: "How long running calls may take to end after SIGTERM, in seconds.")
  var graceSeconds = 10

  func run() async throws {
    let environment = Environment()
    let sight = try sight.completed(from: environment, service: service.rawValue)
    let log = sight.log
    let tls = tls.completed(from: environment)
    let plan = try ServePlan(
      service: service, listen: listen ?? environment["SIYU_LISTEN"],
      data: data ?? environment["SIYU_DATA"] ?? "data",
      insecure: insecure || environment["SIYU_INSECURE"] == "1",
      tls: tls.server(log: log), peerTLS: tls.client(log: log),
      peers: peers ?? environment["SIYU_PEERS"],
      policies: policies ?? environment["SIYU_POLICIES"],
      limits: (environment["SIYU_LIMITS"] ?? "").split(separator: ",").map(String.init) + limits)
    if let warning = Server.libraryWarning { log.warning("\(warning)") }
    let signals = StopSignals()
    let loops = EventLoops(threads: 1)
    let shown = try await sight.start(on: loops)
    let hosts = try await plan.start(on: loops, sight, log: log)
    shown.hosts.set(hosts)
    log.info("Serving.", metadata: ["services": "\(hosts.map(\.address.description))"])
    await signals.first()
    log.info("Draining.")
    await withDiscardingTaskGroup { group in
      for host in hosts {
        group.addTask { await host.drain(graceSeconds: graceSeconds) }
      }
    }
    await shown.stop()
    await loops.shutdown()
  }
}

/// What `siyu serve` was asked for, checked.
struct ServePlan {
  private let service: Serve.Name
  private let listen: String?
  private let data: String
  private let insecure: Bool
  private let tls: ServerTLS?
  private let peerTLS: ClientTLS?
  private let addresses: [String: [ListenAddress]]
  private let policies: Policies
  private let limits: ServerLimits

  /// Throws `Trouble` with exit code 2 for what the command line got wrong.
  init(
    service: Serve.Name, listen: String?, data: String, insecure: Bool, tls: ServerTLS?,
    peerTLS: ClientTLS?, peers: String?, policies: String?, limits: [String]
  ) throws {
    guard insecure || tls?.knowsCallers == true else {
      throw Trouble(
        message: """
          it has to know its callers: say --tls-client-ca, or --insecure on a loopback address
          """, exitCode: 2)
    }
    guard service != .all || tls == nil || peerTLS != nil else {
      throw Trouble(
        message: "the four call each other over TLS: say --peer-tls-ca", exitCode: 2)
    }
    self.service = service
    self.listen = listen
    self.data = data
    self.insecure = insecure
    self.tls = tls
    self.peerTLS = peerTLS
    self.addresses = try Self.addresses(peers ?? "")
    self.policies = try policies.map(Self.policies(in:)) ?? Policies()
    self.limits = try Self.limits(limits)
  }

  private static func limits(_ settings: [String]) throws -> ServerLimits {
    var limits = ServerLimits()
    do {
      for setting in settings { try limits.set(setting) }
    } catch {
      throw Trouble(message: "--limit \(error); `siyu limits` lists them", exitCode: 2)
    }
    return limits
  }

  private static func policies(in path: String) throws -> Policies {
    do {
      return try Policies(json: Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw Trouble(message: "--policies \(path): \(error)", exitCode: 2)
    }
  }

  func start(
    on loops: EventLoops, _ sight: ServeSight, log: Logger
  ) async throws -> [ServiceHost] {
    switch service {
    case .directory: [try await start(DirectoryService.self, loops, sight, log)]
    case .customers: [try await start(CustomersService.self, loops, sight, log)]
    case .communities: [try await start(CommunitiesService.self, loops, sight, log)]
    case .broadcasts: [try await start(BroadcastsService.self, loops, sight, log)]
    case .all:
      [
        try await start(DirectoryService.self, loops, sight, log),
        try await start(CustomersService.self, loops, sight, log),
        try await start(CommunitiesService.self, loops, sight, log),
        try await start(BroadcastsService.self, loops, sight, log),
      ]
    }
  }

  private func start<Definition: ServiceDefinition>(
    _ definition: Definition.Type, _ loops: EventLoops, _ sight: ServeSight, _ log: Logger
  ) async throws -> ServiceHost {
    let text: String =
      if service == .all {
        "\(listen ?? "127.0.0.1"):\(definition.port)"
      } else {
        listen ?? "127.0.0.1:\(definition.port)"
      }
    guard let address = ListenAddress(parsing: text) else {
      throw Trouble(message: "--listen \(text): expected HOST:PORT or unix:PATH", exitCode: 2)
    }
    var settings = ServiceHost.Settings(
      listen: address, dataFolder: data, insecure: insecure, loops: loops)
    settings.tls = tls
    settings.policies = policies
    settings.limits = limits
    settings.registry = sight.registry
    settings.tracer = sight.tracer
    settings.peers = Peers(
      Dictionary(
        uniqueKeysWithValues: definition.peers.map {
          ($0, Channel(to: peerAddresses($0), loops: loops, tls: peerTLS))
        }))
    do {
      return try await ServiceHost.start(definition, settings, log: log)
    } catch ServiceHost.Mistake.insecureNeedsLoopback {
      throw Trouble(
        message: "--insecure serves loopback addresses alone, not \(text)", exitCode: 2)
    } catch {
      throw Trouble(message: "\(definition.name) cannot serve: \(error)")
    }
  }

  private func peerAddresses(_ name: String) -> [ListenAddress] {
    addresses[name] ?? [.tcp(host: "127.0.0.1", port: Self.ports[name]!)]
  }

  private static let ports = [
    DirectoryService.name: DirectoryService.port, CustomersService.name: CustomersService.port,
    CommunitiesService.name: CommunitiesService.port,
    BroadcastsService.name: BroadcastsService.port,
  ]

  private static func addresses(_ text: String) throws -> [String: [ListenAddress]] {
    var addresses: [String: [ListenAddress]] = [:]
    for part in text.split(separator: ",") {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard pair.count == 2, ports[pair[0]] != nil, let address = ListenAddress(parsing: pair[1])
      else {
        throw Trouble(
          message: "--peers '\(part)': expected SERVICE=HOST:PORT, SERVICE one of "
            + ports.keys.sorted().joined(separator: ", "), exitCode: 2)
      }
      addresses[pair[0], default: []].append(address)
    }
    return addresses
  }
}
