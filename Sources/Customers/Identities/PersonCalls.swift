import Messages
import RPC
import ServiceKit
import Store

/// The calls of `IdentityService` that say who is one person.
extension IdentityHandler {
  func mergeCustomers(
    _ request: CustomersV1.MergeCustomersRequest, _ call: Call
  ) async throws -> CustomersV1.Person {
    let asked = request.externalUserids
    let most = context.policies[.personCustomersMax]
    try Shape.items(asked.count, 2...most, field: "external_userids")
    for (index, id) in asked.enumerated() {
      try Customer.checkID(id, field: "external_userids[\(index)]")
    }
    guard Set(asked).count == asked.count else {
      throw InvalidField("external_userids", "REPEATED", "Each customer is named once.")
    }
    let app = call.principal.app
    return try await context.mutate(request, call) { mutation in
      let writer = mutation.writer
      var person: Set<Int64> = []
      var sizes: Set<Int> = []
      for id in asked {
        let customer = try Self.customer(id, in: writer)
        let known = try PersonTable.customers(with: customer.key, in: writer)
        person.formUnion(known)
        sizes.insert(known.count)
      }
      let keys = person.sorted()
      let message = CustomersV1.Person(
        externalUserids: try Self.externalUserids(of: keys, in: writer))
      // All of it was one person already.
      guard sizes != [keys.count] else { return message }
      guard keys.count <= most else { throw IdentityFailure.personTooLarge(most) }
      try PersonTable.put(keys, in: writer)
      for key in keys {
        try PersonTable.note(
          message.externalUserids, of: key, app: app, now: mutation.now, in: writer)
      }
      try mutation.emit(.customersMerged(message))
      return message
    }
  }

  func unmergeCustomer(
    _ request: CustomersV1.UnmergeCustomerRequest, _ call: Call
  ) async throws -> CustomersV1.Person {
    let id = request.externalUserid
    try Customer.checkID(id, field: "external_userid")
    let app = call.principal.app
    return try await context.mutate(request, call) { mutation in
      let writer = mutation.writer
      let customer = try Self.customer(id, in: writer)
      let person = try PersonTable.customers(with: customer.key, in: writer)
      guard person.count > 1 else { throw IdentityFailure.notMerged(id) }
      let rest = person.filter { $0 != customer.key }
      try PersonTable.release(customer.key, in: writer)
      try PersonTable.put(rest, in: writer)
      let message = CustomersV1.Person(
        externalUserids: try Self.externalUserids(of: rest, in: writer))
      for key in rest {
        try PersonTable.note(
          message.externalUserids, of: key, app: app, now: mutation.now, in: writer)
      }
      try PersonTable.note(
        [customer.externalUserid], of: customer.key, app: app, now: mutation.now, in: writer)
      try mutation.emit(
        .customerUnmerged(.init(externalUserid: customer.externalUserid, person: message)))
      return message
    }
  }

  func listMerges(
    _ request: CustomersV1.ListMergesRequest, _ call: Call
  ) async throws -> CustomersV1.ListMergesResponse {
    try Customer.checkID(request.externalUserid, field: "external_userid")
    let page = try Page(request)
    let found = try context.read(call) { reader in
      try PersonTable.changes(
        of: Self.customer(request.externalUserid, in: reader).key,
        before: page.after.first?.int ?? .max, limit: page.size + 1, in: reader)
    }
    let (changes, nextPageToken) = page.cut(found) { [.int($0.number)] }
    return .init(
      merges: changes.map {
        .init(
          changeTime: $0.changeTime.timestamp, app: $0.app,
          personExternalUserids: $0.externalUserids)
      },
      nextPageToken: nextPageToken)
  }
}
