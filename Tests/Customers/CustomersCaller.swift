@testable import Customers
import Directory
import Fixtures
import Foundation
import Messages
import Protobuf
import RPC
import ServiceKit
import Store
import Testing

/// Customers as its callers have it: the generated clients, and the calls that most tests begin
/// with.
struct CustomersCaller {
  let service: RunningService
  let relations: CustomersV1.RelationServiceClient
  let tags: CustomersV1.TagServiceClient
  let audiences: CustomersV1.AudienceServiceClient
  let ways: CustomersV1.ContactWayServiceClient
  let welcomes: CustomersV1.WelcomeCodeServiceClient
  let changes: CustomersV1.ChangeServiceClient
  let jobs: CommonV1.JobServiceClient
  let tagJobs: CustomersV1.TagJobServiceClient
  let strategies: CustomersV1.StrategyServiceClient
  let personalTags: CustomersV1.PersonalTagServiceClient
  let sources: CustomersV1.SourceServiceClient

  init(_ service: RunningService) {
    self.service = service
    relations = .init(service.channel)
    tags = .init(service.channel)
    audiences = .init(service.channel)
    ways = .init(service.channel)
    welcomes = .init(service.channel)
    changes = .init(service.channel)
    jobs = .init(service.channel)
    tagJobs = .init(service.channel)
    strategies = .init(service.channel)
    personalTags = .init(service.channel)
    sources = .init(service.channel)
  }

  /// Adds a customer to a member.
  @discardableResult
  func add(
    _ userid: String, _ externalUserid: String, status: CustomersV1.RelationStatus = .mutual,
    tags: [String] = [], requestID: String = ""
  ) async throws -> CustomersV1.CustomerRelation {
    try await relations.addRelation(
      .init(
        customer: .init(externalUserid: externalUserid, name: "客户 \(externalUserid)"),
        relation: .init(userid: userid, status: status, tagIDs: PackedList(tags)),
        requestID: requestID))
  }

  @discardableResult
  func remove(
    _ userid: String, _ externalUserid: String, by side: CustomersV1.RemovedBy
  ) async throws -> CustomersV1.Relation {
    try await relations.removeRelation(
      .init(userid: userid, externalUserid: externalUserid, removedBy: side))
  }

  /// Imports batches, each with a request_id when one is given.
  func importAll(
    _ batches: [[CustomersV1.CustomerRelation]], requestIDs: [String] = []
  ) async throws -> CustomersV1.ImportRelationsResponse {
    try await relations.importRelations { stream in
      for (index, batch) in batches.enumerated() {
        try await stream.send(
          .init(
            relations: batch, requestID: requestIDs.indices.contains(index) ? requestIDs[index] : ""
          ))
      }
    }
  }

  /// Makes tags of one group, and returns their ids in the order given.
  @discardableResult
  func tagIDs(_ names: String..., group: String = "等级") async throws -> [String] {
    try await tags.createTagGroup(
      .init(groupName: group, tags: names.map { .init(name: $0) })
    ).tags.map(\.tagID)
  }

  func relation(_ userid: String, _ externalUserid: String) async throws -> CustomersV1.Relation? {
    try await relations.getCustomer(.init(externalUserid: externalUserid)).followUsers
      .first { $0.userid == userid }
  }

  /// An audience's walk, message by message.
  func messages(
    of audience: CustomersV1.Audience?, after cursor: String = ""
  ) async throws -> [CustomersV1.ListAudienceResponse] {
    var messages: [CustomersV1.ListAudienceResponse] = []
    for try await message in audiences.listAudience(.init(audience: audience, after: cursor)) {
      messages.append(message)
    }
    return messages
  }

  /// Who is in an audience, "customer>sender".
  func recipients(of audience: CustomersV1.Audience?) async throws -> [String] {
    try await messages(of: audience).flatMap(\.recipients).map(\.text)
  }

  /// The first changes after a cursor.
  func firstChanges(
    _ count: Int, after cursor: String = ""
  ) async throws -> [CustomersV1.Change] {
    try await Fixtures.firstChanges(count, of: changes.watchChanges(.init(after: cursor)))
  }
}

extension CustomersV1.Recipient {
  var text: String { "\(externalUserid)>\(userid)" }
}

extension CustomersV1.CustomerRelation {
  /// A relation to import.
  static func sample(
    _ userid: String, _ externalUserid: String, status: CustomersV1.RelationStatus = .unspecified,
    tags: [String] = [], created: Int64? = nil, chatted: Int64? = nil
  ) -> CustomersV1.CustomerRelation {
    .init(
      customer: .init(externalUserid: externalUserid, name: "客户 \(externalUserid)"),
      relation: .init(
        userid: userid, status: status, tagIDs: PackedList(tags),
        createTime: created.map { .init(seconds: $0) },
        lastChatTime: chatted.map { .init(seconds: $0) }))
  }
}

/// Runs a test against a customers service of its own, which calls nobody.
func withCustomers(
  policies: Policies = Policies(), _ body: (CustomersCaller) async throws -> Void
) async throws {
  let folder = try TemporaryFolder()
  let service = try await RunningService.start(
    CustomersService.self, in: folder, policies: policies)
  do {
    try await body(CustomersCaller(service))
  } catch {
    await service.stop()
    throw error
  }
  await service.stop()
}

/// Runs a test against customers beside a directory it calls.
func withCustomersAndDirectory(
  _ body: (CustomersCaller, RunningService) async throws -> Void
) async throws {
  try await withService(DirectoryService.self) { directory in
    let folder = try TemporaryFolder()
    let customers = try await RunningService.start(
      CustomersService.self, in: folder, peers: [directory])
    do {
      try await body(CustomersCaller(customers), directory)
    } catch {
      await customers.stop()
      throw error
    }
    await customers.stop()
  }
}

/// The policies with some numbers made small enough for a test to reach.
func policies(_ overrides: [String: Int]) throws -> Policies {
  try Policies(json: JSONEncoder().encode(overrides))
}

/// How a caller of another corp calls.
let otherCorp = CallOptions(metadata: ["siyu-corp": "other"])
