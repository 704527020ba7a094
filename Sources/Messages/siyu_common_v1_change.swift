// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import Protobuf

extension CommonV1 {
  /// Who caused a change.
  package struct Origin: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: never sent.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// A call of an application.
    package static var api: Self { Self(rawValue: 1) }
    /// A job of the service itself.
    package static var job: Self { Self(rawValue: 2) }
    /// A sandbox, replaying or simulating.
    package static var sandbox: Self { Self(rawValue: 3) }

    package static let names: [Int32: String] = [
      0: "ORIGIN_UNSPECIFIED",
      1: "ORIGIN_API",
      2: "ORIGIN_JOB",
      3: "ORIGIN_SANDBOX",
    ]
  }
}
