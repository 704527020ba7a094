import Broadcasts
import Fixtures
import ServiceKit
import Store

/// Holds the counters against the rows, with the service stopped.
enum Recount {
  /// What does not agree, in words; empty when all does.
  static func mistakes(in folder: TemporaryFolder) async throws -> [String] {
    let corps = Corps(
      folder: "\(folder.path)/broadcasts", migrations: BroadcastsService.migrations)
    do {
      let mistakes = try corps.names().flatMap { corp in
        try corps.database(of: corp).read { reader in
          try BroadcastsService.checks.flatMap { try $0.mistakes(reader) }
        }
      }
      await corps.close()
      return mistakes
    } catch {
      await corps.close()
      throw error
    }
  }
}
