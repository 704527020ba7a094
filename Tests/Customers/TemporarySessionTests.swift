import Customers
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("Temporary sessions", .timeLimit(.minutes(5)))
struct TemporarySessionTests {
  @Test("A session ends by itself at its time, and the event tells what is to be sent")
  func expires() async throws {
    try await withCustomers { customers in
      let way = try await customers.temporaryWay("a") { way in
        way.chatExpiresIn = 3600
        way.conclusions = .init(text: "再见")
      }
      let added = try await customers.scan(way, "wm1")
      #expect(added.outcome == .added)
      let begun = customers.service.clock.now
      #expect(added.sessionEndTime == begun.advanced(bySeconds: 3600).timestamp)
      async let ended = customers.firstChanges(5)
      customers.service.clock.advance(seconds: 3600)
      let changes = try await ended
      #expect(changes.map(\.origin).suffix(2) == [.job, .job])
      guard case .relationRemoved(let removed) = changes[3].event else {
        Issue.record("\(changes[3]) is no removal")
        return
      }
      #expect(removed.relation?.status == .deletedByMember)
      #expect(
        changes[4].event
          == .temporarySessionEnded(
            .init(
              configID: way.configID, userid: "a", externalUserid: "wm1", cause: .expired,
              conclusions: .init(text: "再见"))))
      #expect(try await customers.counts(of: way).total?.lostCount == 0)
    }
  }

  @Test("A temporary way leads one customer, once")
  func once() async throws {
    try await withCustomers { customers in
      let way = try await customers.temporaryWay("a")
      try await customers.scan(way, "wm1")
      #expect(try await customers.ways.getContactWay(.init(configID: way.configID)).isUsed)
      #expect(try await customers.scan(way, "wm1").outcome == .followed)
      await expectFailure(.failedPrecondition, "CONTACT_WAY_USED") {
        try await customers.scan(way, "wm2")
      }
      _ = try await customers.ways.closeTemporarySession(
        .init(userid: "a", externalUserid: "wm1"))
      await expectFailure(.failedPrecondition, "CONTACT_WAY_USED") {
        try await customers.scan(way, "wm1")
      }
    }
  }

  @Test("A temporary way is refused after its time, and to another unionid")
  func refused() async throws {
    try await withCustomers { customers in
      let way = try await customers.temporaryWay("a") { way in
        (way.expiresIn, way.unionid) = (60, "u1")
      }
      for unionid in ["", "u2"] {
        await expectFailure(
          .failedPrecondition, "CONTACT_WAY_OF_OTHER_UNIONID", field: "customer.unionid",
          errcode: 610014
        ) { try await customers.scan(way, "wm1") { $0.unionid = unionid } }
      }
      customers.service.clock.advance(seconds: 60)
      await expectFailure(.failedPrecondition, "CONTACT_WAY_EXPIRED") {
        try await customers.scan(way, "wm1") { $0.unionid = "u1" }
      }
      let next = try await customers.temporaryWay("a") { way in
        (way.expiresIn, way.unionid) = (60, "u1")
      }
      customers.service.clock.advance(seconds: 59)
      #expect(try await customers.scan(next, "wm1") { $0.unionid = "u1" }.outcome == .added)
    }
  }

  @Test("Closing ends a session before its time, once, and nothing but a session")
  func close() async throws {
    try await withCustomers { customers in
      let way = try await customers.temporaryWay("a") { $0.chatExpiresIn = 60 }
      try await customers.scan(way, "wm1")
      let close = CustomersV1.CloseTemporarySessionRequest(userid: "A", externalUserid: "wm1")
      _ = try await customers.ways.closeTemporarySession(close)
      await expectFailure(.notFound, "NOT_RELATED", errcode: 84061) {
        try await customers.ways.closeTemporarySession(close)
      }
      try await customers.add("a", "wm2")
      await expectFailure(.failedPrecondition, "NOT_A_TEMPORARY_SESSION") {
        try await customers.ways.closeTemporarySession(.init(userid: "a", externalUserid: "wm2"))
      }
      // Added anew as an ordinary customer he stays, when the first session's time comes.
      try await customers.add("a", "wm1")
      customers.service.clock.advance(seconds: 60)
      let mark = try await customers.add("a", "wm3")
      let changes = try await customers.firstChanges(8)
      guard case .temporarySessionEnded(let end) = changes[4].event else {
        Issue.record("\(changes[4]) is no end")
        return
      }
      #expect((end.cause, end.conclusions) == (.closed, nil))
      #expect(changes[7].event == .relationAdded(mark))
      #expect(try await customers.relation("a", "wm1")?.status == .mutual)
    }
  }

  @Test("A session that was asked for begins when the member accepts")
  func accepted() async throws {
    try await withCustomers { customers in
      let way = try await customers.temporaryWay("a") { $0.skipVerify = false }
      #expect(try await customers.scan(way, "wm1").outcome == .requested)
      customers.service.clock.advance(seconds: 100)
      let reply = try await customers.ways.acceptContact(
        .init(userid: "a", externalUserid: "wm1"))
      #expect(
        reply.sessionEndTime == customers.service.clock.now.advanced(bySeconds: 86_400).timestamp)
    }
  }
}
