// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CustomersV1 {
  /// Keeps customers 客户 and their relations with members. The relation, not the person, is the unit: a
  /// person stands here once, with one relation for each member who follows him. Whether a userid
  /// exists is directory's knowledge and is not asked: a member is known here by his relations.
  package protocol RelationServiceProtocol: Swift.Sendable {
    /// Adds a customer to a member, and the person when he is new. A removed relation is taken up
    /// again: with its remark, description and tags when the customer had removed it, afresh when the
    /// member had. A half relation becomes mutual when asked for MUTUAL; nothing else of it changes. A
    /// welcome code is issued with it as WelcomeCodeService says, unless create_time is so long ago that
    /// the code would have expired.
    /// ALREADY_EXISTS when it stands so already, FAILED_PRECONDITION (errcode 40058) for a
    /// remark_corp_name of a WeCom user and for a tag of a strategy whose range does not hold the member,
    /// RESOURCE_EXHAUSTED (errcode 40099) when the member has as many customers as he may, NOT_FOUND
    /// (errcode 40068) for an unknown tag. Stands for the events add_half_external_contact and
    /// add_external_contact.
    func addRelation(_ request: CustomersV1.AddRelationRequest, _ call: RPC.Call) async throws -> CustomersV1.CustomerRelation
    /// Returns a customer, a page of the relations with those who follow him, ascending by when the
    /// member was first seen here, and what their tags are called. Relations the member removed are
    /// not returned; those the customer removed are. NOT_FOUND with errcode 40096 when nobody has the
    /// external_userid, with errcode 84061 when nobody follows him. Stands for externalcontact/get.
    func getCustomer(_ request: CustomersV1.GetCustomerRequest, _ call: RPC.Call) async throws -> CustomersV1.GetCustomerResponse
    /// Lists a member's relations with their persons, in the order in which the persons came to the
    /// corp; or those of several members, one member's after another's. Relations the member removed are
    /// not listed; those the customer removed are. NOT_FOUND with errcode 84061 when no member named ever
    /// had a customer. Stands for externalcontact/batch/get_by_user and externalcontact/list.
    func listRelations(_ request: CustomersV1.ListRelationsRequest, _ call: RPC.Call) async throws -> CustomersV1.ListRelationsResponse
    /// Finds relations by what the customer is called, by what a member calls him, or by a phone number:
    /// all of the corp's or one member's, in the order in which the persons came to the corp, then in
    /// that in which the members did. Relations the member removed are not found; those the customer
    /// removed are. A call looks at so many customers at most, however many there are: a page may be
    /// short, or empty, and not the last. INVALID_ARGUMENT, naming the field, for a text or a phone
    /// number that nothing can be found by. Who is added meanwhile may be missed by a walk that is past
    /// him. Stands for the search of the client; WeCom has no API for it.
    func lookupRelations(_ request: CustomersV1.LookupRelationsRequest, _ call: RPC.Call) async throws -> CustomersV1.LookupRelationsResponse
    /// Changes what a member notes of a customer: remark, description, remark_corp_name and
    /// remark_mobiles. What update_mask names and is empty is cleared, what it does not name stays.
    /// NOT_FOUND with errcode 84061 when the two are not related, INVALID_ARGUMENT with errcode 40058
    /// when nothing is to change, FAILED_PRECONDITION (errcode 40058) for a remark_corp_name of a WeCom
    /// user. Stands for externalcontact/remark.
    func updateRelation(_ request: CustomersV1.UpdateRelationRequest, _ call: RPC.Call) async throws -> CustomersV1.Relation
    /// Removes a relation from one side. Removed by the customer, the member goes on seeing it, and it
    /// counts against his limit, until he removes it too; removed by the member it is gone, with its
    /// remark and tags. NOT_FOUND with errcode 84061 when the two are not related or the member
    /// removed it, FAILED_PRECONDITION when the customer removes it twice. Stands for the events
    /// del_external_contact (by the member) and del_follow_user (by the customer).
    func removeRelation(_ request: CustomersV1.RemoveRelationRequest, _ call: RPC.Call) async throws -> CustomersV1.Relation
    /// Adds or overwrites relations in bulk, by userid and external_userid. Each message of the stream
    /// is one batch, applied item by item in the order given, in one transaction, perhaps with the
    /// batches next to it, with its own request_id. The answer comes at the end of the stream, when
    /// all is on disk. Of a stream that was cut, the batches up to some batch are in, and none after
    /// it: it is resumed by sending it again from its beginning, or from the first batch that is not
    /// known to be in, with the same request_ids; those that are in have no effect a second time and
    /// are counted in the answer as they were the first time. Without request_ids they are applied
    /// again, which leaves the same relations but tells the feed twice. Items that break a rule are
    /// reported and left out; the others are kept. Stands for no WeCom API: a corp that moves in
    /// brings what it has.
    func importRelations(_ requests: RPC.RequestStream<CustomersV1.ImportRelationsRequest>, _ call: RPC.Call) async throws -> CustomersV1.ImportRelationsResponse
    /// Streams the corp's relations with their persons and tags, as ImportRelations takes them, in the
    /// order in which the persons came to the corp, then in that in which the members did. Relations the
    /// member removed are not in it; those the customer removed are. Nor are personal tags, identities,
    /// and persons nobody follows. An export cut anywhere goes on after the cursor of the last message
    /// that came, and gives what it would have given: persons who came after it began are not in it, and
    /// each relation is given as it is when the export comes to it. INVALID_ARGUMENT (errcode 50100) for
    /// a malformed cursor. Stands for no WeCom API: a corp that moves out takes what it has.
    func listCorpRelations(_ request: CustomersV1.ListCorpRelationsRequest, _ replies: RPC.ReplyStream<CustomersV1.ListCorpRelationsResponse>, _ call: RPC.Call) async throws
  }

  /// The methods of `siyu.customers.v1.RelationService`, and its routes.
  package enum RelationService {
    package static let addRelation = RPC.MethodDescriptor(
      service: "siyu.customers.v1.RelationService", name: "AddRelation",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.relations.write"), mutates: true)
    package static let getCustomer = RPC.MethodDescriptor(
      service: "siyu.customers.v1.RelationService", name: "GetCustomer",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.relations.read"))
    package static let listRelations = RPC.MethodDescriptor(
      service: "siyu.customers.v1.RelationService", name: "ListRelations",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.relations.read"),
      dataScope: RPC.DataScopeRule(CustomersV1.ListRelationsRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("userid")
        reading.add(member: request.userid)
        reading.field("userids")
        reading.add(members: request.userids)
      })
    package static let lookupRelations = RPC.MethodDescriptor(
      service: "siyu.customers.v1.RelationService", name: "LookupRelations",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.relations.read"),
      dataScope: RPC.DataScopeRule(CustomersV1.LookupRelationsRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("userid")
        reading.add(member: request.userid)
      })
    package static let updateRelation = RPC.MethodDescriptor(
      service: "siyu.customers.v1.RelationService", name: "UpdateRelation",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.relations.write"), mutates: true,
      dataScope: RPC.DataScopeRule(CustomersV1.UpdateRelationRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("relation.userid")
        if let part1 = request.relation {
          reading.add(member: part1.userid)
        }
      })
    package static let removeRelation = RPC.MethodDescriptor(
      service: "siyu.customers.v1.RelationService", name: "RemoveRelation",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.relations.write"), mutates: true,
      dataScope: RPC.DataScopeRule(CustomersV1.RemoveRelationRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("userid")
        reading.add(member: request.userid)
      })
    package static let importRelations = RPC.MethodDescriptor(
      service: "siyu.customers.v1.RelationService", name: "ImportRelations",
      clientStreaming: true, serverStreaming: false,
      right: .scope("customers.relations.write"), mutates: true)
    package static let listCorpRelations = RPC.MethodDescriptor(
      service: "siyu.customers.v1.RelationService", name: "ListCorpRelations",
      clientStreaming: false, serverStreaming: true,
      right: .scope("customers.relations.export"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.customers.v1.RelationService",
      methods: [addRelation, getCustomer, listRelations, lookupRelations, updateRelation, removeRelation, importRelations, listCorpRelations])

    package static func routes(_ service: some RelationServiceProtocol) -> [RPC.Route] {
      [
        .unary(addRelation) { bytes, call in
          guard let request = call.begin(CustomersV1.AddRelationRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.addRelation(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getCustomer) { bytes, call in
          guard let request = call.begin(CustomersV1.GetCustomerRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getCustomer(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listRelations) { bytes, call in
          guard let request = call.begin(CustomersV1.ListRelationsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listRelations(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(lookupRelations) { bytes, call in
          guard let request = call.begin(CustomersV1.LookupRelationsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.lookupRelations(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(updateRelation) { bytes, call in
          guard let request = call.begin(CustomersV1.UpdateRelationRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.updateRelation(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(removeRelation) { bytes, call in
          guard let request = call.begin(CustomersV1.RemoveRelationRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.removeRelation(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .clientStream(importRelations) { (requests: RPC.RequestStream<CustomersV1.ImportRelationsRequest>, call) in try await service.importRelations(requests, call) },
        .serverStream(listCorpRelations) { (request: CustomersV1.ListCorpRelationsRequest, replies: RPC.ReplyStream<CustomersV1.ListCorpRelationsResponse>, call) in try await service.listCorpRelations(request, replies, call) },
      ]
    }
  }

  /// Calls `siyu.customers.v1.RelationService` over a channel.
  package struct RelationServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Adds a customer to a member, and the person when he is new. A removed relation is taken up
    /// again: with its remark, description and tags when the customer had removed it, afresh when the
    /// member had. A half relation becomes mutual when asked for MUTUAL; nothing else of it changes. A
    /// welcome code is issued with it as WelcomeCodeService says, unless create_time is so long ago that
    /// the code would have expired.
    /// ALREADY_EXISTS when it stands so already, FAILED_PRECONDITION (errcode 40058) for a
    /// remark_corp_name of a WeCom user and for a tag of a strategy whose range does not hold the member,
    /// RESOURCE_EXHAUSTED (errcode 40099) when the member has as many customers as he may, NOT_FOUND
    /// (errcode 40068) for an unknown tag. Stands for the events add_half_external_contact and
    /// add_external_contact.
    package func addRelation(_ request: CustomersV1.AddRelationRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.CustomerRelation {
      try await channel.unary(RelationService.addRelation, request, options)
    }

    /// Returns a customer, a page of the relations with those who follow him, ascending by when the
    /// member was first seen here, and what their tags are called. Relations the member removed are
    /// not returned; those the customer removed are. NOT_FOUND with errcode 40096 when nobody has the
    /// external_userid, with errcode 84061 when nobody follows him. Stands for externalcontact/get.
    package func getCustomer(_ request: CustomersV1.GetCustomerRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.GetCustomerResponse {
      try await channel.unary(RelationService.getCustomer, request, options)
    }

    /// Lists a member's relations with their persons, in the order in which the persons came to the
    /// corp; or those of several members, one member's after another's. Relations the member removed are
    /// not listed; those the customer removed are. NOT_FOUND with errcode 84061 when no member named ever
    /// had a customer. Stands for externalcontact/batch/get_by_user and externalcontact/list.
    package func listRelations(_ request: CustomersV1.ListRelationsRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.ListRelationsResponse {
      try await channel.unary(RelationService.listRelations, request, options)
    }

    /// Finds relations by what the customer is called, by what a member calls him, or by a phone number:
    /// all of the corp's or one member's, in the order in which the persons came to the corp, then in
    /// that in which the members did. Relations the member removed are not found; those the customer
    /// removed are. A call looks at so many customers at most, however many there are: a page may be
    /// short, or empty, and not the last. INVALID_ARGUMENT, naming the field, for a text or a phone
    /// number that nothing can be found by. Who is added meanwhile may be missed by a walk that is past
    /// him. Stands for the search of the client; WeCom has no API for it.
    package func lookupRelations(_ request: CustomersV1.LookupRelationsRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.LookupRelationsResponse {
      try await channel.unary(RelationService.lookupRelations, request, options)
    }

    /// Changes what a member notes of a customer: remark, description, remark_corp_name and
    /// remark_mobiles. What update_mask names and is empty is cleared, what it does not name stays.
    /// NOT_FOUND with errcode 84061 when the two are not related, INVALID_ARGUMENT with errcode 40058
    /// when nothing is to change, FAILED_PRECONDITION (errcode 40058) for a remark_corp_name of a WeCom
    /// user. Stands for externalcontact/remark.
    package func updateRelation(_ request: CustomersV1.UpdateRelationRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.Relation {
      try await channel.unary(RelationService.updateRelation, request, options)
    }

    /// Removes a relation from one side. Removed by the customer, the member goes on seeing it, and it
    /// counts against his limit, until he removes it too; removed by the member it is gone, with its
    /// remark and tags. NOT_FOUND with errcode 84061 when the two are not related or the member
    /// removed it, FAILED_PRECONDITION when the customer removes it twice. Stands for the events
    /// del_external_contact (by the member) and del_follow_user (by the customer).
    package func removeRelation(_ request: CustomersV1.RemoveRelationRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.Relation {
      try await channel.unary(RelationService.removeRelation, request, options)
    }

    /// Adds or overwrites relations in bulk, by userid and external_userid. Each message of the stream
    /// is one batch, applied item by item in the order given, in one transaction, perhaps with the
    /// batches next to it, with its own request_id. The answer comes at the end of the stream, when
    /// all is on disk. Of a stream that was cut, the batches up to some batch are in, and none after
    /// it: it is resumed by sending it again from its beginning, or from the first batch that is not
    /// known to be in, with the same request_ids; those that are in have no effect a second time and
    /// are counted in the answer as they were the first time. Without request_ids they are applied
    /// again, which leaves the same relations but tells the feed twice. Items that break a rule are
    /// reported and left out; the others are kept. Stands for no WeCom API: a corp that moves in
    /// brings what it has.
    package func importRelations(options: RPC.CallOptions = .init(), _ send: (RPC.RequestWriter<CustomersV1.ImportRelationsRequest>) async throws -> Void) async throws -> CustomersV1.ImportRelationsResponse {
      try await channel.clientStream(RelationService.importRelations, options, send)
    }

    /// Streams the corp's relations with their persons and tags, as ImportRelations takes them, in the
    /// order in which the persons came to the corp, then in that in which the members did. Relations the
    /// member removed are not in it; those the customer removed are. Nor are personal tags, identities,
    /// and persons nobody follows. An export cut anywhere goes on after the cursor of the last message
    /// that came, and gives what it would have given: persons who came after it began are not in it, and
    /// each relation is given as it is when the export comes to it. INVALID_ARGUMENT (errcode 50100) for
    /// a malformed cursor. Stands for no WeCom API: a corp that moves out takes what it has.
    package func listCorpRelations(_ request: CustomersV1.ListCorpRelationsRequest, options: RPC.CallOptions = .init()) -> RPC.ReplySequence<CustomersV1.ListCorpRelationsResponse> {
      channel.serverStream(RelationService.listCorpRelations, request, options)
    }
  }

  /// What kind of account a customer has.
  package struct CustomerType: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// A WeChat user 微信用户; his external_userid begins with wm.
    package static var wechat: Self { Self(rawValue: 1) }
    /// A WeCom user 企业微信用户; his external_userid begins with wo.
    package static var wecom: Self { Self(rawValue: 2) }

    package static let names: [Int32: String] = [
      0: "CUSTOMER_TYPE_UNSPECIFIED",
      1: "CUSTOMER_TYPE_WECHAT",
      2: "CUSTOMER_TYPE_WECOM",
    ]
  }

  /// A customer's gender, as WeCom tells it.
  package struct Gender: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Unknown 未知.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// Male 男.
    package static var male: Self { Self(rawValue: 1) }
    /// Female 女.
    package static var female: Self { Self(rawValue: 2) }

    package static let names: [Int32: String] = [
      0: "GENDER_UNSPECIFIED",
      1: "GENDER_MALE",
      2: "GENDER_FEMALE",
    ]
  }

  /// How a relation stands between its two sides.
  package struct RelationStatus: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said. Asked for when adding, it means MUTUAL.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// The customer added a member who needs no verification; the member has not confirmed.
    package static var half: Self { Self(rawValue: 1) }
    /// Both have each other.
    package static var mutual: Self { Self(rawValue: 2) }
    /// The member removed the customer.
    package static var deletedByMember: Self { Self(rawValue: 3) }
    /// The customer removed the member, who still sees him.
    package static var deletedByCustomer: Self { Self(rawValue: 4) }

    package static let names: [Int32: String] = [
      0: "RELATION_STATUS_UNSPECIFIED",
      1: "RELATION_STATUS_HALF",
      2: "RELATION_STATUS_MUTUAL",
      3: "RELATION_STATUS_DELETED_BY_MEMBER",
      4: "RELATION_STATUS_DELETED_BY_CUSTOMER",
    ]
  }

  /// How a customer was added 来源. Other numbers are kept as they are.
  package struct AddWay: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Unknown.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// Scanned a QR code 扫描二维码, a contact way's too.
    package static var qrCode: Self { Self(rawValue: 1) }
    /// Searched by mobile number.
    package static var mobile: Self { Self(rawValue: 2) }
    /// A card that was shared 名片分享.
    package static var card: Self { Self(rawValue: 3) }
    /// A group chat.
    package static var groupChat: Self { Self(rawValue: 4) }
    /// The phone's address book.
    package static var phoneBook: Self { Self(rawValue: 5) }
    /// A WeChat contact.
    package static var wechatContact: Self { Self(rawValue: 6) }
    /// Support staff, added with a third-party app.
    package static var supportStaff: Self { Self(rawValue: 8) }
    /// Searched by email address.
    package static var email: Self { Self(rawValue: 9) }
    /// Channels 视频号.
    package static var channels: Self { Self(rawValue: 10) }
    /// A calendar's participant.
    package static var calendar: Self { Self(rawValue: 11) }
    /// A meeting's participant.
    package static var meeting: Self { Self(rawValue: 12) }
    /// The WeCom account of a WeChat friend.
    package static var wechatFriend: Self { Self(rawValue: 13) }
    /// The service of a smart device.
    package static var smartHardware: Self { Self(rawValue: 14) }
    /// Service on site.
    package static var onSite: Self { Self(rawValue: 15) }
    /// An acquisition link 获客链接.
    package static var acquisitionLink: Self { Self(rawValue: 16) }
    /// Custom development.
    package static var customDevelopment: Self { Self(rawValue: 17) }
    /// A reply to a demand.
    package static var demandReply: Self { Self(rawValue: 18) }
    /// Third-party presales.
    package static var presales: Self { Self(rawValue: 21) }
    /// A possible business partner.
    package static var partner: Self { Self(rawValue: 22) }
    /// Accepted a request that the WeChat account received.
    package static var wechatRequest: Self { Self(rawValue: 24) }
    /// Shared by a colleague 内部成员共享.
    package static var shared: Self { Self(rawValue: 201) }
    /// Assigned by an administrator or owner 管理员/负责人分配.
    package static var assigned: Self { Self(rawValue: 202) }

    package static let names: [Int32: String] = [
      0: "ADD_WAY_UNSPECIFIED",
      1: "ADD_WAY_QR_CODE",
      2: "ADD_WAY_MOBILE",
      3: "ADD_WAY_CARD",
      4: "ADD_WAY_GROUP_CHAT",
      5: "ADD_WAY_PHONE_BOOK",
      6: "ADD_WAY_WECHAT_CONTACT",
      8: "ADD_WAY_SUPPORT_STAFF",
      9: "ADD_WAY_EMAIL",
      10: "ADD_WAY_CHANNELS",
      11: "ADD_WAY_CALENDAR",
      12: "ADD_WAY_MEETING",
      13: "ADD_WAY_WECHAT_FRIEND",
      14: "ADD_WAY_SMART_HARDWARE",
      15: "ADD_WAY_ON_SITE",
      16: "ADD_WAY_ACQUISITION_LINK",
      17: "ADD_WAY_CUSTOM_DEVELOPMENT",
      18: "ADD_WAY_DEMAND_REPLY",
      21: "ADD_WAY_PRESALES",
      22: "ADD_WAY_PARTNER",
      24: "ADD_WAY_WECHAT_REQUEST",
      201: "ADD_WAY_SHARED",
      202: "ADD_WAY_ASSIGNED",
    ]
  }

  /// What removed a relation: the Source of WeCom's del_external_contact.
  package struct RemovalSource: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// One of the two sides.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// A transfer to another member; DELETE_BY_TRANSFER.
    package static var deleteByTransfer: Self { Self(rawValue: 1) }

    package static let names: [Int32: String] = [
      0: "REMOVAL_SOURCE_UNSPECIFIED",
      1: "REMOVAL_SOURCE_DELETE_BY_TRANSFER",
    ]
  }

  /// Whose a tag is.
  package struct RelationTagType: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: never sent.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// The corp's 企业设置.
    package static var corp: Self { Self(rawValue: 1) }
    /// The member's own 用户自定义.
    package static var personal: Self { Self(rawValue: 2) }
    /// A strategy's 规则组标签.
    package static var strategy: Self { Self(rawValue: 3) }

    package static let names: [Int32: String] = [
      0: "RELATION_TAG_TYPE_UNSPECIFIED",
      1: "RELATION_TAG_TYPE_CORP",
      2: "RELATION_TAG_TYPE_PERSONAL",
      3: "RELATION_TAG_TYPE_STRATEGY",
    ]
  }

  /// Which side removes a relation.
  package struct RemovedBy: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: INVALID_ARGUMENT.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// The member removes the customer.
    package static var member: Self { Self(rawValue: 1) }
    /// The customer removes the member.
    package static var customer: Self { Self(rawValue: 2) }

    package static let names: [Int32: String] = [
      0: "REMOVED_BY_UNSPECIFIED",
      1: "REMOVED_BY_MEMBER",
      2: "REMOVED_BY_CUSTOMER",
    ]
  }

  /// A customer 客户: the person, once, whoever follows him. WeCom's external_contact.
  package struct Customer: Protobuf.Message {
    /// The id the platform gave: 1 to 64 of [0-9A-Za-z_-]. Missing: errcode 41035; malformed: 40096.
    package var externalUserid: String = ""
    /// The name he goes by: at most 64 characters.
    package var name: String = ""
    /// His picture's URL: at most 2048 bytes.
    package var avatar: String = ""
    /// The kind of his account. An unknown number is INVALID_ARGUMENT.
    package var type: CustomersV1.CustomerType = .init()
    /// His gender. An unknown number is INVALID_ARGUMENT.
    package var gender: CustomersV1.Gender = .init()
    /// His id across the accounts of one WeChat developer: at most 64 bytes.
    package var unionid: String = ""
    /// When he first came to the corp. An import may say it of somebody new, not later than now
    /// (INVALID_ARGUMENT); otherwise output only.
    package var createTime: GoogleProtobuf.Timestamp? = nil
    /// The company a WeCom user belongs to, by its short name: at most 64 characters.
    package var corpName: String = ""

    package init() {}

    package init(
      externalUserid: String = "",
      name: String = "",
      avatar: String = "",
      type: CustomersV1.CustomerType = .init(),
      gender: CustomersV1.Gender = .init(),
      unionid: String = "",
      createTime: GoogleProtobuf.Timestamp? = nil,
      corpName: String = ""
    ) {
      self.externalUserid = externalUserid
      self.name = name
      self.avatar = avatar
      self.type = type
      self.gender = gender
      self.unionid = unionid
      self.createTime = createTime
      self.corpName = corpName
    }

    package static var fullName: String { "siyu.customers.v1.Customer" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__customer__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__Customer.self)
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.name = reader.text(c.pointee.name, "name")
      self.avatar = reader.text(c.pointee.avatar, "avatar")
      self.type = CustomersV1.CustomerType(rawValue: Int32(truncatingIfNeeded: c.pointee.type.rawValue))
      self.gender = CustomersV1.Gender(rawValue: Int32(truncatingIfNeeded: c.pointee.gender.rawValue))
      self.unionid = reader.text(c.pointee.unionid, "unionid")
      self.createTime = reader.message(c.pointee.create_time, "create_time")
      self.corpName = reader.text(c.pointee.corp_name, "corp_name")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__Customer.self)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.name = writer.text(self.name)
      c.pointee.avatar = writer.text(self.avatar)
      c.pointee.type = writer.value(self.type)
      c.pointee.gender = writer.value(self.gender)
      c.pointee.unionid = writer.text(self.unionid)
      c.pointee.create_time = writer.message(self.createTime)
      c.pointee.corp_name = writer.text(self.corpName)
    }
  }

  /// A relation 跟进关系 of one member with one customer. WeCom's follow_user.
  package struct Relation: Protobuf.Message {
    /// The member: 1 to 64 bytes, ignoring case, returned as first seen. Missing or malformed: errcode
    /// 40003.
    package var userid: String = ""
    /// The customer. In a request with a customer beside it: empty, or the same.
    package var externalUserid: String = ""
    /// How it stands. When adding: HALF, MUTUAL or unspecified; when importing DELETED_BY_CUSTOMER too;
    /// others are INVALID_ARGUMENT.
    package var status: CustomersV1.RelationStatus = .init()
    /// What the member calls him 备注: at most 20 characters (errcode 40058).
    package var remark: String = ""
    /// What the member notes of him 描述: at most 150 characters (errcode 40058).
    package var description: String = ""
    /// How he was added. Unknown positive numbers are kept; a negative one is INVALID_ARGUMENT.
    package var addWay: CustomersV1.AddWay = .init()
    /// Who began it: the member, the customer, the colleague who shared or the administrator who
    /// assigned him; at most 64 bytes.
    package var operUserid: String = ""
    /// The channel 渠道 of the contact way he came by: at most 30 characters (errcode 40058).
    package var state: String = ""
    /// The tags this member gave him, by tag_id, oldest tag first: at most 200 (RESOURCE_EXHAUSTED,
    /// errcode 40144), and one of a mutually exclusive group (FAILED_PRECONDITION). Given when adding or
    /// importing; changed by TagService.
    package var tagIDs: Protobuf.PackedList<String> = .init()
    /// When the member added him, anew when he was added again. Default when adding: now; later than
    /// now is INVALID_ARGUMENT.
    package var createTime: GoogleProtobuf.Timestamp? = nil
    /// When the two last chatted, by word or by call; absent when they have not. Later than now is
    /// INVALID_ARGUMENT.
    package var lastChatTime: GoogleProtobuf.Timestamp? = nil
    /// What the member notes as the company 备注企业 of a WeChat user: at most 20 characters (errcode
    /// 40058). WeCom writes it as remark_company.
    package var remarkCorpName: String = ""
    /// The phone numbers 备注手机号 the member noted, in his order: at most 10, each 1 to 32 characters
    /// as he typed it, without control characters (errcode 40058). A single empty one stands for none, as
    /// in WeCom.
    package var remarkMobiles: [String] = []
    /// The source 来源 of the contact way he came by, see SourceService; empty when there was none. One
    /// that was deleted since is still told. Output only: ignored when adding and importing.
    package var sourceID: String = ""

    package init() {}

    package init(
      userid: String = "",
      externalUserid: String = "",
      status: CustomersV1.RelationStatus = .init(),
      remark: String = "",
      description: String = "",
      addWay: CustomersV1.AddWay = .init(),
      operUserid: String = "",
      state: String = "",
      tagIDs: Protobuf.PackedList<String> = .init(),
      createTime: GoogleProtobuf.Timestamp? = nil,
      lastChatTime: GoogleProtobuf.Timestamp? = nil,
      remarkCorpName: String = "",
      remarkMobiles: [String] = [],
      sourceID: String = ""
    ) {
      self.userid = userid
      self.externalUserid = externalUserid
      self.status = status
      self.remark = remark
      self.description = description
      self.addWay = addWay
      self.operUserid = operUserid
      self.state = state
      self.tagIDs = tagIDs
      self.createTime = createTime
      self.lastChatTime = lastChatTime
      self.remarkCorpName = remarkCorpName
      self.remarkMobiles = remarkMobiles
      self.sourceID = sourceID
    }

    package static var fullName: String { "siyu.customers.v1.Relation" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__relation__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__Relation.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.status = CustomersV1.RelationStatus(rawValue: Int32(truncatingIfNeeded: c.pointee.status.rawValue))
      self.remark = reader.text(c.pointee.remark, "remark")
      self.description = reader.text(c.pointee.description, "description")
      self.addWay = CustomersV1.AddWay(rawValue: Int32(truncatingIfNeeded: c.pointee.add_way.rawValue))
      self.operUserid = reader.text(c.pointee.oper_userid, "oper_userid")
      self.state = reader.text(c.pointee.state, "state")
      self.tagIDs = reader.packed(c.pointee.n_tag_ids, c.pointee.tag_ids, "tag_ids")
      self.createTime = reader.message(c.pointee.create_time, "create_time")
      self.lastChatTime = reader.message(c.pointee.last_chat_time, "last_chat_time")
      self.remarkCorpName = reader.text(c.pointee.remark_corp_name, "remark_corp_name")
      self.remarkMobiles = reader.texts(c.pointee.n_remark_mobiles, c.pointee.remark_mobiles, "remark_mobiles")
      self.sourceID = reader.text(c.pointee.source_id, "source_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__Relation.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.status = writer.value(self.status)
      c.pointee.remark = writer.text(self.remark)
      c.pointee.description = writer.text(self.description)
      c.pointee.add_way = writer.value(self.addWay)
      c.pointee.oper_userid = writer.text(self.operUserid)
      c.pointee.state = writer.text(self.state)
      writer.packed(self.tagIDs.elements, 9, in: target)
      c.pointee.create_time = writer.message(self.createTime)
      c.pointee.last_chat_time = writer.message(self.lastChatTime)
      c.pointee.remark_corp_name = writer.text(self.remarkCorpName)
      c.pointee.remark_mobiles = writer.texts(self.remarkMobiles, &c.pointee.n_remark_mobiles)
      c.pointee.source_id = writer.text(self.sourceID)
    }
  }

  /// A relation and its person: an entry of WeCom's external_contact_list.
  package struct CustomerRelation: Protobuf.Message {
    /// The person.
    package var customer: CustomersV1.Customer? = nil
    /// The relation.
    package var relation: CustomersV1.Relation? = nil
    /// What removed the relation, in the event relation_removed alone. Ignored in a request. Output
    /// only.
    package var source: CustomersV1.RemovalSource = .init()
    /// Lets one welcome message be sent, in the answer of AddRelation and its event relation_added; see
    /// WelcomeCodeService. Empty when none is due. Ignored in a request. Output only.
    package var welcomeCode: String = ""

    package init() {}

    package init(
      customer: CustomersV1.Customer? = nil,
      relation: CustomersV1.Relation? = nil,
      source: CustomersV1.RemovalSource = .init(),
      welcomeCode: String = ""
    ) {
      self.customer = customer
      self.relation = relation
      self.source = source
      self.welcomeCode = welcomeCode
    }

    package static var fullName: String { "siyu.customers.v1.CustomerRelation" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__customer_relation__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__CustomerRelation.self)
      self.customer = reader.message(c.pointee.customer, "customer")
      self.relation = reader.message(c.pointee.relation, "relation")
      self.source = CustomersV1.RemovalSource(rawValue: Int32(truncatingIfNeeded: c.pointee.source.rawValue))
      self.welcomeCode = reader.text(c.pointee.welcome_code, "welcome_code")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__CustomerRelation.self)
      c.pointee.customer = writer.message(self.customer)
      c.pointee.relation = writer.message(self.relation)
      c.pointee.source = writer.value(self.source)
      c.pointee.welcome_code = writer.text(self.welcomeCode)
    }
  }

  /// Asks for a customer to be added to a member.
  package struct AddRelationRequest: Protobuf.MutatingRequest {
    /// The person; external_userid is required. Of a person already known, fields that are not empty
    /// overwrite.
    package var customer: CustomersV1.Customer? = nil
    /// The relation; userid is required. When a relation the customer removed is taken up again,
    /// what is noted of him and tags that are not empty overwrite.
    package var relation: CustomersV1.Relation? = nil
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      customer: CustomersV1.Customer? = nil,
      relation: CustomersV1.Relation? = nil,
      requestID: String = ""
    ) {
      self.customer = customer
      self.relation = relation
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.AddRelationRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__add_relation_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__AddRelationRequest.self)
      self.customer = reader.message(c.pointee.customer, "customer")
      self.relation = reader.message(c.pointee.relation, "relation")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__AddRelationRequest.self)
      c.pointee.customer = writer.message(self.customer)
      c.pointee.relation = writer.message(self.relation)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for a customer and those who follow him.
  package struct GetCustomerRequest: Protobuf.PagedRequest {
    /// The customer. Required (errcode 41035).
    package var externalUserid: String = ""
    /// How many relations to return at most: default 50, at most 500 (more is lowered to that); a
    /// negative number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      externalUserid: String = "",
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.externalUserid = externalUserid
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.customers.v1.GetCustomerRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_customer_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetCustomerRequest.self)
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetCustomerRequest.self)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A customer and those who follow him.
  package struct GetCustomerResponse: Protobuf.Message {
    /// The person.
    package var customer: CustomersV1.Customer? = nil
    /// The relations with those who follow him.
    package var followUsers: [CustomersV1.Relation] = []
    /// What the tags of these relations are called, each once; then their personal tags, in the order
    /// of the relations.
    package var tags: Protobuf.PackedList<CustomersV1.RelationTag> = .init()
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      customer: CustomersV1.Customer? = nil,
      followUsers: [CustomersV1.Relation] = [],
      tags: Protobuf.PackedList<CustomersV1.RelationTag> = .init(),
      nextPageToken: String = ""
    ) {
      self.customer = customer
      self.followUsers = followUsers
      self.tags = tags
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.customers.v1.GetCustomerResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_customer_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetCustomerResponse.self)
      self.customer = reader.message(c.pointee.customer, "customer")
      self.followUsers = reader.messages(c.pointee.n_follow_users, c.pointee.follow_users, "follow_users")
      self.tags = reader.packed(c.pointee.n_tags, c.pointee.tags, "tags")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetCustomerResponse.self)
      c.pointee.customer = writer.message(self.customer)
      c.pointee.follow_users = writer.messages(self.followUsers, &c.pointee.n_follow_users)
      writer.packed(self.tags.elements, 3, in: target)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// What a tag on a relation is called.
  package struct RelationTag: Protobuf.Message {
    /// The tag; empty for a personal one, which has no id.
    package var tagID: String = ""
    /// Its name.
    package var tagName: String = ""
    /// The name of its group; empty for a personal one.
    package var groupName: String = ""
    /// Whose it is.
    package var type: CustomersV1.RelationTagType = .init()
    /// Of a personal one, the member whose it is; empty otherwise.
    package var userid: String = ""

    package init() {}

    package init(
      tagID: String = "",
      tagName: String = "",
      groupName: String = "",
      type: CustomersV1.RelationTagType = .init(),
      userid: String = ""
    ) {
      self.tagID = tagID
      self.tagName = tagName
      self.groupName = groupName
      self.type = type
      self.userid = userid
    }

    package static var fullName: String { "siyu.customers.v1.RelationTag" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__relation_tag__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__RelationTag.self)
      self.tagID = reader.text(c.pointee.tag_id, "tag_id")
      self.tagName = reader.text(c.pointee.tag_name, "tag_name")
      self.groupName = reader.text(c.pointee.group_name, "group_name")
      self.type = CustomersV1.RelationTagType(rawValue: Int32(truncatingIfNeeded: c.pointee.type.rawValue))
      self.userid = reader.text(c.pointee.userid, "userid")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__RelationTag.self)
      c.pointee.tag_id = writer.text(self.tagID)
      c.pointee.tag_name = writer.text(self.tagName)
      c.pointee.group_name = writer.text(self.groupName)
      c.pointee.type = writer.value(self.type)
      c.pointee.userid = writer.text(self.userid)
    }
  }

  /// Asks for a member's relations.
  package struct ListRelationsRequest: Protobuf.PagedRequest {
    /// The member, ignoring case. Required, unless userids are given.
    package var userid: String = ""
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""
    /// Several members instead of userid, in the order in which theirs are listed: at most 100, each once,
    /// ignoring case (INVALID_ARGUMENT, errcode 40058). Those without customers have none listed.
    package var userids: [String] = []

    package init() {}

    package init(
      userid: String = "",
      pageSize: Int32 = 0,
      pageToken: String = "",
      userids: [String] = []
    ) {
      self.userid = userid
      self.pageSize = pageSize
      self.pageToken = pageToken
      self.userids = userids
    }

    package static var fullName: String { "siyu.customers.v1.ListRelationsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_relations_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListRelationsRequest.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
      self.userids = reader.texts(c.pointee.n_userids, c.pointee.userids, "userids")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListRelationsRequest.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
      c.pointee.userids = writer.texts(self.userids, &c.pointee.n_userids)
    }
  }

  /// A page of one or more members' relations.
  package struct ListRelationsResponse: Protobuf.Message {
    /// The relations with their persons.
    package var relations: [CustomersV1.CustomerRelation] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      relations: [CustomersV1.CustomerRelation] = [],
      nextPageToken: String = ""
    ) {
      self.relations = relations
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListRelationsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_relations_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListRelationsResponse.self)
      self.relations = reader.messages(c.pointee.n_relations, c.pointee.relations, "relations")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListRelationsResponse.self)
      c.pointee.relations = writer.messages(self.relations, &c.pointee.n_relations)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for relations by what is known of the customer.
  package struct LookupRelationsRequest: Protobuf.PagedRequest {
    /// The member whose relations are searched, ignoring case; empty for all of the corp's. One without
    /// customers has none to find.
    package var userid: String = ""
    /// What to find them by. Required (errcode 40058).
    package var query: Query? = nil
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      userid: String = "",
      query: Query? = nil,
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.userid = userid
      self.query = query
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    /// What to find them by. Required (errcode 40058).
    package enum Query: Swift.Hashable, Swift.Sendable {
      /// Part of the customer's name or of the relation's remark, ignoring the case of a to z: at most 64
      /// characters, with at least one that is not ASCII, or two that are next to each other
      /// (INVALID_ARGUMENT, errcode 40058).
      case text(String)
      /// A phone number, whole, with or without China's 86: 5 to 15 digits; '+', '-', parentheses and
      /// blanks are left out (INVALID_ARGUMENT, errcode 40058). Finds a relation by its remark_mobiles,
      /// and, for who has the right customers.identities.read, all relations of the customer whose
      /// identity it is.
      case phone(String)
    }

    package static var fullName: String { "siyu.customers.v1.LookupRelationsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__lookup_relations_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__LookupRelationsRequest.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      switch c.pointee.query_case.rawValue {
      case 2: self.query = .text(reader.text(c.pointee.text, "text"))
      case 3: self.query = .phone(reader.text(c.pointee.phone, "phone"))
      default: self.query = nil
      }
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__LookupRelationsRequest.self)
      c.pointee.userid = writer.text(self.userid)
      switch self.query {
      case .text(let value):
        c.pointee.query_case = .init(rawValue: 2)
        c.pointee.text = writer.text(value)
      case .phone(let value):
        c.pointee.query_case = .init(rawValue: 3)
        c.pointee.phone = writer.text(value)
      case nil: break
      }
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of what was found.
  package struct LookupRelationsResponse: Protobuf.Message {
    /// The relations with their persons.
    package var relations: [CustomersV1.CustomerRelation] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      relations: [CustomersV1.CustomerRelation] = [],
      nextPageToken: String = ""
    ) {
      self.relations = relations
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.customers.v1.LookupRelationsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__lookup_relations_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__LookupRelationsResponse.self)
      self.relations = reader.messages(c.pointee.n_relations, c.pointee.relations, "relations")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__LookupRelationsResponse.self)
      c.pointee.relations = writer.messages(self.relations, &c.pointee.n_relations)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for a change of a relation.
  package struct UpdateRelationRequest: Protobuf.MutatingRequest {
    /// The relation: userid and external_userid say which, the fields named by update_mask say what.
    package var relation: CustomersV1.Relation? = nil
    /// The fields to change: remark, description, remark_corp_name, remark_mobiles. Empty means those
    /// not empty in `relation`. An unknown path is INVALID_ARGUMENT.
    package var updateMask: GoogleProtobuf.FieldMask? = nil
    /// Makes the call repeatable; see AddRelationRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      relation: CustomersV1.Relation? = nil,
      updateMask: GoogleProtobuf.FieldMask? = nil,
      requestID: String = ""
    ) {
      self.relation = relation
      self.updateMask = updateMask
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.UpdateRelationRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__update_relation_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__UpdateRelationRequest.self)
      self.relation = reader.message(c.pointee.relation, "relation")
      self.updateMask = reader.message(c.pointee.update_mask, "update_mask")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__UpdateRelationRequest.self)
      c.pointee.relation = writer.message(self.relation)
      c.pointee.update_mask = writer.message(self.updateMask)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for the end of a relation.
  package struct RemoveRelationRequest: Protobuf.MutatingRequest {
    /// The member, ignoring case. Required.
    package var userid: String = ""
    /// The customer. Required (errcode 41035).
    package var externalUserid: String = ""
    /// Which side does it. Required.
    package var removedBy: CustomersV1.RemovedBy = .init()
    /// Makes the call repeatable; see AddRelationRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      userid: String = "",
      externalUserid: String = "",
      removedBy: CustomersV1.RemovedBy = .init(),
      requestID: String = ""
    ) {
      self.userid = userid
      self.externalUserid = externalUserid
      self.removedBy = removedBy
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.RemoveRelationRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__remove_relation_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__RemoveRelationRequest.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.removedBy = CustomersV1.RemovedBy(rawValue: Int32(truncatingIfNeeded: c.pointee.removed_by.rawValue))
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__RemoveRelationRequest.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.removed_by = writer.value(self.removedBy)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// One batch of an import.
  package struct ImportRelationsRequest: Protobuf.MutatingRequest {
    /// The relations with their persons: 1 to 1000, as in AddRelation. One that stands already is
    /// overwritten: remark, description, remark_corp_name, remark_mobiles, add_way, oper_userid, state
    /// and tag_ids by what is given, empty or not; create_time and last_chat_time when given; it becomes
    /// mutual when asked, and never half again. One that comes as DELETED_BY_CUSTOMER is so when it is
    /// new, and when it stands already goes on as it stands.
    package var relations: [CustomersV1.CustomerRelation] = []
    /// Makes the batch repeatable, when it comes again as the same bytes; see AddRelationRequest.
    /// Differs from batch to batch.
    package var requestID: String = ""

    package init() {}

    package init(
      relations: [CustomersV1.CustomerRelation] = [],
      requestID: String = ""
    ) {
      self.relations = relations
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.ImportRelationsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__import_relations_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ImportRelationsRequest.self)
      self.relations = reader.messages(c.pointee.n_relations, c.pointee.relations, "relations")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ImportRelationsRequest.self)
      c.pointee.relations = writer.messages(self.relations, &c.pointee.n_relations)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// What became of an import.
  package struct ImportRelationsResponse: Protobuf.Message {
    /// Relations that were new, or taken up again.
    package var addedCount: Int64 = 0
    /// Relations that stood already and were overwritten.
    package var updatedCount: Int64 = 0
    /// Those that were left out, in the order given; at most 1000 are listed, all are counted.
    package var failures: [CustomersV1.RelationFailure] = []
    /// Relations that were left out.
    package var failedCount: Int64 = 0

    package init() {}

    package init(
      addedCount: Int64 = 0,
      updatedCount: Int64 = 0,
      failures: [CustomersV1.RelationFailure] = [],
      failedCount: Int64 = 0
    ) {
      self.addedCount = addedCount
      self.updatedCount = updatedCount
      self.failures = failures
      self.failedCount = failedCount
    }

    package static var fullName: String { "siyu.customers.v1.ImportRelationsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__import_relations_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ImportRelationsResponse.self)
      self.addedCount = c.pointee.added_count
      self.updatedCount = c.pointee.updated_count
      self.failures = reader.messages(c.pointee.n_failures, c.pointee.failures, "failures")
      self.failedCount = c.pointee.failed_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ImportRelationsResponse.self)
      c.pointee.added_count = self.addedCount
      c.pointee.updated_count = self.updatedCount
      c.pointee.failures = writer.messages(self.failures, &c.pointee.n_failures)
      c.pointee.failed_count = self.failedCount
    }
  }

  /// A relation that a batch left out.
  package struct RelationFailure: Protobuf.Message {
    /// The member, as given.
    package var userid: String = ""
    /// The customer, as given.
    package var externalUserid: String = ""
    /// Why: the reason in UPPER_SNAKE that the single call would have failed with.
    package var reason: String = ""
    /// Why, in a sentence.
    package var message: String = ""
    /// WeCom's errcode of the same failure; 0 when it has none.
    package var errcode: Int32 = 0

    package init() {}

    package init(
      userid: String = "",
      externalUserid: String = "",
      reason: String = "",
      message: String = "",
      errcode: Int32 = 0
    ) {
      self.userid = userid
      self.externalUserid = externalUserid
      self.reason = reason
      self.message = message
      self.errcode = errcode
    }

    package static var fullName: String { "siyu.customers.v1.RelationFailure" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__relation_failure__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__RelationFailure.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.reason = reader.text(c.pointee.reason, "reason")
      self.message = reader.text(c.pointee.message, "message")
      self.errcode = c.pointee.errcode
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__RelationFailure.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.reason = writer.text(self.reason)
      c.pointee.message = writer.text(self.message)
      c.pointee.errcode = self.errcode
    }
  }

  /// Asks for an export.
  package struct ListCorpRelationsRequest: Protobuf.Message {
    /// Empty, or the cursor of the last message that came of an export that was cut.
    package var after: String = ""

    package init() {}

    package init(
      after: String = ""
    ) {
      self.after = after
    }

    package static var fullName: String { "siyu.customers.v1.ListCorpRelationsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_corp_relations_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListCorpRelationsRequest.self)
      self.after = reader.text(c.pointee.after, "after")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListCorpRelationsRequest.self)
      c.pointee.after = writer.text(self.after)
    }
  }

  /// Some relations of an export.
  package struct ListCorpRelationsResponse: Protobuf.Message {
    /// The relations with their persons: at most 250.
    package var relations: [CustomersV1.CustomerRelation] = []
    /// Where an export that is cut after this message goes on. Opaque.
    package var cursor: String = ""
    /// How many relations the export has given with this message, those before a cut included.
    package var exportedCount: Int64 = 0
    /// Whether this is the last message. A stream without it was cut.
    package var finished: Bool = false

    package init() {}

    package init(
      relations: [CustomersV1.CustomerRelation] = [],
      cursor: String = "",
      exportedCount: Int64 = 0,
      finished: Bool = false
    ) {
      self.relations = relations
      self.cursor = cursor
      self.exportedCount = exportedCount
      self.finished = finished
    }

    package static var fullName: String { "siyu.customers.v1.ListCorpRelationsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_corp_relations_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListCorpRelationsResponse.self)
      self.relations = reader.messages(c.pointee.n_relations, c.pointee.relations, "relations")
      self.cursor = reader.text(c.pointee.cursor, "cursor")
      self.exportedCount = c.pointee.exported_count
      self.finished = c.pointee.finished != 0
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListCorpRelationsResponse.self)
      c.pointee.relations = writer.messages(self.relations, &c.pointee.n_relations)
      c.pointee.cursor = writer.text(self.cursor)
      c.pointee.exported_count = self.exportedCount
      c.pointee.finished = self.finished ? 1 : 0
    }
  }
}
