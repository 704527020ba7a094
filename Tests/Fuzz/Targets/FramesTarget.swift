@testable import RPC

/// gRPC's message frames: cut anywhere, a stream of them holds the same messages and the same fault
/// as in one piece.
func fuzzFrames(_ input: FuzzInput) {
  var input = input
  let compression = input.choice(of: [nil, Compression.gzip, .deflate])
  let pieceBytes = input.byte()
  let whole = DecodedFrames(input, compression, pieceBytes: 0)
  let pieces = DecodedFrames(input, compression, pieceBytes: pieceBytes)
  precondition(whole == pieces, "what is decoded hangs on how it was cut")

  let sole = MessageFrameDecoder(limitBytes: DecodedFrames.limitBytes).soleMessage(in: input.rest)
  if let sole {
    precondition(whole.messages == [Array(sole)] && whole.refusal == nil, "not the sole message")
  }
  guard let compression else { return }
  for message in whole.messages { expand(message, compression) }
}

/// All that one decoder made of its bytes.
private struct DecodedFrames: Equatable {
  static let limitBytes = 4096

  private(set) var messages: [[UInt8]] = []
  private(set) var refusal: MessageFrameDecoder.Refusal?
  private var partialBytes = 0

  init(_ input: FuzzInput, _ compression: Compression?, pieceBytes: UInt8) {
    var decoder = MessageFrameDecoder(limitBytes: Self.limitBytes)
    decoder.compression = compression
    input.inPieces(ofAtMost: pieceBytes) { piece in
      do throws(MessageFrameDecoder.Refusal) {
        try decoder.decode(piece) { message, _ in messages.append(Array(message)) }
      } catch {
        refusal = error
      }
      return refusal == nil
    }
    // After a refusal nobody asks.
    partialBytes = refusal == nil ? decoder.partialBytes : 0
    precondition(partialBytes <= Self.limitBytes + MessageFrame.prefixBytes, "keeps too much")
  }
}

/// What comes out of a compressed message is within the limit, and the same after a round trip.
private func expand(_ message: [UInt8], _ compression: Compression) {
  let limitBytes = 16 * DecodedFrames.limitBytes
  let expanded = message.withUnsafeBytes {
    try? compression.expand($0, limitBytes: limitBytes)
  }
  guard let expanded else { return }
  precondition(expanded.count <= limitBytes, "expands beyond the limit")
  guard let compressed = expanded.withUnsafeBytes(compression.compress) else { return }
  let again = compressed.withUnsafeBytes { try? compression.expand($0, limitBytes: limitBytes) }
  precondition(again == expanded, "compressing loses something")
}
