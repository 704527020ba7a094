import Communities
import Customers
import Directory
import Fixtures
import Messages
import Protobuf
import RPC
import ServiceKit

/// Directory, customers and communities of a small chain, running, for one test.
///
/// The North (2) has the store 3. Ann works in the North, Bob in the store, Cid and Dan for the
/// corp. Ann follows wm1 and wm2, Bob wm1 and wm3, Cid wm4, Dan nobody.
struct Chain: Sendable {
  let folder: TemporaryFolder
  let directory: RunningService
  let customers: RunningService
  var communities: RunningService
  /// The tags by name: `gold` on ann–wm1 and bob–wm3, `silver` on ann–wm1 and bob–wm1, `iron` on
  /// nobody.
  let tagIDs: [String: String]

  static let start = Instant(seconds: 1_767_571_200)

  var groups: CommunitiesV1.CustomerGroupServiceClient { .init(communities.channel) }
  var moments: CommunitiesV1.MomentServiceClient { .init(communities.channel) }
  var jobs: CommonV1.JobServiceClient { .init(communities.channel) }
  var feed: ReplySequence<CommunitiesV1.Change> {
    CommunitiesV1.ChangeServiceClient(communities.channel).watchChanges(.init())
  }

  /// Waits until a moment's dispatch has ended, well or not.
  func settled(_ moment: CommunitiesV1.Moment) async throws -> CommunitiesV1.Moment {
    for try await change in feed {
      switch change.event {
      case .momentDispatched(let ended) where ended.momentID == moment.momentID: return ended
      case .momentFailed(let ended) where ended.momentID == moment.momentID: return ended
      default: continue
      }
    }
    throw Status(.unavailable, "The feed ended.")
  }

  /// Creates a moment and waits until its dispatch has ended.
  func moment(
    _ text: String = "新品上市", for range: CommunitiesV1.MomentVisibleRange? = nil
  ) async throws -> CommunitiesV1.Moment {
    try await settled(
      moments.createMoment(.init(text: .init(content: text), visibleRange: range)))
  }

  func executors(of moment: CommunitiesV1.Moment) async throws -> [String] {
    try await moments.listMomentTasks(.init(momentID: moment.momentID)).tasks.map(\.userid)
  }

  /// Whom a member's publication chose, sorted.
  func audience(
    of userid: String, _ moment: CommunitiesV1.Moment
  ) async throws -> [String] {
    try await moments.listMomentCustomers(.init(momentID: moment.momentID, userid: userid))
      .customers.map(\.externalUserid).sorted()
  }

  /// Stops communities and starts it again on the same folder, later, with these peers.
  mutating func restartCommunities(peers: [RunningService]) async throws {
    await communities.stop()
    communities = try await .start(
      CommunitiesService.self, in: folder, peers: peers,
      clock: .stepped(from: communities.clock.now.advanced(bySeconds: 3600)))
  }

  func stop() async {
    await communities.stop()
    await customers.stop()
    await directory.stop()
  }
}

/// Runs a test against the chain.
func withChain(
  policies: Policies = Policies(), _ body: (inout Chain) async throws -> Void
) async throws {
  let folder = try TemporaryFolder()
  let directory = try await RunningService.start(DirectoryService.self, in: folder)
  let customers = try await RunningService.start(
    CustomersService.self, in: folder, peers: [directory])
  var chain = Chain(
    folder: folder, directory: directory, customers: customers,
    communities: try await RunningService.start(
      CommunitiesService.self, in: folder, peers: [directory, customers], policies: policies),
    tagIDs: try await populate(directory, customers))
  do {
    try await body(&chain)
  } catch {
    await chain.stop()
    throw error
  }
  await chain.stop()
}

private func populate(
  _ directory: RunningService, _ customers: RunningService
) async throws -> [String: String] {
  let departments = DirectoryV1.DepartmentServiceClient(directory.channel)
  _ = try await departments.createDepartment(
    .init(department: .init(id: 2, name: "North", parentid: 1, kind: .region)))
  _ = try await departments.createDepartment(
    .init(department: .init(id: 3, name: "Store", parentid: 2, kind: .store)))
  let members = DirectoryV1.MemberServiceClient(directory.channel)
  for (userid, department) in [("ann", 2), ("bob", 3), ("cid", 1), ("dan", 1)] {
    _ = try await members.createMember(
      .init(member: .sample(userid, departmentIDs: [UInt32(department)])))
  }
  let tags = try await CustomersV1.TagServiceClient(customers.channel).createTagGroup(
    .init(groupName: "级别", tags: ["gold", "silver", "iron"].map { .init(name: $0) })
  ).tags
  let tagIDs = Dictionary(uniqueKeysWithValues: tags.map { ($0.name, $0.tagID) })
  let relations = CustomersV1.RelationServiceClient(customers.channel)
  let pairs: [(String, String, [String])] = [
    ("ann", "wm1", ["gold", "silver"]), ("ann", "wm2", []), ("bob", "wm1", ["silver"]),
    ("bob", "wm3", ["gold"]), ("cid", "wm4", []),
  ]
  for (userid, externalUserid, names) in pairs {
    _ = try await relations.addRelation(
      .init(
        customer: .init(externalUserid: externalUserid, name: externalUserid),
        relation: .init(userid: userid, tagIDs: PackedList(names.map { tagIDs[$0]! }))))
  }
  return tagIDs
}
