import Messages
import Protobuf
import ServiceKit

/// A customer on his way through a contact way, as one mutation leads him: chosen a member, added to
/// him or put before him, counted, and told to the feed.
struct ContactWayScan {
  /// How many of a company's acquaintances are looked through for one that the way leads to.
  private static let companyLookMax = 1000
  /// How many of a customer's followers are looked through for one of the way's.
  private static let followersMax = 1000

  let mutation: CustomersMutation
  let policies: Policies
  let draw: @Sendable (_ count: Int) -> Int

  func scan(
    _ configID: String, by asked: Customer
  ) throws -> CustomersV1.AddByContactWayResponse {
    let writer = mutation.writer
    guard let way = try ContactWayTable.find(configID, in: writer) else {
      throw ContactWayFailure.notFound(configID, field: "config_id")
    }
    let known = try CustomerTable.find(asked.externalUserid, in: writer)
    let customer = known?.told(asked) ?? asked
    try way.checkScan(by: customer.key, unionid: customer.unionid, now: mutation.now)
    let members = try ContactWayMembers(
      of: way, limit: policies[.contactWayMembersMax], in: writer)
    let relations = known == nil ? [] : try relations(of: customer, among: members)
    let day = try time().day
    func count(_ counts: ContactWayCounts, _ member: Int64?) throws {
      try self.count(counts, way, member, day: day)
    }

    if let relation = try relations.first(where: { try $0.status.isLive && isActive($0.memberKey) })
    {
      try count(ContactWayCounts(scans: 1), relation.memberKey)
      let message = try RelationChanges(mutation, policies: policies).message(
        relation, of: customer)
      return .init(
        outcome: .followed, userid: relation.userid,
        relation: .init(customer: try stored(customer).message, relation: message))
    }
    if known != nil,
      let member = try ContactTable.requested(customer: customer.key, way: way.key, in: writer),
      try members.contains(member) && isActive(member)
    {
      try count(ContactWayCounts(scans: 1), member)
      return .init(outcome: .requested, userid: try MemberTable.userid(of: member, in: writer))
    }
    // Who used a temporary way and has no session any more does not get another.
    if way.temporary?.usedBy != nil { throw ContactWayFailure.used(configID) }

    switch try choose(way, customer, members, relations) {
    case .nobody(let obstacle):
      try count(ContactWayCounts(scans: 1), nil)
      return .init(outcome: .init(obstacle))
    case .member(let member):
      try count(
        ContactWayCounts(scans: 1, assigned: 1, added: way.skipsVerify ? 1 : 0), member)
      return way.skipsVerify
        ? try add(asked, to: member, by: way) : try request(customer, of: member, by: way)
    }
  }

  /// The member's side completes.
  func accept(
    userid: String, externalUserid: String
  ) throws -> CustomersV1.AcceptContactResponse {
    let writer = mutation.writer
    let notWaiting = ContactWayFailure.notWaiting(userid: userid, externalUserid: externalUserid)
    guard let customer = try CustomerTable.find(externalUserid, in: writer),
      let member = try MemberTable.find(userid, in: writer)
    else { throw notWaiting }
    let before = try RelationTable.find(customer: customer.key, member: member.key, in: writer)
    let requested = try ContactTable.request(
      customer: customer.key, member: member.key, in: writer)
    if let requested, before?.status.isLive != true {
      let way = try ContactWayTable.find(requested, in: writer)
      try count(ContactWayCounts(added: 1), way, member.key, day: time().day)
      let joined = try join(customer, to: member.key, by: way, status: .mutual)
      return .init(
        relation: joined.relation, welcomeCode: joined.welcomeCode,
        sessionEndTime: joined.sessionEnd?.timestamp)
    }
    guard let before, before.status == .half else { throw notWaiting }
    let relation = try RelationChanges(mutation, policies: policies).add(
      RelationAdding(customer, by: Relation.Draft(userid: member.userid, status: .mutual)))
    let code = try WelcomeCodeIssue(mutation: mutation, policies: policies).code(
      for: customer, member: member.key, before: before)
    if let key = try ContactTable.add(customer: customer.key, member: member.key, in: writer) {
      try tell(ContactWayTable.find(key, in: writer), relation, code, nil)
    }
    return .init(relation: relation, welcomeCode: code)
  }

  /// Counts for the way, the member it led to and its source.
  private func count(
    _ counts: ContactWayCounts, _ way: ContactWay, _ member: Int64?, day: Int
  ) throws {
    try ContactWayCountTable.add(
      counts, way: way.key, member: member, day: day, in: mutation.writer)
    guard let source = try source(of: way) else { return }
    try SourceCountTable.add(
      SourceCounts(scans: counts.scans, added: counts.added), source: source.key, day: day,
      in: mutation.writer)
  }

  private func source(of way: ContactWay) throws -> Source.Reference? {
    way.sourceID.isEmpty ? nil : try SourceTable.reference(to: way.sourceID, in: mutation.writer)
  }

  // MARK: Whom to

  private func relations(
    of customer: Customer, among members: ContactWayMembers
  ) throws -> [Relation] {
    try RelationTable.followers(
      of: customer.key, after: 0, limit: Self.followersMax, in: mutation.writer
    )
    .filter { members.contains($0.memberKey) }
  }

  private func choose(
    _ way: ContactWay, _ customer: Customer, _ members: ContactWayMembers, _ kept: [Relation]
  ) throws -> ContactWayChoice.Outcome {
    // Whom the customer once removed still has him, and counts him already.
    var preferred = kept.map(\.memberKey)
    let keeping = Set(preferred)
    if way.isExclusive, !customer.corpName.isEmpty {
      preferred += try RelationTable.followers(
        ofCompany: customer.corpName, limit: Self.companyLookMax, in: mutation.writer)
    }
    let time = try time()
    return try ContactWayChoice(way: way, time: time, draw: draw).choose(
      members: members.members, spares: members.spares, preferred: preferred
    ) { key in
      let member = try MemberTable.find(key, in: mutation.writer)
      let assigned = try ContactWayCountTable.assigned(
        way: way.key, member: key, day: time.day, in: mutation.writer)
      return .init(
        userid: member.userid, isActive: try isActive(key),
        isFull: !keeping.contains(key)
          && member.customerCount >= policies[.memberCustomersMax],
        assignedToday: assigned.today, assignedEver: assigned.ever)
    }
  }

  private func isActive(_ member: Int64) throws -> Bool {
    try RosterTable.isActive(member, in: mutation.writer)
      || RosterTable.isEmpty(in: mutation.writer)
  }

  private func time() throws -> CorpTime {
    CorpTime(mutation.now, timeZone: try RosterTable.timeZone(in: mutation.writer))
  }

  // MARK: What happens

  private func add(
    _ asked: Customer, to member: Int64, by way: ContactWay
  ) throws -> CustomersV1.AddByContactWayResponse {
    let joined = try join(asked, to: member, by: way, status: .half)
    return .init(
      outcome: .added, userid: joined.relation.relation?.userid ?? "", relation: joined.relation,
      welcomeCode: joined.welcomeCode, sessionEndTime: joined.sessionEnd?.timestamp)
  }

  private func request(
    _ customer: Customer, of member: Int64, by way: ContactWay
  ) throws -> CustomersV1.AddByContactWayResponse {
    let writer = mutation.writer
    let customer = try stored(customer)
    try ContactTable.deleteRequests(customer: customer.key, way: way.key, in: writer)
    try ContactTable.putRequest(
      customer: customer.key, member: member, way: way.key, now: mutation.now, in: writer)
    if way.temporary != nil { try ContactWayTable.use(way.key, by: customer.key, in: writer) }
    let userid = try MemberTable.userid(of: member, in: writer)
    try mutation.emit(
      .requestedByContactWay(
        .init(
          configID: way.configID, state: way.state, userid: userid,
          externalUserid: customer.externalUserid)))
    return .init(outcome: .requested, userid: userid)
  }

  /// Makes the relation, with what the way gives to it and what comes with it.
  private func join(
    _ asked: Customer, to member: Int64, by way: ContactWay, status: Relation.Status
  ) throws -> (relation: CustomersV1.CustomerRelation, welcomeCode: String, sessionEnd: Instant?) {
    let writer = mutation.writer
    let before = try CustomerTable.key(of: asked.externalUserid, in: writer)
      .flatMap { try RelationTable.find(customer: $0, member: member, in: writer) }
    var draft = Relation.Draft(
      userid: try MemberTable.userid(of: member, in: writer), status: status)
    draft.remark = way.customerRemark
    draft.addWay = CustomersV1.AddWay.qrCode.rawValue
    draft.operUserid = asked.externalUserid
    draft.state = way.state
    draft.source = try source(of: way)
    draft.tagIDs = PackedList(try TagLookup(writer).leniently(way.tagIDs, by: draft.userid))
    let relation = try RelationChanges(mutation, policies: policies).add(
      RelationAdding(asked, by: draft), by: way.configID)
    let customer = try CustomerTable.find(asked.externalUserid, in: writer)!
    try ContactTable.deleteRequest(customer: customer.key, member: member, in: writer)
    try ContactTable.putAdd(customer: customer.key, member: member, way: way.key, in: writer)
    if way.temporary != nil { try ContactWayTable.use(way.key, by: customer.key, in: writer) }
    let sessionEnd = try TemporarySession(mutation: mutation, policies: policies).begin(
      way, customer: customer.key, member: member)
    let code = try WelcomeCodeIssue(mutation: mutation, policies: policies).code(
      for: customer, member: member, before: before)
    try tell(way, relation, code, sessionEnd)
    return (relation, code, sessionEnd)
  }

  private func tell(
    _ way: ContactWay, _ relation: CustomersV1.CustomerRelation, _ code: String,
    _ sessionEnd: Instant?
  ) throws {
    try mutation.emit(
      .addedByContactWay(
        .init(
          configID: way.configID, state: way.state, userid: relation.relation?.userid ?? "",
          externalUserid: relation.customer?.externalUserid ?? "", welcomeCode: code,
          sessionEndTime: sessionEnd?.timestamp)))
  }

  /// The person with a row, made when he has none.
  private func stored(_ customer: Customer) throws -> Customer {
    if customer.key == 0 {
      return try RelationChanges(mutation, policies: policies).keep(customer, nil)
    }
    return try CustomerTable.find(customer.key, in: mutation.writer)
  }
}

extension CustomersV1.ScanOutcome {
  init(_ obstacle: ContactWayChoice.Obstacle) {
    self =
      switch obstacle {
      case .notActive: .nobodyActive
      case .offShift: .nobodyOnShift
      case .capped: .capsReached
      case .full: .membersFull
      }
  }
}
