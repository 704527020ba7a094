import ArgumentParser
import Glibc
import Messages
import Protobuf

/// How long it takes to refuse what is made to cost much: the median of several times, on this thread.
struct Refusals: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refusals",
    abstract: "Measures how fast hostile messages are refused; fails where it takes 5 ms or more.")

  private static let mostMilliseconds = 5.0
  private static let rounds = 21
  /// The largest message a server takes.
  private static let wireBytes = 4 << 20

  func run() throws {
    var isFast = true
    for levels in [65, 1_000, 10_000, 100_000, 1_000_000] {
      isFast = measure("\(levels) levels", Self.nested(levels), TestingV1.Sample.self) && isFast
    }
    // A tag and a value, again and again: by the numbers of the fields in Sample and Wide.
    for (name, one) in [
      ("empty messages", [0xB2, 0x02, 0]), ("empty texts", [0x92, 0x02, 0]),
      ("numbers one by one", [0xF8, 0x01, 1]), ("unknown fields", [0xA0, 0x38, 1]),
      ("unknown groups", [0xA3, 0x38, 0xA4, 0x38]),
    ] as [(String, [UInt8])] {
      isFast = measure(name, Self.full(of: one), TestingV1.Sample.self) && isFast
    }
    isFast =
      measure("empty wide messages", Self.full(of: [0x5A, 0]), TestingV1.Wide.self) && isFast
    // A length of four bytes, then so many numbers of one byte.
    let packed: [UInt8] = [0xFA, 0x01, 0x80, 0x80, 0x80, 0x02]
    let run = packed + [UInt8](repeating: 1, count: Self.wireBytes)
    isFast = measure("packed numbers", run, TestingV1.Sample.self) && isFast
    if !isFast { throw ExitCode.failure }
  }

  private func measure<Kind: Message>(_ name: String, _ wire: [UInt8], _: Kind.Type) -> Bool {
    let times = (0..<Self.rounds).map { _ in
      let clock = ContinuousClock()
      return clock.measure {
        do throws(UnpackError) {
          _ = try Kind(unpacking: wire)
          preconditionFailure("\(name) are taken")
        } catch {
          precondition(error.kind == .limit, "\(name) are refused as \(error)")
        }
      }
    }
    let median = times.sorted()[Self.rounds / 2] / .milliseconds(1)
    let isFast = median < Self.mostMilliseconds
    let columns = [
      Self.padded(name, to: 24), "\(wire.count) bytes", "refused in \(Self.rounded(median)) ms",
    ]
    print(columns.joined(separator: "  ") + (isFast ? "" : "  MISSED"))
    return isFast
  }

  /// Messages in the field `children` of each other, so many levels in all. From the inside out, and
  /// turned round, for a front that grows costs its length each time.
  private static func nested(_ levels: Int) -> [UInt8] {
    var turned: [UInt8] = []
    for _ in 1..<levels {
      var head: [UInt8] = [0xB2, 0x02]
      var count = turned.count
      while count > 0x7F {
        head.append(UInt8(count & 0x7F) | 0x80)
        count >>= 7
      }
      head.append(UInt8(count))
      turned.append(contentsOf: head.reversed())
    }
    return turned.reversed()
  }

  private static func full(of one: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: wireBytes / one.count * one.count) { buffer, count in
      count = buffer.count / one.count * one.count
      for index in 0..<count { buffer[index] = one[index % one.count] }
    }
  }

  private static func padded(_ text: String, to count: Int) -> String {
    text + String(repeating: " ", count: max(0, count - text.count))
  }

  private static func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }
}
