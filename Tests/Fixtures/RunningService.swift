import Foundation
import Logging
package import RPC
package import ServiceKit
import Store
import Testing

/// A folder of its own for one test, gone when the last who holds it is.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("siyu-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}

/// One loop thread serves every service and channel of a test run, as one process does.
private let loops = EventLoops(threads: 1)

/// A real service on a port of the system's choosing, with a channel to it.
package struct RunningService: Sendable {
  package let name: String
  /// Held, so that it outlives the service.
  package let folder: TemporaryFolder
  package let host: ServiceHost
  package let channel: Channel
  package let clock: Clock
  /// What is wrong in its files, in words.
  private let mistakes: @Sendable () throws -> [String]

  /// Starts a service in a folder; `peers` are those it calls. The clock stands at 2026-01-05
  /// 08:00 in Shanghai unless one is given. One that others are to find again after it was stopped
  /// listens at a Unix socket's path. One with an authority takes its tokens alone, and shows its
  /// peers one for every corp.
  package static func start<Definition: ServiceDefinition>(
    _ definition: Definition.Type, in folder: TemporaryFolder, peers: [RunningService] = [],
    clock: Clock = .stepped(from: Instant(seconds: 1_767_571_200)),
    policies: Policies = Policies(), listen: ListenAddress = .tcp(host: "127.0.0.1", port: 0),
    authority: TokenAuthority? = nil,
    configure: (inout ServiceHost.Settings) -> Void = { _ in }
  ) async throws -> RunningService {
    var settings = ServiceHost.Settings(
      listen: listen, dataFolder: folder.path, insecure: authority == nil,
      loops: loops)
    settings.tokenKeys = authority?.keysPath
    settings.signer = authority?.signer
    // Callers, services and their one loop share the machine with all other tests: how long they take
    // says nothing about them.
    settings.limits.requestBytesPerSecond = 0
    settings.clock = clock
    settings.policies = policies
    settings.peers = Peers(
      Dictionary(
        uniqueKeysWithValues: peers.map {
          ($0.name, Channel(to: $0.host.address.description, loops: loops))
        }), token: try authority.map { try PeerToken(path: $0.peerTokenPath) })
    configure(&settings)
    // What callers get wrong is what tests are about, and no news.
    var log = Logger(label: definition.name)
    log.logLevel = .warning
    let host = try await ServiceHost.start(definition, settings, log: log)
    return RunningService(
      name: definition.name, folder: folder, host: host,
      channel: Channel(to: host.address.description, loops: loops),
      clock: clock,
      mistakes: {
        let path = "\(folder.path)/\(definition.name)"
        return try Corps(folder: path, migrations: []).names().flatMap { corp in
          definition.mistakes(in: try Snapshot(of: "\(path)/\(corp).db")).map { "\(corp): \($0)" }
        }
      })
  }

  /// A further channel to it, as a peer of its own would have.
  package func openChannel() -> Channel {
    Channel(to: host.address.description, loops: loops)
  }

  /// Whatever the test did, what is kept twice then says the same.
  package func stop() async {
    await channel.close()
    await host.drain(graceSeconds: 1)
    do {
      for mistake in try mistakes() { Issue.record("\(name)/\(mistake)") }
    } catch {
      Issue.record(error)
    }
  }
}

/// Runs a test against one running service that calls no other.
package func withService<Definition: ServiceDefinition>(
  _ definition: Definition.Type, policies: Policies = Policies(),
  _ body: (RunningService) async throws -> Void
) async throws {
  let folder = try TemporaryFolder()
  let service = try await RunningService.start(definition, in: folder, policies: policies)
  do {
    try await body(service)
  } catch {
    await service.stop()
    throw error
  }
  await service.stop()
}
