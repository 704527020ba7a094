import Messages
import RPC

/// The steps by which broadcasts are created, planned, confirmed and sent before they are loaded.
struct BroadcastsFilling: Sendable {
  let filling: Filling
  let text: String

  private var broadcasts: BroadcastsV1.BroadcastServiceClient { .init(filling.channel) }

  /// Broadcasts there are, name → msgid.
  func known() async throws -> [String: String] {
    var known: [String: String] = [:]
    var token = ""
    repeat {
      let page = try await broadcasts.listBroadcasts(
        .init(pageSize: 1000, pageToken: token), options: filling.options)
      for broadcast in page.broadcasts { known[broadcast.name] = broadcast.msgid }
      token = page.nextPageToken
    } while !token.isEmpty
    return known
  }

  func create(_ name: String, _ audience: LoadAudience) async throws -> String {
    try await broadcasts.createBroadcast(
      .init(
        broadcast: .init(name: name, content: .init(text: text), audience: audience.message)),
      options: filling.options
    ).msgid
  }

  /// Waits until it is planned, and confirms each member's task.
  func makeReady(_ msgid: String) async throws {
    let planned = try await poll(
      "the plan of a broadcast (broadcasts must call customers at \(filling.standIn))"
    ) {
      let now = try await broadcasts.getBroadcast(.init(msgid: msgid), options: filling.options)
      return now.state == .planning ? nil : now
    }
    guard planned.state == .active || planned.state == .finished else {
      throw Trouble(
        message: "broadcast \(msgid) is not to be sent: \(planned.failureMessage)")
    }
    let tasks = BroadcastsV1.MemberTaskServiceClient(filling.channel)
    let listed = try await tasks.listMemberTasks(
      .init(msgid: msgid, pageSize: 1000), options: filling.options)
    for task in listed.memberTasks where task.state == .unconfirmed {
      _ = try await tasks.confirmMemberTask(
        .init(msgid: msgid, userid: task.userid), options: filling.options)
    }
  }

  /// Plays the channel until none of these has anything left to send.
  func send(all msgids: [String]) async throws {
    let deliveries = BroadcastsV1.DeliveryServiceClient(filling.channel)
    while try await isAnyUnsent(msgids) {
      let leased = try await deliveries.leaseDeliveries(
        .init(channelID: "siyu-load", maxCount: 1000), options: filling.options)
      guard !leased.deliveries.isEmpty else {
        throw Trouble(
          message:
            "deliveries wait and none is leased out: another channel holds them, or the corp "
            + "\(leased.retryTime == nil ? "has none left" : "keeps quiet hours")")
      }
      _ = try await deliveries.acknowledgeDeliveries(
        .init(acknowledgements: leased.deliveries.map(\.sentAcknowledgement)),
        options: filling.options)
    }
  }

  private func isAnyUnsent(_ msgids: [String]) async throws -> Bool {
    for msgid in msgids {
      let broadcast = try await broadcasts.getBroadcast(
        .init(msgid: msgid), options: filling.options)
      if broadcast.state == .active { return true }
    }
    return false
  }
}
