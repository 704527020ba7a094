import Glibc
import Messages
import Protobuf
import Testing

/// What is made to cost us much more than the sender: the stack, the memory or the time. Each is
/// refused at its beginning.
@Suite("Hostile messages")
struct HostileTests {
  @Test(
    "A million levels are refused as cheaply as sixty-five",
    arguments: [65, 100, 1_000, 10_000, 100_000, 1_000_000])
  func levels(count: Int) throws {
    let wire = Wire.nested(in: 38, levels: count)
    #expect(try failure(wire, reading: 64 * 12, Sample.self)?.kind == .limit)
  }

  @Test("So are a million groups", arguments: [65, 1_000, 1_000_000])
  func groups(count: Int) throws {
    let wire = Wire.tag(900, wireType: 3).repeated(count)
    #expect(try failure(wire, reading: 64 * 3, Sample.self)?.kind == .limit)
  }

  /// 4 MiB unpack to 8 to 148 times as much: what the element limit or the memory limit lets through
  /// is bounded in bytes.
  @Test(
    "Of 4 MiB that unpack to 148 times as much no more is read than the limits let through",
    arguments: [
      .field(37, []), .field(34, []), .field(38, []), .field(91, []), .varint(31, 1),
      .varint(900, 1), .tag(900, wireType: 3) + .tag(900, wireType: 4),
    ] as [Wire])
  func amplification(one: Wire) throws {
    let wire = one.repeated((4 << 20) / one.bytes.count)
    let most = (UnpackLimits.standard.elements + 1) * one.bytes.count
    #expect(try failure(wire, reading: most, Sample.self)?.kind == .limit)
  }

  @Test("Nor of a packed run")
  func packedRun() throws {
    for field: UInt32 in [31, 33, 36] {
      let wire = Wire.field(field, [UInt8](repeating: 1, count: 4 << 20))
      #expect(try failure(wire, reading: 100_010, Sample.self)?.kind == .limit)
    }
  }

  @Test("Empty messages that are wide in memory are refused by their memory, however many may come")
  func wideMessages() throws {
    let wire = Wire.field(11, []).repeated(2 << 20)
    let limits = UnpackLimits(elements: .max)
    // Each takes 200 bytes and more.
    let most = limits.memoryBytes / 200 * 2
    #expect(try failure(wire, reading: most, TestingV1.Wide.self, limits)?.kind == .limit)
  }

  /// What unpacking fails with, when nothing beyond the first `count` bytes, rounded up to a page, may
  /// be read: the process would end.
  private func failure<Kind: Message>(
    _ wire: Wire, reading count: Int, _: Kind.Type, _ limits: UnpackLimits = .standard
  ) throws -> UnpackError? {
    let pageBytes = Int(getpagesize())
    let memory = try #require(
      mmap(
        nil, wire.bytes.count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))
    try #require(memory != MAP_FAILED)
    defer { munmap(memory, wire.bytes.count) }
    memory.copyMemory(from: wire.bytes, byteCount: wire.bytes.count)
    let readable = (count + pageBytes - 1) / pageBytes * pageBytes
    if readable < wire.bytes.count {
      try #require(mprotect(memory + readable, wire.bytes.count - readable, PROT_NONE) == 0)
    }
    do throws(UnpackError) {
      _ = try Kind(
        unpacking: UnsafeRawBufferPointer(start: memory, count: wire.bytes.count), limits: limits)
      return nil
    } catch {
      return error
    }
  }
}
