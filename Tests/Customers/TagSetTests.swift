@testable import Customers
import Testing

@Suite("Tags in keys")
struct TagSetTests {
  @Test("A set is the same after it was packed, however large its keys")
  func packed() {
    for keys: [Int64] in [
      [], [1], [1, 2, 3], [127], [128], [16_383, 16_384], [1, 1 << 40, Int64.max],
    ] {
      let set = TagSet(keys)
      #expect(set.packed.withUnsafeBytes { TagSet(packed: $0) } == set)
    }
  }

  @Test("Fifty tags of a corp take some sixty bytes")
  func size() {
    #expect(TagSet(stride(from: Int64(1), to: 10_000, by: 200)).packed.count <= 100)
    #expect(TagSet(1...50).packed.count == 50)
  }

  @Test("A set is ascending, and holds each key once")
  func ordered() {
    #expect(TagSet([3, 1, 3, 2]).keys == [1, 2, 3])
    #expect(TagSet([1, 3]).union(TagSet([2, 3])).keys == [1, 2, 3])
    #expect(TagSet([1, 2, 3]).subtracting(TagSet([2, 9])).keys == [1, 3])
  }

  @Test("A sender is who chatted last, then who added last, then the smallest userid in any case")
  func sender() {
    let names: [Int64: String] = [1: "b", 2: "A"]
    func comesBefore(_ left: Candidate, _ right: Candidate) -> Bool {
      left.comesBefore(right) { names[$0]! }
    }
    func candidate(_ member: Int64, chat: Int64 = 0, create: Int64 = 0) -> Candidate {
      Candidate(member: member, lastChatTime: chat, createTime: create)
    }
    #expect(comesBefore(candidate(1, chat: 5, create: 1), candidate(2, chat: 4, create: 9)))
    #expect(comesBefore(candidate(1, create: 2), candidate(2, create: 1)))
    #expect(comesBefore(candidate(2), candidate(1)))
    #expect(!comesBefore(candidate(1), candidate(2)))
  }
}
