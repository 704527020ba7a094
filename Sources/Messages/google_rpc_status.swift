// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf

extension GoogleRpc {
  /// The `Status` type defines a logical error model that is suitable for
  /// different programming environments, including REST APIs and RPC APIs. It is
  /// used by [gRPC](https://github.com/grpc). Each `Status` message contains
  /// three pieces of data: error code, error message, and error details.
  ///
  /// You can find out more about this error model and how to work with it in the
  /// [API Design Guide](https://cloud.google.com/apis/design/errors).
  package struct Status: Protobuf.Message {
    /// The status code, which should be an enum value of
    /// [google.rpc.Code][google.rpc.Code].
    package var code: Int32 = 0
    /// A developer-facing error message, which should be in English. Any
    /// user-facing error message should be localized and sent in the
    /// [google.rpc.Status.details][google.rpc.Status.details] field, or localized
    /// by the client.
    package var message: String = ""
    /// A list of messages that carry the error details.  There is a common set of
    /// message types for APIs to use.
    package var details: [GoogleProtobuf.`Any`] = []

    package init() {}

    package init(
      code: Int32 = 0,
      message: String = "",
      details: [GoogleProtobuf.`Any`] = []
    ) {
      self.code = code
      self.message = message
      self.details = details
    }

    package static var fullName: String { "google.rpc.Status" }
    package static let layout = Protobuf.MessageLayout(google__rpc__status__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Google__Rpc__Status.self)
      self.code = c.pointee.code
      self.message = reader.text(c.pointee.message, "message")
      self.details = reader.messages(c.pointee.n_details, c.pointee.details, "details")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Google__Rpc__Status.self)
      c.pointee.code = self.code
      c.pointee.message = writer.text(self.message)
      c.pointee.details = writer.messages(self.details, &c.pointee.n_details)
    }
  }
}
