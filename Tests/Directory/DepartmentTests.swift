import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("DepartmentService", .timeLimit(.minutes(5)))
struct DepartmentTests {
  @Test("A new corp has the root, and nothing else")
  func root() async throws {
    try await withDirectory { directory in
      let root = try await directory.departments.getDepartment(.init(id: 1))
      #expect(root == .init(id: 1, name: "全公司"))
      let list = try await directory.departments.listDepartments(.init())
      #expect(list == .init(departments: [root]))
    }
  }

  @Test("A department is created as asked, under the next id or the one that is given")
  func create() async throws {
    try await withDirectory { directory in
      let now = directory.service.clock.now.timestamp
      let asked = DirectoryV1.Department(
        name: "华东", nameEn: "East", parentid: 1, order: 4_294_967_295, kind: .region)
      let region = try await directory.departments.createDepartment(.init(department: asked))
      var expected = asked
      expected.id = 2
      expected.createTime = now
      #expect(region == expected)
      let store = try await directory.departments.createDepartment(
        .init(department: .init(id: 3001, name: "南京路店", parentid: 2, kind: .store)))
      #expect(store.id == 3001)
      #expect(try await directory.department("淮海路店", under: 2) == 3002)
      #expect(try await directory.departments.getDepartment(.init(id: 3001)) == store)
    }
  }

  @Test("A department that breaks a rule is refused, and the reason names it")
  func createRefused() async throws {
    try await withDirectory { directory in
      let region = try await directory.department("华东")
      func refuse(
        _ code: StatusCode, _ reason: String, _ field: String, _ errcode: Int?,
        _ department: DirectoryV1.Department?
      ) async {
        await expectFailure(code, reason, field: field, errcode: errcode) {
          try await directory.departments.createDepartment(.init(department: department))
        }
      }
      await refuse(.invalidArgument, "REQUIRED", "department", nil, nil)
      await refuse(.invalidArgument, "REQUIRED", "department.name", 60001, .init(parentid: 1))
      await refuse(.invalidArgument, "REQUIRED", "department.parentid", 60124, .init(name: "x"))
      await refuse(
        .invalidArgument, "UNKNOWN_VALUE", "department.kind", nil,
        .init(name: "x", parentid: 1, kind: .init(rawValue: 9)))
      await refuse(
        .notFound, "PARENT_NOT_FOUND", "department.parentid", 60004, .init(name: "x", parentid: 99))
      await refuse(
        .alreadyExists, "DEPARTMENT_NAME_TAKEN", "department.name", 60008,
        .init(name: "华东", parentid: 1))
      await refuse(
        .alreadyExists, "DEPARTMENT_ID_TAKEN", "department.id", 60008,
        .init(id: region, name: "x", parentid: 1))
      await refuse(
        .alreadyExists, "DEPARTMENT_ID_TAKEN", "department.id", 60008,
        .init(id: 1, name: "x", parentid: 1))
      #expect(try await directory.department("华东", under: region) == 3)
    }
  }

  @Test("Level 15 is the last")
  func depth() async throws {
    try await withDirectory { directory in
      var deepest: UInt32 = 1
      for level in 2...15 { deepest = try await directory.department("\(level)", under: deepest) }
      await expectFailure(
        .failedPrecondition, "DEPARTMENT_TOO_DEEP", field: "department.parentid", errcode: 81002
      ) {
        try await directory.department("16", under: deepest)
      }
      // Two levels of its own fit under level 13, not under level 14.
      let branch = try await directory.department("branch")
      try await directory.department("leaf", under: branch)
      let (level13, level14) = (deepest - 2, deepest - 1)
      await expectFailure(.failedPrecondition, "DEPARTMENT_TOO_DEEP") {
        try await directory.departments.updateDepartment(
          .init(department: .init(id: branch, parentid: level14)))
      }
      let moved = try await directory.departments.updateDepartment(
        .init(department: .init(id: branch, parentid: level13)))
      #expect(moved.parentid == level13)
    }
  }

  @Test("The corp and each department are full at their limits, and have room again")
  func counts() async throws {
    let small = try policies(["departments_max": 5, "department_children_max": 3])
    try await withDirectory(policies: small) { directory in
      let first = try await directory.department("1")
      try await directory.department("2")
      try await directory.member("guide")  // The third child of the root.
      await expectFailure(
        .resourceExhausted, "TOO_MANY_CHILDREN", field: "department.parentid", errcode: 81001
      ) {
        try await directory.department("3")
      }
      try await directory.department("1.1", under: first)
      let last = try await directory.department("1.2", under: first)
      await expectFailure(.resourceExhausted, "TOO_MANY_DEPARTMENTS", errcode: 45024) {
        try await directory.department("1.3", under: first)
      }
      _ = try await directory.departments.deleteDepartment(.init(id: last))
      try await directory.department("1.3", under: first)
    }
  }

  @Test("An id that is not there, or not said, is refused everywhere")
  func unknown() async throws {
    try await withDirectory { directory in
      let departments = directory.departments
      await expectFailure(.notFound, "DEPARTMENT_NOT_FOUND", errcode: 60003) {
        try await departments.getDepartment(.init(id: 9))
      }
      await expectFailure(.notFound, "DEPARTMENT_NOT_FOUND") {
        try await departments.listDepartments(.init(id: 9))
      }
      await expectFailure(.notFound, "DEPARTMENT_NOT_FOUND") {
        try await departments.updateDepartment(.init(department: .init(id: 9, name: "x")))
      }
      await expectFailure(.notFound, "DEPARTMENT_NOT_FOUND") {
        try await departments.deleteDepartment(.init(id: 9))
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "id", errcode: 41019) {
        try await departments.getDepartment(.init())
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "department.id") {
        try await departments.updateDepartment(.init(department: .init(name: "x")))
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "id") {
        try await departments.deleteDepartment(.init())
      }
      try await directory.department("here")
      await expectFailure(.notFound, "DEPARTMENT_NOT_FOUND") {
        try await departments.getDepartment(.init(id: 2), options: otherCorp)
      }
    }
  }

  @Test("A list holds a department and all below it, ascending by id, page by page")
  func list() async throws {
    try await withDirectory { directory in
      let east = try await directory.department("华东")
      let west = try await directory.department("西南")
      let first = try await directory.department("一店", under: east)
      try await directory.department("二店", under: west)
      let third = try await directory.department("三店", under: east)
      var request = DirectoryV1.ListDepartmentsRequest(id: east, pageSize: 2)
      let page = try await directory.departments.listDepartments(request)
      #expect(page.departments.map(\.id) == [east, first])
      request.pageToken = page.nextPageToken
      let rest = try await directory.departments.listDepartments(request)
      #expect(rest.departments.map(\.id) == [third])
      #expect(rest.nextPageToken == "")

      await expectFailure(
        .invalidArgument, "FOREIGN_PAGE_TOKEN", field: "page_token", errcode: 50100
      ) {
        try await directory.departments.listDepartments(
          .init(id: west, pageToken: page.nextPageToken))
      }
      await expectFailure(
        .invalidArgument, "FOREIGN_PAGE_TOKEN", field: "page_token"
      ) {
        try await directory.members.listMembers(.init(pageToken: page.nextPageToken))
      }
      await expectFailure(.invalidArgument, "BAD_PAGE_TOKEN", field: "page_token") {
        try await directory.departments.listDepartments(.init(pageToken: "rubbish"))
      }
      await expectFailure(.invalidArgument, "NEGATIVE", field: "page_size") {
        try await directory.departments.listDepartments(.init(pageSize: -1))
      }
    }
  }

  @Test("An update changes what the mask names, and clears what it names and leaves empty")
  func update() async throws {
    try await withDirectory { directory in
      let created = try await directory.departments.createDepartment(
        .init(
          department: .init(
            name: "华东", nameEn: "East", parentid: 1, order: 5, kind: .region)))
      var expected = created
      expected.name = "华东大区"
      let renamed = try await directory.departments.updateDepartment(
        .init(department: .init(id: created.id, name: "华东大区")))
      #expect(renamed == expected)
      (expected.nameEn, expected.order, expected.kind) = ("", 0, .unspecified)
      let cleared = try await directory.departments.updateDepartment(
        .init(
          department: .init(id: created.id, name: "not named by the mask"),
          updateMask: .init(paths: ["name_en", "order", "kind"])))
      #expect(cleared == expected)
      await expectFailure(.invalidArgument, "UNKNOWN_PATH", field: "update_mask") {
        try await directory.departments.updateDepartment(
          .init(department: cleared, updateMask: .init(paths: ["create_time"])))
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "department.name") {
        try await directory.departments.updateDepartment(
          .init(department: .init(id: created.id), updateMask: .init(paths: ["name"])))
      }
      #expect(try await directory.departments.getDepartment(.init(id: created.id)) == cleared)
    }
  }

  @Test("A department moves with all below it, but not under itself")
  func move() async throws {
    try await withDirectory { directory in
      let east = try await directory.department("华东")
      let west = try await directory.department("西南")
      let city = try await directory.department("上海", under: east)
      let store = try await directory.department("一店", under: city)
      try await directory.member("guide", in: store)
      for parent in [city, store] {
        await expectFailure(
          .failedPrecondition, "DEPARTMENT_CYCLE", field: "department.parentid", errcode: 60010
        ) {
          try await directory.departments.updateDepartment(
            .init(department: .init(id: city, parentid: parent)))
        }
      }
      _ = try await directory.departments.updateDepartment(
        .init(department: .init(id: city, parentid: west)))
      let below = try await directory.departments.listDepartments(.init(id: west))
      #expect(below.departments.map(\.id) == [west, city, store])
      #expect(try await directory.userids(in: west, fetchChild: true) == ["guide"])
      #expect(try await directory.userids(in: east, fetchChild: true) == [])
      #expect(try await directory.userids(fetchChild: true) == ["guide"])

      try await directory.department("上海", under: east)
      await expectFailure(.alreadyExists, "DEPARTMENT_NAME_TAKEN") {
        try await directory.departments.updateDepartment(
          .init(department: .init(id: city, parentid: east)))
      }
    }
  }

  @Test("The root takes a name, and stays where it is")
  func updateRoot() async throws {
    try await withDirectory { directory in
      let region = try await directory.department("华东")
      let root = try await directory.departments.updateDepartment(
        .init(department: .init(id: 1, name: "思域百货")))
      #expect(root.name == "思域百货")
      await expectFailure(.failedPrecondition, "DEPARTMENT_IS_ROOT", errcode: 60007) {
        try await directory.departments.updateDepartment(
          .init(department: .init(id: 1, parentid: region)))
      }
      await expectFailure(.failedPrecondition, "DEPARTMENT_IS_ROOT", errcode: 60007) {
        try await directory.departments.deleteDepartment(.init(id: 1))
      }
    }
  }

  @Test("Only an empty department is deleted, and its id is not given again")
  func delete() async throws {
    try await withDirectory { directory in
      let region = try await directory.department("华东")
      let store = try await directory.department("一店", under: region)
      try await directory.member("guide", in: store)
      await expectFailure(.failedPrecondition, "DEPARTMENT_HAS_CHILDREN", errcode: 60006) {
        try await directory.departments.deleteDepartment(.init(id: region))
      }
      await expectFailure(.failedPrecondition, "DEPARTMENT_HAS_MEMBERS", errcode: 60005) {
        try await directory.departments.deleteDepartment(.init(id: store))
      }
      _ = try await directory.members.deleteMember(.init(userid: "guide"))
      _ = try await directory.departments.deleteDepartment(.init(id: store))
      _ = try await directory.departments.deleteDepartment(.init(id: region))
      await expectFailure(.notFound, "DEPARTMENT_NOT_FOUND") {
        try await directory.departments.getDepartment(.init(id: store))
      }
      await expectFailure(.alreadyExists, "DEPARTMENT_ID_TAKEN") {
        try await directory.department("一店", id: store)
      }
      #expect(try await directory.department("一店") == store + 1)
    }
  }

  @Test("After the greatest id the caller has to give one")
  func idsExhausted() async throws {
    try await withDirectory { directory in
      try await directory.department("last", id: .max)
      await expectFailure(
        .resourceExhausted, "DEPARTMENT_IDS_EXHAUSTED", field: "department.id"
      ) {
        try await directory.department("next")
      }
      #expect(try await directory.department("next", id: 2) == 2)
    }
  }
}
