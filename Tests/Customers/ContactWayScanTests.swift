import Customers
import Directory
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("AddByContactWay", .timeLimit(.minutes(5)))
struct ContactWayScanTests {
  @Test("A scan adds the customer, half, with all the way gives, and tells of it in one go")
  func adds() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("金卡", "银卡")
      let way = try await customers.way(["a"]) { way in
        (way.state, way.customerRemark, way.tagIDs) = ("海报", "门店来的", tags)
      }
      let reply = try await customers.scan(way, "wm1") { $0.name = "客户" }
      #expect((reply.outcome, reply.userid) == (.added, "a"))
      #expect(reply.welcomeCode.hasPrefix("wc"))
      #expect(reply.sessionEndTime == nil)
      let relation = try #require(reply.relation?.relation)
      #expect(relation.status == .half)
      #expect((relation.addWay, relation.state) == (.qrCode, "海报"))
      #expect((relation.remark, Array(relation.tagIDs)) == ("门店来的", tags))
      #expect(relation.operUserid == "wm1")
      #expect(try await customers.relation("a", "wm1") == relation)
      let events = try await customers.firstChanges(6).suffix(2).map(\.event)
      #expect(
        events == [
          .relationAdded(reply.relation!),
          .addedByContactWay(
            .init(
              configID: way.configID, state: "海报", userid: "a", externalUserid: "wm1",
              welcomeCode: reply.welcomeCode)),
        ])
    }
  }

  @Test("Who is followed by a member of the way is led to him again, and nothing is added")
  func followed() async throws {
    try await withCustomers { customers in
      let way = try await customers.way(["a", "b", "c"])
      let first = try await customers.scan(way, "wm1")
      for _ in 0..<5 {
        let again = try await customers.scan(way, "wm1")
        #expect((again.outcome, again.userid) == (.followed, first.userid))
        #expect(again.relation == first.relation)
        #expect(again.welcomeCode.isEmpty)
      }
      let total = try await customers.counts(of: way).total
      #expect(total == .init(scanCount: 6, assignedCount: 1, addedCount: 1))
      try await customers.add("z", "wm2")
      #expect(try await customers.scan(way, "wm2").outcome == .added)
    }
  }

  @Test("Whom the customer removed is preferred when he comes back")
  func comesBack() async throws {
    try await withCustomers { customers in
      let way = try await customers.way((0..<20).map { "m\($0)" })
      let first = try await customers.scan(way, "wm1")
      try await customers.remove(first.userid, "wm1", by: .customer)
      let again = try await customers.scan(way, "wm1")
      #expect((again.outcome, again.userid) == (.added, first.userid))
      #expect(again.welcomeCode != first.welcomeCode)
      let total = try await customers.counts(of: way).total
      #expect(total == .init(scanCount: 2, assignedCount: 2, addedCount: 2, lostCount: 1))
    }
  }

  @Test("Without skip_verify the member is asked, once, and accepting makes it mutual")
  func verified() async throws {
    try await withCustomers { customers in
      let way = try await customers.way((0..<9).map { "m\($0)" }) { way in
        (way.skipVerify, way.state) = (false, "海报")
      }
      let asked = try await customers.scan(way, "wm1")
      #expect((asked.outcome, asked.relation, asked.welcomeCode) == (.requested, nil, ""))
      let again = try await customers.scan(way, "wm1")
      #expect((again.outcome, again.userid) == (.requested, asked.userid))
      await expectFailure(.notFound, "CUSTOMER_NOT_FOLLOWED") {
        try await customers.relation(asked.userid, "wm1")
      }
      let accepted = try await customers.ways.acceptContact(
        .init(userid: asked.userid, externalUserid: "wm1"))
      #expect(accepted.relation?.relation?.status == .mutual)
      #expect(accepted.relation?.relation?.state == "海报")
      #expect(!accepted.welcomeCode.isEmpty)
      let events = try await customers.firstChanges(4).map(\.event)
      #expect(
        events[1]
          == .requestedByContactWay(
            .init(
              configID: way.configID, state: "海报", userid: asked.userid, externalUserid: "wm1")))
      #expect(events[2] == .relationAdded(accepted.relation!))
      let total = try await customers.counts(of: way).total
      #expect(total == .init(scanCount: 2, assignedCount: 1, addedCount: 1))
      await expectFailure(.notFound, "CONTACT_NOT_WAITING", errcode: 84061) {
        try await customers.ways.acceptContact(
          .init(userid: asked.userid, externalUserid: "wm1"))
      }
      await expectFailure(.notFound, "CONTACT_NOT_WAITING", errcode: 84061) {
        try await customers.ways.acceptContact(.init(userid: "x", externalUserid: "wm1"))
      }
    }
  }

  @Test(
    "A half relation becomes mutual by accepting, and brings the same welcome code while it lives")
  func halfAccepted() async throws {
    try await withCustomers { customers in
      let way = try await customers.way(["a"])
      let added = try await customers.scan(way, "wm1")
      let accepted = try await customers.ways.acceptContact(
        .init(userid: "A", externalUserid: "wm1"))
      #expect(accepted.relation?.relation?.status == .mutual)
      #expect(accepted.welcomeCode == added.welcomeCode)
      try await customers.scan(way, "wm2")
      customers.service.clock.advance(seconds: 20)
      let late = try await customers.ways.acceptContact(.init(userid: "a", externalUserid: "wm2"))
      #expect(!late.welcomeCode.isEmpty)
    }
  }

  @Test("A way that was deleted leads nobody, and what it made stays")
  func deleted() async throws {
    try await withCustomers { customers in
      let way = try await customers.way(["a"]) { ($0.skipVerify, $0.state) = (false, "海报") }
      try await customers.scan(way, "wm1")
      _ = try await customers.ways.deleteContactWay(.init(configID: way.configID))
      await expectFailure(.notFound, "CONTACT_WAY_NOT_FOUND", field: "config_id", errcode: 41044) {
        try await customers.scan(way, "wm2")
      }
      let accepted = try await customers.ways.acceptContact(
        .init(userid: "a", externalUserid: "wm1"))
      #expect(accepted.relation?.relation?.state == "海报")
    }
  }

  @Test("Caps of the day end with the corp's day, spare members step in, and nobody is an answer")
  func caps() async throws {
    try await withCustomers { customers in
      let way = try await customers.way(["a", "b"]) { way in
        (way.memberDailyMax, way.memberTotalMax) = (1, 2)
      }
      var led: [String] = []
      for number in 0..<3 { led.append(try await customers.scan(way, "wm\(number)").userid) }
      #expect(led.sorted() == ["", "a", "b"])
      #expect(try await customers.scan(way, "wm9").outcome == .capsReached)
      _ = try await customers.ways.updateContactWay(
        .init(contactWay: .init(configID: way.configID, spareUserids: ["spare"])))
      #expect(try await customers.scan(way, "wm9").userid == "spare")
      customers.service.clock.advance(seconds: 16 * 3600)
      led = []
      for number in 10..<12 { led.append(try await customers.scan(way, "wm\(number)").userid) }
      #expect(led.sorted() == ["a", "b"])
      customers.service.clock.advance(seconds: 86_400)
      #expect(try await customers.scan(way, "wm12").userid == "spare")
    }
  }

  @Test("Members are led to in their shifts, by the corp's clock")
  func shifts() async throws {
    try await withCustomers { customers in
      let way = try await customers.way(["a", "b"]) { way in
        way.shifts = [
          .init(startMinute: 480, endMinute: 540, userids: ["a"]),
          .init(startMinute: 540, endMinute: 600, userids: ["b"]),
        ]
      }
      #expect(try await customers.scan(way, "wm1").userid == "a")
      customers.service.clock.advance(seconds: 3600)
      #expect(try await customers.scan(way, "wm2").userid == "b")
      customers.service.clock.advance(seconds: 3600)
      #expect(try await customers.scan(way, "wm3").outcome == .nobodyOnShift)
      #expect(try await customers.scan(way, "wm2").outcome == .followed)
    }
  }

  @Test("Members who are full are passed over")
  func full() async throws {
    try await withCustomers(policies: policies(["member_customers_max": 1])) { customers in
      let way = try await customers.way(["a", "b"])
      try await customers.add("a", "wm0")
      #expect(try await customers.scan(way, "wm1").userid == "b")
      #expect(try await customers.scan(way, "wm2").outcome == .membersFull)
      // Whom b has already he does not get once more.
      try await customers.remove("b", "wm1", by: .customer)
      #expect(try await customers.scan(way, "wm1").userid == "b")
    }
  }

  @Test("An exclusive way leads a company's people to the member who knows one of them")
  func exclusive() async throws {
    try await withCustomers { customers in
      let userids = (0..<30).map { "m\($0)" }
      let way = try await customers.way(userids) { $0.isExclusive = true }
      let first = try await customers.scan(way, "wo1") { $0.corpName = "甲公司" }
      for number in 2..<6 {
        let next = try await customers.scan(way, "wo\(number)") { $0.corpName = "甲公司" }
        #expect((next.outcome, next.userid) == (.added, first.userid))
      }
      let open = try await customers.way(userids)
      var others: Set<String> = []
      for number in 10..<30 {
        others.insert(try await customers.scan(open, "wo\(number)") { $0.corpName = "甲公司" }.userid)
      }
      #expect(others.count > 1)
    }
  }

  @Test("A member who is disabled or gone gets nobody, and his customers are led to others")
  func inactive() async throws {
    try await withCustomersAndDirectory { customers, directory in
      let members = DirectoryV1.MemberServiceClient(directory.channel)
      for userid in ["a", "b"] {
        _ = try await members.createMember(.init(member: .sample(userid)))
      }
      let way = try await customers.wayOnceKnown(["a", "b"])
      var number = 0
      func untilLed(to userid: String) async throws {
        // Each scan is a new customer's; once the change has come, all are led to the other.
        var streak = 0
        while streak < 20 {
          number += 1
          streak = try await customers.scan(way, "wm\(number)").userid == userid ? streak + 1 : 0
        }
      }
      _ = try await members.updateMember(.init(member: .init(userid: "a", status: .disabled)))
      try await untilLed(to: "b")
      _ = try await members.updateMember(.init(member: .init(userid: "a", status: .activated)))
      _ = try await members.deleteMember(.init(userid: "b"))
      try await untilLed(to: "a")
    }
  }

  @Test("Days, members and losses are counted as they happen")
  func statistics() async throws {
    try await withCustomers { customers in
      let way = try await customers.way(["a"])
      for number in 0..<3 { try await customers.scan(way, "wm\(number)") }
      try await customers.remove("a", "wm0", by: .customer)
      try await customers.remove("a", "wm0", by: .member)
      customers.service.clock.advance(seconds: 86_400)
      try await customers.scan(way, "wm1")
      try await customers.remove("a", "wm1", by: .member)
      _ = try await customers.ways.updateContactWay(
        .init(contactWay: .init(configID: way.configID, userids: ["b"])))
      try await customers.scan(way, "wm3")
      let counts = try await customers.counts(of: way)
      #expect(
        counts.total == .init(scanCount: 5, assignedCount: 4, addedCount: 4, lostCount: 2))
      #expect(
        counts.days == [
          .init(
            day: "2026-01-05",
            counts: .init(scanCount: 3, assignedCount: 3, addedCount: 3, lostCount: 1)),
          .init(
            day: "2026-01-06",
            counts: .init(scanCount: 2, assignedCount: 1, addedCount: 1, lostCount: 1)),
        ])
      #expect(counts.members.map(\.userid) == ["a", "b"])
      #expect(counts.members[1].counts == .init(scanCount: 1, assignedCount: 1, addedCount: 1))
      let ofB = try await customers.ways.getContactWayStatistics(
        .init(configID: way.configID, userid: "B", pageSize: 1))
      #expect(ofB.days.map(\.day) == ["2026-01-06"])
      #expect(ofB.members.map(\.userid) == ["a"])
      let next = try await customers.ways.getContactWayStatistics(
        .init(
          configID: way.configID, userid: "B", pageSize: 1, pageToken: ofB.nextPageToken))
      #expect((next.members.map(\.userid), next.nextPageToken) == (["b"], ""))
      let now = customers.service.clock.now
      for (days, isTaken) in [(179, true), (180, false)] as [(Int64, Bool)] {
        let request = CustomersV1.GetContactWayStatisticsRequest(
          configID: way.configID, startTime: now.advanced(bySeconds: -86_400 * days).timestamp)
        if isTaken {
          #expect(try await customers.ways.getContactWayStatistics(request).days.count == 2)
        } else {
          await expectFailure(.invalidArgument, "TOO_LONG", field: "end_time") {
            try await customers.ways.getContactWayStatistics(request)
          }
        }
      }
    }
  }

  @Test("A repeated request adds once, counts once and answers the same")
  func repeated() async throws {
    try await withCustomers { customers in
      let way = try await customers.way(["a", "b", "c", "d"])
      let first = try await customers.scan(way, "wm1", requestID: "r-1")
      #expect(try await customers.scan(way, "wm1", requestID: "r-1") == first)
      #expect(try await customers.counts(of: way).total?.scanCount == 1)
      await expectFailure(.alreadyExists, "REQUEST_ID_REUSED") {
        try await customers.scan(way, "wm2", requestID: "r-1")
      }
    }
  }

  @Test("Thousands of scans at once: no add is lost, none doubled, one welcome code each at most")
  func concurrent() async throws {
    try await withCustomers { customers in
      let way = try await customers.way((0..<10).map { "m\($0)" })
      // 2,000 scans by 1,334 people: a third comes twice, with and without the first request_id.
      let people = (0..<1334).map { "wm\($0)" }
      var scans = people.map { (who: $0, requestID: "r-\($0)") }
      scans += people.prefix(666).enumerated().map { index, who in
        (who: who, requestID: index.isMultiple(of: 2) ? "r-\(who)" : "")
      }
      var random = SeededNumbers(seed: 11)
      scans.shuffle(using: &random)
      var replies: [(String, CustomersV1.AddByContactWayResponse)] = []
      try await withThrowingTaskGroup(
        of: [(String, CustomersV1.AddByContactWayResponse)].self
      ) { group in
        for caller in 0..<64 {
          let mine = stride(from: caller, to: scans.count, by: 64).map { scans[$0] }
          group.addTask {
            var replies: [(String, CustomersV1.AddByContactWayResponse)] = []
            for scan in mine {
              replies.append(
                (
                  scan.who,
                  try await customers.scan(way, scan.who, requestID: scan.requestID)
                ))
            }
            return replies
          }
        }
        for try await some in group { replies += some }
      }
      #expect(replies.count == 2000)
      let byPerson = Dictionary(grouping: replies, by: \.0).mapValues { $0.map(\.1) }
      #expect(byPerson.count == 1334)
      for replies in byPerson.values {
        #expect(Set(replies.map(\.userid)).count == 1)
        #expect(Set(replies.map(\.welcomeCode)).subtracting([""]).count == 1)
        #expect(replies.contains { $0.outcome == .added })
      }
      let total = try await customers.counts(of: way)
      // A repeated request_id is the same scan, the others are scans of their own.
      #expect(
        total.total == .init(scanCount: 1334 + 333, assignedCount: 1334, addedCount: 1334))
      #expect(total.members.compactMap(\.counts?.addedCount).reduce(0, +) == 1334)
      let events = try await customers.firstChanges(1 + 2 * 1334).map(\.event)
      let codes = events.compactMap { event in
        if case .addedByContactWay(let add) = event { add.welcomeCode } else { nil }
      }
      #expect(codes.count == 1334)
      #expect(Set(codes).count == 1334)
    }
  }
}
