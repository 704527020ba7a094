package import Messages

extension DirectoryV1.Member {
  /// A member that the directory takes: named after his userid, reached by mail.
  package static func sample(
    _ userid: String, departmentIDs: [UInt32] = []
  ) -> DirectoryV1.Member {
    .init(
      userid: userid, name: "成员 \(userid)", email: "\(userid)@example.com",
      departmentIDs: departmentIDs)
  }
}
