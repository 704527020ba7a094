import RPC
import ServiceKit

/// Whom a plan asks for.
enum PlanTarget: Sendable, Equatable, Codable {
  case audience(Audience)
  /// Sorted, none twice.
  case chats([String])
}

/// One whom a plan writes down, and through whom he is reached.
struct PlanRecipient: Sendable, Equatable {
  /// An external_userid or a chat_id.
  let id: String
  let userid: String
  /// His member's key, when it is known already.
  var member: Int64?

  init(id: String, userid: String) {
    self.id = id
    self.userid = userid
  }
}

/// One who was asked for by id and will not get the broadcast.
struct Refusal: Sendable, Equatable {
  enum Reason: Int, Sendable {
    case noRelation = 1
    case groupNotFound = 2
    case senderNotOwner = 3
    case contentRepeated = 4
  }

  let id: String
  let reason: Reason

  init(id: String, reason: Reason) {
    self.id = id
    self.reason = reason
  }
}

/// Why a broadcast could not be planned. It is kept with the broadcast, and the job fails with it.
struct PlanFault: Failure, Equatable {
  /// A peer's words are kept up to here: a page of broadcasts has to fit into one answer.
  private static let messageCharacters = 500

  let reason: String
  let message: String
  let errcode: Int?

  init(reason: String, message: String, errcode: Int?) {
    self.reason = reason
    self.message = message
    self.errcode = errcode
  }

  var code: StatusCode { .failedPrecondition }

  static let noRecipient = PlanFault(
    reason: "NO_RECIPIENT", message: "There is nobody the broadcast can be sent to.",
    errcode: 41048)

  /// What was written is not what was listed: one of the two lost or doubled something.
  static func mismatch(written: Int64, listed: Int64) -> PlanFault {
    PlanFault(
      reason: "AUDIENCE_MISMATCH",
      message: "Wrote \(written) recipients where customers listed \(listed).", errcode: nil)
  }

  static let recipientRepeated = PlanFault(
    reason: "RECIPIENT_REPEATED", message: "Customers listed a recipient twice.", errcode: nil)

  /// A peer will not answer, now or later.
  static func refused(_ message: String) -> PlanFault {
    PlanFault(
      reason: "PLAN_REFUSED", message: String(message.prefix(messageCharacters)), errcode: nil)
  }
}
