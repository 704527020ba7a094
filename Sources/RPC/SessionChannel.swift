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

  init(_ session: Session, writeBytes: Int) {
    self.session = session
    self.writeBytes = writeBytes
  }

  /// Writes what there is; `body` hears of streams that closed or drained by it. Whether the socket
  /// takes more is the owner's to know: he is told while this writes.
  mutating func flush(
    _ context: ChannelHandlerContext, _ executor: LoopExecutor, while isWritable: () -> Bool,
    _ body: (SessionEvent) -> Void
  ) throws(SessionFailure) {
    var isAll = false
    while !isAll && isWritable() {
      var output = executor.takeBuffer()
      isAll = try session.produce(atLeast: writeBytes) { output.writeBytes($0) }
      if output.readableBytes > 0 {
        writtenBytes += output.readableBytes
        context.writeAndFlush(NIOAny(output), promise: nil)
      }
      executor.giveBack(output)
      session.deliver(body)
    }
  }
}
