import ServiceKit

extension Member {
  /// What a caller may say of a member, whether he creates or changes him.
  func checkShape(_ policies: Policies) throws(InvalidField) {
    try Shape.userid(userid, field: "member.userid")
    try Shape.characters(name, 1...64, field: "member.name", errcode: 60112)
    try Shape.characters(alias, 0...64, field: "member.alias")
    try Shape.characters(position, 0...128, field: "member.position", errcode: 301012)
    if mobile.isEmpty, email.isEmpty {
      throw InvalidField(
        "member.mobile", "REQUIRED", "member.mobile and member.email are both empty.",
        errcode: 60129)
    }
    if !mobile.isEmpty { try checkMobile() }
    if !email.isEmpty { try checkEmail() }
    try checkDepartments(policies)
  }

  private func checkMobile() throws(InvalidField) {
    try Shape.bytes(mobile, 5...32, field: "member.mobile", errcode: 60103)
    let digits = mobileKey.hasPrefix("+") ? mobileKey.dropFirst() : mobileKey[...]
    guard digits.utf8.count >= 5, digits.utf8.allSatisfy(isDigit) else {
      throw InvalidField(
        "member.mobile", "BAD_MOBILE",
        "member.mobile may hold digits and '-', '+' first; at least 5 digits.", errcode: 60103)
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// One '@', something printable before it, and a domain of at least two labels behind. Whether
  /// mail arrives there only mail can tell.
  private func checkEmail() throws(InvalidField) {
    try Shape.bytes(email, 6...64, field: "member.email", errcode: 60105)
    let parts = email.split(separator: "@", omittingEmptySubsequences: false)
    let labels = parts.last?.split(separator: ".", omittingEmptySubsequences: false) ?? []
    guard parts.count == 2, !parts[0].isEmpty,
      parts[0].utf8.allSatisfy({ (0x21...0x7E).contains($0) }), labels.count >= 2,
      labels.allSatisfy({ label in
        !label.isEmpty
          && label.utf8.allSatisfy { Shape.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
      })
    else {
      throw InvalidField(
        "member.email", "BAD_EMAIL", "member.email is not a mail address.", errcode: 60105)
    }
  }

  private func checkDepartments(_ policies: Policies) throws(InvalidField) {
    let ids = departmentIDs
    try Shape.items(
      ids.count, 1...policies[.memberDepartmentsMax], field: "member.department_ids",
      errcode: 60110)
    guard Set(ids).count == ids.count else {
      throw InvalidField(
        "member.department_ids", "DUPLICATE", "member.department_ids names a department twice.",
        errcode: 40066)
    }
    guard ids.contains(mainDepartment) else {
      throw InvalidField(
        "member.main_department", "NOT_HIS_DEPARTMENT",
        "member.main_department \(mainDepartment) is not among member.department_ids.",
        errcode: 40066)
    }
  }
}
