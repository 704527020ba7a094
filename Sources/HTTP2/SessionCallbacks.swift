internal import CNghttp2

// nghttp2's callbacks. They write down what happened and decide nothing; the pointer they get is
// the session's state, or a stream's.

/// The caller deletes it; nghttp2 copies what it holds.
func makeSessionCallbacks() -> OpaquePointer {
  var callbacks: OpaquePointer?
  precondition(nghttp2_session_callbacks_new(&callbacks) == 0, "out of memory")
  nghttp2_session_callbacks_set_on_begin_frame_callback(callbacks, beginFrame)
  nghttp2_session_callbacks_set_unpack_extension_callback(callbacks, unknownFrame)
  nghttp2_session_callbacks_set_on_begin_headers_callback(callbacks, beginHeaders)
  nghttp2_session_callbacks_set_on_header_callback2(callbacks, header)
  nghttp2_session_callbacks_set_on_data_chunk_recv_callback(callbacks, dataChunk)
  nghttp2_session_callbacks_set_on_frame_recv_callback(callbacks, frameReceived)
  nghttp2_session_callbacks_set_on_invalid_frame_recv_callback(callbacks, invalidFrame)
  nghttp2_session_callbacks_set_on_frame_send_callback(callbacks, frameSent)
  nghttp2_session_callbacks_set_on_stream_close_callback(callbacks, streamClosed)
  nghttp2_session_callbacks_set_send_data_callback(callbacks, sendData)
  return callbacks!
}

private func state(_ userData: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<SessionState> {
  userData!.assumingMemoryBound(to: SessionState.self)
}

/// Of the stream that the callback before was about, nearly always: nghttp2 need not look it up.
private func stream(
  _ session: OpaquePointer?, _ id: Int32, _ state: UnsafeMutablePointer<SessionState>
) -> UnsafeMutablePointer<StreamState>? {
  if let recent = state.pointee.recent, recent.pointee.handle.id == id { return recent }
  let entry = nghttp2_session_get_stream_user_data(session, id)?
    .assumingMemoryBound(to: StreamState.self)
  if let entry { state.pointee.recent = entry }
  return entry
}

private func isEndOfStream(_ header: nghttp2_frame_hd) -> Bool {
  header.flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) != 0
}

/// PRIORITY, which nghttp2 drops here without telling of it: we have said that we do not heed it.
/// And frames of types we do not know, which must be ignored but not without end.
private let beginFrame: nghttp2_on_begin_frame_callback = { session, header, userData in
  let type = UInt32(header!.pointee.type)
  let length = frameHeaderBytes + header!.pointee.length
  if type == NGHTTP2_PRIORITY.rawValue {
    _ = mayGoOn(session, state(userData)) { $0.receivedPriority(length) }
  } else if type > NGHTTP2_CONTINUATION.rawValue {
    _ = mayGoOn(session, state(userData)) { $0.receivedUnknown(length) }
  }
  return 0
}

/// Drops what `beginFrame` has counted.
private let unknownFrame: nghttp2_unpack_extension_callback = { _, _, _, _ in
  NGHTTP2_ERR_CANCEL.rawValue
}

private let beginHeaders: nghttp2_on_begin_headers_callback = { session, frame, userData in
  let state = state(userData)
  guard !state.pointee.glitches.isOver else { return 0 }
  let id = frame!.pointee.hd.stream_id
  var entry: UnsafeMutablePointer<StreamState>?
  if frame!.pointee.headers.cat == NGHTTP2_HCAT_REQUEST {
    entry = state.pointee.takeSlot()
    entry!.pointee.open(id)
    _ = nghttp2_session_set_stream_user_data(session, id, entry)
    state.pointee.recent = entry
  } else {
    entry = stream(session, id, state)
  }
  state.pointee.block = .init(stream: entry)
  state.pointee.arena.pointee.open()
  state.pointee.blockCount += 1
  return 0
}

private let header: nghttp2_on_header_callback2 = { _, _, name, value, _, userData in
  let state = state(userData)
  guard !state.pointee.glitches.isOver else { return 0 }
  if state.pointee.block.isOversize {
    state.pointee.block.listBytes += nghttp2_rcbuf_get_buf(name).len
    state.pointee.block.listBytes += nghttp2_rcbuf_get_buf(value).len + 32
    // A little over is answered with a status. Far over it is an attack: reset the stream, and do
    // not even look at the rest.
    return state.pointee.block.listBytes > 4 * state.pointee.limits.headerListBytes
      ? Int32(NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE.rawValue) : 0
  }
  let byteCount = state.pointee.arena.pointee.append(name!, value!)
  state.pointee.block.fieldCount += 1
  state.pointee.block.listBytes += byteCount + 32
  if state.pointee.block.listBytes > state.pointee.limits.headerListBytes
    || state.pointee.block.fieldCount > state.pointee.limits.headerFields
  {
    state.pointee.block.isOversize = true
  }
  return 0
}

private let dataChunk: nghttp2_on_data_chunk_recv_callback = {
  session, flags, id, data, count, userData in
  let state = state(userData)
  guard let entry = stream(session, id, state), !state.pointee.glitches.isOver else {
    // Nobody will take these bytes; the connection's window must not shrink for them.
    _ = nghttp2_session_consume_connection(session, count)
    return 0
  }
  entry.pointee.unconsumed += count
  state.pointee.events.append(
    .data(
      entry.pointee.handle, UnsafeRawBufferPointer(start: data, count: count),
      flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) != 0 ? .lastFrame : .within))
  return 0
}

private let frameReceived: nghttp2_on_frame_recv_callback = { session, frame, userData in
  let state = state(userData)
  let header = frame!.pointee.hd
  guard mayGoOn(session, state, { $0.received(frame!) }) else { return 0 }
  state.pointee.glitches.used(frameHeaderBytes + header.length)
  switch nghttp2_frame_type(rawValue: UInt32(header.type)) {
  case NGHTTP2_HEADERS:
    let block = state.pointee.block
    state.pointee.block = .init()
    guard let entry = block.stream else { return 0 }
    if header.flags & UInt8(NGHTTP2_FLAG_END_HEADERS.rawValue) == 0 {
      // CONTINUATION frames are not told of. They are no longer than what came out of them.
      state.pointee.glitches.used(block.listBytes)
    }
    let ends = isEndOfStream(header)
    // A client's trailers say nothing; that they end the request is told below.
    if state.pointee.role == .client || frame!.pointee.headers.cat == NGHTTP2_HCAT_REQUEST {
      let list = state.pointee.closeBlock(block)
      state.pointee.events.append(.headers(entry.pointee.handle, list, endOfStream: ends))
    }
    if ends { end(entry, state) }
  case NGHTTP2_DATA:
    if isEndOfStream(header), let entry = stream(session, header.stream_id, state) {
      end(entry, state)
    }
  case NGHTTP2_SETTINGS:
    if header.flags & UInt8(NGHTTP2_FLAG_ACK.rawValue) == 0 {
      state.pointee.events.append(.settings)
    }
  case NGHTTP2_PING:
    let isAcknowledgement = header.flags & UInt8(NGHTTP2_FLAG_ACK.rawValue) != 0
    state.pointee.events.append(isAcknowledgement ? .pong : .ping)
  case NGHTTP2_GOAWAY:
    let goAway = frame!.pointee.goaway
    state.pointee.events.append(
      .goAway(lastStream: goAway.last_stream_id, code: goAway.error_code))
  default: break
  }
  return 0
}

private func end(
  _ entry: UnsafeMutablePointer<StreamState>, _ state: UnsafeMutablePointer<SessionState>
) {
  entry.pointee.isEndReceived = true
  let handle = entry.pointee.handle
  // The two are told as one where they come together, as they do on nearly every call.
  if case .data(handle, let bytes, .lastFrame) = state.pointee.events.last {
    state.pointee.events[state.pointee.events.count - 1] = .data(handle, bytes, .last)
  } else {
    state.pointee.events.append(.end(handle))
  }
}

private let invalidFrame: nghttp2_on_invalid_frame_recv_callback = { session, _, _, userData in
  _ = mayGoOn(session, state(userData)) { $0.charge(1) }
  return 0
}

private let frameHeaderBytes = 9

/// After a read of `count` bytes: charges those nobody had a use for.
func chargeUselessBytes(
  _ session: OpaquePointer?, _ state: UnsafeMutablePointer<SessionState>, _ count: Int
) {
  _ = mayGoOn(session, state) { glitches in
    glitches.read(count)
    glitches.chargeUselessBytes()
  }
}

/// Counts a glitch. Past the allowance it says so to the peer, once, and answers false from then on.
private func mayGoOn(
  _ session: OpaquePointer?, _ state: UnsafeMutablePointer<SessionState>,
  _ count: (inout Glitches) -> Void
) -> Bool {
  guard !state.pointee.glitches.isOver else { return false }
  count(&state.pointee.glitches)
  guard state.pointee.glitches.isOver else { return true }
  submitGoAway(session, code: .enhanceYourCalm, reason: "too_many_glitches")
  return false
}

private let frameSent: nghttp2_on_frame_send_callback = { session, frame, userData in
  let header = frame!.pointee.hd
  let state = state(userData)
  switch nghttp2_frame_type(rawValue: UInt32(header.type)) {
  case NGHTTP2_DATA:
    state.pointee.glitches.sentData()
    state.pointee.hasSent = true
  case NGHTTP2_HEADERS:
    state.pointee.hasSent = true
    if state.pointee.role == .client {
      stream(session, header.stream_id, state)?.pointee.isSent = true
    }
  case NGHTTP2_RST_STREAM:
    let limits = state.pointee.limits
    _ = mayGoOn(session, state) { $0.sentReset(limits) }
  default: break
  }
  let isLast =
    UInt32(header.type) == NGHTTP2_HEADERS.rawValue && isEndOfStream(header)
    && state.pointee.role == .server
  // A server that has answered before the request was over wants no more of it.
  if isLast, stream(session, header.stream_id, state)?.pointee.isEndReceived == false {
    _ = nghttp2_submit_rst_stream(
      session, UInt8(NGHTTP2_FLAG_NONE.rawValue), header.stream_id, NGHTTP2_NO_ERROR.rawValue)
  }
  return 0
}

private let streamClosed: nghttp2_on_stream_close_callback = { session, id, code, userData in
  let state = state(userData)
  guard let entry = stream(session, id, state) else { return 0 }
  if entry.pointee.unconsumed > 0 {
    _ = nghttp2_session_consume_connection(session, entry.pointee.unconsumed)
  }
  let handle = entry.pointee.handle
  let isUnsent = state.pointee.role == .client && !entry.pointee.isSent
  state.pointee.events.append(isUnsent ? .unsent(handle) : .closed(handle, code: code))
  if state.pointee.block.stream == entry { state.pointee.block = .init() }
  state.pointee.close(entry)
  return 0
}

/// Says how much of a stream's queue goes into the next DATA frame; `sendData` copies it.
let readOutbound: nghttp2_data_source_read_callback = {
  session, id, _, length, flags, source, userData in
  let entry = source!.pointee.ptr!.assumingMemoryBound(to: StreamState.self)
  guard entry.pointee.handle.id == id else {
    return Int(NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE.rawValue)
  }
  state(userData).pointee.recent = entry
  let queued = entry.pointee.outbound.count
  if queued == 0 && !entry.pointee.isEnded {
    entry.pointee.isDeferred = true
    return Int(NGHTTP2_ERR_DEFERRED.rawValue)
  }
  let count = min(queued, length)
  flags!.pointee |= UInt32(NGHTTP2_DATA_FLAG_NO_COPY.rawValue)
  if entry.pointee.isEnded && count == queued {
    flags!.pointee |= UInt32(NGHTTP2_DATA_FLAG_EOF.rawValue)
    if submitTrailers(session, id, entry.pointee.trailers) {
      flags!.pointee |= UInt32(NGHTTP2_DATA_FLAG_NO_END_STREAM.rawValue)
    }
  }
  return count
}

private func submitTrailers(_ session: OpaquePointer?, _ id: Int32, _ trailers: Trailers) -> Bool {
  switch trailers {
  case .none: return false
  case .prepared(let prepared):
    _ = nghttp2_submit_trailer(session, id, prepared.nameValues, prepared.count)
  case .block(let block):
    block.withNameValues { list, count in _ = nghttp2_submit_trailer(session, id, list, count) }
  }
  return true
}

private let sendData: nghttp2_send_data_callback = {
  _, _, frameHeader, length, source, userData in
  let state = state(userData)
  let entry = source!.pointee.ptr!.assumingMemoryBound(to: StreamState.self)
  let payload = UnsafeRawBufferPointer(rebasing: entry.pointee.outbound.bytes.prefix(length))
  state.pointee.output.append(UnsafeRawBufferPointer(start: frameHeader, count: 9), payload)
  entry.pointee.outbound.removeFirst(length)
  state.pointee.outboundBytes -= length
  if let mark = entry.pointee.drainMark, entry.pointee.outbound.count <= mark {
    entry.pointee.drainMark = nil
    state.pointee.events.append(.drained(entry.pointee.handle))
  }
  return 0
}
