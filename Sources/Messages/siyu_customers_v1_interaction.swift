// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CustomersV1 {
  /// Takes in what happens between members and customers, without what was said. What comes of it is
  /// read elsewhere: last_chat_time of a relation, BehaviorService's statistics, SidebarService's counts.
  ///
  /// What was taken is on disk when it is answered, and is counted soon after, at once when little
  /// comes in. An interaction that is told again is taken and counted once: it is the same when all of
  /// its fields are the same. Two that differ in nothing but their interaction_id are two.
  package protocol InteractionServiceProtocol: Swift.Sendable {
    /// Records interactions in one transaction. Those that break a rule are listed and left out; the
    /// others are kept. INVALID_ARGUMENT when there are none or more than 1000, RESOURCE_EXHAUSTED
    /// when 5,000,000 wait to be counted.
    func recordInteractions(_ request: CustomersV1.RecordInteractionsRequest, _ call: RPC.Call) async throws -> CustomersV1.RecordInteractionsResponse
    /// Records interactions in bulk. Each message of the stream is one batch, as in RecordInteractions,
    /// with its own request_id: a stream cut in the middle is resumed by sending the unanswered batches
    /// again.
    func importInteractions(_ requests: RPC.RequestStream<CustomersV1.RecordInteractionsRequest>, _ call: RPC.Call) async throws -> CustomersV1.RecordInteractionsResponse
  }

  /// The methods of `siyu.customers.v1.InteractionService`, and its routes.
  package enum InteractionService {
    package static let recordInteractions = RPC.MethodDescriptor(
      service: "siyu.customers.v1.InteractionService", name: "RecordInteractions",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.interactions.write"), mutates: true,
      dataScope: RPC.DataScopeRule(CustomersV1.RecordInteractionsRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("interactions.userid")
        for part1 in request.interactions {
          reading.add(members: [part1.userid])
        }
      })
    package static let importInteractions = RPC.MethodDescriptor(
      service: "siyu.customers.v1.InteractionService", name: "ImportInteractions",
      clientStreaming: true, serverStreaming: false,
      right: .scope("customers.interactions.write"), mutates: true)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.customers.v1.InteractionService",
      methods: [recordInteractions, importInteractions])

    package static func routes(_ service: some InteractionServiceProtocol) -> [RPC.Route] {
      [
        .unary(recordInteractions) { bytes, call in
          guard let request = call.begin(CustomersV1.RecordInteractionsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.recordInteractions(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .clientStream(importInteractions) { (requests: RPC.RequestStream<CustomersV1.RecordInteractionsRequest>, call) in try await service.importInteractions(requests, call) },
      ]
    }
  }

  /// Calls `siyu.customers.v1.InteractionService` over a channel.
  package struct InteractionServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Records interactions in one transaction. Those that break a rule are listed and left out; the
    /// others are kept. INVALID_ARGUMENT when there are none or more than 1000, RESOURCE_EXHAUSTED
    /// when 5,000,000 wait to be counted.
    package func recordInteractions(_ request: CustomersV1.RecordInteractionsRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.RecordInteractionsResponse {
      try await channel.unary(InteractionService.recordInteractions, request, options)
    }

    /// Records interactions in bulk. Each message of the stream is one batch, as in RecordInteractions,
    /// with its own request_id: a stream cut in the middle is resumed by sending the unanswered batches
    /// again.
    package func importInteractions(options: RPC.CallOptions = .init(), _ send: (RPC.RequestWriter<CustomersV1.RecordInteractionsRequest>) async throws -> Void) async throws -> CustomersV1.RecordInteractionsResponse {
      try await channel.clientStream(InteractionService.importInteractions, options, send)
    }
  }

  /// Who of the two did it.
  package struct InteractionDirection: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: the item fails with UNKNOWN_VALUE.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// The member, towards the customer.
    package static var fromMember: Self { Self(rawValue: 1) }
    /// The customer, towards the member.
    package static var fromCustomer: Self { Self(rawValue: 2) }

    package static let names: [Int32: String] = [
      0: "INTERACTION_DIRECTION_UNSPECIFIED",
      1: "INTERACTION_DIRECTION_FROM_MEMBER",
      2: "INTERACTION_DIRECTION_FROM_CUSTOMER",
    ]
  }

  /// What was done.
  package struct InteractionKind: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: the item fails with UNKNOWN_VALUE.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// A message was sent 消息, by a person: what was sent for him, as by a broadcast, is none.
    package static var message: Self { Self(rawValue: 1) }
    /// One called the other by voice or video 通话.
    package static var call: Self { Self(rawValue: 2) }
    /// The customer came to the member's store 到店, or the member called on him.
    package static var visit: Self { Self(rawValue: 3) }
    /// One read what the other had sent 阅读.
    package static var read: Self { Self(rawValue: 4) }
    /// One asked the other to be added 加好友申请. The only kind that needs no relation.
    package static var friendRequest: Self { Self(rawValue: 5) }

    package static let names: [Int32: String] = [
      0: "INTERACTION_KIND_UNSPECIFIED",
      1: "INTERACTION_KIND_MESSAGE",
      2: "INTERACTION_KIND_CALL",
      3: "INTERACTION_KIND_VISIT",
      4: "INTERACTION_KIND_READ",
      5: "INTERACTION_KIND_FRIEND_REQUEST",
    ]
  }

  /// What is counted of the interactions of a relation, day by day.
  package struct InteractionCounter: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: INVALID_ARGUMENT.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// Messages the member sent, the two alone.
    package static var memberMessages: Self { Self(rawValue: 1) }
    /// Messages the customer sent, the two alone.
    package static var customerMessages: Self { Self(rawValue: 2) }
    /// Messages in groups, of either side.
    package static var groupMessages: Self { Self(rawValue: 3) }
    /// Calls, of either side.
    package static var calls: Self { Self(rawValue: 4) }
    /// Visits, of either side.
    package static var visits: Self { Self(rawValue: 5) }
    /// That one read what the other had sent.
    package static var reads: Self { Self(rawValue: 6) }

    package static let names: [Int32: String] = [
      0: "INTERACTION_COUNTER_UNSPECIFIED",
      1: "INTERACTION_COUNTER_MEMBER_MESSAGES",
      2: "INTERACTION_COUNTER_CUSTOMER_MESSAGES",
      3: "INTERACTION_COUNTER_GROUP_MESSAGES",
      4: "INTERACTION_COUNTER_CALLS",
      5: "INTERACTION_COUNTER_VISITS",
      6: "INTERACTION_COUNTER_READS",
    ]
  }

  /// One thing that a member and a customer had to do with each other.
  package struct Interaction: Protobuf.Message {
    /// The member: 1 to 64 bytes, ignoring case. Missing or malformed: errcode 40003.
    package var userid: String = ""
    /// The customer. Missing: errcode 41035; malformed: 40096. The item fails with NOT_RELATED, errcode
    /// 84061, when the member never followed him, except for a FRIEND_REQUEST.
    package var externalUserid: String = ""
    /// Who did it. Required.
    package var direction: CustomersV1.InteractionDirection = .init()
    /// What was done. Required.
    package var kind: CustomersV1.InteractionKind = .init()
    /// When, to the microsecond. Required; not later than now, and not before the day three days before
    /// today (the item fails with TOO_OLD): so long it is known which were told already.
    package var interactionTime: GoogleProtobuf.Timestamp? = nil
    /// Where: empty when the two were alone 单聊, else the chat_id of the customer group 群聊; 1 to 64 of
    /// [0-9A-Za-z_-]. What is done in groups does not count as a chat of the two.
    package var conversationID: String = ""
    /// The channel's own id for it, as a msgid: at most 64 bytes. Tells apart what was done in the same
    /// microsecond.
    package var interactionID: String = ""

    package init() {}

    package init(
      userid: String = "",
      externalUserid: String = "",
      direction: CustomersV1.InteractionDirection = .init(),
      kind: CustomersV1.InteractionKind = .init(),
      interactionTime: GoogleProtobuf.Timestamp? = nil,
      conversationID: String = "",
      interactionID: String = ""
    ) {
      self.userid = userid
      self.externalUserid = externalUserid
      self.direction = direction
      self.kind = kind
      self.interactionTime = interactionTime
      self.conversationID = conversationID
      self.interactionID = interactionID
    }

    package static var fullName: String { "siyu.customers.v1.Interaction" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__interaction__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__Interaction.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.direction = CustomersV1.InteractionDirection(rawValue: Int32(truncatingIfNeeded: c.pointee.direction.rawValue))
      self.kind = CustomersV1.InteractionKind(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
      self.interactionTime = reader.message(c.pointee.interaction_time, "interaction_time")
      self.conversationID = reader.text(c.pointee.conversation_id, "conversation_id")
      self.interactionID = reader.text(c.pointee.interaction_id, "interaction_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__Interaction.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.direction = writer.value(self.direction)
      c.pointee.kind = writer.value(self.kind)
      c.pointee.interaction_time = writer.message(self.interactionTime)
      c.pointee.conversation_id = writer.text(self.conversationID)
      c.pointee.interaction_id = writer.text(self.interactionID)
    }
  }

  /// Records interactions.
  package struct RecordInteractionsRequest: Protobuf.MutatingRequest {
    /// The interactions: 1 to 1000.
    package var interactions: [CustomersV1.Interaction] = []
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty is as safe:
    /// each interaction is repeatable by what it is.
    package var requestID: String = ""

    package init() {}

    package init(
      interactions: [CustomersV1.Interaction] = [],
      requestID: String = ""
    ) {
      self.interactions = interactions
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.RecordInteractionsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__record_interactions_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__RecordInteractionsRequest.self)
      self.interactions = reader.messages(c.pointee.n_interactions, c.pointee.interactions, "interactions")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__RecordInteractionsRequest.self)
      c.pointee.interactions = writer.messages(self.interactions, &c.pointee.n_interactions)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// What became of the interactions.
  package struct RecordInteractionsResponse: Protobuf.Message {
    /// Interactions taken, those included that had been told before.
    package var recordedCount: Int64 = 0
    /// Those that were left out, in the order given; `key` is the place in `interactions`, from 0. Of a
    /// stream at most 1000 are listed, all are counted.
    package var failures: [CommonV1.ItemFailure] = []
    /// How many were left out.
    package var failedCount: Int64 = 0

    package init() {}

    package init(
      recordedCount: Int64 = 0,
      failures: [CommonV1.ItemFailure] = [],
      failedCount: Int64 = 0
    ) {
      self.recordedCount = recordedCount
      self.failures = failures
      self.failedCount = failedCount
    }

    package static var fullName: String { "siyu.customers.v1.RecordInteractionsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__record_interactions_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__RecordInteractionsResponse.self)
      self.recordedCount = c.pointee.recorded_count
      self.failures = reader.messages(c.pointee.n_failures, c.pointee.failures, "failures")
      self.failedCount = c.pointee.failed_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__RecordInteractionsResponse.self)
      c.pointee.recorded_count = self.recordedCount
      c.pointee.failures = writer.messages(self.failures, &c.pointee.n_failures)
      c.pointee.failed_count = self.failedCount
    }
  }

  /// That interactions were recorded: what the feed tells of a batch.
  package struct InteractionsRecorded: Protobuf.Message {
    /// How many were taken.
    package var recordedCount: Int64 = 0
    /// The earliest of them.
    package var firstTime: GoogleProtobuf.Timestamp? = nil
    /// The latest of them.
    package var lastTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      recordedCount: Int64 = 0,
      firstTime: GoogleProtobuf.Timestamp? = nil,
      lastTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.recordedCount = recordedCount
      self.firstTime = firstTime
      self.lastTime = lastTime
    }

    package static var fullName: String { "siyu.customers.v1.InteractionsRecorded" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__interactions_recorded__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__InteractionsRecorded.self)
      self.recordedCount = c.pointee.recorded_count
      self.firstTime = reader.message(c.pointee.first_time, "first_time")
      self.lastTime = reader.message(c.pointee.last_time, "last_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__InteractionsRecorded.self)
      c.pointee.recorded_count = self.recordedCount
      c.pointee.first_time = writer.message(self.firstTime)
      c.pointee.last_time = writer.message(self.lastTime)
    }
  }
}
