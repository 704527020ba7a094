package import Messages
package import RPC
package import ServiceKit
package import Store

package typealias CustomersContext = ServiceContext<CustomersV1.Change>
typealias CustomersMutation = Mutation<CustomersV1.Change>

/// Customers 客户联系: the persons, who follows whom, their tags, the contact ways they come by,
/// audiences of them, and what members and customers have to do with each other.
package enum CustomersService: ServiceDefinition {
  package typealias Change = CustomersV1.Change

  package static let name = "customers"
  package static let port = 7402
  package static let peers = ["directory", "communities"]

  package static let migrations: [Migration] = [
    CustomerTable.migration,
    MemberTable.migration,
    TagTable.migration,
    RelationTable.migration,
    FollowedFeedTable.migration,
    RosterTable.migration,
    RelationTable.indexMigration,
    TagTable.versionMigration,
    ContactWayTable.migration,
    ContactWayCountTable.migration,
    ContactTable.migration,
    WelcomeCodeTable.migration,
    CustomerTable.corpNameMigration,
    InteractionLogTable.migration,
    ContactDayTable.migration,
    BehaviorTable.migration,
    CustomerKeyTable.migration,
    MemberCustomerTable.migration,
    RecentKeysTable.migration,
    SavedAudienceTable.migration,
    TransferTable.migration,
    DimissionTable.migration,
    TransferJobTable.migration,
    TagJobTable.migration,
    StrategyTable.migration,
    PersonalTagTable.migration,
    IdentityTable.migration,
    PersonTable.migration,
    CustomerKeyTable.unionidMigration,
    RelationTable.remarksMigration,
    SearchTable.migration,
    ContactDayTable.dayMigration,
    AutoTagRuleTable.migration,
    AttributeTable.migration,
    RosterTable.ownerMigration,
    GroupContactTable.migration,
    TagGroupTable.exclusiveMigration,
    AttributeTable.namesMigration,
    RankingTable.migration,
    SourceTable.migration,
    SourceCountTable.migration,
    ContactWayTable.sourceMigration,
    RelationTable.sourceMigration,
    JoinWayTable.migration,
    StoreCodeTable.migration,
  ]

  package static let organisation: (any Organisation.Type)? = OrganisationTable.self

  package static let checks: [Check] = RelationCheckTable.checks

  package static func routes(_ context: CustomersContext) -> [Route] {
    context.jobs.register(TagClearing.kind, TagClearing(context: context).job)
    context.jobs.register(TemporarySession.kind, TemporarySession.job(context))
    context.follow(CustomersRoster())
    context.follow(GroupFeed(context: context).feed)
    context.jobs.register(InteractionCounting.kind, InteractionCounting(context: context).job)
    context.jobs.register(TransferMoving.kind, TransferMoving.job(context))
    context.jobs.register(MemberTransfer.kind, MemberTransfer(context: context).job)
    TagJobRun(context: context).register()
    context.jobs.register(AutoTagForgetting.kind, AutoTagForgetting(context: context).job)
    RankingRun(context: context).register()
    let tagNames = TagNames()
    let relations = RelationHandler(context: context, tagNames: tagNames)
    let sidebar = SidebarHandler(context: context, tagNames: tagNames)
    return CustomersV1.RelationService.routes(relations)
      + CustomersV1.TagService.routes(TagHandler(context: context))
      + CustomersV1.ContactWayService.routes(ContactWayHandler(context: context))
      + CustomersV1.WelcomeCodeService.routes(WelcomeCodeHandler(context: context))
      + CustomersV1.AudienceService.routes(AudienceHandler(context: context))
      + CustomersV1.SavedAudienceService.routes(SavedAudienceHandler(context: context))
      + CustomersV1.InteractionService.routes(InteractionHandler(context: context))
      + CustomersV1.BehaviorService.routes(BehaviorHandler(context: context))
      + CustomersV1.SidebarService.routes(sidebar)
      + CustomersV1.TransferService.routes(TransferHandler(context: context))
      + CustomersV1.TagJobService.routes(TagJobHandler(context: context))
      + CustomersV1.AutoTagService.routes(AutoTagHandler(context: context))
      + CustomersV1.StrategyService.routes(StrategyHandler(context: context))
      + CustomersV1.PersonalTagService.routes(PersonalTagHandler(context: context))
      + CustomersV1.AttributeService.routes(AttributeHandler(context: context))
      + CustomersV1.RankingService.routes(RankingHandler(context: context))
      + CustomersV1.SourceService.routes(SourceHandler(context: context))
      + CustomersV1.StoreCodeService.routes(StoreCodeHandler(context: context))
      + CustomersV1.IdentityService.routes(IdentityHandler(context: context))
      + CustomersV1.ExternalContactService.routes(ExternalContactHandler(context: context))
      + CustomersV1.ChangeService.routes(ChangeHandler(context: context))
  }
}
