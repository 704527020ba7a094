// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension BroadcastsV1 {
  /// Shows broadcasts, the occurrences of schedules that lie ahead, and guide tasks in one calendar, and says
  /// before a broadcast is planned for a day what else its recipients may get then. Days are the corp's, by
  /// SendingRules.time_zone. WeCom has nothing of the kind.
  package protocol CalendarServiceProtocol: Swift.Sendable {
    /// Lists what falls into some days, by time: broadcasts at their creation, occurrences at the moment they
    /// are due, unless they were started, for then their broadcast stands there, and guide tasks at their due
    /// time, unless they were cancelled. INVALID_ARGUMENT, naming the field.
    func listCalendarEntries(_ request: BroadcastsV1.ListCalendarEntriesRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListCalendarEntriesResponse
    /// Says which broadcasts and occurrences of a day may reach recipients of a broadcast: those of the same
    /// chat_type, unless both name their recipients one by one and have none in common, and unless they were
    /// cancelled, refused or failed. Writes nothing. INVALID_ARGUMENT as CreateBroadcast has.
    func checkClashes(_ request: BroadcastsV1.CheckClashesRequest, _ call: RPC.Call) async throws -> BroadcastsV1.CheckClashesResponse
  }

  /// The methods of `siyu.broadcasts.v1.CalendarService`, and its routes.
  package enum CalendarService {
    package static let listCalendarEntries = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.CalendarService", name: "ListCalendarEntries",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.broadcasts.read"))
    package static let checkClashes = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.CalendarService", name: "CheckClashes",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.broadcasts.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.broadcasts.v1.CalendarService",
      methods: [listCalendarEntries, checkClashes])

    package static func routes(_ service: some CalendarServiceProtocol) -> [RPC.Route] {
      [
        .unary(listCalendarEntries) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListCalendarEntriesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listCalendarEntries(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(checkClashes) { bytes, call in
          guard let request = call.begin(BroadcastsV1.CheckClashesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.checkClashes(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.broadcasts.v1.CalendarService` over a channel.
  package struct CalendarServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Lists what falls into some days, by time: broadcasts at their creation, occurrences at the moment they
    /// are due, unless they were started, for then their broadcast stands there, and guide tasks at their due
    /// time, unless they were cancelled. INVALID_ARGUMENT, naming the field.
    package func listCalendarEntries(_ request: BroadcastsV1.ListCalendarEntriesRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListCalendarEntriesResponse {
      try await channel.unary(CalendarService.listCalendarEntries, request, options)
    }

    /// Says which broadcasts and occurrences of a day may reach recipients of a broadcast: those of the same
    /// chat_type, unless both name their recipients one by one and have none in common, and unless they were
    /// cancelled, refused or failed. Writes nothing. INVALID_ARGUMENT as CreateBroadcast has.
    package func checkClashes(_ request: BroadcastsV1.CheckClashesRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.CheckClashesResponse {
      try await channel.unary(CalendarService.checkClashes, request, options)
    }
  }

  /// Something that falls on a day.
  package struct CalendarEntry: Protobuf.Message {
    /// When: the creation of a broadcast, the moment an occurrence or a guide task is due.
    package var entryTime: GoogleProtobuf.Timestamp? = nil
    /// The day: YYYY-MM-DD.
    package var date: String = ""
    /// Its name: of an occurrence the broadcast's name, of a guide task the title.
    package var name: String = ""
    /// To customers or to groups; unspecified for a guide task.
    package var chatType: BroadcastsV1.ChatType = .init()
    /// What it is.
    package var source: Source? = nil
    /// How far a broadcast got; unspecified for the others.
    package var broadcastState: BroadcastsV1.Broadcast.State = .init()
    /// Whether an occurrence was too late and waits for StartOccurrence.
    package var waits: Bool = false

    package init() {}

    package init(
      entryTime: GoogleProtobuf.Timestamp? = nil,
      date: String = "",
      name: String = "",
      chatType: BroadcastsV1.ChatType = .init(),
      source: Source? = nil,
      broadcastState: BroadcastsV1.Broadcast.State = .init(),
      waits: Bool = false
    ) {
      self.entryTime = entryTime
      self.date = date
      self.name = name
      self.chatType = chatType
      self.source = source
      self.broadcastState = broadcastState
      self.waits = waits
    }

    /// What it is.
    package enum Source: Swift.Hashable, Swift.Sendable {
      /// A broadcast's msgid.
      case msgid(String)
      /// The schedule of an occurrence.
      case scheduleID(String)
      /// A guide task's task_id.
      case taskID(String)
    }

    package static var fullName: String { "siyu.broadcasts.v1.CalendarEntry" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__calendar_entry__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__CalendarEntry.self)
      self.entryTime = reader.message(c.pointee.entry_time, "entry_time")
      self.date = reader.text(c.pointee.date, "date")
      self.name = reader.text(c.pointee.name, "name")
      self.chatType = BroadcastsV1.ChatType(rawValue: Int32(truncatingIfNeeded: c.pointee.chat_type.rawValue))
      switch c.pointee.source_case.rawValue {
      case 5: self.source = .msgid(reader.text(c.pointee.msgid, "msgid"))
      case 6: self.source = .scheduleID(reader.text(c.pointee.schedule_id, "schedule_id"))
      case 7: self.source = .taskID(reader.text(c.pointee.task_id, "task_id"))
      default: self.source = nil
      }
      self.broadcastState = BroadcastsV1.Broadcast.State(rawValue: Int32(truncatingIfNeeded: c.pointee.broadcast_state.rawValue))
      self.waits = c.pointee.waits != 0
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__CalendarEntry.self)
      c.pointee.entry_time = writer.message(self.entryTime)
      c.pointee.date = writer.text(self.date)
      c.pointee.name = writer.text(self.name)
      c.pointee.chat_type = writer.value(self.chatType)
      switch self.source {
      case .msgid(let value):
        c.pointee.source_case = .init(rawValue: 5)
        c.pointee.msgid = writer.text(value)
      case .scheduleID(let value):
        c.pointee.source_case = .init(rawValue: 6)
        c.pointee.schedule_id = writer.text(value)
      case .taskID(let value):
        c.pointee.source_case = .init(rawValue: 7)
        c.pointee.task_id = writer.text(value)
      case nil: break
      }
      c.pointee.broadcast_state = writer.value(self.broadcastState)
      c.pointee.waits = self.waits ? 1 : 0
    }
  }

  /// Asks for some days.
  package struct ListCalendarEntriesRequest: Protobuf.PagedRequest {
    /// The first day: YYYY-MM-DD. Required.
    package var startDate: String = ""
    /// The last day, not before the first: at most 62 days are listed (INVALID_ARGUMENT OUT_OF_RANGE, policy
    /// calendar_days_max). Required.
    package var endDate: String = ""
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      startDate: String = "",
      endDate: String = "",
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.startDate = startDate
      self.endDate = endDate
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListCalendarEntriesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_calendar_entries_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListCalendarEntriesRequest.self)
      self.startDate = reader.text(c.pointee.start_date, "start_date")
      self.endDate = reader.text(c.pointee.end_date, "end_date")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListCalendarEntriesRequest.self)
      c.pointee.start_date = writer.text(self.startDate)
      c.pointee.end_date = writer.text(self.endDate)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of entries.
  package struct ListCalendarEntriesResponse: Protobuf.Message {
    /// The entries, by time.
    package var entries: [BroadcastsV1.CalendarEntry] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      entries: [BroadcastsV1.CalendarEntry] = [],
      nextPageToken: String = ""
    ) {
      self.entries = entries
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListCalendarEntriesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_calendar_entries_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListCalendarEntriesResponse.self)
      self.entries = reader.messages(c.pointee.n_entries, c.pointee.entries, "entries")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListCalendarEntriesResponse.self)
      c.pointee.entries = writer.messages(self.entries, &c.pointee.n_entries)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks what clashes with a broadcast.
  package struct CheckClashesRequest: Protobuf.Message {
    /// The broadcast, as CreateBroadcast takes it. Required.
    package var broadcast: BroadcastsV1.Broadcast? = nil
    /// The day on which it is to be sent: YYYY-MM-DD. Required.
    package var date: String = ""

    package init() {}

    package init(
      broadcast: BroadcastsV1.Broadcast? = nil,
      date: String = ""
    ) {
      self.broadcast = broadcast
      self.date = date
    }

    package static var fullName: String { "siyu.broadcasts.v1.CheckClashesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__check_clashes_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__CheckClashesRequest.self)
      self.broadcast = reader.message(c.pointee.broadcast, "broadcast")
      self.date = reader.text(c.pointee.date, "date")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__CheckClashesRequest.self)
      c.pointee.broadcast = writer.message(self.broadcast)
      c.pointee.date = writer.text(self.date)
    }
  }

  /// Something that may reach the same recipients on the same day.
  package struct Clash: Protobuf.Message {
    /// What it is.
    package var entry: BroadcastsV1.CalendarEntry? = nil
    /// How many recipients both name; absent where one of the two does not name them one by one: then nobody
    /// has looked how many there are.
    package var sharedCount: Int64? = nil

    package init() {}

    package init(
      entry: BroadcastsV1.CalendarEntry? = nil,
      sharedCount: Int64? = nil
    ) {
      self.entry = entry
      self.sharedCount = sharedCount
    }

    package static var fullName: String { "siyu.broadcasts.v1.Clash" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__clash__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__Clash.self)
      self.entry = reader.message(c.pointee.entry, "entry")
      self.sharedCount = c.pointee._shared_count_case.rawValue == 2 ? c.pointee.shared_count : nil
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__Clash.self)
      c.pointee.entry = writer.message(self.entry)
      if let value = self.sharedCount {
        c.pointee._shared_count_case = .init(rawValue: 2)
        c.pointee.shared_count = value
      }
    }
  }

  /// What clashes with a broadcast.
  package struct CheckClashesResponse: Protobuf.Message {
    /// The clashes, by time: at most 200.
    package var clashes: [BroadcastsV1.Clash] = []
    /// Whether there may be more.
    package var hasMore: Bool = false

    package init() {}

    package init(
      clashes: [BroadcastsV1.Clash] = [],
      hasMore: Bool = false
    ) {
      self.clashes = clashes
      self.hasMore = hasMore
    }

    package static var fullName: String { "siyu.broadcasts.v1.CheckClashesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__check_clashes_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__CheckClashesResponse.self)
      self.clashes = reader.messages(c.pointee.n_clashes, c.pointee.clashes, "clashes")
      self.hasMore = c.pointee.has_more != 0
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__CheckClashesResponse.self)
      c.pointee.clashes = writer.messages(self.clashes, &c.pointee.n_clashes)
      c.pointee.has_more = self.hasMore ? 1 : 0
    }
  }
}
