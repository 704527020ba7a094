import Foundation
import Messages
import ServiceKit
import Testing

@Suite("Shapes, masks, policies and clocks")
struct ShapeTests {
  @Test("Characters are code points, bytes are UTF-8: names are counted in one, text in the other")
  func units() throws {
    try Shape.characters("四个汉字", 1...4, field: "name")
    try Shape.bytes("四个汉字", 1...12, field: "text")
    #expect(throws: InvalidField.self) { try Shape.characters("五个汉字呀", 1...4, field: "name") }
    #expect(throws: InvalidField.self) { try Shape.bytes("四个汉字", 1...11, field: "text") }
  }

  @Test("What is missing is said to be required, what is long to be too long")
  func reasons() {
    let missing = #expect(throws: InvalidField.self) {
      try Shape.characters("", 1...4, field: "name")
    }
    #expect(missing?.reason == "REQUIRED")
    #expect(missing?.field == "name")
    let long = #expect(throws: InvalidField.self) {
      try Shape.characters("abcde", 1...4, field: "name", errcode: 60001)
    }
    #expect(long?.reason == "TOO_LONG")
    #expect(long?.errcode == 60001)
    #expect(long?.message == "name has 5 characters, allowed are 1 to 4.")
  }

  @Test("A userid is letters, digits and _-@. with a letter or digit first")
  func userids() throws {
    try Shape.userid("Li.Li_1@x-y", field: "userid")
    try Shape.userid(String(repeating: "a", count: 64), field: "userid")
    for bad in ["", "_a", "a b", "李", String(repeating: "a", count: 65), "a/b", "a\u{0}"] {
      #expect(throws: InvalidField.self) { try Shape.userid(bad, field: "userid") }
    }
  }

  @Test("A corp may name a file, and nothing but a file of its folder")
  func corps() {
    for good in ["demo", "ww1a2b", "A-b_c"] { #expect(Admission.isCorp(good)) }
    for bad in ["", ".", "..", "a/b", "-a", "_a", "a.b", String(repeating: "a", count: 65)] {
      #expect(!Admission.isCorp(bad))
    }
  }

  @Test("An empty mask changes what is not empty, a star changes all, a path changes itself")
  func masks() throws {
    let empty = try UpdateMask(nil, allowed: ["name", "order"])
    #expect(empty.value("name", "a", empty: "") == "a")
    #expect(empty.value("name", "", empty: "") == nil)
    let star = try UpdateMask(.init(paths: ["*"]), allowed: ["name", "order"])
    #expect(star.value("name", "", empty: "") == "")
    let one = try UpdateMask(.init(paths: ["name"]), allowed: ["name", "order"])
    #expect(one.value("name", "", empty: "") == "")
    #expect(one.value("order", 7, empty: 0) == nil)
    #expect(throws: InvalidField.self) {
      try UpdateMask(.init(paths: ["nmae"]), allowed: ["name"])
    }
  }

  @Test("A policy file overrides by name, and an unknown name is refused")
  func policies() throws {
    let mine = try Policies(json: Data(#"{"group_members_max": 3}"#.utf8))
    #expect(mine[.groupMembersMax] == 3)
    #expect(mine[.corpTagsMax] == Policy.corpTagsMax.value)
    #expect(throws: Policies.Mistake.unknown(name: "group_size")) {
      try Policies(json: Data(#"{"group_size": 3}"#.utf8))
    }
    #expect(throws: Policies.Mistake.self) { try Policies(json: Data("[]".utf8)) }
  }

  @Test("Every policy has a name of its own, a date and a source")
  func policyTable() {
    #expect(Set(Policy.all.map(\.name)).count == Policy.all.count)
    for policy in Policy.all {
      #expect(!policy.date.isEmpty && !policy.source.isEmpty && policy.value > 0)
    }
  }

  @Test("A moment goes to a Timestamp and back, before 1970 too")
  func timestamps() {
    for microseconds: Int64 in [0, 1, -1, 1_767_571_200_123_456, -62_135_596_800_000_000] {
      let moment = Instant(microseconds: microseconds)
      #expect(Instant(moment.timestamp) == moment)
      #expect((0..<1_000_000_000).contains(moment.timestamp.nanos))
    }
    #expect(Instant(GoogleProtobuf.Timestamp(seconds: 0, nanos: -1)) == nil)
    #expect(Instant(GoogleProtobuf.Timestamp(seconds: 300_000_000_000)) == nil)
  }

  @Test("A sleeper of a stepped clock wakes when its time has come, and not before")
  func clock() async throws {
    let clock = Clock.stepped(from: Instant(seconds: 100))
    async let woken: Void = clock.sleep(until: Instant(seconds: 105))
    clock.advance(seconds: 4)
    clock.advance(seconds: 1)
    try await woken
    #expect(clock.now == Instant(seconds: 105))
    let sleeper = Task { try await clock.sleep(until: Instant(seconds: 1000)) }
    sleeper.cancel()
    await #expect(throws: CancellationError.self) { try await sleeper.value }
  }
}
