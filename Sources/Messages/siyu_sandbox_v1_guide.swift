// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf

extension SandboxV1 {
  /// How the corp's guides behave.
  package struct GuideBehaviour: Protobuf.Message {
    /// How many of a hundred tasks are confirmed: 0 to 100. Drawn from the seed, the msgid and the
    /// userid; the others wait for ConfirmMemberTask. 0: none is.
    package var confirmPercent: Int32 = 0
    /// How long after a broadcast was planned: 0 to 604,800 seconds (7 days).
    package var delaySeconds: Int64 = 0
    /// What the draw is made with: at most 64 characters.
    package var seed: String = ""

    package init() {}

    package init(
      confirmPercent: Int32 = 0,
      delaySeconds: Int64 = 0,
      seed: String = ""
    ) {
      self.confirmPercent = confirmPercent
      self.delaySeconds = delaySeconds
      self.seed = seed
    }

    package static var fullName: String { "siyu.sandbox.v1.GuideBehaviour" }
    package static let layout = Protobuf.MessageLayout(siyu__sandbox__v1__guide_behaviour__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Sandbox__V1__GuideBehaviour.self)
      self.confirmPercent = c.pointee.confirm_percent
      self.delaySeconds = c.pointee.delay_seconds
      self.seed = reader.text(c.pointee.seed, "seed")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Sandbox__V1__GuideBehaviour.self)
      c.pointee.confirm_percent = self.confirmPercent
      c.pointee.delay_seconds = self.delaySeconds
      c.pointee.seed = writer.text(self.seed)
    }
  }

  /// Asks for the behaviour.
  package struct GetGuideBehaviourRequest: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.sandbox.v1.GetGuideBehaviourRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__sandbox__v1__get_guide_behaviour_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }

  /// Sets the behaviour.
  package struct SetGuideBehaviourRequest: Protobuf.MutatingRequest {
    /// The behaviour, all of it. Required.
    package var behaviour: SandboxV1.GuideBehaviour? = nil
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty is as safe.
    package var requestID: String = ""

    package init() {}

    package init(
      behaviour: SandboxV1.GuideBehaviour? = nil,
      requestID: String = ""
    ) {
      self.behaviour = behaviour
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.sandbox.v1.SetGuideBehaviourRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__sandbox__v1__set_guide_behaviour_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Sandbox__V1__SetGuideBehaviourRequest.self)
      self.behaviour = reader.message(c.pointee.behaviour, "behaviour")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Sandbox__V1__SetGuideBehaviourRequest.self)
      c.pointee.behaviour = writer.message(self.behaviour)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }
}
