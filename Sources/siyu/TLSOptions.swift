import ArgumentParser
import Logging
import RPC

/// `siyu serve --tls-cert …`: how it serves over TLS, and how it calls the other services.
struct ServeTLSOptions: ParsableArguments {
  @Option(
    name: .customLong("tls-cert"),
    help: """
      Serve over TLS alone, with the certificate in this PEM file; after it the authorities between \
      it and the root.
      """)
  var certificate: String?

  @Option(name: .customLong("tls-key"), help: "The PEM file of its private key.")
  var key: String?

  @Option(
    name: .customLong("tls-client-ca"),
    help: """
      Mutual TLS: callers must show a certificate of an authority in this PEM file, and are known by \
      the URI or DNS name in it. Instead of --insecure, on any address.
      """)
  var clientAuthority: String?

  @Option(
    name: .customLong("peer-tls-ca"),
    help: "Call the other services over TLS, and trust this authority. Default --tls-client-ca.")
  var peerAuthority: String?

  @Option(
    name: .customLong("peer-tls-cert"),
    help: "The certificate to show to the other services. Default --tls-cert.")
  var peerCertificate: String?

  @Option(
    name: .customLong("peer-tls-key"), help: "Its private key. Default --tls-key.")
  var peerKey: String?

  /// What is not on the command line is taken from the environment.
  func completed(from environment: Environment) -> ServeTLSOptions {
    var options = self
    options.certificate = certificate ?? environment["SIYU_TLS_CERT"]
    options.key = key ?? environment["SIYU_TLS_KEY"]
    options.clientAuthority = clientAuthority ?? environment["SIYU_TLS_CLIENT_CA"]
    options.peerAuthority = peerAuthority ?? environment["SIYU_PEER_TLS_CA"]
    options.peerCertificate = peerCertificate ?? environment["SIYU_PEER_TLS_CERT"]
    options.peerKey = peerKey ?? environment["SIYU_PEER_TLS_KEY"]
    return options
  }

  /// Nil to serve without TLS. Throws `Trouble` that names the option.
  func server(log: Logger) throws -> ServerTLS? {
    let flags = TLSFlags(certificate: "--tls-cert", key: "--tls-key", authority: "--tls-client-ca")
    guard let (certificate, key) = try flags.pair(certificate, key) else {
      if clientAuthority != nil {
        throw Trouble(message: "--tls-client-ca needs --tls-cert", exitCode: 2)
      }
      return nil
    }
    do {
      return try ServerTLS(
        certificate: certificate, key: key, clientAuthority: clientAuthority,
        report: flags.report(to: log))
    } catch {
      throw flags.trouble(error)
    }
  }

  /// Nil to call the other services without TLS.
  func client(log: Logger) throws -> ClientTLS? {
    let flags = TLSFlags(
      certificate: peerCertificate == nil ? "--tls-cert" : "--peer-tls-cert",
      key: peerKey == nil ? "--tls-key" : "--peer-tls-key",
      authority: peerAuthority == nil ? "--tls-client-ca" : "--peer-tls-ca")
    guard let authority = peerAuthority ?? clientAuthority else {
      if peerCertificate != nil {
        throw Trouble(message: "--peer-tls-cert needs --peer-tls-ca", exitCode: 2)
      }
      return nil
    }
    let identity =
      if peerCertificate == nil && peerKey == nil {
        try flags.pair(certificate, key)
      } else {
        try TLSFlags(certificate: "--peer-tls-cert", key: "--peer-tls-key")
          .pair(peerCertificate, peerKey)
      }
    do {
      return try ClientTLS(
        authority: authority, identity: identity, report: flags.report(to: log))
    } catch {
      throw flags.trouble(error)
    }
  }
}

/// `siyu probe --tls-ca …`: how a single call is made over TLS.
struct CallTLSOptions: ParsableArguments {
  @Option(
    name: .customLong("tls-ca"),
    help: """
      Call over TLS, and trust the authority in this PEM file. Or SIYU_PEER_TLS_CA, or else \
      SIYU_TLS_CLIENT_CA.
      """)
  var authority: String?

  @Option(
    name: .customLong("tls-cert"),
    help: "The certificate to show, in PEM. Or SIYU_PEER_TLS_CERT, or else SIYU_TLS_CERT.")
  var certificate: String?

  @Option(
    name: .customLong("tls-key"),
    help: "Its private key, in PEM. Or SIYU_PEER_TLS_KEY, or else SIYU_TLS_KEY.")
  var key: String?

  @Option(
    name: .customLong("tls-name"),
    help: "The name in the server's certificate, when it is called by another.")
  var serverName: String?

  /// Nil to call without TLS. Throws `Trouble` that names the option.
  func client(_ environment: Environment) throws -> ClientTLS? {
    let flags = TLSFlags(certificate: "--tls-cert", key: "--tls-key", authority: "--tls-ca")
    let identity = try flags.pair(
      certificate ?? environment["SIYU_PEER_TLS_CERT"] ?? environment["SIYU_TLS_CERT"],
      key ?? environment["SIYU_PEER_TLS_KEY"] ?? environment["SIYU_TLS_KEY"])
    let known = environment["SIYU_PEER_TLS_CA"] ?? environment["SIYU_TLS_CLIENT_CA"]
    guard let authority = authority ?? known else {
      if identity != nil || serverName != nil {
        throw Trouble(message: "TLS needs --tls-ca", exitCode: 2)
      }
      return nil
    }
    do {
      return try ClientTLS(authority: authority, identity: identity, serverName: serverName)
    } catch {
      throw flags.trouble(error)
    }
  }
}

/// By which options the files of TLS were named, for what there is to say about them.
struct TLSFlags: Sendable {
  let certificate: String
  let key: String
  var authority = ""

  /// Both or neither.
  func pair(
    _ certificate: String?, _ key: String?
  ) throws -> (certificate: String, key: String)? {
    switch (certificate, key) {
    case (nil, nil): return nil
    case (let certificate?, let key?): return (certificate, key)
    case (_?, nil): throw Trouble(message: "\(self.certificate) needs \(self.key)", exitCode: 2)
    case (nil, _?): throw Trouble(message: "\(self.key) needs \(self.certificate)", exitCode: 2)
    }
  }

  func trouble(_ failure: TLSFailure) -> Trouble {
    Trouble(message: text(failure), exitCode: 2)
  }

  /// Logs that changed files are in use, or why they are not.
  func report(to log: Logger) -> TLSReport {
    { result in
      switch result {
      case .success: log.info("Read changed TLS files.")
      case .failure(let failure):
        log.warning("Kept the TLS files of before.", metadata: ["reason": "\(text(failure))"])
      }
    }
  }

  private func text(_ failure: TLSFailure) -> String {
    let flag =
      switch failure.file {
      case .certificate: certificate
      case .key: key
      case .authority: authority
      }
    return "\(flag) \(failure)"
  }
}
