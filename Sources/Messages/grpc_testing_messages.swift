// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf

extension GrpcTesting {
  /// The type of payload that should be returned.
  package struct PayloadType: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Compressable text format.
    package static var compressable: Self { Self(rawValue: 0) }

    package static let names: [Int32: String] = [
      0: "COMPRESSABLE",
    ]
  }

  /// The type of route that a client took to reach a server w.r.t. gRPCLB.
  /// The server must fill in "fallback" if it detects that the RPC reached
  /// the server via the "gRPCLB fallback" path, and "backend" if it detects
  /// that the RPC reached the server via "gRPCLB backend" path (i.e. if it got
  /// the address of this server from the gRPCLB server BalanceLoad RPC). Exactly
  /// how this detection is done is context and server dependent.
  package struct GrpclbRouteType: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Server didn't detect the route that a client took to reach it.
    package static var unknown: Self { Self(rawValue: 0) }
    /// Indicates that a client reached a server via gRPCLB fallback.
    package static var fallback: Self { Self(rawValue: 1) }
    /// Indicates that a client reached a server as a gRPCLB-given backend.
    package static var backend: Self { Self(rawValue: 2) }

    package static let names: [Int32: String] = [
      0: "GRPCLB_ROUTE_TYPE_UNKNOWN",
      1: "GRPCLB_ROUTE_TYPE_FALLBACK",
      2: "GRPCLB_ROUTE_TYPE_BACKEND",
    ]
  }

  /// TODO(dgq): Go back to using well-known types once
  /// https://github.com/grpc/grpc/issues/6980 has been fixed.
  /// import "google/protobuf/wrappers.proto";
  package struct BoolValue: Protobuf.Message {
    /// The bool value.
    package var value: Bool = false

    package init() {}

    package init(
      value: Bool = false
    ) {
      self.value = value
    }

    package static var fullName: String { "grpc.testing.BoolValue" }
    package static let layout = Protobuf.MessageLayout(grpc__testing__bool_value__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Grpc__Testing__BoolValue.self)
      self.value = c.pointee.value != 0
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Grpc__Testing__BoolValue.self)
      c.pointee.value = self.value ? 1 : 0
    }
  }

  /// A block of data, to simply increase gRPC message size.
  package struct Payload: Protobuf.Message {
    /// The type of data in body.
    package var type: GrpcTesting.PayloadType = .init()
    /// Primary contents of payload.
    package var body: [UInt8] = []

    package init() {}

    package init(
      type: GrpcTesting.PayloadType = .init(),
      body: [UInt8] = []
    ) {
      self.type = type
      self.body = body
    }

    package static var fullName: String { "grpc.testing.Payload" }
    package static let layout = Protobuf.MessageLayout(grpc__testing__payload__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Grpc__Testing__Payload.self)
      self.type = GrpcTesting.PayloadType(rawValue: Int32(truncatingIfNeeded: c.pointee.type.rawValue))
      self.body = reader.bytes(c.pointee.body)
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Grpc__Testing__Payload.self)
      c.pointee.type = writer.value(self.type)
      c.pointee.body = writer.bytes(self.body)
    }
  }

  /// A protobuf representation for grpc status. This is used by test
  /// clients to specify a status that the server should attempt to return.
  package struct EchoStatus: Protobuf.Message {
    package var code: Int32 = 0
    package var message: String = ""

    package init() {}

    package init(
      code: Int32 = 0,
      message: String = ""
    ) {
      self.code = code
      self.message = message
    }

    package static var fullName: String { "grpc.testing.EchoStatus" }
    package static let layout = Protobuf.MessageLayout(grpc__testing__echo_status__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Grpc__Testing__EchoStatus.self)
      self.code = c.pointee.code
      self.message = reader.text(c.pointee.message, "message")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Grpc__Testing__EchoStatus.self)
      c.pointee.code = self.code
      c.pointee.message = writer.text(self.message)
    }
  }

  /// Unary request.
  package struct SimpleRequest: Protobuf.Message {
    /// Desired payload type in the response from the server.
    /// If response_type is RANDOM, server randomly chooses one from other formats.
    package var responseType: GrpcTesting.PayloadType = .init()
    /// Desired payload size in the response from the server.
    package var responseSize: Int32 = 0
    /// Optional input payload sent along with the request.
    package var payload: GrpcTesting.Payload? = nil
    /// Whether SimpleResponse should include username.
    package var fillUsername: Bool = false
    /// Whether SimpleResponse should include OAuth scope.
    package var fillOauthScope: Bool = false
    /// Whether to request the server to compress the response. This field is
    /// "nullable" in order to interoperate seamlessly with clients not able to
    /// implement the full compression tests by introspecting the call to verify
    /// the response's compression status.
    package var responseCompressed: GrpcTesting.BoolValue? = nil
    /// Whether server should return a given status
    package var responseStatus: GrpcTesting.EchoStatus? = nil
    /// Whether the server should expect this request to be compressed.
    package var expectCompressed: GrpcTesting.BoolValue? = nil
    /// Whether SimpleResponse should include server_id.
    package var fillServerID: Bool = false
    /// Whether SimpleResponse should include grpclb_route_type.
    package var fillGrpclbRouteType: Bool = false
    /// If set the server should record this metrics report data for the current RPC.
    package var orcaPerQueryReport: GrpcTesting.TestOrcaReport? = nil
    /// If set the server should update this metrics report data at the OOB server.
    package var orcaOobReport: GrpcTesting.TestOrcaReport? = nil

    package init() {}

    package init(
      responseType: GrpcTesting.PayloadType = .init(),
      responseSize: Int32 = 0,
      payload: GrpcTesting.Payload? = nil,
      fillUsername: Bool = false,
      fillOauthScope: Bool = false,
      responseCompressed: GrpcTesting.BoolValue? = nil,
      responseStatus: GrpcTesting.EchoStatus? = nil,
      expectCompressed: GrpcTesting.BoolValue? = nil,
      fillServerID: Bool = false,
      fillGrpclbRouteType: Bool = false,
      orcaPerQueryReport: GrpcTesting.TestOrcaReport? = nil,
      orcaOobReport: GrpcTesting.TestOrcaReport? = nil
    ) {
      self.responseType = responseType
      self.responseSize = responseSize
      self.payload = payload
      self.fillUsername = fillUsername
      self.fillOauthScope = fillOauthScope
      self.responseCompressed = responseCompressed
      self.responseStatus = responseStatus
      self.expectCompressed = expectCompressed
      self.fillServerID = fillServerID
      self.fillGrpclbRouteType = fillGrpclbRouteType
      self.orcaPerQueryReport = orcaPerQueryReport
      self.orcaOobReport = orcaOobReport
    }

    package static var fullName: String { "grpc.testing.SimpleRequest" }
    package static let layout = Protobuf.MessageLayout(grpc__testing__simple_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Grpc__Testing__SimpleRequest.self)
      self.responseType = GrpcTesting.PayloadType(rawValue: Int32(truncatingIfNeeded: c.pointee.response_type.rawValue))
      self.responseSize = c.pointee.response_size
      self.payload = reader.message(c.pointee.payload, "payload")
      self.fillUsername = c.pointee.fill_username != 0
      self.fillOauthScope = c.pointee.fill_oauth_scope != 0
      self.responseCompressed = reader.message(c.pointee.response_compressed, "response_compressed")
      self.responseStatus = reader.message(c.pointee.response_status, "response_status")
      self.expectCompressed = reader.message(c.pointee.expect_compressed, "expect_compressed")
      self.fillServerID = c.pointee.fill_server_id != 0
      self.fillGrpclbRouteType = c.pointee.fill_grpclb_route_type != 0
      self.orcaPerQueryReport = reader.message(c.pointee.orca_per_query_report, "orca_per_query_report")
      self.orcaOobReport = reader.message(c.pointee.orca_oob_report, "orca_oob_report")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Grpc__Testing__SimpleRequest.self)
      c.pointee.response_type = writer.value(self.responseType)
      c.pointee.response_size = self.responseSize
      c.pointee.payload = writer.message(self.payload)
      c.pointee.fill_username = self.fillUsername ? 1 : 0
      c.pointee.fill_oauth_scope = self.fillOauthScope ? 1 : 0
      c.pointee.response_compressed = writer.message(self.responseCompressed)
      c.pointee.response_status = writer.message(self.responseStatus)
      c.pointee.expect_compressed = writer.message(self.expectCompressed)
      c.pointee.fill_server_id = self.fillServerID ? 1 : 0
      c.pointee.fill_grpclb_route_type = self.fillGrpclbRouteType ? 1 : 0
      c.pointee.orca_per_query_report = writer.message(self.orcaPerQueryReport)
      c.pointee.orca_oob_report = writer.message(self.orcaOobReport)
    }
  }

  /// Unary response, as configured by the request.
  package struct SimpleResponse: Protobuf.Message {
    /// Payload to increase message size.
    package var payload: GrpcTesting.Payload? = nil
    /// The user the request came from, for verifying authentication was
    /// successful when the client expected it.
    package var username: String = ""
    /// OAuth scope.
    package var oauthScope: String = ""
    /// Server ID. This must be unique among different server instances,
    /// but the same across all RPC's made to a particular server instance.
    package var serverID: String = ""
    /// gRPCLB Path.
    package var grpclbRouteType: GrpcTesting.GrpclbRouteType = .init()
    /// Server hostname.
    package var hostname: String = ""

    package init() {}

    package init(
      payload: GrpcTesting.Payload? = nil,
      username: String = "",
      oauthScope: String = "",
      serverID: String = "",
      grpclbRouteType: GrpcTesting.GrpclbRouteType = .init(),
      hostname: String = ""
    ) {
      self.payload = payload
      self.username = username
      self.oauthScope = oauthScope
      self.serverID = serverID
      self.grpclbRouteType = grpclbRouteType
      self.hostname = hostname
    }

    package static var fullName: String { "grpc.testing.SimpleResponse" }
    package static let layout = Protobuf.MessageLayout(grpc__testing__simple_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Grpc__Testing__SimpleResponse.self)
      self.payload = reader.message(c.pointee.payload, "payload")
      self.username = reader.text(c.pointee.username, "username")
      self.oauthScope = reader.text(c.pointee.oauth_scope, "oauth_scope")
      self.serverID = reader.text(c.pointee.server_id, "server_id")
      self.grpclbRouteType = GrpcTesting.GrpclbRouteType(rawValue: Int32(truncatingIfNeeded: c.pointee.grpclb_route_type.rawValue))
      self.hostname = reader.text(c.pointee.hostname, "hostname")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Grpc__Testing__SimpleResponse.self)
      c.pointee.payload = writer.message(self.payload)
      c.pointee.username = writer.text(self.username)
      c.pointee.oauth_scope = writer.text(self.oauthScope)
      c.pointee.server_id = writer.text(self.serverID)
      c.pointee.grpclb_route_type = writer.value(self.grpclbRouteType)
      c.pointee.hostname = writer.text(self.hostname)
    }
  }

  /// Client-streaming request.
  package struct StreamingInputCallRequest: Protobuf.Message {
    /// Optional input payload sent along with the request.
    package var payload: GrpcTesting.Payload? = nil
    /// Whether the server should expect this request to be compressed. This field
    /// is "nullable" in order to interoperate seamlessly with servers not able to
    /// implement the full compression tests by introspecting the call to verify
    /// the request's compression status.
    package var expectCompressed: GrpcTesting.BoolValue? = nil

    package init() {}

    package init(
      payload: GrpcTesting.Payload? = nil,
      expectCompressed: GrpcTesting.BoolValue? = nil
    ) {
      self.payload = payload
      self.expectCompressed = expectCompressed
    }

    package static var fullName: String { "grpc.testing.StreamingInputCallRequest" }
    package static let layout = Protobuf.MessageLayout(grpc__testing__streaming_input_call_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Grpc__Testing__StreamingInputCallRequest.self)
      self.payload = reader.message(c.pointee.payload, "payload")
      self.expectCompressed = reader.message(c.pointee.expect_compressed, "expect_compressed")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Grpc__Testing__StreamingInputCallRequest.self)
      c.pointee.payload = writer.message(self.payload)
      c.pointee.expect_compressed = writer.message(self.expectCompressed)
    }
  }

  /// Client-streaming response.
  package struct StreamingInputCallResponse: Protobuf.Message {
    /// Aggregated size of payloads received from the client.
    package var aggregatedPayloadSize: Int32 = 0

    package init() {}

    package init(
      aggregatedPayloadSize: Int32 = 0
    ) {
      self.aggregatedPayloadSize = aggregatedPayloadSize
    }

    package static var fullName: String { "grpc.testing.StreamingInputCallResponse" }
    package static let layout = Protobuf.MessageLayout(grpc__testing__streaming_input_call_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Grpc__Testing__StreamingInputCallResponse.self)
      self.aggregatedPayloadSize = c.pointee.aggregated_payload_size
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Grpc__Testing__StreamingInputCallResponse.self)
      c.pointee.aggregated_payload_size = self.aggregatedPayloadSize
    }
  }

  /// Configuration for a particular response.
  package struct ResponseParameters: Protobuf.Message {
    /// Desired payload sizes in responses from the server.
    package var size: Int32 = 0
    /// Desired interval between consecutive responses in the response stream in
    /// microseconds.
    package var intervalUs: Int32 = 0
    /// Whether to request the server to compress the response. This field is
    /// "nullable" in order to interoperate seamlessly with clients not able to
    /// implement the full compression tests by introspecting the call to verify
    /// the response's compression status.
    package var compressed: GrpcTesting.BoolValue? = nil

    package init() {}

    package init(
      size: Int32 = 0,
      intervalUs: Int32 = 0,
      compressed: GrpcTesting.BoolValue? = nil
    ) {
      self.size = size
      self.intervalUs = intervalUs
      self.compressed = compressed
    }

    package static var fullName: String { "grpc.testing.ResponseParameters" }
    package static let layout = Protobuf.MessageLayout(grpc__testing__response_parameters__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Grpc__Testing__ResponseParameters.self)
      self.size = c.pointee.size
      self.intervalUs = c.pointee.interval_us
      self.compressed = reader.message(c.pointee.compressed, "compressed")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Grpc__Testing__ResponseParameters.self)
      c.pointee.size = self.size
      c.pointee.interval_us = self.intervalUs
      c.pointee.compressed = writer.message(self.compressed)
    }
  }

  /// Server-streaming request.
  package struct StreamingOutputCallRequest: Protobuf.Message {
    /// Desired payload type in the response from the server.
    /// If response_type is RANDOM, the payload from each response in the stream
    /// might be of different types. This is to simulate a mixed type of payload
    /// stream.
    package var responseType: GrpcTesting.PayloadType = .init()
    /// Configuration for each expected response message.
    package var responseParameters: [GrpcTesting.ResponseParameters] = []
    /// Optional input payload sent along with the request.
    package var payload: GrpcTesting.Payload? = nil
    /// Whether server should return a given status
    package var responseStatus: GrpcTesting.EchoStatus? = nil
    /// If set the server should update this metrics report data at the OOB server.
    package var orcaOobReport: GrpcTesting.TestOrcaReport? = nil

    package init() {}

    package init(
      responseType: GrpcTesting.PayloadType = .init(),
      responseParameters: [GrpcTesting.ResponseParameters] = [],
      payload: GrpcTesting.Payload? = nil,
      responseStatus: GrpcTesting.EchoStatus? = nil,
      orcaOobReport: GrpcTesting.TestOrcaReport? = nil
    ) {
      self.responseType = responseType
      self.responseParameters = responseParameters
      self.payload = payload
      self.responseStatus = responseStatus
      self.orcaOobReport = orcaOobReport
    }

    package static var fullName: String { "grpc.testing.StreamingOutputCallRequest" }
    package static let layout = Protobuf.MessageLayout(grpc__testing__streaming_output_call_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Grpc__Testing__StreamingOutputCallRequest.self)
      self.responseType = GrpcTesting.PayloadType(rawValue: Int32(truncatingIfNeeded: c.pointee.response_type.rawValue))
      self.responseParameters = reader.messages(c.pointee.n_response_parameters, c.pointee.response_parameters, "response_parameters")
      self.payload = reader.message(c.pointee.payload, "payload")
      self.responseStatus = reader.message(c.pointee.response_status, "response_status")
      self.orcaOobReport = reader.message(c.pointee.orca_oob_report, "orca_oob_report")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Grpc__Testing__StreamingOutputCallRequest.self)
      c.pointee.response_type = writer.value(self.responseType)
      c.pointee.response_parameters = writer.messages(self.responseParameters, &c.pointee.n_response_parameters)
      c.pointee.payload = writer.message(self.payload)
      c.pointee.response_status = writer.message(self.responseStatus)
      c.pointee.orca_oob_report = writer.message(self.orcaOobReport)
    }
  }

  /// Server-streaming response, as configured by the request and parameters.
  package struct StreamingOutputCallResponse: Protobuf.Message {
    /// Payload to increase response size.
    package var payload: GrpcTesting.Payload? = nil

    package init() {}

    package init(
      payload: GrpcTesting.Payload? = nil
    ) {
      self.payload = payload
    }

    package static var fullName: String { "grpc.testing.StreamingOutputCallResponse" }
    package static let layout = Protobuf.MessageLayout(grpc__testing__streaming_output_call_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Grpc__Testing__StreamingOutputCallResponse.self)
      self.payload = reader.message(c.pointee.payload, "payload")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Grpc__Testing__StreamingOutputCallResponse.self)
      c.pointee.payload = writer.message(self.payload)
    }
  }

  /// For reconnect interop test only.
  /// Client tells server what reconnection parameters it used.
  package struct ReconnectParams: Protobuf.Message {
    package var maxReconnectBackoffMs: Int32 = 0

    package init() {}

    package init(
      maxReconnectBackoffMs: Int32 = 0
    ) {
      self.maxReconnectBackoffMs = maxReconnectBackoffMs
    }

    package static var fullName: String { "grpc.testing.ReconnectParams" }
    package static let layout = Protobuf.MessageLayout(grpc__testing__reconnect_params__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Grpc__Testing__ReconnectParams.self)
      self.maxReconnectBackoffMs = c.pointee.max_reconnect_backoff_ms
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Grpc__Testing__ReconnectParams.self)
      c.pointee.max_reconnect_backoff_ms = self.maxReconnectBackoffMs
    }
  }

  /// For reconnect interop test only.
  /// Server tells client whether its reconnects are following the spec and the
  /// reconnect backoffs it saw.
  package struct ReconnectInfo: Protobuf.Message {
    package var passed: Bool = false
    package var backoffMs: [Int32] = []

    package init() {}

    package init(
      passed: Bool = false,
      backoffMs: [Int32] = []
    ) {
      self.passed = passed
      self.backoffMs = backoffMs
    }

    package static var fullName: String { "grpc.testing.ReconnectInfo" }
    package static let layout = Protobuf.MessageLayout(grpc__testing__reconnect_info__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Grpc__Testing__ReconnectInfo.self)
      self.passed = c.pointee.passed != 0
      self.backoffMs = reader.numbers(c.pointee.n_backoff_ms, c.pointee.backoff_ms)
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Grpc__Testing__ReconnectInfo.self)
      c.pointee.passed = self.passed ? 1 : 0
      c.pointee.backoff_ms = writer.numbers(self.backoffMs, &c.pointee.n_backoff_ms)
    }
  }

  package struct LoadBalancerStatsRequest: Protobuf.Message {
    /// Request stats for the next num_rpcs sent by client.
    package var numRpcs: Int32 = 0
    /// If num_rpcs have not completed within timeout_sec, return partial results.
    package var timeoutSec: Int32 = 0

    package init() {}

    package init(
      numRpcs: Int32 = 0,
      timeoutSec: Int32 = 0
    ) {
      self.numRpcs = numRpcs
      self.timeoutSec = timeoutSec
    }

    package static var fullName: String { "grpc.testing.LoadBalancerStatsRequest" }
    package static let layout = Protobuf.MessageLayout(grpc__testing__load_balancer_stats_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Grpc__Testing__LoadBalancerStatsRequest.self)
      self.numRpcs = c.pointee.num_rpcs
      self.timeoutSec = c.pointee.timeout_sec
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Grpc__Testing__LoadBalancerStatsRequest.self)
      c.pointee.num_rpcs = self.numRpcs
      c.pointee.timeout_sec = self.timeoutSec
    }
  }

  package struct LoadBalancerStatsResponse: Protobuf.Message {
    /// The number of completed RPCs for each peer.
    package var rpcsByPeer: [String: Int32] = [:]
    /// The number of RPCs that failed to record a remote peer.
    package var numFailures: Int32 = 0
    package var rpcsByMethod: [String: GrpcTesting.LoadBalancerStatsResponse.RpcsByPeer] = [:]

    package init() {}

    package init(
      rpcsByPeer: [String: Int32] = [:],
      numFailures: Int32 = 0,
      rpcsByMethod: [String: GrpcTesting.LoadBalancerStatsResponse.RpcsByPeer] = [:]
    ) {
      self.rpcsByPeer = rpcsByPeer
      self.numFailures = numFailures
      self.rpcsByMethod = rpcsByMethod
    }

    package struct RpcsByPeer: Protobuf.Message {
      /// The number of completed RPCs for each peer.
      package var rpcsByPeer: [String: Int32] = [:]

      package init() {}

      package init(
        rpcsByPeer: [String: Int32] = [:]
      ) {
        self.rpcsByPeer = rpcsByPeer
      }

      package static var fullName: String { "grpc.testing.LoadBalancerStatsResponse.RpcsByPeer" }
      package static let layout = Protobuf.MessageLayout(grpc__testing__load_balancer_stats_response__rpcs_by_peer__init)

      package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
        let c = source.of(Grpc__Testing__LoadBalancerStatsResponse__RpcsByPeer.self)
        self.rpcsByPeer = reader.map(c.pointee.n_rpcs_by_peer, c.pointee.rpcs_by_peer, "rpcs_by_peer") { reader, c in
          (reader.text(c.pointee.key, "key"), c.pointee.value)
        }
      }

      package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
        let c = target.of(Grpc__Testing__LoadBalancerStatsResponse__RpcsByPeer.self)
        c.pointee.rpcs_by_peer = writer.map(self.rpcsByPeer, &c.pointee.n_rpcs_by_peer, grpc__testing__load_balancer_stats_response__rpcs_by_peer__rpcs_by_peer_entry__init) {
          c, key, value in
          c.pointee.key = writer.text(key)
          c.pointee.value = value
        }
      }
    }

    package static var fullName: String { "grpc.testing.LoadBalancerStatsResponse" }
    package static let layout = Protobuf.MessageLayout(grpc__testing__load_balancer_stats_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Grpc__Testing__LoadBalancerStatsResponse.self)
      self.rpcsByPeer = reader.map(c.pointee.n_rpcs_by_peer, c.pointee.rpcs_by_peer, "rpcs_by_peer") { reader, c in
        (reader.text(c.pointee.key, "key"), c.pointee.value)
      }
      self.numFailures = c.pointee.num_failures
      self.rpcsByMethod = reader.map(c.pointee.n_rpcs_by_method, c.pointee.rpcs_by_method, "rpcs_by_method") { reader, c in
        (reader.text(c.pointee.key, "key"), reader.message(c.pointee.value, "value") ?? GrpcTesting.LoadBalancerStatsResponse.RpcsByPeer())
      }
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Grpc__Testing__LoadBalancerStatsResponse.self)
      c.pointee.rpcs_by_peer = writer.map(self.rpcsByPeer, &c.pointee.n_rpcs_by_peer, grpc__testing__load_balancer_stats_response__rpcs_by_peer_entry__init) {
        c, key, value in
        c.pointee.key = writer.text(key)
        c.pointee.value = value
      }
      c.pointee.num_failures = self.numFailures
      c.pointee.rpcs_by_method = writer.map(self.rpcsByMethod, &c.pointee.n_rpcs_by_method, grpc__testing__load_balancer_stats_response__rpcs_by_method_entry__init) {
        c, key, value in
        c.pointee.key = writer.text(key)
        c.pointee.value = writer.message(value)
      }
    }
  }

  /// Request for retrieving a test client's accumulated stats.
  package struct LoadBalancerAccumulatedStatsRequest: Protobuf.Message {
    package init() {}

    package static var fullName: String { "grpc.testing.LoadBalancerAccumulatedStatsRequest" }
    package static let layout = Protobuf.MessageLayout(grpc__testing__load_balancer_accumulated_stats_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }

  /// Accumulated stats for RPCs sent by a test client.
  package struct LoadBalancerAccumulatedStatsResponse: Protobuf.Message {
    /// The total number of RPCs have ever issued for each type.
    /// Deprecated: use stats_per_method.rpcs_started instead.
    package var numRpcsStartedByMethod: [String: Int32] = [:]
    /// The total number of RPCs have ever completed successfully for each type.
    /// Deprecated: use stats_per_method.result instead.
    package var numRpcsSucceededByMethod: [String: Int32] = [:]
    /// The total number of RPCs have ever failed for each type.
    /// Deprecated: use stats_per_method.result instead.
    package var numRpcsFailedByMethod: [String: Int32] = [:]
    /// Per-method RPC statistics.  The key is the RpcType in string form; e.g.
    /// 'EMPTY_CALL' or 'UNARY_CALL'
    package var statsPerMethod: [String: GrpcTesting.LoadBalancerAccumulatedStatsResponse.MethodStats] = [:]

    package init() {}

    package init(
      numRpcsStartedByMethod: [String: Int32] = [:],
      numRpcsSucceededByMethod: [String: Int32] = [:],
      numRpcsFailedByMethod: [String: Int32] = [:],
      statsPerMethod: [String: GrpcTesting.LoadBalancerAccumulatedStatsResponse.MethodStats] = [:]
    ) {
      self.numRpcsStartedByMethod = numRpcsStartedByMethod
      self.numRpcsSucceededByMethod = numRpcsSucceededByMethod
      self.numRpcsFailedByMethod = numRpcsFailedByMethod
      self.statsPerMethod = statsPerMethod
    }

    package struct MethodStats: Protobuf.Message {
      /// The number of RPCs that were started for this method.
      package var rpcsStarted: Int32 = 0
      /// The number of RPCs that completed with each status for this method.  The
      /// key is the integral value of a google.rpc.Code; the value is the count.
      package var result: [Int32: Int32] = [:]

      package init() {}

      package init(
        rpcsStarted: Int32 = 0,
        result: [Int32: Int32] = [:]
      ) {
        self.rpcsStarted = rpcsStarted
        self.result = result
      }

      package static var fullName: String { "grpc.testing.LoadBalancerAccumulatedStatsResponse.MethodStats" }
      package static let layout = Protobuf.MessageLayout(grpc__testing__load_balancer_accumulated_stats_response__method_stats__init)

      package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
        let c = source.of(Grpc__Testing__LoadBalancerAccumulatedStatsResponse__MethodStats.self)
        self.rpcsStarted = c.pointee.rpcs_started
        self.result = reader.map(c.pointee.n_result, c.pointee.result, "result") { reader, c in
          (c.pointee.key, c.pointee.value)
        }
      }

      package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
        let c = target.of(Grpc__Testing__LoadBalancerAccumulatedStatsResponse__MethodStats.self)
        c.pointee.rpcs_started = self.rpcsStarted
        c.pointee.result = writer.map(self.result, &c.pointee.n_result, grpc__testing__load_balancer_accumulated_stats_response__method_stats__result_entry__init) {
          c, key, value in
          c.pointee.key = key
          c.pointee.value = value
        }
      }
    }

    package static var fullName: String { "grpc.testing.LoadBalancerAccumulatedStatsResponse" }
    package static let layout = Protobuf.MessageLayout(grpc__testing__load_balancer_accumulated_stats_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Grpc__Testing__LoadBalancerAccumulatedStatsResponse.self)
      self.numRpcsStartedByMethod = reader.map(c.pointee.n_num_rpcs_started_by_method, c.pointee.num_rpcs_started_by_method, "num_rpcs_started_by_method") { reader, c in
        (reader.text(c.pointee.key, "key"), c.pointee.value)
      }
      self.numRpcsSucceededByMethod = reader.map(c.pointee.n_num_rpcs_succeeded_by_method, c.pointee.num_rpcs_succeeded_by_method, "num_rpcs_succeeded_by_method") { reader, c in
        (reader.text(c.pointee.key, "key"), c.pointee.value)
      }
      self.numRpcsFailedByMethod = reader.map(c.pointee.n_num_rpcs_failed_by_method, c.pointee.num_rpcs_failed_by_method, "num_rpcs_failed_by_method") { reader, c in
        (reader.text(c.pointee.key, "key"), c.pointee.value)
      }
      self.statsPerMethod = reader.map(c.pointee.n_stats_per_method, c.pointee.stats_per_method, "stats_per_method") { reader, c in
        (reader.text(c.pointee.key, "key"), reader.message(c.pointee.value, "value") ?? GrpcTesting.LoadBalancerAccumulatedStatsResponse.MethodStats())
      }
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Grpc__Testing__LoadBalancerAccumulatedStatsResponse.self)
      c.pointee.num_rpcs_started_by_method = writer.map(self.numRpcsStartedByMethod, &c.pointee.n_num_rpcs_started_by_method, grpc__testing__load_balancer_accumulated_stats_response__num_rpcs_started_by_method_entry__init) {
        c, key, value in
        c.pointee.key = writer.text(key)
        c.pointee.value = value
      }
      c.pointee.num_rpcs_succeeded_by_method = writer.map(self.numRpcsSucceededByMethod, &c.pointee.n_num_rpcs_succeeded_by_method, grpc__testing__load_balancer_accumulated_stats_response__num_rpcs_succeeded_by_method_entry__init) {
        c, key, value in
        c.pointee.key = writer.text(key)
        c.pointee.value = value
      }
      c.pointee.num_rpcs_failed_by_method = writer.map(self.numRpcsFailedByMethod, &c.pointee.n_num_rpcs_failed_by_method, grpc__testing__load_balancer_accumulated_stats_response__num_rpcs_failed_by_method_entry__init) {
        c, key, value in
        c.pointee.key = writer.text(key)
        c.pointee.value = value
      }
      c.pointee.stats_per_method = writer.map(self.statsPerMethod, &c.pointee.n_stats_per_method, grpc__testing__load_balancer_accumulated_stats_response__stats_per_method_entry__init) {
        c, key, value in
        c.pointee.key = writer.text(key)
        c.pointee.value = writer.message(value)
      }
    }
  }

  /// Configurations for a test client.
  package struct ClientConfigureRequest: Protobuf.Message {
    /// The types of RPCs the client sends.
    package var types: [GrpcTesting.ClientConfigureRequest.RpcType] = []
    /// The collection of custom metadata to be attached to RPCs sent by the client.
    package var metadata: [GrpcTesting.ClientConfigureRequest.Metadata] = []
    /// The deadline to use, in seconds, for all RPCs.  If unset or zero, the
    /// client will use the default from the command-line.
    package var timeoutSec: Int32 = 0

    package init() {}

    package init(
      types: [GrpcTesting.ClientConfigureRequest.RpcType] = [],
      metadata: [GrpcTesting.ClientConfigureRequest.Metadata] = [],
      timeoutSec: Int32 = 0
    ) {
      self.types = types
      self.metadata = metadata
      self.timeoutSec = timeoutSec
    }

    /// Type of RPCs to send.
    package struct RpcType: Protobuf.OpenEnum {
      package var rawValue: Int32
      package init(rawValue: Int32) { self.rawValue = rawValue }

      package static var emptyCall: Self { Self(rawValue: 0) }
      package static var unaryCall: Self { Self(rawValue: 1) }

      package static let names: [Int32: String] = [
        0: "EMPTY_CALL",
        1: "UNARY_CALL",
      ]
    }

    /// Metadata to be attached for the given type of RPCs.
    package struct Metadata: Protobuf.Message {
      package var type: GrpcTesting.ClientConfigureRequest.RpcType = .init()
      package var key: String = ""
      package var value: String = ""

      package init() {}

      package init(
        type: GrpcTesting.ClientConfigureRequest.RpcType = .init(),
        key: String = "",
        value: String = ""
      ) {
        self.type = type
        self.key = key
        self.value = value
      }

      package static var fullName: String { "grpc.testing.ClientConfigureRequest.Metadata" }
      package static let layout = Protobuf.MessageLayout(grpc__testing__client_configure_request__metadata__init)

      package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
        let c = source.of(Grpc__Testing__ClientConfigureRequest__Metadata.self)
        self.type = GrpcTesting.ClientConfigureRequest.RpcType(rawValue: Int32(truncatingIfNeeded: c.pointee.type.rawValue))
        self.key = reader.text(c.pointee.key, "key")
        self.value = reader.text(c.pointee.value, "value")
      }

      package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
        let c = target.of(Grpc__Testing__ClientConfigureRequest__Metadata.self)
        c.pointee.type = writer.value(self.type)
        c.pointee.key = writer.text(self.key)
        c.pointee.value = writer.text(self.value)
      }
    }

    package static var fullName: String { "grpc.testing.ClientConfigureRequest" }
    package static let layout = Protobuf.MessageLayout(grpc__testing__client_configure_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Grpc__Testing__ClientConfigureRequest.self)
      self.types = reader.values(c.pointee.n_types, c.pointee.types)
      self.metadata = reader.messages(c.pointee.n_metadata, c.pointee.metadata, "metadata")
      self.timeoutSec = c.pointee.timeout_sec
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Grpc__Testing__ClientConfigureRequest.self)
      c.pointee.types = writer.values(self.types, &c.pointee.n_types)
      c.pointee.metadata = writer.messages(self.metadata, &c.pointee.n_metadata)
      c.pointee.timeout_sec = self.timeoutSec
    }
  }

  /// Response for updating a test client's configuration.
  package struct ClientConfigureResponse: Protobuf.Message {
    package init() {}

    package static var fullName: String { "grpc.testing.ClientConfigureResponse" }
    package static let layout = Protobuf.MessageLayout(grpc__testing__client_configure_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }

  /// Metrics data the server will update and send to the client. It mirrors orca load report
  /// https://github.com/cncf/xds/blob/eded343319d09f30032952beda9840bbd3dcf7ac/xds/data/orca/v3/orca_load_report.proto#L15,
  /// but avoids orca dependency. Used by both per-query and out-of-band reporting tests.
  package struct TestOrcaReport: Protobuf.Message {
    package var cpuUtilization: Double = 0
    package var memoryUtilization: Double = 0
    package var requestCost: [String: Double] = [:]
    package var utilization: [String: Double] = [:]

    package init() {}

    package init(
      cpuUtilization: Double = 0,
      memoryUtilization: Double = 0,
      requestCost: [String: Double] = [:],
      utilization: [String: Double] = [:]
    ) {
      self.cpuUtilization = cpuUtilization
      self.memoryUtilization = memoryUtilization
      self.requestCost = requestCost
      self.utilization = utilization
    }

    package static var fullName: String { "grpc.testing.TestOrcaReport" }
    package static let layout = Protobuf.MessageLayout(grpc__testing__test_orca_report__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Grpc__Testing__TestOrcaReport.self)
      self.cpuUtilization = c.pointee.cpu_utilization
      self.memoryUtilization = c.pointee.memory_utilization
      self.requestCost = reader.map(c.pointee.n_request_cost, c.pointee.request_cost, "request_cost") { reader, c in
        (reader.text(c.pointee.key, "key"), c.pointee.value)
      }
      self.utilization = reader.map(c.pointee.n_utilization, c.pointee.utilization, "utilization") { reader, c in
        (reader.text(c.pointee.key, "key"), c.pointee.value)
      }
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Grpc__Testing__TestOrcaReport.self)
      c.pointee.cpu_utilization = self.cpuUtilization
      c.pointee.memory_utilization = self.memoryUtilization
      c.pointee.request_cost = writer.map(self.requestCost, &c.pointee.n_request_cost, grpc__testing__test_orca_report__request_cost_entry__init) {
        c, key, value in
        c.pointee.key = writer.text(key)
        c.pointee.value = value
      }
      c.pointee.utilization = writer.map(self.utilization, &c.pointee.n_utilization, grpc__testing__test_orca_report__utilization_entry__init) {
        c, key, value in
        c.pointee.key = writer.text(key)
        c.pointee.value = value
      }
    }
  }
}
