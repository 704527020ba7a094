@testable import Broadcasts
import Directory
import Fixtures
import Foundation
import Messages
import RPC
import ServiceKit
import Testing

@Suite("ContentItemService", .timeLimit(.minutes(5)))
struct ContentItemTests {
  private func items(_ service: RunningService) -> BroadcastsV1.ContentItemServiceClient {
    .init(service.channel)
  }

  private func item(
    _ title: String, _ text: String = "x", kind: BroadcastsV1.ContentItemKind = .quickReply,
    category: String = "", scope: BroadcastsV1.ContentItem.Scope? = nil
  ) -> BroadcastsV1.CreateContentItemRequest {
    .init(
      contentItem: .init(
        kind: kind, title: title, category: category, scope: scope, content: .init(text: text)))
  }

  @Test("Words are found anywhere in Chinese text, together or apart, whatever their case")
  func search() async throws {
    try await withService(BroadcastsService.self) { service in
      let items = items(service)
      for (title, text) in [
        ("运费说明", "满99元包邮，偏远地区另计"), ("退换货", "七天无理由退货，运费由我们承担"), ("VIP 折扣", "100%正品_a\\b"),
      ] {
        _ = try await items.createContentItem(item(title, text))
      }
      _ = try await items.createContentItem(item("运费图", kind: .material))
      func found(_ query: String, category: String = "") async throws -> [String] {
        try await items.lookupContentItems(
          .init(userid: "ann", kind: .quickReply, category: category, query: query)
        ).contentItems.map(\.title)
      }
      #expect(try await found("") == ["VIP 折扣", "退换货", "运费说明"])
      #expect(try await found("运费") == ["退换货", "运费说明"])
      #expect(try await found("费") == ["退换货", "运费说明"])
      #expect(try await found("运费 偏远") == ["运费说明"])
      #expect(try await found("运费　退货") == ["退换货"])
      #expect(try await found("vip") == ["VIP 折扣"])
      #expect(try await found("100%") == ["VIP 折扣"])
      #expect(try await found("%") == ["VIP 折扣"])
      #expect(try await found("_a\\B") == ["VIP 折扣"])
      #expect(try await found("_b") == [])
      #expect(try await found("运费", category: "物流") == [])
      await expectFailure(.invalidArgument, "TOO_LONG", field: "query") {
        try await found("a b c d e f")
      }
      await expectFailure(.invalidArgument, "UNKNOWN_VALUE", field: "kind") {
        try await items.lookupContentItems(.init(userid: "ann"))
      }
    }
  }

  @Test("The most used come first, page by page, and who used what is counted once a request")
  func uses() async throws {
    try await withService(BroadcastsService.self) { service in
      let items = items(service)
      var ids: [String: String] = [:]
      for title in ["甲", "乙", "丙"] {
        ids[title] = try await items.createContentItem(item(title)).itemID
      }
      let use = BroadcastsV1.UseContentItemRequest(
        itemID: ids["甲"]!, userid: "Ann", requestID: "u-1")
      #expect(try await items.useContentItem(use).useCount == 1)
      #expect(try await items.useContentItem(use).useCount == 1)
      _ = try await items.useContentItem(.init(itemID: ids["甲"]!, userid: "bob"))
      #expect(
        try await items.useContentItem(.init(itemID: ids["甲"]!, userid: "ann")).useCount == 3)
      _ = try await items.useContentItem(.init(itemID: ids["乙"]!, userid: "bob"))
      var titles: [String] = []
      var token = ""
      repeat {
        let page = try await items.lookupContentItems(
          .init(userid: "ann", kind: .quickReply, pageSize: 1, pageToken: token))
        titles += page.contentItems.map(\.title)
        token = page.nextPageToken
      } while !token.isEmpty
      #expect(titles == ["甲", "乙", "丙"])
      let uses = try await items.listContentUses(.init(itemID: ids["甲"]!)).contentUses
      #expect(uses.map(\.userid) == ["Ann", "bob"])
      #expect(uses.map(\.useCount) == [2, 1])
      let first = try await items.getContentItem(.init(itemID: ids["甲"]!))
      #expect((first.useCount, first.lastUseTime) == (3, service.clock.now.timestamp))
      await expectFailure(.notFound, "CONTENT_ITEM_NOT_FOUND", field: "item_id") {
        try await items.useContentItem(.init(itemID: "ci0", userid: "ann"))
      }
      _ = try await items.deleteContentItem(.init(itemID: ids["甲"]!))
      await expectFailure(.notFound, "CONTENT_ITEM_NOT_FOUND", field: "item_id") {
        try await items.listContentUses(.init(itemID: ids["甲"]!))
      }
    }
  }

  @Test("A member finds what is the corp's, his departments' with all above, and his own")
  func scopes() async throws {
    try await withChain { chain in
      let directory = chain.peer("directory")
      let departments = DirectoryV1.DepartmentServiceClient(directory.channel)
      let region = try await departments.createDepartment(
        .init(department: .init(name: "华东", parentid: 1)))
      let store = try await departments.createDepartment(
        .init(department: .init(name: "一店", parentid: region.id)))
      let other = try await departments.createDepartment(
        .init(department: .init(name: "二店", parentid: region.id)))
      _ = try await DirectoryV1.MemberServiceClient(directory.channel).createMember(
        .init(member: .sample("eve", departmentIDs: [store.id])))
      let items = items(chain.service)
      for (title, scope) in [
        ("corp", nil), ("region", .departmentID(region.id)), ("store", .departmentID(store.id)),
        ("other", .departmentID(other.id)), ("eve", .userid("EVE")), ("ann", .userid("ann")),
      ] as [(String, BroadcastsV1.ContentItem.Scope?)] {
        _ = try await items.createContentItem(item(title, scope: scope))
      }
      func found(_ userid: String) async throws -> Set<String> {
        Set(
          try await items.lookupContentItems(.init(userid: userid, kind: .quickReply))
            .contentItems.map(\.title))
      }
      while try await !found("eve").contains("store") { await Task.yield() }
      #expect(try await found("Eve") == ["corp", "region", "store", "eve"])
      #expect(try await found("ann") == ["corp", "ann"])
    }
  }

  @Test("An item is created, changed, listed and deleted, each told once")
  func life() async throws {
    try await withService(BroadcastsService.self) { service in
      let items = items(service)
      var create = item("甲", "一", category: "物流", scope: .userid("ann"))
      create.requestID = "r-1"
      let created = try await items.createContentItem(create)
      #expect(try await items.createContentItem(create) == created)
      #expect((created.kind, created.scope) == (.quickReply, .userid("ann")))
      let updated = try await items.updateContentItem(
        .init(
          contentItem: .init(itemID: created.itemID, category: "售后"),
          updateMask: .init(paths: ["category", "scope"])))
      #expect((updated.title, updated.category, updated.scope) == ("甲", "售后", nil))
      #expect(try await items.getContentItem(.init(itemID: created.itemID)) == updated)
      let second = try await items.createContentItem(item("乙", kind: .material, category: "物流"))
      let all = try await items.listContentItems(.init()).contentItems
      #expect(all.map(\.itemID) == [second.itemID, created.itemID])
      #expect(all.allSatisfy { $0.content == nil })
      #expect(
        try await items.listContentItems(.init(kind: .material)).contentItems.map(\.title)
          == ["乙"])
      #expect(
        try await items.listContentCategories(.init(kind: .quickReply)).categories
          == [.init(category: "售后", itemCount: 1)])
      _ = try await items.useContentItem(.init(itemID: created.itemID, userid: "ann"))
      _ = try await items.deleteContentItem(.init(itemID: created.itemID))
      let events = try await firstChanges(
        5, of: BroadcastsV1.ChangeServiceClient(service.channel).watchChanges(.init())
      ).map(\.event)
      #expect(
        Array(events.prefix(4)) == [
          .contentItemCreated(created), .contentItemUpdated(updated), .contentItemCreated(second),
          .contentItemUsed(
            .init(
              itemID: created.itemID, userid: "ann", useCount: 1,
              lastUseTime: service.clock.now.timestamp)),
        ])
      guard case .contentItemDeleted(let last) = events[4] else {
        Issue.record("The last event is \(String(describing: events[4])).")
        return
      }
      #expect((last.itemID, last.useCount) == (created.itemID, 1))
    }
  }

  @Test("What is wrong with an item is named, and one too many is refused")
  func refused() async throws {
    let policies = try Policies(json: Data(#"{"content_items_max": 1}"#.utf8))
    try await withService(BroadcastsService.self, policies: policies) { service in
      let items = items(service)
      let long = String(repeating: "长", count: 65)
      let wrong: [(BroadcastsV1.CreateContentItemRequest, String, String)] = [
        (.init(), "REQUIRED", "content_item"),
        (item("x", kind: .unspecified), "UNKNOWN_VALUE", "content_item.kind"),
        (item(""), "REQUIRED", "content_item.title"),
        (item(long), "TOO_LONG", "content_item.title"),
        (item("x", category: long), "TOO_LONG", "content_item.category"),
        (item("x", scope: .departmentID(0)), "OUT_OF_RANGE", "content_item.department_id"),
        (item("x", scope: .userid("?")), "BAD_USERID", "content_item.userid"),
        (item("x", ""), "CONTENT_EMPTY", "content_item.content"),
        (item("x", "{{nobody}}"), "UNKNOWN_VARIABLE", "content_item.content.text"),
      ]
      for (request, reason, field) in wrong {
        await expectFailure(.invalidArgument, reason, field: field) {
          try await items.createContentItem(request)
        }
      }
      _ = try await items.createContentItem(item("x"))
      await expectFailure(.resourceExhausted, "TOO_MANY_CONTENT_ITEMS") {
        try await items.createContentItem(item("y"))
      }
    }
  }
}
