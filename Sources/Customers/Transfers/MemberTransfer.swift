import Messages
import ServiceKit
import Store

/// The job that hands over all customers of a member: it goes through his relations in the order of
/// customers and accepts one after another. A step's transfers and the customer it got to are one
/// transaction, so a job that is killed accepts nobody twice and leaves nobody out.
struct MemberTransfer: Sendable {
  static let kind = "transfer-all-customers"
  /// Customers accepted in one transaction: some ten milliseconds of the writer's time.
  private static let batch = 100

  let context: CustomersContext

  var job: Jobs.Kind { Jobs.Kind(run: run, failed: { _, _ in }) }

  private func run(_ job: Job) async throws {
    var after = Int64(String(decoding: job.cursor, as: UTF8.self)) ?? 0
    var processed = job.row.processedCount
    let policies = context.policies
    while true {
      let (from, before) = (after, processed)
      let step = try await context.write(corp: job.corp, origin: .job) { mutation in
        let step = try Self.step(job.row.jobid, after: from, mutation, policies)
        try job.save(
          cursor: Array("\(step.last)".utf8), processedCount: before + Int64(step.count),
          totalCount: step.isEnd ? before + Int64(step.count) : step.customerCount, in: mutation)
        return step
      }
      after = step.last
      processed += Int64(step.count)
      if step.isEnd { return }
    }
  }

  private struct Step {
    let count: Int
    /// The last customer it dealt with.
    let last: Int64
    let isEnd: Bool
    let customerCount: Int64
  }

  private static func step(
    _ jobid: String, after: Int64, _ mutation: CustomersMutation, _ policies: Policies
  ) throws -> Step {
    let writer = mutation.writer
    guard let job = try TransferJobTable.find(jobid, in: writer) else {
      return Step(count: 0, last: after, isEnd: true, customerCount: 0)
    }
    let haveLeft = try job.takeovers.map {
      try DimissionTable.time(of: $0.member, in: writer) != nil
    }
    let split = TransferSplit(
      shares: job.takeovers.map(\.share), given: job.takeovers.map(\.given),
      takesPart: { !haveLeft[$0] })
    guard var split else { throw TransferFailure.nobodyTakesOver }
    let relations = try RelationTable.customers(
      of: job.handoverKey, after: after, limit: batch, in: writer)
    let changes = TransferChanges(mutation, policies: policies)
    for relation in relations {
      let turn = split.next
      let accepted = try changes.accept(
        customer: relation.customerKey, of: relation, to: job.takeovers[turn].member,
        kind: job.kind, successMsg: job.successMsg, job: job.key)
      switch accepted {
      case .success: split.give(turn)
      case .failure(let refused):
        try TransferJobTable.refuse(
          refused.refusal, customer: relation.customerKey, job: job.key, in: writer)
      }
    }
    return Step(
      count: relations.count, last: relations.last?.customerKey ?? after,
      isEnd: relations.count < batch,
      customerCount: try MemberTable.customerCount(of: job.handoverKey, in: writer))
  }
}

/// What `MemberTransfer` would do, found without doing it.
struct MemberTransferPreview: Sendable {
  private static let listedMax = 1000

  var customerCount: Int64 = 0
  var refusedCount: Int64 = 0
  var refusals: [(externalUserid: String, refusal: Transfer.Refusal)] = []
  /// In the order of the take-over members.
  var planned: [Int]

  init(
    handover: Member, kind: Transfer.Kind, shares: [Int32], now: Instant, policies: Policies,
    in reader: Reader
  ) throws {
    planned = shares.map { _ in 0 }
    guard var split = TransferSplit(shares: shares, given: planned) else { return }
    var after: Int64 = 0
    while true {
      let relations = try RelationTable.customers(
        of: handover.key, after: after, limit: Self.listedMax, in: reader)
      for relation in relations {
        let refusal = try TransferChanges.refusal(
          customer: relation.customerKey, relation: relation, kind: kind, now: now,
          policies: policies, in: reader)
        guard let refusal else {
          split.give(split.next)
          continue
        }
        refusedCount += 1
        if refusals.count < Self.listedMax {
          refusals.append(
            (try CustomerTable.externalUserid(of: relation.customerKey, in: reader), refusal))
        }
      }
      customerCount += Int64(relations.count)
      guard relations.count == Self.listedMax, let last = relations.last else { break }
      after = last.customerKey
    }
    planned = split.given
  }
}
