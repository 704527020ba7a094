import Fixtures
import ServiceKit
import Testing

@testable import Customers

@Suite("A relation's day")
struct ContactDayTests {
  private let day = Day(number: 20_000)

  /// An interaction `seconds` into the day; its own identity unless one is given.
  private func interaction(
    _ kind: Interaction.Kind, _ direction: Interaction.Direction, _ seconds: Int64,
    alone: Bool = true, identity: UInt64? = nil
  ) -> PendingInteraction {
    let time = day.start.advanced(bySeconds: seconds).microseconds
    return PendingInteraction(
      customer: 1, member: 2, time: time, identity: identity ?? UInt64(time), direction: direction,
      kind: kind, isAlone: alone)
  }

  private func taken(_ interactions: [PendingInteraction]) -> ContactDay {
    var contact = ContactDay(customer: 1, member: 2, day: day)
    for interaction in interactions { contact.take(interaction) }
    return contact
  }

  @Test("A chat the customer opens and the member answers counts as both, with the wait")
  func answered() {
    let counts = taken([
      interaction(.message, .fromCustomer, 60), interaction(.message, .fromCustomer, 90),
      interaction(.message, .fromMember, 180), interaction(.message, .fromMember, 200),
    ]).behavior
    #expect(counts.chats == 1)
    #expect(counts.messages == 2)
    #expect(counts.openedChats == 1)
    #expect(counts.answeredChats == 1)
    #expect(counts.averageReplyMinutes == 2)
    #expect(counts.replyPercentage == 100)
  }

  @Test("A chat the member opens is in neither reply figure, whatever follows")
  func opened() {
    let counts = taken([
      interaction(.message, .fromMember, 10), interaction(.message, .fromCustomer, 20),
      interaction(.message, .fromMember, 30),
    ]).behavior
    #expect(counts.chats == 1)
    #expect(counts.openedChats == 0)
    #expect(counts.replyPercentage == nil)
    #expect(counts.averageReplyMinutes == nil)
  }

  @Test("A chat that is not answered on its day counts as opened alone")
  func unanswered() {
    let counts = taken([interaction(.message, .fromCustomer, 86_399)]).behavior
    #expect(counts.chats == 0)
    #expect(counts.openedChats == 1)
    #expect(counts.replyPercentage == 0)
    #expect(counts.averageReplyMinutes == nil)
  }

  @Test("Groups, calls, visits and reading are counted, and are no chat")
  func others() {
    let contact = taken([
      interaction(.message, .fromMember, 1, alone: false),
      interaction(.message, .fromCustomer, 2, alone: false),
      interaction(.call, .fromMember, 3), interaction(.visit, .fromCustomer, 4),
      interaction(.read, .fromCustomer, 5), interaction(.friendRequest, .fromMember, 6),
      interaction(.friendRequest, .fromCustomer, 7),
    ])
    #expect(contact.groupMessages == 2)
    #expect([contact.calls, contact.visits, contact.reads] == [1, 1, 1])
    #expect(contact.behavior == BehaviorCounts(newApplies: 1))
  }

  @Test("In whatever order and however often interactions are told, the day is the same")
  func anyOrder() {
    var random = SeededNumbers(seed: 7)
    for _ in 0..<200 {
      let told = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        interaction(
          [.message, .message, .call].randomElement(using: &random)!,
          [.fromMember, .fromCustomer].randomElement(using: &random)!,
          Int64.random(in: 0..<50, using: &random), alone: Bool.random(using: &random),
          identity: UInt64.random(in: 0...UInt64.max, using: &random))
      }
      let again = (told + told.filter { _ in Bool.random(using: &random) }).shuffled(using: &random)
      #expect(taken(told) == taken(again))
    }
  }

  @Test("What is packed for the log comes out of it as it was")
  func packed() {
    let all = [
      interaction(.message, .fromMember, 1), interaction(.visit, .fromCustomer, 2, alone: false),
      interaction(.friendRequest, .fromMember, 3, identity: .max),
    ]
    var found: [PendingInteraction] = []
    PendingInteraction.pack(all).withUnsafeBytes { PendingInteraction.unpack($0, into: &found) }
    #expect(found == all)
  }
}
