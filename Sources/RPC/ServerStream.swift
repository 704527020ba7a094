/// The server's half of one call: HTTP/2 events in, orders for the connection out.
///
/// Owns no socket and no clock, so a test can replay any interleaving. The call's connection is its
/// only caller. What the peer may not do is answered with `reject`; races the protocol permits,
/// such as data after the answer, yield no order at all.
struct ServerStream {
  enum Event {
    case head(RequestHead)
    /// `isLastFrame` when the frame that carries the bytes ends the stream.
    case data(UnsafeRawBufferPointer, isLastFrame: Bool)
    case end
    /// The stream is gone.
    case closed(code: UInt32)
  }

  enum Order {
    /// The request is sound so far: a method that takes a stream may start.
    case open(Route)
    /// A whole message, in place: it dies when the order has been carried out. For a method that
    /// takes one message this is the whole request. With a compression, it is still to be expanded.
    case message(UnsafeRawBufferPointer, Compression?)
    /// No more messages. Given to methods that take a stream.
    case endOfRequests
    /// Answer with this status and forget the call.
    case reject(Status)
    /// This is no gRPC request: answer in plain HTTP.
    case refuse(httpStatus: Int)
    /// The peer has gone: stop the handler.
    case cancel
  }

  private enum Phase {
    case head
    case requests
    case ended
    case closed
  }

  private var phase = Phase.head
  /// The method takes any number of messages, and not one.
  private var takesStream = false
  private var decoder: MessageFrameDecoder
  private var messageCount = 0
  /// The request of a one-message method that came before the end of the stream.
  private var early: (bytes: [UInt8], compression: Compression?)?

  init(messageLimitBytes: Int) {
    decoder = MessageFrameDecoder(limitBytes: messageLimitBytes)
  }

  /// A stream whose head has been opened.
  init(messageLimitBytes: Int, _ method: MethodDescriptor, _ compression: Compression?) {
    self.init(messageLimitBytes: messageLimitBytes)
    expectRequests(method, compression)
  }

  /// Bytes of a message that is not whole yet.
  var partialBytes: Int { decoder.partialBytes }

  /// Bytes that are kept for a method that cannot start yet.
  var gatheredBytes: Int { decoder.partialBytes + (early?.bytes.count ?? 0) }

  /// The peer has begun what it must end: a message, or the one request of the call.
  var isOwedRequest: Bool {
    guard case .requests = phase else { return false }
    return !takesStream || decoder.partialBytes > 0
  }

  mutating func receive(_ event: Event, _ order: (Order) -> Void) {
    switch (event, phase) {
    case (.closed, .head), (.closed, .closed): phase = .closed
    case (.closed, _):
      phase = .closed
      order(.cancel)
    case (_, .closed): break
    case (.head(let head), .head): order(open(head))
    // Trailers of a request mean nothing in gRPC; that they end it is told separately.
    case (.head, _): break
    case (.data(let bytes, let isLast), .requests): take(bytes, isLastFrame: isLast, order)
    case (.end, .requests): end(order)
    // nghttp2 lets through neither data before headers nor anything after the end.
    case (.data, _), (.end, _): break
    }
  }

  /// What `head` as the first event is answered with.
  mutating func open(_ head: borrowing RequestHead) -> Order {
    phase = .closed
    guard head.isPost else { return .refuse(httpStatus: 405) }
    guard head.isGRPC else { return .refuse(httpStatus: 415) }
    guard !head.isOversize else {
      return .reject(Status(.resourceExhausted, "The request's metadata is too large."))
    }
    guard case .route(let route) = head.target else {
      return .reject(Status(.unimplemented, "There is no such method."))
    }
    guard head.deadline != .malformed else {
      return .reject(Status(.invalidArgument, "grpc-timeout is malformed."))
    }
    guard !head.isEncodingUnknown else {
      return .reject(
        Status(
          .unimplemented, "The request's grpc-encoding is not supported.",
          metadata: .acceptedEncodings))
    }
    expectRequests(route.method, head.compression)
    return .open(route)
  }

  private mutating func expectRequests(_ method: MethodDescriptor, _ compression: Compression?) {
    phase = .requests
    takesStream = method.clientStreaming
    decoder.compression = compression
  }

  /// The request of a one-message method, when the data that ends the stream is all of it: what
  /// nearly every call is, told without going through `receive`. Nil when it is not, and then nothing
  /// has happened.
  mutating func soleRequest(in last: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    guard case .requests = phase, messageCount == 0, !takesStream,
      let message = decoder.soleMessage(in: last)
    else { return nil }
    (messageCount, phase) = (1, .ended)
    return message
  }

  private mutating func take(
    _ bytes: UnsafeRawBufferPointer, isLastFrame: Bool, _ order: (Order) -> Void
  ) {
    // The decoder cannot be changed and read at once, so the messages are carried out from a copy
    // of the counters.
    let takesStream = takesStream
    var count = messageCount
    var early = early
    var whole: (bytes: UnsafeRawBufferPointer, compression: Compression?)?
    do throws(MessageFrameDecoder.Refusal) {
      try decoder.decode(bytes) { message, compression in
        count += 1
        if takesStream {
          order(.message(message, compression))
        } else if count == 1 {
          if isLastFrame && message.baseAddress.map({ bytes.contains(address: $0) }) ?? true {
            whole = (message, compression)
          } else {
            early = (Array(message), compression)
          }
        }
      }
    } catch {
      return reject(status(of: error), order)
    }
    messageCount = count
    self.early = early
    guard takesStream || count <= 1 else {
      return reject(Status(.unimplemented, "The method takes one message."), order)
    }
    // The frame may still be on its way; its end is where a second message would show.
    if let whole, decoder.partialBytes == 0 {
      order(.message(whole.bytes, whole.compression))
    }
  }

  private mutating func end(_ order: (Order) -> Void) {
    guard decoder.partialBytes == 0 else {
      return reject(Status(.internal, "The request ended within a message."), order)
    }
    phase = .ended
    if takesStream {
      order(.endOfRequests)
    } else if messageCount == 0 {
      reject(Status(.unimplemented, "The method takes one message."), order)
    } else if let early {
      self.early = nil
      early.bytes.withUnsafeBytes { order(.message($0, early.compression)) }
    }
  }

  private mutating func reject(_ status: Status, _ order: (Order) -> Void) {
    phase = .closed
    order(.reject(status))
  }

  private func status(of refusal: MessageFrameDecoder.Refusal) -> Status {
    switch refusal {
    case .tooLong(let count):
      Status(
        .resourceExhausted,
        "A message of \(count) bytes is over the limit of \(decoder.limitBytes).")
    case .compressed:
      Status(.internal, "A message is marked as compressed, but no grpc-encoding was named.")
    case .badFlag(let flag):
      Status(.internal, "A message begins with the unknown flag \(flag).")
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether that address lies in these bytes, so that what is there lives as long as they do.
  fileprivate func contains(address: UnsafeRawPointer) -> Bool {
    guard let baseAddress else { return false }
    return address >= baseAddress && address <= baseAddress + count
  }
}
