// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CommunitiesV1 {
  /// Keeps the customer groups 客户群 of a corp, as the chat system that holds them reports them.
  ///
  /// Userids and external_userids are taken as given, spelled as their own services spell them: the
  /// directory and customers are not asked. A group that was dismissed answers FAILED_PRECONDITION
  /// (GROUP_DISMISSED, errcode 49008) to every call that names it, and its chat_id is never given out
  /// again.
  package protocol CustomerGroupServiceProtocol: Swift.Sendable {
    /// Creates a group with its owner and its first members, in one step. ALREADY_EXISTS when the
    /// chat_id is taken, RESOURCE_EXHAUSTED when it would have more than 500 members. WeCom has no
    /// such API: there a group is born in the client and told by the callback `create`.
    func createCustomerGroup(_ request: CommunitiesV1.CreateCustomerGroupRequest, _ call: RPC.Call) async throws -> CommunitiesV1.CustomerGroup
    /// Returns one group, without its members; NOT_FOUND when there is none with the chat_id. Stands
    /// for externalcontact/groupchat/get.
    func getCustomerGroup(_ request: CommunitiesV1.GetCustomerGroupRequest, _ call: RPC.Call) async throws -> CommunitiesV1.CustomerGroup
    /// Lists groups by their owners, ascending by owner and then in the order they were created.
    /// Dismissed groups are left out. Stands for externalcontact/groupchat/list.
    func listCustomerGroups(_ request: CommunitiesV1.ListCustomerGroupsRequest, _ call: RPC.Call) async throws -> CommunitiesV1.ListCustomerGroupsResponse
    /// Changes the fields named by the mask. Tells the feed once, and not at all when nothing changed.
    /// Stands for the callbacks change_name and change_notice.
    func updateCustomerGroup(_ request: CommunitiesV1.UpdateCustomerGroupRequest, _ call: RPC.Call) async throws -> CommunitiesV1.CustomerGroup
    /// Ends a group; FAILED_PRECONDITION when it ended before. Stands for the callback dismiss.
    func dismissCustomerGroup(_ request: CommunitiesV1.DismissCustomerGroupRequest, _ call: RPC.Call) async throws -> CommunitiesV1.CustomerGroup
    /// Lets people into a group: all who are named, or nobody. RESOURCE_EXHAUSTED when the group would
    /// pass 500 members, or 200 by a QR code. Who is a member already stays as he is and is reported.
    /// Gives the group one new member_version and tells the feed once; when nobody is new, neither.
    /// Stands for the callback add_member.
    func addGroupMembers(_ request: CommunitiesV1.AddGroupMembersRequest, _ call: RPC.Call) async throws -> CommunitiesV1.AddGroupMembersResponse
    /// Takes people out of a group: all who are named, or nobody. FAILED_PRECONDITION when the owner
    /// is among them. Who is no member is reported. Gives the group one new member_version and tells
    /// the feed once; when nobody went, neither. Stands for the callback del_member.
    func removeGroupMembers(_ request: CommunitiesV1.RemoveGroupMembersRequest, _ call: RPC.Call) async throws -> CommunitiesV1.RemoveGroupMembersResponse
    /// Lists a group's members in the order they joined. Stands for the member_list of
    /// externalcontact/groupchat/get.
    func listGroupMembers(_ request: CommunitiesV1.ListGroupMembersRequest, _ call: RPC.Call) async throws -> CommunitiesV1.ListGroupMembersResponse
  }

  /// The methods of `siyu.communities.v1.CustomerGroupService`, and its routes.
  package enum CustomerGroupService {
    package static let createCustomerGroup = RPC.MethodDescriptor(
      service: "siyu.communities.v1.CustomerGroupService", name: "CreateCustomerGroup",
      clientStreaming: false, serverStreaming: false,
      right: .scope("communities.groups.write"), mutates: true)
    package static let getCustomerGroup = RPC.MethodDescriptor(
      service: "siyu.communities.v1.CustomerGroupService", name: "GetCustomerGroup",
      clientStreaming: false, serverStreaming: false,
      right: .scope("communities.groups.read"))
    package static let listCustomerGroups = RPC.MethodDescriptor(
      service: "siyu.communities.v1.CustomerGroupService", name: "ListCustomerGroups",
      clientStreaming: false, serverStreaming: false,
      right: .scope("communities.groups.read"),
      dataScope: RPC.DataScopeRule(CommunitiesV1.ListCustomerGroupsRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("owners")
        reading.add(members: request.owners)
      })
    package static let updateCustomerGroup = RPC.MethodDescriptor(
      service: "siyu.communities.v1.CustomerGroupService", name: "UpdateCustomerGroup",
      clientStreaming: false, serverStreaming: false,
      right: .scope("communities.groups.write"), mutates: true)
    package static let dismissCustomerGroup = RPC.MethodDescriptor(
      service: "siyu.communities.v1.CustomerGroupService", name: "DismissCustomerGroup",
      clientStreaming: false, serverStreaming: false,
      right: .scope("communities.groups.write"), mutates: true)
    package static let addGroupMembers = RPC.MethodDescriptor(
      service: "siyu.communities.v1.CustomerGroupService", name: "AddGroupMembers",
      clientStreaming: false, serverStreaming: false,
      right: .scope("communities.groups.write"), mutates: true)
    package static let removeGroupMembers = RPC.MethodDescriptor(
      service: "siyu.communities.v1.CustomerGroupService", name: "RemoveGroupMembers",
      clientStreaming: false, serverStreaming: false,
      right: .scope("communities.groups.write"), mutates: true)
    package static let listGroupMembers = RPC.MethodDescriptor(
      service: "siyu.communities.v1.CustomerGroupService", name: "ListGroupMembers",
      clientStreaming: false, serverStreaming: false,
      right: .scope("communities.groups.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.communities.v1.CustomerGroupService",
      methods: [createCustomerGroup, getCustomerGroup, listCustomerGroups, updateCustomerGroup, dismissCustomerGroup, addGroupMembers, removeGroupMembers, listGroupMembers])

    package static func routes(_ service: some CustomerGroupServiceProtocol) -> [RPC.Route] {
      [
        .unary(createCustomerGroup) { bytes, call in
          guard let request = call.begin(CommunitiesV1.CreateCustomerGroupRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.createCustomerGroup(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getCustomerGroup) { bytes, call in
          guard let request = call.begin(CommunitiesV1.GetCustomerGroupRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getCustomerGroup(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listCustomerGroups) { bytes, call in
          guard let request = call.begin(CommunitiesV1.ListCustomerGroupsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listCustomerGroups(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(updateCustomerGroup) { bytes, call in
          guard let request = call.begin(CommunitiesV1.UpdateCustomerGroupRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.updateCustomerGroup(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(dismissCustomerGroup) { bytes, call in
          guard let request = call.begin(CommunitiesV1.DismissCustomerGroupRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.dismissCustomerGroup(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(addGroupMembers) { bytes, call in
          guard let request = call.begin(CommunitiesV1.AddGroupMembersRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.addGroupMembers(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(removeGroupMembers) { bytes, call in
          guard let request = call.begin(CommunitiesV1.RemoveGroupMembersRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.removeGroupMembers(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listGroupMembers) { bytes, call in
          guard let request = call.begin(CommunitiesV1.ListGroupMembersRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listGroupMembers(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.communities.v1.CustomerGroupService` over a channel.
  package struct CustomerGroupServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Creates a group with its owner and its first members, in one step. ALREADY_EXISTS when the
    /// chat_id is taken, RESOURCE_EXHAUSTED when it would have more than 500 members. WeCom has no
    /// such API: there a group is born in the client and told by the callback `create`.
    package func createCustomerGroup(_ request: CommunitiesV1.CreateCustomerGroupRequest, options: RPC.CallOptions = .init()) async throws -> CommunitiesV1.CustomerGroup {
      try await channel.unary(CustomerGroupService.createCustomerGroup, request, options)
    }

    /// Returns one group, without its members; NOT_FOUND when there is none with the chat_id. Stands
    /// for externalcontact/groupchat/get.
    package func getCustomerGroup(_ request: CommunitiesV1.GetCustomerGroupRequest, options: RPC.CallOptions = .init()) async throws -> CommunitiesV1.CustomerGroup {
      try await channel.unary(CustomerGroupService.getCustomerGroup, request, options)
    }

    /// Lists groups by their owners, ascending by owner and then in the order they were created.
    /// Dismissed groups are left out. Stands for externalcontact/groupchat/list.
    package func listCustomerGroups(_ request: CommunitiesV1.ListCustomerGroupsRequest, options: RPC.CallOptions = .init()) async throws -> CommunitiesV1.ListCustomerGroupsResponse {
      try await channel.unary(CustomerGroupService.listCustomerGroups, request, options)
    }

    /// Changes the fields named by the mask. Tells the feed once, and not at all when nothing changed.
    /// Stands for the callbacks change_name and change_notice.
    package func updateCustomerGroup(_ request: CommunitiesV1.UpdateCustomerGroupRequest, options: RPC.CallOptions = .init()) async throws -> CommunitiesV1.CustomerGroup {
      try await channel.unary(CustomerGroupService.updateCustomerGroup, request, options)
    }

    /// Ends a group; FAILED_PRECONDITION when it ended before. Stands for the callback dismiss.
    package func dismissCustomerGroup(_ request: CommunitiesV1.DismissCustomerGroupRequest, options: RPC.CallOptions = .init()) async throws -> CommunitiesV1.CustomerGroup {
      try await channel.unary(CustomerGroupService.dismissCustomerGroup, request, options)
    }

    /// Lets people into a group: all who are named, or nobody. RESOURCE_EXHAUSTED when the group would
    /// pass 500 members, or 200 by a QR code. Who is a member already stays as he is and is reported.
    /// Gives the group one new member_version and tells the feed once; when nobody is new, neither.
    /// Stands for the callback add_member.
    package func addGroupMembers(_ request: CommunitiesV1.AddGroupMembersRequest, options: RPC.CallOptions = .init()) async throws -> CommunitiesV1.AddGroupMembersResponse {
      try await channel.unary(CustomerGroupService.addGroupMembers, request, options)
    }

    /// Takes people out of a group: all who are named, or nobody. FAILED_PRECONDITION when the owner
    /// is among them. Who is no member is reported. Gives the group one new member_version and tells
    /// the feed once; when nobody went, neither. Stands for the callback del_member.
    package func removeGroupMembers(_ request: CommunitiesV1.RemoveGroupMembersRequest, options: RPC.CallOptions = .init()) async throws -> CommunitiesV1.RemoveGroupMembersResponse {
      try await channel.unary(CustomerGroupService.removeGroupMembers, request, options)
    }

    /// Lists a group's members in the order they joined. Stands for the member_list of
    /// externalcontact/groupchat/get.
    package func listGroupMembers(_ request: CommunitiesV1.ListGroupMembersRequest, options: RPC.CallOptions = .init()) async throws -> CommunitiesV1.ListGroupMembersResponse {
      try await channel.unary(CustomerGroupService.listGroupMembers, request, options)
    }
  }

  /// Which side of the counter someone stands on.
  package struct GroupMemberType: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: refused.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// A member of the corp 企业成员: `userid` is a userid.
    package static var member: Self { Self(rawValue: 1) }
    /// An external contact 外部联系人: `userid` is an external_userid.
    package static var external: Self { Self(rawValue: 2) }

    package static let names: [Int32: String] = [
      0: "GROUP_MEMBER_TYPE_UNSPECIFIED",
      1: "GROUP_MEMBER_TYPE_MEMBER",
      2: "GROUP_MEMBER_TYPE_EXTERNAL",
    ]
  }

  /// How someone came into a group: WeCom's join_scene of the group detail, with its numbers.
  package struct GroupJoinScene: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: refused.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// Invited directly by a member of the group.
    package static var invited: Self { Self(rawValue: 1) }
    /// By an invitation link.
    package static var link: Self { Self(rawValue: 2) }
    /// By scanning the group's QR code; possible while the group has fewer than 200 members.
    package static var qrCode: Self { Self(rawValue: 3) }

    package static let names: [Int32: String] = [
      0: "GROUP_JOIN_SCENE_UNSPECIFIED",
      1: "GROUP_JOIN_SCENE_INVITED",
      2: "GROUP_JOIN_SCENE_LINK",
      3: "GROUP_JOIN_SCENE_QR_CODE",
    ]
  }

  /// How someone left a group.
  package struct GroupQuitScene: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: refused.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// He left by himself: WeCom's QuitScene 0.
    package static var left: Self { Self(rawValue: 1) }
    /// The owner or an admin removed him: WeCom's QuitScene 1.
    package static var removed: Self { Self(rawValue: 2) }

    package static let names: [Int32: String] = [
      0: "GROUP_QUIT_SCENE_UNSPECIFIED",
      1: "GROUP_QUIT_SCENE_LEFT",
      2: "GROUP_QUIT_SCENE_REMOVED",
    ]
  }

  /// A customer group 客户群.
  package struct CustomerGroup: Protobuf.Message {
    /// The id: 1 to 64 of [0-9A-Za-z_-], `wr…` by custom.
    package var chatID: String = ""
    /// The name: 1 to 64 characters.
    package var name: String = ""
    /// The userid of the owner 群主, who is always a member.
    package var owner: String = ""
    /// The notice 群公告: at most 2000 characters, may be empty.
    package var notice: String = ""
    /// When it was created. Output only.
    package var createTime: GoogleProtobuf.Timestamp? = nil
    /// How many are in it, the owner included. Output only.
    package var memberCount: Int32 = 0
    /// The version of the membership: 32 hex digits, another one after each change of who is in the
    /// group, the same as long as nobody comes or goes. Output only.
    package var memberVersion: String = ""
    /// When it was dismissed; absent while it lives. Output only.
    package var dismissTime: GoogleProtobuf.Timestamp? = nil
    /// Who was in it from the beginning, the owner included: told by the event customer_group_created,
    /// and empty anywhere else. Output only.
    package var firstMembers: [CommunitiesV1.GroupMember] = []

    package init() {}

    package init(
      chatID: String = "",
      name: String = "",
      owner: String = "",
      notice: String = "",
      createTime: GoogleProtobuf.Timestamp? = nil,
      memberCount: Int32 = 0,
      memberVersion: String = "",
      dismissTime: GoogleProtobuf.Timestamp? = nil,
      firstMembers: [CommunitiesV1.GroupMember] = []
    ) {
      self.chatID = chatID
      self.name = name
      self.owner = owner
      self.notice = notice
      self.createTime = createTime
      self.memberCount = memberCount
      self.memberVersion = memberVersion
      self.dismissTime = dismissTime
      self.firstMembers = firstMembers
    }

    package static var fullName: String { "siyu.communities.v1.CustomerGroup" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__customer_group__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__CustomerGroup.self)
      self.chatID = reader.text(c.pointee.chat_id, "chat_id")
      self.name = reader.text(c.pointee.name, "name")
      self.owner = reader.text(c.pointee.owner, "owner")
      self.notice = reader.text(c.pointee.notice, "notice")
      self.createTime = reader.message(c.pointee.create_time, "create_time")
      self.memberCount = c.pointee.member_count
      self.memberVersion = reader.text(c.pointee.member_version, "member_version")
      self.dismissTime = reader.message(c.pointee.dismiss_time, "dismiss_time")
      self.firstMembers = reader.messages(c.pointee.n_first_members, c.pointee.first_members, "first_members")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__CustomerGroup.self)
      c.pointee.chat_id = writer.text(self.chatID)
      c.pointee.name = writer.text(self.name)
      c.pointee.owner = writer.text(self.owner)
      c.pointee.notice = writer.text(self.notice)
      c.pointee.create_time = writer.message(self.createTime)
      c.pointee.member_count = self.memberCount
      c.pointee.member_version = writer.text(self.memberVersion)
      c.pointee.dismiss_time = writer.message(self.dismissTime)
      c.pointee.first_members = writer.messages(self.firstMembers, &c.pointee.n_first_members)
    }
  }

  /// Someone in a customer group 群成员.
  package struct GroupMember: Protobuf.Message {
    /// A userid or an external_userid, as `type` says.
    package var userid: String = ""
    /// What `userid` is.
    package var type: CommunitiesV1.GroupMemberType = .init()
    /// When he joined.
    package var joinTime: GoogleProtobuf.Timestamp? = nil
    /// How he joined.
    package var joinScene: CommunitiesV1.GroupJoinScene = .init()
    /// The userid of the member of the corp who invited him; empty when nobody of the corp did.
    package var invitor: String = ""
    /// His name in this group 群昵称; may be empty.
    package var groupNickname: String = ""
    /// The channel 渠道 of the join way he came by, see JoinWayService; empty when he came otherwise.
    package var state: String = ""

    package init() {}

    package init(
      userid: String = "",
      type: CommunitiesV1.GroupMemberType = .init(),
      joinTime: GoogleProtobuf.Timestamp? = nil,
      joinScene: CommunitiesV1.GroupJoinScene = .init(),
      invitor: String = "",
      groupNickname: String = "",
      state: String = ""
    ) {
      self.userid = userid
      self.type = type
      self.joinTime = joinTime
      self.joinScene = joinScene
      self.invitor = invitor
      self.groupNickname = groupNickname
      self.state = state
    }

    package static var fullName: String { "siyu.communities.v1.GroupMember" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__group_member__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__GroupMember.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.type = CommunitiesV1.GroupMemberType(rawValue: Int32(truncatingIfNeeded: c.pointee.type.rawValue))
      self.joinTime = reader.message(c.pointee.join_time, "join_time")
      self.joinScene = CommunitiesV1.GroupJoinScene(rawValue: Int32(truncatingIfNeeded: c.pointee.join_scene.rawValue))
      self.invitor = reader.text(c.pointee.invitor, "invitor")
      self.groupNickname = reader.text(c.pointee.group_nickname, "group_nickname")
      self.state = reader.text(c.pointee.state, "state")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__GroupMember.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.type = writer.value(self.type)
      c.pointee.join_time = writer.message(self.joinTime)
      c.pointee.join_scene = writer.value(self.joinScene)
      c.pointee.invitor = writer.text(self.invitor)
      c.pointee.group_nickname = writer.text(self.groupNickname)
      c.pointee.state = writer.text(self.state)
    }
  }

  /// Someone who is to join a group.
  package struct NewGroupMember: Protobuf.Message {
    /// A userid (1 to 64 of [0-9A-Za-z_-@.], a letter or digit first) or an external_userid (1 to 64
    /// of [0-9A-Za-z_-]), as `type` says. Required.
    package var userid: String = ""
    /// What `userid` is. Required.
    package var type: CommunitiesV1.GroupMemberType = .init()
    /// His name in this group 群昵称: at most 64 characters, may be empty.
    package var groupNickname: String = ""

    package init() {}

    package init(
      userid: String = "",
      type: CommunitiesV1.GroupMemberType = .init(),
      groupNickname: String = ""
    ) {
      self.userid = userid
      self.type = type
      self.groupNickname = groupNickname
    }

    package static var fullName: String { "siyu.communities.v1.NewGroupMember" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__new_group_member__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__NewGroupMember.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.type = CommunitiesV1.GroupMemberType(rawValue: Int32(truncatingIfNeeded: c.pointee.type.rawValue))
      self.groupNickname = reader.text(c.pointee.group_nickname, "group_nickname")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__NewGroupMember.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.type = writer.value(self.type)
      c.pointee.group_nickname = writer.text(self.groupNickname)
    }
  }

  /// Asks for a new group.
  package struct CreateCustomerGroupRequest: Protobuf.MutatingRequest {
    /// The id the chat system gave it: 1 to 64 of [0-9A-Za-z_-]; empty lets us make one, `wr…`.
    package var chatID: String = ""
    /// The name: 1 to 64 characters. Required.
    package var name: String = ""
    /// The owner's userid. Required.
    package var owner: String = ""
    /// The notice: at most 2000 characters.
    package var notice: String = ""
    /// The first members, at most 500 with the owner, who need not be named; nobody twice. They count
    /// as invited directly by the owner.
    package var members: [CommunitiesV1.NewGroupMember] = []
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      chatID: String = "",
      name: String = "",
      owner: String = "",
      notice: String = "",
      members: [CommunitiesV1.NewGroupMember] = [],
      requestID: String = ""
    ) {
      self.chatID = chatID
      self.name = name
      self.owner = owner
      self.notice = notice
      self.members = members
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.communities.v1.CreateCustomerGroupRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__create_customer_group_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__CreateCustomerGroupRequest.self)
      self.chatID = reader.text(c.pointee.chat_id, "chat_id")
      self.name = reader.text(c.pointee.name, "name")
      self.owner = reader.text(c.pointee.owner, "owner")
      self.notice = reader.text(c.pointee.notice, "notice")
      self.members = reader.messages(c.pointee.n_members, c.pointee.members, "members")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__CreateCustomerGroupRequest.self)
      c.pointee.chat_id = writer.text(self.chatID)
      c.pointee.name = writer.text(self.name)
      c.pointee.owner = writer.text(self.owner)
      c.pointee.notice = writer.text(self.notice)
      c.pointee.members = writer.messages(self.members, &c.pointee.n_members)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for one group.
  package struct GetCustomerGroupRequest: Protobuf.Message {
    /// The group's chat_id. Required.
    package var chatID: String = ""

    package init() {}

    package init(
      chatID: String = ""
    ) {
      self.chatID = chatID
    }

    package static var fullName: String { "siyu.communities.v1.GetCustomerGroupRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__get_customer_group_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__GetCustomerGroupRequest.self)
      self.chatID = reader.text(c.pointee.chat_id, "chat_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__GetCustomerGroupRequest.self)
      c.pointee.chat_id = writer.text(self.chatID)
    }
  }

  /// Asks for the groups of some owners.
  package struct ListCustomerGroupsRequest: Protobuf.PagedRequest {
    /// The owners' userids: at most 100, nobody twice; empty means all owners.
    package var owners: [String] = []
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      owners: [String] = [],
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.owners = owners
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.communities.v1.ListCustomerGroupsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__list_customer_groups_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__ListCustomerGroupsRequest.self)
      self.owners = reader.texts(c.pointee.n_owners, c.pointee.owners, "owners")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__ListCustomerGroupsRequest.self)
      c.pointee.owners = writer.texts(self.owners, &c.pointee.n_owners)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of groups.
  package struct ListCustomerGroupsResponse: Protobuf.Message {
    /// The groups, ascending by owner and then in the order they were created.
    package var customerGroups: [CommunitiesV1.CustomerGroup] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      customerGroups: [CommunitiesV1.CustomerGroup] = [],
      nextPageToken: String = ""
    ) {
      self.customerGroups = customerGroups
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.communities.v1.ListCustomerGroupsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__list_customer_groups_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__ListCustomerGroupsResponse.self)
      self.customerGroups = reader.messages(c.pointee.n_customer_groups, c.pointee.customer_groups, "customer_groups")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__ListCustomerGroupsResponse.self)
      c.pointee.customer_groups = writer.messages(self.customerGroups, &c.pointee.n_customer_groups)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for a change of a group.
  package struct UpdateCustomerGroupRequest: Protobuf.MutatingRequest {
    /// The group: `chat_id` says which, the fields named by update_mask say what.
    package var customerGroup: CommunitiesV1.CustomerGroup? = nil
    /// The fields to change: name, notice. Empty means all of them that are not empty in
    /// `customer_group`. An unknown path is INVALID_ARGUMENT.
    package var updateMask: GoogleProtobuf.FieldMask? = nil
    /// Makes the call repeatable; see CreateCustomerGroupRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      customerGroup: CommunitiesV1.CustomerGroup? = nil,
      updateMask: GoogleProtobuf.FieldMask? = nil,
      requestID: String = ""
    ) {
      self.customerGroup = customerGroup
      self.updateMask = updateMask
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.communities.v1.UpdateCustomerGroupRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__update_customer_group_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__UpdateCustomerGroupRequest.self)
      self.customerGroup = reader.message(c.pointee.customer_group, "customer_group")
      self.updateMask = reader.message(c.pointee.update_mask, "update_mask")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__UpdateCustomerGroupRequest.self)
      c.pointee.customer_group = writer.message(self.customerGroup)
      c.pointee.update_mask = writer.message(self.updateMask)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for the end of a group.
  package struct DismissCustomerGroupRequest: Protobuf.MutatingRequest {
    /// The group's chat_id. Required.
    package var chatID: String = ""
    /// Makes the call repeatable; see CreateCustomerGroupRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      chatID: String = "",
      requestID: String = ""
    ) {
      self.chatID = chatID
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.communities.v1.DismissCustomerGroupRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__dismiss_customer_group_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__DismissCustomerGroupRequest.self)
      self.chatID = reader.text(c.pointee.chat_id, "chat_id")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__DismissCustomerGroupRequest.self)
      c.pointee.chat_id = writer.text(self.chatID)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks to let people in.
  package struct AddGroupMembersRequest: Protobuf.MutatingRequest {
    /// The group's chat_id. Required.
    package var chatID: String = ""
    /// Who joins: 1 to 500, nobody twice.
    package var members: [CommunitiesV1.NewGroupMember] = []
    /// How they all came. Required.
    package var joinScene: CommunitiesV1.GroupJoinScene = .init()
    /// The userid of the member of the corp who invited them all; empty when nobody of the corp did.
    package var invitor: String = ""
    /// Makes the call repeatable; see CreateCustomerGroupRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      chatID: String = "",
      members: [CommunitiesV1.NewGroupMember] = [],
      joinScene: CommunitiesV1.GroupJoinScene = .init(),
      invitor: String = "",
      requestID: String = ""
    ) {
      self.chatID = chatID
      self.members = members
      self.joinScene = joinScene
      self.invitor = invitor
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.communities.v1.AddGroupMembersRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__add_group_members_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__AddGroupMembersRequest.self)
      self.chatID = reader.text(c.pointee.chat_id, "chat_id")
      self.members = reader.messages(c.pointee.n_members, c.pointee.members, "members")
      self.joinScene = CommunitiesV1.GroupJoinScene(rawValue: Int32(truncatingIfNeeded: c.pointee.join_scene.rawValue))
      self.invitor = reader.text(c.pointee.invitor, "invitor")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__AddGroupMembersRequest.self)
      c.pointee.chat_id = writer.text(self.chatID)
      c.pointee.members = writer.messages(self.members, &c.pointee.n_members)
      c.pointee.join_scene = writer.value(self.joinScene)
      c.pointee.invitor = writer.text(self.invitor)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Says who was let in.
  package struct AddGroupMembersResponse: Protobuf.Message {
    /// The group afterwards.
    package var customerGroup: CommunitiesV1.CustomerGroup? = nil
    /// Those named who were members already, in the order given.
    package var unchangedUserids: [String] = []

    package init() {}

    package init(
      customerGroup: CommunitiesV1.CustomerGroup? = nil,
      unchangedUserids: [String] = []
    ) {
      self.customerGroup = customerGroup
      self.unchangedUserids = unchangedUserids
    }

    package static var fullName: String { "siyu.communities.v1.AddGroupMembersResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__add_group_members_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__AddGroupMembersResponse.self)
      self.customerGroup = reader.message(c.pointee.customer_group, "customer_group")
      self.unchangedUserids = reader.texts(c.pointee.n_unchanged_userids, c.pointee.unchanged_userids, "unchanged_userids")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__AddGroupMembersResponse.self)
      c.pointee.customer_group = writer.message(self.customerGroup)
      c.pointee.unchanged_userids = writer.texts(self.unchangedUserids, &c.pointee.n_unchanged_userids)
    }
  }

  /// Asks to take people out.
  package struct RemoveGroupMembersRequest: Protobuf.MutatingRequest {
    /// The group's chat_id. Required.
    package var chatID: String = ""
    /// Who leaves: 1 to 500 userids or external_userids, nobody twice.
    package var userids: [String] = []
    /// How they all left. Required.
    package var quitScene: CommunitiesV1.GroupQuitScene = .init()
    /// Makes the call repeatable; see CreateCustomerGroupRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      chatID: String = "",
      userids: [String] = [],
      quitScene: CommunitiesV1.GroupQuitScene = .init(),
      requestID: String = ""
    ) {
      self.chatID = chatID
      self.userids = userids
      self.quitScene = quitScene
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.communities.v1.RemoveGroupMembersRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__remove_group_members_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__RemoveGroupMembersRequest.self)
      self.chatID = reader.text(c.pointee.chat_id, "chat_id")
      self.userids = reader.texts(c.pointee.n_userids, c.pointee.userids, "userids")
      self.quitScene = CommunitiesV1.GroupQuitScene(rawValue: Int32(truncatingIfNeeded: c.pointee.quit_scene.rawValue))
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__RemoveGroupMembersRequest.self)
      c.pointee.chat_id = writer.text(self.chatID)
      c.pointee.userids = writer.texts(self.userids, &c.pointee.n_userids)
      c.pointee.quit_scene = writer.value(self.quitScene)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Says who was taken out.
  package struct RemoveGroupMembersResponse: Protobuf.Message {
    /// The group afterwards.
    package var customerGroup: CommunitiesV1.CustomerGroup? = nil
    /// Those named who were no members, in the order given.
    package var unchangedUserids: [String] = []

    package init() {}

    package init(
      customerGroup: CommunitiesV1.CustomerGroup? = nil,
      unchangedUserids: [String] = []
    ) {
      self.customerGroup = customerGroup
      self.unchangedUserids = unchangedUserids
    }

    package static var fullName: String { "siyu.communities.v1.RemoveGroupMembersResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__remove_group_members_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__RemoveGroupMembersResponse.self)
      self.customerGroup = reader.message(c.pointee.customer_group, "customer_group")
      self.unchangedUserids = reader.texts(c.pointee.n_unchanged_userids, c.pointee.unchanged_userids, "unchanged_userids")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__RemoveGroupMembersResponse.self)
      c.pointee.customer_group = writer.message(self.customerGroup)
      c.pointee.unchanged_userids = writer.texts(self.unchangedUserids, &c.pointee.n_unchanged_userids)
    }
  }

  /// Asks for a group's members.
  package struct ListGroupMembersRequest: Protobuf.PagedRequest {
    /// The group's chat_id. Required.
    package var chatID: String = ""
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      chatID: String = "",
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.chatID = chatID
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.communities.v1.ListGroupMembersRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__list_group_members_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__ListGroupMembersRequest.self)
      self.chatID = reader.text(c.pointee.chat_id, "chat_id")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__ListGroupMembersRequest.self)
      c.pointee.chat_id = writer.text(self.chatID)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of members.
  package struct ListGroupMembersResponse: Protobuf.Message {
    /// The members, in the order they joined.
    package var members: [CommunitiesV1.GroupMember] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      members: [CommunitiesV1.GroupMember] = [],
      nextPageToken: String = ""
    ) {
      self.members = members
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.communities.v1.ListGroupMembersResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__list_group_members_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__ListGroupMembersResponse.self)
      self.members = reader.messages(c.pointee.n_members, c.pointee.members, "members")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__ListGroupMembersResponse.self)
      c.pointee.members = writer.messages(self.members, &c.pointee.n_members)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }
}
