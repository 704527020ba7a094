// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf

extension OpentelemetryProtoCommonV1 {
  /// A value of an attribute.
  package struct AnyValue: Protobuf.Message {
    /// What it is.
    package var value: Value? = nil

    package init() {}

    package init(
      value: Value? = nil
    ) {
      self.value = value
    }

    /// What it is.
    package enum Value: Swift.Hashable, Swift.Sendable {
      /// A text.
      case stringValue(String)
      /// A truth.
      case boolValue(Bool)
      /// A whole number.
      case intValue(Int64)
      /// A number.
      case doubleValue(Double)
    }

    package static var fullName: String { "opentelemetry.proto.common.v1.AnyValue" }
    package static let layout = Protobuf.MessageLayout(opentelemetry__proto__common__v1__any_value__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Opentelemetry__Proto__Common__V1__AnyValue.self)
      switch c.pointee.value_case.rawValue {
      case 1: self.value = .stringValue(reader.text(c.pointee.string_value, "string_value"))
      case 2: self.value = .boolValue(c.pointee.bool_value != 0)
      case 3: self.value = .intValue(c.pointee.int_value)
      case 4: self.value = .doubleValue(c.pointee.double_value)
      default: self.value = nil
      }
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Opentelemetry__Proto__Common__V1__AnyValue.self)
      switch self.value {
      case .stringValue(let value):
        c.pointee.value_case = .init(rawValue: 1)
        c.pointee.string_value = writer.text(value)
      case .boolValue(let value):
        c.pointee.value_case = .init(rawValue: 2)
        c.pointee.bool_value = value ? 1 : 0
      case .intValue(let value):
        c.pointee.value_case = .init(rawValue: 3)
        c.pointee.int_value = value
      case .doubleValue(let value):
        c.pointee.value_case = .init(rawValue: 4)
        c.pointee.double_value = value
      case nil: break
      }
    }
  }

  /// An attribute.
  package struct KeyValue: Protobuf.Message {
    /// Its name, unique among those beside it.
    package var key: String = ""
    /// What it says.
    package var value: OpentelemetryProtoCommonV1.AnyValue? = nil

    package init() {}

    package init(
      key: String = "",
      value: OpentelemetryProtoCommonV1.AnyValue? = nil
    ) {
      self.key = key
      self.value = value
    }

    package static var fullName: String { "opentelemetry.proto.common.v1.KeyValue" }
    package static let layout = Protobuf.MessageLayout(opentelemetry__proto__common__v1__key_value__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Opentelemetry__Proto__Common__V1__KeyValue.self)
      self.key = reader.text(c.pointee.key, "key")
      self.value = reader.message(c.pointee.value, "value")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Opentelemetry__Proto__Common__V1__KeyValue.self)
      c.pointee.key = writer.text(self.key)
      c.pointee.value = writer.message(self.value)
    }
  }

  /// What made the spans.
  package struct InstrumentationScope: Protobuf.Message {
    /// Its name.
    package var name: String = ""
    /// Its version.
    package var version: String = ""

    package init() {}

    package init(
      name: String = "",
      version: String = ""
    ) {
      self.name = name
      self.version = version
    }

    package static var fullName: String { "opentelemetry.proto.common.v1.InstrumentationScope" }
    package static let layout = Protobuf.MessageLayout(opentelemetry__proto__common__v1__instrumentation_scope__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Opentelemetry__Proto__Common__V1__InstrumentationScope.self)
      self.name = reader.text(c.pointee.name, "name")
      self.version = reader.text(c.pointee.version, "version")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Opentelemetry__Proto__Common__V1__InstrumentationScope.self)
      c.pointee.name = writer.text(self.name)
      c.pointee.version = writer.text(self.version)
    }
  }
}
