import Messages
import RPC

extension InteropCase {
  static let compression: [InteropCase] = [
    InteropCase(name: "client_compressed_unary") { caller in
      for way in Compression.allCases {
        var request = GrpcTesting.SimpleRequest(
          responseSize: 314_159, payload: .zeros(271_828), expectCompressed: .init(value: true))
        // A server that does not look at the flag would pass all that follows.
        try await expect(.invalidArgument) { _ = try await caller.client.unaryCall(request) }
        let compressed = try await caller.client.unaryCall(
          request, options: .init(compression: way))
        try expect(compressed.payload, zeros: 314_159)
        request.expectCompressed = .init(value: false)
        let plain = try await caller.client.unaryCall(request)
        try expect(plain.payload, zeros: 314_159)
      }
    },
    InteropCase(name: "client_compressed_streaming") { caller in
      for way in Compression.allCases {
        let options = CallOptions(compression: way)
        try await expect(.invalidArgument) {
          _ = try await caller.client.streamingInputCall(options: options) { requests in
            try await requests.send(input(27_182, compressed: true), compressed: false)
          }
        }
        let reply = try await caller.client.streamingInputCall(options: options) { requests in
          try await requests.send(input(27_182, compressed: true), compressed: true)
          try await requests.send(input(45_904, compressed: false), compressed: false)
        }
        try expect(
          reply.aggregatedPayloadSize == 73_086, "the sum is \(reply.aggregatedPayloadSize)")
      }
    },
    InteropCase(name: "server_compressed_unary") { caller in
      for isCompressed in [true, false] {
        let report = CallReport()
        let reply = try await caller.client.unaryCall(
          .init(
            responseSize: 314_159, payload: .zeros(271_828),
            responseCompressed: .init(value: isCompressed)),
          options: .init(report: report))
        try expect(reply.payload, zeros: 314_159)
        try expect(
          report.compressedReplies == (isCompressed ? 1 : 0),
          "\(report.compressedReplies) replies came compressed")
      }
    },
    InteropCase(name: "server_compressed_streaming") { caller in
      let report = CallReport()
      let request = GrpcTesting.StreamingOutputCallRequest(
        responseParameters: [
          .init(size: 31_415, compressed: .init(value: true)),
          .init(size: 92_653, compressed: .init(value: false)),
        ])
      var sizes = [31_415, 92_653].makeIterator()
      let options = CallOptions(report: report)
      for try await reply in caller.client.streamingOutputCall(request, options: options) {
        try expect(reply.payload, zeros: sizes.next() ?? -1)
        // The first is, the second is not.
        try expect(
          report.compressedReplies == 1, "\(report.compressedReplies) replies came compressed")
      }
      try expect(sizes.next() == nil, "too few replies")
    },
  ]

  private static func input(
    _ size: Int, compressed: Bool
  ) -> GrpcTesting.StreamingInputCallRequest {
    .init(payload: .zeros(size), expectCompressed: .init(value: compressed))
  }
}
