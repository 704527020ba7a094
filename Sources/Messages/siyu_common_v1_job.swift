// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CommonV1 {
  /// Tells how the jobs of a service stand. Every service answers it for its own jobs.
  package protocol JobServiceProtocol: Swift.Sendable {
    /// Returns one job. INVALID_ARGUMENT when the jobid is empty or too long, NOT_FOUND when this
    /// service has none with it. Stands for the get_result calls of WeCom's asynchronous interfaces.
    func getJob(_ request: CommonV1.GetJobRequest, _ call: RPC.Call) async throws -> CommonV1.Job
  }

  /// The methods of `siyu.common.v1.JobService`, and its routes.
  package enum JobService {
    package static let getJob = RPC.MethodDescriptor(
      service: "siyu.common.v1.JobService", name: "GetJob",
      clientStreaming: false, serverStreaming: false,
      right: .scope("jobs.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.common.v1.JobService",
      methods: [getJob])

    package static func routes(_ service: some JobServiceProtocol) -> [RPC.Route] {
      [
        .unary(getJob) { bytes, call in
          guard let request = call.begin(CommonV1.GetJobRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getJob(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.common.v1.JobService` over a channel.
  package struct JobServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Returns one job. INVALID_ARGUMENT when the jobid is empty or too long, NOT_FOUND when this
    /// service has none with it. Stands for the get_result calls of WeCom's asynchronous interfaces.
    package func getJob(_ request: CommonV1.GetJobRequest, options: RPC.CallOptions = .init()) async throws -> CommonV1.Job {
      try await channel.unary(JobService.getJob, request, options)
    }
  }

  /// Asks for one job.
  package struct GetJobRequest: Protobuf.Message {
    /// The jobid that the call which started the job returned: 1 to 64 bytes.
    package var jobid: String = ""

    package init() {}

    package init(
      jobid: String = ""
    ) {
      self.jobid = jobid
    }

    package static var fullName: String { "siyu.common.v1.GetJobRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__common__v1__get_job_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Common__V1__GetJobRequest.self)
      self.jobid = reader.text(c.pointee.jobid, "jobid")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Common__V1__GetJobRequest.self)
      c.pointee.jobid = writer.text(self.jobid)
    }
  }

  /// A piece of long work. It survives a restart of the service and goes on where it was.
  package struct Job: Protobuf.Message {
    /// The id, unique in the corp and service.
    package var jobid: String = ""
    /// What the job does: "plan-broadcast".
    package var kind: String = ""
    /// Where it stands.
    package var state: CommonV1.Job.State = .init()
    /// How many items are dealt with.
    package var processedCount: Int64 = 0
    /// How many items there are, as far as is known; 0 while that is unknown.
    package var totalCount: Int64 = 0
    /// The last trouble, in words for an operator; empty when there was none.
    package var lastError: String = ""
    /// When it was accepted.
    package var createTime: GoogleProtobuf.Timestamp? = nil
    /// When it last made progress or changed its state.
    package var updateTime: GoogleProtobuf.Timestamp? = nil
    /// When it became DONE or FAILED; absent before.
    package var finishTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      jobid: String = "",
      kind: String = "",
      state: CommonV1.Job.State = .init(),
      processedCount: Int64 = 0,
      totalCount: Int64 = 0,
      lastError: String = "",
      createTime: GoogleProtobuf.Timestamp? = nil,
      updateTime: GoogleProtobuf.Timestamp? = nil,
      finishTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.jobid = jobid
      self.kind = kind
      self.state = state
      self.processedCount = processedCount
      self.totalCount = totalCount
      self.lastError = lastError
      self.createTime = createTime
      self.updateTime = updateTime
      self.finishTime = finishTime
    }

    /// Where a job stands.
    package struct State: Protobuf.OpenEnum {
      package var rawValue: Int32
      package init(rawValue: Int32) { self.rawValue = rawValue }

      /// Not said: never sent.
      package static var unspecified: Self { Self(rawValue: 0) }
      /// Accepted, not begun.
      package static var queued: Self { Self(rawValue: 1) }
      /// At work, or waiting to try again after a passing trouble; see last_error.
      package static var running: Self { Self(rawValue: 2) }
      /// Complete. It stays so.
      package static var done: Self { Self(rawValue: 3) }
      /// Given up for the reason in last_error. It stays so.
      package static var failed: Self { Self(rawValue: 4) }

      package static let names: [Int32: String] = [
        0: "STATE_UNSPECIFIED",
        1: "STATE_QUEUED",
        2: "STATE_RUNNING",
        3: "STATE_DONE",
        4: "STATE_FAILED",
      ]
    }

    package static var fullName: String { "siyu.common.v1.Job" }
    package static let layout = Protobuf.MessageLayout(siyu__common__v1__job__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Common__V1__Job.self)
      self.jobid = reader.text(c.pointee.jobid, "jobid")
      self.kind = reader.text(c.pointee.kind, "kind")
      self.state = CommonV1.Job.State(rawValue: Int32(truncatingIfNeeded: c.pointee.state.rawValue))
      self.processedCount = c.pointee.processed_count
      self.totalCount = c.pointee.total_count
      self.lastError = reader.text(c.pointee.last_error, "last_error")
      self.createTime = reader.message(c.pointee.create_time, "create_time")
      self.updateTime = reader.message(c.pointee.update_time, "update_time")
      self.finishTime = reader.message(c.pointee.finish_time, "finish_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Common__V1__Job.self)
      c.pointee.jobid = writer.text(self.jobid)
      c.pointee.kind = writer.text(self.kind)
      c.pointee.state = writer.value(self.state)
      c.pointee.processed_count = self.processedCount
      c.pointee.total_count = self.totalCount
      c.pointee.last_error = writer.text(self.lastError)
      c.pointee.create_time = writer.message(self.createTime)
      c.pointee.update_time = writer.message(self.updateTime)
      c.pointee.finish_time = writer.message(self.finishTime)
    }
  }
}
