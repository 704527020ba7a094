// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension BroadcastsV1 {
  /// Keeps contents for members to use again and again, for the whole corp, for a department and all
  /// under it, or for one member. WeCom's clients have such a library; it has no API for it.
  package protocol ContentItemServiceProtocol: Swift.Sendable {
    /// Creates an item. INVALID_ARGUMENT, naming the field. RESOURCE_EXHAUSTED TOO_MANY_CONTENT_ITEMS at
    /// 10,000 items (policy content_items_max).
    func createContentItem(_ request: BroadcastsV1.CreateContentItemRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ContentItem
    /// Returns an item whole; NOT_FOUND CONTENT_ITEM_NOT_FOUND.
    func getContentItem(_ request: BroadcastsV1.GetContentItemRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ContentItem
    /// Lists all items, newest first, without their content.
    func listContentItems(_ request: BroadcastsV1.ListContentItemsRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListContentItemsResponse
    /// Finds the items that a member may use and that hold some words, the most used first. Words are
    /// looked for anywhere in an item's title, category and texts, ignoring case, so Chinese needs no
    /// spaces. It reads at most the corp's items of the kind, on a thread for long reads. Items that are
    /// used while pages are asked for may be met twice or not at all.
    func lookupContentItems(_ request: BroadcastsV1.LookupContentItemsRequest, _ call: RPC.Call) async throws -> BroadcastsV1.LookupContentItemsResponse
    /// Returns an item's content as a member sends it to a customer by one tap 一键转发: variables filled in,
    /// so that links carry who shares them, {{member.userid}}. It counts no use; see UseContentItem. NOT_FOUND;
    /// UNAVAILABLE when customers cannot be asked for the values.
    func previewContentItem(_ request: BroadcastsV1.PreviewContentItemRequest, _ call: RPC.Call) async throws -> BroadcastsV1.PreviewContentItemResponse
    /// Lists the categories of a kind that have items, by name.
    func listContentCategories(_ request: BroadcastsV1.ListContentCategoriesRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListContentCategoriesResponse
    /// Changes an item. Failures as in CreateContentItem, and NOT_FOUND.
    func updateContentItem(_ request: BroadcastsV1.UpdateContentItemRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ContentItem
    /// Deletes an item and what was counted of it. NOT_FOUND.
    func deleteContentItem(_ request: BroadcastsV1.DeleteContentItemRequest, _ call: RPC.Call) async throws -> BroadcastsV1.DeleteContentItemResponse
    /// Counts that a member used an item. NOT_FOUND. Whether he may use it is not asked.
    func useContentItem(_ request: BroadcastsV1.UseContentItemRequest, _ call: RPC.Call) async throws -> BroadcastsV1.UseContentItemResponse
    /// Lists which members used an item, and how often. NOT_FOUND.
    func listContentUses(_ request: BroadcastsV1.ListContentUsesRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListContentUsesResponse
  }

  /// The methods of `siyu.broadcasts.v1.ContentItemService`, and its routes.
  package enum ContentItemService {
    package static let createContentItem = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ContentItemService", name: "CreateContentItem",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.content_items.write"), mutates: true)
    package static let getContentItem = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ContentItemService", name: "GetContentItem",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.content_items.read"))
    package static let listContentItems = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ContentItemService", name: "ListContentItems",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.content_items.read"))
    package static let lookupContentItems = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ContentItemService", name: "LookupContentItems",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.content_items.read"))
    package static let previewContentItem = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ContentItemService", name: "PreviewContentItem",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.content_items.read"))
    package static let listContentCategories = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ContentItemService", name: "ListContentCategories",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.content_items.read"))
    package static let updateContentItem = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ContentItemService", name: "UpdateContentItem",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.content_items.write"), mutates: true)
    package static let deleteContentItem = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ContentItemService", name: "DeleteContentItem",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.content_items.write"), mutates: true)
    package static let useContentItem = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ContentItemService", name: "UseContentItem",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.content_items.use"), mutates: true)
    package static let listContentUses = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ContentItemService", name: "ListContentUses",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.content_items.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.broadcasts.v1.ContentItemService",
      methods: [createContentItem, getContentItem, listContentItems, lookupContentItems, previewContentItem, listContentCategories, updateContentItem, deleteContentItem, useContentItem, listContentUses])

    package static func routes(_ service: some ContentItemServiceProtocol) -> [RPC.Route] {
      [
        .unary(createContentItem) { bytes, call in
          guard let request = call.begin(BroadcastsV1.CreateContentItemRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.createContentItem(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getContentItem) { bytes, call in
          guard let request = call.begin(BroadcastsV1.GetContentItemRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getContentItem(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listContentItems) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListContentItemsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listContentItems(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(lookupContentItems) { bytes, call in
          guard let request = call.begin(BroadcastsV1.LookupContentItemsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.lookupContentItems(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(previewContentItem) { bytes, call in
          guard let request = call.begin(BroadcastsV1.PreviewContentItemRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.previewContentItem(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listContentCategories) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListContentCategoriesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listContentCategories(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(updateContentItem) { bytes, call in
          guard let request = call.begin(BroadcastsV1.UpdateContentItemRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.updateContentItem(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(deleteContentItem) { bytes, call in
          guard let request = call.begin(BroadcastsV1.DeleteContentItemRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.deleteContentItem(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(useContentItem) { bytes, call in
          guard let request = call.begin(BroadcastsV1.UseContentItemRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.useContentItem(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listContentUses) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListContentUsesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listContentUses(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.broadcasts.v1.ContentItemService` over a channel.
  package struct ContentItemServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Creates an item. INVALID_ARGUMENT, naming the field. RESOURCE_EXHAUSTED TOO_MANY_CONTENT_ITEMS at
    /// 10,000 items (policy content_items_max).
    package func createContentItem(_ request: BroadcastsV1.CreateContentItemRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ContentItem {
      try await channel.unary(ContentItemService.createContentItem, request, options)
    }

    /// Returns an item whole; NOT_FOUND CONTENT_ITEM_NOT_FOUND.
    package func getContentItem(_ request: BroadcastsV1.GetContentItemRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ContentItem {
      try await channel.unary(ContentItemService.getContentItem, request, options)
    }

    /// Lists all items, newest first, without their content.
    package func listContentItems(_ request: BroadcastsV1.ListContentItemsRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListContentItemsResponse {
      try await channel.unary(ContentItemService.listContentItems, request, options)
    }

    /// Finds the items that a member may use and that hold some words, the most used first. Words are
    /// looked for anywhere in an item's title, category and texts, ignoring case, so Chinese needs no
    /// spaces. It reads at most the corp's items of the kind, on a thread for long reads. Items that are
    /// used while pages are asked for may be met twice or not at all.
    package func lookupContentItems(_ request: BroadcastsV1.LookupContentItemsRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.LookupContentItemsResponse {
      try await channel.unary(ContentItemService.lookupContentItems, request, options)
    }

    /// Returns an item's content as a member sends it to a customer by one tap 一键转发: variables filled in,
    /// so that links carry who shares them, {{member.userid}}. It counts no use; see UseContentItem. NOT_FOUND;
    /// UNAVAILABLE when customers cannot be asked for the values.
    package func previewContentItem(_ request: BroadcastsV1.PreviewContentItemRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.PreviewContentItemResponse {
      try await channel.unary(ContentItemService.previewContentItem, request, options)
    }

    /// Lists the categories of a kind that have items, by name.
    package func listContentCategories(_ request: BroadcastsV1.ListContentCategoriesRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListContentCategoriesResponse {
      try await channel.unary(ContentItemService.listContentCategories, request, options)
    }

    /// Changes an item. Failures as in CreateContentItem, and NOT_FOUND.
    package func updateContentItem(_ request: BroadcastsV1.UpdateContentItemRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ContentItem {
      try await channel.unary(ContentItemService.updateContentItem, request, options)
    }

    /// Deletes an item and what was counted of it. NOT_FOUND.
    package func deleteContentItem(_ request: BroadcastsV1.DeleteContentItemRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.DeleteContentItemResponse {
      try await channel.unary(ContentItemService.deleteContentItem, request, options)
    }

    /// Counts that a member used an item. NOT_FOUND. Whether he may use it is not asked.
    package func useContentItem(_ request: BroadcastsV1.UseContentItemRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.UseContentItemResponse {
      try await channel.unary(ContentItemService.useContentItem, request, options)
    }

    /// Lists which members used an item, and how often. NOT_FOUND.
    package func listContentUses(_ request: BroadcastsV1.ListContentUsesRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListContentUsesResponse {
      try await channel.unary(ContentItemService.listContentUses, request, options)
    }
  }

  /// What an item is for.
  package struct ContentItemKind: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: INVALID_ARGUMENT UNKNOWN_VALUE when an item is created, all kinds in a list.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// A material 素材: for broadcasts, moments and chats.
    package static var material: Self { Self(rawValue: 1) }
    /// A quick reply 快捷回复.
    package static var quickReply: Self { Self(rawValue: 2) }
    /// What a member picks beside a chat to send at once 万能+号: a mini program of the shop, a card to open,
    /// a coupon. They stand in the order of their positions.
    package static var sendable: Self { Self(rawValue: 3) }

    package static let names: [Int32: String] = [
      0: "CONTENT_ITEM_KIND_UNSPECIFIED",
      1: "CONTENT_ITEM_KIND_MATERIAL",
      2: "CONTENT_ITEM_KIND_QUICK_REPLY",
      3: "CONTENT_ITEM_KIND_SENDABLE",
    ]
  }

  /// An item.
  package struct ContentItem: Protobuf.Message {
    /// Given by the service: `ci` and 30 characters. Output only.
    package var itemID: String = ""
    /// What it is for. Required; it never changes.
    package var kind: BroadcastsV1.ContentItemKind = .init()
    /// What people call it: 1 to 64 characters. Required.
    package var title: String = ""
    /// Under what it is filed: at most 30 characters, empty for nothing.
    package var category: String = ""
    /// Who may use it; the whole corp when neither is given.
    package var scope: Scope? = nil
    /// What it says; variables as in a broadcast to customers, for who sends it to fill in. Required.
    package var content: BroadcastsV1.Content? = nil
    /// How often it was used. Output only.
    package var useCount: Int64 = 0
    /// When it was last used; absent before. Output only.
    package var lastUseTime: GoogleProtobuf.Timestamp? = nil
    /// When it was created. Output only.
    package var createTime: GoogleProtobuf.Timestamp? = nil
    /// When it was created or last changed. Output only.
    package var updateTime: GoogleProtobuf.Timestamp? = nil
    /// Where it stands among those a member may use, the smallest first: 0 to 1,000,000, for
    /// CONTENT_ITEM_KIND_SENDABLE alone (INVALID_ARGUMENT OUT_OF_RANGE, NOT_FOR_KIND).
    package var position: Int32 = 0

    package init() {}

    package init(
      itemID: String = "",
      kind: BroadcastsV1.ContentItemKind = .init(),
      title: String = "",
      category: String = "",
      scope: Scope? = nil,
      content: BroadcastsV1.Content? = nil,
      useCount: Int64 = 0,
      lastUseTime: GoogleProtobuf.Timestamp? = nil,
      createTime: GoogleProtobuf.Timestamp? = nil,
      updateTime: GoogleProtobuf.Timestamp? = nil,
      position: Int32 = 0
    ) {
      self.itemID = itemID
      self.kind = kind
      self.title = title
      self.category = category
      self.scope = scope
      self.content = content
      self.useCount = useCount
      self.lastUseTime = lastUseTime
      self.createTime = createTime
      self.updateTime = updateTime
      self.position = position
    }

    /// Who may use it; the whole corp when neither is given.
    package enum Scope: Swift.Hashable, Swift.Sendable {
      /// The members of a department 部门 and of all under it; not 0.
      case departmentID(UInt32)
      /// One member, ignoring case.
      case userid(String)
    }

    package static var fullName: String { "siyu.broadcasts.v1.ContentItem" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__content_item__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ContentItem.self)
      self.itemID = reader.text(c.pointee.item_id, "item_id")
      self.kind = BroadcastsV1.ContentItemKind(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
      self.title = reader.text(c.pointee.title, "title")
      self.category = reader.text(c.pointee.category, "category")
      switch c.pointee.scope_case.rawValue {
      case 5: self.scope = .departmentID(c.pointee.department_id)
      case 6: self.scope = .userid(reader.text(c.pointee.userid, "userid"))
      default: self.scope = nil
      }
      self.content = reader.message(c.pointee.content, "content")
      self.useCount = c.pointee.use_count
      self.lastUseTime = reader.message(c.pointee.last_use_time, "last_use_time")
      self.createTime = reader.message(c.pointee.create_time, "create_time")
      self.updateTime = reader.message(c.pointee.update_time, "update_time")
      self.position = c.pointee.position
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ContentItem.self)
      c.pointee.item_id = writer.text(self.itemID)
      c.pointee.kind = writer.value(self.kind)
      c.pointee.title = writer.text(self.title)
      c.pointee.category = writer.text(self.category)
      switch self.scope {
      case .departmentID(let value):
        c.pointee.scope_case = .init(rawValue: 5)
        c.pointee.department_id = value
      case .userid(let value):
        c.pointee.scope_case = .init(rawValue: 6)
        c.pointee.userid = writer.text(value)
      case nil: break
      }
      c.pointee.content = writer.message(self.content)
      c.pointee.use_count = self.useCount
      c.pointee.last_use_time = writer.message(self.lastUseTime)
      c.pointee.create_time = writer.message(self.createTime)
      c.pointee.update_time = writer.message(self.updateTime)
      c.pointee.position = self.position
    }
  }

  /// How often a member used an item.
  package struct ContentUse: Protobuf.Message {
    /// The item.
    package var itemID: String = ""
    /// The member.
    package var userid: String = ""
    /// How often.
    package var useCount: Int64 = 0
    /// When last.
    package var lastUseTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      itemID: String = "",
      userid: String = "",
      useCount: Int64 = 0,
      lastUseTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.itemID = itemID
      self.userid = userid
      self.useCount = useCount
      self.lastUseTime = lastUseTime
    }

    package static var fullName: String { "siyu.broadcasts.v1.ContentUse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__content_use__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ContentUse.self)
      self.itemID = reader.text(c.pointee.item_id, "item_id")
      self.userid = reader.text(c.pointee.userid, "userid")
      self.useCount = c.pointee.use_count
      self.lastUseTime = reader.message(c.pointee.last_use_time, "last_use_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ContentUse.self)
      c.pointee.item_id = writer.text(self.itemID)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.use_count = self.useCount
      c.pointee.last_use_time = writer.message(self.lastUseTime)
    }
  }

  /// A category that has items.
  package struct ContentCategory: Protobuf.Message {
    /// Its name; empty for the items that are filed under nothing.
    package var category: String = ""
    /// How many items it has, of all scopes.
    package var itemCount: Int64 = 0

    package init() {}

    package init(
      category: String = "",
      itemCount: Int64 = 0
    ) {
      self.category = category
      self.itemCount = itemCount
    }

    package static var fullName: String { "siyu.broadcasts.v1.ContentCategory" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__content_category__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ContentCategory.self)
      self.category = reader.text(c.pointee.category, "category")
      self.itemCount = c.pointee.item_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ContentCategory.self)
      c.pointee.category = writer.text(self.category)
      c.pointee.item_count = self.itemCount
    }
  }

  /// Asks for a new item.
  package struct CreateContentItemRequest: Protobuf.MutatingRequest {
    /// The item. Required.
    package var contentItem: BroadcastsV1.ContentItem? = nil
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      contentItem: BroadcastsV1.ContentItem? = nil,
      requestID: String = ""
    ) {
      self.contentItem = contentItem
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.CreateContentItemRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__create_content_item_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__CreateContentItemRequest.self)
      self.contentItem = reader.message(c.pointee.content_item, "content_item")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__CreateContentItemRequest.self)
      c.pointee.content_item = writer.message(self.contentItem)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for an item.
  package struct GetContentItemRequest: Protobuf.Message {
    /// Its item_id. Required.
    package var itemID: String = ""

    package init() {}

    package init(
      itemID: String = ""
    ) {
      self.itemID = itemID
    }

    package static var fullName: String { "siyu.broadcasts.v1.GetContentItemRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__get_content_item_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__GetContentItemRequest.self)
      self.itemID = reader.text(c.pointee.item_id, "item_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__GetContentItemRequest.self)
      c.pointee.item_id = writer.text(self.itemID)
    }
  }

  /// Asks for all items.
  package struct ListContentItemsRequest: Protobuf.PagedRequest {
    /// Only those of this kind; unspecified means all.
    package var kind: BroadcastsV1.ContentItemKind = .init()
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      kind: BroadcastsV1.ContentItemKind = .init(),
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.kind = kind
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListContentItemsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_content_items_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListContentItemsRequest.self)
      self.kind = BroadcastsV1.ContentItemKind(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListContentItemsRequest.self)
      c.pointee.kind = writer.value(self.kind)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of items.
  package struct ListContentItemsResponse: Protobuf.Message {
    /// The items, newest first, without their content.
    package var contentItems: [BroadcastsV1.ContentItem] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      contentItems: [BroadcastsV1.ContentItem] = [],
      nextPageToken: String = ""
    ) {
      self.contentItems = contentItems
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListContentItemsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_content_items_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListContentItemsResponse.self)
      self.contentItems = reader.messages(c.pointee.n_content_items, c.pointee.content_items, "content_items")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListContentItemsResponse.self)
      c.pointee.content_items = writer.messages(self.contentItems, &c.pointee.n_content_items)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for an item as a member sends it.
  package struct PreviewContentItemRequest: Protobuf.Message {
    /// Its item_id. Required.
    package var itemID: String = ""
    /// The member who sends it. Required. Whether he may use it is not asked.
    package var userid: String = ""
    /// The customer whom he sends it to; empty for nobody in particular: then what is known of one is taken
    /// as absent.
    package var externalUserid: String = ""

    package init() {}

    package init(
      itemID: String = "",
      userid: String = "",
      externalUserid: String = ""
    ) {
      self.itemID = itemID
      self.userid = userid
      self.externalUserid = externalUserid
    }

    package static var fullName: String { "siyu.broadcasts.v1.PreviewContentItemRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__preview_content_item_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__PreviewContentItemRequest.self)
      self.itemID = reader.text(c.pointee.item_id, "item_id")
      self.userid = reader.text(c.pointee.userid, "userid")
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__PreviewContentItemRequest.self)
      c.pointee.item_id = writer.text(self.itemID)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.external_userid = writer.text(self.externalUserid)
    }
  }

  /// An item as a member sends it.
  package struct PreviewContentItemResponse: Protobuf.Message {
    /// The content.
    package var content: BroadcastsV1.Content? = nil

    package init() {}

    package init(
      content: BroadcastsV1.Content? = nil
    ) {
      self.content = content
    }

    package static var fullName: String { "siyu.broadcasts.v1.PreviewContentItemResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__preview_content_item_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__PreviewContentItemResponse.self)
      self.content = reader.message(c.pointee.content, "content")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__PreviewContentItemResponse.self)
      c.pointee.content = writer.message(self.content)
    }
  }

  /// Asks what a member may use.
  package struct LookupContentItemsRequest: Protobuf.PagedRequest {
    /// The member, ignoring case. Required.
    package var userid: String = ""
    /// Of which kind. Required.
    package var kind: BroadcastsV1.ContentItemKind = .init()
    /// Only those of this category; empty means all.
    package var category: String = ""
    /// Up to 5 words, parted by spaces, of at most 64 characters together, each of which an item has to
    /// hold; empty means all.
    package var query: String = ""
    /// How many to return at most: default 50, at most 50 (more is lowered to that); a negative number is
    /// INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      userid: String = "",
      kind: BroadcastsV1.ContentItemKind = .init(),
      category: String = "",
      query: String = "",
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.userid = userid
      self.kind = kind
      self.category = category
      self.query = query
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.LookupContentItemsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__lookup_content_items_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__LookupContentItemsRequest.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.kind = BroadcastsV1.ContentItemKind(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
      self.category = reader.text(c.pointee.category, "category")
      self.query = reader.text(c.pointee.query, "query")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__LookupContentItemsRequest.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.kind = writer.value(self.kind)
      c.pointee.category = writer.text(self.category)
      c.pointee.query = writer.text(self.query)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of what a member may use.
  package struct LookupContentItemsResponse: Protobuf.Message {
    /// The items, whole, the most used first; of those used as often the newest first. Of
    /// CONTENT_ITEM_KIND_SENDABLE the smallest position first.
    package var contentItems: [BroadcastsV1.ContentItem] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      contentItems: [BroadcastsV1.ContentItem] = [],
      nextPageToken: String = ""
    ) {
      self.contentItems = contentItems
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.LookupContentItemsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__lookup_content_items_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__LookupContentItemsResponse.self)
      self.contentItems = reader.messages(c.pointee.n_content_items, c.pointee.content_items, "content_items")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__LookupContentItemsResponse.self)
      c.pointee.content_items = writer.messages(self.contentItems, &c.pointee.n_content_items)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for the categories.
  package struct ListContentCategoriesRequest: Protobuf.PagedRequest {
    /// Of which kind. Required.
    package var kind: BroadcastsV1.ContentItemKind = .init()
    /// How many to return at most; see ListContentItemsRequest.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      kind: BroadcastsV1.ContentItemKind = .init(),
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.kind = kind
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListContentCategoriesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_content_categories_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListContentCategoriesRequest.self)
      self.kind = BroadcastsV1.ContentItemKind(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListContentCategoriesRequest.self)
      c.pointee.kind = writer.value(self.kind)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of categories.
  package struct ListContentCategoriesResponse: Protobuf.Message {
    /// The categories, by name.
    package var categories: [BroadcastsV1.ContentCategory] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      categories: [BroadcastsV1.ContentCategory] = [],
      nextPageToken: String = ""
    ) {
      self.categories = categories
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListContentCategoriesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_content_categories_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListContentCategoriesResponse.self)
      self.categories = reader.messages(c.pointee.n_categories, c.pointee.categories, "categories")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListContentCategoriesResponse.self)
      c.pointee.categories = writer.messages(self.categories, &c.pointee.n_categories)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks to change an item.
  package struct UpdateContentItemRequest: Protobuf.MutatingRequest {
    /// The item: its item_id, and what is to change.
    package var contentItem: BroadcastsV1.ContentItem? = nil
    /// What to change, each whole: title, category, scope, content, position. Absent: those of the five that
    /// are given. To give an item to the whole corp, name scope and give none.
    package var updateMask: GoogleProtobuf.FieldMask? = nil
    /// Makes the call repeatable; see CreateContentItemRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      contentItem: BroadcastsV1.ContentItem? = nil,
      updateMask: GoogleProtobuf.FieldMask? = nil,
      requestID: String = ""
    ) {
      self.contentItem = contentItem
      self.updateMask = updateMask
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.UpdateContentItemRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__update_content_item_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__UpdateContentItemRequest.self)
      self.contentItem = reader.message(c.pointee.content_item, "content_item")
      self.updateMask = reader.message(c.pointee.update_mask, "update_mask")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__UpdateContentItemRequest.self)
      c.pointee.content_item = writer.message(self.contentItem)
      c.pointee.update_mask = writer.message(self.updateMask)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks to delete an item.
  package struct DeleteContentItemRequest: Protobuf.MutatingRequest {
    /// Its item_id. Required.
    package var itemID: String = ""
    /// Makes the call repeatable; see CreateContentItemRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      itemID: String = "",
      requestID: String = ""
    ) {
      self.itemID = itemID
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.DeleteContentItemRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__delete_content_item_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__DeleteContentItemRequest.self)
      self.itemID = reader.text(c.pointee.item_id, "item_id")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__DeleteContentItemRequest.self)
      c.pointee.item_id = writer.text(self.itemID)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// The item is gone.
  package struct DeleteContentItemResponse: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.broadcasts.v1.DeleteContentItemResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__delete_content_item_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }

  /// Tells that an item was used.
  package struct UseContentItemRequest: Protobuf.MutatingRequest {
    /// Its item_id. Required.
    package var itemID: String = ""
    /// The member who used it, ignoring case. Required.
    package var userid: String = ""
    /// Makes the call repeatable; see CreateContentItemRequest. Without it a repetition counts again.
    package var requestID: String = ""

    package init() {}

    package init(
      itemID: String = "",
      userid: String = "",
      requestID: String = ""
    ) {
      self.itemID = itemID
      self.userid = userid
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.UseContentItemRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__use_content_item_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__UseContentItemRequest.self)
      self.itemID = reader.text(c.pointee.item_id, "item_id")
      self.userid = reader.text(c.pointee.userid, "userid")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__UseContentItemRequest.self)
      c.pointee.item_id = writer.text(self.itemID)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// The use is counted.
  package struct UseContentItemResponse: Protobuf.Message {
    /// How often the item was used, this time included.
    package var useCount: Int64 = 0

    package init() {}

    package init(
      useCount: Int64 = 0
    ) {
      self.useCount = useCount
    }

    package static var fullName: String { "siyu.broadcasts.v1.UseContentItemResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__use_content_item_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__UseContentItemResponse.self)
      self.useCount = c.pointee.use_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__UseContentItemResponse.self)
      c.pointee.use_count = self.useCount
    }
  }

  /// Asks who used an item.
  package struct ListContentUsesRequest: Protobuf.PagedRequest {
    /// Its item_id. Required.
    package var itemID: String = ""
    /// How many to return at most; see ListContentItemsRequest.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      itemID: String = "",
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.itemID = itemID
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListContentUsesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_content_uses_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListContentUsesRequest.self)
      self.itemID = reader.text(c.pointee.item_id, "item_id")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListContentUsesRequest.self)
      c.pointee.item_id = writer.text(self.itemID)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of members.
  package struct ListContentUsesResponse: Protobuf.Message {
    /// The members, in a fixed order.
    package var contentUses: [BroadcastsV1.ContentUse] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      contentUses: [BroadcastsV1.ContentUse] = [],
      nextPageToken: String = ""
    ) {
      self.contentUses = contentUses
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListContentUsesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_content_uses_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListContentUsesResponse.self)
      self.contentUses = reader.messages(c.pointee.n_content_uses, c.pointee.content_uses, "content_uses")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListContentUsesResponse.self)
      c.pointee.content_uses = writer.messages(self.contentUses, &c.pointee.n_content_uses)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }
}
