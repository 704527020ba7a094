package import Messages
package import RPC
package import ServiceKit
package import Store

package typealias SandboxContext = ServiceContext<SandboxV1.Change>
typealias SandboxMutation = Mutation<SandboxV1.Change>

extension SandboxV1.Change: FeedChange {}

/// The sandbox 沙箱: moves the clock that the other services live by, and plays the channel and the
/// guides. It needs a stage, and calls the others as any app does.
package enum SandboxService: ServiceDefinition {
  package typealias Change = SandboxV1.Change

  package static let name = Stage.app
  package static let port = 7405
  package static let peers = ["directory", "customers", "communities", "broadcasts"]

  package static let migrations: [Migration] = [
    FollowedFeedTable.migration,
    ChannelFaultsTable.migration,
    ChannelMessageTable.migration,
    GuideBehaviourTable.migration,
    TimeStepTable.migration,
    SampleTable.migration,
  ]

  package static func routes(_ context: SandboxContext) -> [Route] {
    guard let stage = context.stage else { preconditionFailure("The sandbox has no stage.") }
    // What a corp does in any service, the channel and the guides are to see.
    stage.onOpening { [corps = context.corps] corp in _ = try? corps.database(of: corp) }
    context.follow(BroadcastFeed.feed)
    Delivering(context: context).register()
    Confirming(context: context).register()
    SampleFilling(context: context).register()
    return SandboxV1.SandboxService.routes(SandboxHandler(context: context, stage: stage))
      + SandboxV1.ChangeService.routes(ChangeHandler(context: context))
  }
}

/// Answers `siyu.sandbox.v1.SandboxService`; each noun's methods stand in its folder.
struct SandboxHandler: SandboxV1.SandboxServiceProtocol {
  let context: SandboxContext
  let stage: Stage
  let turn = TimeTurn()
}
