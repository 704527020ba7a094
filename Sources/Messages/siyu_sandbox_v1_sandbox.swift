// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension SandboxV1 {
  /// Moves time, and says how the simulated channel and guides behave. Only `siyu serve all --sandbox`
  /// has it. WeCom has nothing of the kind: there one waits for the day.
  ///
  /// All corps live by the one clock. Channel, guides and sample belong to the caller's corp.
  package protocol SandboxServiceProtocol: Swift.Sendable {
    /// Returns what the clock shows.
    func getTime(_ request: SandboxV1.GetTimeRequest, _ call: RPC.Call) async throws -> SandboxV1.GetTimeResponse
    /// Moves the clock forward, from one due moment to the next, and at each waits until all services
    /// are quiet: every job that was due is done, every feed between them is applied, the reference
    /// channel has answered what it was to answer. So a schedule of this month's Tuesdays starts on
    /// each Tuesday though the call asks for the whole month. Answers when all is quiet at the end.
    ///
    /// A call that is cut stops at the moment it came to; the same request_id goes on to the same
    /// moment. ABORTED TIME_IS_MOVING while another call moves the clock, or SERVICES_ARE_BUSY when
    /// nothing was committed for 30 seconds and something is still not done; ask again. INVALID_ARGUMENT
    /// when neither or more than 366 days is asked for. A moment that has passed moves nothing.
    func advanceTime(_ request: SandboxV1.AdvanceTimeRequest, _ call: RPC.Call) async throws -> SandboxV1.AdvanceTimeResponse
    /// Returns the faults of the corp's reference channel; all zero before any were set.
    func getChannelFaults(_ request: SandboxV1.GetChannelFaultsRequest, _ call: RPC.Call) async throws -> SandboxV1.ChannelFaults
    /// Sets the faults, all of them. They hold for deliveries that the channel is given from now on;
    /// what it holds already ends as it was drawn. INVALID_ARGUMENT, naming the field.
    func setChannelFaults(_ request: SandboxV1.SetChannelFaultsRequest, _ call: RPC.Call) async throws -> SandboxV1.ChannelFaults
    /// Lists what the reference channel was given to send, the first first: what came to a phone, once,
    /// however often the delivery was leased.
    func listChannelMessages(_ request: SandboxV1.ListChannelMessagesRequest, _ call: RPC.Call) async throws -> SandboxV1.ListChannelMessagesResponse
    /// Returns how the corp's guides behave; nobody confirms by himself before it was set.
    func getGuideBehaviour(_ request: SandboxV1.GetGuideBehaviourRequest, _ call: RPC.Call) async throws -> SandboxV1.GuideBehaviour
    /// Sets how the guides behave, for broadcasts planned from now on. INVALID_ARGUMENT, naming the
    /// field.
    func setGuideBehaviour(_ request: SandboxV1.SetGuideBehaviourRequest, _ call: RPC.Call) async throws -> SandboxV1.GuideBehaviour
    /// Fills the corp with a sample chain: stores, guides, customers, tags, groups, through the public
    /// API, as a job. The same numbers make the same chain. A corp is filled once: asked again with the
    /// same numbers it answers with the same jobid, with others FAILED_PRECONDITION CORP_IS_FILLED.
    /// `siyu serve all --sandbox` does it for the corp demo. INVALID_ARGUMENT, naming the field.
    func fillCorp(_ request: SandboxV1.FillCorpRequest, _ call: RPC.Call) async throws -> SandboxV1.FillCorpResponse
  }

  /// The methods of `siyu.sandbox.v1.SandboxService`, and its routes.
  package enum SandboxService {
    package static let getTime = RPC.MethodDescriptor(
      service: "siyu.sandbox.v1.SandboxService", name: "GetTime",
      clientStreaming: false, serverStreaming: false,
      right: .scope("sandbox.time.read"))
    package static let advanceTime = RPC.MethodDescriptor(
      service: "siyu.sandbox.v1.SandboxService", name: "AdvanceTime",
      clientStreaming: false, serverStreaming: false,
      right: .scope("sandbox.time.write"), mutates: true)
    package static let getChannelFaults = RPC.MethodDescriptor(
      service: "siyu.sandbox.v1.SandboxService", name: "GetChannelFaults",
      clientStreaming: false, serverStreaming: false,
      right: .scope("sandbox.channel.read"))
    package static let setChannelFaults = RPC.MethodDescriptor(
      service: "siyu.sandbox.v1.SandboxService", name: "SetChannelFaults",
      clientStreaming: false, serverStreaming: false,
      right: .scope("sandbox.channel.write"), mutates: true)
    package static let listChannelMessages = RPC.MethodDescriptor(
      service: "siyu.sandbox.v1.SandboxService", name: "ListChannelMessages",
      clientStreaming: false, serverStreaming: false,
      right: .scope("sandbox.channel.read"))
    package static let getGuideBehaviour = RPC.MethodDescriptor(
      service: "siyu.sandbox.v1.SandboxService", name: "GetGuideBehaviour",
      clientStreaming: false, serverStreaming: false,
      right: .scope("sandbox.guides.read"))
    package static let setGuideBehaviour = RPC.MethodDescriptor(
      service: "siyu.sandbox.v1.SandboxService", name: "SetGuideBehaviour",
      clientStreaming: false, serverStreaming: false,
      right: .scope("sandbox.guides.write"), mutates: true)
    package static let fillCorp = RPC.MethodDescriptor(
      service: "siyu.sandbox.v1.SandboxService", name: "FillCorp",
      clientStreaming: false, serverStreaming: false,
      right: .scope("sandbox.corps.write"), mutates: true)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.sandbox.v1.SandboxService",
      methods: [getTime, advanceTime, getChannelFaults, setChannelFaults, listChannelMessages, getGuideBehaviour, setGuideBehaviour, fillCorp])

    package static func routes(_ service: some SandboxServiceProtocol) -> [RPC.Route] {
      [
        .unary(getTime) { bytes, call in
          guard let request = call.begin(SandboxV1.GetTimeRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getTime(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(advanceTime) { bytes, call in
          guard let request = call.begin(SandboxV1.AdvanceTimeRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.advanceTime(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getChannelFaults) { bytes, call in
          guard let request = call.begin(SandboxV1.GetChannelFaultsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getChannelFaults(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(setChannelFaults) { bytes, call in
          guard let request = call.begin(SandboxV1.SetChannelFaultsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.setChannelFaults(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listChannelMessages) { bytes, call in
          guard let request = call.begin(SandboxV1.ListChannelMessagesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listChannelMessages(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getGuideBehaviour) { bytes, call in
          guard let request = call.begin(SandboxV1.GetGuideBehaviourRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getGuideBehaviour(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(setGuideBehaviour) { bytes, call in
          guard let request = call.begin(SandboxV1.SetGuideBehaviourRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.setGuideBehaviour(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(fillCorp) { bytes, call in
          guard let request = call.begin(SandboxV1.FillCorpRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.fillCorp(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.sandbox.v1.SandboxService` over a channel.
  package struct SandboxServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Returns what the clock shows.
    package func getTime(_ request: SandboxV1.GetTimeRequest, options: RPC.CallOptions = .init()) async throws -> SandboxV1.GetTimeResponse {
      try await channel.unary(SandboxService.getTime, request, options)
    }

    /// Moves the clock forward, from one due moment to the next, and at each waits until all services
    /// are quiet: every job that was due is done, every feed between them is applied, the reference
    /// channel has answered what it was to answer. So a schedule of this month's Tuesdays starts on
    /// each Tuesday though the call asks for the whole month. Answers when all is quiet at the end.
    ///
    /// A call that is cut stops at the moment it came to; the same request_id goes on to the same
    /// moment. ABORTED TIME_IS_MOVING while another call moves the clock, or SERVICES_ARE_BUSY when
    /// nothing was committed for 30 seconds and something is still not done; ask again. INVALID_ARGUMENT
    /// when neither or more than 366 days is asked for. A moment that has passed moves nothing.
    package func advanceTime(_ request: SandboxV1.AdvanceTimeRequest, options: RPC.CallOptions = .init()) async throws -> SandboxV1.AdvanceTimeResponse {
      try await channel.unary(SandboxService.advanceTime, request, options)
    }

    /// Returns the faults of the corp's reference channel; all zero before any were set.
    package func getChannelFaults(_ request: SandboxV1.GetChannelFaultsRequest, options: RPC.CallOptions = .init()) async throws -> SandboxV1.ChannelFaults {
      try await channel.unary(SandboxService.getChannelFaults, request, options)
    }

    /// Sets the faults, all of them. They hold for deliveries that the channel is given from now on;
    /// what it holds already ends as it was drawn. INVALID_ARGUMENT, naming the field.
    package func setChannelFaults(_ request: SandboxV1.SetChannelFaultsRequest, options: RPC.CallOptions = .init()) async throws -> SandboxV1.ChannelFaults {
      try await channel.unary(SandboxService.setChannelFaults, request, options)
    }

    /// Lists what the reference channel was given to send, the first first: what came to a phone, once,
    /// however often the delivery was leased.
    package func listChannelMessages(_ request: SandboxV1.ListChannelMessagesRequest, options: RPC.CallOptions = .init()) async throws -> SandboxV1.ListChannelMessagesResponse {
      try await channel.unary(SandboxService.listChannelMessages, request, options)
    }

    /// Returns how the corp's guides behave; nobody confirms by himself before it was set.
    package func getGuideBehaviour(_ request: SandboxV1.GetGuideBehaviourRequest, options: RPC.CallOptions = .init()) async throws -> SandboxV1.GuideBehaviour {
      try await channel.unary(SandboxService.getGuideBehaviour, request, options)
    }

    /// Sets how the guides behave, for broadcasts planned from now on. INVALID_ARGUMENT, naming the
    /// field.
    package func setGuideBehaviour(_ request: SandboxV1.SetGuideBehaviourRequest, options: RPC.CallOptions = .init()) async throws -> SandboxV1.GuideBehaviour {
      try await channel.unary(SandboxService.setGuideBehaviour, request, options)
    }

    /// Fills the corp with a sample chain: stores, guides, customers, tags, groups, through the public
    /// API, as a job. The same numbers make the same chain. A corp is filled once: asked again with the
    /// same numbers it answers with the same jobid, with others FAILED_PRECONDITION CORP_IS_FILLED.
    /// `siyu serve all --sandbox` does it for the corp demo. INVALID_ARGUMENT, naming the field.
    package func fillCorp(_ request: SandboxV1.FillCorpRequest, options: RPC.CallOptions = .init()) async throws -> SandboxV1.FillCorpResponse {
      try await channel.unary(SandboxService.fillCorp, request, options)
    }
  }

  /// Asks for the time.
  package struct GetTimeRequest: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.sandbox.v1.GetTimeRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__sandbox__v1__get_time_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }

  /// The time.
  package struct GetTimeResponse: Protobuf.Message {
    /// What the clock shows.
    package var nowTime: GoogleProtobuf.Timestamp? = nil
    /// Whether it goes on by itself, a second a second, between the calls that move it; otherwise it
    /// stands still.
    package var runs: Bool = false

    package init() {}

    package init(
      nowTime: GoogleProtobuf.Timestamp? = nil,
      runs: Bool = false
    ) {
      self.nowTime = nowTime
      self.runs = runs
    }

    package static var fullName: String { "siyu.sandbox.v1.GetTimeResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__sandbox__v1__get_time_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Sandbox__V1__GetTimeResponse.self)
      self.nowTime = reader.message(c.pointee.now_time, "now_time")
      self.runs = c.pointee.runs != 0
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Sandbox__V1__GetTimeResponse.self)
      c.pointee.now_time = writer.message(self.nowTime)
      c.pointee.runs = self.runs ? 1 : 0
    }
  }

  /// Asks for a later time.
  package struct AdvanceTimeRequest: Protobuf.MutatingRequest {
    /// How far. Required.
    package var step: Step? = nil
    /// Makes the call repeatable, for ever: 1 to 64 printable ASCII characters. ALREADY_EXISTS when it
    /// was given with another step before. Empty: a repetition of `seconds` moves the clock once more.
    package var requestID: String = ""

    package init() {}

    package init(
      step: Step? = nil,
      requestID: String = ""
    ) {
      self.step = step
      self.requestID = requestID
    }

    /// How far. Required.
    package enum Step: Swift.Hashable, Swift.Sendable {
      /// By so many seconds from when the call is first taken: 0 to 31,622,400 (366 days). 0 waits for
      /// what is due now.
      case seconds(Int64)
      /// To this moment, at most 366 days ahead.
      case untilTime(GoogleProtobuf.Timestamp)
    }

    package static var fullName: String { "siyu.sandbox.v1.AdvanceTimeRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__sandbox__v1__advance_time_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Sandbox__V1__AdvanceTimeRequest.self)
      switch c.pointee.step_case.rawValue {
      case 1: self.step = .seconds(c.pointee.seconds)
      case 2: self.step = reader.message(c.pointee.until_time, "until_time").map { .untilTime($0) }
      default: self.step = nil
      }
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Sandbox__V1__AdvanceTimeRequest.self)
      switch self.step {
      case .seconds(let value):
        c.pointee.step_case = .init(rawValue: 1)
        c.pointee.seconds = value
      case .untilTime(let value):
        c.pointee.step_case = .init(rawValue: 2)
        c.pointee.until_time = writer.message(value)
      case nil: break
      }
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// The clock was moved, and all is quiet.
  package struct AdvanceTimeResponse: Protobuf.Message {
    /// The moment that was asked for; the clock shows it, or later when it runs.
    package var untilTime: GoogleProtobuf.Timestamp? = nil
    /// At how many due moments this call stopped on the way.
    package var momentCount: Int64 = 0

    package init() {}

    package init(
      untilTime: GoogleProtobuf.Timestamp? = nil,
      momentCount: Int64 = 0
    ) {
      self.untilTime = untilTime
      self.momentCount = momentCount
    }

    package static var fullName: String { "siyu.sandbox.v1.AdvanceTimeResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__sandbox__v1__advance_time_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Sandbox__V1__AdvanceTimeResponse.self)
      self.untilTime = reader.message(c.pointee.until_time, "until_time")
      self.momentCount = c.pointee.moment_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Sandbox__V1__AdvanceTimeResponse.self)
      c.pointee.until_time = writer.message(self.untilTime)
      c.pointee.moment_count = self.momentCount
    }
  }

  /// Asks for a sample chain.
  package struct FillCorpRequest: Protobuf.MutatingRequest {
    /// How many stores, with two guides each: 1 to 200; 0 means 12.
    package var storeCount: Int32 = 0
    /// How many customers, spread over the guides: 1 to 20,000; 0 means 480.
    package var customerCount: Int32 = 0
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty is as safe.
    package var requestID: String = ""

    package init() {}

    package init(
      storeCount: Int32 = 0,
      customerCount: Int32 = 0,
      requestID: String = ""
    ) {
      self.storeCount = storeCount
      self.customerCount = customerCount
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.sandbox.v1.FillCorpRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__sandbox__v1__fill_corp_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Sandbox__V1__FillCorpRequest.self)
      self.storeCount = c.pointee.store_count
      self.customerCount = c.pointee.customer_count
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Sandbox__V1__FillCorpRequest.self)
      c.pointee.store_count = self.storeCount
      c.pointee.customer_count = self.customerCount
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// The corp is being filled.
  package struct FillCorpResponse: Protobuf.Message {
    /// The job that fills it, for JobService.GetJob of the sandbox.
    package var jobid: String = ""

    package init() {}

    package init(
      jobid: String = ""
    ) {
      self.jobid = jobid
    }

    package static var fullName: String { "siyu.sandbox.v1.FillCorpResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__sandbox__v1__fill_corp_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Sandbox__V1__FillCorpResponse.self)
      self.jobid = reader.text(c.pointee.jobid, "jobid")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Sandbox__V1__FillCorpResponse.self)
      c.pointee.jobid = writer.text(self.jobid)
    }
  }
}
