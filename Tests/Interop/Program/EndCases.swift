import Messages
import RPC

extension InteropCase {
  /// The ways a call ends without its answer.
  static let ends: [InteropCase] = [
    InteropCase(name: "status_code_and_message") { caller in
      let status = GrpcTesting.EchoStatus(code: 2, message: "test status message")
      try await expect(.unknown, status.message) {
        _ = try await caller.client.unaryCall(.init(responseStatus: status))
      }
      try await expect(.unknown, status.message) {
        try await caller.client.fullDuplexCall { requests, replies in
          try await requests.send(.init(responseStatus: status))
          requests.finish()
          _ = try await replies.next()
        }
      }
    },
    InteropCase(name: "special_status_message") { caller in
      let message = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n"
      try await expect(.unknown, message) {
        _ = try await caller.client.unaryCall(
          .init(responseStatus: .init(code: 2, message: message)))
      }
    },
    InteropCase(name: "unimplemented_method") { caller in
      try await expect(.unimplemented) {
        _ = try await caller.client.unimplementedCall(.init())
      }
    },
    InteropCase(name: "unimplemented_service") { caller in
      try await expect(.unimplemented) {
        _ = try await GrpcTesting.UnimplementedServiceClient(caller.channel)
          .unimplementedCall(.init())
      }
    },
    InteropCase(name: "timeout_on_sleeping_server") { caller in
      try await expect(.deadlineExceeded) {
        try await caller.client.fullDuplexCall(options: .init(timeoutMilliseconds: 1)) {
          requests, replies in
          // The call may be over before the request is on its way; the replies say how it ended.
          try? await requests.send(.init(payload: .zeros(27_182)))
          _ = try await replies.next()
        }
      }
    },
    InteropCase(name: "cancel_after_begin") { caller in
      try await expectCancellation {
        _ = try await caller.client.streamingInputCall { _ in cancelThisTask() }
      }
    },
    InteropCase(name: "cancel_after_first_response") { caller in
      try await expectCancellation {
        try await caller.client.fullDuplexCall { requests, replies in
          try await requests.send(request([31_415], payload: 27_182))
          try expect(try await replies.next()?.payload, zeros: 31_415)
          cancelThisTask()
          _ = try await replies.next()
        }
      }
    },
  ]

  private static func expectCancellation(
    _ call: @escaping @Sendable () async throws -> Void
  ) async throws {
    // A task of its own, so that the cancellation is the call's alone.
    let result = await Task { try await call() }.result
    switch result {
    case .failure(is CancellationError): break
    case .failure(let error): throw error
    case .success: throw Deviation(description: "a cancelled call ended well")
    }
  }

  private static func cancelThisTask() {
    withUnsafeCurrentTask { $0?.cancel() }
  }
}
