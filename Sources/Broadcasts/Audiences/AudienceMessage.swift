import Messages

extension Audience {
  init(_ message: CustomersV1.Audience) {
    self.init(
      externalUserids: message.externalUserids,
      tagGroups: (message.tagFilter?.groupList ?? []).map {
        TagGroup(tags: $0.tagList, groupID: $0.groupID)
      },
      userids: message.userids, departmentIDs: message.departmentIDs)
  }

  var message: CustomersV1.Audience {
    .init(
      externalUserids: externalUserids,
      tagFilter: tagGroups.isEmpty
        ? nil : .init(groupList: tagGroups.map { .init(tagList: $0.tags, groupID: $0.groupID) }),
      userids: userids, departmentIDs: departmentIDs)
  }
}
