import Customers
import Directory
import Fixtures
import Foundation
import Messages
import RPC
import ServiceKit
import Testing

@Suite("TokenService", .timeLimit(.minutes(5)))
struct TokenTests {
  @Test("A secret gets a token of two hours, which lets its app do what its scopes say")
  func issue() async throws {
    try await withGuardedDirectory { directory in
      let secret = try await directory.app("crm", "directory.corp.read")
      let issued = try await directory.issue("crm", secret)
      #expect(issued.expiresIn == 7200 && issued.scopes == ["directory.corp.read"])
      #expect(issued.accessToken.utf8.count <= 4096)
      #expect(try await directory.getCorp(issued.accessToken) == "demo")
      await expectFailure(.permissionDenied, "SCOPE_REQUIRED", errcode: 48002) {
        try await directory.corps.updateCorp(
          .init(corp: .init(name: "x")), options: .bearer(issued.accessToken))
      }
      directory.service.clock.advance(seconds: 7200)
      await expectFailure(.unauthenticated, "TOKEN_EXPIRED", errcode: 42001) {
        try await directory.getCorp(issued.accessToken)
      }
    }
  }

  @Test("Two tokens of an app are valid at once, and a third revokes the oldest at once")
  func twoValid() async throws {
    try await withGuardedDirectory { directory in
      let secret = try await directory.app("crm", "directory.corp.read")
      var tokens: [DirectoryV1.IssueTokenResponse] = []
      for _ in 0..<2 { tokens.append(try await directory.issue("crm", secret)) }
      for token in tokens { _ = try await directory.getCorp(token.accessToken) }
      tokens.append(try await directory.issue("crm", secret))
      await expectFailure(.unauthenticated, "TOKEN_REVOKED", errcode: 40014) {
        try await directory.getCorp(tokens[0].accessToken)
      }
      for token in tokens[1...] { _ = try await directory.getCorp(token.accessToken) }
      let options = directory.operatorOptions
      let listed = try await directory.tokens.listTokens(.init(appID: "crm"), options: options)
      #expect(listed.tokens.map(\.jti) == tokens[1...].map(\.jti))
      let revoked = try await directory.tokens.listRevokedTokens(.init(), options: options)
      #expect(revoked.tokens.map(\.jti) == [tokens[0].jti])
    }
  }

  @Test("A repetition gets the same token again, though nobody keeps it, with what is left of it")
  func repetition() async throws {
    try await withGuardedDirectory { directory in
      let secret = try await directory.app("crm", "directory.corp.read")
      let first = try await directory.issue("crm", secret, requestID: "r")
      directory.service.clock.advance(seconds: 600)
      let again = try await directory.issue("crm", secret, requestID: "r")
      #expect(again.jti == first.jti && again.expiresIn == 6600)
      #expect(try await directory.getCorp(again.accessToken) == "demo")
      directory.service.clock.advance(seconds: 86_400)
      #expect(try await directory.issue("crm", secret, requestID: "r").jti != first.jti)
    }
  }

  @Test("A corp, an app or a secret there is not are the same answer, and make no file")
  func wrongSecret() async throws {
    try await withGuardedDirectory { directory in
      let secret = try await directory.app("crm", "directory.corp.read")
      for (corp, app, shown) in [
        ("demo", "crm", "siyu_wrong"), ("demo", "other", secret), ("nobody", "crm", secret),
        ("../demo", "crm", secret),
      ] {
        let failure = await expectFailure(.unauthenticated, "WRONG_SECRET", errcode: 40001) {
          try await directory.issue(app, shown, corp: corp)
        }
        #expect(failure?.message == "There is no such corp, app or secret.")
      }
      let files = try FileManager.default.contentsOfDirectory(
        atPath: directory.service.folder.path + "/directory")
      #expect(files.filter { $0.hasSuffix(".db") } == ["demo.db"])
    }
  }

  @Test("Wrong secrets are answered ten times a minute, and never keep a right one out")
  func wrongSecretRate() async throws {
    try await withGuardedDirectory { directory in
      let secret = try await directory.app("crm", "directory.corp.read")
      for _ in 0..<10 {
        await expectFailure(.unauthenticated, "WRONG_SECRET") {
          try await directory.issue("crm", "siyu_wrong")
        }
      }
      await expectFailure(.resourceExhausted, "TOO_MANY_WRONG_SECRETS", errcode: 45009) {
        try await directory.issue("crm", "siyu_wrong")
      }
      await expectFailure(.unauthenticated, "WRONG_SECRET") {
        try await directory.issue("other", "siyu_wrong")
      }
      _ = try await directory.issue("crm", secret)
      directory.service.clock.advance(seconds: 6)
      await expectFailure(.unauthenticated, "WRONG_SECRET") {
        try await directory.issue("crm", "siyu_wrong")
      }
    }
  }

  @Test("An app that asks for tokens too often is told to come back")
  func tokenRate() async throws {
    try await withGuardedDirectory(policies: policies(["tokens_per_minute_max": 3])) { directory in
      let secret = try await directory.app("crm", "directory.corp.read")
      for _ in 0..<3 { _ = try await directory.issue("crm", secret) }
      await expectFailure(.resourceExhausted, "TOO_MANY_TOKENS", errcode: 45009) {
        try await directory.issue("crm", secret)
      }
      directory.service.clock.advance(seconds: 20)
      _ = try await directory.issue("crm", secret)
    }
  }

  @Test("A token made by hand is revoked by its jti and its end; one unknown without an end is not")
  func revoke() async throws {
    let folder = try TemporaryFolder()
    let authority = try await TokenAuthority()
    let token = try await authority.token(jti: "by-hand")
    try await withGuardedDirectory(in: folder, authority: authority) { directory in
      let options = directory.operatorOptions
      #expect(try await directory.getCorp(token) == "demo")
      await expectFailure(.notFound, "TOKEN_NOT_FOUND", field: "jti") {
        try await directory.tokens.revokeToken(.init(jti: "by-hand"), options: options)
      }
      let end = directory.service.clock.now.advanced(bySeconds: 7200).timestamp
      for _ in 0..<2 {
        _ = try await directory.tokens.revokeToken(
          .init(jti: "by-hand", expireTime: end), options: options)
      }
      await expectFailure(.unauthenticated, "TOKEN_REVOKED") { try await directory.getCorp(token) }
    }
    // Also by another process, which has nothing in memory.
    try await withGuardedDirectory(in: folder, authority: authority) { directory in
      await expectFailure(.unauthenticated, "TOKEN_REVOKED") { try await directory.getCorp(token) }
    }
  }

  @Test("The other services hear of revocations by the feed, of those before and after they began")
  func elsewhere() async throws {
    try await withGuardedDirectory { directory in
      let secret = try await directory.app("crm", "directory.corp.read", "customers.tags.read")
      let early = try await directory.issue("crm", secret)
      let late = try await directory.issue("crm", secret)
      _ = try await directory.tokens.revokeToken(
        .init(jti: early.jti), options: directory.operatorOptions)
      let folder = try TemporaryFolder()
      let customers = try await RunningService.start(
        CustomersService.self, in: folder, peers: [directory.service],
        clock: directory.service.clock, authority: directory.authority)
      let tags = CustomersV1.TagServiceClient(customers.channel)
      func isTaken(_ token: DirectoryV1.IssueTokenResponse) async throws -> Bool {
        do {
          _ = try await tags.listTags(.init(), options: .bearer(token.accessToken))
          return true
        } catch let status as Status where status.code == .unauthenticated {
          #expect(try CallFailure(status).reason == "TOKEN_REVOKED")
          return false
        }
      }
      // The suite's time limit ends it if the word never comes.
      #expect(try await isTaken(late))
      while try await isTaken(early) { await Task.yield() }
      #expect(try await isTaken(late))
      _ = try await directory.tokens.revokeToken(
        .init(jti: late.jti), options: directory.operatorOptions)
      while try await isTaken(late) { await Task.yield() }
      await customers.stop()
    }
  }

  @Test("A stream ends with the token it began with", arguments: ["demo", "*"])
  func stream(corp: String) async throws {
    try await withGuardedDirectory { directory in
      let token = try await directory.authority.token(corp: corp, seconds: 1)
      var options = CallOptions.bearer(token)
      options.metadata.append("siyu-corp", "demo")
      let changes = DirectoryV1.ChangeServiceClient(directory.service.channel)
        .watchChanges(.init(), options: options)
      let status = await #expect(throws: Status.self) { for try await _ in changes {} }
      #expect(status?.code == .deadlineExceeded)
    }
  }

  @Test("A directory without a key says that it issues none")
  func noKey() async throws {
    try await withDirectory { directory in
      await expectFailure(.failedPrecondition, "NO_TOKEN_KEY") {
        try await DirectoryV1.TokenServiceClient(directory.service.channel)
          .issueToken(.init(corpid: "demo", appID: "crm", secret: "siyu_x"))
      }
    }
  }
}
