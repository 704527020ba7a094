import Messages
import RPC
import Store

/// `siyu.common.v1.AuditService`, which every service answers for itself.
struct AuditHandler: CommonV1.AuditServiceProtocol {
  private let corps: Corps

  init(corps: Corps) {
    self.corps = corps
  }

  func listAuditEntries(
    _ request: CommonV1.ListAuditEntriesRequest, _ call: Call
  ) async throws -> CommonV1.ListAuditEntriesResponse {
    let page = try Page(request)
    guard request.afterSequence >= 0 else {
      throw InvalidField("after_sequence", "NEGATIVE", "after_sequence is negative.")
    }
    let after = page.after.first?.int ?? request.afterSequence
    let found = try corps.database(of: call.principal.corp)
      .read { try AuditTable.list(after: after, limit: page.size + 1, in: $0) }
    let (entries, nextPageToken) = page.cut(found) { [.int($0.sequence)] }
    return .init(entries: entries.map(\.message), nextPageToken: nextPageToken)
  }
}
