package import Logging
import Messages
import Metrics
package import RPC

/// Sends a tracer's spans to a collector, over OTLP/gRPC (opentelemetry-proto 1), in batches.
///
/// A batch that the collector does not take, tried again as long as it may be, is lost and counted:
/// traces are for looking at, and must never fill the memory of what they look at.
package final class SpanExport: Sendable {
  /// How long spans gather before they are sent, and how many go at once.
  private static let gatherMilliseconds: Int64 = 500
  private static let batch = 512
  private static let timeoutMilliseconds = 5_000
  private static let retry = RetryPolicy(
    attempts: 4, firstBackoffMilliseconds: 200, longestBackoffMilliseconds: 2_000, multiplier: 2,
    codes: [.unavailable], pushbackCodes: [.resourceExhausted])

  private let tracer: Tracer
  private let channel: Channel
  private let version: String
  private let log: Logger
  private let clock: Clock
  private let exported: Counter
  private let failed: Counter

  package init(
    of tracer: Tracer, to channel: Channel, version: String, registry: Registry, log: Logger,
    clock: Clock = .system
  ) {
    self.tracer = tracer
    self.channel = channel
    self.version = version
    self.log = log
    self.clock = clock
    exported = registry.counter(.spans, [("outcome", "exported")])
    failed = registry.counter(.spans, [("outcome", "failed")])
  }

  /// Sends what comes until the tracer is closed, then the rest.
  package func run() async {
    var isFailing = false
    while await tracer.waitForSpans() {
      try? await clock.sleep(until: clock.now.advanced(byMilliseconds: Self.gatherMilliseconds))
      isFailing = await sendAll(wasFailing: isFailing)
    }
    _ = await sendAll(wasFailing: isFailing)
  }

  /// Has the tracer take no more; `run` then sends the rest and returns.
  package func stop() { tracer.close() }

  /// Returns whether the collector refused the last of them.
  private func sendAll(wasFailing: Bool) async -> Bool {
    var isFailing = wasFailing
    while true {
      let spans = tracer.take(Self.batch)
      if spans.isEmpty { return isFailing }
      do {
        try await send(spans)
        exported.increment(by: spans.count)
        isFailing = false
      } catch {
        failed.increment(by: spans.count)
        // Said once, and not for each batch that the collector is away.
        if !isFailing { log.warning("Spans are lost.", metadata: ["error": "\(error)"]) }
        isFailing = true
      }
    }
  }

  private func send(_ spans: [Span]) async throws {
    let services = Dictionary(grouping: spans, by: \.service)
    let request = OpentelemetryProtoCollectorTraceV1.ExportTraceServiceRequest(
      resourceSpans: services.sorted { $0.key < $1.key }.map(resourceSpans))
    let client = OpentelemetryProtoCollectorTraceV1.TraceServiceClient(channel)
    let reply = try await client.export(
      request,
      options: CallOptions(timeoutMilliseconds: Self.timeoutMilliseconds, retry: Self.retry))
    if let partial = reply.partialSuccess, partial.rejectedSpans > 0 {
      failed.increment(by: partial.rejectedSpans)
    }
  }

  private func resourceSpans(
    _ service: String, _ spans: [Span]
  ) -> OpentelemetryProtoTraceV1.ResourceSpans {
    let resource = OpentelemetryProtoResourceV1.Resource(attributes: [
      .init(name: "service.namespace", value: .text("siyu")),
      .init(name: "service.name", value: .text(service)),
      .init(name: "service.version", value: .text(version)),
    ])
    return .init(
      resource: resource,
      scopeSpans: [.init(scope: .init(name: "siyu"), spans: spans.map(\.message))]
    )
  }
}

extension Span {
  fileprivate var message: OpentelemetryProtoTraceV1.Span {
    var message = OpentelemetryProtoTraceV1.Span(
      traceID: Self.bytes(context.traceID), spanID: Self.bytes(context.spanID),
      traceState: context.state, parentSpanID: Self.bytes(parentID), name: name)
    message.kind =
      switch kind {
      case .inner: .internal
      case .server: .server
      case .client: .client
      }
    message.startTimeUnixNano = UInt64(clamping: start.microseconds) * 1000
    message.endTimeUnixNano = UInt64(clamping: end.microseconds) * 1000
    message.attributes = attributes.map { .init(name: $0.name, value: $0.value) }
    message.flags = 1
    if let error { message.status = .init(message: error, code: .error) }
    return message
  }

  /// The bytes of hexadecimal digits.
  private static func bytes(_ digits: String) -> [UInt8] {
    let digits = Array(digits.utf8)
    return stride(from: 0, to: digits.count, by: 2).map { place in
      UInt8(String(decoding: digits[place..<place + 2], as: UTF8.self), radix: 16)!
    }
  }
}

extension OpentelemetryProtoCommonV1.KeyValue {
  fileprivate init(name: String, value: Span.Value) {
    let any: OpentelemetryProtoCommonV1.AnyValue.Value =
      switch value {
      case .text(let text): .stringValue(text)
      case .number(let number): .intValue(number)
      }
    self.init(key: name, value: .init(value: any))
  }
}
