import Messages
import Protobuf
import RPC
import ServiceKit
import Store

/// Answers `siyu.customers.v1.PersonalTagService`.
struct PersonalTagHandler: CustomersV1.PersonalTagServiceProtocol {
  let context: CustomersContext

  func setPersonalTags(
    _ request: CustomersV1.SetPersonalTagsRequest, _ call: Call
  ) async throws -> CustomersV1.PersonalTags {
    let asked = PersonalTags(
      userid: request.userid, externalUserid: request.externalUserid, names: request.names)
    try asked.checkShape(policies: context.policies)
    return try await context.mutate(request, call) { mutation in
      let writer = mutation.writer
      let (customer, relation) = try RelationTable.find(
        userid: asked.userid, externalUserid: asked.externalUserid, in: writer)
      let message = CustomersV1.PersonalTags(
        userid: relation.userid, externalUserid: customer.externalUserid, names: asked.names)
      let before = try PersonalTagTable.names(
        customer: customer.key, member: relation.memberKey, in: writer)
      guard asked.names != before else { return message }
      try PersonalTagTable.put(
        asked.names, customer: customer.key, member: relation.memberKey, in: writer)
      try mutation.emit(.personalTagsUpdated(message))
      return message
    }
  }

  func listPersonalTags(
    _ request: CustomersV1.ListPersonalTagsRequest, _ call: Call
  ) async throws -> CustomersV1.ListPersonalTagsResponse {
    try Shape.userid(request.userid, field: "userid")
    let page = try Page(request)
    let found = try context.read(call) { reader in
      guard let member = try MemberTable.find(request.userid, in: reader),
        try RelationTable.hasAny(of: member.key, in: reader)
      else { throw RelationFailure.memberWithoutCustomers(request.userid) }
      return try PersonalTagTable.names(
        of: member.key, after: page.after.first?.text ?? "", limit: page.size + 1, in: reader)
    }
    let (tags, nextPageToken) = page.cut(found) { [.text($0.name)] }
    return .init(
      personalTags: tags.map { .init(name: $0.name, relationCount: $0.count) },
      nextPageToken: nextPageToken)
  }
}

extension Relation {
  /// The member's own tags of it, as its readers are told.
  func personalTags(in reader: Reader) throws -> PackedList<CustomersV1.RelationTag> {
    PackedList(
      try PersonalTagTable.names(customer: customerKey, member: memberKey, in: reader).map {
        Packed(.init(tagName: $0, type: .personal, userid: userid))
      })
  }
}
