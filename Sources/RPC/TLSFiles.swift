import Glibc
import NIOSSL

/// The PEM files of one side of TLS.
struct TLSFiles: Sendable {
  /// What we show: our certificate, after it the authorities between it and the root.
  var certificate: String?
  /// The certificate's private key.
  var key: String?
  /// Whose certificates we take from the other side.
  var authority: String?

  /// The stamps of all that are named.
  func stamps() -> [FileStamp?] {
    [certificate, key, authority].compactMap(\.self).map(FileStamp.init(path:))
  }
}

/// A file of TLS that is of no use: which, and why, for one line to the operator.
package struct TLSFailure: Error, Sendable, Equatable, CustomStringConvertible {
  package enum File: Sendable {
    case certificate, key, authority
  }

  package let file: File
  package let path: String
  package let reason: String

  package var description: String { "\(path): \(reason)" }
}

/// Hears how it went when files that changed were read again. After a failure those of before stay
/// in use. Called once a change, on an event loop.
package typealias TLSReport = @Sendable (Result<Void, TLSFailure>) -> Void

/// What one of the files says.
enum TLSFile {
  /// Far more than all the world's authorities in one file.
  private static let limitBytes = 4 * 1024 * 1024

  /// The chain we show, which has to be valid now.
  static func chain(at path: String) throws(TLSFailure) -> [NIOSSLCertificate] {
    let chain = try certificates(at: path, .certificate)
    // What the other side goes by is the world's time: no test can step it.
    let now = time(nil)
    if let own = chain.first, own.notValidAfter < now {
      throw TLSFailure(
        file: .certificate, path: path, reason: "it expired on \(date(own.notValidAfter))")
    }
    if let own = chain.first, own.notValidBefore > now {
      throw TLSFailure(
        file: .certificate, path: path, reason: "it is not valid before \(date(own.notValidBefore))"
      )
    }
    return chain
  }

  static func authorities(at path: String) throws(TLSFailure) -> [NIOSSLCertificate] {
    try certificates(at: path, .authority)
  }

  static func key(at path: String) throws(TLSFailure) -> NIOSSLPrivateKey {
    let bytes = try bytes(of: path, .key)
    do {
      return try NIOSSLPrivateKey(bytes: bytes, format: .pem)
    } catch {
      throw TLSFailure(
        file: .key, path: path,
        reason: "it holds no private key in PEM form, or one with a passphrase")
    }
  }

  private static func certificates(
    at path: String, _ file: TLSFailure.File
  ) throws(TLSFailure) -> [NIOSSLCertificate] {
    let bytes = try bytes(of: path, file)
    do {
      return try NIOSSLCertificate.fromPEMBytes(bytes)
    } catch {
      throw TLSFailure(file: file, path: path, reason: "it holds no certificate in PEM form")
    }
  }

  private static func bytes(
    of path: String, _ file: TLSFailure.File
  ) throws(TLSFailure) -> [UInt8] {
    guard let stream = fopen(path, "re") else { throw failure(file, path, errno) }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var count = 1
    while count > 0 {
      bytes.append(addingCapacity: 16 * 1024) { span in
        span.withUnsafeMutableBufferPointer { buffer, initialized in
          count = fread(buffer.baseAddress!, 1, buffer.count, stream)
          initialized = count
        }
      }
      guard bytes.count <= limitBytes else {
        throw TLSFailure(file: file, path: path, reason: "it is over \(limitBytes) bytes long")
      }
    }
    guard ferror(stream) == 0 else { throw failure(file, path, errno) }
    return bytes
  }

  private static func failure(_ file: TLSFailure.File, _ path: String, _ code: Int32) -> TLSFailure
  {
    TLSFailure(file: file, path: path, reason: String(cString: strerror(code)))
  }

  private static func date(_ seconds: time_t) -> String {
    var seconds = seconds
    var parts = tm()
    gmtime_r(&seconds, &parts)
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { text in
      strftime(text.baseAddress!, text.count, "%Y-%m-%d %H:%M:%S UTC", &parts)
      return String(cString: text.baseAddress!)
    }
  }
}
