import Messages
import Protobuf
import RPC
import ServiceKit
import Store

/// Answers `siyu.customers.v1.SavedAudienceService`.
struct SavedAudienceHandler: CustomersV1.SavedAudienceServiceProtocol {
  let context: CustomersContext

  func createSavedAudience(
    _ request: CustomersV1.CreateSavedAudienceRequest, _ call: Call
  ) async throws -> CustomersV1.SavedAudience {
    let asked = try Shape.required(request.savedAudience, field: "saved_audience")
    let policies = context.policies
    try SavedAudience.checkName(asked.name, field: "saved_audience.name", policies: policies)
    let message = try Shape.required(asked.audience, field: "saved_audience.audience")
    let audience = try Self.audience(message, policies)
    return try await context.mutate(request, call) { mutation in
      let writer = mutation.writer
      try SavedAudience.checkRoom(
        besides: SavedAudienceTable.count(in: writer), policies: policies)
      try AudienceNames(writer).checkNames(in: audience)
      let saved = SavedAudience(
        id: PublicID.make("au"), name: asked.name, definition: message.packed(),
        createTime: mutation.now, updateTime: mutation.now)
      try Self.checkName(of: saved, in: writer)
      try SavedAudienceTable.insert(saved, in: writer)
      let answer = try saved.message
      try mutation.emit(.savedAudienceCreated(answer))
      return answer
    }
  }

  func getSavedAudience(
    _ request: CustomersV1.GetSavedAudienceRequest, _ call: Call
  ) async throws -> CustomersV1.SavedAudience {
    let id = request.savedAudienceID
    try SavedAudience.checkID(id, field: "saved_audience_id")
    return try context.read(call) { reader in
      try Self.found(id, field: "saved_audience_id", in: reader).message
    }
  }

  func listSavedAudiences(
    _ request: CustomersV1.ListSavedAudiencesRequest, _ call: Call
  ) async throws -> CustomersV1.ListSavedAudiencesResponse {
    let page = try Page(request)
    let found = try context.read(call) { reader in
      try SavedAudienceTable.list(
        before: page.after.first?.int ?? .max, limit: page.size + 1, in: reader)
    }
    let (items, nextPageToken) = page.cut(found) { [.int($0.key)] }
    return .init(savedAudiences: items.map(\.heading), nextPageToken: nextPageToken)
  }

  func updateSavedAudience(
    _ request: CustomersV1.UpdateSavedAudienceRequest, _ call: Call
  ) async throws -> CustomersV1.SavedAudience {
    let asked = try Shape.required(request.savedAudience, field: "saved_audience")
    try SavedAudience.checkID(asked.savedAudienceID, field: "saved_audience.saved_audience_id")
    let mask = try UpdateMask(request.updateMask, allowed: ["name", "audience"])
    let policies = context.policies
    let name = mask.value("name", asked.name, empty: "")
    if let name {
      try SavedAudience.checkName(name, field: "saved_audience.name", policies: policies)
    }
    let message = try mask.value("audience", asked.audience, empty: nil).map {
      try Shape.required($0, field: "saved_audience.audience")
    }
    let audience = try message.map { try Self.audience($0, policies) }
    return try await context.mutate(request, call) { mutation in
      let before = try Self.found(
        asked.savedAudienceID, field: "saved_audience.saved_audience_id", in: mutation.writer)
      var saved = before
      if let name { saved.name = name }
      if let message { saved.definition = message.packed() }
      guard saved != before else { return try saved.message }
      if let audience { try AudienceNames(mutation.writer).checkNames(in: audience) }
      try Self.checkName(of: saved, in: mutation.writer)
      saved.updateTime = mutation.now
      try SavedAudienceTable.update(saved, in: mutation.writer)
      let answer = try saved.message
      try mutation.emit(.savedAudienceUpdated(answer))
      return answer
    }
  }

  func deleteSavedAudience(
    _ request: CustomersV1.DeleteSavedAudienceRequest, _ call: Call
  ) async throws -> CustomersV1.DeleteSavedAudienceResponse {
    let id = request.savedAudienceID
    try SavedAudience.checkID(id, field: "saved_audience_id")
    return try await context.mutate(request, call) { mutation in
      let saved = try Self.found(id, field: "saved_audience_id", in: mutation.writer)
      try SavedAudienceTable.delete(saved.key, in: mutation.writer)
      try mutation.emit(.savedAudienceDeleted(saved.message))
      return .init()
    }
  }

  static func found(_ id: String, field: String, in reader: Reader) throws -> SavedAudience {
    guard let saved = try SavedAudienceTable.find(id, in: reader) else {
      throw SavedAudienceFailure.notFound(id, field: field)
    }
    return saved
  }

  /// What a saved audience says, its shape checked.
  private static func audience(
    _ message: CustomersV1.Audience, _ policies: Policies
  ) throws -> Audience {
    guard message.savedAudienceID.isEmpty else {
      throw InvalidField(
        "saved_audience.audience.saved_audience_id", "NESTED",
        "A saved audience names no other saved audience.")
    }
    let audience = try Audience(message)
    try audience.checkShape(policies: policies)
    return audience
  }

  private static func checkName(of saved: SavedAudience, in reader: Reader) throws {
    if let key = try SavedAudienceTable.key(named: saved.name, in: reader), key != saved.key {
      throw SavedAudienceFailure.nameTaken(saved.name)
    }
  }
}

extension SavedAudience {
  var message: CustomersV1.SavedAudience {
    get throws {
      var message = heading
      message.audience = try CustomersV1.Audience(unpacking: definition)
      return message
    }
  }

  /// Without its audience, which may be long.
  fileprivate var heading: CustomersV1.SavedAudience {
    .init(
      savedAudienceID: id, name: name, createTime: createTime.timestamp,
      updateTime: updateTime.timestamp)
  }
}

extension AudienceHandler {
  /// The audience a caller asks for, with what the saved audience it names demands besides.
  func resolved(
    _ asked: CustomersV1.Audience?, _ call: Call
  ) throws -> CustomersV1.Audience {
    var message = asked ?? .init()
    let id = message.savedAudienceID
    guard !id.isEmpty else { return message }
    let field = "audience.saved_audience_id"
    try SavedAudience.checkID(id, field: field)
    let saved = try context.read(call) { reader in
      let saved = try CustomersV1.Audience(
        unpacking: SavedAudienceHandler.found(id, field: field, in: reader).definition)
      do {
        try AudienceNames(reader).checkNames(in: Audience(saved))
      } catch let failure as TagFailure {
        throw SavedAudienceFailure.outdated(id, why: failure.message)
      }
      return saved
    }
    message.savedAudienceID = ""
    message.require(saved)
    return message
  }
}

extension CustomersV1.Audience {
  /// Leaves of this audience those who belong to another as well, said by conditions.
  fileprivate mutating func require(_ other: CustomersV1.Audience) {
    if other.externalUserids.isEmpty {
      for group in other.tagFilter?.groupList ?? [] {
        allOf.append(.init(anyOf: [.init(condition: .tags(.init(tagIDs: group.tagList)))]))
      }
    } else {
      let customers = CustomersV1.CustomerCondition(externalUserids: other.externalUserids)
      allOf.append(.init(anyOf: [.init(condition: .customers(customers))]))
    }
    if !other.userids.isEmpty || !other.departmentIDs.isEmpty {
      let members = CustomersV1.MemberCondition(
        userids: other.userids, departmentIDs: other.departmentIDs)
      allOf.append(.init(anyOf: [.init(condition: .members(members))]))
    }
    allOf += other.allOf
    noneOf += other.noneOf
  }
}
