@testable import Broadcasts
import Fixtures
import Messages
import RPC
@testable import ServiceKit
import Store
import Testing

/// A recount that finds nothing is worth nothing unless it finds what is there.
@Suite("Recount", .timeLimit(.minutes(1)))
struct RecountTests {
  @Test(
    "A recount finds each counter that lies",
    arguments: [
      ("UPDATE task SET sent_count = 1, leased_count = 0 WHERE member_id = 1", "of task"),
      ("UPDATE broadcast_count SET failed_count = 1 WHERE broadcast_id = 1", "of broadcast"),
      ("UPDATE broadcast_count SET refused_count = 1 WHERE broadcast_id = 1", "of broadcast"),
      ("UPDATE lease_queue SET left_count = left_count + 1", "the queue"),
      ("DELETE FROM lease_queue", "place in the queue"),
      ("UPDATE broadcast SET state = 3 WHERE id = 1", "the end"),
      ("UPDATE delivery SET status = 1 WHERE recipient_id = 1", "the lease"),
      ("UPDATE delivery SET is_held_out = 1 WHERE recipient_id = 1", "held out and touched"),
      ("UPDATE broadcast_count SET held_out_count = 1", "of broadcast"),
      ("UPDATE variant_count SET sent_count = 1 WHERE variant = 2", "of variant"),
      ("DELETE FROM quota_day", "the quota"),
      (
        "INSERT INTO delivery_conversion VALUES (1, 1, 1, 5)", "the conversions of delivery"
      ),
    ])
  func lies(sql: String, found: String) async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let corps = Corps(
      folder: "\(folder.path)/broadcasts", migrations: BroadcastsService.migrations)
    let database = try corps.database(of: "demo")
    try await database.write { writer in
      let key = try BroadcastTable.insert(
        Broadcast(
          key: 0, msgid: "msg1", name: "", chatType: .single, sender: "", state: .planning,
          jobid: "j", createTime: Instant(seconds: 1), counts: BroadcastCounts()),
        Contents(variants: [
          Variant(name: "a", weight: 1, content: Content(text: "x")),
          Variant(name: "b", weight: 1, content: Content(text: "y")),
        ]), .chats([]), in: writer)
      try PlanTable.write(
        ["wm-1", "wm-2", "wm-3"].map { PlanRecipient(id: $0, userid: "ann") }, broadcast: key,
        in: writer)
      var broadcast = try #require(try BroadcastTable.find(key: key, in: writer))
      broadcast.activate(now: Instant(seconds: 2))
      try BroadcastTable.update(broadcast, in: writer)
      var task = try #require(
        try MemberTaskTable.find(broadcast: key, userid: "ann", in: writer))
      try task.confirm(now: Instant(seconds: 3))
      try MemberTaskTable.confirm(task, in: writer)
      try CounterTable.add(confirmedMembers: 1, to: key, in: writer)
      try LeaseTable.queue(task, in: writer)
      var leasing = Leasing(
        Lease(
          channelID: "app", token: 1, now: Instant(seconds: 4), expireTime: Instant(seconds: 5)),
        maxCount: 1, rules: SendingRules(), policies: Policies(),
        BroadcastsMutation(
          writer: writer, now: Instant(seconds: 4), origin: .api,
          eventsExpired: Instant(seconds: 0)))
      try leasing.run()
    }
    await corps.close()
    #expect(try await Recount.mistakes(in: folder) == [])
    let again = Corps(
      folder: "\(folder.path)/broadcasts", migrations: BroadcastsService.migrations)
    _ = try await again.database(of: "demo").write { try $0.run(sql) }
    await again.close()
    let mistakes = try await Recount.mistakes(in: folder)
    #expect(mistakes.contains { $0.contains(found) }, "\(mistakes)")
  }

  @Test("A recipient cannot be written twice")
  func twice() async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let corps = Corps(
      folder: "\(folder.path)/broadcasts", migrations: BroadcastsService.migrations)
    let database = try corps.database(of: "demo")
    let key = try await database.write { writer in
      try BroadcastTable.insert(
        Broadcast(
          key: 0, msgid: "msg1", name: "", chatType: .single, sender: "", state: .planning,
          jobid: "j", createTime: Instant(seconds: 1), counts: BroadcastCounts()),
        Contents(single: Content(text: "x")), .chats([]), in: writer)
    }
    await #expect(throws: PlanFault.recipientRepeated) {
      try await database.write { writer in
        try PlanTable.write(
          [PlanRecipient(id: "wm-1", userid: "ann"), PlanRecipient(id: "wm-1", userid: "bob")],
          broadcast: key, in: writer)
      }
    }
    await corps.close()
  }
}
