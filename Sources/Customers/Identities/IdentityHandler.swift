import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.customers.v1.IdentityService`.
struct IdentityHandler: CustomersV1.IdentityServiceProtocol {
  let context: CustomersContext

  func changeIdentities(
    _ request: CustomersV1.ChangeIdentitiesRequest, _ call: Call
  ) async throws -> CustomersV1.CustomerIdentities {
    let change = IdentityEdit(
      externalUserid: request.externalUserid,
      add: try request.addIdentities.identities(field: "add_identities"),
      remove: try request.removeIdentities.identities(field: "remove_identities"))
    let policies = context.policies
    try change.checkShape(policies: policies)
    return try await context.mutate(request, call) { mutation in
      let writer = mutation.writer
      let customer = try Self.customer(change.externalUserid, in: writer)
      let taken = try Set(change.remove).filter {
        try IdentityTable.holder(of: $0, in: writer) == customer.key
      }
      let given = try Self.new(change.add, for: customer, in: writer)
      guard !taken.isEmpty || !given.isEmpty else { return try Self.message(customer, writer) }
      let held = try IdentityTable.all(of: customer.key, in: writer).count
      let most = policies[.identitiesMax]
      guard held - taken.count + given.count <= most else { throw IdentityFailure.tooMany(most) }
      for identity in taken { try IdentityTable.delete(identity, in: writer) }
      for identity in given {
        try IdentityTable.insert(identity, customer: customer.key, now: mutation.now, in: writer)
      }
      let message = try Self.message(customer, writer)
      try mutation.emit(.identitiesUpdated(message))
      return message
    }
  }

  func getIdentities(
    _ request: CustomersV1.GetIdentitiesRequest, _ call: Call
  ) async throws -> CustomersV1.CustomerIdentities {
    try Customer.checkID(request.externalUserid, field: "external_userid")
    return try context.read(call) { reader in
      try Self.message(Self.customer(request.externalUserid, in: reader), reader)
    }
  }

  func lookupCustomers(
    _ request: CustomersV1.LookupCustomersRequest, _ call: Call
  ) async throws -> CustomersV1.LookupCustomersResponse {
    try Shape.items(
      request.identities.count, 1...context.policies[.identityLookupsMax], field: "identities")
    let identities = try request.identities.identities(field: "identities")
    return try context.read(call) { reader in
      .init(
        found: try identities.map { identity in
          let holders = try Self.holders(of: identity, in: reader)
          let person = try holders.reduce(into: Set<Int64>()) {
            $0.formUnion(try PersonTable.customers(with: $1, in: reader))
          }
          return .init(
            externalUserids: try Self.externalUserids(of: holders, in: reader),
            personExternalUserids: try Self.externalUserids(of: person.sorted(), in: reader))
        })
    }
  }

  /// Those to give that he has not; fails when one is another person's. One that another of his
  /// accounts has stays there: the person has it.
  private static func new(
    _ identities: [Identity], for customer: Customer, in reader: Reader
  ) throws -> [Identity] {
    let person = try PersonTable.customers(with: customer.key, in: reader)
    var new: [Identity] = []
    for (index, identity) in identities.enumerated() where !new.contains(identity) {
      guard let holder = try IdentityTable.holder(of: identity, in: reader) else {
        new.append(identity)
        continue
      }
      guard person.contains(holder) else {
        throw IdentityFailure.taken(
          shown: identity.shown,
          by: try CustomerTable.externalUserid(of: holder, in: reader),
          field: "add_identities[\(index)]")
      }
    }
    return new
  }

  private static func holders(of identity: Identity, in reader: Reader) throws -> [Int64] {
    if identity.kind == .unionid {
      return try CustomerTable.keys(ofUnionid: identity.value, in: reader)
    }
    return try IdentityTable.holder(of: identity, in: reader).map { [$0] } ?? []
  }

  private static func message(
    _ customer: Customer, _ reader: Reader
  ) throws -> CustomersV1.CustomerIdentities {
    let own: [CustomersV1.Identity] =
      customer.unionid.isEmpty ? [] : [.init(kind: .unionid, value: customer.unionid)]
    let person = try PersonTable.customers(with: customer.key, in: reader)
    return .init(
      externalUserid: customer.externalUserid,
      identities: own + (try IdentityTable.all(of: customer.key, in: reader)).map(\.message),
      personExternalUserids: try externalUserids(of: person, in: reader))
  }

  static func customer(_ externalUserid: String, in reader: Reader) throws -> Customer {
    guard let customer = try CustomerTable.find(externalUserid, in: reader) else {
      throw RelationFailure.customerNotFound(externalUserid)
    }
    return customer
  }

  static func externalUserids(of keys: [Int64], in reader: Reader) throws -> [String] {
    try keys.map { try CustomerTable.externalUserid(of: $0, in: reader) }
  }
}

extension [CustomersV1.Identity] {
  fileprivate func identities(field: String) throws(InvalidField) -> [Identity] {
    var identities: [Identity] = []
    for (index, message) in enumerated() {
      let place = "\(field)[\(index)]"
      guard let kind = Identity.Kind(rawValue: Int(message.kind.rawValue)) else {
        throw InvalidField("\(place).kind", "REQUIRED", "kind says what id it is.")
      }
      identities.append(
        try Identity(kind: kind, space: message.space, value: message.value, field: place))
    }
    return identities
  }
}

extension IdentityTable.Row {
  fileprivate var message: CustomersV1.Identity {
    .init(
      kind: .init(rawValue: Int32(kind.rawValue)), space: space, value: shown,
      createTime: createTime.timestamp)
  }
}
