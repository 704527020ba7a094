// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension BroadcastsV1 {
  /// Tries a broadcast without creating it.
  package protocol PreviewServiceProtocol: Swift.Sendable {
    /// Counts who would get a broadcast now, split by sender, says who would not and why, shows some
    /// messages as they would go out, and when a channel could be done. Writes nothing. INVALID_ARGUMENT
    /// as CreateBroadcast has; what customers refuses, such as an unknown tag, is passed on. Stands for
    /// the estimate the client shows before a 群发.
    func previewBroadcast(_ request: BroadcastsV1.PreviewBroadcastRequest, _ call: RPC.Call) async throws -> BroadcastsV1.BroadcastPreview
  }

  /// The methods of `siyu.broadcasts.v1.PreviewService`, and its routes.
  package enum PreviewService {
    package static let previewBroadcast = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.PreviewService", name: "PreviewBroadcast",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.broadcasts.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.broadcasts.v1.PreviewService",
      methods: [previewBroadcast])

    package static func routes(_ service: some PreviewServiceProtocol) -> [RPC.Route] {
      [
        .unary(previewBroadcast) { bytes, call in
          guard let request = call.begin(BroadcastsV1.PreviewBroadcastRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.previewBroadcast(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.broadcasts.v1.PreviewService` over a channel.
  package struct PreviewServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Counts who would get a broadcast now, split by sender, says who would not and why, shows some
    /// messages as they would go out, and when a channel could be done. Writes nothing. INVALID_ARGUMENT
    /// as CreateBroadcast has; what customers refuses, such as an unknown tag, is passed on. Stands for
    /// the estimate the client shows before a 群发.
    package func previewBroadcast(_ request: BroadcastsV1.PreviewBroadcastRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.BroadcastPreview {
      try await channel.unary(PreviewService.previewBroadcast, request, options)
    }
  }

  /// Asks what a broadcast would do.
  package struct PreviewBroadcastRequest: Protobuf.Message {
    /// The broadcast, as CreateBroadcast takes it. Without a seed, who would be held out is an example.
    package var broadcast: BroadcastsV1.Broadcast? = nil
    /// How many messages to show: 0 means 10, at most 100 are shown. Negative is INVALID_ARGUMENT.
    package var sampleSize: Int32 = 0

    package init() {}

    package init(
      broadcast: BroadcastsV1.Broadcast? = nil,
      sampleSize: Int32 = 0
    ) {
      self.broadcast = broadcast
      self.sampleSize = sampleSize
    }

    package static var fullName: String { "siyu.broadcasts.v1.PreviewBroadcastRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__preview_broadcast_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__PreviewBroadcastRequest.self)
      self.broadcast = reader.message(c.pointee.broadcast, "broadcast")
      self.sampleSize = c.pointee.sample_size
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__PreviewBroadcastRequest.self)
      c.pointee.broadcast = writer.message(self.broadcast)
      c.pointee.sample_size = self.sampleSize
    }
  }

  /// What a broadcast would do.
  package struct BroadcastPreview: Protobuf.Message {
    /// Recipients it would be planned for, held out or not.
    package var recipientCount: Int64 = 0
    /// Members who would have a task.
    package var memberCount: Int64 = 0
    /// Those members, most recipients first; at most 1000 are listed.
    package var members: [BroadcastsV1.PreviewMember] = []
    /// Recipients named one by one who are left out.
    package var excludedCount: Int64 = 0
    /// Who is left out and why; at most 1000 are listed.
    package var excluded: [BroadcastsV1.Refusal] = []
    /// Recipients the audience's none_of leaves out.
    package var noneOfCount: Int64 = 0
    /// Ids that were named more than once: each counts once.
    package var duplicateCount: Int64 = 0
    /// How many recipients the next two counts were taken of: all, or the first 100,000 (policy
    /// broadcast_preview_recipients_max).
    package var examinedCount: Int64 = 0
    /// Of the examined, those who have had their quota: were it sent now, they would fail.
    package var quotaReachedCount: Int64 = 0
    /// Of the examined, those who would be held out.
    package var heldOutCount: Int64 = 0
    /// When the quiet hours end that would hold it back now; absent outside of them.
    package var quietEndTime: GoogleProtobuf.Timestamp? = nil
    /// When the channels would be done, had all members confirmed now: at the pace of the first that the
    /// broadcast names (ChannelService), else at 10,000 recipients a minute (policy
    /// channel_recipients_per_minute); quiet hours are left out.
    package var finishTime: GoogleProtobuf.Timestamp? = nil
    /// Messages as they would go out: to the first recipients.
    package var samples: [BroadcastsV1.PreviewMessage] = []

    package init() {}

    package init(
      recipientCount: Int64 = 0,
      memberCount: Int64 = 0,
      members: [BroadcastsV1.PreviewMember] = [],
      excludedCount: Int64 = 0,
      excluded: [BroadcastsV1.Refusal] = [],
      noneOfCount: Int64 = 0,
      duplicateCount: Int64 = 0,
      examinedCount: Int64 = 0,
      quotaReachedCount: Int64 = 0,
      heldOutCount: Int64 = 0,
      quietEndTime: GoogleProtobuf.Timestamp? = nil,
      finishTime: GoogleProtobuf.Timestamp? = nil,
      samples: [BroadcastsV1.PreviewMessage] = []
    ) {
      self.recipientCount = recipientCount
      self.memberCount = memberCount
      self.members = members
      self.excludedCount = excludedCount
      self.excluded = excluded
      self.noneOfCount = noneOfCount
      self.duplicateCount = duplicateCount
      self.examinedCount = examinedCount
      self.quotaReachedCount = quotaReachedCount
      self.heldOutCount = heldOutCount
      self.quietEndTime = quietEndTime
      self.finishTime = finishTime
      self.samples = samples
    }

    package static var fullName: String { "siyu.broadcasts.v1.BroadcastPreview" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__broadcast_preview__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__BroadcastPreview.self)
      self.recipientCount = c.pointee.recipient_count
      self.memberCount = c.pointee.member_count
      self.members = reader.messages(c.pointee.n_members, c.pointee.members, "members")
      self.excludedCount = c.pointee.excluded_count
      self.excluded = reader.messages(c.pointee.n_excluded, c.pointee.excluded, "excluded")
      self.noneOfCount = c.pointee.none_of_count
      self.duplicateCount = c.pointee.duplicate_count
      self.examinedCount = c.pointee.examined_count
      self.quotaReachedCount = c.pointee.quota_reached_count
      self.heldOutCount = c.pointee.held_out_count
      self.quietEndTime = reader.message(c.pointee.quiet_end_time, "quiet_end_time")
      self.finishTime = reader.message(c.pointee.finish_time, "finish_time")
      self.samples = reader.messages(c.pointee.n_samples, c.pointee.samples, "samples")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__BroadcastPreview.self)
      c.pointee.recipient_count = self.recipientCount
      c.pointee.member_count = self.memberCount
      c.pointee.members = writer.messages(self.members, &c.pointee.n_members)
      c.pointee.excluded_count = self.excludedCount
      c.pointee.excluded = writer.messages(self.excluded, &c.pointee.n_excluded)
      c.pointee.none_of_count = self.noneOfCount
      c.pointee.duplicate_count = self.duplicateCount
      c.pointee.examined_count = self.examinedCount
      c.pointee.quota_reached_count = self.quotaReachedCount
      c.pointee.held_out_count = self.heldOutCount
      c.pointee.quiet_end_time = writer.message(self.quietEndTime)
      c.pointee.finish_time = writer.message(self.finishTime)
      c.pointee.samples = writer.messages(self.samples, &c.pointee.n_samples)
    }
  }

  /// What a broadcast would mean for one member.
  package struct PreviewMember: Protobuf.Message {
    /// The member.
    package var userid: String = ""
    /// Recipients he would be the sender for.
    package var recipientCount: Int64 = 0

    package init() {}

    package init(
      userid: String = "",
      recipientCount: Int64 = 0
    ) {
      self.userid = userid
      self.recipientCount = recipientCount
    }

    package static var fullName: String { "siyu.broadcasts.v1.PreviewMember" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__preview_member__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__PreviewMember.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.recipientCount = c.pointee.recipient_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__PreviewMember.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.recipient_count = self.recipientCount
    }
  }

  /// A message as it would go out.
  package struct PreviewMessage: Protobuf.Message {
    /// The recipient.
    package var recipient: Recipient? = nil
    /// The member through whom.
    package var userid: String = ""
    /// Whether he would be held out: then nothing goes out.
    package var heldOut: Bool = false
    /// Which variant, from 1; 0 when there is none.
    package var variant: Int32 = 0
    /// What he would get, variables filled in; absent when he would be held out.
    package var content: BroadcastsV1.Content? = nil

    package init() {}

    package init(
      recipient: Recipient? = nil,
      userid: String = "",
      heldOut: Bool = false,
      variant: Int32 = 0,
      content: BroadcastsV1.Content? = nil
    ) {
      self.recipient = recipient
      self.userid = userid
      self.heldOut = heldOut
      self.variant = variant
      self.content = content
    }

    /// The recipient.
    package enum Recipient: Swift.Hashable, Swift.Sendable {
      /// A customer.
      case externalUserid(String)
      /// A customer group.
      case chatID(String)
    }

    package static var fullName: String { "siyu.broadcasts.v1.PreviewMessage" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__preview_message__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__PreviewMessage.self)
      switch c.pointee.recipient_case.rawValue {
      case 1: self.recipient = .externalUserid(reader.text(c.pointee.external_userid, "external_userid"))
      case 2: self.recipient = .chatID(reader.text(c.pointee.chat_id, "chat_id"))
      default: self.recipient = nil
      }
      self.userid = reader.text(c.pointee.userid, "userid")
      self.heldOut = c.pointee.held_out != 0
      self.variant = c.pointee.variant
      self.content = reader.message(c.pointee.content, "content")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__PreviewMessage.self)
      switch self.recipient {
      case .externalUserid(let value):
        c.pointee.recipient_case = .init(rawValue: 1)
        c.pointee.external_userid = writer.text(value)
      case .chatID(let value):
        c.pointee.recipient_case = .init(rawValue: 2)
        c.pointee.chat_id = writer.text(value)
      case nil: break
      }
      c.pointee.userid = writer.text(self.userid)
      c.pointee.held_out = self.heldOut ? 1 : 0
      c.pointee.variant = self.variant
      c.pointee.content = writer.message(self.content)
    }
  }
}
