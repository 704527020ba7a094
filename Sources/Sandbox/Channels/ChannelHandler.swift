import Messages
import Protobuf
import RPC
import ServiceKit
import Store

extension SandboxHandler {
  func getChannelFaults(
    _ request: SandboxV1.GetChannelFaultsRequest, _ call: Call
  ) async throws -> SandboxV1.ChannelFaults {
    try context.read(call) { try ChannelFaultsTable.faults(in: $0).message }
  }

  func setChannelFaults(
    _ request: SandboxV1.SetChannelFaultsRequest, _ call: Call
  ) async throws -> SandboxV1.ChannelFaults {
    let faults = ChannelFaults(try Shape.required(request.faults, field: "faults"))
    try faults.checkShape()
    return try await context.mutate(request, call) { mutation in
      try ChannelFaultsTable.put(faults, in: mutation.writer)
      try mutation.emit(.channelFaultsSet(faults.message))
      // What waits while it was down.
      try mutation.startOnce(Delivering.kind)
      return faults.message
    }
  }

  func listChannelMessages(
    _ request: SandboxV1.ListChannelMessagesRequest, _ call: Call
  ) async throws -> SandboxV1.ListChannelMessagesResponse {
    let page = try Page(request)
    if !request.msgid.isEmpty { try Shape.id(request.msgid, field: "msgid") }
    if !request.recipientID.isEmpty { try Shape.id(request.recipientID, field: "recipient_id") }
    let found = try context.read(call) { reader in
      try ChannelMessageTable.list(
        msgid: request.msgid, recipientID: request.recipientID,
        after: page.after.first?.int ?? 0, limit: page.size + 1, in: reader)
    }
    let (messages, nextPageToken) = page.cut(found) { [.int($0.key)] }
    return .init(messages: try messages.map { try $0.1.message }, nextPageToken: nextPageToken)
  }
}

extension ChannelFaults {
  fileprivate init(_ message: SandboxV1.ChannelFaults) {
    self.init(
      percents: [
        .refused: Int(message.refusePercent), .slow: Int(message.slowPercent),
        .late: Int(message.latePercent), .lost: Int(message.losePercent),
        .repeated: Int(message.repeatPercent), .unknown: Int(message.unknownPercent),
      ],
      slowSeconds: message.slowSeconds == 0
        ? Self.normalSlowSeconds : Int(message.slowSeconds),
      isDown: message.isDown, seed: message.seed)
  }

  fileprivate var message: SandboxV1.ChannelFaults {
    .init(
      refusePercent: Int32(percent(.refused)), slowPercent: Int32(percent(.slow)),
      latePercent: Int32(percent(.late)), losePercent: Int32(percent(.lost)),
      repeatPercent: Int32(percent(.repeated)), slowSeconds: Int32(slowSeconds), isDown: isDown,
      seed: seed, unknownPercent: Int32(percent(.unknown)))
  }
}

extension ChannelMessage {
  fileprivate var message: SandboxV1.ChannelMessage {
    get throws {
      .init(
        deliveryID: deliveryID, msgid: msgid, userid: userid,
        recipient: isGroup ? .chatID(recipientID) : .externalUserid(recipientID),
        content: try BroadcastsV1.Content(unpacking: content),
        fault: fault.map { .init(rawValue: Int32($0.rawValue)) } ?? .unspecified,
        arrived: hasArrived, giveTime: giveTime.timestamp)
    }
  }
}
