@testable import Broadcasts
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("What members send by one tap", .timeLimit(.minutes(5)))
struct SendableItemTests {
  private func items(_ chain: Chain) -> BroadcastsV1.ContentItemServiceClient {
    .init(chain.service.channel)
  }

  private func card(
    _ title: String, position: Int32, scope: BroadcastsV1.ContentItem.Scope? = nil
  ) -> BroadcastsV1.ContentItem {
    .init(
      kind: .sendable, title: title, scope: scope,
      content: .init(
        attachments: [
          .init(
            body: .miniprogram(
              .init(
                title: title, picMediaID: "m", appid: "wx1", page: "shop?by={{member.userid}}")))
        ]), position: position)
  }

  @Test("What a member may send stands in the order of its positions, page by page")
  func order() async throws {
    try await withChain { chain in
      let places = try await chain.organise()
      var made: [String: BroadcastsV1.ContentItem] = [:]
      for (title, position, scope) in [
        ("开卡", 20, nil), ("商城", 10, nil), ("领券", 10, .departmentID(places.stores[0])),
        ("别店", 1, .departmentID(places.stores[2])), ("鲍勃", 5, .userid("bob")),
      ] as [(String, Int32, BroadcastsV1.ContentItem.Scope?)] {
        made[title] = try await items(chain).createContentItem(
          .init(contentItem: card(title, position: position, scope: scope)))
      }
      func titles(_ userid: String) async throws -> [String] {
        var (titles, token) = ([String](), "")
        repeat {
          let page = try await items(chain).lookupContentItems(
            .init(userid: userid, kind: .sendable, pageSize: 1, pageToken: token))
          titles += page.contentItems.map(\.title)
          token = page.nextPageToken
        } while !token.isEmpty
        return titles
      }
      // Of two at one place the newer comes first; using one changes nothing.
      _ = try await items(chain).useContentItem(
        .init(itemID: made["开卡"]!.itemID, userid: "ann"))
      #expect(try await titles("ann") == ["领券", "商城", "开卡"])
      #expect(try await titles("bob") == ["鲍勃", "领券", "商城", "开卡"])
      #expect(try await titles("cid") == ["商城", "开卡"])
      let moved = try await items(chain).updateContentItem(
        .init(
          contentItem: .init(itemID: made["开卡"]!.itemID, position: 0),
          updateMask: .init(paths: ["position"])))
      #expect((moved.position, moved.title) == (0, "开卡"))
      #expect(try await titles("cid") == ["开卡", "商城"])
      var reply = card("快捷", position: 1)
      reply.kind = .quickReply
      for (asked, reason) in [
        (card("x", position: -1), "OUT_OF_RANGE"), (card("x", position: 1_000_001), "OUT_OF_RANGE"),
        (reply, "NOT_FOR_KIND"),
      ] {
        await expectFailure(.invalidArgument, reason, field: "content_item.position") {
          try await items(chain).createContentItem(.init(contentItem: asked))
        }
      }
    }
  }

  @Test("An item is filled in for who sends it, and for whom")
  func filled() async throws {
    try await withChain { chain in
      let item = try await items(chain).createContentItem(
        .init(
          contentItem: .init(
            kind: .material, title: "新品",
            content: .init(
              text: "{{customer.name|您}}好",
              attachments: [
                .init(
                  body: .link(.init(title: "新品", url: "https://shop.example/?by={{member.userid}}"))
                )
              ]))))
      func preview(
        _ userid: String, _ who: String
      ) async throws -> BroadcastsV1.PreviewContentItemResponse {
        try await items(chain).previewContentItem(
          .init(itemID: item.itemID, userid: userid, externalUserid: who))
      }
      let content = try #require(try await preview("ann", "wm-a1").content)
      #expect(content.text == "wm-a1好")
      #expect(
        content.attachments.map(\.body) == [
          .link(.init(title: "新品", url: "https://shop.example/?by=ann"))
        ])
      #expect(try await preview("bob", "").content?.text == "您好")
      #expect(try await preview("bob", "wm-stranger").content?.text == "您好")
      #expect(try await items(chain).getContentItem(.init(itemID: item.itemID)).useCount == 0)
      await expectFailure(.notFound, "CONTENT_ITEM_NOT_FOUND", field: "item_id") {
        try await items(chain).previewContentItem(.init(itemID: "ci0", userid: "ann"))
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "userid", errcode: 40003) {
        try await preview("", "")
      }
    }
  }
}
