import Directory
import Fixtures
import Logging
import Messages
import RPC
import ServiceKit
import Store
import Synchronization
import Testing

@Suite("A followed feed", .timeLimit(.minutes(5)))
struct FeedFollowerTests {
  @Test("Everything is taken over once, then change by change is applied, each once")
  func follows() async throws {
    try await withScene { scene in
      try await scene.createDepartment("甲")
      let follower = scene.startFollowing()
      try await follower.until { $0 == ["took over after 1"] }
      try await scene.createDepartment("乙")
      try await scene.createDepartment("丙")
      try await follower.until { $0 == ["took over after 1", "2", "3"] }
      await follower.stop()
    }
  }

  @Test("A peer that goes away and comes back is followed from where it was left")
  func peerRestarts() async throws {
    try await withScene { scene in
      let follower = scene.startFollowing()
      try await follower.until { $0.count == 1 }
      try await scene.createDepartment("甲")
      try await follower.until { $0.count == 2 }
      try await scene.restartPeer()
      try await scene.createDepartment("乙")
      try await follower.until { $0 == ["took over after 0", "1", "2"] }
      await follower.stop()
    }
  }

  @Test("A follower that was stopped goes on after the last change it applied")
  func followerRestarts() async throws {
    try await withScene { scene in
      let first = scene.startFollowing()
      try await first.until { $0.count == 1 }
      try await scene.createDepartment("甲")
      try await first.until { $0.count == 2 }
      await first.stop()
      for number in 0..<300 { try await scene.createDepartment("部门 \(number)") }
      let second = scene.startFollowing()
      try await second.until { $0 == ["took over after 0"] + (1...301).map(String.init) }
      await second.stop()
    }
  }

  @Test("What could not be applied leaves nothing behind, and comes again")
  func applyFails() async throws {
    try await withScene { scene in
      let failures = Mutex(2)
      let follower = scene.startFollowing { change in
        let fails = failures.withLock { left in
          guard change.sequence == 2, left > 0 else { return false }
          left -= 1
          return true
        }
        if fails { throw Status(.unavailable, "not now") }
      }
      try await follower.until { $0.count == 1 }
      for name in ["甲", "乙", "丙"] { try await scene.createDepartment(name) }
      try await follower.until { $0 == ["took over after 0", "1", "2", "3"] }
      #expect(failures.withLock { $0 } == 0)
      await follower.stop()
    }
  }

  @Test("When the peer cannot go on from the cursor, everything is taken over again")
  func cursorLost() async throws {
    try await withScene { scene in
      try await scene.createDepartment("甲")
      let follower = scene.startFollowing()
      try await follower.until { $0 == ["took over after 1"] }
      try await scene.restartPeer(empty: true)
      try await follower.until { $0 == ["took over after 1", "took over after 0"] }
      try await scene.createDepartment("乙")
      try await follower.until { $0 == ["took over after 1", "took over after 0", "1"] }
      await follower.stop()
    }
  }

  @Test("Corps that come later are followed too, each by its own cursor")
  func corps() async throws {
    try await withScene { scene in
      let follower = scene.startFollowing()
      try await follower.until { $0 == ["took over after 0"] }
      try await scene.createDepartment("甲", corp: "other")
      try await follower.until(corp: "other") { $0 == ["took over after 1"] }
      try await scene.createDepartment("乙")
      try await follower.until { $0 == ["took over after 0", "1"] }
      await follower.stop()
    }
  }
}

/// A directory to be followed, and the folder of who follows it.
private final class Scene {
  private let socket: TemporaryFolder
  private let followerFolder: TemporaryFolder
  private var peerFolder: TemporaryFolder
  private var peer: RunningService

  init() async throws {
    socket = try TemporaryFolder()
    followerFolder = try TemporaryFolder()
    peerFolder = try TemporaryFolder()
    peer = try await Self.start(in: peerFolder, at: socket)
  }

  private static func start(
    in folder: TemporaryFolder, at socket: TemporaryFolder
  ) async throws -> RunningService {
    try await .start(DirectoryService.self, in: folder, listen: .unix(path: socket.path + "/peer"))
  }

  func stop() async { await peer.stop() }

  func restartPeer(empty: Bool = false) async throws {
    await peer.stop()
    if empty { peerFolder = try TemporaryFolder() }
    peer = try await Self.start(in: peerFolder, at: socket)
  }

  func createDepartment(_ name: String, corp: String = "demo") async throws {
    _ = try await DirectoryV1.DepartmentServiceClient(peer.channel).createDepartment(
      .init(department: .init(name: name, parentid: 1)),
      options: CallOptions(metadata: ["siyu-corp": corp]))
  }

  /// Starts a service that notes what it hears; `check` may refuse a change.
  func startFollowing(
    _ check: @escaping @Sendable (DirectoryV1.Change) throws -> Void = { _ in }
  ) -> Follower {
    Follower(folder: followerFolder, channel: peer.openChannel(), check)
  }
}

private func withScene(_ body: (Scene) async throws -> Void) async throws {
  let scene = try await Scene()
  do {
    try await body(scene)
  } catch {
    await scene.stop()
    throw error
  }
  await scene.stop()
}

/// One run of a process that follows the directory, and writes down what it hears.
private struct Follower {
  private let context: DirectoryContext
  private let folder: TemporaryFolder

  init(
    folder: TemporaryFolder, channel: Channel,
    _ check: @escaping @Sendable (DirectoryV1.Change) throws -> Void
  ) {
    let notes = Migration(
      name: "notes", sql: "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;")
    let context = DirectoryContext(
      name: "follower",
      corps: Corps(folder: folder.path, migrations: [FollowedFeedTable.migration, notes]),
      clock: .system, policies: Policies(), peers: Peers(["directory": channel]))
    context.follow(
      FollowedFeed<DirectoryV1.Change, DirectoryV1.Change>(
        peer: "directory",
        watch: { cursor, channel, options in
          DirectoryV1.ChangeServiceClient(channel)
            .watchChanges(.init(after: cursor), options: options)
        },
        takeOver: { corp in
          let cursor = try await DirectoryV1.ChangeServiceClient(channel)
            .getNewestCursor(.init(), options: context.peers.options(corp: corp)).cursor
          try await context.write(corp: corp, origin: .job) { mutation in
            let sequence = cursor.split(separator: ".").last ?? ""
            try Self.note("took over after \(sequence)", in: mutation.writer)
          }
          return cursor
        },
        apply: { change, mutation in
          try Self.note("\(change.sequence)", in: mutation.writer)
          try check(change)
        }))
    context.followers.start(log: Logger(label: "follower"))
    self.context = context
    self.folder = folder
  }

  private static func note(_ text: String, in writer: Writer) throws {
    try writer.run("INSERT INTO note (text) VALUES ($1)", text)
  }

  /// Waits, commit by commit, until the notes are as wanted. Opens the corp when it is new.
  func until(corp: String = "demo", _ isWanted: ([String]) -> Bool) async throws {
    let database = try context.corps.database(of: corp)
    while true {
      let seen = database.commitCount
      let notes = try database.read { reader in
        try reader.all("SELECT text FROM note ORDER BY id") { $0.text(0) }
      }
      if isWanted(notes) { return }
      _ = try await database.commit(after: seen)
    }
  }

  func stop() async {
    await context.followers.stop()
    await context.peers.close()
    await context.corps.close()
  }
}
