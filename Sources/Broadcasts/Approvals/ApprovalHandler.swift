import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.broadcasts.v1.ApprovalService`.
struct ApprovalHandler: BroadcastsV1.ApprovalServiceProtocol {
  let context: BroadcastsContext

  func listWaitingBroadcasts(
    _ request: BroadcastsV1.ListWaitingBroadcastsRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListWaitingBroadcastsResponse {
    let page = try Page(request)
    let found = try context.read(call) {
      try ApprovalTable.waiting(
        after: page.after.first?.int ?? 0, limit: page.size + 1, in: $0)
    }
    let (broadcasts, nextPageToken) = page.cut(found) { [.int($0.key)] }
    return .init(broadcasts: broadcasts.map(\.message), nextPageToken: nextPageToken)
  }

  func approveBroadcast(
    _ request: BroadcastsV1.ApproveBroadcastRequest, _ call: Call
  ) async throws -> BroadcastsV1.Broadcast {
    try Broadcast.checkMsgid(request.msgid)
    try Approval.checkShape(
      userid: request.userid, comment: request.comment, policies: context.policies)
    return try await context.mutate(request, call) { mutation in
      var broadcast = try BroadcastTable.require(request.msgid, in: mutation.writer)
      try broadcast.decide(
        Approval(
          isApproved: true, userid: request.userid, comment: request.comment, time: mutation.now))
      if broadcast.state == .planning { try mutation.plan(&broadcast) }
      try BroadcastTable.update(broadcast, in: mutation.writer)
      try mutation.emit(.broadcastApproved(broadcast.message))
      if broadcast.state == .waitsForStart { try mutation.miss(broadcast) }
      return broadcast.message
    }
  }

  func refuseBroadcast(
    _ request: BroadcastsV1.RefuseBroadcastRequest, _ call: Call
  ) async throws -> BroadcastsV1.Broadcast {
    try Broadcast.checkMsgid(request.msgid)
    try Approval.checkShape(
      userid: request.userid, comment: request.comment, policies: context.policies)
    return try await context.mutate(request, call) { mutation in
      var broadcast = try BroadcastTable.require(request.msgid, in: mutation.writer)
      try broadcast.decide(
        Approval(
          isApproved: false, userid: request.userid, comment: request.comment, time: mutation.now))
      try BroadcastTable.update(broadcast, in: mutation.writer)
      try mutation.emit(.broadcastRefused(broadcast.message))
      return broadcast.message
    }
  }
}

extension Approval {
  var message: BroadcastsV1.BroadcastApproval {
    .init(
      approved: isApproved, userid: userid, comment: comment, decisionTime: time.timestamp)
  }
}

extension BroadcastsMutation {
  /// Lets the occurrence wait whose broadcast was approved too late.
  fileprivate func miss(_ broadcast: Broadcast) throws {
    guard var occurrence = try ScheduleTable.occurrence(msgid: broadcast.msgid, in: writer) else {
      return
    }
    occurrence.startTime = nil
    try ScheduleTable.put(occurrence, in: writer)
    try emit(.occurrenceMissed(occurrence.message))
  }
}
