import RPC
import ServiceKit

/// What is counted of a member on a day: what stands in his counters, and equally what a transaction
/// adds to them.
struct BehaviorCounts: Sendable, Equatable {
  /// Friend requests he sent.
  var newApplies: Int64 = 0
  /// Relations that began.
  var newContacts: Int64 = 0
  /// Chats in which he sent a message.
  var chats: Int64 = 0
  var messages: Int64 = 0
  /// Chats the customer opened.
  var openedChats: Int64 = 0
  /// Of these, those he answered on the same day.
  var answeredChats: Int64 = 0
  /// How long the customers of these waited, in all.
  var replyMicroseconds: Int64 = 0
  /// Customers who deleted him.
  var negativeFeedbacks: Int64 = 0

  /// In per cent; nil when no customer opened a chat.
  var replyPercentage: Double? {
    openedChats == 0 ? nil : 100 * Double(answeredChats) / Double(openedChats)
  }

  /// Nil when nobody was answered.
  var averageReplyMinutes: Double? {
    answeredChats == 0 ? nil : Double(replyMicroseconds) / 60e6 / Double(answeredChats)
  }

  static func += (left: inout Self, right: Self) {
    left.newApplies += right.newApplies
    left.newContacts += right.newContacts
    left.chats += right.chats
    left.messages += right.messages
    left.openedChats += right.openedChats
    left.answeredChats += right.answeredChats
    left.replyMicroseconds += right.replyMicroseconds
    left.negativeFeedbacks += right.negativeFeedbacks
  }

  static func - (left: Self, right: Self) -> Self {
    Self(
      newApplies: left.newApplies - right.newApplies,
      newContacts: left.newContacts - right.newContacts,
      chats: left.chats - right.chats, messages: left.messages - right.messages,
      openedChats: left.openedChats - right.openedChats,
      answeredChats: left.answeredChats - right.answeredChats,
      replyMicroseconds: left.replyMicroseconds - right.replyMicroseconds,
      negativeFeedbacks: left.negativeFeedbacks - right.negativeFeedbacks)
  }
}

/// Whose counters, and of which day.
struct BehaviorKey: Sendable, Hashable {
  let member: Int64
  let day: Int64
}

/// What a caller wants to know of members' behaviour, checked.
struct BehaviorQuery: Sendable, Equatable {
  let userids: [String]
  let departmentIDs: [UInt32]
  let days: ClosedRange<Day>

  init(
    userids: [String], departmentIDs: [UInt32], start: Instant, end: Instant, now: Instant,
    policies: Policies
  ) throws(InvalidField) {
    try Shape.items(
      userids.count, 0...policies[.behaviorUseridsMax], field: "userids", errcode: 40058)
    for userid in userids { try Shape.userid(userid, field: "userids") }
    try Shape.items(
      departmentIDs.count, 0...policies[.behaviorDepartmentsMax], field: "department_ids",
      errcode: 40058)
    guard !userids.isEmpty || !departmentIDs.isEmpty else {
      throw InvalidField(
        "userids", "REQUIRED", "userids or department_ids is required.", errcode: 40058)
    }
    self.userids = userids
    self.departmentIDs = departmentIDs
    days = try Self.days(from: start, through: end, now: now, policies: policies)
  }

  /// The days that the two moments are of, and those between.
  static func days(
    from start: Instant, through end: Instant, now: Instant, policies: Policies
  ) throws(InvalidField) -> ClosedRange<Day> {
    let first = Day(of: start)
    let last = Day(of: end)
    let span = policies[.behaviorSpanDaysMax]
    guard first <= last, last.number - first.number <= Int64(span) else {
      throw InvalidField(
        "end_time", "BAD_INTERVAL", "end_time may be 0 to \(span) days after start_time.",
        errcode: 40058)
    }
    let kept = policies[.behaviorKeptDays]
    guard first >= Day(of: now).advanced(by: -Int64(kept)) else {
      throw InvalidField(
        "start_time", "TOO_OLD", "start_time is more than \(kept) days before today.",
        errcode: 40058)
    }
    return first...last
  }
}

enum BehaviorFailure: Failure, Equatable {
  case departmentNotFound(UInt32)

  var code: StatusCode { .notFound }
  var reason: String { "DEPARTMENT_NOT_FOUND" }
  var field: String? { "department_ids" }
  var errcode: Int? { 60003 }

  var message: String {
    switch self {
    case .departmentNotFound(let id): "Directory has told of no department \(id)."
    }
  }
}
