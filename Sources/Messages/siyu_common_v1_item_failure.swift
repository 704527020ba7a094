// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf

extension CommonV1 {
  /// An item of a batch that was left out; the others were taken.
  package struct ItemFailure: Protobuf.Message {
    /// Which item: its id, as the request gave it; a number as decimal text.
    package var key: String = ""
    /// Why: the reason in UPPER_SNAKE that a call for the item alone would have failed with.
    package var reason: String = ""
    /// Why, in a sentence.
    package var message: String = ""
    /// WeCom's errcode for it; 0 when it has none.
    package var errcode: Int32 = 0

    package init() {}

    package init(
      key: String = "",
      reason: String = "",
      message: String = "",
      errcode: Int32 = 0
    ) {
      self.key = key
      self.reason = reason
      self.message = message
      self.errcode = errcode
    }

    package static var fullName: String { "siyu.common.v1.ItemFailure" }
    package static let layout = Protobuf.MessageLayout(siyu__common__v1__item_failure__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Common__V1__ItemFailure.self)
      self.key = reader.text(c.pointee.key, "key")
      self.reason = reader.text(c.pointee.reason, "reason")
      self.message = reader.text(c.pointee.message, "message")
      self.errcode = c.pointee.errcode
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Common__V1__ItemFailure.self)
      c.pointee.key = writer.text(self.key)
      c.pointee.reason = writer.text(self.reason)
      c.pointee.message = writer.text(self.message)
      c.pointee.errcode = self.errcode
    }
  }
}
