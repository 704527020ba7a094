// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf

extension GrpcTesting {
  /// An empty message that you can re-use to avoid defining duplicated empty
  /// messages in your project. A typical example is to use it as argument or the
  /// return value of a service API. For instance:
  ///
  ///   service Foo {
  ///     rpc Bar (grpc.testing.Empty) returns (grpc.testing.Empty) { };
  ///   };
  package struct Empty: Protobuf.Message {
    package init() {}

    package static var fullName: String { "grpc.testing.Empty" }
    package static let layout = Protobuf.MessageLayout(grpc__testing__empty__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }
}
