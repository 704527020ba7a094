import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.directory.v1.DepartmentService`.
struct DepartmentHandler: DirectoryV1.DepartmentServiceProtocol {
  let context: DirectoryContext

  func createDepartment(
    _ request: DirectoryV1.CreateDepartmentRequest, _ call: Call
  ) async throws -> DirectoryV1.Department {
    let asked = try Shape.required(request.department, field: "department")
    let draft = try Department(asked)
    try draft.checkShape()
    return try await context.mutate(request, call) { mutation in
      try create(draft, mutation).message
    }
  }

  func getDepartment(
    _ request: DirectoryV1.GetDepartmentRequest, _ call: Call
  ) async throws -> DirectoryV1.Department {
    try Department.checkID(request.id, field: "id")
    let department = try context.read(call) { try DepartmentTable.find(request.id, in: $0) }
    guard let department else { throw DepartmentFailure.notFound(request.id, field: "id") }
    return department.message
  }

  func listDepartments(
    _ request: DirectoryV1.ListDepartmentsRequest, _ call: Call
  ) async throws -> DirectoryV1.ListDepartmentsResponse {
    let page = try Page(request)
    let top = request.id == 0 ? Department.rootID : request.id
    let found = try context.read(call) { reader in
      guard try DepartmentTable.exists(top, in: reader) else {
        throw DepartmentFailure.notFound(top, field: "id")
      }
      return try DepartmentTable.subtree(
        of: top, after: page.after.first?.int ?? 0, limit: page.size + 1, in: reader)
    }
    let (departments, nextPageToken) = page.cut(found) { [.int(Int64($0.id))] }
    return .init(departments: departments.map(\.message), nextPageToken: nextPageToken)
  }

  func updateDepartment(
    _ request: DirectoryV1.UpdateDepartmentRequest, _ call: Call
  ) async throws -> DirectoryV1.Department {
    let asked = try Shape.required(request.department, field: "department")
    try Department.checkID(asked.id, field: "department.id")
    let mask = try UpdateMask(
      request.updateMask, allowed: ["name", "name_en", "parentid", "order", "kind", "owner_id"])
    let kind = try Department.Kind(asked.kind)
    return try await context.mutate(request, call) { mutation in
      guard var department = try DepartmentTable.find(asked.id, in: mutation.writer) else {
        throw DepartmentFailure.notFound(asked.id, field: "department.id")
      }
      let before = department
      if let name = mask.value("name", asked.name, empty: "") { department.name = name }
      if let nameEn = mask.value("name_en", asked.nameEn, empty: "") { department.nameEn = nameEn }
      if let order = mask.value("order", asked.order, empty: 0) { department.order = order }
      if let kind = mask.value("kind", kind, empty: .unspecified) { department.kind = kind }
      if let ownerID = mask.value("owner_id", asked.ownerID, empty: "") {
        department.ownerID = ownerID
      }
      if let parentid = mask.value("parentid", asked.parentid, empty: 0) {
        department.parentid = parentid
      }
      try department.checkShape()
      try change(before, to: department, mutation)
      return department.message
    }
  }

  func deleteDepartment(
    _ request: DirectoryV1.DeleteDepartmentRequest, _ call: Call
  ) async throws -> DirectoryV1.DeleteDepartmentResponse {
    try Department.checkID(request.id, field: "id")
    return try await context.mutate(request, call) { mutation in
      guard let department = try DepartmentTable.find(request.id, in: mutation.writer),
        let contents = try DepartmentTable.contents(of: request.id, in: mutation.writer)
      else { throw DepartmentFailure.notFound(request.id, field: "id") }
      try department.checkDelete(contents)
      try DepartmentTable.delete(department, in: mutation.writer)
      try mutation.emit(.departmentDeleted(department.message))
      return .init()
    }
  }

  func importDepartments(
    _ requests: RequestStream<DirectoryV1.ImportDepartmentsRequest>, _ call: Call
  ) async throws -> DirectoryV1.ImportDepartmentsResponse {
    var total = DirectoryV1.ImportDepartmentsResponse()
    for try await request in requests {
      try Shape.items(request.departments.count, ImportBatch.items, field: "departments")
      total.add(
        try await context.mutate(request, call) { mutation in
          try .importing(request.departments, key: { String($0.id) }) { asked in
            try put(Department(asked), mutation)
          }
        })
    }
    return total
  }

  /// Creates or overwrites by id; true when it was new.
  private func put(_ draft: Department, _ mutation: DirectoryMutation) throws -> Bool {
    try Department.checkID(draft.id, field: "departments.id")
    try draft.checkShape()
    guard let before = try DepartmentTable.find(draft.id, in: mutation.writer) else {
      _ = try create(draft, mutation)
      return true
    }
    var department = draft
    department.createTime = before.createTime
    try change(before, to: department, mutation)
    return false
  }

  private func create(
    _ draft: Department, _ mutation: DirectoryMutation
  ) throws -> Department {
    var department = draft
    department.createTime = mutation.now
    if department.id == 0 {
      guard let id = try DepartmentTable.nextID(in: mutation.writer) else {
        throw DepartmentFailure.idsExhausted
      }
      department.id = id
    } else if try DepartmentTable.isUsed(department.id, in: mutation.writer) {
      throw DepartmentFailure.idTaken(department.id)
    }
    try department.checkPlace(
      DepartmentTable.surroundings(of: department, in: mutation.writer),
      policies: context.policies)
    let most = context.policies[.departmentsMax]
    guard try DepartmentTable.count(in: mutation.writer) < most else {
      throw DepartmentFailure.tooMany(most)
    }
    try DepartmentTable.insert(department, in: mutation.writer)
    try mutation.emit(.departmentCreated(department.message))
    return department
  }

  private func change(
    _ before: Department, to department: Department, _ mutation: DirectoryMutation
  ) throws {
    guard department != before else { return }
    let moves = department.parentid != before.parentid
    if moves {
      try department.checkPlace(
        DepartmentTable.surroundings(of: department, in: mutation.writer),
        policies: context.policies)
    } else {
      try department.checkName(
        siblingHasName: DepartmentTable.siblingHasName(of: department, in: mutation.writer))
    }
    try DepartmentTable.update(department, in: mutation.writer)
    if moves {
      // The members follow by the ancestors that are still there.
      try MemberTable.moveSubtree(
        of: department.id, to: department.parentid, in: mutation.writer)
      try DepartmentTable.move(
        department.id, from: before.parentid, to: department.parentid, in: mutation.writer)
    }
    try mutation.emit(.departmentUpdated(department.message))
  }
}

extension Department {
  /// What a caller says of it, all but the time.
  init(_ message: DirectoryV1.Department) throws(InvalidField) {
    self.init(
      id: message.id, name: message.name, nameEn: message.nameEn, parentid: message.parentid,
      order: message.order, kind: try Kind(message.kind), ownerID: message.ownerID)
  }

  var message: DirectoryV1.Department {
    .init(
      id: id, name: name, nameEn: nameEn, parentid: parentid, order: order,
      kind: .init(rawValue: Int32(kind.rawValue)), createTime: createTime?.timestamp,
      ownerID: ownerID)
  }
}

extension Department.Kind {
  init(_ message: DirectoryV1.DepartmentKind) throws(InvalidField) {
    guard let kind = Self(rawValue: Int(message.rawValue)) else {
      throw InvalidField(
        "department.kind", "UNKNOWN_VALUE", "department.kind \(message.rawValue) is not known.")
    }
    self = kind
  }
}
