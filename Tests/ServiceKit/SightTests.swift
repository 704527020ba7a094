import Directory
import Fixtures
import Messages
import RPC
import Testing

@testable import ServiceKit

@Suite("What a service shows")
struct SightTests {
  private static let parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

  private func withDirectory(
    _ registry: Registry, _ tracer: Tracer? = nil, _ body: (RunningService) async throws -> Void
  ) async throws {
    let service = try await RunningService.start(
      DirectoryService.self, in: TemporaryFolder()
    ) { settings in
      settings.registry = registry
      settings.tracer = tracer
    }
    do {
      try await body(service)
    } catch {
      await service.stop()
      throw error
    }
    await service.stop()
  }

  private func line(_ start: String, _ registry: Registry) -> String? {
    registry.text.split(separator: "\n").first { $0.hasPrefix(start) }.map(String.init)
  }

  @Test("Calls are counted by method and code, and what they write by what it cost")
  func numbers() async throws {
    let registry = Registry()
    try await withDirectory(registry) { service in
      let departments = DirectoryV1.DepartmentServiceClient(service.channel)
      _ = try await departments.createDepartment(.init(department: .init(name: "门店", parentid: 1)))
      _ = try await departments.getDepartment(.init(id: 1))
      _ = try? await departments.getDepartment(.init(id: 99))
      let method = """
        siyu_service="directory",grpc_type="unary",\
        grpc_service="siyu.directory.v1.DepartmentService",grpc_method="GetDepartment"
        """
      #expect(line("grpc_server_started_total{\(method)}", registry)?.hasSuffix(" 2") == true)
      let handled = "grpc_server_handled_total{\(method),grpc_code="
      #expect(line("\(handled)\"OK\"}", registry)?.hasSuffix(" 1") == true)
      #expect(line("\(handled)\"NotFound\"}", registry)?.hasSuffix(" 1") == true)
      let seconds = "grpc_server_handling_seconds_count{\(method)}"
      #expect(line(seconds, registry)?.hasSuffix(" 2") == true)
      #expect(line("grpc_server_msg_sent_total{\(method)}", registry)?.hasSuffix(" 1") == true)
      let writes = "siyu_store_commit_writes_sum{siyu_service=\"directory\"}"
      #expect(line(writes, registry)?.hasSuffix(" 1") == true)
      let events = "siyu_feed_events_total{siyu_service=\"directory\"}"
      #expect(line(events, registry)?.hasSuffix(" 1") == true)
      let databases = "siyu_store_databases{siyu_service=\"directory\",state=\"serving\"}"
      #expect(line(databases, registry)?.hasSuffix(" 1") == true)
    }
  }

  @Test("A call that comes with a sampled trace becomes a span of it, an unsampled one does not")
  func spans() async throws {
    let registry = Registry()
    let tracer = Tracer(sample: 0, registry: registry)
    try await withDirectory(registry, tracer) { service in
      let departments = DirectoryV1.DepartmentServiceClient(service.channel)
      var options = CallOptions(metadata: ["traceparent": Self.parent, "x-request-id": "r-1"])
      _ = try? await departments.getDepartment(.init(id: 99), options: options)
      options.metadata = ["traceparent": Self.parent.dropLast() + "0"]
      _ = try await departments.getDepartment(.init(id: 1), options: options)
      _ = try await departments.getDepartment(.init(id: 1))
    }
    let spans = tracer.take(10)
    let span = try #require(spans.first)
    #expect(spans.count == 1)
    #expect(span.name == "siyu.directory.v1.DepartmentService/GetDepartment")
    #expect(span.context.traceID == "4bf92f3577b34da6a3ce929d0e0e4736")
    #expect(span.parentID == "00f067aa0ba902b7")
    #expect(span.context.spanID != span.parentID)
    // The caller's mistake is no error of the server.
    #expect(span.error == nil)
    guard case .text("r-1") = span.attributes.first(where: { $0.name == "siyu.request_id" })?.value
    else {
      Issue.record("\(span.attributes)")
      return
    }
  }

  @Test(
    "Of calls without a trace all are traced when the share is one, but not who asks for health")
  func sampling() async throws {
    let registry = Registry()
    let tracer = Tracer(sample: 1, registry: registry)
    try await withDirectory(registry, tracer) { service in
      _ = try await GrpcHealthV1.HealthClient(service.channel).check(.init())
      let departments = DirectoryV1.DepartmentServiceClient(service.channel)
      for _ in 0..<3 { _ = try await departments.getDepartment(.init(id: 1)) }
    }
    let spans = tracer.take(10)
    #expect(spans.count == 3)
    #expect(Set(spans.map(\.context.traceID)).count == 3)
    #expect(spans.allSatisfy { $0.parentID.isEmpty })
  }

  @Test("Spans over the queue's bound are dropped and counted")
  func bound() throws {
    let registry = Registry()
    let tracer = Tracer(sample: 1, registry: registry)
    for _ in 0...Tracer.queueLimit {
      let span = try #require(tracer.begin(.inner, "x", in: nil))
      tracer.end(span, service: "directory", attributes: [], error: nil)
    }
    #expect(tracer.take(.max).count == Tracer.queueLimit)
    #expect(line("siyu_trace_spans_total{outcome=\"dropped\"}", registry)?.hasSuffix(" 1") == true)
  }

  @Test("A service is ready until it drains, and its health says the same")
  func readiness() async throws {
    let service = try await RunningService.start(DirectoryService.self, in: TemporaryFolder())
    #expect(service.host.trouble == nil)
    await service.stop()
    #expect(service.host.trouble == "draining")
  }
}
