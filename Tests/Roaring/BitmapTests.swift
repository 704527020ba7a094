import Fixtures
import Roaring
import Testing

@Suite("Bitmaps")
struct BitmapTests {
  /// Sparse, dense and unbroken numbers: a list, bits and runs inside.
  private static let shapes: [[UInt32]] = [
    [], [0], [.max], [1, 70_000, 5_000_000], Array(stride(from: 0, to: 60_000, by: 3)),
    Array(0..<200_000),
  ]

  @Test("A bitmap is the same after it was bytes", arguments: shapes)
  func bytes(numbers: [UInt32]) throws {
    let bytes = Bitmap(numbers).bytes
    let again = bytes.withUnsafeBytes { Bitmap(bytes: $0)?.numbers }
    #expect(again == numbers)
  }

  @Test("Bytes that end too early are no bitmap", arguments: shapes)
  func cut(numbers: [UInt32]) {
    let bytes = Bitmap(numbers).bytes
    for length in [0, 3, bytes.count - 1] {
      let isNone = bytes.prefix(length).withUnsafeBytes { Bitmap(bytes: $0) == nil }
      #expect(isNone, "\(length) of \(bytes.count) bytes")
    }
  }

  @Test("It holds what a set holds, whatever is done to both", arguments: [1, 2, 3])
  func random(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    func draw() -> Set<UInt32> {
      let top = UInt32.random(in: 1...200_000, using: &random)
      return Set((0..<3000).map { _ in UInt32.random(in: 0...top, using: &random) })
    }
    for _ in 0..<20 {
      let (left, right) = (draw(), draw())
      let other = Bitmap(Array(right))
      var union = Bitmap(Array(left))
      union.formUnion(other)
      #expect(union.numbers == left.union(right).sorted())
      var common = Bitmap(Array(left))
      common.formIntersection(other)
      #expect(common.numbers == left.intersection(right).sorted())
      var rest = Bitmap(Array(left))
      rest.subtract(other)
      #expect(rest.numbers == left.subtracting(right).sorted())
      #expect(rest.count == left.subtracting(right).count)
      for number in right { rest.insert(number) }
      for number in left { rest.remove(number) }
      #expect(rest.numbers == right.subtracting(left).sorted())
      let even = Bitmap(Array(left)).filter { $0 % 2 == 0 }
      #expect(even.numbers == left.filter { $0 % 2 == 0 }.sorted())
      #expect(left.allSatisfy { even.contains($0) == ($0 % 2 == 0) })
    }
  }
}
