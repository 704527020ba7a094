extension Policy {
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
