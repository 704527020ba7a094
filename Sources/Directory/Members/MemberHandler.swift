import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.directory.v1.MemberService`.
struct MemberHandler: DirectoryV1.MemberServiceProtocol {
  let context: DirectoryContext

  private static let maskable: Set<String> = [
    "name", "alias", "mobile", "email", "position", "department_ids", "is_leader_in_dept",
    "main_department", "gender", "status",
  ]

  func createMember(
    _ request: DirectoryV1.CreateMemberRequest, _ call: Call
  ) async throws -> DirectoryV1.Member {
    let draft = try Member(Shape.required(request.member, field: "member"))
    try draft.checkShape(context.policies)
    return try await context.mutate(request, call) { mutation in
      try create(draft, mutation).message
    }
  }

  func getMember(
    _ request: DirectoryV1.GetMemberRequest, _ call: Call
  ) async throws -> DirectoryV1.Member {
    try Shape.userid(request.userid, field: "userid")
    let found = try context.read(call) { try MemberTable.find(request.userid, in: $0) }
    guard let found else { throw MemberFailure.notFound(request.userid, field: "userid") }
    return found.member.message
  }

  func listMembers(
    _ request: DirectoryV1.ListMembersRequest, _ call: Call
  ) async throws -> DirectoryV1.ListMembersResponse {
    let page = try Page(request)
    let department = request.departmentID == 0 ? Department.rootID : request.departmentID
    let list = request.fetchChild ? MemberTable.subtree : MemberTable.direct
    let found = try context.read(call) { reader in
      guard try DepartmentTable.exists(department, in: reader) else {
        throw DepartmentFailure.notFound(department, field: "department_id")
      }
      return try list(department, page.after.first?.int ?? 0, page.size + 1, reader)
    }
    let (members, nextPageToken) = page.cut(found) { [.int($0.key)] }
    return .init(members: members.map(\.member.message), nextPageToken: nextPageToken)
  }

  func updateMember(
    _ request: DirectoryV1.UpdateMemberRequest, _ call: Call
  ) async throws -> DirectoryV1.Member {
    let asked = try Shape.required(request.member, field: "member")
    try Shape.userid(asked.userid, field: "member.userid")
    let mask = try UpdateMask(request.updateMask, allowed: Self.maskable)
    let gender = try Member.Gender(asked.gender)
    let status = try Member.Status(asked.status)
    return try await context.mutate(request, call) { mutation in
      guard let before = try MemberTable.find(asked.userid, in: mutation.writer) else {
        throw MemberFailure.notFound(asked.userid, field: "member.userid")
      }
      var member = before.member
      if let name = mask.value("name", asked.name, empty: "") { member.name = name }
      if let alias = mask.value("alias", asked.alias, empty: "") { member.alias = alias }
      if let mobile = mask.value("mobile", asked.mobile, empty: "") { member.mobile = mobile }
      if let email = mask.value("email", asked.email, empty: "") { member.email = email }
      if let position = mask.value("position", asked.position, empty: "") {
        member.position = position
      }
      if mask.value("gender", asked.gender, empty: .unspecified) != nil { member.gender = gender }
      if mask.value("status", asked.status, empty: .unspecified) != nil { member.status = status }
      try member.arrange(
        departmentIDs: mask.value("department_ids", asked.departmentIDs, empty: []),
        isLeader: mask.value("is_leader_in_dept", asked.isLeaderInDept, empty: []),
        main: mask.value("main_department", asked.mainDepartment, empty: 0))
      try member.checkShape(context.policies)
      try call.principal.dataScope?.checkMove(
        from: before.member, to: member, in: mutation.writer)
      try change(before, to: member, mutation)
      return member.message
    }
  }

  func deleteMember(
    _ request: DirectoryV1.DeleteMemberRequest, _ call: Call
  ) async throws -> DirectoryV1.DeleteMemberResponse {
    try Shape.userid(request.userid, field: "userid")
    return try await context.mutate(request, call) { mutation in
      guard let found = try MemberTable.find(request.userid, in: mutation.writer) else {
        throw MemberFailure.notFound(request.userid, field: "userid")
      }
      try MemberTable.delete(found, in: mutation.writer)
      try mutation.emit(.memberDeleted(found.member.message))
      return .init()
    }
  }

  func importMembers(
    _ requests: RequestStream<DirectoryV1.ImportMembersRequest>, _ call: Call
  ) async throws -> DirectoryV1.ImportMembersResponse {
    var total = DirectoryV1.ImportMembersResponse()
    for try await request in requests {
      try Shape.items(request.members.count, ImportBatch.items, field: "members")
      total.add(
        try await context.mutate(request, call) { mutation in
          try .importing(request.members, key: \.userid) { asked in
            try put(Member(asked), mutation)
          }
        })
    }
    return total
  }

  /// Creates or overwrites by userid; true when he was new.
  private func put(_ draft: Member, _ mutation: DirectoryMutation) throws -> Bool {
    try draft.checkShape(context.policies)
    guard let before = try MemberTable.find(draft.userid, in: mutation.writer) else {
      _ = try create(draft, mutation)
      return true
    }
    var member = draft
    member.userid = before.member.userid
    member.createTime = before.member.createTime
    try change(before, to: member, mutation)
    return false
  }

  private func create(_ draft: Member, _ mutation: DirectoryMutation) throws -> Member {
    var member = draft
    member.createTime = mutation.now
    try member.checkPlace(
      MemberTable.surroundings(of: member, before: nil, in: mutation.writer),
      policies: context.policies)
    try MemberTable.insert(member, in: mutation.writer)
    try mutation.emit(.memberCreated(member.message))
    return member
  }

  private func change(
    _ before: MemberTable.Found, to member: Member, _ mutation: DirectoryMutation
  ) throws {
    guard member != before.member else { return }
    try member.checkPlace(
      MemberTable.surroundings(of: member, before: before, in: mutation.writer),
      policies: context.policies)
    try MemberTable.update(before, to: member, in: mutation.writer)
    try mutation.emit(.memberUpdated(member.message))
  }
}

extension Member {
  /// What a caller says of him, all but the time.
  init(_ message: DirectoryV1.Member) throws(InvalidField) {
    self.init(
      userid: message.userid, name: message.name, alias: message.alias, mobile: message.mobile,
      email: message.email, position: message.position, gender: try Gender(message.gender),
      status: try Status(message.status))
    try arrange(
      departmentIDs: message.departmentIDs, isLeader: message.isLeaderInDept,
      main: message.mainDepartment)
  }

  var message: DirectoryV1.Member {
    .init(
      userid: userid, name: name, alias: alias, mobile: mobile, email: email, position: position,
      departmentIDs: departmentIDs, isLeaderInDept: memberships.map(\.isLeader),
      mainDepartment: mainDepartment, gender: .init(rawValue: Int32(gender.rawValue)),
      status: .init(rawValue: Int32(status.rawValue)), createTime: createTime?.timestamp)
  }
}

extension Member.Gender {
  init(_ message: DirectoryV1.MemberGender) throws(InvalidField) {
    guard let gender = Self(rawValue: Int(message.rawValue)) else {
      throw InvalidField(
        "member.gender", "UNKNOWN_VALUE", "member.gender \(message.rawValue) is not known.")
    }
    self = gender
  }
}

extension Member.Status {
  init(_ message: DirectoryV1.MemberStatus) throws(InvalidField) {
    if message == .unspecified {
      self = .activated
      return
    }
    guard let status = Self(rawValue: Int(message.rawValue)) else {
      throw InvalidField(
        "member.status", "UNKNOWN_VALUE", "member.status \(message.rawValue) is not known.")
    }
    self = status
  }
}

extension DataScope {
  /// A member is let into departments, and out of such, that lie in the caller's part of the corp: what
  /// he is elsewhere stays as it is.
  fileprivate func checkMove(from before: Member, to after: Member, in reader: Reader) throws {
    let moved = Set(before.departmentIDs).symmetricDifference(after.departmentIDs)
    for id in moved.sorted()
    where try !contains(department: id, of: OrganisationTable.self, in: reader) {
      throw DataScopeFailure.departmentOutside(id, field: "member.department_ids")
    }
  }
}
