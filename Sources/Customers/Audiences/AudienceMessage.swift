import Messages
import ServiceKit

extension Audience {
  /// Throws `InvalidField` for a condition that is not set, for times that are no moments, and for a
  /// saved audience: `AudienceHandler.resolved` puts in what that says, and nobody may be reached for
  /// want of it.
  init(_ message: CustomersV1.Audience) throws(InvalidField) {
    guard message.savedAudienceID.isEmpty else {
      throw InvalidField(
        "audience.saved_audience_id", "NOT_ALLOWED", "No saved audience can be named here.")
    }
    var allOf: [[Condition]] = []
    for (number, clause) in message.allOf.enumerated() {
      var conditions: [Condition] = []
      for condition in clause.anyOf {
        conditions.append(try Condition(condition, Field.condition(number, conditions.count)))
      }
      allOf.append(conditions)
    }
    var noneOf: [Condition] = []
    for condition in message.noneOf {
      noneOf.append(try Condition(condition, Field.exclusion(noneOf.count)))
    }
    self.init(
      externalUserids: message.externalUserids,
      groups: (message.tagFilter?.groupList ?? []).map {
        AnyOf(tagIDs: $0.tagList, groupID: $0.groupID)
      },
      userids: message.userids, departmentIDs: message.departmentIDs, allOf: allOf, noneOf: noneOf)
  }
}

extension Audience.Condition {
  fileprivate init(
    _ message: CustomersV1.AudienceCondition, _ field: String
  ) throws(InvalidField) {
    switch message.condition {
    case nil: throw InvalidField(field, "REQUIRED", "\(field) says no condition.", errcode: 40058)
    case .tags(let tags): self = .tags(tags.tagIDs)
    case .members(let members):
      self = .members(userids: members.userids, departmentIDs: members.departmentIDs)
    case .customers(let customers): self = .customers(customers.externalUserids)
    case .addWays(let ways): self = .addWays(ways.addWays.map(\.rawValue))
    case .states(let states): self = .states(states.states)
    case .addTime(let window): self = .addTime(try .init(window, "\(field).add_time"))
    case .lastChatTime(let window):
      self = .lastChatTime(try .init(window, "\(field).last_chat_time"))
    case .interactions(let bounds):
      self = .interactions(try .init(bounds, "\(field).interactions"))
    case .attribute(let attribute):
      self = .attribute(try .init(attribute, "\(field).attribute"))
    case .sources(let sources):
      self = .sources(
        .init(
          sourceIDs: sources.sourceIDs, channels: sources.channels, scenes: sources.scenes,
          departmentIDs: sources.departmentIDs))
    }
  }
}

extension Audience.InteractionBounds {
  fileprivate init(
    _ message: CustomersV1.InteractionCondition, _ field: String
  ) throws(InvalidField) {
    self.init(
      sum: try InteractionSum(message.counters, days: message.days, field: field),
      atLeast: message.atLeast, atMost: message.atMost)
    switch message.scope {
    case .unspecified, .relation: break
    case .customer: isOfCustomer = true
    default:
      throw InvalidField(
        "\(field).scope", "UNKNOWN_VALUE", "\(field).scope \(message.scope.rawValue) is not known.")
    }
  }
}

extension AttributeFilter {
  fileprivate init(
    _ message: CustomersV1.AttributeCondition, _ field: String
  ) throws(InvalidField) {
    let wanted: Wanted
    switch message.wanted {
    case nil: wanted = .any
    case .texts(let texts): wanted = .texts(texts.texts)
    case .number(let range): wanted = .numbers(try Self.bounds(range, "\(field).number"))
    case .flag(let flag): wanted = .flag(flag)
    case .valueTime(let window):
      wanted = .moments(try .init(window, "\(field).value_time"))
    }
    var provenances: [Attribute.Provenance] = []
    for provenance in message.provenances {
      provenances.append(try Attribute.Provenance(provenance, field: "\(field).provenances"))
    }
    self.init(
      name: message.name, wanted: wanted, provenances: provenances,
      leastConfidence: message.confidenceAtLeast)
  }

  private static func bounds(
    _ range: CustomersV1.NumberRange, _ field: String
  ) throws(InvalidField) -> ClosedRange<Double> {
    guard range.atLeast != nil || range.atMost != nil else {
      throw InvalidField(
        field, "REQUIRED", "\(field) has neither at_least nor at_most.", errcode: 40058)
    }
    let (least, most) = (range.atLeast ?? -.infinity, range.atMost ?? .infinity)
    guard !least.isNaN, !most.isNaN else {
      throw InvalidField(
        field, "OUT_OF_RANGE", "\(field) has a bound that is no number.", errcode: 40058)
    }
    guard least <= most else {
      throw InvalidField(
        "\(field).at_most", "LESS_THAN_LEAST", "\(field).at_most is less than at_least.",
        errcode: 40058)
    }
    return least...most
  }
}

extension Audience.Window {
  fileprivate init(
    _ message: CustomersV1.TimeWindow, _ field: String
  ) throws(InvalidField) {
    start = try Instant(given: message.startTime, field: "\(field).start_time")
    end = try Instant(given: message.endTime, field: "\(field).end_time")
  }
}

extension Instant {
  /// Nil when none is given.
  fileprivate init?(
    given timestamp: GoogleProtobuf.Timestamp?, field: String
  ) throws(InvalidField) {
    guard let timestamp else { return nil }
    guard let instant = Instant(timestamp) else {
      throw InvalidField(
        field, "BAD_TIMESTAMP", "\(field) is not a moment of the years 1 to 9999.")
    }
    self = instant
  }
}
