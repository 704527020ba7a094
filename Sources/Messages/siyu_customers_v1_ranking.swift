// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CustomersV1 {
  /// Puts customers into tiers, every night and when it is told to: the best one per cent by what they
  /// spent, five tiers by how lately they bought. A tier is an attribute 客户属性 of the customer, a number
  /// from 1 for the best, DERIVED and sure, its source "ranking": audiences ask for it as for any other.
  /// Three of them, by recency, frequency and money, are RFM. Only customers of whom there is a figure are
  /// ranked. WeCom has nothing like it.
  package protocol RankingServiceProtocol: Swift.Sendable {
    /// Makes a ranking; its first run comes with the next night, or by RunRanking. ALREADY_EXISTS when the
    /// attribute has one. RESOURCE_EXHAUSTED when the corp has 20 (policy rankings_max).
    func createRanking(_ request: CustomersV1.CreateRankingRequest, _ call: RPC.Call) async throws -> CustomersV1.Ranking
    /// Returns a ranking, with what its last run came to. NOT_FOUND.
    func getRanking(_ request: CustomersV1.GetRankingRequest, _ call: RPC.Call) async throws -> CustomersV1.Ranking
    /// Lists the rankings by their attributes.
    func listRankings(_ request: CustomersV1.ListRankingsRequest, _ call: RPC.Call) async throws -> CustomersV1.ListRankingsResponse
    /// Deletes a ranking; a run of it ends. The tiers it gave stay, as of when they were given, until
    /// AttributeService removes them. NOT_FOUND.
    func deleteRanking(_ request: CustomersV1.DeleteRankingRequest, _ call: RPC.Call) async throws -> CustomersV1.DeleteRankingResponse
    /// Has a ranking run now: a job, see JobService, which the event ranking_finished ends. The one that
    /// waits or runs already, when such was asked for before. NOT_FOUND.
    func runRanking(_ request: CustomersV1.RunRankingRequest, _ call: RPC.Call) async throws -> CustomersV1.RunRankingResponse
  }

  /// The methods of `siyu.customers.v1.RankingService`, and its routes.
  package enum RankingService {
    package static let createRanking = RPC.MethodDescriptor(
      service: "siyu.customers.v1.RankingService", name: "CreateRanking",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.attributes.write"), mutates: true)
    package static let getRanking = RPC.MethodDescriptor(
      service: "siyu.customers.v1.RankingService", name: "GetRanking",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.attributes.read"))
    package static let listRankings = RPC.MethodDescriptor(
      service: "siyu.customers.v1.RankingService", name: "ListRankings",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.attributes.read"))
    package static let deleteRanking = RPC.MethodDescriptor(
      service: "siyu.customers.v1.RankingService", name: "DeleteRanking",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.attributes.write"), mutates: true)
    package static let runRanking = RPC.MethodDescriptor(
      service: "siyu.customers.v1.RankingService", name: "RunRanking",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.attributes.write"), mutates: true)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.customers.v1.RankingService",
      methods: [createRanking, getRanking, listRankings, deleteRanking, runRanking])

    package static func routes(_ service: some RankingServiceProtocol) -> [RPC.Route] {
      [
        .unary(createRanking) { bytes, call in
          guard let request = call.begin(CustomersV1.CreateRankingRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.createRanking(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getRanking) { bytes, call in
          guard let request = call.begin(CustomersV1.GetRankingRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getRanking(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listRankings) { bytes, call in
          guard let request = call.begin(CustomersV1.ListRankingsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listRankings(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(deleteRanking) { bytes, call in
          guard let request = call.begin(CustomersV1.DeleteRankingRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.deleteRanking(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(runRanking) { bytes, call in
          guard let request = call.begin(CustomersV1.RunRankingRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.runRanking(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.customers.v1.RankingService` over a channel.
  package struct RankingServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Makes a ranking; its first run comes with the next night, or by RunRanking. ALREADY_EXISTS when the
    /// attribute has one. RESOURCE_EXHAUSTED when the corp has 20 (policy rankings_max).
    package func createRanking(_ request: CustomersV1.CreateRankingRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.Ranking {
      try await channel.unary(RankingService.createRanking, request, options)
    }

    /// Returns a ranking, with what its last run came to. NOT_FOUND.
    package func getRanking(_ request: CustomersV1.GetRankingRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.Ranking {
      try await channel.unary(RankingService.getRanking, request, options)
    }

    /// Lists the rankings by their attributes.
    package func listRankings(_ request: CustomersV1.ListRankingsRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.ListRankingsResponse {
      try await channel.unary(RankingService.listRankings, request, options)
    }

    /// Deletes a ranking; a run of it ends. The tiers it gave stay, as of when they were given, until
    /// AttributeService removes them. NOT_FOUND.
    package func deleteRanking(_ request: CustomersV1.DeleteRankingRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.DeleteRankingResponse {
      try await channel.unary(RankingService.deleteRanking, request, options)
    }

    /// Has a ranking run now: a job, see JobService, which the event ranking_finished ends. The one that
    /// waits or runs already, when such was asked for before. NOT_FOUND.
    package func runRanking(_ request: CustomersV1.RunRankingRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.RunRankingResponse {
      try await channel.unary(RankingService.runRanking, request, options)
    }
  }

  /// A ranking of the corp's customers.
  package struct Ranking: Protobuf.Message {
    /// The attribute that holds a customer's tier, which also names the ranking: 1 to 64 of a-z, 0-9, '_'
    /// and '.'. Required (INVALID_ARGUMENT).
    package var attribute: String = ""
    /// By what they are put in order, the largest first. Required (INVALID_ARGUMENT).
    package var figure: CustomersV1.RankingFigure? = nil
    /// Where tiers end, in per cent of those ranked: 1 to 10 numbers above 0 and below 100, ascending
    /// (INVALID_ARGUMENT, errcode 40058). [1] makes two tiers, the best one per cent and the rest;
    /// [20, 40, 60, 80] makes five. Who has the same figure as the last of a tier is in it too.
    package var topPercents: [Double] = []
    /// When it was made. Output only.
    package var createTime: GoogleProtobuf.Timestamp? = nil
    /// What its last run came to; absent before the first. Output only.
    package var lastRun: CustomersV1.RankingRun? = nil

    package init() {}

    package init(
      attribute: String = "",
      figure: CustomersV1.RankingFigure? = nil,
      topPercents: [Double] = [],
      createTime: GoogleProtobuf.Timestamp? = nil,
      lastRun: CustomersV1.RankingRun? = nil
    ) {
      self.attribute = attribute
      self.figure = figure
      self.topPercents = topPercents
      self.createTime = createTime
      self.lastRun = lastRun
    }

    package static var fullName: String { "siyu.customers.v1.Ranking" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__ranking__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__Ranking.self)
      self.attribute = reader.text(c.pointee.attribute, "attribute")
      self.figure = reader.message(c.pointee.figure, "figure")
      self.topPercents = reader.numbers(c.pointee.n_top_percents, c.pointee.top_percents)
      self.createTime = reader.message(c.pointee.create_time, "create_time")
      self.lastRun = reader.message(c.pointee.last_run, "last_run")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__Ranking.self)
      c.pointee.attribute = writer.text(self.attribute)
      c.pointee.figure = writer.message(self.figure)
      c.pointee.top_percents = writer.numbers(self.topPercents, &c.pointee.n_top_percents)
      c.pointee.create_time = writer.message(self.createTime)
      c.pointee.last_run = writer.message(self.lastRun)
    }
  }

  /// By what customers are put in order. INVALID_ARGUMENT when nothing is set.
  package struct RankingFigure: Protobuf.Message {
    /// The figure.
    package var figure: Figure? = nil

    package init() {}

    package init(
      figure: Figure? = nil
    ) {
      self.figure = figure
    }

    /// The figure.
    package enum Figure: Swift.Hashable, Swift.Sendable {
      /// An attribute's number, or its moment, the later the better: what of it is to be gone by. One of a
      /// person's is that of all his customers.
      case attribute(CustomersV1.RankedAttribute)
      /// How many interactions there were, with all members; who had none is not ranked.
      case interactions(CustomersV1.RankedInteractions)
      /// When he last chatted with any member of a half or mutual relation, the later the better.
      case lastChat(CustomersV1.RankedLastChat)
    }

    package static var fullName: String { "siyu.customers.v1.RankingFigure" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__ranking_figure__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__RankingFigure.self)
      switch c.pointee.figure_case.rawValue {
      case 1: self.figure = reader.message(c.pointee.attribute, "attribute").map { .attribute($0) }
      case 2: self.figure = reader.message(c.pointee.interactions, "interactions").map { .interactions($0) }
      case 3: self.figure = reader.message(c.pointee.last_chat, "last_chat").map { .lastChat($0) }
      default: self.figure = nil
      }
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__RankingFigure.self)
      switch self.figure {
      case .attribute(let value):
        c.pointee.figure_case = .init(rawValue: 1)
        c.pointee.attribute = writer.message(value)
      case .interactions(let value):
        c.pointee.figure_case = .init(rawValue: 2)
        c.pointee.interactions = writer.message(value)
      case .lastChat(let value):
        c.pointee.figure_case = .init(rawValue: 3)
        c.pointee.last_chat = writer.message(value)
      case nil: break
      }
    }
  }

  /// An attribute whose value is the figure.
  package struct RankedAttribute: Protobuf.Message {
    /// Its name, and not the one that holds the tier (INVALID_ARGUMENT). Required.
    package var name: String = ""

    package init() {}

    package init(
      name: String = ""
    ) {
      self.name = name
    }

    package static var fullName: String { "siyu.customers.v1.RankedAttribute" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__ranked_attribute__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__RankedAttribute.self)
      self.name = reader.text(c.pointee.name, "name")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__RankedAttribute.self)
      c.pointee.name = writer.text(self.name)
    }
  }

  /// Interactions whose number is the figure.
  package struct RankedInteractions: Protobuf.Message {
    /// What is added up: each at most once (INVALID_ARGUMENT). Empty: all.
    package var counters: [CustomersV1.InteractionCounter] = []
    /// Over how many days, that of the run included: 1 to 180 (INVALID_ARGUMENT); those of UTC+8.
    package var days: Int32 = 0

    package init() {}

    package init(
      counters: [CustomersV1.InteractionCounter] = [],
      days: Int32 = 0
    ) {
      self.counters = counters
      self.days = days
    }

    package static var fullName: String { "siyu.customers.v1.RankedInteractions" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__ranked_interactions__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__RankedInteractions.self)
      self.counters = reader.values(c.pointee.n_counters, c.pointee.counters)
      self.days = c.pointee.days
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__RankedInteractions.self)
      c.pointee.counters = writer.values(self.counters, &c.pointee.n_counters)
      c.pointee.days = self.days
    }
  }

  /// The time of the last chat as the figure.
  package struct RankedLastChat: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.customers.v1.RankedLastChat" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__ranked_last_chat__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }

  /// A run of a ranking.
  package struct RankingRun: Protobuf.Message {
    /// When it looked at the figures to find where tiers end.
    package var startTime: GoogleProtobuf.Timestamp? = nil
    /// When all customers had their tiers.
    package var finishTime: GoogleProtobuf.Timestamp? = nil
    /// Customers ranked when it began.
    package var rankedCount: Int64 = 0
    /// The figure of the last of each of top_percents' tiers; a moment in microseconds since 1970. Empty
    /// when nobody was ranked.
    package var thresholds: [Double] = []
    /// Customers who were given another tier, or lost theirs.
    package var changedCount: Int64 = 0
    /// Customers who have so many attributes that they could not be given one.
    package var leftOutCount: Int64 = 0

    package init() {}

    package init(
      startTime: GoogleProtobuf.Timestamp? = nil,
      finishTime: GoogleProtobuf.Timestamp? = nil,
      rankedCount: Int64 = 0,
      thresholds: [Double] = [],
      changedCount: Int64 = 0,
      leftOutCount: Int64 = 0
    ) {
      self.startTime = startTime
      self.finishTime = finishTime
      self.rankedCount = rankedCount
      self.thresholds = thresholds
      self.changedCount = changedCount
      self.leftOutCount = leftOutCount
    }

    package static var fullName: String { "siyu.customers.v1.RankingRun" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__ranking_run__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__RankingRun.self)
      self.startTime = reader.message(c.pointee.start_time, "start_time")
      self.finishTime = reader.message(c.pointee.finish_time, "finish_time")
      self.rankedCount = c.pointee.ranked_count
      self.thresholds = reader.numbers(c.pointee.n_thresholds, c.pointee.thresholds)
      self.changedCount = c.pointee.changed_count
      self.leftOutCount = c.pointee.left_out_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__RankingRun.self)
      c.pointee.start_time = writer.message(self.startTime)
      c.pointee.finish_time = writer.message(self.finishTime)
      c.pointee.ranked_count = self.rankedCount
      c.pointee.thresholds = writer.numbers(self.thresholds, &c.pointee.n_thresholds)
      c.pointee.changed_count = self.changedCount
      c.pointee.left_out_count = self.leftOutCount
    }
  }

  /// Asks for a ranking to be made.
  package struct CreateRankingRequest: Protobuf.MutatingRequest {
    /// The ranking. Required (INVALID_ARGUMENT); what is output only is ignored.
    package var ranking: CustomersV1.Ranking? = nil
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      ranking: CustomersV1.Ranking? = nil,
      requestID: String = ""
    ) {
      self.ranking = ranking
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.CreateRankingRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__create_ranking_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__CreateRankingRequest.self)
      self.ranking = reader.message(c.pointee.ranking, "ranking")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__CreateRankingRequest.self)
      c.pointee.ranking = writer.message(self.ranking)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for a ranking.
  package struct GetRankingRequest: Protobuf.Message {
    /// Which, by its attribute. Required.
    package var attribute: String = ""

    package init() {}

    package init(
      attribute: String = ""
    ) {
      self.attribute = attribute
    }

    package static var fullName: String { "siyu.customers.v1.GetRankingRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_ranking_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetRankingRequest.self)
      self.attribute = reader.text(c.pointee.attribute, "attribute")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetRankingRequest.self)
      c.pointee.attribute = writer.text(self.attribute)
    }
  }

  /// Asks for the rankings.
  package struct ListRankingsRequest: Protobuf.PagedRequest {
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

    package static var fullName: String { "siyu.customers.v1.ListRankingsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_rankings_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListRankingsRequest.self)
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListRankingsRequest.self)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of rankings.
  package struct ListRankingsResponse: Protobuf.Message {
    /// The rankings.
    package var rankings: [CustomersV1.Ranking] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      rankings: [CustomersV1.Ranking] = [],
      nextPageToken: String = ""
    ) {
      self.rankings = rankings
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListRankingsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_rankings_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListRankingsResponse.self)
      self.rankings = reader.messages(c.pointee.n_rankings, c.pointee.rankings, "rankings")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListRankingsResponse.self)
      c.pointee.rankings = writer.messages(self.rankings, &c.pointee.n_rankings)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for the end of a ranking.
  package struct DeleteRankingRequest: Protobuf.MutatingRequest {
    /// Which, by its attribute. Required.
    package var attribute: String = ""
    /// Makes the call repeatable; see CreateRankingRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      attribute: String = "",
      requestID: String = ""
    ) {
      self.attribute = attribute
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.DeleteRankingRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__delete_ranking_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__DeleteRankingRequest.self)
      self.attribute = reader.text(c.pointee.attribute, "attribute")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__DeleteRankingRequest.self)
      c.pointee.attribute = writer.text(self.attribute)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// The ranking is gone.
  package struct DeleteRankingResponse: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.customers.v1.DeleteRankingResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__delete_ranking_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }

  /// Asks for a run.
  package struct RunRankingRequest: Protobuf.MutatingRequest {
    /// Which, by its attribute. Required.
    package var attribute: String = ""
    /// Makes the call repeatable; see CreateRankingRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      attribute: String = "",
      requestID: String = ""
    ) {
      self.attribute = attribute
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.RunRankingRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__run_ranking_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__RunRankingRequest.self)
      self.attribute = reader.text(c.pointee.attribute, "attribute")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__RunRankingRequest.self)
      c.pointee.attribute = writer.text(self.attribute)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// A run that was accepted.
  package struct RunRankingResponse: Protobuf.Message {
    /// The job, see JobService.
    package var jobid: String = ""

    package init() {}

    package init(
      jobid: String = ""
    ) {
      self.jobid = jobid
    }

    package static var fullName: String { "siyu.customers.v1.RunRankingResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__run_ranking_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__RunRankingResponse.self)
      self.jobid = reader.text(c.pointee.jobid, "jobid")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__RunRankingResponse.self)
      c.pointee.jobid = writer.text(self.jobid)
    }
  }
}
