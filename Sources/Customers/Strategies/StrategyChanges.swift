import Messages
import ServiceKit

/// Strategies as one mutation makes and changes them: judged by what is there, written, told to the
/// feed.
struct StrategyChanges {
  let mutation: CustomersMutation
  let policies: Policies

  func create(
    _ draft: Strategy, range: [Strategy.Node]
  ) throws -> CustomersV1.Strategy {
    let writer = mutation.writer
    if draft.parent > 0 {
      _ = try find(draft.parent, field: "strategy.parent_id")
      let most = policies[.strategyDepthMax]
      guard try Self.line(of: draft.parent, in: writer).count < most else {
        throw StrategyFailure.tooDeep(most)
      }
    }
    try checkAdmins(draft.admins, before: [])
    let most = policies[.strategiesMax]
    guard try StrategyTable.count(in: writer) < most else { throw StrategyFailure.tooMany(most) }
    try check(range, of: draft, field: "range")
    var strategy = draft
    strategy.key = try StrategyTable.insert(strategy, in: writer)
    for node in range { _ = try StrategyTable.add(node, to: strategy.key, in: writer) }
    let message = try strategy.message(in: writer)
    try mutation.emit(.strategyCreated(message))
    return message
  }

  func update(
    _ key: Int64, add: [Strategy.Node], remove: [Strategy.Node],
    _ change: (inout Strategy) -> Void
  ) throws -> CustomersV1.Strategy {
    let writer = mutation.writer
    let before = try find(key, field: "strategy.strategy_id")
    var strategy = before
    change(&strategy)
    try checkAdmins(strategy.admins, before: before.admins)
    try check(add, of: strategy, field: "range_add")
    var changed = 0
    for node in remove where try StrategyTable.remove(node, from: key, in: writer) { changed += 1 }
    for node in add where try StrategyTable.add(node, to: key, in: writer) { changed += 1 }
    let count = try StrategyTable.rangeCount(of: key, in: writer)
    guard count > 0 else { throw StrategyFailure.rangeEmpty(key) }
    let most = policies[.strategyNodesMax]
    guard count <= most else { throw StrategyFailure.tooManyNodes(most) }
    if strategy != before { try StrategyTable.update(strategy, in: writer) }
    let message = try strategy.message(in: writer)
    if strategy != before || changed > 0 { try mutation.emit(.strategyUpdated(message)) }
    return message
  }

  /// Deletes one with its tags; returns the jobid of what clears up behind, "" when nothing does.
  func delete(_ key: Int64) throws -> String {
    let writer = mutation.writer
    let strategy = try find(key, field: "strategy_id")
    guard try !StrategyTable.hasChildren(key, in: writer) else {
      throw StrategyFailure.hasChildren(key)
    }
    let message = try strategy.message(in: writer)
    let groups = try TagGroupTable.all(ofStrategy: key, in: writer)
    for group in groups { try TagHandler.delete(group, mutation) }
    try StrategyTable.delete(key, in: writer)
    try mutation.emit(.strategyDeleted(message))
    guard !groups.isEmpty else { return "" }
    return try TagHandler.startClearing(
      carriers: TagTable.toClearCount(in: writer), mutation)
  }

  private func find(_ key: Int64, field: String) throws -> Strategy {
    guard let strategy = try StrategyTable.find(key, in: mutation.writer) else {
      throw StrategyFailure.notFound(key, field: field)
    }
    return strategy
  }

  /// Whether directory knows those who are new. Before it has told of anybody, nothing is known.
  private func checkAdmins(_ admins: [String], before: [String]) throws {
    let known = Set(before.map { $0.lowercased() })
    for userid in admins where !known.contains(userid.lowercased()) {
      try checkMember(userid, field: "strategy.admin_list")
    }
  }

  private func checkMember(_ userid: String, field: String) throws {
    let writer = mutation.writer
    guard try RosterTable.find(userid, in: writer) != nil || RosterTable.isEmpty(in: writer) else {
      throw StrategyFailure.unknownMember(userid, field: field)
    }
  }

  /// Whether nodes exist, and lie in the parent's range.
  private func check(_ nodes: [Strategy.Node], of strategy: Strategy, field: String) throws {
    let writer = mutation.writer
    for node in nodes {
      switch node {
      case .member(let userid): try checkMember(userid, field: "\(field).userid")
      case .department(let id):
        guard try RosterTable.hasDepartment(id, in: writer) else {
          throw StrategyFailure.departmentNotFound(id, field: "\(field).partyid")
        }
      }
      guard strategy.parent > 0 else { continue }
      guard try StrategyTable.covers(node, strategy.parent, in: writer) else {
        throw StrategyFailure.outsideParent(node, field: field)
      }
    }
  }
}
