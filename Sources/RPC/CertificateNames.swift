import NIOSSL

extension NIOSSLCertificate {
  /// Whom it names: its first subject alternative name that is a URI, or else a DNS name.
  var identity: String? { names(.uri).first ?? names(.dnsName).first }

  /// Whether it is for the host of that name: one of its DNS names is that name, or is it but for the
  /// first label, which may be `*` (RFC 9525).
  func isFor(_ host: String) -> Bool {
    let host = Self.labels(host)
    return names(.dnsName).contains { name in
      let name = Self.labels(name)
      if name == host { return true }
      return name.first == "*" && name.count > 2 && name.dropFirst() == host.dropFirst()
    }
  }

  private static func labels(_ name: String) -> [Substring] {
    let name = name.lowercased()
    // The root's dot says nothing.
    return (name.hasSuffix(".") ? name.dropLast() : name[...])
      .split(separator: ".", omittingEmptySubsequences: false)
  }

  /// Its subject alternative names of a type, without those that hold anything but visible ASCII.
  private func names(_ type: _SubjectAlternativeName.NameType) -> [String] {
    // Underscored, but what BoringSSL verified: a second parser could come to another name.
    _subjectAlternativeNames().filter { $0.nameType == type }.compactMap { name in
      let bytes = Array(name.contents)
      guard !bytes.isEmpty, bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
