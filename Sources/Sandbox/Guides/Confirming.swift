import Messages
import RPC
import ServiceKit
import Store

/// The guides: confirm the tasks of a planned broadcast, as a job. A task that was confirmed before,
/// by a caller or before a kill, stays as it is.
struct Confirming: Sendable {
  private static let kind = "confirm-tasks"

  let context: SandboxContext

  func register() {
    context.jobs.register(
      Self.kind, Jobs.Kind(run: { try await confirm($0) }, failed: { _, _ in }, isKept: false))
  }

  /// Leaves it to the guides, when there are any who confirm by themselves.
  static func arrange(_ msgid: String, _ mutation: SandboxMutation) throws {
    let behaviour = try GuideBehaviourTable.behaviour(in: mutation.writer)
    guard behaviour.confirmPercent > 0 else { return }
    try mutation.start(
      kind, payload: Array(msgid.utf8),
      at: mutation.now.advanced(bySeconds: behaviour.delaySeconds))
  }

  private func confirm(_ job: Job) async throws {
    let msgid = String(decoding: job.payload, as: UTF8.self)
    let behaviour = try context.corps.database(of: job.corp)
      .read { try GuideBehaviourTable.behaviour(in: $0) }
    let tasks = BroadcastsV1.MemberTaskServiceClient(
      try context.peers.channel(to: "broadcasts"))
    var request = BroadcastsV1.ListMemberTasksRequest(
      msgid: msgid, pageSize: Int32(Page.largestSize))
    repeat {
      let page = try await tasks.listMemberTasks(
        request, options: context.peers.options(corp: job.corp))
      for task in page.memberTasks
      where task.state == .unconfirmed && behaviour.confirms(task.userid, msgid) {
        do {
          _ = try await tasks.confirmMemberTask(
            .init(msgid: msgid, userid: task.userid),
            options: context.peers.options(corp: job.corp))
        } catch let status as Status where status.code == .failedPrecondition {
          // Confirmed or cancelled since the page was read.
        }
      }
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty
  }
}
