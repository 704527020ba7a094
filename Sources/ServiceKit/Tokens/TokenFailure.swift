package import RPC

/// Why the token of a call does not let it in. None says what stood in the token.
package enum TokenFailure: Failure, Equatable {
  case required
  case bad
  case expired
  case revoked
  case foreignCorp

  package var code: StatusCode { self == .foreignCorp ? .permissionDenied : .unauthenticated }

  package var reason: String {
    switch self {
    case .required: "TOKEN_REQUIRED"
    case .bad: "BAD_TOKEN"
    case .expired: "TOKEN_EXPIRED"
    case .revoked: "TOKEN_REVOKED"
    case .foreignCorp: "FOREIGN_CORP"
    }
  }

  package var message: String {
    switch self {
    case .required: "The call needs a token: metadata authorization, 'Bearer' and the token."
    case .bad: "The token is malformed, or signed by none of the keys in use."
    case .expired: "The token has expired; ask for another."
    case .revoked: "The token was revoked; ask for another."
    case .foreignCorp: "siyu-corp names another corp than the token."
    }
  }

  package var errcode: Int? {
    switch self {
    case .required: 41001
    case .bad, .revoked: 40014
    case .expired: 42001
    case .foreignCorp: 40013
    }
  }
}
