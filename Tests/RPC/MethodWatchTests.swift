import Fixtures
import InteropService
import Messages
import Synchronization
import Testing

@testable import RPC

/// A server tells the watch of a method of each call, once when it begins and once when it ends.
@Suite struct MethodWatchTests {
  /// Writes down what it is told, and says when a call has ended.
  private final class Diary: MethodWatch {
    let lines = Mutex<[String]>([])
    let ended: AsyncStream<Void>
    private let end: AsyncStream<Void>.Continuation

    init() { (ended, end) = AsyncStream.makeStream() }

    func began(_ call: Call) { note("began") }
    func received(_ call: Call) { note("received") }
    func sent(_ call: Call) { note("sent") }

    func ended(_ call: Call, _ status: Status) {
      note("ended \(status.code.name)")
      end.yield()
    }

    private func note(_ line: String) { lines.withLock { $0.append(line) } }

    var text: [String] { lines.withLock { $0 } }

    func waitForEnd() async { for await _ in ended { return } }
  }

  private static func routes(_ diary: Diary, _ routes: [Route]) -> [Route] {
    routes.map { $0.watched(by: diary) }
  }

  @Test("A unary call")
  func unary() async throws {
    let diary = Diary()
    let routes = Self.routes(diary, GrpcTesting.TestService.routes(TestService()))
    try await RunningServer.run(routes) { running in
      _ = try await running.client.emptyCall(.init())
      await diary.waitForEnd()
      #expect(diary.text == ["began", "received", "sent", "ended OK"])
    }
  }

  @Test("A call that fails")
  func failure() async throws {
    let diary = Diary()
    let route = Route.unary(GrpcTesting.TestService.emptyCall) {
      (_: GrpcTesting.Empty, _) async throws -> GrpcTesting.Empty in
      throw Status(.notFound, "There is none.")
    }
    try await RunningServer.run(Self.routes(diary, [route])) { running in
      let status = try await status { _ = try await running.client.emptyCall(.init()) }
      #expect(status?.code == .notFound)
      await diary.waitForEnd()
      #expect(diary.text == ["began", "received", "ended NOT_FOUND"])
    }
  }

  @Test("A call whose caller goes away ends once, as cancelled")
  func cancelled() async throws {
    let (diary, started, release) = (Diary(), Gate(), Gate())
    let route = Route.unary(GrpcTesting.TestService.emptyCall) {
      (_: GrpcTesting.Empty, _) async throws -> GrpcTesting.Empty in
      await started.open()
      await release.wait()
      return .init()
    }
    try await RunningServer.run(Self.routes(diary, [route])) { running in
      let caller = Task { try await running.client.emptyCall(.init()) }
      await started.wait()
      caller.cancel()
      await diary.waitForEnd()
      await release.open()
      _ = try? await caller.value
      #expect(diary.text == ["began", "received", "ended CANCELLED"])
    }
  }

  @Test("A client's call is told of when it begins and, once, how it ended")
  func client() async throws {
    let ends = Mutex<[StatusCode]>([])
    try await RunningServer.run { running in
      var options = CallOptions()
      options.beginning = { method, metadata in
        #expect(method.name == "EmptyCall")
        metadata.append("x-added", "1")
        return { code in ends.withLock { $0.append(code) } }
      }
      _ = try await running.client.emptyCall(.init(), options: options)
      options.deadline = Deadline(afterMilliseconds: 0)
      _ = try? await running.client.emptyCall(.init(), options: options)
    }
    #expect(ends.withLock { $0 } == [.ok, .deadlineExceeded])
  }
}
