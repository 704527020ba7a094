import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.customers.v1.StrategyService`.
struct StrategyHandler: CustomersV1.StrategyServiceProtocol {
  let context: CustomersContext

  func createStrategy(
    _ request: CustomersV1.CreateStrategyRequest, _ call: Call
  ) async throws -> CustomersV1.Strategy {
    let asked = try Shape.required(request.strategy, field: "strategy")
    let policies = context.policies
    let draft = Strategy(
      parent: asked.parentID, name: asked.strategyName, admins: asked.adminList,
      privileges: asked.privilege?.privileges ?? .all, createTime: context.clock.now)
    try draft.checkShape(policies: policies)
    let range = try Strategy.Node.all(request.range, field: "range")
    try Strategy.checkNodes(range, least: 1, field: "range", policies)
    return try await context.mutate(request, call) { mutation in
      try StrategyChanges(mutation: mutation, policies: policies).create(draft, range: range)
    }
  }

  func getStrategy(
    _ request: CustomersV1.GetStrategyRequest, _ call: Call
  ) async throws -> CustomersV1.Strategy {
    try Strategy.checkID(request.strategyID, field: "strategy_id")
    return try context.read(call) { reader in
      try Self.find(request.strategyID, in: reader).message(in: reader)
    }
  }

  func listStrategies(
    _ request: CustomersV1.ListStrategiesRequest, _ call: Call
  ) async throws -> CustomersV1.ListStrategiesResponse {
    let page = try Page(request)
    return try context.read(call) { reader in
      let found = try StrategyTable.list(
        after: page.after.first?.int ?? 0, limit: page.size + 1, in: reader)
      let (strategies, nextPageToken) = page.cut(found) { [.int($0.key)] }
      return .init(
        strategies: try strategies.map { try $0.message(in: reader) }, nextPageToken: nextPageToken)
    }
  }

  func listStrategyRanges(
    _ request: CustomersV1.ListStrategyRangesRequest, _ call: Call
  ) async throws -> CustomersV1.ListStrategyRangesResponse {
    try Strategy.checkID(request.strategyID, field: "strategy_id")
    let page = try Page(request, keys: 2)
    let found = try context.read(call) { reader in
      let strategy = try Self.find(request.strategyID, in: reader)
      return try StrategyTable.range(
        of: strategy.key,
        after: (page.after.first?.int ?? 0, page.after.last?.text ?? ""), limit: page.size + 1,
        in: reader)
    }
    let (nodes, nextPageToken) = page.cut(found) { node in
      let (department, userid) = StrategyTable.parts(node)
      return [.int(department), .text(userid)]
    }
    return .init(range: nodes.map(\.message), nextPageToken: nextPageToken)
  }

  func updateStrategy(
    _ request: CustomersV1.UpdateStrategyRequest, _ call: Call
  ) async throws -> CustomersV1.Strategy {
    let asked = try Shape.required(request.strategy, field: "strategy")
    try Strategy.checkID(asked.strategyID, field: "strategy.strategy_id")
    let mask = try UpdateMask(
      request.updateMask, allowed: ["strategy_name", "admin_list", "privilege"])
    let policies = context.policies
    let name = mask.value("strategy_name", asked.strategyName, empty: "")
    let admins = mask.value("admin_list", asked.adminList, empty: [])
    let privilege = mask.value("privilege", asked.privilege, empty: nil)
    if let name { try Strategy.checkName(name, policies) }
    if let admins { try Strategy.checkAdmins(admins, policies) }
    let add = try Strategy.Node.all(request.rangeAdd, field: "range_add")
    let remove = try Strategy.Node.all(request.rangeDel, field: "range_del")
    try Strategy.checkNodes(add, least: 0, field: "range_add", policies)
    try Strategy.checkNodes(remove, least: 0, field: "range_del", policies)
    return try await context.mutate(request, call) { mutation in
      try StrategyChanges(mutation: mutation, policies: policies).update(
        asked.strategyID, add: add, remove: remove
      ) { strategy in
        if let name { strategy.name = name }
        if let admins { strategy.admins = admins }
        // What an inferior is told to be allowed is ignored.
        if let privilege, strategy.parent == 0 {
          strategy.privileges = privilege?.privileges ?? .all
        }
      }
    }
  }

  func deleteStrategy(
    _ request: CustomersV1.DeleteStrategyRequest, _ call: Call
  ) async throws -> CustomersV1.DeleteStrategyResponse {
    try Strategy.checkID(request.strategyID, field: "strategy_id")
    let policies = context.policies
    return try await context.mutate(request, call) { mutation in
      .init(
        jobid: try StrategyChanges(mutation: mutation, policies: policies)
          .delete(request.strategyID))
    }
  }

  private static func find(_ key: Int64, in reader: Reader) throws -> Strategy {
    guard let strategy = try StrategyTable.find(key, in: reader) else {
      throw StrategyFailure.notFound(key, field: "strategy_id")
    }
    return strategy
  }
}
