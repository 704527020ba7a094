extension Policy {
  /// The limits of customers.
  static let customers: [Policy] = [
    corpTagsMax, memberCustomersMax, relationTagsMax, remarkCharactersMax, descriptionCharactersMax,
    stateCharactersMax, tagNameCharactersMax, audienceUseridsMax, audienceDepartmentsMax,
    audienceTagGroupsMax, audienceConditionsMax, audienceValuesMax, contactWaysMax,
    temporaryContactWaysPerDayMax, contactWayMembersMax, contactWayRemarkCharactersMax,
    contactWayTagsMax, contactWayShiftsMax, contactWayStatisticsDaysMax, contactWayUrlBytesMax,
    temporarySecondsMax, temporaryWaySecondsDefault, temporarySessionSecondsDefault,
    conclusionTextBytesMax, welcomeCodeSeconds, interactionDaysMax, interactionsWaitingMax,
    behaviorUseridsMax, behaviorDepartmentsMax, behaviorSpanDaysMax, behaviorKeptDays,
    savedAudiencesMax, savedAudienceNameCharactersMax, transferCustomersMax,
    transferMessageCharactersMax, transferWaitSeconds, transferMovesMax, transferMovesDays,
    transferResignedDaysMax, transferTakeoversMax, tagJobRelationsMax, tagJobsWaitingMax,
    tagJobKeptDays, tagJobFailuresMax, autoTagRulesMax, autoTagRuleNameCharactersMax,
    autoTagTagsMax, autoTagValuesMax, autoTagUseridsMax, autoTagDepartmentsMax, strategiesMax,
    strategyDepthMax, strategyNameCharactersMax, strategyAdminsMax, strategyNodesPerCallMax,
    strategyNodesMax, personalTagsMax, identitiesMax, identityLookupsMax, personCustomersMax,
    remarkCorpNameCharactersMax, remarkMobilesMax, remarkMobileCharactersMax,
    searchTextCharactersMax, searchCandidatesMax, searchBitmapsMax,
    attributesMax, rankingsMax, sourcesMax, sourceCharactersMax, sourceStatisticsDaysMax,
    storeCodesMax,
  ]

  package static let storeCodesMax = Policy(
    name: "store_codes_max", value: 20, date: "2026-11",
    source: "our own: what hangs in one store")

  package static let sourcesMax = Policy(
    name: "sources_max", value: 100_000, date: "2026-11",
    source: "our own: ten scenes of each of ten thousand stores")
  package static let sourceCharactersMax = Policy(
    name: "source_characters_max", value: 30, date: "2026-11",
    source: "our own: name, channel and scene, as long as a contact way's state")
  package static let sourceStatisticsDaysMax = Policy(
    name: "source_statistics_days_max", value: 180, date: "2026-11",
    source: "our own: as many as of a contact way")

  package static let rankingsMax = Policy(
    name: "rankings_max", value: 20, date: "2026-11",
    source: "our own: each reads all customers every night")

  package static let attributesMax = Policy(
    name: "attributes_max", value: 200, date: "2026-11",
    source: "our own: a profile is read whole")
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
  package static let savedAudiencesMax = Policy(
    name: "saved_audiences_max", value: 1000, date: "2026-11",
    source: "our own: more than anybody can tell apart by name")
  package static let savedAudienceNameCharactersMax = Policy(
    name: "saved_audience_name_characters_max", value: 30, date: "2026-11",
    source: "our own: as a tag's")
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
  package static let personalTagsMax = Policy(
    name: "personal_tags_max", value: 100, date: "2026-11",
    source: "our own: WeCom names no number")
  package static let identitiesMax = Policy(
    name: "identities_max", value: 20, date: "2026-11",
    source: "our own: a person's phones, openids and ids in a corp's systems")
  package static let identityLookupsMax = Policy(
    name: "identity_lookups_max", value: 100, date: "2026-11",
    source: "our own: as WeCom's batches")
  package static let personCustomersMax = Policy(
    name: "person_customers_max", value: 20, date: "2026-11",
    source: "our own: more accounts than a person has")
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
    source: "our own: bounds what a page of a search looks at")
  package static let searchBitmapsMax = Policy(
    name: "search_bitmaps_max", value: 4096, date: "2026-11",
    source: "our own: bounds what a page of a search reads of its index")
}
