// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf

extension OpentelemetryProtoResourceV1 {
  /// Who the spans are of.
  package struct Resource: Protobuf.Message {
    /// Its name, version and the like.
    package var attributes: [OpentelemetryProtoCommonV1.KeyValue] = []

    package init() {}

    package init(
      attributes: [OpentelemetryProtoCommonV1.KeyValue] = []
    ) {
      self.attributes = attributes
    }

    package static var fullName: String { "opentelemetry.proto.resource.v1.Resource" }
    package static let layout = Protobuf.MessageLayout(opentelemetry__proto__resource__v1__resource__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Opentelemetry__Proto__Resource__V1__Resource.self)
      self.attributes = reader.messages(c.pointee.n_attributes, c.pointee.attributes, "attributes")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Opentelemetry__Proto__Resource__V1__Resource.self)
      c.pointee.attributes = writer.messages(self.attributes, &c.pointee.n_attributes)
    }
  }
}
