import Foundation
import Messages
import RPC
import Testing

@testable import ServiceKit

@Suite("Quotas of calls")
struct QuotaTests {
  private static let get = DirectoryV1.MemberService.getMember
  private static let list = DirectoryV1.MemberService.listMembers
  private static let start = Instant(seconds: 1_767_571_200)

  private static func quotas(_ json: String, bucketLimit: Int = 100) throws -> Quotas {
    Quotas(try Policies(json: Data(json.utf8)), bucketLimit: bucketLimit)
  }

  @Test("A corp may make a minute's calls at once, and then as many as its bucket fills with")
  func transcript() throws {
    var quotas = try Self.quotas(#"{"method_calls_per_minute_max": 60}"#)
    var now = Self.start
    for _ in 0..<60 { try quotas.count("a", Self.get, at: now) }
    var refused = try #require(throws: QuotaFailure.self) {
      try quotas.count("a", Self.get, at: now)
    }
    #expect(refused.code == .resourceExhausted && refused.errcode == 45009)
    #expect(refused.metadata == ["limit": "60", "remaining": "0", "reset": "60"])
    #expect(refused.retryMilliseconds == 1000)

    now = now.advanced(byMilliseconds: 600)
    refused = try #require(throws: QuotaFailure.self) { try quotas.count("a", Self.get, at: now) }
    #expect(refused.retryMilliseconds == 400)

    now = now.advanced(byMilliseconds: 1400)
    for _ in 0..<2 { try quotas.count("a", Self.get, at: now) }
    #expect(throws: QuotaFailure.self) { try quotas.count("a", Self.get, at: now) }

    // However long nobody calls, a bucket holds a minute's and no more.
    now = now.advanced(bySeconds: 86_400)
    for _ in 0..<60 { try quotas.count("a", Self.get, at: now) }
    #expect(throws: QuotaFailure.self) { try quotas.count("a", Self.get, at: now) }
  }

  @Test("Each corp has a bucket for each method")
  func apart() throws {
    var quotas = try Self.quotas(#"{"method_calls_per_minute_max": 1}"#)
    try quotas.count("a", Self.get, at: Self.start)
    #expect(throws: QuotaFailure.self) { try quotas.count("a", Self.get, at: Self.start) }
    try quotas.count("a", Self.list, at: Self.start)
    try quotas.count("b", Self.get, at: Self.start)
  }

  @Test("A clock that is set back gives nothing away and takes nothing for good")
  func clockSetBack() throws {
    var quotas = try Self.quotas(#"{"method_calls_per_minute_max": 60}"#)
    for _ in 0..<60 { try quotas.count("a", Self.get, at: Self.start) }
    let back = Self.start.advanced(bySeconds: -3600)
    #expect(throws: QuotaFailure.self) { try quotas.count("a", Self.get, at: back) }
    try quotas.count("a", Self.get, at: back.advanced(bySeconds: 1))
  }

  @Test("A quota is the corp's own, or the method's, or the policy's, these two times its weight")
  func weights() throws {
    let policies = try Policies(
      json: Data(
        """
        {
          "method_calls_per_minute_max": 100,
          "methods": {"siyu.directory.v1.MemberService/ListMembers": 10},
          "corps": {
            "big": {"weight": 3},
            "own": {"weight": 2, "methods": {"siyu.directory.v1.MemberService/GetMember": 7}}
          }
        }
        """.utf8))
    #expect(policies.callsPerMinute("any", Self.get) == 100)
    #expect(policies.callsPerMinute("any", Self.list) == 10)
    #expect(policies.callsPerMinute("big", Self.get) == 300)
    #expect(policies.callsPerMinute("big", Self.list) == 30)
    #expect(policies.callsPerMinute("own", Self.get) == 7)
    #expect(policies.callsPerMinute("own", Self.list) == 20)
    #expect(policies.weight(of: "own") == 2 && policies.weight(of: "any") == 1)
  }

  @Test("Buckets that are full again are forgotten when there are too many")
  func forgotten() throws {
    var quotas = try Self.quotas(#"{"method_calls_per_minute_max": 60}"#, bucketLimit: 3)
    for corp in ["a", "b", "c"] { try quotas.count(corp, Self.get, at: Self.start) }
    for _ in 0..<59 { try quotas.count("c", Self.get, at: Self.start) }
    try quotas.count("d", Self.get, at: Self.start.advanced(bySeconds: 2))
    #expect(quotas.bucketCount == 2)
    // The one that was emptied is not among the forgotten.
    let later = Self.start.advanced(bySeconds: 2)
    for _ in 0..<2 { try quotas.count("c", Self.get, at: later) }
    #expect(throws: QuotaFailure.self) { try quotas.count("c", Self.get, at: later) }
  }

  @Test("Corps without number share one bucket, and those that have one keep it")
  func madeUpNames() throws {
    var quotas = try Self.quotas(#"{"method_calls_per_minute_max": 5}"#, bucketLimit: 3)
    for corp in ["a", "b", "c"] { try quotas.count(corp, Self.get, at: Self.start) }
    for number in 0..<5 { try quotas.count("made-up-\(number)", Self.get, at: Self.start) }
    #expect(throws: QuotaFailure.self) { try quotas.count("one-more", Self.get, at: Self.start) }
    #expect(quotas.bucketCount == 3)
    for _ in 0..<4 { try quotas.count("a", Self.get, at: Self.start) }
  }

  @Test(
    "A policy file that means nothing is refused by the name that is wrong",
    arguments: [
      (#"{"methods": {"siyu.directory.v1.MemberService/GetMembre": 1}}"#, "GetMembre"),
      (#"{"methods": {"grpc.health.v1.Health/Check": 1}}"#, "grpc.health.v1.Health/Check"),
      (#"{"methods": {"siyu.directory.v1.MemberService.GetMember": 1}}"#, "GetMember"),
      (#"{"methods": {"siyu.directory.v1.MemberService/GetMember": 0}}"#, "GetMember is 0"),
      (#"{"corps": {"a/b": {}}}"#, "a/b"),
      (#"{"corps": {"a": {"wieght": 2}}}"#, "wieght"),
      (#"{"corps": {"a": {"weight": 0}}}"#, "weight is 0, allowed are 1 to 1000"),
      (#"{"corps": {"a": {"methods": {"ListTags": 2}}}}"#, "ListTags"),
      (#"{"corps": {"a": 3}}"#, "not a JSON object"),
      (#"{"method_calls_per_minute_max": 0}"#, "method_calls_per_minute_max is 0"),
      (#"{"methods": {"siyu.directory.v1.MemberService/GetMember": 1.5}}"#, "whole numbers"),
    ])
  func mistakes(json: String, word: String) throws {
    let mistake = try #require(throws: Policies.Mistake.self) {
      try Policies(json: Data(json.utf8))
    }
    #expect("\(mistake)".contains(word))
  }
}
