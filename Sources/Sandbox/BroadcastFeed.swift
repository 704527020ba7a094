import Messages
import ServiceKit

/// Tells the guides and the channel what there is to do, by following broadcasts' feed.
enum BroadcastFeed {
  static var feed: FollowedFeed<BroadcastsV1.Change, SandboxV1.Change> {
    FollowedFeed(
      peer: "broadcasts",
      watch: { cursor, channel, options in
        BroadcastsV1.ChangeServiceClient(channel)
          .watchChanges(.init(after: cursor), options: options)
      },
      takeOver: { _ in "" }, apply: apply)
  }

  private static func apply(
    _ change: BroadcastsV1.Change, _ mutation: SandboxMutation
  ) throws {
    switch change.event {
    case .broadcastPlanned(let broadcast):
      try Confirming.arrange(broadcast.msgid, mutation)
    case .memberTaskConfirmed, .sendingRulesSet:
      try mutation.startOnce(Delivering.kind)
    default: break
    }
  }
}
