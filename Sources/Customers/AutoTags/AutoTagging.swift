import Messages
import ServiceKit

/// Follows the rules that something sets off, as a part of the mutation in which it happens.
///
/// What a rule cannot do is written down and refuses nothing: the checks of a change come before its
/// first write.
struct AutoTagging {
  /// Relations of a customer that one event comes to.
  private static let relationsMax = 100

  private let changes: RelationChanges
  private let rules: [(rule: AutoTagRule, terms: AutoTagTerms)]

  /// Knows the enabled rules of one kind.
  init(_ kind: AutoTagTrigger.Kind, _ changes: RelationChanges) throws {
    self.changes = changes
    rules = try AutoTagRuleTable.enabled(kind, in: changes.mutation.writer)
      .map { ($0, try $0.terms) }
  }

  var isIdle: Bool { rules.isEmpty }

  /// Follows what happened to a customer and no member of his, with his half and mutual relations;
  /// returns how many times a rule came to one.
  func follow(_ cause: AutoTagCause, customer: Int64) throws -> Int {
    try RelationTable.followers(
      of: customer, after: 0, limit: Self.relationsMax, in: changes.mutation.writer
    )
    .filter(\.status.isLive)
    .reduce(0) { try $0 + follow(cause, customer: customer, member: $1.memberKey) }
  }

  /// Returns how many rules came to the relation.
  func follow(_ cause: AutoTagCause, customer: Int64, member: Int64) throws -> Int {
    let writer = changes.mutation.writer
    var count = 0
    for (rule, terms) in rules where terms.trigger.isMet(by: cause) {
      guard
        try !AutoTagEffectTable.exists(
          rule: rule.key, customer: customer, member: member, in: writer),
        try terms.covers(member, in: writer),
        try isReached(terms.trigger, customer, member),
        let relation = try RelationTable.find(customer: customer, member: member, in: writer),
        relation.status.isKept
      else { continue }
      try apply(rule, terms, to: relation)
      count += 1
    }
    return count
  }

  private func isReached(
    _ trigger: AutoTagTrigger, _ customer: Int64, _ member: Int64
  ) throws -> Bool {
    guard case .interactions(let sum, let atLeast) = trigger else { return true }
    let days = sum.window(today: Day(of: changes.mutation.now))
    return try ContactDayTable.sum(
      of: sum.counters, on: days, customer: customer, member: member, in: changes.mutation.writer)
      >= atLeast
  }

  private func apply(_ rule: AutoTagRule, _ terms: AutoTagTerms, to relation: Relation) throws {
    let (mutation, tags) = (changes.mutation, changes.tags)
    let customer = try CustomerTable.find(relation.customerKey, in: mutation.writer)
    let marking = try tags.marking(
      add: tags.known(terms.addTags), remove: tags.known(terms.removeTags))
    let before = try tags.live(in: relation.tags)
    let after = marking.marked(before)
    var effect = AutoTagEffect(
      rule: rule.key, customer: relation.customerKey, member: relation.memberKey,
      outcome: .unchanged, time: mutation.now)
    do {
      if try changes.mark(relation, of: customer, marking, for: .rule(rule.key)) {
        effect.outcome = .changed
      }
    } catch let failure as any Failure {
      effect.outcome = .failed
      effect.reason = failure.reason
    }
    try AutoTagEffectTable.insert(effect, in: mutation.writer)
    try AutoTagRuleTable.countApplied(rule.key, in: mutation.writer)
    guard effect.outcome != .unchanged else { return }
    var told = effect.message(
      rule, userid: relation.userid, externalUserid: customer.externalUserid)
    if effect.outcome == .changed {
      told.givenTags = try tags.tagIDs(of: after.subtracting(before))
      told.takenTags = try tags.tagIDs(of: before.subtracting(after))
    }
    try mutation.emit(.autoTagRuleApplied(told))
  }
}
