package import Protobuf

/// A method and what runs when it is called. Made by generated code.
package final class Route: Sendable {
  package let method: MethodDescriptor
  let handler: Handler
  /// Whom a server tells of the calls.
  let watch: (any MethodWatch)?

  init(method: MethodDescriptor, handler: Handler, watch: (any MethodWatch)? = nil) {
    self.method = method
    self.handler = handler
    self.watch = watch
  }

  /// The same route, watched.
  package func watched(by watch: any MethodWatch) -> Route {
    Route(method: method, handler: handler, watch: watch)
  }

  enum Handler: Sendable {
    /// Starts with the one request, which dies when the closure returns.
    case single(@Sendable (UnsafeRawBufferPointer, ServerExchange) -> Void)
    /// Starts before the first request has come.
    case stream(@Sendable (MessageQueue, ServerExchange) -> Void)
  }
}

extension Route {
  /// `start` begins the call and runs a task that ends it, or it answers at once. Not a handler to be
  /// run by us, as with the streams: nearly every call takes this way, and each closure on it costs.
  package static func unary(
    _ method: MethodDescriptor,
    _ start: @escaping @Sendable (UnsafeRawBufferPointer, ServerExchange) -> Void
  ) -> Route {
    precondition(!method.clientStreaming && !method.serverStreaming)
    return Route(method: method, handler: .single(start))
  }

  package static func clientStream<Request: Message, Reply: Message>(
    _ method: MethodDescriptor,
    _ handler: @escaping @Sendable (RequestStream<Request>, Call) async throws -> Reply
  ) -> Route {
    precondition(method.clientStreaming && !method.serverStreaming)
    return Route(
      method: method,
      handler: .stream { queue, exchange in
        guard exchange.mayStartHandler() else { return }
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
        guard let request = exchange.begin(Request.self, bytes) else { return }
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
        guard exchange.mayStartHandler() else { return }
        let requests = RequestStream<Request>(queue: queue, limits: exchange.unpackLimits)
        exchange.start { exchange in
          try await handler(requests, ReplyStream(exchange: exchange), exchange)
          exchange.finish(.ok)
        }
      })
  }
}
