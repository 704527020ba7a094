import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.broadcasts.v1.ChannelService`.
struct ChannelHandler: BroadcastsV1.ChannelServiceProtocol {
  let context: BroadcastsContext

  func getChannel(
    _ request: BroadcastsV1.GetChannelRequest, _ call: Call
  ) async throws -> BroadcastsV1.Channel {
    try Shape.id(request.channelID, field: "channel_id")
    return try context.read(call) { try Self.require(request.channelID, in: $0).message }
  }

  func listChannels(
    _ request: BroadcastsV1.ListChannelsRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListChannelsResponse {
    let page = try Page(request)
    let found = try context.read(call) { reader in
      try ChannelTable.list(
        after: page.after.first?.text ?? "", limit: page.size + 1, in: reader)
    }
    let (channels, nextPageToken) = page.cut(found) { [.text($0.id)] }
    return .init(channels: channels.map(\.message), nextPageToken: nextPageToken)
  }

  func setChannel(
    _ request: BroadcastsV1.SetChannelRequest, _ call: Call
  ) async throws -> BroadcastsV1.Channel {
    let asked = try DeliveryChannel(Shape.required(request.channel, field: "channel"))
    try asked.checkShape(policies: context.policies)
    return try await context.mutate(request, call) { mutation in
      var channel = asked
      if let former = try ChannelTable.find(asked.id, in: mutation.writer)?.pace {
        channel.pace?.follow(former, at: mutation.now)
      }
      try ChannelTable.put(channel, in: mutation.writer)
      try mutation.emit(.channelSet(channel.message))
      return channel.message
    }
  }

  func deleteChannel(
    _ request: BroadcastsV1.DeleteChannelRequest, _ call: Call
  ) async throws -> BroadcastsV1.DeleteChannelResponse {
    try Shape.id(request.channelID, field: "channel_id")
    return try await context.mutate(request, call) { mutation in
      let channel = try Self.require(request.channelID, in: mutation.writer)
      try ChannelTable.delete(request.channelID, in: mutation.writer)
      try mutation.emit(.channelDeleted(channel.message))
      return .init()
    }
  }

  private static func require(
    _ channelID: String, in reader: Reader
  ) throws -> DeliveryChannel {
    guard let channel = try ChannelTable.find(channelID, in: reader) else {
      throw ChannelFailure.notFound(channelID)
    }
    return channel
  }
}

extension DeliveryChannel {
  fileprivate init(_ message: BroadcastsV1.Channel) throws(InvalidField) {
    let perMinute = Int(message.deliveriesPerMinute)
    self.init(
      id: message.channelID, pace: perMinute == 0 ? nil : ChannelPace(perMinute: perMinute),
      carries: try message.carries.map(Carries.init))
  }

  fileprivate var message: BroadcastsV1.Channel {
    .init(
      channelID: id, deliveriesPerMinute: Int32(pace?.perMinute ?? 0), carries: carries?.message)
  }
}

extension Carries {
  fileprivate init(_ message: BroadcastsV1.Carries) throws(InvalidField) {
    var kinds: Set<Attachment.Kind> = []
    for asked in message.attachmentKinds {
      guard let kind = Attachment.Kind(rawValue: Int(asked.rawValue)) else {
        throw InvalidField(
          "channel.carries.attachment_kinds", "UNKNOWN_VALUE",
          "channel.carries.attachment_kinds \(asked.rawValue) is not known.")
      }
      kinds.insert(kind)
    }
    self.init(textBytes: Int(message.textBytes), attachmentKinds: kinds)
  }

  fileprivate var message: BroadcastsV1.Carries {
    .init(
      textBytes: Int32(textBytes),
      attachmentKinds: attachmentKinds.map(\.rawValue).sorted().map {
        .init(rawValue: Int32($0))
      })
  }
}

extension ChannelStep {
  init(_ message: BroadcastsV1.ChannelStep, field: String) throws(InvalidField) {
    var content: Content?
    if let asked = message.content { content = try Content(asked, field: "\(field).content") }
    self.init(channelID: message.channelID, content: content)
  }

  var message: BroadcastsV1.ChannelStep {
    .init(channelID: channelID, content: content?.message)
  }
}

extension Contents {
  /// Throws when one of the corp's channels cannot carry what is said through it.
  func checkIsCarried(in reader: Reader) throws {
    try check { try ChannelTable.find($0, in: reader)?.carries }
  }
}
