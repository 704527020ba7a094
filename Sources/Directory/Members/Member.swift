import RPC
import ServiceKit

/// A member 成员: somebody who works for the corp, in one or more departments.
struct Member: Sendable, Equatable {
  enum Gender: Int, Sendable {
    case unspecified = 0
    case male = 1
    case female = 2
  }

  enum Status: Int, Sendable {
    case activated = 1
    case disabled = 2
    case notActivated = 4
    case left = 5
  }

  /// A department he works in, and whether he leads it.
  struct Membership: Sendable, Hashable {
    var departmentID: UInt32
    var isLeader: Bool
  }

  var userid: String
  var name: String
  var alias: String = ""
  var mobile: String = ""
  var email: String = ""
  var position: String = ""
  var memberships: [Membership] = []
  var mainDepartment: UInt32 = 0
  var gender: Gender = .unspecified
  var status: Status = .activated
  /// Nil until he is created.
  var createTime: Instant?

  var departmentIDs: [UInt32] { memberships.map(\.departmentID) }

  /// The mobile number as it is compared: a mainland number is the same with +86 and without, and
  /// hyphens are for the eye.
  var mobileKey: String {
    let digits = mobile.replacing("-", with: "")
    return digits.hasPrefix("+86") ? String(digits.dropFirst(3)) : digits
  }

  /// Says where he works. Nil leaves a thing as it is as far as it can stay: he goes on leading the
  /// departments he remains in, and his main one stays if he does.
  mutating func arrange(
    departmentIDs: [UInt32]?, isLeader: [Bool]?, main: UInt32?
  ) throws(InvalidField) {
    let asked = departmentIDs ?? self.departmentIDs
    if let isLeader, !isLeader.isEmpty, isLeader.count != asked.count {
      throw InvalidField(
        "member.is_leader_in_dept", "WRONG_LENGTH",
        "member.is_leader_in_dept has \(isLeader.count) items for \(asked.count) departments.",
        errcode: 60132)
    }
    let led = Set(memberships.filter(\.isLeader).map(\.departmentID))
    let ids = asked.isEmpty ? [Department.rootID] : asked
    memberships = ids.enumerated().map { place, id in
      let leads = isLeader.map { $0.isEmpty ? false : $0[place] } ?? led.contains(id)
      return Membership(departmentID: id, isLeader: leads)
    }
    if let main, main != 0 {
      mainDepartment = main
    } else if main == 0 || !ids.contains(mainDepartment) {
      mainDepartment = ids[0]
    }
  }

  /// What stands in a member's way, as the table found it in the transaction that will write him.
  struct Surroundings: Sendable, Equatable {
    /// What another member has.
    var useridIsTaken = false
    var mobileIsTaken = false
    var emailIsTaken = false
    /// The departments he is to enter, each with what it holds; nil when there is none with the id.
    var entered: [Entered] = []

    struct Entered: Sendable, Equatable {
      var departmentID: UInt32
      var contents: Department.Contents?
    }
  }

  /// Whether he may have what is his alone, and enter his departments.
  func checkPlace(
    _ surroundings: Surroundings, policies: Policies
  ) throws(MemberFailure) {
    for entered in surroundings.entered where entered.contents == nil {
      throw .departmentNotFound(entered.departmentID)
    }
    if surroundings.useridIsTaken { throw .useridTaken(userid) }
    if surroundings.mobileIsTaken { throw .mobileTaken(mobile) }
    if surroundings.emailIsTaken { throw .emailTaken(email) }
    let most = policies[.departmentChildrenMax]
    for entered in surroundings.entered where entered.contents?.count ?? 0 >= most {
      throw .departmentFull(entered.departmentID, most)
    }
  }
}

enum MemberFailure: Failure, Equatable {
  case notFound(String, field: String)
  case useridTaken(String)
  case mobileTaken(String)
  case emailTaken(String)
  case departmentNotFound(UInt32)
  case departmentFull(UInt32, Int)

  var code: StatusCode {
    switch self {
    case .notFound, .departmentNotFound: .notFound
    case .useridTaken, .mobileTaken, .emailTaken: .alreadyExists
    case .departmentFull: .resourceExhausted
    }
  }

  var reason: String {
    switch self {
    case .notFound: "MEMBER_NOT_FOUND"
    case .useridTaken: "USERID_TAKEN"
    case .mobileTaken: "MOBILE_TAKEN"
    case .emailTaken: "EMAIL_TAKEN"
    case .departmentNotFound: "DEPARTMENT_NOT_FOUND"
    case .departmentFull: "TOO_MANY_CHILDREN"
    }
  }

  var message: String {
    switch self {
    case .notFound(let userid, _): "There is no member '\(userid)'."
    case .useridTaken(let userid): "There is a member '\(userid)', in this case or another."
    case .mobileTaken(let mobile): "Another member has the mobile number \(mobile)."
    case .emailTaken(let email): "Another member has the mail address \(email)."
    case .departmentNotFound(let id): "There is no department \(id)."
    case .departmentFull(let id, let most):
      "Department \(id) has \(most) children, as many as it may."
    }
  }

  var field: String? {
    switch self {
    case .notFound(_, let field): field
    case .useridTaken: "member.userid"
    case .mobileTaken: "member.mobile"
    case .emailTaken: "member.email"
    case .departmentNotFound, .departmentFull: "member.department_ids"
    }
  }

  var errcode: Int? {
    switch self {
    case .notFound: 60111
    case .useridTaken: 60102
    case .mobileTaken: 60104
    case .emailTaken: 60106
    case .departmentNotFound: 60123
    case .departmentFull: 81001
    }
  }
}
