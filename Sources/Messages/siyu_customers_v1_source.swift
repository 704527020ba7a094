// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CustomersV1 {
  /// Keeps the corp's taxonomy of sources 来源: a channel 渠道, in it a scene 场景, and the store where it
  /// is met. A contact way that has a source_id gives its source to the relations it makes: they keep it
  /// when the way goes, when the way is given another source, and when the source itself is deleted.
  /// Stores are departments of directory; while directory has told of no member, every department_id is
  /// taken. WeCom has nothing like it but the state of a contact way, which stays beside it.
  package protocol SourceServiceProtocol: Swift.Sendable {
    /// Makes a source. INVALID_ARGUMENT, naming the field, when something is missing or too long;
    /// NOT_FOUND with errcode 60003 when directory knows no such department; ALREADY_EXISTS when another
    /// source has the same channel, scene and store; RESOURCE_EXHAUSTED at 100,000 of a corp.
    func createSource(_ request: CustomersV1.CreateSourceRequest, _ call: RPC.Call) async throws -> CustomersV1.Source
    /// Returns a source. INVALID_ARGUMENT without a source_id, NOT_FOUND when there is none with it or it
    /// was deleted.
    func getSource(_ request: CustomersV1.GetSourceRequest, _ call: RPC.Call) async throws -> CustomersV1.Source
    /// Lists the sources, all or those of a channel, a scene or a store, in the order they were made.
    /// Deleted ones are left out.
    func listSources(_ request: CustomersV1.ListSourcesRequest, _ call: RPC.Call) async throws -> CustomersV1.ListSourcesResponse
    /// Changes the fields named by the mask. What came by the source, and is counted, goes with it: when
    /// its channel changes, it came by the new one. Fails as CreateSource and GetSource do.
    func updateSource(_ request: CustomersV1.UpdateSourceRequest, _ call: RPC.Call) async throws -> CustomersV1.Source
    /// Deletes a source: no contact way can be given it any more. Relations keep its source_id, audiences
    /// can still ask for it, and its counts stay. FAILED_PRECONDITION while a contact way has it, other
    /// than a temporary one; otherwise fails as GetSource does.
    func deleteSource(_ request: CustomersV1.DeleteSourceRequest, _ call: RPC.Call) async throws -> CustomersV1.DeleteSourceResponse
    /// Returns what came by sources, by day or for the whole span, rolled up by source, channel, scene or
    /// store: a page of rows at a time, and the total of all. Deleted sources are counted too. Counted as
    /// it happens, by the corp's days: a relation is lost on the day on which one side removed it.
    /// INVALID_ARGUMENT when the span has more than 180 days or ends before it starts; NOT_FOUND for a
    /// source_id that never was.
    func getSourceStatistics(_ request: CustomersV1.GetSourceStatisticsRequest, _ call: RPC.Call) async throws -> CustomersV1.GetSourceStatisticsResponse
  }

  /// The methods of `siyu.customers.v1.SourceService`, and its routes.
  package enum SourceService {
    package static let createSource = RPC.MethodDescriptor(
      service: "siyu.customers.v1.SourceService", name: "CreateSource",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.sources.write"), mutates: true)
    package static let getSource = RPC.MethodDescriptor(
      service: "siyu.customers.v1.SourceService", name: "GetSource",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.sources.read"))
    package static let listSources = RPC.MethodDescriptor(
      service: "siyu.customers.v1.SourceService", name: "ListSources",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.sources.read"))
    package static let updateSource = RPC.MethodDescriptor(
      service: "siyu.customers.v1.SourceService", name: "UpdateSource",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.sources.write"), mutates: true)
    package static let deleteSource = RPC.MethodDescriptor(
      service: "siyu.customers.v1.SourceService", name: "DeleteSource",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.sources.write"), mutates: true)
    package static let getSourceStatistics = RPC.MethodDescriptor(
      service: "siyu.customers.v1.SourceService", name: "GetSourceStatistics",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.sources.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.customers.v1.SourceService",
      methods: [createSource, getSource, listSources, updateSource, deleteSource, getSourceStatistics])

    package static func routes(_ service: some SourceServiceProtocol) -> [RPC.Route] {
      [
        .unary(createSource) { bytes, call in
          guard let request = call.begin(CustomersV1.CreateSourceRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.createSource(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getSource) { bytes, call in
          guard let request = call.begin(CustomersV1.GetSourceRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getSource(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listSources) { bytes, call in
          guard let request = call.begin(CustomersV1.ListSourcesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listSources(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(updateSource) { bytes, call in
          guard let request = call.begin(CustomersV1.UpdateSourceRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.updateSource(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(deleteSource) { bytes, call in
          guard let request = call.begin(CustomersV1.DeleteSourceRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.deleteSource(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getSourceStatistics) { bytes, call in
          guard let request = call.begin(CustomersV1.GetSourceStatisticsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getSourceStatistics(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.customers.v1.SourceService` over a channel.
  package struct SourceServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Makes a source. INVALID_ARGUMENT, naming the field, when something is missing or too long;
    /// NOT_FOUND with errcode 60003 when directory knows no such department; ALREADY_EXISTS when another
    /// source has the same channel, scene and store; RESOURCE_EXHAUSTED at 100,000 of a corp.
    package func createSource(_ request: CustomersV1.CreateSourceRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.Source {
      try await channel.unary(SourceService.createSource, request, options)
    }

    /// Returns a source. INVALID_ARGUMENT without a source_id, NOT_FOUND when there is none with it or it
    /// was deleted.
    package func getSource(_ request: CustomersV1.GetSourceRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.Source {
      try await channel.unary(SourceService.getSource, request, options)
    }

    /// Lists the sources, all or those of a channel, a scene or a store, in the order they were made.
    /// Deleted ones are left out.
    package func listSources(_ request: CustomersV1.ListSourcesRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.ListSourcesResponse {
      try await channel.unary(SourceService.listSources, request, options)
    }

    /// Changes the fields named by the mask. What came by the source, and is counted, goes with it: when
    /// its channel changes, it came by the new one. Fails as CreateSource and GetSource do.
    package func updateSource(_ request: CustomersV1.UpdateSourceRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.Source {
      try await channel.unary(SourceService.updateSource, request, options)
    }

    /// Deletes a source: no contact way can be given it any more. Relations keep its source_id, audiences
    /// can still ask for it, and its counts stay. FAILED_PRECONDITION while a contact way has it, other
    /// than a temporary one; otherwise fails as GetSource does.
    package func deleteSource(_ request: CustomersV1.DeleteSourceRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.DeleteSourceResponse {
      try await channel.unary(SourceService.deleteSource, request, options)
    }

    /// Returns what came by sources, by day or for the whole span, rolled up by source, channel, scene or
    /// store: a page of rows at a time, and the total of all. Deleted sources are counted too. Counted as
    /// it happens, by the corp's days: a relation is lost on the day on which one side removed it.
    /// INVALID_ARGUMENT when the span has more than 180 days or ends before it starts; NOT_FOUND for a
    /// source_id that never was.
    package func getSourceStatistics(_ request: CustomersV1.GetSourceStatisticsRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.GetSourceStatisticsResponse {
      try await channel.unary(SourceService.getSourceStatistics, request, options)
    }
  }

  /// By what counts are added up.
  package struct SourceRollup: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: SOURCE.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// Each source by itself.
    package static var source: Self { Self(rawValue: 1) }
    /// All sources of one channel 渠道.
    package static var channel: Self { Self(rawValue: 2) }
    /// All sources of one channel and scene 场景.
    package static var scene: Self { Self(rawValue: 3) }
    /// All sources of one store 门店; those of none together too.
    package static var store: Self { Self(rawValue: 4) }

    package static let names: [Int32: String] = [
      0: "SOURCE_ROLLUP_UNSPECIFIED",
      1: "SOURCE_ROLLUP_SOURCE",
      2: "SOURCE_ROLLUP_CHANNEL",
      3: "SOURCE_ROLLUP_SCENE",
      4: "SOURCE_ROLLUP_STORE",
    ]
  }

  /// A source 来源.
  package struct Source: Protobuf.Message {
    /// The id: 1 to 64 of [0-9A-Za-z_-]. Output only.
    package var sourceID: String = ""
    /// What the corp calls it: 1 to 30 characters. Required.
    package var name: String = ""
    /// The channel 渠道, such as 线下门店: 1 to 30 characters. Required.
    package var channel: String = ""
    /// The scene 场景 in the channel, such as 收银台: 1 to 30 characters. Required.
    package var scene: String = ""
    /// The store 门店, a department's id; 0 when it is of no store.
    package var departmentID: UInt32 = 0
    /// When it was made. Output only.
    package var createTime: GoogleProtobuf.Timestamp? = nil
    /// When it was last changed. Output only.
    package var updateTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      sourceID: String = "",
      name: String = "",
      channel: String = "",
      scene: String = "",
      departmentID: UInt32 = 0,
      createTime: GoogleProtobuf.Timestamp? = nil,
      updateTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.sourceID = sourceID
      self.name = name
      self.channel = channel
      self.scene = scene
      self.departmentID = departmentID
      self.createTime = createTime
      self.updateTime = updateTime
    }

    package static var fullName: String { "siyu.customers.v1.Source" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__source__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__Source.self)
      self.sourceID = reader.text(c.pointee.source_id, "source_id")
      self.name = reader.text(c.pointee.name, "name")
      self.channel = reader.text(c.pointee.channel, "channel")
      self.scene = reader.text(c.pointee.scene, "scene")
      self.departmentID = c.pointee.department_id
      self.createTime = reader.message(c.pointee.create_time, "create_time")
      self.updateTime = reader.message(c.pointee.update_time, "update_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__Source.self)
      c.pointee.source_id = writer.text(self.sourceID)
      c.pointee.name = writer.text(self.name)
      c.pointee.channel = writer.text(self.channel)
      c.pointee.scene = writer.text(self.scene)
      c.pointee.department_id = self.departmentID
      c.pointee.create_time = writer.message(self.createTime)
      c.pointee.update_time = writer.message(self.updateTime)
    }
  }

  /// Asks for a new source.
  package struct CreateSourceRequest: Protobuf.MutatingRequest {
    /// The source: name, channel and scene are required.
    package var source: CustomersV1.Source? = nil
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      source: CustomersV1.Source? = nil,
      requestID: String = ""
    ) {
      self.source = source
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.CreateSourceRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__create_source_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__CreateSourceRequest.self)
      self.source = reader.message(c.pointee.source, "source")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__CreateSourceRequest.self)
      c.pointee.source = writer.message(self.source)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for one source.
  package struct GetSourceRequest: Protobuf.Message {
    /// The source's source_id. Required.
    package var sourceID: String = ""

    package init() {}

    package init(
      sourceID: String = ""
    ) {
      self.sourceID = sourceID
    }

    package static var fullName: String { "siyu.customers.v1.GetSourceRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_source_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetSourceRequest.self)
      self.sourceID = reader.text(c.pointee.source_id, "source_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetSourceRequest.self)
      c.pointee.source_id = writer.text(self.sourceID)
    }
  }

  /// Asks for the sources that fit all that is given.
  package struct ListSourcesRequest: Protobuf.PagedRequest {
    /// Those of this channel, whole; empty: of any. At most 30 characters.
    package var channel: String = ""
    /// Those of this scene, whole; empty: of any. At most 30 characters.
    package var scene: String = ""
    /// Those of this store; 0: of any and of none.
    package var departmentID: UInt32 = 0
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      channel: String = "",
      scene: String = "",
      departmentID: UInt32 = 0,
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.channel = channel
      self.scene = scene
      self.departmentID = departmentID
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListSourcesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_sources_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListSourcesRequest.self)
      self.channel = reader.text(c.pointee.channel, "channel")
      self.scene = reader.text(c.pointee.scene, "scene")
      self.departmentID = c.pointee.department_id
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListSourcesRequest.self)
      c.pointee.channel = writer.text(self.channel)
      c.pointee.scene = writer.text(self.scene)
      c.pointee.department_id = self.departmentID
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of sources.
  package struct ListSourcesResponse: Protobuf.Message {
    /// The sources, in the order they were made.
    package var sources: [CustomersV1.Source] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      sources: [CustomersV1.Source] = [],
      nextPageToken: String = ""
    ) {
      self.sources = sources
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListSourcesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_sources_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListSourcesResponse.self)
      self.sources = reader.messages(c.pointee.n_sources, c.pointee.sources, "sources")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListSourcesResponse.self)
      c.pointee.sources = writer.messages(self.sources, &c.pointee.n_sources)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for a change of a source.
  package struct UpdateSourceRequest: Protobuf.MutatingRequest {
    /// The source: source_id says which, the fields named by update_mask say what.
    package var source: CustomersV1.Source? = nil
    /// The fields to change: name, channel, scene, department_id. Empty means all of them that are not
    /// empty in `source`. An unknown path is INVALID_ARGUMENT.
    package var updateMask: GoogleProtobuf.FieldMask? = nil
    /// Makes the call repeatable; see CreateSourceRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      source: CustomersV1.Source? = nil,
      updateMask: GoogleProtobuf.FieldMask? = nil,
      requestID: String = ""
    ) {
      self.source = source
      self.updateMask = updateMask
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.UpdateSourceRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__update_source_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__UpdateSourceRequest.self)
      self.source = reader.message(c.pointee.source, "source")
      self.updateMask = reader.message(c.pointee.update_mask, "update_mask")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__UpdateSourceRequest.self)
      c.pointee.source = writer.message(self.source)
      c.pointee.update_mask = writer.message(self.updateMask)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for the end of a source.
  package struct DeleteSourceRequest: Protobuf.MutatingRequest {
    /// The source's source_id. Required.
    package var sourceID: String = ""
    /// Makes the call repeatable; see CreateSourceRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      sourceID: String = "",
      requestID: String = ""
    ) {
      self.sourceID = sourceID
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.DeleteSourceRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__delete_source_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__DeleteSourceRequest.self)
      self.sourceID = reader.text(c.pointee.source_id, "source_id")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__DeleteSourceRequest.self)
      c.pointee.source_id = writer.text(self.sourceID)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Says that a source is gone.
  package struct DeleteSourceResponse: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.customers.v1.DeleteSourceResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__delete_source_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }

  /// Asks what came by the sources that fit all that is given.
  package struct GetSourceStatisticsRequest: Protobuf.PagedRequest {
    /// A moment of the first day. Default: 29 days before the last.
    package var startTime: GoogleProtobuf.Timestamp? = nil
    /// A moment of the last day. Default: now. INVALID_ARGUMENT when before start_time, or when there are
    /// more than 180 days.
    package var endTime: GoogleProtobuf.Timestamp? = nil
    /// By what to add up. An unknown number is INVALID_ARGUMENT.
    package var rollup: CustomersV1.SourceRollup = .init()
    /// One row for the whole span, and not one for each day.
    package var wholeSpan: Bool = false
    /// This source alone, deleted or not; empty: any.
    package var sourceID: String = ""
    /// Sources of this channel alone, whole; empty: of any. At most 30 characters.
    package var channel: String = ""
    /// Sources of this scene alone, whole; empty: of any. At most 30 characters.
    package var scene: String = ""
    /// Sources of this store alone; 0: of any and of none.
    package var departmentID: UInt32 = 0
    /// How many rows to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      startTime: GoogleProtobuf.Timestamp? = nil,
      endTime: GoogleProtobuf.Timestamp? = nil,
      rollup: CustomersV1.SourceRollup = .init(),
      wholeSpan: Bool = false,
      sourceID: String = "",
      channel: String = "",
      scene: String = "",
      departmentID: UInt32 = 0,
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.startTime = startTime
      self.endTime = endTime
      self.rollup = rollup
      self.wholeSpan = wholeSpan
      self.sourceID = sourceID
      self.channel = channel
      self.scene = scene
      self.departmentID = departmentID
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.customers.v1.GetSourceStatisticsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_source_statistics_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetSourceStatisticsRequest.self)
      self.startTime = reader.message(c.pointee.start_time, "start_time")
      self.endTime = reader.message(c.pointee.end_time, "end_time")
      self.rollup = CustomersV1.SourceRollup(rawValue: Int32(truncatingIfNeeded: c.pointee.rollup.rawValue))
      self.wholeSpan = c.pointee.whole_span != 0
      self.sourceID = reader.text(c.pointee.source_id, "source_id")
      self.channel = reader.text(c.pointee.channel, "channel")
      self.scene = reader.text(c.pointee.scene, "scene")
      self.departmentID = c.pointee.department_id
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetSourceStatisticsRequest.self)
      c.pointee.start_time = writer.message(self.startTime)
      c.pointee.end_time = writer.message(self.endTime)
      c.pointee.rollup = writer.value(self.rollup)
      c.pointee.whole_span = self.wholeSpan ? 1 : 0
      c.pointee.source_id = writer.text(self.sourceID)
      c.pointee.channel = writer.text(self.channel)
      c.pointee.scene = writer.text(self.scene)
      c.pointee.department_id = self.departmentID
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// Counts of what came by sources.
  package struct SourceCounts: Protobuf.Message {
    /// Scans and presses of contact ways with the source, repeated ones too.
    package var scanCount: Int64 = 0
    /// Relations made.
    package var addedCount: Int64 = 0
    /// Relations made by it that one side removed.
    package var lostCount: Int64 = 0

    package init() {}

    package init(
      scanCount: Int64 = 0,
      addedCount: Int64 = 0,
      lostCount: Int64 = 0
    ) {
      self.scanCount = scanCount
      self.addedCount = addedCount
      self.lostCount = lostCount
    }

    package static var fullName: String { "siyu.customers.v1.SourceCounts" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__source_counts__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__SourceCounts.self)
      self.scanCount = c.pointee.scan_count
      self.addedCount = c.pointee.added_count
      self.lostCount = c.pointee.lost_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__SourceCounts.self)
      c.pointee.scan_count = self.scanCount
      c.pointee.added_count = self.addedCount
      c.pointee.lost_count = self.lostCount
    }
  }

  /// What came by sources.
  package struct GetSourceStatisticsResponse: Protobuf.Message {
    /// What came in all days of the span, by all sources asked for.
    package var total: CustomersV1.SourceCounts? = nil
    /// The rows for which anything came: sources in the order they were made, otherwise by the text or
    /// number they are added up by; of each the days ascending.
    package var rows: [CustomersV1.GetSourceStatisticsResponse.Row] = []
    /// Where the next page of rows begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      total: CustomersV1.SourceCounts? = nil,
      rows: [CustomersV1.GetSourceStatisticsResponse.Row] = [],
      nextPageToken: String = ""
    ) {
      self.total = total
      self.rows = rows
      self.nextPageToken = nextPageToken
    }

    /// What is added up of one day, or of the span.
    package struct Row: Protobuf.Message {
      /// The source, when added up by source; empty otherwise.
      package var sourceID: String = ""
      /// The channel, when added up by source, channel or scene; empty otherwise.
      package var channel: String = ""
      /// The scene, when added up by source or scene; empty otherwise.
      package var scene: String = ""
      /// The store, when added up by source or store; 0 otherwise, and when it is of none.
      package var departmentID: UInt32 = 0
      /// The day in the corp's time zone, YYYY-MM-DD; empty for the whole span.
      package var day: String = ""
      /// What it counts.
      package var counts: CustomersV1.SourceCounts? = nil

      package init() {}

      package init(
        sourceID: String = "",
        channel: String = "",
        scene: String = "",
        departmentID: UInt32 = 0,
        day: String = "",
        counts: CustomersV1.SourceCounts? = nil
      ) {
        self.sourceID = sourceID
        self.channel = channel
        self.scene = scene
        self.departmentID = departmentID
        self.day = day
        self.counts = counts
      }

      package static var fullName: String { "siyu.customers.v1.GetSourceStatisticsResponse.Row" }
      package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_source_statistics_response__row__init)

      package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
        let c = source.of(Siyu__Customers__V1__GetSourceStatisticsResponse__Row.self)
        self.sourceID = reader.text(c.pointee.source_id, "source_id")
        self.channel = reader.text(c.pointee.channel, "channel")
        self.scene = reader.text(c.pointee.scene, "scene")
        self.departmentID = c.pointee.department_id
        self.day = reader.text(c.pointee.day, "day")
        self.counts = reader.message(c.pointee.counts, "counts")
      }

      package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
        let c = target.of(Siyu__Customers__V1__GetSourceStatisticsResponse__Row.self)
        c.pointee.source_id = writer.text(self.sourceID)
        c.pointee.channel = writer.text(self.channel)
        c.pointee.scene = writer.text(self.scene)
        c.pointee.department_id = self.departmentID
        c.pointee.day = writer.text(self.day)
        c.pointee.counts = writer.message(self.counts)
      }
    }

    package static var fullName: String { "siyu.customers.v1.GetSourceStatisticsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_source_statistics_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetSourceStatisticsResponse.self)
      self.total = reader.message(c.pointee.total, "total")
      self.rows = reader.messages(c.pointee.n_rows, c.pointee.rows, "rows")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetSourceStatisticsResponse.self)
      c.pointee.total = writer.message(self.total)
      c.pointee.rows = writer.messages(self.rows, &c.pointee.n_rows)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }
}
