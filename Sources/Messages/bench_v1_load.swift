// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension BenchV1 {
  package protocol LoadServiceProtocol: Swift.Sendable {
    /// Sends customers as fast as they are taken.
    func listCustomers(_ request: BenchV1.ListCustomersRequest, _ replies: RPC.ReplyStream<BenchV1.Customer>, _ call: RPC.Call) async throws
    /// Takes customers as fast as they come.
    func importCustomers(_ requests: RPC.RequestStream<BenchV1.Customer>, _ call: RPC.Call) async throws -> BenchV1.ImportCustomersReply
    /// Answers with what it was sent.
    func echo(_ request: BenchV1.Blob, _ call: RPC.Call) async throws -> BenchV1.Blob
  }

  /// The methods of `bench.v1.LoadService`, and its routes.
  package enum LoadService {
    package static let listCustomers = RPC.MethodDescriptor(
      service: "bench.v1.LoadService", name: "ListCustomers",
      clientStreaming: false, serverStreaming: true,
      right: .open)
    package static let importCustomers = RPC.MethodDescriptor(
      service: "bench.v1.LoadService", name: "ImportCustomers",
      clientStreaming: true, serverStreaming: false,
      right: .open)
    package static let echo = RPC.MethodDescriptor(
      service: "bench.v1.LoadService", name: "Echo",
      clientStreaming: false, serverStreaming: false,
      right: .open)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "bench.v1.LoadService",
      methods: [listCustomers, importCustomers, echo])

    package static func routes(_ service: some LoadServiceProtocol) -> [RPC.Route] {
      [
        .serverStream(listCustomers) { (request: BenchV1.ListCustomersRequest, replies: RPC.ReplyStream<BenchV1.Customer>, call) in try await service.listCustomers(request, replies, call) },
        .clientStream(importCustomers) { (requests: RPC.RequestStream<BenchV1.Customer>, call) in try await service.importCustomers(requests, call) },
        .unary(echo) { bytes, call in
          guard let request = call.begin(BenchV1.Blob.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.echo(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `bench.v1.LoadService` over a channel.
  package struct LoadServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Sends customers as fast as they are taken.
    package func listCustomers(_ request: BenchV1.ListCustomersRequest, options: RPC.CallOptions = .init()) -> RPC.ReplySequence<BenchV1.Customer> {
      channel.serverStream(LoadService.listCustomers, request, options)
    }

    /// Takes customers as fast as they come.
    package func importCustomers(options: RPC.CallOptions = .init(), _ send: (RPC.RequestWriter<BenchV1.Customer>) async throws -> Void) async throws -> BenchV1.ImportCustomersReply {
      try await channel.clientStream(LoadService.importCustomers, options, send)
    }

    /// Answers with what it was sent.
    package func echo(_ request: BenchV1.Blob, options: RPC.CallOptions = .init()) async throws -> BenchV1.Blob {
      try await channel.unary(LoadService.echo, request, options)
    }
  }

  package struct ListCustomersRequest: Protobuf.Message {
    /// How many customers to send: 0, 1, 2 … and, after 9,999, from 0 again.
    package var count: Int64 = 0

    package init() {}

    package init(
      count: Int64 = 0
    ) {
      self.count = count
    }

    package static var fullName: String { "bench.v1.ListCustomersRequest" }
    package static let layout = Protobuf.MessageLayout(bench__v1__list_customers_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Bench__V1__ListCustomersRequest.self)
      self.count = c.pointee.count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Bench__V1__ListCustomersRequest.self)
      c.pointee.count = self.count
    }
  }

  package struct ImportCustomersReply: Protobuf.Message {
    /// How many came.
    package var count: Int64 = 0

    package init() {}

    package init(
      count: Int64 = 0
    ) {
      self.count = count
    }

    package static var fullName: String { "bench.v1.ImportCustomersReply" }
    package static let layout = Protobuf.MessageLayout(bench__v1__import_customers_reply__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Bench__V1__ImportCustomersReply.self)
      self.count = c.pointee.count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Bench__V1__ImportCustomersReply.self)
      c.pointee.count = self.count
    }
  }

  package struct Blob: Protobuf.Message {
    /// Anything.
    package var data: [UInt8] = []

    package init() {}

    package init(
      data: [UInt8] = []
    ) {
      self.data = data
    }

    package static var fullName: String { "bench.v1.Blob" }
    package static let layout = Protobuf.MessageLayout(bench__v1__blob__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Bench__V1__Blob.self)
      self.data = reader.bytes(c.pointee.data)
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Bench__V1__Blob.self)
      c.pointee.data = writer.bytes(self.data)
    }
  }
}
