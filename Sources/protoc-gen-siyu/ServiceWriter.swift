/// A service in Swift: the protocol a handler conforms to, descriptors and routes, and a client.
struct ServiceWriter {
  let service: ProtoService
  let schema: Schema

  func write(_ page: inout Page) {
    protocolOfHandlers(&page)
    page.line()
    descriptors(&page)
    page.line()
    client(&page)
  }

  private func request(_ method: ProtoMethod) -> String { Naming.type(method.input, in: schema) }
  private func reply(_ method: ProtoMethod) -> String { Naming.type(method.output, in: schema) }
  private func name(_ method: ProtoMethod) -> String {
    Naming.escaped(Naming.method(method.name))
  }

  private func protocolOfHandlers(_ page: inout Page) {
    page.doc(service.place.comment)
    page.block("package protocol \(service.name)Protocol: Swift.Sendable") { page in
      for method in service.methods {
        page.doc(method.place.comment)
        let request = request(method)
        let reply = reply(method)
        let name = name(method)
        switch (method.clientStreaming, method.serverStreaming) {
        case (false, false):
          page.line(
            "func \(name)(_ request: \(request), _ call: RPC.Call) async throws -> \(reply)")
        case (true, false):
          page.line(
            "func \(name)(_ requests: RPC.RequestStream<\(request)>, _ call: RPC.Call) async throws"
              + " -> \(reply)")
        case (false, true):
          page.line(
            "func \(name)(_ request: \(request), _ replies: RPC.ReplyStream<\(reply)>,"
              + " _ call: RPC.Call) async throws")
        case (true, true):
          page.line(
            "func \(name)(_ requests: RPC.RequestStream<\(request)>,"
              + " _ replies: RPC.ReplyStream<\(reply)>, _ call: RPC.Call) async throws")
        }
      }
    }
  }

  /// Only health and reflection come here without a right: the rules see to it.
  private func right(_ method: ProtoMethod) -> String {
    guard let right = method.right, right != ServiceRules.publicRight else { return ".open" }
    return ".scope(\"\(right)\")"
  }

  /// Whether it changes something is asked where somebody is refused for want of a right.
  private func mutates(_ method: ProtoMethod) -> String {
    method.right != nil && ServiceRules.isMutation(method) ? ", mutates: true" : ""
  }

  private func descriptors(_ page: inout Page) {
    page.line("/// The methods of `\(service.fullName)`, and its routes.")
    page.block("package enum \(service.name)") { page in
      for method in service.methods {
        page.line("package static let \(name(method)) = RPC.MethodDescriptor(")
        page.line("  service: \"\(service.fullName)\", name: \"\(method.name)\",")
        page.line(
          "  clientStreaming: \(method.clientStreaming), serverStreaming: \(method.serverStreaming),"
        )
        let rights = "  right: \(right(method))\(mutates(method))"
        guard let option = DataScopeOption(method, in: schema) else {
          page.line("\(rights))")
          continue
        }
        page.line("\(rights),")
        option.write(request: request(method), &page)
      }
      page.line()
      page.line("package static let descriptor = RPC.ServiceDescriptor(")
      page.line("  fullName: \"\(service.fullName)\",")
      page.line("  methods: [\(service.methods.map(name).joined(separator: ", "))])")
      page.line()
      page.block(
        "package static func routes(_ service: some \(service.name)Protocol) -> [RPC.Route]"
      ) { page in
        page.line("[")
        for method in service.methods { route(method, &page) }
        page.line("]")
      }
    }
  }

  private func route(_ method: ProtoMethod, _ page: inout Page) {
    let name = name(method)
    let call = "try await service.\(name)"
    switch (method.clientStreaming, method.serverStreaming) {
    case (false, false): unaryRoute(method, &page)
    case (true, false):
      page.line(
        "  .clientStream(\(name)) { (requests: RPC.RequestStream<\(request(method))>, call) in"
          + " \(call)(requests, call) },")
    case (false, true):
      page.line(
        "  .serverStream(\(name)) { (request: \(request(method)),"
          + " replies: RPC.ReplyStream<\(reply(method))>, call) in"
          + " \(call)(request, replies, call) },")
    case (true, true):
      page.line(
        "  .bidirectional(\(name)) { (requests: RPC.RequestStream<\(request(method))>,"
          + " replies: RPC.ReplyStream<\(reply(method))>, call) in"
          + " \(call)(requests, replies, call) },")
    }
  }

  /// Nearly every call takes this way. It starts the service's task itself: a closure handed to
  /// somebody who does would be a frame more for the task, and a look at its executor more.
  private func unaryRoute(_ method: ProtoMethod, _ page: inout Page) {
    page.lines(
      "  .unary(\(name(method))) { bytes, call in",
      "    guard let request = call.begin(\(request(method)).self, bytes) else { return }",
      "    call.handlerStarted(",
      "      Swift.Task.immediate(executorPreference: call.executor) {",
      "        do {",
      "          call.answer(with: try await service.\(name(method))(request, call))",
      "        } catch {",
      "          call.finish(throwing: error)",
      "        }",
      "        call.handlerEnded()",
      "      })",
      "  },")
  }

  private func client(_ page: inout Page) {
    page.line("/// Calls `\(service.fullName)` over a channel.")
    page.block("package struct \(service.name)Client: Swift.Sendable") { page in
      page.line("package let channel: RPC.Channel")
      page.line("package init(_ channel: RPC.Channel) { self.channel = channel }")
      for method in service.methods {
        page.line()
        page.doc(method.place.comment)
        clientMethod(method, &page)
      }
    }
  }

  private func clientMethod(_ method: ProtoMethod, _ page: inout Page) {
    let name = name(method)
    let descriptor = "\(service.name).\(name)"
    let request = request(method)
    let reply = reply(method)
    let options = "options: RPC.CallOptions = .init()"
    switch (method.clientStreaming, method.serverStreaming) {
    case (false, false):
      page.block(
        "package func \(name)(_ request: \(request), \(options)) async throws -> \(reply)"
      ) { $0.line("try await channel.unary(\(descriptor), request, options)") }
    case (true, false):
      page.block(
        "package func \(name)(\(options), _ send: (RPC.RequestWriter<\(request)>) async throws"
          + " -> Void) async throws -> \(reply)"
      ) { $0.line("try await channel.clientStream(\(descriptor), options, send)") }
    case (false, true):
      page.block(
        "package func \(name)(_ request: \(request), \(options)) -> RPC.ReplySequence<\(reply)>"
      ) { $0.line("channel.serverStream(\(descriptor), request, options)") }
    case (true, true):
      page.block(
        "package func \(name)<R>(\(options), _ body: (RPC.RequestWriter<\(request)>,"
          + " RPC.ReplySequence<\(reply)>) async throws -> R) async throws -> R"
      ) { $0.line("try await channel.bidirectional(\(descriptor), options, body)") }
    }
  }
}
