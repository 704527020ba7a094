import Messages
import RPC
import ServiceKit

/// Answers `siyu.broadcasts.v1.ChangeService`.
struct ChangeHandler: BroadcastsV1.ChangeServiceProtocol {
  let context: BroadcastsContext

  func watchChanges(
    _ request: BroadcastsV1.WatchChangesRequest, _ replies: ReplyStream<BroadcastsV1.Change>,
    _ call: Call
  ) async throws {
    try await context.watch(after: request.after, replies, call)
  }
}
