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
    var addWay: CustomersV1.AddWay
    var state: String

    var isLive: Bool { status == .half || status == .mutual }
  }

  /// In the order in which the persons came.
  var customers: [String] = []
  /// By customer, then by userid.
  var relations: [String: [String: Relation]] = [:]

  mutating func put(_ userid: String, _ customer: String, _ relation: Relation) {
    if relations[customer] == nil { customers.append(customer) }
    relations[customer, default: [:]][userid] = relation
  }

  /// The customers of an audience, each with the members who may write to him, and how many were
  /// left out by none_of.
  func fitting(
    _ audience: CustomersV1.Audience
  ) -> (customers: [(customer: String, senders: [String: Relation])], excluded: Int) {
    let named = Set(audience.externalUserids)
    let allowed = Set(audience.userids)
    var excluded = 0
    let fitting = customers.compactMap {
      customer -> (customer: String, senders: [String: Relation])? in
      guard named.isEmpty || named.contains(customer) else { return nil }
      let live = relations[customer, default: [:]].filter(\.value.isLive)
      let senders = live.filter { userid, relation in
        guard allowed.isEmpty || allowed.contains(userid) else { return false }
        let filter = named.isEmpty ? audience.tagFilter?.groupList ?? [] : []
        return filter.allSatisfy { !relation.tags.isDisjoint(with: $0.tagList) }
          && audience.allOf.allSatisfy {
            $0.anyOf.contains { Self.meets($0, userid, customer, relation) }
          }
      }
      guard !senders.isEmpty else { return nil }
      let isExcluded = live.contains { userid, relation in
        audience.noneOf.contains { Self.meets($0, userid, customer, relation) }
      }
      if isExcluded { excluded += 1 }
      return isExcluded ? nil : (customer, senders)
    }
    return (fitting, excluded)
  }

  private static func meets(
    _ condition: CustomersV1.AudienceCondition, _ userid: String, _ customer: String,
    _ relation: Relation
  ) -> Bool {
    switch condition.condition {
    case nil: false
    case .tags(let tags): !relation.tags.isDisjoint(with: tags.tagIDs)
    case .members(let members): members.userids.contains(userid)
    case .customers(let customers): customers.externalUserids.contains(customer)
    case .addWays(let ways): ways.addWays.contains(relation.addWay)
    case .states(let states): states.states.contains(relation.state)
    case .addTime(let window): window.contains(relation.created)
    case .lastChatTime(let window): relation.chatted != 0 && window.contains(relation.chatted)
    // Nobody has any here; `AudienceInteractionTests` has a model of its own.
    case .interactions(let bounds): bounds.atLeast == 0
    // None has any there.
    case .attribute, .sources: false
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

extension CustomersV1.TimeWindow {
  fileprivate func contains(_ seconds: Int64) -> Bool {
    (startTime?.seconds ?? .min) <= seconds && seconds < (endTime?.seconds ?? .max)
  }
}

@Suite("ListAudience against a model", .timeLimit(.minutes(5)))
struct AudienceModelTests {
  /// Wide enough for the walk to take each of its ways, small enough to compare often.
  private let members = (0..<40).map { "m\($0 / 10)\($0 % 10)" }
  private let customers = (0..<9000).map { "wm\($0)" }
  private static let addWays: [CustomersV1.AddWay] = [.qrCode, .mobile, .init(rawValue: 777)]
  private static let states = ["", "一店", "二店"]

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
        let wanted = fitting.customers.map(Model.recipient)
        let found = try await caller.messages(of: audience)
        #expect(
          found.flatMap(\.recipients) == wanted, "seed \(seed), round \(round): \(audience)")
        let preview = try await caller.audiences.previewAudience(
          .init(audience: audience, sampleSize: 7))
        #expect(preview.customerCount == Int64(wanted.count))
        #expect(preview.noneOfCount == Int64(fitting.excluded))
        #expect(preview.sample == Array(wanted.prefix(7)))
        let sending = Dictionary(grouping: wanted, by: \.userid).mapValues { Int64($0.count) }
        let related = Dictionary(grouping: fitting.customers.flatMap(\.senders.keys), by: \.self)
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
      let addWay = Self.addWays.randomElement(using: &random)!
      let state = Self.states.randomElement(using: &random)!
      var sample = CustomersV1.CustomerRelation.sample(
        userid, customer, status: asked, tags: carried, created: created, chatted: chatted)
      sample.relation?.addWay = addWay
      sample.relation?.state = state
      batch.append(sample)
      model.put(
        userid, customer,
        .init(
          status: wasLive && known?.status == .mutual ? .mutual : asked,
          tags: carried.isEmpty && known?.status == .deletedByCustomer
            ? known!.tags : Set(carried),
          created: created,
          chatted: chatted ?? (known?.status == .deletedByMember ? 0 : known?.chatted ?? 0),
          addWay: addWay, state: state))
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
    if Int.random(in: 0..<3, using: &random) == 0 {
      audience.allOf = (0..<Int.random(in: 1...2, using: &random)).map { _ in
        .init(
          anyOf: (0..<Int.random(in: 1...2, using: &random)).map { _ in condition(tags, &random) })
      }
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      audience.noneOf = [condition(tags, &random)]
    }
    return audience
  }

  private func condition(
    _ tags: [String], _ random: inout SeededNumbers
  ) -> CustomersV1.AudienceCondition {
    let start = Int64.random(in: 1...2, using: &random)
    let window = CustomersV1.TimeWindow(
      startTime: .init(seconds: start),
      endTime: Bool.random(using: &random) ? .init(seconds: start + 1) : nil)
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return .init(condition: .tags(.init(tagIDs: [tags.randomElement(using: &random)!])))
    case 1:
      return .init(
        condition: .members(.init(userids: Array(members.shuffled(using: &random).prefix(9)))))
    case 2:
      return .init(
        condition: .customers(
          .init(externalUserids: Array(customers.shuffled(using: &random).prefix(2000)))))
    case 3:
      return .init(
        condition: .addWays(.init(addWays: [Self.addWays.randomElement(using: &random)!])))
    case 4:
      return .init(
        condition: .states(.init(states: [Self.states.randomElement(using: &random)!])))
    case 5: return .init(condition: .addTime(window))
    default: return .init(condition: .lastChatTime(window))
    }
  }

  private func pair(_ random: inout SeededNumbers) -> (userid: String, customer: String) {
    (members.randomElement(using: &random)!, customers.randomElement(using: &random)!)
  }
}
