@testable import Customers
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("Attributes", .timeLimit(.minutes(5)))
struct AttributeTests {
  typealias Message = CustomersV1.Attribute

  @Test("They are listed by name, the one to go by first, and the sidebar shows that one")
  func order() async throws {
    try await withCustomers { customers in
      try await customers.add("a", "wm1")
      let now = customers.service.clock.now.timestamp
      let attributes: [Message] = [
        .init(name: "size", value: .number(42.5), provenance: .learned, confidence: 0.9),
        .init(name: "size", value: .number(41), provenance: .given),
        .init(
          name: "size", value: .number(43), provenance: .derived, confidence: 0.95, source: "m"),
        .init(name: "likes.tea", value: .flag(true), provenance: .derived, confidence: 0.3),
        .init(name: "likes.tea", value: .flag(false), provenance: .learned, confidence: 0.31),
        .init(
          name: "birth", value: .valueTime(.init(seconds: -86_400)), provenance: .given,
          confidence: 1, observeTime: .init(seconds: 5)),
        .init(name: "city", value: .text("上海"), provenance: .derived, confidence: 1),
      ]
      let reply = try await customers.setAttributes("wm1", attributes)
      #expect(reply == .init(setCount: 7))
      func kept(_ place: Int) -> Message {
        var attribute = attributes[place]
        if attribute.provenance == .given { attribute.confidence = 1 }
        attribute.observeTime = attribute.observeTime ?? now
        return attribute
      }
      let listed = try await customers.attributes.getAttributes(.init(externalUserid: "wm1"))
      #expect(listed.attributes == [5, 6, 4, 3, 1, 2, 0].map(kept))
      let sidebar = try await CustomersV1.SidebarServiceClient(customers.service.channel)
        .getSidebarContext(.init(userid: "a", externalUserid: "wm1"))
      #expect(sidebar.attributes == [5, 6, 4, 1].map(kept))
      let changes = try await customers.firstChanges(2)
      #expect(
        changes[1].event
          == .attributesChanged(
            .init(externalUserid: "wm1", attributes: attributes.indices.map(kept))))
    }
  }

  @Test("What was observed earlier, and what is the same, changes nothing and tells nothing")
  func late() async throws {
    try await withCustomers { customers in
      try await customers.add("a", "wm1")
      func tier(_ text: String, at seconds: Int64) -> Message {
        .init(
          name: "tier", value: .text(text), provenance: .given, confidence: 1,
          observeTime: .init(seconds: seconds))
      }
      #expect(try await customers.setAttributes("wm1", [tier("金", at: 200)]).setCount == 1)
      #expect(
        try await customers.setAttributes("wm1", [tier("银", at: 199)])
          == .init(passedOverCount: 1))
      #expect(
        try await customers.setAttributes("wm1", [tier("金", at: 200)])
          == .init(passedOverCount: 1))
      #expect(try await customers.listed("wm1") == [tier("金", at: 200)])
      #expect(try await customers.setAttributes("wm1", [tier("铂", at: 200)]).setCount == 1)
      #expect(try await customers.listed("wm1") == [tier("铂", at: 200)])
      // Removed and set in one call: the earlier one is not in the way any more.
      let again = try await customers.setAttributes(
        "wm1", [tier("铜", at: 1)], removing: [.init(name: "tier")])
      #expect(again == .init(setCount: 1, removedCount: 1))
      let changes = try await customers.firstChanges(4)
      #expect(
        changes[3].event
          == .attributesChanged(
            .init(
              externalUserid: "wm1", attributes: [tier("铜", at: 1)],
              removed: [.init(name: "tier", provenance: .given)])))
    }
  }

  @Test("Of one provenance or of all a value is removed; what is not there is no error")
  func removed() async throws {
    try await withCustomers { customers in
      try await customers.add("a", "wm1")
      let values: [Message] = [
        .init(name: "x", value: .flag(true), provenance: .given),
        .init(name: "x", value: .flag(true), provenance: .derived, confidence: 0.5),
        .init(name: "x", value: .flag(true), provenance: .learned, confidence: 0.5),
        .init(name: "y", value: .flag(true), provenance: .given),
      ]
      _ = try await customers.setAttributes("wm1", values)
      #expect(
        try await customers.setAttributes(
          "wm1", [],
          removing: [.init(name: "x", provenance: .derived), .init(name: "z")]
        ).removedCount == 1)
      #expect(try await customers.listed("wm1").map(\.provenance) == [.given, .learned, .given])
      #expect(
        try await customers.setAttributes("wm1", [], removing: [.init(name: "x")]).removedCount == 2
      )
      #expect(try await customers.listed("wm1").map(\.name) == ["y"])
    }
  }

  @Test("A customer for whom a rule is broken is left out whole, the others are kept")
  func failures() async throws {
    try await withCustomers { customers in
      try await customers.add("a", "wm1")
      let good = Message(name: "a", value: .flag(true), provenance: .given)
      func bad(_ change: (inout Message) -> Void) -> [Message] {
        var message = good
        change(&message)
        return [good, message]
      }
      let cases: [(attributes: [Message], reason: String, errcode: Int32)] = [
        (bad { $0.name = "" }, "REQUIRED", 40058),
        (bad { $0.name = "Größe" }, "BAD_NAME", 40058),
        (bad { $0.name = String(repeating: "a", count: 65) }, "TOO_LONG", 40058),
        (bad { _ in }, "REPEATED", 40058),
        (bad { ($0.name, $0.value) = ("b", nil) }, "REQUIRED", 40058),
        (bad { ($0.name, $0.value) = ("b", .text("")) }, "REQUIRED", 0),
        (
          bad { ($0.name, $0.value) = ("b", .text(String(repeating: "长", count: 257))) },
          "TOO_LONG", 0
        ),
        (bad { ($0.name, $0.value) = ("b", .number(.infinity)) }, "OUT_OF_RANGE", 40058),
        (bad { ($0.name, $0.value) = ("b", .valueTime(.init(nanos: -1))) }, "BAD_TIMESTAMP", 0),
        (bad { ($0.name, $0.provenance) = ("b", .unspecified) }, "UNKNOWN_VALUE", 40058),
        (bad { ($0.name, $0.provenance) = ("b", .init(rawValue: 9)) }, "UNKNOWN_VALUE", 40058),
        (bad { ($0.name, $0.confidence) = ("b", 0.5) }, "OUT_OF_RANGE", 40058),
        (bad { ($0.name, $0.provenance) = ("b", .derived) }, "OUT_OF_RANGE", 40058),
        (
          bad { ($0.name, $0.provenance, $0.confidence) = ("b", .learned, 1.1) }, "OUT_OF_RANGE",
          40058
        ),
        (
          bad { ($0.name, $0.provenance, $0.confidence) = ("b", .learned, .nan) }, "OUT_OF_RANGE",
          40058
        ),
        (bad { ($0.name, $0.source) = ("b", String(repeating: "s", count: 65)) }, "TOO_LONG", 0),
        (
          bad {
            ($0.name, $0.observeTime) = ("b", .init(seconds: 253_402_300_799))
          }, "IN_THE_FUTURE", 0
        ),
        (
          (0...100).map { .init(name: "n\($0)", value: .flag(true), provenance: .given) },
          "TOO_LONG", 40058
        ),
      ]
      for (attributes, reason, errcode) in cases {
        let reply = try await customers.setAttributes("wm1", attributes)
        #expect(reply.failures.map(\.reason) == [reason], "\(attributes.last!)")
        #expect(reply.failures.map(\.errcode) == [errcode], "\(attributes.last!)")
        #expect(reply.setCount == 0)
      }
      #expect(try await customers.listed("wm1").isEmpty)
      let mixed = try await customers.attributes.setAttributes(
        .init(customers: [
          .init(externalUserid: "nobody", attributes: [good]),
          .init(externalUserid: "wm1", attributes: [good]),
          .init(externalUserid: "", attributes: [good]),
          .init(externalUserid: "wm1", removed: [.init(name: "?")]),
        ]))
      #expect(mixed.setCount == 1)
      #expect(
        mixed.failures.map { [$0.key, $0.reason, "\($0.errcode)"] } == [
          ["nobody", "CUSTOMER_NOT_FOUND", "40096"], ["", "REQUIRED", "41035"],
          ["wm1", "BAD_NAME", "40058"],
        ])
      await expectFailure(.invalidArgument, "REQUIRED", field: "customers") {
        try await customers.attributes.setAttributes(.init())
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "customers.attributes") {
        try await customers.setAttributes("wm1", [])
      }
      let many = CustomersV1.CustomerAttributes(
        externalUserid: "wm1",
        removed: (0..<100).map { CustomersV1.AttributeName(name: "n\($0)") })
      var request = CustomersV1.SetAttributesRequest(customers: Array(repeating: many, count: 100))
      #expect(try await customers.attributes.setAttributes(request).failures.isEmpty)
      request.customers.append(.init(externalUserid: "wm1", removed: [.init(name: "n")]))
      await expectFailure(.invalidArgument, "TOO_LONG", field: "customers.attributes") {
        try await customers.attributes.setAttributes(request)
      }
      await expectFailure(.notFound, "CUSTOMER_NOT_FOUND", field: "external_userid", errcode: 40096)
      {
        try await customers.attributes.getAttributes(.init(externalUserid: "nobody"))
      }
    }
  }

  @Test("A customer has 200 at most, counted when those that go are gone")
  func limit() async throws {
    try await withCustomers { customers in
      try await customers.add("a", "wm1")
      func flags(_ numbers: Range<Int>) -> [Message] {
        numbers.map { .init(name: "n\($0)", value: .flag(true), provenance: .given) }
      }
      _ = try await customers.setAttributes("wm1", flags(0..<100))
      #expect(try await customers.setAttributes("wm1", flags(100..<200)).setCount == 100)
      let over = try await customers.setAttributes("wm1", flags(200..<201))
      #expect(over.failures.map(\.reason) == ["TOO_MANY_ATTRIBUTES"])
      #expect(
        try await customers.setAttributes("wm1", flags(200..<201), removing: [.init(name: "n0")])
          .setCount == 1)
      #expect(try await customers.listed("wm1").count == 200)
    }
  }

  @Test("A repeated call is answered as it was, and has no effect")
  func repeated() async throws {
    try await withCustomers { customers in
      try await customers.add("a", "wm1")
      let request = CustomersV1.SetAttributesRequest(
        customers: [
          .init(
            externalUserid: "wm1",
            attributes: [.init(name: "x", value: .flag(true), provenance: .given)])
        ], requestID: "once")
      let reply = try await customers.attributes.setAttributes(request)
      _ = try await customers.setAttributes("wm1", [], removing: [.init(name: "x")])
      #expect(try await customers.attributes.setAttributes(request) == reply)
      #expect(try await customers.listed("wm1").isEmpty)
    }
  }
}

extension CustomersCaller {
  var attributes: CustomersV1.AttributeServiceClient { .init(service.channel) }

  func setAttributes(
    _ externalUserid: String, _ attributes: [CustomersV1.Attribute],
    removing removed: [CustomersV1.AttributeName] = []
  ) async throws -> CustomersV1.SetAttributesResponse {
    try await self.attributes.setAttributes(
      .init(customers: [
        .init(externalUserid: externalUserid, attributes: attributes, removed: removed)
      ]))
  }

  func listed(_ externalUserid: String) async throws -> [CustomersV1.Attribute] {
    try await attributes.getAttributes(.init(externalUserid: externalUserid)).attributes
  }
}
