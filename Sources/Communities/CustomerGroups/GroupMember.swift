package import ServiceKit

/// Someone in a customer group 群成员: a member of the corp or an external contact.
package struct GroupMember: Sendable, Equatable {
  package enum Kind: Int, Sendable {
    case member = 1
    case external = 2
  }

  /// How someone came in, with the numbers of WeCom's group detail. The callback has others: there
  /// an invitation by link is an invitation like any other.
  package enum JoinScene: Int, Sendable {
    case invited = 1
    case link = 2
    case qrCode = 3
  }

  package enum QuitScene: Int, Sendable {
    case left = 1
    case removed = 2
  }

  /// A userid or an external_userid, as `kind` says.
  package var userid: String
  package var kind: Kind
  package var joinTime: Instant
  package var joinScene: JoinScene
  /// The member of the corp who invited him; empty when nobody of the corp did.
  package var invitor: String
  package var groupNickname: String = ""
  /// The channel of the join way he came by; empty when he came otherwise.
  package var state: String = ""

  package func checkShape(in parent: String) throws(InvalidField) {
    switch kind {
    case .member: try Shape.userid(userid, field: "\(parent).userid")
    case .external: try Shape.id(userid, field: "\(parent).userid", errcode: 40096)
    }
    try Shape.characters(groupNickname, 0...64, field: "\(parent).group_nickname")
  }

  /// Throws when somebody is named twice. `path` says where the item of an index stands.
  package static func checkDistinct(
    _ userids: [String], path: (Int) -> String
  ) throws(InvalidField) {
    var seen = Set<String>()
    for (index, userid) in userids.enumerated() where !seen.insert(userid).inserted {
      throw InvalidField(path(index), "DUPLICATE", "\(path(index)) names '\(userid)' again.")
    }
  }
}
