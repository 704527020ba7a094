// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension BroadcastsV1 {
  /// Keeps the corp's alert rules, and the alerts they raised. Who has to be told learns of an alert by the
  /// feed's alert_raised: once for a rule and a broadcast or task, whatever dies in between. All is judged
  /// from counters. WeCom has nothing of the kind.
  package protocol AlertServiceProtocol: Swift.Sendable {
    /// Creates a rule. It holds for broadcasts that are planned, and for tasks that are created, from then
    /// on; ALERT_KIND_FAILED_ABOVE for every broadcast of which deliveries are settled from then on.
    /// INVALID_ARGUMENT, naming the field; RESOURCE_EXHAUSTED TOO_MANY_ALERT_RULES at 100 rules (policy
    /// alert_rules_max).
    func createAlertRule(_ request: BroadcastsV1.CreateAlertRuleRequest, _ call: RPC.Call) async throws -> BroadcastsV1.AlertRule
    /// Returns a rule; NOT_FOUND ALERT_RULE_NOT_FOUND.
    func getAlertRule(_ request: BroadcastsV1.GetAlertRuleRequest, _ call: RPC.Call) async throws -> BroadcastsV1.AlertRule
    /// Lists the rules, newest first.
    func listAlertRules(_ request: BroadcastsV1.ListAlertRulesRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListAlertRulesResponse
    /// Deletes a rule: it raises nothing any more. What it raised stays. NOT_FOUND.
    func deleteAlertRule(_ request: BroadcastsV1.DeleteAlertRuleRequest, _ call: RPC.Call) async throws -> BroadcastsV1.DeleteAlertRuleResponse
    /// Lists the alerts, newest first.
    func listAlerts(_ request: BroadcastsV1.ListAlertsRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListAlertsResponse
  }

  /// The methods of `siyu.broadcasts.v1.AlertService`, and its routes.
  package enum AlertService {
    package static let createAlertRule = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.AlertService", name: "CreateAlertRule",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.alerts.write"), mutates: true)
    package static let getAlertRule = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.AlertService", name: "GetAlertRule",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.alerts.read"))
    package static let listAlertRules = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.AlertService", name: "ListAlertRules",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.alerts.read"))
    package static let deleteAlertRule = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.AlertService", name: "DeleteAlertRule",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.alerts.write"), mutates: true)
    package static let listAlerts = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.AlertService", name: "ListAlerts",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.alerts.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.broadcasts.v1.AlertService",
      methods: [createAlertRule, getAlertRule, listAlertRules, deleteAlertRule, listAlerts])

    package static func routes(_ service: some AlertServiceProtocol) -> [RPC.Route] {
      [
        .unary(createAlertRule) { bytes, call in
          guard let request = call.begin(BroadcastsV1.CreateAlertRuleRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.createAlertRule(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getAlertRule) { bytes, call in
          guard let request = call.begin(BroadcastsV1.GetAlertRuleRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getAlertRule(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listAlertRules) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListAlertRulesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listAlertRules(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(deleteAlertRule) { bytes, call in
          guard let request = call.begin(BroadcastsV1.DeleteAlertRuleRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.deleteAlertRule(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listAlerts) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListAlertsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listAlerts(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.broadcasts.v1.AlertService` over a channel.
  package struct AlertServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Creates a rule. It holds for broadcasts that are planned, and for tasks that are created, from then
    /// on; ALERT_KIND_FAILED_ABOVE for every broadcast of which deliveries are settled from then on.
    /// INVALID_ARGUMENT, naming the field; RESOURCE_EXHAUSTED TOO_MANY_ALERT_RULES at 100 rules (policy
    /// alert_rules_max).
    package func createAlertRule(_ request: BroadcastsV1.CreateAlertRuleRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.AlertRule {
      try await channel.unary(AlertService.createAlertRule, request, options)
    }

    /// Returns a rule; NOT_FOUND ALERT_RULE_NOT_FOUND.
    package func getAlertRule(_ request: BroadcastsV1.GetAlertRuleRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.AlertRule {
      try await channel.unary(AlertService.getAlertRule, request, options)
    }

    /// Lists the rules, newest first.
    package func listAlertRules(_ request: BroadcastsV1.ListAlertRulesRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListAlertRulesResponse {
      try await channel.unary(AlertService.listAlertRules, request, options)
    }

    /// Deletes a rule: it raises nothing any more. What it raised stays. NOT_FOUND.
    package func deleteAlertRule(_ request: BroadcastsV1.DeleteAlertRuleRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.DeleteAlertRuleResponse {
      try await channel.unary(AlertService.deleteAlertRule, request, options)
    }

    /// Lists the alerts, newest first.
    package func listAlerts(_ request: BroadcastsV1.ListAlertsRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListAlertsResponse {
      try await channel.unary(AlertService.listAlerts, request, options)
    }
  }

  /// What an alert is about.
  package struct AlertKind: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: INVALID_ARGUMENT UNKNOWN_VALUE.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// `hours` after a broadcast was planned, fewer than `percent` of a hundred of its members have
    /// confirmed. Not for one that came to its end before.
    package static var confirmedBelow: Self { Self(rawValue: 1) }
    /// Of a broadcast's deliveries that were sent or failed, more than `percent` of a hundred have failed,
    /// and `min_count` were sent or failed at least. Judged whenever deliveries are settled.
    package static var failedAbove: Self { Self(rawValue: 2) }
    /// `hours` before a guide task is due, fewer than `percent` of a hundred of its members have done it; of
    /// one that is for one, nobody. Not for one that was due sooner when it was created, or came to its end before.
    package static var doneBelow: Self { Self(rawValue: 3) }

    package static let names: [Int32: String] = [
      0: "ALERT_KIND_UNSPECIFIED",
      1: "ALERT_KIND_CONFIRMED_BELOW",
      2: "ALERT_KIND_FAILED_ABOVE",
      3: "ALERT_KIND_DONE_BELOW",
    ]
  }

  /// A rule that raises alerts.
  package struct AlertRule: Protobuf.Message {
    /// Given by the service: `ar` and 30 characters. Output only.
    package var ruleID: String = ""
    /// What people call it: 1 to 64 characters.
    package var name: String = ""
    /// What it is about.
    package var kind: BroadcastsV1.AlertKind = .init()
    /// The threshold: 1 to 100; for ALERT_KIND_FAILED_ABOVE 1 to 99.
    package var percent: Int32 = 0
    /// How long after the plan, or before the due time: 1 to 720; 0 for ALERT_KIND_FAILED_ABOVE
    /// (INVALID_ARGUMENT OUT_OF_RANGE).
    package var hours: Int32 = 0
    /// Of how many deliveries at least a share is judged: 1 to 1,000,000, for ALERT_KIND_FAILED_ABOVE; 0
    /// for the others (INVALID_ARGUMENT OUT_OF_RANGE).
    package var minCount: Int64 = 0
    /// When it was created. Output only.
    package var createTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      ruleID: String = "",
      name: String = "",
      kind: BroadcastsV1.AlertKind = .init(),
      percent: Int32 = 0,
      hours: Int32 = 0,
      minCount: Int64 = 0,
      createTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.ruleID = ruleID
      self.name = name
      self.kind = kind
      self.percent = percent
      self.hours = hours
      self.minCount = minCount
      self.createTime = createTime
    }

    package static var fullName: String { "siyu.broadcasts.v1.AlertRule" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__alert_rule__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__AlertRule.self)
      self.ruleID = reader.text(c.pointee.rule_id, "rule_id")
      self.name = reader.text(c.pointee.name, "name")
      self.kind = BroadcastsV1.AlertKind(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
      self.percent = c.pointee.percent
      self.hours = c.pointee.hours
      self.minCount = c.pointee.min_count
      self.createTime = reader.message(c.pointee.create_time, "create_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__AlertRule.self)
      c.pointee.rule_id = writer.text(self.ruleID)
      c.pointee.name = writer.text(self.name)
      c.pointee.kind = writer.value(self.kind)
      c.pointee.percent = self.percent
      c.pointee.hours = self.hours
      c.pointee.min_count = self.minCount
      c.pointee.create_time = writer.message(self.createTime)
    }
  }

  /// An alert that was raised.
  package struct Alert: Protobuf.Message {
    /// Its id: `al` and 30 characters.
    package var alertID: String = ""
    /// The rule as it was.
    package var rule: BroadcastsV1.AlertRule? = nil
    /// What does not go as it should.
    package var target: Target? = nil
    /// How many had confirmed, failed, or done it.
    package var count: Int64 = 0
    /// Of how many.
    package var wholeCount: Int64 = 0
    /// When it was raised.
    package var alertTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      alertID: String = "",
      rule: BroadcastsV1.AlertRule? = nil,
      target: Target? = nil,
      count: Int64 = 0,
      wholeCount: Int64 = 0,
      alertTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.alertID = alertID
      self.rule = rule
      self.target = target
      self.count = count
      self.wholeCount = wholeCount
      self.alertTime = alertTime
    }

    /// What does not go as it should.
    package enum Target: Swift.Hashable, Swift.Sendable {
      /// A broadcast's msgid.
      case msgid(String)
      /// A guide task's task_id.
      case taskID(String)
    }

    package static var fullName: String { "siyu.broadcasts.v1.Alert" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__alert__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__Alert.self)
      self.alertID = reader.text(c.pointee.alert_id, "alert_id")
      self.rule = reader.message(c.pointee.rule, "rule")
      switch c.pointee.target_case.rawValue {
      case 3: self.target = .msgid(reader.text(c.pointee.msgid, "msgid"))
      case 4: self.target = .taskID(reader.text(c.pointee.task_id, "task_id"))
      default: self.target = nil
      }
      self.count = c.pointee.count
      self.wholeCount = c.pointee.whole_count
      self.alertTime = reader.message(c.pointee.alert_time, "alert_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__Alert.self)
      c.pointee.alert_id = writer.text(self.alertID)
      c.pointee.rule = writer.message(self.rule)
      switch self.target {
      case .msgid(let value):
        c.pointee.target_case = .init(rawValue: 3)
        c.pointee.msgid = writer.text(value)
      case .taskID(let value):
        c.pointee.target_case = .init(rawValue: 4)
        c.pointee.task_id = writer.text(value)
      case nil: break
      }
      c.pointee.count = self.count
      c.pointee.whole_count = self.wholeCount
      c.pointee.alert_time = writer.message(self.alertTime)
    }
  }

  /// Asks for a new rule.
  package struct CreateAlertRuleRequest: Protobuf.MutatingRequest {
    /// The rule. Required.
    package var alertRule: BroadcastsV1.AlertRule? = nil
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      alertRule: BroadcastsV1.AlertRule? = nil,
      requestID: String = ""
    ) {
      self.alertRule = alertRule
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.CreateAlertRuleRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__create_alert_rule_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__CreateAlertRuleRequest.self)
      self.alertRule = reader.message(c.pointee.alert_rule, "alert_rule")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__CreateAlertRuleRequest.self)
      c.pointee.alert_rule = writer.message(self.alertRule)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for a rule.
  package struct GetAlertRuleRequest: Protobuf.Message {
    /// Its rule_id. Required.
    package var ruleID: String = ""

    package init() {}

    package init(
      ruleID: String = ""
    ) {
      self.ruleID = ruleID
    }

    package static var fullName: String { "siyu.broadcasts.v1.GetAlertRuleRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__get_alert_rule_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__GetAlertRuleRequest.self)
      self.ruleID = reader.text(c.pointee.rule_id, "rule_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__GetAlertRuleRequest.self)
      c.pointee.rule_id = writer.text(self.ruleID)
    }
  }

  /// Asks for the rules.
  package struct ListAlertRulesRequest: Protobuf.PagedRequest {
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

    package static var fullName: String { "siyu.broadcasts.v1.ListAlertRulesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_alert_rules_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListAlertRulesRequest.self)
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListAlertRulesRequest.self)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of rules.
  package struct ListAlertRulesResponse: Protobuf.Message {
    /// The rules, newest first.
    package var alertRules: [BroadcastsV1.AlertRule] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      alertRules: [BroadcastsV1.AlertRule] = [],
      nextPageToken: String = ""
    ) {
      self.alertRules = alertRules
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListAlertRulesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_alert_rules_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListAlertRulesResponse.self)
      self.alertRules = reader.messages(c.pointee.n_alert_rules, c.pointee.alert_rules, "alert_rules")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListAlertRulesResponse.self)
      c.pointee.alert_rules = writer.messages(self.alertRules, &c.pointee.n_alert_rules)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for the end of a rule.
  package struct DeleteAlertRuleRequest: Protobuf.MutatingRequest {
    /// Its rule_id. Required.
    package var ruleID: String = ""
    /// Makes the call repeatable; see CreateAlertRuleRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      ruleID: String = "",
      requestID: String = ""
    ) {
      self.ruleID = ruleID
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.DeleteAlertRuleRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__delete_alert_rule_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__DeleteAlertRuleRequest.self)
      self.ruleID = reader.text(c.pointee.rule_id, "rule_id")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__DeleteAlertRuleRequest.self)
      c.pointee.rule_id = writer.text(self.ruleID)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// The rule is gone.
  package struct DeleteAlertRuleResponse: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.broadcasts.v1.DeleteAlertRuleResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__delete_alert_rule_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }

  /// Asks for the alerts.
  package struct ListAlertsRequest: Protobuf.PagedRequest {
    /// How many to return at most; see ListAlertRulesRequest.
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

    package static var fullName: String { "siyu.broadcasts.v1.ListAlertsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_alerts_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListAlertsRequest.self)
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListAlertsRequest.self)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of alerts.
  package struct ListAlertsResponse: Protobuf.Message {
    /// The alerts, newest first.
    package var alerts: [BroadcastsV1.Alert] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      alerts: [BroadcastsV1.Alert] = [],
      nextPageToken: String = ""
    ) {
      self.alerts = alerts
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListAlertsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_alerts_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListAlertsResponse.self)
      self.alerts = reader.messages(c.pointee.n_alerts, c.pointee.alerts, "alerts")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListAlertsResponse.self)
      c.pointee.alerts = writer.messages(self.alerts, &c.pointee.n_alerts)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }
}
