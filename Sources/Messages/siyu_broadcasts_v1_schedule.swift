// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension BroadcastsV1 {
  /// Keeps schedules, and starts their broadcasts when it is time.
  ///
  /// Dates and times are the corp's, by SendingRules.time_zone. Each date of a schedule is an
  /// occurrence: when it is due its broadcast is created, once, whatever dies in between. One that could
  /// not be started by its latest start, because the service was down or restored from a backup, is not
  /// started behind people's backs: it waits for StartOccurrence. So does one whose broadcast waited for
  /// approval until then. WeCom has nothing of the kind.
  package protocol ScheduleServiceProtocol: Swift.Sendable {
    /// Creates a schedule. INVALID_ARGUMENT, naming the field; NO_OCCURRENCE when no date of it lies
    /// ahead. ALREADY_EXISTS when there is one with the schedule_id, RESOURCE_EXHAUSTED at 1000 schedules
    /// that are active (policy schedules_max).
    func createSchedule(_ request: BroadcastsV1.CreateScheduleRequest, _ call: RPC.Call) async throws -> BroadcastsV1.Schedule
    /// Returns one schedule whole; NOT_FOUND when there is none with the schedule_id.
    func getSchedule(_ request: BroadcastsV1.GetScheduleRequest, _ call: RPC.Call) async throws -> BroadcastsV1.Schedule
    /// Lists the schedules, newest first.
    func listSchedules(_ request: BroadcastsV1.ListSchedulesRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListSchedulesResponse
    /// Ends a schedule; what it started goes on. FAILED_PRECONDITION when it has ended already.
    func cancelSchedule(_ request: BroadcastsV1.CancelScheduleRequest, _ call: RPC.Call) async throws -> BroadcastsV1.Schedule
    /// Lists the occurrences of a schedule that were due so far, by date. NOT_FOUND when there is no
    /// such schedule.
    func listOccurrences(_ request: BroadcastsV1.ListOccurrencesRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListOccurrencesResponse
    /// Starts an occurrence that waits for it. NOT_FOUND when nothing was due on that date,
    /// FAILED_PRECONDITION when it was started already, and when its broadcast, which was approved too late,
    /// has been cancelled since (41093).
    func startOccurrence(_ request: BroadcastsV1.StartOccurrenceRequest, _ call: RPC.Call) async throws -> BroadcastsV1.Occurrence
  }

  /// The methods of `siyu.broadcasts.v1.ScheduleService`, and its routes.
  package enum ScheduleService {
    package static let createSchedule = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ScheduleService", name: "CreateSchedule",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.broadcasts.write"), mutates: true)
    package static let getSchedule = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ScheduleService", name: "GetSchedule",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.broadcasts.read"))
    package static let listSchedules = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ScheduleService", name: "ListSchedules",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.broadcasts.read"))
    package static let cancelSchedule = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ScheduleService", name: "CancelSchedule",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.broadcasts.write"), mutates: true)
    package static let listOccurrences = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ScheduleService", name: "ListOccurrences",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.broadcasts.read"))
    package static let startOccurrence = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ScheduleService", name: "StartOccurrence",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.broadcasts.write"), mutates: true)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.broadcasts.v1.ScheduleService",
      methods: [createSchedule, getSchedule, listSchedules, cancelSchedule, listOccurrences, startOccurrence])

    package static func routes(_ service: some ScheduleServiceProtocol) -> [RPC.Route] {
      [
        .unary(createSchedule) { bytes, call in
          guard let request = call.begin(BroadcastsV1.CreateScheduleRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.createSchedule(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getSchedule) { bytes, call in
          guard let request = call.begin(BroadcastsV1.GetScheduleRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getSchedule(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listSchedules) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListSchedulesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listSchedules(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(cancelSchedule) { bytes, call in
          guard let request = call.begin(BroadcastsV1.CancelScheduleRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.cancelSchedule(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listOccurrences) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListOccurrencesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listOccurrences(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(startOccurrence) { bytes, call in
          guard let request = call.begin(BroadcastsV1.StartOccurrenceRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.startOccurrence(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.broadcasts.v1.ScheduleService` over a channel.
  package struct ScheduleServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Creates a schedule. INVALID_ARGUMENT, naming the field; NO_OCCURRENCE when no date of it lies
    /// ahead. ALREADY_EXISTS when there is one with the schedule_id, RESOURCE_EXHAUSTED at 1000 schedules
    /// that are active (policy schedules_max).
    package func createSchedule(_ request: BroadcastsV1.CreateScheduleRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.Schedule {
      try await channel.unary(ScheduleService.createSchedule, request, options)
    }

    /// Returns one schedule whole; NOT_FOUND when there is none with the schedule_id.
    package func getSchedule(_ request: BroadcastsV1.GetScheduleRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.Schedule {
      try await channel.unary(ScheduleService.getSchedule, request, options)
    }

    /// Lists the schedules, newest first.
    package func listSchedules(_ request: BroadcastsV1.ListSchedulesRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListSchedulesResponse {
      try await channel.unary(ScheduleService.listSchedules, request, options)
    }

    /// Ends a schedule; what it started goes on. FAILED_PRECONDITION when it has ended already.
    package func cancelSchedule(_ request: BroadcastsV1.CancelScheduleRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.Schedule {
      try await channel.unary(ScheduleService.cancelSchedule, request, options)
    }

    /// Lists the occurrences of a schedule that were due so far, by date. NOT_FOUND when there is no
    /// such schedule.
    package func listOccurrences(_ request: BroadcastsV1.ListOccurrencesRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListOccurrencesResponse {
      try await channel.unary(ScheduleService.listOccurrences, request, options)
    }

    /// Starts an occurrence that waits for it. NOT_FOUND when nothing was due on that date,
    /// FAILED_PRECONDITION when it was started already, and when its broadcast, which was approved too late,
    /// has been cancelled since (41093).
    package func startOccurrence(_ request: BroadcastsV1.StartOccurrenceRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.Occurrence {
      try await channel.unary(ScheduleService.startOccurrence, request, options)
    }
  }

  /// A date that an occurrence is moved to.
  package struct MovedDate: Protobuf.Message {
    /// A date of the schedule: YYYY-MM-DD.
    package var fromDate: String = ""
    /// The date it takes place on instead.
    package var toDate: String = ""

    package init() {}

    package init(
      fromDate: String = "",
      toDate: String = ""
    ) {
      self.fromDate = fromDate
      self.toDate = toDate
    }

    package static var fullName: String { "siyu.broadcasts.v1.MovedDate" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__moved_date__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__MovedDate.self)
      self.fromDate = reader.text(c.pointee.from_date, "from_date")
      self.toDate = reader.text(c.pointee.to_date, "to_date")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__MovedDate.self)
      c.pointee.from_date = writer.text(self.fromDate)
      c.pointee.to_date = writer.text(self.toDate)
    }
  }

  /// A plan of broadcasts by the calendar.
  package struct Schedule: Protobuf.Message {
    /// The caller's id for it: 1 to 64 letters, digits, '_' or '-', unique in the corp for ever. The
    /// msgids of its broadcasts follow from it and their dates.
    package var scheduleID: String = ""
    /// What is created each time, its name followed by the date: the name has at most 53 characters.
    /// Required; otherwise as CreateBroadcast takes it. GetSchedule alone returns it. Without a seed each
    /// occurrence draws anew.
    package var broadcast: BroadcastsV1.Broadcast? = nil
    /// On which days of the week, 1 Monday to 7 Sunday, each once. Empty: once, on start_date.
    package var weekdays: [Int32] = []
    /// At which minute of the day: 0 to 1439.
    package var minuteOfDay: Int32 = 0
    /// The first date it may take place on: YYYY-MM-DD. Required.
    package var startDate: String = ""
    /// The last date; empty: until it is cancelled. Not for one that takes place once.
    package var endDate: String = ""
    /// Dates that are left out. Together with moved_dates at most 400 (policy schedule_dates_max).
    package var skippedDates: [String] = []
    /// Dates that are moved, such as before a holiday. No two may meet on one date.
    package var movedDates: [BroadcastsV1.MovedDate] = []
    /// How late an occurrence may still start by itself: 1 to 86,400 seconds; 0 means 3600.
    package var latestStartSeconds: Int32 = 0
    /// How it stands. Output only.
    package var state: BroadcastsV1.Schedule.State = .init()
    /// When the next occurrence is due; absent when none is. Output only.
    package var nextTime: GoogleProtobuf.Timestamp? = nil
    /// When it was created. Output only.
    package var createTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      scheduleID: String = "",
      broadcast: BroadcastsV1.Broadcast? = nil,
      weekdays: [Int32] = [],
      minuteOfDay: Int32 = 0,
      startDate: String = "",
      endDate: String = "",
      skippedDates: [String] = [],
      movedDates: [BroadcastsV1.MovedDate] = [],
      latestStartSeconds: Int32 = 0,
      state: BroadcastsV1.Schedule.State = .init(),
      nextTime: GoogleProtobuf.Timestamp? = nil,
      createTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.scheduleID = scheduleID
      self.broadcast = broadcast
      self.weekdays = weekdays
      self.minuteOfDay = minuteOfDay
      self.startDate = startDate
      self.endDate = endDate
      self.skippedDates = skippedDates
      self.movedDates = movedDates
      self.latestStartSeconds = latestStartSeconds
      self.state = state
      self.nextTime = nextTime
      self.createTime = createTime
    }

    /// How a schedule stands.
    package struct State: Protobuf.OpenEnum {
      package var rawValue: Int32
      package init(rawValue: Int32) { self.rawValue = rawValue }

      /// Never returned.
      package static var unspecified: Self { Self(rawValue: 0) }
      /// Occurrences lie ahead.
      package static var active: Self { Self(rawValue: 1) }
      /// All were due. Final.
      package static var ended: Self { Self(rawValue: 2) }
      /// Somebody cancelled it. Final.
      package static var cancelled: Self { Self(rawValue: 3) }

      package static let names: [Int32: String] = [
        0: "STATE_UNSPECIFIED",
        1: "STATE_ACTIVE",
        2: "STATE_ENDED",
        3: "STATE_CANCELLED",
      ]
    }

    package static var fullName: String { "siyu.broadcasts.v1.Schedule" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__schedule__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__Schedule.self)
      self.scheduleID = reader.text(c.pointee.schedule_id, "schedule_id")
      self.broadcast = reader.message(c.pointee.broadcast, "broadcast")
      self.weekdays = reader.numbers(c.pointee.n_weekdays, c.pointee.weekdays)
      self.minuteOfDay = c.pointee.minute_of_day
      self.startDate = reader.text(c.pointee.start_date, "start_date")
      self.endDate = reader.text(c.pointee.end_date, "end_date")
      self.skippedDates = reader.texts(c.pointee.n_skipped_dates, c.pointee.skipped_dates, "skipped_dates")
      self.movedDates = reader.messages(c.pointee.n_moved_dates, c.pointee.moved_dates, "moved_dates")
      self.latestStartSeconds = c.pointee.latest_start_seconds
      self.state = BroadcastsV1.Schedule.State(rawValue: Int32(truncatingIfNeeded: c.pointee.state.rawValue))
      self.nextTime = reader.message(c.pointee.next_time, "next_time")
      self.createTime = reader.message(c.pointee.create_time, "create_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__Schedule.self)
      c.pointee.schedule_id = writer.text(self.scheduleID)
      c.pointee.broadcast = writer.message(self.broadcast)
      c.pointee.weekdays = writer.numbers(self.weekdays, &c.pointee.n_weekdays)
      c.pointee.minute_of_day = self.minuteOfDay
      c.pointee.start_date = writer.text(self.startDate)
      c.pointee.end_date = writer.text(self.endDate)
      c.pointee.skipped_dates = writer.texts(self.skippedDates, &c.pointee.n_skipped_dates)
      c.pointee.moved_dates = writer.messages(self.movedDates, &c.pointee.n_moved_dates)
      c.pointee.latest_start_seconds = self.latestStartSeconds
      c.pointee.state = writer.value(self.state)
      c.pointee.next_time = writer.message(self.nextTime)
      c.pointee.create_time = writer.message(self.createTime)
    }
  }

  /// A date of a schedule that was due.
  package struct Occurrence: Protobuf.Message {
    /// Its schedule.
    package var scheduleID: String = ""
    /// The date it takes place on: YYYY-MM-DD.
    package var date: String = ""
    /// How it stands.
    package var state: BroadcastsV1.Occurrence.State = .init()
    /// When it was due.
    package var dueTime: GoogleProtobuf.Timestamp? = nil
    /// When it was started; absent before.
    package var startTime: GoogleProtobuf.Timestamp? = nil
    /// Its broadcast's msgid; empty before. One that was approved too late has it while it waits.
    package var msgid: String = ""

    package init() {}

    package init(
      scheduleID: String = "",
      date: String = "",
      state: BroadcastsV1.Occurrence.State = .init(),
      dueTime: GoogleProtobuf.Timestamp? = nil,
      startTime: GoogleProtobuf.Timestamp? = nil,
      msgid: String = ""
    ) {
      self.scheduleID = scheduleID
      self.date = date
      self.state = state
      self.dueTime = dueTime
      self.startTime = startTime
      self.msgid = msgid
    }

    /// How an occurrence stands.
    package struct State: Protobuf.OpenEnum {
      package var rawValue: Int32
      package init(rawValue: Int32) { self.rawValue = rawValue }

      /// Never returned.
      package static var unspecified: Self { Self(rawValue: 0) }
      /// Its broadcast was created; final, unless that is approved too late.
      package static var started: Self { Self(rawValue: 1) }
      /// It was too late, or approved too late; StartOccurrence starts it.
      package static var waits: Self { Self(rawValue: 2) }

      package static let names: [Int32: String] = [
        0: "STATE_UNSPECIFIED",
        1: "STATE_STARTED",
        2: "STATE_WAITS",
      ]
    }

    package static var fullName: String { "siyu.broadcasts.v1.Occurrence" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__occurrence__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__Occurrence.self)
      self.scheduleID = reader.text(c.pointee.schedule_id, "schedule_id")
      self.date = reader.text(c.pointee.date, "date")
      self.state = BroadcastsV1.Occurrence.State(rawValue: Int32(truncatingIfNeeded: c.pointee.state.rawValue))
      self.dueTime = reader.message(c.pointee.due_time, "due_time")
      self.startTime = reader.message(c.pointee.start_time, "start_time")
      self.msgid = reader.text(c.pointee.msgid, "msgid")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__Occurrence.self)
      c.pointee.schedule_id = writer.text(self.scheduleID)
      c.pointee.date = writer.text(self.date)
      c.pointee.state = writer.value(self.state)
      c.pointee.due_time = writer.message(self.dueTime)
      c.pointee.start_time = writer.message(self.startTime)
      c.pointee.msgid = writer.text(self.msgid)
    }
  }

  /// Asks for a new schedule.
  package struct CreateScheduleRequest: Protobuf.MutatingRequest {
    /// The schedule; what is output only is ignored.
    package var schedule: BroadcastsV1.Schedule? = nil
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      schedule: BroadcastsV1.Schedule? = nil,
      requestID: String = ""
    ) {
      self.schedule = schedule
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.CreateScheduleRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__create_schedule_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__CreateScheduleRequest.self)
      self.schedule = reader.message(c.pointee.schedule, "schedule")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__CreateScheduleRequest.self)
      c.pointee.schedule = writer.message(self.schedule)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for one schedule.
  package struct GetScheduleRequest: Protobuf.Message {
    /// The schedule. Required.
    package var scheduleID: String = ""

    package init() {}

    package init(
      scheduleID: String = ""
    ) {
      self.scheduleID = scheduleID
    }

    package static var fullName: String { "siyu.broadcasts.v1.GetScheduleRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__get_schedule_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__GetScheduleRequest.self)
      self.scheduleID = reader.text(c.pointee.schedule_id, "schedule_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__GetScheduleRequest.self)
      c.pointee.schedule_id = writer.text(self.scheduleID)
    }
  }

  /// Asks for the schedules.
  package struct ListSchedulesRequest: Protobuf.PagedRequest {
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

    package static var fullName: String { "siyu.broadcasts.v1.ListSchedulesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_schedules_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListSchedulesRequest.self)
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListSchedulesRequest.self)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of schedules.
  package struct ListSchedulesResponse: Protobuf.Message {
    /// The schedules, newest first, without their broadcasts.
    package var schedules: [BroadcastsV1.Schedule] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      schedules: [BroadcastsV1.Schedule] = [],
      nextPageToken: String = ""
    ) {
      self.schedules = schedules
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListSchedulesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_schedules_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListSchedulesResponse.self)
      self.schedules = reader.messages(c.pointee.n_schedules, c.pointee.schedules, "schedules")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListSchedulesResponse.self)
      c.pointee.schedules = writer.messages(self.schedules, &c.pointee.n_schedules)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for the end of a schedule.
  package struct CancelScheduleRequest: Protobuf.MutatingRequest {
    /// The schedule. Required.
    package var scheduleID: String = ""
    /// Makes the call repeatable; see CreateScheduleRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      scheduleID: String = "",
      requestID: String = ""
    ) {
      self.scheduleID = scheduleID
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.CancelScheduleRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__cancel_schedule_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__CancelScheduleRequest.self)
      self.scheduleID = reader.text(c.pointee.schedule_id, "schedule_id")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__CancelScheduleRequest.self)
      c.pointee.schedule_id = writer.text(self.scheduleID)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for what was due.
  package struct ListOccurrencesRequest: Protobuf.PagedRequest {
    /// The schedule. Required.
    package var scheduleID: String = ""
    /// How many to return at most; see ListSchedulesRequest.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      scheduleID: String = "",
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.scheduleID = scheduleID
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListOccurrencesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_occurrences_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListOccurrencesRequest.self)
      self.scheduleID = reader.text(c.pointee.schedule_id, "schedule_id")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListOccurrencesRequest.self)
      c.pointee.schedule_id = writer.text(self.scheduleID)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of occurrences.
  package struct ListOccurrencesResponse: Protobuf.Message {
    /// The occurrences, by date.
    package var occurrences: [BroadcastsV1.Occurrence] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      occurrences: [BroadcastsV1.Occurrence] = [],
      nextPageToken: String = ""
    ) {
      self.occurrences = occurrences
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListOccurrencesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_occurrences_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListOccurrencesResponse.self)
      self.occurrences = reader.messages(c.pointee.n_occurrences, c.pointee.occurrences, "occurrences")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListOccurrencesResponse.self)
      c.pointee.occurrences = writer.messages(self.occurrences, &c.pointee.n_occurrences)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for the start of an occurrence that waits.
  package struct StartOccurrenceRequest: Protobuf.MutatingRequest {
    /// The schedule. Required.
    package var scheduleID: String = ""
    /// The date: YYYY-MM-DD. Required.
    package var date: String = ""
    /// Makes the call repeatable; see CreateScheduleRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      scheduleID: String = "",
      date: String = "",
      requestID: String = ""
    ) {
      self.scheduleID = scheduleID
      self.date = date
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.StartOccurrenceRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__start_occurrence_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__StartOccurrenceRequest.self)
      self.scheduleID = reader.text(c.pointee.schedule_id, "schedule_id")
      self.date = reader.text(c.pointee.date, "date")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__StartOccurrenceRequest.self)
      c.pointee.schedule_id = writer.text(self.scheduleID)
      c.pointee.date = writer.text(self.date)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }
}
