import ArgumentParser
import RPC
import ServiceKit

/// `siyu serve --token-keys …`: whom it lets in, and as whom it calls the other services.
struct ServeTokenOptions: ParsableArguments {
  @Option(
    help: """
      The JWKS file of the keys whose tokens it takes: `siyu token keys` makes one. Instead of \
      --insecure; over TLS, or on a loopback address or a Unix socket.
      """)
  var tokenKeys: String?

  @Option(
    help: """
      For directory: the PEM file, mode 600, of the key it signs apps' tokens with; one of those in \
      --token-keys. Without it, directory issues no tokens.
      """)
  var tokenKey: String?

  @Option(
    help: """
      The file, mode 600, of the token it shows to the other services, where no certificate says who \
      it is: `siyu token issue --corp '*'` makes one.
      """)
  var peerToken: String?

  @Option(
    help: """
      The URI or DNS names in the certificates of the four services, separated by commas: who shows \
      one may do everything. Needs --tls-client-ca.
      """)
  var serviceNames: String?

  /// What is not on the command line is taken from the environment.
  func completed(from environment: Environment) -> ServeTokenOptions {
    var options = self
    options.tokenKeys = tokenKeys ?? environment["SIYU_TOKEN_KEYS"]
    options.tokenKey = tokenKey ?? environment["SIYU_TOKEN_KEY"]
    options.peerToken = peerToken ?? environment["SIYU_PEER_TOKEN"]
    options.serviceNames = serviceNames ?? environment["SIYU_SERVICE_NAMES"]
    return options
  }

  /// Reads the files. Throws `Trouble` that names the option.
  func read() async throws -> ServeTokens {
    var tokens = ServeTokens(
      keys: tokenKeys,
      serviceNames: Set((serviceNames ?? "").split(separator: ",").map(String.init)))
    do {
      if let peerToken { tokens.peerToken = try PeerToken(path: peerToken) }
    } catch {
      throw Trouble(message: "--peer-token \(error)", exitCode: 2)
    }
    guard let tokenKey else { return tokens }
    do {
      tokens.signer = try await TokenSigner(key: tokenKey)
    } catch {
      throw Trouble(message: "--token-key \(error)", exitCode: 2)
    }
    return tokens
  }
}

/// What `siyu serve` was told of tokens, read.
struct ServeTokens {
  /// Where the keys are, which the services read and watch.
  var keys: String?
  var serviceNames: Set<String> = []
  var signer: TokenSigner?
  var peerToken: PeerToken?

  /// Throws `Trouble` for what does not fit.
  func check(insecure: Bool, tls: ServerTLS?, peerTLS: ClientTLS?, service: Serve.Name) throws {
    if let keys {
      try check(keys)
    } else if !insecure {
      throw Trouble(
        message: """
          it has to know its callers: say --token-keys, or --insecure on a loopback address
          """, exitCode: 2)
    } else if signer != nil {
      throw Trouble(message: "--token-key needs --token-keys", exitCode: 2)
    }
    guard serviceNames.isEmpty || tls?.knowsCallers == true else {
      throw Trouble(message: "--service-names needs --tls-client-ca", exitCode: 2)
    }
    guard insecure || service == .directory || peerToken != nil || peerTLS != nil else {
      throw Trouble(
        message:
          "the other services would not take its calls: say --peer-token, or --tls-client-ca",
        exitCode: 2)
    }
  }

  /// Throws `Trouble` for a peer that would be told our token in plain.
  func check(peers: [ListenAddress], peerTLS: ClientTLS?) throws {
    guard peerToken != nil, peerTLS == nil, let far = peers.first(where: { !$0.isLoopback }) else {
      return
    }
    throw Trouble(
      message:
        "--peers \(far): tokens travel over TLS or loopback addresses alone: say --peer-tls-ca",
      exitCode: 2)
  }

  private func check(_ keys: String) throws {
    let set: KeySet
    do {
      set = try KeySet(path: keys)
    } catch {
      throw Trouble(message: "--token-keys \(error)", exitCode: 2)
    }
    if let signer, !set.holds(signer.kid) {
      throw Trouble(
        message: "--token-key: its public half, \(signer.kid), is not in --token-keys \(keys)",
        exitCode: 2)
    }
  }
}
