import ServiceKit
import Testing

@Suite("Days")
struct DayTests {
  @Test("A day begins at 0 o'clock in UTC+8, before 1970 too")
  func begins() {
    #expect(Day(of: Instant(seconds: 0)).number == 0)
    #expect(Day(of: Instant(seconds: 16 * 3600 - 1)).number == 0)
    #expect(Day(of: Instant(seconds: 16 * 3600)).number == 1)
    #expect(Day(of: Instant(seconds: -8 * 3600)).number == 0)
    #expect(Day(of: Instant(microseconds: -8 * 3_600_000_000 - 1)).number == -1)
    #expect(Day(number: 1).start == Instant(seconds: 16 * 3600))
    #expect(Day(of: Day(number: -700).start).number == -700)
  }

  @Test("Days are counted and compared")
  func counted() {
    let day = Day(of: Instant(seconds: 1_767_571_200))
    #expect(day.advanced(by: 3).number == day.number + 3)
    #expect(day < day.advanced(by: 1))
  }
}

@Suite("Fingerprints")
struct FingerprintTests {
  private func print(_ texts: [String], _ number: Int64) -> UInt64 {
    var print = Fingerprint()
    for text in texts { print.add(text) }
    print.add(number)
    return print.finish()
  }

  @Test("The same values give the same number on every machine")
  func same() {
    // The first eight bytes of SHA-256 over a length, "ab" and 7, as Python's hashlib says.
    #expect(print(["ab"], 7) == 0x950F_8B89_901A_5FBB)
  }

  @Test("Values that only look alike when put end to end differ")
  func different() {
    let all = [
      print(["ab", "c"], 1), print(["a", "bc"], 1), print(["abc"], 1), print(["abc"], 2),
    ]
    #expect(Set(all).count == all.count)
  }
}
