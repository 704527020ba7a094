import Messages
import Protobuf
import RPC
import ServiceKit
import Store

/// Answers `siyu.customers.v1.RelationService`.
struct RelationHandler: CustomersV1.RelationServiceProtocol {
  let context: CustomersContext
  let tagNames: TagNames

  func addRelation(
    _ request: CustomersV1.AddRelationRequest, _ call: Call
  ) async throws -> CustomersV1.CustomerRelation {
    let policies = context.policies
    let adding = try RelationAdding(
      request.customer, request.relation, now: context.clock.now, policies: policies)
    return try await context.mutate(request, call) { mutation in
      try RelationChanges(mutation, policies: policies).add(adding, issuesCode: true)
    }
  }

  func getCustomer(
    _ request: CustomersV1.GetCustomerRequest, _ call: Call
  ) async throws -> CustomersV1.GetCustomerResponse {
    try Customer.checkID(request.externalUserid, field: "external_userid")
    let page = try Page(request, largest: 500)
    return try context.read(call) { reader in
      guard
        let (customer, tagVersion, hasPersonalTags) = try CustomerTable.findWithTags(
          request.externalUserid, in: reader)
      else { throw RelationFailure.customerNotFound(request.externalUserid) }
      let found = try RelationTable.followers(
        of: customer.key, after: page.after.first?.int ?? 0, limit: page.size + 1, in: reader)
      guard !found.isEmpty || !page.after.isEmpty else {
        throw RelationFailure.notFollowed(request.externalUserid)
      }
      let (relations, nextPageToken) = page.cut(found) { [.int($0.memberKey)] }
      let tags = relations.dropFirst().reduce(relations.first?.tags ?? TagSet()) {
        $0.union($1.tags)
      }
      let names = tagNames.names(of: call.principal.corp, version: tagVersion)
      var told = try names.relationTags(of: tags, in: reader)
      if hasPersonalTags {
        for relation in relations { try told.append(contentsOf: relation.personalTags(in: reader)) }
      }
      return .init(
        customer: customer.message,
        followUsers: try relations.map { relation in
          relation.message(
            externalUserid: customer.externalUserid,
            tagIDs: try names.ids(of: relation.tags, in: reader))
        },
        tags: told, nextPageToken: nextPageToken)
    }
  }

  func listRelations(
    _ request: CustomersV1.ListRelationsRequest, _ call: Call
  ) async throws -> CustomersV1.ListRelationsResponse {
    let userids = try request.members
    let page = try Page(request, keys: 2)
    return try context.read(call) { reader in
      let members = try userids.compactMap { try MemberTable.find($0, in: reader) }
      guard try members.contains(where: { try RelationTable.hasAny(of: $0.key, in: reader) }) else {
        throw RelationFailure.memberWithoutCustomers(userids.joined(separator: ", "))
      }
      let last = page.after.first?.int
      var after = page.after.last?.int ?? 0
      var found: [Relation] = []
      // The first of them is the one whom the page before ended with.
      for member in members.drop(while: { last != nil && $0.key != last }) {
        guard found.count <= page.size else { break }
        found += try RelationTable.customers(
          of: member.key, after: after, limit: page.size + 1 - found.count, in: reader)
        after = 0
      }
      let (relations, nextPageToken) = page.cut(found) {
        [.int($0.memberKey), .int($0.customerKey)]
      }
      return .init(
        relations: try relations.map { relation in
          try message(
            relation, of: CustomerTable.find(relation.customerKey, in: reader),
            call.principal.corp, reader)
        },
        nextPageToken: nextPageToken)
    }
  }

  func updateRelation(
    _ request: CustomersV1.UpdateRelationRequest, _ call: Call
  ) async throws -> CustomersV1.Relation {
    let asked = try Shape.required(request.relation, field: "relation")
    try Shape.userid(asked.userid, field: "relation.userid")
    try Customer.checkID(asked.externalUserid, field: "relation.external_userid")
    let edit = try RemarkEdit(asked, request.updateMask)
    guard !edit.isEmpty else {
      throw InvalidField(
        "update_mask", "NOTHING_TO_CHANGE", "Nothing of what a member notes is to change.",
        errcode: 40058)
    }
    let policies = context.policies
    try edit.checkShape(policies: policies)
    return try await context.mutate(request, call) { mutation in
      let changes = RelationChanges(mutation, policies: policies)
      let (customer, before) = try RelationTable.find(
        userid: asked.userid, externalUserid: asked.externalUserid, in: mutation.writer)
      let relation = edit.applied(to: before)
      guard relation != before else { return try changes.message(before, of: customer) }
      try relation.checkCorpName(before: before, of: customer)
      return try changes.save(relation, over: before, of: customer) { .relationUpdated($0) }
    }
  }

  func removeRelation(
    _ request: CustomersV1.RemoveRelationRequest, _ call: Call
  ) async throws -> CustomersV1.Relation {
    try Shape.userid(request.userid, field: "userid")
    try Customer.checkID(request.externalUserid, field: "external_userid")
    let side = try Relation.Side(request.removedBy)
    let policies = context.policies
    return try await context.mutate(request, call) { mutation in
      let changes = RelationChanges(mutation, policies: policies)
      let (customer, before) = try RelationTable.find(
        userid: request.userid, externalUserid: request.externalUserid, in: mutation.writer)
      let relation = try before.removed(by: side, externalUserid: customer.externalUserid)
      return try changes.save(relation, over: before, of: customer) { .relationRemoved($0) }
    }
  }

  func importRelations(
    _ requests: RequestStream<CustomersV1.ImportRelationsRequest>, _ call: Call
  ) async throws -> CustomersV1.ImportRelationsResponse {
    try await RelationImport(context: context, call: call).run(requests)
  }
}

extension Relation.Side {
  init(_ message: CustomersV1.RemovedBy) throws(InvalidField) {
    switch message {
    case .member: self = .member
    case .customer: self = .customer
    default:
      throw InvalidField(
        "removed_by", "REQUIRED", "removed_by says which side removes: MEMBER or CUSTOMER.")
    }
  }
}
