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
  private let limitBytes: Int
  private var prefix: (bytes: [UInt8], isComplete: Bool) = ([], false)
  private var isCompressed = false
  private var messageBytes = 0
  private var partial: [UInt8] = []

  init(limitBytes: Int) {
    self.limitBytes = limitBytes
  }

  /// What has been kept of a message that is not whole yet.
  var partialBytes: Int { prefix.bytes.count + partial.count }

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
      prefix.bytes.removeAll(keepingCapacity: true)
      prefix.isComplete = false
    }
  }

  /// Reads the prefix, which may itself come in pieces. False when more is needed.
  private mutating func takePrefix(_ rest: inout UnsafeRawBufferPointer) throws(Refusal) -> Bool {
    let wanted = MessageFrame.prefixBytes
    if prefix.bytes.isEmpty && rest.count >= wanted {
      try take(
        flag: rest[0], count: rest.loadUnaligned(fromByteOffset: 1, as: UInt32.self).bigEndian)
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(wanted))
      return true
    }
    let piece = rest.prefix(wanted - prefix.bytes.count)
    prefix.bytes.append(contentsOf: piece)
    rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(piece.count))
    guard prefix.bytes.count == wanted else { return false }
    let count = prefix.bytes.dropFirst().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    try take(flag: prefix.bytes[0], count: count)
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
