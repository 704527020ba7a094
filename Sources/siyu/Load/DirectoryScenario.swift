import Messages
import RPC

/// Directory 通讯录: regions and stores, and the guides who work there; they are looked up far more
/// often than hired, moved or renamed.
struct DirectoryScenario: Scenario {
  static let unit = "members"
  static let defaultSize = 10_000

  private static let membersPerStore = 12
  private static let storesPerRegion = 100
  private static let firstRegion = 100_000
  private static let firstStore = 1_000_000
  private static let batchSize = 500

  let mark: String
  let size: Int
  private var stores: Int { max(1, size / Self.membersPerStore) }
  private var regions: Int { (stores + Self.storesPerRegion - 1) / Self.storesPerRegion }

  static let methods: [LoadMethod<Self>] = [
    .init("GetMember", 450) { chain, call in
      _ = try await DirectoryV1.MemberServiceClient(call.channel).getMember(
        .init(userid: chain.userid(call.random.skewed(below: chain.size))), options: call.options)
    },
    .init("GetDepartment", 150) { chain, call in
      _ = try await DirectoryV1.DepartmentServiceClient(call.channel).getDepartment(
        .init(id: chain.store(call.random.below(chain.stores))), options: call.options)
    },
    .init("ListMembers", 100) { chain, call in
      _ = try await DirectoryV1.MemberServiceClient(call.channel).listMembers(
        .init(departmentID: chain.store(call.random.below(chain.stores)), pageSize: 50),
        options: call.options)
    },
    .init("ListDepartments", 20) { chain, call in
      _ = try await DirectoryV1.DepartmentServiceClient(call.channel).listDepartments(
        .init(id: chain.region(call.random.below(chain.regions)), pageSize: 100),
        options: call.options)
    },
    .init("GetCorp", 80) { _, call in
      _ = try await DirectoryV1.CorpServiceClient(call.channel).getCorp(
        .init(), options: call.options)
    },
    .init("UpdateMember", 120) { chain, call in
      _ = try await DirectoryV1.MemberServiceClient(call.channel).updateMember(
        .init(
          member: .init(
            userid: chain.userid(call.random.below(chain.size)),
            alias: Retail.person(call.number),
            position: call.random.element(of: ["导购", "资深导购", "店长", "督导"])),
          requestID: call.ownID),
        options: call.options)
    },
    .init("UpdateDepartment", 30) { chain, call in
      _ = try await DirectoryV1.DepartmentServiceClient(call.channel).updateDepartment(
        .init(
          department: .init(
            id: chain.store(call.random.below(chain.stores)),
            order: UInt32(1 + call.random.below(1000))),
          requestID: call.ownID),
        options: call.options)
    },
    .init("CreateMember", 50) { chain, call in
      _ = try await DirectoryV1.MemberServiceClient(call.channel).createMember(
        .init(
          member: .init(
            userid: "new-\(call.ownID)", name: Retail.person(call.number),
            email: "\(call.ownID)@load.example", position: "导购",
            departmentIDs: [chain.store(call.random.below(chain.stores))]),
          requestID: call.ownID),
        options: call.options)
    },
  ]

  private func userid(_ number: Int) -> String { "guide-\(mark)-\(Retail.padded(number, 6))" }

  private func store(_ number: Int) -> UInt32 { UInt32(Self.firstStore + number) }

  private func region(_ number: Int) -> UInt32 { UInt32(Self.firstRegion + number) }

  // MARK: Filling

  static func fill(_ filling: Filling) async throws -> Self {
    let chain = DirectoryScenario(mark: filling.mark, size: filling.size)
    let members = DirectoryV1.MemberServiceClient(filling.channel)
    // They come in in order: when the last is there, all are.
    let isIn = try await isFound {
      _ = try await members.getMember(
        .init(userid: chain.userid(chain.size - 1)), options: filling.options)
    }
    if !isIn {
      try await chain.fillDepartments(filling)
      try await chain.fillMembers(members, filling)
    }
    return chain
  }

  private func fillDepartments(_ filling: Filling) async throws {
    let departments =
      (0..<regions).map {
        DirectoryV1.Department(
          id: region($0), name: "\(Retail.city($0))大区\($0 + 1)", parentid: 1, kind: .region)
      }
      + (0..<stores).map {
        DirectoryV1.Department(
          id: store($0), name: Retail.store($0), parentid: region($0 / Self.storesPerRegion),
          kind: .store)
      }
    let imported = try await DirectoryV1.DepartmentServiceClient(filling.channel)
      .importDepartments(options: filling.options.patient) { requests in
        try await filling.each("departments", count: departments.count, inBatchesOf: Self.batchSize)
        { numbers in
          try await requests.send(.init(departments: Array(departments[numbers])))
        }
      }
    try filling.check(imported.failedCount, imported.failures.first?.message, "departments")
  }

  private func fillMembers(
    _ members: DirectoryV1.MemberServiceClient, _ filling: Filling
  ) async throws {
    let hired = try await members.importMembers(options: filling.options.patient) { requests in
      try await filling.each(Self.unit, count: size, inBatchesOf: Self.batchSize) { numbers in
        try await requests.send(.init(members: numbers.map(member)))
      }
    }
    try filling.check(hired.failedCount, hired.failures.first?.message, "members")
  }

  private func member(_ number: Int) -> DirectoryV1.Member {
    DirectoryV1.Member(
      userid: userid(number), name: Retail.person(number),
      email: "\(userid(number))@load.example", position: "导购",
      departmentIDs: [store(number % stores)], status: .activated)
  }
}
