import Messages
package import Protobuf
package import RPC
import Store

/// What is to be done for one request of several that are carried out together.
package struct PreparedMutation<Work: Sendable>: Sendable {
  package let work: Work
  fileprivate let draft: AuditDraft
  fileprivate let entry: Ledger.Entry?
}

extension ServiceContext {
  /// Takes a request's request_id, and checks it; `work` is what the request asks for. The request
  /// is the same again when it comes as the same bytes.
  package func prepare<Work: Sendable>(
    _ request: some MutatingRequest, bytes: [UInt8], _ call: Call, _ work: Work
  ) throws -> PreparedMutation<Work> {
    let draft = AuditDraft(
      .change, request, requestID: request.requestID, body: bytes, call)
    return .init(work: work, draft: draft, entry: try Ledger.Entry(draft))
  }

  /// Carries out what one caller asked for one after another, in this order, as `mutate` does, but
  /// all in one transaction: a bulk that waited for the disk after each request would wait long.
  ///
  /// A request that fails ends it; those before it stand, and its failure is given with their
  /// replies. So the body must fail before its first write. `begin` is called once, for what the
  /// requests have in common.
  package func mutate<Work: Sendable, Reply: Message>(
    _ requests: [PreparedMutation<Work>], _ call: Call,
    _ begin: @escaping @Sendable (Mutation<Change>) throws -> (Work) throws -> Reply
  ) async throws -> (replies: [Reply], failure: (any Failure)?) {
    let principal = call.principal
    let expired = clock.now.advanced(bySeconds: -3600 * Int64(policies[.requestIdKeptHours]))
    let deadline = call.deadline?.instant
    return try await write(corp: principal.corp, origin: .api, deadline: deadline) { mutation in
      let body = try begin(mutation)
      var replies: [Reply] = []
      do {
        for request in requests {
          if let entry = request.entry,
            let kept = try Ledger.reply(to: entry, since: expired, in: mutation.writer)
          {
            replies.append(try Reply(unpacking: kept))
            continue
          }
          let reply = try body(request.work)
          try mutation.audit(request.draft)
          if let entry = request.entry {
            try Ledger.keep(
              reply.packed(), for: entry, now: mutation.now, expired: expired, in: mutation.writer)
          }
          replies.append(reply)
        }
      } catch let failure as any Failure {
        return (replies, failure)
      }
      return (replies, nil)
    }
  }
}
