// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension BroadcastsV1 {
  /// Keeps clicks 点击, reading 阅读 and visits 到店 of those a broadcast was sent to, and counts how they
  /// lead to conversions.
  ///
  /// A content's {{link.code}} is filled in with a code of the recipient's own when a channel leases the
  /// delivery: "https://shop.example/p/7?c={{link.code}}". The page behind the link, or what redirects to
  /// it, records its touches by the code. A code names one delivery, cannot be guessed, costs no row, and
  /// holds for ever. WeCom has nothing of the kind.
  package protocol TouchServiceProtocol: Swift.Sendable {
    /// Records touches against deliveries that a channel holds or has sent, in one transaction. One that
    /// is recorded already, by its touch_id, is taken and counts once. Those that cannot be taken are
    /// listed; the others are recorded. INVALID_ARGUMENT when there are none or more than 1000.
    func recordTouches(_ request: BroadcastsV1.RecordTouchesRequest, _ call: RPC.Call) async throws -> BroadcastsV1.RecordTouchesResponse
    /// Returns what is counted of a broadcast and of each of its variants; NOT_FOUND 41047 when there is
    /// none with the msgid. It costs the same for ten recipients and for ten million.
    func getTouchReport(_ request: BroadcastsV1.GetTouchReportRequest, _ call: RPC.Call) async throws -> BroadcastsV1.TouchReport
    /// Lists what is counted by natural day 自然日 (UTC+8) of the touch or conversion, by date; days on
    /// which nothing was recorded are left out. NOT_FOUND 41047.
    func listDayTouchReports(_ request: BroadcastsV1.ListDayTouchReportsRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListDayTouchReportsResponse
    /// Lists what is counted of each member whose recipients did anything, in a fixed order. NOT_FOUND
    /// 41047.
    func listMemberTouchReports(_ request: BroadcastsV1.ListMemberTouchReportsRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListMemberTouchReportsResponse
    /// Lists the recipients who did anything, in a fixed order. NOT_FOUND 41047.
    func listTouchedRecipients(_ request: BroadcastsV1.ListTouchedRecipientsRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListTouchedRecipientsResponse
  }

  /// The methods of `siyu.broadcasts.v1.TouchService`, and its routes.
  package enum TouchService {
    package static let recordTouches = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.TouchService", name: "RecordTouches",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.touches.write"), mutates: true)
    package static let getTouchReport = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.TouchService", name: "GetTouchReport",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.reports.read"))
    package static let listDayTouchReports = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.TouchService", name: "ListDayTouchReports",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.reports.read"))
    package static let listMemberTouchReports = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.TouchService", name: "ListMemberTouchReports",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.reports.read"))
    package static let listTouchedRecipients = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.TouchService", name: "ListTouchedRecipients",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.deliveries.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.broadcasts.v1.TouchService",
      methods: [recordTouches, getTouchReport, listDayTouchReports, listMemberTouchReports, listTouchedRecipients])

    package static func routes(_ service: some TouchServiceProtocol) -> [RPC.Route] {
      [
        .unary(recordTouches) { bytes, call in
          guard let request = call.begin(BroadcastsV1.RecordTouchesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.recordTouches(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getTouchReport) { bytes, call in
          guard let request = call.begin(BroadcastsV1.GetTouchReportRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getTouchReport(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listDayTouchReports) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListDayTouchReportsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listDayTouchReports(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listMemberTouchReports) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListMemberTouchReportsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listMemberTouchReports(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listTouchedRecipients) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListTouchedRecipientsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listTouchedRecipients(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.broadcasts.v1.TouchService` over a channel.
  package struct TouchServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Records touches against deliveries that a channel holds or has sent, in one transaction. One that
    /// is recorded already, by its touch_id, is taken and counts once. Those that cannot be taken are
    /// listed; the others are recorded. INVALID_ARGUMENT when there are none or more than 1000.
    package func recordTouches(_ request: BroadcastsV1.RecordTouchesRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.RecordTouchesResponse {
      try await channel.unary(TouchService.recordTouches, request, options)
    }

    /// Returns what is counted of a broadcast and of each of its variants; NOT_FOUND 41047 when there is
    /// none with the msgid. It costs the same for ten recipients and for ten million.
    package func getTouchReport(_ request: BroadcastsV1.GetTouchReportRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.TouchReport {
      try await channel.unary(TouchService.getTouchReport, request, options)
    }

    /// Lists what is counted by natural day 自然日 (UTC+8) of the touch or conversion, by date; days on
    /// which nothing was recorded are left out. NOT_FOUND 41047.
    package func listDayTouchReports(_ request: BroadcastsV1.ListDayTouchReportsRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListDayTouchReportsResponse {
      try await channel.unary(TouchService.listDayTouchReports, request, options)
    }

    /// Lists what is counted of each member whose recipients did anything, in a fixed order. NOT_FOUND
    /// 41047.
    package func listMemberTouchReports(_ request: BroadcastsV1.ListMemberTouchReportsRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListMemberTouchReportsResponse {
      try await channel.unary(TouchService.listMemberTouchReports, request, options)
    }

    /// Lists the recipients who did anything, in a fixed order. NOT_FOUND 41047.
    package func listTouchedRecipients(_ request: BroadcastsV1.ListTouchedRecipientsRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListTouchedRecipientsResponse {
      try await channel.unary(TouchService.listTouchedRecipients, request, options)
    }
  }

  /// What a recipient did.
  package struct TouchKind: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: the item fails with UNKNOWN_VALUE.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// He opened the link.
    package static var click: Self { Self(rawValue: 1) }
    /// He read, on the page: read_percent and read_seconds say how far and how long.
    package static var read: Self { Self(rawValue: 2) }
    /// He came to a store, or to the shop.
    package static var visit: Self { Self(rawValue: 3) }

    package static let names: [Int32: String] = [
      0: "TOUCH_KIND_UNSPECIFIED",
      1: "TOUCH_KIND_CLICK",
      2: "TOUCH_KIND_READ",
      3: "TOUCH_KIND_VISIT",
    ]
  }

  /// One touch.
  package struct Touch: Protobuf.Message {
    /// The caller's id for it, unique in the corp for ever: 1 to 64 letters, digits, '_' or '-'. The
    /// item fails with TOUCH_ID_REUSED when another touch has it.
    package var touchID: String = ""
    /// What he did.
    package var kind: BroadcastsV1.TouchKind = .init()
    /// By which code. The item fails with LINK_CODE_UNKNOWN when the corp never gave it out.
    package var linkCode: String = ""
    /// Where there is no code, as in a store: the broadcast's msgid. The item fails with
    /// BROADCAST_NOT_FOUND when it is unknown, with TARGET_TWICE beside a link_code.
    package var msgid: String = ""
    /// And who: a recipient of it. The item fails with DELIVERY_NOT_FOUND when he is none, and with
    /// DELIVERY_NOT_SENT when no channel has had his delivery.
    package var recipient: Recipient? = nil
    /// When he did it. Required.
    package var touchTime: GoogleProtobuf.Timestamp? = nil
    /// For READ: how far he has come, 0 to 100. What counts is the furthest.
    package var readPercent: Int32 = 0
    /// For READ: how many seconds he read since the READ before, 0 to 86,400. What counts is the sum.
    package var readSeconds: Int32 = 0

    package init() {}

    package init(
      touchID: String = "",
      kind: BroadcastsV1.TouchKind = .init(),
      linkCode: String = "",
      msgid: String = "",
      recipient: Recipient? = nil,
      touchTime: GoogleProtobuf.Timestamp? = nil,
      readPercent: Int32 = 0,
      readSeconds: Int32 = 0
    ) {
      self.touchID = touchID
      self.kind = kind
      self.linkCode = linkCode
      self.msgid = msgid
      self.recipient = recipient
      self.touchTime = touchTime
      self.readPercent = readPercent
      self.readSeconds = readSeconds
    }

    /// And who: a recipient of it. The item fails with DELIVERY_NOT_FOUND when he is none, and with
    /// DELIVERY_NOT_SENT when no channel has had his delivery.
    package enum Recipient: Swift.Hashable, Swift.Sendable {
      /// A customer.
      case externalUserid(String)
      /// A customer group.
      case chatID(String)
    }

    package static var fullName: String { "siyu.broadcasts.v1.Touch" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__touch__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__Touch.self)
      self.touchID = reader.text(c.pointee.touch_id, "touch_id")
      self.kind = BroadcastsV1.TouchKind(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
      self.linkCode = reader.text(c.pointee.link_code, "link_code")
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      switch c.pointee.recipient_case.rawValue {
      case 5: self.recipient = .externalUserid(reader.text(c.pointee.external_userid, "external_userid"))
      case 6: self.recipient = .chatID(reader.text(c.pointee.chat_id, "chat_id"))
      default: self.recipient = nil
      }
      self.touchTime = reader.message(c.pointee.touch_time, "touch_time")
      self.readPercent = c.pointee.read_percent
      self.readSeconds = c.pointee.read_seconds
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__Touch.self)
      c.pointee.touch_id = writer.text(self.touchID)
      c.pointee.kind = writer.value(self.kind)
      c.pointee.link_code = writer.text(self.linkCode)
      c.pointee.msgid = writer.text(self.msgid)
      switch self.recipient {
      case .externalUserid(let value):
        c.pointee.recipient_case = .init(rawValue: 5)
        c.pointee.external_userid = writer.text(value)
      case .chatID(let value):
        c.pointee.recipient_case = .init(rawValue: 6)
        c.pointee.chat_id = writer.text(value)
      case nil: break
      }
      c.pointee.touch_time = writer.message(self.touchTime)
      c.pointee.read_percent = self.readPercent
      c.pointee.read_seconds = self.readSeconds
    }
  }

  /// Records touches.
  package struct RecordTouchesRequest: Protobuf.MutatingRequest {
    /// The touches: 1 to 1000.
    package var touches: [BroadcastsV1.Touch] = []
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty is as safe:
    /// each touch is repeatable by its touch_id.
    package var requestID: String = ""

    package init() {}

    package init(
      touches: [BroadcastsV1.Touch] = [],
      requestID: String = ""
    ) {
      self.touches = touches
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.RecordTouchesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__record_touches_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__RecordTouchesRequest.self)
      self.touches = reader.messages(c.pointee.n_touches, c.pointee.touches, "touches")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__RecordTouchesRequest.self)
      c.pointee.touches = writer.messages(self.touches, &c.pointee.n_touches)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// What became of the touches.
  package struct RecordTouchesResponse: Protobuf.Message {
    /// Touches recorded now.
    package var recordedCount: Int64 = 0
    /// Those that had been recorded before.
    package var repeatedCount: Int64 = 0
    /// Those that were left out, in the order given; `key` is the touch_id.
    package var failures: [CommonV1.ItemFailure] = []
    /// How many were left out.
    package var failedCount: Int64 = 0

    package init() {}

    package init(
      recordedCount: Int64 = 0,
      repeatedCount: Int64 = 0,
      failures: [CommonV1.ItemFailure] = [],
      failedCount: Int64 = 0
    ) {
      self.recordedCount = recordedCount
      self.repeatedCount = repeatedCount
      self.failures = failures
      self.failedCount = failedCount
    }

    package static var fullName: String { "siyu.broadcasts.v1.RecordTouchesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__record_touches_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__RecordTouchesResponse.self)
      self.recordedCount = c.pointee.recorded_count
      self.repeatedCount = c.pointee.repeated_count
      self.failures = reader.messages(c.pointee.n_failures, c.pointee.failures, "failures")
      self.failedCount = c.pointee.failed_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__RecordTouchesResponse.self)
      c.pointee.recorded_count = self.recordedCount
      c.pointee.repeated_count = self.repeatedCount
      c.pointee.failures = writer.messages(self.failures, &c.pointee.n_failures)
      c.pointee.failed_count = self.failedCount
    }
  }

  /// What is counted of touches. Recipients are counted once each, on the day on which they came that
  /// far.
  package struct TouchCounts: Protobuf.Message {
    /// Clicks.
    package var clickCount: Int64 = 0
    /// Recipients with at least one click.
    package var clickedRecipientCount: Int64 = 0
    /// Recipients with at least one READ.
    package var readingRecipientCount: Int64 = 0
    /// The sum of how far each of these came, in percent: divided by their number, the average.
    package var readPercentSum: Int64 = 0
    /// How long they read, all together.
    package var readSeconds: Int64 = 0
    /// Visits.
    package var visitCount: Int64 = 0
    /// Recipients with at least one visit.
    package var visitedRecipientCount: Int64 = 0
    /// Recipients who clicked and visited.
    package var clickedVisitedRecipientCount: Int64 = 0
    /// Recipients who clicked and converted.
    package var clickedConvertedRecipientCount: Int64 = 0
    /// Recipients who clicked, visited and converted: the whole chain.
    package var clickedVisitedConvertedRecipientCount: Int64 = 0

    package init() {}

    package init(
      clickCount: Int64 = 0,
      clickedRecipientCount: Int64 = 0,
      readingRecipientCount: Int64 = 0,
      readPercentSum: Int64 = 0,
      readSeconds: Int64 = 0,
      visitCount: Int64 = 0,
      visitedRecipientCount: Int64 = 0,
      clickedVisitedRecipientCount: Int64 = 0,
      clickedConvertedRecipientCount: Int64 = 0,
      clickedVisitedConvertedRecipientCount: Int64 = 0
    ) {
      self.clickCount = clickCount
      self.clickedRecipientCount = clickedRecipientCount
      self.readingRecipientCount = readingRecipientCount
      self.readPercentSum = readPercentSum
      self.readSeconds = readSeconds
      self.visitCount = visitCount
      self.visitedRecipientCount = visitedRecipientCount
      self.clickedVisitedRecipientCount = clickedVisitedRecipientCount
      self.clickedConvertedRecipientCount = clickedConvertedRecipientCount
      self.clickedVisitedConvertedRecipientCount = clickedVisitedConvertedRecipientCount
    }

    package static var fullName: String { "siyu.broadcasts.v1.TouchCounts" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__touch_counts__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__TouchCounts.self)
      self.clickCount = c.pointee.click_count
      self.clickedRecipientCount = c.pointee.clicked_recipient_count
      self.readingRecipientCount = c.pointee.reading_recipient_count
      self.readPercentSum = c.pointee.read_percent_sum
      self.readSeconds = c.pointee.read_seconds
      self.visitCount = c.pointee.visit_count
      self.visitedRecipientCount = c.pointee.visited_recipient_count
      self.clickedVisitedRecipientCount = c.pointee.clicked_visited_recipient_count
      self.clickedConvertedRecipientCount = c.pointee.clicked_converted_recipient_count
      self.clickedVisitedConvertedRecipientCount = c.pointee.clicked_visited_converted_recipient_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__TouchCounts.self)
      c.pointee.click_count = self.clickCount
      c.pointee.clicked_recipient_count = self.clickedRecipientCount
      c.pointee.reading_recipient_count = self.readingRecipientCount
      c.pointee.read_percent_sum = self.readPercentSum
      c.pointee.read_seconds = self.readSeconds
      c.pointee.visit_count = self.visitCount
      c.pointee.visited_recipient_count = self.visitedRecipientCount
      c.pointee.clicked_visited_recipient_count = self.clickedVisitedRecipientCount
      c.pointee.clicked_converted_recipient_count = self.clickedConvertedRecipientCount
      c.pointee.clicked_visited_converted_recipient_count = self.clickedVisitedConvertedRecipientCount
    }
  }

  /// What is counted of a broadcast.
  package struct TouchReport: Protobuf.Message {
    /// The broadcast's msgid.
    package var msgid: String = ""
    /// To how many it was sent.
    package var sentCount: Int64 = 0
    /// All of it.
    package var counts: BroadcastsV1.TouchCounts? = nil
    /// Of how many of those it was sent to a conversion was recorded, with touches or without.
    package var convertedRecipientCount: Int64 = 0
    /// Each variant, in their order.
    package var variants: [BroadcastsV1.VariantTouchReport] = []

    package init() {}

    package init(
      msgid: String = "",
      sentCount: Int64 = 0,
      counts: BroadcastsV1.TouchCounts? = nil,
      convertedRecipientCount: Int64 = 0,
      variants: [BroadcastsV1.VariantTouchReport] = []
    ) {
      self.msgid = msgid
      self.sentCount = sentCount
      self.counts = counts
      self.convertedRecipientCount = convertedRecipientCount
      self.variants = variants
    }

    package static var fullName: String { "siyu.broadcasts.v1.TouchReport" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__touch_report__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__TouchReport.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      self.sentCount = c.pointee.sent_count
      self.counts = reader.message(c.pointee.counts, "counts")
      self.convertedRecipientCount = c.pointee.converted_recipient_count
      self.variants = reader.messages(c.pointee.n_variants, c.pointee.variants, "variants")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__TouchReport.self)
      c.pointee.msgid = writer.text(self.msgid)
      c.pointee.sent_count = self.sentCount
      c.pointee.counts = writer.message(self.counts)
      c.pointee.converted_recipient_count = self.convertedRecipientCount
      c.pointee.variants = writer.messages(self.variants, &c.pointee.n_variants)
    }
  }

  /// What is counted of a variant.
  package struct VariantTouchReport: Protobuf.Message {
    /// Which of the broadcast's variants, from 1.
    package var variant: Int32 = 0
    /// Its name.
    package var name: String = ""
    /// To how many it was sent.
    package var sentCount: Int64 = 0
    /// Their touches.
    package var counts: BroadcastsV1.TouchCounts? = nil

    package init() {}

    package init(
      variant: Int32 = 0,
      name: String = "",
      sentCount: Int64 = 0,
      counts: BroadcastsV1.TouchCounts? = nil
    ) {
      self.variant = variant
      self.name = name
      self.sentCount = sentCount
      self.counts = counts
    }

    package static var fullName: String { "siyu.broadcasts.v1.VariantTouchReport" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__variant_touch_report__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__VariantTouchReport.self)
      self.variant = c.pointee.variant
      self.name = reader.text(c.pointee.name, "name")
      self.sentCount = c.pointee.sent_count
      self.counts = reader.message(c.pointee.counts, "counts")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__VariantTouchReport.self)
      c.pointee.variant = self.variant
      c.pointee.name = writer.text(self.name)
      c.pointee.sent_count = self.sentCount
      c.pointee.counts = writer.message(self.counts)
    }
  }

  /// What is counted of a day.
  package struct DayTouchReport: Protobuf.Message {
    /// The day: YYYY-MM-DD.
    package var date: String = ""
    /// What came on it.
    package var counts: BroadcastsV1.TouchCounts? = nil

    package init() {}

    package init(
      date: String = "",
      counts: BroadcastsV1.TouchCounts? = nil
    ) {
      self.date = date
      self.counts = counts
    }

    package static var fullName: String { "siyu.broadcasts.v1.DayTouchReport" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__day_touch_report__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__DayTouchReport.self)
      self.date = reader.text(c.pointee.date, "date")
      self.counts = reader.message(c.pointee.counts, "counts")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__DayTouchReport.self)
      c.pointee.date = writer.text(self.date)
      c.pointee.counts = writer.message(self.counts)
    }
  }

  /// What is counted of a member's recipients.
  package struct MemberTouchReport: Protobuf.Message {
    /// The member.
    package var userid: String = ""
    /// His recipients' touches.
    package var counts: BroadcastsV1.TouchCounts? = nil

    package init() {}

    package init(
      userid: String = "",
      counts: BroadcastsV1.TouchCounts? = nil
    ) {
      self.userid = userid
      self.counts = counts
    }

    package static var fullName: String { "siyu.broadcasts.v1.MemberTouchReport" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__member_touch_report__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__MemberTouchReport.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.counts = reader.message(c.pointee.counts, "counts")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__MemberTouchReport.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.counts = writer.message(self.counts)
    }
  }

  /// What a recipient did.
  package struct TouchedRecipient: Protobuf.Message {
    /// Through whom it was sent.
    package var userid: String = ""
    /// Who.
    package var recipient: Recipient? = nil
    /// His clicks.
    package var clickCount: Int64 = 0
    /// When he first clicked; absent while he has not.
    package var firstClickTime: GoogleProtobuf.Timestamp? = nil
    /// How far he read, 0 to 100.
    package var readPercent: Int32 = 0
    /// How long he read.
    package var readSeconds: Int64 = 0
    /// His visits.
    package var visitCount: Int64 = 0
    /// When he first visited; absent while he has not.
    package var firstVisitTime: GoogleProtobuf.Timestamp? = nil
    /// His conversions.
    package var conversionCount: Int64 = 0
    /// The sum of their amounts, in cents.
    package var amountCents: Int64 = 0

    package init() {}

    package init(
      userid: String = "",
      recipient: Recipient? = nil,
      clickCount: Int64 = 0,
      firstClickTime: GoogleProtobuf.Timestamp? = nil,
      readPercent: Int32 = 0,
      readSeconds: Int64 = 0,
      visitCount: Int64 = 0,
      firstVisitTime: GoogleProtobuf.Timestamp? = nil,
      conversionCount: Int64 = 0,
      amountCents: Int64 = 0
    ) {
      self.userid = userid
      self.recipient = recipient
      self.clickCount = clickCount
      self.firstClickTime = firstClickTime
      self.readPercent = readPercent
      self.readSeconds = readSeconds
      self.visitCount = visitCount
      self.firstVisitTime = firstVisitTime
      self.conversionCount = conversionCount
      self.amountCents = amountCents
    }

    /// Who.
    package enum Recipient: Swift.Hashable, Swift.Sendable {
      /// A customer.
      case externalUserid(String)
      /// A customer group.
      case chatID(String)
    }

    package static var fullName: String { "siyu.broadcasts.v1.TouchedRecipient" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__touched_recipient__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__TouchedRecipient.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      switch c.pointee.recipient_case.rawValue {
      case 2: self.recipient = .externalUserid(reader.text(c.pointee.external_userid, "external_userid"))
      case 3: self.recipient = .chatID(reader.text(c.pointee.chat_id, "chat_id"))
      default: self.recipient = nil
      }
      self.clickCount = c.pointee.click_count
      self.firstClickTime = reader.message(c.pointee.first_click_time, "first_click_time")
      self.readPercent = c.pointee.read_percent
      self.readSeconds = c.pointee.read_seconds
      self.visitCount = c.pointee.visit_count
      self.firstVisitTime = reader.message(c.pointee.first_visit_time, "first_visit_time")
      self.conversionCount = c.pointee.conversion_count
      self.amountCents = c.pointee.amount_cents
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__TouchedRecipient.self)
      c.pointee.userid = writer.text(self.userid)
      switch self.recipient {
      case .externalUserid(let value):
        c.pointee.recipient_case = .init(rawValue: 2)
        c.pointee.external_userid = writer.text(value)
      case .chatID(let value):
        c.pointee.recipient_case = .init(rawValue: 3)
        c.pointee.chat_id = writer.text(value)
      case nil: break
      }
      c.pointee.click_count = self.clickCount
      c.pointee.first_click_time = writer.message(self.firstClickTime)
      c.pointee.read_percent = self.readPercent
      c.pointee.read_seconds = self.readSeconds
      c.pointee.visit_count = self.visitCount
      c.pointee.first_visit_time = writer.message(self.firstVisitTime)
      c.pointee.conversion_count = self.conversionCount
      c.pointee.amount_cents = self.amountCents
    }
  }

  /// Asks for a report.
  package struct GetTouchReportRequest: Protobuf.Message {
    /// The broadcast's msgid. Required.
    package var msgid: String = ""

    package init() {}

    package init(
      msgid: String = ""
    ) {
      self.msgid = msgid
    }

    package static var fullName: String { "siyu.broadcasts.v1.GetTouchReportRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__get_touch_report_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__GetTouchReportRequest.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__GetTouchReportRequest.self)
      c.pointee.msgid = writer.text(self.msgid)
    }
  }

  /// Asks for the days.
  package struct ListDayTouchReportsRequest: Protobuf.PagedRequest {
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

    package static var fullName: String { "siyu.broadcasts.v1.ListDayTouchReportsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_day_touch_reports_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListDayTouchReportsRequest.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListDayTouchReportsRequest.self)
      c.pointee.msgid = writer.text(self.msgid)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of days.
  package struct ListDayTouchReportsResponse: Protobuf.Message {
    /// The days, by date.
    package var reports: [BroadcastsV1.DayTouchReport] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      reports: [BroadcastsV1.DayTouchReport] = [],
      nextPageToken: String = ""
    ) {
      self.reports = reports
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListDayTouchReportsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_day_touch_reports_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListDayTouchReportsResponse.self)
      self.reports = reader.messages(c.pointee.n_reports, c.pointee.reports, "reports")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListDayTouchReportsResponse.self)
      c.pointee.reports = writer.messages(self.reports, &c.pointee.n_reports)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for the members.
  package struct ListMemberTouchReportsRequest: Protobuf.PagedRequest {
    /// The broadcast's msgid. Required.
    package var msgid: String = ""
    /// How many to return at most; see ListDayTouchReportsRequest.
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

    package static var fullName: String { "siyu.broadcasts.v1.ListMemberTouchReportsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_member_touch_reports_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListMemberTouchReportsRequest.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListMemberTouchReportsRequest.self)
      c.pointee.msgid = writer.text(self.msgid)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of members.
  package struct ListMemberTouchReportsResponse: Protobuf.Message {
    /// The members.
    package var reports: [BroadcastsV1.MemberTouchReport] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      reports: [BroadcastsV1.MemberTouchReport] = [],
      nextPageToken: String = ""
    ) {
      self.reports = reports
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListMemberTouchReportsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_member_touch_reports_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListMemberTouchReportsResponse.self)
      self.reports = reader.messages(c.pointee.n_reports, c.pointee.reports, "reports")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListMemberTouchReportsResponse.self)
      c.pointee.reports = writer.messages(self.reports, &c.pointee.n_reports)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for the recipients.
  package struct ListTouchedRecipientsRequest: Protobuf.PagedRequest {
    /// The broadcast's msgid. Required.
    package var msgid: String = ""
    /// How many to return at most; see ListDayTouchReportsRequest.
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

    package static var fullName: String { "siyu.broadcasts.v1.ListTouchedRecipientsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_touched_recipients_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListTouchedRecipientsRequest.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListTouchedRecipientsRequest.self)
      c.pointee.msgid = writer.text(self.msgid)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of recipients.
  package struct ListTouchedRecipientsResponse: Protobuf.Message {
    /// The recipients.
    package var recipients: [BroadcastsV1.TouchedRecipient] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      recipients: [BroadcastsV1.TouchedRecipient] = [],
      nextPageToken: String = ""
    ) {
      self.recipients = recipients
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListTouchedRecipientsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_touched_recipients_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListTouchedRecipientsResponse.self)
      self.recipients = reader.messages(c.pointee.n_recipients, c.pointee.recipients, "recipients")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListTouchedRecipientsResponse.self)
      c.pointee.recipients = writer.messages(self.recipients, &c.pointee.n_recipients)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }
}
