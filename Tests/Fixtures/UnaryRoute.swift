package import Protobuf
package import RPC

extension Route {
  /// A unary method with a handler of the test's, begun as generated code begins a service's.
  package static func unary<Request: Message, Reply: Message>(
    _ method: MethodDescriptor,
    _ handler: @escaping @Sendable (Request, Call) async throws -> Reply
  ) -> Route {
    unary(method) { bytes, call in
      guard let request = call.begin(Request.self, bytes) else { return }
      call.handlerStarted(
        Task.immediate(executorPreference: call.executor) {
          do {
            call.answer(with: try await handler(request, call))
          } catch {
            call.finish(throwing: error)
          }
          call.handlerEnded()
        })
    }
  }
}
