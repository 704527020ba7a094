package import Foundation
import RPC

/// A limit or a rule's number: WeCom keeps changing them, so each has a date and a source, and a
/// deployment may set its own.
package struct Policy: Sendable, Hashable {
  package let name: String
  package let value: Int
  /// When the value was last seen in force.
  package let date: String
  /// Where it stands: WeCom's page or the reason of our own choice.
  package let source: String
}

/// The policies in force: the defaults of this file, overridden by a `PolicyFile`.
package struct Policies: Sendable {
  package enum Mistake: Error, Equatable {
    case unknown(name: String)
    case outOfRange(name: String, Int, ClosedRange<Int>)
    case malformed(String)
  }

  private var file = PolicyFile()

  package init() {}

  /// Reads overrides, such as `{"group_members_max": 300}`.
  package init(json: Data) throws {
    do {
      file = try JSONDecoder().decode(PolicyFile.self, from: json)
    } catch is DecodingError {
      throw Mistake.malformed("not a JSON object of names and whole numbers")
    }
  }

  package subscript(policy: Policy) -> Int {
    file.numbers[policy.name] ?? policy.value
  }

  /// A corp's quota of a method: its own, or the method's for everybody times the corp's weight.
  func callsPerMinute(_ corp: String, _ method: MethodDescriptor) -> Int {
    let name = "\(method.service)/\(method.name)"
    return file.corps[corp]?.methods[name]
      ?? (file.methods[name] ?? self[.methodCallsPerMinuteMax]) * weight(of: corp)
  }

  /// How much of what the corps share is one corp's, where 1 is an ordinary one's.
  func weight(of corp: String) -> Int { file.corps[corp]?.weight ?? 1 }
}

extension Policies.Mistake: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknown(let name): "there is no policy, method or corp that can be named '\(name)'"
    case .outOfRange(let name, let value, let range):
      "\(name) is \(value), allowed are \(range.lowerBound) to \(range.upperBound)"
    case .malformed(let why): why
    }
  }
}

extension Policy {
  package static let all: [Policy] = [
    departmentsMax, departmentChildrenMax, departmentDepthMax, memberDepartmentsMax,
    corpTagsMax, memberCustomersMax, relationTagsMax, remarkCharactersMax, descriptionCharactersMax,
    stateCharactersMax, tagNameCharactersMax, audienceUseridsMax, audienceDepartmentsMax,
    audienceTagGroupsMax, audienceConditionsMax, audienceValuesMax, groupMembersMax,
    broadcastExternalUseridsMax,
    broadcastChatIdsMax, broadcastTextBytesMax, attachmentsMax, requestIdKeptHours, feedKeptDays,
    auditKeptDays,
    groupQRCodeMembersMax, momentTextCharactersMax, momentTextBytesMax, momentImagesMax,
    momentUseridsMax, momentDepartmentsMax, momentTagsMax, momentDispatchesMax,
    momentWindowDaysMax, broadcastTagListMax, linkTitleBytesMax, linkDescBytesMax,
    miniprogramTitleBytesMax, attachmentUrlBytesMax, leaseSecondsMax, methodCallsPerMinuteMax,
    contactWaysMax, temporaryContactWaysPerDayMax, contactWayMembersMax,
    contactWayRemarkCharactersMax, contactWayTagsMax, contactWayShiftsMax,
    contactWayStatisticsDaysMax, contactWayUrlBytesMax, temporarySecondsMax,
    temporaryWaySecondsDefault, temporarySessionSecondsDefault, conclusionTextBytesMax,
    welcomeCodeSeconds,
    interactionDaysMax, interactionsWaitingMax, behaviorUseridsMax, behaviorDepartmentsMax,
    behaviorSpanDaysMax, behaviorKeptDays, savedAudiencesMax, savedAudienceNameCharactersMax,
    broadcastsWeeklyMax, broadcastsDailyMax, broadcastRemindersMax, broadcastVariantsMax,
    broadcastPreviewRecipientsMax, channelRecipientsPerMinute, schedulesMax,
    scheduleDatesMax, approvalCommentCharactersMax,
    transferCustomersMax, transferMessageCharactersMax, transferWaitSeconds, transferMovesMax,
    transferMovesDays, transferResignedDaysMax, transferTakeoversMax,
    tagJobRelationsMax, tagJobsWaitingMax, tagJobKeptDays, tagJobFailuresMax,
    autoTagRulesMax, autoTagRuleNameCharactersMax, autoTagTagsMax, autoTagValuesMax,
    autoTagUseridsMax, autoTagDepartmentsMax,
    strategiesMax, strategyDepthMax, strategyNameCharactersMax, strategyAdminsMax,
    strategyNodesPerCallMax, strategyNodesMax, personalTagsMax,
    identitiesMax, identityLookupsMax, personCustomersMax,
    remarkCorpNameCharactersMax, remarkMobilesMax, remarkMobileCharactersMax,
    searchTextCharactersMax, searchCandidatesMax, searchBitmapsMax,
    welcomeRulesMax, welcomeScopeNamesMax, welcomeKeptDays, groupWelcomeTemplatesMax,
    groupWelcomeTextBytesMax, contentItemsMax, contentItemTitleCharactersMax,
    contentItemCategoryCharactersMax,
    guideTaskTitleCharactersMax, guideTaskDepartmentsMax, guideTaskUseridsMax, guideTaskMembersMax,
    guideTaskTargetMax, guideTaskChecklistMax, guideTaskDueDaysMax, guideTaskRemindersMax,
    guideReportsMax, guideReportTextBytesMax, guideReportMediaMax,
    appsMax, appScopesMax, secretOverlapHours, tokenSeconds, tokensValidMax, tokensPerMinuteMax,
    wrongSecretsPerMinuteMax,
  ]

  package static let methodCallsPerMinuteMax = Policy(
    name: "method_calls_per_minute_max", value: 600_000, date: "2026-11",
    source: "our own: 60 times WeCom's 10,000, and still no load for one core")
  package static let departmentsMax = Policy(
    name: "departments_max", value: 30_000, date: "2026-02", source: "department/create")
  package static let departmentChildrenMax = Policy(
    name: "department_children_max", value: 30_000, date: "2026-02", source: "errcode 81001")
  package static let departmentDepthMax = Policy(
    name: "department_depth_max", value: 15, date: "2026-02", source: "errcode 81002")
  package static let memberDepartmentsMax = Policy(
    name: "member_departments_max", value: 100, date: "2026-02", source: "user/create")
  package static let corpTagsMax = Policy(
    name: "corp_tags_max", value: 10_000, date: "2026-02", source: "errcode 40126")
  package static let memberCustomersMax = Policy(
    name: "member_customers_max", value: 20_000, date: "2026-02",
    source: "help centre: 5,000 by default, 20,000 after expansion")
  package static let relationTagsMax = Policy(
    name: "relation_tags_max", value: 200, date: "2026-11",
    source: "our own: errcode 40144 names no number")
  package static let remarkCharactersMax = Policy(
    name: "remark_characters_max", value: 20, date: "2026-02", source: "externalcontact/remark")
  package static let descriptionCharactersMax = Policy(
    name: "description_characters_max", value: 150, date: "2026-02",
    source: "externalcontact/remark")
  package static let remarkCorpNameCharactersMax = Policy(
    name: "remark_corp_name_characters_max", value: 20, date: "2026-02",
    source: "externalcontact/remark: remark_company")
  package static let remarkMobilesMax = Policy(
    name: "remark_mobiles_max", value: 10, date: "2026-11",
    source: "our own: WeCom names no number")
  package static let remarkMobileCharactersMax = Policy(
    name: "remark_mobile_characters_max", value: 32, date: "2026-11",
    source: "our own: twice the longest number, as a guide types it")
  package static let searchTextCharactersMax = Policy(
    name: "search_text_characters_max", value: 64, date: "2026-11",
    source: "our own: as long as a customer's name")
  package static let searchCandidatesMax = Policy(
    name: "search_candidates_max", value: 4096, date: "2026-11",
    source: "our own: relations that a page of a search looks at, some 30 ms")
  package static let searchBitmapsMax = Policy(
    name: "search_bitmaps_max", value: 4096, date: "2026-11",
    source: "our own: parts of its index that a page of a search reads, some 30 ms")
  package static let stateCharactersMax = Policy(
    name: "state_characters_max", value: 30, date: "2026-02",
    source: "externalcontact/add_contact_way")
  package static let tagNameCharactersMax = Policy(
    name: "tag_name_characters_max", value: 30, date: "2026-02",
    source: "externalcontact/add_corp_tag")
  package static let audienceUseridsMax = Policy(
    name: "audience_userids_max", value: 10_000, date: "2026-11",
    source: "our own: as many as customers may be named")
  package static let audienceDepartmentsMax = Policy(
    name: "audience_departments_max", value: 1000, date: "2026-11",
    source: "our own: each is a list asked of directory")
  package static let audienceTagGroupsMax = Policy(
    name: "audience_tag_groups_max", value: 50, date: "2026-11",
    source: "our own: WeCom names no number")
  package static let audienceConditionsMax = Policy(
    name: "audience_conditions_max", value: 50, date: "2026-11",
    source: "our own: as many as tag groups")
  package static let audienceValuesMax = Policy(
    name: "audience_values_max", value: 100, date: "2026-11",
    source: "our own: add ways and states of one condition")
  package static let savedAudiencesMax = Policy(
    name: "saved_audiences_max", value: 1000, date: "2026-11",
    source: "our own: more than anybody can tell apart by name")
  package static let savedAudienceNameCharactersMax = Policy(
    name: "saved_audience_name_characters_max", value: 30, date: "2026-11",
    source: "our own: as a tag's")
  package static let groupMembersMax = Policy(
    name: "group_members_max", value: 500, date: "2026-02", source: "help centre")
  package static let broadcastExternalUseridsMax = Policy(
    name: "broadcast_external_userids_max", value: 10_000, date: "2026-02",
    source: "externalcontact/add_msg_template")
  package static let broadcastChatIdsMax = Policy(
    name: "broadcast_chat_ids_max", value: 2000, date: "2026-02",
    source: "externalcontact/add_msg_template")
  package static let broadcastTextBytesMax = Policy(
    name: "broadcast_text_bytes_max", value: 4000, date: "2026-02",
    source: "externalcontact/add_msg_template")
  package static let broadcastTagListMax = Policy(
    name: "broadcast_tag_list_max", value: 100, date: "2026-02",
    source: "externalcontact/add_msg_template")
  package static let linkTitleBytesMax = Policy(
    name: "link_title_bytes_max", value: 128, date: "2026-02",
    source: "externalcontact/add_msg_template")
  package static let linkDescBytesMax = Policy(
    name: "link_desc_bytes_max", value: 512, date: "2026-02",
    source: "externalcontact/add_msg_template")
  package static let miniprogramTitleBytesMax = Policy(
    name: "miniprogram_title_bytes_max", value: 64, date: "2026-02",
    source: "externalcontact/add_msg_template")
  package static let attachmentUrlBytesMax = Policy(
    name: "attachment_url_bytes_max", value: 2048, date: "2026-02",
    source: "externalcontact/add_msg_template")
  package static let leaseSecondsMax = Policy(
    name: "lease_seconds_max", value: 3600, date: "2026-11",
    source: "our own: a channel that needs longer leases less")
  package static let attachmentsMax = Policy(
    name: "attachments_max", value: 9, date: "2026-02", source: "errcode 41064")
  package static let requestIdKeptHours = Policy(
    name: "request_id_kept_hours", value: 24, date: "2026-11", source: "our own: AIP-155")
  package static let feedKeptDays = Policy(
    name: "feed_kept_days", value: 7, date: "2026-11",
    source: "our own: a consumer may be down over a holiday")
  package static let auditKeptDays = Policy(
    name: "audit_kept_days", value: 190, date: "2026-11",
    source: "网络安全法 article 21: logs are kept for six months at least")
  package static let groupQRCodeMembersMax = Policy(
    name: "group_qr_code_members_max", value: 200, date: "2026-02", source: "help centre")
  package static let momentTextCharactersMax = Policy(
    name: "moment_text_characters_max", value: 2000, date: "2026-02",
    source: "externalcontact/add_moment_task")
  package static let momentTextBytesMax = Policy(
    name: "moment_text_bytes_max", value: 4000, date: "2026-02",
    source: "externalcontact/add_moment_task")
  package static let momentImagesMax = Policy(
    name: "moment_images_max", value: 9, date: "2026-02", source: "errcode 41064")
  package static let momentUseridsMax = Policy(
    name: "moment_userids_max", value: 100_000, date: "2026-02",
    source: "externalcontact/add_moment_task")
  package static let momentDepartmentsMax = Policy(
    name: "moment_departments_max", value: 1000, date: "2026-11",
    source: "our own: a job takes a step for each")
  package static let momentTagsMax = Policy(
    name: "moment_tags_max", value: 100, date: "2026-11",
    source: "our own: as many as one group of a broadcast's tag_filter")
  package static let momentDispatchesMax = Policy(
    name: "moment_dispatches_max", value: 100, date: "2026-11",
    source: "errcode 41078, the number is our own")
  package static let momentWindowDaysMax = Policy(
    name: "moment_window_days_max", value: 30, date: "2026-02",
    source: "externalcontact/get_moment_list")
  package static let contactWaysMax = Policy(
    name: "contact_ways_max", value: 500_000, date: "2026-02",
    source: "externalcontact/add_contact_way, errcode 41045")
  package static let temporaryContactWaysPerDayMax = Policy(
    name: "temporary_contact_ways_per_day_max", value: 100_000, date: "2026-02",
    source: "externalcontact/add_contact_way")
  package static let contactWayMembersMax = Policy(
    name: "contact_way_members_max", value: 100, date: "2026-02", source: "errcode 41041")
  package static let contactWayRemarkCharactersMax = Policy(
    name: "contact_way_remark_characters_max", value: 30, date: "2026-02",
    source: "externalcontact/add_contact_way")
  package static let contactWayTagsMax = Policy(
    name: "contact_way_tags_max", value: 50, date: "2026-11",
    source: "our own: WeCom's contact ways give no tags")
  package static let contactWayShiftsMax = Policy(
    name: "contact_way_shifts_max", value: 50, date: "2026-11",
    source: "our own: WeCom's contact ways have no shifts")
  package static let contactWayStatisticsDaysMax = Policy(
    name: "contact_way_statistics_days_max", value: 180, date: "2026-11",
    source: "our own: half a year fits into one answer")
  package static let contactWayUrlBytesMax = Policy(
    name: "contact_way_url_bytes_max", value: 1024, date: "2026-02", source: "errcode 40039")
  package static let temporarySecondsMax = Policy(
    name: "temporary_seconds_max", value: 14 * 86_400, date: "2026-02",
    source: "externalcontact/add_contact_way: expires_in and chat_expires_in, 14 days")
  package static let temporaryWaySecondsDefault = Policy(
    name: "temporary_way_seconds_default", value: 7 * 86_400, date: "2026-02",
    source: "externalcontact/add_contact_way: expires_in, 7 days")
  package static let temporarySessionSecondsDefault = Policy(
    name: "temporary_session_seconds_default", value: 86_400, date: "2026-02",
    source: "externalcontact/add_contact_way: chat_expires_in, 24 hours")
  package static let conclusionTextBytesMax = Policy(
    name: "conclusion_text_bytes_max", value: 4000, date: "2026-02",
    source: "externalcontact/add_contact_way")
  package static let welcomeCodeSeconds = Policy(
    name: "welcome_code_seconds", value: 20, date: "2026-02",
    source: "externalcontact/send_welcome_msg")
  package static let interactionDaysMax = Policy(
    name: "interaction_days_max", value: 3, date: "2026-11",
    source: "our own: a channel may be down over a weekend")
  package static let interactionsWaitingMax = Policy(
    name: "interactions_waiting_max", value: 5_000_000, date: "2026-11",
    source: "our own: two minutes of all of WeCom")
  package static let behaviorUseridsMax = Policy(
    name: "behavior_userids_max", value: 100, date: "2026-02",
    source: "externalcontact/get_user_behavior_data")
  package static let behaviorDepartmentsMax = Policy(
    name: "behavior_departments_max", value: 100, date: "2026-02",
    source: "externalcontact/get_user_behavior_data")
  package static let behaviorSpanDaysMax = Policy(
    name: "behavior_span_days_max", value: 30, date: "2026-02",
    source: "externalcontact/get_user_behavior_data")
  package static let behaviorKeptDays = Policy(
    name: "behavior_kept_days", value: 180, date: "2026-02",
    source: "externalcontact/get_user_behavior_data")
  package static let broadcastsWeeklyMax = Policy(
    name: "broadcasts_weekly_max", value: 7, date: "2025-11", source: "help centre: 设置群发规则")
  package static let broadcastsDailyMax = Policy(
    name: "broadcasts_daily_max", value: 1, date: "2025-11", source: "help centre: 设置群发规则")
  package static let broadcastRemindersMax = Policy(
    name: "broadcast_reminders_max", value: 3, date: "2026-02",
    source: "externalcontact/remind_groupmsg_send, errcode 41094: in 24 hours")
  package static let broadcastVariantsMax = Policy(
    name: "broadcast_variants_max", value: 10, date: "2026-11",
    source: "our own: WeCom's broadcasts have one content")
  package static let broadcastPreviewRecipientsMax = Policy(
    name: "broadcast_preview_recipients_max", value: 100_000, date: "2026-11",
    source: "our own: what a caller waits for")
  package static let channelRecipientsPerMinute = Policy(
    name: "channel_recipients_per_minute", value: 10_000, date: "2026-02",
    source: "WeCom's calls a minute of one corp and API")
  package static let schedulesMax = Policy(
    name: "schedules_max", value: 1000, date: "2026-11",
    source: "our own: campaigns a corp may have planned at once")
  package static let scheduleDatesMax = Policy(
    name: "schedule_dates_max", value: 400, date: "2026-11",
    source: "our own: more than a year of days")
  package static let approvalCommentCharactersMax = Policy(
    name: "approval_comment_characters_max", value: 200, date: "2026-11",
    source: "our own: a sentence or two")
  package static let transferCustomersMax = Policy(
    name: "transfer_customers_max", value: 100, date: "2026-02",
    source: "externalcontact/transfer_customer")
  package static let transferMessageCharactersMax = Policy(
    name: "transfer_message_characters_max", value: 200, date: "2026-02",
    source: "externalcontact/transfer_customer")
  package static let transferWaitSeconds = Policy(
    name: "transfer_wait_seconds", value: 86_400, date: "2026-02",
    source: "externalcontact/transfer_customer: 24 hours")
  package static let transferMovesMax = Policy(
    name: "transfer_moves_max", value: 2, date: "2026-02",
    source: "externalcontact/transfer_customer, errcode 40128")
  package static let transferMovesDays = Policy(
    name: "transfer_moves_days", value: 90, date: "2026-02",
    source: "externalcontact/transfer_customer: 90 natural days")
  package static let transferResignedDaysMax = Policy(
    name: "transfer_resigned_days_max", value: 365, date: "2026-02",
    source: "externalcontact/resigned/transfer_customer: one year")
  package static let transferTakeoversMax = Policy(
    name: "transfer_takeovers_max", value: 100, date: "2026-11",
    source: "our own: as many as members of a contact way")
  package static let tagJobRelationsMax = Policy(
    name: "tag_job_relations_max", value: 10_000, date: "2026-11",
    source: "our own: as many as customers may be named")
  package static let tagJobsWaitingMax = Policy(
    name: "tag_jobs_waiting_max", value: 100, date: "2026-11",
    source: "errcode 45033, the number is our own")
  package static let tagJobKeptDays = Policy(
    name: "tag_job_kept_days", value: 30, date: "2026-11",
    source: "our own: a mistake is found within a month")
  package static let tagJobFailuresMax = Policy(
    name: "tag_job_failures_max", value: 1000, date: "2026-11",
    source: "our own: what a person reads, or one page")
  package static let autoTagRulesMax = Policy(
    name: "auto_tag_rules_max", value: 100, date: "2026-11",
    source: "our own: each is looked at when a customer is added")
  package static let autoTagRuleNameCharactersMax = Policy(
    name: "auto_tag_rule_name_characters_max", value: 30, date: "2026-11",
    source: "our own: as a tag's")
  package static let autoTagTagsMax = Policy(
    name: "auto_tag_tags_max", value: 50, date: "2026-11",
    source: "our own: a quarter of what a relation carries")
  package static let autoTagValuesMax = Policy(
    name: "auto_tag_values_max", value: 100, date: "2026-11",
    source: "our own: as many as of an audience's condition")
  package static let autoTagUseridsMax = Policy(
    name: "auto_tag_userids_max", value: 1000, date: "2026-11",
    source: "our own: more are said by their departments")
  package static let autoTagDepartmentsMax = Policy(
    name: "auto_tag_departments_max", value: 100, date: "2026-11",
    source: "our own: as many as of a contact way's members")
  package static let strategiesMax = Policy(
    name: "strategies_max", value: 1000, date: "2026-11",
    source: "our own: one page of externalcontact/customer_strategy/list")
  package static let strategyDepthMax = Policy(
    name: "strategy_depth_max", value: 5, date: "2026-02",
    source: "externalcontact/customer_strategy/create")
  package static let strategyNameCharactersMax = Policy(
    name: "strategy_name_characters_max", value: 30, date: "2026-11",
    source: "our own: as long as a tag's name")
  package static let strategyAdminsMax = Policy(
    name: "strategy_admins_max", value: 20, date: "2026-02",
    source: "externalcontact/customer_strategy/create")
  package static let strategyNodesPerCallMax = Policy(
    name: "strategy_nodes_per_call_max", value: 100, date: "2026-02",
    source: "externalcontact/customer_strategy/create")
  package static let strategyNodesMax = Policy(
    name: "strategy_nodes_max", value: 3000, date: "2026-02",
    source: "externalcontact/customer_strategy/create")
  package static let identitiesMax = Policy(
    name: "identities_max", value: 20, date: "2026-11",
    source: "our own: a person's phones, openids and ids in a corp's systems")
  package static let identityLookupsMax = Policy(
    name: "identity_lookups_max", value: 100, date: "2026-11",
    source: "our own: as WeCom's batches")
  package static let personCustomersMax = Policy(
    name: "person_customers_max", value: 20, date: "2026-11",
    source: "our own: more accounts than a person has")
  package static let personalTagsMax = Policy(
    name: "personal_tags_max", value: 100, date: "2026-11",
    source: "our own: WeCom names no number")
  package static let welcomeRulesMax = Policy(
    name: "welcome_rules_max", value: 1000, date: "2026-11",
    source: "our own: as many as schedules")
  package static let welcomeScopeNamesMax = Policy(
    name: "welcome_scope_names_max", value: 1000, date: "2026-11",
    source: "our own: as many as departments of an audience")
  package static let welcomeKeptDays = Policy(
    name: "welcome_kept_days", value: 180, date: "2026-11",
    source: "our own: as long as WeCom's statistics go back")
  package static let groupWelcomeTemplatesMax = Policy(
    name: "group_welcome_templates_max", value: 100, date: "2026-02",
    source: "externalcontact/group_welcome_template/add, errcode 41055")
  package static let groupWelcomeTextBytesMax = Policy(
    name: "group_welcome_text_bytes_max", value: 3000, date: "2026-02",
    source: "externalcontact/group_welcome_template/add")
  package static let contentItemsMax = Policy(
    name: "content_items_max", value: 10_000, date: "2026-11",
    source: "our own: a search reads them all")
  package static let contentItemTitleCharactersMax = Policy(
    name: "content_item_title_characters_max", value: 64, date: "2026-11",
    source: "our own: as long as a broadcast's name")
  package static let contentItemCategoryCharactersMax = Policy(
    name: "content_item_category_characters_max", value: 30, date: "2026-11",
    source: "our own: as long as a tag's name")
  package static let appsMax = Policy(
    name: "apps_max", value: 500, date: "2026-11",
    source: "our own: what a large firm has joined, many times over")
  package static let appScopesMax = Policy(
    name: "app_scopes_max", value: 100, date: "2026-11",
    source: "our own: more than there are rights, and a token still fits a header")
  package static let secretOverlapHours = Policy(
    name: "secret_overlap_hours", value: 24, date: "2026-11",
    source: "our own: time to tell a new secret to all who show it")
  package static let tokenSeconds = Policy(
    name: "token_seconds", value: 7200, date: "2026-02", source: "gettoken: expires_in")
  package static let tokensValidMax = Policy(
    name: "tokens_valid_max", value: 2, date: "2026-11",
    source: "our own: the one in use, and the one that is to follow it")
  package static let tokensPerMinuteMax = Policy(
    name: "tokens_per_minute_max", value: 60, date: "2026-11",
    source: "our own: a token lasts two hours")
  package static let wrongSecretsPerMinuteMax = Policy(
    name: "wrong_secrets_per_minute_max", value: 10, date: "2026-11",
    source: "gettoken blocks who shows wrong ones, the number is our own")
}
