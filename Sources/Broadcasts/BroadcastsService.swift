package import Messages
package import RPC
package import ServiceKit
package import Store

package typealias BroadcastsContext = ServiceContext<BroadcastsV1.Change>
typealias BroadcastsMutation = Mutation<BroadcastsV1.Change>

/// Broadcasts 群发: who gets what through whom, what became of it, and what it brought.
package enum BroadcastsService: ServiceDefinition {
  package typealias Change = BroadcastsV1.Change

  package static let name = "broadcasts"
  package static let port = 7404
  package static let peers = ["directory", "customers", "communities"]

  package static let migrations: [Migration] = [
    BroadcastTable.migration,
    CounterTable.migration,
    MemberTaskTable.migration,
    PlanTable.migration,
    LeaseTable.migration,
    ConversionTable.migration,
    SendingRulesTable.migration,
    QuotaTable.migration,
    EndedRelationTable.migration,
    ArmsTable.migration,
    ReminderTable.migration,
    FollowedFeedTable.migration,
    ScheduleTable.migration,
    LeaseTable.unknownMigration,
    ChannelTable.migration,
    RosterTable.migration,
    WelcomeRuleTable.migration,
    WelcomeTable.migration,
    GroupWelcomeTemplateTable.migration,
    ContentItemTable.migration,
    TouchTable.migration,
    GuideTaskTable.migration,
    GuideCountTable.migration,
    GuideAssignmentTable.migration,
    ApprovalTable.migration,
    ListingTable.migration,
    TaskPartTable.migration,
    PlanTable.rebuilding,
    BroadcastTable.windowMigration,
    OldCustomerTable.migration,
    OfferTable.migration,
    BroadcastTable.finishedMigration,
    ArmsTable.segmentMigration,
    SendingRulesTable.groupMigration,
    GroupContentTable.migration,
    AlertTable.migration,
    GuideTaskTable.claimMigration,
    ContentItemTable.positionMigration,
    GuideTaskTable.dueMigration,
    RosterTable.ownerMigration,
    ChannelTable.carriesMigration,
    FailedAttemptTable.migration,
  ]

  package static let organisation: (any Organisation.Type)? = OrganisationTable.self

  package static let checks: [Check] =
    [PlanTable.check] + RecountTable.checks + GuideCountTable.checks

  package static func routes(_ context: BroadcastsContext) -> [Route] {
    let plan = PlanJob(context: context)
    context.jobs.register(
      PlanJob.kind,
      Jobs.Kind(
        run: { try await plan.run($0) }, failed: { try await plan.failed($0, $1) }))
    context.jobs.register(Occurring.kind, Occurring.job(context))
    context.jobs.register(GuideTaskDue.kind, GuideTaskDue.job(context))
    context.jobs.register(Alerting.kind, Alerting.job(context))
    context.follow(RelationFeed(policies: context.policies).feed)
    context.follow(BroadcastsRoster())
    return broadcastRoutes(context) + resultRoutes(context) + welcomeRoutes(context)
      + guideRoutes(context) + BroadcastsV1.ChangeService.routes(ChangeHandler(context: context))
  }

  private static func broadcastRoutes(_ context: BroadcastsContext) -> [Route] {
    BroadcastsV1.BroadcastService.routes(BroadcastHandler(context: context))
      + BroadcastsV1.ApprovalService.routes(ApprovalHandler(context: context))
      + BroadcastsV1.MemberTaskService.routes(MemberTaskHandler(context: context))
      + BroadcastsV1.DeliveryService.routes(DeliveryHandler(context: context))
      + BroadcastsV1.ChannelService.routes(ChannelHandler(context: context))
      + BroadcastsV1.SendingRulesService.routes(SendingRulesHandler(context: context))
      + BroadcastsV1.ScheduleService.routes(ScheduleHandler(context: context))
      + BroadcastsV1.CalendarService.routes(CalendarHandler(context: context))
      + BroadcastsV1.PreviewService.routes(PreviewHandler(context: context))
      + BroadcastsV1.ForecastService.routes(ForecastHandler(context: context))
  }

  private static func resultRoutes(_ context: BroadcastsContext) -> [Route] {
    BroadcastsV1.ConversionService.routes(ConversionHandler(context: context))
      + BroadcastsV1.ReportService.routes(ReportHandler(context: context))
      + BroadcastsV1.LiftService.routes(LiftHandler(context: context))
      + BroadcastsV1.ExplanationService.routes(ExplanationHandler(context: context))
      + BroadcastsV1.TouchService.routes(TouchHandler(context: context))
      + BroadcastsV1.OfferService.routes(OfferHandler(context: context))
      + BroadcastsV1.AlertService.routes(AlertHandler(context: context))
  }

  private static func guideRoutes(_ context: BroadcastsContext) -> [Route] {
    BroadcastsV1.GuideTaskService.routes(GuideTaskHandler(context: context))
      + BroadcastsV1.GuideAssignmentService.routes(GuideAssignmentHandler(context: context))
  }

  private static func welcomeRoutes(_ context: BroadcastsContext) -> [Route] {
    BroadcastsV1.WelcomeRuleService.routes(WelcomeRuleHandler(context: context))
      + BroadcastsV1.WelcomeService.routes(WelcomeHandler(context: context))
      + BroadcastsV1.GroupWelcomeTemplateService.routes(
        GroupWelcomeTemplateHandler(context: context))
      + BroadcastsV1.ContentItemService.routes(ContentItemHandler(context: context))
  }
}
