import Directory
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("Transfers and the directory", .timeLimit(.minutes(5)))
struct ResignedTransferTests {
  /// Runs a test where directory knows a, b and c, and a has so many customers.
  private func withChain(
    customers count: Int = 3,
    _ body: (CustomersCaller, DirectoryV1.MemberServiceClient) async throws -> Void
  ) async throws {
    try await withCustomersAndDirectory { customers, directory in
      let members = DirectoryV1.MemberServiceClient(directory.channel)
      for userid in ["a", "b", "c"] {
        _ = try await members.createMember(.init(member: .sample(userid)))
      }
      for number in 0..<count { try await customers.add("a", "wm\(number)") }
      // While directory has told of nobody, everybody is taken.
      try await customers.untilRefused("nobody", "MEMBER_UNKNOWN")
      try await customers.wayOnceKnown(["a", "b", "c"])
      try await body(customers, members)
    }
  }

  /// Deletes a member who has customers; returns what the feed tells of it.
  private func leave(
    _ userid: String, _ customers: CustomersCaller, _ members: DirectoryV1.MemberServiceClient
  ) async throws -> CustomersV1.CustomersUnassigned? {
    _ = try await members.deleteMember(.init(userid: userid))
    for try await change in customers.changes.watchChanges(.init()) {
      if case .customersUnassigned(let told) = change.event, told.handoverUserid == userid {
        return told
      }
    }
    return nil
  }

  @Test("Customers of a member who left are unassigned until they have moved")
  func resigned() async throws {
    try await withChain { customers, members in
      await expectFailure(
        .failedPrecondition, "MEMBER_NOT_RESIGNED", field: "handover_userid", errcode: 40097
      ) { try await customers.transferResigned(["wm0"], from: "a", to: "b") }
      #expect(try await customers.unassigned().isEmpty)
      let told = try #require(try await leave("a", customers, members))
      #expect(told.customerCount == 3)
      #expect(told.dimissionTime == customers.service.clock.now.timestamp)

      let list = try await customers.unassigned(pageSize: 2)
      #expect(list.map(\.externalUserid) == ["wm0", "wm1", "wm2"])
      #expect(Set(list.map(\.handoverUserid)) == ["a"])
      #expect(Set(list.map(\.dimissionTime)) == [told.dimissionTime])
      await expectFailure(.failedPrecondition, "MEMBER_RESIGNED", field: "handover_userid") {
        try await customers.transfer(["wm0"], from: "a", to: "b")
      }
      let items = try await customers.transferResigned(["wm0", "wm2"], from: "a", to: "b")
      #expect(items.map(\.errcode) == [0, 0])
      #expect(try await customers.unassigned(of: "A").map(\.takeoverUserid) == ["b", "", "b"])
      try await customers.settle("a", "b")
      #expect(try await customers.unassigned(of: "a").map(\.externalUserid) == ["wm1"])
      #expect(try await customers.results("a", "b").map(\.kind) == [.resigned, .resigned])
      try await customers.transferResigned(["wm1"], from: "a", to: "c")
      try await customers.settle("a", "c")
      #expect(try await customers.unassigned().isEmpty)
    }
  }

  @Test("Who left last is listed first, page by page, and who comes back no longer")
  func order() async throws {
    try await withChain { customers, members in
      for number in 3..<6 { try await customers.add("b", "wm\(number)") }
      _ = try await leave("a", customers, members)
      _ = try await leave("b", customers, members)
      try await customers.remove("b", "wm4", by: .customer)
      // Both left at the same moment of a clock that stands still: the later known first.
      for pageSize: Int32 in [0, 1, 2, 3] {
        let list = try await customers.unassigned(pageSize: pageSize)
        #expect(list.map(\.externalUserid) == ["wm3", "wm5", "wm0", "wm1", "wm2"], "\(pageSize)")
      }
      _ = try await members.createMember(.init(member: .sample("b")))
      while try await customers.unassigned().count > 3 { await Task.yield() }
      #expect(try await customers.unassigned(of: "b").isEmpty)
    }
  }

  @Test("After a year a member who left hands nobody over")
  func tooLong() async throws {
    try await withChain { customers, members in
      _ = try await leave("a", customers, members)
      customers.service.clock.advance(seconds: 365 * 86_400)
      #expect(
        try await customers.transferResigned(["wm0"], from: "a", to: "b").map(\.errcode) == [0])
      customers.service.clock.advance(seconds: 1)
      await expectFailure(
        .failedPrecondition, "MEMBER_RESIGNED_TOO_LONG_AGO", field: "handover_userid"
      ) { try await customers.transferResigned(["wm1"], from: "a", to: "b") }
    }
  }

  @Test("The take-over member is known to directory and activated, and has not left at the end")
  func takeover() async throws {
    try await withChain { customers, members in
      await expectFailure(
        .permissionDenied, "MEMBER_UNKNOWN", field: "takeover_userid", errcode: 84074
      ) { try await customers.transfer(["wm0"], from: "a", to: "z") }
      _ = try await members.updateMember(.init(member: .init(userid: "c", status: .disabled)))
      try await customers.untilRefused("c", "MEMBER_NOT_ACTIVATED")
      await expectFailure(
        .failedPrecondition, "MEMBER_NOT_ACTIVATED", field: "takeover_userid", errcode: 40098
      ) { try await customers.transfer(["wm0"], from: "a", to: "c") }
      try await customers.add("b", "wm9")
      try await customers.transfer(["wm0"], from: "a", to: "b")
      _ = try await leave("b", customers, members)
      try await customers.settle("a", "b")
      let found = try #require(try await customers.results("a", "b").first)
      #expect((found.status, found.failReason) == (.full, .takeoverMemberLeft))
      #expect(try await customers.followers(of: "wm0") == ["a"])
    }
  }
}
