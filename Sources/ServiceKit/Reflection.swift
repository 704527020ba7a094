package import Messages
import Protobuf
package import RPC

/// Server reflection, so that a caller such as grpcurl needs no protos.
///
/// v1 and v1alpha are the same protocol under two names: both are answered from the same lookups.
package struct Reflection: GrpcReflectionV1.ServerReflectionProtocol {
  private let services: [String]

  /// Tells of these services, and of health and reflection itself.
  package init(services: [String]) {
    self.services =
      (services + [
        "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection",
        "grpc.reflection.v1alpha.ServerReflection",
      ]).sorted()
  }

  package var alpha: ReflectionAlpha { ReflectionAlpha(reflection: self) }

  package func serverReflectionInfo(
    _ requests: RequestStream<GrpcReflectionV1.ServerReflectionRequest>,
    _ replies: ReplyStream<GrpcReflectionV1.ServerReflectionResponse>, _ call: Call
  ) async throws {
    for try await request in requests {
      try await replies.send(answer(request))
    }
  }

  func answer(
    _ request: GrpcReflectionV1.ServerReflectionRequest
  ) -> GrpcReflectionV1.ServerReflectionResponse {
    let response: GrpcReflectionV1.ServerReflectionResponse.MessageResponse
    switch request.messageRequest {
    case .listServices:
      response = .listServicesResponse(.init(service: services.map { .init(name: $0) }))
    case .fileByFilename(let name):
      response = files(from: FileDescriptors.all.first { $0.name == name }, asked: name)
    case .fileContainingSymbol(let symbol):
      response = files(
        from: FileDescriptors.all.first { $0.symbols.contains(symbol) }, asked: symbol)
    case .fileContainingExtension, .allExtensionNumbersOfType:
      response = .errorResponse(
        .init(errorCode: 5, errorMessage: "These services define no extensions."))
    case nil:
      response = .errorResponse(.init(errorCode: 3, errorMessage: "message_request is required."))
    }
    return .init(
      validHost: request.host, originalRequest: request, messageResponse: response)
  }

  /// A file and all that it imports, each once.
  private func files(
    from file: FileDescriptorEntry?, asked: String
  ) -> GrpcReflectionV1.ServerReflectionResponse.MessageResponse {
    guard let file else {
      return .errorResponse(.init(errorCode: 5, errorMessage: "Nothing is named '\(asked)'."))
    }
    var found = [file]
    var next = 0
    while next < found.count {
      for dependency in found[next].dependencies
      where !found.contains(where: { $0.name == dependency }) {
        if let entry = FileDescriptors.all.first(where: { $0.name == dependency }) {
          found.append(entry)
        }
      }
      next += 1
    }
    return .fileDescriptorResponse(.init(fileDescriptorProto: found.map(\.bytes)))
  }
}

/// The same answers under the older name, which grpcurl 1.8 and grpcio-reflection ask for.
package struct ReflectionAlpha: GrpcReflectionV1alpha.ServerReflectionProtocol {
  let reflection: Reflection

  package func serverReflectionInfo(
    _ requests: RequestStream<GrpcReflectionV1alpha.ServerReflectionRequest>,
    _ replies: ReplyStream<GrpcReflectionV1alpha.ServerReflectionResponse>, _ call: Call
  ) async throws {
    for try await request in requests {
      // The two versions are the same bytes.
      let answer = try reflection.answer(.init(unpacking: request.packed()))
      try await replies.send(.init(unpacking: answer.packed()))
    }
  }
}
