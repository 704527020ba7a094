import Messages
import RPC
import ServiceKit

/// Answers `siyu.customers.v1.ChangeService`.
struct ChangeHandler: CustomersV1.ChangeServiceProtocol {
  let context: CustomersContext

  func watchChanges(
    _ request: CustomersV1.WatchChangesRequest, _ replies: ReplyStream<CustomersV1.Change>,
    _ call: Call
  ) async throws {
    try await context.watch(after: request.after, replies, call)
  }
}
