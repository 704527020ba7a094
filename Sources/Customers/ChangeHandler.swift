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
    var tagIDs: [Int64: String] = [:]
    try await context.watch(after: request.after, replies, call) { change, condensed, reader in
      try change.expand(condensed) { key in
        if let known = tagIDs[key] { return known }
        let tagID = try TagTable.tagID(of: key, in: reader)
        tagIDs[key] = tagID
        return tagID
      }
    }
  }
}
