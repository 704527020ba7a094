// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CustomersV1 {
  /// Tells what happened to customers, relations and tags, and that interactions were recorded.
  package protocol ChangeServiceProtocol: Swift.Sendable {
    /// Streams every change after a cursor, in commit order, without gaps, and stays open for those to
    /// come. OUT_OF_RANGE when the cursor is older than what is kept (7 days) or of another database:
    /// list again, then watch from an empty cursor. Stands for the change_external_contact and
    /// change_external_tag callbacks.
    func watchChanges(_ request: CustomersV1.WatchChangesRequest, _ replies: RPC.ReplyStream<CustomersV1.Change>, _ call: RPC.Call) async throws
  }

  /// The methods of `siyu.customers.v1.ChangeService`, and its routes.
  package enum ChangeService {
    package static let watchChanges = RPC.MethodDescriptor(
      service: "siyu.customers.v1.ChangeService", name: "WatchChanges",
      clientStreaming: false, serverStreaming: true,
      right: .scope("customers.changes.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.customers.v1.ChangeService",
      methods: [watchChanges])

    package static func routes(_ service: some ChangeServiceProtocol) -> [RPC.Route] {
      [
        .serverStream(watchChanges) { (request: CustomersV1.WatchChangesRequest, replies: RPC.ReplyStream<CustomersV1.Change>, call) in try await service.watchChanges(request, replies, call) },
      ]
    }
  }

  /// Calls `siyu.customers.v1.ChangeService` over a channel.
  package struct ChangeServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Streams every change after a cursor, in commit order, without gaps, and stays open for those to
    /// come. OUT_OF_RANGE when the cursor is older than what is kept (7 days) or of another database:
    /// list again, then watch from an empty cursor. Stands for the change_external_contact and
    /// change_external_tag callbacks.
    package func watchChanges(_ request: CustomersV1.WatchChangesRequest, options: RPC.CallOptions = .init()) -> RPC.ReplySequence<CustomersV1.Change> {
      channel.serverStream(ChangeService.watchChanges, request, options)
    }
  }

  /// Asks for the feed.
  package struct WatchChangesRequest: Protobuf.Message {
    /// The cursor of the last change that was dealt with; empty starts at the oldest that is kept.
    package var after: String = ""

    package init() {}

    package init(
      after: String = ""
    ) {
      self.after = after
    }

    package static var fullName: String { "siyu.customers.v1.WatchChangesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__watch_changes_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__WatchChangesRequest.self)
      self.after = reader.text(c.pointee.after, "after")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__WatchChangesRequest.self)
      c.pointee.after = writer.text(self.after)
    }
  }

  /// One committed change.
  package struct Change: Protobuf.Message {
    /// Names the change for ever: the same at each delivery.
    package var eventID: String = ""
    /// The number of the change in this corp's feed: from 1, without gaps.
    package var sequence: Int64 = 0
    /// Where to go on from after this change. Opaque.
    package var cursor: String = ""
    /// When it was committed.
    package var changeTime: GoogleProtobuf.Timestamp? = nil
    /// Who caused it.
    package var origin: CommonV1.Origin = .init()
    /// What happened.
    package var event: Event? = nil

    package init() {}

    package init(
      eventID: String = "",
      sequence: Int64 = 0,
      cursor: String = "",
      changeTime: GoogleProtobuf.Timestamp? = nil,
      origin: CommonV1.Origin = .init(),
      event: Event? = nil
    ) {
      self.eventID = eventID
      self.sequence = sequence
      self.cursor = cursor
      self.changeTime = changeTime
      self.origin = origin
      self.event = event
    }

    /// What happened.
    package enum Event: Swift.Hashable, Swift.Sendable {
      /// A customer was added to a member, half or mutual, for the first time or again; the person,
      /// who may be new, and the relation. WeCom's add_half_external_contact and add_external_contact.
      case relationAdded(CustomersV1.CustomerRelation)
      /// A relation's remark, description, tags or, by an import, other fields changed; the new state.
      /// WeCom's edit_external_contact.
      case relationUpdated(CustomersV1.CustomerRelation)
      /// A relation was removed; status says by which side. WeCom's del_external_contact and
      /// del_follow_user.
      case relationRemoved(CustomersV1.CustomerRelation)
      /// A tag group was created; its state. Events of its tags follow.
      case tagGroupCreated(CustomersV1.TagGroup)
      /// A tag group changed; its new state.
      case tagGroupUpdated(CustomersV1.TagGroup)
      /// A tag group was deleted; its last state. Unless it lost its last tag by DeleteTag, this tells
      /// of its tags too.
      case tagGroupDeleted(CustomersV1.TagGroup)
      /// A tag was created; its state.
      case tagCreated(CustomersV1.Tag)
      /// A tag changed; its new state.
      case tagUpdated(CustomersV1.Tag)
      /// A tag was deleted; its last state.
      case tagDeleted(CustomersV1.Tag)
      /// Interactions were recorded. What the feed tells of them is how many: they are their own record.
      case interactionsRecorded(CustomersV1.InteractionsRecorded)
    }

    package static var fullName: String { "siyu.customers.v1.Change" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__change__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__Change.self)
      self.eventID = reader.text(c.pointee.event_id, "event_id")
      self.sequence = c.pointee.sequence
      self.cursor = reader.text(c.pointee.cursor, "cursor")
      self.changeTime = reader.message(c.pointee.change_time, "change_time")
      self.origin = CommonV1.Origin(rawValue: Int32(truncatingIfNeeded: c.pointee.origin.rawValue))
      switch c.pointee.event_case.rawValue {
      case 10: self.event = reader.message(c.pointee.relation_added, "relation_added").map { .relationAdded($0) }
      case 11: self.event = reader.message(c.pointee.relation_updated, "relation_updated").map { .relationUpdated($0) }
      case 12: self.event = reader.message(c.pointee.relation_removed, "relation_removed").map { .relationRemoved($0) }
      case 13: self.event = reader.message(c.pointee.tag_group_created, "tag_group_created").map { .tagGroupCreated($0) }
      case 14: self.event = reader.message(c.pointee.tag_group_updated, "tag_group_updated").map { .tagGroupUpdated($0) }
      case 15: self.event = reader.message(c.pointee.tag_group_deleted, "tag_group_deleted").map { .tagGroupDeleted($0) }
      case 16: self.event = reader.message(c.pointee.tag_created, "tag_created").map { .tagCreated($0) }
      case 17: self.event = reader.message(c.pointee.tag_updated, "tag_updated").map { .tagUpdated($0) }
      case 18: self.event = reader.message(c.pointee.tag_deleted, "tag_deleted").map { .tagDeleted($0) }
      case 40: self.event = reader.message(c.pointee.interactions_recorded, "interactions_recorded").map { .interactionsRecorded($0) }
      default: self.event = nil
      }
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__Change.self)
      c.pointee.event_id = writer.text(self.eventID)
      c.pointee.sequence = self.sequence
      c.pointee.cursor = writer.text(self.cursor)
      c.pointee.change_time = writer.message(self.changeTime)
      c.pointee.origin = writer.value(self.origin)
      switch self.event {
      case .relationAdded(let value):
        c.pointee.event_case = .init(rawValue: 10)
        c.pointee.relation_added = writer.message(value)
      case .relationUpdated(let value):
        c.pointee.event_case = .init(rawValue: 11)
        c.pointee.relation_updated = writer.message(value)
      case .relationRemoved(let value):
        c.pointee.event_case = .init(rawValue: 12)
        c.pointee.relation_removed = writer.message(value)
      case .tagGroupCreated(let value):
        c.pointee.event_case = .init(rawValue: 13)
        c.pointee.tag_group_created = writer.message(value)
      case .tagGroupUpdated(let value):
        c.pointee.event_case = .init(rawValue: 14)
        c.pointee.tag_group_updated = writer.message(value)
      case .tagGroupDeleted(let value):
        c.pointee.event_case = .init(rawValue: 15)
        c.pointee.tag_group_deleted = writer.message(value)
      case .tagCreated(let value):
        c.pointee.event_case = .init(rawValue: 16)
        c.pointee.tag_created = writer.message(value)
      case .tagUpdated(let value):
        c.pointee.event_case = .init(rawValue: 17)
        c.pointee.tag_updated = writer.message(value)
      case .tagDeleted(let value):
        c.pointee.event_case = .init(rawValue: 18)
        c.pointee.tag_deleted = writer.message(value)
      case .interactionsRecorded(let value):
        c.pointee.event_case = .init(rawValue: 40)
        c.pointee.interactions_recorded = writer.message(value)
      case nil: break
      }
    }
  }
}
