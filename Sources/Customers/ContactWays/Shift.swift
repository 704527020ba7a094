import ServiceKit

/// Hours of the week in which members are led to, in the corp's time.
struct Shift: Sendable, Equatable {
  /// 1 Monday to 7 Sunday; empty: every day.
  var weekdays: [Int]
  var startMinute: Int
  /// The minute before which it ends: of the next day when not after `startMinute`.
  var endMinute: Int
  /// Whose it is; empty: of everybody without one of his own.
  var userids: [String]

  func checkShape(field: String, policies: Policies) throws(InvalidField) {
    guard weekdays.allSatisfy((1...7).contains), Set(weekdays).count == weekdays.count else {
      throw InvalidField(
        "\(field).weekdays", "BAD_WEEKDAYS", "\(field).weekdays are 1 to 7, each once.",
        errcode: 40058)
    }
    guard (0...1439).contains(startMinute) else {
      throw InvalidField(
        "\(field).start_minute", "OUT_OF_RANGE", "\(field).start_minute is 0 to 1439.",
        errcode: 40058)
    }
    guard (1...1440).contains(endMinute) else {
      throw InvalidField(
        "\(field).end_minute", "OUT_OF_RANGE", "\(field).end_minute is 1 to 1440.", errcode: 40058)
    }
    try Shape.items(
      userids.count, 0...policies[.contactWayMembersMax], field: "\(field).userids", errcode: 41041)
    try ContactWay.checkUserids(userids, field: "\(field).userids")
  }

  func covers(_ time: CorpTime) -> Bool {
    if startMinute < endMinute {
      return isOn(time.weekday) && (startMinute..<endMinute).contains(time.minute)
    }
    let yesterday = (time.weekday + 5) % 7 + 1
    return isOn(time.weekday) && time.minute >= startMinute
      || isOn(yesterday) && time.minute < endMinute
  }

  private func isOn(_ weekday: Int) -> Bool { weekdays.isEmpty || weekdays.contains(weekday) }
}

extension [Shift] {
  /// Whether a member is to be led to at this time: by the shifts that name him, else by those that
  /// name nobody; always when there are none at all.
  func cover(_ userid: String, at time: CorpTime) -> Bool {
    if isEmpty { return true }
    let name = userid.lowercased()
    let own = filter { $0.userids.contains { $0.lowercased() == name } }
    return (own.isEmpty ? filter { $0.userids.isEmpty } : own).contains { $0.covers(time) }
  }
}
