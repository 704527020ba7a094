import Messages
import RPC
import ServiceKit
import Store

/// Hands welcomes to a channel, and takes in what it says of them.
///
/// A lease is three steps. The welcomes are marked as the channel's and, with a request_id, the answer
/// is kept. Then their codes are claimed at customers, each under a request_id of its own, so that a
/// process that died in between finds its claims again. Then what customers said is written down. A
/// repetition of the call takes up where the first one stopped.
struct WelcomeLeasing {
  static let largestCount = 50
  private static let defaultCount = 20
  /// How many expired ones a call settles besides.
  private static let sweepCount = 200
  /// How many codes are claimed or finished at once.
  private static let width = 16

  let context: BroadcastsContext
  let call: Call

  func lease(
    _ request: BroadcastsV1.LeaseWelcomesRequest
  ) async throws -> BroadcastsV1.LeaseWelcomesResponse {
    try Shape.id(request.channelID, field: "channel_id")
    guard (0...Int32(Self.largestCount)).contains(request.maxCount) else {
      throw InvalidField(
        "max_count", "OUT_OF_RANGE",
        "max_count is \(request.maxCount), allowed are 1 to \(Self.largestCount).")
    }
    // A channel that looks often costs no write while nothing waits.
    if request.requestID.isEmpty, try !context.read(call, WelcomeTable.isAnyWaiting) {
      return .init()
    }
    let maxCount = request.maxCount == 0 ? Self.defaultCount : Int(request.maxCount)
    let marked = try await context.mutate(request, call) { mutation in
      try Self.mark(maxCount, mutation)
    }
    let now = context.clock.now
    let leased = marked.welcomes.filter { $0.expireTime.flatMap(Instant.init) ?? now > now }
    guard !leased.isEmpty else { return .init() }
    let ours = try await conclude(claim(leased))
    return .init(welcomes: try await filled(leased.filter { ours.contains($0.welcomeCode) }))
  }

  /// Marks the oldest that wait as the channel's, and settles those that came too late.
  private static func mark(
    _ maxCount: Int, _ mutation: BroadcastsMutation
  ) throws -> BroadcastsV1.LeaseWelcomesResponse {
    let writer = mutation.writer
    var reply = BroadcastsV1.LeaseWelcomesResponse()
    var late: [Welcome] = []
    let token = try LeaseTable.nextToken(in: writer)
    for var welcome in try WelcomeTable.waiting(limit: sweepCount + maxCount, in: writer) {
      if welcome.status(at: mutation.now) == .tooLate {
        welcome.end(.tooLate, now: mutation.now)
        late.append(welcome)
      } else if reply.welcomes.count < maxCount {
        welcome.lease(token)
        reply.welcomes.append(
          .init(
            welcomeCode: welcome.code, userid: welcome.userid,
            externalUserid: welcome.externalUserid, leaseToken: token,
            content: try WelcomeContentTable.content(welcome.contentKey!, in: writer).message,
            expireTime: welcome.expireTime.timestamp))
      } else {
        continue
      }
      try WelcomeTable.update(welcome, in: writer)
    }
    try mutation.tell(late)
    return reply
  }

  /// Claims the codes of those that are still the channel's and not claimed yet. Throws when customers
  /// could not be asked for any.
  private func claim(
    _ leased: [BroadcastsV1.LeasedWelcome]
  ) async throws -> [(BroadcastsV1.LeasedWelcome, WelcomeClaim?)] {
    let claimed = try context.read(call) { reader in
      try Set(
        leased.map(\.welcomeCode).filter {
          try WelcomeTable.find($0, in: reader)?.isClaimed == true
        })
    }
    let codes = try WelcomeCodes(context, call)
    return await leased.concurrently(Self.width) { welcome in
      guard !claimed.contains(welcome.welcomeCode) else { return (welcome, nil) }
      let claim = try? await codes.claim(
        welcome.welcomeCode, requestID: "lease-\(welcome.welcomeCode)")
      return (welcome, claim ?? .unknown)
    }
  }

  /// Writes down what customers said. Returns the codes that are the channel's.
  private func conclude(
    _ claims: [(BroadcastsV1.LeasedWelcome, WelcomeClaim?)]
  ) async throws -> Set<String> {
    let ours = try await context.write(corp: call.principal.corp, origin: .api) { mutation in
      var ours: Set<String> = []
      var ended: [Welcome] = []
      for (leased, claim) in claims {
        guard var welcome = try WelcomeTable.find(leased.welcomeCode, in: mutation.writer),
          welcome.status == .leased, welcome.leaseToken == leased.leaseToken
        else { continue }
        if let claim, !welcome.isClaimed {
          welcome.conclude(claim, now: mutation.now)
          try WelcomeTable.update(welcome, in: mutation.writer)
        }
        if welcome.settleTime != nil { ended.append(welcome) }
        if welcome.status == .leased { ours.insert(welcome.code) }
      }
      try mutation.tell(ended)
      return ours
    }
    if claims.allSatisfy({ $0.1 == .unknown }) {
      throw Status(.unavailable, "Customers could not be asked for the welcome codes.")
    }
    return ours
  }

  private func filled(
    _ welcomes: [BroadcastsV1.LeasedWelcome]
  ) async throws -> [BroadcastsV1.LeasedWelcome] {
    let contents = try welcomes.map { welcome in
      (
        try Content(Shape.required(welcome.content, field: "content"), field: "content"),
        Addressee(
          recipientID: welcome.externalUserid, userid: welcome.userid, broadcastName: "",
          chatType: .single)
      )
    }
    let filling = Filling(context: context, corp: call.principal.corp)
    // A welcome that greets nobody by name is better than one that comes too late.
    let filled = (try? await filling.fill(contents)) ?? filling.fillWithoutCustomers(contents)
    return zip(welcomes, filled).map { welcome, content in
      var welcome = welcome
      welcome.content = content.message
      return welcome
    }
  }

  // MARK: What became of them

  func acknowledge(
    _ request: BroadcastsV1.AcknowledgeWelcomesRequest
  ) async throws -> BroadcastsV1.AcknowledgeWelcomesResponse {
    try Shape.items(
      request.acknowledgements.count, 1...Self.largestCount, field: "acknowledgements")
    try await finish(request.acknowledgements)
    return try await context.mutate(request, call) { mutation in
      var outcome = BroadcastsV1.AcknowledgeWelcomesResponse()
      var settled: [Welcome] = []
      for asked in request.acknowledgements {
        do {
          let acknowledgement = try WelcomeAcknowledgement(asked)
          var welcome = try WelcomeTable.require(asked.welcomeCode, in: mutation.writer)
          guard try welcome.check(acknowledgement) else {
            outcome.repeatedCount += 1
            continue
          }
          welcome.end(acknowledgement.status, now: mutation.now)
          welcome.failureDetail = acknowledgement.failureDetail
          try WelcomeTable.update(welcome, in: mutation.writer)
          settled.append(welcome)
        } catch let failure as any Failure {
          outcome.failures.append(.init(key: asked.welcomeCode, failure))
        }
      }
      outcome.settledCount = Int64(settled.count)
      try mutation.tell(settled)
      return outcome
    }
  }

  /// Tells customers first: who dies in between tells it again, and a code that is settled here is
  /// never one that customers would give out once more.
  private func finish(_ asked: [BroadcastsV1.WelcomeAcknowledgement]) async throws {
    let due = try context.read(call) { reader in
      asked.filter { asked in
        guard let acknowledgement = try? WelcomeAcknowledgement(asked),
          let welcome = try? WelcomeTable.require(asked.welcomeCode, in: reader)
        else { return false }
        return (try? welcome.check(acknowledgement)) == true
      }
    }
    let codes = try WelcomeCodes(context, call)
    let troubles = await due.concurrently(Self.width) { asked -> (any Error)? in
      do {
        try await codes.finish(
          asked.welcomeCode, isSent: asked.outcome == .sent,
          requestID: Self.finishID(asked))
        return nil
      } catch {
        return error
      }
    }
    for case .some(let trouble) in troubles { throw trouble }
  }

  /// One for each lease and outcome: a code that a failure set free may be used, and finished, again.
  private static func finishID(_ asked: BroadcastsV1.WelcomeAcknowledgement) -> String {
    "finish-\(asked.leaseToken)-\(asked.outcome.rawValue)-\(asked.welcomeCode)"
  }
}

extension Mutation<BroadcastsV1.Change> {
  /// Tells of welcomes that came to their end.
  fileprivate func tell(_ ended: [Welcome]) throws {
    guard !ended.isEmpty else { return }
    try emit(.welcomesSettled(.init(welcomes: ended.map { $0.message(at: now) })))
  }
}

extension WelcomeTable {
  /// Throws `WelcomeFailure.notFound`.
  fileprivate static func require(_ code: String, in reader: Reader) throws -> Welcome {
    guard let welcome = try find(code, in: reader) else { throw WelcomeFailure.notFound(code) }
    return welcome
  }
}

extension WelcomeAcknowledgement {
  fileprivate init(_ message: BroadcastsV1.WelcomeAcknowledgement) throws(InvalidField) {
    switch message.outcome {
    case .sent, .failed: break
    default:
      throw InvalidField(
        "acknowledgements.outcome", "UNKNOWN_OUTCOME",
        "acknowledgements.outcome \(message.outcome.rawValue) is not known.")
    }
    try self.init(
      leaseToken: message.leaseToken, isSent: message.outcome == .sent,
      failureDetail: message.failureDetail)
  }
}

extension Array where Element: Sendable {
  /// Does something with each, so many at once; the results in the order of the elements.
  fileprivate func concurrently<Result: Sendable>(
    _ width: Int, _ body: @escaping @Sendable (Element) async -> Result
  ) async -> [Result] {
    await withTaskGroup(of: (Int, Result).self) { group in
      var results = [Result?](repeating: nil, count: count)
      for (index, element) in enumerated() {
        if index >= width, let (done, result) = await group.next() { results[done] = result }
        group.addTask { (index, await body(element)) }
      }
      for await (done, result) in group { results[done] = result }
      return results.map { $0! }
    }
  }
}
