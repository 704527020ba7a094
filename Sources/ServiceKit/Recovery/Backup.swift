import Foundation
import Store

/// Why a backup was not made or not restored.
package enum BackupMistake: Error, CustomStringConvertible {
  case damaged(name: String, mistakes: [String])
  case notABackup(path: String, reason: String)
  case exists(path: String)

  package var description: String {
    switch self {
    case .damaged(let name, let mistakes):
      "\(name) is damaged: " + mistakes.joined(separator: "; ")
    case .notABackup(let path, let reason): "\(path) is no backup that can be restored: \(reason)"
    case .exists(let path): "\(path) exists already"
    }
  }
}

/// Copies of corps' files, each whole and of one moment, in a folder that can be carried away.
///
/// It is laid out like a data folder, so `siyu check` reads it, and each file is a plain SQLite
/// database: that is the format in which a corp leaves, too.
package enum Backup {
  /// Copies one corp's file of one service, while that may be running, and looks at the copy. Throws
  /// `BackupMistake.damaged` when the copy is no good, as it is when the original is not.
  package static func copy(
    _ service: any ServiceDefinition.Type, corp: String, from data: String, to folder: String
  ) throws -> BackupManifest.File {
    let name = "\(service.name)/\(corp)"
    let path = "\(folder)/\(name).db"
    try DatabaseFile.makeFolder(of: path)
    let snapshot = try Snapshot(of: "\(data)/\(name).db")
    let (cursor, migrations, audit) = try snapshot.read { reader in
      let migrations = try Migration.names(in: reader)
      let isAudited = migrations.contains(AuditTable.migrations[0].name)
      return (
        try Feed.Cursor(text: Feed.newestCursor(in: reader))!, migrations,
        isAudited ? try AuditTable.end(in: reader) : nil
      )
    }
    try snapshot.copy(to: path)
    let mistakes = try Snapshot(of: path).mistakes()
    guard mistakes.isEmpty else { throw BackupMistake.damaged(name: name, mistakes: mistakes) }
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return BackupManifest.File(
      service: service.name, corp: corp, byteCount: attributes[.size] as? Int ?? 0,
      feedEpoch: cursor.epoch, feedSequence: cursor.sequence, auditSequence: audit?.sequence,
      auditHash: audit.map { FileSums.hexadecimal($0.hash) }, migrations: migrations)
  }

  /// Completes a folder of copies, which becomes a backup under its name in one step.
  package static func finish(_ manifest: BackupManifest, in folder: String, as path: String) throws
  {
    let manifestPath = "\(folder)/\(BackupManifest.fileName)"
    try manifest.json.write(to: URL(fileURLWithPath: manifestPath))
    let sums = try FileSums.text(
      of: [BackupManifest.fileName] + manifest.files.map(\.path), in: folder)
    let sumsPath = "\(folder)/\(FileSums.fileName)"
    try Data(sums.utf8).write(to: URL(fileURLWithPath: sumsPath))
    // Read again, from the files that will be there.
    let mistakes = try FileSums.mistakes(in: folder)
    guard mistakes.isEmpty else { throw BackupMistake.damaged(name: folder, mistakes: mistakes) }
    for each in [manifestPath, sumsPath] + Set(manifest.files.map { "\(folder)/\($0.service)" })
      + [folder]
    {
      try DatabaseFile.sync(each)
    }
    guard rename(folder, path) == 0 else { throw BackupMistake.exists(path: path) }
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try DatabaseFile.sync(parent)
  }

  /// Reads a backup's manifest, once every byte of it and its files is what was written.
  package static func verified(_ path: String) throws -> BackupManifest {
    guard FileManager.default.fileExists(atPath: "\(path)/\(FileSums.fileName)") else {
      throw BackupMistake.notABackup(path: path, reason: "there is no \(FileSums.fileName) in it")
    }
    let mistakes = try FileSums.mistakes(in: path)
    guard mistakes.isEmpty else { throw BackupMistake.damaged(name: path, mistakes: mistakes) }
    let json = try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(BackupManifest.fileName)"))
    let manifest = try BackupManifest(json: json)
    guard manifest.format == BackupManifest.format else {
      throw BackupMistake.notABackup(
        path: path, reason: "it has format \(manifest.format), not \(BackupManifest.format)")
    }
    return manifest
  }
}

/// Puts a corp's file of a service back as a backup has it. The caller holds the lock of the service's
/// folder.
package enum Restoration {
  /// Replaces what is there. The file is brought up to this program's migrations and gets checksums if
  /// it had none, and its feed becomes another one from there on.
  ///
  /// A process that dies within leaves the old file, or one that the service refuses to open until
  /// this is done again, or the new one.
  package static func restore(
    _ service: any ServiceDefinition.Type, corp: String, from backup: String, to data: String
  ) async throws {
    let path = "\(data)/\(service.name)/\(corp).db"
    let beside = path + ".restoring"
    let folder = "\(data)/\(service.name)"
    try DatabaseFile.makeFolder(of: path)
    for end in ["", "-wal", "-shm"] { try remove(beside + end) }
    try FileManager.default.copyItem(atPath: "\(backup)/\(service.name)/\(corp).db", toPath: beside)
    try DatabaseFile.addChecksums(to: beside)
    let database = try Database.open(path: beside, lists: Corps.lists(service.migrations))
    do {
      try await database.write { try Feed.beginEpoch(in: $0) }
    } catch {
      await database.close()
      throw error
    }
    await database.close()
    try DatabaseFile.sync(beside)
    // The old log must never meet the new file. Without it, its index keeps the old file from being
    // opened; so the index goes last.
    try remove(path + "-wal")
    try DatabaseFile.sync(folder)
    guard rename(beside, path) == 0 else { throw BackupMistake.exists(path: path) }
    try DatabaseFile.sync(folder)
    try remove(path + "-shm")
    try remove(beside + "-lock")
  }

  private static func remove(_ path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    try FileManager.default.removeItem(atPath: path)
  }
}

/// Ends a corp's data in a service. The caller holds the lock of the service's folder.
package enum Deletion {
  /// Removes its files, and says which there were. Done again after a crash it removes the rest.
  package static func delete(_ corp: String, of service: String, in data: String) throws -> [String]
  {
    let path = "\(data)/\(service)/\(corp).db"
    // The file first: a log without one is nothing to SQLite.
    let files = ["", "-wal", "-shm", "-lock", ".restoring"].map { path + $0 }
      .filter { FileManager.default.fileExists(atPath: $0) }
    for file in files { try FileManager.default.removeItem(atPath: file) }
    if !files.isEmpty { try DatabaseFile.sync("\(data)/\(service)") }
    return files
  }
}
