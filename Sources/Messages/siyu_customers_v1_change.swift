// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CustomersV1 {
  /// Tells what happened to customers, relations, tags and contact ways, and that interactions were
  /// recorded.
  package protocol ChangeServiceProtocol: Swift.Sendable {
    /// Streams every change after a cursor, in commit order, without gaps, and stays open for those to
    /// come. OUT_OF_RANGE when the cursor is older than what is kept (7 days) or of another database:
    /// list again, then watch from an empty cursor. Stands for the change_external_contact and
    /// change_external_tag callbacks.
    func watchChanges(_ request: CustomersV1.WatchChangesRequest, _ replies: RPC.ReplyStream<CustomersV1.Change>, _ call: RPC.Call) async throws
  }

  /// The methods of `siyu.customers.v1.ChangeService`, and its routes.
  package enum ChangeService {
    package static let watchChanges = RPC.MethodDescriptor(
      service: "siyu.customers.v1.ChangeService", name: "WatchChanges",
      clientStreaming: false, serverStreaming: true,
      right: .scope("customers.changes.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.customers.v1.ChangeService",
      methods: [watchChanges])

    package static func routes(_ service: some ChangeServiceProtocol) -> [RPC.Route] {
      [
        .serverStream(watchChanges) { (request: CustomersV1.WatchChangesRequest, replies: RPC.ReplyStream<CustomersV1.Change>, call) in try await service.watchChanges(request, replies, call) },
      ]
    }
  }

  /// Calls `siyu.customers.v1.ChangeService` over a channel.
  package struct ChangeServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Streams every change after a cursor, in commit order, without gaps, and stays open for those to
    /// come. OUT_OF_RANGE when the cursor is older than what is kept (7 days) or of another database:
    /// list again, then watch from an empty cursor. Stands for the change_external_contact and
    /// change_external_tag callbacks.
    package func watchChanges(_ request: CustomersV1.WatchChangesRequest, options: RPC.CallOptions = .init()) -> RPC.ReplySequence<CustomersV1.Change> {
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

    package static var fullName: String { "siyu.customers.v1.WatchChangesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__watch_changes_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__WatchChangesRequest.self)
      self.after = reader.text(c.pointee.after, "after")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__WatchChangesRequest.self)
      c.pointee.after = writer.text(self.after)
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
      /// A customer was added to a member, half or mutual, for the first time or again; the person,
      /// who may be new, the relation, and the welcome code that AddRelation issued. WeCom's
      /// add_half_external_contact and add_external_contact.
      case relationAdded(CustomersV1.CustomerRelation)
      /// What a member notes of a customer, tags or, by an import, other fields of a relation changed, or
      /// an import brought one that the customer had removed; the new state.
      /// WeCom's edit_external_contact.
      case relationUpdated(CustomersV1.CustomerRelation)
      /// A relation was removed; status says by which side. WeCom's del_external_contact and
      /// del_follow_user.
      case relationRemoved(CustomersV1.CustomerRelation)
      /// A tag group was created; its state. Events of its tags follow.
      case tagGroupCreated(CustomersV1.TagGroup)
      /// A tag group changed; its new state.
      case tagGroupUpdated(CustomersV1.TagGroup)
      /// A tag group was deleted; its last state. Unless it lost its last tag by DeleteTag, this tells
      /// of its tags too.
      case tagGroupDeleted(CustomersV1.TagGroup)
      /// A tag was created; its state.
      case tagCreated(CustomersV1.Tag)
      /// A tag changed; its new state.
      case tagUpdated(CustomersV1.Tag)
      /// A tag was deleted; its last state.
      case tagDeleted(CustomersV1.Tag)
      /// A contact way was created; its state.
      case contactWayCreated(CustomersV1.ContactWay)
      /// A contact way changed; its states before and after.
      case contactWayUpdated(CustomersV1.ContactWayUpdate)
      /// A contact way was deleted; its last state.
      case contactWayDeleted(CustomersV1.ContactWay)
      /// A customer was added by a contact way; follows relation_added. Of WeCom's
      /// add_half_external_contact and add_external_contact the parts that speak of the way.
      case addedByContactWay(CustomersV1.ContactWayAdd)
      /// A customer waits, by a contact way, for a member to accept him.
      case requestedByContactWay(CustomersV1.ContactWayAdd)
      /// A temporary session ended; follows relation_removed. Its conclusions are to be sent.
      case temporarySessionEnded(CustomersV1.TemporarySessionEnd)
      /// A welcome message was sent.
      case welcomeSent(CustomersV1.WelcomeSent)
      /// Interactions were recorded. What the feed tells of them is how many: they are their own record.
      case interactionsRecorded(CustomersV1.InteractionsRecorded)
      /// An audience was saved; its state.
      case savedAudienceCreated(CustomersV1.SavedAudience)
      /// A saved audience changed; its new state.
      case savedAudienceUpdated(CustomersV1.SavedAudience)
      /// A saved audience was deleted; its last state.
      case savedAudienceDeleted(CustomersV1.SavedAudience)
      /// An auto-tag rule was made; its state.
      case autoTagRuleCreated(CustomersV1.AutoTagRule)
      /// An auto-tag rule changed; its new state.
      case autoTagRuleUpdated(CustomersV1.AutoTagRule)
      /// An auto-tag rule was deleted; its last state.
      case autoTagRuleDeleted(CustomersV1.AutoTagRule)
      /// An auto-tag rule came to a relation and changed it, or failed to; follows relation_updated
      /// when it changed it.
      case autoTagRuleApplied(CustomersV1.AutoTagEffect)
      /// Attributes of a customer were set or removed.
      case attributesChanged(CustomersV1.AttributesChanged)
      /// A ranking was made; its state.
      case rankingCreated(CustomersV1.Ranking)
      /// A ranking was deleted; its last state.
      case rankingDeleted(CustomersV1.Ranking)
      /// A ranking's run ended: all customers have their tiers, of which attributes_changed told; its new
      /// state.
      case rankingFinished(CustomersV1.Ranking)
      /// A source was made; its state.
      case sourceCreated(CustomersV1.Source)
      /// A source changed; its new state.
      case sourceUpdated(CustomersV1.Source)
      /// A source was deleted; its last state.
      case sourceDeleted(CustomersV1.Source)
      /// A transfer was accepted: the customer is to be told, and may refuse until takeover_time.
      case transferAccepted(CustomersV1.Transfer)
      /// A customer was handed over; follows relation_removed and, when the take-over member had him not
      /// yet, relation_added. The transfer_success_msg is to be sent.
      case transferCompleted(CustomersV1.Transfer)
      /// A transfer came to nothing; fail_reason says why. WeCom's transfer_fail.
      case transferFailed(CustomersV1.Transfer)
      /// A member who had customers left: they are unassigned 待分配 now.
      case customersUnassigned(CustomersV1.CustomersUnassigned)
      /// A tag job was accepted; its state. What it does to relations follows as relation_updated.
      case tagJobCreated(CustomersV1.TagJob)
      /// A tag job ended, done or failed; its last state.
      case tagJobFinished(CustomersV1.TagJob)
      /// The personal tags of a relation changed; all of them. WeCom's edit_external_contact.
      case personalTagsUpdated(CustomersV1.PersonalTags)
      /// A strategy was created; its state.
      case strategyCreated(CustomersV1.Strategy)
      /// A strategy or its range changed; its new state.
      case strategyUpdated(CustomersV1.Strategy)
      /// A strategy was deleted; its last state. Events of its tag groups came before.
      case strategyDeleted(CustomersV1.Strategy)
      /// A customer's identities changed; all of them.
      case identitiesUpdated(CustomersV1.CustomerIdentities)
      /// Customers were merged; all who are one person now.
      case customersMerged(CustomersV1.Person)
      /// A customer was taken out of a person.
      case customerUnmerged(CustomersV1.PersonSplit)
    }

    package static var fullName: String { "siyu.customers.v1.Change" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__change__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__Change.self)
      self.eventID = reader.text(c.pointee.event_id, "event_id")
      self.sequence = c.pointee.sequence
      self.cursor = reader.text(c.pointee.cursor, "cursor")
      self.changeTime = reader.message(c.pointee.change_time, "change_time")
      self.origin = CommonV1.Origin(rawValue: Int32(truncatingIfNeeded: c.pointee.origin.rawValue))
      switch c.pointee.event_case.rawValue {
      case 10: self.event = reader.message(c.pointee.relation_added, "relation_added").map { .relationAdded($0) }
      case 11: self.event = reader.message(c.pointee.relation_updated, "relation_updated").map { .relationUpdated($0) }
      case 12: self.event = reader.message(c.pointee.relation_removed, "relation_removed").map { .relationRemoved($0) }
      case 13: self.event = reader.message(c.pointee.tag_group_created, "tag_group_created").map { .tagGroupCreated($0) }
      case 14: self.event = reader.message(c.pointee.tag_group_updated, "tag_group_updated").map { .tagGroupUpdated($0) }
      case 15: self.event = reader.message(c.pointee.tag_group_deleted, "tag_group_deleted").map { .tagGroupDeleted($0) }
      case 16: self.event = reader.message(c.pointee.tag_created, "tag_created").map { .tagCreated($0) }
      case 17: self.event = reader.message(c.pointee.tag_updated, "tag_updated").map { .tagUpdated($0) }
      case 18: self.event = reader.message(c.pointee.tag_deleted, "tag_deleted").map { .tagDeleted($0) }
      case 60: self.event = reader.message(c.pointee.contact_way_created, "contact_way_created").map { .contactWayCreated($0) }
      case 61: self.event = reader.message(c.pointee.contact_way_updated, "contact_way_updated").map { .contactWayUpdated($0) }
      case 62: self.event = reader.message(c.pointee.contact_way_deleted, "contact_way_deleted").map { .contactWayDeleted($0) }
      case 63: self.event = reader.message(c.pointee.added_by_contact_way, "added_by_contact_way").map { .addedByContactWay($0) }
      case 64: self.event = reader.message(c.pointee.requested_by_contact_way, "requested_by_contact_way").map { .requestedByContactWay($0) }
      case 65: self.event = reader.message(c.pointee.temporary_session_ended, "temporary_session_ended").map { .temporarySessionEnded($0) }
      case 66: self.event = reader.message(c.pointee.welcome_sent, "welcome_sent").map { .welcomeSent($0) }
      case 40: self.event = reader.message(c.pointee.interactions_recorded, "interactions_recorded").map { .interactionsRecorded($0) }
      case 90: self.event = reader.message(c.pointee.saved_audience_created, "saved_audience_created").map { .savedAudienceCreated($0) }
      case 91: self.event = reader.message(c.pointee.saved_audience_updated, "saved_audience_updated").map { .savedAudienceUpdated($0) }
      case 92: self.event = reader.message(c.pointee.saved_audience_deleted, "saved_audience_deleted").map { .savedAudienceDeleted($0) }
      case 93: self.event = reader.message(c.pointee.auto_tag_rule_created, "auto_tag_rule_created").map { .autoTagRuleCreated($0) }
      case 94: self.event = reader.message(c.pointee.auto_tag_rule_updated, "auto_tag_rule_updated").map { .autoTagRuleUpdated($0) }
      case 95: self.event = reader.message(c.pointee.auto_tag_rule_deleted, "auto_tag_rule_deleted").map { .autoTagRuleDeleted($0) }
      case 96: self.event = reader.message(c.pointee.auto_tag_rule_applied, "auto_tag_rule_applied").map { .autoTagRuleApplied($0) }
      case 97: self.event = reader.message(c.pointee.attributes_changed, "attributes_changed").map { .attributesChanged($0) }
      case 98: self.event = reader.message(c.pointee.ranking_created, "ranking_created").map { .rankingCreated($0) }
      case 99: self.event = reader.message(c.pointee.ranking_deleted, "ranking_deleted").map { .rankingDeleted($0) }
      case 100: self.event = reader.message(c.pointee.ranking_finished, "ranking_finished").map { .rankingFinished($0) }
      case 101: self.event = reader.message(c.pointee.source_created, "source_created").map { .sourceCreated($0) }
      case 102: self.event = reader.message(c.pointee.source_updated, "source_updated").map { .sourceUpdated($0) }
      case 103: self.event = reader.message(c.pointee.source_deleted, "source_deleted").map { .sourceDeleted($0) }
      case 70: self.event = reader.message(c.pointee.transfer_accepted, "transfer_accepted").map { .transferAccepted($0) }
      case 71: self.event = reader.message(c.pointee.transfer_completed, "transfer_completed").map { .transferCompleted($0) }
      case 72: self.event = reader.message(c.pointee.transfer_failed, "transfer_failed").map { .transferFailed($0) }
      case 73: self.event = reader.message(c.pointee.customers_unassigned, "customers_unassigned").map { .customersUnassigned($0) }
      case 80: self.event = reader.message(c.pointee.tag_job_created, "tag_job_created").map { .tagJobCreated($0) }
      case 81: self.event = reader.message(c.pointee.tag_job_finished, "tag_job_finished").map { .tagJobFinished($0) }
      case 82: self.event = reader.message(c.pointee.personal_tags_updated, "personal_tags_updated").map { .personalTagsUpdated($0) }
      case 83: self.event = reader.message(c.pointee.strategy_created, "strategy_created").map { .strategyCreated($0) }
      case 84: self.event = reader.message(c.pointee.strategy_updated, "strategy_updated").map { .strategyUpdated($0) }
      case 85: self.event = reader.message(c.pointee.strategy_deleted, "strategy_deleted").map { .strategyDeleted($0) }
      case 86: self.event = reader.message(c.pointee.identities_updated, "identities_updated").map { .identitiesUpdated($0) }
      case 87: self.event = reader.message(c.pointee.customers_merged, "customers_merged").map { .customersMerged($0) }
      case 88: self.event = reader.message(c.pointee.customer_unmerged, "customer_unmerged").map { .customerUnmerged($0) }
      default: self.event = nil
      }
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__Change.self)
      c.pointee.event_id = writer.text(self.eventID)
      c.pointee.sequence = self.sequence
      c.pointee.cursor = writer.text(self.cursor)
      c.pointee.change_time = writer.message(self.changeTime)
      c.pointee.origin = writer.value(self.origin)
      switch self.event {
      case .relationAdded(let value):
        c.pointee.event_case = .init(rawValue: 10)
        c.pointee.relation_added = writer.message(value)
      case .relationUpdated(let value):
        c.pointee.event_case = .init(rawValue: 11)
        c.pointee.relation_updated = writer.message(value)
      case .relationRemoved(let value):
        c.pointee.event_case = .init(rawValue: 12)
        c.pointee.relation_removed = writer.message(value)
      case .tagGroupCreated(let value):
        c.pointee.event_case = .init(rawValue: 13)
        c.pointee.tag_group_created = writer.message(value)
      case .tagGroupUpdated(let value):
        c.pointee.event_case = .init(rawValue: 14)
        c.pointee.tag_group_updated = writer.message(value)
      case .tagGroupDeleted(let value):
        c.pointee.event_case = .init(rawValue: 15)
        c.pointee.tag_group_deleted = writer.message(value)
      case .tagCreated(let value):
        c.pointee.event_case = .init(rawValue: 16)
        c.pointee.tag_created = writer.message(value)
      case .tagUpdated(let value):
        c.pointee.event_case = .init(rawValue: 17)
        c.pointee.tag_updated = writer.message(value)
      case .tagDeleted(let value):
        c.pointee.event_case = .init(rawValue: 18)
        c.pointee.tag_deleted = writer.message(value)
      case .contactWayCreated(let value):
        c.pointee.event_case = .init(rawValue: 60)
        c.pointee.contact_way_created = writer.message(value)
      case .contactWayUpdated(let value):
        c.pointee.event_case = .init(rawValue: 61)
        c.pointee.contact_way_updated = writer.message(value)
      case .contactWayDeleted(let value):
        c.pointee.event_case = .init(rawValue: 62)
        c.pointee.contact_way_deleted = writer.message(value)
      case .addedByContactWay(let value):
        c.pointee.event_case = .init(rawValue: 63)
        c.pointee.added_by_contact_way = writer.message(value)
      case .requestedByContactWay(let value):
        c.pointee.event_case = .init(rawValue: 64)
        c.pointee.requested_by_contact_way = writer.message(value)
      case .temporarySessionEnded(let value):
        c.pointee.event_case = .init(rawValue: 65)
        c.pointee.temporary_session_ended = writer.message(value)
      case .welcomeSent(let value):
        c.pointee.event_case = .init(rawValue: 66)
        c.pointee.welcome_sent = writer.message(value)
      case .interactionsRecorded(let value):
        c.pointee.event_case = .init(rawValue: 40)
        c.pointee.interactions_recorded = writer.message(value)
      case .savedAudienceCreated(let value):
        c.pointee.event_case = .init(rawValue: 90)
        c.pointee.saved_audience_created = writer.message(value)
      case .savedAudienceUpdated(let value):
        c.pointee.event_case = .init(rawValue: 91)
        c.pointee.saved_audience_updated = writer.message(value)
      case .savedAudienceDeleted(let value):
        c.pointee.event_case = .init(rawValue: 92)
        c.pointee.saved_audience_deleted = writer.message(value)
      case .autoTagRuleCreated(let value):
        c.pointee.event_case = .init(rawValue: 93)
        c.pointee.auto_tag_rule_created = writer.message(value)
      case .autoTagRuleUpdated(let value):
        c.pointee.event_case = .init(rawValue: 94)
        c.pointee.auto_tag_rule_updated = writer.message(value)
      case .autoTagRuleDeleted(let value):
        c.pointee.event_case = .init(rawValue: 95)
        c.pointee.auto_tag_rule_deleted = writer.message(value)
      case .autoTagRuleApplied(let value):
        c.pointee.event_case = .init(rawValue: 96)
        c.pointee.auto_tag_rule_applied = writer.message(value)
      case .attributesChanged(let value):
        c.pointee.event_case = .init(rawValue: 97)
        c.pointee.attributes_changed = writer.message(value)
      case .rankingCreated(let value):
        c.pointee.event_case = .init(rawValue: 98)
        c.pointee.ranking_created = writer.message(value)
      case .rankingDeleted(let value):
        c.pointee.event_case = .init(rawValue: 99)
        c.pointee.ranking_deleted = writer.message(value)
      case .rankingFinished(let value):
        c.pointee.event_case = .init(rawValue: 100)
        c.pointee.ranking_finished = writer.message(value)
      case .sourceCreated(let value):
        c.pointee.event_case = .init(rawValue: 101)
        c.pointee.source_created = writer.message(value)
      case .sourceUpdated(let value):
        c.pointee.event_case = .init(rawValue: 102)
        c.pointee.source_updated = writer.message(value)
      case .sourceDeleted(let value):
        c.pointee.event_case = .init(rawValue: 103)
        c.pointee.source_deleted = writer.message(value)
      case .transferAccepted(let value):
        c.pointee.event_case = .init(rawValue: 70)
        c.pointee.transfer_accepted = writer.message(value)
      case .transferCompleted(let value):
        c.pointee.event_case = .init(rawValue: 71)
        c.pointee.transfer_completed = writer.message(value)
      case .transferFailed(let value):
        c.pointee.event_case = .init(rawValue: 72)
        c.pointee.transfer_failed = writer.message(value)
      case .customersUnassigned(let value):
        c.pointee.event_case = .init(rawValue: 73)
        c.pointee.customers_unassigned = writer.message(value)
      case .tagJobCreated(let value):
        c.pointee.event_case = .init(rawValue: 80)
        c.pointee.tag_job_created = writer.message(value)
      case .tagJobFinished(let value):
        c.pointee.event_case = .init(rawValue: 81)
        c.pointee.tag_job_finished = writer.message(value)
      case .personalTagsUpdated(let value):
        c.pointee.event_case = .init(rawValue: 82)
        c.pointee.personal_tags_updated = writer.message(value)
      case .strategyCreated(let value):
        c.pointee.event_case = .init(rawValue: 83)
        c.pointee.strategy_created = writer.message(value)
      case .strategyUpdated(let value):
        c.pointee.event_case = .init(rawValue: 84)
        c.pointee.strategy_updated = writer.message(value)
      case .strategyDeleted(let value):
        c.pointee.event_case = .init(rawValue: 85)
        c.pointee.strategy_deleted = writer.message(value)
      case .identitiesUpdated(let value):
        c.pointee.event_case = .init(rawValue: 86)
        c.pointee.identities_updated = writer.message(value)
      case .customersMerged(let value):
        c.pointee.event_case = .init(rawValue: 87)
        c.pointee.customers_merged = writer.message(value)
      case .customerUnmerged(let value):
        c.pointee.event_case = .init(rawValue: 88)
        c.pointee.customer_unmerged = writer.message(value)
      case nil: break
      }
    }
  }

  /// A contact way before and after a change.
  package struct ContactWayUpdate: Protobuf.Message {
    /// Before.
    package var before: CustomersV1.ContactWay? = nil
    /// After.
    package var after: CustomersV1.ContactWay? = nil

    package init() {}

    package init(
      before: CustomersV1.ContactWay? = nil,
      after: CustomersV1.ContactWay? = nil
    ) {
      self.before = before
      self.after = after
    }

    package static var fullName: String { "siyu.customers.v1.ContactWayUpdate" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__contact_way_update__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ContactWayUpdate.self)
      self.before = reader.message(c.pointee.before, "before")
      self.after = reader.message(c.pointee.after, "after")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ContactWayUpdate.self)
      c.pointee.before = writer.message(self.before)
      c.pointee.after = writer.message(self.after)
    }
  }

  /// A customer who came by a contact way.
  package struct ContactWayAdd: Protobuf.Message {
    /// The way.
    package var configID: String = ""
    /// Its channel 渠道.
    package var state: String = ""
    /// The member he was led to.
    package var userid: String = ""
    /// The customer.
    package var externalUserid: String = ""
    /// Lets one welcome message be sent; see WelcomeCodeService. Empty when none is due.
    package var welcomeCode: String = ""
    /// When the temporary session that was opened ends; absent when none was.
    package var sessionEndTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      configID: String = "",
      state: String = "",
      userid: String = "",
      externalUserid: String = "",
      welcomeCode: String = "",
      sessionEndTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.configID = configID
      self.state = state
      self.userid = userid
      self.externalUserid = externalUserid
      self.welcomeCode = welcomeCode
      self.sessionEndTime = sessionEndTime
    }

    package static var fullName: String { "siyu.customers.v1.ContactWayAdd" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__contact_way_add__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ContactWayAdd.self)
      self.configID = reader.text(c.pointee.config_id, "config_id")
      self.state = reader.text(c.pointee.state, "state")
      self.userid = reader.text(c.pointee.userid, "userid")
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.welcomeCode = reader.text(c.pointee.welcome_code, "welcome_code")
      self.sessionEndTime = reader.message(c.pointee.session_end_time, "session_end_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ContactWayAdd.self)
      c.pointee.config_id = writer.text(self.configID)
      c.pointee.state = writer.text(self.state)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.welcome_code = writer.text(self.welcomeCode)
      c.pointee.session_end_time = writer.message(self.sessionEndTime)
    }
  }

  /// A temporary session that ended.
  package struct TemporarySessionEnd: Protobuf.Message {
    /// The way it came by.
    package var configID: String = ""
    /// The member.
    package var userid: String = ""
    /// The customer.
    package var externalUserid: String = ""
    /// Why it ended.
    package var cause: CustomersV1.TemporarySessionEnd.Cause = .init()
    /// What is to be sent; absent when the way has none.
    package var conclusions: CustomersV1.Conclusions? = nil

    package init() {}

    package init(
      configID: String = "",
      userid: String = "",
      externalUserid: String = "",
      cause: CustomersV1.TemporarySessionEnd.Cause = .init(),
      conclusions: CustomersV1.Conclusions? = nil
    ) {
      self.configID = configID
      self.userid = userid
      self.externalUserid = externalUserid
      self.cause = cause
      self.conclusions = conclusions
    }

    /// Why a session ended.
    package struct Cause: Protobuf.OpenEnum {
      package var rawValue: Int32
      package init(rawValue: Int32) { self.rawValue = rawValue }

      /// Not said: never sent.
      package static var unspecified: Self { Self(rawValue: 0) }
      /// Its time was over.
      package static var expired: Self { Self(rawValue: 1) }
      /// It was closed by CloseTemporarySession.
      package static var closed: Self { Self(rawValue: 2) }

      package static let names: [Int32: String] = [
        0: "CAUSE_UNSPECIFIED",
        1: "CAUSE_EXPIRED",
        2: "CAUSE_CLOSED",
      ]
    }

    package static var fullName: String { "siyu.customers.v1.TemporarySessionEnd" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__temporary_session_end__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__TemporarySessionEnd.self)
      self.configID = reader.text(c.pointee.config_id, "config_id")
      self.userid = reader.text(c.pointee.userid, "userid")
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.cause = CustomersV1.TemporarySessionEnd.Cause(rawValue: Int32(truncatingIfNeeded: c.pointee.cause.rawValue))
      self.conclusions = reader.message(c.pointee.conclusions, "conclusions")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__TemporarySessionEnd.self)
      c.pointee.config_id = writer.text(self.configID)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.cause = writer.value(self.cause)
      c.pointee.conclusions = writer.message(self.conclusions)
    }
  }

  /// A welcome message that was sent.
  package struct WelcomeSent: Protobuf.Message {
    /// The member.
    package var userid: String = ""
    /// The customer.
    package var externalUserid: String = ""
    /// The code that was used.
    package var welcomeCode: String = ""

    package init() {}

    package init(
      userid: String = "",
      externalUserid: String = "",
      welcomeCode: String = ""
    ) {
      self.userid = userid
      self.externalUserid = externalUserid
      self.welcomeCode = welcomeCode
    }

    package static var fullName: String { "siyu.customers.v1.WelcomeSent" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__welcome_sent__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__WelcomeSent.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.welcomeCode = reader.text(c.pointee.welcome_code, "welcome_code")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__WelcomeSent.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.welcome_code = writer.text(self.welcomeCode)
    }
  }

  /// A member who left his customers behind.
  package struct CustomersUnassigned: Protobuf.Message {
    /// The member.
    package var handoverUserid: String = ""
    /// When he left.
    package var dimissionTime: GoogleProtobuf.Timestamp? = nil
    /// How many customers he had.
    package var customerCount: Int64 = 0

    package init() {}

    package init(
      handoverUserid: String = "",
      dimissionTime: GoogleProtobuf.Timestamp? = nil,
      customerCount: Int64 = 0
    ) {
      self.handoverUserid = handoverUserid
      self.dimissionTime = dimissionTime
      self.customerCount = customerCount
    }

    package static var fullName: String { "siyu.customers.v1.CustomersUnassigned" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__customers_unassigned__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__CustomersUnassigned.self)
      self.handoverUserid = reader.text(c.pointee.handover_userid, "handover_userid")
      self.dimissionTime = reader.message(c.pointee.dimission_time, "dimission_time")
      self.customerCount = c.pointee.customer_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__CustomersUnassigned.self)
      c.pointee.handover_userid = writer.text(self.handoverUserid)
      c.pointee.dimission_time = writer.message(self.dimissionTime)
      c.pointee.customer_count = self.customerCount
    }
  }
}
