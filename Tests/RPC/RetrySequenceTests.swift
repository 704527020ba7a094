import Testing

@testable import RPC

/// When a call is sent again, as transcripts of how attempts end and what follows.
@Suite struct RetrySequenceTests {
  private static let policy = RetryPolicy(
    attempts: 4, firstBackoffMilliseconds: 100, longestBackoffMilliseconds: 300, multiplier: 2,
    codes: [.unavailable], pushbackCodes: [.resourceExhausted], longestPushbackMilliseconds: 5_000)

  /// What follows each end, with a throttle that is full and dice that always say one half.
  private func orders(
    _ policy: RetryPolicy? = Self.policy, tokens: Int = 100, after ends: RetrySequence.End...
  ) -> [RetrySequence.Order] {
    var sequence = RetrySequence(policy)
    var throttle = RetryThrottle(tokens: tokens, ratio: 0.1)
    return ends.map { sequence.order(after: $0, &throttle, random: { 0.5 }) }
  }

  private func failed(
    _ code: StatusCode = .unavailable, _ pushback: Int? = nil
  ) -> RetrySequence.End { .failed(code, pushbackMilliseconds: pushback) }

  @Test("Waits grow by the multiplier up to the longest, and the attempts are counted")
  func backoff() {
    #expect(
      orders(after: failed(), failed(), failed(), failed())
        == [
          .wait(milliseconds: 50), .wait(milliseconds: 100), .wait(milliseconds: 150), .giveUp,
        ])
  }

  @Test("Five attempts are the most, whatever a policy asks for")
  func cap() {
    let policy = RetryPolicy(attempts: 50, firstBackoffMilliseconds: 0)
    let ends = (0..<5).map { _ in failed() }
    var sequence = RetrySequence(policy)
    var throttle = RetryThrottle(tokens: 100, ratio: 0)
    let orders = ends.map { sequence.order(after: $0, &throttle, random: { 0 }) }
    #expect(orders.filter { $0 == .wait(milliseconds: 0) }.count == 4)
    #expect(orders.last == .giveUp)
  }

  @Test("Without a policy, and for codes it does not name, there is one attempt")
  func otherCodes() {
    #expect(orders(nil, after: failed()) == [.giveUp])
    #expect(orders(after: failed(.internal)) == [.giveUp])
    #expect(orders(after: failed(.resourceExhausted)) == [.giveUp])
  }

  @Test("The server's word is kept: so long, not at all, and then from the first wait again")
  func pushback() {
    #expect(
      orders(after: failed(), failed(.unavailable, 777), failed())
        == [.wait(milliseconds: 50), .wait(milliseconds: 777), .wait(milliseconds: 50)])
    #expect(orders(after: failed(.unavailable, -1)) == [.giveUp])
    #expect(
      orders(after: failed(.resourceExhausted, 0))
        == [.wait(milliseconds: 0)])
    #expect(orders(after: failed(.internal, 1)) == [.giveUp])
    #expect(orders(after: failed(.unavailable, 5_001)) == [.giveUp])
  }

  @Test("What never left is sent again without end, what was refused once, and neither counts")
  func transparent() {
    #expect(
      orders(nil, after: .unsent, .unsent, .unsent, .refused, .unsent, .refused)
        == [.again, .again, .again, .again, .again, .giveUp])
    #expect(
      orders(after: .refused, .refused, failed(), failed(), failed())
        == [
          .again, .wait(milliseconds: 50), .wait(milliseconds: 100), .wait(milliseconds: 150),
          .giveUp,
        ])
  }

  @Test("Once the server has begun to answer, nothing is sent again")
  func committed() {
    for end in [RetrySequence.End.unsent, .refused, failed()] {
      var sequence = RetrySequence(Self.policy)
      var throttle = RetryThrottle(tokens: 100, ratio: 0.1)
      sequence.commit()
      #expect(sequence.order(after: end, &throttle, random: { 0 }) == .giveUp)
    }
  }

  @Test("At half the tokens or fewer nothing is repeated, until successes have refilled them")
  func throttle() {
    var throttle = RetryThrottle(tokens: 10, ratio: 0.5)
    func order() -> RetrySequence.Order {
      var sequence = RetrySequence(Self.policy)
      return sequence.order(after: failed(), &throttle, random: { 0 })
    }
    #expect((0..<6).map { _ in order() == .giveUp } == [false, false, false, false, true, true])
    // At 4 of 10, and each success gives a half back; the next failure takes one first.
    for _ in 0..<4 { throttle.succeeded() }
    #expect(order() == .giveUp)
    for _ in 0..<3 { throttle.succeeded() }
    #expect(order() == .wait(milliseconds: 0))
  }

  @Test("A refusal to be tried again, and the failure of a committed call, take their token")
  func tokens() {
    var throttle = RetryThrottle(tokens: 4, ratio: 0)
    var refused = RetrySequence(Self.policy)
    #expect(refused.order(after: failed(.internal, -1), &throttle, random: { 0 }) == .giveUp)
    var committed = RetrySequence(Self.policy)
    committed.commit()
    #expect(committed.order(after: failed(), &throttle, random: { 0 }) == .giveUp)
    #expect(!throttle.mayRetry)
  }

  @Test(
    "Retries add no more than a fifth to the load, however often a server fails",
    arguments: [1, 2, 5, 10])
  func amplification(oneOf: Int) {
    var throttle = RetryThrottle(
      tokens: ChannelLimits().retryTokens, ratio: ChannelLimits().retryTokenRatio)
    let calls = 10_000
    var attempts = 0
    for _ in 0..<calls {
      var sequence = RetrySequence(RetryPolicy(attempts: 5))
      var order = RetrySequence.Order.again
      while order != .giveUp {
        attempts += 1
        if attempts % oneOf != 0 {
          sequence.noteSuccess(&throttle)
          break
        }
        order = sequence.order(after: failed(), &throttle, random: { 0 })
      }
    }
    #expect(Double(attempts) <= 1.2 * Double(calls))
  }
}
