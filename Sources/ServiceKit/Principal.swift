package import RPC

/// Who calls: the corp whose data he sees, the app he calls with, what it may do, and of which part of
/// the corp. A class, for a token's calls share one.
package final class Principal: Sendable {
  package let corp: String
  package let app: String
  package let scopes: Scopes
  /// The part of the corp that he is held to; nil for all of it.
  package let dataScope: DataScope?
  /// When his token expires; nil for one who needs none.
  let expiry: Instant?
  /// What his token is called; nil for one who has none.
  let jti: String?

  package init(
    corp: String, app: String, scopes: Scopes, dataScope: DataScope? = nil, expiry: Instant? = nil,
    jti: String? = nil
  ) {
    self.corp = corp
    self.app = app
    self.scopes = scopes
    self.dataScope = dataScope
    self.expiry = expiry
    self.jti = jti
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
