@testable import Broadcasts
import ServiceKit
import Testing

/// Pure values in, values out: what a content, a draft and a lease request may hold.
@Suite("Rules of broadcasts")
struct RulesTests {
  private let policies = Policies()

  private func mistake(_ body: () throws -> Void) -> InvalidField? {
    do {
      try body()
      return nil
    } catch {
      return error as? InvalidField
    }
  }

  private func mistake(in content: Content) -> InvalidField? {
    mistake { try content.checkShape(field: "content", policies: policies) }
  }

  private func mistake(in draft: BroadcastDraft) -> InvalidField? {
    mistake { try draft.checkShape(policies: policies) }
  }

  @Test("A text has at most 4000 bytes, whatever its characters")
  func textBytes() {
    #expect(mistake(in: Content(text: String(repeating: "x", count: 4000))) == nil)
    #expect(mistake(in: Content(text: String(repeating: "果", count: 1333))) == nil)
    let over = mistake(in: Content(text: String(repeating: "果", count: 1334)))
    #expect(over?.reason == "TOO_LONG")
    #expect(over?.name == "content.text")
    #expect(over?.errcode == 45002)
    #expect(mistake(in: Content(text: String(repeating: "x", count: 4001)))?.errcode == 45002)
  }

  @Test("A content has a text or an attachment, and nine attachments at most")
  func attachmentCount() {
    let empty = mistake(in: Content())
    #expect(empty?.reason == "CONTENT_EMPTY")
    #expect(empty?.errcode == 40058)
    let image = Broadcasts.Attachment.image(mediaID: "m", picURL: "")
    #expect(mistake(in: Content(attachments: Array(repeating: image, count: 9))) == nil)
    let over = mistake(in: Content(attachments: Array(repeating: image, count: 10)))
    #expect(over?.name == "content.attachments")
    #expect(over?.errcode == 41064)
  }

  private static let overTheEdge: [(Broadcasts.Attachment, String, Int)] = [
    (.image(mediaID: "", picURL: ""), "image", 41006),
    (.image(mediaID: String(repeating: "m", count: 257), picURL: ""), "image.media_id", 40007),
    (.image(mediaID: "", picURL: "ftp://x"), "image.pic_url", 40094),
    (.link(title: "", picURL: "", desc: "", url: "https://x"), "link.title", 40058),
    (
      .link(title: String(repeating: "标", count: 43), picURL: "", desc: "", url: "https://x"),
      "link.title", 40058
    ),
    (.link(title: "t", picURL: "x", desc: "", url: "https://x"), "link.picurl", 40094),
    (
      .link(title: "t", picURL: "", desc: String(repeating: "d", count: 513), url: "https://x"),
      "link.desc", 40058
    ),
    (.link(title: "t", picURL: "", desc: "", url: ""), "link.url", 40058),
    (
      .link(
        title: "t", picURL: "", desc: "", url: "https://" + String(repeating: "x", count: 2041)),
      "link.url", 40058
    ),
    (
      .miniprogram(
        title: String(repeating: "标", count: 22), picMediaID: "m", appid: "wx1", page: "p"),
      "miniprogram.title", 40058
    ),
    (
      .miniprogram(title: "t", picMediaID: "", appid: "wx1", page: "p"),
      "miniprogram.pic_media_id", 41006
    ),
    (
      .miniprogram(title: "t", picMediaID: "m", appid: "", page: "p"), "miniprogram.appid", 90207
    ),
    (
      .miniprogram(title: "t", picMediaID: "m", appid: "wx1", page: ""), "miniprogram.page", 40058
    ),
    (.video(mediaID: ""), "video.media_id", 41006), (.file(mediaID: ""), "file.media_id", 41006),
  ]

  @Test(
    "An attachment's fields have their limits, in bytes",
    arguments: overTheEdge)
  func attachmentOverTheEdge(attachment: Broadcasts.Attachment, field: String, errcode: Int) {
    let found = mistake(
      in: Content(attachments: [.video(mediaID: "m"), attachment]))
    #expect(found?.name == "content.attachments[1].\(field)")
    #expect(found?.errcode == errcode)
  }

  private static let atTheEdge: [Broadcasts.Attachment] = [
    .image(mediaID: "", picURL: "http://x"),
    .link(
      title: String(repeating: "t", count: 128), picURL: "https://x",
      desc: String(repeating: "d", count: 512),
      url: "https://" + String(repeating: "x", count: 2040)),
    .miniprogram(
      title: String(repeating: "t", count: 64), picMediaID: "m", appid: "wx1", page: "p"),
    .video(mediaID: String(repeating: "m", count: 256)), .file(mediaID: "m"),
  ]

  @Test(
    "An attachment at the edge is taken",
    arguments: atTheEdge)
  func attachmentAtTheEdge(attachment: Broadcasts.Attachment) {
    #expect(mistake(in: Content(attachments: [attachment])) == nil)
  }

  private static let wrongAudiences: [(BroadcastDraft, String, String)] = [
    (BroadcastDraft(audience: nil), "broadcast.audience", "REQUIRED"),
    (BroadcastDraft(audience: Audience()), "broadcast.audience", "REQUIRED"),
    (
      BroadcastDraft(sender: "ann", audience: Audience(userids: ["bob"])), "broadcast.sender",
      "SENDER_TWICE"
    ),
    (
      BroadcastDraft(sender: "ann", audience: Audience(departmentIDs: [1])), "broadcast.sender",
      "SENDER_TWICE"
    ),
    (BroadcastDraft(sender: "_", audience: nil), "broadcast.sender", "BAD_USERID"),
    (BroadcastDraft(sender: "ann", chatIDs: ["wr1"]), "broadcast.chat_ids", "NOT_FOR_SINGLE"),
    (
      BroadcastDraft(audience: Audience(tagGroups: [.init(tags: [])])),
      "broadcast.audience.tag_filter.group_list[0].tag_list", "REQUIRED"
    ),
    (
      BroadcastDraft(
        audience: Audience(tagGroups: [.init(tags: Array(repeating: "et1", count: 101))])),
      "broadcast.audience.tag_filter.group_list[0].tag_list", "TOO_LONG"
    ),
    (
      BroadcastDraft(
        audience: Audience(externalUserids: Array(repeating: "wm1", count: 10_001))),
      "broadcast.audience.external_userids", "TOO_LONG"
    ),
    (
      BroadcastDraft(audience: Audience(externalUserids: ["wm 1"])),
      "broadcast.audience.external_userids", "BAD_ID"
    ),
    (
      BroadcastDraft(audience: Audience(userids: [""])), "broadcast.audience.userids", "REQUIRED"
    ),
  ]

  @Test(
    "To customers: an audience that names somebody, and one sender at most",
    arguments: wrongAudiences)
  func audience(draft: BroadcastDraft, field: String, reason: String) {
    let found = mistake(in: draft)
    #expect(found?.name == field)
    #expect(found?.reason == reason)
  }

  @Test(
    "To groups: their sender, 1 to 2000 of them, and no audience",
    arguments: [
      ("", ["wr1"], nil, "broadcast.sender", "REQUIRED"),
      ("ann", [], nil, "broadcast.chat_ids", "REQUIRED"),
      ("ann", Array(repeating: "wr1", count: 2001), nil, "broadcast.chat_ids", "TOO_LONG"),
      ("ann", ["wr/1"], nil, "broadcast.chat_ids", "BAD_ID"),
      ("ann", ["wr1"], Audience(userids: ["ann"]), "broadcast.audience", "NOT_FOR_GROUPS"),
    ] as [(String, [String], Audience?, String, String)])
  func chats(
    sender: String, chatIDs: [String], audience: Audience?, field: String, reason: String
  ) {
    let found = mistake(
      in: BroadcastDraft(chatType: .group, sender: sender, audience: audience, chatIDs: chatIDs))
    #expect(found?.name == field)
    #expect(found?.reason == reason)
  }

  @Test("A draft at its edges is taken")
  func draftAtTheEdge() {
    let text = Content(text: "x")
    #expect(
      mistake(
        in: BroadcastDraft(
          name: String(repeating: "名", count: 64), content: text,
          audience: Audience(externalUserids: Array(repeating: "wm1", count: 10_000)))) == nil)
    #expect(mistake(in: BroadcastDraft(sender: "ann", content: text)) == nil)
    #expect(
      mistake(
        in: BroadcastDraft(
          chatType: .group, sender: "ann", content: text,
          chatIDs: Array(repeating: "wr1", count: 2000))) == nil)
    #expect(
      mistake(in: BroadcastDraft(name: String(repeating: "名", count: 65), sender: "ann"))?.name
        == "broadcast.name")
  }

  @Test("A target holds a group once, and the sender as the one member asked")
  func target() {
    #expect(
      BroadcastDraft(chatType: .group, sender: "ann", chatIDs: ["b", "a", "b"]).target
        == .chats(["a", "b"]))
    #expect(
      BroadcastDraft(sender: "ann", audience: Audience(externalUserids: ["wm1"])).target
        == .audience(Audience(externalUserids: ["wm1"], userids: ["ann"])))
  }

  @Test("A lease is for 1 to 1000 deliveries and 1 to 3600 seconds, by a channel with a name")
  func leaseRequest() throws {
    func request(_ count: Int, _ seconds: Int, _ id: String = "app") throws -> LeaseRequest {
      try LeaseRequest(channelID: id, maxCount: count, seconds: seconds, policies: policies)
    }
    let normal = try request(0, 0)
    #expect((normal.maxCount, normal.seconds) == (100, 60))
    let most = try request(1000, 3600)
    #expect((most.maxCount, most.seconds) == (1000, 3600))
    #expect(mistake { _ = try request(1001, 1) }?.name == "max_count")
    #expect(mistake { _ = try request(-1, 1) }?.name == "max_count")
    #expect(mistake { _ = try request(1, 3601) }?.name == "lease_seconds")
    #expect(mistake { _ = try request(1, -1) }?.name == "lease_seconds")
    #expect(mistake { _ = try request(1, 1, "") }?.name == "channel_id")
  }

  @Test(
    "A delivery_id reads back, and nothing else does",
    arguments: ["", "1", "1-", "-1-2", "1-2-3", "01-2", "1-+2", "1 -2", "9223372036854775808-1"])
  func deliveryKey(text: String) {
    #expect(DeliveryKey("12-345") == DeliveryKey(broadcast: 12, recipient: 345))
    #expect(DeliveryKey(broadcast: 12, recipient: 345).text == "12-345")
    #expect(DeliveryKey(text) == nil)
  }

  @Test("A conversion is worth 0 to ten billion, in cents")
  func amount() throws {
    func conversion(_ amount: Int64) throws -> Conversion {
      try Conversion(
        id: "c", msgid: "m", recipientID: "wm1", kind: .order, amountCents: amount,
        time: Instant(seconds: 0))
    }
    let change = try conversion(1_000_000_000_000).change(isFirst: false, isHeldOut: false)
    #expect(change.converted == 0)
    #expect(mistake { _ = try conversion(-1) }?.name == "conversions.amount_cents")
    #expect(mistake { _ = try conversion(1_000_000_000_001) }?.reason == "OUT_OF_RANGE")
  }
}
