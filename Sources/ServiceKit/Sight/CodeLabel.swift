import RPC

extension StatusCode {
  /// The code as the metrics of gRPC servers name it everywhere: as Go writes it.
  var label: String {
    switch self {
    case .ok: "OK"
    case .cancelled: "Canceled"
    case .unknown: "Unknown"
    case .invalidArgument: "InvalidArgument"
    case .deadlineExceeded: "DeadlineExceeded"
    case .notFound: "NotFound"
    case .alreadyExists: "AlreadyExists"
    case .permissionDenied: "PermissionDenied"
    case .resourceExhausted: "ResourceExhausted"
    case .failedPrecondition: "FailedPrecondition"
    case .aborted: "Aborted"
    case .outOfRange: "OutOfRange"
    case .unimplemented: "Unimplemented"
    case .internal: "Internal"
    case .unavailable: "Unavailable"
    case .dataLoss: "DataLoss"
    case .unauthenticated: "Unauthenticated"
    }
  }

  /// Whether it is the server that did something wrong, and not its caller: what OpenTelemetry calls
  /// an error of a server's span.
  var isFault: Bool {
    switch self {
    case .unknown, .deadlineExceeded, .unimplemented, .internal, .unavailable, .dataLoss: true
    default: false
    }
  }
}

extension MethodDescriptor {
  /// The labels by which the metrics of gRPC know a method.
  var labels: [(String, String)] {
    let type =
      switch (clientStreaming, serverStreaming) {
      case (false, false): "unary"
      case (true, false): "client_stream"
      case (false, true): "server_stream"
      case (true, true): "bidi_stream"
      }
    return [("grpc_type", type), ("grpc_service", service), ("grpc_method", name)]
  }

  /// The name of the spans of its calls.
  var spanName: String { "\(service)/\(name)" }
}
