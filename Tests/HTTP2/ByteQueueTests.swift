import Fixtures
import Testing

@testable import HTTP2

@Suite struct ByteQueueTests {
  @Test("A queue gives back what went in, in order", arguments: 0..<50)
  func order(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    var queue = ByteQueue()
    var model: [UInt8] = []
    for _ in 0..<200 {
      if Bool.random(using: &random) {
        let piece = (0..<Int.random(in: 0...700, using: &random)).map { _ in
          UInt8.random(in: 0...255, using: &random)
        }
        piece.withUnsafeBytes { queue.append($0) }
        model += piece
      } else {
        let count = Int.random(in: 0...model.count, using: &random)
        queue.removeFirst(count)
        model.removeFirst(count)
      }
      #expect(queue.bytes.elementsEqual(model))
    }
  }
}
