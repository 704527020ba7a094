import Fixtures
import Testing

@testable import RPC

@Suite struct MessageFrameTests {
  private func frame(_ message: [UInt8]) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 5)
    bytes.withUnsafeMutableBytes { MessageFrame.writePrefix(message.count, to: $0) }
    return bytes + message
  }

  @Test("Messages come out whole, however the bytes are cut", arguments: 0..<200)
  func cuts(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    let messages = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      [UInt8].random(
        Bool.random(using: &random) ? 0 : Int.random(in: 0...50, using: &random), using: &random)
    }
    var rest = messages.flatMap(frame)[...]
    var decoder = MessageFrameDecoder(limitBytes: 50)
    var decoded: [[UInt8]] = []
    while !rest.isEmpty {
      let piece = Array(rest.prefix(Int.random(in: 1...20, using: &random)))
      rest = rest.dropFirst(piece.count)
      try piece.withUnsafeBytes {
        try decoder.decode($0) { bytes, _ in decoded.append(Array(bytes)) }
      }
    }
    #expect(decoded == messages)
    #expect(decoder.partialBytes == 0)
  }

  @Test("A prefix without its message is a message begun, in one piece or in five")
  func prefixAlone() throws {
    for cut in 1...5 {
      var decoder = MessageFrameDecoder(limitBytes: 10)
      for piece in [[0, 0, 0, 0, 4].prefix(cut), [0, 0, 0, 0, 4].dropFirst(cut)]
        as [[UInt8].SubSequence]
      {
        try Array(piece).withUnsafeBytes { try decoder.decode($0) { _, _ in } }
      }
      #expect(decoder.partialBytes == 5)
    }
  }

  @Test("A length over the limit is refused before a byte is kept")
  func tooLong() {
    var decoder = MessageFrameDecoder(limitBytes: 10)
    let bytes: [UInt8] = [0, 0xFF, 0xFF, 0xFF, 0xFF]
    #expect(throws: MessageFrameDecoder.Refusal.tooLong(count: 0xFFFF_FFFF)) {
      try bytes.withUnsafeBytes { try decoder.decode($0) { _, _ in } }
    }
  }

  @Test("Compressed messages and unknown flags are told apart")
  func flags() {
    for (flag, refusal) in [
      (UInt8(1), MessageFrameDecoder.Refusal.compressed), (2, .badFlag(2)), (255, .badFlag(255)),
    ] {
      var decoder = MessageFrameDecoder(limitBytes: 10)
      #expect(throws: refusal) {
        try [flag, 0, 0, 0, 1, 9].withUnsafeBytes { try decoder.decode($0) { _, _ in } }
      }
    }
  }

  @Test("Noise never stops the decoder", arguments: 0..<200)
  func noise(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    var decoder = MessageFrameDecoder(limitBytes: 300)
    for _ in 0..<20 {
      var noise = [UInt8].random(Int.random(in: 0...20, using: &random), using: &random)
      for index in noise.indices where Bool.random(using: &random) { noise[index] = 0 }
      do {
        try noise.withUnsafeBytes { try decoder.decode($0) { _, _ in } }
      } catch {
        return
      }
      #expect(decoder.partialBytes <= 305)
    }
  }
}
