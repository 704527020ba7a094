import Fixtures
import Messages
import Testing

/// Relations as a reader of the rules would keep them, and audiences as he would find them: by
/// looking at everything.
private struct Model {
  struct Relation {
    var status: CustomersV1.RelationStatus
    var tags: Set<String>
    var created: Int64
    var chatted: Int64
  }

  /// In the order in which the persons came.
  var customers: [String] = []
  /// By customer, then by userid.
  var relations: [String: [String: Relation]] = [:]

  mutating func put(_ userid: String, _ customer: String, _ relation: Relation) {
    if relations[customer] == nil { customers.append(customer) }
    relations[customer, default: [:]][userid] = relation
  }

  /// The customers of an audience, each with the members who may write to him.
  func fitting(
    _ audience: CustomersV1.Audience
  ) -> [(customer: String, senders: [String: Relation])] {
    let named = Set(audience.externalUserids)
    let allowed = Set(audience.userids)
    return customers.compactMap { customer in
      guard named.isEmpty || named.contains(customer) else { return nil }
      let senders = relations[customer, default: [:]].filter { userid, relation in
        guard relation.status == .half || relation.status == .mutual else { return false }
        guard allowed.isEmpty || allowed.contains(userid) else { return false }
        guard named.isEmpty, let filter = audience.tagFilter else { return true }
        return filter.groupList.allSatisfy { !relation.tags.isDisjoint(with: $0.tagList) }
      }
      return senders.isEmpty ? nil : (customer, senders)
    }
  }

  static func recipient(
    _ customer: String, _ senders: [String: Relation]
  ) -> CustomersV1.Recipient {
    let best = senders.min { left, right in
      (-left.value.chatted, -left.value.created, left.key)
        < (-right.value.chatted, -right.value.created, right.key)
    }!
    return .init(externalUserid: customer, userid: best.key)
  }
}

@Suite("ListAudience against a model", .timeLimit(.minutes(5)))
struct AudienceModelTests {
  /// Wide enough for the walk to take each of its ways, small enough to compare often.
  private let members = (0..<40).map { "m\($0 / 10)\($0 % 10)" }
  private let customers = (0..<9000).map { "wm\($0)" }

  @Test("Whatever was done to relations, an audience is what the rules say", arguments: [1, 2, 3])
  func random(seed: UInt64) async throws {
    try await withCustomers { caller in
      var random = SeededNumbers(seed: seed)
      var tags: [String] = []
      for group in 0..<5 {
        tags += try await caller.tags.createTagGroup(
          .init(groupName: "g\(group)", tags: (0..<6).map { .init(name: "t\($0)") })
        ).tags.map(\.tagID)
      }
      var model = Model()
      for _ in 0..<12 { try await importSome(&model, tags, caller, &random) }
      for round in 0..<30 {
        try await change(&model, tags, caller, &random)
        let audience = audience(tags, &random)
        let fitting = model.fitting(audience)
        let wanted = fitting.map(Model.recipient)
        let found = try await caller.messages(of: audience)
        #expect(
          found.flatMap(\.recipients) == wanted, "seed \(seed), round \(round): \(audience)")
        let preview = try await caller.audiences.previewAudience(.init(audience: audience))
        #expect(preview.customerCount == Int64(wanted.count))
        let sending = Dictionary(grouping: wanted, by: \.userid).mapValues { Int64($0.count) }
        let related = Dictionary(grouping: fitting.flatMap(\.senders.keys), by: \.self)
        #expect(
          Set(preview.members)
            == Set(
              related.map { userid, customers in
                CustomersV1.MemberCount(
                  userid: userid, customerCount: sending[userid] ?? 0,
                  relatedCount: Int64(customers.count))
              }))
      }
    }
  }

  private func importSome(
    _ model: inout Model, _ tags: [String], _ caller: CustomersCaller,
    _ random: inout SeededNumbers
  ) async throws {
    var batch: [CustomersV1.CustomerRelation] = []
    for _ in 0..<1000 {
      let (userid, customer) = pair(&random)
      // A third of the tags are rare, as in life.
      let carried = tags.enumerated().filter { index, _ in
        Int.random(in: 0..<(index % 3 == 0 ? 100 : 4), using: &random) == 0
      }.map(\.element)
      let created = Int64.random(in: 1...3, using: &random)
      let chatted = Bool.random(using: &random) ? Int64.random(in: 1...2, using: &random) : nil
      let known = model.relations[customer]?[userid]
      let wasLive = known?.status == .half || known?.status == .mutual
      let asked = Bool.random(using: &random) ? CustomersV1.RelationStatus.half : .mutual
      batch.append(
        .sample(
          userid, customer, status: asked, tags: carried, created: created, chatted: chatted))
      model.put(
        userid, customer,
        .init(
          status: wasLive && known?.status == .mutual ? .mutual : asked,
          tags: carried.isEmpty && known?.status == .deletedByCustomer
            ? known!.tags : Set(carried),
          created: created,
          chatted: chatted ?? (known?.status == .deletedByMember ? 0 : known?.chatted ?? 0)))
    }
    let outcome = try await caller.importAll([batch])
    #expect(outcome.failedCount == 0)
  }

  /// Removes some relations and marks others.
  private func change(
    _ model: inout Model, _ tags: [String], _ caller: CustomersCaller,
    _ random: inout SeededNumbers
  ) async throws {
    for _ in 0..<20 {
      let customer = model.customers.randomElement(using: &random)!
      let (userid, relation) = model.relations[customer]!.min { $0.key < $1.key }!
      guard relation.status == .half || relation.status == .mutual else { continue }
      if Bool.random(using: &random) {
        let byMember = Bool.random(using: &random)
        try await caller.remove(userid, customer, by: byMember ? .member : .customer)
        model.relations[customer]![userid]!.status =
          byMember ? .deletedByMember : .deletedByCustomer
        if byMember { model.relations[customer]![userid]!.tags = [] }
      } else {
        let drawn = tags.shuffled(using: &random)
        _ = try await caller.tags.markTags(
          .init(
            userid: userid, externalUserid: customer, addTags: Array(drawn[..<3]),
            removeTags: Array(drawn[3..<9])))
        model.relations[customer]![userid]!.tags.subtract(drawn[3..<9])
        model.relations[customer]![userid]!.tags.formUnion(drawn[..<3])
      }
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      try await importSome(&model, tags, caller, &random)
    }
  }

  private func audience(
    _ tags: [String], _ random: inout SeededNumbers
  ) -> CustomersV1.Audience {
    var audience = CustomersV1.Audience()
    if Bool.random(using: &random) {
      let groups = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        CustomersV1.TagGroupFilter(
          tagList: Array(
            tags.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random))))
      }
      audience.tagFilter = .init(groupList: groups)
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      audience.userids = Array(
        members.shuffled(using: &random).prefix(Int.random(in: 1...12, using: &random)))
    }
    if Int.random(in: 0..<5, using: &random) == 0 {
      audience.externalUserids = Array(
        (customers + ["wm-unknown"]).shuffled(using: &random).prefix(
          Int.random(in: 1...6000, using: &random)))
    }
    return audience
  }

  private func pair(_ random: inout SeededNumbers) -> (userid: String, customer: String) {
    (members.randomElement(using: &random)!, customers.randomElement(using: &random)!)
  }
}
