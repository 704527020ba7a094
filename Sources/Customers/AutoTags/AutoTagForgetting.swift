import Messages
import ServiceKit

/// The job that forgets what a deleted rule did: it ends the rule's say in relations' tags, and then
/// which relations it came to.
struct AutoTagForgetting: Sendable {
  static let kind = "forget-auto-tag-rule"
  /// Rows deleted in one transaction.
  private static let batch = 1000

  let context: CustomersContext

  var job: Jobs.Kind {
    // What stays when this fails is in nobody's way.
    Jobs.Kind(run: run, failed: { _, _ in }, isKept: false)
  }

  static func payload(_ rule: Int64) -> [UInt8] { Array("\(rule)".utf8) }

  private func run(_ job: Job) async throws {
    let rule = Int64(String(decoding: job.payload, as: UTF8.self))!
    var isDone = false
    while !isDone {
      isDone = try await context.write(corp: job.corp, origin: .job) { mutation in
        let writer = mutation.writer
        let claims = try TagClaimTable.claims(
          of: .rule(rule), after: (0, 0), limit: Self.batch, in: writer)
        for claim in claims { try TagClaimTable.delete(claim, in: writer) }
        let effects = try AutoTagEffectTable.effects(
          of: rule, after: (0, 0), limit: Self.batch, in: writer)
        for effect in effects { try AutoTagEffectTable.delete(effect, in: writer) }
        return claims.count < Self.batch && effects.count < Self.batch
      }
    }
  }
}
