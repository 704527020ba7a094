import RPC
import ServiceKit

/// A source 来源: from which channel, in which scene and for which store customers come.
struct Source: Sendable, Equatable {
  /// What a relation keeps of it.
  struct Reference: Sendable, Equatable {
    let key: Int64
    let sourceID: String
  }

  /// The key inside; 0 while it has no row.
  var key: Int64 = 0
  let sourceID: String
  var name: String
  var channel: String
  var scene: String
  /// The store; 0 when it is of none.
  var departmentID: UInt32
  var createTime: Instant
  var updateTime: Instant

  /// Where it stands in the taxonomy: one source each.
  var place: SourcePlace { .init(channel: channel, scene: scene, departmentID: departmentID) }

  func checkShape(policies: Policies) throws(InvalidField) {
    let most = policies[.sourceCharactersMax]
    for (field, text) in [("name", name), ("channel", channel), ("scene", scene)] {
      try Shape.characters(text, 1...most, field: "source.\(field)")
    }
  }

  static func checkID(_ id: String, field: String) throws(InvalidField) {
    try Shape.id(id, field: field)
  }

  /// Whether one more may be made in a corp that has `count`.
  static func checkRoom(besides count: Int, policies: Policies) throws(SourceFailure) {
    let most = policies[.sourcesMax]
    if count >= most { throw .tooMany(most) }
  }
}

/// A channel, a scene in it and a store.
struct SourcePlace: Sendable, Equatable {
  var channel: String
  var scene: String
  var departmentID: UInt32
}

/// Which sources are asked for: those that fit all that is not empty.
struct SourceFilter: Sendable, Equatable {
  var sourceID: String = ""
  var channel: String = ""
  var scene: String = ""
  var departmentID: UInt32 = 0

  func checkShape(policies: Policies) throws(InvalidField) {
    if !sourceID.isEmpty { try Source.checkID(sourceID, field: "source_id") }
    let most = policies[.sourceCharactersMax]
    try Shape.characters(channel, 0...most, field: "channel")
    try Shape.characters(scene, 0...most, field: "scene")
  }
}

/// By what counts of sources are added up.
enum SourceRollup: Int, Sendable {
  case source = 1
  case channel = 2
  case scene = 3
  case store = 4
}

/// Any of some sources, as an audience asks for them: of those that fit all lists that are not empty.
struct SourceCondition: Sendable, Equatable {
  var sourceIDs: [String] = []
  var channels: [String] = []
  var scenes: [String] = []
  var departmentIDs: [UInt32] = []

  func checkShape(_ field: String, _ policies: Policies) throws(InvalidField) {
    guard
      !sourceIDs.isEmpty || !channels.isEmpty || !scenes.isEmpty || !departmentIDs.isEmpty
    else {
      throw InvalidField(field, "REQUIRED", "\(field) names no source.", errcode: 40058)
    }
    let most = policies[.audienceValuesMax]
    try Shape.items(sourceIDs.count, 0...most, field: "\(field).source_ids", errcode: 40058)
    for id in sourceIDs { try Source.checkID(id, field: "\(field).source_ids") }
    for (name, texts) in [("channels", channels), ("scenes", scenes)] {
      try Shape.items(texts.count, 0...most, field: "\(field).\(name)", errcode: 40058)
      for text in texts {
        try Shape.characters(
          text, 1...policies[.sourceCharactersMax], field: "\(field).\(name)", errcode: 40058)
      }
    }
    try Shape.items(
      departmentIDs.count, 0...policies[.audienceDepartmentsMax],
      field: "\(field).department_ids", errcode: 40058)
  }
}

/// Why a source does not do what it is asked for.
enum SourceFailure: Failure, Equatable {
  case notFound(String, field: String)
  case exists(SourcePlace, as: String)
  case inUse(String, configID: String)
  case tooMany(Int)
  case departmentNotFound(UInt32)

  var code: StatusCode {
    switch self {
    case .notFound, .departmentNotFound: .notFound
    case .exists: .alreadyExists
    case .inUse: .failedPrecondition
    case .tooMany: .resourceExhausted
    }
  }

  var reason: String {
    switch self {
    case .notFound: "SOURCE_NOT_FOUND"
    case .exists: "SOURCE_EXISTS"
    case .inUse: "SOURCE_IN_USE"
    case .tooMany: "TOO_MANY_SOURCES"
    case .departmentNotFound: "DEPARTMENT_NOT_FOUND"
    }
  }

  var message: String {
    switch self {
    case .notFound(let id, _): "There is no source '\(id)'."
    case .exists(let place, let id):
      "The source '\(id)' has the channel '\(place.channel)', the scene '\(place.scene)' and the"
        + " store \(place.departmentID) already."
    case .inUse(let id, let configID): "The contact way '\(configID)' has the source '\(id)'."
    case .tooMany(let most): "The corp has \(most) sources, as many as it may."
    case .departmentNotFound(let id): "Directory knows no department \(id)."
    }
  }

  var field: String? {
    switch self {
    case .notFound(_, let field): field
    case .inUse: "source_id"
    case .departmentNotFound: "source.department_id"
    case .exists, .tooMany: nil
    }
  }

  /// WeCom has no sources, and no codes for them.
  var errcode: Int? {
    switch self {
    case .departmentNotFound: 60003
    case .notFound, .exists, .inUse, .tooMany: nil
    }
  }
}
