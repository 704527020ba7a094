internal import CNghttp2

/// What one connection may cost us, whatever the peer sends.
///
/// Every value is handed to nghttp2 or checked in its callbacks by name, also where it equals the
/// library's default: a default that moves must not move us.
package struct SessionLimits: Sendable {
  /// Streams the peer may have open at once, announced in SETTINGS.
  package var concurrentStreams = 128
  /// Unread bytes a stream may hold before its sender must wait.
  package var streamWindowBytes = 128 * 1024
  /// Unread bytes of all streams together. Room for every stream's window, so that a handler that
  /// does not read never stops its neighbours.
  package var connectionWindowBytes = 16 * 1024 * 1024
  /// Sum of name, value and 32 for each header of a list, as RFC 9113 counts. nghttp2 announces
  /// it but does not hold the peer to it.
  package var headerListBytes = 16 * 1024
  /// Headers in one list.
  package var headerFields = 100
  /// CONTINUATION frames in a row (CVE-2024-28182).
  package var continuations = 8
  /// Entries in one SETTINGS frame.
  package var settingsEntries = 32
  /// Acknowledgements of PING and SETTINGS queued for a peer that does not read them.
  package var outboundAcknowledgements = 1000
  /// Streams the peer may reset in a burst, and from then on each second, before the connection is
  /// closed (CVE-2023-44487). nghttp2's own count, behind that of all glitches.
  package var resetBurst = 1000
  package var resetsPerSecond = 200
  /// Our side of the HPACK table.
  package var headerTableBytes = 4096

  package init() {}
}

extension SessionLimits {
  /// The caller deletes it.
  func makeOption() -> OpaquePointer {
    var option: OpaquePointer?
    precondition(nghttp2_option_new(&option) == 0, "out of memory")
    // Credit goes back when the handler has taken the bytes, not when they arrive.
    nghttp2_option_set_no_auto_window_update(option, 1)
    nghttp2_option_set_no_closed_streams(option, 1)
    nghttp2_option_set_max_reserved_remote_streams(option, 0)
    nghttp2_option_set_max_continuations(option, continuations)
    nghttp2_option_set_max_settings(option, settingsEntries)
    nghttp2_option_set_max_outbound_ack(option, outboundAcknowledgements)
    nghttp2_option_set_max_deflate_dynamic_table_size(option, headerTableBytes)
    // Frames nobody knows are told to the callbacks, so that they are counted.
    for type in UInt8(NGHTTP2_CONTINUATION.rawValue + 1)...UInt8.max {
      nghttp2_option_set_user_recv_extension_type(option, type)
    }
    nghttp2_option_set_stream_reset_rate_limit(
      option, UInt64(resetBurst), UInt64(resetsPerSecond))
    return option!
  }

  func settings(for role: Session.Role) -> [nghttp2_settings_entry] {
    func entry(_ name: nghttp2_settings_id, _ value: Int) -> nghttp2_settings_entry {
      nghttp2_settings_entry(settings_id: Int32(name.rawValue), value: UInt32(value))
    }
    var entries = [
      entry(NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE, streamWindowBytes),
      entry(NGHTTP2_SETTINGS_MAX_HEADER_LIST_SIZE, headerListBytes),
      entry(NGHTTP2_SETTINGS_NO_RFC7540_PRIORITIES, 1),
    ]
    switch role {
    case .server: entries.append(entry(NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, concurrentStreams))
    case .client: entries.append(entry(NGHTTP2_SETTINGS_ENABLE_PUSH, 0))
    }
    return entries
  }
}
