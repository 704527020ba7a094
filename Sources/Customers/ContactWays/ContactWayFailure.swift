import RPC
import ServiceKit

/// Why a contact way does not do what it is asked for.
enum ContactWayFailure: Failure, Equatable {
  case notFound(String, field: String)
  case tooMany(Int)
  case tooManyTemporaryToday(Int)
  case unknownMember(String, field: String)
  case memberNotActivated(String, field: String)
  case departmentNotFound(UInt32)
  case expired(String)
  case used(String)
  case otherUnionid(String)
  case notWaiting(userid: String, externalUserid: String)
  case notTemporary(userid: String, externalUserid: String)
  case noSession(userid: String, externalUserid: String)

  var code: StatusCode {
    switch self {
    case .notFound, .departmentNotFound, .notWaiting, .noSession: .notFound
    case .tooMany, .tooManyTemporaryToday: .resourceExhausted
    case .unknownMember: .invalidArgument
    case .memberNotActivated, .expired, .used, .otherUnionid, .notTemporary: .failedPrecondition
    }
  }

  var reason: String {
    switch self {
    case .notFound: "CONTACT_WAY_NOT_FOUND"
    case .tooMany: "TOO_MANY_CONTACT_WAYS"
    case .tooManyTemporaryToday: "TOO_MANY_TEMPORARY_CONTACT_WAYS"
    case .unknownMember: "MEMBER_UNKNOWN"
    case .memberNotActivated: "MEMBER_NOT_ACTIVATED"
    case .departmentNotFound: "DEPARTMENT_NOT_FOUND"
    case .expired: "CONTACT_WAY_EXPIRED"
    case .used: "CONTACT_WAY_USED"
    case .otherUnionid: "CONTACT_WAY_OF_OTHER_UNIONID"
    case .notWaiting: "CONTACT_NOT_WAITING"
    case .notTemporary: "NOT_A_TEMPORARY_SESSION"
    case .noSession: "NOT_RELATED"
    }
  }

  var message: String {
    switch self {
    case .notFound(let id, _): "There is no contact way '\(id)'."
    case .tooMany(let most): "The corp has \(most) contact ways and join ways, as many as it may."
    case .tooManyTemporaryToday(let most):
      "The corp made \(most) temporary contact ways today, as many as it may."
    case .unknownMember(let userid, _): "Directory knows no member '\(userid)'."
    case .memberNotActivated(let userid, _): "'\(userid)' is not activated."
    case .departmentNotFound(let id): "Directory knows no department \(id)."
    case .expired(let id): "The temporary contact way '\(id)' has expired."
    case .used(let id): "The temporary contact way '\(id)' was used by somebody else."
    case .otherUnionid(let id): "The contact way '\(id)' is for another unionid."
    case .notWaiting(let userid, let id): "'\(id)' does not wait for '\(userid)'."
    case .notTemporary(let userid, let id):
      "'\(userid)' and '\(id)' have an ordinary relation, not a temporary session."
    case .noSession(let userid, let id): "'\(userid)' and '\(id)' are not related."
    }
  }

  var field: String? {
    switch self {
    case .notFound(_, let field), .unknownMember(_, let field), .memberNotActivated(_, let field):
      field
    case .departmentNotFound: "contact_way.department_ids"
    case .otherUnionid: "customer.unionid"
    case .tooMany, .tooManyTemporaryToday, .expired, .used, .notWaiting, .notTemporary, .noSession:
      nil
    }
  }

  var errcode: Int? {
    switch self {
    case .notFound: 41044
    case .tooMany, .tooManyTemporaryToday: 41045
    case .unknownMember: 40003
    case .memberNotActivated: 41054
    case .departmentNotFound: 60003
    case .otherUnionid: 610014
    case .notWaiting, .noSession: 84061
    case .expired, .used, .notTemporary: nil
    }
  }
}
