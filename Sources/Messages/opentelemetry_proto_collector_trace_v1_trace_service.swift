// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension OpentelemetryProtoCollectorTraceV1 {
  /// Takes spans: what a collector answers.
  package protocol TraceServiceProtocol: Swift.Sendable {
    /// Hands over spans.
    func export(_ request: OpentelemetryProtoCollectorTraceV1.ExportTraceServiceRequest, _ call: RPC.Call) async throws -> OpentelemetryProtoCollectorTraceV1.ExportTraceServiceResponse
  }

  /// The methods of `opentelemetry.proto.collector.trace.v1.TraceService`, and its routes.
  package enum TraceService {
    package static let export = RPC.MethodDescriptor(
      service: "opentelemetry.proto.collector.trace.v1.TraceService", name: "Export",
      clientStreaming: false, serverStreaming: false,
      right: .open)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "opentelemetry.proto.collector.trace.v1.TraceService",
      methods: [export])

    package static func routes(_ service: some TraceServiceProtocol) -> [RPC.Route] {
      [
        .unary(export) { bytes, call in
          guard let request = call.begin(OpentelemetryProtoCollectorTraceV1.ExportTraceServiceRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.export(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `opentelemetry.proto.collector.trace.v1.TraceService` over a channel.
  package struct TraceServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Hands over spans.
    package func export(_ request: OpentelemetryProtoCollectorTraceV1.ExportTraceServiceRequest, options: RPC.CallOptions = .init()) async throws -> OpentelemetryProtoCollectorTraceV1.ExportTraceServiceResponse {
      try await channel.unary(TraceService.export, request, options)
    }
  }

  /// Spans to keep.
  package struct ExportTraceServiceRequest: Protobuf.Message {
    /// By resource.
    package var resourceSpans: [OpentelemetryProtoTraceV1.ResourceSpans] = []

    package init() {}

    package init(
      resourceSpans: [OpentelemetryProtoTraceV1.ResourceSpans] = []
    ) {
      self.resourceSpans = resourceSpans
    }

    package static var fullName: String { "opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest" }
    package static let layout = Protobuf.MessageLayout(opentelemetry__proto__collector__trace__v1__export_trace_service_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Opentelemetry__Proto__Collector__Trace__V1__ExportTraceServiceRequest.self)
      self.resourceSpans = reader.messages(c.pointee.n_resource_spans, c.pointee.resource_spans, "resource_spans")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Opentelemetry__Proto__Collector__Trace__V1__ExportTraceServiceRequest.self)
      c.pointee.resource_spans = writer.messages(self.resourceSpans, &c.pointee.n_resource_spans)
    }
  }

  /// What became of them.
  package struct ExportTraceServiceResponse: Protobuf.Message {
    /// Absent when all were kept.
    package var partialSuccess: OpentelemetryProtoCollectorTraceV1.ExportTracePartialSuccess? = nil

    package init() {}

    package init(
      partialSuccess: OpentelemetryProtoCollectorTraceV1.ExportTracePartialSuccess? = nil
    ) {
      self.partialSuccess = partialSuccess
    }

    package static var fullName: String { "opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse" }
    package static let layout = Protobuf.MessageLayout(opentelemetry__proto__collector__trace__v1__export_trace_service_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Opentelemetry__Proto__Collector__Trace__V1__ExportTraceServiceResponse.self)
      self.partialSuccess = reader.message(c.pointee.partial_success, "partial_success")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Opentelemetry__Proto__Collector__Trace__V1__ExportTraceServiceResponse.self)
      c.pointee.partial_success = writer.message(self.partialSuccess)
    }
  }

  /// Some spans were not kept.
  package struct ExportTracePartialSuccess: Protobuf.Message {
    /// How many.
    package var rejectedSpans: Int64 = 0
    /// Why.
    package var errorMessage: String = ""

    package init() {}

    package init(
      rejectedSpans: Int64 = 0,
      errorMessage: String = ""
    ) {
      self.rejectedSpans = rejectedSpans
      self.errorMessage = errorMessage
    }

    package static var fullName: String { "opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess" }
    package static let layout = Protobuf.MessageLayout(opentelemetry__proto__collector__trace__v1__export_trace_partial_success__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Opentelemetry__Proto__Collector__Trace__V1__ExportTracePartialSuccess.self)
      self.rejectedSpans = c.pointee.rejected_spans
      self.errorMessage = reader.text(c.pointee.error_message, "error_message")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Opentelemetry__Proto__Collector__Trace__V1__ExportTracePartialSuccess.self)
      c.pointee.rejected_spans = self.rejectedSpans
      c.pointee.error_message = writer.text(self.errorMessage)
    }
  }
}
