import NIOCore
import NIOPosix
import Synchronization

@testable import RPC

/// Something that listens and is no server: it closes at once what it accepts, or says a few bytes
/// and never another word.
final class RawPeer: Sendable {
  /// What a server that is about to be silent says first: SETTINGS with nothing in it.
  static let emptySettings: [UInt8] = [0, 0, 0, 4, 0, 0, 0, 0, 0]

  let address: ListenAddress
  private let listener: any NIOCore.Channel

  /// With nothing to say, it closes.
  init(
    _ loops: EventLoops, listen address: ListenAddress = .tcp(host: "127.0.0.1", port: 0),
    says bytes: [UInt8] = []
  ) async throws {
    let bootstrap = ServerBootstrap(group: loops.all).childChannelInitializer { channel in
      if bytes.isEmpty { return channel.close() }
      return channel.eventLoop.makeCompletedFuture {
        try channel.pipeline.syncOperations.addHandler(Speaker(bytes))
      }
    }
    switch address {
    case .tcp(let host, let port): listener = try await bootstrap.bind(host: host, port: port).get()
    case .unix(let path): listener = try await bootstrap.bind(unixDomainSocketPath: path).get()
    }
    if case .tcp(let host, _) = address {
      self.address = .tcp(host: host, port: listener.localAddress!.port!)
    } else {
      self.address = address
    }
  }

  func close() async throws {
    try await listener.close()
  }

  private final class Speaker: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func channelActive(context: ChannelHandlerContext) {
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {}
  }
}

/// A port of an address nobody listens on.
func closedPort(_ loops: EventLoops, host: String = "127.0.0.1") async throws -> ListenAddress {
  let peer = try await RawPeer(loops, listen: .tcp(host: host, port: 0))
  try await peer.close()
  return peer.address
}
