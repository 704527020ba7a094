import Testing

@Suite("What is written")
struct RenderingTests {
  @Test("An enum is a struct round its number")
  func enumeration() throws {
    let protoc = try Protoc([
      "siyu/demo/v1/kind.proto": """
      syntax = "proto3";
      package siyu.demo.v1;
      // What a thing is.
      //
      // More of it.
      enum ThingKind {
        // Not said.
        THING_KIND_UNSPECIFIED = 0;
        THING_KIND_VERY_BIG = 7;  // Big.
      }
      """
    ])
    #expect(protoc.complaints == [])
    #expect(
      protoc.files["siyu_demo_v1_kind.swift"] == """
        // Written by protoc-gen-siyu; change the proto and run compose/generate.
        // swift-format-ignore-file

        import Protobuf

        extension DemoV1 {
          /// What a thing is.
          ///
          /// More of it.
          package struct ThingKind: Protobuf.OpenEnum {
            package var rawValue: Int32
            package init(rawValue: Int32) { self.rawValue = rawValue }

            /// Not said.
            package static var unspecified: Self { Self(rawValue: 0) }
            /// Big.
            package static var veryBig: Self { Self(rawValue: 7) }

            package static let names: [Int32: String] = [
              0: "THING_KIND_UNSPECIFIED",
              7: "THING_KIND_VERY_BIG",
            ]
          }
        }

        """)
    #expect(
      protoc.files["Namespaces.swift"] == """
        // Written by protoc-gen-siyu; change the proto and run compose/generate.
        // swift-format-ignore-file

        /// The messages and services of the package `siyu.demo.v1`.
        package enum DemoV1 {}

        """)
  }

  @Test("A message is a struct, its request_id and pages make it a request")
  func message() throws {
    let protoc = try Protoc([
      "siyu/demo/v1/thing.proto": """
      syntax = "proto3";
      package siyu.demo.v1;
      // Asks.
      message MarkThingsRequest {
        // The id.
        string request_id = 1;
        // The size.
        int32 page_size = 2;
        // The token.
        string page_token = 3;
        // Which.
        oneof which {
          // By number.
          int64 number = 4;
          // By itself.
          Thing thing = 5;
        }
        // Perhaps.
        optional bool in = 6;
      }
      // A thing.
      message Thing {
        // Labels.
        map<string, int32> labels = 1;
      }
      """
    ])
    #expect(protoc.complaints == [])
    #expect(
      protoc.files["siyu_demo_v1_thing.swift"] == """
        // Written by protoc-gen-siyu; change the proto and run compose/generate.
        // swift-format-ignore-file

        import CMessages
        package import Protobuf

        extension DemoV1 {
          /// Asks.
          package struct MarkThingsRequest: Protobuf.MutatingRequest, Protobuf.PagedRequest {
            /// The id.
            package var requestID: String = ""
            /// The size.
            package var pageSize: Int32 = 0
            /// The token.
            package var pageToken: String = ""
            /// Which.
            package var which: Which? = nil
            /// Perhaps.
            package var `in`: Bool? = nil

            package init() {}

            package init(
              requestID: String = "",
              pageSize: Int32 = 0,
              pageToken: String = "",
              which: Which? = nil,
              `in`: Bool? = nil
            ) {
              self.requestID = requestID
              self.pageSize = pageSize
              self.pageToken = pageToken
              self.which = which
              self.`in` = `in`
            }

            /// Which.
            package enum Which: Swift.Hashable, Swift.Sendable {
              /// By number.
              case number(Int64)
              /// By itself.
              case thing(DemoV1.Thing)
            }

            package static var fullName: String { "siyu.demo.v1.MarkThingsRequest" }
            package static let layout = Protobuf.MessageLayout(siyu__demo__v1__mark_things_request__init)

            package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
              let c = source.of(Siyu__Demo__V1__MarkThingsRequest.self)
              self.requestID = reader.text(c.pointee.request_id, "request_id")
              self.pageSize = c.pointee.page_size
              self.pageToken = reader.text(c.pointee.page_token, "page_token")
              switch c.pointee.which_case.rawValue {
              case 4: self.which = .number(c.pointee.number)
              case 5: self.which = reader.message(c.pointee.thing, "thing").map { .thing($0) }
              default: self.which = nil
              }
              self.`in` = c.pointee._in_case.rawValue == 6 ? c.pointee.in != 0 : nil
            }

            package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
              let c = target.of(Siyu__Demo__V1__MarkThingsRequest.self)
              c.pointee.request_id = writer.text(self.requestID)
              c.pointee.page_size = self.pageSize
              c.pointee.page_token = writer.text(self.pageToken)
              switch self.which {
              case .number(let value):
                c.pointee.which_case = .init(rawValue: 4)
                c.pointee.number = value
              case .thing(let value):
                c.pointee.which_case = .init(rawValue: 5)
                c.pointee.thing = writer.message(value)
              case nil: break
              }
              if let value = self.`in` {
                c.pointee._in_case = .init(rawValue: 6)
                c.pointee.in = value ? 1 : 0
              }
            }
          }

          /// A thing.
          package struct Thing: Protobuf.Message {
            /// Labels.
            package var labels: [String: Int32] = [:]

            package init() {}

            package init(
              labels: [String: Int32] = [:]
            ) {
              self.labels = labels
            }

            package static var fullName: String { "siyu.demo.v1.Thing" }
            package static let layout = Protobuf.MessageLayout(siyu__demo__v1__thing__init)

            package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
              let c = source.of(Siyu__Demo__V1__Thing.self)
              self.labels = reader.map(c.pointee.n_labels, c.pointee.labels, "labels") { reader, c in
                (reader.text(c.pointee.key, "key"), c.pointee.value)
              }
            }

            package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
              let c = target.of(Siyu__Demo__V1__Thing.self)
              c.pointee.labels = writer.map(self.labels, &c.pointee.n_labels, siyu__demo__v1__thing__labels_entry__init) {
                c, key, value in
                c.pointee.key = writer.text(key)
                c.pointee.value = value
              }
            }
          }
        }

        """)
  }

  @Test("A prepacked field holds its messages in their wire form")
  func prepacked() throws {
    let protoc = try Protoc([
      "siyu/demo/v1/thing.proto": """
      syntax = "proto3";
      package siyu.demo.v1;
      import "siyu/common/v1/options.proto";
      // A thing.
      message Thing {
        // Its parts.
        repeated Thing parts = 4 [(siyu.common.v1.prepacked) = true];
        // Its others.
        repeated Thing others = 5 [(siyu.common.v1.prepacked) = false];
        // Its names.
        repeated string names = 6 [(siyu.common.v1.prepacked) = true];
      }
      """
    ])
    #expect(protoc.complaints == [])
    let source = try #require(protoc.files["siyu_demo_v1_thing.swift"])
    for line in [
      "package var parts: Protobuf.PackedList<DemoV1.Thing> = .init()",
      "package var names: Protobuf.PackedList<String> = .init()",
      "package var others: [DemoV1.Thing] = []",
      #"self.parts = reader.packed(c.pointee.n_parts, c.pointee.parts, "parts")"#,
      "writer.packed(self.parts.elements, 4, in: target)",
      #"self.names = reader.packed(c.pointee.n_names, c.pointee.names, "names")"#,
      "writer.packed(self.names.elements, 6, in: target)",
    ] {
      #expect(source.contains(line))
    }
  }

  @Test("A service is a protocol, descriptors with rights, routes and a client")
  func service() throws {
    let protoc = try Protoc([
      "siyu/demo/v1/thing.proto": """
      syntax = "proto3";
      package siyu.demo.v1;
      import "siyu/common/v1/options.proto";
      // Things.
      service ThingService {
        // Gets.
        rpc GetThing(Thing) returns (Thing) { option (siyu.common.v1.right) = "things.read"; }
        // Watches.
        rpc WatchThings(Thing) returns (stream Thing) {
          option (siyu.common.v1.right) = "public";
        }
      }
      // A thing.
      message Thing {}
      """
    ])
    #expect(protoc.complaints == [])
    let source = try #require(protoc.files["siyu_demo_v1_thing.swift"])
    #expect(
      source.contains(
        """
        import CMessages
        package import Protobuf
        package import RPC

        extension DemoV1 {
          /// Things.
          package protocol ThingServiceProtocol: Swift.Sendable {
            /// Gets.
            func getThing(_ request: DemoV1.Thing, _ call: RPC.Call) async throws -> DemoV1.Thing
            /// Watches.
            func watchThings(_ request: DemoV1.Thing, _ replies: RPC.ReplyStream<DemoV1.Thing>, _ call: RPC.Call) async throws
          }

          /// The methods of `siyu.demo.v1.ThingService`, and its routes.
          package enum ThingService {
            package static let getThing = RPC.MethodDescriptor(
              service: "siyu.demo.v1.ThingService", name: "GetThing",
              clientStreaming: false, serverStreaming: false,
              right: .scope("things.read"))
            package static let watchThings = RPC.MethodDescriptor(
              service: "siyu.demo.v1.ThingService", name: "WatchThings",
              clientStreaming: false, serverStreaming: true,
              right: .open)

            package static let descriptor = RPC.ServiceDescriptor(
              fullName: "siyu.demo.v1.ThingService",
              methods: [getThing, watchThings])

            package static func routes(_ service: some ThingServiceProtocol) -> [RPC.Route] {
              [
                .unary(getThing) { bytes, call in
                  guard let request = call.begin(DemoV1.Thing.self, bytes) else { return }
                  call.handlerStarted(
                    Swift.Task.immediate(executorPreference: call.executor) {
                      do {
                        call.answer(with: try await service.getThing(request, call))
                      } catch {
                        call.finish(throwing: error)
                      }
                      call.handlerEnded()
                    })
                },
                .serverStream(watchThings) { (request: DemoV1.Thing, replies: RPC.ReplyStream<DemoV1.Thing>, call) in try await service.watchThings(request, replies, call) },
              ]
            }
          }

          /// Calls `siyu.demo.v1.ThingService` over a channel.
          package struct ThingServiceClient: Swift.Sendable {
            package let channel: RPC.Channel
            package init(_ channel: RPC.Channel) { self.channel = channel }

            /// Gets.
            package func getThing(_ request: DemoV1.Thing, options: RPC.CallOptions = .init()) async throws -> DemoV1.Thing {
              try await channel.unary(ThingService.getThing, request, options)
            }

            /// Watches.
            package func watchThings(_ request: DemoV1.Thing, options: RPC.CallOptions = .init()) -> RPC.ReplySequence<DemoV1.Thing> {
              channel.serverStream(ThingService.watchThings, request, options)
            }
          }

        """))
  }

  @Test("What a data scope names is read out of the request, and a mutation says that it is one")
  func dataScope() throws {
    let protoc = try Protoc([
      "siyu/demo/v1/thing.proto": """
      syntax = "proto3";
      package siyu.demo.v1;
      import "siyu/common/v1/options.proto";
      // Things.
      service ThingService {
        // Marks.
        rpc MarkThing(MarkThingRequest) returns (Part) {
          option (siyu.common.v1.right) = "things.write";
          option (siyu.common.v1.data_scope) = "part.userid | department_ids";
          option (siyu.common.v1.data_scope) = "parts.userid?";
          option (siyu.common.v1.data_scope) = "!userids | part.more.count";
        }
      }
      // R.
      message MarkThingRequest {
        // It.
        Part part = 1;
        // Those.
        repeated uint32 department_ids = 2;
        // These.
        repeated string userids = 3;
        // All.
        repeated Part parts = 4;
        // Id.
        string request_id = 5;
      }
      // P.
      message Part {
        // Member.
        string userid = 1;
        // More.
        oneof kind {
          // More.
          Amount more = 2;
        }
      }
      // A.
      message Amount {
        // Count.
        int64 count = 1;
      }
      """
    ])
    #expect(protoc.complaints == [])
    let source = try #require(protoc.files["siyu_demo_v1_thing.swift"])
    #expect(
      source.contains(
        """
              right: .scope("things.write"), mutates: true,
              dataScope: RPC.DataScopeRule(DemoV1.MarkThingRequest.self) { request, reading in
                reading.entry(.given)
                reading.field("part.userid")
                if let part1 = request.part {
                  reading.add(member: part1.userid)
                }
                reading.field("department_ids")
                reading.add(departments: request.departmentIDs)
                reading.entry(.optional)
                reading.field("parts.userid")
                for part1 in request.parts {
                  reading.add(members: [part1.userid])
                }
                reading.entry(.empty)
                reading.field("userids")
                reading.add(isEmpty: request.userids == [])
                reading.field("part.more.count")
                if let part1 = request.part {
                  if case .more(let part2)? = part1.kind {
                    reading.add(isEmpty: part2.count == 0)
                  }
                }
              })
        """))
  }

  @Test("A method of somebody else's service is open")
  func openMethods() throws {
    let protoc = try Protoc([
      "bench/v1/bench.proto": """
      syntax = "proto3";
      package bench.v1;
      message M {}
      service Bench { rpc Echo(stream M) returns (stream M); }
      """
    ])
    let source = try #require(protoc.files["bench_v1_bench.swift"])
    #expect(source.contains("clientStreaming: true, serverStreaming: true,\n      right: .open)"))
  }

  @Test("The same protos give the same bytes")
  func determinism() throws {
    let protos = [
      "siyu/demo/v1/b.proto": "syntax = \"proto3\"; package siyu.demo.v1; // B.\nmessage B {}",
      "siyu/demo/v1/a.proto": "syntax = \"proto3\"; package siyu.demo.v1; // A.\nmessage A {}",
    ]
    #expect(try Protoc(protos).files == Protoc(protos).files)
  }
}
