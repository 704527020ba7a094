import ServiceKit

/// The personal tags 个人标签 of one relation, as its member is to have them.
struct PersonalTags: Sendable, Equatable {
  var userid: String
  var externalUserid: String
  /// Each once, in the order given.
  let names: [String]

  init(userid: String, externalUserid: String, names: [String]) {
    self.userid = userid
    self.externalUserid = externalUserid
    var seen: Set<String> = []
    self.names = names.filter { seen.insert($0).inserted }
  }

  func checkShape(policies: Policies) throws(InvalidField) {
    try Shape.userid(userid, field: "userid")
    try Customer.checkID(externalUserid, field: "external_userid")
    try Shape.items(names.count, 0...policies[.personalTagsMax], field: "names", errcode: 41111)
    for name in names { try TagGroup.checkName(name, field: "names", policies: policies) }
  }
}
