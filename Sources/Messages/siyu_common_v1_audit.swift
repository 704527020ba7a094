// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CommonV1 {
  /// Tells what apps changed in a service, what they read of it in bulk, and what they were not let change:
  /// a right their token does not hold, a member outside of its data scope. Every service answers it for
  /// itself. Interactions 互动 and deliveries 送达 are not in it: they are records of their own.
  package protocol AuditServiceProtocol: Swift.Sendable {
    /// Lists entries in the order in which they were made. Older ones than the policy audit_kept_days
    /// (default 190 days) leave. INVALID_ARGUMENT for a negative after_sequence or page_size, or a
    /// page_token of another call. Stands for WeCom's operation log 管理端操作日志 (/security/admin_oper_log/list).
    func listAuditEntries(_ request: CommonV1.ListAuditEntriesRequest, _ call: RPC.Call) async throws -> CommonV1.ListAuditEntriesResponse
  }

  /// The methods of `siyu.common.v1.AuditService`, and its routes.
  package enum AuditService {
    package static let listAuditEntries = RPC.MethodDescriptor(
      service: "siyu.common.v1.AuditService", name: "ListAuditEntries",
      clientStreaming: false, serverStreaming: false,
      right: .scope("audit.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.common.v1.AuditService",
      methods: [listAuditEntries])

    package static func routes(_ service: some AuditServiceProtocol) -> [RPC.Route] {
      [
        .unary(listAuditEntries) { bytes, call in
          guard let request = call.begin(CommonV1.ListAuditEntriesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listAuditEntries(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.common.v1.AuditService` over a channel.
  package struct AuditServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Lists entries in the order in which they were made. Older ones than the policy audit_kept_days
    /// (default 190 days) leave. INVALID_ARGUMENT for a negative after_sequence or page_size, or a
    /// page_token of another call. Stands for WeCom's operation log 管理端操作日志 (/security/admin_oper_log/list).
    package func listAuditEntries(_ request: CommonV1.ListAuditEntriesRequest, options: RPC.CallOptions = .init()) async throws -> CommonV1.ListAuditEntriesResponse {
      try await channel.unary(AuditService.listAuditEntries, request, options)
    }
  }

  /// Asks for a page of entries.
  package struct ListAuditEntriesRequest: Protobuf.PagedRequest {
    /// How many at most: default 50, more than 1000 is taken as 1000.
    package var pageSize: Int32 = 0
    /// The next_page_token of the page before, with the same after_sequence; empty for the first.
    package var pageToken: String = ""
    /// Only entries after this one: who keeps a copy of the log goes on behind the last he has. 0 is all.
    package var afterSequence: Int64 = 0

    package init() {}

    package init(
      pageSize: Int32 = 0,
      pageToken: String = "",
      afterSequence: Int64 = 0
    ) {
      self.pageSize = pageSize
      self.pageToken = pageToken
      self.afterSequence = afterSequence
    }

    package static var fullName: String { "siyu.common.v1.ListAuditEntriesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__common__v1__list_audit_entries_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Common__V1__ListAuditEntriesRequest.self)
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
      self.afterSequence = c.pointee.after_sequence
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Common__V1__ListAuditEntriesRequest.self)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
      c.pointee.after_sequence = self.afterSequence
    }
  }

  /// A page of entries.
  package struct ListAuditEntriesResponse: Protobuf.Message {
    /// Ascending by sequence.
    package var entries: [CommonV1.AuditEntry] = []
    /// For the next page; empty when there is none.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      entries: [CommonV1.AuditEntry] = [],
      nextPageToken: String = ""
    ) {
      self.entries = entries
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.common.v1.ListAuditEntriesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__common__v1__list_audit_entries_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Common__V1__ListAuditEntriesResponse.self)
      self.entries = reader.messages(c.pointee.n_entries, c.pointee.entries, "entries")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Common__V1__ListAuditEntriesResponse.self)
      c.pointee.entries = writer.messages(self.entries, &c.pointee.n_entries)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// One thing that an app did, or was denied. What it did was written in the transaction of what it tells
  /// of, so one is never on disk without the other; a denial soon after the answer.
  package struct AuditEntry: Protobuf.Message {
    /// Numbered from 1 without gaps in the corp and service.
    package var sequence: Int64 = 0
    /// When it happened.
    package var entryTime: GoogleProtobuf.Timestamp? = nil
    /// What kind of thing it was.
    package var kind: CommonV1.AuditEntry.Kind = .init()
    /// The app that called.
    package var app: String = ""
    /// The method, as "/siyu.customers.v1.TagService/CreateTags"; empty when denied_count counts calls of
    /// any.
    package var method: String = ""
    /// The request's request_id; empty when it had none, and of a denial.
    package var requestID: String = ""
    /// The ids that the request names, as "external_userid=wm1 userid=lili": some of them, up to 200
    /// bytes, when it names many. Of a denial, the id that is not for the caller, if it was for that.
    package var subject: String = ""
    /// The SHA-256 of the request's bytes: 32 bytes. Who kept the request can show what it said. Empty of a
    /// denial.
    package var bodyHash: [UInt8] = []
    /// The SHA-256 of the entry before this one's hash and of this entry's fields: 32 bytes; those of a
    /// denial end with reason and denied_count. A kept hash shows that nothing before it was changed since.
    /// `siyu check` verifies the chain.
    package var hash: [UInt8] = []
    /// Why a call was denied: the reason in UPPER_SNAKE that it failed with, SCOPE_REQUIRED or
    /// OUTSIDE_DATA_SCOPE; FURTHER_DENIALS when denied_count counts calls beyond those that have entries.
    /// Empty of other kinds.
    package var reason: String = ""
    /// How many calls were denied: 1, or those that have no entries. 0 of other kinds.
    package var deniedCount: Int64 = 0

    package init() {}

    package init(
      sequence: Int64 = 0,
      entryTime: GoogleProtobuf.Timestamp? = nil,
      kind: CommonV1.AuditEntry.Kind = .init(),
      app: String = "",
      method: String = "",
      requestID: String = "",
      subject: String = "",
      bodyHash: [UInt8] = [],
      hash: [UInt8] = [],
      reason: String = "",
      deniedCount: Int64 = 0
    ) {
      self.sequence = sequence
      self.entryTime = entryTime
      self.kind = kind
      self.app = app
      self.method = method
      self.requestID = requestID
      self.subject = subject
      self.bodyHash = bodyHash
      self.hash = hash
      self.reason = reason
      self.deniedCount = deniedCount
    }

    /// What kind of thing.
    package struct Kind: Protobuf.OpenEnum {
      package var rawValue: Int32
      package init(rawValue: Int32) { self.rawValue = rawValue }

      /// Not said: never sent.
      package static var unspecified: Self { Self(rawValue: 0) }
      /// It changed something. A request that failed, or repeated one that was answered, did not.
      package static var change: Self { Self(rawValue: 1) }
      /// It was given a stream of data, or the beginning of one.
      package static var bulkRead: Self { Self(rawValue: 2) }
      /// It was denied a change: PERMISSION_DENIED. An app has so many entries of this kind a minute as the
      /// policy audit_denials_per_minute_max says (default 10); what is beyond that is one entry more, which
      /// counts it.
      package static var denial: Self { Self(rawValue: 3) }

      package static let names: [Int32: String] = [
        0: "KIND_UNSPECIFIED",
        1: "KIND_CHANGE",
        2: "KIND_BULK_READ",
        3: "KIND_DENIAL",
      ]
    }

    package static var fullName: String { "siyu.common.v1.AuditEntry" }
    package static let layout = Protobuf.MessageLayout(siyu__common__v1__audit_entry__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Common__V1__AuditEntry.self)
      self.sequence = c.pointee.sequence
      self.entryTime = reader.message(c.pointee.entry_time, "entry_time")
      self.kind = CommonV1.AuditEntry.Kind(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
      self.app = reader.text(c.pointee.app, "app")
      self.method = reader.text(c.pointee.method, "method")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
      self.subject = reader.text(c.pointee.subject, "subject")
      self.bodyHash = reader.bytes(c.pointee.body_hash)
      self.hash = reader.bytes(c.pointee.hash)
      self.reason = reader.text(c.pointee.reason, "reason")
      self.deniedCount = c.pointee.denied_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Common__V1__AuditEntry.self)
      c.pointee.sequence = self.sequence
      c.pointee.entry_time = writer.message(self.entryTime)
      c.pointee.kind = writer.value(self.kind)
      c.pointee.app = writer.text(self.app)
      c.pointee.method = writer.text(self.method)
      c.pointee.request_id = writer.text(self.requestID)
      c.pointee.subject = writer.text(self.subject)
      c.pointee.body_hash = writer.bytes(self.bodyHash)
      c.pointee.hash = writer.bytes(self.hash)
      c.pointee.reason = writer.text(self.reason)
      c.pointee.denied_count = self.deniedCount
    }
  }
}
