package import Logging
import Messages
package import RPC
import Store
import Synchronization

extension ListenAddress {
  /// Whether only this machine can reach it.
  var isLoopback: Bool {
    switch self {
    case .unix: true
    case .tcp(let host, _): host == "localhost" || host == "::1" || host.hasPrefix("127.")
    }
  }
}

/// One service, running: its server, its jobs, the feeds it follows, its health.
package final class ServiceHost: Sendable {
  package struct Settings: Sendable {
    package var listen: ListenAddress
    /// The folder above the services' own: `<data>/customers/<corp>.db`.
    package var dataFolder: String
    /// Take calls from anybody, on a loopback address alone. Otherwise `tls` has to know callers.
    package var insecure: Bool
    /// Take nothing but TLS.
    package var tls: ServerTLS?
    package var clock = Clock.system
    package var policies = Policies()
    package var peers = Peers()
    package var limits = ServerLimits()

    /// What the server, and the channels to its peers, run on.
    package let loops: EventLoops

    package init(
      listen: ListenAddress, dataFolder: String, insecure: Bool, loops: EventLoops
    ) {
      self.loops = loops
      self.listen = listen
      self.dataFolder = dataFolder
      self.insecure = insecure
    }
  }

  package enum Mistake: Error, Equatable {
    /// A service that does not know its callers is for this machine alone.
    case insecureNeedsLoopback
    case callersNotKnown
  }

  package let address: BoundAddress
  private let server: Server
  private let health: Health
  private let corps: Corps
  private let jobs: Jobs
  private let followers: Followers
  private let peers: Peers

  /// Starts the service: it takes calls when this returns.
  package static func start<Definition: ServiceDefinition>(
    _ definition: Definition.Type, _ settings: Settings, log: Logger
  ) async throws -> ServiceHost {
    if settings.insecure {
      guard settings.listen.isLoopback else { throw Mistake.insecureNeedsLoopback }
    } else {
      guard settings.tls?.knowsCallers == true else { throw Mistake.callersNotKnown }
    }
    let corps = Corps(
      folder: "\(settings.dataFolder)/\(definition.name)", migrations: definition.migrations)
    try corps.claim()
    let context = ServiceContext<Definition.Change>(
      name: definition.name, corps: corps, clock: settings.clock, policies: settings.policies,
      peers: settings.peers)
    let routes =
      definition.routes(context) + CommonV1.JobService.routes(JobHandler(corps: corps))
      + CommonV1.AuditService.routes(AuditHandler(corps: corps))
    let services = Set(routes.map(\.method.service)).sorted()
    let health = Health(services: services, corps: corps)
    let reflection = Reflection(services: services)
    let door = FailureDoor(service: definition.name, log: log)
    let server = Server(
      routes: routes + GrpcHealthV1.Health.routes(health)
        + GrpcReflectionV1.ServerReflection.routes(reflection)
        + GrpcReflectionV1alpha.ServerReflection.routes(reflection.alpha),
      loops: settings.loops,
      interceptors: [
        Admission(
          insecure: settings.insecure,
          fairness: Fairness(settings.policies, clock: settings.clock))
      ],
      limits: settings.limits,
      mapFailure: { error, call in
        // A store that refuses a write may have stopped: who watches our health is told.
        if error is StoreError { health.changed() }
        return door.status(of: error, in: call)
      },
      onTurnEnd: {
        // The next turn begins where this one ends: its reads share one transaction.
        ReadTurn.end()
        ReadTurn.begin()
      })
    let address = try await server.start(listen: settings.listen, tls: settings.tls)
    try context.jobs.start()
    context.followers.start(log: log)
    return ServiceHost(
      address: address, server: server, health: health, corps: corps, jobs: context.jobs,
      followers: context.followers, peers: settings.peers)
  }

  private init(
    address: BoundAddress, server: Server, health: Health, corps: Corps, jobs: Jobs,
    followers: Followers, peers: Peers
  ) {
    self.address = address
    self.server = server
    self.health = health
    self.corps = corps
    self.jobs = jobs
    self.followers = followers
    self.peers = peers
  }

  /// Stops without losing a call: health says NOT_SERVING, new calls go elsewhere, running ones end
  /// within the grace, jobs and followers stop where they are, stores are closed.
  package func drain(graceSeconds: Int) async {
    health.drain()
    corps.endFeeds()
    await server.drain(graceSeconds: graceSeconds)
    await followers.stop()
    await jobs.stop()
    await peers.close()
    await corps.close()
  }
}
