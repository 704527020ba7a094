extension Policy {
  /// The limits of communities.
  static let communities: [Policy] = [
    groupMembersMax, groupQRCodeMembersMax, momentTextCharactersMax, momentTextBytesMax,
    momentImagesMax, momentUseridsMax, momentDepartmentsMax, momentTagsMax, momentDispatchesMax,
    momentWindowDaysMax, joinWayGroupsMax, joinWayRemarkCharactersMax,
    joinWayRoomNameCharactersMax,
  ]

  package static let groupMembersMax = Policy(
    name: "group_members_max", value: 500, date: "2026-02", source: "help centre")
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
  package static let joinWayGroupsMax = Policy(
    name: "join_way_groups_max", value: 5, date: "2026-02", source: "errcode 41091")
  package static let joinWayRemarkCharactersMax = Policy(
    name: "join_way_remark_characters_max", value: 30, date: "2026-02",
    source: "externalcontact/groupchat/add_join_way: what is longer is cut")
  package static let joinWayRoomNameCharactersMax = Policy(
    name: "join_way_room_name_characters_max", value: 40, date: "2026-02",
    source: "externalcontact/groupchat/add_join_way")
}
