package import Logging
import Messages
package import RPC
import Store
import Synchronization

extension ListenAddress {
  /// Whether only this machine can reach it.
  package var isLoopback: Bool {
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
    /// Take calls from anybody, on a loopback address alone. Otherwise `tokenKeys` says whose to take.
    package var insecure: Bool
    /// Take nothing but TLS.
    package var tls: ServerTLS?
    /// The JWKS file of the keys that tokens are signed with.
    package var tokenKeys: String?
    /// What directory signs tokens with.
    package var signer: TokenSigner?
    /// The names in our own services' certificates, which may do everything.
    package var serviceNames: Set<String> = []
    package var clock = Clock.system
    /// The sandbox it is to run in, whose clock it then has.
    package var stage: Stage?
    package var policies = Policies()
    package var peers = Peers()
    package var limits = ServerLimits()
    /// Where the service's numbers go: those of a process share one.
    package var registry = Registry()
    /// Nil traces nothing.
    package var tracer: Tracer?

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
    /// A token that travels in plain is anybody's.
    case tokensNeedTLS
  }

  /// The service's name.
  package let name: String
  package let address: BoundAddress
  private let server: Server
  private let health: Health
  private let corps: Corps
  private let denials: Denials
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
      guard settings.tokenKeys != nil else { throw Mistake.callersNotKnown }
      guard settings.tls != nil || settings.listen.isLoopback else { throw Mistake.tokensNeedTLS }
    }
    var log = log
    log[metadataKey: "service"] = "\(definition.name)"
    let sight = ServiceSight(
      service: definition.name, registry: settings.registry, tracer: settings.tracer, log: log)
    let corps = Corps(
      folder: "\(settings.dataFolder)/\(definition.name)", migrations: definition.migrations,
      observe: sight.note)
    try corps.claim()
    let tokens = try settings.tokenKeys.map { path in
      try TokenVerifier(keys: path, log: log) { corp, jti in
        try corps.database(of: corp).read { try RevokedTokenTable.contains(jti, in: $0) }
      }
    }
    let context = ServiceContext<Definition.Change>(
      name: definition.name, corps: corps, clock: settings.stage?.clock ?? settings.clock,
      policies: settings.policies, peers: settings.peers.seen(by: sight), tokens: tokens,
      signer: settings.signer, sight: sight, stage: settings.stage)
    context.followRevocations()
    let routes =
      definition.routes(context) + CommonV1.JobService.routes(JobHandler(corps: corps))
      + CommonV1.AuditService.routes(AuditHandler(corps: corps))
    let services = Set(routes.map(\.method.service)).sorted()
    let health = Health(services: services, corps: corps)
    // A store stops in the midst of a job too: who watches our health is told in any case.
    corps.onHealthChange { health.changed() }
    let reflection = Reflection(services: services)
    let door = FailureDoor(service: definition.name, log: log)
    let denials = Denials(policies: settings.policies, clock: context.clock, log: log) {
      corp, draft in
      try await context.write(corp: corp, origin: .api) { try $0.audit(draft) }
    }
    let server = Server(
      routes: sight.watch(
        routes + GrpcHealthV1.Health.routes(health)
          + GrpcReflectionV1.ServerReflection.routes(reflection)
          + GrpcReflectionV1alpha.ServerReflection.routes(reflection.alpha)),
      loops: settings.loops,
      interceptors: [
        Admission(
          tokens: tokens, services: settings.serviceNames, insecure: settings.insecure,
          dataScopes: DataScopeDoor(
            corps: corps, organisation: definition.organisation, policies: settings.policies),
          fairness: Fairness(settings.policies, clock: context.clock), clock: context.clock)
      ],
      limits: settings.limits,
      mapFailure: { error, call in
        denials.note(error, in: call)
        return door.status(of: error, in: call)
      },
      onRejection: sight.noteRejected,
      onTurnEnd: {
        // The next turn begins where this one ends: its reads share one transaction.
        ReadTurn.end()
        ReadTurn.begin()
      })
    sight.observe(server: server, corps: corps, jobs: context.jobs)
    let address = try await server.start(listen: settings.listen, tls: settings.tls)
    try context.jobs.start()
    context.followers.start(log: log)
    return ServiceHost(
      name: definition.name, address: address, server: server, health: health, corps: corps,
      denials: denials, jobs: context.jobs,
      followers: context.followers, peers: settings.peers)
  }

  private init(
    name: String, address: BoundAddress, server: Server, health: Health, corps: Corps,
    denials: Denials, jobs: Jobs, followers: Followers, peers: Peers
  ) {
    self.name = name
    self.address = address
    self.server = server
    self.health = health
    self.corps = corps
    self.denials = denials
    self.jobs = jobs
    self.followers = followers
    self.peers = peers
  }

  /// Why it is not ready to take calls, for an operator; nil when it is.
  package var trouble: String? { health.trouble }

  /// Stops without losing a call: health says NOT_SERVING, new calls go elsewhere, running ones end
  /// within the grace, jobs and followers stop where they are, stores are closed.
  package func drain(graceSeconds: Int) async {
    health.drain()
    corps.endFeeds()
    await server.drain(graceSeconds: graceSeconds)
    await denials.drain()
    await followers.stop()
    await jobs.stop()
    await peers.close()
    await corps.close()
  }
}
