// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf

extension OpentelemetryProtoTraceV1 {
  /// Spans of one resource.
  package struct ResourceSpans: Protobuf.Message {
    /// Who did it.
    package var resource: OpentelemetryProtoResourceV1.Resource? = nil
    /// What was done.
    package var scopeSpans: [OpentelemetryProtoTraceV1.ScopeSpans] = []

    package init() {}

    package init(
      resource: OpentelemetryProtoResourceV1.Resource? = nil,
      scopeSpans: [OpentelemetryProtoTraceV1.ScopeSpans] = []
    ) {
      self.resource = resource
      self.scopeSpans = scopeSpans
    }

    package static var fullName: String { "opentelemetry.proto.trace.v1.ResourceSpans" }
    package static let layout = Protobuf.MessageLayout(opentelemetry__proto__trace__v1__resource_spans__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Opentelemetry__Proto__Trace__V1__ResourceSpans.self)
      self.resource = reader.message(c.pointee.resource, "resource")
      self.scopeSpans = reader.messages(c.pointee.n_scope_spans, c.pointee.scope_spans, "scope_spans")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Opentelemetry__Proto__Trace__V1__ResourceSpans.self)
      c.pointee.resource = writer.message(self.resource)
      c.pointee.scope_spans = writer.messages(self.scopeSpans, &c.pointee.n_scope_spans)
    }
  }

  /// Spans that one library made.
  package struct ScopeSpans: Protobuf.Message {
    /// The library.
    package var scope: OpentelemetryProtoCommonV1.InstrumentationScope? = nil
    /// What it saw.
    package var spans: [OpentelemetryProtoTraceV1.Span] = []

    package init() {}

    package init(
      scope: OpentelemetryProtoCommonV1.InstrumentationScope? = nil,
      spans: [OpentelemetryProtoTraceV1.Span] = []
    ) {
      self.scope = scope
      self.spans = spans
    }

    package static var fullName: String { "opentelemetry.proto.trace.v1.ScopeSpans" }
    package static let layout = Protobuf.MessageLayout(opentelemetry__proto__trace__v1__scope_spans__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Opentelemetry__Proto__Trace__V1__ScopeSpans.self)
      self.scope = reader.message(c.pointee.scope, "scope")
      self.spans = reader.messages(c.pointee.n_spans, c.pointee.spans, "spans")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Opentelemetry__Proto__Trace__V1__ScopeSpans.self)
      c.pointee.scope = writer.message(self.scope)
      c.pointee.spans = writer.messages(self.spans, &c.pointee.n_spans)
    }
  }

  /// A piece of work.
  package struct Span: Protobuf.Message {
    /// 16 bytes.
    package var traceID: [UInt8] = []
    /// 8 bytes.
    package var spanID: [UInt8] = []
    /// The tracestate header.
    package var traceState: String = ""
    /// 8 bytes; empty at the root.
    package var parentSpanID: [UInt8] = []
    /// What was done.
    package var name: String = ""
    /// What kind of work.
    package var kind: OpentelemetryProtoTraceV1.Span.SpanKind = .init()
    /// When it began, in nanoseconds since 1970.
    package var startTimeUnixNano: UInt64 = 0
    /// When it ended, in nanoseconds since 1970.
    package var endTimeUnixNano: UInt64 = 0
    /// More about it.
    package var attributes: [OpentelemetryProtoCommonV1.KeyValue] = []
    /// How it ended.
    package var status: OpentelemetryProtoTraceV1.Status? = nil
    /// The trace flags of W3C Trace Context.
    package var flags: UInt32 = 0

    package init() {}

    package init(
      traceID: [UInt8] = [],
      spanID: [UInt8] = [],
      traceState: String = "",
      parentSpanID: [UInt8] = [],
      name: String = "",
      kind: OpentelemetryProtoTraceV1.Span.SpanKind = .init(),
      startTimeUnixNano: UInt64 = 0,
      endTimeUnixNano: UInt64 = 0,
      attributes: [OpentelemetryProtoCommonV1.KeyValue] = [],
      status: OpentelemetryProtoTraceV1.Status? = nil,
      flags: UInt32 = 0
    ) {
      self.traceID = traceID
      self.spanID = spanID
      self.traceState = traceState
      self.parentSpanID = parentSpanID
      self.name = name
      self.kind = kind
      self.startTimeUnixNano = startTimeUnixNano
      self.endTimeUnixNano = endTimeUnixNano
      self.attributes = attributes
      self.status = status
      self.flags = flags
    }

    /// What kind of work it is.
    package struct SpanKind: Protobuf.OpenEnum {
      package var rawValue: Int32
      package init(rawValue: Int32) { self.rawValue = rawValue }

      /// Not said.
      package static var unspecified: Self { Self(rawValue: 0) }
      /// Within a program.
      package static var `internal`: Self { Self(rawValue: 1) }
      /// A call that was answered.
      package static var server: Self { Self(rawValue: 2) }
      /// A call that was made.
      package static var client: Self { Self(rawValue: 3) }
      /// A message that was left for somebody.
      package static var producer: Self { Self(rawValue: 4) }
      /// A message that was taken.
      package static var consumer: Self { Self(rawValue: 5) }

      package static let names: [Int32: String] = [
        0: "SPAN_KIND_UNSPECIFIED",
        1: "SPAN_KIND_INTERNAL",
        2: "SPAN_KIND_SERVER",
        3: "SPAN_KIND_CLIENT",
        4: "SPAN_KIND_PRODUCER",
        5: "SPAN_KIND_CONSUMER",
      ]
    }

    package static var fullName: String { "opentelemetry.proto.trace.v1.Span" }
    package static let layout = Protobuf.MessageLayout(opentelemetry__proto__trace__v1__span__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Opentelemetry__Proto__Trace__V1__Span.self)
      self.traceID = reader.bytes(c.pointee.trace_id)
      self.spanID = reader.bytes(c.pointee.span_id)
      self.traceState = reader.text(c.pointee.trace_state, "trace_state")
      self.parentSpanID = reader.bytes(c.pointee.parent_span_id)
      self.name = reader.text(c.pointee.name, "name")
      self.kind = OpentelemetryProtoTraceV1.Span.SpanKind(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
      self.startTimeUnixNano = c.pointee.start_time_unix_nano
      self.endTimeUnixNano = c.pointee.end_time_unix_nano
      self.attributes = reader.messages(c.pointee.n_attributes, c.pointee.attributes, "attributes")
      self.status = reader.message(c.pointee.status, "status")
      self.flags = c.pointee.flags
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Opentelemetry__Proto__Trace__V1__Span.self)
      c.pointee.trace_id = writer.bytes(self.traceID)
      c.pointee.span_id = writer.bytes(self.spanID)
      c.pointee.trace_state = writer.text(self.traceState)
      c.pointee.parent_span_id = writer.bytes(self.parentSpanID)
      c.pointee.name = writer.text(self.name)
      c.pointee.kind = writer.value(self.kind)
      c.pointee.start_time_unix_nano = self.startTimeUnixNano
      c.pointee.end_time_unix_nano = self.endTimeUnixNano
      c.pointee.attributes = writer.messages(self.attributes, &c.pointee.n_attributes)
      c.pointee.status = writer.message(self.status)
      c.pointee.flags = self.flags
    }
  }

  /// How a piece of work ended.
  package struct Status: Protobuf.Message {
    /// What went wrong.
    package var message: String = ""
    /// How it ended.
    package var code: OpentelemetryProtoTraceV1.Status.StatusCode = .init()

    package init() {}

    package init(
      message: String = "",
      code: OpentelemetryProtoTraceV1.Status.StatusCode = .init()
    ) {
      self.message = message
      self.code = code
    }

    /// How it ended.
    package struct StatusCode: Protobuf.OpenEnum {
      package var rawValue: Int32
      package init(rawValue: Int32) { self.rawValue = rawValue }

      /// As one would expect.
      package static var unset: Self { Self(rawValue: 0) }
      /// Well, somebody says.
      package static var ok: Self { Self(rawValue: 1) }
      /// In an error.
      package static var error: Self { Self(rawValue: 2) }

      package static let names: [Int32: String] = [
        0: "STATUS_CODE_UNSET",
        1: "STATUS_CODE_OK",
        2: "STATUS_CODE_ERROR",
      ]
    }

    package static var fullName: String { "opentelemetry.proto.trace.v1.Status" }
    package static let layout = Protobuf.MessageLayout(opentelemetry__proto__trace__v1__status__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Opentelemetry__Proto__Trace__V1__Status.self)
      self.message = reader.text(c.pointee.message, "message")
      self.code = OpentelemetryProtoTraceV1.Status.StatusCode(rawValue: Int32(truncatingIfNeeded: c.pointee.code.rawValue))
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Opentelemetry__Proto__Trace__V1__Status.self)
      c.pointee.message = writer.text(self.message)
      c.pointee.code = writer.value(self.code)
    }
  }
}
