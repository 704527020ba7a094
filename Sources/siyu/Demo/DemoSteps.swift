import Messages
import Protobuf
import RPC

/// Brings the chain into directory, customers and communities, as an integrator would.
struct DemoSteps {
  let chain: DemoChain
  let channels: DemoChannels
  let progress: DemoProgress

  /// The departments and the guides, as bulk imports.
  func fillDirectory() async throws {
    let departments = chain.departments
    let imported = try await DirectoryV1.DepartmentServiceClient(channels.directory)
      .importDepartments { requests in
        for (number, batch) in departments.batches(of: 500).enumerated() {
          try await requests.send(
            .init(departments: Array(batch), requestID: "demo-departments-\(number)"))
        }
      }
    try check(imported.failedCount, imported.failures.first?.message, "departments")
    let members = chain.members
    let hired = try await DirectoryV1.MemberServiceClient(channels.directory)
      .importMembers { requests in
        for (number, batch) in members.batches(of: 500).enumerated() {
          try await requests.send(.init(members: Array(batch), requestID: "demo-members-\(number)"))
        }
      }
    try check(hired.failedCount, hired.failures.first?.message, "members")
    progress.say("directory", "\(departments.count) departments, \(members.count) guides")
  }

  /// The tag groups, then every household as a customer of a guide of its home store.
  func fillCustomers() async throws {
    let tagIDs = try await createTags()
    let relations = chain.data.households.map { household in
      let externalUserid = DemoChain.externalUserid(ofHousehold: household.id)
      return CustomersV1.CustomerRelation(
        customer: .init(
          externalUserid: externalUserid, name: "Household \(household.id)", type: .wechat),
        relation: .init(
          userid: chain.guide(of: household), externalUserid: externalUserid, status: .mutual,
          addWay: .qrCode,
          tagIDs: PackedList(
            DemoChain.tags(of: household).compactMap { tagIDs[$0.key]?[$0.value] }.sorted())))
    }
    let imported = try await CustomersV1.RelationServiceClient(channels.customers)
      .importRelations { requests in
        for (number, batch) in relations.batches(of: 500).enumerated() {
          try await requests.send(
            .init(relations: Array(batch), requestID: "demo-relations-\(number)"))
        }
      }
    try check(imported.failedCount, imported.failures.first?.message, "relations")
    let tagCount = tagIDs.values.reduce(0) { $0 + $1.count }
    progress.say("customers", "\(relations.count) relations, \(tagCount) tags")
  }

  /// Tag group's name → tag's name → its id.
  private func createTags() async throws -> [String: [String: String]] {
    var names: [String: Set<String>] = [:]
    for household in chain.data.households {
      for (group, tag) in DemoChain.tags(of: household) { names[group, default: []].insert(tag) }
    }
    let client = CustomersV1.TagServiceClient(channels.customers)
    var ids: [String: [String: String]] = [:]
    for (group, tags) in names.sorted(by: { $0.key < $1.key }) {
      let created = try await client.createTagGroup(
        .init(groupName: group, tags: tags.sorted().map { .init(name: $0) }))
      ids[group] = Dictionary(
        uniqueKeysWithValues: created.tags.map { ($0.name, $0.tagID) })
    }
    return ids
  }

  /// A group for each store that is home to 20 households or more, and a moment for its best
  /// customers, published by every guide who has one.
  func fillCommunities() async throws {
    let groups = CommunitiesV1.CustomerGroupServiceClient(channels.communities)
    let homes = Dictionary(grouping: chain.data.households, by: \.homeStore)
      .filter { $0.value.count >= 20 }.sorted { $0.key < $1.key }
    for (store, households) in homes {
      let guides = chain.guides(ofStore: store)
      let members =
        guides.dropFirst().map { CommunitiesV1.NewGroupMember(userid: $0, type: .member) }
        + households.map {
          .init(userid: DemoChain.externalUserid(ofHousehold: $0.id), type: .external)
        }
      _ = try await groups.createCustomerGroup(
        .init(
          name: "门店 \(store) 福利群", owner: guides[0], members: members,
          requestID: "demo-group-\(store)"))
    }
    progress.say("communities", "\(homes.count) customer groups")
    try await publishMoment()
  }

  private func publishMoment() async throws {
    let groups = try await CustomersV1.TagServiceClient(channels.customers)
      .listTags(.init(pageSize: 1000))
    let best = DemoChain.band(spendCents: .max)
    let tags = groups.tags.filter { $0.name == best }.map(\.tagID)
    let moments = CommunitiesV1.MomentServiceClient(channels.communities)
    let moment = try await moments.createMoment(
      .init(
        text: .init(content: "本周会员日，到店有礼。"), visibleRange: .init(tagIDs: tags),
        requestID: "demo-moment"))
    let dispatched = try await poll("the moment") {
      let now = try await moments.getMoment(.init(momentID: moment.momentID))
      return now.state == .dispatching ? nil : now
    }
    guard dispatched.state == .dispatched else {
      throw Trouble(message: "the moment was not dispatched")
    }
    var token = ""
    repeat {
      let page = try await moments.listMomentTasks(
        .init(momentID: moment.momentID, pageSize: 500, pageToken: token))
      for task in page.tasks {
        _ = try await moments.publishMoment(
          .init(
            momentID: moment.momentID, userid: task.userid,
            requestID: "demo-publish-\(task.userid)"))
      }
      token = page.nextPageToken
    } while !token.isEmpty
    let published = try await moments.getMoment(.init(momentID: moment.momentID))
    progress.say(
      "communities",
      "1 moment, published by \(published.publishedCount) guides to "
        + "\(published.customerCount) customers")
  }

  private func check(_ failed: Int64, _ message: String?, _ what: String) throws {
    guard failed == 0 else {
      throw Trouble(message: "\(failed) \(what) were refused, the first: \(message ?? "")")
    }
  }
}

/// Asks again until there is an answer, for a minute at most.
func poll<Answer>(
  _ what: String, _ ask: () async throws -> Answer?
) async throws -> Answer {
  for _ in 0..<1200 {
    if let answer = try await ask() { return answer }
    try await Task.sleep(for: .milliseconds(50))
  }
  throw Trouble(message: "\(what) did not come about within a minute")
}

extension Array {
  func batches(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
