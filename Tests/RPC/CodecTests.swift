import Fixtures
import Testing

@testable import RPC

@Suite struct CodecTests {
  @Test("Base64 comes back, with and without padding", arguments: 0..<100)
  func base64(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let bytes = [UInt8].random(Int.random(in: 0...40, using: &random), using: &random)
    let letters = Base64.encode(bytes)
    #expect(Base64.decode(letters) == bytes)
    let padding = [UInt8](repeating: UInt8(ascii: "="), count: (4 - letters.count % 4) % 4)
    #expect(Base64.decode(letters + padding) == bytes)
  }

  @Test(
    "What is not base64 is refused",
    arguments: ["A", "AA=", "AAA==", "A===", "AA=A", "A*AA", "===="])
  func badBase64(text: String) {
    #expect(Base64.decode(Array(text.utf8)) == nil)
  }

  @Test(
    "Any text survives grpc-message",
    arguments: ["", "plain", "100 %", "\t\ntab\r\n", "☺ and 😈", "%41", "企业微信"])
  func percent(text: String) {
    let encoded = PercentCoding.encode(text)
    #expect(encoded.allSatisfy { (0x20...0x7E).contains($0) })
    #expect(encoded.withUnsafeBytes { PercentCoding.decode($0) } == text)
  }

  @Test(
    "A bad escape stands for itself",
    arguments: [("%", "%"), ("%4", "%4"), ("%zz", "%zz"), ("a%C3b", "a\u{FFFD}b")])
  func badPercent(encoded: String, text: String) {
    #expect(Array(encoded.utf8).withUnsafeBytes { PercentCoding.decode($0) } == text)
  }

  @Test("Noise never stops the percent decoder", arguments: 0..<100)
  func percentNoise(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let alphabet = Array("%%%0aFz".utf8) + [0, 0xFF]
    let noise = (0..<60).map { _ in alphabet.randomElement(using: &random)! }
    _ = noise.withUnsafeBytes { PercentCoding.decode($0) }
    _ = Base64.decode(noise)
    _ = noise.withUnsafeBytes { Timeout.parse($0) }
  }

  @Test(
    "Every unit of a timeout is read",
    arguments: [
      ("1n", 1), ("2u", 2_000), ("3m", 3_000_000), ("4S", 4_000_000_000), ("5M", 300_000_000_000),
      ("6H", 21_600_000_000_000), ("99999999H", Int64.max), ("0m", 0),
    ])
  func timeout(text: String, nanoseconds: Int64) {
    #expect(Array(text.utf8).withUnsafeBytes { Timeout.parse($0) } == nanoseconds)
  }

  @Test(
    "A malformed timeout is refused", arguments: ["", "1", "m", "-1m", "1x", "123456789m", "1 m"])
  func badTimeout(text: String) {
    #expect(Array(text.utf8).withUnsafeBytes { Timeout.parse($0) } == nil)
  }

  @Test(
    "A timeout is written with at most eight digits",
    arguments: [
      (0, "1n"), (99_999_999, "99999999n"), (100_000_000, "100000u"), (30_000_000_000, "30000000u"),
      (Int64.max, "2562047H"),
    ])
  func formatTimeout(nanoseconds: Int64, text: String) {
    #expect(Timeout.format(nanoseconds: nanoseconds) == text)
  }

  @Test("Metadata refuses the names of the protocol and letters that cannot be sent")
  func metadataNames() {
    for name in ["", ":path", "grpc-status", "te", "content-type", "Upper", "a b", "x-bin"] {
      #expect(!Metadata.accepts(name: name, value: "v"))
    }
    #expect(!Metadata.accepts(name: "x", value: "ä"))
    #expect(!Metadata.accepts(name: "x", value: "a\nb"))
    #expect(Metadata.accepts(name: "x-y_z.1", value: "a b~"))
    #expect(Metadata.accepts(binaryName: "x-bin"))
    #expect(!Metadata.accepts(binaryName: "x"))
  }

  @Test("Metadata keeps the order and repetitions")
  func metadataOrder() {
    var metadata: Metadata = ["a": "1", "b": "2"]
    metadata.append("a", "3")
    metadata.append("c-bin", bytes: [0, 255])
    #expect(metadata["a"] == "1")
    #expect(metadata.all("a") == ["1", "3"])
    #expect(metadata.binary("c-bin") == [0, 255])
    #expect(metadata["c-bin"] == nil)
  }

  @Test("Addresses are read and written alike")
  func addresses() {
    for text in ["127.0.0.1:7401", "[::]:7401", "unix:/run/siyu.sock", "localhost:0"] {
      #expect(ListenAddress(parsing: text)?.description == text)
    }
    for text in [
      "", "7401", "host", "host:", "host:70000", "::1:7401", "unix:", "host:-1", "[[]]:1", "[:1",
    ] {
      #expect(ListenAddress(parsing: text) == nil)
    }
    #expect(ListenAddress(parsing: ":7401") == .tcp(host: "::", port: 7401))
  }

  @Test("Attempts to connect wait longer each time, within a fifth, up to two minutes")
  func backoff() {
    var backoff = Backoff(longestSeconds: 120)
    var expected = 1000.0
    for round in 0..<20 {
      let random = Double(round) / 20
      let wait = Double(backoff.next(random: random))
      #expect(abs(wait - expected * (0.8 + 0.4 * random)) <= 1)
      expected = min(expected * 1.6, 120_000)
    }
    backoff.reset()
    #expect(backoff.next(random: 0.5) == 1000)
  }

  @Test("Credit for waiting messages is due when they are taken, for a partial one at once")
  func credit() {
    var ledger = CreditLedger()
    ledger.came(100)
    #expect(ledger.due(partial: 100) == 100)
    ledger.came(50)
    ledger.queued(120)
    #expect(ledger.due(partial: 30) == 0)
    ledger.took(120)
    #expect(ledger.due(partial: 30) == 50)
    ledger.came(10)
    ledger.queued(10)
    #expect(ledger.due(partial: 0) == 0)
    #expect(ledger.all() == 10)
  }
}
