/// A member 成员 as directory last told of him.
struct RosterMember: Sendable, Equatable {
  /// Directory's numbers, which are WeCom's.
  enum Status: Int, Sendable {
    case activated = 1
    case disabled = 2
    case notActivated = 4
    case left = 5
  }

  /// His key, the same as in his relations.
  var key: Int64 = 0
  var userid: String
  var status: Status
  var departmentIDs: [UInt32] = []

  /// Whether he works with customers at the moment.
  var isActive: Bool { status == .activated }
}
