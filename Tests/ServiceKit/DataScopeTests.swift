import ServiceKit
import Testing

@Suite("Data scopes")
struct DataScopeTests {
  private func place(_ department: UInt32, _ owner: String = "") -> Placement {
    Placement(department: department, owner: owner)
  }

  @Test("What lies under one of its departments, or under a store of its owner, is in it")
  func contains() throws {
    let stores = try DataScope(text: "10 20")
    #expect(stores.contains([place(101), place(10), place(1)]))
    #expect(stores.contains([place(20)]))
    #expect(!stores.contains([place(1)]), "what lies above it is not")
    #expect(!stores.contains([place(30, "chen"), place(1)]))
    #expect(!stores.contains([]), "who works nowhere is nowhere in it")
    let owned = try DataScope(text: "owner:chen")
    #expect(owned.contains([place(301), place(30, "chen"), place(1)]))
    #expect(!owned.contains([place(30, "wang"), place(1)]))
    #expect(!owned.contains([place(30), place(1)]))
    let both = try DataScope(text: "10 owner:chen")
    #expect(both.contains([place(10)]) && both.contains([place(30, "chen")]))
    #expect(!both.contains([place(20, "wang")]))
    #expect(!stores.contains([place(30)]), "no owner is nobody's owner")
  }

  @Test("It reads back as it was written: departments ascending, each once, then the owner")
  func text() throws {
    let named = try DataScope(departments: [20, 3, 20], owner: "chen-1")
    let scope = try #require(named)
    #expect(scope.description == "3 20 owner:chen-1")
    #expect(try DataScope(text: scope.description) == scope)
    let whole = try DataScope(departments: [], owner: "")
    #expect(whole == nil)
  }

  @Test(
    "What is no data scope is refused, an empty one before all",
    arguments: [
      "", " ", "x", "10 ", "10  20", "0", "-1", "4294967296", "owner:", "owner:a b", "owner:a/b",
      "owner:a owner:b", "*", "10,20",
    ])
  func malformed(text: String) {
    #expect(throws: DataScope.Mistake.self) { try DataScope(text: text) }
  }
}
