// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CustomersV1 {
  /// Keeps strategies and their ranges 管理范围. A strategy stands under no other, or under one that
  /// administers at least as much. Those under none may have tags of their own 规则组标签; see
  /// TagService. What a privilege allows is the caller's to enforce: it is kept and told here.
  package protocol StrategyServiceProtocol: Swift.Sendable {
    /// Creates a strategy. NOT_FOUND when there is no parent or, with errcode 60003, no department of
    /// the range; INVALID_ARGUMENT with errcode 40003 for a member that directory does not know;
    /// FAILED_PRECONDITION when it would be deeper than 5 levels or its range not within its parent's;
    /// RESOURCE_EXHAUSTED at 1000 strategies. Stands for externalcontact/customer_strategy/create.
    func createStrategy(_ request: CustomersV1.CreateStrategyRequest, _ call: RPC.Call) async throws -> CustomersV1.Strategy
    /// Returns one strategy; NOT_FOUND when there is none. Stands for
    /// externalcontact/customer_strategy/get.
    func getStrategy(_ request: CustomersV1.GetStrategyRequest, _ call: RPC.Call) async throws -> CustomersV1.Strategy
    /// Lists the strategies, the oldest first. Stands for externalcontact/customer_strategy/list.
    func listStrategies(_ request: CustomersV1.ListStrategiesRequest, _ call: RPC.Call) async throws -> CustomersV1.ListStrategiesResponse
    /// Lists what a strategy administers: members by userid, then departments by id. NOT_FOUND when
    /// there is no such strategy. Stands for externalcontact/customer_strategy/get_range.
    func listStrategyRanges(_ request: CustomersV1.ListStrategyRangesRequest, _ call: RPC.Call) async throws -> CustomersV1.ListStrategyRangesResponse
    /// Changes the fields named by the mask, and takes from and adds to the range, in this order. Fails
    /// as CreateStrategy does; FAILED_PRECONDITION too when nothing would be left of the range,
    /// RESOURCE_EXHAUSTED when it would have more than 3000 nodes. What a strategy loses those under it
    /// lose too, though their own nodes stay. Stands for externalcontact/customer_strategy/edit.
    func updateStrategy(_ request: CustomersV1.UpdateStrategyRequest, _ call: RPC.Call) async throws -> CustomersV1.Strategy
    /// Deletes a strategy, with its tags. NOT_FOUND when there is none, FAILED_PRECONDITION when
    /// others stand under it. Stands for externalcontact/customer_strategy/del.
    func deleteStrategy(_ request: CustomersV1.DeleteStrategyRequest, _ call: RPC.Call) async throws -> CustomersV1.DeleteStrategyResponse
  }

  /// The methods of `siyu.customers.v1.StrategyService`, and its routes.
  package enum StrategyService {
    package static let createStrategy = RPC.MethodDescriptor(
      service: "siyu.customers.v1.StrategyService", name: "CreateStrategy",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.strategies.write"), mutates: true)
    package static let getStrategy = RPC.MethodDescriptor(
      service: "siyu.customers.v1.StrategyService", name: "GetStrategy",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.strategies.read"))
    package static let listStrategies = RPC.MethodDescriptor(
      service: "siyu.customers.v1.StrategyService", name: "ListStrategies",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.strategies.read"))
    package static let listStrategyRanges = RPC.MethodDescriptor(
      service: "siyu.customers.v1.StrategyService", name: "ListStrategyRanges",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.strategies.read"))
    package static let updateStrategy = RPC.MethodDescriptor(
      service: "siyu.customers.v1.StrategyService", name: "UpdateStrategy",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.strategies.write"), mutates: true)
    package static let deleteStrategy = RPC.MethodDescriptor(
      service: "siyu.customers.v1.StrategyService", name: "DeleteStrategy",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.strategies.write"), mutates: true)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.customers.v1.StrategyService",
      methods: [createStrategy, getStrategy, listStrategies, listStrategyRanges, updateStrategy, deleteStrategy])

    package static func routes(_ service: some StrategyServiceProtocol) -> [RPC.Route] {
      [
        .unary(createStrategy) { bytes, call in
          guard let request = call.begin(CustomersV1.CreateStrategyRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.createStrategy(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getStrategy) { bytes, call in
          guard let request = call.begin(CustomersV1.GetStrategyRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getStrategy(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listStrategies) { bytes, call in
          guard let request = call.begin(CustomersV1.ListStrategiesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listStrategies(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listStrategyRanges) { bytes, call in
          guard let request = call.begin(CustomersV1.ListStrategyRangesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listStrategyRanges(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(updateStrategy) { bytes, call in
          guard let request = call.begin(CustomersV1.UpdateStrategyRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.updateStrategy(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(deleteStrategy) { bytes, call in
          guard let request = call.begin(CustomersV1.DeleteStrategyRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.deleteStrategy(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.customers.v1.StrategyService` over a channel.
  package struct StrategyServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Creates a strategy. NOT_FOUND when there is no parent or, with errcode 60003, no department of
    /// the range; INVALID_ARGUMENT with errcode 40003 for a member that directory does not know;
    /// FAILED_PRECONDITION when it would be deeper than 5 levels or its range not within its parent's;
    /// RESOURCE_EXHAUSTED at 1000 strategies. Stands for externalcontact/customer_strategy/create.
    package func createStrategy(_ request: CustomersV1.CreateStrategyRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.Strategy {
      try await channel.unary(StrategyService.createStrategy, request, options)
    }

    /// Returns one strategy; NOT_FOUND when there is none. Stands for
    /// externalcontact/customer_strategy/get.
    package func getStrategy(_ request: CustomersV1.GetStrategyRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.Strategy {
      try await channel.unary(StrategyService.getStrategy, request, options)
    }

    /// Lists the strategies, the oldest first. Stands for externalcontact/customer_strategy/list.
    package func listStrategies(_ request: CustomersV1.ListStrategiesRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.ListStrategiesResponse {
      try await channel.unary(StrategyService.listStrategies, request, options)
    }

    /// Lists what a strategy administers: members by userid, then departments by id. NOT_FOUND when
    /// there is no such strategy. Stands for externalcontact/customer_strategy/get_range.
    package func listStrategyRanges(_ request: CustomersV1.ListStrategyRangesRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.ListStrategyRangesResponse {
      try await channel.unary(StrategyService.listStrategyRanges, request, options)
    }

    /// Changes the fields named by the mask, and takes from and adds to the range, in this order. Fails
    /// as CreateStrategy does; FAILED_PRECONDITION too when nothing would be left of the range,
    /// RESOURCE_EXHAUSTED when it would have more than 3000 nodes. What a strategy loses those under it
    /// lose too, though their own nodes stay. Stands for externalcontact/customer_strategy/edit.
    package func updateStrategy(_ request: CustomersV1.UpdateStrategyRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.Strategy {
      try await channel.unary(StrategyService.updateStrategy, request, options)
    }

    /// Deletes a strategy, with its tags. NOT_FOUND when there is none, FAILED_PRECONDITION when
    /// others stand under it. Stands for externalcontact/customer_strategy/del.
    package func deleteStrategy(_ request: CustomersV1.DeleteStrategyRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.DeleteStrategyResponse {
      try await channel.unary(StrategyService.deleteStrategy, request, options)
    }
  }

  /// A strategy 规则组.
  package struct Strategy: Protobuf.Message {
    /// The id: from 1. Made by the service, never given twice.
    package var strategyID: Int64 = 0
    /// The strategy it stands under; 0: under none. For good.
    package var parentID: Int64 = 0
    /// The name: 1 to 30 characters (errcode 40058).
    package var strategyName: String = ""
    /// Who administers it, by userid: 1 to 20 members (errcode 40058). Directory must know those who have
    /// not been it before (INVALID_ARGUMENT, errcode 40003).
    package var adminList: [String] = []
    /// What its administrators may. Of one that stands under another it is that of the topmost, and what
    /// is given is ignored. Absent when creating: everything.
    package var privilege: CustomersV1.StrategyPrivilege? = nil
    /// When it was created. Output only.
    package var createTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      strategyID: Int64 = 0,
      parentID: Int64 = 0,
      strategyName: String = "",
      adminList: [String] = [],
      privilege: CustomersV1.StrategyPrivilege? = nil,
      createTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.strategyID = strategyID
      self.parentID = parentID
      self.strategyName = strategyName
      self.adminList = adminList
      self.privilege = privilege
      self.createTime = createTime
    }

    package static var fullName: String { "siyu.customers.v1.Strategy" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__strategy__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__Strategy.self)
      self.strategyID = c.pointee.strategy_id
      self.parentID = c.pointee.parent_id
      self.strategyName = reader.text(c.pointee.strategy_name, "strategy_name")
      self.adminList = reader.texts(c.pointee.n_admin_list, c.pointee.admin_list, "admin_list")
      self.privilege = reader.message(c.pointee.privilege, "privilege")
      self.createTime = reader.message(c.pointee.create_time, "create_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__Strategy.self)
      c.pointee.strategy_id = self.strategyID
      c.pointee.parent_id = self.parentID
      c.pointee.strategy_name = writer.text(self.strategyName)
      c.pointee.admin_list = writer.texts(self.adminList, &c.pointee.n_admin_list)
      c.pointee.privilege = writer.message(self.privilege)
      c.pointee.create_time = writer.message(self.createTime)
    }
  }

  /// What the administrators of a strategy may 权限. Five rights are everybody's: output only, true. Of
  /// the others an absent one is true.
  package struct StrategyPrivilege: Protobuf.Message {
    /// See the list of customers. Output only.
    package var viewCustomerList: Bool = false
    /// See statistics of customers. Output only.
    package var viewCustomerData: Bool = false
    /// See the list of customer groups. Output only.
    package var viewRoomList: Bool = false
    /// Use contact ways. Output only.
    package var contactMe: Bool = false
    /// Use join ways. Output only.
    package var joinRoom: Bool = false
    /// Share customers.
    package var shareCustomer: Bool? = nil
    /// Assign the customers of those who left.
    package var operResignCustomer: Bool? = nil
    /// Assign the groups of those who left.
    package var operResignGroup: Bool? = nil
    /// Send to customers.
    package var sendCustomerMsg: Bool? = nil
    /// Set welcome messages.
    package var editWelcomeMsg: Bool? = nil
    /// See members' statistics.
    package var viewBehaviorData: Bool? = nil
    /// See groups' statistics.
    package var viewRoomData: Bool? = nil
    /// Send to groups.
    package var sendGroupMsg: Bool? = nil
    /// Remove who is in several groups.
    package var roomDeduplication: Bool? = nil
    /// Set quick replies.
    package var rapidReply: Bool? = nil
    /// Transfer customers of those at work.
    package var onjobCustomerTransfer: Bool? = nil
    /// Set rules against spam.
    package var editAntiSpamRule: Bool? = nil
    /// Export the list of customers.
    package var exportCustomerList: Bool? = nil
    /// Export statistics of customers.
    package var exportCustomerData: Bool? = nil
    /// Export the list of groups.
    package var exportCustomerGroupList: Bool? = nil
    /// Set tags.
    package var manageCustomerTag: Bool? = nil

    package init() {}

    package init(
      viewCustomerList: Bool = false,
      viewCustomerData: Bool = false,
      viewRoomList: Bool = false,
      contactMe: Bool = false,
      joinRoom: Bool = false,
      shareCustomer: Bool? = nil,
      operResignCustomer: Bool? = nil,
      operResignGroup: Bool? = nil,
      sendCustomerMsg: Bool? = nil,
      editWelcomeMsg: Bool? = nil,
      viewBehaviorData: Bool? = nil,
      viewRoomData: Bool? = nil,
      sendGroupMsg: Bool? = nil,
      roomDeduplication: Bool? = nil,
      rapidReply: Bool? = nil,
      onjobCustomerTransfer: Bool? = nil,
      editAntiSpamRule: Bool? = nil,
      exportCustomerList: Bool? = nil,
      exportCustomerData: Bool? = nil,
      exportCustomerGroupList: Bool? = nil,
      manageCustomerTag: Bool? = nil
    ) {
      self.viewCustomerList = viewCustomerList
      self.viewCustomerData = viewCustomerData
      self.viewRoomList = viewRoomList
      self.contactMe = contactMe
      self.joinRoom = joinRoom
      self.shareCustomer = shareCustomer
      self.operResignCustomer = operResignCustomer
      self.operResignGroup = operResignGroup
      self.sendCustomerMsg = sendCustomerMsg
      self.editWelcomeMsg = editWelcomeMsg
      self.viewBehaviorData = viewBehaviorData
      self.viewRoomData = viewRoomData
      self.sendGroupMsg = sendGroupMsg
      self.roomDeduplication = roomDeduplication
      self.rapidReply = rapidReply
      self.onjobCustomerTransfer = onjobCustomerTransfer
      self.editAntiSpamRule = editAntiSpamRule
      self.exportCustomerList = exportCustomerList
      self.exportCustomerData = exportCustomerData
      self.exportCustomerGroupList = exportCustomerGroupList
      self.manageCustomerTag = manageCustomerTag
    }

    package static var fullName: String { "siyu.customers.v1.StrategyPrivilege" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__strategy_privilege__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__StrategyPrivilege.self)
      self.viewCustomerList = c.pointee.view_customer_list != 0
      self.viewCustomerData = c.pointee.view_customer_data != 0
      self.viewRoomList = c.pointee.view_room_list != 0
      self.contactMe = c.pointee.contact_me != 0
      self.joinRoom = c.pointee.join_room != 0
      self.shareCustomer = c.pointee._share_customer_case.rawValue == 6 ? c.pointee.share_customer != 0 : nil
      self.operResignCustomer = c.pointee._oper_resign_customer_case.rawValue == 7 ? c.pointee.oper_resign_customer != 0 : nil
      self.operResignGroup = c.pointee._oper_resign_group_case.rawValue == 8 ? c.pointee.oper_resign_group != 0 : nil
      self.sendCustomerMsg = c.pointee._send_customer_msg_case.rawValue == 9 ? c.pointee.send_customer_msg != 0 : nil
      self.editWelcomeMsg = c.pointee._edit_welcome_msg_case.rawValue == 10 ? c.pointee.edit_welcome_msg != 0 : nil
      self.viewBehaviorData = c.pointee._view_behavior_data_case.rawValue == 11 ? c.pointee.view_behavior_data != 0 : nil
      self.viewRoomData = c.pointee._view_room_data_case.rawValue == 12 ? c.pointee.view_room_data != 0 : nil
      self.sendGroupMsg = c.pointee._send_group_msg_case.rawValue == 13 ? c.pointee.send_group_msg != 0 : nil
      self.roomDeduplication = c.pointee._room_deduplication_case.rawValue == 14 ? c.pointee.room_deduplication != 0 : nil
      self.rapidReply = c.pointee._rapid_reply_case.rawValue == 15 ? c.pointee.rapid_reply != 0 : nil
      self.onjobCustomerTransfer = c.pointee._onjob_customer_transfer_case.rawValue == 16 ? c.pointee.onjob_customer_transfer != 0 : nil
      self.editAntiSpamRule = c.pointee._edit_anti_spam_rule_case.rawValue == 17 ? c.pointee.edit_anti_spam_rule != 0 : nil
      self.exportCustomerList = c.pointee._export_customer_list_case.rawValue == 18 ? c.pointee.export_customer_list != 0 : nil
      self.exportCustomerData = c.pointee._export_customer_data_case.rawValue == 19 ? c.pointee.export_customer_data != 0 : nil
      self.exportCustomerGroupList = c.pointee._export_customer_group_list_case.rawValue == 20 ? c.pointee.export_customer_group_list != 0 : nil
      self.manageCustomerTag = c.pointee._manage_customer_tag_case.rawValue == 21 ? c.pointee.manage_customer_tag != 0 : nil
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__StrategyPrivilege.self)
      c.pointee.view_customer_list = self.viewCustomerList ? 1 : 0
      c.pointee.view_customer_data = self.viewCustomerData ? 1 : 0
      c.pointee.view_room_list = self.viewRoomList ? 1 : 0
      c.pointee.contact_me = self.contactMe ? 1 : 0
      c.pointee.join_room = self.joinRoom ? 1 : 0
      if let value = self.shareCustomer {
        c.pointee._share_customer_case = .init(rawValue: 6)
        c.pointee.share_customer = value ? 1 : 0
      }
      if let value = self.operResignCustomer {
        c.pointee._oper_resign_customer_case = .init(rawValue: 7)
        c.pointee.oper_resign_customer = value ? 1 : 0
      }
      if let value = self.operResignGroup {
        c.pointee._oper_resign_group_case = .init(rawValue: 8)
        c.pointee.oper_resign_group = value ? 1 : 0
      }
      if let value = self.sendCustomerMsg {
        c.pointee._send_customer_msg_case = .init(rawValue: 9)
        c.pointee.send_customer_msg = value ? 1 : 0
      }
      if let value = self.editWelcomeMsg {
        c.pointee._edit_welcome_msg_case = .init(rawValue: 10)
        c.pointee.edit_welcome_msg = value ? 1 : 0
      }
      if let value = self.viewBehaviorData {
        c.pointee._view_behavior_data_case = .init(rawValue: 11)
        c.pointee.view_behavior_data = value ? 1 : 0
      }
      if let value = self.viewRoomData {
        c.pointee._view_room_data_case = .init(rawValue: 12)
        c.pointee.view_room_data = value ? 1 : 0
      }
      if let value = self.sendGroupMsg {
        c.pointee._send_group_msg_case = .init(rawValue: 13)
        c.pointee.send_group_msg = value ? 1 : 0
      }
      if let value = self.roomDeduplication {
        c.pointee._room_deduplication_case = .init(rawValue: 14)
        c.pointee.room_deduplication = value ? 1 : 0
      }
      if let value = self.rapidReply {
        c.pointee._rapid_reply_case = .init(rawValue: 15)
        c.pointee.rapid_reply = value ? 1 : 0
      }
      if let value = self.onjobCustomerTransfer {
        c.pointee._onjob_customer_transfer_case = .init(rawValue: 16)
        c.pointee.onjob_customer_transfer = value ? 1 : 0
      }
      if let value = self.editAntiSpamRule {
        c.pointee._edit_anti_spam_rule_case = .init(rawValue: 17)
        c.pointee.edit_anti_spam_rule = value ? 1 : 0
      }
      if let value = self.exportCustomerList {
        c.pointee._export_customer_list_case = .init(rawValue: 18)
        c.pointee.export_customer_list = value ? 1 : 0
      }
      if let value = self.exportCustomerData {
        c.pointee._export_customer_data_case = .init(rawValue: 19)
        c.pointee.export_customer_data = value ? 1 : 0
      }
      if let value = self.exportCustomerGroupList {
        c.pointee._export_customer_group_list_case = .init(rawValue: 20)
        c.pointee.export_customer_group_list = value ? 1 : 0
      }
      if let value = self.manageCustomerTag {
        c.pointee._manage_customer_tag_case = .init(rawValue: 21)
        c.pointee.manage_customer_tag = value ? 1 : 0
      }
    }
  }

  /// A node of a range: a member or a department. INVALID_ARGUMENT when nothing is set.
  package struct StrategyRangeNode: Protobuf.Message {
    /// The node.
    package var node: Node? = nil

    package init() {}

    package init(
      node: Node? = nil
    ) {
      self.node = node
    }

    /// The node.
    package enum Node: Swift.Hashable, Swift.Sendable {
      /// A member, ignoring case.
      case userid(String)
      /// A department with all under it.
      case partyid(UInt32)
    }

    package static var fullName: String { "siyu.customers.v1.StrategyRangeNode" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__strategy_range_node__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__StrategyRangeNode.self)
      switch c.pointee.node_case.rawValue {
      case 1: self.node = .userid(reader.text(c.pointee.userid, "userid"))
      case 2: self.node = .partyid(c.pointee.partyid)
      default: self.node = nil
      }
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__StrategyRangeNode.self)
      switch self.node {
      case .userid(let value):
        c.pointee.node_case = .init(rawValue: 1)
        c.pointee.userid = writer.text(value)
      case .partyid(let value):
        c.pointee.node_case = .init(rawValue: 2)
        c.pointee.partyid = value
      case nil: break
      }
    }
  }

  /// Asks for a new strategy.
  package struct CreateStrategyRequest: Protobuf.MutatingRequest {
    /// The strategy: parent_id, strategy_name, admin_list and privilege are taken.
    package var strategy: CustomersV1.Strategy? = nil
    /// What it administers: 1 to 100 nodes (errcode 40058).
    package var range: [CustomersV1.StrategyRangeNode] = []
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      strategy: CustomersV1.Strategy? = nil,
      range: [CustomersV1.StrategyRangeNode] = [],
      requestID: String = ""
    ) {
      self.strategy = strategy
      self.range = range
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.CreateStrategyRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__create_strategy_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__CreateStrategyRequest.self)
      self.strategy = reader.message(c.pointee.strategy, "strategy")
      self.range = reader.messages(c.pointee.n_range, c.pointee.range, "range")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__CreateStrategyRequest.self)
      c.pointee.strategy = writer.message(self.strategy)
      c.pointee.range = writer.messages(self.range, &c.pointee.n_range)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for one strategy.
  package struct GetStrategyRequest: Protobuf.Message {
    /// The strategy. Required.
    package var strategyID: Int64 = 0

    package init() {}

    package init(
      strategyID: Int64 = 0
    ) {
      self.strategyID = strategyID
    }

    package static var fullName: String { "siyu.customers.v1.GetStrategyRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_strategy_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetStrategyRequest.self)
      self.strategyID = c.pointee.strategy_id
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetStrategyRequest.self)
      c.pointee.strategy_id = self.strategyID
    }
  }

  /// Asks for the strategies.
  package struct ListStrategiesRequest: Protobuf.PagedRequest {
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before.
    package var pageToken: String = ""

    package init() {}

    package init(
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListStrategiesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_strategies_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListStrategiesRequest.self)
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListStrategiesRequest.self)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of strategies.
  package struct ListStrategiesResponse: Protobuf.Message {
    /// The strategies.
    package var strategies: [CustomersV1.Strategy] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      strategies: [CustomersV1.Strategy] = [],
      nextPageToken: String = ""
    ) {
      self.strategies = strategies
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListStrategiesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_strategies_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListStrategiesResponse.self)
      self.strategies = reader.messages(c.pointee.n_strategies, c.pointee.strategies, "strategies")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListStrategiesResponse.self)
      c.pointee.strategies = writer.messages(self.strategies, &c.pointee.n_strategies)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks what a strategy administers.
  package struct ListStrategyRangesRequest: Protobuf.PagedRequest {
    /// The strategy. Required.
    package var strategyID: Int64 = 0
    /// How many nodes to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      strategyID: Int64 = 0,
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.strategyID = strategyID
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListStrategyRangesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_strategy_ranges_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListStrategyRangesRequest.self)
      self.strategyID = c.pointee.strategy_id
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListStrategyRangesRequest.self)
      c.pointee.strategy_id = self.strategyID
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of what a strategy administers.
  package struct ListStrategyRangesResponse: Protobuf.Message {
    /// The nodes.
    package var range: [CustomersV1.StrategyRangeNode] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      range: [CustomersV1.StrategyRangeNode] = [],
      nextPageToken: String = ""
    ) {
      self.range = range
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListStrategyRangesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_strategy_ranges_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListStrategyRangesResponse.self)
      self.range = reader.messages(c.pointee.n_range, c.pointee.range, "range")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListStrategyRangesResponse.self)
      c.pointee.range = writer.messages(self.range, &c.pointee.n_range)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for a change of a strategy.
  package struct UpdateStrategyRequest: Protobuf.MutatingRequest {
    /// The strategy: strategy_id says which, the fields named by update_mask say what.
    package var strategy: CustomersV1.Strategy? = nil
    /// The fields to change: strategy_name, admin_list, privilege. Empty means those not empty in
    /// `strategy`. An unknown path is INVALID_ARGUMENT.
    package var updateMask: GoogleProtobuf.FieldMask? = nil
    /// Nodes to add: at most 100 (errcode 40058). Those there already are no error.
    package var rangeAdd: [CustomersV1.StrategyRangeNode] = []
    /// Nodes to take: at most 100 (errcode 40058). Those not there are no error.
    package var rangeDel: [CustomersV1.StrategyRangeNode] = []
    /// Makes the call repeatable; see CreateStrategyRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      strategy: CustomersV1.Strategy? = nil,
      updateMask: GoogleProtobuf.FieldMask? = nil,
      rangeAdd: [CustomersV1.StrategyRangeNode] = [],
      rangeDel: [CustomersV1.StrategyRangeNode] = [],
      requestID: String = ""
    ) {
      self.strategy = strategy
      self.updateMask = updateMask
      self.rangeAdd = rangeAdd
      self.rangeDel = rangeDel
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.UpdateStrategyRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__update_strategy_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__UpdateStrategyRequest.self)
      self.strategy = reader.message(c.pointee.strategy, "strategy")
      self.updateMask = reader.message(c.pointee.update_mask, "update_mask")
      self.rangeAdd = reader.messages(c.pointee.n_range_add, c.pointee.range_add, "range_add")
      self.rangeDel = reader.messages(c.pointee.n_range_del, c.pointee.range_del, "range_del")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__UpdateStrategyRequest.self)
      c.pointee.strategy = writer.message(self.strategy)
      c.pointee.update_mask = writer.message(self.updateMask)
      c.pointee.range_add = writer.messages(self.rangeAdd, &c.pointee.n_range_add)
      c.pointee.range_del = writer.messages(self.rangeDel, &c.pointee.n_range_del)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for the end of a strategy.
  package struct DeleteStrategyRequest: Protobuf.MutatingRequest {
    /// The strategy. Required.
    package var strategyID: Int64 = 0
    /// Makes the call repeatable; see CreateStrategyRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      strategyID: Int64 = 0,
      requestID: String = ""
    ) {
      self.strategyID = strategyID
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.DeleteStrategyRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__delete_strategy_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__DeleteStrategyRequest.self)
      self.strategyID = c.pointee.strategy_id
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__DeleteStrategyRequest.self)
      c.pointee.strategy_id = self.strategyID
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Says that a strategy is gone.
  package struct DeleteStrategyResponse: Protobuf.Message {
    /// The job that clears up behind its tags, see JobService; empty when no relation carried one.
    package var jobid: String = ""

    package init() {}

    package init(
      jobid: String = ""
    ) {
      self.jobid = jobid
    }

    package static var fullName: String { "siyu.customers.v1.DeleteStrategyResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__delete_strategy_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__DeleteStrategyResponse.self)
      self.jobid = reader.text(c.pointee.jobid, "jobid")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__DeleteStrategyResponse.self)
      c.pointee.jobid = writer.text(self.jobid)
    }
  }
}
