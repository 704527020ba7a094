package import Messages
package import Protobuf
package import RPC
package import Store

/// What the handlers of one service share: its corps' databases, its clock, its policies, its jobs,
/// the services it calls and the feeds it follows. Handlers are structs that hold it and nothing else.
package final class ServiceContext<Change: FeedChange>: Sendable {
  /// The service's name: `directory`, `customers`, `communities`, `broadcasts`.
  package let name: String
  package let corps: Corps
  package let clock: Clock
  package let policies: Policies
  package let peers: Peers
  /// Absent where no tokens are looked at: with --insecure, unless keys were named.
  package let tokens: TokenVerifier?
  /// What directory signs tokens with; absent where it issues none.
  package let signer: TokenSigner?
  package let jobs: Jobs
  package let followers = Followers()
  let sight: ServiceSight
  /// The sandbox it runs in; nil outside of one.
  package let stage: Stage?

  package init(
    name: String, corps: Corps, clock: Clock, policies: Policies, peers: Peers,
    tokens: TokenVerifier? = nil, signer: TokenSigner? = nil, sight: ServiceSight? = nil,
    stage: Stage? = nil
  ) {
    let sight = sight ?? ServiceSight(service: name)
    self.sight = sight
    self.name = name
    self.corps = corps
    self.clock = clock
    self.policies = policies
    self.peers = peers
    self.tokens = tokens
    self.signer = signer
    self.jobs = Jobs(corps: corps, clock: clock, sight: sight)
    self.stage = stage
    stage?.enter(name, corps, followers)
    corps.onOpening { [followers] corp in
      followers.opened(corp)
      stage?.opened(corp)
    }
  }

  /// Follows a peer's feed, for every corp whose database is open. All feeds are named before the
  /// service starts; one whose peer has no address is not followed.
  package func follow<Source: FeedChange>(_ feed: FollowedFeed<Source, Change>) {
    guard (try? peers.channel(to: feed.peer)) != nil else { return }
    let follower = FeedFollower(feed, of: self)
    followers.register(feed.peer) { corp, log in await follower.run(corp, log: log) }
  }

  /// The cursor of the newest change of the caller's corp.
  package func newestCursor(_ call: Call) throws -> String {
    try read(call, Feed.newestCursor(in:))
  }

  /// Reads few and bounded rows of the caller's corp, inline on the caller's loop.
  package func read<Result>(_ call: Call, _ body: (Reader) throws -> Result) throws -> Result {
    if let deadline = call.deadline, deadline.hasPassed { throw StoreError.tooLate }
    return try corps.database(of: call.principal.corp).read(body)
  }

  /// Carries out a change the caller asked for: the change, its events, its jobs and the answer
  /// to a repetition of the request are one transaction, on disk when this returns.
  ///
  /// A request whose request_id was answered within 24 hours is answered the same again, and `body`
  /// does not run. `body` may run on any thread, and must not touch anything but the mutation.
  ///
  /// What it did goes into the audit log; not so where what it writes is itself the record of what
  /// happened, as an interaction is.
  package func mutate<Request: MutatingRequest, Reply: Message>(
    _ request: Request, _ call: Call, isAudited: Bool = true,
    _ body: @escaping @Sendable (Mutation<Change>) throws -> Reply
  ) async throws -> Reply {
    let principal = call.principal
    let draft = AuditDraft(
      .change, request, requestID: request.requestID, isAudited: isAudited, call)
    let entry = try Ledger.Entry(draft)
    let expired = clock.now.advanced(bySeconds: -3600 * Int64(policies[.requestIdKeptHours]))
    let deadline = call.deadline?.instant
    let origin = origin(of: principal)
    return try await write(
      corp: principal.corp, origin: origin, deadline: deadline, trace: call.trace
    ) { mutation in
      if let entry,
        let kept = try Ledger.reply(to: entry, since: expired, in: mutation.writer)
      {
        return try Reply(unpacking: kept)
      }
      let reply = try body(mutation)
      if isAudited { try mutation.audit(draft) }
      if let entry {
        try Ledger.keep(
          reply.packed(), for: entry, now: mutation.now, expired: expired, in: mutation.writer)
      }
      return reply
    }
  }

  /// In a sandbox the simulated channel and guides are told from those who test against it.
  func origin(of principal: Principal) -> CommonV1.Origin {
    stage != nil && principal.app == Stage.app ? .sandbox : .api
  }

  /// Writes down that the caller is about to be given a stream of data. Before its first reply, so that
  /// nothing leaves without a word of it on disk.
  package func auditBulkRead(_ request: some Message, _ call: Call) async throws {
    let draft = AuditDraft(.bulkRead, request, requestID: "", call)
    try await write(
      corp: call.principal.corp, origin: origin(of: call.principal),
      deadline: call.deadline?.instant, trace: call.trace
    ) { try $0.audit(draft) }
  }

  /// Carries out a change that no request asked for: a job's step, a follower's inbox.
  package func write<Result: Sendable>(
    corp: String, origin: CommonV1.Origin, deadline: ContinuousClock.Instant? = nil,
    _ body: @escaping @Sendable (Mutation<Change>) throws -> Result
  ) async throws -> Result {
    try await write(
      corp: corp, origin: origin, deadline: deadline, trace: Errand.current?.trace, body)
  }

  /// `trace` is whose the jobs are that the change starts.
  func write<Result: Sendable>(
    corp: String, origin: CommonV1.Origin, deadline: ContinuousClock.Instant?,
    trace: TraceContext?,
    _ body: @escaping @Sendable (Mutation<Change>) throws -> Result
  ) async throws -> Result {
    let database = try corps.database(of: corp)
    let now = clock.now
    let expired = now.advanced(bySeconds: -86_400 * Int64(policies[.feedKeptDays]))
    let auditExpired = now.advanced(bySeconds: -86_400 * Int64(policies[.auditKeptDays]))
    let (result, aftermath) = try await database.write(deadline: deadline) { writer in
      let mutation = Mutation<Change>(
        writer: writer, now: now, origin: origin, eventsExpired: expired,
        auditExpired: auditExpired, trace: trace)
      let result = try body(mutation)
      return (result, try mutation.finish())
    }
    if aftermath.eventCount > 0 { sight.noteFeedEvents(aftermath.eventCount) }
    for work in aftermath.work { work() }
    if aftermath.startsJobs { jobs.wake(corp) }
    return result
  }

  /// The service's change feed, from a cursor on, until the call ends. `expand` is given what was
  /// left out of a change when it was emitted, and puts it in.
  package func watch(
    after cursor: String, _ replies: ReplyStream<Change>, _ call: Call,
    expand: (inout Change, _ condensed: [UInt8], Reader) throws -> Void = { _, _, _ in }
  ) async throws {
    try await Feed.watch(
      after: cursor, replies, in: corps.database(of: call.principal.corp), expand: expand)
  }
}

/// What remains to be done when a mutation is on disk.
struct Aftermath: Sendable {
  var startsJobs = false
  var eventCount = 0
  var work: [@Sendable () -> Void] = []
}

/// One change on its way to disk: where to write it, when it happens, and whom to tell.
///
/// Lives for the body of one transaction, on the writer's thread.
package final class Mutation<Change: FeedChange> {
  package let writer: Writer
  /// The moment of the change: one for all it writes.
  package let now: Instant
  private let origin: CommonV1.Origin
  private let eventsExpired: Instant
  private let auditExpired: Instant
  private var auditEnd: AuditTable.Place?
  private var feedTail: Feed.Tail?
  private let trace: TraceContext?
  private var lastWork: [() throws -> Void] = []
  private var aftermath = Aftermath()

  init(
    writer: Writer, now: Instant, origin: CommonV1.Origin, eventsExpired: Instant,
    auditExpired: Instant = Instant(seconds: 0), trace: TraceContext? = nil
  ) {
    self.writer = writer
    self.trace = trace
    self.now = now
    self.origin = origin
    self.eventsExpired = eventsExpired
    self.auditExpired = auditExpired
  }

  /// Tells the change feed what happened. What `condensed` says the event may leave out: whoever
  /// watches the feed puts it in.
  package func emit(_ event: Change.Event, condensed: [UInt8] = []) throws {
    var tail = try feedTail ?? Feed.tail(expired: eventsExpired, in: writer)
    try Feed.append(
      event, condensed: condensed, as: Change.self, to: &tail, origin: origin, now: now, in: writer)
    feedTail = tail
    aftermath.eventCount += 1
  }

  /// Writes down who did what, in the same transaction.
  func audit(_ draft: AuditDraft) throws {
    var end = try auditEnd ?? AuditTable.end(in: writer)
    try AuditTable.append(draft, to: &end, now: now, expired: auditExpired, in: writer)
    auditEnd = end
  }

  /// Leaves work for the end of the body, in the same transaction: what is gathered over many changes
  /// and written once.
  package func atEnd(_ work: @escaping () throws -> Void) { lastWork.append(work) }

  /// Leaves work for after the commit, before the caller hears of it: what this process has in memory
  /// of what was written. A process that dies in between has forgotten that too.
  package func afterCommit(_ work: @escaping @Sendable () -> Void) { aftermath.work.append(work) }

  func finish() throws -> Aftermath {
    for work in lastWork { try work() }
    return aftermath
  }

  /// Leaves a job to be done after the commit, or at a later moment; returns its jobid.
  @discardableResult
  package func start(_ kind: String, payload: [UInt8], at moment: Instant? = nil) throws -> String {
    aftermath.startsJobs = true
    return try JobTable.insert(
      kind: kind, payload: payload, due: moment ?? now, trace: trace?.text ?? "", now: now,
      in: writer)
  }

  /// Leaves a job of this kind to be done after the commit, unless one waits already. One that runs
  /// does not count, for it may have looked before this change: `Job.save` is what says that it runs.
  package func startOnce(_ kind: String) throws {
    guard try !JobTable.isQueued(kind: kind, in: writer) else { return }
    _ = try start(kind, payload: [])
  }
}
