import NIOSSL

/// Why a connection over TLS came to nothing, in words for an operator.
enum TLSReason {
  static let otherName = "TLS: the server's certificate is for another name"

  /// Nil for errors that are not TLS's.
  static func text(of error: any Error) -> String? {
    switch error {
    case NIOSSLError.handshakeFailed(let error): text(of: error)
    case NIOSSLError.uncleanShutdown: "the server closed it."
    case NIOSSLError.unableToValidateCertificate: otherName
    case let error as NIOSSLExtraError where error == .failedToValidateHostname: otherName
    case BoringSSLError.sslError(let stack), BoringSSLError.unknownError(let stack):
      "TLS: " + (stack.first.map(words) ?? "it failed")
    case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError: "TLS: \(error)"
    default: nil
    }
  }

  /// `…:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED at …` is told by its middle.
  private static func words(_ error: BoringSSLInternalError) -> String {
    let text = error.description
    guard let mark = text.firstRange(of: "OPENSSL_internal:") else {
      return text.replacing("Error:", with: "").trimmingPrefix { $0 == " " }.lowercased()
    }
    return text[mark.upperBound...].prefix { $0 != " " }.replacing("_", with: " ").lowercased()
  }
}
