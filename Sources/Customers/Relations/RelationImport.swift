import Messages
import Protobuf
import RPC
import ServiceKit
import Store

/// One stream of ImportRelations. What comes is decoded and checked while the writer is at work on
/// what came before, and written some batches at a time: a transaction then pays once for the pages
/// that its relations share, and for the disk.
struct RelationImport {
  /// How many batches are written in one transaction, for which others who write wait, and how many
  /// are held decoded meanwhile.
  private static let batchesTogether = 4

  private typealias Reply = CustomersV1.ImportRelationsResponse
  private typealias Batch = PreparedMutation<[Item]>

  /// What has come about: the next batch or the end of the stream, or a transaction.
  private enum Step: Sendable {
    case read((CustomersV1.ImportRelationsRequest, [UInt8])?)
    case written(Reply)
  }

  /// A relation of a batch: to be written, or refused already.
  private struct Item: Sendable {
    let userid: String
    let externalUserid: String
    let adding: Result<(RelationAdding, CheckedTags), any Error>
  }

  let context: CustomersContext
  let call: Call

  /// Reads the stream to its end. What came before a batch that is refused stays. Whatever has come is
  /// written as soon as the writer is done with what came before: a stream that pauses holds back none.
  func run(
    _ requests: RequestStream<CustomersV1.ImportRelationsRequest>
  ) async throws -> CustomersV1.ImportRelationsResponse {
    try await withThrowingTaskGroup(of: Step.self) { steps in
      var total = Reply()
      var waiting: [Batch] = []
      var tagKeys = TagKeys()
      var (isReading, isWriting, hasEnded) = (false, false, false)
      var refusal: (any Failure)?
      while true {
        if !isWriting, !waiting.isEmpty {
          let batches = waiting
          waiting = []
          isWriting = true
          steps.addImmediateTask { .written(try await write(batches)) }
        }
        if !isReading, !hasEnded, waiting.count < Self.batchesTogether {
          isReading = true
          steps.addImmediateTask { .read(try await requests.nextWithBytes()) }
        }
        guard let step = try await steps.next() else { break }
        switch step {
        case .written(let reply):
          isWriting = false
          total.add(reply)
        case .read(nil): (isReading, hasEnded) = (false, true)
        case .read(let (request, bytes)?):
          isReading = false
          do {
            waiting.append(try prepare(request, bytes, &tagKeys))
          } catch let failure as any Failure {
            (refusal, hasEnded) = (failure, true)
          }
        }
      }
      if let refusal { throw refusal }
      return total
    }
  }

  private func prepare(
    _ request: CustomersV1.ImportRelationsRequest, _ bytes: [UInt8], _ tagKeys: inout TagKeys
  ) throws -> Batch {
    try Shape.items(request.relations.count, 1...1000, field: "relations")
    let now = context.clock.now
    let items = try context.read(call) { reader in
      try tagKeys.refresh(in: reader)
      return try request.relations.map { try item($0, &tagKeys, now: now, in: reader) }
    }
    return try context.prepare(request, bytes: bytes, call, items)
  }

  private func item(
    _ asked: CustomersV1.CustomerRelation, _ tagKeys: inout TagKeys, now: Instant,
    in reader: Reader
  ) throws -> Item {
    let adding: Result<(RelationAdding, CheckedTags), any Error>
    do {
      var wanted = try RelationAdding(
        asked.customer, asked.relation, now: now, policies: context.policies, isImport: true)
      let tags = try tagKeys.checked(
        wanted.draft.tagIDs, field: "relation.tag_ids", in: reader)
      wanted.draft.tagIDs = []
      adding = .success((wanted, tags))
    } catch let failure as any Failure {
      adding = .failure(failure)
    }
    return Item(
      userid: asked.relation?.userid ?? "", externalUserid: asked.customer?.externalUserid ?? "",
      adding: adding)
  }

  private func write(_ batches: [Batch]) async throws -> Reply {
    guard !batches.isEmpty else { return Reply() }
    let policies = context.policies
    let (replies, failure) = try await context.mutate(batches, call) { mutation in
      let changes = RelationChanges(mutation, policies: policies)
      return { items in try Self.write(items, changes) }
    }
    if let failure { throw failure }
    var total = Reply()
    for reply in replies { total.add(reply) }
    return total
  }

  private static func write(_ items: [Item], _ changes: RelationChanges) throws -> Reply {
    var outcome = Reply()
    for item in items {
      do {
        let (adding, tags) = try item.adding.get()
        switch try changes.put(adding, tags: tags) {
        case .added: outcome.addedCount += 1
        case .updated: outcome.updatedCount += 1
        }
      } catch let failure as any Failure {
        outcome.failures.append(
          .init(userid: item.userid, externalUserid: item.externalUserid, failure))
        outcome.failedCount += 1
      }
    }
    return outcome
  }
}
