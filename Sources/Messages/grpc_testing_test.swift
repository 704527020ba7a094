// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

package import RPC

extension GrpcTesting {
  /// A simple service to test the various types of RPCs and experiment with
  /// performance with various types of payload.
  package protocol TestServiceProtocol: Swift.Sendable {
    /// One empty request followed by one empty response.
    func emptyCall(_ request: GrpcTesting.Empty, _ call: RPC.Call) async throws -> GrpcTesting.Empty
    /// One request followed by one response.
    func unaryCall(_ request: GrpcTesting.SimpleRequest, _ call: RPC.Call) async throws -> GrpcTesting.SimpleResponse
    /// One request followed by one response. Response has cache control
    /// headers set such that a caching HTTP proxy (such as GFE) can
    /// satisfy subsequent requests.
    func cacheableUnaryCall(_ request: GrpcTesting.SimpleRequest, _ call: RPC.Call) async throws -> GrpcTesting.SimpleResponse
    /// One request followed by a sequence of responses (streamed download).
    /// The server returns the payload with client desired type and sizes.
    func streamingOutputCall(_ request: GrpcTesting.StreamingOutputCallRequest, _ replies: RPC.ReplyStream<GrpcTesting.StreamingOutputCallResponse>, _ call: RPC.Call) async throws
    /// A sequence of requests followed by one response (streamed upload).
    /// The server returns the aggregated size of client payload as the result.
    func streamingInputCall(_ requests: RPC.RequestStream<GrpcTesting.StreamingInputCallRequest>, _ call: RPC.Call) async throws -> GrpcTesting.StreamingInputCallResponse
    /// A sequence of requests with each request served by the server immediately.
    /// As one request could lead to multiple responses, this interface
    /// demonstrates the idea of full duplexing.
    func fullDuplexCall(_ requests: RPC.RequestStream<GrpcTesting.StreamingOutputCallRequest>, _ replies: RPC.ReplyStream<GrpcTesting.StreamingOutputCallResponse>, _ call: RPC.Call) async throws
    /// A sequence of requests followed by a sequence of responses.
    /// The server buffers all the client requests and then serves them in order. A
    /// stream of responses are returned to the client when the server starts with
    /// first request.
    func halfDuplexCall(_ requests: RPC.RequestStream<GrpcTesting.StreamingOutputCallRequest>, _ replies: RPC.ReplyStream<GrpcTesting.StreamingOutputCallResponse>, _ call: RPC.Call) async throws
    /// The test server will not implement this method. It will be used
    /// to test the behavior when clients call unimplemented methods.
    func unimplementedCall(_ request: GrpcTesting.Empty, _ call: RPC.Call) async throws -> GrpcTesting.Empty
  }

  /// The methods of `grpc.testing.TestService`, and its routes.
  package enum TestService {
    package static let emptyCall = RPC.MethodDescriptor(
      service: "grpc.testing.TestService", name: "EmptyCall",
      clientStreaming: false, serverStreaming: false,
      right: .open)
    package static let unaryCall = RPC.MethodDescriptor(
      service: "grpc.testing.TestService", name: "UnaryCall",
      clientStreaming: false, serverStreaming: false,
      right: .open)
    package static let cacheableUnaryCall = RPC.MethodDescriptor(
      service: "grpc.testing.TestService", name: "CacheableUnaryCall",
      clientStreaming: false, serverStreaming: false,
      right: .open)
    package static let streamingOutputCall = RPC.MethodDescriptor(
      service: "grpc.testing.TestService", name: "StreamingOutputCall",
      clientStreaming: false, serverStreaming: true,
      right: .open)
    package static let streamingInputCall = RPC.MethodDescriptor(
      service: "grpc.testing.TestService", name: "StreamingInputCall",
      clientStreaming: true, serverStreaming: false,
      right: .open)
    package static let fullDuplexCall = RPC.MethodDescriptor(
      service: "grpc.testing.TestService", name: "FullDuplexCall",
      clientStreaming: true, serverStreaming: true,
      right: .open)
    package static let halfDuplexCall = RPC.MethodDescriptor(
      service: "grpc.testing.TestService", name: "HalfDuplexCall",
      clientStreaming: true, serverStreaming: true,
      right: .open)
    package static let unimplementedCall = RPC.MethodDescriptor(
      service: "grpc.testing.TestService", name: "UnimplementedCall",
      clientStreaming: false, serverStreaming: false,
      right: .open)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "grpc.testing.TestService",
      methods: [emptyCall, unaryCall, cacheableUnaryCall, streamingOutputCall, streamingInputCall, fullDuplexCall, halfDuplexCall, unimplementedCall])

    package static func routes(_ service: some TestServiceProtocol) -> [RPC.Route] {
      [
        .unary(emptyCall) { bytes, call in
          guard let request = call.begin(GrpcTesting.Empty.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.emptyCall(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(unaryCall) { bytes, call in
          guard let request = call.begin(GrpcTesting.SimpleRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.unaryCall(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(cacheableUnaryCall) { bytes, call in
          guard let request = call.begin(GrpcTesting.SimpleRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.cacheableUnaryCall(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .serverStream(streamingOutputCall) { (request: GrpcTesting.StreamingOutputCallRequest, replies: RPC.ReplyStream<GrpcTesting.StreamingOutputCallResponse>, call) in try await service.streamingOutputCall(request, replies, call) },
        .clientStream(streamingInputCall) { (requests: RPC.RequestStream<GrpcTesting.StreamingInputCallRequest>, call) in try await service.streamingInputCall(requests, call) },
        .bidirectional(fullDuplexCall) { (requests: RPC.RequestStream<GrpcTesting.StreamingOutputCallRequest>, replies: RPC.ReplyStream<GrpcTesting.StreamingOutputCallResponse>, call) in try await service.fullDuplexCall(requests, replies, call) },
        .bidirectional(halfDuplexCall) { (requests: RPC.RequestStream<GrpcTesting.StreamingOutputCallRequest>, replies: RPC.ReplyStream<GrpcTesting.StreamingOutputCallResponse>, call) in try await service.halfDuplexCall(requests, replies, call) },
        .unary(unimplementedCall) { bytes, call in
          guard let request = call.begin(GrpcTesting.Empty.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.unimplementedCall(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `grpc.testing.TestService` over a channel.
  package struct TestServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// One empty request followed by one empty response.
    package func emptyCall(_ request: GrpcTesting.Empty, options: RPC.CallOptions = .init()) async throws -> GrpcTesting.Empty {
      try await channel.unary(TestService.emptyCall, request, options)
    }

    /// One request followed by one response.
    package func unaryCall(_ request: GrpcTesting.SimpleRequest, options: RPC.CallOptions = .init()) async throws -> GrpcTesting.SimpleResponse {
      try await channel.unary(TestService.unaryCall, request, options)
    }

    /// One request followed by one response. Response has cache control
    /// headers set such that a caching HTTP proxy (such as GFE) can
    /// satisfy subsequent requests.
    package func cacheableUnaryCall(_ request: GrpcTesting.SimpleRequest, options: RPC.CallOptions = .init()) async throws -> GrpcTesting.SimpleResponse {
      try await channel.unary(TestService.cacheableUnaryCall, request, options)
    }

    /// One request followed by a sequence of responses (streamed download).
    /// The server returns the payload with client desired type and sizes.
    package func streamingOutputCall(_ request: GrpcTesting.StreamingOutputCallRequest, options: RPC.CallOptions = .init()) -> RPC.ReplySequence<GrpcTesting.StreamingOutputCallResponse> {
      channel.serverStream(TestService.streamingOutputCall, request, options)
    }

    /// A sequence of requests followed by one response (streamed upload).
    /// The server returns the aggregated size of client payload as the result.
    package func streamingInputCall(options: RPC.CallOptions = .init(), _ send: (RPC.RequestWriter<GrpcTesting.StreamingInputCallRequest>) async throws -> Void) async throws -> GrpcTesting.StreamingInputCallResponse {
      try await channel.clientStream(TestService.streamingInputCall, options, send)
    }

    /// A sequence of requests with each request served by the server immediately.
    /// As one request could lead to multiple responses, this interface
    /// demonstrates the idea of full duplexing.
    package func fullDuplexCall<R>(options: RPC.CallOptions = .init(), _ body: (RPC.RequestWriter<GrpcTesting.StreamingOutputCallRequest>, RPC.ReplySequence<GrpcTesting.StreamingOutputCallResponse>) async throws -> R) async throws -> R {
      try await channel.bidirectional(TestService.fullDuplexCall, options, body)
    }

    /// A sequence of requests followed by a sequence of responses.
    /// The server buffers all the client requests and then serves them in order. A
    /// stream of responses are returned to the client when the server starts with
    /// first request.
    package func halfDuplexCall<R>(options: RPC.CallOptions = .init(), _ body: (RPC.RequestWriter<GrpcTesting.StreamingOutputCallRequest>, RPC.ReplySequence<GrpcTesting.StreamingOutputCallResponse>) async throws -> R) async throws -> R {
      try await channel.bidirectional(TestService.halfDuplexCall, options, body)
    }

    /// The test server will not implement this method. It will be used
    /// to test the behavior when clients call unimplemented methods.
    package func unimplementedCall(_ request: GrpcTesting.Empty, options: RPC.CallOptions = .init()) async throws -> GrpcTesting.Empty {
      try await channel.unary(TestService.unimplementedCall, request, options)
    }
  }

  /// A simple service NOT implemented at servers so clients can test for
  /// that case.
  package protocol UnimplementedServiceProtocol: Swift.Sendable {
    /// A call that no server should implement
    func unimplementedCall(_ request: GrpcTesting.Empty, _ call: RPC.Call) async throws -> GrpcTesting.Empty
  }

  /// The methods of `grpc.testing.UnimplementedService`, and its routes.
  package enum UnimplementedService {
    package static let unimplementedCall = RPC.MethodDescriptor(
      service: "grpc.testing.UnimplementedService", name: "UnimplementedCall",
      clientStreaming: false, serverStreaming: false,
      right: .open)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "grpc.testing.UnimplementedService",
      methods: [unimplementedCall])

    package static func routes(_ service: some UnimplementedServiceProtocol) -> [RPC.Route] {
      [
        .unary(unimplementedCall) { bytes, call in
          guard let request = call.begin(GrpcTesting.Empty.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.unimplementedCall(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `grpc.testing.UnimplementedService` over a channel.
  package struct UnimplementedServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// A call that no server should implement
    package func unimplementedCall(_ request: GrpcTesting.Empty, options: RPC.CallOptions = .init()) async throws -> GrpcTesting.Empty {
      try await channel.unary(UnimplementedService.unimplementedCall, request, options)
    }
  }

  /// A service used to control reconnect server.
  package protocol ReconnectServiceProtocol: Swift.Sendable {
    func start(_ request: GrpcTesting.ReconnectParams, _ call: RPC.Call) async throws -> GrpcTesting.Empty
    func stop(_ request: GrpcTesting.Empty, _ call: RPC.Call) async throws -> GrpcTesting.ReconnectInfo
  }

  /// The methods of `grpc.testing.ReconnectService`, and its routes.
  package enum ReconnectService {
    package static let start = RPC.MethodDescriptor(
      service: "grpc.testing.ReconnectService", name: "Start",
      clientStreaming: false, serverStreaming: false,
      right: .open)
    package static let stop = RPC.MethodDescriptor(
      service: "grpc.testing.ReconnectService", name: "Stop",
      clientStreaming: false, serverStreaming: false,
      right: .open)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "grpc.testing.ReconnectService",
      methods: [start, stop])

    package static func routes(_ service: some ReconnectServiceProtocol) -> [RPC.Route] {
      [
        .unary(start) { bytes, call in
          guard let request = call.begin(GrpcTesting.ReconnectParams.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.start(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(stop) { bytes, call in
          guard let request = call.begin(GrpcTesting.Empty.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.stop(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `grpc.testing.ReconnectService` over a channel.
  package struct ReconnectServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    package func start(_ request: GrpcTesting.ReconnectParams, options: RPC.CallOptions = .init()) async throws -> GrpcTesting.Empty {
      try await channel.unary(ReconnectService.start, request, options)
    }

    package func stop(_ request: GrpcTesting.Empty, options: RPC.CallOptions = .init()) async throws -> GrpcTesting.ReconnectInfo {
      try await channel.unary(ReconnectService.stop, request, options)
    }
  }

  /// A service used to obtain stats for verifying LB behavior.
  package protocol LoadBalancerStatsServiceProtocol: Swift.Sendable {
    /// Gets the backend distribution for RPCs sent by a test client.
    func getClientStats(_ request: GrpcTesting.LoadBalancerStatsRequest, _ call: RPC.Call) async throws -> GrpcTesting.LoadBalancerStatsResponse
    /// Gets the accumulated stats for RPCs sent by a test client.
    func getClientAccumulatedStats(_ request: GrpcTesting.LoadBalancerAccumulatedStatsRequest, _ call: RPC.Call) async throws -> GrpcTesting.LoadBalancerAccumulatedStatsResponse
  }

  /// The methods of `grpc.testing.LoadBalancerStatsService`, and its routes.
  package enum LoadBalancerStatsService {
    package static let getClientStats = RPC.MethodDescriptor(
      service: "grpc.testing.LoadBalancerStatsService", name: "GetClientStats",
      clientStreaming: false, serverStreaming: false,
      right: .open)
    package static let getClientAccumulatedStats = RPC.MethodDescriptor(
      service: "grpc.testing.LoadBalancerStatsService", name: "GetClientAccumulatedStats",
      clientStreaming: false, serverStreaming: false,
      right: .open)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "grpc.testing.LoadBalancerStatsService",
      methods: [getClientStats, getClientAccumulatedStats])

    package static func routes(_ service: some LoadBalancerStatsServiceProtocol) -> [RPC.Route] {
      [
        .unary(getClientStats) { bytes, call in
          guard let request = call.begin(GrpcTesting.LoadBalancerStatsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getClientStats(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getClientAccumulatedStats) { bytes, call in
          guard let request = call.begin(GrpcTesting.LoadBalancerAccumulatedStatsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getClientAccumulatedStats(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `grpc.testing.LoadBalancerStatsService` over a channel.
  package struct LoadBalancerStatsServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Gets the backend distribution for RPCs sent by a test client.
    package func getClientStats(_ request: GrpcTesting.LoadBalancerStatsRequest, options: RPC.CallOptions = .init()) async throws -> GrpcTesting.LoadBalancerStatsResponse {
      try await channel.unary(LoadBalancerStatsService.getClientStats, request, options)
    }

    /// Gets the accumulated stats for RPCs sent by a test client.
    package func getClientAccumulatedStats(_ request: GrpcTesting.LoadBalancerAccumulatedStatsRequest, options: RPC.CallOptions = .init()) async throws -> GrpcTesting.LoadBalancerAccumulatedStatsResponse {
      try await channel.unary(LoadBalancerStatsService.getClientAccumulatedStats, request, options)
    }
  }

  /// A service to remotely control health status of an xDS test server.
  package protocol XdsUpdateHealthServiceProtocol: Swift.Sendable {
    func setServing(_ request: GrpcTesting.Empty, _ call: RPC.Call) async throws -> GrpcTesting.Empty
    func setNotServing(_ request: GrpcTesting.Empty, _ call: RPC.Call) async throws -> GrpcTesting.Empty
  }

  /// The methods of `grpc.testing.XdsUpdateHealthService`, and its routes.
  package enum XdsUpdateHealthService {
    package static let setServing = RPC.MethodDescriptor(
      service: "grpc.testing.XdsUpdateHealthService", name: "SetServing",
      clientStreaming: false, serverStreaming: false,
      right: .open)
    package static let setNotServing = RPC.MethodDescriptor(
      service: "grpc.testing.XdsUpdateHealthService", name: "SetNotServing",
      clientStreaming: false, serverStreaming: false,
      right: .open)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "grpc.testing.XdsUpdateHealthService",
      methods: [setServing, setNotServing])

    package static func routes(_ service: some XdsUpdateHealthServiceProtocol) -> [RPC.Route] {
      [
        .unary(setServing) { bytes, call in
          guard let request = call.begin(GrpcTesting.Empty.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.setServing(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(setNotServing) { bytes, call in
          guard let request = call.begin(GrpcTesting.Empty.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.setNotServing(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `grpc.testing.XdsUpdateHealthService` over a channel.
  package struct XdsUpdateHealthServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    package func setServing(_ request: GrpcTesting.Empty, options: RPC.CallOptions = .init()) async throws -> GrpcTesting.Empty {
      try await channel.unary(XdsUpdateHealthService.setServing, request, options)
    }

    package func setNotServing(_ request: GrpcTesting.Empty, options: RPC.CallOptions = .init()) async throws -> GrpcTesting.Empty {
      try await channel.unary(XdsUpdateHealthService.setNotServing, request, options)
    }
  }

  /// A service to dynamically update the configuration of an xDS test client.
  package protocol XdsUpdateClientConfigureServiceProtocol: Swift.Sendable {
    /// Update the tes client's configuration.
    func configure(_ request: GrpcTesting.ClientConfigureRequest, _ call: RPC.Call) async throws -> GrpcTesting.ClientConfigureResponse
  }

  /// The methods of `grpc.testing.XdsUpdateClientConfigureService`, and its routes.
  package enum XdsUpdateClientConfigureService {
    package static let configure = RPC.MethodDescriptor(
      service: "grpc.testing.XdsUpdateClientConfigureService", name: "Configure",
      clientStreaming: false, serverStreaming: false,
      right: .open)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "grpc.testing.XdsUpdateClientConfigureService",
      methods: [configure])

    package static func routes(_ service: some XdsUpdateClientConfigureServiceProtocol) -> [RPC.Route] {
      [
        .unary(configure) { bytes, call in
          guard let request = call.begin(GrpcTesting.ClientConfigureRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.configure(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `grpc.testing.XdsUpdateClientConfigureService` over a channel.
  package struct XdsUpdateClientConfigureServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Update the tes client's configuration.
    package func configure(_ request: GrpcTesting.ClientConfigureRequest, options: RPC.CallOptions = .init()) async throws -> GrpcTesting.ClientConfigureResponse {
      try await channel.unary(XdsUpdateClientConfigureService.configure, request, options)
    }
  }
}
