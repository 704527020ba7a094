import Messages
import Protobuf
import RPC
import ServiceKit
import Store

/// Answers `siyu.customers.v1.RankingService`.
struct RankingHandler: CustomersV1.RankingServiceProtocol {
  let context: CustomersContext

  func createRanking(
    _ request: CustomersV1.CreateRankingRequest, _ call: Call
  ) async throws -> CustomersV1.Ranking {
    let asked = try Shape.required(request.ranking, field: "ranking")
    let policies = context.policies
    let terms = try RankingTerms(asked)
    try Ranking.checkShape(
      attribute: asked.attribute, figure: terms.figure, topPercents: terms.topPercents,
      policies: policies)
    return try await context.mutate(request, call) { mutation in
      let writer = mutation.writer
      guard try RankingTable.find(asked.attribute, in: writer) == nil else {
        throw RankingFailure.exists(asked.attribute)
      }
      try Ranking.checkRoom(besides: RankingTable.count(in: writer), policies: policies)
      var ranking = Ranking(
        attribute: asked.attribute, definition: asked.definition.packed(),
        createTime: mutation.now)
      ranking.key = try RankingTable.insert(ranking, in: writer)
      try RankingRun.arrange(ranking, mutation)
      let answer = try ranking.message
      try mutation.emit(.rankingCreated(answer))
      return answer
    }
  }

  func getRanking(
    _ request: CustomersV1.GetRankingRequest, _ call: Call
  ) async throws -> CustomersV1.Ranking {
    try Attribute.checkName(request.attribute, field: "attribute")
    return try context.read(call) { try Self.found(request.attribute, in: $0).message }
  }

  func listRankings(
    _ request: CustomersV1.ListRankingsRequest, _ call: Call
  ) async throws -> CustomersV1.ListRankingsResponse {
    let page = try Page(request)
    let found = try context.read(call) { reader in
      try RankingTable.list(
        after: page.after.first?.text ?? "", limit: page.size + 1, in: reader)
    }
    let (rankings, nextPageToken) = page.cut(found) { [.text($0.attribute)] }
    return .init(rankings: try rankings.map { try $0.message }, nextPageToken: nextPageToken)
  }

  func deleteRanking(
    _ request: CustomersV1.DeleteRankingRequest, _ call: Call
  ) async throws -> CustomersV1.DeleteRankingResponse {
    try Attribute.checkName(request.attribute, field: "attribute")
    return try await context.mutate(request, call) { mutation in
      let ranking = try Self.found(request.attribute, in: mutation.writer)
      try RankingTable.delete(ranking.key, in: mutation.writer)
      try mutation.emit(.rankingDeleted(ranking.message))
      return .init()
    }
  }

  func runRanking(
    _ request: CustomersV1.RunRankingRequest, _ call: Call
  ) async throws -> CustomersV1.RunRankingResponse {
    try Attribute.checkName(request.attribute, field: "attribute")
    return try await context.mutate(request, call) { mutation in
      var ranking = try Self.found(request.attribute, in: mutation.writer)
      if ranking.jobid.isEmpty {
        ranking.jobid = try mutation.start(
          RankingRun.onceKind, payload: RankingRun.payload(ranking.key))
        try RankingTable.update(ranking, in: mutation.writer)
      }
      return .init(jobid: ranking.jobid)
    }
  }

  private static func found(_ attribute: String, in reader: Reader) throws -> Ranking {
    guard let ranking = try RankingTable.find(attribute, in: reader) else {
      throw RankingFailure.notFound(attribute)
    }
    return ranking
  }
}

/// What a ranking says: by what, and where tiers end.
struct RankingTerms: Sendable, Equatable {
  let figure: RankingFigure
  let topPercents: [Double]

  /// Throws `InvalidField` for a figure that is missing or unknown.
  init(_ message: CustomersV1.Ranking) throws(InvalidField) {
    let field = "ranking.figure"
    switch message.figure?.figure {
    case nil: throw InvalidField(field, "REQUIRED", "\(field) is required.", errcode: 40058)
    case .attribute(let attribute): figure = .attribute(attribute.name)
    case .interactions(let asked):
      figure = .interactions(
        try InteractionSum(asked.counters, days: asked.days, field: "\(field).interactions"))
    case .lastChat: figure = .lastChat
    }
    topPercents = message.topPercents
  }
}

extension CustomersV1.Ranking {
  /// What of it is a ranking's definition.
  fileprivate var definition: Self { .init(figure: figure, topPercents: topPercents) }
}

extension Ranking {
  var terms: RankingTerms {
    get throws { try RankingTerms(CustomersV1.Ranking(unpacking: definition)) }
  }

  var message: CustomersV1.Ranking {
    get throws {
      var message = try CustomersV1.Ranking(unpacking: definition)
      message.attribute = attribute
      message.createTime = createTime.timestamp
      message.lastRun = lastRun.isEmpty ? nil : try CustomersV1.RankingRun(unpacking: lastRun)
      return message
    }
  }
}
