import Messages
import RPC
import ServiceKit
import Store

extension RelationHandler {
  /// Who may find a customer by an identity of his.
  private static let identitiesRight = "customers.identities.read"

  func lookupRelations(
    _ request: CustomersV1.LookupRelationsRequest, _ call: Call
  ) async throws -> CustomersV1.LookupRelationsResponse {
    if !request.userid.isEmpty { try Shape.userid(request.userid, field: "userid") }
    let wanted = try RelationSearch.Wanted(request.query, policies: context.policies)
    let page = try Page(request, keys: 2)
    let place = RelationSearch.Place(page.after) ?? .start
    let corp = call.principal.corp
    let seesIdentities = call.principal.scopes.contains(Self.identitiesRight)
    return try await context.corps.database(of: corp).scan { reader in
      var member: Int64?
      if !request.userid.isEmpty {
        guard let found = try MemberTable.find(request.userid, in: reader) else { return .init() }
        member = found.key
      }
      let search = RelationSearch(
        wanted: seesIdentities ? try wanted.withHolders(in: reader) : wanted, member: member,
        policies: context.policies)
      let step = try search.step(after: place, limit: page.size, in: reader)
      return .init(
        relations: try step.found.map { try message($1, of: $0, corp, reader) },
        nextPageToken: step.next.map { page.token(after: $0.keys) } ?? "")
    }
  }

  /// A relation with its person, as lists give it.
  func message(
    _ relation: Relation, of customer: Customer, _ corp: String, _ reader: Reader
  ) throws -> CustomersV1.CustomerRelation {
    .init(
      customer: customer.message,
      relation: relation.message(
        externalUserid: customer.externalUserid,
        tagIDs: try tagNames.names(of: corp, in: reader).ids(of: relation.tags, in: reader)))
  }
}

extension RelationSearch.Wanted {
  fileprivate init(
    _ query: CustomersV1.LookupRelationsRequest.Query?, policies: Policies
  ) throws(InvalidField) {
    switch query {
    case .text(let text): self = .text(try SearchText(text, policies: policies))
    case .phone(let phone):
      guard let number = TypedNumber(phone) else {
        throw InvalidField(
          "phone", "BAD_PHONE",
          "A phone number has 5 to 15 digits; '+', '-', parentheses and blanks are left out.",
          errcode: 40058)
      }
      self = .number(number, holders: [])
    case nil:
      throw InvalidField("query", "REQUIRED", "text or phone is required.", errcode: 40058)
    }
  }

  /// With the customers whose identity a number is.
  fileprivate func withHolders(in reader: Reader) throws -> Self {
    guard case .number(let number, _) = self else { return self }
    let holders = try number.identities.compactMap {
      try IdentityTable.holder(
        of: Identity(kind: .phone, space: "", value: $0, field: "phone"), in: reader)
    }
    return .number(number, holders: holders)
  }
}

extension RelationSearch.Place {
  /// Nil on the first page.
  fileprivate init?(_ keys: [PageKey]) {
    guard keys.count == 2, let customer = keys[0].int, let member = keys[1].int else { return nil }
    self.init(customer: customer, member: member)
  }

  fileprivate var keys: [PageKey] { [.int(customer), .int(member)] }
}
