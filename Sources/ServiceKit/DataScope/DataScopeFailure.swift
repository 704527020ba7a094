package import RPC

/// Why a caller who may see a part of the corp alone was refused.
package enum DataScopeFailure: Failure, Equatable {
  /// What the method answers cannot be told apart by whose it is.
  case corpWideMethod
  /// It would mean everybody, or nobody who can be held against his scope.
  case fieldRequired(String)
  /// It reaches beyond those whom the request names.
  case fieldForbidden(String)
  case memberOutside(String, field: String)
  case departmentOutside(UInt32, field: String)
  case tooManyNames(Int, field: String)

  package var code: StatusCode {
    if case .tooManyNames = self { .invalidArgument } else { .permissionDenied }
  }

  package var reason: String {
    switch self {
    case .corpWideMethod: "CORP_WIDE_METHOD"
    case .fieldRequired: "DATA_SCOPE_FIELD_REQUIRED"
    case .fieldForbidden: "DATA_SCOPE_FIELD_FORBIDDEN"
    case .memberOutside, .departmentOutside: "OUTSIDE_DATA_SCOPE"
    case .tooManyNames: "TOO_MANY_NAMES"
    }
  }

  package var message: String {
    switch self {
    case .corpWideMethod: "The method is for callers without a data scope."
    case .fieldRequired(let field):
      "\(field) is empty: a caller with a data scope says whom in it he means."
    case .fieldForbidden(let field):
      "\(field) reaches beyond a data scope: a caller with one leaves it empty."
    case .memberOutside(let userid, let field):
      "\(field): '\(userid)' is outside of the caller's data scope."
    case .departmentOutside(let id, let field):
      "\(field): department \(id) is outside of the caller's data scope."
    case .tooManyNames(let most, let field):
      "\(field): a caller with a data scope names at most \(most) members and departments."
    }
  }

  package var field: String? {
    switch self {
    case .corpWideMethod: nil
    case .fieldRequired(let field), .fieldForbidden(let field), .memberOutside(_, let field),
      .departmentOutside(_, let field), .tooManyNames(_, let field):
      field
    }
  }

  package var metadata: [String: String] {
    switch self {
    case .memberOutside(let userid, _): ["userid": userid]
    case .departmentOutside(let id, _): ["department_id": String(id)]
    case .tooManyNames(let most, _): ["limit": String(most)]
    case .corpWideMethod, .fieldRequired, .fieldForbidden: [:]
    }
  }

  package var errcode: Int? {
    switch self {
    case .corpWideMethod: 48002
    case .fieldRequired, .fieldForbidden, .memberOutside, .departmentOutside: 60011
    case .tooManyNames: nil
    }
  }
}
