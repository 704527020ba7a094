import Foundation
import Messages
import Protobuf
import RPC

/// Customers 客户联系: a chain's customers, each with a guide of his store and some with two, tagged;
/// guides look at them, talk to them, tag them and win new ones.
struct CustomersScenario: Scenario {
  static let unit = "customers"
  static let defaultSize = 100_000

  private static let customersPerGuide = 300
  private static let batchSize = 500
  private static let state = "门店活码"

  let mark: String
  let size: Int
  /// Tag ids, group by group.
  let tags: [[String]]
  /// A guide has his customers: those whose number is his by `guide(of:)`.
  private var guides: Int { max(10, size / Self.customersPerGuide) }

  static let methods: [LoadMethod<Self>] = [
    .init("GetCustomer", 400) { chain, call in
      _ = try await CustomersV1.RelationServiceClient(call.channel).getCustomer(
        .init(externalUserid: chain.customer(call.random.skewed(below: chain.size))),
        options: call.options)
    },
    .init("GetSidebarContext", 200) { chain, call in
      let number = call.random.skewed(below: chain.size)
      _ = try await CustomersV1.SidebarServiceClient(call.channel).getSidebarContext(
        .init(userid: chain.guide(of: number), externalUserid: chain.customer(number)),
        options: call.options)
    },
    .init("ListRelations", 100) { chain, call in
      _ = try await CustomersV1.RelationServiceClient(call.channel).listRelations(
        .init(userid: chain.guide(call.random.skewed(below: chain.guides)), pageSize: 20),
        options: call.options)
    },
    .init("MarkTags", 100) { chain, call in
      let number = call.random.skewed(below: chain.size)
      let group = call.random.element(of: chain.tags)
      let place = call.random.below(group.count)
      _ = try await CustomersV1.TagServiceClient(call.channel).markTags(
        .init(
          userid: chain.guide(of: number), externalUserid: chain.customer(number),
          addTags: [group[place]], removeTags: [group[(place + 1) % group.count]],
          requestID: call.ownID),
        options: call.options)
    },
    .init("RecordInteractions", 80) { chain, call in
      _ = try await CustomersV1.InteractionServiceClient(call.channel).recordInteractions(
        .init(interactions: chain.conversation(&call)), options: call.options)
    },
    .init("UpdateRelation", 50) { chain, call in
      let number = call.random.skewed(below: chain.size)
      _ = try await CustomersV1.RelationServiceClient(call.channel).updateRelation(
        .init(
          relation: .init(
            userid: chain.guide(of: number), externalUserid: chain.customer(number),
            remark: Retail.person(call.random.below(10_000)), description: "第\(call.number)次回访"),
          requestID: call.ownID),
        options: call.options)
    },
    .init("AddRelation", 50) { chain, call in
      let externalUserid = "wm\(call.ownID)"
      _ = try await CustomersV1.RelationServiceClient(call.channel).addRelation(
        .init(
          customer: .init(
            externalUserid: externalUserid, name: Retail.person(call.number), type: .wechat),
          relation: .init(
            userid: chain.guide(call.random.below(chain.guides)), addWay: .qrCode, state: state),
          requestID: call.ownID),
        options: call.options)
    },
    .init("ListTags", 10) { _, call in
      _ = try await CustomersV1.TagServiceClient(call.channel).listTags(
        .init(pageSize: 100), options: call.options)
    },
    .init("PreviewAudience", 5) { chain, call in
      let guide = call.random.below(chain.guides)
      _ = try await CustomersV1.AudienceServiceClient(call.channel).previewAudience(
        .init(
          audience: .init(
            tagFilter: .init(groupList: [.init(tagList: call.random.element(of: chain.tags))]),
            userids: (0..<3).map { chain.guide((guide + $0) % chain.guides) })),
        options: call.options)
    },
    .init("GetUserBehaviorData", 5) { chain, call in
      let now = GoogleProtobuf.Timestamp(Date())
      _ = try await CustomersV1.BehaviorServiceClient(call.channel).getUserBehaviorData(
        .init(
          userids: [chain.guide(call.random.below(chain.guides))],
          startTime: .init(seconds: now.seconds - 6 * 86_400), endTime: now),
        options: call.options)
    },
  ]

  private func customer(_ number: Int) -> String { "wmLoad\(mark)-\(Retail.padded(number, 8))" }

  private func guide(_ number: Int) -> String { "guide-\(Retail.padded(number, 5))" }

  private func guide(of customer: Int) -> String { guide(customer % guides) }

  /// Who else follows a customer: every fourth has a second guide.
  private func secondGuide(of customer: Int) -> String? {
    customer.isMultiple(of: 4) ? guide((customer + 1) % guides) : nil
  }

  /// A few messages there and back, just now.
  private func conversation(_ call: inout LoadCall) -> [CustomersV1.Interaction] {
    let number = call.random.skewed(below: size)
    let now = GoogleProtobuf.Timestamp(Date())
    return (0..<4).map { turn in
      CustomersV1.Interaction(
        userid: guide(of: number), externalUserid: customer(number),
        direction: turn.isMultiple(of: 2) ? .fromMember : .fromCustomer, kind: .message,
        interactionTime: .init(seconds: now.seconds - 4 + Int64(turn), nanos: now.nanos),
        interactionID: "\(call.ownID)-\(turn)")
    }
  }

  // MARK: Filling

  static func fill(_ filling: Filling) async throws -> Self {
    let tags = try await createTags(filling)
    let chain = CustomersScenario(mark: filling.mark, size: filling.size, tags: tags)
    let relations = CustomersV1.RelationServiceClient(filling.channel)
    if try await chain.isIn(relations, filling) { return chain }
    let imported = try await relations.importRelations(options: filling.options.patient) {
      requests in
      try await filling.each(unit, count: chain.size, inBatchesOf: batchSize) { numbers in
        try await requests.send(.init(relations: numbers.flatMap(chain.relations)))
      }
    }
    try filling.check(imported.failedCount, imported.failures.first?.message, "relations")
    return chain
  }

  /// They come in in order: when the last is there, all are.
  private func isIn(
    _ relations: CustomersV1.RelationServiceClient, _ filling: Filling
  ) async throws -> Bool {
    try await isFound {
      _ = try await relations.getCustomer(
        .init(externalUserid: customer(size - 1)), options: filling.options)
    }
  }

  private static func createTags(_ filling: Filling) async throws -> [[String]] {
    var ids: [[String]] = []
    for group in Retail.tagGroups {
      // Gives back those that are there.
      let reply = try await CustomersV1.TagServiceClient(filling.channel).createTagGroup(
        .init(groupName: group.name, tags: group.tags.map { .init(name: $0) }),
        options: filling.options)
      ids.append(reply.tags.map(\.tagID))
    }
    return ids
  }

  private func relations(_ number: Int) -> [CustomersV1.CustomerRelation] {
    var random = SplitMix(seed: 0xC057, stream: UInt64(number))
    let customer = CustomersV1.Customer(
      externalUserid: customer(number), name: Retail.person(number), type: .wechat,
      gender: random.below(2) == 0 ? .male : .female)
    return [guide(of: number), secondGuide(of: number)].compactMap { $0 }.map { userid in
      CustomersV1.CustomerRelation(
        customer: customer,
        relation: .init(
          userid: userid, status: .mutual, addWay: .qrCode, state: Self.state,
          tagIDs: PackedList(tags.map { random.element(of: $0) })))
    }
  }
}

/// Whether a call finds what it asks for.
func isFound(_ ask: () async throws -> Void) async throws -> Bool {
  do {
    try await ask()
    return true
  } catch let status as Status where status.code == .notFound {
    return false
  }
}

extension CallOptions {
  /// For a stream that takes as long as there is to send.
  var patient: CallOptions {
    var options = self
    options.timeoutMilliseconds = nil
    return options
  }
}

extension GoogleProtobuf.Timestamp {
  init(_ date: Date) {
    let seconds = date.timeIntervalSince1970.rounded(.down)
    self.init(
      seconds: Int64(seconds), nanos: Int32((date.timeIntervalSince1970 - seconds) * 1e6) * 1000)
  }
}
