import ServiceKit
import Testing

@Suite("The corp's time")
struct CorpTimeTests {
  @Test("Days, weekdays and minutes are those of the corp's clocks")
  func zones() {
    // 2026-01-04 23:30 UTC, a Sunday there and a Monday in Shanghai.
    let moment = Instant(seconds: 1_767_569_400)
    let shanghai = CorpTime(moment, timeZone: "Asia/Shanghai")
    #expect((shanghai.weekday, shanghai.minute) == (1, 7 * 60 + 30))
    #expect(CorpTime.text(ofDay: shanghai.day) == "2026-01-05")
    let utc = CorpTime(moment, timeZone: "UTC")
    #expect((utc.weekday, utc.minute) == (7, 23 * 60 + 30))
    #expect(CorpTime.text(ofDay: utc.day) == "2026-01-04")
    #expect(utc.day == shanghai.day - 1)
  }

  @Test("Summer time moves the clocks, and days before 1970 count backwards")
  func edges() {
    // 2026-07-01 22:30 UTC is 00:30 of the next day in Berlin, two hours ahead in summer.
    let summer = CorpTime(Instant(seconds: 1_782_945_000), timeZone: "Europe/Berlin")
    #expect((summer.minute, CorpTime.text(ofDay: summer.day)) == (30, "2026-07-02"))
    let before = CorpTime(Instant(microseconds: -1), timeZone: "UTC")
    #expect((before.day, before.weekday, before.minute) == (-1, 3, 1439))
    #expect(CorpTime.text(ofDay: -1) == "1969-12-31")
  }

  @Test("A zone this machine does not know counts as Asia/Shanghai")
  func unknownZone() {
    let moment = Instant(seconds: 1_767_569_400)
    #expect(
      CorpTime(moment, timeZone: "Nowhere/None") == CorpTime(moment, timeZone: "Asia/Shanghai"))
  }
}
