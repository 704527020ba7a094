// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension DirectoryV1 {
  /// Tells what happened in the directory.
  package protocol ChangeServiceProtocol: Swift.Sendable {
    /// Streams every change after a cursor, in commit order, without gaps, and stays open for those to
    /// come. OUT_OF_RANGE when the cursor is older than what is kept (7 days) or of another database:
    /// list again, then watch from an empty cursor. Stands for the change_contact callbacks.
    func watchChanges(_ request: DirectoryV1.WatchChangesRequest, _ replies: RPC.ReplyStream<DirectoryV1.Change>, _ call: RPC.Call) async throws
    /// Returns the cursor of the newest change. Who asks for it, then lists everything, then watches
    /// from it has missed nothing: a change that came between is told again. Stands for no WeCom API.
    func getNewestCursor(_ request: DirectoryV1.GetNewestCursorRequest, _ call: RPC.Call) async throws -> DirectoryV1.GetNewestCursorResponse
  }

  /// The methods of `siyu.directory.v1.ChangeService`, and its routes.
  package enum ChangeService {
    package static let watchChanges = RPC.MethodDescriptor(
      service: "siyu.directory.v1.ChangeService", name: "WatchChanges",
      clientStreaming: false, serverStreaming: true,
      right: .scope("directory.changes.read"))
    package static let getNewestCursor = RPC.MethodDescriptor(
      service: "siyu.directory.v1.ChangeService", name: "GetNewestCursor",
      clientStreaming: false, serverStreaming: false,
      right: .scope("directory.changes.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.directory.v1.ChangeService",
      methods: [watchChanges, getNewestCursor])

    package static func routes(_ service: some ChangeServiceProtocol) -> [RPC.Route] {
      [
        .serverStream(watchChanges) { (request: DirectoryV1.WatchChangesRequest, replies: RPC.ReplyStream<DirectoryV1.Change>, call) in try await service.watchChanges(request, replies, call) },
        .unary(getNewestCursor) { bytes, call in
          guard let request = call.begin(DirectoryV1.GetNewestCursorRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getNewestCursor(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.directory.v1.ChangeService` over a channel.
  package struct ChangeServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Streams every change after a cursor, in commit order, without gaps, and stays open for those to
    /// come. OUT_OF_RANGE when the cursor is older than what is kept (7 days) or of another database:
    /// list again, then watch from an empty cursor. Stands for the change_contact callbacks.
    package func watchChanges(_ request: DirectoryV1.WatchChangesRequest, options: RPC.CallOptions = .init()) -> RPC.ReplySequence<DirectoryV1.Change> {
      channel.serverStream(ChangeService.watchChanges, request, options)
    }

    /// Returns the cursor of the newest change. Who asks for it, then lists everything, then watches
    /// from it has missed nothing: a change that came between is told again. Stands for no WeCom API.
    package func getNewestCursor(_ request: DirectoryV1.GetNewestCursorRequest, options: RPC.CallOptions = .init()) async throws -> DirectoryV1.GetNewestCursorResponse {
      try await channel.unary(ChangeService.getNewestCursor, request, options)
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

    package static var fullName: String { "siyu.directory.v1.WatchChangesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__watch_changes_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__WatchChangesRequest.self)
      self.after = reader.text(c.pointee.after, "after")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__WatchChangesRequest.self)
      c.pointee.after = writer.text(self.after)
    }
  }

  /// Asks where the feed ends.
  package struct GetNewestCursorRequest: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.directory.v1.GetNewestCursorRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__get_newest_cursor_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }

  /// Where the feed ends.
  package struct GetNewestCursorResponse: Protobuf.Message {
    /// The cursor of the newest change; one to begin with when there was no change yet. Opaque.
    package var cursor: String = ""

    package init() {}

    package init(
      cursor: String = ""
    ) {
      self.cursor = cursor
    }

    package static var fullName: String { "siyu.directory.v1.GetNewestCursorResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__get_newest_cursor_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__GetNewestCursorResponse.self)
      self.cursor = reader.text(c.pointee.cursor, "cursor")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__GetNewestCursorResponse.self)
      c.pointee.cursor = writer.text(self.cursor)
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
      /// The corp's settings changed; its new state.
      case corpUpdated(DirectoryV1.Corp)
      /// A department was created; its state.
      case departmentCreated(DirectoryV1.Department)
      /// A department changed; its new state.
      case departmentUpdated(DirectoryV1.Department)
      /// A department was deleted; its last state.
      case departmentDeleted(DirectoryV1.Department)
      /// A member was created; his state.
      case memberCreated(DirectoryV1.Member)
      /// A member changed; his new state.
      case memberUpdated(DirectoryV1.Member)
      /// A member was deleted; his last state.
      case memberDeleted(DirectoryV1.Member)
      /// An app was created; its state.
      case appCreated(DirectoryV1.App)
      /// An app changed, or its secrets did; its new state.
      case appUpdated(DirectoryV1.App)
      /// An app was deleted; its last state.
      case appDeleted(DirectoryV1.App)
      /// A token was issued.
      case tokenIssued(DirectoryV1.Token)
      /// A token was revoked.
      case tokenRevoked(DirectoryV1.Token)
    }

    package static var fullName: String { "siyu.directory.v1.Change" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__change__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__Change.self)
      self.eventID = reader.text(c.pointee.event_id, "event_id")
      self.sequence = c.pointee.sequence
      self.cursor = reader.text(c.pointee.cursor, "cursor")
      self.changeTime = reader.message(c.pointee.change_time, "change_time")
      self.origin = CommonV1.Origin(rawValue: Int32(truncatingIfNeeded: c.pointee.origin.rawValue))
      switch c.pointee.event_case.rawValue {
      case 10: self.event = reader.message(c.pointee.corp_updated, "corp_updated").map { .corpUpdated($0) }
      case 11: self.event = reader.message(c.pointee.department_created, "department_created").map { .departmentCreated($0) }
      case 12: self.event = reader.message(c.pointee.department_updated, "department_updated").map { .departmentUpdated($0) }
      case 13: self.event = reader.message(c.pointee.department_deleted, "department_deleted").map { .departmentDeleted($0) }
      case 14: self.event = reader.message(c.pointee.member_created, "member_created").map { .memberCreated($0) }
      case 15: self.event = reader.message(c.pointee.member_updated, "member_updated").map { .memberUpdated($0) }
      case 16: self.event = reader.message(c.pointee.member_deleted, "member_deleted").map { .memberDeleted($0) }
      case 20: self.event = reader.message(c.pointee.app_created, "app_created").map { .appCreated($0) }
      case 21: self.event = reader.message(c.pointee.app_updated, "app_updated").map { .appUpdated($0) }
      case 22: self.event = reader.message(c.pointee.app_deleted, "app_deleted").map { .appDeleted($0) }
      case 23: self.event = reader.message(c.pointee.token_issued, "token_issued").map { .tokenIssued($0) }
      case 24: self.event = reader.message(c.pointee.token_revoked, "token_revoked").map { .tokenRevoked($0) }
      default: self.event = nil
      }
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__Change.self)
      c.pointee.event_id = writer.text(self.eventID)
      c.pointee.sequence = self.sequence
      c.pointee.cursor = writer.text(self.cursor)
      c.pointee.change_time = writer.message(self.changeTime)
      c.pointee.origin = writer.value(self.origin)
      switch self.event {
      case .corpUpdated(let value):
        c.pointee.event_case = .init(rawValue: 10)
        c.pointee.corp_updated = writer.message(value)
      case .departmentCreated(let value):
        c.pointee.event_case = .init(rawValue: 11)
        c.pointee.department_created = writer.message(value)
      case .departmentUpdated(let value):
        c.pointee.event_case = .init(rawValue: 12)
        c.pointee.department_updated = writer.message(value)
      case .departmentDeleted(let value):
        c.pointee.event_case = .init(rawValue: 13)
        c.pointee.department_deleted = writer.message(value)
      case .memberCreated(let value):
        c.pointee.event_case = .init(rawValue: 14)
        c.pointee.member_created = writer.message(value)
      case .memberUpdated(let value):
        c.pointee.event_case = .init(rawValue: 15)
        c.pointee.member_updated = writer.message(value)
      case .memberDeleted(let value):
        c.pointee.event_case = .init(rawValue: 16)
        c.pointee.member_deleted = writer.message(value)
      case .appCreated(let value):
        c.pointee.event_case = .init(rawValue: 20)
        c.pointee.app_created = writer.message(value)
      case .appUpdated(let value):
        c.pointee.event_case = .init(rawValue: 21)
        c.pointee.app_updated = writer.message(value)
      case .appDeleted(let value):
        c.pointee.event_case = .init(rawValue: 22)
        c.pointee.app_deleted = writer.message(value)
      case .tokenIssued(let value):
        c.pointee.event_case = .init(rawValue: 23)
        c.pointee.token_issued = writer.message(value)
      case .tokenRevoked(let value):
        c.pointee.event_case = .init(rawValue: 24)
        c.pointee.token_revoked = writer.message(value)
      case nil: break
      }
    }
  }
}
