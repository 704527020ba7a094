import Testing

@testable import Store

@Suite("Which scan runs next")
struct ScanQueueTests {
  @Test("A database alone runs half of what the threads can, and the next finds one free")
  func threads() {
    var queue = ScanQueue<String>(threadLimit: 6, queueLimit: 100)
    for number in 1...10 { #expect(queue.add("a\(number)", of: 1) == nil) }
    #expect(queue.next()?.scan == "a1")
    #expect(queue.next()?.scan == "a2")
    #expect(queue.next()?.scan == "a3")
    #expect(queue.next() == nil)
    for number in 1...3 { #expect(queue.add("b\(number)", of: 2) == nil) }
    #expect(queue.next()?.scan == "b1")
    #expect(queue.next()?.scan == "b2")
    #expect(queue.next() == nil)
    #expect(queue.add("c1", of: 3) == nil)
    #expect(queue.next()?.scan == "c1")
    #expect(queue.add("d1", of: 4) == nil)
    #expect(queue.next() == nil)
    // Of those that wait, who has nothing running goes first.
    queue.ended(of: 1)
    #expect(queue.next()?.scan == "d1")
  }

  @Test("Among equals the one that has waited longest goes first")
  func order() {
    var queue = ScanQueue<String>(threadLimit: 6, queueLimit: 100)
    for (scan, database) in [("b", 2), ("a", 1), ("b again", 2)] as [(String, UInt64)] {
      #expect(queue.add(scan, of: database) == nil)
    }
    #expect(queue.next()?.scan == "b")
    #expect(queue.next()?.scan == "a")
    #expect(queue.next()?.scan == "b again")
    #expect(queue.waiting == 0)
    for database: UInt64 in [1, 2, 2] { queue.ended(of: database) }
    #expect(queue.next() == nil)
  }

  @Test("A database alone may fill half of the places, and the whole is bounded too")
  func places() {
    var queue = ScanQueue<Int>(threadLimit: 1, queueLimit: 4)
    #expect(queue.add(1, of: 1) == nil)
    #expect(queue.add(2, of: 1) == nil)
    #expect(queue.add(3, of: 1) == 2)
    #expect(queue.add(4, of: 2) == nil)
    #expect(queue.add(5, of: 2) == 1)
    #expect(queue.add(6, of: 3) == nil)
    #expect(queue.add(7, of: 4) == 4)
  }
}
