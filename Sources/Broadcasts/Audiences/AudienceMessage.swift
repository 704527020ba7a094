import Messages
import Protobuf

extension Audience {
  init(_ message: CustomersV1.Audience) {
    let conditions = CustomersV1.Audience(
      allOf: message.allOf, noneOf: message.noneOf, savedAudienceID: message.savedAudienceID
    ).packed()
    self.init(
      externalUserids: message.externalUserids,
      tagGroups: (message.tagFilter?.groupList ?? []).map {
        TagGroup(tags: $0.tagList, groupID: $0.groupID)
      },
      userids: message.userids, departmentIDs: message.departmentIDs,
      conditions: conditions.isEmpty ? nil : conditions)
  }

  /// Throws when what is kept of its conditions cannot be read.
  func message() throws -> CustomersV1.Audience {
    var message = try conditions.map { try CustomersV1.Audience(unpacking: $0) } ?? .init()
    message.externalUserids = externalUserids
    if !tagGroups.isEmpty {
      message.tagFilter = .init(
        groupList: tagGroups.map { .init(tagList: $0.tags, groupID: $0.groupID) })
    }
    message.userids = userids
    message.departmentIDs = departmentIDs
    return message
  }
}
