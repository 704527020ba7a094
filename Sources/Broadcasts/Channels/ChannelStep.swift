import RPC
import ServiceKit

/// One of the channels that a broadcast goes through 渠道次序.
struct ChannelStep: Sendable, Equatable, Codable {
  let channelID: String
  /// What is said through it, whatever the broadcast says elsewhere.
  let content: Content?

  init(channelID: String, content: Content? = nil) {
    self.channelID = channelID
    self.content = content
  }

  static func checkShape(
    _ steps: [ChannelStep], chatType: Broadcast.ChatType, policies: Policies
  ) throws(InvalidField) {
    try Shape.items(
      steps.count, 0...policies[.broadcastChannelsMax], field: "broadcast.channels")
    for (index, step) in steps.enumerated() {
      let field = "broadcast.channels[\(index)]"
      try Shape.id(step.channelID, field: "\(field).channel_id")
      guard !steps[..<index].contains(where: { $0.channelID == step.channelID }) else {
        throw InvalidField(
          "\(field).channel_id", "CHANNEL_REPEATED", "\(field).channel_id is named before.")
      }
      try step.content?.checkShape(field: "\(field).content", policies: policies)
      try step.content?.checkVariables(field: "\(field).content", chatType: chatType)
    }
  }
}

extension Contents {
  /// Throws when one of the broadcast's channels cannot carry what is said through it.
  func check(_ carries: (String) throws -> Carries?) throws {
    for (index, step) in channels.enumerated() {
      guard let carries = try carries(step.channelID) else { continue }
      if let content = step.content {
        try carries.check(
          content, channelID: step.channelID, field: "broadcast.channels[\(index)].content")
      } else if variants.isEmpty {
        try carries.check(single, channelID: step.channelID, field: "broadcast.content")
      } else {
        for (place, variant) in variants.enumerated() {
          try carries.check(
            variant.content, channelID: step.channelID,
            field: "broadcast.variants[\(place)].content")
        }
      }
    }
  }
}
