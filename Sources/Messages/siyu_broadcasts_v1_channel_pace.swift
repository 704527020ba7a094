// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension BroadcastsV1 {
  /// Keeps how many deliveries a channel may lease a minute, for each channel of the corp. A channel
  /// without a pace takes what waits. WeCom paces its own sending and tells nobody how.
  package protocol ChannelPaceServiceProtocol: Swift.Sendable {
    /// Returns a channel's pace; NOT_FOUND when it has none.
    func getChannelPace(_ request: BroadcastsV1.GetChannelPaceRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ChannelPace
    /// Lists the paces, by channel_id.
    func listChannelPaces(_ request: BroadcastsV1.ListChannelPacesRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListChannelPacesResponse
    /// Sets a channel's pace; it holds from the next lease on. INVALID_ARGUMENT, naming the field.
    func setChannelPace(_ request: BroadcastsV1.SetChannelPaceRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ChannelPace
    /// Takes a channel's pace away; NOT_FOUND when it has none.
    func deleteChannelPace(_ request: BroadcastsV1.DeleteChannelPaceRequest, _ call: RPC.Call) async throws -> BroadcastsV1.DeleteChannelPaceResponse
  }

  /// The methods of `siyu.broadcasts.v1.ChannelPaceService`, and its routes.
  package enum ChannelPaceService {
    package static let getChannelPace = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ChannelPaceService", name: "GetChannelPace",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.deliveries.read"))
    package static let listChannelPaces = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ChannelPaceService", name: "ListChannelPaces",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.deliveries.read"))
    package static let setChannelPace = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ChannelPaceService", name: "SetChannelPace",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.channel_paces.write"), mutates: true)
    package static let deleteChannelPace = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ChannelPaceService", name: "DeleteChannelPace",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.channel_paces.write"), mutates: true)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.broadcasts.v1.ChannelPaceService",
      methods: [getChannelPace, listChannelPaces, setChannelPace, deleteChannelPace])

    package static func routes(_ service: some ChannelPaceServiceProtocol) -> [RPC.Route] {
      [
        .unary(getChannelPace) { bytes, call in
          guard let request = call.begin(BroadcastsV1.GetChannelPaceRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getChannelPace(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listChannelPaces) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListChannelPacesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listChannelPaces(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(setChannelPace) { bytes, call in
          guard let request = call.begin(BroadcastsV1.SetChannelPaceRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.setChannelPace(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(deleteChannelPace) { bytes, call in
          guard let request = call.begin(BroadcastsV1.DeleteChannelPaceRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.deleteChannelPace(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.broadcasts.v1.ChannelPaceService` over a channel.
  package struct ChannelPaceServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Returns a channel's pace; NOT_FOUND when it has none.
    package func getChannelPace(_ request: BroadcastsV1.GetChannelPaceRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ChannelPace {
      try await channel.unary(ChannelPaceService.getChannelPace, request, options)
    }

    /// Lists the paces, by channel_id.
    package func listChannelPaces(_ request: BroadcastsV1.ListChannelPacesRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListChannelPacesResponse {
      try await channel.unary(ChannelPaceService.listChannelPaces, request, options)
    }

    /// Sets a channel's pace; it holds from the next lease on. INVALID_ARGUMENT, naming the field.
    package func setChannelPace(_ request: BroadcastsV1.SetChannelPaceRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ChannelPace {
      try await channel.unary(ChannelPaceService.setChannelPace, request, options)
    }

    /// Takes a channel's pace away; NOT_FOUND when it has none.
    package func deleteChannelPace(_ request: BroadcastsV1.DeleteChannelPaceRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.DeleteChannelPaceResponse {
      try await channel.unary(ChannelPaceService.deleteChannelPace, request, options)
    }
  }

  /// How fast a channel may be.
  package struct ChannelPace: Protobuf.Message {
    /// The channel, as it names itself in LeaseDeliveries: 1 to 64 letters, digits, '_' or '-'.
    package var channelID: String = ""
    /// How many deliveries it may lease a minute, over all broadcasts: 1 to 600,000. What it did not use
    /// in ten seconds is gone; deliveries that are leased again count again.
    package var deliveriesPerMinute: Int32 = 0

    package init() {}

    package init(
      channelID: String = "",
      deliveriesPerMinute: Int32 = 0
    ) {
      self.channelID = channelID
      self.deliveriesPerMinute = deliveriesPerMinute
    }

    package static var fullName: String { "siyu.broadcasts.v1.ChannelPace" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__channel_pace__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ChannelPace.self)
      self.channelID = reader.text(c.pointee.channel_id, "channel_id")
      self.deliveriesPerMinute = c.pointee.deliveries_per_minute
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ChannelPace.self)
      c.pointee.channel_id = writer.text(self.channelID)
      c.pointee.deliveries_per_minute = self.deliveriesPerMinute
    }
  }

  /// Asks for a pace.
  package struct GetChannelPaceRequest: Protobuf.Message {
    /// The channel. Required.
    package var channelID: String = ""

    package init() {}

    package init(
      channelID: String = ""
    ) {
      self.channelID = channelID
    }

    package static var fullName: String { "siyu.broadcasts.v1.GetChannelPaceRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__get_channel_pace_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__GetChannelPaceRequest.self)
      self.channelID = reader.text(c.pointee.channel_id, "channel_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__GetChannelPaceRequest.self)
      c.pointee.channel_id = writer.text(self.channelID)
    }
  }

  /// Asks for the paces.
  package struct ListChannelPacesRequest: Protobuf.PagedRequest {
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

    package static var fullName: String { "siyu.broadcasts.v1.ListChannelPacesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_channel_paces_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListChannelPacesRequest.self)
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListChannelPacesRequest.self)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of paces.
  package struct ListChannelPacesResponse: Protobuf.Message {
    /// The paces, by channel_id.
    package var paces: [BroadcastsV1.ChannelPace] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      paces: [BroadcastsV1.ChannelPace] = [],
      nextPageToken: String = ""
    ) {
      self.paces = paces
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListChannelPacesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_channel_paces_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListChannelPacesResponse.self)
      self.paces = reader.messages(c.pointee.n_paces, c.pointee.paces, "paces")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListChannelPacesResponse.self)
      c.pointee.paces = writer.messages(self.paces, &c.pointee.n_paces)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Sets a pace.
  package struct SetChannelPaceRequest: Protobuf.MutatingRequest {
    /// The pace. Required.
    package var pace: BroadcastsV1.ChannelPace? = nil
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty is as safe.
    package var requestID: String = ""

    package init() {}

    package init(
      pace: BroadcastsV1.ChannelPace? = nil,
      requestID: String = ""
    ) {
      self.pace = pace
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.SetChannelPaceRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__set_channel_pace_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__SetChannelPaceRequest.self)
      self.pace = reader.message(c.pointee.pace, "pace")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__SetChannelPaceRequest.self)
      c.pointee.pace = writer.message(self.pace)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Takes a pace away.
  package struct DeleteChannelPaceRequest: Protobuf.MutatingRequest {
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

    package static var fullName: String { "siyu.broadcasts.v1.DeleteChannelPaceRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__delete_channel_pace_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__DeleteChannelPaceRequest.self)
      self.channelID = reader.text(c.pointee.channel_id, "channel_id")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__DeleteChannelPaceRequest.self)
      c.pointee.channel_id = writer.text(self.channelID)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// The pace is gone.
  package struct DeleteChannelPaceResponse: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.broadcasts.v1.DeleteChannelPaceResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__delete_channel_pace_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }
}
