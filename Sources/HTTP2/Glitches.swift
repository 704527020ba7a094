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
  /// WINDOW_UPDATE frames that come without having been earned by requests and DATA.
  private var spareUpdates = Self.updatesPerData
  /// Bytes that came, less those of frames that were of use. nghttp2 drops the DATA of streams that
  /// are gone without a word, so what is dropped is known only as a difference.
  private var uselessBytes = 0
  /// Those of them that may come in good faith: a peer fills the window of a stream that was reset
  /// until he hears of it.
  private var forgivenBytes = 0

  /// A frame that is not whole yet is of no use so far; more than this is none.
  private static let usefulBytesInFlight = 64 * 1024
  private static let uselessBytesPerCharge = 1024

  // Of an allowance of 500 each lets through no more than Envoy 1.40 does.
  private static let emptyDataCost = 300
  private static let priorityCost = 5
  private static let spareUpdateCost = 50
  private static let updatesPerData = 20
  private static let updatesPerRequest = 2
  private static let mostSpareUpdates = 10_000
  /// A SETTINGS frame may make us walk over every stream. Of an allowance of 500 the eleventh after
  /// the first is one too many.
  private static let settingsCost = 45

  var isOver: Bool { count > allowance }

  mutating func take() -> Int {
    defer { count = 0 }
    return count
  }

  mutating func charge(_ cost: Int) { count += cost }

  mutating func sentData() { earnUpdates(Self.updatesPerData) }

  private mutating func earnUpdates(_ count: Int) {
    spareUpdates = min(spareUpdates + count, Self.mostSpareUpdates)
  }

  mutating func sentReset(_ limits: SessionLimits) {
    forgivenBytes = min(forgivenBytes + limits.streamWindowBytes, limits.connectionWindowBytes)
    charge(1)
  }

  mutating func receivedPriority(_ length: Int) {
    charge(Self.priorityCost)
    used(length)
  }

  /// A frame nobody knows is read and forgotten. Its bytes are charged here.
  mutating func receivedUnknown(_ length: Int) {
    charge(1 + length / Self.uselessBytesPerCharge)
    used(length)
  }

  mutating func received(_ frame: UnsafePointer<nghttp2_frame>) {
    let header = frame.pointee.hd
    switch nghttp2_frame_type(rawValue: UInt32(header.type)) {
    case NGHTTP2_DATA:
      let isLast = header.flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) != 0
      if !isLast && header.length == frame.pointee.data.padlen { charge(Self.emptyDataCost) }
    case NGHTTP2_HEADERS: earnUpdates(Self.updatesPerRequest)
    case NGHTTP2_RST_STREAM, NGHTTP2_PING: charge(1)
    case NGHTTP2_SETTINGS:
      charge(header.flags & UInt8(NGHTTP2_FLAG_ACK.rawValue) == 0 ? Self.settingsCost : 1)
    case NGHTTP2_WINDOW_UPDATE:
      if spareUpdates > 0 { spareUpdates -= 1 } else { charge(Self.spareUpdateCost) }
    default: break
    }
  }

  // MARK: Bytes

  mutating func read(_ count: Int) { uselessBytes += count }

  mutating func used(_ count: Int) { uselessBytes -= count }

  /// To be called when all of a read has been looked at.
  mutating func chargeUselessBytes() {
    var excess = uselessBytes - Self.usefulBytesInFlight
    // A frame may be known before its bytes have come.
    uselessBytes = max(uselessBytes, -Self.usefulBytesInFlight)
    guard excess > 0 else { return }
    let forgiven = min(excess, forgivenBytes)
    forgivenBytes -= forgiven
    excess -= forgiven
    uselessBytes -= forgiven
    let charges = excess / Self.uselessBytesPerCharge
    uselessBytes -= charges * Self.uselessBytesPerCharge
    charge(charges)
  }
}
