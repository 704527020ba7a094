import Messages
import RPC
import ServiceKit

/// Answers `siyu.customers.v1.InteractionService`.
struct InteractionHandler: CustomersV1.InteractionServiceProtocol {
  let context: CustomersContext

  func recordInteractions(
    _ request: CustomersV1.RecordInteractionsRequest, _ call: Call
  ) async throws -> CustomersV1.RecordInteractionsResponse {
    try await record(request, call)
  }

  func importInteractions(
    _ requests: RequestStream<CustomersV1.RecordInteractionsRequest>, _ call: Call
  ) async throws -> CustomersV1.RecordInteractionsResponse {
    var total = CustomersV1.RecordInteractionsResponse()
    for try await request in requests { total.add(try await record(request, call)) }
    return total
  }

  private func record(
    _ request: CustomersV1.RecordInteractionsRequest, _ call: Call
  ) async throws -> CustomersV1.RecordInteractionsResponse {
    try Shape.items(request.interactions.count, 1...1000, field: "interactions")
    let policies = context.policies
    let now = context.clock.now
    // What does not need the store is done before it is entered.
    let asked = request.interactions.map { message in
      Result { try Interaction(message, now: now, policies: policies) }
    }
    return try await context.mutate(request, call, isAudited: false) { mutation in
      let recording = InteractionRecording(mutation)
      var outcome = CustomersV1.RecordInteractionsResponse()
      for (index, asked) in asked.enumerated() {
        do {
          try recording.add(asked.get())
        } catch let failure as any Failure {
          outcome.failures.append(.init(key: "\(index)", failure))
        }
      }
      try recording.finish(waitingMax: policies[.interactionsWaitingMax])
      outcome.recordedCount = Int64(recording.count)
      outcome.failedCount = Int64(outcome.failures.count)
      return outcome
    }
  }
}

/// One batch on its way into the log. Lives as long as its mutation.
private final class InteractionRecording {
  private let mutation: CustomersMutation
  private var members: [String: Member] = [:]
  private var interactions: [PendingInteraction] = []

  init(_ mutation: CustomersMutation) {
    self.mutation = mutation
  }

  var count: Int { interactions.count }

  /// Finds the two, who must have been related, or takes a friend request as it is.
  func add(_ interaction: Interaction) throws {
    var customer: Int64 = 0
    var member = try member(interaction.userid)
    if interaction.kind == .friendRequest {
      member = try member ?? insert(interaction.userid)
    } else if let member {
      customer =
        try RelationTable.customer(
          interaction.externalUserid, followedBy: member.key, in: mutation.writer) ?? 0
    }
    guard let member, customer > 0 || interaction.kind == .friendRequest else {
      throw RelationFailure.notRelated(
        userid: interaction.userid, externalUserid: interaction.externalUserid)
    }
    interactions.append(
      PendingInteraction(interaction, customer: customer, member: member.key))
  }

  /// Keeps the batch, tells of it, and has it counted.
  func finish(waitingMax: Int) throws {
    guard !interactions.isEmpty else { return }
    let waiting = try InteractionLogTable.append(interactions, in: mutation.writer)
    guard waiting <= waitingMax else { throw InteractionFailure.tooManyWait(waitingMax) }
    let times = interactions.map(\.time)
    try mutation.emit(
      .interactionsRecorded(
        .init(
          recordedCount: Int64(interactions.count),
          firstTime: Instant(microseconds: times.min()!).timestamp,
          lastTime: Instant(microseconds: times.max()!).timestamp)))
    try mutation.startOnce(InteractionCounting.kind)
  }

  private func member(_ userid: String) throws -> Member? {
    if let known = members[userid] { return known }
    let member = try MemberTable.find(userid, in: mutation.writer)
    members[userid] = member
    return member
  }

  private func insert(_ userid: String) throws -> Member {
    let member = try MemberTable.insert(userid, in: mutation.writer)
    members[userid] = member
    return member
  }
}

extension Interaction {
  /// Throws `InvalidField` for what is missing, malformed, unknown or out of time.
  init(
    _ message: CustomersV1.Interaction, now: Instant, policies: Policies
  ) throws(InvalidField) {
    guard let direction = Direction(rawValue: UInt8(clamping: message.direction.rawValue)) else {
      throw InvalidField(
        "interactions.direction", "UNKNOWN_VALUE",
        "interactions.direction \(message.direction.rawValue) is not known.")
    }
    guard let kind = Kind(rawValue: UInt8(clamping: message.kind.rawValue)) else {
      throw InvalidField(
        "interactions.kind", "UNKNOWN_VALUE",
        "interactions.kind \(message.kind.rawValue) is not known.")
    }
    let stated = try Shape.required(
      message.interactionTime, field: "interactions.interaction_time")
    let time = try Instant(past: stated, now: now, field: "interactions.interaction_time")!
    self.init(
      userid: message.userid, externalUserid: message.externalUserid, direction: direction,
      kind: kind, time: time, conversationID: message.conversationID,
      interactionID: message.interactionID)
    try checkShape(now: now, policies: policies)
  }
}

extension CustomersV1.RecordInteractionsResponse {
  /// How many failures a reply lists; beyond that they are only counted.
  private static let listedFailuresMax = 1000

  /// Adds what became of a further batch.
  mutating func add(_ batch: Self) {
    recordedCount += batch.recordedCount
    failedCount += batch.failedCount
    failures += batch.failures.prefix(Self.listedFailuresMax - failures.count)
  }
}
