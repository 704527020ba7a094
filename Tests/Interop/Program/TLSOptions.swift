import ArgumentParser
import RPC

/// How the server serves over TLS.
struct ServerTLSOptions: ParsableArguments {
  @Option(name: .customLong("tls-cert"), help: "Serve over TLS with this certificate, in PEM.")
  var certificate: String?

  @Option(name: .customLong("tls-key"), help: "Its private key, in PEM.")
  var key: String?

  @Option(name: .customLong("tls-client-ca"), help: "Whose certificates callers must show.")
  var clientAuthority: String?

  func server() throws -> ServerTLS? {
    guard let certificate, let key else { return nil }
    return try ServerTLS(certificate: certificate, key: key, clientAuthority: clientAuthority)
  }
}

/// How the client calls over TLS.
struct ClientTLSOptions: ParsableArguments {
  @Option(name: .customLong("tls-ca"), help: "Call over TLS, and trust this authority, in PEM.")
  var authority: String?

  @Option(name: .customLong("tls-cert"), help: "The certificate to show, in PEM.")
  var certificate: String?

  @Option(name: .customLong("tls-key"), help: "Its private key, in PEM.")
  var key: String?

  @Option(name: .customLong("tls-name"), help: "The name in the server's certificate.")
  var serverName: String?

  func client() throws -> ClientTLS? {
    guard let authority else { return nil }
    let identity =
      if let certificate, let key { (certificate: certificate, key: key) } else {
        nil as (certificate: String, key: String)?
      }
    return try ClientTLS(authority: authority, identity: identity, serverName: serverName)
  }
}
