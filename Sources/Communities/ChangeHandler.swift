package import Messages
package import RPC
import ServiceKit

/// Answers `siyu.communities.v1.ChangeService`.
package struct ChangeHandler: CommunitiesV1.ChangeServiceProtocol {
  let context: CommunitiesContext

  package func watchChanges(
    _ request: CommunitiesV1.WatchChangesRequest, _ replies: ReplyStream<CommunitiesV1.Change>,
    _ call: Call
  ) async throws {
    try await context.watch(after: request.after, replies, call)
  }

  package func getNewestCursor(
    _ request: CommunitiesV1.GetNewestCursorRequest, _ call: Call
  ) async throws -> CommunitiesV1.GetNewestCursorResponse {
    .init(cursor: try context.newestCursor(call))
  }
}
