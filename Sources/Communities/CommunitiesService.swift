package import Messages
package import RPC
package import ServiceKit
package import Store

package typealias CommunitiesContext = ServiceContext<CommunitiesV1.Change>
typealias CommunitiesMutation = Mutation<CommunitiesV1.Change>

/// Communities 社群: customer groups, the join ways into them, and moments.
package enum CommunitiesService: ServiceDefinition {
  package typealias Change = CommunitiesV1.Change

  package static let name = "communities"
  package static let port = 7403
  package static let peers = ["directory", "customers"]

  package static let migrations: [Migration] = [
    CustomerGroupTable.migration,
    GroupMemberTable.migration,
    MomentTable.migration,
    MomentTaskTable.migration,
    FollowedFeedTable.migration,
    RosterTable.migration,
    JoinWayTable.migration,
    GroupMemberTable.stateMigration,
  ]

  package static let organisation: (any Organisation.Type)? = OrganisationTable.self

  package static let checks: [Check] = CountCheckTable.checks

  package static func routes(_ context: CommunitiesContext) -> [Route] {
    context.jobs.register(MomentDispatch.kind, MomentDispatch(context: context).job)
    context.follow(CommunitiesRoster())
    return CommunitiesV1.CustomerGroupService.routes(CustomerGroupHandler(context: context))
      + CommunitiesV1.JoinWayService.routes(JoinWayHandler(context: context))
      + CommunitiesV1.MomentService.routes(MomentHandler(context: context))
      + CommunitiesV1.ChangeService.routes(ChangeHandler(context: context))
  }
}
