import Fixtures
import Messages
import RPC
import ServiceKit

/// The calls about welcomes that their tests begin with.
extension Chain {
  var welcomeRules: BroadcastsV1.WelcomeRuleServiceClient { .init(service.channel) }
  var welcomes: BroadcastsV1.WelcomeServiceClient { .init(service.channel) }
  var ways: CustomersV1.ContactWayServiceClient { .init(peer("customers").channel) }
  var codes: CustomersV1.WelcomeCodeServiceClient { .init(peer("customers").channel) }

  @discardableResult
  func rule(
    _ scope: BroadcastsV1.WelcomeScope, says text: String, name: String = "规则"
  ) async throws -> BroadcastsV1.WelcomeRule {
    try await welcomeRules.createWelcomeRule(
      .init(welcomeRule: .init(name: name, scope: scope, content: .init(text: text))))
  }

  /// A contact way of a member, with the channel given.
  func way(_ userid: String, state: String = "") async throws -> CustomersV1.ContactWay {
    try await ways.createContactWay(
      .init(
        contactWay: .init(type: .multiple, scene: .qrCode, state: state, userids: [userid])))
  }

  /// A new customer by a contact way; returns his welcome code.
  func scan(
    _ way: CustomersV1.ContactWay, _ externalUserid: String, name: String = ""
  ) async throws -> String {
    try await ways.addByContactWay(
      .init(
        configID: way.configID, customer: .init(externalUserid: externalUserid, name: name))
    ).welcomeCode
  }

  /// What was decided about a code, once it was.
  func decided(_ code: String) async throws -> BroadcastsV1.Welcome {
    for try await change in changes.watchChanges(.init()) {
      if case .welcomeDecided(let welcome) = change.event, welcome.welcomeCode == code {
        return welcome
      }
    }
    throw Status(.unavailable, "The feed ended.")
  }

  func leaseWelcomes(
    requestID: String = ""
  ) async throws -> [BroadcastsV1.LeasedWelcome] {
    try await welcomes.leaseWelcomes(.init(channelID: "sandbox", requestID: requestID)).welcomes
  }

  @discardableResult
  func acknowledge(
    _ leased: [BroadcastsV1.LeasedWelcome],
    _ outcome: BroadcastsV1.WelcomeAcknowledgement.Outcome = .sent, detail: String = ""
  ) async throws -> BroadcastsV1.AcknowledgeWelcomesResponse {
    try await welcomes.acknowledgeWelcomes(
      .init(
        acknowledgements: leased.map {
          .init(
            welcomeCode: $0.welcomeCode, leaseToken: $0.leaseToken, outcome: outcome,
            failureDetail: detail)
        }))
  }

  func status(_ code: String) async throws -> BroadcastsV1.Welcome.Status {
    try await welcomes.getWelcome(.init(welcomeCode: code)).status
  }
}
