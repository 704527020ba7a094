import Synchronization
import Testing

@testable import ServiceKit

@Suite("The places of followers", .timeLimit(.minutes(5)))
struct FollowerPlacesTests {
  @Test("No more are in than there are places, and all who wait get their turn")
  func bounded() async throws {
    let places = FollowerPlaces(count: 2)
    let inside = Mutex((now: 0, most: 0, turns: 0))
    try await withThrowingTaskGroup { group in
      for _ in 0..<50 {
        group.addTask { @Sendable in
          try await places.enter()
          inside.withLock { inside in
            inside.now += 1
            inside.most = max(inside.most, inside.now)
            inside.turns += 1
          }
          await Task.yield()
          inside.withLock { $0.now -= 1 }
          places.leave()
        }
      }
      try await group.waitForAll()
    }
    #expect(inside.withLock { $0.most } <= 2)
    #expect(inside.withLock { $0.turns } == 50)
    #expect(!places.areWanted)
  }

  @Test("Who is cancelled while he waits gets no place, and takes none from others")
  func cancelled() async throws {
    let places = FollowerPlaces(count: 1)
    try await places.enter()
    let waiter = Task { try await places.enter() }
    while !places.areWanted { await Task.yield() }
    waiter.cancel()
    await #expect(throws: CancellationError.self) { try await waiter.value }
    #expect(!places.areWanted)
    places.leave()
    try await places.enter()
  }
}
