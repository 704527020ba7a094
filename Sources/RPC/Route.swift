package import Protobuf

/// A method and what runs when it is called. Made by generated code.
package struct Route: Sendable {
  package let method: MethodDescriptor
  let handler: Handler

  enum Handler: Sendable {
    /// Starts with the one request, which dies when the closure returns.
    case single(@Sendable (UnsafeRawBufferPointer, ServerExchange) -> Void)
    /// Starts before the first request has come.
    case stream(@Sendable (MessageQueue, ServerExchange) -> Void)
  }
}

extension Route {
  package static func unary<Request: Message, Reply: Message>(
    _ method: MethodDescriptor,
    _ handler: @escaping @Sendable (Request, Call) async throws -> Reply
  ) -> Route {
    precondition(!method.clientStreaming && !method.serverStreaming)
    return Route(
      method: method,
      handler: .single { bytes, exchange in
        guard let request = exchange.unpack(Request.self, bytes) else { return }
        exchange.start { exchange in
          exchange.finish(with: try await handler(request, exchange.call))
        }
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
          exchange.finish(with: try await handler(requests, exchange.call))
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
          try await handler(request, ReplyStream(exchange: exchange), exchange.call)
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
          try await handler(requests, ReplyStream(exchange: exchange), exchange.call)
          exchange.finish(.ok)
        }
      })
  }
}
