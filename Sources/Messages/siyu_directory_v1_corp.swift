// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension DirectoryV1 {
  /// Keeps what is true of the corp 企业 as a whole. Which corp that is comes from the caller's token,
  /// never from a request; a corp is there from its first call on.
  package protocol CorpServiceProtocol: Swift.Sendable {
    /// Returns the caller's corp.
    func getCorp(_ request: DirectoryV1.GetCorpRequest, _ call: RPC.Call) async throws -> DirectoryV1.Corp
    /// Changes the fields named by the mask. INVALID_ARGUMENT when the name is empty or too long, or
    /// the time zone is not known.
    func updateCorp(_ request: DirectoryV1.UpdateCorpRequest, _ call: RPC.Call) async throws -> DirectoryV1.Corp
  }

  /// The methods of `siyu.directory.v1.CorpService`, and its routes.
  package enum CorpService {
    package static let getCorp = RPC.MethodDescriptor(
      service: "siyu.directory.v1.CorpService", name: "GetCorp",
      clientStreaming: false, serverStreaming: false,
      right: .scope("directory.corp.read"))
    package static let updateCorp = RPC.MethodDescriptor(
      service: "siyu.directory.v1.CorpService", name: "UpdateCorp",
      clientStreaming: false, serverStreaming: false,
      right: .scope("directory.corp.write"), mutates: true)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.directory.v1.CorpService",
      methods: [getCorp, updateCorp])

    package static func routes(_ service: some CorpServiceProtocol) -> [RPC.Route] {
      [
        .unary(getCorp) { bytes, call in
          guard let request = call.begin(DirectoryV1.GetCorpRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getCorp(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(updateCorp) { bytes, call in
          guard let request = call.begin(DirectoryV1.UpdateCorpRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.updateCorp(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.directory.v1.CorpService` over a channel.
  package struct CorpServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Returns the caller's corp.
    package func getCorp(_ request: DirectoryV1.GetCorpRequest, options: RPC.CallOptions = .init()) async throws -> DirectoryV1.Corp {
      try await channel.unary(CorpService.getCorp, request, options)
    }

    /// Changes the fields named by the mask. INVALID_ARGUMENT when the name is empty or too long, or
    /// the time zone is not known.
    package func updateCorp(_ request: DirectoryV1.UpdateCorpRequest, options: RPC.CallOptions = .init()) async throws -> DirectoryV1.Corp {
      try await channel.unary(CorpService.updateCorp, request, options)
    }
  }

  /// A corp 企业: one tenant.
  package struct Corp: Protobuf.Message {
    /// The corp's id, as in the token. Output only.
    package var corpid: String = ""
    /// The name people see: 1 to 64 characters. The corpid until another is set.
    package var name: String = ""
    /// Where the corp's days begin: a name of the IANA time zone database. Default Asia/Shanghai.
    package var timeZone: String = ""

    package init() {}

    package init(
      corpid: String = "",
      name: String = "",
      timeZone: String = ""
    ) {
      self.corpid = corpid
      self.name = name
      self.timeZone = timeZone
    }

    package static var fullName: String { "siyu.directory.v1.Corp" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__corp__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__Corp.self)
      self.corpid = reader.text(c.pointee.corpid, "corpid")
      self.name = reader.text(c.pointee.name, "name")
      self.timeZone = reader.text(c.pointee.time_zone, "time_zone")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__Corp.self)
      c.pointee.corpid = writer.text(self.corpid)
      c.pointee.name = writer.text(self.name)
      c.pointee.time_zone = writer.text(self.timeZone)
    }
  }

  /// Asks for the caller's corp.
  package struct GetCorpRequest: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.directory.v1.GetCorpRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__get_corp_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }

  /// Asks for a change of the caller's corp.
  package struct UpdateCorpRequest: Protobuf.MutatingRequest {
    /// The corp: the fields named by update_mask say what. Required.
    package var corp: DirectoryV1.Corp? = nil
    /// The fields to change: name, time_zone. Empty means all of them that are not empty in `corp`.
    /// An unknown path is INVALID_ARGUMENT.
    package var updateMask: GoogleProtobuf.FieldMask? = nil
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      corp: DirectoryV1.Corp? = nil,
      updateMask: GoogleProtobuf.FieldMask? = nil,
      requestID: String = ""
    ) {
      self.corp = corp
      self.updateMask = updateMask
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.directory.v1.UpdateCorpRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__update_corp_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__UpdateCorpRequest.self)
      self.corp = reader.message(c.pointee.corp, "corp")
      self.updateMask = reader.message(c.pointee.update_mask, "update_mask")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__UpdateCorpRequest.self)
      c.pointee.corp = writer.message(self.corp)
      c.pointee.update_mask = writer.message(self.updateMask)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }
}
