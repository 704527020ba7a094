// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension BroadcastsV1 {
  /// Keeps the rules by which a welcome is chosen. Of those that hold for an adding the nearest wins: of
  /// the contact way by its config_id, then by its channel 渠道 (state), of the member, of his departments
  /// (of the one that is the fewest steps above him; of several, the one with the smallest id), of the
  /// corp. Each contact way, channel, member and department is named by one rule at most, and one rule
  /// holds for the corp, so there is no tie.
  ///
  /// WeCom's admin console has such rules by member; the contact way's and the department's are our own.
  package protocol WelcomeRuleServiceProtocol: Swift.Sendable {
    /// Creates a rule. INVALID_ARGUMENT, naming the field. ALREADY_EXISTS WELCOME_SCOPE_TAKEN when
    /// another rule names one of its contact ways, channels, members or departments, or holds for the
    /// corp. RESOURCE_EXHAUSTED TOO_MANY_WELCOME_RULES at 1000 rules (policy welcome_rules_max).
    func createWelcomeRule(_ request: BroadcastsV1.CreateWelcomeRuleRequest, _ call: RPC.Call) async throws -> BroadcastsV1.WelcomeRule
    /// Returns a rule; NOT_FOUND WELCOME_RULE_NOT_FOUND.
    func getWelcomeRule(_ request: BroadcastsV1.GetWelcomeRuleRequest, _ call: RPC.Call) async throws -> BroadcastsV1.WelcomeRule
    /// Lists the rules, newest first, without their content.
    func listWelcomeRules(_ request: BroadcastsV1.ListWelcomeRulesRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListWelcomeRulesResponse
    /// Changes a rule for those who are added from now on; what was decided keeps its content. Failures
    /// as in CreateWelcomeRule, and NOT_FOUND.
    func updateWelcomeRule(_ request: BroadcastsV1.UpdateWelcomeRuleRequest, _ call: RPC.Call) async throws -> BroadcastsV1.WelcomeRule
    /// Deletes a rule; what was decided by it is sent all the same. NOT_FOUND.
    func deleteWelcomeRule(_ request: BroadcastsV1.DeleteWelcomeRuleRequest, _ call: RPC.Call) async throws -> BroadcastsV1.DeleteWelcomeRuleResponse
    /// Says which rule would hold if a customer were added now. NOT_FOUND NO_WELCOME_RULE when none
    /// does.
    func lookupWelcomeRule(_ request: BroadcastsV1.LookupWelcomeRuleRequest, _ call: RPC.Call) async throws -> BroadcastsV1.LookupWelcomeRuleResponse
  }

  /// The methods of `siyu.broadcasts.v1.WelcomeRuleService`, and its routes.
  package enum WelcomeRuleService {
    package static let createWelcomeRule = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.WelcomeRuleService", name: "CreateWelcomeRule",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.welcome_rules.write"), mutates: true)
    package static let getWelcomeRule = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.WelcomeRuleService", name: "GetWelcomeRule",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.welcome_rules.read"))
    package static let listWelcomeRules = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.WelcomeRuleService", name: "ListWelcomeRules",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.welcome_rules.read"))
    package static let updateWelcomeRule = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.WelcomeRuleService", name: "UpdateWelcomeRule",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.welcome_rules.write"), mutates: true)
    package static let deleteWelcomeRule = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.WelcomeRuleService", name: "DeleteWelcomeRule",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.welcome_rules.write"), mutates: true)
    package static let lookupWelcomeRule = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.WelcomeRuleService", name: "LookupWelcomeRule",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.welcome_rules.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.broadcasts.v1.WelcomeRuleService",
      methods: [createWelcomeRule, getWelcomeRule, listWelcomeRules, updateWelcomeRule, deleteWelcomeRule, lookupWelcomeRule])

    package static func routes(_ service: some WelcomeRuleServiceProtocol) -> [RPC.Route] {
      [
        .unary(createWelcomeRule) { bytes, call in
          guard let request = call.begin(BroadcastsV1.CreateWelcomeRuleRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.createWelcomeRule(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getWelcomeRule) { bytes, call in
          guard let request = call.begin(BroadcastsV1.GetWelcomeRuleRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getWelcomeRule(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listWelcomeRules) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListWelcomeRulesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listWelcomeRules(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(updateWelcomeRule) { bytes, call in
          guard let request = call.begin(BroadcastsV1.UpdateWelcomeRuleRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.updateWelcomeRule(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(deleteWelcomeRule) { bytes, call in
          guard let request = call.begin(BroadcastsV1.DeleteWelcomeRuleRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.deleteWelcomeRule(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(lookupWelcomeRule) { bytes, call in
          guard let request = call.begin(BroadcastsV1.LookupWelcomeRuleRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.lookupWelcomeRule(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.broadcasts.v1.WelcomeRuleService` over a channel.
  package struct WelcomeRuleServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Creates a rule. INVALID_ARGUMENT, naming the field. ALREADY_EXISTS WELCOME_SCOPE_TAKEN when
    /// another rule names one of its contact ways, channels, members or departments, or holds for the
    /// corp. RESOURCE_EXHAUSTED TOO_MANY_WELCOME_RULES at 1000 rules (policy welcome_rules_max).
    package func createWelcomeRule(_ request: BroadcastsV1.CreateWelcomeRuleRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.WelcomeRule {
      try await channel.unary(WelcomeRuleService.createWelcomeRule, request, options)
    }

    /// Returns a rule; NOT_FOUND WELCOME_RULE_NOT_FOUND.
    package func getWelcomeRule(_ request: BroadcastsV1.GetWelcomeRuleRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.WelcomeRule {
      try await channel.unary(WelcomeRuleService.getWelcomeRule, request, options)
    }

    /// Lists the rules, newest first, without their content.
    package func listWelcomeRules(_ request: BroadcastsV1.ListWelcomeRulesRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListWelcomeRulesResponse {
      try await channel.unary(WelcomeRuleService.listWelcomeRules, request, options)
    }

    /// Changes a rule for those who are added from now on; what was decided keeps its content. Failures
    /// as in CreateWelcomeRule, and NOT_FOUND.
    package func updateWelcomeRule(_ request: BroadcastsV1.UpdateWelcomeRuleRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.WelcomeRule {
      try await channel.unary(WelcomeRuleService.updateWelcomeRule, request, options)
    }

    /// Deletes a rule; what was decided by it is sent all the same. NOT_FOUND.
    package func deleteWelcomeRule(_ request: BroadcastsV1.DeleteWelcomeRuleRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.DeleteWelcomeRuleResponse {
      try await channel.unary(WelcomeRuleService.deleteWelcomeRule, request, options)
    }

    /// Says which rule would hold if a customer were added now. NOT_FOUND NO_WELCOME_RULE when none
    /// does.
    package func lookupWelcomeRule(_ request: BroadcastsV1.LookupWelcomeRuleRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.LookupWelcomeRuleResponse {
      try await channel.unary(WelcomeRuleService.lookupWelcomeRule, request, options)
    }
  }

  /// By which part of its scope a rule holds; the nearest first.
  package struct WelcomeReach: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// No rule holds.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// By the contact way's config_id.
    package static var configID: Self { Self(rawValue: 1) }
    /// By the contact way's channel.
    package static var state: Self { Self(rawValue: 2) }
    /// By the member.
    package static var userid: Self { Self(rawValue: 3) }
    /// By a department of the member's, or one above it.
    package static var department: Self { Self(rawValue: 4) }
    /// By the corp.
    package static var corp: Self { Self(rawValue: 5) }

    package static let names: [Int32: String] = [
      0: "WELCOME_REACH_UNSPECIFIED",
      1: "WELCOME_REACH_CONFIG_ID",
      2: "WELCOME_REACH_STATE",
      3: "WELCOME_REACH_USERID",
      4: "WELCOME_REACH_DEPARTMENT",
      5: "WELCOME_REACH_CORP",
    ]
  }

  /// For whom a rule holds: for each adding that one of its parts names. At least one part is given, and
  /// all together at most 1000 names (policy welcome_scope_names_max).
  package struct WelcomeScope: Protobuf.Message {
    /// Contact ways 联系我, by their config_id: 1 to 64 letters, digits, '_' or '-' each.
    package var configIDs: [String] = []
    /// Channels 渠道: the state of contact ways, 1 to 30 characters each.
    package var states: [String] = []
    /// Members to whom customers are added, ignoring case.
    package var userids: [String] = []
    /// Departments 部门 and stores 门店: holds for the members of each and of all under it. Not before
    /// directory has told of them; one that is not there holds for nobody.
    package var departmentIDs: [UInt32] = []
    /// Whether it holds where no other rule does.
    package var isCorp: Bool = false

    package init() {}

    package init(
      configIDs: [String] = [],
      states: [String] = [],
      userids: [String] = [],
      departmentIDs: [UInt32] = [],
      isCorp: Bool = false
    ) {
      self.configIDs = configIDs
      self.states = states
      self.userids = userids
      self.departmentIDs = departmentIDs
      self.isCorp = isCorp
    }

    package static var fullName: String { "siyu.broadcasts.v1.WelcomeScope" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__welcome_scope__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__WelcomeScope.self)
      self.configIDs = reader.texts(c.pointee.n_config_ids, c.pointee.config_ids, "config_ids")
      self.states = reader.texts(c.pointee.n_states, c.pointee.states, "states")
      self.userids = reader.texts(c.pointee.n_userids, c.pointee.userids, "userids")
      self.departmentIDs = reader.numbers(c.pointee.n_department_ids, c.pointee.department_ids)
      self.isCorp = c.pointee.is_corp != 0
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__WelcomeScope.self)
      c.pointee.config_ids = writer.texts(self.configIDs, &c.pointee.n_config_ids)
      c.pointee.states = writer.texts(self.states, &c.pointee.n_states)
      c.pointee.userids = writer.texts(self.userids, &c.pointee.n_userids)
      c.pointee.department_ids = writer.numbers(self.departmentIDs, &c.pointee.n_department_ids)
      c.pointee.is_corp = self.isCorp ? 1 : 0
    }
  }

  /// A rule.
  package struct WelcomeRule: Protobuf.Message {
    /// Given by the service: `wl` and 30 characters. Output only.
    package var ruleID: String = ""
    /// What people call it: 1 to 64 characters. Required.
    package var name: String = ""
    /// For whom it holds. Required.
    package var scope: BroadcastsV1.WelcomeScope? = nil
    /// What is said: text and attachments as a broadcast's, at most 4000 bytes and 9 attachments.
    /// Variables are customer.name, customer.corp_name, customer.external_userid and member.userid; see
    /// Content. Required.
    package var content: BroadcastsV1.Content? = nil
    /// When it was created. Output only.
    package var createTime: GoogleProtobuf.Timestamp? = nil
    /// When it was created or last changed. Output only.
    package var updateTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      ruleID: String = "",
      name: String = "",
      scope: BroadcastsV1.WelcomeScope? = nil,
      content: BroadcastsV1.Content? = nil,
      createTime: GoogleProtobuf.Timestamp? = nil,
      updateTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.ruleID = ruleID
      self.name = name
      self.scope = scope
      self.content = content
      self.createTime = createTime
      self.updateTime = updateTime
    }

    package static var fullName: String { "siyu.broadcasts.v1.WelcomeRule" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__welcome_rule__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__WelcomeRule.self)
      self.ruleID = reader.text(c.pointee.rule_id, "rule_id")
      self.name = reader.text(c.pointee.name, "name")
      self.scope = reader.message(c.pointee.scope, "scope")
      self.content = reader.message(c.pointee.content, "content")
      self.createTime = reader.message(c.pointee.create_time, "create_time")
      self.updateTime = reader.message(c.pointee.update_time, "update_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__WelcomeRule.self)
      c.pointee.rule_id = writer.text(self.ruleID)
      c.pointee.name = writer.text(self.name)
      c.pointee.scope = writer.message(self.scope)
      c.pointee.content = writer.message(self.content)
      c.pointee.create_time = writer.message(self.createTime)
      c.pointee.update_time = writer.message(self.updateTime)
    }
  }

  /// Asks for a new rule.
  package struct CreateWelcomeRuleRequest: Protobuf.MutatingRequest {
    /// The rule. Required.
    package var welcomeRule: BroadcastsV1.WelcomeRule? = nil
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      welcomeRule: BroadcastsV1.WelcomeRule? = nil,
      requestID: String = ""
    ) {
      self.welcomeRule = welcomeRule
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.CreateWelcomeRuleRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__create_welcome_rule_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__CreateWelcomeRuleRequest.self)
      self.welcomeRule = reader.message(c.pointee.welcome_rule, "welcome_rule")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__CreateWelcomeRuleRequest.self)
      c.pointee.welcome_rule = writer.message(self.welcomeRule)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for a rule.
  package struct GetWelcomeRuleRequest: Protobuf.Message {
    /// Its rule_id. Required.
    package var ruleID: String = ""

    package init() {}

    package init(
      ruleID: String = ""
    ) {
      self.ruleID = ruleID
    }

    package static var fullName: String { "siyu.broadcasts.v1.GetWelcomeRuleRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__get_welcome_rule_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__GetWelcomeRuleRequest.self)
      self.ruleID = reader.text(c.pointee.rule_id, "rule_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__GetWelcomeRuleRequest.self)
      c.pointee.rule_id = writer.text(self.ruleID)
    }
  }

  /// Asks for all rules.
  package struct ListWelcomeRulesRequest: Protobuf.PagedRequest {
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

    package static var fullName: String { "siyu.broadcasts.v1.ListWelcomeRulesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_welcome_rules_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListWelcomeRulesRequest.self)
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListWelcomeRulesRequest.self)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of rules.
  package struct ListWelcomeRulesResponse: Protobuf.Message {
    /// The rules, newest first, without their content.
    package var welcomeRules: [BroadcastsV1.WelcomeRule] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      welcomeRules: [BroadcastsV1.WelcomeRule] = [],
      nextPageToken: String = ""
    ) {
      self.welcomeRules = welcomeRules
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListWelcomeRulesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_welcome_rules_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListWelcomeRulesResponse.self)
      self.welcomeRules = reader.messages(c.pointee.n_welcome_rules, c.pointee.welcome_rules, "welcome_rules")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListWelcomeRulesResponse.self)
      c.pointee.welcome_rules = writer.messages(self.welcomeRules, &c.pointee.n_welcome_rules)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks to change a rule.
  package struct UpdateWelcomeRuleRequest: Protobuf.MutatingRequest {
    /// The rule: its rule_id, and what is to change.
    package var welcomeRule: BroadcastsV1.WelcomeRule? = nil
    /// What to change, each whole: name, scope, content. Absent: those of the three that are given.
    package var updateMask: GoogleProtobuf.FieldMask? = nil
    /// Makes the call repeatable; see CreateWelcomeRuleRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      welcomeRule: BroadcastsV1.WelcomeRule? = nil,
      updateMask: GoogleProtobuf.FieldMask? = nil,
      requestID: String = ""
    ) {
      self.welcomeRule = welcomeRule
      self.updateMask = updateMask
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.UpdateWelcomeRuleRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__update_welcome_rule_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__UpdateWelcomeRuleRequest.self)
      self.welcomeRule = reader.message(c.pointee.welcome_rule, "welcome_rule")
      self.updateMask = reader.message(c.pointee.update_mask, "update_mask")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__UpdateWelcomeRuleRequest.self)
      c.pointee.welcome_rule = writer.message(self.welcomeRule)
      c.pointee.update_mask = writer.message(self.updateMask)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks to delete a rule.
  package struct DeleteWelcomeRuleRequest: Protobuf.MutatingRequest {
    /// Its rule_id. Required.
    package var ruleID: String = ""
    /// Makes the call repeatable; see CreateWelcomeRuleRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      ruleID: String = "",
      requestID: String = ""
    ) {
      self.ruleID = ruleID
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.DeleteWelcomeRuleRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__delete_welcome_rule_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__DeleteWelcomeRuleRequest.self)
      self.ruleID = reader.text(c.pointee.rule_id, "rule_id")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__DeleteWelcomeRuleRequest.self)
      c.pointee.rule_id = writer.text(self.ruleID)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// The rule is gone.
  package struct DeleteWelcomeRuleResponse: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.broadcasts.v1.DeleteWelcomeRuleResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__delete_welcome_rule_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }

  /// Asks which rule would hold.
  package struct LookupWelcomeRuleRequest: Protobuf.Message {
    /// The contact way; empty when the customer would come by none.
    package var configID: String = ""
    /// Its channel; empty for none.
    package var state: String = ""
    /// The member, ignoring case. Required.
    package var userid: String = ""

    package init() {}

    package init(
      configID: String = "",
      state: String = "",
      userid: String = ""
    ) {
      self.configID = configID
      self.state = state
      self.userid = userid
    }

    package static var fullName: String { "siyu.broadcasts.v1.LookupWelcomeRuleRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__lookup_welcome_rule_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__LookupWelcomeRuleRequest.self)
      self.configID = reader.text(c.pointee.config_id, "config_id")
      self.state = reader.text(c.pointee.state, "state")
      self.userid = reader.text(c.pointee.userid, "userid")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__LookupWelcomeRuleRequest.self)
      c.pointee.config_id = writer.text(self.configID)
      c.pointee.state = writer.text(self.state)
      c.pointee.userid = writer.text(self.userid)
    }
  }

  /// The rule that would hold.
  package struct LookupWelcomeRuleResponse: Protobuf.Message {
    /// The rule.
    package var welcomeRule: BroadcastsV1.WelcomeRule? = nil
    /// By what it holds.
    package var reach: BroadcastsV1.WelcomeReach = .init()

    package init() {}

    package init(
      welcomeRule: BroadcastsV1.WelcomeRule? = nil,
      reach: BroadcastsV1.WelcomeReach = .init()
    ) {
      self.welcomeRule = welcomeRule
      self.reach = reach
    }

    package static var fullName: String { "siyu.broadcasts.v1.LookupWelcomeRuleResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__lookup_welcome_rule_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__LookupWelcomeRuleResponse.self)
      self.welcomeRule = reader.message(c.pointee.welcome_rule, "welcome_rule")
      self.reach = BroadcastsV1.WelcomeReach(rawValue: Int32(truncatingIfNeeded: c.pointee.reach.rawValue))
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__LookupWelcomeRuleResponse.self)
      c.pointee.welcome_rule = writer.message(self.welcomeRule)
      c.pointee.reach = writer.value(self.reach)
    }
  }
}
