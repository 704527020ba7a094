/// The client's half of one call: HTTP/2 events in, orders for the call out.
///
/// Owns no socket and no clock. What a server may not do ends the call with the status the gRPC
/// documents name for it; what comes after the end yields no order.
struct ClientStream {
  enum Event {
    case head(ResponseHead, endOfStream: Bool)
    case data(UnsafeRawBufferPointer)
    case end
    /// The stream is gone.
    case closed(code: UInt32)
    /// The stream is gone, and the server never heard of it.
    case unsent
    /// The connection is gone.
    case lost(reason: String)
  }

  enum Order {
    case initialMetadata(Metadata)
    /// A whole message, in place: it dies when the order has been carried out. With a compression,
    /// it is still to be expanded.
    case message(UnsafeRawBufferPointer, Compression?)
    /// The attempt has ended. With `reset`, the stream has not, and must be told.
    case finish(Status, reset: Bool)
    /// The server has not looked at the call.
    case refused
    /// Nor has it heard of it.
    case unsent
  }

  private enum Phase {
    case head
    case replies
    case closed
  }

  private var phase = Phase.head
  private var decoder: MessageFrameDecoder
  private let limitBytes: Int

  init(messageLimitBytes: Int) {
    limitBytes = messageLimitBytes
    decoder = MessageFrameDecoder(limitBytes: messageLimitBytes)
  }

  /// Bytes of a message that is not whole yet.
  var partialBytes: Int { decoder.partialBytes }

  mutating func receive(_ event: Event, _ order: (Order) -> Void) {
    switch (event, phase) {
    case (_, .closed): break
    case (.head(let head, let endOfStream), .head): open(head, endOfStream, order)
    case (.head(let head, _), .replies): finish(with: head, order)
    case (.data(let bytes), .replies): take(bytes, order)
    case (.closed(code: 7), .head):
      phase = .closed
      order(.refused)
    case (.unsent, _):
      phase = .closed
      order(.unsent)
    case (.closed(let code), _):
      let status = Status(.fromReset(code), "The server reset the stream with code \(code).")
      finish(status, reset: false, order)
    case (.lost(let reason), _):
      finish(Status(.unavailable, "The connection was lost: \(reason)."), reset: false, order)
    case (.data, .head):
      finish(Status(.internal, "The server sent data before headers."), reset: true, order)
    case (.end, _):
      finish(Status(.unknown, "The server ended the call without a status."), reset: true, order)
    }
  }

  private mutating func open(
    _ head: ResponseHead, _ endOfStream: Bool, _ order: (Order) -> Void
  ) {
    // Interim answers, such as 103.
    if let status = head.httpStatus, (100..<200).contains(status) { return }
    if head.isOversize { return finishOversize(order) }
    if let status = head.status, endOfStream { return finish(status, reset: false, order) }
    guard head.httpStatus == 200, head.isGRPC else {
      let code = head.httpStatus.map { StatusCode.fromHTTP($0) } ?? .internal
      let status = head.httpStatus.map(String.init) ?? "none"
      return finish(
        Status(code, "The answer is not gRPC: HTTP status \(status)."), reset: !endOfStream, order)
    }
    phase = .replies
    decoder.compression = head.compression
    order(.initialMetadata(head.metadata))
  }

  private mutating func finish(with trailers: ResponseHead, _ order: (Order) -> Void) {
    if trailers.isOversize { return finishOversize(order) }
    guard decoder.partialBytes == 0 || trailers.code != .ok else {
      return finish(
        Status(.internal, "The server ended the call within a message."), reset: false, order)
    }
    finish(
      trailers.status ?? Status(.unknown, "The server ended the call without a status."),
      reset: false, order)
  }

  private mutating func take(_ bytes: UnsafeRawBufferPointer, _ order: (Order) -> Void) {
    do throws(MessageFrameDecoder.Refusal) {
      try decoder.decode(bytes) { order(.message($0, $1)) }
    } catch {
      finish(status(of: error), reset: true, order)
    }
  }

  private mutating func finishOversize(_ order: (Order) -> Void) {
    finish(
      Status(.resourceExhausted, "The answer's metadata is too large."), reset: true, order)
  }

  private mutating func finish(_ status: Status, reset: Bool, _ order: (Order) -> Void) {
    phase = .closed
    order(.finish(status, reset: reset))
  }

  private func status(of refusal: MessageFrameDecoder.Refusal) -> Status {
    switch refusal {
    case .tooLong(let count):
      Status(.resourceExhausted, "A reply of \(count) bytes is over the limit of \(limitBytes).")
    case .compressed: Status(.internal, "A reply is compressed in a way that was not offered.")
    case .badFlag(let flag): Status(.internal, "A reply begins with the unknown flag \(flag).")
    }
  }
}
