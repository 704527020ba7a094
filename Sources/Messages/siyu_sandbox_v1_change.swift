// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension SandboxV1 {
  /// Tells what happened in the sandbox itself. What its channel and guides do in the services stands in
  /// the services' own feeds, with ORIGIN_SANDBOX.
  package protocol ChangeServiceProtocol: Swift.Sendable {
    /// Streams every change after a cursor, in commit order, without gaps, and stays open for those to
    /// come. OUT_OF_RANGE when the cursor is older than what is kept (7 days) or of another database:
    /// watch from an empty cursor.
    func watchChanges(_ request: SandboxV1.WatchChangesRequest, _ replies: RPC.ReplyStream<SandboxV1.Change>, _ call: RPC.Call) async throws
  }

  /// The methods of `siyu.sandbox.v1.ChangeService`, and its routes.
  package enum ChangeService {
    package static let watchChanges = RPC.MethodDescriptor(
      service: "siyu.sandbox.v1.ChangeService", name: "WatchChanges",
      clientStreaming: false, serverStreaming: true,
      right: .scope("sandbox.changes.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.sandbox.v1.ChangeService",
      methods: [watchChanges])

    package static func routes(_ service: some ChangeServiceProtocol) -> [RPC.Route] {
      [
        .serverStream(watchChanges) { (request: SandboxV1.WatchChangesRequest, replies: RPC.ReplyStream<SandboxV1.Change>, call) in try await service.watchChanges(request, replies, call) },
      ]
    }
  }

  /// Calls `siyu.sandbox.v1.ChangeService` over a channel.
  package struct ChangeServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Streams every change after a cursor, in commit order, without gaps, and stays open for those to
    /// come. OUT_OF_RANGE when the cursor is older than what is kept (7 days) or of another database:
    /// watch from an empty cursor.
    package func watchChanges(_ request: SandboxV1.WatchChangesRequest, options: RPC.CallOptions = .init()) -> RPC.ReplySequence<SandboxV1.Change> {
      channel.serverStream(ChangeService.watchChanges, request, options)
    }
  }

  /// Asks for the feed.
  package struct WatchChangesRequest: Protobuf.Message {
    /// The cursor of the last change that was dealt with; empty starts at the oldest that is kept.
    package var after: String = ""

    package init() {}

    package init(
      after: String = ""
    ) {
      self.after = after
    }

    package static var fullName: String { "siyu.sandbox.v1.WatchChangesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__sandbox__v1__watch_changes_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Sandbox__V1__WatchChangesRequest.self)
      self.after = reader.text(c.pointee.after, "after")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Sandbox__V1__WatchChangesRequest.self)
      c.pointee.after = writer.text(self.after)
    }
  }

  /// One committed change.
  package struct Change: Protobuf.Message {
    /// Names the change for ever: the same at each delivery.
    package var eventID: String = ""
    /// The number of the change in this corp's feed: from 1, without gaps.
    package var sequence: Int64 = 0
    /// Where to go on from after this change. Opaque.
    package var cursor: String = ""
    /// When it was committed.
    package var changeTime: GoogleProtobuf.Timestamp? = nil
    /// Who caused it.
    package var origin: CommonV1.Origin = .init()
    /// What happened.
    package var event: Event? = nil

    package init() {}

    package init(
      eventID: String = "",
      sequence: Int64 = 0,
      cursor: String = "",
      changeTime: GoogleProtobuf.Timestamp? = nil,
      origin: CommonV1.Origin = .init(),
      event: Event? = nil
    ) {
      self.eventID = eventID
      self.sequence = sequence
      self.cursor = cursor
      self.changeTime = changeTime
      self.origin = origin
      self.event = event
    }

    /// What happened.
    package enum Event: Swift.Hashable, Swift.Sendable {
      /// A call of this corp began to move the clock, to this moment.
      case timeAsked(SandboxV1.AdvanceTimeResponse)
      /// The faults of the channel were set.
      case channelFaultsSet(SandboxV1.ChannelFaults)
      /// The behaviour of the guides was set.
      case guideBehaviourSet(SandboxV1.GuideBehaviour)
      /// The channel was given something to send that it had not been given before.
      case messagesGiven(SandboxV1.ChannelMessages)
      /// The corp was to be filled with a sample chain.
      case corpFillAsked(SandboxV1.FillCorpResponse)
    }

    package static var fullName: String { "siyu.sandbox.v1.Change" }
    package static let layout = Protobuf.MessageLayout(siyu__sandbox__v1__change__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Sandbox__V1__Change.self)
      self.eventID = reader.text(c.pointee.event_id, "event_id")
      self.sequence = c.pointee.sequence
      self.cursor = reader.text(c.pointee.cursor, "cursor")
      self.changeTime = reader.message(c.pointee.change_time, "change_time")
      self.origin = CommonV1.Origin(rawValue: Int32(truncatingIfNeeded: c.pointee.origin.rawValue))
      switch c.pointee.event_case.rawValue {
      case 10: self.event = reader.message(c.pointee.time_asked, "time_asked").map { .timeAsked($0) }
      case 11: self.event = reader.message(c.pointee.channel_faults_set, "channel_faults_set").map { .channelFaultsSet($0) }
      case 12: self.event = reader.message(c.pointee.guide_behaviour_set, "guide_behaviour_set").map { .guideBehaviourSet($0) }
      case 13: self.event = reader.message(c.pointee.messages_given, "messages_given").map { .messagesGiven($0) }
      case 14: self.event = reader.message(c.pointee.corp_fill_asked, "corp_fill_asked").map { .corpFillAsked($0) }
      default: self.event = nil
      }
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Sandbox__V1__Change.self)
      c.pointee.event_id = writer.text(self.eventID)
      c.pointee.sequence = self.sequence
      c.pointee.cursor = writer.text(self.cursor)
      c.pointee.change_time = writer.message(self.changeTime)
      c.pointee.origin = writer.value(self.origin)
      switch self.event {
      case .timeAsked(let value):
        c.pointee.event_case = .init(rawValue: 10)
        c.pointee.time_asked = writer.message(value)
      case .channelFaultsSet(let value):
        c.pointee.event_case = .init(rawValue: 11)
        c.pointee.channel_faults_set = writer.message(value)
      case .guideBehaviourSet(let value):
        c.pointee.event_case = .init(rawValue: 12)
        c.pointee.guide_behaviour_set = writer.message(value)
      case .messagesGiven(let value):
        c.pointee.event_case = .init(rawValue: 13)
        c.pointee.messages_given = writer.message(value)
      case .corpFillAsked(let value):
        c.pointee.event_case = .init(rawValue: 14)
        c.pointee.corp_fill_asked = writer.message(value)
      case nil: break
      }
    }
  }
}
