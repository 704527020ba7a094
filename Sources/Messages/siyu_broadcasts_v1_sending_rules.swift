// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension BroadcastsV1 {
  /// Keeps the corp's rules of sending, and how much of his quota 配额 each recipient has had.
  ///
  /// Both rules are looked at when a channel leases a delivery, not when a broadcast is planned. A
  /// lease takes one of the recipient's quota, and a delivery that then fails gives it back. Customers
  /// and groups have a quota alike; all broadcasts count, those of members by themselves too.
  package protocol SendingRulesServiceProtocol: Swift.Sendable {
    /// Returns the rules; those of WeCom before any were set: QUOTA_RULE_MONTHLY_DAYS and no quiet hours.
    func getSendingRules(_ request: BroadcastsV1.GetSendingRulesRequest, _ call: RPC.Call) async throws -> BroadcastsV1.SendingRules
    /// Sets the rules, all of them. They hold from the next lease on. INVALID_ARGUMENT, naming the
    /// field. Stands for 群发助手 → 设置群发规则 in WeCom's console.
    func setSendingRules(_ request: BroadcastsV1.SetSendingRulesRequest, _ call: RPC.Call) async throws -> BroadcastsV1.SendingRules
    /// Tells how much of his quota a recipient has had in the running period. One who is not known has
    /// had none.
    func getRecipientQuota(_ request: BroadcastsV1.GetRecipientQuotaRequest, _ call: RPC.Call) async throws -> BroadcastsV1.RecipientQuota
    /// Records what members sent by themselves 个人群发, in one transaction: it takes of the same quota.
    /// Those that cannot be taken are listed; the others are recorded. INVALID_ARGUMENT when there are
    /// none or more than 1000.
    func recordPersonalBroadcasts(_ request: BroadcastsV1.RecordPersonalBroadcastsRequest, _ call: RPC.Call) async throws -> BroadcastsV1.RecordPersonalBroadcastsResponse
  }

  /// The methods of `siyu.broadcasts.v1.SendingRulesService`, and its routes.
  package enum SendingRulesService {
    package static let getSendingRules = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.SendingRulesService", name: "GetSendingRules",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.sending_rules.read"))
    package static let setSendingRules = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.SendingRulesService", name: "SetSendingRules",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.sending_rules.write"), mutates: true)
    package static let getRecipientQuota = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.SendingRulesService", name: "GetRecipientQuota",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.sending_rules.read"))
    package static let recordPersonalBroadcasts = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.SendingRulesService", name: "RecordPersonalBroadcasts",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.sending_rules.write"), mutates: true)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.broadcasts.v1.SendingRulesService",
      methods: [getSendingRules, setSendingRules, getRecipientQuota, recordPersonalBroadcasts])

    package static func routes(_ service: some SendingRulesServiceProtocol) -> [RPC.Route] {
      [
        .unary(getSendingRules) { bytes, call in
          guard let request = call.begin(BroadcastsV1.GetSendingRulesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getSendingRules(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(setSendingRules) { bytes, call in
          guard let request = call.begin(BroadcastsV1.SetSendingRulesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.setSendingRules(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getRecipientQuota) { bytes, call in
          guard let request = call.begin(BroadcastsV1.GetRecipientQuotaRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getRecipientQuota(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(recordPersonalBroadcasts) { bytes, call in
          guard let request = call.begin(BroadcastsV1.RecordPersonalBroadcastsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.recordPersonalBroadcasts(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.broadcasts.v1.SendingRulesService` over a channel.
  package struct SendingRulesServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Returns the rules; those of WeCom before any were set: QUOTA_RULE_MONTHLY_DAYS and no quiet hours.
    package func getSendingRules(_ request: BroadcastsV1.GetSendingRulesRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.SendingRules {
      try await channel.unary(SendingRulesService.getSendingRules, request, options)
    }

    /// Sets the rules, all of them. They hold from the next lease on. INVALID_ARGUMENT, naming the
    /// field. Stands for 群发助手 → 设置群发规则 in WeCom's console.
    package func setSendingRules(_ request: BroadcastsV1.SetSendingRulesRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.SendingRules {
      try await channel.unary(SendingRulesService.setSendingRules, request, options)
    }

    /// Tells how much of his quota a recipient has had in the running period. One who is not known has
    /// had none.
    package func getRecipientQuota(_ request: BroadcastsV1.GetRecipientQuotaRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.RecipientQuota {
      try await channel.unary(SendingRulesService.getRecipientQuota, request, options)
    }

    /// Records what members sent by themselves 个人群发, in one transaction: it takes of the same quota.
    /// Those that cannot be taken are listed; the others are recorded. INVALID_ARGUMENT when there are
    /// none or more than 1000.
    package func recordPersonalBroadcasts(_ request: BroadcastsV1.RecordPersonalBroadcastsRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.RecordPersonalBroadcastsResponse {
      try await channel.unary(SendingRulesService.recordPersonalBroadcasts, request, options)
    }
  }

  /// How often a customer or a group may get a broadcast. Days begin at 0 o'clock in UTC+8, weeks on
  /// Monday.
  package struct QuotaRule: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: taken as QUOTA_RULE_MONTHLY_DAYS.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// In a calendar month as often as it has days.
    package static var monthlyDays: Self { Self(rawValue: 1) }
    /// 7 times in a calendar week (policy broadcasts_weekly_max).
    package static var weekly: Self { Self(rawValue: 2) }
    /// Once a day (policy broadcasts_daily_max).
    package static var daily: Self { Self(rawValue: 3) }

    package static let names: [Int32: String] = [
      0: "QUOTA_RULE_UNSPECIFIED",
      1: "QUOTA_RULE_MONTHLY_DAYS",
      2: "QUOTA_RULE_WEEKLY",
      3: "QUOTA_RULE_DAILY",
    ]
  }

  /// The hours of a day in which nothing is sent 免打扰时段, by the corp's clock.
  package struct QuietHours: Protobuf.Message {
    /// From this minute of the day on: 0 to 1439.
    package var startMinute: Int32 = 0
    /// Until before this minute: 0 to 1439, another than start_minute. Smaller than it: the hours go
    /// past midnight.
    package var endMinute: Int32 = 0

    package init() {}

    package init(
      startMinute: Int32 = 0,
      endMinute: Int32 = 0
    ) {
      self.startMinute = startMinute
      self.endMinute = endMinute
    }

    package static var fullName: String { "siyu.broadcasts.v1.QuietHours" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__quiet_hours__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__QuietHours.self)
      self.startMinute = c.pointee.start_minute
      self.endMinute = c.pointee.end_minute
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__QuietHours.self)
      c.pointee.start_minute = self.startMinute
      c.pointee.end_minute = self.endMinute
    }
  }

  /// The rules of sending of a corp.
  package struct SendingRules: Protobuf.Message {
    /// How often somebody may get a broadcast.
    package var quotaRule: BroadcastsV1.QuotaRule = .init()
    /// When nothing is sent. Absent: broadcasts go out at all hours.
    package var quietHours: BroadcastsV1.QuietHours? = nil
    /// The corp's clock, for the quiet hours and for schedules: a name of the IANA time zone database.
    /// Empty: Asia/Shanghai. INVALID_ARGUMENT when unknown.
    package var timeZone: String = ""
    /// Whether each broadcast that is created from now on, by whomever, waits until it is approved; see
    /// ApprovalService.
    package var broadcastsNeedApproval: Bool = false
    /// How many broadcasts a group may get on a natural day 自然日 (UTC+8), if quota_rule leaves as many: 0
    /// to 100 (OUT_OF_RANGE); 0 means as many as quota_rule leaves.
    package var groupDailyMax: Int32 = 0
    /// Whether a group that a broadcast is planned for is refused, with REASON_CONTENT_REPEATED, by every
    /// other one of the same natural day that says the same, unless the first was cancelled. Those count
    /// that are planned while it is set.
    package var refuseRepeatedGroupContent: Bool = false

    package init() {}

    package init(
      quotaRule: BroadcastsV1.QuotaRule = .init(),
      quietHours: BroadcastsV1.QuietHours? = nil,
      timeZone: String = "",
      broadcastsNeedApproval: Bool = false,
      groupDailyMax: Int32 = 0,
      refuseRepeatedGroupContent: Bool = false
    ) {
      self.quotaRule = quotaRule
      self.quietHours = quietHours
      self.timeZone = timeZone
      self.broadcastsNeedApproval = broadcastsNeedApproval
      self.groupDailyMax = groupDailyMax
      self.refuseRepeatedGroupContent = refuseRepeatedGroupContent
    }

    package static var fullName: String { "siyu.broadcasts.v1.SendingRules" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__sending_rules__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__SendingRules.self)
      self.quotaRule = BroadcastsV1.QuotaRule(rawValue: Int32(truncatingIfNeeded: c.pointee.quota_rule.rawValue))
      self.quietHours = reader.message(c.pointee.quiet_hours, "quiet_hours")
      self.timeZone = reader.text(c.pointee.time_zone, "time_zone")
      self.broadcastsNeedApproval = c.pointee.broadcasts_need_approval != 0
      self.groupDailyMax = c.pointee.group_daily_max
      self.refuseRepeatedGroupContent = c.pointee.refuse_repeated_group_content != 0
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__SendingRules.self)
      c.pointee.quota_rule = writer.value(self.quotaRule)
      c.pointee.quiet_hours = writer.message(self.quietHours)
      c.pointee.time_zone = writer.text(self.timeZone)
      c.pointee.broadcasts_need_approval = self.broadcastsNeedApproval ? 1 : 0
      c.pointee.group_daily_max = self.groupDailyMax
      c.pointee.refuse_repeated_group_content = self.refuseRepeatedGroupContent ? 1 : 0
    }
  }

  /// Asks for the rules.
  package struct GetSendingRulesRequest: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.broadcasts.v1.GetSendingRulesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__get_sending_rules_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }

  /// Sets the rules.
  package struct SetSendingRulesRequest: Protobuf.MutatingRequest {
    /// The rules. Required.
    package var rules: BroadcastsV1.SendingRules? = nil
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      rules: BroadcastsV1.SendingRules? = nil,
      requestID: String = ""
    ) {
      self.rules = rules
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.SetSendingRulesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__set_sending_rules_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__SetSendingRulesRequest.self)
      self.rules = reader.message(c.pointee.rules, "rules")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__SetSendingRulesRequest.self)
      c.pointee.rules = writer.message(self.rules)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for somebody's quota.
  package struct GetRecipientQuotaRequest: Protobuf.Message {
    /// Who. Required.
    package var recipient: Recipient? = nil

    package init() {}

    package init(
      recipient: Recipient? = nil
    ) {
      self.recipient = recipient
    }

    /// Who. Required.
    package enum Recipient: Swift.Hashable, Swift.Sendable {
      /// A customer.
      case externalUserid(String)
      /// A customer group.
      case chatID(String)
    }

    package static var fullName: String { "siyu.broadcasts.v1.GetRecipientQuotaRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__get_recipient_quota_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__GetRecipientQuotaRequest.self)
      switch c.pointee.recipient_case.rawValue {
      case 1: self.recipient = .externalUserid(reader.text(c.pointee.external_userid, "external_userid"))
      case 2: self.recipient = .chatID(reader.text(c.pointee.chat_id, "chat_id"))
      default: self.recipient = nil
      }
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__GetRecipientQuotaRequest.self)
      switch self.recipient {
      case .externalUserid(let value):
        c.pointee.recipient_case = .init(rawValue: 1)
        c.pointee.external_userid = writer.text(value)
      case .chatID(let value):
        c.pointee.recipient_case = .init(rawValue: 2)
        c.pointee.chat_id = writer.text(value)
      case nil: break
      }
    }
  }

  /// Somebody's quota in the running period.
  package struct RecipientQuota: Protobuf.Message {
    /// The rule in force.
    package var quotaRule: BroadcastsV1.QuotaRule = .init()
    /// How many broadcasts the period allows.
    package var limit: Int64 = 0
    /// How many he has had, those a channel holds included.
    package var usedCount: Int64 = 0
    /// When the period began.
    package var periodStartTime: GoogleProtobuf.Timestamp? = nil
    /// When it ends.
    package var periodEndTime: GoogleProtobuf.Timestamp? = nil
    /// SendingRules.group_daily_max, for a group; 0 otherwise.
    package var dailyLimit: Int64 = 0
    /// How many a group has had today, where daily_limit is not 0.
    package var dailyUsedCount: Int64 = 0

    package init() {}

    package init(
      quotaRule: BroadcastsV1.QuotaRule = .init(),
      limit: Int64 = 0,
      usedCount: Int64 = 0,
      periodStartTime: GoogleProtobuf.Timestamp? = nil,
      periodEndTime: GoogleProtobuf.Timestamp? = nil,
      dailyLimit: Int64 = 0,
      dailyUsedCount: Int64 = 0
    ) {
      self.quotaRule = quotaRule
      self.limit = limit
      self.usedCount = usedCount
      self.periodStartTime = periodStartTime
      self.periodEndTime = periodEndTime
      self.dailyLimit = dailyLimit
      self.dailyUsedCount = dailyUsedCount
    }

    package static var fullName: String { "siyu.broadcasts.v1.RecipientQuota" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__recipient_quota__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__RecipientQuota.self)
      self.quotaRule = BroadcastsV1.QuotaRule(rawValue: Int32(truncatingIfNeeded: c.pointee.quota_rule.rawValue))
      self.limit = c.pointee.limit
      self.usedCount = c.pointee.used_count
      self.periodStartTime = reader.message(c.pointee.period_start_time, "period_start_time")
      self.periodEndTime = reader.message(c.pointee.period_end_time, "period_end_time")
      self.dailyLimit = c.pointee.daily_limit
      self.dailyUsedCount = c.pointee.daily_used_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__RecipientQuota.self)
      c.pointee.quota_rule = writer.value(self.quotaRule)
      c.pointee.limit = self.limit
      c.pointee.used_count = self.usedCount
      c.pointee.period_start_time = writer.message(self.periodStartTime)
      c.pointee.period_end_time = writer.message(self.periodEndTime)
      c.pointee.daily_limit = self.dailyLimit
      c.pointee.daily_used_count = self.dailyUsedCount
    }
  }

  /// What a member sent to somebody by himself.
  package struct PersonalBroadcast: Protobuf.Message {
    /// The caller's id for it, unique in the corp for 62 days: 1 to 64 letters, digits, '_' or '-'.
    package var sendID: String = ""
    /// The member's userid.
    package var userid: String = ""
    /// To whom. The item fails with REQUIRED without.
    package var recipient: Recipient? = nil
    /// When he sent it: not in the future, and at most 31 days ago. The item fails with OUT_OF_RANGE.
    package var sendTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      sendID: String = "",
      userid: String = "",
      recipient: Recipient? = nil,
      sendTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.sendID = sendID
      self.userid = userid
      self.recipient = recipient
      self.sendTime = sendTime
    }

    /// To whom. The item fails with REQUIRED without.
    package enum Recipient: Swift.Hashable, Swift.Sendable {
      /// A customer.
      case externalUserid(String)
      /// A customer group.
      case chatID(String)
    }

    package static var fullName: String { "siyu.broadcasts.v1.PersonalBroadcast" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__personal_broadcast__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__PersonalBroadcast.self)
      self.sendID = reader.text(c.pointee.send_id, "send_id")
      self.userid = reader.text(c.pointee.userid, "userid")
      switch c.pointee.recipient_case.rawValue {
      case 3: self.recipient = .externalUserid(reader.text(c.pointee.external_userid, "external_userid"))
      case 4: self.recipient = .chatID(reader.text(c.pointee.chat_id, "chat_id"))
      default: self.recipient = nil
      }
      self.sendTime = reader.message(c.pointee.send_time, "send_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__PersonalBroadcast.self)
      c.pointee.send_id = writer.text(self.sendID)
      c.pointee.userid = writer.text(self.userid)
      switch self.recipient {
      case .externalUserid(let value):
        c.pointee.recipient_case = .init(rawValue: 3)
        c.pointee.external_userid = writer.text(value)
      case .chatID(let value):
        c.pointee.recipient_case = .init(rawValue: 4)
        c.pointee.chat_id = writer.text(value)
      case nil: break
      }
      c.pointee.send_time = writer.message(self.sendTime)
    }
  }

  /// Records personal broadcasts.
  package struct RecordPersonalBroadcastsRequest: Protobuf.MutatingRequest {
    /// What was sent: 1 to 1000.
    package var personalBroadcasts: [BroadcastsV1.PersonalBroadcast] = []
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty is as safe:
    /// each is repeatable by its send_id.
    package var requestID: String = ""

    package init() {}

    package init(
      personalBroadcasts: [BroadcastsV1.PersonalBroadcast] = [],
      requestID: String = ""
    ) {
      self.personalBroadcasts = personalBroadcasts
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.RecordPersonalBroadcastsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__record_personal_broadcasts_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__RecordPersonalBroadcastsRequest.self)
      self.personalBroadcasts = reader.messages(c.pointee.n_personal_broadcasts, c.pointee.personal_broadcasts, "personal_broadcasts")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__RecordPersonalBroadcastsRequest.self)
      c.pointee.personal_broadcasts = writer.messages(self.personalBroadcasts, &c.pointee.n_personal_broadcasts)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// What became of the personal broadcasts.
  package struct RecordPersonalBroadcastsResponse: Protobuf.Message {
    /// Recorded now.
    package var recordedCount: Int64 = 0
    /// Recorded before.
    package var repeatedCount: Int64 = 0
    /// Those that were left out, in the order given; `key` is the send_id.
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

    package static var fullName: String { "siyu.broadcasts.v1.RecordPersonalBroadcastsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__record_personal_broadcasts_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__RecordPersonalBroadcastsResponse.self)
      self.recordedCount = c.pointee.recorded_count
      self.repeatedCount = c.pointee.repeated_count
      self.failures = reader.messages(c.pointee.n_failures, c.pointee.failures, "failures")
      self.failedCount = c.pointee.failed_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__RecordPersonalBroadcastsResponse.self)
      c.pointee.recorded_count = self.recordedCount
      c.pointee.repeated_count = self.repeatedCount
      c.pointee.failures = writer.messages(self.failures, &c.pointee.n_failures)
      c.pointee.failed_count = self.failedCount
    }
  }
}
