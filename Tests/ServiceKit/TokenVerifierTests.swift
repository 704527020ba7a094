import Crypto
import Fixtures
import Foundation
import Logging
import RPC
import ServiceKit
import Synchronization
import Testing

@Suite("Tokens at the door")
struct TokenVerifierTests {
  private static let start = Instant(seconds: 1_767_571_200)

  /// A verifier that says how often it asked the store.
  private final class Door: Sendable {
    let authority: TokenAuthority
    let clock = Clock.stepped(from: start)
    let revoked = Mutex<Set<String>>([])
    let lookups = Mutex(0)
    private let verifier: Mutex<TokenVerifier?> = Mutex(nil)

    init() async throws {
      authority = try await TokenAuthority()
      let made = try TokenVerifier(keys: authority.keysPath, log: Logger(label: "test")) {
        [unowned self] _, jti in
        self.lookups.withLock { $0 += 1 }
        return self.revoked.withLock { $0.contains(jti) }
      }
      verifier.withLock { $0 = made }
    }

    var tokens: TokenVerifier { verifier.withLock { $0! } }

    /// Nil when the token is taken.
    func refusal(_ token: String, scheme: String = "Bearer ") throws -> TokenFailure? {
      do {
        _ = try tokens.principal(in: scheme + token, at: clock.now)
        return nil
      } catch let failure as TokenFailure {
        return failure
      }
    }
  }

  @Test("A token is taken until the second it expires in, and looked up once")
  func expiry() async throws {
    let door = try await Door()
    let token = try await door.authority.token()
    #expect(try door.refusal(token) == nil)
    door.clock.advance(seconds: 7199)
    #expect(try door.refusal(token) == nil)
    door.clock.advance(seconds: 1)
    #expect(try door.refusal(token) == .expired)
    #expect(door.lookups.withLock { $0 } == 1)
  }

  @Test("A token says which part of the corp it is for, to services that know of such alone")
  func dataScopes() async throws {
    let door = try await Door()
    let scope = try DataScope(text: "10 owner:chen")
    let token = try await door.authority.token(dataScope: scope)
    #expect(try door.tokens.principal(in: "Bearer \(token)", at: door.clock.now).dataScope == scope)
    let whole = try await door.authority.token()
    #expect(try door.tokens.principal(in: "Bearer \(whole)", at: door.clock.now).dataScope == nil)
    let service = try await door.authority.token(corp: "*", dataScope: scope)
    #expect(try door.refusal(service) == .bad)
  }

  @Test("Any byte of a token that is another one makes it a bad one")
  func changedBytes() async throws {
    let door = try await Door()
    let token = try await door.authority.token()
    var random = SeededNumbers(seed: 7)
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.".utf8)
    // The last character of a signature holds four bits that say nothing.
    for index in 0..<(token.utf8.count - 1) {
      var bytes = Array(token.utf8)
      repeat {
        bytes[index] = alphabet.randomElement(using: &random)!
      } while bytes[index] == Array(token.utf8)[index]
      #expect(try door.refusal(String(decoding: bytes, as: UTF8.self)) == .bad, "byte \(index)")
    }
    for text in ["", ".", "..", "a.b.c", token + "=", token + ".", " " + token, token + "\n"] {
      #expect(try door.refusal(text) == .bad)
    }
    #expect(try door.refusal(token, scheme: "bearer ") == nil)
    #expect(try door.refusal(token, scheme: "Bearer") == .bad)
    #expect(try door.refusal(token, scheme: "Token ") == .bad)
  }

  @Test("No algorithm but ES256 is believed, and no form but an access token's")
  func algorithms() async throws {
    let door = try await Door()
    let token = try await door.authority.token()
    let parts = token.split(separator: ".").map(String.init)
    func header(_ alg: String, _ typ: String) -> String {
      let json = #"{"alg":"\#(alg)","typ":"\#(typ)","kid":"\#(door.authority.signer.kid)"}"#
      return Base64URL.text(Array(json.utf8))
    }
    #expect(try door.refusal("\(header("none", "at+jwt")).\(parts[1]).") == .bad)
    for (alg, typ) in [("none", "at+jwt"), ("HS256", "at+jwt"), ("ES256", "JWT")] {
      #expect(try door.refusal("\(header(alg, typ)).\(parts[1]).\(parts[2])") == .bad)
    }
    // Signed with what everybody has: the public key, as if it were a shared secret.
    let jwks = try Data(contentsOf: URL(fileURLWithPath: door.authority.keysPath))
    let input = "\(header("HS256", "at+jwt")).\(parts[1])"
    let code = HMAC<SHA256>.authenticationCode(for: Data(input.utf8), using: .init(data: jwks))
    #expect(try door.refusal("\(input).\(Base64URL.text(Array(code)))") == .bad)
  }

  @Test("A revoked token is refused from then on, also one that was just taken")
  func revoked() async throws {
    let door = try await Door()
    let token = try await door.authority.token(jti: "one")
    let other = try await door.authority.token(jti: "two")
    #expect(try door.refusal(token) == nil)
    #expect(try door.refusal(other) == nil)
    door.revoked.withLock { _ = $0.insert("one") }
    #expect(try door.refusal(token) == nil)
    door.tokens.forget(jti: "one")
    #expect(try door.refusal(token) == .revoked)
    #expect(try door.refusal(other) == nil)
  }

  @Test(
    "Keys that were added and taken out count a second later, and a spoilt file changes nothing")
  func reload() async throws {
    let door = try await Door()
    let next = try await TokenAuthority()
    let old = try await door.authority.token()
    let new = try await next.token()
    #expect(try door.refusal(old) == nil)
    #expect(try door.refusal(new) == .bad)
    try door.authority.replaceKeys(by: next, keepingOwn: true)
    #expect(try door.refusal(new) == .bad)
    door.clock.advance(seconds: 1)
    #expect(try door.refusal(new) == nil)
    #expect(try door.refusal(old) == nil)
    try door.authority.replaceKeys(by: next, keepingOwn: false)
    door.clock.advance(seconds: 1)
    #expect(try door.refusal(new) == nil)
    #expect(try door.refusal(old) == .bad)
    try door.authority.spoilKeys()
    door.clock.advance(seconds: 1)
    #expect(try door.refusal(new) == nil)
  }

  @Test("Files that are of no use are told by what is wrong, and secrets that others may read")
  func files() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/file"
    func mistake(_ text: String, _ read: () throws -> Void) throws -> String {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      do {
        try read()
        return ""
      } catch let mistake as FileMistake {
        #expect(mistake.path == path)
        return mistake.reason
      }
    }
    let keys = { _ = try KeySet(path: path) }
    #expect(throws: FileMistake(path, "No such file or directory")) { try keys() }
    #expect(try mistake("canary", keys) == "it holds no JWKS")
    #expect(try mistake(#"{"keys": []}"#, keys) == "it holds no P-256 key with a kid")
    let bad = #"{"keys": [{"kty":"EC","crv":"P-256","kid":"k","x":"AAAA","y":"AAAA"}]}"#
    #expect(try mistake(bad, keys) == "the key 'k' is no point of P-256")
    let peer = { _ = try PeerToken(path: path) }
    #expect(chmod(path, 0o644) == 0)
    #expect(try mistake("canary", peer).contains("chmod 600"))
    #expect(chmod(path, 0o600) == 0)
    #expect(try mistake("two canaries", peer) == "it holds no token")
    #expect(try mistake("abc.def.ghi\n", peer) == "")
  }
}
