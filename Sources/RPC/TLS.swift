import NIOCore
import NIOSSL

/// How a server shows who it is, and whom it takes for a caller. HTTP/2 by ALPN and TLS 1.2 are the
/// least it speaks.
///
/// Servers may share one. Its files are read again when they have changed; see `TLSContext`.
package final class ServerTLS: Sendable {
  private let context: TLSContext
  /// Whether every caller shows a certificate of `clientAuthority`; those without one get no
  /// connection.
  package let knowsCallers: Bool

  /// Paths of PEM files: our certificate with the authorities between it and the root, its key, and
  /// whose certificates callers must hold, nil to ask them for none.
  package init(
    certificate: String, key: String, clientAuthority: String? = nil,
    report: @escaping TLSReport = { _ in }
  ) throws(TLSFailure) {
    knowsCallers = clientAuthority != nil
    context = try TLSContext(
      .server, TLSFiles(certificate: certificate, key: key, authority: clientAuthority),
      report: report)
  }

  func handler() -> NIOSSLServerHandler { NIOSSLServerHandler(context: context.current()) }
}

/// How a channel makes sure whom it calls, and shows who calls.
///
/// Channels may share one. Its files are read again when they have changed; see `TLSContext`.
package final class ClientTLS: Sendable {
  private let context: TLSContext
  /// Stands in for the host, where a server is not called by the name in its certificate.
  let serverName: String?

  /// Paths of PEM files: whose certificates servers must hold, nil for the system's authorities, and
  /// our own certificate with its key for servers that ask for one.
  package init(
    authority: String? = nil, identity: (certificate: String, key: String)? = nil,
    serverName: String? = nil, report: @escaping TLSReport = { _ in }
  ) throws(TLSFailure) {
    self.serverName = serverName
    context = try TLSContext(
      .client,
      TLSFiles(certificate: identity?.certificate, key: identity?.key, authority: authority),
      report: report)
  }

  /// Throws when the name is none that a certificate could hold.
  func handler(for target: ListenAddress) throws -> NIOSSLClientHandler {
    try NIOSSLClientHandler(context: context.current(), serverHostname: name(of: target))
  }

  /// Whether a verified certificate is the server's there. The handler lets a name pass also for the
  /// sake of the address it led to, which who answers for names could abuse.
  func isServer(at target: ListenAddress, _ certificate: NIOSSLCertificate?) -> Bool {
    guard let name = name(of: target) else { return true }
    return certificate?.isFor(name) ?? false
  }

  /// What has to stand in the certificate; nil for the address the connection went to.
  private func name(of target: ListenAddress) -> String? {
    let host =
      switch target {
      case .tcp(let host, _): host
      case .unix: "localhost"
      }
    let name = serverName ?? host
    let isAddress = (try? SocketAddress(ipAddress: name, port: 0)) != nil
    return isAddress ? nil : name
  }
}
