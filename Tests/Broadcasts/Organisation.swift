import Directory
import Fixtures
import Messages
import RPC

/// The departments of a small chain, with its members in them: Ann in the first store, Bob in both, Cid
/// in the second. In the third, nobody.
struct Organisation: Sendable {
  let region: UInt32
  /// Under the region.
  let stores: [UInt32]
}

extension Chain {
  var guideTasks: BroadcastsV1.GuideTaskServiceClient { .init(service.channel) }
  var assignments: BroadcastsV1.GuideAssignmentServiceClient { .init(service.channel) }

  /// Makes the organisation and waits until broadcasts has heard of it.
  func organise() async throws -> Organisation {
    let departments = DirectoryV1.DepartmentServiceClient(peer("directory").channel)
    func make(_ name: String, _ parent: UInt32) async throws -> UInt32 {
      try await departments.createDepartment(
        .init(department: .init(name: name, parentid: parent))
      ).id
    }
    let region = try await make("华东", 1)
    let stores = [
      try await make("一店", region), try await make("二店", region), try await make("三店", region),
    ]
    for (userid, ids) in [
      ("ann", [stores[0]]), ("bob", [stores[0], stores[1]]), ("cid", [stores[1]]),
    ] {
      _ = try await DirectoryV1.MemberServiceClient(peer("directory").channel).createMember(
        .init(member: .sample(userid, departmentIDs: ids)))
    }
    try await hear(of: "cid", in: stores[1])
    return Organisation(region: region, stores: stores)
  }

  /// Waits until broadcasts knows that a member works somewhere: then he may use what is kept for it.
  func hear(of userid: String, in department: UInt32) async throws {
    let items = BroadcastsV1.ContentItemServiceClient(service.channel)
    let item = try await items.createContentItem(
      .init(
        contentItem: .init(
          kind: .material, title: userid, scope: .departmentID(department),
          content: .init(text: userid))))
    while try await !items.lookupContentItems(.init(userid: userid, kind: .material)).contentItems
      .contains(where: { $0.itemID == item.itemID })
    {
      await Task.yield()
    }
  }

  func report(
    _ task: BroadcastsV1.GuideTask, _ userid: String, _ proofs: BroadcastsV1.Proof.Body...
  ) async throws -> BroadcastsV1.GuideAssignment {
    let reply = try await assignments.recordGuideReport(
      .init(taskID: task.taskID, userid: userid, proofs: proofs.map { .init(body: $0) }))
    return reply.assignment ?? .init()
  }

  /// All changes of the feed so far that tell of guide tasks.
  func guideEvents() async throws -> [BroadcastsV1.Change.Event] {
    let newest = try await guideTasks.createGuideTask(
      .init(guideTask: .init(kind: .learn, title: "last", userids: ["ann"])))
    var events: [BroadcastsV1.Change.Event] = []
    for try await change in changes.watchChanges(.init()) {
      guard let event = change.event, event != .guideTaskCreated(newest) else { break }
      if case .contentItemCreated = event { continue }
      events.append(event)
    }
    return events
  }
}
