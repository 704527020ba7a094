@testable import Broadcasts
import Fixtures
import Messages
import RPC
@testable import ServiceKit
import Store
import Testing

/// A recount that finds nothing is worth nothing unless it finds what is there.
@Suite("Recount", .timeLimit(.minutes(5)))
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
      ("UPDATE old_count SET sent_count = 1 WHERE variant = 0", "of old customers"),
      ("UPDATE delivery SET is_old = 1 WHERE recipient_id = 1", "of old customers"),
      ("INSERT INTO old_customer VALUES (2)", "of old customer 2"),
      ("INSERT INTO offer_count VALUES (1, 1, 0, 0, 1, 0, 0, 0)", "of offer"),
      ("INSERT INTO offer_choice VALUES (1, 1, 1, 5, 1, 0)", "the redemptions"),
      ("DELETE FROM quota_day", "the quota"),
      ("UPDATE delivery SET member_id = 9 WHERE recipient_id = 1", "the task of delivery 1/1"),
      ("UPDATE delivery SET recipient_id = 9 WHERE recipient_id = 3", "the task of delivery 1/9"),
      ("UPDATE task_part SET recipients = '[1,2]'", "the recipients of task"),
      ("UPDATE task_part SET recipients = '[1,2,2]'", "the recipients of task"),
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
      try plan(
        ["wm-1", "wm-2", "wm-3"].map { PlanRecipient(id: $0, userid: "ann") }, key, in: writer)
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
        var members: [String: Int64] = [:]
        try PlanTable.write(
          [PlanRecipient(id: "wm-1", userid: "ann"), PlanRecipient(id: "wm-1", userid: "bob")],
          broadcast: key, members: &members, in: writer)
      }
    }
    await corps.close()
  }

  @Test("What an earlier program planned is carried over, and what it was planning begins anew")
  func earlier() async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let path = "\(folder.path)/broadcasts"
    let earlier = Corps(
      folder: path,
      migrations: Array(
        BroadcastsService.migrations.prefix { $0.name != ListingTable.migration.name }))
    try await earlier.database(of: "demo").write { writer in
      for sql in Self.earlierRows { try writer.run(sql) }
    }
    await earlier.close()
    #expect(try await Recount.mistakes(in: folder) == [])
    let corps = Corps(folder: path, migrations: BroadcastsService.migrations)
    let (ann, planning, cursor) = try corps.database(of: "demo").read { reader in
      (
        try TaskPartTable.recipients(
          of: CounterKey(broadcast: 1, member: 1), after: 3, limit: 3000, in: reader),
        try BroadcastTable.find(key: 2, in: reader)?.counts,
        try JobTable.find("job-2", in: reader)?.cursor
      )
    }
    #expect(ann == stride(from: 5, through: 4999, by: 2).map { Int64($0) })
    #expect(planning == BroadcastCounts())
    let (refusals, items, uses, old, olds) = try corps.database(of: "demo").read { reader in
      (
        try PlanTable.refusals(broadcast: 1, after: "", limit: 9, in: reader),
        try ContentItemTable.list(before: .max, limit: 9, in: reader),
        try ContentItemTable.uses(of: 1, after: 0, limit: 9, in: reader).map(\.userid),
        try [5, 6].map { try OldCustomerTable.contains($0, in: reader) },
        try OldCustomerTable.counts(broadcast: 1, in: reader)
      )
    }
    #expect(refusals == [Refusal(id: "wm-x", reason: .noRelation)])
    #expect(items.map(\.id) == ["ci1"])
    #expect((uses, old, olds) == (["ann"], [true, false], nil))
    #expect(cursor == [])
    await corps.close()
  }

  /// A broadcast of 5000 recipients, every other one Ann's, and one of which two are written.
  private static let earlierRows = [
    "INSERT INTO member VALUES (1, 'ann', 'ann'), (2, 'bob', 'bob')",
    """
    INSERT INTO recipient WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number
      WHERE n < 5000) SELECT n, 'wm-' || n FROM number
    """,
    """
    INSERT INTO broadcast (id, msgid, name, chat_type, sender, state, jobid, create_time, plan_time)
    VALUES (1, 'msg1', '', 1, '', 2, 'job-1', 1, 2), (2, 'msg2', '', 1, '', 1, 'job-2', 1, NULL)
    """,
    """
    INSERT INTO broadcast_count (broadcast_id, member_count, confirmed_count, refused_count,
      recipient_count, leased_count, sent_count, failed_count, conversion_count, converted_count,
      amount_cents)
    VALUES (1, 2, 0, 1, 5000, 0, 0, 0, 1, 1, 100), (2, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0)
    """,
    """
    INSERT INTO task (broadcast_id, member_id, recipient_count, leased_count, sent_count,
      failed_count, conversion_count, converted_count, amount_cents)
    VALUES (1, 1, 2500, 0, 0, 0, 1, 1, 100), (1, 2, 2500, 0, 0, 0, 0, 0, 0), (2, 1, 2, 0, 0, 0, 0, 0, 0)
    """,
    """
    INSERT INTO delivery (broadcast_id, recipient_id, member_id, status)
    SELECT 1, id, 2 - id % 2, 0 FROM recipient ORDER BY id DESC
    """,
    "INSERT INTO delivery (broadcast_id, recipient_id, member_id, status) VALUES (2, 7, 1, 0), (2, 8, 1, 0)",
    """
    INSERT INTO conversion (conversion_id, broadcast_id, recipient_id, kind, amount_cents,
      conversion_time)
    VALUES ('c', 1, 5, 1, 100, 3)
    """,
    "INSERT INTO delivery_conversion VALUES (1, 5, 1, 100)",
    "INSERT INTO refusal VALUES (1, 'wm-x', 1)",
    """
    INSERT INTO content_item (item_id, kind, title, category, content, search_text, use_count,
      create_time, update_time)
    VALUES ('ci1', 2, '运费', '', '{"text":"x","attachments":[]}', 'x', 1, 1, 1)
    """,
    "INSERT INTO content_use VALUES (1, 1, 1, 1)",
    """
    INSERT INTO job (jobid, kind, state, payload, cursor, processed_count, total_count, attempts,
      last_error, next_time, create_time, update_time)
    VALUES ('job-2', 'plan-broadcast', 2, x'6d736732', x'32', 2, 0, 0, '', 1, 1, 1)
    """,
  ]

  /// What a plan leaves behind.
  private func plan(_ recipients: [PlanRecipient], _ broadcast: Int64, in writer: Writer) throws {
    var members: [String: Int64] = [:]
    try PlanTable.write(recipients, broadcast: broadcast, members: &members, in: writer)
    try CounterTable.add(recipients: recipients.count, to: broadcast, in: writer)
    var shares = PlanShares()
    for row in try PlanTable.rows(broadcast: broadcast, after: 0, limit: 10, in: writer) {
      shares.add(row)
    }
    for (member, share) in shares.members {
      let key = CounterKey(broadcast: broadcast, member: member)
      try CounterTable.begin(share, of: key, in: writer)
      try TaskPartTable.put(share.recipients, of: key, in: writer)
    }
    try CounterTable.begin(shares, of: broadcast, in: writer)
  }
}
