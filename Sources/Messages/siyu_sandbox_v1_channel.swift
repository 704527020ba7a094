// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf

extension SandboxV1 {
  /// What a delivery met in the reference channel.
  package struct Fault: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// None: it was sent and acknowledged at once.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// It was refused.
    package static var refused: Self { Self(rawValue: 1) }
    /// It was acknowledged slowly.
    package static var slow: Self { Self(rawValue: 2) }
    /// It was acknowledged too late.
    package static var late: Self { Self(rawValue: 3) }
    /// Its acknowledgement was lost.
    package static var lost: Self { Self(rawValue: 4) }
    /// It was acknowledged twice.
    package static var repeated: Self { Self(rawValue: 5) }
    /// It was acknowledged as not known first.
    package static var unknown: Self { Self(rawValue: 6) }

    package static let names: [Int32: String] = [
      0: "FAULT_UNSPECIFIED",
      1: "FAULT_REFUSED",
      2: "FAULT_SLOW",
      3: "FAULT_LATE",
      4: "FAULT_LOST",
      5: "FAULT_REPEATED",
      6: "FAULT_UNKNOWN",
    ]
  }

  /// What goes wrong in the reference channel, for each of a hundred deliveries.
  ///
  /// Which delivery meets which fault is drawn from the seed and its delivery_id, when the channel is
  /// first given it; it meets one at most, so the six together are at most 100 (INVALID_ARGUMENT). Given
  /// again it answers what it did, and sends nothing.
  package struct ChannelFaults: Protobuf.Message {
    /// Not sent, and acknowledged as failed with CHANNEL_ERROR: 0 to 100.
    package var refusePercent: Int32 = 0
    /// Sent, and acknowledged slow_seconds later: 0 to 100.
    package var slowPercent: Int32 = 0
    /// Sent, and acknowledged only when the lease has run out and the delivery was leased again: the
    /// answer is stale, and refused. Answered again under the new lease. 0 to 100.
    package var latePercent: Int32 = 0
    /// Sent, and the answer is lost: the delivery comes round again when its lease runs out, and is then
    /// answered. 0 to 100.
    package var losePercent: Int32 = 0
    /// Sent, and acknowledged twice: 0 to 100.
    package var repeatPercent: Int32 = 0
    /// How slow, and how long it is not known: 1 to 59 seconds, the channel leases for 60; 0 means 30.
    package var slowSeconds: Int32 = 0
    /// The channel takes nothing. For who brings a channel of his own, or tests a channel that is down.
    package var isDown: Bool = false
    /// What the draw is made with: at most 64 characters.
    package var seed: String = ""
    /// Sent, and acknowledged at once as not known, and slow_seconds later as sent: 0 to 100.
    package var unknownPercent: Int32 = 0

    package init() {}

    package init(
      refusePercent: Int32 = 0,
      slowPercent: Int32 = 0,
      latePercent: Int32 = 0,
      losePercent: Int32 = 0,
      repeatPercent: Int32 = 0,
      slowSeconds: Int32 = 0,
      isDown: Bool = false,
      seed: String = "",
      unknownPercent: Int32 = 0
    ) {
      self.refusePercent = refusePercent
      self.slowPercent = slowPercent
      self.latePercent = latePercent
      self.losePercent = losePercent
      self.repeatPercent = repeatPercent
      self.slowSeconds = slowSeconds
      self.isDown = isDown
      self.seed = seed
      self.unknownPercent = unknownPercent
    }

    package static var fullName: String { "siyu.sandbox.v1.ChannelFaults" }
    package static let layout = Protobuf.MessageLayout(siyu__sandbox__v1__channel_faults__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Sandbox__V1__ChannelFaults.self)
      self.refusePercent = c.pointee.refuse_percent
      self.slowPercent = c.pointee.slow_percent
      self.latePercent = c.pointee.late_percent
      self.losePercent = c.pointee.lose_percent
      self.repeatPercent = c.pointee.repeat_percent
      self.slowSeconds = c.pointee.slow_seconds
      self.isDown = c.pointee.is_down != 0
      self.seed = reader.text(c.pointee.seed, "seed")
      self.unknownPercent = c.pointee.unknown_percent
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Sandbox__V1__ChannelFaults.self)
      c.pointee.refuse_percent = self.refusePercent
      c.pointee.slow_percent = self.slowPercent
      c.pointee.late_percent = self.latePercent
      c.pointee.lose_percent = self.losePercent
      c.pointee.repeat_percent = self.repeatPercent
      c.pointee.slow_seconds = self.slowSeconds
      c.pointee.is_down = self.isDown ? 1 : 0
      c.pointee.seed = writer.text(self.seed)
      c.pointee.unknown_percent = self.unknownPercent
    }
  }

  /// Something the reference channel was given to send.
  package struct ChannelMessage: Protobuf.Message {
    /// The delivery.
    package var deliveryID: String = ""
    /// The broadcast's msgid.
    package var msgid: String = ""
    /// The member in whose name it was sent.
    package var userid: String = ""
    /// The recipient.
    package var recipient: Recipient? = nil
    /// What was sent, variables filled in.
    package var content: BroadcastsV1.Content? = nil
    /// What it met.
    package var fault: SandboxV1.Fault = .init()
    /// Whether it came to the recipient: all but what was refused.
    package var arrived: Bool = false
    /// When the channel was first given it.
    package var giveTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      deliveryID: String = "",
      msgid: String = "",
      userid: String = "",
      recipient: Recipient? = nil,
      content: BroadcastsV1.Content? = nil,
      fault: SandboxV1.Fault = .init(),
      arrived: Bool = false,
      giveTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.deliveryID = deliveryID
      self.msgid = msgid
      self.userid = userid
      self.recipient = recipient
      self.content = content
      self.fault = fault
      self.arrived = arrived
      self.giveTime = giveTime
    }

    /// The recipient.
    package enum Recipient: Swift.Hashable, Swift.Sendable {
      /// A customer.
      case externalUserid(String)
      /// A customer group.
      case chatID(String)
    }

    package static var fullName: String { "siyu.sandbox.v1.ChannelMessage" }
    package static let layout = Protobuf.MessageLayout(siyu__sandbox__v1__channel_message__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Sandbox__V1__ChannelMessage.self)
      self.deliveryID = reader.text(c.pointee.delivery_id, "delivery_id")
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      self.userid = reader.text(c.pointee.userid, "userid")
      switch c.pointee.recipient_case.rawValue {
      case 4: self.recipient = .externalUserid(reader.text(c.pointee.external_userid, "external_userid"))
      case 5: self.recipient = .chatID(reader.text(c.pointee.chat_id, "chat_id"))
      default: self.recipient = nil
      }
      self.content = reader.message(c.pointee.content, "content")
      self.fault = SandboxV1.Fault(rawValue: Int32(truncatingIfNeeded: c.pointee.fault.rawValue))
      self.arrived = c.pointee.arrived != 0
      self.giveTime = reader.message(c.pointee.give_time, "give_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Sandbox__V1__ChannelMessage.self)
      c.pointee.delivery_id = writer.text(self.deliveryID)
      c.pointee.msgid = writer.text(self.msgid)
      c.pointee.userid = writer.text(self.userid)
      switch self.recipient {
      case .externalUserid(let value):
        c.pointee.recipient_case = .init(rawValue: 4)
        c.pointee.external_userid = writer.text(value)
      case .chatID(let value):
        c.pointee.recipient_case = .init(rawValue: 5)
        c.pointee.chat_id = writer.text(value)
      case nil: break
      }
      c.pointee.content = writer.message(self.content)
      c.pointee.fault = writer.value(self.fault)
      c.pointee.arrived = self.arrived ? 1 : 0
      c.pointee.give_time = writer.message(self.giveTime)
    }
  }

  /// Some things the channel was given in one call.
  package struct ChannelMessages: Protobuf.Message {
    /// How many.
    package var messageCount: Int64 = 0
    /// How many of them came to their recipients.
    package var arrivedCount: Int64 = 0

    package init() {}

    package init(
      messageCount: Int64 = 0,
      arrivedCount: Int64 = 0
    ) {
      self.messageCount = messageCount
      self.arrivedCount = arrivedCount
    }

    package static var fullName: String { "siyu.sandbox.v1.ChannelMessages" }
    package static let layout = Protobuf.MessageLayout(siyu__sandbox__v1__channel_messages__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Sandbox__V1__ChannelMessages.self)
      self.messageCount = c.pointee.message_count
      self.arrivedCount = c.pointee.arrived_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Sandbox__V1__ChannelMessages.self)
      c.pointee.message_count = self.messageCount
      c.pointee.arrived_count = self.arrivedCount
    }
  }

  /// Asks for the faults.
  package struct GetChannelFaultsRequest: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.sandbox.v1.GetChannelFaultsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__sandbox__v1__get_channel_faults_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }

  /// Sets the faults.
  package struct SetChannelFaultsRequest: Protobuf.MutatingRequest {
    /// The faults, all of them. Required.
    package var faults: SandboxV1.ChannelFaults? = nil
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty is as safe.
    package var requestID: String = ""

    package init() {}

    package init(
      faults: SandboxV1.ChannelFaults? = nil,
      requestID: String = ""
    ) {
      self.faults = faults
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.sandbox.v1.SetChannelFaultsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__sandbox__v1__set_channel_faults_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Sandbox__V1__SetChannelFaultsRequest.self)
      self.faults = reader.message(c.pointee.faults, "faults")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Sandbox__V1__SetChannelFaultsRequest.self)
      c.pointee.faults = writer.message(self.faults)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for what the channel was given.
  package struct ListChannelMessagesRequest: Protobuf.PagedRequest {
    /// Only those of this broadcast; empty means all.
    package var msgid: String = ""
    /// Only those to this customer or group, an external_userid or chat_id; empty means all.
    package var recipientID: String = ""
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      msgid: String = "",
      recipientID: String = "",
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.msgid = msgid
      self.recipientID = recipientID
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.sandbox.v1.ListChannelMessagesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__sandbox__v1__list_channel_messages_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Sandbox__V1__ListChannelMessagesRequest.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      self.recipientID = reader.text(c.pointee.recipient_id, "recipient_id")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Sandbox__V1__ListChannelMessagesRequest.self)
      c.pointee.msgid = writer.text(self.msgid)
      c.pointee.recipient_id = writer.text(self.recipientID)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of what the channel was given.
  package struct ListChannelMessagesResponse: Protobuf.Message {
    /// The messages, the first first.
    package var messages: [SandboxV1.ChannelMessage] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      messages: [SandboxV1.ChannelMessage] = [],
      nextPageToken: String = ""
    ) {
      self.messages = messages
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.sandbox.v1.ListChannelMessagesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__sandbox__v1__list_channel_messages_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Sandbox__V1__ListChannelMessagesResponse.self)
      self.messages = reader.messages(c.pointee.n_messages, c.pointee.messages, "messages")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Sandbox__V1__ListChannelMessagesResponse.self)
      c.pointee.messages = writer.messages(self.messages, &c.pointee.n_messages)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }
}
