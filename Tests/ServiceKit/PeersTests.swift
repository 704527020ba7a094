import Testing

@testable import RPC
@testable import ServiceKit

@Suite struct PeersTests {
  private let method = MethodDescriptor(service: "siyu.Test", name: "Test", right: .open)

  /// What is left for the peer, of a call with so much time left.
  private func remainingMilliseconds(of deadline: Deadline?) throws -> Int64 {
    let call = Call(method: method, deadline: deadline)
    call.context = Principal(corp: "acme", app: "shop", scopes: .all)
    let options = Peers().options(for: call)
    #expect(options.metadata["siyu-corp"] == "acme")
    return try #require(options.earliestDeadline).remainingMilliseconds
  }

  @Test("A peer gets what is left of the caller's time, less the margin")
  func passedOn() throws {
    let deadline = Deadline(afterMilliseconds: 20_000)
    let call = Call(method: method, deadline: deadline)
    call.context = Principal(corp: "acme", app: "shop", scopes: .all)
    #expect(
      Peers().options(for: call).earliestDeadline
        == deadline.earlier(byMilliseconds: Peers.marginMilliseconds))
  }

  @Test("A peer never gets more time than a peer may take")
  func own() throws {
    for deadline in [nil, Deadline(afterMilliseconds: 3_600_000)] {
      let remaining = try remainingMilliseconds(of: deadline)
      #expect(remaining <= Peers.timeoutMilliseconds && remaining > 0)
    }
  }

  @Test("A peer is not asked for what could not be passed on in time")
  func tooLate() throws {
    let deadline = Deadline(afterMilliseconds: Peers.marginMilliseconds)
    #expect(try remainingMilliseconds(of: deadline) <= 0)
    #expect(Deadline(uptimeNanoseconds: 5).earlier(byMilliseconds: 1).uptimeNanoseconds == 0)
  }
}
