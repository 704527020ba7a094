import NIOCore

/// Where a server listens, or a channel connects.
package enum ListenAddress: Sendable, Hashable, CustomStringConvertible {
  case tcp(host: String, port: Int)
  case unix(path: String)

  /// `127.0.0.1:7401`, `[::]:7401`, `:7401` for every interface, `unix:/run/siyu.sock`.
  package init?(parsing text: String) {
    if text.hasPrefix("unix:") {
      let path = text.dropFirst("unix:".count)
      guard !path.isEmpty else { return nil }
      self = .unix(path: String(path))
      return
    }
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
      (0...65535).contains(port)
    else { return nil }
    var host = text[..<colon]
    if host.hasPrefix("[") && host.hasSuffix("]") {
      host = host.dropFirst().dropLast()
    } else if host.contains(":") {
      return nil
    }
    guard !host.contains("["), !host.contains("]") else { return nil }
    self = .tcp(host: host.isEmpty ? "::" : String(host), port: port)
  }

  package var description: String {
    switch self {
    case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    case .unix(let path): "unix:\(path)"
    }
  }
}

/// Where a server does listen: the port is the real one, also when zero was asked for.
package typealias BoundAddress = ListenAddress

extension ListenAddress {
  /// The port, or nil for a Unix socket.
  package var port: Int? {
    if case .tcp(_, let port) = self { port } else { nil }
  }
}

/// The address cannot be listened on; the description is one line for the operator.
package struct ListenFailure: Error, Sendable, CustomStringConvertible {
  package let address: ListenAddress
  package let reason: String

  package var description: String { "Cannot listen on \(address): \(reason)." }
}

/// The other end of a connection.
package struct PeerAddress: Sendable, Hashable, CustomStringConvertible {
  package let description: String
  /// On this machine: a loopback address or a Unix socket.
  package let isLoopback: Bool
  /// The name in the certificate that was shown to us and verified: a URI, or else a DNS name.
  package internal(set) var identity: String?
  /// The IP address without its port; nil for a Unix socket.
  let host: String?

  package init(description: String, isLoopback: Bool, identity: String? = nil) {
    self.description = description
    self.isLoopback = isLoopback
    self.identity = identity
    host = nil
  }

  init(_ address: SocketAddress?) {
    switch address {
    case .v4, .v6:
      let ip = address?.ipAddress ?? ""
      description = "\(address!)"
      isLoopback = ip.hasPrefix("127.") || ip == "::1" || ip.hasPrefix("::ffff:127.")
      host = ip
    case .unixDomainSocket, nil:
      description = "unix"
      isLoopback = address != nil
      host = nil
    }
  }
}
