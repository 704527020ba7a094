// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CustomersV1 {
  /// Keeps rules of the form "when this happens between a member and a customer, give these tags and
  /// take those". A rule comes to a relation at most once, for ever: what somebody took by hand since
  /// is not given again, not even when the customer is added again. What happens and what the rules
  /// make of it are one transaction; a rule that cannot be followed never refuses what happened.
  ///
  /// Rules that something sets off are followed in their order; so of two that disagree the later one
  /// prevails. They look at what happens from when they are enabled on: what was before is marked by
  /// TagJobService, with an audience. WeCom's open API has nothing like it; its client's 自动打标签 has.
  package protocol AutoTagServiceProtocol: Swift.Sendable {
    /// Makes a rule. INVALID_ARGUMENT for what is malformed, too much or contradictory. NOT_FOUND with
    /// errcode 40068 for a tag that is unknown or deleted, with errcode 41044 for an unknown contact
    /// way. ALREADY_EXISTS for a name that another rule has. RESOURCE_EXHAUSTED when the corp has 100.
    func createAutoTagRule(_ request: CustomersV1.CreateAutoTagRuleRequest, _ call: RPC.Call) async throws -> CustomersV1.AutoTagRule
    /// Returns a rule. NOT_FOUND.
    func getAutoTagRule(_ request: CustomersV1.GetAutoTagRuleRequest, _ call: RPC.Call) async throws -> CustomersV1.AutoTagRule
    /// Lists the rules in the order in which they are followed.
    func listAutoTagRules(_ request: CustomersV1.ListAutoTagRulesRequest, _ call: RPC.Call) async throws -> CustomersV1.ListAutoTagRulesResponse
    /// Changes a rule. What it did stays, and it does not come again to relations it came to already.
    /// Failures as in CreateAutoTagRule, and NOT_FOUND. INVALID_ARGUMENT when nothing is to change.
    /// FAILED_PRECONDITION when it is to be enabled while it is being undone.
    func updateAutoTagRule(_ request: CustomersV1.UpdateAutoTagRuleRequest, _ call: RPC.Call) async throws -> CustomersV1.AutoTagRule
    /// Deletes a rule; its name is free again. What it did stays, and cannot be taken back any more; a
    /// job forgets which relations it came to. NOT_FOUND. FAILED_PRECONDITION while it is being
    /// undone.
    func deleteAutoTagRule(_ request: CustomersV1.DeleteAutoTagRuleRequest, _ call: RPC.Call) async throws -> CustomersV1.DeleteAutoTagRuleResponse
    /// Dry run: says what a rule, one that is kept or one that may be, would do to all half and mutual
    /// relations as they are now, and does nothing. Judges every relation in its range, also those it
    /// came to already; of an `event`, which is not kept, as if it came to each. Fails as
    /// CreateAutoTagRule does, except for the name and the number of rules, and with NOT_FOUND.
    func previewAutoTagRule(_ request: CustomersV1.PreviewAutoTagRuleRequest, _ call: RPC.Call) async throws -> CustomersV1.PreviewTagJobResponse
    /// Accepts the order to take back what a rule did until now, as a tag job, which it returns and
    /// TagJobService knows. Tags the rule gave are taken, tags it took are given back; what a relation
    /// had before, and what was given or taken since by anybody, stays. The rule does not come to
    /// these relations again. NOT_FOUND; FAILED_PRECONDITION when the rule is enabled or is being
    /// undone; RESOURCE_EXHAUSTED with errcode 45033 when 100 tag jobs wait already.
    func undoAutoTagRule(_ request: CustomersV1.UndoAutoTagRuleRequest, _ call: RPC.Call) async throws -> CustomersV1.TagJob
    /// Lists what became of the relations a rule came to, in the order in which their customers came
    /// to the corp; or of one relation by every rule, the oldest rule first: where its tags come from.
    /// NOT_FOUND for an unknown rule, with errcode 84061 for two who are not related.
    func listAutoTagEffects(_ request: CustomersV1.ListAutoTagEffectsRequest, _ call: RPC.Call) async throws -> CustomersV1.ListAutoTagEffectsResponse
    /// Tells of things that happened elsewhere and set rules off: a customer joined a group, or
    /// bought. They are not kept. Those that break a rule are listed and left out; the others are
    /// followed. INVALID_ARGUMENT when there are none or more than 1000.
    func recordAutoTagEvents(_ request: CustomersV1.RecordAutoTagEventsRequest, _ call: RPC.Call) async throws -> CustomersV1.RecordAutoTagEventsResponse
  }

  /// The methods of `siyu.customers.v1.AutoTagService`, and its routes.
  package enum AutoTagService {
    package static let createAutoTagRule = RPC.MethodDescriptor(
      service: "siyu.customers.v1.AutoTagService", name: "CreateAutoTagRule",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.write"), mutates: true)
    package static let getAutoTagRule = RPC.MethodDescriptor(
      service: "siyu.customers.v1.AutoTagService", name: "GetAutoTagRule",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.read"))
    package static let listAutoTagRules = RPC.MethodDescriptor(
      service: "siyu.customers.v1.AutoTagService", name: "ListAutoTagRules",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.read"))
    package static let updateAutoTagRule = RPC.MethodDescriptor(
      service: "siyu.customers.v1.AutoTagService", name: "UpdateAutoTagRule",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.write"), mutates: true)
    package static let deleteAutoTagRule = RPC.MethodDescriptor(
      service: "siyu.customers.v1.AutoTagService", name: "DeleteAutoTagRule",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.write"), mutates: true)
    package static let previewAutoTagRule = RPC.MethodDescriptor(
      service: "siyu.customers.v1.AutoTagService", name: "PreviewAutoTagRule",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.read"))
    package static let undoAutoTagRule = RPC.MethodDescriptor(
      service: "siyu.customers.v1.AutoTagService", name: "UndoAutoTagRule",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.mark"), mutates: true)
    package static let listAutoTagEffects = RPC.MethodDescriptor(
      service: "siyu.customers.v1.AutoTagService", name: "ListAutoTagEffects",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.read"))
    package static let recordAutoTagEvents = RPC.MethodDescriptor(
      service: "siyu.customers.v1.AutoTagService", name: "RecordAutoTagEvents",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.interactions.write"), mutates: true)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.customers.v1.AutoTagService",
      methods: [createAutoTagRule, getAutoTagRule, listAutoTagRules, updateAutoTagRule, deleteAutoTagRule, previewAutoTagRule, undoAutoTagRule, listAutoTagEffects, recordAutoTagEvents])

    package static func routes(_ service: some AutoTagServiceProtocol) -> [RPC.Route] {
      [
        .unary(createAutoTagRule) { bytes, call in
          guard let request = call.begin(CustomersV1.CreateAutoTagRuleRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.createAutoTagRule(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getAutoTagRule) { bytes, call in
          guard let request = call.begin(CustomersV1.GetAutoTagRuleRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getAutoTagRule(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listAutoTagRules) { bytes, call in
          guard let request = call.begin(CustomersV1.ListAutoTagRulesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listAutoTagRules(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(updateAutoTagRule) { bytes, call in
          guard let request = call.begin(CustomersV1.UpdateAutoTagRuleRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.updateAutoTagRule(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(deleteAutoTagRule) { bytes, call in
          guard let request = call.begin(CustomersV1.DeleteAutoTagRuleRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.deleteAutoTagRule(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(previewAutoTagRule) { bytes, call in
          guard let request = call.begin(CustomersV1.PreviewAutoTagRuleRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.previewAutoTagRule(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(undoAutoTagRule) { bytes, call in
          guard let request = call.begin(CustomersV1.UndoAutoTagRuleRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.undoAutoTagRule(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listAutoTagEffects) { bytes, call in
          guard let request = call.begin(CustomersV1.ListAutoTagEffectsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listAutoTagEffects(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(recordAutoTagEvents) { bytes, call in
          guard let request = call.begin(CustomersV1.RecordAutoTagEventsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.recordAutoTagEvents(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.customers.v1.AutoTagService` over a channel.
  package struct AutoTagServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Makes a rule. INVALID_ARGUMENT for what is malformed, too much or contradictory. NOT_FOUND with
    /// errcode 40068 for a tag that is unknown or deleted, with errcode 41044 for an unknown contact
    /// way. ALREADY_EXISTS for a name that another rule has. RESOURCE_EXHAUSTED when the corp has 100.
    package func createAutoTagRule(_ request: CustomersV1.CreateAutoTagRuleRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.AutoTagRule {
      try await channel.unary(AutoTagService.createAutoTagRule, request, options)
    }

    /// Returns a rule. NOT_FOUND.
    package func getAutoTagRule(_ request: CustomersV1.GetAutoTagRuleRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.AutoTagRule {
      try await channel.unary(AutoTagService.getAutoTagRule, request, options)
    }

    /// Lists the rules in the order in which they are followed.
    package func listAutoTagRules(_ request: CustomersV1.ListAutoTagRulesRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.ListAutoTagRulesResponse {
      try await channel.unary(AutoTagService.listAutoTagRules, request, options)
    }

    /// Changes a rule. What it did stays, and it does not come again to relations it came to already.
    /// Failures as in CreateAutoTagRule, and NOT_FOUND. INVALID_ARGUMENT when nothing is to change.
    /// FAILED_PRECONDITION when it is to be enabled while it is being undone.
    package func updateAutoTagRule(_ request: CustomersV1.UpdateAutoTagRuleRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.AutoTagRule {
      try await channel.unary(AutoTagService.updateAutoTagRule, request, options)
    }

    /// Deletes a rule; its name is free again. What it did stays, and cannot be taken back any more; a
    /// job forgets which relations it came to. NOT_FOUND. FAILED_PRECONDITION while it is being
    /// undone.
    package func deleteAutoTagRule(_ request: CustomersV1.DeleteAutoTagRuleRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.DeleteAutoTagRuleResponse {
      try await channel.unary(AutoTagService.deleteAutoTagRule, request, options)
    }

    /// Dry run: says what a rule, one that is kept or one that may be, would do to all half and mutual
    /// relations as they are now, and does nothing. Judges every relation in its range, also those it
    /// came to already; of an `event`, which is not kept, as if it came to each. Fails as
    /// CreateAutoTagRule does, except for the name and the number of rules, and with NOT_FOUND.
    package func previewAutoTagRule(_ request: CustomersV1.PreviewAutoTagRuleRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.PreviewTagJobResponse {
      try await channel.unary(AutoTagService.previewAutoTagRule, request, options)
    }

    /// Accepts the order to take back what a rule did until now, as a tag job, which it returns and
    /// TagJobService knows. Tags the rule gave are taken, tags it took are given back; what a relation
    /// had before, and what was given or taken since by anybody, stays. The rule does not come to
    /// these relations again. NOT_FOUND; FAILED_PRECONDITION when the rule is enabled or is being
    /// undone; RESOURCE_EXHAUSTED with errcode 45033 when 100 tag jobs wait already.
    package func undoAutoTagRule(_ request: CustomersV1.UndoAutoTagRuleRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.TagJob {
      try await channel.unary(AutoTagService.undoAutoTagRule, request, options)
    }

    /// Lists what became of the relations a rule came to, in the order in which their customers came
    /// to the corp; or of one relation by every rule, the oldest rule first: where its tags come from.
    /// NOT_FOUND for an unknown rule, with errcode 84061 for two who are not related.
    package func listAutoTagEffects(_ request: CustomersV1.ListAutoTagEffectsRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.ListAutoTagEffectsResponse {
      try await channel.unary(AutoTagService.listAutoTagEffects, request, options)
    }

    /// Tells of things that happened elsewhere and set rules off: a customer joined a group, or
    /// bought. They are not kept. Those that break a rule are listed and left out; the others are
    /// followed. INVALID_ARGUMENT when there are none or more than 1000.
    package func recordAutoTagEvents(_ request: CustomersV1.RecordAutoTagEventsRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.RecordAutoTagEventsResponse {
      try await channel.unary(AutoTagService.recordAutoTagEvents, request, options)
    }
  }

  /// What may happen elsewhere.
  package struct AutoTagEventKind: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: INVALID_ARGUMENT.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// A customer joined a customer group 入群. Where customers follows communities, those of communities'
    /// groups are heard of by its feed, for the customer's half and mutual relations; nobody need tell.
    package static var groupJoined: Self { Self(rawValue: 1) }
    /// A customer bought, or did what else counts as a conversion 转化.
    package static var converted: Self { Self(rawValue: 2) }

    package static let names: [Int32: String] = [
      0: "AUTO_TAG_EVENT_KIND_UNSPECIFIED",
      1: "AUTO_TAG_EVENT_KIND_GROUP_JOINED",
      2: "AUTO_TAG_EVENT_KIND_CONVERTED",
    ]
  }

  /// A rule.
  package struct AutoTagRule: Protobuf.Message {
    /// Given by the service: `ar` and 30 characters.
    package var ruleID: String = ""
    /// 1 to 30 characters (INVALID_ARGUMENT), of no other rule.
    package var name: String = ""
    /// Rules are followed by order, the smallest first, then the oldest first.
    package var order: UInt32 = 0
    /// Whether it is followed. A rule that is not can be looked at by PreviewAutoTagRule before it is.
    package var enabled: Bool = false
    /// What sets it off. Required (INVALID_ARGUMENT).
    package var trigger: CustomersV1.AutoTagTrigger? = nil
    /// Whose relations it comes to. Absent or empty: every member's.
    package var range: CustomersV1.AutoTagRange? = nil
    /// The tags to give, by tag_id: at most 50 (INVALID_ARGUMENT, errcode 41111). Not both lists empty
    /// (errcode 40058), and no tag in both (INVALID_ARGUMENT). No two that exclude each other
    /// (FAILED_PRECONDITION). One that is deleted later is passed over, and of two that exclude each
    /// other later the younger one.
    package var addTags: [String] = []
    /// The tags to take, by tag_id: at most 50 (INVALID_ARGUMENT, errcode 41111).
    package var removeTags: [String] = []
    /// When it was made. Output only.
    package var createTime: GoogleProtobuf.Timestamp? = nil
    /// When it was made or last changed. Output only.
    package var updateTime: GoogleProtobuf.Timestamp? = nil
    /// Relations it came to. Output only.
    package var appliedCount: Int64 = 0

    package init() {}

    package init(
      ruleID: String = "",
      name: String = "",
      order: UInt32 = 0,
      enabled: Bool = false,
      trigger: CustomersV1.AutoTagTrigger? = nil,
      range: CustomersV1.AutoTagRange? = nil,
      addTags: [String] = [],
      removeTags: [String] = [],
      createTime: GoogleProtobuf.Timestamp? = nil,
      updateTime: GoogleProtobuf.Timestamp? = nil,
      appliedCount: Int64 = 0
    ) {
      self.ruleID = ruleID
      self.name = name
      self.order = order
      self.enabled = enabled
      self.trigger = trigger
      self.range = range
      self.addTags = addTags
      self.removeTags = removeTags
      self.createTime = createTime
      self.updateTime = updateTime
      self.appliedCount = appliedCount
    }

    package static var fullName: String { "siyu.customers.v1.AutoTagRule" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__auto_tag_rule__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__AutoTagRule.self)
      self.ruleID = reader.text(c.pointee.rule_id, "rule_id")
      self.name = reader.text(c.pointee.name, "name")
      self.order = c.pointee.order
      self.enabled = c.pointee.enabled != 0
      self.trigger = reader.message(c.pointee.trigger, "trigger")
      self.range = reader.message(c.pointee.range, "range")
      self.addTags = reader.texts(c.pointee.n_add_tags, c.pointee.add_tags, "add_tags")
      self.removeTags = reader.texts(c.pointee.n_remove_tags, c.pointee.remove_tags, "remove_tags")
      self.createTime = reader.message(c.pointee.create_time, "create_time")
      self.updateTime = reader.message(c.pointee.update_time, "update_time")
      self.appliedCount = c.pointee.applied_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__AutoTagRule.self)
      c.pointee.rule_id = writer.text(self.ruleID)
      c.pointee.name = writer.text(self.name)
      c.pointee.order = self.order
      c.pointee.enabled = self.enabled ? 1 : 0
      c.pointee.trigger = writer.message(self.trigger)
      c.pointee.range = writer.message(self.range)
      c.pointee.add_tags = writer.texts(self.addTags, &c.pointee.n_add_tags)
      c.pointee.remove_tags = writer.texts(self.removeTags, &c.pointee.n_remove_tags)
      c.pointee.create_time = writer.message(self.createTime)
      c.pointee.update_time = writer.message(self.updateTime)
      c.pointee.applied_count = self.appliedCount
    }
  }

  /// What sets a rule off. INVALID_ARGUMENT when nothing is set.
  package struct AutoTagTrigger: Protobuf.Message {
    /// The trigger.
    package var trigger: Trigger? = nil

    package init() {}

    package init(
      trigger: Trigger? = nil
    ) {
      self.trigger = trigger
    }

    /// The trigger.
    package enum Trigger: Swift.Hashable, Swift.Sendable {
      /// A customer was added.
      case relationAdded(CustomersV1.RelationAddedTrigger)
      /// The two had so much to do with each other.
      case interactions(CustomersV1.InteractionsTrigger)
      /// Something happened elsewhere.
      case event(CustomersV1.EventTrigger)
    }

    package static var fullName: String { "siyu.customers.v1.AutoTagTrigger" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__auto_tag_trigger__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__AutoTagTrigger.self)
      switch c.pointee.trigger_case.rawValue {
      case 1: self.trigger = reader.message(c.pointee.relation_added, "relation_added").map { .relationAdded($0) }
      case 2: self.trigger = reader.message(c.pointee.interactions, "interactions").map { .interactions($0) }
      case 3: self.trigger = reader.message(c.pointee.event, "event").map { .event($0) }
      default: self.trigger = nil
      }
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__AutoTagTrigger.self)
      switch self.trigger {
      case .relationAdded(let value):
        c.pointee.trigger_case = .init(rawValue: 1)
        c.pointee.relation_added = writer.message(value)
      case .interactions(let value):
        c.pointee.trigger_case = .init(rawValue: 2)
        c.pointee.interactions = writer.message(value)
      case .event(let value):
        c.pointee.trigger_case = .init(rawValue: 3)
        c.pointee.event = writer.message(value)
      case nil: break
      }
    }
  }

  /// A customer was added to a member, half or mutual, for the first time or again, by AddRelation or
  /// by a contact way; not by an import or a transfer. Every list that is not empty must hold what he
  /// came by; all empty: any add.
  package struct RelationAddedTrigger: Protobuf.Message {
    /// Contact ways, by config_id: at most 100 (INVALID_ARGUMENT, errcode 40058). NOT_FOUND with
    /// errcode 41044 when one is unknown.
    package var configIDs: [String] = []
    /// How he was added: at most 100 (INVALID_ARGUMENT, errcode 40058).
    package var addWays: [CustomersV1.AddWay] = []
    /// Channels 渠道, whole: at most 100, each at most 30 characters (INVALID_ARGUMENT, errcode 40058).
    /// An empty one stands for a relation without a state.
    package var states: [String] = []

    package init() {}

    package init(
      configIDs: [String] = [],
      addWays: [CustomersV1.AddWay] = [],
      states: [String] = []
    ) {
      self.configIDs = configIDs
      self.addWays = addWays
      self.states = states
    }

    package static var fullName: String { "siyu.customers.v1.RelationAddedTrigger" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__relation_added_trigger__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__RelationAddedTrigger.self)
      self.configIDs = reader.texts(c.pointee.n_config_ids, c.pointee.config_ids, "config_ids")
      self.addWays = reader.values(c.pointee.n_add_ways, c.pointee.add_ways)
      self.states = reader.texts(c.pointee.n_states, c.pointee.states, "states")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__RelationAddedTrigger.self)
      c.pointee.config_ids = writer.texts(self.configIDs, &c.pointee.n_config_ids)
      c.pointee.add_ways = writer.values(self.addWays, &c.pointee.n_add_ways)
      c.pointee.states = writer.texts(self.states, &c.pointee.n_states)
    }
  }

  /// The interactions of a relation that were counted, added up over some days, reach a number. Looked
  /// at when one of these counters grows.
  package struct InteractionsTrigger: Protobuf.Message {
    /// What is added up: each at most once (INVALID_ARGUMENT). Empty: all.
    package var counters: [CustomersV1.InteractionCounter] = []
    /// Over how many days, today included: 1 to 180 (INVALID_ARGUMENT). Days are those of UTC+8.
    package var days: Int32 = 0
    /// The number: at least 1 (INVALID_ARGUMENT).
    package var atLeast: Int64 = 0

    package init() {}

    package init(
      counters: [CustomersV1.InteractionCounter] = [],
      days: Int32 = 0,
      atLeast: Int64 = 0
    ) {
      self.counters = counters
      self.days = days
      self.atLeast = atLeast
    }

    package static var fullName: String { "siyu.customers.v1.InteractionsTrigger" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__interactions_trigger__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__InteractionsTrigger.self)
      self.counters = reader.values(c.pointee.n_counters, c.pointee.counters)
      self.days = c.pointee.days
      self.atLeast = c.pointee.at_least
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__InteractionsTrigger.self)
      c.pointee.counters = writer.values(self.counters, &c.pointee.n_counters)
      c.pointee.days = self.days
      c.pointee.at_least = self.atLeast
    }
  }

  /// What a caller tells by RecordAutoTagEvents.
  package struct EventTrigger: Protobuf.Message {
    /// What happened. Required (INVALID_ARGUMENT).
    package var kind: CustomersV1.AutoTagEventKind = .init()
    /// To what: chat_ids of groups, or the caller's own names of what was bought: at most 100, each 1
    /// to 64 bytes (INVALID_ARGUMENT, errcode 40058). Empty: anything.
    package var keys: [String] = []

    package init() {}

    package init(
      kind: CustomersV1.AutoTagEventKind = .init(),
      keys: [String] = []
    ) {
      self.kind = kind
      self.keys = keys
    }

    package static var fullName: String { "siyu.customers.v1.EventTrigger" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__event_trigger__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__EventTrigger.self)
      self.kind = CustomersV1.AutoTagEventKind(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
      self.keys = reader.texts(c.pointee.n_keys, c.pointee.keys, "keys")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__EventTrigger.self)
      c.pointee.kind = writer.value(self.kind)
      c.pointee.keys = writer.texts(self.keys, &c.pointee.n_keys)
    }
  }

  /// Members, named or by department.
  package struct AutoTagRange: Protobuf.Message {
    /// Members, ignoring case: at most 1000 (INVALID_ARGUMENT, errcode 40058). Those unknown are no
    /// error.
    package var userids: [String] = []
    /// Members of these departments and of all under them, as directory has them when something
    /// happens: at most 100 (INVALID_ARGUMENT, errcode 40058). Those unknown hold nobody.
    package var departmentIDs: [UInt32] = []

    package init() {}

    package init(
      userids: [String] = [],
      departmentIDs: [UInt32] = []
    ) {
      self.userids = userids
      self.departmentIDs = departmentIDs
    }

    package static var fullName: String { "siyu.customers.v1.AutoTagRange" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__auto_tag_range__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__AutoTagRange.self)
      self.userids = reader.texts(c.pointee.n_userids, c.pointee.userids, "userids")
      self.departmentIDs = reader.numbers(c.pointee.n_department_ids, c.pointee.department_ids)
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__AutoTagRange.self)
      c.pointee.userids = writer.texts(self.userids, &c.pointee.n_userids)
      c.pointee.department_ids = writer.numbers(self.departmentIDs, &c.pointee.n_department_ids)
    }
  }

  /// What a rule did to one relation.
  package struct AutoTagEffect: Protobuf.Message {
    /// The rule.
    package var ruleID: String = ""
    /// Its name, of now; of the event, of then.
    package var ruleName: String = ""
    /// The member.
    package var userid: String = ""
    /// The customer.
    package var externalUserid: String = ""
    /// What became of it.
    package var outcome: CustomersV1.AutoTagEffect.Outcome = .init()
    /// Tags it gave, by tag_id. In ListAutoTagEffects only those that nobody gave or took since: those
    /// an undo would take.
    package var givenTags: [String] = []
    /// Tags it took, by tag_id; likewise.
    package var takenTags: [String] = []
    /// Why it FAILED, in UPPER_SNAKE, as MarkTags would have said; empty otherwise.
    package var reason: String = ""
    /// When it came to the relation.
    package var applyTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      ruleID: String = "",
      ruleName: String = "",
      userid: String = "",
      externalUserid: String = "",
      outcome: CustomersV1.AutoTagEffect.Outcome = .init(),
      givenTags: [String] = [],
      takenTags: [String] = [],
      reason: String = "",
      applyTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.ruleID = ruleID
      self.ruleName = ruleName
      self.userid = userid
      self.externalUserid = externalUserid
      self.outcome = outcome
      self.givenTags = givenTags
      self.takenTags = takenTags
      self.reason = reason
      self.applyTime = applyTime
    }

    /// What became of it.
    package struct Outcome: Protobuf.OpenEnum {
      package var rawValue: Int32
      package init(rawValue: Int32) { self.rawValue = rawValue }

      /// Not said: never sent.
      package static var unspecified: Self { Self(rawValue: 0) }
      /// Its tags changed.
      package static var changed: Self { Self(rawValue: 1) }
      /// It had what it was to get and lacked what it was to lose.
      package static var unchanged: Self { Self(rawValue: 2) }
      /// The tags could not be given; `reason` says why.
      package static var failed: Self { Self(rawValue: 3) }

      package static let names: [Int32: String] = [
        0: "OUTCOME_UNSPECIFIED",
        1: "OUTCOME_CHANGED",
        2: "OUTCOME_UNCHANGED",
        3: "OUTCOME_FAILED",
      ]
    }

    package static var fullName: String { "siyu.customers.v1.AutoTagEffect" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__auto_tag_effect__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__AutoTagEffect.self)
      self.ruleID = reader.text(c.pointee.rule_id, "rule_id")
      self.ruleName = reader.text(c.pointee.rule_name, "rule_name")
      self.userid = reader.text(c.pointee.userid, "userid")
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.outcome = CustomersV1.AutoTagEffect.Outcome(rawValue: Int32(truncatingIfNeeded: c.pointee.outcome.rawValue))
      self.givenTags = reader.texts(c.pointee.n_given_tags, c.pointee.given_tags, "given_tags")
      self.takenTags = reader.texts(c.pointee.n_taken_tags, c.pointee.taken_tags, "taken_tags")
      self.reason = reader.text(c.pointee.reason, "reason")
      self.applyTime = reader.message(c.pointee.apply_time, "apply_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__AutoTagEffect.self)
      c.pointee.rule_id = writer.text(self.ruleID)
      c.pointee.rule_name = writer.text(self.ruleName)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.outcome = writer.value(self.outcome)
      c.pointee.given_tags = writer.texts(self.givenTags, &c.pointee.n_given_tags)
      c.pointee.taken_tags = writer.texts(self.takenTags, &c.pointee.n_taken_tags)
      c.pointee.reason = writer.text(self.reason)
      c.pointee.apply_time = writer.message(self.applyTime)
    }
  }

  /// Asks to make a rule.
  package struct CreateAutoTagRuleRequest: Protobuf.MutatingRequest {
    /// The rule. Required (INVALID_ARGUMENT); what is output only is ignored.
    package var rule: CustomersV1.AutoTagRule? = nil
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      rule: CustomersV1.AutoTagRule? = nil,
      requestID: String = ""
    ) {
      self.rule = rule
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.CreateAutoTagRuleRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__create_auto_tag_rule_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__CreateAutoTagRuleRequest.self)
      self.rule = reader.message(c.pointee.rule, "rule")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__CreateAutoTagRuleRequest.self)
      c.pointee.rule = writer.message(self.rule)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for a rule.
  package struct GetAutoTagRuleRequest: Protobuf.Message {
    /// Which. Required.
    package var ruleID: String = ""

    package init() {}

    package init(
      ruleID: String = ""
    ) {
      self.ruleID = ruleID
    }

    package static var fullName: String { "siyu.customers.v1.GetAutoTagRuleRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_auto_tag_rule_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetAutoTagRuleRequest.self)
      self.ruleID = reader.text(c.pointee.rule_id, "rule_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetAutoTagRuleRequest.self)
      c.pointee.rule_id = writer.text(self.ruleID)
    }
  }

  /// Asks for the rules.
  package struct ListAutoTagRulesRequest: Protobuf.PagedRequest {
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

    package static var fullName: String { "siyu.customers.v1.ListAutoTagRulesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_auto_tag_rules_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListAutoTagRulesRequest.self)
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListAutoTagRulesRequest.self)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of rules.
  package struct ListAutoTagRulesResponse: Protobuf.Message {
    /// The rules.
    package var rules: [CustomersV1.AutoTagRule] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      rules: [CustomersV1.AutoTagRule] = [],
      nextPageToken: String = ""
    ) {
      self.rules = rules
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListAutoTagRulesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_auto_tag_rules_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListAutoTagRulesResponse.self)
      self.rules = reader.messages(c.pointee.n_rules, c.pointee.rules, "rules")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListAutoTagRulesResponse.self)
      c.pointee.rules = writer.messages(self.rules, &c.pointee.n_rules)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks to change a rule.
  package struct UpdateAutoTagRuleRequest: Protobuf.MutatingRequest {
    /// Which, by rule_id, and what it is to be.
    package var rule: CustomersV1.AutoTagRule? = nil
    /// What to change: name, order, enabled, trigger, range, add_tags, remove_tags. Absent: those that
    /// are not empty in `rule`. An unknown path is INVALID_ARGUMENT.
    package var updateMask: GoogleProtobuf.FieldMask? = nil
    /// Makes the call repeatable; see CreateAutoTagRuleRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      rule: CustomersV1.AutoTagRule? = nil,
      updateMask: GoogleProtobuf.FieldMask? = nil,
      requestID: String = ""
    ) {
      self.rule = rule
      self.updateMask = updateMask
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.UpdateAutoTagRuleRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__update_auto_tag_rule_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__UpdateAutoTagRuleRequest.self)
      self.rule = reader.message(c.pointee.rule, "rule")
      self.updateMask = reader.message(c.pointee.update_mask, "update_mask")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__UpdateAutoTagRuleRequest.self)
      c.pointee.rule = writer.message(self.rule)
      c.pointee.update_mask = writer.message(self.updateMask)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks to delete a rule.
  package struct DeleteAutoTagRuleRequest: Protobuf.MutatingRequest {
    /// Which. Required.
    package var ruleID: String = ""
    /// Makes the call repeatable; see CreateAutoTagRuleRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      ruleID: String = "",
      requestID: String = ""
    ) {
      self.ruleID = ruleID
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.DeleteAutoTagRuleRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__delete_auto_tag_rule_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__DeleteAutoTagRuleRequest.self)
      self.ruleID = reader.text(c.pointee.rule_id, "rule_id")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__DeleteAutoTagRuleRequest.self)
      c.pointee.rule_id = writer.text(self.ruleID)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// The rule is gone.
  package struct DeleteAutoTagRuleResponse: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.customers.v1.DeleteAutoTagRuleResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__delete_auto_tag_rule_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }

  /// Asks what a rule would do.
  package struct PreviewAutoTagRuleRequest: Protobuf.Message {
    /// A rule that is kept; empty when `rule` is given, and not both (INVALID_ARGUMENT).
    package var ruleID: String = ""
    /// A rule that may be; its rule_id, name, order and enabled do not matter.
    package var rule: CustomersV1.AutoTagRule? = nil
    /// How many relations that would change to show: 0 means 10, at most 100 are shown. Negative is
    /// INVALID_ARGUMENT.
    package var sampleSize: Int32 = 0

    package init() {}

    package init(
      ruleID: String = "",
      rule: CustomersV1.AutoTagRule? = nil,
      sampleSize: Int32 = 0
    ) {
      self.ruleID = ruleID
      self.rule = rule
      self.sampleSize = sampleSize
    }

    package static var fullName: String { "siyu.customers.v1.PreviewAutoTagRuleRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__preview_auto_tag_rule_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__PreviewAutoTagRuleRequest.self)
      self.ruleID = reader.text(c.pointee.rule_id, "rule_id")
      self.rule = reader.message(c.pointee.rule, "rule")
      self.sampleSize = c.pointee.sample_size
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__PreviewAutoTagRuleRequest.self)
      c.pointee.rule_id = writer.text(self.ruleID)
      c.pointee.rule = writer.message(self.rule)
      c.pointee.sample_size = self.sampleSize
    }
  }

  /// Asks for what a rule did to be taken back.
  package struct UndoAutoTagRuleRequest: Protobuf.MutatingRequest {
    /// Which. Required.
    package var ruleID: String = ""
    /// Makes the call repeatable; see CreateAutoTagRuleRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      ruleID: String = "",
      requestID: String = ""
    ) {
      self.ruleID = ruleID
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.UndoAutoTagRuleRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__undo_auto_tag_rule_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__UndoAutoTagRuleRequest.self)
      self.ruleID = reader.text(c.pointee.rule_id, "rule_id")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__UndoAutoTagRuleRequest.self)
      c.pointee.rule_id = writer.text(self.ruleID)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks what rules did: of one rule, or to one relation; not both, and not neither
  /// (INVALID_ARGUMENT).
  package struct ListAutoTagEffectsRequest: Protobuf.PagedRequest {
    /// The rule.
    package var ruleID: String = ""
    /// The relation's member, ignoring case; together with external_userid.
    package var userid: String = ""
    /// The relation's customer; together with userid.
    package var externalUserid: String = ""
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      ruleID: String = "",
      userid: String = "",
      externalUserid: String = "",
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.ruleID = ruleID
      self.userid = userid
      self.externalUserid = externalUserid
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListAutoTagEffectsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_auto_tag_effects_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListAutoTagEffectsRequest.self)
      self.ruleID = reader.text(c.pointee.rule_id, "rule_id")
      self.userid = reader.text(c.pointee.userid, "userid")
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListAutoTagEffectsRequest.self)
      c.pointee.rule_id = writer.text(self.ruleID)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of what rules did.
  package struct ListAutoTagEffectsResponse: Protobuf.Message {
    /// What they did.
    package var effects: [CustomersV1.AutoTagEffect] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      effects: [CustomersV1.AutoTagEffect] = [],
      nextPageToken: String = ""
    ) {
      self.effects = effects
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListAutoTagEffectsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_auto_tag_effects_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListAutoTagEffectsResponse.self)
      self.effects = reader.messages(c.pointee.n_effects, c.pointee.effects, "effects")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListAutoTagEffectsResponse.self)
      c.pointee.effects = writer.messages(self.effects, &c.pointee.n_effects)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// One thing that happened elsewhere.
  package struct AutoTagEvent: Protobuf.Message {
    /// The customer. Missing: errcode 41035; malformed: 40096. The item fails with CUSTOMER_NOT_FOUND,
    /// errcode 40096, when nobody has the id.
    package var externalUserid: String = ""
    /// The member whose relation is meant, ignoring case; the item fails with NOT_RELATED, errcode
    /// 84061, when the two are not related. Empty: the customer's half and mutual relations, of those
    /// with the 100 members who were first seen here.
    package var userid: String = ""
    /// What happened. Required.
    package var kind: CustomersV1.AutoTagEventKind = .init()
    /// To what: a chat_id, or the caller's own name of what was bought: at most 64 bytes. May be
    /// empty.
    package var key: String = ""

    package init() {}

    package init(
      externalUserid: String = "",
      userid: String = "",
      kind: CustomersV1.AutoTagEventKind = .init(),
      key: String = ""
    ) {
      self.externalUserid = externalUserid
      self.userid = userid
      self.kind = kind
      self.key = key
    }

    package static var fullName: String { "siyu.customers.v1.AutoTagEvent" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__auto_tag_event__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__AutoTagEvent.self)
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.userid = reader.text(c.pointee.userid, "userid")
      self.kind = CustomersV1.AutoTagEventKind(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
      self.key = reader.text(c.pointee.key, "key")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__AutoTagEvent.self)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.kind = writer.value(self.kind)
      c.pointee.key = writer.text(self.key)
    }
  }

  /// Tells of things that happened elsewhere.
  package struct RecordAutoTagEventsRequest: Protobuf.MutatingRequest {
    /// The events: 1 to 1000.
    package var events: [CustomersV1.AutoTagEvent] = []
    /// Makes the call repeatable; see CreateAutoTagRuleRequest. Empty is as safe: a rule comes to a
    /// relation once.
    package var requestID: String = ""

    package init() {}

    package init(
      events: [CustomersV1.AutoTagEvent] = [],
      requestID: String = ""
    ) {
      self.events = events
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.RecordAutoTagEventsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__record_auto_tag_events_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__RecordAutoTagEventsRequest.self)
      self.events = reader.messages(c.pointee.n_events, c.pointee.events, "events")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__RecordAutoTagEventsRequest.self)
      c.pointee.events = writer.messages(self.events, &c.pointee.n_events)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// What became of the events.
  package struct RecordAutoTagEventsResponse: Protobuf.Message {
    /// Events that were taken, whether or not any rule was set off.
    package var recordedCount: Int64 = 0
    /// How many times a rule came to a relation.
    package var appliedCount: Int64 = 0
    /// Those that were left out, in the order given; `key` is the place in `events`, from 0.
    package var failures: [CommonV1.ItemFailure] = []

    package init() {}

    package init(
      recordedCount: Int64 = 0,
      appliedCount: Int64 = 0,
      failures: [CommonV1.ItemFailure] = []
    ) {
      self.recordedCount = recordedCount
      self.appliedCount = appliedCount
      self.failures = failures
    }

    package static var fullName: String { "siyu.customers.v1.RecordAutoTagEventsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__record_auto_tag_events_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__RecordAutoTagEventsResponse.self)
      self.recordedCount = c.pointee.recorded_count
      self.appliedCount = c.pointee.applied_count
      self.failures = reader.messages(c.pointee.n_failures, c.pointee.failures, "failures")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__RecordAutoTagEventsResponse.self)
      c.pointee.recorded_count = self.recordedCount
      c.pointee.applied_count = self.appliedCount
      c.pointee.failures = writer.messages(self.failures, &c.pointee.n_failures)
    }
  }
}
