// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CommunitiesV1 {
  /// Tells what happened in the communities.
  package protocol ChangeServiceProtocol: Swift.Sendable {
    /// Streams every change after a cursor, in commit order, without gaps, and stays open for those to
    /// come. OUT_OF_RANGE when the cursor is older than what is kept (7 days) or of another database:
    /// list again, then watch from an empty cursor. Stands for the change_external_chat callbacks.
    func watchChanges(_ request: CommunitiesV1.WatchChangesRequest, _ replies: RPC.ReplyStream<CommunitiesV1.Change>, _ call: RPC.Call) async throws
    /// Returns the cursor of the newest change. Who asks for it, then lists everything, then watches
    /// from it has missed nothing: a change that came between is told again. Stands for no WeCom API.
    func getNewestCursor(_ request: CommunitiesV1.GetNewestCursorRequest, _ call: RPC.Call) async throws -> CommunitiesV1.GetNewestCursorResponse
  }

  /// The methods of `siyu.communities.v1.ChangeService`, and its routes.
  package enum ChangeService {
    package static let watchChanges = RPC.MethodDescriptor(
      service: "siyu.communities.v1.ChangeService", name: "WatchChanges",
      clientStreaming: false, serverStreaming: true,
      right: .scope("communities.changes.read"))
    package static let getNewestCursor = RPC.MethodDescriptor(
      service: "siyu.communities.v1.ChangeService", name: "GetNewestCursor",
      clientStreaming: false, serverStreaming: false,
      right: .scope("communities.changes.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.communities.v1.ChangeService",
      methods: [watchChanges, getNewestCursor])

    package static func routes(_ service: some ChangeServiceProtocol) -> [RPC.Route] {
      [
        .serverStream(watchChanges) { (request: CommunitiesV1.WatchChangesRequest, replies: RPC.ReplyStream<CommunitiesV1.Change>, call) in try await service.watchChanges(request, replies, call) },
        .unary(getNewestCursor) { bytes, call in
          guard let request = call.begin(CommunitiesV1.GetNewestCursorRequest.self, bytes) else { return }
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

  /// Calls `siyu.communities.v1.ChangeService` over a channel.
  package struct ChangeServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Streams every change after a cursor, in commit order, without gaps, and stays open for those to
    /// come. OUT_OF_RANGE when the cursor is older than what is kept (7 days) or of another database:
    /// list again, then watch from an empty cursor. Stands for the change_external_chat callbacks.
    package func watchChanges(_ request: CommunitiesV1.WatchChangesRequest, options: RPC.CallOptions = .init()) -> RPC.ReplySequence<CommunitiesV1.Change> {
      channel.serverStream(ChangeService.watchChanges, request, options)
    }

    /// Returns the cursor of the newest change. Who asks for it, then lists everything, then watches
    /// from it has missed nothing: a change that came between is told again. Stands for no WeCom API.
    package func getNewestCursor(_ request: CommunitiesV1.GetNewestCursorRequest, options: RPC.CallOptions = .init()) async throws -> CommunitiesV1.GetNewestCursorResponse {
      try await channel.unary(ChangeService.getNewestCursor, request, options)
    }
  }

  /// What of a group changed.
  package struct GroupUpdateDetail: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Never sent.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// Its name: WeCom's UpdateDetail change_name.
    package static var name: Self { Self(rawValue: 1) }
    /// Its notice: WeCom's UpdateDetail change_notice.
    package static var notice: Self { Self(rawValue: 2) }

    package static let names: [Int32: String] = [
      0: "GROUP_UPDATE_DETAIL_UNSPECIFIED",
      1: "GROUP_UPDATE_DETAIL_NAME",
      2: "GROUP_UPDATE_DETAIL_NOTICE",
    ]
  }

  /// How people came into a group: WeCom's JoinScene of the callback, which is not the join_scene of
  /// the group detail.
  package struct GroupJoinEventScene: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Never sent.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// Invited, directly or by a link: WeCom's JoinScene 0.
    package static var invited: Self { Self(rawValue: 1) }
    /// By the group's QR code: WeCom's JoinScene 3.
    package static var qrCode: Self { Self(rawValue: 3) }

    package static let names: [Int32: String] = [
      0: "GROUP_JOIN_EVENT_SCENE_UNSPECIFIED",
      1: "GROUP_JOIN_EVENT_SCENE_INVITED",
      3: "GROUP_JOIN_EVENT_SCENE_QR_CODE",
    ]
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

    package static var fullName: String { "siyu.communities.v1.WatchChangesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__watch_changes_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__WatchChangesRequest.self)
      self.after = reader.text(c.pointee.after, "after")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__WatchChangesRequest.self)
      c.pointee.after = writer.text(self.after)
    }
  }

  /// Asks where the feed ends.
  package struct GetNewestCursorRequest: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.communities.v1.GetNewestCursorRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__get_newest_cursor_request__init)

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

    package static var fullName: String { "siyu.communities.v1.GetNewestCursorResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__get_newest_cursor_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__GetNewestCursorResponse.self)
      self.cursor = reader.text(c.pointee.cursor, "cursor")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__GetNewestCursorResponse.self)
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
      /// A group was created; its state, with the people it was created with.
      case customerGroupCreated(CommunitiesV1.CustomerGroup)
      /// A group's name or notice changed.
      case customerGroupUpdated(CommunitiesV1.CustomerGroupUpdated)
      /// A group was dismissed; its last state.
      case customerGroupDismissed(CommunitiesV1.CustomerGroup)
      /// People came into a group.
      case groupMembersAdded(CommunitiesV1.GroupMembersAdded)
      /// People left a group.
      case groupMembersRemoved(CommunitiesV1.GroupMembersRemoved)
      /// A moment was created, and its executors are being looked for; its state.
      case momentCreated(CommunitiesV1.Moment)
      /// A moment's executors have their tasks; its new state.
      case momentDispatched(CommunitiesV1.Moment)
      /// A moment's dispatch failed for good; its new state.
      case momentFailed(CommunitiesV1.Moment)
      /// A member published a moment; his task's new state.
      case momentPublished(CommunitiesV1.MomentTask)
      /// A join way was created; its state.
      case joinWayCreated(CommunitiesV1.JoinWay)
      /// A join way changed, or a group was made for it and came on its list; its new state.
      case joinWayUpdated(CommunitiesV1.JoinWay)
      /// A join way was deleted; its last state.
      case joinWayDeleted(CommunitiesV1.JoinWay)
      /// A customer came into a group by a join way; follows group_members_added.
      case joinedByJoinWay(CommunitiesV1.JoinWayJoin)
    }

    package static var fullName: String { "siyu.communities.v1.Change" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__change__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__Change.self)
      self.eventID = reader.text(c.pointee.event_id, "event_id")
      self.sequence = c.pointee.sequence
      self.cursor = reader.text(c.pointee.cursor, "cursor")
      self.changeTime = reader.message(c.pointee.change_time, "change_time")
      self.origin = CommonV1.Origin(rawValue: Int32(truncatingIfNeeded: c.pointee.origin.rawValue))
      switch c.pointee.event_case.rawValue {
      case 10: self.event = reader.message(c.pointee.customer_group_created, "customer_group_created").map { .customerGroupCreated($0) }
      case 11: self.event = reader.message(c.pointee.customer_group_updated, "customer_group_updated").map { .customerGroupUpdated($0) }
      case 12: self.event = reader.message(c.pointee.customer_group_dismissed, "customer_group_dismissed").map { .customerGroupDismissed($0) }
      case 13: self.event = reader.message(c.pointee.group_members_added, "group_members_added").map { .groupMembersAdded($0) }
      case 14: self.event = reader.message(c.pointee.group_members_removed, "group_members_removed").map { .groupMembersRemoved($0) }
      case 15: self.event = reader.message(c.pointee.moment_created, "moment_created").map { .momentCreated($0) }
      case 16: self.event = reader.message(c.pointee.moment_dispatched, "moment_dispatched").map { .momentDispatched($0) }
      case 17: self.event = reader.message(c.pointee.moment_failed, "moment_failed").map { .momentFailed($0) }
      case 18: self.event = reader.message(c.pointee.moment_published, "moment_published").map { .momentPublished($0) }
      case 19: self.event = reader.message(c.pointee.join_way_created, "join_way_created").map { .joinWayCreated($0) }
      case 20: self.event = reader.message(c.pointee.join_way_updated, "join_way_updated").map { .joinWayUpdated($0) }
      case 21: self.event = reader.message(c.pointee.join_way_deleted, "join_way_deleted").map { .joinWayDeleted($0) }
      case 22: self.event = reader.message(c.pointee.joined_by_join_way, "joined_by_join_way").map { .joinedByJoinWay($0) }
      default: self.event = nil
      }
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__Change.self)
      c.pointee.event_id = writer.text(self.eventID)
      c.pointee.sequence = self.sequence
      c.pointee.cursor = writer.text(self.cursor)
      c.pointee.change_time = writer.message(self.changeTime)
      c.pointee.origin = writer.value(self.origin)
      switch self.event {
      case .customerGroupCreated(let value):
        c.pointee.event_case = .init(rawValue: 10)
        c.pointee.customer_group_created = writer.message(value)
      case .customerGroupUpdated(let value):
        c.pointee.event_case = .init(rawValue: 11)
        c.pointee.customer_group_updated = writer.message(value)
      case .customerGroupDismissed(let value):
        c.pointee.event_case = .init(rawValue: 12)
        c.pointee.customer_group_dismissed = writer.message(value)
      case .groupMembersAdded(let value):
        c.pointee.event_case = .init(rawValue: 13)
        c.pointee.group_members_added = writer.message(value)
      case .groupMembersRemoved(let value):
        c.pointee.event_case = .init(rawValue: 14)
        c.pointee.group_members_removed = writer.message(value)
      case .momentCreated(let value):
        c.pointee.event_case = .init(rawValue: 15)
        c.pointee.moment_created = writer.message(value)
      case .momentDispatched(let value):
        c.pointee.event_case = .init(rawValue: 16)
        c.pointee.moment_dispatched = writer.message(value)
      case .momentFailed(let value):
        c.pointee.event_case = .init(rawValue: 17)
        c.pointee.moment_failed = writer.message(value)
      case .momentPublished(let value):
        c.pointee.event_case = .init(rawValue: 18)
        c.pointee.moment_published = writer.message(value)
      case .joinWayCreated(let value):
        c.pointee.event_case = .init(rawValue: 19)
        c.pointee.join_way_created = writer.message(value)
      case .joinWayUpdated(let value):
        c.pointee.event_case = .init(rawValue: 20)
        c.pointee.join_way_updated = writer.message(value)
      case .joinWayDeleted(let value):
        c.pointee.event_case = .init(rawValue: 21)
        c.pointee.join_way_deleted = writer.message(value)
      case .joinedByJoinWay(let value):
        c.pointee.event_case = .init(rawValue: 22)
        c.pointee.joined_by_join_way = writer.message(value)
      case nil: break
      }
    }
  }

  /// A group's name or notice changed.
  package struct CustomerGroupUpdated: Protobuf.Message {
    /// The group's new state.
    package var customerGroup: CommunitiesV1.CustomerGroup? = nil
    /// What changed, each once.
    package var updateDetails: [CommunitiesV1.GroupUpdateDetail] = []

    package init() {}

    package init(
      customerGroup: CommunitiesV1.CustomerGroup? = nil,
      updateDetails: [CommunitiesV1.GroupUpdateDetail] = []
    ) {
      self.customerGroup = customerGroup
      self.updateDetails = updateDetails
    }

    package static var fullName: String { "siyu.communities.v1.CustomerGroupUpdated" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__customer_group_updated__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__CustomerGroupUpdated.self)
      self.customerGroup = reader.message(c.pointee.customer_group, "customer_group")
      self.updateDetails = reader.values(c.pointee.n_update_details, c.pointee.update_details)
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__CustomerGroupUpdated.self)
      c.pointee.customer_group = writer.message(self.customerGroup)
      c.pointee.update_details = writer.values(self.updateDetails, &c.pointee.n_update_details)
    }
  }

  /// People came into a group. Who keeps a copy of the membership may apply this when his copy has
  /// last_member_version; otherwise he has missed something and lists the members again.
  package struct GroupMembersAdded: Protobuf.Message {
    /// The group's new state.
    package var customerGroup: CommunitiesV1.CustomerGroup? = nil
    /// Who came.
    package var members: [CommunitiesV1.GroupMember] = []
    /// The member_version before: LastMemVer.
    package var lastMemberVersion: String = ""
    /// The member_version after: CurMemVer.
    package var currentMemberVersion: String = ""
    /// How they came.
    package var joinScene: CommunitiesV1.GroupJoinEventScene = .init()

    package init() {}

    package init(
      customerGroup: CommunitiesV1.CustomerGroup? = nil,
      members: [CommunitiesV1.GroupMember] = [],
      lastMemberVersion: String = "",
      currentMemberVersion: String = "",
      joinScene: CommunitiesV1.GroupJoinEventScene = .init()
    ) {
      self.customerGroup = customerGroup
      self.members = members
      self.lastMemberVersion = lastMemberVersion
      self.currentMemberVersion = currentMemberVersion
      self.joinScene = joinScene
    }

    package static var fullName: String { "siyu.communities.v1.GroupMembersAdded" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__group_members_added__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__GroupMembersAdded.self)
      self.customerGroup = reader.message(c.pointee.customer_group, "customer_group")
      self.members = reader.messages(c.pointee.n_members, c.pointee.members, "members")
      self.lastMemberVersion = reader.text(c.pointee.last_member_version, "last_member_version")
      self.currentMemberVersion = reader.text(c.pointee.current_member_version, "current_member_version")
      self.joinScene = CommunitiesV1.GroupJoinEventScene(rawValue: Int32(truncatingIfNeeded: c.pointee.join_scene.rawValue))
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__GroupMembersAdded.self)
      c.pointee.customer_group = writer.message(self.customerGroup)
      c.pointee.members = writer.messages(self.members, &c.pointee.n_members)
      c.pointee.last_member_version = writer.text(self.lastMemberVersion)
      c.pointee.current_member_version = writer.text(self.currentMemberVersion)
      c.pointee.join_scene = writer.value(self.joinScene)
    }
  }

  /// People left a group. As with GroupMembersAdded, apply it to a copy of last_member_version only.
  package struct GroupMembersRemoved: Protobuf.Message {
    /// The group's new state.
    package var customerGroup: CommunitiesV1.CustomerGroup? = nil
    /// Who left, as they were.
    package var members: [CommunitiesV1.GroupMember] = []
    /// The member_version before: LastMemVer.
    package var lastMemberVersion: String = ""
    /// The member_version after: CurMemVer.
    package var currentMemberVersion: String = ""
    /// How they left.
    package var quitScene: CommunitiesV1.GroupQuitScene = .init()

    package init() {}

    package init(
      customerGroup: CommunitiesV1.CustomerGroup? = nil,
      members: [CommunitiesV1.GroupMember] = [],
      lastMemberVersion: String = "",
      currentMemberVersion: String = "",
      quitScene: CommunitiesV1.GroupQuitScene = .init()
    ) {
      self.customerGroup = customerGroup
      self.members = members
      self.lastMemberVersion = lastMemberVersion
      self.currentMemberVersion = currentMemberVersion
      self.quitScene = quitScene
    }

    package static var fullName: String { "siyu.communities.v1.GroupMembersRemoved" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__group_members_removed__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__GroupMembersRemoved.self)
      self.customerGroup = reader.message(c.pointee.customer_group, "customer_group")
      self.members = reader.messages(c.pointee.n_members, c.pointee.members, "members")
      self.lastMemberVersion = reader.text(c.pointee.last_member_version, "last_member_version")
      self.currentMemberVersion = reader.text(c.pointee.current_member_version, "current_member_version")
      self.quitScene = CommunitiesV1.GroupQuitScene(rawValue: Int32(truncatingIfNeeded: c.pointee.quit_scene.rawValue))
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__GroupMembersRemoved.self)
      c.pointee.customer_group = writer.message(self.customerGroup)
      c.pointee.members = writer.messages(self.members, &c.pointee.n_members)
      c.pointee.last_member_version = writer.text(self.lastMemberVersion)
      c.pointee.current_member_version = writer.text(self.currentMemberVersion)
      c.pointee.quit_scene = writer.value(self.quitScene)
    }
  }

  /// A customer who came into a group by a join way.
  package struct JoinWayJoin: Protobuf.Message {
    /// The way.
    package var configID: String = ""
    /// Its channel 渠道.
    package var state: String = ""
    /// The group he came into.
    package var chatID: String = ""
    /// The customer.
    package var externalUserid: String = ""

    package init() {}

    package init(
      configID: String = "",
      state: String = "",
      chatID: String = "",
      externalUserid: String = ""
    ) {
      self.configID = configID
      self.state = state
      self.chatID = chatID
      self.externalUserid = externalUserid
    }

    package static var fullName: String { "siyu.communities.v1.JoinWayJoin" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__join_way_join__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__JoinWayJoin.self)
      self.configID = reader.text(c.pointee.config_id, "config_id")
      self.state = reader.text(c.pointee.state, "state")
      self.chatID = reader.text(c.pointee.chat_id, "chat_id")
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__JoinWayJoin.self)
      c.pointee.config_id = writer.text(self.configID)
      c.pointee.state = writer.text(self.state)
      c.pointee.chat_id = writer.text(self.chatID)
      c.pointee.external_userid = writer.text(self.externalUserid)
    }
  }
}
