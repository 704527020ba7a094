import Logging
import Messages
import Metrics
import RPC
import Store
import Synchronization

/// Follows one feed of a peer for one corp after another: an inbox of changes.
///
/// What came is applied together with the cursor behind it, so it is applied once. When the peer
/// goes away, it is dialled again 0.2 s later, then twice as long each time up to 3.2 s. When
/// the peer cannot go on from the cursor, everything is taken over from its lists. With more corps
/// than there are places, each follows for a turn, then for another when it is due again.
struct FeedFollower<Source: FeedChange, Change: FeedChange>: Sendable {
  /// How many changes are applied in one transaction, and how many wait for it at most.
  private static var batch: Int { 200 }
  private static var longestDelayMilliseconds: Int64 { 3200 }
  /// How long a turn lasts: of one that nobody waits for when it begins, and of one that others do. Who
  /// comes when all places are taken waits for the end of a turn.
  private static var turnMilliseconds: Int { 10_000 }
  private static var shortTurnMilliseconds: Int { 2000 }

  private let feed: FollowedFeed<Source, Change>
  private let context: ServiceContext<Change>
  private let places = FollowerPlaces()
  private let sight: FollowerSight

  init(_ feed: FollowedFeed<Source, Change>, of context: ServiceContext<Change>) {
    self.feed = feed
    self.context = context
    sight = FollowerSight(context.sight, peer: feed.peer)
  }

  /// Follows until the task is cancelled or the corp's database closes.
  func run(_ corp: String, log: Logger) async {
    var delayMilliseconds: Int64 = 0
    while !Task.isCancelled {
      let error: any Error
      do {
        try await takeTurn(corp)
        delayMilliseconds = 0
        continue
      } catch let thrown {
        if Task.isCancelled || (thrown as? StoreError).map(Self.isFinal) == true { return }
        error = thrown
      }
      let delay = min(Self.longestDelayMilliseconds, max(200, 2 * delayMilliseconds))
      // While it stays the same there is nothing new to tell; how many fail is a metric.
      if delay != delayMilliseconds {
        log.notice(
          "A feed is dialled again.",
          metadata: [
            "feed": "\(feed.name)", "corp": "\(corp)", "error": "\(error)",
            "delay_ms": "\(delay)",
          ])
      }
      delayMilliseconds = delay
      let next = context.clock.now.advanced(byMilliseconds: delayMilliseconds)
      sight.failing.increment()
      defer { sight.failing.decrement() }
      guard (try? await context.clock.sleep(until: next)) != nil else { return }
    }
  }

  private static func isFinal(_ error: StoreError) -> Bool {
    switch error {
    case .closed, .stopped: true
    default: false
    }
  }

  private func takeTurn(_ corp: String) async throws {
    try await places.enter()
    defer { places.leave() }
    let kept = try context.corps.database(of: corp)
      .read { try FollowedFeedTable.cursor(of: feed.name, in: $0) }
    guard let kept else { return try await watch(corp, after: takeOver(corp)) }
    do {
      try await watch(corp, after: kept)
    } catch let status as Status where status.code == .outOfRange {
      try await watch(corp, after: takeOver(corp))
    }
  }

  private func takeOver(_ corp: String) async throws -> String {
    let cursor = try await feed.takeOver(corp)
    let name = feed.name
    try await context.write(corp: corp, origin: .job) { mutation in
      try FollowedFeedTable.put(cursor, of: name, in: mutation.writer)
    }
    return cursor
  }

  private func watch(_ corp: String, after cursor: String) async throws {
    let channel = try context.peers.channel(to: feed.peer)
    var options = context.peers.options(corp: corp)
    options.timeoutMilliseconds =
      places.areWanted ? Self.shortTurnMilliseconds : Self.turnMilliseconds
    let changes = feed.watch(cursor, channel, options)
    let inbox = Inbox<Source>(capacity: Self.batch)
    try await withThrowingTaskGroup { group in
      group.addTask {
        do {
          for try await change in changes { await inbox.put(change) }
          throw Status(.unavailable, "the feed ended")
        } catch let status as Status where status.code == .deadlineExceeded {
          // The turn is over, and what came is applied.
          inbox.end()
        }
      }
      group.addTask {
        while let batch = await inbox.take() { try await apply(batch, corp) }
      }
      while try await group.next() != nil {}
    }
  }

  private func apply(_ batch: [Source], _ corp: String) async throws {
    let feed = feed
    try await context.write(corp: corp, origin: .job) { mutation in
      for change in batch { try feed.apply(change, mutation) }
      try FollowedFeedTable.put(batch.last!.cursor, of: feed.name, in: mutation.writer)
    }
    sight.applied.increment(by: batch.count)
    guard let oldest = batch[0].changeTime.flatMap(Instant.init) else { return }
    let delay = context.clock.now.microseconds - oldest.microseconds
    sight.delay.recordNanoseconds(max(0, delay) * 1000)
  }
}

/// Changes that came and are not applied yet, between the task that reads them and the one that
/// applies them.
private final class Inbox<Element: Sendable>: Sendable {
  private struct State {
    var waiting: [Element] = []
    var isEnded = false
  }

  private let capacity: Int
  private let state = Mutex(State())
  private let arrivals = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
  private let departures = AsyncStream.makeStream(
    of: Void.self, bufferingPolicy: .bufferingNewest(1))

  init(capacity: Int) {
    self.capacity = capacity
  }

  /// Adds one; waits while as many wait as may.
  func put(_ element: Element) async {
    state.withLock { $0.waiting.append(element) }
    arrivals.continuation.yield()
    var departed = departures.stream.makeAsyncIterator()
    while state.withLock({ $0.waiting.count >= capacity }) {
      if await departed.next() == nil { return }
    }
  }

  func end() {
    state.withLock { $0.isEnded = true }
    arrivals.continuation.yield()
  }

  /// All that wait, as soon as any does; nil after the end, and when the task is cancelled.
  func take() async -> [Element]? {
    while true {
      let (taken, isEnded) = state.withLock { state in
        defer { state.waiting = [] }
        return (state.waiting, state.isEnded)
      }
      if !taken.isEmpty {
        departures.continuation.yield()
        return taken
      }
      if isEnded { return nil }
      var arrived = arrivals.stream.makeAsyncIterator()
      if await arrived.next() == nil { return nil }
    }
  }
}
