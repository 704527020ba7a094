// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension BroadcastsV1 {
  /// Tells what happened to broadcasts. WeCom has no callback for it: the events are our own.
  package protocol ChangeServiceProtocol: Swift.Sendable {
    /// Streams every change after a cursor, in commit order, without gaps, and stays open for those to
    /// come. OUT_OF_RANGE when the cursor is older than what is kept (7 days) or of another database:
    /// list again, then watch from an empty cursor.
    func watchChanges(_ request: BroadcastsV1.WatchChangesRequest, _ replies: RPC.ReplyStream<BroadcastsV1.Change>, _ call: RPC.Call) async throws
  }

  /// The methods of `siyu.broadcasts.v1.ChangeService`, and its routes.
  package enum ChangeService {
    package static let watchChanges = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ChangeService", name: "WatchChanges",
      clientStreaming: false, serverStreaming: true,
      right: .scope("broadcasts.changes.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.broadcasts.v1.ChangeService",
      methods: [watchChanges])

    package static func routes(_ service: some ChangeServiceProtocol) -> [RPC.Route] {
      [
        .serverStream(watchChanges) { (request: BroadcastsV1.WatchChangesRequest, replies: RPC.ReplyStream<BroadcastsV1.Change>, call) in try await service.watchChanges(request, replies, call) },
      ]
    }
  }

  /// Calls `siyu.broadcasts.v1.ChangeService` over a channel.
  package struct ChangeServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Streams every change after a cursor, in commit order, without gaps, and stays open for those to
    /// come. OUT_OF_RANGE when the cursor is older than what is kept (7 days) or of another database:
    /// list again, then watch from an empty cursor.
    package func watchChanges(_ request: BroadcastsV1.WatchChangesRequest, options: RPC.CallOptions = .init()) -> RPC.ReplySequence<BroadcastsV1.Change> {
      channel.serverStream(ChangeService.watchChanges, request, options)
    }
  }

  /// Asks for the feed.
  package struct WatchChangesRequest: Protobuf.Message {
    /// The cursor of the last change that was dealt with; empty starts at the oldest that is kept.
    package var after: String = ""

    package init() {}

    package init(
      after: String = ""
    ) {
      self.after = after
    }

    package static var fullName: String { "siyu.broadcasts.v1.WatchChangesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__watch_changes_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__WatchChangesRequest.self)
      self.after = reader.text(c.pointee.after, "after")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__WatchChangesRequest.self)
      c.pointee.after = writer.text(self.after)
    }
  }

  /// Deliveries that one call settled.
  package struct SettledDeliveries: Protobuf.Message {
    /// The deliveries, each as it is now: 1 to 1000.
    package var deliveries: [BroadcastsV1.Delivery] = []

    package init() {}

    package init(
      deliveries: [BroadcastsV1.Delivery] = []
    ) {
      self.deliveries = deliveries
    }

    package static var fullName: String { "siyu.broadcasts.v1.SettledDeliveries" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__settled_deliveries__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__SettledDeliveries.self)
      self.deliveries = reader.messages(c.pointee.n_deliveries, c.pointee.deliveries, "deliveries")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__SettledDeliveries.self)
      c.pointee.deliveries = writer.messages(self.deliveries, &c.pointee.n_deliveries)
    }
  }

  /// Deliveries that one call said are not known.
  package struct UnknownDeliveries: Protobuf.Message {
    /// The deliveries, each as it is now: 1 to 1000.
    package var deliveries: [BroadcastsV1.Delivery] = []

    package init() {}

    package init(
      deliveries: [BroadcastsV1.Delivery] = []
    ) {
      self.deliveries = deliveries
    }

    package static var fullName: String { "siyu.broadcasts.v1.UnknownDeliveries" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__unknown_deliveries__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__UnknownDeliveries.self)
      self.deliveries = reader.messages(c.pointee.n_deliveries, c.pointee.deliveries, "deliveries")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__UnknownDeliveries.self)
      c.pointee.deliveries = writer.messages(self.deliveries, &c.pointee.n_deliveries)
    }
  }

  /// Conversions that one call recorded.
  package struct RecordedConversions: Protobuf.Message {
    /// The conversions: 1 to 1000.
    package var conversions: [BroadcastsV1.Conversion] = []

    package init() {}

    package init(
      conversions: [BroadcastsV1.Conversion] = []
    ) {
      self.conversions = conversions
    }

    package static var fullName: String { "siyu.broadcasts.v1.RecordedConversions" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__recorded_conversions__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__RecordedConversions.self)
      self.conversions = reader.messages(c.pointee.n_conversions, c.pointee.conversions, "conversions")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__RecordedConversions.self)
      c.pointee.conversions = writer.messages(self.conversions, &c.pointee.n_conversions)
    }
  }

  /// Deliveries that one channel could not send and that wait for the next.
  package struct PassedDeliveries: Protobuf.Message {
    /// The deliveries, each as it is now, the newest of failed_attempts last: 1 to 3000.
    package var deliveries: [BroadcastsV1.Delivery] = []

    package init() {}

    package init(
      deliveries: [BroadcastsV1.Delivery] = []
    ) {
      self.deliveries = deliveries
    }

    package static var fullName: String { "siyu.broadcasts.v1.PassedDeliveries" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__passed_deliveries__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__PassedDeliveries.self)
      self.deliveries = reader.messages(c.pointee.n_deliveries, c.pointee.deliveries, "deliveries")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__PassedDeliveries.self)
      c.pointee.deliveries = writer.messages(self.deliveries, &c.pointee.n_deliveries)
    }
  }

  /// Welcomes that came to their end.
  package struct SettledWelcomes: Protobuf.Message {
    /// The welcomes, each as it is now: 1 to 250.
    package var welcomes: [BroadcastsV1.Welcome] = []

    package init() {}

    package init(
      welcomes: [BroadcastsV1.Welcome] = []
    ) {
      self.welcomes = welcomes
    }

    package static var fullName: String { "siyu.broadcasts.v1.SettledWelcomes" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__settled_welcomes__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__SettledWelcomes.self)
      self.welcomes = reader.messages(c.pointee.n_welcomes, c.pointee.welcomes, "welcomes")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__SettledWelcomes.self)
      c.pointee.welcomes = writer.messages(self.welcomes, &c.pointee.n_welcomes)
    }
  }

  /// Touches that one call recorded.
  package struct RecordedTouches: Protobuf.Message {
    /// The touches: 1 to 1000.
    package var touches: [BroadcastsV1.Touch] = []

    package init() {}

    package init(
      touches: [BroadcastsV1.Touch] = []
    ) {
      self.touches = touches
    }

    package static var fullName: String { "siyu.broadcasts.v1.RecordedTouches" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__recorded_touches__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__RecordedTouches.self)
      self.touches = reader.messages(c.pointee.n_touches, c.pointee.touches, "touches")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__RecordedTouches.self)
      c.pointee.touches = writer.messages(self.touches, &c.pointee.n_touches)
    }
  }

  /// Choices of offers that one call recorded.
  package struct RecordedOfferChoices: Protobuf.Message {
    /// The choices: 1 to 1000.
    package var choices: [BroadcastsV1.OfferChoice] = []

    package init() {}

    package init(
      choices: [BroadcastsV1.OfferChoice] = []
    ) {
      self.choices = choices
    }

    package static var fullName: String { "siyu.broadcasts.v1.RecordedOfferChoices" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__recorded_offer_choices__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__RecordedOfferChoices.self)
      self.choices = reader.messages(c.pointee.n_choices, c.pointee.choices, "choices")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__RecordedOfferChoices.self)
      c.pointee.choices = writer.messages(self.choices, &c.pointee.n_choices)
    }
  }

  /// One committed change.
  package struct Change: Protobuf.Message {
    /// Names the change for ever: the same at each delivery.
    package var eventID: String = ""
    /// The number of the change in this corp's feed: from 1, without gaps.
    package var sequence: Int64 = 0
    /// Where to go on from after this change. Opaque.
    package var cursor: String = ""
    /// When it was committed.
    package var changeTime: GoogleProtobuf.Timestamp? = nil
    /// Who caused it.
    package var origin: CommonV1.Origin = .init()
    /// What happened.
    package var event: Event? = nil

    package init() {}

    package init(
      eventID: String = "",
      sequence: Int64 = 0,
      cursor: String = "",
      changeTime: GoogleProtobuf.Timestamp? = nil,
      origin: CommonV1.Origin = .init(),
      event: Event? = nil
    ) {
      self.eventID = eventID
      self.sequence = sequence
      self.cursor = cursor
      self.changeTime = changeTime
      self.origin = origin
      self.event = event
    }

    /// What happened.
    package enum Event: Swift.Hashable, Swift.Sendable {
      /// A broadcast was created, and is being planned or waits for approval.
      case broadcastCreated(BroadcastsV1.Broadcast)
      /// A broadcast is planned: its members may confirm.
      case broadcastPlanned(BroadcastsV1.Broadcast)
      /// Each recipient of a broadcast was sent to or failed.
      case broadcastFinished(BroadcastsV1.Broadcast)
      /// A broadcast was cancelled.
      case broadcastCancelled(BroadcastsV1.Broadcast)
      /// A broadcast could not be planned.
      case broadcastFailed(BroadcastsV1.Broadcast)
      /// A member confirmed his task.
      case memberTaskConfirmed(BroadcastsV1.MemberTask)
      /// A channel said what became of deliveries, or the rules left them out.
      case deliveriesSettled(BroadcastsV1.SettledDeliveries)
      /// Conversions were recorded.
      case conversionsRecorded(BroadcastsV1.RecordedConversions)
      /// The members of a broadcast who have not confirmed are to be reminded.
      case broadcastReminded(BroadcastsV1.Broadcast)
      /// The corp's rules of sending changed; the new ones.
      case sendingRulesSet(BroadcastsV1.SendingRules)
      /// Personal broadcasts were recorded. What the feed tells of them is how many.
      case personalBroadcastsRecorded(BroadcastsV1.RecordPersonalBroadcastsResponse)
      /// A schedule was created.
      case scheduleCreated(BroadcastsV1.Schedule)
      /// A schedule was cancelled.
      case scheduleCancelled(BroadcastsV1.Schedule)
      /// An occurrence of a schedule was started; broadcast_created comes before it.
      case occurrenceStarted(BroadcastsV1.Occurrence)
      /// An occurrence of a schedule was too late, and waits for StartOccurrence.
      case occurrenceMissed(BroadcastsV1.Occurrence)
      /// A channel cannot tell what became of deliveries.
      case deliveriesUnknown(BroadcastsV1.UnknownDeliveries)
      /// A channel was set.
      case channelSet(BroadcastsV1.Channel)
      /// A channel was forgotten; what it was.
      case channelDeleted(BroadcastsV1.Channel)
      /// A welcome rule was created; the rule.
      case welcomeRuleCreated(BroadcastsV1.WelcomeRule)
      /// A welcome rule changed; the rule as it is now.
      case welcomeRuleUpdated(BroadcastsV1.WelcomeRule)
      /// A welcome rule was deleted; its last state.
      case welcomeRuleDeleted(BroadcastsV1.WelcomeRule)
      /// It was decided about a welcome code, by the rules or by SendWelcome. When the welcome waits,
      /// channels are to lease it, within 20 seconds of its add_time.
      case welcomeDecided(BroadcastsV1.Welcome)
      /// Welcomes were sent, failed, came too late or were beaten.
      case welcomesSettled(BroadcastsV1.SettledWelcomes)
      /// A group welcome template was created; the template.
      case groupWelcomeTemplateCreated(BroadcastsV1.GroupWelcomeTemplate)
      /// A group welcome template changed; the template as it is now.
      case groupWelcomeTemplateUpdated(BroadcastsV1.GroupWelcomeTemplate)
      /// A group welcome template was deleted; its last state.
      case groupWelcomeTemplateDeleted(BroadcastsV1.GroupWelcomeTemplate)
      /// A content item was created; the item.
      case contentItemCreated(BroadcastsV1.ContentItem)
      /// A content item changed; the item as it is now.
      case contentItemUpdated(BroadcastsV1.ContentItem)
      /// A content item was deleted; its last state.
      case contentItemDeleted(BroadcastsV1.ContentItem)
      /// A member used a content item; use_count is of all members.
      case contentItemUsed(BroadcastsV1.ContentUse)
      /// Touches were recorded.
      case touchesRecorded(BroadcastsV1.RecordedTouches)
      /// A guide task was given to its members.
      case guideTaskCreated(BroadcastsV1.GuideTask)
      /// A guide task was cancelled.
      case guideTaskCancelled(BroadcastsV1.GuideTask)
      /// The members who have not done a guide task are to be reminded.
      case guideTaskReminded(BroadcastsV1.GuideTask)
      /// A guide task is due, and members have not done it.
      case guideTaskOverdue(BroadcastsV1.GuideTask)
      /// All members have done a guide task.
      case guideTaskFinished(BroadcastsV1.GuideTask)
      /// A member has read a guide task.
      case guideAssignmentRead(BroadcastsV1.GuideAssignment)
      /// A member brought a report.
      case guideReportRecorded(BroadcastsV1.GuideReport)
      /// A member has done a guide task.
      case guideAssignmentDone(BroadcastsV1.GuideAssignment)
      /// A broadcast was approved. It is being planned or, approved too late, in STATE_WAITING_START;
      /// then occurrence_missed comes next.
      case broadcastApproved(BroadcastsV1.Broadcast)
      /// A broadcast was not approved.
      case broadcastRefused(BroadcastsV1.Broadcast)
      /// Recipients chose offers, or redeemed them without having chosen before.
      case offerChoicesRecorded(BroadcastsV1.RecordedOfferChoices)
      /// An alert rule was created.
      case alertRuleCreated(BroadcastsV1.AlertRule)
      /// An alert rule was deleted; what it was.
      case alertRuleDeleted(BroadcastsV1.AlertRule)
      /// A broadcast or a guide task does not go as a rule says it should.
      case alertRaised(BroadcastsV1.Alert)
      /// A member claimed a guide task that is for one.
      case guideTaskClaimed(BroadcastsV1.GuideAssignment)
      /// A member gave a claimed guide task back.
      case guideTaskReturned(BroadcastsV1.GuideAssignment)
      /// Deliveries failed in one channel and wait for the next of their broadcast.
      case deliveriesPassedOn(BroadcastsV1.PassedDeliveries)
    }

    package static var fullName: String { "siyu.broadcasts.v1.Change" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__change__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__Change.self)
      self.eventID = reader.text(c.pointee.event_id, "event_id")
      self.sequence = c.pointee.sequence
      self.cursor = reader.text(c.pointee.cursor, "cursor")
      self.changeTime = reader.message(c.pointee.change_time, "change_time")
      self.origin = CommonV1.Origin(rawValue: Int32(truncatingIfNeeded: c.pointee.origin.rawValue))
      switch c.pointee.event_case.rawValue {
      case 10: self.event = reader.message(c.pointee.broadcast_created, "broadcast_created").map { .broadcastCreated($0) }
      case 11: self.event = reader.message(c.pointee.broadcast_planned, "broadcast_planned").map { .broadcastPlanned($0) }
      case 12: self.event = reader.message(c.pointee.broadcast_finished, "broadcast_finished").map { .broadcastFinished($0) }
      case 13: self.event = reader.message(c.pointee.broadcast_cancelled, "broadcast_cancelled").map { .broadcastCancelled($0) }
      case 14: self.event = reader.message(c.pointee.broadcast_failed, "broadcast_failed").map { .broadcastFailed($0) }
      case 15: self.event = reader.message(c.pointee.member_task_confirmed, "member_task_confirmed").map { .memberTaskConfirmed($0) }
      case 16: self.event = reader.message(c.pointee.deliveries_settled, "deliveries_settled").map { .deliveriesSettled($0) }
      case 17: self.event = reader.message(c.pointee.conversions_recorded, "conversions_recorded").map { .conversionsRecorded($0) }
      case 18: self.event = reader.message(c.pointee.broadcast_reminded, "broadcast_reminded").map { .broadcastReminded($0) }
      case 19: self.event = reader.message(c.pointee.sending_rules_set, "sending_rules_set").map { .sendingRulesSet($0) }
      case 20: self.event = reader.message(c.pointee.personal_broadcasts_recorded, "personal_broadcasts_recorded").map { .personalBroadcastsRecorded($0) }
      case 21: self.event = reader.message(c.pointee.schedule_created, "schedule_created").map { .scheduleCreated($0) }
      case 22: self.event = reader.message(c.pointee.schedule_cancelled, "schedule_cancelled").map { .scheduleCancelled($0) }
      case 23: self.event = reader.message(c.pointee.occurrence_started, "occurrence_started").map { .occurrenceStarted($0) }
      case 24: self.event = reader.message(c.pointee.occurrence_missed, "occurrence_missed").map { .occurrenceMissed($0) }
      case 25: self.event = reader.message(c.pointee.deliveries_unknown, "deliveries_unknown").map { .deliveriesUnknown($0) }
      case 26: self.event = reader.message(c.pointee.channel_set, "channel_set").map { .channelSet($0) }
      case 27: self.event = reader.message(c.pointee.channel_deleted, "channel_deleted").map { .channelDeleted($0) }
      case 30: self.event = reader.message(c.pointee.welcome_rule_created, "welcome_rule_created").map { .welcomeRuleCreated($0) }
      case 31: self.event = reader.message(c.pointee.welcome_rule_updated, "welcome_rule_updated").map { .welcomeRuleUpdated($0) }
      case 32: self.event = reader.message(c.pointee.welcome_rule_deleted, "welcome_rule_deleted").map { .welcomeRuleDeleted($0) }
      case 33: self.event = reader.message(c.pointee.welcome_decided, "welcome_decided").map { .welcomeDecided($0) }
      case 34: self.event = reader.message(c.pointee.welcomes_settled, "welcomes_settled").map { .welcomesSettled($0) }
      case 35: self.event = reader.message(c.pointee.group_welcome_template_created, "group_welcome_template_created").map { .groupWelcomeTemplateCreated($0) }
      case 36: self.event = reader.message(c.pointee.group_welcome_template_updated, "group_welcome_template_updated").map { .groupWelcomeTemplateUpdated($0) }
      case 37: self.event = reader.message(c.pointee.group_welcome_template_deleted, "group_welcome_template_deleted").map { .groupWelcomeTemplateDeleted($0) }
      case 38: self.event = reader.message(c.pointee.content_item_created, "content_item_created").map { .contentItemCreated($0) }
      case 39: self.event = reader.message(c.pointee.content_item_updated, "content_item_updated").map { .contentItemUpdated($0) }
      case 40: self.event = reader.message(c.pointee.content_item_deleted, "content_item_deleted").map { .contentItemDeleted($0) }
      case 41: self.event = reader.message(c.pointee.content_item_used, "content_item_used").map { .contentItemUsed($0) }
      case 42: self.event = reader.message(c.pointee.touches_recorded, "touches_recorded").map { .touchesRecorded($0) }
      case 43: self.event = reader.message(c.pointee.guide_task_created, "guide_task_created").map { .guideTaskCreated($0) }
      case 44: self.event = reader.message(c.pointee.guide_task_cancelled, "guide_task_cancelled").map { .guideTaskCancelled($0) }
      case 45: self.event = reader.message(c.pointee.guide_task_reminded, "guide_task_reminded").map { .guideTaskReminded($0) }
      case 46: self.event = reader.message(c.pointee.guide_task_overdue, "guide_task_overdue").map { .guideTaskOverdue($0) }
      case 47: self.event = reader.message(c.pointee.guide_task_finished, "guide_task_finished").map { .guideTaskFinished($0) }
      case 48: self.event = reader.message(c.pointee.guide_assignment_read, "guide_assignment_read").map { .guideAssignmentRead($0) }
      case 49: self.event = reader.message(c.pointee.guide_report_recorded, "guide_report_recorded").map { .guideReportRecorded($0) }
      case 50: self.event = reader.message(c.pointee.guide_assignment_done, "guide_assignment_done").map { .guideAssignmentDone($0) }
      case 51: self.event = reader.message(c.pointee.broadcast_approved, "broadcast_approved").map { .broadcastApproved($0) }
      case 52: self.event = reader.message(c.pointee.broadcast_refused, "broadcast_refused").map { .broadcastRefused($0) }
      case 53: self.event = reader.message(c.pointee.offer_choices_recorded, "offer_choices_recorded").map { .offerChoicesRecorded($0) }
      case 54: self.event = reader.message(c.pointee.alert_rule_created, "alert_rule_created").map { .alertRuleCreated($0) }
      case 55: self.event = reader.message(c.pointee.alert_rule_deleted, "alert_rule_deleted").map { .alertRuleDeleted($0) }
      case 56: self.event = reader.message(c.pointee.alert_raised, "alert_raised").map { .alertRaised($0) }
      case 57: self.event = reader.message(c.pointee.guide_task_claimed, "guide_task_claimed").map { .guideTaskClaimed($0) }
      case 58: self.event = reader.message(c.pointee.guide_task_returned, "guide_task_returned").map { .guideTaskReturned($0) }
      case 59: self.event = reader.message(c.pointee.deliveries_passed_on, "deliveries_passed_on").map { .deliveriesPassedOn($0) }
      default: self.event = nil
      }
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__Change.self)
      c.pointee.event_id = writer.text(self.eventID)
      c.pointee.sequence = self.sequence
      c.pointee.cursor = writer.text(self.cursor)
      c.pointee.change_time = writer.message(self.changeTime)
      c.pointee.origin = writer.value(self.origin)
      switch self.event {
      case .broadcastCreated(let value):
        c.pointee.event_case = .init(rawValue: 10)
        c.pointee.broadcast_created = writer.message(value)
      case .broadcastPlanned(let value):
        c.pointee.event_case = .init(rawValue: 11)
        c.pointee.broadcast_planned = writer.message(value)
      case .broadcastFinished(let value):
        c.pointee.event_case = .init(rawValue: 12)
        c.pointee.broadcast_finished = writer.message(value)
      case .broadcastCancelled(let value):
        c.pointee.event_case = .init(rawValue: 13)
        c.pointee.broadcast_cancelled = writer.message(value)
      case .broadcastFailed(let value):
        c.pointee.event_case = .init(rawValue: 14)
        c.pointee.broadcast_failed = writer.message(value)
      case .memberTaskConfirmed(let value):
        c.pointee.event_case = .init(rawValue: 15)
        c.pointee.member_task_confirmed = writer.message(value)
      case .deliveriesSettled(let value):
        c.pointee.event_case = .init(rawValue: 16)
        c.pointee.deliveries_settled = writer.message(value)
      case .conversionsRecorded(let value):
        c.pointee.event_case = .init(rawValue: 17)
        c.pointee.conversions_recorded = writer.message(value)
      case .broadcastReminded(let value):
        c.pointee.event_case = .init(rawValue: 18)
        c.pointee.broadcast_reminded = writer.message(value)
      case .sendingRulesSet(let value):
        c.pointee.event_case = .init(rawValue: 19)
        c.pointee.sending_rules_set = writer.message(value)
      case .personalBroadcastsRecorded(let value):
        c.pointee.event_case = .init(rawValue: 20)
        c.pointee.personal_broadcasts_recorded = writer.message(value)
      case .scheduleCreated(let value):
        c.pointee.event_case = .init(rawValue: 21)
        c.pointee.schedule_created = writer.message(value)
      case .scheduleCancelled(let value):
        c.pointee.event_case = .init(rawValue: 22)
        c.pointee.schedule_cancelled = writer.message(value)
      case .occurrenceStarted(let value):
        c.pointee.event_case = .init(rawValue: 23)
        c.pointee.occurrence_started = writer.message(value)
      case .occurrenceMissed(let value):
        c.pointee.event_case = .init(rawValue: 24)
        c.pointee.occurrence_missed = writer.message(value)
      case .deliveriesUnknown(let value):
        c.pointee.event_case = .init(rawValue: 25)
        c.pointee.deliveries_unknown = writer.message(value)
      case .channelSet(let value):
        c.pointee.event_case = .init(rawValue: 26)
        c.pointee.channel_set = writer.message(value)
      case .channelDeleted(let value):
        c.pointee.event_case = .init(rawValue: 27)
        c.pointee.channel_deleted = writer.message(value)
      case .welcomeRuleCreated(let value):
        c.pointee.event_case = .init(rawValue: 30)
        c.pointee.welcome_rule_created = writer.message(value)
      case .welcomeRuleUpdated(let value):
        c.pointee.event_case = .init(rawValue: 31)
        c.pointee.welcome_rule_updated = writer.message(value)
      case .welcomeRuleDeleted(let value):
        c.pointee.event_case = .init(rawValue: 32)
        c.pointee.welcome_rule_deleted = writer.message(value)
      case .welcomeDecided(let value):
        c.pointee.event_case = .init(rawValue: 33)
        c.pointee.welcome_decided = writer.message(value)
      case .welcomesSettled(let value):
        c.pointee.event_case = .init(rawValue: 34)
        c.pointee.welcomes_settled = writer.message(value)
      case .groupWelcomeTemplateCreated(let value):
        c.pointee.event_case = .init(rawValue: 35)
        c.pointee.group_welcome_template_created = writer.message(value)
      case .groupWelcomeTemplateUpdated(let value):
        c.pointee.event_case = .init(rawValue: 36)
        c.pointee.group_welcome_template_updated = writer.message(value)
      case .groupWelcomeTemplateDeleted(let value):
        c.pointee.event_case = .init(rawValue: 37)
        c.pointee.group_welcome_template_deleted = writer.message(value)
      case .contentItemCreated(let value):
        c.pointee.event_case = .init(rawValue: 38)
        c.pointee.content_item_created = writer.message(value)
      case .contentItemUpdated(let value):
        c.pointee.event_case = .init(rawValue: 39)
        c.pointee.content_item_updated = writer.message(value)
      case .contentItemDeleted(let value):
        c.pointee.event_case = .init(rawValue: 40)
        c.pointee.content_item_deleted = writer.message(value)
      case .contentItemUsed(let value):
        c.pointee.event_case = .init(rawValue: 41)
        c.pointee.content_item_used = writer.message(value)
      case .touchesRecorded(let value):
        c.pointee.event_case = .init(rawValue: 42)
        c.pointee.touches_recorded = writer.message(value)
      case .guideTaskCreated(let value):
        c.pointee.event_case = .init(rawValue: 43)
        c.pointee.guide_task_created = writer.message(value)
      case .guideTaskCancelled(let value):
        c.pointee.event_case = .init(rawValue: 44)
        c.pointee.guide_task_cancelled = writer.message(value)
      case .guideTaskReminded(let value):
        c.pointee.event_case = .init(rawValue: 45)
        c.pointee.guide_task_reminded = writer.message(value)
      case .guideTaskOverdue(let value):
        c.pointee.event_case = .init(rawValue: 46)
        c.pointee.guide_task_overdue = writer.message(value)
      case .guideTaskFinished(let value):
        c.pointee.event_case = .init(rawValue: 47)
        c.pointee.guide_task_finished = writer.message(value)
      case .guideAssignmentRead(let value):
        c.pointee.event_case = .init(rawValue: 48)
        c.pointee.guide_assignment_read = writer.message(value)
      case .guideReportRecorded(let value):
        c.pointee.event_case = .init(rawValue: 49)
        c.pointee.guide_report_recorded = writer.message(value)
      case .guideAssignmentDone(let value):
        c.pointee.event_case = .init(rawValue: 50)
        c.pointee.guide_assignment_done = writer.message(value)
      case .broadcastApproved(let value):
        c.pointee.event_case = .init(rawValue: 51)
        c.pointee.broadcast_approved = writer.message(value)
      case .broadcastRefused(let value):
        c.pointee.event_case = .init(rawValue: 52)
        c.pointee.broadcast_refused = writer.message(value)
      case .offerChoicesRecorded(let value):
        c.pointee.event_case = .init(rawValue: 53)
        c.pointee.offer_choices_recorded = writer.message(value)
      case .alertRuleCreated(let value):
        c.pointee.event_case = .init(rawValue: 54)
        c.pointee.alert_rule_created = writer.message(value)
      case .alertRuleDeleted(let value):
        c.pointee.event_case = .init(rawValue: 55)
        c.pointee.alert_rule_deleted = writer.message(value)
      case .alertRaised(let value):
        c.pointee.event_case = .init(rawValue: 56)
        c.pointee.alert_raised = writer.message(value)
      case .guideTaskClaimed(let value):
        c.pointee.event_case = .init(rawValue: 57)
        c.pointee.guide_task_claimed = writer.message(value)
      case .guideTaskReturned(let value):
        c.pointee.event_case = .init(rawValue: 58)
        c.pointee.guide_task_returned = writer.message(value)
      case .deliveriesPassedOn(let value):
        c.pointee.event_case = .init(rawValue: 59)
        c.pointee.deliveries_passed_on = writer.message(value)
      case nil: break
      }
    }
  }
}
