import Fixtures
import Messages
import RPC
import Testing

@Suite("ListMembers", .timeLimit(.minutes(5)))
struct MemberListTests {
  /// 华东 (2) over 一店 (3) and 二店 (4); 西南 (5). Members a to f, in this order.
  private func withChain(_ body: (DirectoryCaller) async throws -> Void) async throws {
    try await withDirectory { directory in
      try await directory.department("华东")
      try await directory.department("一店", under: 2)
      try await directory.department("二店", under: 2)
      try await directory.department("西南")
      try await directory.member("a", in: 3)
      try await directory.member("b", in: 3, 4)
      try await directory.member("c", in: 5)
      try await directory.member("d", in: 2, 4, 5)
      try await directory.member("e", in: 1)
      try await directory.member("f", in: 4)
      try await body(directory)
    }
  }

  @Test("Without fetch_child a list holds those of the department itself")
  func direct() async throws {
    try await withChain { directory in
      for (department, expected) in [(0, "e"), (2, "d"), (3, "ab"), (4, "bdf"), (5, "cd")] {
        let list = try await directory.userids(in: UInt32(department))
        #expect(list.joined() == expected, "department \(department)")
      }
    }
  }

  @Test(
    "With fetch_child a list holds each member below once, at every page size",
    arguments: [0, 1, 2, 3, 6, 1000, Int32.max])
  func subtree(pageSize: Int32) async throws {
    try await withChain { directory in
      for (department, expected) in [(0, "abcdef"), (2, "abdf"), (3, "ab"), (5, "cd")] {
        let list = try await directory.userids(
          in: UInt32(department), fetchChild: true, pageSize: pageSize)
        #expect(list.joined() == expected, "department \(department)")
      }
    }
  }

  @Test("Members who come and go between two pages move nobody else")
  func changesBetweenPages() async throws {
    try await withChain { directory in
      var request = DirectoryV1.ListMembersRequest(departmentID: 2, fetchChild: true, pageSize: 2)
      let page = try await directory.members.listMembers(request)
      #expect(page.members.map(\.userid) == ["a", "b"])
      _ = try await directory.members.deleteMember(.init(userid: "a"))
      _ = try await directory.members.deleteMember(.init(userid: "b"))
      try await directory.member("g", in: 3)
      request.pageToken = page.nextPageToken
      let next = try await directory.members.listMembers(request)
      #expect(next.members.map(\.userid) == ["d", "f"])
      request.pageToken = next.nextPageToken
      let last = try await directory.members.listMembers(request)
      #expect(last.members.map(\.userid) == ["g"])
      #expect(last.nextPageToken == "")
    }
  }

  @Test("50 members make a page unless another size is asked for, and 1000 the largest")
  func pageSizes() async throws {
    try await withDirectory { directory in
      for batch in 0..<3 {
        let members = (0..<(batch == 2 ? 1 : 500)).map { number in
          DirectoryV1.Member.sample("m\(batch)-\(number)")
        }
        _ = try await directory.members.importMembers { try await $0.send(.init(members: members)) }
      }
      for (asked, held) in [(0, 50), (1000, 1000), (5000, 1000)] as [(Int32, Int)] {
        let page = try await directory.members.listMembers(.init(pageSize: asked))
        #expect(page.members.count == held)
        #expect(page.nextPageToken != "")
      }
      #expect(try await directory.userids(pageSize: 1000).count == 1001)
    }
  }

  @Test("A list that cannot be is refused")
  func refused() async throws {
    try await withChain { directory in
      let page = try await directory.members.listMembers(
        .init(departmentID: 4, fetchChild: true, pageSize: 1))
      for other in [
        DirectoryV1.ListMembersRequest(departmentID: 3, fetchChild: true),
        DirectoryV1.ListMembersRequest(departmentID: 4),
      ] {
        var request = other
        request.pageToken = page.nextPageToken
        await expectFailure(
          .invalidArgument, "FOREIGN_PAGE_TOKEN", field: "page_token", errcode: 50100
        ) {
          try await directory.members.listMembers(request)
        }
      }
      await expectFailure(.invalidArgument, "BAD_PAGE_TOKEN", field: "page_token") {
        try await directory.members.listMembers(.init(pageToken: "AAAA"))
      }
      await expectFailure(.invalidArgument, "NEGATIVE", field: "page_size") {
        try await directory.members.listMembers(.init(pageSize: -5))
      }
      await expectFailure(.notFound, "DEPARTMENT_NOT_FOUND", errcode: 60003) {
        try await directory.members.listMembers(.init(departmentID: 99, fetchChild: true))
      }
    }
  }
}
