import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.broadcasts.v1.ContentItemService`.
struct ContentItemHandler: BroadcastsV1.ContentItemServiceProtocol {
  /// As many whole items as fit into one answer.
  private static let lookupPageMax = 50

  let context: BroadcastsContext

  func createContentItem(
    _ request: BroadcastsV1.CreateContentItemRequest, _ call: Call
  ) async throws -> BroadcastsV1.ContentItem {
    let asked = try Shape.required(request.contentItem, field: "content_item")
    let now = context.clock.now
    let item = ContentItem(
      id: PublicID.make("ci"),
      kind: try ContentItem.Kind(asked.kind, field: "content_item.kind"), title: asked.title,
      category: asked.category, scope: .init(asked.scope), content: try Self.content(asked.content),
      createTime: now, updateTime: now, position: Int(asked.position))
    let policies = context.policies
    try item.checkShape(policies: policies)
    return try await context.mutate(request, call) { mutation in
      try ContentItem.checkRoom(
        besides: ContentItemTable.count(in: mutation.writer), policies: policies)
      try ContentItemTable.insert(item, in: mutation.writer)
      try mutation.emit(.contentItemCreated(item.message))
      return item.message
    }
  }

  func getContentItem(
    _ request: BroadcastsV1.GetContentItemRequest, _ call: Call
  ) async throws -> BroadcastsV1.ContentItem {
    try ContentItem.checkID(request.itemID, field: "item_id")
    return try context.read(call) {
      try ContentItemTable.require(request.itemID, field: "item_id", in: $0).message
    }
  }

  func listContentItems(
    _ request: BroadcastsV1.ListContentItemsRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListContentItemsResponse {
    let page = try Page(request)
    let kind =
      request.kind == .unspecified ? nil : try ContentItem.Kind(request.kind, field: "kind")
    let before = page.after.first?.int ?? .max
    let found = try context.read(call) { reader in
      guard let kind else {
        return try ContentItemTable.list(before: before, limit: page.size + 1, in: reader)
      }
      return try ContentItemTable.list(kind, before: before, limit: page.size + 1, in: reader)
    }
    let (items, nextPageToken) = page.cut(found) { [.int($0.key)] }
    return .init(contentItems: items.map(\.heading), nextPageToken: nextPageToken)
  }

  func lookupContentItems(
    _ request: BroadcastsV1.LookupContentItemsRequest, _ call: Call
  ) async throws -> BroadcastsV1.LookupContentItemsResponse {
    let page = try Page(request, keys: 2, largest: Self.lookupPageMax)
    try Shape.userid(request.userid, field: "userid")
    let kind = try ContentItem.Kind(request.kind, field: "kind")
    try Shape.characters(
      request.category, 0...context.policies[.contentItemCategoryCharactersMax],
      field: "category")
    let query = try ContentQuery(request.query, field: "query")
    let keys = page.after.compactMap(\.int)
    let after = keys.count == 2 ? (rank: keys[0], key: keys[1]) : (.max, .max)
    let found = try await context.corps.database(of: call.principal.corp).scan { reader in
      try ContentItemTable.lookup(
        kind, for: request.userid, category: request.category, words: query.words, after: after,
        limit: page.size + 1, in: reader)
    }
    let (items, nextPageToken) = page.cut(found) { [.int($0.rank), .int($0.key)] }
    return .init(contentItems: items.map(\.message), nextPageToken: nextPageToken)
  }

  func previewContentItem(
    _ request: BroadcastsV1.PreviewContentItemRequest, _ call: Call
  ) async throws -> BroadcastsV1.PreviewContentItemResponse {
    try ContentItem.checkID(request.itemID, field: "item_id")
    try Shape.userid(request.userid, field: "userid")
    if !request.externalUserid.isEmpty {
      try Shape.id(request.externalUserid, field: "external_userid", errcode: 40096)
    }
    return try await call.asErrand {
      let item = try context.read(call) {
        try ContentItemTable.require(request.itemID, field: "item_id", in: $0)
      }
      let addressee = Addressee(
        recipientID: request.externalUserid, userid: request.userid, broadcastName: item.title,
        chatType: .single)
      let filling = Filling(context: context, corp: call.principal.corp)
      let filled =
        request.externalUserid.isEmpty
        ? filling.fillWithoutCustomers([(item.content, addressee)])
        : try await filling.fill([(item.content, addressee)])
      return .init(content: filled[0].message)
    }
  }

  func listContentCategories(
    _ request: BroadcastsV1.ListContentCategoriesRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListContentCategoriesResponse {
    let page = try Page(request)
    let kind = try ContentItem.Kind(request.kind, field: "kind")
    let found = try context.read(call) {
      try ContentItemTable.categories(
        kind, after: page.after.first?.text, limit: page.size + 1, in: $0)
    }
    let (categories, nextPageToken) = page.cut(found) { [.text($0.name)] }
    return .init(
      categories: categories.map { .init(category: $0.name, itemCount: $0.count) },
      nextPageToken: nextPageToken)
  }

  func updateContentItem(
    _ request: BroadcastsV1.UpdateContentItemRequest, _ call: Call
  ) async throws -> BroadcastsV1.ContentItem {
    let asked = try Shape.required(request.contentItem, field: "content_item")
    let field = "content_item.item_id"
    try ContentItem.checkID(asked.itemID, field: field)
    let mask = try UpdateMask(
      request.updateMask, allowed: ["title", "category", "scope", "content", "position"])
    let title = mask.value("title", asked.title, empty: "")
    let category = mask.value("category", asked.category, empty: "")
    let scope = mask.value("scope", ContentItem.Scope(asked.scope), empty: .corp)
    let content = try mask.value("content", asked.content, empty: nil).map(Self.content)
    let position = mask.value("position", asked.position, empty: 0)
    let policies = context.policies
    return try await context.mutate(request, call) { mutation in
      var item = try ContentItemTable.require(asked.itemID, field: field, in: mutation.writer)
      let before = item
      if let title { item.title = title }
      if let category { item.category = category }
      if let scope { item.scope = scope }
      if let content { item.content = content }
      if let position { item.position = Int(position) }
      try item.checkShape(policies: policies)
      guard item != before else { return item.message }
      item.updateTime = mutation.now
      try ContentItemTable.update(item, in: mutation.writer)
      try mutation.emit(.contentItemUpdated(item.message))
      return item.message
    }
  }

  func deleteContentItem(
    _ request: BroadcastsV1.DeleteContentItemRequest, _ call: Call
  ) async throws -> BroadcastsV1.DeleteContentItemResponse {
    try ContentItem.checkID(request.itemID, field: "item_id")
    return try await context.mutate(request, call) { mutation in
      let item = try ContentItemTable.require(
        request.itemID, field: "item_id", in: mutation.writer)
      try ContentItemTable.delete(item.key, in: mutation.writer)
      try mutation.emit(.contentItemDeleted(item.message))
      return .init()
    }
  }

  func useContentItem(
    _ request: BroadcastsV1.UseContentItemRequest, _ call: Call
  ) async throws -> BroadcastsV1.UseContentItemResponse {
    try ContentItem.checkID(request.itemID, field: "item_id")
    try Shape.userid(request.userid, field: "userid")
    return try await context.mutate(request, call) { mutation in
      let item = try ContentItemTable.require(
        request.itemID, field: "item_id", in: mutation.writer)
      let count = try ContentItemTable.use(
        item.key, by: request.userid, at: mutation.now, in: mutation.writer)
      try mutation.emit(
        .contentItemUsed(
          .init(
            itemID: item.id, userid: request.userid, useCount: count,
            lastUseTime: mutation.now.timestamp)))
      return .init(useCount: count)
    }
  }

  func listContentUses(
    _ request: BroadcastsV1.ListContentUsesRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListContentUsesResponse {
    let page = try Page(request)
    try ContentItem.checkID(request.itemID, field: "item_id")
    let found = try context.read(call) { reader in
      try ContentItemTable.uses(
        of: ContentItemTable.require(request.itemID, field: "item_id", in: reader).key,
        after: page.after.first?.int ?? 0, limit: page.size + 1, in: reader)
    }
    let (uses, nextPageToken) = page.cut(found) { [.int($0.member)] }
    return .init(
      contentUses: uses.map {
        .init(
          itemID: request.itemID, userid: $0.userid, useCount: $0.count,
          lastUseTime: $0.lastTime.timestamp)
      }, nextPageToken: nextPageToken)
  }

  private static func content(_ asked: BroadcastsV1.Content?) throws -> Content {
    let field = "content_item.content"
    return try Content(Shape.required(asked, field: field, errcode: 40058), field: field)
  }
}

extension ContentItemTable {
  /// Throws `ContentItemFailure.notFound`.
  static func require(_ id: String, field: String, in reader: Reader) throws -> ContentItem {
    guard let item = try find(id, in: reader) else {
      throw ContentItemFailure.notFound(id, field: field)
    }
    return item
  }
}

extension ContentItem.Kind {
  fileprivate init(
    _ message: BroadcastsV1.ContentItemKind, field: String
  ) throws(InvalidField) {
    guard let kind = Self(rawValue: Int(message.rawValue)) else {
      throw InvalidField(
        field, "UNKNOWN_VALUE", "\(field) \(message.rawValue) is not known.")
    }
    self = kind
  }
}

extension ContentItem.Scope {
  fileprivate init(_ message: BroadcastsV1.ContentItem.Scope?) {
    self =
      switch message {
      case .departmentID(let id): .department(id)
      case .userid(let userid): .member(userid)
      case nil: .corp
      }
  }

  fileprivate var message: BroadcastsV1.ContentItem.Scope? {
    switch self {
    case .corp: nil
    case .department(let id): .departmentID(id)
    case .member(let userid): .userid(userid)
    }
  }
}

extension ContentItem {
  /// Without its content, which may be long.
  fileprivate var heading: BroadcastsV1.ContentItem {
    .init(
      itemID: id, kind: .init(rawValue: Int32(kind.rawValue)), title: title, category: category,
      scope: scope.message, useCount: useCount, lastUseTime: lastUseTime?.timestamp,
      createTime: createTime.timestamp, updateTime: updateTime.timestamp,
      position: Int32(position))
  }

  fileprivate var message: BroadcastsV1.ContentItem {
    var message = heading
    message.content = content.message
    return message
  }
}
