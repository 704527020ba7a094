import RPC
import ServiceKit

/// What somebody decided about a broadcast that waited for it 审批.
struct Approval: Sendable, Equatable {
  let isApproved: Bool
  let userid: String
  let comment: String
  let time: Instant

  init(isApproved: Bool, userid: String, comment: String, time: Instant) {
    self.isApproved = isApproved
    self.userid = userid
    self.comment = comment
    self.time = time
  }

  static func checkShape(
    userid: String, comment: String, policies: Policies
  ) throws(InvalidField) {
    try Shape.userid(userid, field: "userid")
    try Shape.characters(
      comment, 0...policies[.approvalCommentCharactersMax], field: "comment")
  }
}

extension Broadcast {
  /// Takes a decision in. One that is approved is to be planned or, after its latest start, waits for
  /// somebody to start it; one that is not has come to its end.
  mutating func decide(_ approval: Approval) throws(BroadcastFailure) {
    switch state {
    case .waitsForApproval: break
    case .cancelled: throw .cancelled(msgid)
    case .planning, .active, .finished, .failed, .refused, .waitsForStart:
      throw .notWaitingForApproval(msgid)
    }
    self.approval = approval
    guard approval.isApproved else {
      state = .refused
      endTime = approval.time
      return
    }
    let isLate = latestStartTime.map { $0 < approval.time } ?? false
    state = isLate ? .waitsForStart : .planning
  }

  /// Takes in that somebody starts it although it is late.
  mutating func start() throws(BroadcastFailure) {
    switch state {
    case .waitsForStart: state = .planning
    case .cancelled: throw .cancelled(msgid)
    case .waitsForApproval: throw .waitsForApproval(msgid)
    case .planning, .active, .finished, .failed, .refused: throw .started(msgid)
    }
  }
}
