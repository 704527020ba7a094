import Messages
import ServiceKit

/// Temporary sessions 临时会话 as one mutation begins and ends them.
struct TemporarySession {
  static let kind = "end-temporary-session"

  let mutation: CustomersMutation
  let policies: Policies

  /// Begins the session of a relation that a temporary way made; returns when it ends, nil for a way
  /// that is not temporary.
  func begin(_ way: ContactWay, customer: Int64, member: Int64) throws -> Instant? {
    guard let temporary = way.temporary else { return nil }
    let end = mutation.now.advanced(bySeconds: temporary.chatExpiresIn)
    try ContactTable.putSession(
      .init(way: way.key, endTime: end), customer: customer, member: member, in: mutation.writer)
    try mutation.start(
      Self.kind, payload: Payload(customer: customer, member: member, end: end).bytes, at: end)
    return end
  }

  /// Ends a session: its relation is removed, which is no loss of the way's, and the feed is told what
  /// is to be sent.
  func end(
    _ session: ContactTable.Session, of relation: Relation, customer: Customer,
    cause: CustomersV1.TemporarySessionEnd.Cause
  ) throws {
    let writer = mutation.writer
    let (customerKey, member) = (relation.customerKey, relation.memberKey)
    _ = try ContactTable.takeAdd(customer: customerKey, member: member, in: writer)
    try ContactTable.deleteSession(customer: customerKey, member: member, in: writer)
    _ = try RelationChanges(mutation, policies: policies).save(
      relation.removed(by: .member, externalUserid: customer.externalUserid), over: relation,
      of: customer
    ) { .relationRemoved($0) }
    let way = try ContactWayTable.find(session.way, in: writer)
    try mutation.emit(
      .temporarySessionEnded(
        .init(
          configID: way.configID, userid: relation.userid, externalUserid: customer.externalUserid,
          cause: cause, conclusions: way.temporary?.conclusions?.message)))
  }

  /// Ends a session before its time.
  func close(userid: String, externalUserid: String) throws {
    let writer = mutation.writer
    guard let customer = try CustomerTable.find(externalUserid, in: writer),
      let member = try MemberTable.find(userid, in: writer),
      let relation = try RelationTable.find(
        customer: customer.key, member: member.key, in: writer),
      relation.status.isKept
    else { throw ContactWayFailure.noSession(userid: userid, externalUserid: externalUserid) }
    let session = try ContactTable.session(
      customer: customer.key, member: member.key, in: writer)
    guard let session else {
      throw ContactWayFailure.notTemporary(userid: userid, externalUserid: externalUserid)
    }
    try end(session, of: relation, customer: customer, cause: .closed)
  }

  /// The job that ends sessions whose time is over, each at its own moment.
  static func job(_ context: CustomersContext) -> Jobs.Kind {
    Jobs.Kind(
      run: { job in
        guard let payload = Payload(job.payload) else { return }
        let policies = context.policies
        try await context.write(corp: job.corp, origin: .job) { mutation in
          try TemporarySession(mutation: mutation, policies: policies).expire(payload)
        }
      }, failed: { _, _ in })
  }

  /// Nothing happens when the session was closed meanwhile, or is another of the same two.
  private func expire(_ payload: Payload) throws {
    let session = try ContactTable.session(
      customer: payload.customer, member: payload.member, in: mutation.writer)
    guard let session, session.endTime == payload.end,
      let relation = try RelationTable.find(
        customer: payload.customer, member: payload.member, in: mutation.writer)
    else { return }
    try end(
      session, of: relation, customer: CustomerTable.find(payload.customer, in: mutation.writer),
      cause: .expired)
  }

  /// Which session a job is for: three numbers as text.
  private struct Payload {
    let customer: Int64
    let member: Int64
    let end: Instant

    init(customer: Int64, member: Int64, end: Instant) {
      self.customer = customer
      self.member = member
      self.end = end
    }

    init?(_ bytes: [UInt8]) {
      let numbers = String(decoding: bytes, as: UTF8.self).split(separator: " ").compactMap {
        Int64($0)
      }
      guard numbers.count == 3 else { return nil }
      self.init(
        customer: numbers[0], member: numbers[1], end: Instant(microseconds: numbers[2]))
    }

    var bytes: [UInt8] { Array("\(customer) \(member) \(end.microseconds)".utf8) }
  }
}
