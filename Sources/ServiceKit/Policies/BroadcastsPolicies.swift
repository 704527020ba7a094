extension Policy {
  /// The limits of broadcasts.
  static let broadcasts: [Policy] = [
    broadcastExternalUseridsMax, broadcastChatIdsMax, broadcastTextBytesMax, attachmentsMax,
    broadcastTagListMax, linkTitleBytesMax, linkDescBytesMax, miniprogramTitleBytesMax,
    attachmentUrlBytesMax, leaseSecondsMax, broadcastsWeeklyMax, broadcastsDailyMax,
    broadcastRemindersMax, broadcastVariantsMax, broadcastPreviewRecipientsMax,
    channelRecipientsPerMinute, schedulesMax, scheduleDatesMax, approvalCommentCharactersMax,
    welcomeRulesMax, welcomeScopeNamesMax, welcomeKeptDays, groupWelcomeTemplatesMax,
    groupWelcomeTextBytesMax, contentItemsMax, contentItemTitleCharactersMax,
    contentItemCategoryCharactersMax, guideTaskTitleCharactersMax, guideTaskDepartmentsMax,
    guideTaskUseridsMax, guideTaskMembersMax, guideTaskTargetMax, guideTaskChecklistMax,
    guideTaskDueDaysMax, guideTaskRemindersMax, guideReportsMax, guideReportTextBytesMax,
    guideReportMediaMax, broadcastWindowDaysMax, broadcastOffersMax, broadcastChannelsMax,
    forecastBroadcastsMax, alertRulesMax, guideTaskClaimantsMax, calendarDaysMax,
  ]

  package static let broadcastExternalUseridsMax = Policy(
    name: "broadcast_external_userids_max", value: 10_000, date: "2026-02",
    source: "externalcontact/add_msg_template")
  package static let broadcastChatIdsMax = Policy(
    name: "broadcast_chat_ids_max", value: 2000, date: "2026-02",
    source: "externalcontact/add_msg_template")
  package static let broadcastTextBytesMax = Policy(
    name: "broadcast_text_bytes_max", value: 4000, date: "2026-02",
    source: "externalcontact/add_msg_template")
  package static let attachmentsMax = Policy(
    name: "attachments_max", value: 9, date: "2026-02", source: "errcode 41064")
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
  package static let broadcastsWeeklyMax = Policy(
    name: "broadcasts_weekly_max", value: 7, date: "2025-11", source: "help centre: 设置群发规则")
  package static let broadcastsDailyMax = Policy(
    name: "broadcasts_daily_max", value: 1, date: "2025-11", source: "help centre: 设置群发规则")
  package static let broadcastRemindersMax = Policy(
    name: "broadcast_reminders_max", value: 3, date: "2026-02",
    source: "externalcontact/remind_groupmsg_send, errcode 41094: in 24 hours")
  package static let broadcastWindowDaysMax = Policy(
    name: "broadcast_window_days_max", value: 31, date: "2026-02",
    source: "externalcontact/get_groupmsg_list_v2: a month")
  package static let broadcastVariantsMax = Policy(
    name: "broadcast_variants_max", value: 10, date: "2026-11",
    source: "our own: WeCom's broadcasts have one content")
  package static let broadcastOffersMax = Policy(
    name: "broadcast_offers_max", value: 10, date: "2026-11",
    source: "our own: twice the five of which people choose one")
  package static let broadcastChannelsMax = Policy(
    name: "broadcast_channels_max", value: 4, date: "2026-11",
    source: "our own: the platform, a group, an app, a short message")
  package static let broadcastPreviewRecipientsMax = Policy(
    name: "broadcast_preview_recipients_max", value: 100_000, date: "2026-11",
    source: "our own: what a caller waits for")
  package static let calendarDaysMax = Policy(
    name: "calendar_days_max", value: 62, date: "2026-11",
    source: "our own: two months on a page")
  package static let alertRulesMax = Policy(
    name: "alert_rules_max", value: 100, date: "2026-11",
    source: "our own: each is judged for every broadcast")
  package static let forecastBroadcastsMax = Policy(
    name: "forecast_broadcasts_max", value: 20, date: "2026-11",
    source: "our own: some months of weekly campaigns")
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
  package static let guideTaskTitleCharactersMax = Policy(
    name: "guide_task_title_characters_max", value: 64, date: "2026-11",
    source: "our own: as long as a broadcast's name")
  package static let guideTaskDepartmentsMax = Policy(
    name: "guide_task_departments_max", value: 1000, date: "2026-11",
    source: "our own: as many as of an audience")
  package static let guideTaskUseridsMax = Policy(
    name: "guide_task_userids_max", value: 10_000, date: "2026-11",
    source: "our own: as many as of an audience")
  package static let guideTaskMembersMax = Policy(
    name: "guide_task_members_max", value: 50_000, date: "2026-11",
    source: "our own: all are written down in one transaction")
  package static let guideTaskClaimantsMax = Policy(
    name: "guide_task_claimants_max", value: 1000, date: "2026-11",
    source: "our own: more than one store has, and all are told in one transaction")
  package static let guideTaskTargetMax = Policy(
    name: "guide_task_target_max", value: 1_000_000, date: "2026-11",
    source: "our own: 10,000 yuan in cents")
  package static let guideTaskChecklistMax = Policy(
    name: "guide_task_checklist_max", value: 100, date: "2026-11",
    source: "our own: more than anybody answers in a store")
  package static let guideTaskDueDaysMax = Policy(
    name: "guide_task_due_days_max", value: 366, date: "2026-11",
    source: "our own: a year")
  package static let guideTaskRemindersMax = Policy(
    name: "guide_task_reminders_max", value: 3, date: "2026-11",
    source: "our own: as externalcontact/remind_groupmsg_send, errcode 41094")
  package static let guideReportsMax = Policy(
    name: "guide_reports_max", value: 1000, date: "2026-11",
    source: "our own: three a day for a year")
  package static let guideReportTextBytesMax = Policy(
    name: "guide_report_text_bytes_max", value: 4000, date: "2026-11",
    source: "our own: as long as a broadcast's text")
  package static let guideReportMediaMax = Policy(
    name: "guide_report_media_max", value: 9, date: "2026-11",
    source: "our own: as many as a broadcast's attachments")
}
