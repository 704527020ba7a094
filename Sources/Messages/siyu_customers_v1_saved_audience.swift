// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CustomersV1 {
  /// Keeps audiences under a name. What is kept is the description, not the customers: whoever asks for
  /// a saved audience by Audience.saved_audience_id is told of those who belong to it at that moment,
  /// from the same index as always, which every change of a relation keeps. WeCom has nothing like it.
  package protocol SavedAudienceServiceProtocol: Swift.Sendable {
    /// Saves an audience. INVALID_ARGUMENT and NOT_FOUND for what is wrong with the audience: see
    /// Audience, whose departments are not asked for before it is used. ALREADY_EXISTS for a name that
    /// another has. RESOURCE_EXHAUSTED when the corp has 1000.
    func createSavedAudience(_ request: CustomersV1.CreateSavedAudienceRequest, _ call: RPC.Call) async throws -> CustomersV1.SavedAudience
    /// Returns a saved audience. NOT_FOUND.
    func getSavedAudience(_ request: CustomersV1.GetSavedAudienceRequest, _ call: RPC.Call) async throws -> CustomersV1.SavedAudience
    /// Lists the saved audiences, the newest first, without their audience.
    func listSavedAudiences(_ request: CustomersV1.ListSavedAudiencesRequest, _ call: RPC.Call) async throws -> CustomersV1.ListSavedAudiencesResponse
    /// Changes a saved audience's name or audience, whole. Failures as in CreateSavedAudience, and
    /// NOT_FOUND. A walk that began with the audience as it was cannot be gone on with.
    func updateSavedAudience(_ request: CustomersV1.UpdateSavedAudienceRequest, _ call: RPC.Call) async throws -> CustomersV1.SavedAudience
    /// Deletes a saved audience; its name is free again. NOT_FOUND.
    func deleteSavedAudience(_ request: CustomersV1.DeleteSavedAudienceRequest, _ call: RPC.Call) async throws -> CustomersV1.DeleteSavedAudienceResponse
  }

  /// The methods of `siyu.customers.v1.SavedAudienceService`, and its routes.
  package enum SavedAudienceService {
    package static let createSavedAudience = RPC.MethodDescriptor(
      service: "siyu.customers.v1.SavedAudienceService", name: "CreateSavedAudience",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.audiences.write"), mutates: true)
    package static let getSavedAudience = RPC.MethodDescriptor(
      service: "siyu.customers.v1.SavedAudienceService", name: "GetSavedAudience",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.audiences.read"))
    package static let listSavedAudiences = RPC.MethodDescriptor(
      service: "siyu.customers.v1.SavedAudienceService", name: "ListSavedAudiences",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.audiences.read"))
    package static let updateSavedAudience = RPC.MethodDescriptor(
      service: "siyu.customers.v1.SavedAudienceService", name: "UpdateSavedAudience",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.audiences.write"), mutates: true)
    package static let deleteSavedAudience = RPC.MethodDescriptor(
      service: "siyu.customers.v1.SavedAudienceService", name: "DeleteSavedAudience",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.audiences.write"), mutates: true)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.customers.v1.SavedAudienceService",
      methods: [createSavedAudience, getSavedAudience, listSavedAudiences, updateSavedAudience, deleteSavedAudience])

    package static func routes(_ service: some SavedAudienceServiceProtocol) -> [RPC.Route] {
      [
        .unary(createSavedAudience) { bytes, call in
          guard let request = call.begin(CustomersV1.CreateSavedAudienceRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.createSavedAudience(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getSavedAudience) { bytes, call in
          guard let request = call.begin(CustomersV1.GetSavedAudienceRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getSavedAudience(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listSavedAudiences) { bytes, call in
          guard let request = call.begin(CustomersV1.ListSavedAudiencesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listSavedAudiences(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(updateSavedAudience) { bytes, call in
          guard let request = call.begin(CustomersV1.UpdateSavedAudienceRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.updateSavedAudience(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(deleteSavedAudience) { bytes, call in
          guard let request = call.begin(CustomersV1.DeleteSavedAudienceRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.deleteSavedAudience(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.customers.v1.SavedAudienceService` over a channel.
  package struct SavedAudienceServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Saves an audience. INVALID_ARGUMENT and NOT_FOUND for what is wrong with the audience: see
    /// Audience, whose departments are not asked for before it is used. ALREADY_EXISTS for a name that
    /// another has. RESOURCE_EXHAUSTED when the corp has 1000.
    package func createSavedAudience(_ request: CustomersV1.CreateSavedAudienceRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.SavedAudience {
      try await channel.unary(SavedAudienceService.createSavedAudience, request, options)
    }

    /// Returns a saved audience. NOT_FOUND.
    package func getSavedAudience(_ request: CustomersV1.GetSavedAudienceRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.SavedAudience {
      try await channel.unary(SavedAudienceService.getSavedAudience, request, options)
    }

    /// Lists the saved audiences, the newest first, without their audience.
    package func listSavedAudiences(_ request: CustomersV1.ListSavedAudiencesRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.ListSavedAudiencesResponse {
      try await channel.unary(SavedAudienceService.listSavedAudiences, request, options)
    }

    /// Changes a saved audience's name or audience, whole. Failures as in CreateSavedAudience, and
    /// NOT_FOUND. A walk that began with the audience as it was cannot be gone on with.
    package func updateSavedAudience(_ request: CustomersV1.UpdateSavedAudienceRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.SavedAudience {
      try await channel.unary(SavedAudienceService.updateSavedAudience, request, options)
    }

    /// Deletes a saved audience; its name is free again. NOT_FOUND.
    package func deleteSavedAudience(_ request: CustomersV1.DeleteSavedAudienceRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.DeleteSavedAudienceResponse {
      try await channel.unary(SavedAudienceService.deleteSavedAudience, request, options)
    }
  }

  /// An audience with a name.
  package struct SavedAudience: Protobuf.Message {
    /// Given by the service: `au` and 30 characters.
    package var savedAudienceID: String = ""
    /// 1 to 30 characters (INVALID_ARGUMENT), of no other saved audience.
    package var name: String = ""
    /// Who is meant. It names no saved audience itself (INVALID_ARGUMENT).
    package var audience: CustomersV1.Audience? = nil
    /// When it was saved. Output only.
    package var createTime: GoogleProtobuf.Timestamp? = nil
    /// When it was saved or last changed. Output only.
    package var updateTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      savedAudienceID: String = "",
      name: String = "",
      audience: CustomersV1.Audience? = nil,
      createTime: GoogleProtobuf.Timestamp? = nil,
      updateTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.savedAudienceID = savedAudienceID
      self.name = name
      self.audience = audience
      self.createTime = createTime
      self.updateTime = updateTime
    }

    package static var fullName: String { "siyu.customers.v1.SavedAudience" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__saved_audience__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__SavedAudience.self)
      self.savedAudienceID = reader.text(c.pointee.saved_audience_id, "saved_audience_id")
      self.name = reader.text(c.pointee.name, "name")
      self.audience = reader.message(c.pointee.audience, "audience")
      self.createTime = reader.message(c.pointee.create_time, "create_time")
      self.updateTime = reader.message(c.pointee.update_time, "update_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__SavedAudience.self)
      c.pointee.saved_audience_id = writer.text(self.savedAudienceID)
      c.pointee.name = writer.text(self.name)
      c.pointee.audience = writer.message(self.audience)
      c.pointee.create_time = writer.message(self.createTime)
      c.pointee.update_time = writer.message(self.updateTime)
    }
  }

  /// Asks to save an audience.
  package struct CreateSavedAudienceRequest: Protobuf.MutatingRequest {
    /// Its name and audience; both are required (INVALID_ARGUMENT).
    package var savedAudience: CustomersV1.SavedAudience? = nil
    /// Makes the call safe to repeat: 1 to 64 characters, kept for 24 hours. Optional.
    package var requestID: String = ""

    package init() {}

    package init(
      savedAudience: CustomersV1.SavedAudience? = nil,
      requestID: String = ""
    ) {
      self.savedAudience = savedAudience
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.CreateSavedAudienceRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__create_saved_audience_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__CreateSavedAudienceRequest.self)
      self.savedAudience = reader.message(c.pointee.saved_audience, "saved_audience")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__CreateSavedAudienceRequest.self)
      c.pointee.saved_audience = writer.message(self.savedAudience)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for a saved audience.
  package struct GetSavedAudienceRequest: Protobuf.Message {
    /// Which.
    package var savedAudienceID: String = ""

    package init() {}

    package init(
      savedAudienceID: String = ""
    ) {
      self.savedAudienceID = savedAudienceID
    }

    package static var fullName: String { "siyu.customers.v1.GetSavedAudienceRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_saved_audience_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetSavedAudienceRequest.self)
      self.savedAudienceID = reader.text(c.pointee.saved_audience_id, "saved_audience_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetSavedAudienceRequest.self)
      c.pointee.saved_audience_id = writer.text(self.savedAudienceID)
    }
  }

  /// Asks for the saved audiences.
  package struct ListSavedAudiencesRequest: Protobuf.PagedRequest {
    /// How many: 0 means 50, more than 1000 means 1000. Negative is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// The next_page_token of the page before; empty for the first.
    package var pageToken: String = ""

    package init() {}

    package init(
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListSavedAudiencesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_saved_audiences_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListSavedAudiencesRequest.self)
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListSavedAudiencesRequest.self)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// Some saved audiences.
  package struct ListSavedAudiencesResponse: Protobuf.Message {
    /// The newest first, without their audience.
    package var savedAudiences: [CustomersV1.SavedAudience] = []
    /// For the page after this; empty when there is none.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      savedAudiences: [CustomersV1.SavedAudience] = [],
      nextPageToken: String = ""
    ) {
      self.savedAudiences = savedAudiences
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListSavedAudiencesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_saved_audiences_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListSavedAudiencesResponse.self)
      self.savedAudiences = reader.messages(c.pointee.n_saved_audiences, c.pointee.saved_audiences, "saved_audiences")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListSavedAudiencesResponse.self)
      c.pointee.saved_audiences = writer.messages(self.savedAudiences, &c.pointee.n_saved_audiences)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks to change a saved audience.
  package struct UpdateSavedAudienceRequest: Protobuf.MutatingRequest {
    /// Which, and what it is to be.
    package var savedAudience: CustomersV1.SavedAudience? = nil
    /// What to change: name, audience. Absent: those of the two that are given.
    package var updateMask: GoogleProtobuf.FieldMask? = nil
    /// Makes the call safe to repeat: 1 to 64 characters, kept for 24 hours. Optional.
    package var requestID: String = ""

    package init() {}

    package init(
      savedAudience: CustomersV1.SavedAudience? = nil,
      updateMask: GoogleProtobuf.FieldMask? = nil,
      requestID: String = ""
    ) {
      self.savedAudience = savedAudience
      self.updateMask = updateMask
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.UpdateSavedAudienceRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__update_saved_audience_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__UpdateSavedAudienceRequest.self)
      self.savedAudience = reader.message(c.pointee.saved_audience, "saved_audience")
      self.updateMask = reader.message(c.pointee.update_mask, "update_mask")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__UpdateSavedAudienceRequest.self)
      c.pointee.saved_audience = writer.message(self.savedAudience)
      c.pointee.update_mask = writer.message(self.updateMask)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks to delete a saved audience.
  package struct DeleteSavedAudienceRequest: Protobuf.MutatingRequest {
    /// Which.
    package var savedAudienceID: String = ""
    /// Makes the call safe to repeat: 1 to 64 characters, kept for 24 hours. Optional.
    package var requestID: String = ""

    package init() {}

    package init(
      savedAudienceID: String = "",
      requestID: String = ""
    ) {
      self.savedAudienceID = savedAudienceID
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.DeleteSavedAudienceRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__delete_saved_audience_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__DeleteSavedAudienceRequest.self)
      self.savedAudienceID = reader.text(c.pointee.saved_audience_id, "saved_audience_id")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__DeleteSavedAudienceRequest.self)
      c.pointee.saved_audience_id = writer.text(self.savedAudienceID)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// The saved audience is gone.
  package struct DeleteSavedAudienceResponse: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.customers.v1.DeleteSavedAudienceResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__delete_saved_audience_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }
}
