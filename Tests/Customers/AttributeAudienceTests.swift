@testable import Customers
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("Audiences by attributes", .timeLimit(.minutes(5)))
struct AttributeAudienceTests {
  typealias Message = CustomersV1.Attribute
  typealias Wanted = CustomersV1.AttributeCondition.Wanted

  private func audience(
    _ name: String, _ wanted: Wanted?, from provenances: [CustomersV1.AttributeProvenance] = [],
    sure confidence: Double = 0
  ) -> CustomersV1.Audience {
    .init(allOf: [
      .init(anyOf: [
        .init(
          condition: .attribute(
            .init(
              name: name, wanted: wanted, provenances: provenances,
              confidenceAtLeast: confidence)))
      ])
    ])
  }

  private func who(
    _ customers: CustomersCaller, _ audience: CustomersV1.Audience
  ) async throws -> [String] {
    try await customers.messages(of: audience).flatMap(\.recipients).map(\.externalUserid)
  }

  @Test("Each kind of value is found, with both ends of a range; another kind of value is not")
  func kinds() async throws {
    try await withCustomers { customers in
      let values: [[Message.Value]] = [
        [.text("上海"), .number(1), .flag(true), .valueTime(.init(seconds: 100))],
        [.text("北京"), .number(2.5), .flag(false), .valueTime(.init(seconds: 200))],
        [.text("上海 "), .number(-3), .flag(true), .valueTime(.init(seconds: 300))],
      ]
      for (index, values) in values.enumerated() {
        try await customers.add("a", "wm\(index)")
        _ = try await customers.setAttributes(
          "wm\(index)",
          zip(["city", "size", "vip", "birth"], values).map {
            .init(name: $0, value: $1, provenance: .given)
          })
      }
      try await customers.add("a", "wm3")
      func found(_ name: String, _ wanted: Wanted?) async throws -> [String] {
        try await who(customers, audience(name, wanted))
      }
      #expect(try await found("city", nil) == ["wm0", "wm1", "wm2"])
      #expect(try await found("city", .texts(.init(texts: ["上海", "天津"]))) == ["wm0"])
      #expect(try await found("size", .number(.init(atLeast: 1, atMost: 2.5))) == ["wm0", "wm1"])
      #expect(try await found("size", .number(.init(atMost: 0))) == ["wm2"])
      #expect(try await found("size", .number(.init(atLeast: 2.6))) == [])
      #expect(try await found("vip", .flag(true)) == ["wm0", "wm2"])
      #expect(try await found("vip", .flag(false)) == ["wm1"])
      #expect(
        try await found(
          "birth", .valueTime(.init(startTime: .init(seconds: 100), endTime: .init(seconds: 300))))
          == ["wm0", "wm1"])
      #expect(try await found("vip", .texts(.init(texts: ["true"]))) == [])
      #expect(try await found("unknown", nil) == [])
      var without = CustomersV1.Audience()
      without.noneOf = [audience("city", nil).allOf[0].anyOf[0]]
      #expect(try await who(customers, without) == ["wm3"])
    }
  }

  @Test("The value to go by is what is judged, of the provenances and the sureness asked for")
  func order() async throws {
    try await withCustomers { customers in
      for id in ["wm1", "wm2"] { try await customers.add("a", id) }
      let inferred: [Message] = [
        .init(name: "skin", value: .text("干"), provenance: .derived, confidence: 0.6),
        .init(name: "skin", value: .text("油"), provenance: .learned, confidence: 0.7),
      ]
      _ = try await customers.setAttributes("wm1", inferred)
      _ = try await customers.setAttributes(
        "wm2", inferred + [.init(name: "skin", value: .text("中"), provenance: .given)])
      func found(
        _ text: String, from provenances: [CustomersV1.AttributeProvenance] = [],
        sure: Double = 0
      ) async throws -> [String] {
        try await who(
          customers, audience("skin", .texts(.init(texts: [text])), from: provenances, sure: sure))
      }
      #expect(try await found("干") == [])
      #expect(try await found("油") == ["wm1"])
      #expect(try await found("中") == ["wm2"])
      #expect(try await found("干", from: [.derived]) == ["wm1", "wm2"])
      #expect(try await found("油", from: [.derived, .learned]) == ["wm1", "wm2"])
      #expect(try await found("油", sure: 0.7) == ["wm1"])
      #expect(try await found("油", sure: 0.71) == [])
      _ = try await customers.setAttributes(
        "wm2", [], removing: [.init(name: "skin", provenance: .given)])
      #expect(try await found("油") == ["wm1", "wm2"])
    }
  }

  @Test("A person's customers have what any of them has last, and their own when apart")
  func merged() async throws {
    try await withCustomers { customers in
      let identities = CustomersV1.IdentityServiceClient(customers.service.channel)
      for id in ["wm1", "wm2", "wm3"] { try await customers.add("a", id) }
      func tier(_ text: String, at seconds: Int64) -> Message {
        .init(
          name: "tier", value: .text(text), provenance: .given, confidence: 1,
          observeTime: .init(seconds: seconds))
      }
      let flag = Message(
        name: "vip", value: .flag(true), provenance: .given, confidence: 1,
        observeTime: .init(seconds: 1))
      _ = try await customers.setAttributes("wm1", [tier("金", at: 200), flag])
      _ = try await customers.setAttributes("wm2", [tier("银", at: 100)])
      _ = try await identities.mergeCustomers(.init(externalUserids: ["wm1", "wm2", "wm3"]))
      for id in ["wm1", "wm2", "wm3"] {
        #expect(try await customers.listed(id) == [tier("金", at: 200), flag])
        let sidebar = try await CustomersV1.SidebarServiceClient(customers.service.channel)
          .getSidebarContext(.init(userid: "a", externalUserid: id))
        #expect(sidebar.attributes == [tier("金", at: 200), flag])
      }
      let gold = audience("tier", .texts(.init(texts: ["金"])))
      let silver = audience("tier", .texts(.init(texts: ["银"])))
      #expect(try await who(customers, gold) == ["wm1", "wm2", "wm3"])
      #expect(try await who(customers, silver) == [])
      _ = try await customers.setAttributes("wm3", [tier("铜", at: 300)])
      #expect(try await customers.listed("wm1") == [tier("铜", at: 300), flag])

      _ = try await identities.unmergeCustomer(.init(externalUserid: "wm3"))
      #expect(try await customers.listed("wm3") == [tier("铜", at: 300)])
      #expect(try await customers.listed("wm2") == [tier("金", at: 200), flag])
      _ = try await identities.unmergeCustomer(.init(externalUserid: "wm1"))
      #expect(try await customers.listed("wm2") == [tier("银", at: 100)])
      #expect(try await who(customers, gold) == ["wm1"])
      #expect(try await who(customers, silver) == ["wm2"])
    }
  }

  @Test("Many customers are judged as few are, and a saved audience and a job go by attributes too")
  func many() async throws {
    try await withCustomers { customers in
      let ids = (0..<700).map { "wm\($0)" }
      _ = try await customers.importAll([ids.map { .sample("a", $0) }])
      _ = try await customers.attributes.setAttributes(
        .init(
          customers: ids.enumerated().map { number, id in
            .init(
              externalUserid: id,
              attributes: [
                .init(name: "spend", value: .number(Double(number)), provenance: .given)
              ])
          }))
      var rich = audience("spend", .number(.init(atLeast: 350)))
      let preview = try await customers.audiences.previewAudience(.init(audience: rich))
      #expect(preview.customerCount == 350)
      rich.externalUserids = ["wm349", "wm350"]
      #expect(try await who(customers, rich) == ["wm350"])
      rich.externalUserids = []
      let saved = try await CustomersV1.SavedAudienceServiceClient(customers.service.channel)
        .createSavedAudience(.init(savedAudience: .init(name: "大户", audience: rich)))
      let tags = try await customers.tagIDs("大户")
      let job = try await customers.marked(
        .init(savedAudienceID: saved.savedAudienceID), add: tags)
      #expect(job.changedCount == 350)
    }
  }

  @Test("What is malformed is named")
  func malformed() async throws {
    try await withCustomers { customers in
      let path = "audience.all_of[0].any_of[0].attribute"
      let cases: [(audience: CustomersV1.Audience, reason: String, field: String)] = [
        (audience("", nil), "REQUIRED", "name"),
        (audience("City", nil), "BAD_NAME", "name"),
        (audience("city", .texts(.init())), "REQUIRED", "texts.texts"),
        (audience("city", .texts(.init(texts: [""]))), "REQUIRED", "texts.texts"),
        (audience("city", .number(.init())), "REQUIRED", "number"),
        (audience("city", .number(.init(atLeast: .nan))), "OUT_OF_RANGE", "number"),
        (
          audience("city", .number(.init(atLeast: 2, atMost: 1))), "LESS_THAN_LEAST",
          "number.at_most"
        ),
        (audience("city", .valueTime(.init())), "REQUIRED", "value_time"),
        (
          audience("city", nil, from: [.given, .given]), "REPEATED", "provenances"
        ),
        (audience("city", nil, from: [.unspecified]), "UNKNOWN_VALUE", "provenances"),
        (audience("city", nil, sure: 1.5), "OUT_OF_RANGE", "confidence_at_least"),
        (audience("city", nil, sure: .nan), "OUT_OF_RANGE", "confidence_at_least"),
      ]
      for (audience, reason, field) in cases {
        await expectFailure(.invalidArgument, reason, field: "\(path).\(field)") {
          try await customers.audiences.previewAudience(.init(audience: audience))
        }
      }
    }
  }
}
