@testable import Broadcasts
import Fixtures
import Testing

@Suite("What customers listed")
struct ListingTests {
  private func listing(_ ids: [String], parts: Int = 1) throws -> Listing {
    var listing = Listing()
    let size = max(1, (ids.count + parts - 1) / parts)
    for start in stride(from: 0, to: ids.count, by: size) {
      listing.add(
        try Listing.pack(
          ids[start...].prefix(size).map { PlanRecipient(id: $0, userid: "of-\($0)") }))
    }
    return listing
  }

  @Test("It is arranged byte by byte, each with his member, whatever ids begin with alike")
  func order() throws {
    let ids = [
      "wm-b", "wm-a", "wm-", "wm-aaaaaaaaaaaaaaaab", "wm-aaaaaaaaaaaaaaaaa", "wm-aaaaaaaaaaaaaaaa",
      "wm-é", "wm-Z", "wm-_", "wm-9", "wm-" + String(repeating: "x", count: 300),
    ]
    for parts in 1...3 {
      var arranged = try listing(ids, parts: parts)
      try arranged.arrange()
      let sorted = ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      #expect(
        arranged.recipients(0, limit: .max)
          == sorted.map { PlanRecipient(id: $0, userid: "of-\($0)") })
      for (index, id) in sorted.enumerated() {
        #expect(arranged.index(after: id) == index + 1)
      }
      #expect(arranged.index(after: "") == 0)
    }
  }

  @Test("Thousands in no order come out in order, and one who is there twice is found")
  func many() throws {
    var numbers = SeededNumbers(seed: 5)
    let ids = Set(
      (0..<5000).map { _ in "wm" + String(UInt64.random(in: 0...(.max), using: &numbers)) })
    var arranged = try listing(Array(ids), parts: 7)
    try arranged.arrange()
    #expect(arranged.recipients(0, limit: .max).map(\.id) == ids.sorted())
    var repeated = try listing(Array(ids) + [ids.first!], parts: 7)
    #expect(throws: PlanFault.recipientRepeated) { try repeated.arrange() }
  }

  @Test("Nobody is in order")
  func nobody() throws {
    var empty = try listing([])
    try empty.arrange()
    #expect(empty.count == 0)
    #expect(empty.index(after: "wm-1") == 0)
  }

  @Test("An id that no plan can hold is refused")
  func long() {
    #expect(throws: PlanFault.self) {
      try Listing.pack([PlanRecipient(id: String(repeating: "x", count: 65_536), userid: "ann")])
    }
  }

  @Test("A stage is read back as it was kept, and none is the beginning")
  func stages() throws {
    #expect(try PlanStage(cursor: []) == .listing(after: ""))
    for stage in [PlanStage.listing(after: "7\"é"), .writing(after: ""), .writing(after: "wm-1")] {
      #expect(try PlanStage(cursor: stage.cursor) == stage)
    }
  }
}
