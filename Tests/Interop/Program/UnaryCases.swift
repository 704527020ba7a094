import Messages
import RPC

extension InteropCase {
  static let unary: [InteropCase] = [
    InteropCase(name: "empty_unary") { caller in
      _ = try await caller.client.emptyCall(.init())
    },
    InteropCase(name: "large_unary") { caller in try await largeUnary(caller.client) },
    InteropCase(name: "concurrent_large_unary") { caller in
      try await withThrowingTaskGroup { group in
        for _ in 0..<1000 { group.addTask { try await largeUnary(caller.client) } }
        try await group.waitForAll()
      }
    },
    InteropCase(name: "custom_metadata") { caller in
      try await expectEcho { options in
        let reply = try await caller.client.unaryCall(
          .init(responseSize: 314_159, payload: .zeros(271_828)), options: options)
        try expect(reply.payload, zeros: 314_159)
      }
      try await expectEcho { options in
        try await caller.client.fullDuplexCall(options: options) { requests, replies in
          try await requests.send(
            .init(responseParameters: [.init(size: 314_159)], payload: .zeros(271_828)))
          requests.finish()
          try expect(try await replies.next()?.payload, zeros: 314_159)
          try expect(try await replies.next() == nil, "a second reply")
        }
      }
    },
  ]

  /// A request and a reply over several windows.
  static func largeUnary(_ client: GrpcTesting.TestServiceClient) async throws {
    let reply = try await client.unaryCall(
      .init(responseSize: 314_159, payload: .zeros(271_828)))
    try expect(reply.payload, zeros: 314_159)
  }

  private static func expectEcho(_ call: (CallOptions) async throws -> Void) async throws {
    let initial = "x-grpc-test-echo-initial"
    let trailing = "x-grpc-test-echo-trailing-bin"
    var metadata: Metadata = [initial: "test_initial_metadata_value"]
    metadata.append(trailing, bytes: [0xAB, 0xAB, 0xAB])
    let report = CallReport()
    try await call(CallOptions(metadata: metadata, report: report))
    try expect(
      report.initialMetadata[initial] == "test_initial_metadata_value",
      "the headers are \(report.initialMetadata)")
    try expect(
      report.trailers.binary(trailing) == [0xAB, 0xAB, 0xAB], "the trailers are \(report.trailers)")
  }
}
