internal import CNghttp2

/// One HTTP/2 connection without the connection: bytes in, events out; orders in, bytes out.
///
/// Owns an nghttp2 session and knows no socket, thread or clock. One caller at a time. nghttp2's
/// callbacks only write down what happened; the owner hears of it from `receive` and `deliver`,
/// where it may give any order but must not call `receive` or `deliver` again.
package final class Session {
  package enum Role: Sendable {
    case server
    case client
  }

  private let session: OpaquePointer
  private let state: UnsafeMutablePointer<SessionState>
  private let memory: UnsafeMutablePointer<SessionMemory>

  package init(_ role: Role, limits: SessionLimits = SessionLimits()) {
    state = .allocate(capacity: 1)
    state.initialize(to: SessionState(role, limits: limits))
    memory = .allocate(capacity: 1)
    memory.initialize(to: SessionMemory())
    var functions = nghttp2_mem(memory)
    let option = limits.makeOption()
    defer { nghttp2_option_del(option) }
    let callbacks = makeSessionCallbacks()
    defer { nghttp2_session_callbacks_del(callbacks) }
    var session: OpaquePointer?
    let made =
      switch role {
      case .server: nghttp2_session_server_new3(&session, callbacks, state, option, &functions)
      case .client: nghttp2_session_client_new3(&session, callbacks, state, option, &functions)
      }
    precondition(made == 0, "out of memory")
    self.session = session!
    let settings = limits.settings(for: role)
    // Both fail on numbers out of range only, and the limits are ours.
    precondition(
      nghttp2_submit_settings(session, UInt8(NGHTTP2_FLAG_NONE.rawValue), settings, settings.count)
        == 0)
    precondition(
      nghttp2_session_set_local_window_size(
        session, UInt8(NGHTTP2_FLAG_NONE.rawValue), 0, Int32(limits.connectionWindowBytes)) == 0)
  }

  deinit {
    nghttp2_session_del(session)
    state.deinitialize(count: 1)
    state.deallocate()
    memory.deinitialize(count: 1)
    memory.deallocate()
  }

  // MARK: Bytes in

  /// Takes bytes from the wire and delivers what they meant. Pointers in the events die with them.
  package func receive(
    _ bytes: UnsafeRawBufferPointer, _ body: (SessionEvent) -> Void
  ) throws(SessionFailure) {
    let taken = nghttp2_session_mem_recv(
      session, bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count)
    chargeUselessBytes(session, state, bytes.count)
    deliver(body)
    state.pointee.arena.pointee.trim()
    guard taken >= 0 else { throw SessionFailure(code: taken) }
    if isCut { throw SessionFailure(code: Int(NGHTTP2_ERR_FLOODED.rawValue)) }
  }

  /// Delivers what happened since, while bytes were produced: streams that closed or drained.
  package func deliver(_ body: (SessionEvent) -> Void) {
    guard !state.pointee.events.isEmpty else { return }
    var index = 0
    while index < state.pointee.events.count {
      let event = state.pointee.events[index]
      body(event)
      switch event {
      case .closed(let stream, _), .unsent(let stream): state.pointee.release(stream.slot)
      default: break
      }
      index += 1
    }
    state.pointee.events.removeAll(keepingCapacity: true)
  }

  /// Gives the peer credit for bytes of this stream that were taken.
  package func consume(_ stream: StreamHandle, _ count: Int) {
    guard count > 0, let entry = state.pointee.find(stream) else { return }
    entry.pointee.unconsumed -= count
    assert(entry.pointee.unconsumed >= 0, "consumed more than came")
    guard !entry.pointee.isEndReceived else {
      state.pointee.consumed += count
      return
    }
    // Fails for a lack of memory only, which the next produce reports.
    _ = nghttp2_session_consume(session, stream.id, count)
  }

  // MARK: Bytes out

  /// Whether `produce` would yield anything.
  package var wantsToWrite: Bool { nghttp2_session_want_write(session) != 0 }

  /// Neither side has anything left to say: time to close.
  package var isFinished: Bool {
    nghttp2_session_want_read(session) == 0 && nghttp2_session_want_write(session) == 0
  }

  /// Yields bytes for the wire, stopping once it has at least `bound`. Call `deliver` afterwards.
  /// Returns whether that was all.
  package func produce(
    atLeast bound: Int, _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(SessionFailure) -> Bool {
    if state.pointee.consumed > 0 {
      _ = nghttp2_session_consume_connection(session, state.pointee.consumed)
      state.pointee.consumed = 0
    }
    var drained = true
    var failure: SessionFailure?
    while true {
      if state.pointee.output.count >= bound {
        drained = false
        break
      }
      var chunk: UnsafePointer<UInt8>?
      let count = nghttp2_session_mem_send(session, &chunk)
      if count < 0 { failure = SessionFailure(code: count) }
      if count <= 0 { break }
      state.pointee.output.append(UnsafeRawBufferPointer(start: chunk, count: count))
    }
    if !state.pointee.output.isEmpty { body(state.pointee.output.bytes) }
    state.pointee.output.removeAll(keepingAtMost: 64 * 1024)
    if let failure { throw failure }
    return drained
  }

  // MARK: Streams

  /// Starts a stream. The caller has checked `mayOpenStream`. Nil when numbers have run out or the
  /// session is ending.
  package func request(_ headers: HeaderBlock) -> StreamHandle? {
    let entry = state.pointee.takeSlot()
    var provider = dataProvider(entry)
    let id = headers.withNameValues { list, count in
      nghttp2_submit_request(session, nil, list, count, &provider, entry)
    }
    guard id > 0 else {
      state.pointee.release(entry.pointee.handle.slot)
      return nil
    }
    entry.pointee.open(id)
    return entry.pointee.handle
  }

  /// Whether the headers of a client's stream have gone out, as far as we can tell.
  package func hasSent(_ stream: StreamHandle) -> Bool {
    state.pointee.find(stream)?.pointee.isSent ?? false
  }

  /// Whether the peer's limit leaves room for one more stream next to `open` ones.
  package func mayOpenStream(besides open: Int) -> Bool {
    open < nghttp2_session_get_remote_settings(session, NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS)
      && nghttp2_session_check_request_allowed(session) != 0
  }

  /// Answers with headers; data and trailers follow.
  package func respond(_ stream: StreamHandle, _ headers: PreparedHeaders) {
    guard let entry = state.pointee.find(stream) else { return }
    var provider = dataProvider(entry)
    _ = nghttp2_submit_response(session, stream.id, headers.nameValues, headers.count, &provider)
  }

  /// Answers with headers; data and trailers follow unless the headers are all there is.
  package func respond(_ stream: StreamHandle, _ headers: HeaderBlock, endOfStream: Bool) {
    guard let entry = state.pointee.find(stream) else { return }
    headers.withNameValues { list, count in
      if endOfStream {
        _ = nghttp2_submit_response(session, stream.id, list, count, nil)
      } else {
        var provider = dataProvider(entry)
        _ = nghttp2_submit_response(session, stream.id, list, count, &provider)
      }
    }
  }

  /// Queues bytes for a stream, written in place. They go out as the peer's windows allow.
  /// Returns false when the stream is gone.
  @discardableResult
  package func send(
    _ stream: StreamHandle, count: Int, _ write: (UnsafeMutableRawBufferPointer) -> Void
  ) -> Bool {
    guard let entry = state.pointee.find(stream), !entry.pointee.isEnded else { return false }
    entry.pointee.outbound.append(count: count, write)
    state.pointee.outboundBytes += count
    resume(entry)
    return true
  }

  /// Ends our side of the stream after what is queued, with trailers if there are any.
  package func finish(_ stream: StreamHandle, _ trailers: Trailers) {
    guard let entry = state.pointee.find(stream), !entry.pointee.isEnded else { return }
    entry.pointee.trailers = trailers
    entry.pointee.isEnded = true
    resume(entry)
  }

  /// Ends the stream at once in both directions. What is queued for it is dropped.
  package func reset(_ stream: StreamHandle, code: ResetCode) {
    guard let entry = state.pointee.find(stream) else { return }
    state.pointee.dropOutbound(entry)
    _ = nghttp2_submit_rst_stream(
      session, UInt8(NGHTTP2_FLAG_NONE.rawValue), stream.id, code.rawValue)
  }

  /// Whether the stream is still there. One may be gone by the time its first event is delivered.
  package func isOpen(_ stream: StreamHandle) -> Bool { state.pointee.find(stream) != nil }

  /// Bytes queued for a stream, or none when it is gone.
  package func outboundBytes(_ stream: StreamHandle) -> Int {
    state.pointee.find(stream)?.pointee.outbound.count ?? 0
  }

  /// Bytes queued for all streams.
  package var outboundBytes: Int { state.pointee.outboundBytes }

  /// Asks for one `drained` event when at most `mark` bytes are left in the stream's queue.
  package func watchDrain(_ stream: StreamHandle, mark: Int) {
    state.pointee.find(stream)?.pointee.drainMark = mark
  }

  // MARK: The connection

  /// The first half of a graceful end: no more streams, please; those on their way are still taken.
  package func announceShutdown() {
    _ = nghttp2_submit_shutdown_notice(session)
  }

  /// The second half: names the last stream that will be served.
  package func goAway(code: ResetCode = .none, reason: StaticString = "") {
    submitGoAway(session, code: code, reason: reason)
  }

  // MARK: The peer's conduct

  /// How many glitches the peer has left, from now on. With none left the session says GOAWAY with
  /// ENHANCE_YOUR_CALM, hears no more, and `isCut` tells the owner to close.
  package var glitchAllowance: Int {
    get { state.pointee.glitches.allowance }
    set { state.pointee.glitches.allowance = newValue }
  }

  /// The glitches since this was last asked. Not to be asked of a session that was cut.
  package func takeGlitches() -> Int { state.pointee.glitches.take() }

  package var isCut: Bool { state.pointee.glitches.isOver }

  /// The number of the header block that has begun and not ended; nil between blocks.
  package var openHeaderBlock: Int? {
    state.pointee.block.stream == nil ? nil : state.pointee.blockCount
  }

  /// Whether headers or data went out since this was last asked.
  package func takeHasSent() -> Bool {
    defer { state.pointee.hasSent = false }
    return state.pointee.hasSent
  }

  package func ping() {
    _ = nghttp2_submit_ping(session, UInt8(NGHTTP2_FLAG_NONE.rawValue), nil)
  }

  // MARK: -

  private func dataProvider(_ entry: UnsafeMutablePointer<StreamState>) -> nghttp2_data_provider {
    nghttp2_data_provider(source: nghttp2_data_source(ptr: entry), read_callback: readOutbound)
  }

  private func resume(_ entry: UnsafeMutablePointer<StreamState>) {
    guard entry.pointee.isDeferred else { return }
    entry.pointee.isDeferred = false
    _ = nghttp2_session_resume_data(session, entry.pointee.handle.id)
  }
}

func submitGoAway(_ session: OpaquePointer?, code: ResetCode, reason: StaticString) {
  let last = nghttp2_session_get_last_proc_stream_id(session)
  _ = nghttp2_submit_goaway(
    session, UInt8(NGHTTP2_FLAG_NONE.rawValue), last, code.rawValue, reason.utf8Start,
    reason.utf8CodeUnitCount)
}

/// The codes of RST_STREAM and GOAWAY we send.
package enum ResetCode: UInt32, Sendable {
  case none = 0
  case protocolError = 1
  case internalError = 2
  case refused = 7
  case cancel = 8
  case enhanceYourCalm = 11
}

/// How a stream's own side ends.
package enum Trailers: Sendable {
  case none
  case prepared(PreparedHeaders)
  case block(HeaderBlock)
}

extension SessionFailure {
  init(code: Int) {
    self.code = code
    self.description = String(cString: nghttp2_strerror(Int32(code)))
  }
}
