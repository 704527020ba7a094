import Messages
import RPC
import ServiceKit
import Store

extension AutoTagHandler {
  func previewAutoTagRule(
    _ request: CustomersV1.PreviewAutoTagRuleRequest, _ call: Call
  ) async throws -> CustomersV1.PreviewTagJobResponse {
    let sampleSize = try TagJobPreview.sampleSize(request.sampleSize)
    let database = try context.corps.database(of: call.principal.corp)
    let terms = try await terms(of: request, in: database)
    let today = Day(of: context.clock.now)
    let (walk, order, marking) = try await database.scan { reader in
      let tags = TagLookup(reader)
      let marking = try tags.marking(
        add: tags.known(terms.addTags), remove: tags.known(terms.removeTags))
      let order = TagJobOrder(
        addTags: try tags.tagIDs(of: marking.add), removeTags: try tags.tagIDs(of: marking.remove))
      let walk = try AudienceWalk(
        terms.selection(today: today, in: reader), last: CustomerTable.newestKey(in: reader),
        in: reader)
      return (walk, order, marking)
    }
    let preview = TagJobPreview(
      order, marking: marking, mostTags: context.policies[.relationTagsMax],
      sampleSize: sampleSize)
    return try await preview.counting(AudiencePlan(database: database, walk: walk, keys: [:]))
  }

  /// What the rule to be looked at says: one that is kept, or one that may be.
  private func terms(
    of request: CustomersV1.PreviewAutoTagRuleRequest, in database: Database
  ) async throws -> AutoTagTerms {
    guard let asked = request.rule else {
      try AutoTagRule.checkID(request.ruleID, field: "rule_id")
      return try await database.scan {
        try Self.found(request.ruleID, field: "rule_id", in: $0).terms
      }
    }
    guard request.ruleID.isEmpty else {
      throw InvalidField(
        "rule", "CONTRADICTION", "rule_id and rule are both given.", errcode: 40058)
    }
    let terms = try AutoTagTerms(asked)
    try terms.checkShape(policies: context.policies)
    try await database.scan { try Self.check(terms, in: $0) }
    return terms
  }
}

extension AutoTagTerms {
  /// The relations that the rule would come to if what sets it off happened now.
  fileprivate func selection(today: Day, in reader: Reader) throws -> AudienceSelection {
    var conditions: [AudienceSelection.Condition] = []
    if hasRange { conditions.append(.members(try members(in: reader))) }
    switch trigger {
    case .added(let configIDs, let addWays, let states):
      if !configIDs.isEmpty {
        let ways = try configIDs.compactMap { try ContactWayTable.find($0, in: reader)?.key }
        conditions.append(.ways(Set(ways)))
      }
      if !addWays.isEmpty { conditions.append(.row(.addWays(Set(addWays)))) }
      if !states.isEmpty { conditions.append(.row(.states(Set(states)))) }
    case .interactions(let sum, let atLeast):
      let bounds = Audience.InteractionBounds(sum: sum, atLeast: atLeast)
      conditions.append(.interactions(InteractionWindow(bounds, today: today)))
    case .event: break
    }
    return AudienceSelection(allOf: conditions.map { [$0] })
  }
}
