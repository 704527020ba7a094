import Messages
import RPC

extension InteropCase {
  private static let requestSizes = [27_182, 8, 1_828, 45_904]
  private static let replySizes = [31_415, 9, 2_653, 58_979]

  static let streams: [InteropCase] = [
    InteropCase(name: "client_streaming") { caller in
      let reply = try await caller.client.streamingInputCall { requests in
        for size in requestSizes { try await requests.send(.init(payload: .zeros(size))) }
      }
      try expect(
        reply.aggregatedPayloadSize == 74_922, "the sum is \(reply.aggregatedPayloadSize)")
    },
    InteropCase(name: "server_streaming") { caller in
      var sizes = replySizes.makeIterator()
      for try await reply in caller.client.streamingOutputCall(request(replySizes)) {
        try expect(reply.payload, zeros: sizes.next() ?? -1)
      }
      try expect(sizes.next() == nil, "too few replies")
    },
    InteropCase(name: "ping_pong") { caller in
      try await caller.client.fullDuplexCall { requests, replies in
        for (size, replySize) in zip(requestSizes, replySizes) {
          try await requests.send(request([replySize], payload: size))
          try expect(try await replies.next()?.payload, zeros: replySize)
        }
        requests.finish()
        try expect(try await replies.next() == nil, "one reply too many")
      }
    },
    InteropCase(name: "half_duplex") { caller in
      try await caller.client.halfDuplexCall { requests, replies in
        for size in replySizes { try await requests.send(request([size])) }
        requests.finish()
        for size in replySizes { try expect(try await replies.next()?.payload, zeros: size) }
        try expect(try await replies.next() == nil, "one reply too many")
      }
    },
    InteropCase(name: "empty_stream") { caller in
      try await caller.client.fullDuplexCall { requests, replies in
        requests.finish()
        try expect(try await replies.next() == nil, "a reply to nothing")
      }
    },
    // The server must wait for a reader that takes its time.
    InteropCase(name: "slow_consumer") { caller in
      let sizes = [Int](repeating: 1030, count: 2000)
      var count = 0
      for try await reply in caller.client.streamingOutputCall(request(sizes)) {
        try expect(reply.payload, zeros: 1030)
        count += 1
        if count % 100 == 0 { try await Task.sleep(for: .milliseconds(20)) }
      }
      try expect(count == 2000, "\(count) replies")
    },
  ]

  static func request(
    _ replySizes: [Int], payload: Int? = nil
  ) -> GrpcTesting.StreamingOutputCallRequest {
    .init(
      responseParameters: replySizes.map { .init(size: Int32($0)) },
      payload: payload.map { .zeros($0) })
  }
}
