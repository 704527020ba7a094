import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.directory.v1.AppService`.
///
/// The reply to a mutation is kept for its repetition, so a secret is put into it only afterwards.
struct AppHandler: DirectoryV1.AppServiceProtocol {
  let context: DirectoryContext

  func createApp(
    _ request: DirectoryV1.CreateAppRequest, _ call: Call
  ) async throws -> DirectoryV1.CreateAppResponse {
    let asked = try Shape.required(request.app, field: "app")
    let scopes = try App.scopes(asked.scopes, policies: context.policies)
    let dataScope = try App.dataScope(asked.dataScope, policies: context.policies)
    let (shown, secret) = AppSecret.make(at: context.clock.now)
    let app = App(
      id: asked.appID, name: asked.name, scopes: scopes, dataScope: dataScope,
      createTime: secret.createTime, secrets: [secret])
    try app.checkShape()
    try app.checkIsWithin(call.principal.scopes)
    let most = context.policies[.appsMax]
    var reply: DirectoryV1.CreateAppResponse = try await context.mutate(request, call) { mutation in
      guard try AppTable.find(app.id, in: mutation.writer) == nil else {
        throw AppFailure.idTaken(app.id)
      }
      guard try AppTable.count(in: mutation.writer) < most else { throw AppFailure.tooMany(most) }
      try app.dataScope?.checkDepartments(in: mutation.writer)
      try AppTable.insert(app, in: mutation.writer)
      try mutation.emit(.appCreated(app.message))
      return .init(app: app.message)
    }
    if reply.app?.secrets.first?.secretID == secret.id { reply.secret = shown }
    return reply
  }

  func getApp(_ request: DirectoryV1.GetAppRequest, _ call: Call) async throws -> DirectoryV1.App {
    try Shape.id(request.appID, field: "app_id", errcode: 40056)
    let app = try context.read(call) { try AppTable.find(request.appID, in: $0) }
    guard let app else { throw AppFailure.notFound(request.appID, field: "app_id") }
    return app.message
  }

  func listApps(
    _ request: DirectoryV1.ListAppsRequest, _ call: Call
  ) async throws -> DirectoryV1.ListAppsResponse {
    let page = try Page(request)
    let found = try context.read(call) { reader in
      try AppTable.list(
        after: page.after.first?.text ?? "", limit: page.size + 1, in: reader)
    }
    let (apps, nextPageToken) = page.cut(found) { [.text($0.id)] }
    return .init(apps: apps.map(\.message), nextPageToken: nextPageToken)
  }

  func updateApp(
    _ request: DirectoryV1.UpdateAppRequest, _ call: Call
  ) async throws -> DirectoryV1.App {
    let asked = try Shape.required(request.app, field: "app")
    try Shape.id(asked.appID, field: "app.app_id", errcode: 40056)
    let mask = try UpdateMask(request.updateMask, allowed: ["name", "scopes", "data_scope"])
    let scopes = try mask.value("scopes", asked.scopes, empty: []).map {
      try App.scopes($0, policies: context.policies)
    }
    let dataScope = try App.dataScope(asked.dataScope, policies: context.policies)
    let namesDataScope = mask.value("data_scope", dataScope, empty: nil) != nil
    let caller = call.principal.scopes
    return try await context.mutate(request, call) { mutation in
      guard var app = try AppTable.find(asked.appID, in: mutation.writer) else {
        throw AppFailure.notFound(asked.appID, field: "app.app_id")
      }
      let before = app
      if let name = mask.value("name", asked.name, empty: "") { app.name = name }
      if let scopes { app.scopes = scopes }
      if namesDataScope { app.dataScope = dataScope }
      try app.checkShape()
      guard app != before else { return app.message }
      if app.dataScope != before.dataScope {
        try app.dataScope?.checkDepartments(in: mutation.writer)
      }
      if app.scopes != before.scopes || app.dataScope != before.dataScope {
        try app.checkIsWithin(caller)
        try context.revokeTokens(of: app, mutation)
      }
      try AppTable.update(app, in: mutation.writer)
      try mutation.emit(.appUpdated(app.message))
      return app.message
    }
  }

  func deleteApp(
    _ request: DirectoryV1.DeleteAppRequest, _ call: Call
  ) async throws -> DirectoryV1.DeleteAppResponse {
    try Shape.id(request.appID, field: "app_id", errcode: 40056)
    return try await context.mutate(request, call) { mutation in
      guard let app = try AppTable.find(request.appID, in: mutation.writer) else {
        throw AppFailure.notFound(request.appID, field: "app_id")
      }
      try context.revokeTokens(of: app, mutation)
      try TokenTable.deleteAll(of: app.id, in: mutation.writer)
      try AppTable.delete(app, in: mutation.writer)
      try mutation.emit(.appDeleted(app.message))
      return .init()
    }
  }

  func rotateSecret(
    _ request: DirectoryV1.RotateSecretRequest, _ call: Call
  ) async throws -> DirectoryV1.RotateSecretResponse {
    try Shape.id(request.appID, field: "app_id", errcode: 40056)
    let (shown, secret) = AppSecret.make(at: context.clock.now)
    let overlapSeconds =
      request.revokeOthers ? 0 : 3600 * Int64(context.policies[.secretOverlapHours])
    let caller = call.principal.scopes
    var reply: DirectoryV1.RotateSecretResponse = try await context.mutate(request, call) {
      mutation in
      guard var app = try AppTable.find(request.appID, in: mutation.writer) else {
        throw AppFailure.notFound(request.appID, field: "app_id")
      }
      try app.checkIsWithin(caller)
      if request.revokeOthers { try context.revokeTokens(of: app, mutation) }
      app.secrets = app.secrets.rotated(to: secret, overlapSeconds: overlapSeconds)
      try AppTable.put(app.secrets, of: app, in: mutation.writer)
      try mutation.emit(.appUpdated(app.message))
      return .init(app: app.message)
    }
    if reply.app?.secrets.first?.secretID == secret.id { reply.secret = shown }
    return reply
  }
}

extension App {
  /// What a caller says of it.
  fileprivate static func dataScope(
    _ message: DirectoryV1.DataScope?, policies: Policies
  ) throws(InvalidField) -> DataScope? {
    try dataScope(
      departments: message?.departmentIDs ?? [], owner: message?.ownerID ?? "", policies: policies)
  }

  var message: DirectoryV1.App {
    .init(
      appID: id, name: name, scopes: scopes.names, createTime: createTime.timestamp,
      secrets: secrets.map(\.message), dataScope: dataScope?.message)
  }
}

extension DataScope {
  var message: DirectoryV1.DataScope { .init(departmentIDs: departments, ownerID: owner) }

  /// A department that there is not is a slip of the pen. That nobody has the owner yet is none.
  fileprivate func checkDepartments(in reader: Reader) throws {
    for id in departments where try !DepartmentTable.exists(id, in: reader) {
      throw DepartmentFailure.notFound(id, field: "app.data_scope.department_ids")
    }
  }
}

extension AppSecret {
  var message: DirectoryV1.AppSecret {
    .init(
      secretID: id, createTime: createTime.timestamp, expireTime: expireTime?.timestamp)
  }
}
