// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension GrpcReflectionV1alpha {
  package protocol ServerReflectionProtocol: Swift.Sendable {
    /// The reflection service is structured as a bidirectional stream, ensuring
    /// all related requests go to a single server.
    func serverReflectionInfo(_ requests: RPC.RequestStream<GrpcReflectionV1alpha.ServerReflectionRequest>, _ replies: RPC.ReplyStream<GrpcReflectionV1alpha.ServerReflectionResponse>, _ call: RPC.Call) async throws
  }

  /// The methods of `grpc.reflection.v1alpha.ServerReflection`, and its routes.
  package enum ServerReflection {
    package static let serverReflectionInfo = RPC.MethodDescriptor(
      service: "grpc.reflection.v1alpha.ServerReflection", name: "ServerReflectionInfo",
      clientStreaming: true, serverStreaming: true,
      right: .open)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "grpc.reflection.v1alpha.ServerReflection",
      methods: [serverReflectionInfo])

    package static func routes(_ service: some ServerReflectionProtocol) -> [RPC.Route] {
      [
        .bidirectional(serverReflectionInfo) { (requests: RPC.RequestStream<GrpcReflectionV1alpha.ServerReflectionRequest>, replies: RPC.ReplyStream<GrpcReflectionV1alpha.ServerReflectionResponse>, call) in try await service.serverReflectionInfo(requests, replies, call) },
      ]
    }
  }

  /// Calls `grpc.reflection.v1alpha.ServerReflection` over a channel.
  package struct ServerReflectionClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// The reflection service is structured as a bidirectional stream, ensuring
    /// all related requests go to a single server.
    package func serverReflectionInfo<R>(options: RPC.CallOptions = .init(), _ body: (RPC.RequestWriter<GrpcReflectionV1alpha.ServerReflectionRequest>, RPC.ReplySequence<GrpcReflectionV1alpha.ServerReflectionResponse>) async throws -> R) async throws -> R {
      try await channel.bidirectional(ServerReflection.serverReflectionInfo, options, body)
    }
  }

  /// The message sent by the client when calling ServerReflectionInfo method.
  package struct ServerReflectionRequest: Protobuf.Message {
    package var host: String = ""
    /// To use reflection service, the client should set one of the following
    /// fields in message_request. The server distinguishes requests by their
    /// defined field and then handles them using corresponding methods.
    package var messageRequest: MessageRequest? = nil

    package init() {}

    package init(
      host: String = "",
      messageRequest: MessageRequest? = nil
    ) {
      self.host = host
      self.messageRequest = messageRequest
    }

    /// To use reflection service, the client should set one of the following
    /// fields in message_request. The server distinguishes requests by their
    /// defined field and then handles them using corresponding methods.
    package enum MessageRequest: Swift.Hashable, Swift.Sendable {
      /// Find a proto file by the file name.
      case fileByFilename(String)
      /// Find the proto file that declares the given fully-qualified symbol name.
      /// This field should be a fully-qualified symbol name
      /// (e.g. <package>.<service>[.<method>] or <package>.<type>).
      case fileContainingSymbol(String)
      /// Find the proto file which defines an extension extending the given
      /// message type with the given field number.
      case fileContainingExtension(GrpcReflectionV1alpha.ExtensionRequest)
      /// Finds the tag numbers used by all known extensions of extendee_type, and
      /// appends them to ExtensionNumberResponse in an undefined order.
      /// Its corresponding method is best-effort: it's not guaranteed that the
      /// reflection service will implement this method, and it's not guaranteed
      /// that this method will provide all extensions. Returns
      /// StatusCode::UNIMPLEMENTED if it's not implemented.
      /// This field should be a fully-qualified type name. The format is
      /// <package>.<type>
      case allExtensionNumbersOfType(String)
      /// List the full names of registered services. The content will not be
      /// checked.
      case listServices(String)
    }

    package static var fullName: String { "grpc.reflection.v1alpha.ServerReflectionRequest" }
    package static let layout = Protobuf.MessageLayout(grpc__reflection__v1alpha__server_reflection_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Grpc__Reflection__V1alpha__ServerReflectionRequest.self)
      self.host = reader.text(c.pointee.host, "host")
      switch c.pointee.message_request_case.rawValue {
      case 3: self.messageRequest = .fileByFilename(reader.text(c.pointee.file_by_filename, "file_by_filename"))
      case 4: self.messageRequest = .fileContainingSymbol(reader.text(c.pointee.file_containing_symbol, "file_containing_symbol"))
      case 5: self.messageRequest = reader.message(c.pointee.file_containing_extension, "file_containing_extension").map { .fileContainingExtension($0) }
      case 6: self.messageRequest = .allExtensionNumbersOfType(reader.text(c.pointee.all_extension_numbers_of_type, "all_extension_numbers_of_type"))
      case 7: self.messageRequest = .listServices(reader.text(c.pointee.list_services, "list_services"))
      default: self.messageRequest = nil
      }
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Grpc__Reflection__V1alpha__ServerReflectionRequest.self)
      c.pointee.host = writer.text(self.host)
      switch self.messageRequest {
      case .fileByFilename(let value):
        c.pointee.message_request_case = .init(rawValue: 3)
        c.pointee.file_by_filename = writer.text(value)
      case .fileContainingSymbol(let value):
        c.pointee.message_request_case = .init(rawValue: 4)
        c.pointee.file_containing_symbol = writer.text(value)
      case .fileContainingExtension(let value):
        c.pointee.message_request_case = .init(rawValue: 5)
        c.pointee.file_containing_extension = writer.message(value)
      case .allExtensionNumbersOfType(let value):
        c.pointee.message_request_case = .init(rawValue: 6)
        c.pointee.all_extension_numbers_of_type = writer.text(value)
      case .listServices(let value):
        c.pointee.message_request_case = .init(rawValue: 7)
        c.pointee.list_services = writer.text(value)
      case nil: break
      }
    }
  }

  /// The type name and extension number sent by the client when requesting
  /// file_containing_extension.
  package struct ExtensionRequest: Protobuf.Message {
    /// Fully-qualified type name. The format should be <package>.<type>
    package var containingType: String = ""
    package var extensionNumber: Int32 = 0

    package init() {}

    package init(
      containingType: String = "",
      extensionNumber: Int32 = 0
    ) {
      self.containingType = containingType
      self.extensionNumber = extensionNumber
    }

    package static var fullName: String { "grpc.reflection.v1alpha.ExtensionRequest" }
    package static let layout = Protobuf.MessageLayout(grpc__reflection__v1alpha__extension_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Grpc__Reflection__V1alpha__ExtensionRequest.self)
      self.containingType = reader.text(c.pointee.containing_type, "containing_type")
      self.extensionNumber = c.pointee.extension_number
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Grpc__Reflection__V1alpha__ExtensionRequest.self)
      c.pointee.containing_type = writer.text(self.containingType)
      c.pointee.extension_number = self.extensionNumber
    }
  }

  /// The message sent by the server to answer ServerReflectionInfo method.
  package struct ServerReflectionResponse: Protobuf.Message {
    package var validHost: String = ""
    package var originalRequest: GrpcReflectionV1alpha.ServerReflectionRequest? = nil
    /// The server set one of the following fields according to the message_request
    /// in the request.
    package var messageResponse: MessageResponse? = nil

    package init() {}

    package init(
      validHost: String = "",
      originalRequest: GrpcReflectionV1alpha.ServerReflectionRequest? = nil,
      messageResponse: MessageResponse? = nil
    ) {
      self.validHost = validHost
      self.originalRequest = originalRequest
      self.messageResponse = messageResponse
    }

    /// The server set one of the following fields according to the message_request
    /// in the request.
    package enum MessageResponse: Swift.Hashable, Swift.Sendable {
      /// This message is used to answer file_by_filename, file_containing_symbol,
      /// file_containing_extension requests with transitive dependencies. As
      /// the repeated label is not allowed in oneof fields, we use a
      /// FileDescriptorResponse message to encapsulate the repeated fields.
      /// The reflection service is allowed to avoid sending FileDescriptorProtos
      /// that were previously sent in response to earlier requests in the stream.
      case fileDescriptorResponse(GrpcReflectionV1alpha.FileDescriptorResponse)
      /// This message is used to answer all_extension_numbers_of_type requst.
      case allExtensionNumbersResponse(GrpcReflectionV1alpha.ExtensionNumberResponse)
      /// This message is used to answer list_services request.
      case listServicesResponse(GrpcReflectionV1alpha.ListServiceResponse)
      /// This message is used when an error occurs.
      case errorResponse(GrpcReflectionV1alpha.ErrorResponse)
    }

    package static var fullName: String { "grpc.reflection.v1alpha.ServerReflectionResponse" }
    package static let layout = Protobuf.MessageLayout(grpc__reflection__v1alpha__server_reflection_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Grpc__Reflection__V1alpha__ServerReflectionResponse.self)
      self.validHost = reader.text(c.pointee.valid_host, "valid_host")
      self.originalRequest = reader.message(c.pointee.original_request, "original_request")
      switch c.pointee.message_response_case.rawValue {
      case 4: self.messageResponse = reader.message(c.pointee.file_descriptor_response, "file_descriptor_response").map { .fileDescriptorResponse($0) }
      case 5: self.messageResponse = reader.message(c.pointee.all_extension_numbers_response, "all_extension_numbers_response").map { .allExtensionNumbersResponse($0) }
      case 6: self.messageResponse = reader.message(c.pointee.list_services_response, "list_services_response").map { .listServicesResponse($0) }
      case 7: self.messageResponse = reader.message(c.pointee.error_response, "error_response").map { .errorResponse($0) }
      default: self.messageResponse = nil
      }
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Grpc__Reflection__V1alpha__ServerReflectionResponse.self)
      c.pointee.valid_host = writer.text(self.validHost)
      c.pointee.original_request = writer.message(self.originalRequest)
      switch self.messageResponse {
      case .fileDescriptorResponse(let value):
        c.pointee.message_response_case = .init(rawValue: 4)
        c.pointee.file_descriptor_response = writer.message(value)
      case .allExtensionNumbersResponse(let value):
        c.pointee.message_response_case = .init(rawValue: 5)
        c.pointee.all_extension_numbers_response = writer.message(value)
      case .listServicesResponse(let value):
        c.pointee.message_response_case = .init(rawValue: 6)
        c.pointee.list_services_response = writer.message(value)
      case .errorResponse(let value):
        c.pointee.message_response_case = .init(rawValue: 7)
        c.pointee.error_response = writer.message(value)
      case nil: break
      }
    }
  }

  /// Serialized FileDescriptorProto messages sent by the server answering
  /// a file_by_filename, file_containing_symbol, or file_containing_extension
  /// request.
  package struct FileDescriptorResponse: Protobuf.Message {
    /// Serialized FileDescriptorProto messages. We avoid taking a dependency on
    /// descriptor.proto, which uses proto2 only features, by making them opaque
    /// bytes instead.
    package var fileDescriptorProto: [[UInt8]] = []

    package init() {}

    package init(
      fileDescriptorProto: [[UInt8]] = []
    ) {
      self.fileDescriptorProto = fileDescriptorProto
    }

    package static var fullName: String { "grpc.reflection.v1alpha.FileDescriptorResponse" }
    package static let layout = Protobuf.MessageLayout(grpc__reflection__v1alpha__file_descriptor_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Grpc__Reflection__V1alpha__FileDescriptorResponse.self)
      self.fileDescriptorProto = reader.bytesList(c.pointee.n_file_descriptor_proto, c.pointee.file_descriptor_proto)
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Grpc__Reflection__V1alpha__FileDescriptorResponse.self)
      c.pointee.file_descriptor_proto = writer.bytesList(self.fileDescriptorProto, &c.pointee.n_file_descriptor_proto)
    }
  }

  /// A list of extension numbers sent by the server answering
  /// all_extension_numbers_of_type request.
  package struct ExtensionNumberResponse: Protobuf.Message {
    /// Full name of the base type, including the package name. The format
    /// is <package>.<type>
    package var baseTypeName: String = ""
    package var extensionNumber: [Int32] = []

    package init() {}

    package init(
      baseTypeName: String = "",
      extensionNumber: [Int32] = []
    ) {
      self.baseTypeName = baseTypeName
      self.extensionNumber = extensionNumber
    }

    package static var fullName: String { "grpc.reflection.v1alpha.ExtensionNumberResponse" }
    package static let layout = Protobuf.MessageLayout(grpc__reflection__v1alpha__extension_number_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Grpc__Reflection__V1alpha__ExtensionNumberResponse.self)
      self.baseTypeName = reader.text(c.pointee.base_type_name, "base_type_name")
      self.extensionNumber = reader.numbers(c.pointee.n_extension_number, c.pointee.extension_number)
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Grpc__Reflection__V1alpha__ExtensionNumberResponse.self)
      c.pointee.base_type_name = writer.text(self.baseTypeName)
      c.pointee.extension_number = writer.numbers(self.extensionNumber, &c.pointee.n_extension_number)
    }
  }

  /// A list of ServiceResponse sent by the server answering list_services request.
  package struct ListServiceResponse: Protobuf.Message {
    /// The information of each service may be expanded in the future, so we use
    /// ServiceResponse message to encapsulate it.
    package var service: [GrpcReflectionV1alpha.ServiceResponse] = []

    package init() {}

    package init(
      service: [GrpcReflectionV1alpha.ServiceResponse] = []
    ) {
      self.service = service
    }

    package static var fullName: String { "grpc.reflection.v1alpha.ListServiceResponse" }
    package static let layout = Protobuf.MessageLayout(grpc__reflection__v1alpha__list_service_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Grpc__Reflection__V1alpha__ListServiceResponse.self)
      self.service = reader.messages(c.pointee.n_service, c.pointee.service, "service")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Grpc__Reflection__V1alpha__ListServiceResponse.self)
      c.pointee.service = writer.messages(self.service, &c.pointee.n_service)
    }
  }

  /// The information of a single service used by ListServiceResponse to answer
  /// list_services request.
  package struct ServiceResponse: Protobuf.Message {
    /// Full name of a registered service, including its package name. The format
    /// is <package>.<service>
    package var name: String = ""

    package init() {}

    package init(
      name: String = ""
    ) {
      self.name = name
    }

    package static var fullName: String { "grpc.reflection.v1alpha.ServiceResponse" }
    package static let layout = Protobuf.MessageLayout(grpc__reflection__v1alpha__service_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Grpc__Reflection__V1alpha__ServiceResponse.self)
      self.name = reader.text(c.pointee.name, "name")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Grpc__Reflection__V1alpha__ServiceResponse.self)
      c.pointee.name = writer.text(self.name)
    }
  }

  /// The error code and error message sent by the server when an error occurs.
  package struct ErrorResponse: Protobuf.Message {
    /// This field uses the error codes defined in grpc::StatusCode.
    package var errorCode: Int32 = 0
    package var errorMessage: String = ""

    package init() {}

    package init(
      errorCode: Int32 = 0,
      errorMessage: String = ""
    ) {
      self.errorCode = errorCode
      self.errorMessage = errorMessage
    }

    package static var fullName: String { "grpc.reflection.v1alpha.ErrorResponse" }
    package static let layout = Protobuf.MessageLayout(grpc__reflection__v1alpha__error_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Grpc__Reflection__V1alpha__ErrorResponse.self)
      self.errorCode = c.pointee.error_code
      self.errorMessage = reader.text(c.pointee.error_message, "error_message")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Grpc__Reflection__V1alpha__ErrorResponse.self)
      c.pointee.error_code = self.errorCode
      c.pointee.error_message = writer.text(self.errorMessage)
    }
  }
}
