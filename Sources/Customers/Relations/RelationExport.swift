import Messages
import RPC
import ServiceKit
import Store

extension RelationHandler {
  /// At most so many in a message: with the longest texts and 200 tags each it stays under the 4 MB
  /// that gRPC clients take.
  private static let exportedAtOnce = 250

  func listCorpRelations(
    _ request: CustomersV1.ListCorpRelationsRequest,
    _ replies: ReplyStream<CustomersV1.ListCorpRelationsResponse>, _ call: Call
  ) async throws {
    let corp = call.principal.corp
    let database = try context.corps.database(of: corp)
    let begun = try ExportPlace(request.after)
    try await context.auditBulkRead(request, call)
    var place: ExportPlace
    if let begun {
      place = begun
    } else {
      place = ExportPlace(last: try await database.scan { try CustomerTable.newestKey(in: $0) })
    }
    while true {
      let from = place
      let (relations, isLast) = try await database.scan { reader in
        let rows = try RelationTable.all(
          after: (from.customer, from.member), through: from.last, limit: Self.exportedAtOnce,
          in: reader)
        return (
          try rows.map { relation in
            (
              relation,
              relation.status.isKept
                ? try message(
                  relation, of: CustomerTable.find(relation.customerKey, in: reader), corp, reader)
                : nil
            )
          }, rows.count < Self.exportedAtOnce
        )
      }
      if let relation = relations.last?.0 { place.pass(relation) }
      let exported = relations.compactMap(\.1)
      place.exported += Int64(exported.count)
      if !exported.isEmpty || isLast {
        try await replies.send(
          .init(
            relations: exported, cursor: place.text, exportedCount: place.exported,
            finished: isLast))
      }
      if isLast { return }
    }
  }
}

/// Where an export stands: what its cursor holds.
private struct ExportPlace {
  /// The relation that was given or passed last.
  private(set) var customer: Int64 = 0
  private(set) var member: Int64 = 0
  var exported: Int64 = 0
  /// The newest customer's key when the export began.
  let last: Int64

  private static let owner = PageToken.Owner(CustomersV1.ListCorpRelationsRequest())

  init(last: Int64) { self.last = last }

  /// Nil for an export that begins.
  init?(_ cursor: String) throws(InvalidField) {
    guard !cursor.isEmpty else { return nil }
    let keys = try PageToken.keys(cursor, of: Self.owner, count: 4, field: "after")
      .compactMap(\.int)
    guard keys.count == 4, keys.allSatisfy({ $0 >= 0 }), keys[0] <= keys[3] else {
      throw InvalidField("after", "BAD_PAGE_TOKEN", "after is malformed.", errcode: 50100)
    }
    (customer, member, exported, last) = (keys[0], keys[1], keys[2], keys[3])
  }

  mutating func pass(_ relation: Relation) {
    (customer, member) = (relation.customerKey, relation.memberKey)
  }

  var text: String {
    PageToken.text([.int(customer), .int(member), .int(exported), .int(last)], of: Self.owner)
  }
}
