// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf

extension DirectoryV1 {
  /// An item that an import left out.
  package struct ImportFailure: Protobuf.Message {
    /// Which item: the department's id or the member's userid, as text.
    package var key: String = ""
    /// Why: the reason in UPPER_SNAKE that the single call would have failed with.
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

    package static var fullName: String { "siyu.directory.v1.ImportFailure" }
    package static let layout = Protobuf.MessageLayout(siyu__directory__v1__import_failure__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Directory__V1__ImportFailure.self)
      self.key = reader.text(c.pointee.key, "key")
      self.reason = reader.text(c.pointee.reason, "reason")
      self.message = reader.text(c.pointee.message, "message")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Directory__V1__ImportFailure.self)
      c.pointee.key = writer.text(self.key)
      c.pointee.reason = writer.text(self.reason)
      c.pointee.message = writer.text(self.message)
    }
  }
}
