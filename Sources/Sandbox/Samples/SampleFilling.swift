import Messages
import Protobuf
import RPC
import ServiceKit
import Store

/// Fills a corp with the sample chain through the services' API, as a job. Each call carries its
/// request_id, so a job that is run again from its beginning doubles nothing.
struct SampleFilling: Sendable {
  static let kind = "fill-corp"
  private static let batch = 500
  /// Groups hold the owner, the other guide and the store's first customers.
  private static let groupCustomers = 40

  let context: SandboxContext

  func register() {
    context.jobs.register(
      Self.kind, Jobs.Kind(run: { try await fill($0) }, failed: { _, _ in }))
  }

  private func fill(_ job: Job) async throws {
    let filled = try context.corps.database(of: job.corp).read { try SampleTable.find(in: $0) }
    guard let filled else { return }
    let chain = SampleChain(size: filled.size)
    let options = context.peers.options(corp: job.corp)
    try await hire(chain, options)
    try await acquaint(chain, try await tags(options), options)
    try await group(chain, options)
  }

  private func hire(_ chain: SampleChain, _ options: CallOptions) async throws {
    let channel = try context.peers.channel(to: "directory")
    let stores = chain.stores
    let departments =
      SampleChain.regions.map {
        DirectoryV1.Department(id: $0.id, name: $0.name, parentid: 1, kind: .region)
      }
      + stores.map {
        DirectoryV1.Department(id: $0.id, name: $0.name, parentid: $0.region, kind: .store)
      }
    let imported = try await DirectoryV1.DepartmentServiceClient(channel)
      .importDepartments(options: options) {
        try await $0.send(.init(departments: departments, requestID: "sample-departments"))
      }
    try check(imported.failedCount, imported.failures.first?.message)
    let members = stores.flatMap { store in
      store.guides.map {
        DirectoryV1.Member(
          userid: $0.userid, name: $0.name, email: "\($0.userid)@sample.example", position: "导购",
          departmentIDs: [store.id], status: .activated)
      }
    }
    let hired = try await DirectoryV1.MemberServiceClient(channel)
      .importMembers(options: options) {
        try await $0.send(.init(members: members, requestID: "sample-members"))
      }
    try check(hired.failedCount, hired.failures.first?.message)
  }

  /// The tags' ids by the names of their group and their own.
  private func tags(_ options: CallOptions) async throws -> [[String]: String] {
    let client = CustomersV1.TagServiceClient(try context.peers.channel(to: "customers"))
    var ids: [[String]: String] = [:]
    for (number, group) in SampleChain.tagGroups.enumerated() {
      let created = try await client.createTagGroup(
        .init(
          groupName: group.name, tags: group.tags.map { .init(name: $0) },
          requestID: "sample-tags-\(number)"), options: options)
      for tag in created.tags { ids[[group.name, tag.name]] = tag.tagID }
    }
    return ids
  }

  private func acquaint(
    _ chain: SampleChain, _ tagIDs: [[String]: String], _ options: CallOptions
  ) async throws {
    let relations = chain.customers.map { customer in
      CustomersV1.CustomerRelation(
        customer: .init(
          externalUserid: customer.externalUserid, name: customer.name, type: .wechat),
        relation: .init(
          userid: customer.userid, externalUserid: customer.externalUserid, status: .mutual,
          addWay: .qrCode,
          tagIDs: PackedList(customer.tags.compactMap { tagIDs[[$0.key, $0.value]] }.sorted())))
    }
    let imported = try await CustomersV1.RelationServiceClient(
      try context.peers.channel(to: "customers")
    ).importRelations(options: options) { requests in
      for start in stride(from: 0, to: relations.count, by: Self.batch) {
        try await requests.send(
          .init(
            relations: Array(relations[start...].prefix(Self.batch)),
            requestID: "sample-relations-\(start)"))
      }
    }
    try check(imported.failedCount, imported.failures.first?.message)
  }

  private func group(_ chain: SampleChain, _ options: CallOptions) async throws {
    let client = CommunitiesV1.CustomerGroupServiceClient(
      try context.peers.channel(to: "communities"))
    let customers = Dictionary(grouping: chain.customers, by: \.userid)
    for store in chain.stores {
      let people = store.guides.flatMap { customers[$0.userid] ?? [] }.prefix(Self.groupCustomers)
      _ = try await client.createCustomerGroup(
        .init(
          name: "\(store.name)福利群", owner: store.guides[0].userid,
          members: [.init(userid: store.guides[1].userid, type: .member)]
            + people.map { .init(userid: $0.externalUserid, type: .external) },
          requestID: "sample-group-\(store.id)"), options: options)
    }
  }

  private func check(_ failed: Int64, _ message: String?) throws {
    guard failed == 0 else {
      throw SampleRefused(message: "\(failed) were refused, the first: \(message ?? "")")
    }
  }
}

/// A service did not take the sample: somebody filled the corp with something else before.
private struct SampleRefused: Error, CustomStringConvertible {
  let message: String
  var description: String { message }
}
