import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.customers.v1.AttributeService`.
struct AttributeHandler: CustomersV1.AttributeServiceProtocol {
  /// Set and removed in one call: some tens of milliseconds of the writer's time.
  private static let valuesMax = 10_000

  let context: CustomersContext

  func setAttributes(
    _ request: CustomersV1.SetAttributesRequest, _ call: Call
  ) async throws -> CustomersV1.SetAttributesResponse {
    try Shape.items(request.customers.count, 1...1000, field: "customers")
    let values = request.customers.reduce(0) { $0 + $1.attributes.count + $1.removed.count }
    try Shape.items(values, 1...Self.valuesMax, field: "customers.attributes")
    let now = context.clock.now
    let limit = context.policies[.attributesMax]
    let asked = request.customers.map { message in
      (id: message.externalUserid, edit: Result { try AttributeEdit(message, now: now) })
    }
    return try await context.mutate(request, call) { mutation in
      var outcome = CustomersV1.SetAttributesResponse()
      for (id, edit) in asked {
        do {
          try Self.carryOut(edit.get(), limit: limit, &outcome, mutation)
        } catch let failure as any Failure {
          outcome.failures.append(.init(key: id, failure))
        }
      }
      return outcome
    }
  }

  func getAttributes(
    _ request: CustomersV1.GetAttributesRequest, _ call: Call
  ) async throws -> CustomersV1.GetAttributesResponse {
    try Customer.checkID(request.externalUserid, field: "external_userid")
    return try context.read(call) { reader in
      let customer = try Self.customer(request.externalUserid, in: reader)
      return .init(
        attributes: try AttributeTable.list(ofPersonOf: customer, in: reader)
          .sorted { $0.comesBefore($1) }.map(\.message))
    }
  }

  private static func customer(_ externalUserid: String, in reader: Reader) throws -> Int64 {
    guard let key = try CustomerTable.key(of: externalUserid, in: reader) else {
      throw RelationFailure.customerNotFound(externalUserid)
    }
    return key
  }

  /// All checks come before the first write, so a customer who is left out is left as he was.
  static func carryOut(
    _ edit: AttributeEdit, limit: Int, _ outcome: inout CustomersV1.SetAttributesResponse,
    _ mutation: CustomersMutation
  ) throws {
    let writer = mutation.writer
    let customer = try customer(edit.externalUserid, in: writer)
    var known = Dictionary(
      uniqueKeysWithValues: try AttributeTable.list(of: customer, in: writer).map { ($0.key, $0) })
    let removed = known.keys
      .filter { key in
        edit.removed.contains {
          $0.name == key.name && $0.provenance ?? key.provenance == key.provenance
        }
      }
      .sorted { ($0.name, $0.provenance.rawValue) < ($1.name, $1.provenance.rawValue) }
    for key in removed { known[key] = nil }
    let set = edit.attributes.filter { $0.replaces(known[$0.key]) }
    for attribute in set { known[attribute.key] = attribute }
    guard known.count <= limit else { throw TooManyAttributes(limit: limit) }

    for key in removed { try AttributeTable.remove(key, of: customer, in: writer) }
    for attribute in set { try AttributeTable.put(attribute, of: customer, in: writer) }
    outcome.setCount += Int64(set.count)
    outcome.passedOverCount += Int64(edit.attributes.count - set.count)
    outcome.removedCount += Int64(removed.count)
    guard !removed.isEmpty || !set.isEmpty else { return }
    try mutation.emit(
      .attributesChanged(
        .init(
          externalUserid: edit.externalUserid, attributes: set.map(\.message),
          removed: removed.map { .init(name: $0.name, provenance: .init($0.provenance)) })))
  }
}

extension AttributeEdit {
  fileprivate init(_ message: CustomersV1.CustomerAttributes, now: Instant) throws {
    var attributes: [Attribute] = []
    for (index, attribute) in message.attributes.enumerated() {
      attributes.append(try Attribute(attribute, now: now, field: "attributes[\(index)]"))
    }
    var removed: [(name: String, provenance: Attribute.Provenance?)] = []
    for (index, gone) in message.removed.enumerated() {
      let provenance =
        gone.provenance == .unspecified
        ? nil
        : try Attribute.Provenance(gone.provenance, field: "removed[\(index)].provenance")
      removed.append((gone.name, provenance))
    }
    self.init(
      externalUserid: message.externalUserid, attributes: attributes, removed: removed)
    try checkShape()
  }
}

extension Attribute {
  fileprivate init(
    _ message: CustomersV1.Attribute, now: Instant, field: String
  ) throws(InvalidField) {
    let value: Value
    switch message.value {
    case .text(let text): value = .text(text)
    case .number(let number): value = .number(number)
    case .flag(let flag): value = .flag(flag)
    case .valueTime(let timestamp):
      guard let instant = Instant(timestamp) else {
        throw InvalidField(
          "\(field).value_time", "BAD_TIMESTAMP",
          "\(field).value_time is not a moment of the years 1 to 9999.")
      }
      value = .moment(instant)
    case nil:
      throw InvalidField("\(field).value", "REQUIRED", "\(field) has no value.", errcode: 40058)
    }
    let provenance = try Provenance(message.provenance, field: "\(field).provenance")
    self.init(
      key: Key(name: message.name, provenance: provenance), value: value,
      confidence: provenance == .given && message.confidence == 0 ? 1 : message.confidence,
      source: message.source,
      observeTime: try Instant(past: message.observeTime, now: now, field: "\(field).observe_time")
        ?? now)
  }

  var message: CustomersV1.Attribute {
    var message = CustomersV1.Attribute(
      name: key.name, provenance: .init(key.provenance), confidence: confidence, source: source,
      observeTime: observeTime.timestamp)
    message.value =
      switch value {
      case .text(let text): .text(text)
      case .number(let number): .number(number)
      case .flag(let flag): .flag(flag)
      case .moment(let moment): .valueTime(moment.timestamp)
      }
    return message
  }
}

extension Attribute.Provenance {
  init(
    _ message: CustomersV1.AttributeProvenance, field: String
  ) throws(InvalidField) {
    guard let known = Self(rawValue: Int(message.rawValue)) else {
      throw InvalidField(
        field, "UNKNOWN_VALUE", "\(field) \(message.rawValue) is not known.", errcode: 40058)
    }
    self = known
  }
}

extension CustomersV1.AttributeProvenance {
  fileprivate init(_ provenance: Attribute.Provenance) {
    self.init(rawValue: Int32(provenance.rawValue))
  }
}
