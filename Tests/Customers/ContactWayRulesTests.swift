import Fixtures
import ServiceKit
import Synchronization
import Testing

@testable import Customers

@Suite("The rules of contact ways")
struct ContactWayRulesTests {
  private func way(shifts: [Shift] = [], daily: Int = 0, total: Int = 0) -> ContactWay {
    var way = ContactWay(
      kind: .multiple, scene: .qrCode, isExclusive: false, createTime: Instant(seconds: 0))
    way.shifts = shifts
    way.memberDailyMax = daily
    way.memberTotalMax = total
    return way
  }

  /// Monday 2026-01-05, so many minutes after midnight in Shanghai.
  private func monday(_ minute: Int64) -> CorpTime {
    CorpTime(Instant(seconds: 1_767_542_400 + minute * 60), timeZone: "Asia/Shanghai")
  }

  private func choose(
    _ way: ContactWay, _ members: [Int64], spares: [Int64] = [], preferred: [Int64] = [],
    draw: @escaping @Sendable (Int) -> Int = { _ in 0 },
    _ standing: (Int64) -> ContactWayChoice.Standing
  ) -> ContactWayChoice.Outcome {
    ContactWayChoice(way: way, time: monday(600), draw: draw).choose(
      members: members, spares: spares, preferred: preferred, standing: standing)
  }

  @Test("Each member who can be led to is chosen equally often")
  func uniform() {
    let random = Mutex(SeededNumbers(seed: 7))
    var chosen: [Int64: Int] = [:]
    for _ in 0..<6000 {
      let outcome = choose(
        way(), [1, 2, 3, 4, 5],
        draw: { count in
          random.withLock { Int.random(in: 0..<count, using: &$0) }
        }
      ) { .init(userid: "m\($0)", isActive: $0 != 2 && $0 != 5) }
      guard case .member(let member) = outcome else { continue }
      chosen[member, default: 0] += 1
    }
    #expect(Set(chosen.keys) == [1, 3, 4])
    // Of 6000 draws a third is 2000, give or take 37; four times that is met by the seed.
    #expect(chosen.values.allSatisfy { abs($0 - 2000) < 148 })
  }

  @Test("Who is preferred comes first, in the order given, as far as he can be led to")
  func preferred() {
    let outcome = choose(way(), [1, 2, 3], preferred: [9, 3, 2]) {
      .init(userid: "m\($0)", isActive: $0 != 3)
    }
    #expect(outcome == .member(2))
  }

  @Test("A cap holds at its number and not before, a day's and in all")
  func caps() {
    for (today, ever, isTaken) in [(2, 9, true), (3, 9, false), (2, 10, false)] {
      let outcome = choose(way(daily: 3, total: 10), [1]) { _ in
        .init(userid: "a", isActive: true, assignedToday: today, assignedEver: ever)
      }
      #expect(outcome == (isTaken ? .member(1) : .nobody(.capped)))
    }
  }

  @Test("A spare member is led to when no other can be, whatever the shifts and caps")
  func spares() {
    let nobody = [Shift(weekdays: [7], startMinute: 0, endMinute: 1440, userids: [])]
    let outcome = choose(way(shifts: nobody, daily: 1), [1], spares: [2]) {
      .init(userid: "m\($0)", isActive: true, assignedToday: 5)
    }
    #expect(outcome == .member(2))
    let none = choose(way(shifts: nobody), [1], spares: [2]) {
      .init(userid: "m\($0)", isActive: $0 == 1)
    }
    #expect(none == .nobody(.offShift))
  }

  @Test("When nobody can be led to, what kept the nearest is told")
  func obstacles() {
    let standings: [ContactWayChoice.Standing] = [
      .init(userid: "a", isActive: false), .init(userid: "b", isActive: true, isFull: true),
      .init(userid: "c", isActive: true, assignedToday: 1),
    ]
    for (count, obstacle) in [(1, ContactWayChoice.Obstacle.notActive), (2, .full), (3, .full)] {
      let outcome = choose(way(daily: 1), (0..<Int64(count)).map(\.self)) { standings[Int($0)] }
      #expect(outcome == .nobody(obstacle))
    }
    #expect(choose(way(), []) { _ in .init(userid: "", isActive: true) } == .nobody(.notActive))
  }

  @Test("A shift holds from its first minute to before its last, over midnight too")
  func shiftMinutes() {
    let day = Shift(weekdays: [1], startMinute: 540, endMinute: 1080, userids: [])
    #expect([539, 540, 1079, 1080].map { day.covers(monday($0)) } == [false, true, true, false])
    #expect(!day.covers(monday(540 + 1440)))
    let night = Shift(weekdays: [1], startMinute: 1320, endMinute: 120, userids: [])
    #expect(
      [119, 1319, 1320, 1439, 1440, 1559, 1560].map { night.covers(monday($0)) }
        == [false, false, true, true, true, true, false])
    let always = Shift(weekdays: [], startMinute: 0, endMinute: 1440, userids: [])
    #expect([0, 1439, 5000].allSatisfy { always.covers(monday($0)) })
  }

  @Test("A member with shifts of his own has those alone")
  func ownShifts() {
    let shifts = [
      Shift(weekdays: [], startMinute: 540, endMinute: 720, userids: []),
      Shift(weekdays: [], startMinute: 720, endMinute: 1080, userids: ["Late"]),
    ]
    #expect(shifts.cover("early", at: monday(600)))
    #expect(!shifts.cover("late", at: monday(600)))
    #expect(shifts.cover("late", at: monday(800)))
    #expect(!shifts.cover("early", at: monday(800)))
    #expect([Shift]().cover("anybody", at: monday(0)))
  }

  @Test("A welcome is due but in the four cases that WeCom names")
  func welcome() {
    typealias Occasion = WelcomeCode.Occasion
    #expect(Occasion().isDue)
    #expect(!Occasion(memberHasWelcome: true).isDue)
    #expect(!Occasion(haveChatted: true).isDue)
    #expect(!Occasion(isWelcomed: true).isDue)
    #expect(!Occasion(isWecomUser: true, addedByMember: true).isDue)
    #expect(Occasion(isWecomUser: true).isDue)
    #expect(Occasion(addedByMember: true).isDue)
  }
}
