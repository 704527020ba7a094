package import RPC

/// Who calls: the corp whose data he sees, the app he calls with, and what it may do.
package struct Principal: Sendable, Hashable {
  package let corp: String
  package let app: String
  package let scopes: Scopes

  package enum Scopes: Sendable, Hashable {
    case all
    case only(Set<String>)

    func contains(_ scope: String) -> Bool {
      switch self {
      case .all: true
      case .only(let scopes): scopes.contains(scope)
      }
    }
  }
}

extension Call {
  /// The caller, as admission found him. Only for methods that need a right: those always have one.
  package var principal: Principal {
    guard let principal = context as? Principal else {
      preconditionFailure("\(method.path) ran without admission.")
    }
    return principal
  }
}

/// Why a caller was turned away at the door.
package enum AdmissionFailure: Failure, Equatable {
  case namelessCaller
  case missingScope(String)
  case badCorp(String)

  package var code: StatusCode {
    switch self {
    case .namelessCaller: .unauthenticated
    case .missingScope: .permissionDenied
    case .badCorp: .invalidArgument
    }
  }

  package var reason: String {
    switch self {
    case .namelessCaller: "NAME_REQUIRED"
    case .missingScope: "SCOPE_REQUIRED"
    case .badCorp: "BAD_CORP"
    }
  }

  package var message: String {
    switch self {
    case .namelessCaller:
      "The caller's certificate names nobody: it needs a URI or DNS subject alternative name."
    case .missingScope(let scope): "The token does not carry the scope \(scope)."
    case .badCorp(let corp):
      "siyu-corp is '\(corp)'; a corp is 1 to 64 letters, digits, '_' or '-', not '_' or '-' first."
    }
  }

  package var errcode: Int? {
    switch self {
    case .namelessCaller: nil
    case .missingScope: 48002
    case .badCorp: 40013
    }
  }
}

/// Finds out who calls, whether he may, and whether his corp has calls left, before the handler sees
/// the call. What anybody may call, health and reflection, is never refused.
///
/// Metadata `siyu-corp` names the corp. With mutual TLS the app is who the certificate names, and
/// every right is given: only our own hold one. Insecure mode is for a loopback address alone: the
/// corp is `demo` by default, `siyu-app` names the app (default `local`), and every right is given.
package struct Admission: Interceptor {
  private let insecure: Bool
  private let fairness: Fairness

  package init(insecure: Bool, fairness: Fairness) {
    self.insecure = insecure
    self.fairness = fairness
  }

  package func admit(_ call: Call) throws -> HandlerShare? {
    guard case .scope(let scope) = call.method.right else { return nil }
    let corp = call.metadata["siyu-corp"] ?? (insecure ? "demo" : "")
    guard Self.isCorp(corp) else { throw AdmissionFailure.badCorp(corp) }
    let principal = Principal(corp: corp, app: try app(of: call), scopes: .all)
    guard principal.scopes.contains(scope) else { throw AdmissionFailure.missingScope(scope) }
    call.context = principal
    return try fairness.admit(corp, call.method)
  }

  private func app(of call: Call) throws -> String {
    if let identity = call.peer.identity { return identity }
    guard insecure else { throw AdmissionFailure.namelessCaller }
    return call.metadata["siyu-app"] ?? "local"
  }

  /// A corp names a file, so it is held to what every file system takes.
  package static func isCorp(_ corp: String) -> Bool {
    guard (1...64).contains(corp.utf8.count), Shape.isAlphanumeric(corp.utf8.first!) else {
      return false
    }
    return corp.utf8.allSatisfy { Shape.isAlphanumeric($0) || $0 == 0x5F || $0 == 0x2D }
  }
}
