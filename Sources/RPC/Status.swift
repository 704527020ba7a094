import Protobuf

/// How a call ended. On the server, throw one to answer; on the client, every failed call throws one.
///
/// Equal to what goes over the wire: `grpc-status`, `grpc-message`, `grpc-status-details-bin`,
/// `grpc-retry-pushback-ms`, and the rest of the trailers.
package struct Status: Error, Sendable, Hashable {
  package var code: StatusCode
  /// For people. Any Unicode text; it is percent-encoded on the wire.
  package var message: String
  /// A packed `google.rpc.Status`, when there is more to say than the message.
  package var details: [UInt8]?
  /// What else stands in the trailers.
  package var metadata: Metadata
  /// How long the caller is asked to wait before he tries again, `grpc-retry-pushback-ms`; negative
  /// when he should not. Nil when nothing is said of it.
  package var pushbackMilliseconds: Int?

  package init(
    _ code: StatusCode, _ message: String = "", details: [UInt8]? = nil,
    metadata: Metadata = Metadata(), pushbackMilliseconds: Int? = nil
  ) {
    self.code = code
    self.message = message
    self.details = details
    self.metadata = metadata
    self.pushbackMilliseconds = pushbackMilliseconds
  }

  package static let ok = Status(.ok)

  /// OK with nothing beside it.
  var isPlainOK: Bool {
    code == .ok && message.isEmpty && details == nil && metadata.isEmpty
  }
}

extension Status: CustomStringConvertible {
  package var description: String {
    message.isEmpty ? code.name : "\(code.name): \(message)"
  }
}

extension Status {
  /// What is said of a message that could not be taken.
  init(_ error: UnpackError) {
    let code: StatusCode =
      switch error.kind {
      case .malformed: .internal
      case .text: .invalidArgument
      case .limit: .resourceExhausted
      }
    self.init(code, error.description)
  }
}
