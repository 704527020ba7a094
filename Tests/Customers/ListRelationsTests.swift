import Fixtures
import Messages
import RPC
import Testing

@Suite("ListRelations", .timeLimit(.minutes(5)))
struct ListRelationsTests {
  @Test("The relations of several members are listed one member's after another's")
  func severalMembers() async throws {
    try await withCustomers { customers in
      for number in 1...3 { try await customers.add("a", "wm\(number)") }
      for number in 2...5 { try await customers.add("b", "wm\(number)") }
      try await customers.add("c", "wm6")
      let wanted =
        ["c/wm6"] + (2...5).map { "b/wm\($0)" } + (1...3).map { "a/wm\($0)" }
      for pageSize in 1...9 {
        var listed: [String] = []
        var list = CustomersV1.ListRelationsRequest(
          pageSize: Int32(pageSize), userids: ["c", "nobody", "B", "a"])
        repeat {
          let page = try await customers.relations.listRelations(list)
          #expect(page.relations.count <= pageSize)
          listed += page.relations.compactMap(\.relation).map {
            "\($0.userid)/\($0.externalUserid)"
          }
          list.pageToken = page.nextPageToken
        } while !list.pageToken.isEmpty
        #expect(listed == wanted)
      }
      await expectFailure(
        .notFound, "MEMBER_WITHOUT_CUSTOMERS", field: "userid", errcode: 84061
      ) { try await customers.relations.listRelations(.init(userids: ["nobody", "noone"])) }
      let refused: [(userid: String, userids: [String], reason: String, field: String)] = [
        ("a", ["b"], "CONTRADICTION", "userids"),
        ("", ["a", "A"], "REPEATED", "userids[1]"),
        ("", ["a", ""], "REQUIRED", "userids[1]"),
        ("", (0...100).map { "m\($0)" }, "TOO_LONG", "userids"),
      ]
      for (userid, userids, reason, field) in refused {
        await expectFailure(.invalidArgument, reason, field: field) {
          try await customers.relations.listRelations(.init(userid: userid, userids: userids))
        }
      }
      let hundred = (1..<100).map { "m\($0)" } + ["a"]
      #expect(
        try await customers.relations.listRelations(.init(userids: hundred)).relations.count == 3)
    }
  }
}
