import Foundation
import Messages
import RPC

/// Communities 社群: customer groups of a hundred, in which customers come and go.
struct CommunitiesScenario: Scenario {
  static let unit = "groups"
  static let defaultSize = 1000

  private static let membersPerGroup = 100
  /// Customers who come to a group and leave it while it is loaded.
  private static let visitorsPerGroup = 100
  private static let groupsPerOwner = 5
  /// Calls at a time while it is filled.
  private static let callers = 16

  let mark: String
  let size: Int

  static let methods: [LoadMethod<Self>] = [
    .init("GetCustomerGroup", 400) { chain, call in
      _ = try await CommunitiesV1.CustomerGroupServiceClient(call.channel).getCustomerGroup(
        .init(chatID: chain.chat(call.random.skewed(below: chain.size))), options: call.options)
    },
    .init("ListGroupMembers", 150) { chain, call in
      _ = try await CommunitiesV1.CustomerGroupServiceClient(call.channel).listGroupMembers(
        .init(chatID: chain.chat(call.random.skewed(below: chain.size)), pageSize: 50),
        options: call.options)
    },
    .init("ListCustomerGroups", 80) { chain, call in
      let owner = chain.owner(of: call.random.below(chain.size))
      _ = try await CommunitiesV1.CustomerGroupServiceClient(call.channel).listCustomerGroups(
        .init(owners: [owner], pageSize: 50), options: call.options)
    },
    .init("ListMoments", 20) { _, call in
      let now = GoogleProtobuf.Timestamp(Date())
      _ = try await CommunitiesV1.MomentServiceClient(call.channel).listMoments(
        .init(startTime: .init(seconds: now.seconds - 7 * 86_400), endTime: now, pageSize: 20),
        options: call.options)
    },
    .init("AddGroupMembers", 140) { chain, call in
      let group = call.random.below(chain.size)
      _ = try await CommunitiesV1.CustomerGroupServiceClient(call.channel).addGroupMembers(
        .init(
          chatID: chain.chat(group),
          members: [.init(userid: chain.visitor(of: group, &call.random), type: .external)],
          joinScene: .invited, invitor: chain.owner(of: group), requestID: call.ownID),
        options: call.options)
    },
    .init("RemoveGroupMembers", 140) { chain, call in
      let group = call.random.below(chain.size)
      _ = try await CommunitiesV1.CustomerGroupServiceClient(call.channel).removeGroupMembers(
        .init(
          chatID: chain.chat(group), userids: [chain.visitor(of: group, &call.random)],
          quitScene: .left, requestID: call.ownID),
        options: call.options)
    },
    .init("UpdateCustomerGroup", 70) { chain, call in
      _ = try await CommunitiesV1.CustomerGroupServiceClient(call.channel).updateCustomerGroup(
        .init(
          customerGroup: .init(
            chatID: chain.chat(call.random.below(chain.size)),
            notice: "本周会员日，第\(call.number)条公告"),
          requestID: call.ownID),
        options: call.options)
    },
  ]

  private func chat(_ number: Int) -> String { "wrLoad\(mark)-\(Retail.padded(number, 6))" }

  private func owner(of group: Int) -> String {
    "guide-\(Retail.padded(group / Self.groupsPerOwner, 5))"
  }

  private func visitor(of group: Int, _ random: inout SplitMix) -> String {
    "wmVisitor-\(group)-\(random.below(Self.visitorsPerGroup))"
  }

  // MARK: Filling

  static func fill(_ filling: Filling) async throws -> Self {
    let chain = CommunitiesScenario(mark: filling.mark, size: filling.size)
    let groups = CommunitiesV1.CustomerGroupServiceClient(filling.channel)
    // They come in in order, batch by batch: when the last is there, all are.
    let isIn = try await isFound {
      _ = try await groups.getCustomerGroup(
        .init(chatID: chain.chat(chain.size - 1)), options: filling.options)
    }
    if isIn { return chain }
    try await filling.each(unit, count: chain.size, inBatchesOf: callers) { numbers in
      try await withThrowingTaskGroup(of: Void.self) { tasks in
        for number in numbers where number < numbers.upperBound - 1 {
          tasks.addTask { try await chain.create(number, groups, filling) }
        }
        try await tasks.waitForAll()
      }
      try await chain.create(numbers.upperBound - 1, groups, filling)
    }
    return chain
  }

  private func create(
    _ number: Int, _ groups: CommunitiesV1.CustomerGroupServiceClient, _ filling: Filling
  ) async throws {
    let members = (0..<Self.membersPerGroup - 1).map { place in
      CommunitiesV1.NewGroupMember(
        userid: "wmLoad\(mark)-\(Retail.padded(number * Self.membersPerGroup + place, 8))",
        type: .external, groupNickname: Retail.person(number + place))
    }
    do {
      _ = try await groups.createCustomerGroup(
        .init(
          chatID: chat(number), name: "\(Retail.store(number))福利群", owner: owner(of: number),
          members: members),
        options: filling.options)
    } catch let status as Status where status.code == .alreadyExists {
      // A filling that was broken off left it.
    }
  }
}
