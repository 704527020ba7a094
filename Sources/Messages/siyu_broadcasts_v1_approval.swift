// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension BroadcastsV1 {
  /// Decides about broadcasts that wait for it: those created with needs_approval, and all while
  /// SendingRules.broadcasts_need_approval is set, those of schedules too. Nothing of such a broadcast is
  /// planned before, so nobody gets a task. The right to decide is one of its own, so that who creates
  /// broadcasts need not be who approves them. WeCom's approval 审批 is a product of its own; whoever uses it,
  /// or another, calls these methods when it has decided.
  package protocol ApprovalServiceProtocol: Swift.Sendable {
    /// Lists the broadcasts that wait for approval, the oldest first.
    func listWaitingBroadcasts(_ request: BroadcastsV1.ListWaitingBroadcastsRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListWaitingBroadcastsResponse
    /// Approves a broadcast and starts to plan it. One that a schedule created and whose latest start has
    /// passed meanwhile is approved and not started: it comes to STATE_WAITING_START, and its occurrence
    /// waits for StartOccurrence as one that was missed. NOT_FOUND 41047; FAILED_PRECONDITION
    /// NOT_WAITING_FOR_APPROVAL when it needs none or somebody has decided, BROADCAST_CANCELLED 41093.
    func approveBroadcast(_ request: BroadcastsV1.ApproveBroadcastRequest, _ call: RPC.Call) async throws -> BroadcastsV1.Broadcast
    /// Refuses a broadcast: it comes to STATE_REFUSED and stays there. Failures as in ApproveBroadcast.
    func refuseBroadcast(_ request: BroadcastsV1.RefuseBroadcastRequest, _ call: RPC.Call) async throws -> BroadcastsV1.Broadcast
  }

  /// The methods of `siyu.broadcasts.v1.ApprovalService`, and its routes.
  package enum ApprovalService {
    package static let listWaitingBroadcasts = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ApprovalService", name: "ListWaitingBroadcasts",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.approvals.read"))
    package static let approveBroadcast = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ApprovalService", name: "ApproveBroadcast",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.approvals.write"), mutates: true)
    package static let refuseBroadcast = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ApprovalService", name: "RefuseBroadcast",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.approvals.write"), mutates: true)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.broadcasts.v1.ApprovalService",
      methods: [listWaitingBroadcasts, approveBroadcast, refuseBroadcast])

    package static func routes(_ service: some ApprovalServiceProtocol) -> [RPC.Route] {
      [
        .unary(listWaitingBroadcasts) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListWaitingBroadcastsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listWaitingBroadcasts(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(approveBroadcast) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ApproveBroadcastRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.approveBroadcast(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(refuseBroadcast) { bytes, call in
          guard let request = call.begin(BroadcastsV1.RefuseBroadcastRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.refuseBroadcast(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.broadcasts.v1.ApprovalService` over a channel.
  package struct ApprovalServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Lists the broadcasts that wait for approval, the oldest first.
    package func listWaitingBroadcasts(_ request: BroadcastsV1.ListWaitingBroadcastsRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListWaitingBroadcastsResponse {
      try await channel.unary(ApprovalService.listWaitingBroadcasts, request, options)
    }

    /// Approves a broadcast and starts to plan it. One that a schedule created and whose latest start has
    /// passed meanwhile is approved and not started: it comes to STATE_WAITING_START, and its occurrence
    /// waits for StartOccurrence as one that was missed. NOT_FOUND 41047; FAILED_PRECONDITION
    /// NOT_WAITING_FOR_APPROVAL when it needs none or somebody has decided, BROADCAST_CANCELLED 41093.
    package func approveBroadcast(_ request: BroadcastsV1.ApproveBroadcastRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.Broadcast {
      try await channel.unary(ApprovalService.approveBroadcast, request, options)
    }

    /// Refuses a broadcast: it comes to STATE_REFUSED and stays there. Failures as in ApproveBroadcast.
    package func refuseBroadcast(_ request: BroadcastsV1.RefuseBroadcastRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.Broadcast {
      try await channel.unary(ApprovalService.refuseBroadcast, request, options)
    }
  }

  /// Asks for the broadcasts that wait.
  package struct ListWaitingBroadcastsRequest: Protobuf.PagedRequest {
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListWaitingBroadcastsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_waiting_broadcasts_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListWaitingBroadcastsRequest.self)
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListWaitingBroadcastsRequest.self)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of broadcasts.
  package struct ListWaitingBroadcastsResponse: Protobuf.Message {
    /// The broadcasts, the oldest first, without content, audience and chat_ids.
    package var broadcasts: [BroadcastsV1.Broadcast] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      broadcasts: [BroadcastsV1.Broadcast] = [],
      nextPageToken: String = ""
    ) {
      self.broadcasts = broadcasts
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListWaitingBroadcastsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_waiting_broadcasts_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListWaitingBroadcastsResponse.self)
      self.broadcasts = reader.messages(c.pointee.n_broadcasts, c.pointee.broadcasts, "broadcasts")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListWaitingBroadcastsResponse.self)
      c.pointee.broadcasts = writer.messages(self.broadcasts, &c.pointee.n_broadcasts)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Says yes.
  package struct ApproveBroadcastRequest: Protobuf.MutatingRequest {
    /// The broadcast's msgid. Required.
    package var msgid: String = ""
    /// The member who approves, a userid. Required.
    package var userid: String = ""
    /// What he says about it: at most 200 characters (policy approval_comment_characters_max).
    package var comment: String = ""
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      msgid: String = "",
      userid: String = "",
      comment: String = "",
      requestID: String = ""
    ) {
      self.msgid = msgid
      self.userid = userid
      self.comment = comment
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.ApproveBroadcastRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__approve_broadcast_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ApproveBroadcastRequest.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      self.userid = reader.text(c.pointee.userid, "userid")
      self.comment = reader.text(c.pointee.comment, "comment")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ApproveBroadcastRequest.self)
      c.pointee.msgid = writer.text(self.msgid)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.comment = writer.text(self.comment)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Says no.
  package struct RefuseBroadcastRequest: Protobuf.MutatingRequest {
    /// The broadcast's msgid. Required.
    package var msgid: String = ""
    /// The member who refuses, a userid. Required.
    package var userid: String = ""
    /// Why: at most 200 characters (policy approval_comment_characters_max).
    package var comment: String = ""
    /// Makes the call repeatable; see ApproveBroadcastRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      msgid: String = "",
      userid: String = "",
      comment: String = "",
      requestID: String = ""
    ) {
      self.msgid = msgid
      self.userid = userid
      self.comment = comment
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.RefuseBroadcastRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__refuse_broadcast_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__RefuseBroadcastRequest.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      self.userid = reader.text(c.pointee.userid, "userid")
      self.comment = reader.text(c.pointee.comment, "comment")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__RefuseBroadcastRequest.self)
      c.pointee.msgid = writer.text(self.msgid)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.comment = writer.text(self.comment)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }
}
