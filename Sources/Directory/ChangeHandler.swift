import Messages
import RPC
import ServiceKit

/// Answers `siyu.directory.v1.ChangeService`.
struct ChangeHandler: DirectoryV1.ChangeServiceProtocol {
  let context: DirectoryContext

  func watchChanges(
    _ request: DirectoryV1.WatchChangesRequest, _ replies: ReplyStream<DirectoryV1.Change>,
    _ call: Call
  ) async throws {
    try await context.watch(after: request.after, replies, call)
  }

  func getNewestCursor(
    _ request: DirectoryV1.GetNewestCursorRequest, _ call: Call
  ) async throws -> DirectoryV1.GetNewestCursorResponse {
    .init(cursor: try context.newestCursor(call))
  }
}
