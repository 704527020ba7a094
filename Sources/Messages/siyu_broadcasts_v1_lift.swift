// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension BroadcastsV1 {
  /// Compares those a broadcast was sent to with those who were held out of it by chance, from counters
  /// kept with every change: it costs the same for ten recipients and for ten million.
  ///
  /// The groups are made when the broadcast is planned, by the seed. Of the pushed group those count to
  /// whom it was sent; who got nothing for another reason counts in neither.
  ///
  /// An old customer 老客 is one of whom a conversion had been recorded, of any broadcast, when the plan
  /// wrote him down; everybody else is a new one 新客, and stays it in that broadcast. Groups alike.
  package protocol LiftServiceProtocol: Swift.Sendable {
    /// Returns the lift of a broadcast, whole, by variant, and of new and old customers; NOT_FOUND 41047
    /// when there is none with the msgid.
    func getLift(_ request: BroadcastsV1.GetLiftRequest, _ call: RPC.Call) async throws -> BroadcastsV1.BroadcastLift
    /// Lists the lift of each of a broadcast's members, in the order ListMemberTasks has. NOT_FOUND
    /// 41047 when there is no such broadcast.
    func listMemberLifts(_ request: BroadcastsV1.ListMemberLiftsRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListMemberLiftsResponse
    /// Lists the lift of each department 部门 or store 门店 directly under one, with all under it, by
    /// their ids: regions under the root, stores under a region. It adds up the counters of the members
    /// who work there now, as directory has told; one who works in several places counts in each. A
    /// department that directory has not told of has none under it. NOT_FOUND 41047 when there is no
    /// such broadcast.
    func listDepartmentLifts(_ request: BroadcastsV1.ListDepartmentLiftsRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListDepartmentLiftsResponse
  }

  /// The methods of `siyu.broadcasts.v1.LiftService`, and its routes.
  package enum LiftService {
    package static let getLift = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.LiftService", name: "GetLift",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.reports.read"))
    package static let listMemberLifts = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.LiftService", name: "ListMemberLifts",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.reports.read"))
    package static let listDepartmentLifts = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.LiftService", name: "ListDepartmentLifts",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.reports.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.broadcasts.v1.LiftService",
      methods: [getLift, listMemberLifts, listDepartmentLifts])

    package static func routes(_ service: some LiftServiceProtocol) -> [RPC.Route] {
      [
        .unary(getLift) { bytes, call in
          guard let request = call.begin(BroadcastsV1.GetLiftRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getLift(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listMemberLifts) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListMemberLiftsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listMemberLifts(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listDepartmentLifts) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListDepartmentLiftsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listDepartmentLifts(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.broadcasts.v1.LiftService` over a channel.
  package struct LiftServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Returns the lift of a broadcast, whole, by variant, and of new and old customers; NOT_FOUND 41047
    /// when there is none with the msgid.
    package func getLift(_ request: BroadcastsV1.GetLiftRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.BroadcastLift {
      try await channel.unary(LiftService.getLift, request, options)
    }

    /// Lists the lift of each of a broadcast's members, in the order ListMemberTasks has. NOT_FOUND
    /// 41047 when there is no such broadcast.
    package func listMemberLifts(_ request: BroadcastsV1.ListMemberLiftsRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListMemberLiftsResponse {
      try await channel.unary(LiftService.listMemberLifts, request, options)
    }

    /// Lists the lift of each department 部门 or store 门店 directly under one, with all under it, by
    /// their ids: regions under the root, stores under a region. It adds up the counters of the members
    /// who work there now, as directory has told; one who works in several places counts in each. A
    /// department that directory has not told of has none under it. NOT_FOUND 41047 when there is no
    /// such broadcast.
    package func listDepartmentLifts(_ request: BroadcastsV1.ListDepartmentLiftsRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListDepartmentLiftsResponse {
      try await channel.unary(LiftService.listDepartmentLifts, request, options)
    }
  }

  /// One of the two groups.
  package struct LiftGroup: Protobuf.Message {
    /// Recipients in it.
    package var recipientCount: Int64 = 0
    /// Those with at least one conversion.
    package var convertedRecipientCount: Int64 = 0
    /// Their share, 0 to 1; absent while the group is empty.
    package var rate: Double? = nil
    /// Conversions.
    package var conversionCount: Int64 = 0
    /// The sum of their amounts, in cents.
    package var amountCents: Int64 = 0

    package init() {}

    package init(
      recipientCount: Int64 = 0,
      convertedRecipientCount: Int64 = 0,
      rate: Double? = nil,
      conversionCount: Int64 = 0,
      amountCents: Int64 = 0
    ) {
      self.recipientCount = recipientCount
      self.convertedRecipientCount = convertedRecipientCount
      self.rate = rate
      self.conversionCount = conversionCount
      self.amountCents = amountCents
    }

    package static var fullName: String { "siyu.broadcasts.v1.LiftGroup" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__lift_group__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__LiftGroup.self)
      self.recipientCount = c.pointee.recipient_count
      self.convertedRecipientCount = c.pointee.converted_recipient_count
      self.rate = c.pointee._rate_case.rawValue == 3 ? c.pointee.rate : nil
      self.conversionCount = c.pointee.conversion_count
      self.amountCents = c.pointee.amount_cents
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__LiftGroup.self)
      c.pointee.recipient_count = self.recipientCount
      c.pointee.converted_recipient_count = self.convertedRecipientCount
      if let value = self.rate {
        c.pointee._rate_case = .init(rawValue: 3)
        c.pointee.rate = value
      }
      c.pointee.conversion_count = self.conversionCount
      c.pointee.amount_cents = self.amountCents
    }
  }

  /// How the two groups differ.
  package struct Lift: Protobuf.Message {
    /// Those it was sent to 推给.
    package var pushed: BroadcastsV1.LiftGroup? = nil
    /// Those who were held out 没推给.
    package var heldOut: BroadcastsV1.LiftGroup? = nil
    /// The rate of the pushed less that of the held out, -1 to 1; absent while either group is empty.
    package var difference: Double? = nil
    /// The lower end of its 95 % interval, by Newcombe's hybrid score method (1998, his method 10: of
    /// two Wilson intervals, without continuity correction); absent while either group is empty.
    package var differenceLower: Double? = nil
    /// The upper end of that interval.
    package var differenceUpper: Double? = nil

    package init() {}

    package init(
      pushed: BroadcastsV1.LiftGroup? = nil,
      heldOut: BroadcastsV1.LiftGroup? = nil,
      difference: Double? = nil,
      differenceLower: Double? = nil,
      differenceUpper: Double? = nil
    ) {
      self.pushed = pushed
      self.heldOut = heldOut
      self.difference = difference
      self.differenceLower = differenceLower
      self.differenceUpper = differenceUpper
    }

    package static var fullName: String { "siyu.broadcasts.v1.Lift" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__lift__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__Lift.self)
      self.pushed = reader.message(c.pointee.pushed, "pushed")
      self.heldOut = reader.message(c.pointee.held_out, "held_out")
      self.difference = c.pointee._difference_case.rawValue == 3 ? c.pointee.difference : nil
      self.differenceLower = c.pointee._difference_lower_case.rawValue == 4 ? c.pointee.difference_lower : nil
      self.differenceUpper = c.pointee._difference_upper_case.rawValue == 5 ? c.pointee.difference_upper : nil
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__Lift.self)
      c.pointee.pushed = writer.message(self.pushed)
      c.pointee.held_out = writer.message(self.heldOut)
      if let value = self.difference {
        c.pointee._difference_case = .init(rawValue: 3)
        c.pointee.difference = value
      }
      if let value = self.differenceLower {
        c.pointee._difference_lower_case = .init(rawValue: 4)
        c.pointee.difference_lower = value
      }
      if let value = self.differenceUpper {
        c.pointee._difference_upper_case = .init(rawValue: 5)
        c.pointee.difference_upper = value
      }
    }
  }

  /// The lift of a broadcast.
  package struct BroadcastLift: Protobuf.Message {
    /// The broadcast's msgid.
    package var msgid: String = ""
    /// How many of a hundred were to be held out.
    package var controlPercent: Int32 = 0
    /// What the groups were drawn with.
    package var seed: String = ""
    /// All of it.
    package var lift: BroadcastsV1.Lift? = nil
    /// Each variant against all who were held out, in the order of the variants.
    package var variants: [BroadcastsV1.VariantLift] = []
    /// The new customers of both groups. Absent for a broadcast that was created before they were told
    /// apart.
    package var newCustomers: BroadcastsV1.Lift? = nil
    /// The old customers of both groups; absent as new_customers is.
    package var oldCustomers: BroadcastsV1.Lift? = nil

    package init() {}

    package init(
      msgid: String = "",
      controlPercent: Int32 = 0,
      seed: String = "",
      lift: BroadcastsV1.Lift? = nil,
      variants: [BroadcastsV1.VariantLift] = [],
      newCustomers: BroadcastsV1.Lift? = nil,
      oldCustomers: BroadcastsV1.Lift? = nil
    ) {
      self.msgid = msgid
      self.controlPercent = controlPercent
      self.seed = seed
      self.lift = lift
      self.variants = variants
      self.newCustomers = newCustomers
      self.oldCustomers = oldCustomers
    }

    package static var fullName: String { "siyu.broadcasts.v1.BroadcastLift" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__broadcast_lift__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__BroadcastLift.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      self.controlPercent = c.pointee.control_percent
      self.seed = reader.text(c.pointee.seed, "seed")
      self.lift = reader.message(c.pointee.lift, "lift")
      self.variants = reader.messages(c.pointee.n_variants, c.pointee.variants, "variants")
      self.newCustomers = reader.message(c.pointee.new_customers, "new_customers")
      self.oldCustomers = reader.message(c.pointee.old_customers, "old_customers")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__BroadcastLift.self)
      c.pointee.msgid = writer.text(self.msgid)
      c.pointee.control_percent = self.controlPercent
      c.pointee.seed = writer.text(self.seed)
      c.pointee.lift = writer.message(self.lift)
      c.pointee.variants = writer.messages(self.variants, &c.pointee.n_variants)
      c.pointee.new_customers = writer.message(self.newCustomers)
      c.pointee.old_customers = writer.message(self.oldCustomers)
    }
  }

  /// The lift of one variant.
  package struct VariantLift: Protobuf.Message {
    /// Which of the broadcast's variants, from 1.
    package var variant: Int32 = 0
    /// Its name.
    package var name: String = ""
    /// Those it was sent to, against all who were held out.
    package var lift: BroadcastsV1.Lift? = nil
    /// The new customers of them, against the new ones who were held out; absent as in BroadcastLift.
    package var newCustomers: BroadcastsV1.Lift? = nil
    /// The old customers likewise.
    package var oldCustomers: BroadcastsV1.Lift? = nil

    package init() {}

    package init(
      variant: Int32 = 0,
      name: String = "",
      lift: BroadcastsV1.Lift? = nil,
      newCustomers: BroadcastsV1.Lift? = nil,
      oldCustomers: BroadcastsV1.Lift? = nil
    ) {
      self.variant = variant
      self.name = name
      self.lift = lift
      self.newCustomers = newCustomers
      self.oldCustomers = oldCustomers
    }

    package static var fullName: String { "siyu.broadcasts.v1.VariantLift" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__variant_lift__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__VariantLift.self)
      self.variant = c.pointee.variant
      self.name = reader.text(c.pointee.name, "name")
      self.lift = reader.message(c.pointee.lift, "lift")
      self.newCustomers = reader.message(c.pointee.new_customers, "new_customers")
      self.oldCustomers = reader.message(c.pointee.old_customers, "old_customers")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__VariantLift.self)
      c.pointee.variant = self.variant
      c.pointee.name = writer.text(self.name)
      c.pointee.lift = writer.message(self.lift)
      c.pointee.new_customers = writer.message(self.newCustomers)
      c.pointee.old_customers = writer.message(self.oldCustomers)
    }
  }

  /// The lift among one member's customers.
  package struct MemberLift: Protobuf.Message {
    /// The member's userid.
    package var userid: String = ""
    /// His customers alone, in both groups.
    package var lift: BroadcastsV1.Lift? = nil

    package init() {}

    package init(
      userid: String = "",
      lift: BroadcastsV1.Lift? = nil
    ) {
      self.userid = userid
      self.lift = lift
    }

    package static var fullName: String { "siyu.broadcasts.v1.MemberLift" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__member_lift__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__MemberLift.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.lift = reader.message(c.pointee.lift, "lift")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__MemberLift.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.lift = writer.message(self.lift)
    }
  }

  /// Asks for a lift.
  package struct GetLiftRequest: Protobuf.Message {
    /// The broadcast's msgid. Required.
    package var msgid: String = ""

    package init() {}

    package init(
      msgid: String = ""
    ) {
      self.msgid = msgid
    }

    package static var fullName: String { "siyu.broadcasts.v1.GetLiftRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__get_lift_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__GetLiftRequest.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__GetLiftRequest.self)
      c.pointee.msgid = writer.text(self.msgid)
    }
  }

  /// Asks for the members' lifts.
  package struct ListMemberLiftsRequest: Protobuf.PagedRequest {
    /// The broadcast's msgid. Required.
    package var msgid: String = ""
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      msgid: String = "",
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.msgid = msgid
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListMemberLiftsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_member_lifts_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListMemberLiftsRequest.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListMemberLiftsRequest.self)
      c.pointee.msgid = writer.text(self.msgid)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of members' lifts.
  package struct ListMemberLiftsResponse: Protobuf.Message {
    /// The lifts.
    package var lifts: [BroadcastsV1.MemberLift] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      lifts: [BroadcastsV1.MemberLift] = [],
      nextPageToken: String = ""
    ) {
      self.lifts = lifts
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListMemberLiftsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_member_lifts_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListMemberLiftsResponse.self)
      self.lifts = reader.messages(c.pointee.n_lifts, c.pointee.lifts, "lifts")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListMemberLiftsResponse.self)
      c.pointee.lifts = writer.messages(self.lifts, &c.pointee.n_lifts)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// The lift among the customers of one department's members.
  package struct DepartmentLift: Protobuf.Message {
    /// The department.
    package var departmentID: UInt32 = 0
    /// Members of it, and of all under it, who have a task in the broadcast.
    package var memberCount: Int64 = 0
    /// Their customers alone, in both groups.
    package var lift: BroadcastsV1.Lift? = nil

    package init() {}

    package init(
      departmentID: UInt32 = 0,
      memberCount: Int64 = 0,
      lift: BroadcastsV1.Lift? = nil
    ) {
      self.departmentID = departmentID
      self.memberCount = memberCount
      self.lift = lift
    }

    package static var fullName: String { "siyu.broadcasts.v1.DepartmentLift" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__department_lift__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__DepartmentLift.self)
      self.departmentID = c.pointee.department_id
      self.memberCount = c.pointee.member_count
      self.lift = reader.message(c.pointee.lift, "lift")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__DepartmentLift.self)
      c.pointee.department_id = self.departmentID
      c.pointee.member_count = self.memberCount
      c.pointee.lift = writer.message(self.lift)
    }
  }

  /// Asks for the departments' lifts.
  package struct ListDepartmentLiftsRequest: Protobuf.PagedRequest {
    /// The broadcast's msgid. Required.
    package var msgid: String = ""
    /// The department whose children are meant. Required; the root is 1.
    package var parentid: UInt32 = 0
    /// How many to return at most: default 50, at most 100 (more is lowered to that); a negative number
    /// is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      msgid: String = "",
      parentid: UInt32 = 0,
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.msgid = msgid
      self.parentid = parentid
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListDepartmentLiftsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_department_lifts_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListDepartmentLiftsRequest.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      self.parentid = c.pointee.parentid
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListDepartmentLiftsRequest.self)
      c.pointee.msgid = writer.text(self.msgid)
      c.pointee.parentid = self.parentid
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of lifts.
  package struct ListDepartmentLiftsResponse: Protobuf.Message {
    /// The lifts.
    package var lifts: [BroadcastsV1.DepartmentLift] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      lifts: [BroadcastsV1.DepartmentLift] = [],
      nextPageToken: String = ""
    ) {
      self.lifts = lifts
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListDepartmentLiftsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_department_lifts_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListDepartmentLiftsResponse.self)
      self.lifts = reader.messages(c.pointee.n_lifts, c.pointee.lifts, "lifts")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListDepartmentLiftsResponse.self)
      c.pointee.lifts = writer.messages(self.lifts, &c.pointee.n_lifts)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }
}
