import ServiceKit
import Store

/// What each member did on each day of an interval, a page at a time, in the order of members.
///
/// A page looks at so many members at most: what it costs does not grow with the corp.
struct BehaviorWalk {
  struct Row: Sendable {
    let userid: String
    let member: Int64
    let day: Day
    let counts: BehaviorCounts
  }

  private static let membersMax = 1000

  private(set) var found: [Row] = []
  /// The row that was listed last, or the last day of the member who was looked at last; nil at the end.
  private(set) var next: BehaviorKey?

  init(
    of days: ClosedRange<Day>, after place: BehaviorKey, limit: Int, in reader: Reader
  ) throws {
    let members = try BehaviorTable.members(
      from: place.member, limit: Self.membersMax, in: reader)
    for member in members {
      var rows: [Row] = []
      try BehaviorTable.each(of: member.key, days, in: reader) { day, counts in
        guard member.key > place.member || day.number > place.day else { return }
        rows.append(Row(userid: member.userid, member: member.key, day: day, counts: counts))
      }
      found += rows.prefix(limit - found.count)
      guard found.count < limit else {
        next = found.last.map { BehaviorKey(member: $0.member, day: $0.day.number) }
        return
      }
    }
    guard members.count == Self.membersMax, let last = members.last else { return }
    next = BehaviorKey(member: last.key, day: .max)
  }
}
