import RPC
import ServiceKit

/// One thing a member and a customer had to do with each other 互动.
struct Interaction: Sendable, Equatable {
  enum Direction: UInt8, Sendable {
    case fromMember = 1
    case fromCustomer = 2
  }

  enum Kind: UInt8, Sendable {
    case message = 1
    case call = 2
    case visit = 3
    case read = 4
    case friendRequest = 5
  }

  let userid: String
  let externalUserid: String
  let direction: Direction
  let kind: Kind
  let time: Instant
  /// Empty when the two were alone.
  var conversationID: String = ""
  var interactionID: String = ""

  func checkShape(now: Instant, policies: Policies) throws(InvalidField) {
    try Shape.userid(userid, field: "interactions.userid")
    try Customer.checkID(externalUserid, field: "interactions.external_userid")
    if !conversationID.isEmpty {
      try Shape.id(conversationID, field: "interactions.conversation_id")
    }
    try Shape.bytes(interactionID, 0...64, field: "interactions.interaction_id")
    let days = policies[.interactionDaysMax]
    guard Day(of: time) >= Day(of: now).advanced(by: -Int64(days)) else {
      throw InvalidField(
        "interactions.interaction_time", "TOO_OLD",
        "interactions.interaction_time is more than \(days) days before today.")
    }
  }

  /// The same for the same interaction told again, whoever tells it in whatever case: all of its
  /// fields, since different ones happen in the same second.
  var identity: UInt64 {
    var print = Fingerprint()
    print.add(userid.lowercased())
    print.add(externalUserid)
    print.add(Int64(direction.rawValue) << 8 | Int64(kind.rawValue))
    print.add(time.microseconds)
    print.add(conversationID)
    print.add(interactionID)
    return print.finish()
  }
}

/// An interaction as it is kept until it has been counted: in keys, and without what does not count.
struct PendingInteraction: Sendable, Equatable {
  /// 0 for a friend request, whose customer may not be known yet.
  let customer: Int64
  let member: Int64
  /// Microseconds.
  let time: Int64
  let identity: UInt64
  let direction: Interaction.Direction
  let kind: Interaction.Kind
  let isAlone: Bool

  var day: Day { Day(of: Instant(microseconds: time)) }

  /// Whether it makes its member the one who chatted with the customer last.
  var isChat: Bool { isAlone && (kind == .message || kind == .call) }
}

extension PendingInteraction {
  init(_ interaction: Interaction, customer: Int64, member: Int64) {
    self.init(
      customer: customer, member: member, time: interaction.time.microseconds,
      identity: interaction.identity, direction: interaction.direction, kind: interaction.kind,
      isAlone: interaction.conversationID.isEmpty)
  }

  /// The order in which they are counted: relation by relation, as the tables lie.
  static func comesFirst(_ left: Self, _ right: Self) -> Bool {
    if left.customer != right.customer { return left.customer < right.customer }
    if left.member != right.member { return left.member < right.member }
    return left.time < right.time
  }
}

enum InteractionFailure: Failure, Equatable {
  case tooManyWait(Int)

  var code: StatusCode { .resourceExhausted }
  var reason: String { "TOO_MANY_INTERACTIONS_WAIT" }
  var errcode: Int? { 45009 }

  var message: String {
    switch self {
    case .tooManyWait(let most): "More than \(most) interactions would wait to be counted."
    }
  }
}
