import Store
import Synchronization

/// The services that live by one clock in one process: a sandbox. Who steps the clock learns here
/// whether all that was due is done, and when something is due next.
///
/// A service enters when its context is made, and before any of its corps is opened.
package final class Stage: Sendable {
  /// The app that the sandbox's own channel and guides call as; what it changes has ORIGIN_SANDBOX.
  package static let app = "sandbox"

  /// How things stand at a moment.
  package enum Standing: Sendable, Equatable {
    /// Something is not done yet, in words.
    case busy(String)
    /// All is done that was due; what is due next, if anything is.
    case quiet(next: Instant?)
  }

  private struct Actor {
    let corps: Corps
    let followers: Followers
  }

  private struct State {
    var actors: [String: Actor] = [:]
    var corps: Set<String> = []
    var opening: @Sendable (_ corp: String) -> Void = { _ in }
  }

  package let clock: Clock
  private let keep: @Sendable (Instant) throws -> Void
  private let state = Mutex(State())

  /// `keep` writes down where the clock will stand, before it does: a process that is started again
  /// must not find changes that are later than its clock.
  package init(clock: Clock, keep: @escaping @Sendable (Instant) throws -> Void) {
    self.clock = clock
    self.keep = keep
  }

  func enter(_ name: String, _ corps: Corps, _ followers: Followers) {
    state.withLock { $0.actors[name] = Actor(corps: corps, followers: followers) }
  }

  /// Tells of every corp of which a service has opened a database, those of before too.
  package func onOpening(_ tell: @escaping @Sendable (_ corp: String) -> Void) {
    let known = state.withLock { state in
      state.opening = tell
      return state.corps
    }
    for corp in known.sorted() { tell(corp) }
  }

  func opened(_ corp: String) {
    let tell = state.withLock { state in
      state.corps.insert(corp).inserted ? state.opening : nil
    }
    tell?(corp)
  }

  package func move(to moment: Instant) throws {
    try keep(moment)
    clock.advance(to: moment)
  }

  /// Commits of all services so far: what tells progress from standstill.
  package var commitCount: UInt64 {
    state.withLock { Array($0.actors.values) }
      .reduce(0) { $0 + $1.corps.commitCount }
  }

  /// How things stand now. What it looks at piece by piece is of one moment: when anything was
  /// committed meanwhile, it says busy.
  package func standing() throws -> Standing {
    let (actors, corps) = state.withLock { ($0.actors, $0.corps.sorted()) }
    let commits = commitCount
    let now = clock.now
    var next: Instant?
    for (name, actor) in actors.sorted(by: { $0.key < $1.key }) {
      for corp in corps {
        let database = try actor.corps.database(of: corp)
        if let job = try database.read({ try JobTable.next(in: $0) }) {
          if job.nextTime <= now { return .busy("job \(job.kind) of \(name)") }
          next = next.map { min($0, job.nextTime) } ?? job.nextTime
        }
        for peer in actor.followers.peers {
          guard let source = actors[peer] else { continue }
          let end = try source.corps.database(of: corp).read { try Feed.end(in: $0) }
          let kept = try database.read { try FollowedFeedTable.cursor(of: peer, in: $0) }
          guard let kept, end.isReached(by: kept) else {
            return .busy("\(name) follows the feed of \(peer)")
          }
        }
      }
    }
    return commits == commitCount ? .quiet(next: next) : .busy("a change was committed")
  }
}
