public import Protobuf

/// A method and what runs when it is called. Made by generated code.
@usableFromInline
package final class Route: Sendable {
  package let method: MethodDescriptor
  let handler: Handler

  @usableFromInline
  init(method: MethodDescriptor, handler: Handler) {
    self.method = method
    self.handler = handler
  }

  @usableFromInline
  enum Handler: Sendable {
    /// Starts with the one request, which dies when the closure returns.
    case single(@Sendable (UnsafeRawBufferPointer, ServerExchange) -> Void)
    /// Starts before the first request has come.
    case stream(@Sendable (MessageQueue, ServerExchange) -> Void)
  }
}

extension Route {
  /// Inlined, as is all it calls that knows the messages: a call then costs no generic code.
  @inlinable
  package static func unary<Request: Message, Reply: Message>(
    _ method: MethodDescriptor,
    _ handler: @escaping @Sendable (Request, Call) async throws -> Reply
  ) -> Route {
    precondition(!method.clientStreaming && !method.serverStreaming)
    return Route(
      method: method,
      handler: .single { bytes, exchange in
        guard let request = exchange.unpack(Request.self, bytes) else { return }
        // Not by `start`: a closure in a closure would be a frame more for the task.
        guard exchange.mayStartHandler() else { return }
        exchange.handlerStarted(
          Task.immediate(executorPreference: exchange.executor) {
            do {
              exchange.answer(with: try await handler(request, exchange))
            } catch {
              exchange.finish(throwing: error)
            }
            exchange.handlerEnded()
          })
      })
  }

  package static func clientStream<Request: Message, Reply: Message>(
    _ method: MethodDescriptor,
    _ handler: @escaping @Sendable (RequestStream<Request>, Call) async throws -> Reply
  ) -> Route {
    precondition(method.clientStreaming && !method.serverStreaming)
    return Route(
      method: method,
      handler: .stream { queue, exchange in
        let requests = RequestStream<Request>(queue: queue, limits: exchange.unpackLimits)
        exchange.start { exchange in
          exchange.answer(with: try await handler(requests, exchange))
        }
      })
  }

  package static func serverStream<Request: Message, Reply: Message>(
    _ method: MethodDescriptor,
    _ handler: @escaping @Sendable (Request, ReplyStream<Reply>, Call) async throws -> Void
  ) -> Route {
    precondition(!method.clientStreaming && method.serverStreaming)
    return Route(
      method: method,
      handler: .single { bytes, exchange in
        guard let request = exchange.unpack(Request.self, bytes) else { return }
        exchange.start { exchange in
          try await handler(request, ReplyStream(exchange: exchange), exchange)
          exchange.finish(.ok)
        }
      })
  }

  package static func bidirectional<Request: Message, Reply: Message>(
    _ method: MethodDescriptor,
    _ handler:
      @escaping @Sendable (RequestStream<Request>, ReplyStream<Reply>, Call) async throws -> Void
  ) -> Route {
    precondition(method.clientStreaming && method.serverStreaming)
    return Route(
      method: method,
      handler: .stream { queue, exchange in
        let requests = RequestStream<Request>(queue: queue, limits: exchange.unpackLimits)
        exchange.start { exchange in
          try await handler(requests, ReplyStream(exchange: exchange), exchange)
          exchange.finish(.ok)
        }
      })
  }
}
