import ServiceKit

/// A contact way 联系我, as its row keeps it: whom it leads customers to, and what it gives them.
struct ContactWay: Sendable, Equatable {
  enum Kind: Int, Sendable {
    case single = 1
    case multiple = 2
  }

  enum Scene: Int, Sendable {
    case miniprogram = 1
    case qrCode = 2
  }

  /// The key inside; 0 while it has no row.
  var key: Int64 = 0
  var configID: String = ""
  let kind: Kind
  let scene: Scene
  var style: Int = 0
  var remark: String = ""
  var skipsVerify = true
  var state: String = ""
  var userids: [String] = []
  var departmentIDs: [UInt32] = []
  let isExclusive: Bool
  var marksSource = true
  /// Only of a temporary way.
  var temporary: Temporary?
  var tagIDs: [String] = []
  var customerRemark: String = ""
  /// To how many customers it leads one member, a day and in all; 0 without end.
  var memberDailyMax: Int = 0
  var memberTotalMax: Int = 0
  var spareUserids: [String] = []
  var shifts: [Shift] = []
  /// The source it gives to the relations it makes; empty without one.
  var sourceID: String = ""
  var createTime: Instant

  /// What opens a temporary session 临时会话.
  struct Temporary: Sendable, Equatable {
    /// Seconds that the way can be used, and that the session it opens lasts.
    var expiresIn: Int64
    var chatExpiresIn: Int64
    var unionid: String = ""
    var conclusions: Conclusions?
    /// The key of the customer who used it.
    var usedBy: Int64?
  }

  /// Until when a temporary way can be used.
  var expireTime: Instant? {
    temporary.map { createTime.advanced(bySeconds: $0.expiresIn) }
  }

  // MARK: What a caller may say

  func checkShape(policies: Policies) throws(InvalidField) {
    try checkStyle()
    try Shape.characters(
      remark, 0...policies[.contactWayRemarkCharactersMax], field: "contact_way.remark",
      errcode: 40058)
    try Shape.characters(
      state, 0...policies[.stateCharactersMax], field: "contact_way.state", errcode: 40058)
    try Shape.characters(
      customerRemark, 0...policies[.remarkCharactersMax], field: "contact_way.customer_remark",
      errcode: 40058)
    try Shape.items(
      tagIDs.count, 0...policies[.contactWayTagsMax], field: "contact_way.tag_ids", errcode: 41111)
    try checkMembers(policies)
    try checkCaps()
    try Shape.items(
      shifts.count, 0...policies[.contactWayShiftsMax], field: "contact_way.shifts", errcode: 40058)
    for (index, shift) in shifts.enumerated() {
      try shift.checkShape(field: "contact_way.shifts[\(index)]", policies: policies)
    }
    if !sourceID.isEmpty { try Source.checkID(sourceID, field: "contact_way.source_id") }
    try temporary?.checkShape(policies: policies)
  }

  private func checkStyle() throws(InvalidField) {
    let styles: ClosedRange<Int> =
      switch (scene, kind) {
      case (.qrCode, _): 0...0
      case (.miniprogram, .single): 1...3
      case (.miniprogram, .multiple): 1...2
      }
    guard styles.contains(style) else {
      throw InvalidField(
        "contact_way.style", "BAD_STYLE",
        scene == .qrCode
          ? "contact_way.style is for the scene MINIPROGRAM alone."
          : "contact_way.style is \(styles.lowerBound) to \(styles.upperBound) here.",
        errcode: 41042)
    }
  }

  private func checkMembers(_ policies: Policies) throws(InvalidField) {
    guard !userids.isEmpty || !departmentIDs.isEmpty else {
      throw InvalidField(
        "contact_way.userids", "REQUIRED", "The way leads to nobody: userids or department_ids.",
        errcode: 81012)
    }
    if kind == .single {
      guard departmentIDs.isEmpty else {
        throw InvalidField(
          "contact_way.department_ids", "NOT_FOR_SINGLE",
          "contact_way.department_ids is for the type MULTIPLE alone.", errcode: 40058)
      }
      guard userids.count == 1 else { throw Self.tooManyMembers(userids.count, most: 1) }
    }
    let most = policies[.contactWayMembersMax]
    guard userids.count <= most else { throw Self.tooManyMembers(userids.count, most: most) }
    try Shape.items(
      departmentIDs.count, 0...most, field: "contact_way.department_ids", errcode: 41041)
    try Shape.items(
      spareUserids.count, 0...most, field: "contact_way.spare_userids", errcode: 41041)
    try Self.checkUserids(userids, field: "contact_way.userids")
    try Self.checkUserids(spareUserids, field: "contact_way.spare_userids")
    guard Set(departmentIDs).count == departmentIDs.count, !departmentIDs.contains(0) else {
      throw InvalidField(
        "contact_way.department_ids", "BAD_DEPARTMENTS",
        "contact_way.department_ids names a department twice, or department 0.", errcode: 40066)
    }
  }

  static func tooManyMembers(_ count: Int, most: Int) -> InvalidField {
    InvalidField(
      "contact_way.userids", "TOO_MANY_MEMBERS",
      "The way leads to \(count) members, allowed are \(most).", errcode: 41041)
  }

  static func checkUserids(_ userids: [String], field: String) throws(InvalidField) {
    var seen: Set<String> = []
    for userid in userids {
      try Shape.userid(userid, field: field)
      guard seen.insert(userid.lowercased()).inserted else {
        throw InvalidField(field, "REPEATED", "\(field) names '\(userid)' twice.", errcode: 40058)
      }
    }
  }

  private func checkCaps() throws(InvalidField) {
    for (name, cap) in [
      ("member_daily_max", memberDailyMax), ("member_total_max", memberTotalMax),
    ] where cap < 0 {
      throw InvalidField("contact_way.\(name)", "NEGATIVE", "contact_way.\(name) is negative.")
    }
  }

  // MARK: What it may do

  /// Whether it may be changed now.
  func checkUpdate(now: Instant) throws(ContactWayFailure) {
    if let expireTime, expireTime <= now { throw .expired(configID) }
  }

  /// Whether a customer may come by it now; `customer` is his key, 0 while he has none.
  func checkScan(
    by customer: Int64, unionid: String, now: Instant
  ) throws(ContactWayFailure) {
    guard let temporary else { return }
    if !temporary.unionid.isEmpty, temporary.unionid != unionid { throw .otherUnionid(configID) }
    // Who used it finds his way back to his session.
    if let usedBy = temporary.usedBy {
      guard usedBy == customer else { throw .used(configID) }
      return
    }
    if let expireTime, expireTime <= now { throw .expired(configID) }
  }
}

extension ContactWay.Temporary {
  func checkShape(policies: Policies) throws(InvalidField) {
    let longest = Int64(policies[.temporarySecondsMax])
    for (name, seconds) in [("expires_in", expiresIn), ("chat_expires_in", chatExpiresIn)]
    where !(1...longest).contains(seconds) {
      throw InvalidField(
        "contact_way.\(name)", "OUT_OF_RANGE",
        "contact_way.\(name) is \(seconds) seconds, allowed are 1 to \(longest).", errcode: 40058)
    }
    try Shape.bytes(unionid, 0...64, field: "contact_way.unionid", errcode: 610014)
    try conclusions?.checkShape(policies: policies)
  }
}
