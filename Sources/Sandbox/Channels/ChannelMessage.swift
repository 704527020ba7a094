import ServiceKit

/// Something the channel was given to send: once for a delivery, however often it was leased.
struct ChannelMessage: Sendable, Equatable {
  let deliveryID: String
  let msgid: String
  let userid: String
  /// An external_userid or a chat_id.
  let recipientID: String
  let isGroup: Bool
  /// A packed `siyu.broadcasts.v1.Content`.
  let content: [UInt8]
  let fault: Fault?
  let giveTime: Instant

  /// Whether it came to the recipient.
  var hasArrived: Bool { fault != .refused }
}
