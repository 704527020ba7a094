package import JWTKit

/// What a token says, in the form of RFC 9068: who issued it, which app of which corp calls with it,
/// what it may do, of which part of the corp, and until when. Times are whole seconds since 1970.
package struct TokenClaims: JWTPayload, Equatable {
  /// What tells our tokens from others that the same key may have signed.
  package static let audience = "siyu"
  /// The same for a token with a data scope: a service from before there were any knows no such token,
  /// and does not take it for one of the whole corp.
  package static let dataScopeAudience = "siyu-data-scope"
  /// The corp of a service of ours: such a token is for every corp, that `siyu-corp` names.
  package static let everyCorp = "*"

  package let issuer: String
  package let app: String
  package let corp: String
  package let scope: String
  /// A `DataScope`; absent for the whole corp.
  package let dataScope: String?
  package let issued: Int64
  package let expires: Int64
  package let jti: String
  private let audience: Audience

  private enum CodingKeys: String, CodingKey {
    case issuer = "iss"
    case app = "sub"
    case audience = "aud"
    case corp, scope
    case dataScope = "data_scope"
    case issued = "iat"
    case expires = "exp"
    case jti
  }

  package init(
    issuer: String, app: String, corp: String, scopes: Scopes, dataScope: DataScope? = nil,
    issued: Instant, seconds: Int64, jti: String
  ) {
    self.issuer = issuer
    self.app = app
    self.corp = corp
    scope = scopes.description
    self.dataScope = dataScope?.description
    self.issued = issued.microseconds / 1_000_000
    expires = self.issued + seconds
    self.jti = jti
    audience = Audience(names: [dataScope == nil ? Self.audience : Self.dataScopeAudience])
  }

  package var expiry: Instant { Instant(seconds: expires) }

  /// Whether all of it is what ours say, time apart.
  var isWellFormed: Bool {
    audience.names.contains(dataScope == nil ? Self.audience : Self.dataScopeAudience)
      && !app.isEmpty && app.utf8.count <= 64 && !jti.isEmpty && jti.utf8.count <= 64
      && (0...253_402_300_799).contains(expires)
      && (corp == Self.everyCorp ? dataScope == nil : Admission.isCorp(corp))
  }

  /// One name, or a list of them. jwt-kit's own stops the process at an empty list.
  private struct Audience: Codable, Sendable, Equatable {
    let names: [String]

    init(names: [String]) {
      self.names = names
    }

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let name = try? value.decode(String.self) {
        names = [name]
      } else {
        names = try value.decode([String].self)
      }
    }

    func encode(to encoder: any Encoder) throws {
      var value = encoder.singleValueContainer()
      if names.count == 1 { try value.encode(names[0]) } else { try value.encode(names) }
    }
  }

  /// Nothing: the verifier holds them to its own clock.
  package func verify(using algorithm: some JWTAlgorithm) async throws {}
}
