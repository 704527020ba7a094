import Communities
import Fixtures
import Messages
import Protobuf
import RPC
import ServiceKit
import Testing

@testable import Customers

@Suite("External contacts", .timeLimit(.minutes(5)))
struct ExternalContactTests {
  @Test("Customers come first, each once, with who added him first; then those of groups alone")
  func listed() async throws {
    try await withCustomersAndCommunities { scene in
      try await scene.customers.add("b", "wm1")
      try await scene.customers.add("a", "wm2")
      scene.customers.service.clock.advance(seconds: 60)
      try await scene.customers.add("a", "wm1")
      let group = try await scene.group(["wm1", "wm8", "wm9"])
      let contacts = try await scene.until { $0.count == 4 }
      #expect(contacts.map(\.externalUserid) == ["wm1", "wm2", "wm8", "wm9"])
      #expect(contacts.map(\.isCustomer) == [true, true, false, false])
      #expect(contacts.map(\.followUserid) == ["b", "a", "owner", "owner"])
      #expect(contacts.map(\.name) == ["客户 wm1", "客户 wm2", "群里 wm8", "群里 wm9"])
      #expect(contacts.map(\.chatID) == ["", "", group.chatID, group.chatID])
      #expect(contacts[3].chatName == "会员群")
      #expect(contacts[3].addTime == group.createTime)
      #expect(contacts[0].addTime != scene.customers.service.clock.now.timestamp)
    }
  }

  @Test("Who is removed by all is no customer any more; who removed them still is")
  func removed() async throws {
    try await withCustomersAndCommunities { scene in
      for id in ["wm1", "wm2", "wm3"] { try await scene.customers.add("a", id) }
      _ = try await scene.group(["wm2", "wm4"])
      _ = try await scene.until { $0.count == 4 }
      try await scene.customers.remove("a", "wm1", by: .member)
      try await scene.customers.remove("a", "wm2", by: .member)
      try await scene.customers.remove("a", "wm3", by: .customer)
      let contacts = try await scene.contacts()
      #expect(contacts.map(\.externalUserid) == ["wm3", "wm2", "wm4"])
      #expect(contacts.map(\.isCustomer) == [true, false, false])
      try await scene.customers.add("a", "wm4")
      #expect(try await scene.contacts().map(\.isCustomer) == [true, true, false])
    }
  }

  @Test("Who leaves his last group, and whose group is dismissed or renamed, is told by the feed")
  func followed() async throws {
    try await withCustomersAndCommunities { scene in
      let first = try await scene.group(["wm1", "wm2"])
      _ = try await scene.until { $0.count == 2 }
      scene.communities.clock.advance(seconds: 1)
      let second = try await scene.group(["wm2", "wm3"], owner: "other")
      var contacts = try await scene.until { $0.count == 3 }
      #expect(contacts.map(\.followUserid) == ["owner", "owner", "other"])
      _ = try await scene.groups.removeGroupMembers(
        .init(chatID: first.chatID, userids: ["wm1", "wm2"], quitScene: .left))
      contacts = try await scene.until { $0.count == 2 }
      #expect(contacts.map(\.externalUserid) == ["wm2", "wm3"])
      #expect(contacts.map(\.chatID) == [second.chatID, second.chatID])
      _ = try await scene.groups.updateCustomerGroup(
        .init(customerGroup: .init(chatID: second.chatID, name: "新名")))
      contacts = try await scene.until { $0.first?.chatName == "新名" }
      _ = try await scene.groups.dismissCustomerGroup(.init(chatID: second.chatID))
      _ = try await scene.until(\.isEmpty)
      _ = try await scene.groups.addGroupMembers(
        .init(
          chatID: first.chatID, members: [.init(userid: "wm1", type: .external)], joinScene: .qrCode
        ))
      contacts = try await scene.until { $0.count == 1 }
      #expect(contacts[0].addTime == scene.communities.clock.now.timestamp)
    }
  }

  @Test("What communities held before is taken over; what went while nobody listened is gone")
  func takenOver() async throws {
    try await withCustomersAndCommunities { scene in
      let kept = try await scene.group(["wm1", "wm2"])
      let gone = try await scene.group(["wm3"])
      _ = try await scene.until { $0.count == 3 }
      await scene.customers.service.stop()
      _ = try await scene.groups.dismissCustomerGroup(.init(chatID: gone.chatID))
      _ = try await scene.groups.removeGroupMembers(
        .init(chatID: kept.chatID, userids: ["wm1"], quitScene: .removed))
      // A week and more later the feed no longer holds it.
      scene.communities.clock.advance(seconds: 10 * 86_400)
      for name in ["一", "二"] {
        _ = try await scene.groups.updateCustomerGroup(
          .init(customerGroup: .init(chatID: kept.chatID, name: name)))
      }
      try await scene.restart()
      let contacts = try await scene.until { $0.count == 1 }
      #expect(contacts.map(\.externalUserid) == ["wm2"])
      #expect(contacts.map(\.chatName) == ["二"])
    }
  }

  @Test("A joining sets off the rules that speak of it, once, for the live relations alone")
  func rules() async throws {
    try await withCustomersAndCommunities { scene in
      let customers = scene.customers
      let tags = try await customers.tagIDs("入群", "一群")
      for userid in ["a", "b", "c"] { try await customers.add(userid, "wm1") }
      try await customers.remove("b", "wm1", by: .customer)
      let group = try await scene.group(["wm0"])
      _ = try await scene.until { $0.count == 2 }
      try await customers.rule("入群", on: .event(.init(kind: .groupJoined)), add: [tags[0]])
      try await customers.rule(
        "一群", on: .event(.init(kind: .groupJoined, keys: ["wr-other"])), add: [tags[1]])
      _ = try await scene.groups.addGroupMembers(
        .init(
          chatID: group.chatID, members: [.init(userid: "wm1", type: .external)], joinScene: .link))
      // Told of last, known to be applied last.
      _ = try await scene.group(["wm7"])
      _ = try await scene.until { $0.count == 3 }
      #expect(try await customers.relation("a", "wm1")?.tagIDs == [tags[0]])
      #expect(try await customers.relation("b", "wm1")?.tagIDs == [])
      #expect(try await customers.effects(on: "c", "wm1") == ["入群: changed"])
      let founded = try await scene.groups.createCustomerGroup(
        .init(
          chatID: "wr-other", name: "又一群", owner: "owner",
          members: [.init(userid: "wm1", type: .external)]))
      _ = try await scene.group(["wm6"])
      _ = try await scene.until { $0.count == 4 }
      #expect(founded.firstMembers == [])
      #expect(try await customers.relation("a", "wm1")?.tagIDs == PackedList(tags))
      #expect(try await customers.effects(on: "a", "wm1") == ["入群: changed", "一群: changed"])
    }
  }

  @Test("A page ends where it has looked at enough, and the walk comes to its end")
  func paged() async throws {
    try await withCustomersAndCommunities { scene in
      let batch = (0..<900).map { CustomersV1.CustomerRelation.sample("a", "wm\($0)") }
      for part in [0..<900, 900..<1800, 1800..<2700] {
        _ = try await scene.customers.importAll([
          part.map { .sample("a", "wm\($0)") }
        ])
      }
      for relation in batch {
        try await scene.customers.remove("a", relation.customer!.externalUserid, by: .member)
      }
      _ = try await scene.group((0..<3).map { "wm\($0)" })
      var sizes: [Int] = []
      var ids: [String] = []
      _ = try await scene.until { $0.count == 1803 }
      var request = CustomersV1.ListExternalContactsRequest(pageSize: 2000)
      repeat {
        let page = try await scene.client.listExternalContacts(request)
        sizes.append(page.contacts.count)
        ids += page.contacts.map(\.externalUserid)
        request.pageToken = page.nextPageToken
      } while !request.pageToken.isEmpty
      #expect(sizes.reduce(0, +) == 1803 && Set(ids).count == 1803)
      #expect(sizes.allSatisfy { $0 <= 1000 })
      await expectFailure(.invalidArgument, "NEGATIVE", field: "page_size") {
        try await scene.client.listExternalContacts(.init(pageSize: -1))
      }
      await expectFailure(.invalidArgument, "BAD_PAGE_TOKEN", field: "page_token", errcode: 50100) {
        try await scene.client.listExternalContacts(.init(pageToken: "nonsense"))
      }
    }
  }
}

/// Customers beside the communities they follow.
private final class ContactScene {
  let communities: RunningService
  private let folder: TemporaryFolder
  private(set) var customers: CustomersCaller

  init(_ communities: RunningService) async throws {
    self.communities = communities
    folder = try TemporaryFolder()
    customers = CustomersCaller(
      try await RunningService.start(CustomersService.self, in: folder, peers: [communities]))
  }

  func restart() async throws {
    customers = CustomersCaller(
      try await RunningService.start(CustomersService.self, in: folder, peers: [communities]))
  }

  var client: CustomersV1.ExternalContactServiceClient { .init(customers.service.channel) }
  var groups: CommunitiesV1.CustomerGroupServiceClient { .init(communities.channel) }

  /// Makes a group with these from outside.
  func group(
    _ externalUserids: [String], owner: String = "owner"
  ) async throws -> CommunitiesV1.CustomerGroup {
    try await groups.createCustomerGroup(
      .init(
        name: "会员群", owner: owner,
        members: externalUserids.map {
          .init(userid: $0, type: .external, groupNickname: "群里 \($0)")
        }))
  }

  func contacts() async throws -> [CustomersV1.ExternalContact] {
    var contacts: [CustomersV1.ExternalContact] = []
    var request = CustomersV1.ListExternalContactsRequest(pageSize: 1000)
    repeat {
      let page = try await client.listExternalContacts(request)
      contacts += page.contacts
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty
    return contacts
  }

  /// The contacts once they are as wanted: the feed is behind.
  func until(
    _ isWanted: ([CustomersV1.ExternalContact]) -> Bool
  ) async throws -> [CustomersV1.ExternalContact] {
    while true {
      let contacts = try await contacts()
      if isWanted(contacts) { return contacts }
      await Task.yield()
    }
  }
}

private func withCustomersAndCommunities(_ body: (ContactScene) async throws -> Void) async throws {
  try await withService(CommunitiesService.self) { communities in
    let scene = try await ContactScene(communities)
    do {
      try await body(scene)
    } catch {
      await scene.customers.service.stop()
      throw error
    }
    await scene.customers.service.stop()
  }
}
