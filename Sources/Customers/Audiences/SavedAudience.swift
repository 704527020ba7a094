import RPC
import ServiceKit

/// An audience with a name 人群包: its description, not its customers.
struct SavedAudience: Sendable, Equatable {
  var key: Int64 = 0
  let id: String
  var name: String
  /// The audience as its caller gave it, packed.
  var definition: [UInt8]
  var createTime: Instant
  var updateTime: Instant

  static func checkID(_ id: String, field: String) throws(InvalidField) {
    try Shape.id(id, field: field)
  }

  static func checkName(_ name: String, field: String, policies: Policies) throws(InvalidField) {
    try Shape.characters(
      name, 1...policies[.savedAudienceNameCharactersMax], field: field)
  }

  /// Whether one more may be saved in a corp that has `count`.
  static func checkRoom(besides count: Int, policies: Policies) throws(SavedAudienceFailure) {
    let most = policies[.savedAudiencesMax]
    if count >= most { throw .tooMany(most) }
  }
}

enum SavedAudienceFailure: Failure, Equatable {
  case notFound(String, field: String)
  case nameTaken(String)
  case tooMany(Int)
  /// What it names is gone.
  case outdated(String, why: String)

  var code: StatusCode {
    switch self {
    case .notFound: .notFound
    case .nameTaken: .alreadyExists
    case .tooMany: .resourceExhausted
    case .outdated: .failedPrecondition
    }
  }

  var reason: String {
    switch self {
    case .notFound: "SAVED_AUDIENCE_NOT_FOUND"
    case .nameTaken: "SAVED_AUDIENCE_NAME_TAKEN"
    case .tooMany: "TOO_MANY_SAVED_AUDIENCES"
    case .outdated: "SAVED_AUDIENCE_OUTDATED"
    }
  }

  var message: String {
    switch self {
    case .notFound(let id, _): "There is no saved audience '\(id)'."
    case .nameTaken(let name): "Another saved audience is named '\(name)'."
    case .tooMany(let most): "The corp has \(most) saved audiences, as many as it may."
    case .outdated(let id, let why): "The saved audience '\(id)' must be changed: \(why)"
    }
  }

  var field: String? {
    switch self {
    case .notFound(_, let field): field
    case .nameTaken: "saved_audience.name"
    case .tooMany: nil
    case .outdated: "audience.saved_audience_id"
    }
  }

  /// WeCom has no saved audiences, and no codes for them.
  var errcode: Int? { nil }
}
