import RPC
import ServiceKit

/// An app 应用: a program that calls in the corp's name, as far as its scopes let it, and for the part of
/// the corp that its data scope names.
struct App: Sendable, Equatable {
  let id: String
  var name: String
  var scopes: Scopes
  /// Nil for the whole corp.
  var dataScope: DataScope?
  let createTime: Instant
  /// The newest first.
  var secrets: [AppSecret] = []

  /// What a caller may say of an app, its scopes apart.
  func checkShape() throws(InvalidField) {
    try Shape.id(id, field: "app.app_id", errcode: 40056)
    try Shape.characters(name, 1...64, field: "app.name")
  }

  static func scopes(_ names: [String], policies: Policies) throws(InvalidField) -> Scopes {
    try Shape.items(names.count, 1...policies[.appScopesMax], field: "app.scopes")
    do throws(Scopes.Mistake) {
      return try Scopes(names)
    } catch {
      throw InvalidField("app.scopes", "BAD_SCOPE", "app.scopes: \(error).")
    }
  }

  static func dataScope(
    departments: [UInt32], owner: String, policies: Policies
  ) throws(InvalidField) -> DataScope? {
    try Shape.items(
      departments.count, 0...policies[.appDepartmentsMax], field: "app.data_scope.department_ids")
    if departments.contains(0) {
      throw InvalidField(
        "app.data_scope.department_ids", "BAD_ID", "app.data_scope.department_ids: 0 is no id.",
        errcode: 60123)
    }
    if !owner.isEmpty { try Shape.id(owner, field: "app.data_scope.owner_id") }
    do throws(DataScope.Mistake) {
      return try DataScope(departments: departments, owner: owner)
    } catch {
      throw InvalidField("app.data_scope", "BAD_DATA_SCOPE", "app.data_scope: \(error).")
    }
  }

  /// Nobody gives what he has not, nor gets hold of it by a secret.
  func checkIsWithin(_ caller: Scopes) throws(AppFailure) {
    guard caller.contains(scopes) else { throw .scopesExceedCaller(id) }
  }

  func hasSecret(_ shown: String, at now: Instant) -> Bool {
    let hash = AppSecret.hash(shown)
    // All are compared, whichever it is.
    let matching = secrets.filter { $0.isValid(at: now) && $0.isOf(hash) }
    return !matching.isEmpty
  }
}

enum AppFailure: Failure, Equatable {
  case notFound(String, field: String)
  case idTaken(String)
  case tooMany(Int)
  case scopesExceedCaller(String)

  var code: StatusCode {
    switch self {
    case .notFound: .notFound
    case .idTaken: .alreadyExists
    case .tooMany: .resourceExhausted
    case .scopesExceedCaller: .permissionDenied
    }
  }

  var reason: String {
    switch self {
    case .notFound: "APP_NOT_FOUND"
    case .idTaken: "APP_ID_TAKEN"
    case .tooMany: "TOO_MANY_APPS"
    case .scopesExceedCaller: "SCOPES_EXCEED_CALLER"
    }
  }

  var message: String {
    switch self {
    case .notFound(let id, _): "There is no app '\(id)'."
    case .idTaken(let id): "There is an app '\(id)' already."
    case .tooMany(let most): "The corp has \(most) apps, as many as it may."
    case .scopesExceedCaller(let id): "The app '\(id)' may do what the caller may not."
    }
  }

  var field: String? {
    switch self {
    case .notFound(_, let field): field
    case .idTaken: "app.app_id"
    case .tooMany: nil
    case .scopesExceedCaller: "app.scopes"
    }
  }

  var errcode: Int? {
    switch self {
    case .notFound: 40056
    case .scopesExceedCaller: 48002
    case .idTaken, .tooMany: nil
    }
  }
}
