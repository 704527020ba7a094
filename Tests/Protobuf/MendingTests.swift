import Messages
import Protobuf
import Testing

/// What protobuf-c refuses or misreads, and every parser must take.
@Suite("Odd wire forms")
struct MendingTests {
  static let mistyped: [Wire] = [
    .varint(14, 1), .varint(17, 1), .varint(9, 1), .varint(10, 1), .field(3, [1]), .field(13, [1]),
    .field(16, [1]), .tag(3, wireType: 5) + [1, 2, 3, 4], .tag(34, wireType: 5) + [1, 2, 3, 4],
    .tag(31, wireType: 5) + [1, 2, 3, 4], .field(1, .varint(1, 1)),
    .tag(17, wireType: 3) + .varint(1, 1) + .tag(17, wireType: 4),
  ]

  @Test(
    "A field of another wire type than the proto's is one the proto does not know",
    arguments: mistyped)
  func wrongWireTypes(wire: Wire) throws {
    #expect(try Sample(unpacking: wire.bytes) == Sample())
    let among = Wire.field(14, [0x61]) + wire + .varint(52, 1)
    #expect(try Sample(unpacking: among.bytes) == Sample(text: "a", maybeFlag: true))
    let inside = Wire.field(38, .field(37, .field(1, [0x62])) + wire)
    #expect(
      try Sample(unpacking: inside.bytes) == Sample(children: [.init(inners: [.init(name: "b")])]))
  }

  @Test("A group is passed over, with all that is in it")
  func groups() throws {
    let group =
      Wire.tag(900, wireType: 3) + .varint(3, 7) + .field(14, [0xff]) + .tag(3, wireType: 3)
      + .tag(3, wireType: 4) + .tag(900, wireType: 4)
    let wire = Wire.varint(3, 9) + group + .field(17, group + .varint(2, 5)) + group
    #expect(try Sample(unpacking: wire.bytes) == Sample(small: 9, inner: .init(count: 5)))
  }

  @Test("The copies of a singular message are one, which holds what all of them say")
  func copies() throws {
    let twice = Wire.field(17, .varint(2, 1)) + .varint(3, 4) + .field(17, .field(1, [0x61]))
    #expect(
      try Sample(unpacking: twice.bytes) == Sample(small: 4, inner: .init(name: "a", count: 1)))
    let inEntry = Wire.field(
      92, .field(2, .varint(2, 1)) + .varint(1, 8) + .field(2, .varint(2, 3)))
    #expect(try Sample(unpacking: inEntry.bytes).innersByNumber == [8: .init(count: 3)])
  }

  @Test("Repeated fields of copies are joined, in their order, on every level")
  func copiesOfCopies() throws {
    let copy = Wire.field(17, .field(1, [0x61])) + .varint(31, 1) + .field(38, [])
    let other = Wire.field(17, .varint(2, 2)) + .field(31, [2, 3]) + .field(38, .varint(3, 5))
    // The field is singular two levels down, in a child.
    let wire = Wire.field(38, copy + other)
    #expect(
      try Sample(unpacking: wire.bytes).children == [
        Sample(
          inner: .init(name: "a", count: 2), numbers: [1, 2, 3],
          children: [.init(), .init(small: 5)])
      ])
  }

  @Test("Of a oneof the last member counts, joined with what came of it since another did")
  func oneofs() throws {
    let inner = Wire.field(76, .varint(2, 6))
    let named = Wire.field(76, .field(1, [0x61]))
    let text = Wire.field(73, [0x62])
    func choice(_ wire: Wire) throws -> Sample.Choice? { try Sample(unpacking: wire.bytes).choice }
    #expect(try choice(inner + named) == .chosenInner(.init(name: "a", count: 6)))
    #expect(try choice(inner + text + named) == .chosenInner(.init(name: "a")))
    #expect(try choice(inner + named + text) == .chosenText("b"))
    #expect(try choice(text + inner + named) == .chosenInner(.init(name: "a", count: 6)))
  }

  @Test("Text is checked in them as everywhere")
  func text() {
    let twice = Wire.field(17, .varint(2, 1)) + .field(17, .field(1, [0xff]))
    #expect(failure(twice) == UnpackError(.text, field: "inner.name", "is not valid UTF-8"))
  }

  @Test("The limits hold for what is passed over")
  func limits() {
    let limits = UnpackLimits(elements: 10)
    for one in [Wire.varint(14, 1), Wire.tag(900, wireType: 3) + .tag(900, wireType: 4)] {
      #expect(failure(one.repeated(10), limits: limits) == nil)
      #expect(failure(one.repeated(11), limits: limits)?.kind == .limit)
    }
    let inside = Wire.varint(900, 1).repeated(10)
    #expect(
      failure(.tag(900, wireType: 3) + inside + .tag(900, wireType: 4), limits: limits)?.kind
        == .limit)
  }
}
