import Directory
import Fixtures
import Messages
import Protobuf
import RPC
import ServiceKit
import Testing

/// A directory that takes tokens alone, and an operator's who may do everything.
struct GuardedDirectory {
  let authority: TokenAuthority
  let service: RunningService
  let operatorOptions: CallOptions
  let apps: DirectoryV1.AppServiceClient
  let tokens: DirectoryV1.TokenServiceClient
  let corps: DirectoryV1.CorpServiceClient

  /// Creates an app and returns its secret.
  func app(_ id: String, _ scopes: String...) async throws -> String {
    try await apps.createApp(
      .init(app: .init(appID: id, name: "应用 \(id)", scopes: scopes)), options: operatorOptions
    ).secret
  }

  func issue(
    _ app: String, _ secret: String, corp: String = "demo", requestID: String = ""
  ) async throws -> DirectoryV1.IssueTokenResponse {
    try await tokens.issueToken(
      .init(corpid: corp, appID: app, secret: secret, requestID: requestID))
  }

  func getCorp(_ token: String) async throws -> String {
    try await corps.getCorp(.init(), options: .bearer(token)).corpid
  }
}

func withGuardedDirectory(
  in folder: TemporaryFolder? = nil, authority: TokenAuthority? = nil,
  policies: Policies = Policies(), _ body: (GuardedDirectory) async throws -> Void
) async throws {
  var given = authority
  if given == nil { given = try await TokenAuthority() }
  let authority = given!
  let folder = try folder ?? TemporaryFolder()
  let service = try await RunningService.start(
    DirectoryService.self, in: folder, policies: policies, authority: authority)
  let directory = GuardedDirectory(
    authority: authority, service: service,
    operatorOptions: .bearer(
      try await authority.token(app: "operator", seconds: 1_000_000, jti: "operator")),
    apps: .init(service.channel), tokens: .init(service.channel), corps: .init(service.channel))
  do {
    try await body(directory)
  } catch {
    await service.stop()
    throw error
  }
  await service.stop()
}

@Suite("AppService", .timeLimit(.minutes(5)))
struct AppTests {
  @Test("An app's secret is shown once, and not by a repetition, a Get, a List or the feed")
  func secretOnce() async throws {
    try await withGuardedDirectory { directory in
      let request = DirectoryV1.CreateAppRequest(
        app: .init(appID: "crm", name: "会员系统", scopes: ["customers.*", "jobs.read"]),
        requestID: "r1")
      let options = directory.operatorOptions
      let created = try await directory.apps.createApp(request, options: options)
      #expect(created.secret.hasPrefix("siyu_") && created.secret.utf8.count == 48)
      let again = try await directory.apps.createApp(request, options: options)
      #expect(again == .init(app: created.app))
      let got = try await directory.apps.getApp(.init(appID: "crm"), options: options)
      #expect(got == created.app && got.scopes == ["customers.*", "jobs.read"])
      #expect(got.secrets.count == 1 && got.secrets[0].expireTime == nil)
      let listed = try await directory.apps.listApps(.init(), options: options)
      #expect(listed.apps == [got])
      let changes = DirectoryV1.ChangeServiceClient(directory.service.channel)
      let first = try await firstChanges(1, of: changes.watchChanges(.init(), options: options))
      #expect(first.map(\.event) == [.appCreated(got)])
    }
  }

  @Test("Nobody makes an app that may do more than he, nor gets the secret of one")
  func escalation() async throws {
    try await withGuardedDirectory { directory in
      _ = try await directory.app("strong", "directory.*", "customers.*")
      let secret = try await directory.app("weak", "directory.apps.*", "customers.tags.read")
      let weak = CallOptions.bearer(try await directory.issue("weak", secret).accessToken)
      for scopes in [["*"], ["directory.*"], ["customers.tags.*"], ["jobs.read"]] {
        await expectFailure(.permissionDenied, "SCOPES_EXCEED_CALLER", errcode: 48002) {
          try await directory.apps.createApp(
            .init(app: .init(appID: "x", name: "x", scopes: scopes)), options: weak)
        }
      }
      await expectFailure(.permissionDenied, "SCOPES_EXCEED_CALLER") {
        try await directory.apps.rotateSecret(.init(appID: "strong"), options: weak)
      }
      await expectFailure(.permissionDenied, "SCOPES_EXCEED_CALLER") {
        try await directory.apps.updateApp(
          .init(app: .init(appID: "weak", scopes: ["customers.*"])), options: weak)
      }
      _ = try await directory.apps.createApp(
        .init(app: .init(appID: "x", name: "x", scopes: ["customers.tags.read"])), options: weak)
    }
  }

  @Test(
    "After a rotation both secrets are taken for a day, or the new one alone if the old got out")
  func rotation() async throws {
    try await withGuardedDirectory { directory in
      let options = directory.operatorOptions
      let first = try await directory.app("crm", "directory.corp.read")
      let request = DirectoryV1.RotateSecretRequest(appID: "crm", requestID: "r")
      let second = try await directory.apps.rotateSecret(request, options: options)
      #expect(second.app?.secrets.count == 2 && second.secret != first)
      #expect(try await directory.apps.rotateSecret(request, options: options).secret == "")
      for secret in [first, second.secret] { _ = try await directory.issue("crm", secret) }
      directory.service.clock.advance(seconds: 86_400)
      await expectFailure(.unauthenticated, "WRONG_SECRET") {
        try await directory.issue("crm", first)
      }
      let token = try await directory.issue("crm", second.secret).accessToken
      let third = try await directory.apps.rotateSecret(
        .init(appID: "crm", revokeOthers: true), options: options)
      #expect(third.app?.secrets.count == 1)
      await expectFailure(.unauthenticated, "WRONG_SECRET") {
        try await directory.issue("crm", second.secret)
      }
      await expectFailure(.unauthenticated, "TOKEN_REVOKED", errcode: 40014) {
        try await directory.getCorp(token)
      }
      #expect(
        try await directory.getCorp(directory.issue("crm", third.secret).accessToken) == "demo")
    }
  }

  @Test("Other scopes and the end of an app revoke its tokens, another name does not")
  func revocation() async throws {
    try await withGuardedDirectory { directory in
      let options = directory.operatorOptions
      let secret = try await directory.app("crm", "directory.corp.*")
      let token = try await directory.issue("crm", secret).accessToken
      _ = try await directory.apps.updateApp(
        .init(app: .init(appID: "crm", name: "新名")), options: options)
      #expect(try await directory.getCorp(token) == "demo")
      _ = try await directory.apps.updateApp(
        .init(app: .init(appID: "crm", scopes: ["directory.corp.read"])), options: options)
      await expectFailure(.unauthenticated, "TOKEN_REVOKED") { try await directory.getCorp(token) }
      let next = try await directory.issue("crm", secret)
      #expect(next.scopes == ["directory.corp.read"])
      _ = try await directory.apps.deleteApp(.init(appID: "crm"), options: options)
      await expectFailure(.unauthenticated, "TOKEN_REVOKED") {
        try await directory.getCorp(next.accessToken)
      }
      await expectFailure(.unauthenticated, "WRONG_SECRET") {
        try await directory.issue("crm", secret)
      }
      await expectFailure(.notFound, "APP_NOT_FOUND", field: "app_id") {
        try await directory.apps.deleteApp(.init(appID: "crm"), options: options)
      }
    }
  }

  @Test("Ids, names, scopes and their number are held to what the proto says")
  func shape() async throws {
    try await withGuardedDirectory(policies: policies(["apps_max": 2])) { directory in
      let options = directory.operatorOptions
      func create(_ app: DirectoryV1.App) async throws -> DirectoryV1.CreateAppResponse {
        try await directory.apps.createApp(.init(app: app), options: options)
      }
      let good = DirectoryV1.App(appID: "a", name: "a", scopes: ["jobs.read"])
      var app = good
      app.appID = "a b"
      await expectFailure(.invalidArgument, "BAD_ID", field: "app.app_id", errcode: 40056) {
        try await create(app)
      }
      app = good
      app.name = ""
      await expectFailure(.invalidArgument, "REQUIRED", field: "app.name") { try await create(app) }
      app = good
      app.scopes = []
      await expectFailure(.invalidArgument, "REQUIRED", field: "app.scopes") {
        try await create(app)
      }
      app.scopes = ["jobs"]
      await expectFailure(.invalidArgument, "BAD_SCOPE", field: "app.scopes") {
        try await create(app)
      }
      _ = try await create(good)
      await expectFailure(.alreadyExists, "APP_ID_TAKEN", field: "app.app_id") {
        try await create(good)
      }
      app = good
      app.appID = "b"
      _ = try await create(app)
      app.appID = "c"
      await expectFailure(.resourceExhausted, "TOO_MANY_APPS") { try await create(app) }
      let page = try await directory.apps.listApps(.init(pageSize: 1), options: options)
      let rest = try await directory.apps.listApps(
        .init(pageSize: 1, pageToken: page.nextPageToken), options: options)
      #expect((page.apps + rest.apps).map(\.appID) == ["a", "b"] && rest.nextPageToken == "")
    }
  }
}
