import Communities
import Fixtures
import Foundation
import Messages
import RPC
import ServiceKit

/// Communities as the tests of join ways call it.
struct JoinWayCaller {
  let service: RunningService

  init(_ service: RunningService) { self.service = service }

  var ways: CommunitiesV1.JoinWayServiceClient { .init(service.channel) }
  var groups: CommunitiesV1.CustomerGroupServiceClient { .init(service.channel) }

  /// Makes a group with so many in it, the owner among them.
  @discardableResult
  func group(
    _ chatID: String, owner: String = "ann", members: Int = 1
  ) async throws -> CommunitiesV1.CustomerGroup {
    try await groups.createCustomerGroup(
      .init(
        chatID: chatID, name: "群 \(chatID)", owner: owner,
        members: (1..<members).map { .init(userid: "\(chatID)-\($0)", type: .external) }))
  }

  /// Makes a way, a QR code, into these groups.
  @discardableResult
  func way(
    _ chatIDs: String..., requestID: String = "",
    _ change: (inout CommunitiesV1.JoinWay) -> Void = { _ in }
  ) async throws -> CommunitiesV1.JoinWay {
    var way = CommunitiesV1.JoinWay(scene: .qrCode, chatIDs: chatIDs)
    change(&way)
    return try await ways.createJoinWay(.init(joinWay: way, requestID: requestID))
  }

  @discardableResult
  func join(
    _ way: CommunitiesV1.JoinWay, _ externalUserid: String, requestID: String = ""
  ) async throws -> CommunitiesV1.JoinByJoinWayResponse {
    try await ways.joinByJoinWay(
      .init(
        configID: way.configID, externalUserid: externalUserid, requestID: requestID))
  }

  func read(_ way: CommunitiesV1.JoinWay) async throws -> CommunitiesV1.JoinWay {
    try await ways.getJoinWay(.init(configID: way.configID))
  }

  func changes(_ count: Int) async throws -> [CommunitiesV1.Change] {
    try await firstChanges(
      count, of: CommunitiesV1.ChangeServiceClient(service.channel).watchChanges(.init()))
  }
}

/// Runs a test against communities, which calls nobody.
func withJoinWays(
  policies overrides: String = "{}", _ body: (JoinWayCaller) async throws -> Void
) async throws {
  try await withService(
    CommunitiesService.self, policies: Policies(json: Data(overrides.utf8))
  ) { try await body(JoinWayCaller($0)) }
}
