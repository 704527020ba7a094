import Messages
import Protobuf
import Testing

@Suite("A message that is packed and unpacked")
struct RoundTripTests {
  @Test("comes back as it was, with every kind of field")
  func everyField() throws {
    #expect(try Sample(unpacking: Sample.full.packed()) == Sample.full)
  }

  @Test("needs no bytes when it is empty, and comes back from none")
  func empty() throws {
    #expect(Sample().packed() == [])
    #expect(try Sample(unpacking: []) == Sample())
  }

  @Test("has the bytes that the protobuf documentation gives")
  func documentedBytes() throws {
    #expect(Sample(small: 150).packed() == [0x18, 0x96, 0x01])
    #expect(Sample(text: "testing").packed() == [0x72, 7] + Array("testing".utf8))
    #expect(Sample(numbers: [3, 270, 86942]).packed() == [0xfa, 1, 6, 3, 0x8e, 2, 0x9e, 0xa7, 5])
    #expect(Sample(smallSigned: -2).packed() == [0x38, 3])
    #expect(Sample(inner: .init()).packed() == [0x8a, 1, 0])
  }

  @Test("knows its size before it is written, and writes no more")
  func size() {
    let sample = Sample.full
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 1)
    defer { buffer.deallocate() }
    buffer.initializeMemory(as: UInt8.self, repeating: 0xaa)
    let (size, written) = sample.pack { form in (form.size, form.write(to: buffer)) }
    #expect(size == written)
    #expect(size == sample.packedSize)
    #expect(Array(buffer[..<size]) == sample.packed())
    #expect(buffer[size...].allSatisfy { $0 == 0xaa })
  }

  @Test("has parts that are packed already, and is what any reader takes it for")
  func prepacked() throws {
    let long = String(repeating: "长", count: 100)
    let inners = [Sample.Inner(name: "a", count: 1), .init(), .init(name: long, count: -1)]
    let parts = TestingV1.Parts(
      before: "b", inners: PackedList(inners.map(Packed.init)),
      wides: PackedList([Packed(.init(g: [7]))]), behind: "c", names: ["", long, "a"])
    let bytes = parts.packed()
    #expect(parts.packedSize == bytes.count)
    let read = try TestingV1.Parts(unpacking: bytes)
    #expect(read == parts)
    #expect(try read.inners.unpacked() == inners)
    #expect(Array(read.names) == ["", long, "a"])
    #expect(TestingV1.Parts(before: "b", behind: "c").packed() == [0x0a, 1, 0x62, 0x22, 1, 0x63])
    // Packed parts stand behind the other fields.
    let small = TestingV1.Parts(
      inners: PackedList([Packed(.init(count: 5))]), wides: PackedList([Packed(.init(a: "x"))]),
      behind: "c", names: ["y", "z"])
    #expect(
      small.packed() == [
        0x22, 1, 0x63, 0x12, 2, 0x10, 5, 0x1a, 3, 0x0a, 1, 0x78, 0x8a, 2, 1, 0x79, 0x8a, 2, 1, 0x7a,
      ])
  }

  @Test("can be packed while another one is")
  func nestedPacking() throws {
    let outer = Sample.full
    let inner = Sample(texts: Array(repeating: "enough to need another chunk", count: 10_000))
    let bytes = outer.pack { form in
      let innerBytes = inner.packed()
      #expect(innerBytes.count > 256 << 10)
      return [UInt8](unsafeUninitializedCapacity: form.size) { buffer, count in
        count = form.write(to: UnsafeMutableRawBufferPointer(buffer))
      }
    }
    #expect(try Sample(unpacking: bytes) == outer)
  }

  @Test("comes back from many threads at once")
  func threads() async throws {
    let sample = Sample.full
    let bytes = sample.packed()
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 {
        group.addTask {
          (0..<100).allSatisfy { _ in
            (try? Sample(unpacking: bytes)) == sample && sample.packed() == bytes
          }
        }
      }
      for await isSame in group { #expect(isSame) }
    }
  }
}

@Suite("Presence")
struct PresenceTests {
  @Test("An optional field that is zero is not one that is absent")
  func optionals() throws {
    let absent = try Sample(unpacking: Sample().packed())
    #expect(absent.maybeNumber == nil)
    #expect(absent.maybeFlag == nil)
    #expect(absent.maybeText == nil)
    #expect(absent.maybeData == nil)
    #expect(absent.maybeColor == nil)

    let zero = Sample(
      maybeNumber: 0, maybeFlag: false, maybeText: "", maybeData: [], maybeColor: .unspecified)
    #expect(try Sample(unpacking: zero.packed()) == zero)
  }

  @Test("An empty sub-message is not an absent one")
  func subMessage() throws {
    #expect(try Sample(unpacking: Sample(inner: .init()).packed()).inner == Sample.Inner())
    #expect(try Sample(unpacking: Sample().packed()).inner == nil)
  }

  @Test(
    "Each case of a oneof comes back, zero or not",
    arguments: [
      .chosenNumber(0), .chosenNumber(-5), .chosenFlag(false), .chosenText(""),
      .chosenText("text"), .chosenData([]), .chosenColor(.unspecified), .chosenInner(.init()),
      .chosenInner(.init(name: "n")), nil,
    ] as [Sample.Choice?])
  func oneofs(choice: Sample.Choice?) throws {
    #expect(try Sample(unpacking: Sample(choice: choice).packed()).choice == choice)
  }

  @Test("Of several cases of a oneof the last one counts")
  func lastOneof() throws {
    let wire = Wire.field(73, Array("text".utf8)) + .field(76, []) + .varint(71, 4)
    #expect(try Sample(unpacking: wire.bytes).choice == .chosenNumber(4))
    let turned = Wire.varint(71, 4) + .field(74, [1]) + .field(76, .varint(2, 6))
    #expect(try Sample(unpacking: turned.bytes).choice == .chosenInner(.init(count: 6)))
  }
}

@Suite("Values")
struct ValueTests {
  @Test("A number that an enum does not know comes and goes unchanged")
  func unknownEnumNumbers() throws {
    let unknown = TestingV1.Color(rawValue: 4_000_000)
    let sample = try Sample(unpacking: Sample(color: unknown, maybeColor: unknown).packed())
    #expect(sample.color == unknown)
    #expect(sample.maybeColor == unknown)
    #expect(!unknown.isKnown)
    #expect(unknown.name == nil)
    #expect(try Sample(unpacking: Sample(color: .init(rawValue: -1)).packed()).color.rawValue == -1)
  }

  @Test("An enum knows the names of the proto")
  func enumNames() {
    #expect(TestingV1.Color.blue.name == "COLOR_BLUE")
    #expect(TestingV1.Color.blue.rawValue == 1000)
    #expect(TestingV1.Color() == .unspecified)
    #expect(TestingV1.Color.red.isKnown)
  }

  @Test("Of two entries of a map with the same key the last one counts")
  func mapDuplicates() throws {
    let first = Wire.field(91, .field(1, Array("k".utf8)) + .field(2, Array("1".utf8)))
    let second = Wire.field(91, .field(1, Array("k".utf8)) + .field(2, Array("2".utf8)))
    #expect(try Sample(unpacking: (first + second).bytes).labels == ["k": "2"])
  }

  @Test("A map entry without key or value has the empty one")
  func mapHoles() throws {
    #expect(try Sample(unpacking: Wire.field(91, []).bytes).labels == ["": ""])
    #expect(
      try Sample(unpacking: Wire.field(92, .varint(1, 7)).bytes).innersByNumber == [7: .init()])
  }

  @Test("Equal maps give equal bytes, whatever their history")
  func mapOrder() {
    let keys = (0..<200).map { "key\($0)" }
    var forwards = Sample()
    for key in keys { forwards.labels[key] = key }
    var backwards = Sample()
    backwards.labels.reserveCapacity(5000)
    for key in keys.reversed() { backwards.labels[key] = key }
    #expect(forwards.packed() == backwards.packed())
  }

  @Test("Numbers of a list are taken packed and one by one, and both in turn")
  func packedAndNot() throws {
    let wire = Wire.varint(31, 1) + .field(31, [2, 3]) + .varint(31, 4)
    #expect(try Sample(unpacking: wire.bytes).numbers == [1, 2, 3, 4])
  }

  @Test("Fields that the proto does not know are passed over")
  func unknownFields() throws {
    let wire =
      Wire.varint(500, 1) + .field(501, [1, 2]) + .varint(3, 9)
      + .tag(502, wireType: 1) + [1, 2, 3, 4, 5, 6, 7, 8] + .tag(503, wireType: 5) + [1, 2, 3, 4]
    #expect(try Sample(unpacking: wire.bytes) == Sample(small: 9))
  }

  @Test("Of a singular number that comes twice the last one counts")
  func scalarTwice() throws {
    #expect(try Sample(unpacking: (Wire.varint(3, 1) + .varint(3, 2)).bytes).small == 2)
    #expect(
      try Sample(unpacking: (Wire.field(14, [0x61]) + .field(14, [0x62])).bytes).text == "b")
  }
}

@Suite("File descriptors")
struct FileDescriptorTests {
  @Test("are the packed descriptors of the protos, imports included")
  func descriptors() throws {
    let names = FileDescriptors.all.map(\.name)
    #expect(Set(names).count == names.count)
    for entry in FileDescriptors.all {
      // The first field of a FileDescriptorProto is its name.
      let head = Wire.field(1, Array(entry.name.utf8)).bytes
      #expect(Array(entry.bytes.prefix(head.count)) == head)
      #expect(entry.dependencies.allSatisfy(names.contains), "\(entry.name)")
    }
  }

  @Test("say which symbols a file defines")
  func symbols() throws {
    let entry = try #require(
      FileDescriptors.all.first { $0.name == "siyu/testing/v1/sample.proto" })
    #expect(
      entry.dependencies == ["google/protobuf/timestamp.proto", "siyu/common/v1/options.proto"])
    #expect(
      entry.symbols == [
        "siyu.testing.v1.Sample", "siyu.testing.v1.Sample.Inner", "siyu.testing.v1.Parts",
        "siyu.testing.v1.Wide", "siyu.testing.v1.Color",
      ])
    let health = try #require(
      FileDescriptors.all.first { $0.symbols.contains("grpc.health.v1.Health.Check") })
    #expect(health.symbols.contains("grpc.health.v1.Health"))
  }
}
