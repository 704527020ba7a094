import Messages
import Protobuf
import ServiceKit
import Store

/// Transfers as one mutation accepts and ends them: judged, written, counted, told to the feed.
struct TransferChanges {
  let mutation: CustomersMutation
  let policies: Policies
  private let index: RelationIndex
  private let tags: TagLookup

  init(_ mutation: CustomersMutation, policies: Policies) {
    self.mutation = mutation
    self.policies = policies
    index = RelationIndex(mutation)
    tags = TagLookup(mutation.writer)
  }

  /// Why a member's customer cannot be handed over now, or nil.
  static func refusal(
    customer: Int64, relation: Relation?, kind: Transfer.Kind, now: Instant, policies: Policies,
    in reader: Reader
  ) throws -> Transfer.Refusal? {
    let isWaiting =
      try relation.map {
        try TransferTable.waiting(customer: customer, handover: $0.memberKey, in: reader) != nil
      } ?? false
    let moves =
      kind == .onJob
      ? try TransferTable.moves(
        of: customer, since: Transfer.spanStart(now: now, policies: policies), in: reader) : 0
    return Transfer.refusal(
      of: relation, isWaiting: isWaiting, kind: kind, moves: moves, policies: policies)
  }

  /// Accepts the handing over of a customer, or returns why not.
  func accept(
    customer: Int64, of relation: Relation?, to takeover: Int64, kind: Transfer.Kind,
    successMsg: String, job: Int64? = nil
  ) throws -> Result<Transfer, RefusedTransfer> {
    let (writer, now) = (mutation.writer, mutation.now)
    let refusal = try Self.refusal(
      customer: customer, relation: relation, kind: kind, now: now, policies: policies, in: writer)
    guard refusal == nil, let relation else {
      return .failure(RefusedTransfer(refusal: refusal ?? .notFollowed))
    }
    let due = now.advanced(bySeconds: Int64(policies[.transferWaitSeconds]))
    var transfer = Transfer(
      handoverKey: relation.memberKey, takeoverKey: takeover, customerKey: customer, kind: kind,
      acceptTime: now, dueTime: due)
    (transfer.successMsg, transfer.jobKey) = (successMsg, job)
    // One job for all that are due at one moment: as long as any of them waits, so does the job.
    if try !TransferTable.isAny(dueAt: due, in: writer) {
      try mutation.start(TransferMoving.kind, payload: [], at: due)
    }
    try put(transfer, over: nil)
    try mutation.emit(.transferAccepted(transfer.message(in: writer)))
    return .success(transfer)
  }

  /// The customer refuses.
  func refuse(_ transfer: Transfer) throws -> CustomersV1.Transfer {
    try fail(transfer, .customerRefused)
  }

  /// The time has come: the customer moves, or the transfer comes to nothing.
  func move(_ transfer: Transfer) throws {
    let writer = mutation.writer
    let customer = transfer.customerKey
    let old = try RelationTable.find(
      customer: customer, member: transfer.handoverKey, in: writer)
    let before = try RelationTable.find(
      customer: customer, member: transfer.takeoverKey, in: writer)
    let takeover = try MemberTable.find(transfer.takeoverKey, in: writer)
    let obstacle = Transfer.obstacle(
      from: old, over: before, takeover: takeover,
      hasLeft: try DimissionTable.time(of: takeover.key, in: writer) != nil, policies: policies)
    if let obstacle {
      _ = try fail(transfer, obstacle)
      return
    }
    // Without one there is an obstacle.
    guard let old else { return }
    let hadOnce = try TransferTable.hasHandedOver(
      customer: customer, member: takeover.key, in: writer)
    let person = try CustomerTable.find(customer, in: writer)
    try end(old, of: person)
    let isFriend = before?.status.isLive ?? false
    if !isFriend { try begin(old, of: person, by: takeover, over: before) }
    let done = transfer.done(hadBefore: isFriend || hadOnce, now: mutation.now)
    try TransferTable.addFormerOwner(old, done, in: writer)
    try put(done, over: transfer)
    try mutation.emit(.transferCompleted(done.message(in: writer)))
  }

  /// Ends the handover member's relation. The contact way it came by has lost nobody.
  private func end(_ old: Relation, of person: Customer) throws {
    let writer = mutation.writer
    let ended = try old.removed(by: .member, externalUserid: person.externalUserid)
    try RelationTable.put(ended, over: old, index: index, in: writer)
    // They were the handover member's own.
    try PersonalTagTable.put([], customer: person.key, member: old.memberKey, in: writer)
    _ = try ContactTable.takeAdd(customer: person.key, member: old.memberKey, in: writer)
    try ContactTable.deleteSession(customer: person.key, member: old.memberKey, in: writer)
    try mutation.emit(
      .relationRemoved(
        .init(
          customer: person.message, relation: try message(ended, of: person),
          source: .deleteByTransfer)))
  }

  /// Begins, or takes up again, the take-over member's relation.
  private func begin(
    _ old: Relation, of person: Customer, by takeover: Member, over before: Relation?
  ) throws {
    let writer = mutation.writer
    let relation = old.handedOver(
      to: takeover, over: before,
      slot: try before?.slot ?? RelationTable.nextSlot(of: person.key, in: writer),
      tags: try tags.givable(of: old.tags, by: takeover.userid), now: mutation.now)
    try RelationTable.put(relation, over: before, index: index, in: writer)
    try ContactTable.deleteRequest(customer: person.key, member: takeover.key, in: writer)
    let today = Day(of: mutation.now)
    var counts = BehaviorCounts()
    counts.newContacts = 1
    try BehaviorTable.add(
      counts, to: BehaviorKey(member: takeover.key, day: today.number),
      kept: today.advanced(by: -Int64(policies[.behaviorKeptDays])), in: writer)
    try mutation.emit(
      .relationAdded(
        .init(customer: person.message, relation: try message(relation, of: person))))
  }

  private func fail(
    _ transfer: Transfer, _ reason: Transfer.FailReason
  ) throws -> CustomersV1.Transfer {
    let failed = transfer.failed(reason, now: mutation.now)
    try put(failed, over: transfer)
    let message = try failed.message(in: mutation.writer)
    try mutation.emit(.transferFailed(message))
    return message
  }

  private func put(_ transfer: Transfer, over before: Transfer?) throws {
    try TransferTable.put(transfer, in: mutation.writer)
    try TransferJobTable.count(transfer, over: before, in: mutation.writer)
  }

  private func message(_ relation: Relation, of person: Customer) throws -> CustomersV1.Relation {
    relation.message(
      externalUserid: person.externalUserid, tagIDs: PackedList(try tags.tagIDs(of: relation.tags)))
  }
}

/// That a customer was not accepted, and why: an answer about him, not a failure of the call.
struct RefusedTransfer: Error {
  let refusal: Transfer.Refusal
}
