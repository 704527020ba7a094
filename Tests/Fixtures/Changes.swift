import Messages
package import RPC
package import ServiceKit

/// Reads a feed until `count` changes have come, then leaves it.
///
/// The test fails by its time limit when fewer come: a feed never ends by itself.
package func firstChanges<Change: FeedChange>(
  _ count: Int, of feed: ReplySequence<Change>
) async throws -> [Change] {
  var changes: [Change] = []
  guard count > 0 else { return changes }
  for try await change in feed {
    changes.append(change)
    if changes.count == count { break }
  }
  return changes
}
