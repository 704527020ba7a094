/// The five bytes before each message: a flag for compression and a length, big-endian.
enum MessageFrame {
  static let prefixBytes = 5

  static func writePrefix(
    _ count: Int, isCompressed: Bool = false, to buffer: UnsafeMutableRawBufferPointer
  ) {
    buffer[0] = isCompressed ? 1 : 0
    buffer.storeBytes(of: UInt32(count).bigEndian, toByteOffset: 1, as: UInt32.self)
  }
}

/// Cuts a stream of bytes into messages.
///
/// The length is checked when it is read, before anything is kept. A message that came in one piece
/// is handed on where it lies; one that did not is gathered, growing with what arrives and not with
/// what was promised.
struct MessageFrameDecoder {
  enum Refusal: Error, Equatable {
    /// Longer than the limit.
    case tooLong(count: Int)
    /// Marked as compressed, when no compression was agreed on.
    case compressed
    /// A flag other than 0 and 1.
    case badFlag(UInt8)
  }

  /// How messages that are marked as compressed were made. They are handed on as they are.
  var compression: Compression?
  let limitBytes: Int
  /// The first bytes of a prefix that came in pieces, as one number.
  private var prefix = (value: UInt64(0), count: 0, isComplete: false)
  private var isCompressed = false
  private var messageBytes = 0
  private var partial: [UInt8] = []

  init(limitBytes: Int) {
    self.limitBytes = limitBytes
  }

  /// What has come of a message that is not whole yet.
  var partialBytes: Int {
    prefix.isComplete ? MessageFrame.prefixBytes + partial.count : prefix.count
  }

  /// Hands on each whole message, in place where possible: it dies when `body` returns.
  mutating func decode(
    _ bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer, Compression?) -> Void
  ) throws(Refusal) {
    var rest = bytes
    while !rest.isEmpty || (prefix.isComplete && messageBytes == 0) {
      if !prefix.isComplete, try !takePrefix(&rest) { return }
      if partial.isEmpty && rest.count >= messageBytes {
        body(
          UnsafeRawBufferPointer(rebasing: rest.prefix(messageBytes)),
          isCompressed ? compression : nil)
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(messageBytes))
      } else {
        let piece = rest.prefix(messageBytes - partial.count)
        partial.append(contentsOf: piece)
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(piece.count))
        guard partial.count == messageBytes else { return }
        partial.withUnsafeBytes { body($0, isCompressed ? compression : nil) }
        partial = []
      }
      prefix = (value: 0, count: 0, isComplete: false)
    }
  }

  /// The message, when these bytes are exactly one and no other is being gathered: what nearly every
  /// request is. What is wrong with others `decode` finds out.
  func soleMessage(in bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    let count = bytes.count - MessageFrame.prefixBytes
    guard count >= 0, count <= limitBytes, partialBytes == 0, bytes[0] == 0,
      bytes.loadUnaligned(fromByteOffset: 1, as: UInt32.self).bigEndian == count
    else { return nil }
    return UnsafeRawBufferPointer(rebasing: bytes[MessageFrame.prefixBytes...])
  }

  /// Reads the prefix, which may itself come in pieces. False when more is needed.
  private mutating func takePrefix(_ rest: inout UnsafeRawBufferPointer) throws(Refusal) -> Bool {
    let wanted = MessageFrame.prefixBytes
    if prefix.count == 0 && rest.count >= wanted {
      try take(
        flag: rest[0], count: rest.loadUnaligned(fromByteOffset: 1, as: UInt32.self).bigEndian)
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(wanted))
      return true
    }
    let piece = rest.prefix(wanted - prefix.count)
    for byte in piece { prefix.value = prefix.value << 8 | UInt64(byte) }
    prefix.count += piece.count
    rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(piece.count))
    guard prefix.count == wanted else { return false }
    try take(
      flag: UInt8(prefix.value >> 32), count: UInt32(truncatingIfNeeded: prefix.value))
    return true
  }

  private mutating func take(flag: UInt8, count: UInt32) throws(Refusal) {
    guard flag <= 1 else { throw .badFlag(flag) }
    guard count <= limitBytes else { throw .tooLong(count: Int(count)) }
    guard flag == 0 || compression != nil else { throw .compressed }
    isCompressed = flag == 1
    messageBytes = Int(count)
    prefix.isComplete = true
  }
}
