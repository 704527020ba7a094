internal import CNghttp2

/// What a peer does that honest ones do seldom, counted for one connection.
///
/// Each of these is cheap to send and costs us something: streams that are reset, by the peer or by
/// us for what he did (CVE-2023-44487, CVE-2025-8671), frames that break a rule, frames that carry
/// nothing. nghttp2 counts only some of them. The owner, who has a clock, says how many are left;
/// past that the session says GOAWAY and hears no more.
struct Glitches {
  private(set) var count = 0
  var allowance = Int.max
  /// WINDOW_UPDATE frames that come without having been earned by DATA.
  private var spareUpdates = Self.updatesPerData

  private static let updatesPerData = 10
  private static let mostSpareUpdates = 1000
  /// A SETTINGS frame may make us walk over every stream.
  private static let settingsCost = 20

  var isOver: Bool { count > allowance }

  mutating func take() -> Int {
    defer { count = 0 }
    return count
  }

  mutating func charge(_ cost: Int) { count += cost }

  mutating func sentData() {
    spareUpdates = min(spareUpdates + Self.updatesPerData, Self.mostSpareUpdates)
  }

  mutating func received(_ frame: UnsafePointer<nghttp2_frame>) {
    let header = frame.pointee.hd
    switch nghttp2_frame_type(rawValue: UInt32(header.type)) {
    case NGHTTP2_DATA:
      let isLast = header.flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) != 0
      if !isLast && header.length == frame.pointee.data.padlen { charge(1) }
    case NGHTTP2_RST_STREAM, NGHTTP2_PING: charge(1)
    case NGHTTP2_SETTINGS:
      charge(header.flags & UInt8(NGHTTP2_FLAG_ACK.rawValue) == 0 ? Self.settingsCost : 1)
    case NGHTTP2_WINDOW_UPDATE:
      if spareUpdates > 0 { spareUpdates -= 1 } else { charge(1) }
    default: break
    }
  }
}
