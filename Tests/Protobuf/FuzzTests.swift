import Messages
import Protobuf
import Testing

/// Numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }
}

@Suite("Bytes from anywhere")
struct FuzzTests {
  @Test("are a message or are refused", arguments: 0..<8 as Range<UInt64>)
  func randomBytes(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    for _ in 0..<4000 {
      let count = Int.random(in: 0...64, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      settle(bytes)
    }
  }

  @Test("that were a message, but for a few changes, are one or are refused", arguments: 0..<8)
  func changedBytes(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let original = Sample.full.packed()
    for _ in 0..<2000 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[index] = UInt8.random(in: .min ... .max, using: &generator)
        case 1: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 2: bytes.remove(at: index)
        default: bytes.insert(contentsOf: bytes[index...].prefix(9), at: index)
        }
      }
      settle(bytes)
    }
  }

  /// What was taken once is taken again, and is the same; only NaN is not equal to itself.
  private func settle(_ bytes: [UInt8]) {
    guard let sample = try? Sample(unpacking: bytes) else { return }
    let packed = sample.packed()
    guard let again = try? Sample(unpacking: packed) else {
      Issue.record("refused what it packed: \(bytes)")
      return
    }
    #expect(again.packed() == packed)
  }
}
