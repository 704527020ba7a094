import Messages
import Protobuf
import ServiceKit

extension CustomersMutation {
  /// Tells the feed of a relation that an import wrote. The ids of fifty tags would be nine tenths
  /// of the row: it keeps their keys instead, and whoever watches the feed is told the ids.
  func emit(_ relation: Relation, of customer: Customer, isNew: Bool) throws {
    let message = CustomersV1.CustomerRelation(
      customer: customer.message,
      relation: relation.message(externalUserid: customer.externalUserid, tagIDs: []))
    try emit(
      isNew ? .relationAdded(message) : .relationUpdated(message), condensed: relation.tags.packed)
  }
}

extension CustomersV1.Change {
  /// Puts the tags of a relation in that `CustomersMutation.emit` left out. A tag's id is found even
  /// when it was deleted since, as long as there is a corp.
  mutating func expand(_ condensed: [UInt8], tagID: (Int64) throws -> String?) throws {
    let tags = condensed.withUnsafeBytes { TagSet(packed: $0) }
    let tagIDs = PackedList(try tags.keys.compactMap(tagID))
    switch event {
    case .relationAdded(var relation):
      relation.relation?.tagIDs = tagIDs
      event = .relationAdded(relation)
    case .relationUpdated(var relation):
      relation.relation?.tagIDs = tagIDs
      event = .relationUpdated(relation)
    default: break
    }
  }
}
