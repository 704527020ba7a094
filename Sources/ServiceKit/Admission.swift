package import RPC

/// Why a caller was turned away at the door, his token apart.
package enum AdmissionFailure: Failure, Equatable {
  case missingScope(String)
  case badCorp(String)

  package var code: StatusCode {
    switch self {
    case .missingScope: .permissionDenied
    case .badCorp: .invalidArgument
    }
  }

  package var reason: String {
    switch self {
    case .missingScope: "SCOPE_REQUIRED"
    case .badCorp: "BAD_CORP"
    }
  }

  package var message: String {
    switch self {
    case .missingScope(let scope): "The token does not carry the scope \(scope)."
    case .badCorp(let corp):
      "siyu-corp is '\(corp)'; a corp is 1 to 64 letters, digits, '_' or '-', not '_' or '-' first."
    }
  }

  package var errcode: Int? {
    switch self {
    case .missingScope: 48002
    case .badCorp: 40013
    }
  }
}

/// Finds out who calls, whether he may, of whom, and whether his corp has calls left, before the handler
/// sees the call. What anybody may call is never refused: health, reflection, and what is `public`.
///
/// Who calls is, in this order:
/// - whom his token names, corp and app; the token of a service of ours names no corp, but every one;
/// - the service of ours that his certificate names, which may do everything;
/// - in insecure mode, on a loopback address alone, anybody: the app is his certificate's or that of
///   metadata `siyu-app`, by default `local`, and he may do everything.
///
/// A stream ends with the token it began with, at the latest: DEADLINE_EXCEEDED, or UNAUTHENTICATED when
/// the token is revoked.
///
/// Metadata `siyu-corp` names the corp of a service's call, or of an insecure one, there by default
/// `demo`. Beside the token of one corp it may be left out, and may name no other.
package struct Admission: Interceptor {
  private let tokens: TokenVerifier?
  private let services: Set<String>
  private let insecure: Bool
  private let dataScopes: DataScopeDoor
  private let fairness: Fairness
  private let clock: Clock

  /// - Parameters:
  ///   - tokens: Nil to look at no token: for insecure mode alone.
  ///   - services: The names in our own services' certificates.
  package init(
    tokens: TokenVerifier? = nil, services: Set<String> = [], insecure: Bool,
    dataScopes: DataScopeDoor, fairness: Fairness, clock: Clock
  ) {
    self.tokens = tokens
    self.services = services
    self.insecure = insecure
    self.dataScopes = dataScopes
    self.fairness = fairness
    self.clock = clock
  }

  package func admit(_ call: Call) throws -> HandlerShare? {
    guard case .scope(let scope) = call.method.right else { return nil }
    let principal = try principal(of: call)
    // Whoever is refused is known too.
    call.context = principal
    guard principal.scopes.contains(scope) else { throw AdmissionFailure.missingScope(scope) }
    if let dataScope = principal.dataScope {
      try dataScopes.admit(dataScope, of: principal.corp, call)
    }
    if let expiry = principal.expiry, call.method.serverStreaming || call.method.clientStreaming {
      let left = (expiry.microseconds - clock.now.microseconds) / 1000
      call.end(by: Deadline(afterMilliseconds: Int(left)))
    }
    return try fairness.admit(principal.corp, call.method)
  }

  private func principal(of call: Call) throws -> Principal {
    if let tokens, let authorization = try Self.authorization(of: call) {
      return try Self.named(
        by: tokens.principal(in: authorization, of: call, at: clock.now), call)
    }
    if let identity = call.peer.identity, services.contains(identity) {
      return Principal(corp: try Self.corp(of: call), app: identity, scopes: .all)
    }
    guard insecure else { throw TokenFailure.required }
    return Principal(
      corp: try Self.corp(of: call, default: "demo"),
      app: call.peer.identity ?? call.metadata["siyu-app"] ?? "local", scopes: .all)
  }

  /// Whom a token's principal is in this call.
  private static func named(by principal: Principal, _ call: Call) throws -> Principal {
    if principal.corp == TokenClaims.everyCorp {
      return Principal(
        corp: try corp(of: call), app: principal.app, scopes: principal.scopes,
        expiry: principal.expiry, jti: principal.jti)
    }
    if let named = call.metadata["siyu-corp"], named != principal.corp {
      call.context = principal
      throw TokenFailure.foreignCorp
    }
    return principal
  }

  /// Nil when there is none; two are none that could be meant.
  private static func authorization(of call: Call) throws(TokenFailure) -> String? {
    var found: String?
    for field in call.metadata.fields where field.name == "authorization" {
      guard found == nil, case .text(let text) = field.value else { throw .bad }
      found = text
    }
    return found
  }

  private static func corp(
    of call: Call, default fallback: String = ""
  ) throws(AdmissionFailure) -> String {
    let corp = call.metadata["siyu-corp"] ?? fallback
    guard isCorp(corp) else { throw .badCorp(corp) }
    return corp
  }

  /// A corp names a file, so it is held to what every file system takes.
  package static func isCorp(_ corp: String) -> Bool {
    guard (1...64).contains(corp.utf8.count), Shape.isAlphanumeric(corp.utf8.first!) else {
      return false
    }
    return corp.utf8.allSatisfy { Shape.isAlphanumeric($0) || $0 == 0x5F || $0 == 0x2D }
  }
}
