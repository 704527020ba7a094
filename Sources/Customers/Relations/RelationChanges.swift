import Messages
import Protobuf
import ServiceKit

/// Relations as one mutation changes them: found, judged by the rules, written, told to the feed.
///
/// Lives as long as its mutation. All checks of a change come before its first write, so a change
/// that fails leaves nothing behind and the next of the batch may go on.
struct RelationChanges {
  enum Outcome {
    case added
    case updated
  }

  private struct Written {
    let customer: Customer
    let relation: Relation
    let before: Relation?
    let outcome: Outcome

    /// Whether the feed hears that it was added, if only for its status.
    var isNew: Bool { relation.status.isLive && before?.status != relation.status }
  }

  let mutation: CustomersMutation
  let policies: Policies
  let tags: TagLookup
  let index: RelationIndex

  init(_ mutation: CustomersMutation, policies: Policies) {
    self.mutation = mutation
    self.policies = policies
    tags = TagLookup(mutation.writer)
    index = RelationIndex(mutation)
  }

  /// Adds a customer to a member and follows the rules that this sets off. `configID` is the contact
  /// way's that he came by.
  func add(
    _ adding: RelationAdding, by configID: String = "", issuesCode: Bool = false
  ) throws -> CustomersV1.CustomerRelation {
    let asked = try tags.givenKeys(of: adding.draft.tagIDs, field: "relation.tag_ids")
    let written = try write(adding, tags: asked) { current, draft, tags in
      try current.added(
        draft, tags: tags, now: mutation.now, externalUserid: adding.customer.externalUserid)
    }
    var message = CustomersV1.CustomerRelation(
      customer: written.customer.message,
      relation: try message(written.relation, of: written.customer))
    if issuesCode { message.welcomeCode = try welcomeCode(for: written, adding.draft) }
    try mutation.emit(written.isNew ? .relationAdded(message) : .relationUpdated(message))
    guard written.outcome == .added, try followRules(written.relation, by: configID) > 0,
      let relation = try RelationTable.find(
        customer: written.relation.customerKey, member: written.relation.memberKey,
        in: mutation.writer)
    else { return message }
    message.relation = try self.message(relation, of: written.customer)
    return message
  }

  private func followRules(_ relation: Relation, by configID: String) throws -> Int {
    try AutoTagging(.added, self).follow(
      .added(configID: configID, addWay: relation.addWay, state: relation.state),
      customer: relation.customerKey, member: relation.memberKey)
  }

  /// Adds, or overwrites what stands.
  func put(_ adding: RelationAdding, tags checked: CheckedTags) throws -> Outcome {
    let asked = try tags.stillLive(checked, field: "relation.tag_ids")
    let written = try write(adding, tags: asked) { current, draft, tags in
      current.isStanding(for: draft)
        ? current.overwritten(draft, tags: tags, now: mutation.now)
        : try current.added(
          draft, tags: tags, now: mutation.now, externalUserid: adding.customer.externalUserid)
    }
    let told =
      written.relation.tags == asked
      ? written.relation : try tags.onlyLive(written.relation)
    try mutation.emit(told, of: written.customer, isNew: written.isNew)
    return written.outcome
  }

  /// Gives and takes tags; nothing happens when that changes nothing.
  func mark(_ mark: TagMark) throws -> CustomersV1.Relation {
    let (customer, before) = try RelationTable.find(
      userid: mark.userid, externalUserid: mark.externalUserid, in: mutation.writer)
    let marking = try tags.marking(
      add: tags.givenKeys(of: mark.add, field: "add_tags"),
      remove: tags.keys(of: mark.remove, field: "remove_tags"))
    let present = try tags.live(in: before.tags)
    var relation = before
    relation.tags = marking.marked(present)
    guard relation.tags != present else { return try message(before, of: customer) }
    try tags.checkRange(of: relation.tags.subtracting(present), userid: before.userid)
    return try save(relation, over: before, of: customer) { .relationUpdated($0) }
  }

  /// Writes a relation whose person is known, and tells of it.
  func save(
    _ relation: Relation, over before: Relation, of customer: Customer,
    as event: (CustomersV1.CustomerRelation) -> CustomersV1.Change.Event
  ) throws -> CustomersV1.Relation {
    try relation.checkLimits(before: before, memberCustomers: 0, policies: policies)
    try RelationTable.put(relation, over: before, index: index, in: mutation.writer)
    if before.status.isLive, !relation.status.isLive {
      try ContactWayLoss.note(of: relation, mutation)
    }
    if !relation.status.isKept {
      try PersonalTagTable.put(
        [], customer: relation.customerKey, member: relation.memberKey, in: mutation.writer)
    }
    try count(relation, over: before)
    let message = try message(relation, of: customer)
    try mutation.emit(event(.init(customer: customer.message, relation: message)))
    return message
  }

  func message(_ relation: Relation, of customer: Customer) throws -> CustomersV1.Relation {
    relation.message(
      externalUserid: customer.externalUserid,
      tagIDs: PackedList(try tags.tagIDs(of: relation.tags)))
  }

  /// Writes what is asked over what is there: the person, the member, the relation.
  private func write(
    _ adding: RelationAdding, tags asked: TagSet,
    _ changed: (Relation, Relation.Draft, TagSet) throws -> Relation
  ) throws -> Written {
    let writer = mutation.writer
    let draft = adding.draft
    let known = try CustomerTable.find(adding.customer.externalUserid, in: writer)
    let member = try MemberTable.find(draft.userid, in: writer)
    var before: Relation?
    if let known, let member {
      before = try RelationTable.find(customer: known.key, member: member.key, in: writer)
    }
    var relation =
      try before.map { try changed($0, draft, asked) }
      ?? Relation(
        customerKey: known?.key ?? 0, memberKey: member?.key ?? 0, userid: draft.userid, draft,
        tags: asked, now: mutation.now)
    try tags.checkRange(
      of: relation.tags.subtracting(before?.tags ?? TagSet()), userid: draft.userid)
    try relation.checkLimits(
      before: before, memberCustomers: member?.customerCount ?? 0, policies: policies)

    try relation.checkCorpName(before: before, of: known?.told(adding.customer) ?? adding.customer)

    let customer = try keep(adding.customer, known)
    let follower = try member ?? MemberTable.insert(draft.userid, in: writer)
    relation.customerKey = customer.key
    relation.memberKey = follower.key
    relation.userid = follower.userid
    relation.slot =
      try before?.slot ?? (known == nil ? 0 : RelationTable.nextSlot(of: customer.key, in: writer))
    try RelationTable.put(relation, over: before, index: index, in: writer)
    try count(relation, over: before)
    return Written(
      customer: customer, relation: relation, before: before,
      outcome: before?.isStanding(for: draft) == true ? .updated : .added)
  }

  /// Counts a customer won or lost for the member's statistics: won on the day on which the relation
  /// began, which an import may know to be long ago, lost today.
  private func count(_ relation: Relation, over before: Relation?) throws {
    let today = Day(of: mutation.now)
    var counts = BehaviorCounts()
    var day = today
    if relation.status.isLive, !(before?.status.isLive ?? false) {
      counts.newContacts = 1
      day = Day(of: relation.createTime)
    } else if relation.status == .deletedByCustomer, before?.status.isLive == true {
      counts.negativeFeedbacks = 1
    }
    try BehaviorTable.add(
      counts, to: BehaviorKey(member: relation.memberKey, day: day.number),
      kept: today.advanced(by: -Int64(policies[.behaviorKeptDays])), in: mutation.writer)
  }

  /// A code for who was added just now, not for one whose adding is told of later.
  private func welcomeCode(for written: Written, _ draft: Relation.Draft) throws -> String {
    let relation = written.relation
    let end = (draft.createTime ?? mutation.now).advanced(
      bySeconds: Int64(policies[.welcomeCodeSeconds]))
    guard mutation.now < end, relation.lastChatTime == nil else { return "" }
    return try WelcomeCodeIssue(mutation: mutation, policies: policies).code(
      for: written.customer, member: relation.memberKey, before: written.before,
      addedByMember: relation.operUserid.lowercased() == relation.userid.lowercased())
  }

  /// The person as he is now known, with a row, made when he has none.
  func keep(_ told: Customer, _ known: Customer?) throws -> Customer {
    var customer = known?.told(told) ?? told
    if let known {
      if customer != known { try CustomerTable.update(customer, over: known, in: mutation.writer) }
    } else {
      customer.key = try CustomerTable.insert(told, in: mutation.writer)
    }
    if customer.name != known?.name { index.search.add(customer.name, of: customer.key) }
    return customer
  }
}
