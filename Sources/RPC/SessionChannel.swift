import HTTP2
import NIOCore

/// A session on a socket: what servers' and clients' connections have in common.
///
/// Belongs to the loop of its channel. Bytes that the session has for the wire are written once a
/// turn, and only while the socket takes them; what waits stays in the session, which is bounded.
struct SessionChannel {
  let session: Session
  let writeBytes: Int
  /// All that was handed to the socket.
  private(set) var writtenBytes = 0
  private var buffer = ByteBuffer()

  init(_ session: Session, writeBytes: Int) {
    self.session = session
    self.writeBytes = writeBytes
  }

  /// Writes what there is; `body` hears of streams that closed or drained by it.
  mutating func flush(
    _ context: ChannelHandlerContext, _ body: (SessionEvent) -> Void
  ) throws(SessionFailure) {
    var isAll = false
    while !isAll && context.channel.isWritable {
      // The memory is used again when the socket has let go of it.
      buffer.clear(minimumCapacity: 4096)
      var output = buffer
      buffer = ByteBuffer()
      isAll = try session.produce(atLeast: writeBytes) { output.writeBytes($0) }
      if output.readableBytes > 0 {
        writtenBytes += output.readableBytes
        context.writeAndFlush(NIOAny(output), promise: nil)
      }
      buffer = output
      session.deliver(body)
    }
  }
}
