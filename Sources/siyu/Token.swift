import ArgumentParser
import Foundation
import ServiceKit

/// Makes the keys that tokens are signed with, tokens for operators and services, and shows them.
struct Token: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make keys and tokens, and look at them.",
    discussion: """
      Apps get their tokens from directory's TokenService. These commands are for the first one, with \
      which an operator makes the apps, and for those that services show to each other:

        siyu token keys --out keys
        siyu token issue --key keys/token-key.pem --corp acme --app admin --scope 'directory.*'
        siyu token issue --key keys/token-key.pem --corp '*' --app siyu --scope '*' --hours 8760
      """,
    subcommands: [TokenKeys.self, TokenIssue.self, TokenShow.self])
}

struct TokenKeys: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Make a key: token-key.pem to sign with, token-keys.json for all.",
    discussion: """
      token-key.pem is directory's alone, and whoever has it may do everything; token-keys.json is no \
      secret. To change keys, put the new one beside the old one into the token-keys.json of every \
      service, then let directory sign with it, and take the old one out two hours later.
      """)

  @Option(help: "The folder to put them in; made when missing. Files that are there stay.")
  var out: String

  @Flag(help: "Do nothing where both are there: for what is started again and again.")
  var ifMissing = false

  func run() throws {
    let files = ["\(out)/token-key.pem", "\(out)/token-keys.json"]
    if ifMissing, files.allSatisfy(FileManager.default.fileExists(atPath:)) { return }
    let (pem, jwks) = TokenSigner.newKey()
    do {
      try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    } catch {
      throw Trouble(message: "--out \(out): \(error.localizedDescription)")
    }
    try Self.write(pem, to: files[0], mode: 0o600)
    try Self.write(jwks, to: files[1], mode: 0o644)
    print(files.joined(separator: "\n"))
  }

  /// Never over a file that is there, and with its mode from the first moment on.
  private static func write(_ text: String, to path: String, mode: mode_t) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else { throw Trouble(message: "\(path): \(String(cString: strerror(errno)))") }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data(text.utf8))
      try handle.synchronize()
    } catch {
      throw Trouble(message: "\(path): \(error.localizedDescription)")
    }
  }
}

struct TokenIssue: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "issue", abstract: "Sign a token, and print it.",
    discussion: """
      A scope is a right as the methods of Protos name it, customers.tags.read; its first words before \
      .*, customers.*; or * for every right.
      """)

  @Option(help: "The PEM file of the key to sign with, mode 600: token-key.pem.")
  var key: String

  @Option(help: "The corp it is for; '*' for a service of ours, which calls for all of them.")
  var corp: String

  @Option(help: "Who calls with it: 1 to 64 letters, digits, '_' and '-'.")
  var app: String

  @Option(help: "What it lets do; as often as there are scopes.")
  var scope: [String]

  @Option(
    help: """
      Of which part of the corp: the id of a department, with all under it; as often as there are such. \
      With neither --department nor --owner of all of it.
      """)
  var department: [UInt32] = []

  @Option(help: "Of the stores of this franchise owner too, with all under them: his owner_id.")
  var owner: String?

  @Option(help: "How long it is valid.")
  var hours: Int = 2

  func run() async throws {
    guard corp == TokenClaims.everyCorp || Admission.isCorp(corp) else {
      throw Trouble(
        message: "--corp '\(corp)': 1 to 64 letters, digits, '_' or '-', not '_' or '-' first",
        exitCode: 2)
    }
    guard (try? Shape.id(app, field: "app")) != nil else {
      throw Trouble(message: "--app '\(app)': 1 to 64 letters, digits, '_' and '-'", exitCode: 2)
    }
    guard (1...87_600).contains(hours) else {
      throw Trouble(message: "--hours \(hours): 1 to 87600, ten years", exitCode: 2)
    }
    let scopes: Scopes
    do {
      scopes = try Scopes(scope)
    } catch {
      throw Trouble(message: "--scope \(error)", exitCode: 2)
    }
    if owner == "" { throw Trouble(message: "--owner: it is empty", exitCode: 2) }
    let dataScope: DataScope?
    do {
      dataScope = try DataScope(departments: department, owner: owner ?? "")
    } catch {
      throw Trouble(message: "--department, --owner: \(error)", exitCode: 2)
    }
    guard dataScope == nil || corp != TokenClaims.everyCorp else {
      throw Trouble(
        message: "--corp '*' is for services, which have no --department and no --owner",
        exitCode: 2)
    }
    let signer: TokenSigner
    do {
      signer = try await TokenSigner(key: key)
    } catch {
      throw Trouble(message: "--key \(error)", exitCode: 2)
    }
    let claims = TokenClaims(
      issuer: "siyu.operator", app: app, corp: corp, scopes: scopes, dataScope: dataScope,
      issued: Clock.system.now, seconds: Int64(hours) * 3600, jti: PublicID.make("tok"))
    print(try await signer.sign(claims))
  }
}

struct TokenShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Check a token from standard input, and print what it says.",
    discussion: "Exit 1 when it has expired, or is signed by none of the keys.")

  @Option(help: "The JWKS file of the keys to check it with: token-keys.json.")
  var keys: String

  func run() throws {
    let set: KeySet
    do {
      set = try KeySet(path: keys)
    } catch {
      throw Trouble(message: "--keys \(error)", exitCode: 2)
    }
    let text = readLine() ?? ""
    let claims: TokenClaims
    do {
      claims = try set.claims(in: text).claims
    } catch {
      throw Trouble(message: error.message)
    }
    let expiry = Date(timeIntervalSince1970: TimeInterval(claims.expires))
    print(
      """
      corp    \(claims.corp)
      app     \(claims.app)
      scopes  \(claims.scope)
      data    \(claims.dataScope ?? "the whole corp")
      issuer  \(claims.issuer)
      jti     \(claims.jti)
      until   \(expiry.formatted(.iso8601))
      """)
    guard Clock.system.now < claims.expiry else { throw Trouble(message: "It has expired.") }
  }
}
