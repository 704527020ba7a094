import ServiceKit

/// Somebody outside 外部联系人: a customer, or who is only in a group.
struct ExternalContact: Sendable, Equatable {
  var externalUserid: String
  var name: String
  /// The member who added him first, or the owner of the group.
  var followUserid: String
  /// The group he joined first; nil for a customer.
  var chat: GroupChat?
  var addTime: Instant
}

/// A customer group 客户群 as communities last told of it.
struct GroupChat: Sendable, Equatable {
  var chatID: String
  var name: String
  /// The owner's userid.
  var owner: String
}

/// Somebody from outside in a group.
struct GroupContact: Sendable, Equatable {
  var externalUserid: String
  /// What he is called in the group.
  var nickname: String
  var joinTime: Instant
}
