import RPC
import ServiceKit

/// Why customers are not handed over.
enum TransferFailure: Failure, Equatable {
  case sameMember(field: String)
  case takeoverUnknown(String, field: String)
  case takeoverNotActivated(String, field: String)
  case handoverResigned(String)
  case handoverNotResigned(String)
  case resignedTooLongAgo(String, Int)
  case withoutCustomers(String)
  case messageForResigned(String)
  case refused(Transfer.Refusal, userid: String, externalUserid: String)
  case notWaiting(userid: String, externalUserid: String)
  /// All who were to take over have left.
  case nobodyTakesOver

  var code: StatusCode {
    switch self {
    case .sameMember, .messageForResigned: .invalidArgument
    case .takeoverUnknown: .permissionDenied
    case .withoutCustomers, .notWaiting: .notFound
    case .refused(.tooOften, _, _): .resourceExhausted
    case .takeoverNotActivated, .handoverResigned, .handoverNotResigned, .resignedTooLongAgo,
      .refused, .nobodyTakesOver:
      .failedPrecondition
    }
  }

  var reason: String {
    switch self {
    case .sameMember: "SAME_MEMBER"
    case .takeoverUnknown: "MEMBER_UNKNOWN"
    case .takeoverNotActivated: "MEMBER_NOT_ACTIVATED"
    case .handoverResigned: "MEMBER_RESIGNED"
    case .handoverNotResigned: "MEMBER_NOT_RESIGNED"
    case .resignedTooLongAgo: "MEMBER_RESIGNED_TOO_LONG_AGO"
    case .withoutCustomers: "MEMBER_WITHOUT_CUSTOMERS"
    case .messageForResigned: "NOT_FOR_RESIGNED"
    case .refused(.notFollowed, _, _): "NOT_FOLLOWED_BY_HANDOVER_MEMBER"
    case .refused(.beingTransferred, _, _): "BEING_TRANSFERRED"
    case .refused(.tooOften, _, _): "TRANSFERRED_TOO_OFTEN"
    case .notWaiting: "TRANSFER_NOT_WAITING"
    case .nobodyTakesOver: "NOBODY_TAKES_OVER"
    }
  }

  var message: String {
    switch self {
    case .sameMember: "The members who hand over and take over are the same."
    case .takeoverUnknown(let userid, _): "Directory knows no member '\(userid)'."
    case .takeoverNotActivated(let userid, _): "'\(userid)' is not activated."
    case .handoverResigned(let userid):
      "'\(userid)' has left: his customers are a resigned member's."
    case .handoverNotResigned(let userid): "'\(userid)' has not left."
    case .resignedTooLongAgo(let userid, let days): "'\(userid)' left more than \(days) days ago."
    case .withoutCustomers(let userid): "'\(userid)' never had a customer."
    case .messageForResigned(let userid):
      "'\(userid)' has left: for his customers there is no transfer_success_msg."
    case .refused(.notFollowed, let userid, let id): "'\(userid)' does not follow '\(id)'."
    case .refused(.beingTransferred, let userid, let id):
      "'\(id)' is being transferred from '\(userid)' already."
    case .refused(.tooOften, _, let id): "'\(id)' was handed over as often as may be."
    case .notWaiting(let userid, let id): "No transfer of '\(id)' from '\(userid)' to him waits."
    case .nobodyTakesOver: "All members who were to take over have left."
    }
  }

  var field: String? {
    switch self {
    case .sameMember(let field), .takeoverUnknown(_, let field),
      .takeoverNotActivated(_, let field):
      field
    case .handoverResigned, .handoverNotResigned, .resignedTooLongAgo, .withoutCustomers:
      "handover_userid"
    case .messageForResigned: "transfer_success_msg"
    case .refused, .notWaiting, .nobodyTakesOver: nil
    }
  }

  var errcode: Int? {
    switch self {
    case .sameMember: 40130
    case .takeoverUnknown: 84074
    case .takeoverNotActivated: 40098
    case .handoverNotResigned: 40097
    case .withoutCustomers: 84061
    case .messageForResigned: 40058
    case .refused(.notFollowed, _, _): 40131
    case .refused(.beingTransferred, _, _): 40129
    case .refused(.tooOften, _, _): 40128
    case .handoverResigned, .resignedTooLongAgo, .notWaiting, .nobodyTakesOver: nil
    }
  }
}
