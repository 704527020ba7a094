import Fixtures
import Logging
import Messages
import ServiceKit
import Store
import Testing

@testable import RPC

/// How the door answers for those who were turned away because of what else goes on.
@Suite("Refusals for want of room or time")
struct RefusalTests {
  private static func status(of error: any Error) -> Status {
    FailureDoor(service: "directory", log: Logger(label: "test")).status(
      of: error, in: Call(method: DirectoryV1.CorpService.getCorp))
  }

  @Test(
    "Too many running calls are told whose bound it was, WeCom's errcode and when to come back",
    arguments: [
      (TooManyCalls.Bound.connection, "CONNECTION_CALLS_RUNNING"),
      (.server, "SERVER_CALLS_RUNNING"), (.share, "CORP_CALLS_RUNNING"),
    ])
  func running(bound: TooManyCalls.Bound, reason: String) throws {
    let status = Self.status(of: TooManyCalls(bound: bound, limit: 7))
    let failure = try CallFailure(status)
    #expect(failure.code == .resourceExhausted && failure.reason == reason)
    #expect(failure.errcode == 45033 && failure.metadata["limit"] == "7")
    let pushback = try #require(status.pushbackMilliseconds)
    let least = TooManyCalls.retryMilliseconds
    #expect((least...2 * least).contains(pushback))
  }

  @Test("A full queue of the store is named, and asks to come back")
  func queueFull() throws {
    let status = Self.status(of: StoreError.queueFull(name: "scans", limit: 3))
    let failure = try CallFailure(status)
    #expect(failure.code == .resourceExhausted && failure.reason == "STORE_QUEUE_FULL")
    #expect(failure.message.contains("scans"))
    #expect(status.pushbackMilliseconds != nil)
  }

  @Test("A deadline that cannot be met is the caller's, and time alone will not help")
  func tooLate() throws {
    let status = Self.status(of: StoreError.tooLate)
    let failure = try CallFailure(status)
    #expect(failure.code == .deadlineExceeded && failure.reason == "DEADLINE_TOO_SHORT")
    #expect(status.pushbackMilliseconds == nil)
  }
}
