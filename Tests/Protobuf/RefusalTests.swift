import Messages
import Protobuf
import Testing

/// What unpacking fails with; nil when it does not.
func failure(_ wire: Wire, limits: UnpackLimits = .standard) -> UnpackError? {
  do {
    _ = try Sample(unpacking: wire.bytes, limits: limits)
    return nil
  } catch {
    return error
  }
}

@Suite("Text")
struct TextTests {
  static let invalid: [[UInt8]] = [
    [0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe5, 0x8d], [0x61, 0x80],
    [0xf0, 0x80, 0x00, 0x41],
  ]

  @Test("that is not UTF-8 is refused, naming the field", arguments: invalid)
  func invalidText(bytes: [UInt8]) throws {
    let error = try #require(failure(.field(14, bytes)))
    #expect(error.kind == .text)
    #expect(error.field == "text")
  }

  @Test("that holds NUL is refused: others would end it there")
  func nul() {
    #expect(
      failure(.field(14, [0x61, 0, 0x62]))
        == UnpackError(.text, field: "text", "holds a NUL character"))
  }

  static let places: [(Wire, String)] = [
    (.field(17, .field(1, [0xff])), "inner.name"),
    (.field(34, []) + .field(34, [0xff]), "texts[1]"),
    (.field(37, []) + .field(37, []) + .field(37, .field(1, [0xff])), "inners[2].name"),
    (.field(38, .field(38, []) + .field(38, .field(14, [0xff]))), "children[0].children[1].text"),
    (.field(53, [0xff]), "maybe_text"),
    (.field(73, [0xff]), "chosen_text"),
    (.field(76, .field(1, [0xff])), "chosen_inner.name"),
    (.field(91, .field(1, [0xff])), "labels[0].key"),
    (.field(91, []) + .field(91, .field(2, [0xff])), "labels[1].value"),
    (.field(92, .field(2, .field(1, [0xff]))), "inners_by_number[0].value.name"),
  ]

  @Test("that is wrong is named by its place wherever it stands", arguments: places)
  func paths(wire: Wire, field: String) {
    #expect(failure(wire) == UnpackError(.text, field: field, "is not valid UTF-8"))
  }

  @Test("that is wrong twice is named by the first")
  func first() throws {
    let wire = Wire.field(34, []) + .field(34, [0xff]) + .field(34, [0xfe])
    #expect(try #require(failure(wire)).field == "texts[1]")
  }

  @Test("in a bytes field may be anything")
  func bytes() throws {
    #expect(try Sample(unpacking: Wire.field(15, [0, 0xff]).bytes).data == [0, 0xff])
  }
}

@Suite("Bytes that are no message")
struct MalformedTests {
  static let cut: [Wire] = [
    [0x18], [0x18, 0x80], [0x72, 5, 1, 2], [0x72, 0x80], [0x4d, 1, 2, 3],
    [0x51, 1, 2, 3, 4, 5, 6, 7],
    [0x9a], .field(37, [0x0a, 9]), .field(32, [1, 2, 3, 4]), .field(31, [0x80]),
    [0xf2, 0x1f, 0xff, 0xff, 0xff, 0xff, 0x0f],
  ]

  @Test("A message that ends too early is refused", arguments: cut)
  func truncated(wire: Wire) throws {
    #expect(try #require(failure(wire)).kind == .malformed)
  }

  @Test("Every prefix of a message is a message or is refused, and never read beyond")
  func prefixes() {
    let bytes = Sample.full.packed()
    for count in bytes.indices {
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(count, 1), alignment: 1)
      defer { copy.deallocate() }
      copy.copyBytes(from: bytes[..<count])
      _ = try? Sample(unpacking: UnsafeRawBufferPointer(rebasing: copy[..<count]))
    }
  }

  @Test("A varint of more than 10 bytes is refused, known and unknown")
  func longVarints() throws {
    let long = Wire([UInt8](repeating: 0x80, count: 10) + [1])
    for number: UInt32 in [3, 900] {
      #expect(try #require(failure(.tag(number, wireType: 0) + long)).kind == .malformed)
    }
    let longest = Wire([UInt8](repeating: 0xff, count: 9) + [1])
    #expect(try Sample(unpacking: (.tag(3, wireType: 0) + longest).bytes).small == -1)
  }

  @Test("Groups without begin or end, and tags that cannot be, are refused")
  func impossibleTags() throws {
    let wires: [Wire] = [
      .tag(3, wireType: 3), .tag(3, wireType: 4), .tag(900, wireType: 3) + .tag(901, wireType: 4),
      .tag(900, wireType: 3) + .tag(901, wireType: 3) + .tag(900, wireType: 4),
      .tag(900, wireType: 3) + [0] + .tag(900, wireType: 4), .tag(3, wireType: 6),
      .tag(3, wireType: 7), [0], [0, 0], [2, 0],
      [0xf8, 0xff, 0xff, 0xff, 0x1f, 0], [0x80, 0x80, 0x80, 0x80, 0x80, 0x01],
    ]
    for wire in wires { #expect(try #require(failure(wire)).kind == .malformed) }
  }
}

@Suite("Limits")
struct LimitTests {
  @Test("64 levels are taken, 65 refused, naming the way down")
  func depth() throws {
    #expect(failure(.nested(in: 38, levels: 64)) == nil)
    let error = try #require(failure(.nested(in: 38, levels: 65)))
    #expect(error.kind == .limit)
    #expect(error.field == [String](repeating: "children", count: 64).joined(separator: "."))
  }

  @Test("Groups count as levels")
  func groupDepth() {
    func groups(_ count: Int) -> Wire {
      Wire.tag(900, wireType: 3).repeated(count) + Wire.tag(900, wireType: 4).repeated(count)
    }
    #expect(failure(groups(63)) == nil)
    #expect(failure(groups(64))?.kind == .limit)
  }

  @Test("A level limit of one takes messages without messages")
  func flat() {
    let limits = UnpackLimits(depth: 1)
    #expect(failure(.varint(3, 1), limits: limits) == nil)
    #expect(failure(.field(17, []), limits: limits)?.kind == .limit)
  }

  @Test(
    "100,000 elements are taken, one more refused",
    arguments: [
      (Wire.field(37, []), "inners"), (.field(31, [1]), "numbers"), (.varint(31, 1), "numbers"),
      (.field(34, []), "texts"), (.field(91, []), "labels"), (.varint(900, 1), ""),
    ])
  func elements(one: Wire, field: String) throws {
    let limits = UnpackLimits(memoryBytes: 1 << 30)
    #expect(failure(one.repeated(100_000), limits: limits) == nil)
    let error = try #require(failure(one.repeated(100_001), limits: limits))
    #expect(error.kind == .limit)
    #expect(error.field == field)
  }

  @Test("Elements count across levels, and in one packed run")
  func elementsEverywhere() {
    let limits = UnpackLimits(elements: 10)
    let child = Wire.field(38, .field(34, []).repeated(4))
    #expect(failure(child.repeated(2), limits: limits) == nil)
    #expect(failure(child.repeated(3), limits: limits)?.kind == .limit)
    #expect(failure(.field(31, [UInt8](repeating: 1, count: 10)), limits: limits) == nil)
    #expect(failure(.field(31, [UInt8](repeating: 1, count: 11)), limits: limits)?.kind == .limit)
  }

  @Test("What the walk lets through fits the memory it was given")
  func estimateHolds() throws {
    // The arena refuses by itself when the walk's sum is too small: then the error has no field.
    let shapes: [Wire] = [
      .field(37, []), .field(34, Array("some text".utf8)), .field(31, [1, 2, 3]), .varint(900, 1),
      .field(38, .field(17, [])), .field(91, []), .field(901, [1]), .field(33, [1]), .varint(33, 1),
    ]
    for shape in shapes {
      for count in [1, 15, 16, 17, 100, 1000, 5000] {
        let wire = shape.repeated(count)
        var low = 0
        var high = 64 << 20
        while low + 1 < high {
          let middle = (low + high) / 2
          if failure(wire, limits: UnpackLimits(memoryBytes: middle)) == nil {
            high = middle
          } else {
            low = middle
          }
        }
        let error = try #require(failure(wire, limits: UnpackLimits(memoryBytes: low)))
        #expect(error.kind == .limit)
        #expect(
          error.reason.contains("over"), "the walk's sum is too small for \(shape) × \(count)")
      }
    }
  }

  @Test("A large text is taken when the memory reaches for it")
  func largeText() throws {
    let text = String(repeating: "字", count: 1 << 20)
    #expect(try Sample(unpacking: Sample(text: text).packed()).text == text)
    #expect(
      failure(.field(14, [UInt8](repeating: 0x61, count: 17 << 20)))
        == UnpackError(
          .limit, field: "text", "takes the message over 16777216 bytes of memory"))
  }
}
