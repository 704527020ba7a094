// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension BroadcastsV1 {
  /// Tells results. The counters are changed in the transaction of what they count, so a report is
  /// true at any moment and costs the same for ten recipients and for ten million.
  package protocol ReportServiceProtocol: Swift.Sendable {
    /// Returns the report of a broadcast; NOT_FOUND 41047 when there is none with the msgid.
    func getBroadcastReport(_ request: BroadcastsV1.GetBroadcastReportRequest, _ call: RPC.Call) async throws -> BroadcastsV1.BroadcastReport
    /// Lists the reports of all broadcasts, newest first.
    func listBroadcastReports(_ request: BroadcastsV1.ListBroadcastReportsRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListBroadcastReportsResponse
    /// Lists the reports of a broadcast's members, in the order ListMemberTasks has. NOT_FOUND 41047
    /// when there is no such broadcast.
    func listMemberReports(_ request: BroadcastsV1.ListMemberReportsRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListMemberReportsResponse
  }

  /// The methods of `siyu.broadcasts.v1.ReportService`, and its routes.
  package enum ReportService {
    package static let getBroadcastReport = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ReportService", name: "GetBroadcastReport",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.reports.read"))
    package static let listBroadcastReports = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ReportService", name: "ListBroadcastReports",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.reports.read"))
    package static let listMemberReports = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ReportService", name: "ListMemberReports",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.reports.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.broadcasts.v1.ReportService",
      methods: [getBroadcastReport, listBroadcastReports, listMemberReports])

    package static func routes(_ service: some ReportServiceProtocol) -> [RPC.Route] {
      [
        .unary(getBroadcastReport) { bytes, call in
          guard let request = call.begin(BroadcastsV1.GetBroadcastReportRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getBroadcastReport(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listBroadcastReports) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListBroadcastReportsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listBroadcastReports(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listMemberReports) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListMemberReportsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listMemberReports(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.broadcasts.v1.ReportService` over a channel.
  package struct ReportServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Returns the report of a broadcast; NOT_FOUND 41047 when there is none with the msgid.
    package func getBroadcastReport(_ request: BroadcastsV1.GetBroadcastReportRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.BroadcastReport {
      try await channel.unary(ReportService.getBroadcastReport, request, options)
    }

    /// Lists the reports of all broadcasts, newest first.
    package func listBroadcastReports(_ request: BroadcastsV1.ListBroadcastReportsRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListBroadcastReportsResponse {
      try await channel.unary(ReportService.listBroadcastReports, request, options)
    }

    /// Lists the reports of a broadcast's members, in the order ListMemberTasks has. NOT_FOUND 41047
    /// when there is no such broadcast.
    package func listMemberReports(_ request: BroadcastsV1.ListMemberReportsRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListMemberReportsResponse {
      try await channel.unary(ReportService.listMemberReports, request, options)
    }
  }

  /// Counts of deliveries and of what they brought. recipient_count is always the sum of pending,
  /// leased, sent, failed, stopped and held out.
  package struct DeliveryCounts: Protobuf.Message {
    /// Recipients written down by the plan.
    package var recipientCount: Int64 = 0
    /// Waiting for a member or a channel.
    package var pendingCount: Int64 = 0
    /// Held by a channel, or not known by it.
    package var leasedCount: Int64 = 0
    /// Sent.
    package var sentCount: Int64 = 0
    /// Failed.
    package var failedCount: Int64 = 0
    /// Never to be sent: the broadcast was cancelled or failed first.
    package var stoppedCount: Int64 = 0
    /// Conversions recorded of those it was sent to.
    package var conversionCount: Int64 = 0
    /// Of those it was sent to, recipients with at least one conversion.
    package var convertedRecipientCount: Int64 = 0
    /// The sum of these conversions' amounts, in cents.
    package var amountCents: Int64 = 0
    /// Held out: never to be sent. What they did without it is told by LiftService.
    package var heldOutCount: Int64 = 0

    package init() {}

    package init(
      recipientCount: Int64 = 0,
      pendingCount: Int64 = 0,
      leasedCount: Int64 = 0,
      sentCount: Int64 = 0,
      failedCount: Int64 = 0,
      stoppedCount: Int64 = 0,
      conversionCount: Int64 = 0,
      convertedRecipientCount: Int64 = 0,
      amountCents: Int64 = 0,
      heldOutCount: Int64 = 0
    ) {
      self.recipientCount = recipientCount
      self.pendingCount = pendingCount
      self.leasedCount = leasedCount
      self.sentCount = sentCount
      self.failedCount = failedCount
      self.stoppedCount = stoppedCount
      self.conversionCount = conversionCount
      self.convertedRecipientCount = convertedRecipientCount
      self.amountCents = amountCents
      self.heldOutCount = heldOutCount
    }

    package static var fullName: String { "siyu.broadcasts.v1.DeliveryCounts" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__delivery_counts__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__DeliveryCounts.self)
      self.recipientCount = c.pointee.recipient_count
      self.pendingCount = c.pointee.pending_count
      self.leasedCount = c.pointee.leased_count
      self.sentCount = c.pointee.sent_count
      self.failedCount = c.pointee.failed_count
      self.stoppedCount = c.pointee.stopped_count
      self.conversionCount = c.pointee.conversion_count
      self.convertedRecipientCount = c.pointee.converted_recipient_count
      self.amountCents = c.pointee.amount_cents
      self.heldOutCount = c.pointee.held_out_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__DeliveryCounts.self)
      c.pointee.recipient_count = self.recipientCount
      c.pointee.pending_count = self.pendingCount
      c.pointee.leased_count = self.leasedCount
      c.pointee.sent_count = self.sentCount
      c.pointee.failed_count = self.failedCount
      c.pointee.stopped_count = self.stoppedCount
      c.pointee.conversion_count = self.conversionCount
      c.pointee.converted_recipient_count = self.convertedRecipientCount
      c.pointee.amount_cents = self.amountCents
      c.pointee.held_out_count = self.heldOutCount
    }
  }

  /// The results of one broadcast.
  package struct BroadcastReport: Protobuf.Message {
    /// The broadcast's msgid.
    package var msgid: String = ""
    /// Its name.
    package var name: String = ""
    /// How far it got.
    package var state: BroadcastsV1.Broadcast.State = .init()
    /// Members with a task.
    package var memberCount: Int64 = 0
    /// Members who confirmed.
    package var confirmedMemberCount: Int64 = 0
    /// Those asked for by id who do not get it.
    package var refusedCount: Int64 = 0
    /// Its deliveries.
    package var deliveries: BroadcastsV1.DeliveryCounts? = nil
    /// The deliveries of each variant, in their order; nobody in them is held out. Only
    /// GetBroadcastReport fills it.
    package var variants: [BroadcastsV1.VariantReport] = []

    package init() {}

    package init(
      msgid: String = "",
      name: String = "",
      state: BroadcastsV1.Broadcast.State = .init(),
      memberCount: Int64 = 0,
      confirmedMemberCount: Int64 = 0,
      refusedCount: Int64 = 0,
      deliveries: BroadcastsV1.DeliveryCounts? = nil,
      variants: [BroadcastsV1.VariantReport] = []
    ) {
      self.msgid = msgid
      self.name = name
      self.state = state
      self.memberCount = memberCount
      self.confirmedMemberCount = confirmedMemberCount
      self.refusedCount = refusedCount
      self.deliveries = deliveries
      self.variants = variants
    }

    package static var fullName: String { "siyu.broadcasts.v1.BroadcastReport" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__broadcast_report__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__BroadcastReport.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      self.name = reader.text(c.pointee.name, "name")
      self.state = BroadcastsV1.Broadcast.State(rawValue: Int32(truncatingIfNeeded: c.pointee.state.rawValue))
      self.memberCount = c.pointee.member_count
      self.confirmedMemberCount = c.pointee.confirmed_member_count
      self.refusedCount = c.pointee.refused_count
      self.deliveries = reader.message(c.pointee.deliveries, "deliveries")
      self.variants = reader.messages(c.pointee.n_variants, c.pointee.variants, "variants")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__BroadcastReport.self)
      c.pointee.msgid = writer.text(self.msgid)
      c.pointee.name = writer.text(self.name)
      c.pointee.state = writer.value(self.state)
      c.pointee.member_count = self.memberCount
      c.pointee.confirmed_member_count = self.confirmedMemberCount
      c.pointee.refused_count = self.refusedCount
      c.pointee.deliveries = writer.message(self.deliveries)
      c.pointee.variants = writer.messages(self.variants, &c.pointee.n_variants)
    }
  }

  /// The results of one variant of a broadcast.
  package struct VariantReport: Protobuf.Message {
    /// Which of the broadcast's variants, from 1.
    package var variant: Int32 = 0
    /// Its name.
    package var name: String = ""
    /// Its deliveries.
    package var deliveries: BroadcastsV1.DeliveryCounts? = nil

    package init() {}

    package init(
      variant: Int32 = 0,
      name: String = "",
      deliveries: BroadcastsV1.DeliveryCounts? = nil
    ) {
      self.variant = variant
      self.name = name
      self.deliveries = deliveries
    }

    package static var fullName: String { "siyu.broadcasts.v1.VariantReport" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__variant_report__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__VariantReport.self)
      self.variant = c.pointee.variant
      self.name = reader.text(c.pointee.name, "name")
      self.deliveries = reader.message(c.pointee.deliveries, "deliveries")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__VariantReport.self)
      c.pointee.variant = self.variant
      c.pointee.name = writer.text(self.name)
      c.pointee.deliveries = writer.message(self.deliveries)
    }
  }

  /// The results of one member in a broadcast.
  package struct MemberReport: Protobuf.Message {
    /// The member's userid.
    package var userid: String = ""
    /// Whether he confirmed.
    package var confirmed: Bool = false
    /// His deliveries.
    package var deliveries: BroadcastsV1.DeliveryCounts? = nil

    package init() {}

    package init(
      userid: String = "",
      confirmed: Bool = false,
      deliveries: BroadcastsV1.DeliveryCounts? = nil
    ) {
      self.userid = userid
      self.confirmed = confirmed
      self.deliveries = deliveries
    }

    package static var fullName: String { "siyu.broadcasts.v1.MemberReport" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__member_report__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__MemberReport.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.confirmed = c.pointee.confirmed != 0
      self.deliveries = reader.message(c.pointee.deliveries, "deliveries")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__MemberReport.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.confirmed = self.confirmed ? 1 : 0
      c.pointee.deliveries = writer.message(self.deliveries)
    }
  }

  /// Asks for a report.
  package struct GetBroadcastReportRequest: Protobuf.Message {
    /// The broadcast's msgid. Required.
    package var msgid: String = ""

    package init() {}

    package init(
      msgid: String = ""
    ) {
      self.msgid = msgid
    }

    package static var fullName: String { "siyu.broadcasts.v1.GetBroadcastReportRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__get_broadcast_report_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__GetBroadcastReportRequest.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__GetBroadcastReportRequest.self)
      c.pointee.msgid = writer.text(self.msgid)
    }
  }

  /// Asks for all reports.
  package struct ListBroadcastReportsRequest: Protobuf.PagedRequest {
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListBroadcastReportsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_broadcast_reports_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListBroadcastReportsRequest.self)
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListBroadcastReportsRequest.self)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of reports.
  package struct ListBroadcastReportsResponse: Protobuf.Message {
    /// The reports, newest broadcast first.
    package var reports: [BroadcastsV1.BroadcastReport] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      reports: [BroadcastsV1.BroadcastReport] = [],
      nextPageToken: String = ""
    ) {
      self.reports = reports
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListBroadcastReportsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_broadcast_reports_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListBroadcastReportsResponse.self)
      self.reports = reader.messages(c.pointee.n_reports, c.pointee.reports, "reports")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListBroadcastReportsResponse.self)
      c.pointee.reports = writer.messages(self.reports, &c.pointee.n_reports)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for the members' reports.
  package struct ListMemberReportsRequest: Protobuf.PagedRequest {
    /// The broadcast's msgid. Required.
    package var msgid: String = ""
    /// How many to return at most; see ListBroadcastReportsRequest.
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

    package static var fullName: String { "siyu.broadcasts.v1.ListMemberReportsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_member_reports_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListMemberReportsRequest.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListMemberReportsRequest.self)
      c.pointee.msgid = writer.text(self.msgid)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of members' reports.
  package struct ListMemberReportsResponse: Protobuf.Message {
    /// The reports.
    package var reports: [BroadcastsV1.MemberReport] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      reports: [BroadcastsV1.MemberReport] = [],
      nextPageToken: String = ""
    ) {
      self.reports = reports
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListMemberReportsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_member_reports_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListMemberReportsResponse.self)
      self.reports = reader.messages(c.pointee.n_reports, c.pointee.reports, "reports")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListMemberReportsResponse.self)
      c.pointee.reports = writer.messages(self.reports, &c.pointee.n_reports)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }
}
