import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.broadcasts.v1.MemberTaskService`.
struct MemberTaskHandler: BroadcastsV1.MemberTaskServiceProtocol {
  let context: BroadcastsContext

  func listMemberTasks(
    _ request: BroadcastsV1.ListMemberTasksRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListMemberTasksResponse {
    let page = try Page(request)
    try Broadcast.checkMsgid(request.msgid)
    if !request.userid.isEmpty { try Shape.userid(request.userid, field: "userid") }
    let (broadcast, found) = try context.read(call) { reader in
      let broadcast = try BroadcastTable.require(request.msgid, in: reader)
      try broadcast.checkIsPlanned()
      let after = page.after.first?.int ?? 0
      guard request.userid.isEmpty else {
        let task = try MemberTaskTable.find(
          broadcast: broadcast.key, userid: request.userid, in: reader)
        return (broadcast, [task].compactMap(\.self).filter { $0.key.member > after })
      }
      return (
        broadcast,
        try MemberTaskTable.list(
          broadcast: broadcast.key, after: after, limit: page.size + 1, in: reader)
      )
    }
    let (tasks, nextPageToken) = page.cut(found) { [.int($0.key.member)] }
    return .init(memberTasks: tasks.map { $0.message(broadcast) }, nextPageToken: nextPageToken)
  }

  func confirmMemberTask(
    _ request: BroadcastsV1.ConfirmMemberTaskRequest, _ call: Call
  ) async throws -> BroadcastsV1.MemberTask {
    try Broadcast.checkMsgid(request.msgid)
    try Shape.userid(request.userid, field: "userid")
    return try await context.mutate(request, call) { mutation in
      let broadcast = try BroadcastTable.require(request.msgid, in: mutation.writer)
      try broadcast.checkIsPlanned()
      let found = try MemberTaskTable.find(
        broadcast: broadcast.key, userid: request.userid, in: mutation.writer)
      guard var task = found else {
        throw MemberTaskFailure.notFound(msgid: request.msgid, userid: request.userid)
      }
      try broadcast.checkTakesConfirmation()
      try task.confirm(now: mutation.now)
      try MemberTaskTable.confirm(task, in: mutation.writer)
      try CounterTable.add(confirmedMembers: 1, to: broadcast.key, in: mutation.writer)
      try LeaseTable.queue(task, in: mutation.writer)
      let message = task.message(broadcast)
      try mutation.emit(.memberTaskConfirmed(message))
      return message
    }
  }
}

extension MemberTask {
  func message(_ broadcast: Broadcast) -> BroadcastsV1.MemberTask {
    .init(
      msgid: msgid, userid: userid, state: .init(rawValue: Int32(state(in: broadcast).rawValue)),
      recipientCount: counts.recipient - counts.heldOut, confirmTime: confirmTime?.timestamp)
  }
}
