import NIOCore
import NIOHTTP1
import NIOPosix

/// Answers GET requests with short texts over HTTP/1.1, each on a connection of its own: what a
/// process shows to those who watch it.
///
/// It asks nobody who he is. A peer that does not send his request within ten seconds is cut.
package final class TextServer: Sendable {
  package struct Answer: Sendable {
    let status: HTTPResponseStatus
    let type: String
    let text: String

    package init(
      _ text: String, isOK: Bool = true, type: String = "text/plain; charset=utf-8"
    ) {
      status = isOK ? .ok : .serviceUnavailable
      self.type = type
      self.text = text
    }
  }

  /// What is answered, by path.
  package typealias Routes = [String: @Sendable () async -> Answer]

  private let loops: EventLoops
  private let channel: any NIOCore.Channel
  /// Where it listens, with the real port.
  package let port: Int

  private init(_ loops: EventLoops, _ channel: any NIOCore.Channel, port: Int) {
    self.loops = loops
    self.channel = channel
    self.port = port
  }

  /// Listens, on a thread of its own; it answers when this returns.
  package static func start(host: String, port: Int, routes: Routes) async throws -> TextServer {
    let loops = EventLoops(threads: 1)
    do {
      let channel = try await ServerBootstrap(group: loops.all)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .childChannelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            try pipeline.addHandler(IdleStateHandler(readTimeout: .seconds(10)))
            try pipeline.configureHTTPServerPipeline(withErrorHandling: true)
            try pipeline.addHandler(TextConnection(routes))
          }
        }
        .bind(host: host, port: port).get()
      return TextServer(loops, channel, port: channel.localAddress?.port ?? port)
    } catch {
      await loops.shutdown()
      throw error
    }
  }

  package func stop() async {
    try? await channel.close()
    await loops.shutdown()
  }
}

/// One connection: one request, one answer, the end.
private final class TextConnection: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let routes: TextServer.Routes
  private var head: HTTPRequestHead?

  init(_ routes: TextServer.Routes) {
    self.routes = routes
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): self.head = head
    case .body: break
    case .end:
      guard let head else { return }
      self.head = nil
      answer(head, on: context.channel)
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is IdleStateHandler.IdleStateEvent { context.close(promise: nil) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func answer(_ head: HTTPRequestHead, on channel: any NIOCore.Channel) {
    let path = head.uri.prefix { $0 != "?" }
    guard let route = routes[String(path)] else {
      return Self.send(.notFound, "There is no \(path) here.\n", to: head, on: channel)
    }
    guard head.method == .GET || head.method == .HEAD else {
      return Self.send(.methodNotAllowed, "GET it.\n", to: head, on: channel)
    }
    channel.eventLoop.makeFutureWithTask(route).whenSuccess { answer in
      Self.send(answer.status, answer.text, type: answer.type, to: head, on: channel)
    }
  }

  private static func send(
    _ status: HTTPResponseStatus, _ text: String, type: String = "text/plain; charset=utf-8",
    to head: HTTPRequestHead, on channel: any NIOCore.Channel
  ) {
    let headers: HTTPHeaders = [
      "content-type": type, "content-length": "\(text.utf8.count)", "connection": "close",
    ]
    channel.write(
      HTTPServerResponsePart.head(.init(version: head.version, status: status, headers: headers)),
      promise: nil)
    if head.method != .HEAD {
      let body = ByteBuffer(string: text)
      channel.write(HTTPServerResponsePart.body(.byteBuffer(body)), promise: nil)
    }
    channel.writeAndFlush(HTTPServerResponsePart.end(nil)).whenComplete { _ in
      channel.close(promise: nil)
    }
  }
}
