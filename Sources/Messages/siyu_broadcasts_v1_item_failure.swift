// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf

extension BroadcastsV1 {
  /// An item of a batch that was left out; the others were taken.
  package struct ItemFailure: Protobuf.Message {
    /// Which item: its delivery_id or its conversion_id.
    package var key: String = ""
    /// Why, in UPPER_SNAKE.
    package var reason: String = ""
    /// Why, in a sentence.
    package var message: String = ""

    package init() {}

    package init(
      key: String = "",
      reason: String = "",
      message: String = ""
    ) {
      self.key = key
      self.reason = reason
      self.message = message
    }

    package static var fullName: String { "siyu.broadcasts.v1.ItemFailure" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__item_failure__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ItemFailure.self)
      self.key = reader.text(c.pointee.key, "key")
      self.reason = reader.text(c.pointee.reason, "reason")
      self.message = reader.text(c.pointee.message, "message")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ItemFailure.self)
      c.pointee.key = writer.text(self.key)
      c.pointee.reason = writer.text(self.reason)
      c.pointee.message = writer.text(self.message)
    }
  }
}
