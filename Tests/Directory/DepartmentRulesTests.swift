@testable import Directory
import RPC
import ServiceKit
import Testing

@Suite("The rules of departments")
struct DepartmentRulesTests {
  private let policies = Policies()

  private func department(
    id: UInt32 = 7, name: String = "华东", nameEn: String = "", parentid: UInt32 = 1
  ) -> Department {
    Department(id: id, name: name, nameEn: nameEn, parentid: parentid)
  }

  private func surroundings(
    parentDepth: Int? = 1, siblingCount: Int = 0, siblingHasName: Bool = false,
    isOwnAncestor: Bool = false, height: Int = 1
  ) -> Department.Surroundings {
    .init(
      parentDepth: parentDepth, siblingCount: siblingCount, siblingHasName: siblingHasName,
      isOwnAncestor: isOwnAncestor, height: height)
  }

  @Test("A name has 1 to 64 characters, however many bytes they take")
  func nameLength() throws {
    try department(name: String(repeating: "店", count: 64)).checkShape()
    for (name, reason) in [("", "REQUIRED"), (String(repeating: "店", count: 65), "TOO_LONG")] {
      let failure = #expect(throws: InvalidField.self) { try department(name: name).checkShape() }
      #expect(failure?.field == "department.name")
      #expect(failure?.reason == reason)
      #expect(failure?.errcode == 60001)
    }
  }

  @Test("A name holds none of the characters WeCom forbids", arguments: "\\:*?\"<>｜".map(\.self))
  func nameCharacters(forbidden: Character) {
    let failure = #expect(throws: InvalidField.self) {
      try department(name: "华\(forbidden)东").checkShape()
    }
    #expect(failure?.reason == "BAD_NAME")
    #expect(failure?.errcode == 60009)
  }

  @Test("The English name may be empty and has at most 64 characters")
  func englishName() throws {
    try department(nameEn: String(repeating: "e", count: 64)).checkShape()
    let failure = #expect(throws: InvalidField.self) {
      try department(nameEn: String(repeating: "e", count: 65)).checkShape()
    }
    #expect(failure?.field == "department.name_en")
  }

  @Test("Only the root is without a parent")
  func parentIsRequired() throws {
    try department(id: 1, parentid: 0).checkShape()
    let failure = #expect(throws: InvalidField.self) { try department(parentid: 0).checkShape() }
    #expect(failure?.field == "department.parentid")
  }

  @Test("Level 15 is the last that a department, with what hangs below it, may reach")
  func depth() throws {
    try department().checkPlace(surroundings(parentDepth: 14), policies: policies)
    try department().checkPlace(surroundings(parentDepth: 12, height: 3), policies: policies)
    for (depth, height) in [(15, 1), (13, 3)] {
      #expect(throws: DepartmentFailure.tooDeep(15)) {
        try department().checkPlace(
          surroundings(parentDepth: depth, height: height), policies: policies)
      }
    }
  }

  @Test("The 30,000th child is the last")
  func children() throws {
    try department().checkPlace(surroundings(siblingCount: 29_999), policies: policies)
    #expect(throws: DepartmentFailure.tooManyChildren(30_000)) {
      try department().checkPlace(surroundings(siblingCount: 30_000), policies: policies)
    }
  }

  @Test("What does not exist is told before what is in the way")
  func order() {
    #expect(throws: DepartmentFailure.parentNotFound(1)) {
      try department().checkPlace(
        surroundings(parentDepth: nil, siblingHasName: true), policies: policies)
    }
    #expect(throws: DepartmentFailure.cycle(7)) {
      try department().checkPlace(
        surroundings(siblingHasName: true, isOwnAncestor: true), policies: policies)
    }
    #expect(throws: DepartmentFailure.nameTaken("华东")) {
      try department().checkPlace(surroundings(siblingHasName: true), policies: policies)
    }
  }

  @Test("The root is neither moved nor deleted")
  func root() {
    let root = department(id: 1, parentid: 7)
    #expect(throws: DepartmentFailure.isRoot) {
      try root.checkPlace(surroundings(), policies: policies)
    }
    #expect(throws: DepartmentFailure.isRoot) {
      try root.checkDelete(.init(childCount: 0, memberCount: 0))
    }
  }

  @Test("A department that holds anything is not deleted")
  func delete() throws {
    try department().checkDelete(.init(childCount: 0, memberCount: 0))
    #expect(throws: DepartmentFailure.hasChildren(7)) {
      try department().checkDelete(.init(childCount: 1, memberCount: 1))
    }
    #expect(throws: DepartmentFailure.hasMembers(7)) {
      try department().checkDelete(.init(childCount: 0, memberCount: 1))
    }
  }
}
