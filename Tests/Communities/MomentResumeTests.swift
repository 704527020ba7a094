import Communities
import Directory
import Fixtures
import Messages
import RPC
import ServiceKit
import Store
import Synchronization
import Testing

/// A directory of two pages of members, the second out of reach until it is opened.
private enum TwoPages: ServiceDefinition {
  typealias Change = DirectoryV1.Change

  struct State {
    var isOpen = false
    /// The page_token of each call, in order.
    var asked: [String] = []
  }

  static let name = "directory"
  static let port = 0
  static let peers: [String] = []
  static let migrations: [Migration] = []
  static let state = Mutex(State())

  static func routes(_ context: ServiceContext<DirectoryV1.Change>) -> [Route] {
    DirectoryV1.MemberService.routes(Members())
  }

  private struct Members: DirectoryV1.MemberServiceProtocol {
    func listMembers(
      _ request: DirectoryV1.ListMembersRequest, _ call: Call
    ) async throws -> DirectoryV1.ListMembersResponse {
      let isOpen = state.withLock { state in
        state.asked.append(request.pageToken)
        return state.isOpen
      }
      if request.pageToken.isEmpty {
        return .init(members: [member("ann"), member("bob")], nextPageToken: "second page")
      }
      guard isOpen else { throw Status(.unavailable, "The second page is out of reach.") }
      return .init(members: [member("bob"), member("cid")])
    }

    private func member(_ userid: String) -> DirectoryV1.Member {
      var member = DirectoryV1.Member.sample(userid)
      member.status = .activated
      return member
    }

    func getMember(
      _ request: DirectoryV1.GetMemberRequest, _ call: Call
    ) async throws -> DirectoryV1.Member { throw Status(.unimplemented) }

    func createMember(
      _ request: DirectoryV1.CreateMemberRequest, _ call: Call
    ) async throws -> DirectoryV1.Member { throw Status(.unimplemented) }

    func updateMember(
      _ request: DirectoryV1.UpdateMemberRequest, _ call: Call
    ) async throws -> DirectoryV1.Member { throw Status(.unimplemented) }

    func deleteMember(
      _ request: DirectoryV1.DeleteMemberRequest, _ call: Call
    ) async throws -> DirectoryV1.DeleteMemberResponse { throw Status(.unimplemented) }

    func importMembers(
      _ requests: RequestStream<DirectoryV1.ImportMembersRequest>, _ call: Call
    ) async throws -> DirectoryV1.ImportMembersResponse { throw Status(.unimplemented) }
  }
}

@Suite struct MomentResumeTests {
  @Test func `A dispatch goes on behind its last page after communities was started again`()
    async throws
  {
    try await withChain { chain in
      let folder = try TemporaryFolder()
      defer { withExtendedLifetime(folder) {} }
      let directory = try await RunningService.start(TwoPages.self, in: folder)
      try await chain.restartCommunities(peers: [directory, chain.customers])
      let created = try await chain.moments.createMoment(.init(text: .init(content: "早")))
      var job = try await chain.jobs.getJob(.init(jobid: created.jobid))
      while job.lastError.isEmpty {
        job = try await chain.jobs.getJob(.init(jobid: created.jobid))
      }
      #expect(job.state == .running)
      #expect(job.processedCount == 2)
      #expect(job.totalCount == 0)
      #expect(job.lastError.contains("out of reach"))
      let midway = try await chain.moments.getMoment(.init(momentID: created.momentID))
      #expect(midway.state == .dispatching)
      #expect(midway.taskCount == 2)

      TwoPages.state.withLock { $0.isOpen = true }
      try await chain.restartCommunities(peers: [directory, chain.customers])
      let moment = try await chain.settled(created)
      #expect(try await chain.executors(of: moment) == ["ann", "bob", "cid"])
      #expect(moment.taskCount == 3)
      let asked = TwoPages.state.withLock(\.asked)
      // The second is asked for again within one dispatch too: UNAVAILABLE is worth it.
      #expect(asked.first == "")
      #expect(asked.dropFirst().allSatisfy { $0 == "second page" } && asked.count > 2)
      await directory.stop()
    }
  }
}
