// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension GrpcHealthV1 {
  package protocol HealthProtocol: Swift.Sendable {
    /// If the requested service is unknown, the call will fail with status
    /// NOT_FOUND.
    func check(_ request: GrpcHealthV1.HealthCheckRequest, _ call: RPC.Call) async throws -> GrpcHealthV1.HealthCheckResponse
    /// Performs a watch for the serving status of the requested service.
    /// The server will immediately send back a message indicating the current
    /// serving status.  It will then subsequently send a new message whenever
    /// the service's serving status changes.
    ///
    /// If the requested service is unknown when the call is received, the
    /// server will send a message setting the serving status to
    /// SERVICE_UNKNOWN but will *not* terminate the call.  If at some
    /// future point, the serving status of the service becomes known, the
    /// server will send a new message with the service's serving status.
    ///
    /// If the call terminates with status UNIMPLEMENTED, then clients
    /// should assume this method is not supported and should not retry the
    /// call.  If the call terminates with any other status (including OK),
    /// clients should retry the call with appropriate exponential backoff.
    func watch(_ request: GrpcHealthV1.HealthCheckRequest, _ replies: RPC.ReplyStream<GrpcHealthV1.HealthCheckResponse>, _ call: RPC.Call) async throws
  }

  /// The methods of `grpc.health.v1.Health`, and its routes.
  package enum Health {
    package static let check = RPC.MethodDescriptor(
      service: "grpc.health.v1.Health", name: "Check",
      clientStreaming: false, serverStreaming: false,
      right: .open)
    package static let watch = RPC.MethodDescriptor(
      service: "grpc.health.v1.Health", name: "Watch",
      clientStreaming: false, serverStreaming: true,
      right: .open)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "grpc.health.v1.Health",
      methods: [check, watch])

    package static func routes(_ service: some HealthProtocol) -> [RPC.Route] {
      [
        .unary(check) { bytes, call in
          guard let request = call.begin(GrpcHealthV1.HealthCheckRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.check(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .serverStream(watch) { (request: GrpcHealthV1.HealthCheckRequest, replies: RPC.ReplyStream<GrpcHealthV1.HealthCheckResponse>, call) in try await service.watch(request, replies, call) },
      ]
    }
  }

  /// Calls `grpc.health.v1.Health` over a channel.
  package struct HealthClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// If the requested service is unknown, the call will fail with status
    /// NOT_FOUND.
    package func check(_ request: GrpcHealthV1.HealthCheckRequest, options: RPC.CallOptions = .init()) async throws -> GrpcHealthV1.HealthCheckResponse {
      try await channel.unary(Health.check, request, options)
    }

    /// Performs a watch for the serving status of the requested service.
    /// The server will immediately send back a message indicating the current
    /// serving status.  It will then subsequently send a new message whenever
    /// the service's serving status changes.
    ///
    /// If the requested service is unknown when the call is received, the
    /// server will send a message setting the serving status to
    /// SERVICE_UNKNOWN but will *not* terminate the call.  If at some
    /// future point, the serving status of the service becomes known, the
    /// server will send a new message with the service's serving status.
    ///
    /// If the call terminates with status UNIMPLEMENTED, then clients
    /// should assume this method is not supported and should not retry the
    /// call.  If the call terminates with any other status (including OK),
    /// clients should retry the call with appropriate exponential backoff.
    package func watch(_ request: GrpcHealthV1.HealthCheckRequest, options: RPC.CallOptions = .init()) -> RPC.ReplySequence<GrpcHealthV1.HealthCheckResponse> {
      channel.serverStream(Health.watch, request, options)
    }
  }

  package struct HealthCheckRequest: Protobuf.Message {
    package var service: String = ""

    package init() {}

    package init(
      service: String = ""
    ) {
      self.service = service
    }

    package static var fullName: String { "grpc.health.v1.HealthCheckRequest" }
    package static let layout = Protobuf.MessageLayout(grpc__health__v1__health_check_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Grpc__Health__V1__HealthCheckRequest.self)
      self.service = reader.text(c.pointee.service, "service")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Grpc__Health__V1__HealthCheckRequest.self)
      c.pointee.service = writer.text(self.service)
    }
  }

  package struct HealthCheckResponse: Protobuf.Message {
    package var status: GrpcHealthV1.HealthCheckResponse.ServingStatus = .init()

    package init() {}

    package init(
      status: GrpcHealthV1.HealthCheckResponse.ServingStatus = .init()
    ) {
      self.status = status
    }

    package struct ServingStatus: Protobuf.OpenEnum {
      package var rawValue: Int32
      package init(rawValue: Int32) { self.rawValue = rawValue }

      package static var unknown: Self { Self(rawValue: 0) }
      package static var serving: Self { Self(rawValue: 1) }
      package static var notServing: Self { Self(rawValue: 2) }
      /// Used only by the Watch method.
      package static var serviceUnknown: Self { Self(rawValue: 3) }

      package static let names: [Int32: String] = [
        0: "UNKNOWN",
        1: "SERVING",
        2: "NOT_SERVING",
        3: "SERVICE_UNKNOWN",
      ]
    }

    package static var fullName: String { "grpc.health.v1.HealthCheckResponse" }
    package static let layout = Protobuf.MessageLayout(grpc__health__v1__health_check_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Grpc__Health__V1__HealthCheckResponse.self)
      self.status = GrpcHealthV1.HealthCheckResponse.ServingStatus(rawValue: Int32(truncatingIfNeeded: c.pointee.status.rawValue))
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Grpc__Health__V1__HealthCheckResponse.self)
      c.pointee.status = writer.value(self.status)
    }
  }
}
