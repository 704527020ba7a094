import NIOCore
import NIOSSL
import Synchronization

/// One side of TLS, as its files have it now.
///
/// Looks at the files whenever a connection is made: those that changed are read again, and serve
/// this connection and all later ones. Files that are of no use, as half-written ones are, change
/// nothing but for a report. Connections that stand keep what they were made with. Any thread may
/// call it.
final class TLSContext: Sendable {
  private struct State {
    var context: NIOSSLContext
    var stamps: [FileStamp?]
  }

  private let files: TLSFiles
  private let side: Side
  private let report: TLSReport
  private let state: Mutex<State>

  enum Side {
    case server, client
  }

  init(_ side: Side, _ files: TLSFiles, report: @escaping TLSReport) throws(TLSFailure) {
    self.side = side
    self.files = files
    self.report = report
    // Stamped before they are read: a change in between is seen the next time.
    let stamps = files.stamps()
    state = Mutex(State(context: try Self.read(side, files), stamps: stamps))
  }

  /// A look costs a `stat` a file, and a change some milliseconds of the loop: a handshake is dearer.
  func current() -> NIOSSLContext {
    let (context, news) = state.withLock { state in
      let stamps = files.stamps()
      guard stamps != state.stamps else {
        return (state.context, nil as Result<Void, TLSFailure>?)
      }
      state.stamps = stamps
      do throws(TLSFailure) {
        state.context = try Self.read(side, files)
        return (state.context, .success(()))
      } catch {
        return (state.context, .failure(error))
      }
    }
    if let news { report(news) }
    return context
  }

  private static func read(_ side: Side, _ files: TLSFiles) throws(TLSFailure) -> NIOSSLContext {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.minimumTLSVersion = .tlsv12
    configuration.cipherSuiteValues = ciphers
    configuration.applicationProtocols = ["h2"]
    configuration.shutdownTimeout = shutdownTimeout
    if side == .server {
      // Callers know their server by its name; a server knows its callers by their authority.
      configuration.certificateVerification =
        files.authority == nil ? .none : .noHostnameVerification
      // A caller that has several certificates sees which one is wanted.
      configuration.sendCANameList = true
    }
    if let path = files.authority {
      configuration.trustRoots = .certificates(try TLSFile.authorities(at: path))
    }
    if let path = files.certificate {
      configuration.certificateChain = try TLSFile.chain(at: path).map { .certificate($0) }
    }
    if let path = files.key {
      configuration.privateKey = .privateKey(try TLSFile.key(at: path))
    }
    do {
      return try NIOSSLContext(configuration: configuration)
    } catch {
      // All files could be read by themselves: what is left is that they do not fit.
      throw TLSFailure(
        file: .key, path: files.key ?? "", reason: "it is not the key of \(files.certificate ?? "")"
      )
    }
  }

  /// How long we wait for TLS's own goodbye from the other side before we let go of the socket. HTTP/2
  /// has said GOAWAY by then, and gRPC's official implementations never answer.
  private static let shutdownTimeout = TimeAmount.milliseconds(100)

  /// What HTTP/2 takes (RFC 9113, 9.2.2): ephemeral keys and authenticated encryption.
  private static let ciphers: [NIOTLSCipher] = [
    .TLS_AES_128_GCM_SHA256, .TLS_AES_256_GCM_SHA384, .TLS_CHACHA20_POLY1305_SHA256,
    .TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, .TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
    .TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, .TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
    .TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, .TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
  ]
}
