package import Messages
package import RPC

/// `grpc.testing.TestService` as gRPC's interop-test-descriptions.md tells it, without OAuth, load
/// reports and load balancers: what `siyu-interop server` serves and the tests of RPC call.
package struct TestService: GrpcTesting.TestServiceProtocol {
  private let gauge: HandlerGauge

  package init(gauge: HandlerGauge = HandlerGauge()) { self.gauge = gauge }

  package func emptyCall(_ request: GrpcTesting.Empty, _ call: Call) async throws
    -> GrpcTesting.Empty
  {
    gauge.enter()
    defer { gauge.leave() }
    echoMetadata(call)
    return GrpcTesting.Empty()
  }

  package func unaryCall(
    _ request: GrpcTesting.SimpleRequest, _ call: Call
  ) async throws -> GrpcTesting.SimpleResponse {
    gauge.enter()
    defer { gauge.leave() }
    echoMetadata(call)
    try expect(request.expectCompressed, call.compressedRequests > 0)
    try echo(request.responseStatus)
    if request.responseCompressed?.value == true { call.compressReplies() }
    return try GrpcTesting.SimpleResponse(
      payload: payload(request.responseSize),
      // Who called, as mutual TLS has it.
      username: request.fillUsername ? call.peer.identity ?? "" : "")
  }

  package func cacheableUnaryCall(
    _ request: GrpcTesting.SimpleRequest, _ call: Call
  ) async throws -> GrpcTesting.SimpleResponse {
    try await unaryCall(request, call)
  }

  package func streamingOutputCall(
    _ request: GrpcTesting.StreamingOutputCallRequest,
    _ replies: ReplyStream<GrpcTesting.StreamingOutputCallResponse>, _ call: Call
  ) async throws {
    gauge.enter()
    defer { gauge.leave() }
    try await answer(request, replies, call)
  }

  package func streamingInputCall(
    _ requests: RequestStream<GrpcTesting.StreamingInputCallRequest>, _ call: Call
  ) async throws -> GrpcTesting.StreamingInputCallResponse {
    gauge.enter()
    defer { gauge.leave() }
    var total = 0
    var compressed = 0
    for try await request in requests {
      let isCompressed = call.compressedRequests > compressed
      compressed = call.compressedRequests
      try expect(request.expectCompressed, isCompressed)
      total += request.payload?.body.count ?? 0
    }
    return GrpcTesting.StreamingInputCallResponse(aggregatedPayloadSize: Int32(total))
  }

  package func fullDuplexCall(
    _ requests: RequestStream<GrpcTesting.StreamingOutputCallRequest>,
    _ replies: ReplyStream<GrpcTesting.StreamingOutputCallResponse>, _ call: Call
  ) async throws {
    gauge.enter()
    defer { gauge.leave() }
    echoMetadata(call)
    for try await request in requests {
      try echo(request.responseStatus)
      try await answer(request, replies, call)
    }
  }

  package func halfDuplexCall(
    _ requests: RequestStream<GrpcTesting.StreamingOutputCallRequest>,
    _ replies: ReplyStream<GrpcTesting.StreamingOutputCallResponse>, _ call: Call
  ) async throws {
    gauge.enter()
    defer { gauge.leave() }
    var all: [GrpcTesting.StreamingOutputCallRequest] = []
    for try await request in requests { all.append(request) }
    for request in all { try await answer(request, replies, call) }
  }

  package func unimplementedCall(
    _ request: GrpcTesting.Empty, _ call: Call
  ) async throws -> GrpcTesting.Empty {
    throw Status(.unimplemented)
  }

  private func answer(
    _ request: GrpcTesting.StreamingOutputCallRequest,
    _ replies: ReplyStream<GrpcTesting.StreamingOutputCallResponse>, _ call: Call
  ) async throws {
    if request.responseParameters.contains(where: { $0.compressed?.value == true }) {
      call.compressReplies()
    }
    for parameters in request.responseParameters {
      if parameters.intervalUs > 0 {
        try await Task.sleep(for: .microseconds(parameters.intervalUs))
      }
      try await replies.send(
        .init(payload: payload(parameters.size)),
        compressed: parameters.compressed?.value ?? false)
    }
  }

  private func expect(_ compressed: GrpcTesting.BoolValue?, _ isCompressed: Bool) throws {
    guard let compressed, compressed.value != isCompressed else { return }
    throw Status(
      .invalidArgument, "The request is \(isCompressed ? "" : "not ")compressed.")
  }

  private func payload(_ size: Int32) throws -> GrpcTesting.Payload {
    guard size >= 0 else { throw Status(.invalidArgument, "A payload has no size \(size).") }
    return GrpcTesting.Payload(body: [UInt8](repeating: 0, count: Int(size)))
  }

  private func echo(_ status: GrpcTesting.EchoStatus?) throws {
    guard let status, status.code != 0 else { return }
    throw Status(StatusCode(rawValue: Int(status.code)) ?? .unknown, status.message)
  }

  private func echoMetadata(_ call: Call) {
    if let text = call.metadata["x-grpc-test-echo-initial"] {
      call.setInitialMetadata(["x-grpc-test-echo-initial": text])
    }
    if let bytes = call.metadata.binary("x-grpc-test-echo-trailing-bin") {
      var trailers = Metadata()
      trailers.append("x-grpc-test-echo-trailing-bin", bytes: bytes)
      call.appendTrailers(trailers)
    }
  }
}
