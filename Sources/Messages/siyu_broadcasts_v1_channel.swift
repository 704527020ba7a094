// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension BroadcastsV1 {
  /// Keeps what the corp's channels are. A channel that was never set takes what waits, and carries all
  /// that a Content may hold. WeCom has one channel, paces its own sending and tells nobody how.
  package protocol ChannelServiceProtocol: Swift.Sendable {
    /// Returns a channel; NOT_FOUND when it was never set.
    func getChannel(_ request: BroadcastsV1.GetChannelRequest, _ call: RPC.Call) async throws -> BroadcastsV1.Channel
    /// Lists the channels, by channel_id.
    func listChannels(_ request: BroadcastsV1.ListChannelsRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListChannelsResponse
    /// Sets a channel, all of it. Its pace holds from the next lease on, and what it carries for
    /// broadcasts that are created from now on. INVALID_ARGUMENT, naming the field.
    func setChannel(_ request: BroadcastsV1.SetChannelRequest, _ call: RPC.Call) async throws -> BroadcastsV1.Channel
    /// Forgets a channel; NOT_FOUND when it was never set. Broadcasts that name it still go through it.
    func deleteChannel(_ request: BroadcastsV1.DeleteChannelRequest, _ call: RPC.Call) async throws -> BroadcastsV1.DeleteChannelResponse
  }

  /// The methods of `siyu.broadcasts.v1.ChannelService`, and its routes.
  package enum ChannelService {
    package static let getChannel = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ChannelService", name: "GetChannel",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.deliveries.read"))
    package static let listChannels = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ChannelService", name: "ListChannels",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.deliveries.read"))
    package static let setChannel = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ChannelService", name: "SetChannel",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.channels.write"), mutates: true)
    package static let deleteChannel = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ChannelService", name: "DeleteChannel",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.channels.write"), mutates: true)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.broadcasts.v1.ChannelService",
      methods: [getChannel, listChannels, setChannel, deleteChannel])

    package static func routes(_ service: some ChannelServiceProtocol) -> [RPC.Route] {
      [
        .unary(getChannel) { bytes, call in
          guard let request = call.begin(BroadcastsV1.GetChannelRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getChannel(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listChannels) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListChannelsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listChannels(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(setChannel) { bytes, call in
          guard let request = call.begin(BroadcastsV1.SetChannelRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.setChannel(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(deleteChannel) { bytes, call in
          guard let request = call.begin(BroadcastsV1.DeleteChannelRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.deleteChannel(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.broadcasts.v1.ChannelService` over a channel.
  package struct ChannelServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Returns a channel; NOT_FOUND when it was never set.
    package func getChannel(_ request: BroadcastsV1.GetChannelRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.Channel {
      try await channel.unary(ChannelService.getChannel, request, options)
    }

    /// Lists the channels, by channel_id.
    package func listChannels(_ request: BroadcastsV1.ListChannelsRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListChannelsResponse {
      try await channel.unary(ChannelService.listChannels, request, options)
    }

    /// Sets a channel, all of it. Its pace holds from the next lease on, and what it carries for
    /// broadcasts that are created from now on. INVALID_ARGUMENT, naming the field.
    package func setChannel(_ request: BroadcastsV1.SetChannelRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.Channel {
      try await channel.unary(ChannelService.setChannel, request, options)
    }

    /// Forgets a channel; NOT_FOUND when it was never set. Broadcasts that name it still go through it.
    package func deleteChannel(_ request: BroadcastsV1.DeleteChannelRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.DeleteChannelResponse {
      try await channel.unary(ChannelService.deleteChannel, request, options)
    }
  }

  /// What a channel can carry.
  package struct Carries: Protobuf.Message {
    /// How long a text may be, as it is written, variables not filled in: 0 to 4000 bytes of UTF-8; 0 means
    /// that it carries none.
    package var textBytes: Int32 = 0
    /// What may be attached; empty means nothing. Repeated ones count once.
    package var attachmentKinds: [BroadcastsV1.Carries.AttachmentKind] = []

    package init() {}

    package init(
      textBytes: Int32 = 0,
      attachmentKinds: [BroadcastsV1.Carries.AttachmentKind] = []
    ) {
      self.textBytes = textBytes
      self.attachmentKinds = attachmentKinds
    }

    /// A kind of attachment.
    package struct AttachmentKind: Protobuf.OpenEnum {
      package var rawValue: Int32
      package init(rawValue: Int32) { self.rawValue = rawValue }

      /// None: INVALID_ARGUMENT.
      package static var unspecified: Self { Self(rawValue: 0) }
      /// A picture.
      package static var image: Self { Self(rawValue: 1) }
      /// A link to a page.
      package static var link: Self { Self(rawValue: 2) }
      /// A card of a mini program 小程序.
      package static var miniprogram: Self { Self(rawValue: 3) }
      /// A video.
      package static var video: Self { Self(rawValue: 4) }
      /// A file.
      package static var file: Self { Self(rawValue: 5) }

      package static let names: [Int32: String] = [
        0: "ATTACHMENT_KIND_UNSPECIFIED",
        1: "ATTACHMENT_KIND_IMAGE",
        2: "ATTACHMENT_KIND_LINK",
        3: "ATTACHMENT_KIND_MINIPROGRAM",
        4: "ATTACHMENT_KIND_VIDEO",
        5: "ATTACHMENT_KIND_FILE",
      ]
    }

    package static var fullName: String { "siyu.broadcasts.v1.Carries" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__carries__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__Carries.self)
      self.textBytes = c.pointee.text_bytes
      self.attachmentKinds = reader.values(c.pointee.n_attachment_kinds, c.pointee.attachment_kinds)
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__Carries.self)
      c.pointee.text_bytes = self.textBytes
      c.pointee.attachment_kinds = writer.values(self.attachmentKinds, &c.pointee.n_attachment_kinds)
    }
  }

  /// A channel 渠道, as the corp sees it.
  package struct Channel: Protobuf.Message {
    /// The channel, as it names itself in LeaseDeliveries: 1 to 64 letters, digits, '_' or '-'.
    package var channelID: String = ""
    /// How many deliveries it may lease a minute 发送速度, over all broadcasts: 1 to 600,000; 0 means as
    /// many as wait. What it did not use in ten seconds is gone; deliveries that are leased again count
    /// again.
    package var deliveriesPerMinute: Int32 = 0
    /// What it can carry; absent: all that a Content may hold. A broadcast that names the channel in
    /// `channels` is refused when it says to it what it cannot carry.
    package var carries: BroadcastsV1.Carries? = nil

    package init() {}

    package init(
      channelID: String = "",
      deliveriesPerMinute: Int32 = 0,
      carries: BroadcastsV1.Carries? = nil
    ) {
      self.channelID = channelID
      self.deliveriesPerMinute = deliveriesPerMinute
      self.carries = carries
    }

    package static var fullName: String { "siyu.broadcasts.v1.Channel" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__channel__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__Channel.self)
      self.channelID = reader.text(c.pointee.channel_id, "channel_id")
      self.deliveriesPerMinute = c.pointee.deliveries_per_minute
      self.carries = reader.message(c.pointee.carries, "carries")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__Channel.self)
      c.pointee.channel_id = writer.text(self.channelID)
      c.pointee.deliveries_per_minute = self.deliveriesPerMinute
      c.pointee.carries = writer.message(self.carries)
    }
  }

  /// Asks for a channel.
  package struct GetChannelRequest: Protobuf.Message {
    /// The channel. Required.
    package var channelID: String = ""

    package init() {}

    package init(
      channelID: String = ""
    ) {
      self.channelID = channelID
    }

    package static var fullName: String { "siyu.broadcasts.v1.GetChannelRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__get_channel_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__GetChannelRequest.self)
      self.channelID = reader.text(c.pointee.channel_id, "channel_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__GetChannelRequest.self)
      c.pointee.channel_id = writer.text(self.channelID)
    }
  }

  /// Asks for the channels.
  package struct ListChannelsRequest: Protobuf.PagedRequest {
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before.
    package var pageToken: String = ""

    package init() {}

    package init(
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListChannelsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_channels_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListChannelsRequest.self)
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListChannelsRequest.self)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of channels.
  package struct ListChannelsResponse: Protobuf.Message {
    /// The channels, by channel_id.
    package var channels: [BroadcastsV1.Channel] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      channels: [BroadcastsV1.Channel] = [],
      nextPageToken: String = ""
    ) {
      self.channels = channels
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListChannelsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_channels_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListChannelsResponse.self)
      self.channels = reader.messages(c.pointee.n_channels, c.pointee.channels, "channels")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListChannelsResponse.self)
      c.pointee.channels = writer.messages(self.channels, &c.pointee.n_channels)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Sets a channel.
  package struct SetChannelRequest: Protobuf.MutatingRequest {
    /// The channel. Required.
    package var channel: BroadcastsV1.Channel? = nil
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty is as safe.
    package var requestID: String = ""

    package init() {}

    package init(
      channel: BroadcastsV1.Channel? = nil,
      requestID: String = ""
    ) {
      self.channel = channel
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.SetChannelRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__set_channel_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__SetChannelRequest.self)
      self.channel = reader.message(c.pointee.channel, "channel")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__SetChannelRequest.self)
      c.pointee.channel = writer.message(self.channel)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Forgets a channel.
  package struct DeleteChannelRequest: Protobuf.MutatingRequest {
    /// The channel. Required.
    package var channelID: String = ""
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: the second
    /// time it fails NOT_FOUND.
    package var requestID: String = ""

    package init() {}

    package init(
      channelID: String = "",
      requestID: String = ""
    ) {
      self.channelID = channelID
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.DeleteChannelRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__delete_channel_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__DeleteChannelRequest.self)
      self.channelID = reader.text(c.pointee.channel_id, "channel_id")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__DeleteChannelRequest.self)
      c.pointee.channel_id = writer.text(self.channelID)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// The channel is forgotten.
  package struct DeleteChannelResponse: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.broadcasts.v1.DeleteChannelResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__delete_channel_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }
}
