import ServiceKit
import Testing

@Suite("Scopes")
struct ScopesTests {
  @Test("A right lets in to itself, words before .* to all that begin with them, * to all")
  func contains() throws {
    let scopes = try Scopes(text: "customers.tags.read broadcasts.*")
    #expect(scopes.contains("customers.tags.read"))
    #expect(!scopes.contains("customers.tags.reader"))
    #expect(!scopes.contains("customers.tags.write"))
    #expect(scopes.contains("broadcasts.broadcasts.write"))
    #expect(!scopes.contains("broadcastsx.y"))
    #expect(!scopes.contains("broadcasts"))
    #expect(Scopes.all.contains("jobs.read"))
    #expect(try !Scopes(text: "").contains("jobs.read"))
  }

  @Test(
    "Scopes are within others when they let do nothing more",
    arguments: [
      ("customers.tags.read", "customers.tags.read", true),
      ("customers.tags.read", "customers.tags.*", true),
      ("customers.tags.*", "customers.*", true), ("customers.*", "customers.tags.*", false),
      ("*", "customers.*", false), ("customers.*", "*", true), ("*", "*", true), ("", "", true),
      ("customers.tags.read jobs.read", "customers.*", false),
      ("customers.*", "customers.tags.read", false),
    ])
  func within(inner: String, outer: String, expected: Bool) throws {
    #expect(try Scopes(text: outer).contains(Scopes(text: inner)) == expected)
  }

  @Test(
    "What is no scope is refused, and named",
    arguments: [
      "customers", "customers.", ".read", "customers.*.read", "customers*", "Customers.tags",
      "**", "a..b", "a.b.*.*", "客户.read", String(repeating: "a", count: 127) + ".b",
    ])
  func malformed(scope: String) {
    let mistake = #expect(throws: Scopes.Mistake.self) { try Scopes([scope]) }
    #expect(mistake?.scope == scope)
  }

  @Test("They read back as they were written, sorted, each once")
  func text() throws {
    let scopes = try Scopes(["jobs.read", "customers.*", "jobs.read"])
    #expect(scopes.description == "customers.* jobs.read")
    #expect(try Scopes(text: scopes.description) == scopes)
  }
}
