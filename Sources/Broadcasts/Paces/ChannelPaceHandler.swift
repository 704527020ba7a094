import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.broadcasts.v1.ChannelPaceService`.
struct ChannelPaceHandler: BroadcastsV1.ChannelPaceServiceProtocol {
  let context: BroadcastsContext

  func getChannelPace(
    _ request: BroadcastsV1.GetChannelPaceRequest, _ call: Call
  ) async throws -> BroadcastsV1.ChannelPace {
    try Shape.id(request.channelID, field: "channel_id")
    return try context.read(call) { try Self.require(request.channelID, in: $0).message }
  }

  func listChannelPaces(
    _ request: BroadcastsV1.ListChannelPacesRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListChannelPacesResponse {
    let page = try Page(request)
    let found = try context.read(call) { reader in
      try ChannelPaceTable.list(
        after: page.after.first?.text ?? "", limit: page.size + 1, in: reader)
    }
    let (paces, nextPageToken) = page.cut(found) { [.text($0.channelID)] }
    return .init(paces: paces.map(\.message), nextPageToken: nextPageToken)
  }

  func setChannelPace(
    _ request: BroadcastsV1.SetChannelPaceRequest, _ call: Call
  ) async throws -> BroadcastsV1.ChannelPace {
    let asked = try Shape.required(request.pace, field: "pace")
    let pace = ChannelPace(
      channelID: asked.channelID, perMinute: Int(asked.deliveriesPerMinute),
      dueTime: Instant(microseconds: 0))
    try pace.checkShape()
    return try await context.mutate(request, call) { mutation in
      try ChannelPaceTable.put(pace, in: mutation.writer)
      try mutation.emit(.channelPaceSet(pace.message))
      return pace.message
    }
  }

  func deleteChannelPace(
    _ request: BroadcastsV1.DeleteChannelPaceRequest, _ call: Call
  ) async throws -> BroadcastsV1.DeleteChannelPaceResponse {
    try Shape.id(request.channelID, field: "channel_id")
    return try await context.mutate(request, call) { mutation in
      let pace = try Self.require(request.channelID, in: mutation.writer)
      try ChannelPaceTable.delete(request.channelID, in: mutation.writer)
      try mutation.emit(.channelPaceDeleted(pace.message))
      return .init()
    }
  }

  private static func require(_ channelID: String, in reader: Reader) throws -> ChannelPace {
    guard let pace = try ChannelPaceTable.find(channelID, in: reader) else {
      throw ChannelPaceFailure.notFound(channelID)
    }
    return pace
  }
}

extension ChannelPace {
  fileprivate var message: BroadcastsV1.ChannelPace {
    .init(channelID: channelID, deliveriesPerMinute: Int32(perMinute))
  }
}
