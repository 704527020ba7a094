import Messages
import RPC
import ServiceKit

/// Answers `siyu.sandbox.v1.ChangeService`.
struct ChangeHandler: SandboxV1.ChangeServiceProtocol {
  let context: SandboxContext

  func watchChanges(
    _ request: SandboxV1.WatchChangesRequest, _ replies: ReplyStream<SandboxV1.Change>,
    _ call: Call
  ) async throws {
    try await context.watch(after: request.after, replies, call)
  }
}
