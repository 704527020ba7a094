// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CommunitiesV1 {
  /// Keeps join ways 加入群聊 and leads customers into their groups. Departments are those that directory
  /// told of; while it has told of none, every department_id is taken.
  package protocol JoinWayServiceProtocol: Swift.Sendable {
    /// Creates a join way. INVALID_ARGUMENT with errcode 41038 without a scene, 41040 for a bad one,
    /// 41091 for more than 5 groups, 40058 for none and for what is too long; NOT_FOUND for a group that
    /// is not there, FAILED_PRECONDITION with errcode 49008 for one that was dismissed; NOT_FOUND with
    /// errcode 60003 for an unknown department; RESOURCE_EXHAUSTED with errcode 41045 at 500,000 join ways
    /// and contact ways 联系我 of a corp together, of which customers is asked: while it does not answer,
    /// join ways alone are counted. Returns the way as GetJoinWay does; its picture is read with
    /// GetJoinWayQRCode. Stands for externalcontact/groupchat/add_join_way.
    func createJoinWay(_ request: CommunitiesV1.CreateJoinWayRequest, _ call: RPC.Call) async throws -> CommunitiesV1.JoinWay
    /// Returns a join way. INVALID_ARGUMENT with errcode 41043 without a config_id, NOT_FOUND with
    /// errcode 41044 when there is none with it. Stands for externalcontact/groupchat/get_join_way.
    func getJoinWay(_ request: CommunitiesV1.GetJoinWayRequest, _ call: RPC.Call) async throws -> CommunitiesV1.JoinWay
    /// Lists the join ways, all or a department's, newest first. WeCom has no such API.
    func listJoinWays(_ request: CommunitiesV1.ListJoinWaysRequest, _ call: RPC.Call) async throws -> CommunitiesV1.ListJoinWaysResponse
    /// Overwrites a join way. Other than elsewhere, without an update_mask every field is overwritten, as
    /// in WeCom: those left out get their defaults, and scene and chat_ids are required again. Groups are
    /// numbered on from where they were, unless room_base_name or room_base_id change. Fails as
    /// CreateJoinWay and GetJoinWay do; a group on the list already may have been dismissed. Stands for
    /// externalcontact/groupchat/update_join_way.
    func updateJoinWay(_ request: CommunitiesV1.UpdateJoinWayRequest, _ call: RPC.Call) async throws -> CommunitiesV1.JoinWay
    /// Deletes a join way: nobody comes by it any more. Its groups, and who came into them by it, stay.
    /// Fails as GetJoinWay does. Stands for externalcontact/groupchat/del_join_way.
    func deleteJoinWay(_ request: CommunitiesV1.DeleteJoinWayRequest, _ call: RPC.Call) async throws -> CommunitiesV1.DeleteJoinWayResponse
    /// A customer scans the code, or presses the button. Who is in one of the way's groups already is told
    /// so, and nothing else happens. Otherwise he comes into the first of them that has room: fewer than
    /// 200 members, as by any QR code. When none has, and auto_create_room is set, a group is made: named
    /// room_base_name and the next number, owned by who owns the last of the list, and put at the list's
    /// end, from whose beginning one goes when it had five. He has join_scene QR_CODE and the way's state.
    /// Groups that were dismissed are passed over. That there is no room is no failure: outcome says so.
    /// Fails as GetJoinWay does. Stands for the callback add_member with JoinScene 3, and for create.
    func joinByJoinWay(_ request: CommunitiesV1.JoinByJoinWayRequest, _ call: RPC.Call) async throws -> CommunitiesV1.JoinByJoinWayResponse
    /// Returns the picture of a QR code that holds a landing page's address and the way's config_id.
    /// Fails as GetJoinWay does. Stands for join_way.qr_code.
    func getJoinWayQRCode(_ request: CommunitiesV1.GetJoinWayQRCodeRequest, _ call: RPC.Call) async throws -> CommunitiesV1.GetJoinWayQRCodeResponse
  }

  /// The methods of `siyu.communities.v1.JoinWayService`, and its routes.
  package enum JoinWayService {
    package static let createJoinWay = RPC.MethodDescriptor(
      service: "siyu.communities.v1.JoinWayService", name: "CreateJoinWay",
      clientStreaming: false, serverStreaming: false,
      right: .scope("communities.join_ways.write"), mutates: true)
    package static let getJoinWay = RPC.MethodDescriptor(
      service: "siyu.communities.v1.JoinWayService", name: "GetJoinWay",
      clientStreaming: false, serverStreaming: false,
      right: .scope("communities.join_ways.read"))
    package static let listJoinWays = RPC.MethodDescriptor(
      service: "siyu.communities.v1.JoinWayService", name: "ListJoinWays",
      clientStreaming: false, serverStreaming: false,
      right: .scope("communities.join_ways.read"))
    package static let updateJoinWay = RPC.MethodDescriptor(
      service: "siyu.communities.v1.JoinWayService", name: "UpdateJoinWay",
      clientStreaming: false, serverStreaming: false,
      right: .scope("communities.join_ways.write"), mutates: true)
    package static let deleteJoinWay = RPC.MethodDescriptor(
      service: "siyu.communities.v1.JoinWayService", name: "DeleteJoinWay",
      clientStreaming: false, serverStreaming: false,
      right: .scope("communities.join_ways.write"), mutates: true)
    package static let joinByJoinWay = RPC.MethodDescriptor(
      service: "siyu.communities.v1.JoinWayService", name: "JoinByJoinWay",
      clientStreaming: false, serverStreaming: false,
      right: .scope("communities.join_ways.scan"), mutates: true)
    package static let getJoinWayQRCode = RPC.MethodDescriptor(
      service: "siyu.communities.v1.JoinWayService", name: "GetJoinWayQRCode",
      clientStreaming: false, serverStreaming: false,
      right: .scope("communities.join_ways.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.communities.v1.JoinWayService",
      methods: [createJoinWay, getJoinWay, listJoinWays, updateJoinWay, deleteJoinWay, joinByJoinWay, getJoinWayQRCode])

    package static func routes(_ service: some JoinWayServiceProtocol) -> [RPC.Route] {
      [
        .unary(createJoinWay) { bytes, call in
          guard let request = call.begin(CommunitiesV1.CreateJoinWayRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.createJoinWay(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getJoinWay) { bytes, call in
          guard let request = call.begin(CommunitiesV1.GetJoinWayRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getJoinWay(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listJoinWays) { bytes, call in
          guard let request = call.begin(CommunitiesV1.ListJoinWaysRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listJoinWays(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(updateJoinWay) { bytes, call in
          guard let request = call.begin(CommunitiesV1.UpdateJoinWayRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.updateJoinWay(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(deleteJoinWay) { bytes, call in
          guard let request = call.begin(CommunitiesV1.DeleteJoinWayRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.deleteJoinWay(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(joinByJoinWay) { bytes, call in
          guard let request = call.begin(CommunitiesV1.JoinByJoinWayRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.joinByJoinWay(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getJoinWayQRCode) { bytes, call in
          guard let request = call.begin(CommunitiesV1.GetJoinWayQRCodeRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getJoinWayQRCode(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.communities.v1.JoinWayService` over a channel.
  package struct JoinWayServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Creates a join way. INVALID_ARGUMENT with errcode 41038 without a scene, 41040 for a bad one,
    /// 41091 for more than 5 groups, 40058 for none and for what is too long; NOT_FOUND for a group that
    /// is not there, FAILED_PRECONDITION with errcode 49008 for one that was dismissed; NOT_FOUND with
    /// errcode 60003 for an unknown department; RESOURCE_EXHAUSTED with errcode 41045 at 500,000 join ways
    /// and contact ways 联系我 of a corp together, of which customers is asked: while it does not answer,
    /// join ways alone are counted. Returns the way as GetJoinWay does; its picture is read with
    /// GetJoinWayQRCode. Stands for externalcontact/groupchat/add_join_way.
    package func createJoinWay(_ request: CommunitiesV1.CreateJoinWayRequest, options: RPC.CallOptions = .init()) async throws -> CommunitiesV1.JoinWay {
      try await channel.unary(JoinWayService.createJoinWay, request, options)
    }

    /// Returns a join way. INVALID_ARGUMENT with errcode 41043 without a config_id, NOT_FOUND with
    /// errcode 41044 when there is none with it. Stands for externalcontact/groupchat/get_join_way.
    package func getJoinWay(_ request: CommunitiesV1.GetJoinWayRequest, options: RPC.CallOptions = .init()) async throws -> CommunitiesV1.JoinWay {
      try await channel.unary(JoinWayService.getJoinWay, request, options)
    }

    /// Lists the join ways, all or a department's, newest first. WeCom has no such API.
    package func listJoinWays(_ request: CommunitiesV1.ListJoinWaysRequest, options: RPC.CallOptions = .init()) async throws -> CommunitiesV1.ListJoinWaysResponse {
      try await channel.unary(JoinWayService.listJoinWays, request, options)
    }

    /// Overwrites a join way. Other than elsewhere, without an update_mask every field is overwritten, as
    /// in WeCom: those left out get their defaults, and scene and chat_ids are required again. Groups are
    /// numbered on from where they were, unless room_base_name or room_base_id change. Fails as
    /// CreateJoinWay and GetJoinWay do; a group on the list already may have been dismissed. Stands for
    /// externalcontact/groupchat/update_join_way.
    package func updateJoinWay(_ request: CommunitiesV1.UpdateJoinWayRequest, options: RPC.CallOptions = .init()) async throws -> CommunitiesV1.JoinWay {
      try await channel.unary(JoinWayService.updateJoinWay, request, options)
    }

    /// Deletes a join way: nobody comes by it any more. Its groups, and who came into them by it, stay.
    /// Fails as GetJoinWay does. Stands for externalcontact/groupchat/del_join_way.
    package func deleteJoinWay(_ request: CommunitiesV1.DeleteJoinWayRequest, options: RPC.CallOptions = .init()) async throws -> CommunitiesV1.DeleteJoinWayResponse {
      try await channel.unary(JoinWayService.deleteJoinWay, request, options)
    }

    /// A customer scans the code, or presses the button. Who is in one of the way's groups already is told
    /// so, and nothing else happens. Otherwise he comes into the first of them that has room: fewer than
    /// 200 members, as by any QR code. When none has, and auto_create_room is set, a group is made: named
    /// room_base_name and the next number, owned by who owns the last of the list, and put at the list's
    /// end, from whose beginning one goes when it had five. He has join_scene QR_CODE and the way's state.
    /// Groups that were dismissed are passed over. That there is no room is no failure: outcome says so.
    /// Fails as GetJoinWay does. Stands for the callback add_member with JoinScene 3, and for create.
    package func joinByJoinWay(_ request: CommunitiesV1.JoinByJoinWayRequest, options: RPC.CallOptions = .init()) async throws -> CommunitiesV1.JoinByJoinWayResponse {
      try await channel.unary(JoinWayService.joinByJoinWay, request, options)
    }

    /// Returns the picture of a QR code that holds a landing page's address and the way's config_id.
    /// Fails as GetJoinWay does. Stands for join_way.qr_code.
    package func getJoinWayQRCode(_ request: CommunitiesV1.GetJoinWayQRCodeRequest, options: RPC.CallOptions = .init()) async throws -> CommunitiesV1.GetJoinWayQRCodeResponse {
      try await channel.unary(JoinWayService.getJoinWayQRCode, request, options)
    }
  }

  /// Where customers meet it; the numbers are WeCom's.
  package struct JoinWayScene: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: INVALID_ARGUMENT, errcode 41038.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// A button in a mini program 小程序.
    package static var miniprogram: Self { Self(rawValue: 1) }
    /// A QR code 二维码.
    package static var qrCode: Self { Self(rawValue: 2) }

    package static let names: [Int32: String] = [
      0: "JOIN_WAY_SCENE_UNSPECIFIED",
      1: "JOIN_WAY_SCENE_MINIPROGRAM",
      2: "JOIN_WAY_SCENE_QR_CODE",
    ]
  }

  /// What came of it.
  package struct JoinOutcome: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: never sent.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// He came into a group of the list.
    package static var joined: Self { Self(rawValue: 1) }
    /// He came into a group that was made for him.
    package static var created: Self { Self(rawValue: 2) }
    /// He is in a group of the list already.
    package static var member: Self { Self(rawValue: 3) }
    /// No group has room, and none is made.
    package static var noRoom: Self { Self(rawValue: 4) }

    package static let names: [Int32: String] = [
      0: "JOIN_OUTCOME_UNSPECIFIED",
      1: "JOIN_OUTCOME_JOINED",
      2: "JOIN_OUTCOME_CREATED",
      3: "JOIN_OUTCOME_MEMBER",
      4: "JOIN_OUTCOME_NO_ROOM",
    ]
  }

  /// How a QR code is drawn.
  package struct QRCodeFormat: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: PNG.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// A PNG file.
    package static var png: Self { Self(rawValue: 1) }
    /// An SVG file.
    package static var svg: Self { Self(rawValue: 2) }

    package static let names: [Int32: String] = [
      0: "QRCODE_FORMAT_UNSPECIFIED",
      1: "QRCODE_FORMAT_PNG",
      2: "QRCODE_FORMAT_SVG",
    ]
  }

  /// A join way 加入群聊.
  package struct JoinWay: Protobuf.Message {
    /// The id: 1 to 64 of [0-9A-Za-z_-]. Output only.
    package var configID: String = ""
    /// Where it is met. Required.
    package var scene: CommunitiesV1.JoinWayScene = .init()
    /// What the corp notes of it: what is longer than 30 characters is cut to them, as in WeCom.
    package var remark: String = ""
    /// Whether a group is made when none of the list has room. Default true.
    package var autoCreateRoom: Bool? = nil
    /// What such groups are called, before their number: at most 40 characters (errcode 40058). Empty: what
    /// the last group of the list is called then.
    package var roomBaseName: String = ""
    /// The number of the first of them, each further one has one more. Negative is INVALID_ARGUMENT.
    package var roomBaseID: Int32 = 0
    /// The groups it leads into, in their order: 1 to 5 (errcode 41091 above), none twice.
    package var chatIDs: [String] = []
    /// The channel 渠道, kept on who comes by it: at most 30 characters (errcode 40058).
    package var state: String = ""
    /// Whether WeCom shall mark the source of the customers as this app. Kept, and not used here.
    /// Default true.
    package var markSource: Bool? = nil
    /// The department, such as a store 门店, whose code it is; 0: nobody's. Not in WeCom.
    package var departmentID: UInt32 = 0
    /// When it was made. Output only.
    package var createTime: GoogleProtobuf.Timestamp? = nil
    /// When it was last changed, also by a group that was made for it. Output only.
    package var updateTime: GoogleProtobuf.Timestamp? = nil
    /// The number of the next group that is made for it. Output only.
    package var nextRoomID: Int64 = 0

    package init() {}

    package init(
      configID: String = "",
      scene: CommunitiesV1.JoinWayScene = .init(),
      remark: String = "",
      autoCreateRoom: Bool? = nil,
      roomBaseName: String = "",
      roomBaseID: Int32 = 0,
      chatIDs: [String] = [],
      state: String = "",
      markSource: Bool? = nil,
      departmentID: UInt32 = 0,
      createTime: GoogleProtobuf.Timestamp? = nil,
      updateTime: GoogleProtobuf.Timestamp? = nil,
      nextRoomID: Int64 = 0
    ) {
      self.configID = configID
      self.scene = scene
      self.remark = remark
      self.autoCreateRoom = autoCreateRoom
      self.roomBaseName = roomBaseName
      self.roomBaseID = roomBaseID
      self.chatIDs = chatIDs
      self.state = state
      self.markSource = markSource
      self.departmentID = departmentID
      self.createTime = createTime
      self.updateTime = updateTime
      self.nextRoomID = nextRoomID
    }

    package static var fullName: String { "siyu.communities.v1.JoinWay" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__join_way__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__JoinWay.self)
      self.configID = reader.text(c.pointee.config_id, "config_id")
      self.scene = CommunitiesV1.JoinWayScene(rawValue: Int32(truncatingIfNeeded: c.pointee.scene.rawValue))
      self.remark = reader.text(c.pointee.remark, "remark")
      self.autoCreateRoom = c.pointee._auto_create_room_case.rawValue == 4 ? c.pointee.auto_create_room != 0 : nil
      self.roomBaseName = reader.text(c.pointee.room_base_name, "room_base_name")
      self.roomBaseID = c.pointee.room_base_id
      self.chatIDs = reader.texts(c.pointee.n_chat_ids, c.pointee.chat_ids, "chat_ids")
      self.state = reader.text(c.pointee.state, "state")
      self.markSource = c.pointee._mark_source_case.rawValue == 9 ? c.pointee.mark_source != 0 : nil
      self.departmentID = c.pointee.department_id
      self.createTime = reader.message(c.pointee.create_time, "create_time")
      self.updateTime = reader.message(c.pointee.update_time, "update_time")
      self.nextRoomID = c.pointee.next_room_id
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__JoinWay.self)
      c.pointee.config_id = writer.text(self.configID)
      c.pointee.scene = writer.value(self.scene)
      c.pointee.remark = writer.text(self.remark)
      if let value = self.autoCreateRoom {
        c.pointee._auto_create_room_case = .init(rawValue: 4)
        c.pointee.auto_create_room = value ? 1 : 0
      }
      c.pointee.room_base_name = writer.text(self.roomBaseName)
      c.pointee.room_base_id = self.roomBaseID
      c.pointee.chat_ids = writer.texts(self.chatIDs, &c.pointee.n_chat_ids)
      c.pointee.state = writer.text(self.state)
      if let value = self.markSource {
        c.pointee._mark_source_case = .init(rawValue: 9)
        c.pointee.mark_source = value ? 1 : 0
      }
      c.pointee.department_id = self.departmentID
      c.pointee.create_time = writer.message(self.createTime)
      c.pointee.update_time = writer.message(self.updateTime)
      c.pointee.next_room_id = self.nextRoomID
    }
  }

  /// Asks for a new join way.
  package struct CreateJoinWayRequest: Protobuf.MutatingRequest {
    /// The way: scene and chat_ids are required.
    package var joinWay: CommunitiesV1.JoinWay? = nil
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      joinWay: CommunitiesV1.JoinWay? = nil,
      requestID: String = ""
    ) {
      self.joinWay = joinWay
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.communities.v1.CreateJoinWayRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__create_join_way_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__CreateJoinWayRequest.self)
      self.joinWay = reader.message(c.pointee.join_way, "join_way")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__CreateJoinWayRequest.self)
      c.pointee.join_way = writer.message(self.joinWay)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for one join way.
  package struct GetJoinWayRequest: Protobuf.Message {
    /// The way's config_id. Required (errcode 41043).
    package var configID: String = ""

    package init() {}

    package init(
      configID: String = ""
    ) {
      self.configID = configID
    }

    package static var fullName: String { "siyu.communities.v1.GetJoinWayRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__get_join_way_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__GetJoinWayRequest.self)
      self.configID = reader.text(c.pointee.config_id, "config_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__GetJoinWayRequest.self)
      c.pointee.config_id = writer.text(self.configID)
    }
  }

  /// Asks for join ways.
  package struct ListJoinWaysRequest: Protobuf.PagedRequest {
    /// Those of this department, not of those under it; 0: all.
    package var departmentID: UInt32 = 0
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      departmentID: UInt32 = 0,
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.departmentID = departmentID
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.communities.v1.ListJoinWaysRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__list_join_ways_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__ListJoinWaysRequest.self)
      self.departmentID = c.pointee.department_id
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__ListJoinWaysRequest.self)
      c.pointee.department_id = self.departmentID
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of join ways.
  package struct ListJoinWaysResponse: Protobuf.Message {
    /// The ways, newest first.
    package var joinWays: [CommunitiesV1.JoinWay] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      joinWays: [CommunitiesV1.JoinWay] = [],
      nextPageToken: String = ""
    ) {
      self.joinWays = joinWays
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.communities.v1.ListJoinWaysResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__list_join_ways_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__ListJoinWaysResponse.self)
      self.joinWays = reader.messages(c.pointee.n_join_ways, c.pointee.join_ways, "join_ways")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__ListJoinWaysResponse.self)
      c.pointee.join_ways = writer.messages(self.joinWays, &c.pointee.n_join_ways)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks to overwrite a join way.
  package struct UpdateJoinWayRequest: Protobuf.MutatingRequest {
    /// The way: config_id says which, the other fields say what.
    package var joinWay: CommunitiesV1.JoinWay? = nil
    /// Empty: every field is overwritten, with its default when it is empty in `join_way`. Otherwise the
    /// fields to overwrite: scene, remark, auto_create_room, room_base_name, room_base_id, chat_ids,
    /// state, mark_source, department_id; the others stay. An unknown path is INVALID_ARGUMENT.
    package var updateMask: GoogleProtobuf.FieldMask? = nil
    /// Makes the call repeatable; see CreateJoinWayRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      joinWay: CommunitiesV1.JoinWay? = nil,
      updateMask: GoogleProtobuf.FieldMask? = nil,
      requestID: String = ""
    ) {
      self.joinWay = joinWay
      self.updateMask = updateMask
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.communities.v1.UpdateJoinWayRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__update_join_way_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__UpdateJoinWayRequest.self)
      self.joinWay = reader.message(c.pointee.join_way, "join_way")
      self.updateMask = reader.message(c.pointee.update_mask, "update_mask")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__UpdateJoinWayRequest.self)
      c.pointee.join_way = writer.message(self.joinWay)
      c.pointee.update_mask = writer.message(self.updateMask)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for the end of a join way.
  package struct DeleteJoinWayRequest: Protobuf.MutatingRequest {
    /// The way's config_id. Required (errcode 41043).
    package var configID: String = ""
    /// Makes the call repeatable; see CreateJoinWayRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      configID: String = "",
      requestID: String = ""
    ) {
      self.configID = configID
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.communities.v1.DeleteJoinWayRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__delete_join_way_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__DeleteJoinWayRequest.self)
      self.configID = reader.text(c.pointee.config_id, "config_id")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__DeleteJoinWayRequest.self)
      c.pointee.config_id = writer.text(self.configID)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Says that a join way is gone.
  package struct DeleteJoinWayResponse: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.communities.v1.DeleteJoinWayResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__delete_join_way_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }

  /// Tells of a customer who comes by a join way.
  package struct JoinByJoinWayRequest: Protobuf.MutatingRequest {
    /// The way's config_id. Required (errcode 41043).
    package var configID: String = ""
    /// The customer, an external_userid: 1 to 64 of [0-9A-Za-z_-]. Missing: errcode 41035; malformed:
    /// 40096.
    package var externalUserid: String = ""
    /// His name in the group 群昵称: at most 64 characters, may be empty.
    package var groupNickname: String = ""
    /// Makes the call repeatable; see CreateJoinWayRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      configID: String = "",
      externalUserid: String = "",
      groupNickname: String = "",
      requestID: String = ""
    ) {
      self.configID = configID
      self.externalUserid = externalUserid
      self.groupNickname = groupNickname
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.communities.v1.JoinByJoinWayRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__join_by_join_way_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__JoinByJoinWayRequest.self)
      self.configID = reader.text(c.pointee.config_id, "config_id")
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.groupNickname = reader.text(c.pointee.group_nickname, "group_nickname")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__JoinByJoinWayRequest.self)
      c.pointee.config_id = writer.text(self.configID)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.group_nickname = writer.text(self.groupNickname)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// What came of it, and into which group.
  package struct JoinByJoinWayResponse: Protobuf.Message {
    /// What came of it.
    package var outcome: CommunitiesV1.JoinOutcome = .init()
    /// The group afterwards; absent when there was no room.
    package var customerGroup: CommunitiesV1.CustomerGroup? = nil

    package init() {}

    package init(
      outcome: CommunitiesV1.JoinOutcome = .init(),
      customerGroup: CommunitiesV1.CustomerGroup? = nil
    ) {
      self.outcome = outcome
      self.customerGroup = customerGroup
    }

    package static var fullName: String { "siyu.communities.v1.JoinByJoinWayResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__join_by_join_way_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__JoinByJoinWayResponse.self)
      self.outcome = CommunitiesV1.JoinOutcome(rawValue: Int32(truncatingIfNeeded: c.pointee.outcome.rawValue))
      self.customerGroup = reader.message(c.pointee.customer_group, "customer_group")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__JoinByJoinWayResponse.self)
      c.pointee.outcome = writer.value(self.outcome)
      c.pointee.customer_group = writer.message(self.customerGroup)
    }
  }

  /// Asks for the picture of a join way.
  package struct GetJoinWayQRCodeRequest: Protobuf.Message {
    /// The way's config_id. Required (errcode 41043).
    package var configID: String = ""
    /// The landing page: http or https, at most 1024 bytes (errcode 40039). The code carries it with a
    /// further query item, config_id. Required.
    package var url: String = ""
    /// How it is drawn.
    package var format: CommunitiesV1.QRCodeFormat = .init()
    /// The width and height: 100 to 2000, default 400. Others are INVALID_ARGUMENT.
    package var sizePixels: Int32 = 0

    package init() {}

    package init(
      configID: String = "",
      url: String = "",
      format: CommunitiesV1.QRCodeFormat = .init(),
      sizePixels: Int32 = 0
    ) {
      self.configID = configID
      self.url = url
      self.format = format
      self.sizePixels = sizePixels
    }

    package static var fullName: String { "siyu.communities.v1.GetJoinWayQRCodeRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__get_join_way_qrcode_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__GetJoinWayQRCodeRequest.self)
      self.configID = reader.text(c.pointee.config_id, "config_id")
      self.url = reader.text(c.pointee.url, "url")
      self.format = CommunitiesV1.QRCodeFormat(rawValue: Int32(truncatingIfNeeded: c.pointee.format.rawValue))
      self.sizePixels = c.pointee.size_pixels
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__GetJoinWayQRCodeRequest.self)
      c.pointee.config_id = writer.text(self.configID)
      c.pointee.url = writer.text(self.url)
      c.pointee.format = writer.value(self.format)
      c.pointee.size_pixels = self.sizePixels
    }
  }

  /// The picture of a join way.
  package struct GetJoinWayQRCodeResponse: Protobuf.Message {
    /// The file.
    package var content: [UInt8] = []
    /// What kind of file: image/png or image/svg+xml.
    package var mediaType: String = ""
    /// What the code says.
    package var url: String = ""

    package init() {}

    package init(
      content: [UInt8] = [],
      mediaType: String = "",
      url: String = ""
    ) {
      self.content = content
      self.mediaType = mediaType
      self.url = url
    }

    package static var fullName: String { "siyu.communities.v1.GetJoinWayQRCodeResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__get_join_way_qrcode_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__GetJoinWayQRCodeResponse.self)
      self.content = reader.bytes(c.pointee.content)
      self.mediaType = reader.text(c.pointee.media_type, "media_type")
      self.url = reader.text(c.pointee.url, "url")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__GetJoinWayQRCodeResponse.self)
      c.pointee.content = writer.bytes(self.content)
      c.pointee.media_type = writer.text(self.mediaType)
      c.pointee.url = writer.text(self.url)
    }
  }
}
