/// Names a stream of one session. A handle outlives its stream harmlessly: orders for a stream that
/// is gone are dropped.
package struct StreamHandle: Sendable, Hashable {
  /// A small number no other open stream of the session has: an index for the owner's own table.
  package let slot: Int
  /// The number on the wire. Never used twice by a session.
  package let id: Int32

  package init(slot: Int, id: Int32) {
    self.slot = slot
    self.id = id
  }
}

/// What a session has to say, in the order it happened.
package enum SessionEvent {
  /// A request, a response, or trailers. A server's stream begins with it.
  case headers(StreamHandle, HeaderList, endOfStream: Bool)
  /// Valid while the event is delivered. The bytes are charged to the peer's window until they are
  /// handed to `consume`.
  case data(StreamHandle, UnsafeRawBufferPointer, DataPlace)
  /// The peer will send no more on this stream, and the last data, if any, has not said so.
  case end(StreamHandle)
  /// The stream is gone, with the code of the RST_STREAM or zero. The handle's last event.
  case closed(StreamHandle, code: UInt32)
  /// In the place of `closed`, for a client's stream whose headers never went out: the server has
  /// not heard of it.
  case unsent(StreamHandle)
  /// Outbound bytes have fallen below the mark the owner asked to be told of.
  case drained(StreamHandle)
  /// The peer's SETTINGS, the first or new ones.
  case settings
  /// The peer's PING, which has its answer already.
  case ping
  /// Our PING came back.
  case pong
  /// The peer takes no new streams; those above `lastStream` were never looked at.
  case goAway(lastStream: Int32, code: UInt32)
}

/// Where bytes stand on their stream.
package enum DataPlace: Sendable {
  /// More may follow.
  case within
  /// In the last frame; `end` follows when the frame is whole.
  case lastFrame
  /// At the end: no `end` follows.
  case last
}

/// The connection cannot go on. Say so with what `produce` still yields, and close it.
package struct SessionFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// nghttp2's number, negative.
  package let code: Int
  package let description: String
}
