// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CustomersV1 {
  /// Answers a guide's sidebar in one call.
  package protocol SidebarServiceProtocol: Swift.Sendable {
    /// Returns the customer, his relation with the member, its tags, who else follows him, and how much
    /// the two had to do with each other. NOT_FOUND with errcode 84061 when the two are not related.
    /// Stands for no WeCom API: its sidebar makes four calls for it.
    func getSidebarContext(_ request: CustomersV1.GetSidebarContextRequest, _ call: RPC.Call) async throws -> CustomersV1.SidebarContext
  }

  /// The methods of `siyu.customers.v1.SidebarService`, and its routes.
  package enum SidebarService {
    package static let getSidebarContext = RPC.MethodDescriptor(
      service: "siyu.customers.v1.SidebarService", name: "GetSidebarContext",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.relations.read"),
      dataScope: RPC.DataScopeRule(CustomersV1.GetSidebarContextRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("userid")
        reading.add(member: request.userid)
      })

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.customers.v1.SidebarService",
      methods: [getSidebarContext])

    package static func routes(_ service: some SidebarServiceProtocol) -> [RPC.Route] {
      [
        .unary(getSidebarContext) { bytes, call in
          guard let request = call.begin(CustomersV1.GetSidebarContextRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getSidebarContext(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.customers.v1.SidebarService` over a channel.
  package struct SidebarServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Returns the customer, his relation with the member, its tags, who else follows him, and how much
    /// the two had to do with each other. NOT_FOUND with errcode 84061 when the two are not related.
    /// Stands for no WeCom API: its sidebar makes four calls for it.
    package func getSidebarContext(_ request: CustomersV1.GetSidebarContextRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.SidebarContext {
      try await channel.unary(SidebarService.getSidebarContext, request, options)
    }
  }

  /// Asks what a member's sidebar shows of a customer.
  package struct GetSidebarContextRequest: Protobuf.Message {
    /// The member, ignoring case. Required.
    package var userid: String = ""
    /// The customer. Required (errcode 41035).
    package var externalUserid: String = ""

    package init() {}

    package init(
      userid: String = "",
      externalUserid: String = ""
    ) {
      self.userid = userid
      self.externalUserid = externalUserid
    }

    package static var fullName: String { "siyu.customers.v1.GetSidebarContextRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_sidebar_context_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetSidebarContextRequest.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetSidebarContextRequest.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.external_userid = writer.text(self.externalUserid)
    }
  }

  /// What a member's sidebar shows of a customer.
  package struct SidebarContext: Protobuf.Message {
    /// The person.
    package var customer: CustomersV1.Customer? = nil
    /// His relation with the member.
    package var relation: CustomersV1.Relation? = nil
    /// What the tags of the relation are called; then the member's personal ones.
    package var tags: Protobuf.PackedList<CustomersV1.RelationTag> = .init()
    /// Who else follows him, ascending by when the member was first seen here: at most 10. For a caller with
    /// a data scope none.
    package var otherUserids: [String] = []
    /// Whether there are more than other_userids names; for a caller with a data scope false.
    package var hasMoreOthers: Bool = false
    /// What the two had to do with each other on the last 30 days, today included. Interactions are
    /// counted soon after they are recorded.
    package var last30Days: CustomersV1.ContactSummary? = nil
    /// What is known of the person: of each name the value to go by, by name.
    package var attributes: [CustomersV1.Attribute] = []

    package init() {}

    package init(
      customer: CustomersV1.Customer? = nil,
      relation: CustomersV1.Relation? = nil,
      tags: Protobuf.PackedList<CustomersV1.RelationTag> = .init(),
      otherUserids: [String] = [],
      hasMoreOthers: Bool = false,
      last30Days: CustomersV1.ContactSummary? = nil,
      attributes: [CustomersV1.Attribute] = []
    ) {
      self.customer = customer
      self.relation = relation
      self.tags = tags
      self.otherUserids = otherUserids
      self.hasMoreOthers = hasMoreOthers
      self.last30Days = last30Days
      self.attributes = attributes
    }

    package static var fullName: String { "siyu.customers.v1.SidebarContext" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__sidebar_context__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__SidebarContext.self)
      self.customer = reader.message(c.pointee.customer, "customer")
      self.relation = reader.message(c.pointee.relation, "relation")
      self.tags = reader.packed(c.pointee.n_tags, c.pointee.tags, "tags")
      self.otherUserids = reader.texts(c.pointee.n_other_userids, c.pointee.other_userids, "other_userids")
      self.hasMoreOthers = c.pointee.has_more_others != 0
      self.last30Days = reader.message(c.pointee.last_30_days, "last_30_days")
      self.attributes = reader.messages(c.pointee.n_attributes, c.pointee.attributes, "attributes")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__SidebarContext.self)
      c.pointee.customer = writer.message(self.customer)
      c.pointee.relation = writer.message(self.relation)
      writer.packed(self.tags.elements, 3, in: target)
      c.pointee.other_userids = writer.texts(self.otherUserids, &c.pointee.n_other_userids)
      c.pointee.has_more_others = self.hasMoreOthers ? 1 : 0
      c.pointee.last_30_days = writer.message(self.last30Days)
      c.pointee.attributes = writer.messages(self.attributes, &c.pointee.n_attributes)
    }
  }

  /// How much a member and a customer had to do with each other.
  package struct ContactSummary: Protobuf.Message {
    /// Messages the member sent, the two alone.
    package var memberMessageCount: Int64 = 0
    /// Messages the customer sent, the two alone.
    package var customerMessageCount: Int64 = 0
    /// Messages either sent in groups.
    package var groupMessageCount: Int64 = 0
    /// Calls by voice or video.
    package var callCount: Int64 = 0
    /// Visits.
    package var visitCount: Int64 = 0
    /// What either read of the other.
    package var readCount: Int64 = 0
    /// Days on which there was any of these.
    package var dayCount: Int32 = 0
    /// When the last such day began; absent when there was none.
    package var lastDayTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      memberMessageCount: Int64 = 0,
      customerMessageCount: Int64 = 0,
      groupMessageCount: Int64 = 0,
      callCount: Int64 = 0,
      visitCount: Int64 = 0,
      readCount: Int64 = 0,
      dayCount: Int32 = 0,
      lastDayTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.memberMessageCount = memberMessageCount
      self.customerMessageCount = customerMessageCount
      self.groupMessageCount = groupMessageCount
      self.callCount = callCount
      self.visitCount = visitCount
      self.readCount = readCount
      self.dayCount = dayCount
      self.lastDayTime = lastDayTime
    }

    package static var fullName: String { "siyu.customers.v1.ContactSummary" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__contact_summary__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ContactSummary.self)
      self.memberMessageCount = c.pointee.member_message_count
      self.customerMessageCount = c.pointee.customer_message_count
      self.groupMessageCount = c.pointee.group_message_count
      self.callCount = c.pointee.call_count
      self.visitCount = c.pointee.visit_count
      self.readCount = c.pointee.read_count
      self.dayCount = c.pointee.day_count
      self.lastDayTime = reader.message(c.pointee.last_day_time, "last_day_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ContactSummary.self)
      c.pointee.member_message_count = self.memberMessageCount
      c.pointee.customer_message_count = self.customerMessageCount
      c.pointee.group_message_count = self.groupMessageCount
      c.pointee.call_count = self.callCount
      c.pointee.visit_count = self.visitCount
      c.pointee.read_count = self.readCount
      c.pointee.day_count = self.dayCount
      c.pointee.last_day_time = writer.message(self.lastDayTime)
    }
  }
}
