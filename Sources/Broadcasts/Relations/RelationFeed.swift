import Messages
import ServiceKit

/// Follows customers' feed. Keeps which relations ended: who lost his friend after a broadcast was
/// planned is not sent to. And decides about the welcome codes that come with an adding.
struct RelationFeed: Sendable {
  let policies: Policies

  var feed: FollowedFeed<CustomersV1.Change, BroadcastsV1.Change> {
    FollowedFeed(
      peer: "customers",
      watch: { cursor, channel, options in
        CustomersV1.ChangeServiceClient(channel)
          .watchChanges(.init(after: cursor), options: options)
      },
      // From the oldest change that customers keeps: a broadcast is planned from relations as they
      // are, so only what ended after its plan has to be known, and the channel knows it besides.
      takeOver: { _ in "" }, apply: apply)
  }

  private func apply(_ change: CustomersV1.Change, _ mutation: BroadcastsMutation) throws {
    let changeTime = change.changeTime.flatMap(Instant.init) ?? mutation.now
    switch change.event {
    case .addedByContactWay(let add):
      try WelcomeDecision(mutation: mutation, policies: policies).decide(add, addTime: changeTime)
    case .relationAdded(let both), .relationUpdated(let both), .relationRemoved(let both):
      guard let customer = both.customer, let relation = both.relation else { return }
      switch relation.status {
      case .deletedByMember, .deletedByCustomer:
        try EndedRelationTable.put(
          externalUserid: customer.externalUserid, userid: relation.userid,
          endTime: changeTime, in: mutation.writer)
      default:
        try EndedRelationTable.delete(
          externalUserid: customer.externalUserid, userid: relation.userid, in: mutation.writer)
        // Empty when the code comes with added_by_contact_way.
        try WelcomeDecision(mutation: mutation, policies: policies).decide(
          .init(
            state: relation.state, userid: relation.userid, externalUserid: customer.externalUserid,
            welcomeCode: both.welcomeCode), addTime: changeTime)
      }
    default: break
    }
  }
}
