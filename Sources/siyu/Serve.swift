import ArgumentParser
import Broadcasts
import Communities
import Customers
import Directory
import Foundation
import Logging
import RPC
import Sandbox
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
      SIYU_PEER_TLS_KEY, SIYU_TOKEN_KEYS, SIYU_TOKEN_KEY, SIYU_PEER_TOKEN, SIYU_SERVICE_NAMES. The
      command line goes first. Files of TLS are read again when they change, for the connections made
      from then on; those of --token-keys and --peer-token for the calls from then on.
      """)

  enum Name: String, ExpressibleByArgument, CaseIterable {
    case directory, customers, communities, broadcasts, all
  }

  @Argument(help: "directory, customers, communities, broadcasts or all.")
  var service: Name

  @Option(
    help: """
      Where to listen: HOST:PORT or unix:PATH. Default 127.0.0.1 and the service's port. With all: \
      HOST, or HOST:PORT of directory; the others listen at the ports after it.
      """)
  var listen: String?

  @OptionGroup(title: "Sandbox")
  var sandbox: SandboxOptions

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

  @OptionGroup(title: "Tokens")
  var tokens: ServeTokenOptions

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
    let data =
      data ?? environment["SIYU_DATA"] ?? (sandbox.isOn ? SandboxOptions.folder : "data")
    let stage = try sandbox.stage(for: service, data: data)
    let plan = try await ServePlan(
      service: service, listen: listen ?? environment["SIYU_LISTEN"],
      data: data, stage: stage,
      insecure: insecure || sandbox.isOn || environment["SIYU_INSECURE"] == "1",
      tls: tls.server(log: log), peerTLS: tls.client(log: log),
      tokens: tokens.completed(from: environment).read(),
      peers: peers ?? environment["SIYU_PEERS"],
      policies: policies ?? environment["SIYU_POLICIES"],
      limits: (environment["SIYU_LIMITS"] ?? "").split(separator: ",").map(String.init) + limits)
    if let warning = Server.libraryWarning { log.warning("\(warning)") }
    let signals = StopSignals()
    let loops = EventLoops(threads: 1)
    let shown = try await sight.start(on: loops)
    let hosts = try await plan.start(on: loops, sight, log: log)
    if sandbox.isOn, !sandbox.isEmpty, let host = hosts.last {
      let channel = Channel(to: host.address.description, loops: loops)
      try await SandboxSample(channel: channel).fill()
      await channel.close()
    }
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
  private let stage: Stage?
  private let insecure: Bool
  private let tls: ServerTLS?
  private let peerTLS: ClientTLS?
  private let tokens: ServeTokens
  private let addresses: [String: [ListenAddress]]
  private let policies: Policies
  private let limits: ServerLimits

  /// Throws `Trouble` with exit code 2 for what the command line got wrong.
  init(
    service: Serve.Name, listen: String?, data: String, stage: Stage?, insecure: Bool,
    tls: ServerTLS?, peerTLS: ClientTLS?, tokens: ServeTokens, peers: String?, policies: String?,
    limits: [String]
  ) throws {
    try tokens.check(insecure: insecure, tls: tls, peerTLS: peerTLS, service: service)
    guard service != .all || tls == nil || peerTLS != nil else {
      throw Trouble(
        message: "the four call each other over TLS: say --peer-tls-ca", exitCode: 2)
    }
    self.service = service
    self.listen = listen
    guard stage == nil || tls == nil else {
      throw Trouble(
        message: "--sandbox takes calls of this machine alone, without TLS", exitCode: 2)
    }
    self.data = data
    self.stage = stage
    self.insecure = insecure
    self.tls = tls
    self.peerTLS = peerTLS
    self.tokens = tokens
    self.addresses = try Self.addresses(peers ?? "")
    try tokens.check(peers: addresses.values.flatMap(\.self), peerTLS: peerTLS)
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
      ] + (stage == nil ? [] : [try await start(SandboxService.self, loops, sight, log)])
    }
  }

  private func start<Definition: ServiceDefinition>(
    _ definition: Definition.Type, _ loops: EventLoops, _ sight: ServeSight, _ log: Logger
  ) async throws -> ServiceHost {
    let text: String =
      if service == .all {
        try allAddress(of: definition.port)
      } else {
        listen ?? "127.0.0.1:\(definition.port)"
      }
    guard let address = ListenAddress(parsing: text) else {
      throw Trouble(message: "--listen \(text): expected HOST:PORT or unix:PATH", exitCode: 2)
    }
    var settings = ServiceHost.Settings(
      listen: address, dataFolder: data, insecure: insecure, loops: loops)
    settings.stage = stage
    settings.tls = tls
    settings.tokenKeys = tokens.keys
    settings.signer = tokens.signer
    settings.serviceNames = tokens.serviceNames
    settings.policies = policies
    settings.limits = limits
    settings.registry = sight.registry
    settings.tracer = sight.tracer
    settings.peers = Peers(
      Dictionary(
        uniqueKeysWithValues: try definition.peers.map {
          (
            $0,
            Channel(
              to: try peerAddresses($0), loops: loops, tls: peerTLS, limits: Peers.channelLimits)
          )
        }), app: definition.name == SandboxService.name ? Stage.app : "siyu",
      token: tokens.peerToken)
    do {
      return try await ServiceHost.start(definition, settings, log: log)
    } catch ServiceHost.Mistake.insecureNeedsLoopback {
      throw Trouble(
        message: "--insecure serves loopback addresses alone, not \(text)", exitCode: 2)
    } catch ServiceHost.Mistake.tokensNeedTLS {
      throw Trouble(
        message: "tokens travel over TLS or loopback addresses alone, not \(text): say --tls-cert",
        exitCode: 2)
    } catch {
      throw Trouble(message: "\(definition.name) cannot serve: \(error)")
    }
  }

  /// Where the service of a port listens beside the others: at the host that was said, as far from
  /// directory's port as it is by default.
  private func allAddress(of port: Int) throws -> String {
    guard let listen else { return "127.0.0.1:\(port)" }
    if !listen.contains(":") || listen.hasSuffix("]") { return "\(listen):\(port)" }
    guard case .tcp(let host, let first)? = ListenAddress(parsing: listen) else {
      throw Trouble(
        message: "--listen \(listen): with all, expected HOST or HOST:PORT", exitCode: 2)
    }
    return ListenAddress.tcp(host: host, port: first + port - DirectoryService.port).description
  }

  private func peerAddresses(_ name: String) throws -> [ListenAddress] {
    if let named = addresses[name] { return named }
    let port = Self.ports[name]!
    // Those of one process are where it listens, unless that is every address of the machine.
    guard service == .all, let listen, !listen.hasPrefix("0.0.0.0"), !listen.hasPrefix("[::]"),
      let address = try ListenAddress(parsing: allAddress(of: port))
    else { return [.tcp(host: "127.0.0.1", port: port)] }
    return [address]
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
