import ArgumentParser
import Foundation
import ServiceKit
import Store

/// Copies databases to a new folder, while services may be running.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy all corps, or one, while the services run.",
    discussion: """
      Each file holds exactly what had been answered at one moment: the manifest names the last change \
      of its feed. Services are copied followers first, so that together they make a state they can \
      go on from. The folder appears under its name when every file in it is whole and verified. Its \
      files are SQLite databases, one a service and corp: it is also how a corp's data is handed out.
      """)

  @Option(help: "The folder of the databases.")
  var data = "data"

  @Option(help: "The folder to make. It must not exist.")
  var out: String

  @OptionGroup
  var selection: Selection

  func run() throws {
    guard !FileManager.default.fileExists(atPath: out) else {
      throw Trouble(message: "--out \(out) exists already", exitCode: 2)
    }
    let places = try DataFolder(path: data).databases(
      service: selection.service, corp: selection.corp)
    guard !places.isEmpty else { throw Trouble(message: "\(data) holds \(selection.nothing)") }
    let partial = "\(out).partial-\(ProcessInfo.processInfo.processIdentifier)"
    do {
      let files = try places.map { place in
        let file = try Backup.copy(place.service, corp: place.corp, from: data, to: partial)
        print("\(file.name): \(file.byteCount) bytes, through change \(file.feedSequence)")
        return file
      }
      let manifest = BackupManifest(
        program: "siyu \(Siyu.version)", createTime: Date(), files: files)
      try Backup.finish(manifest, in: partial, as: out)
    } catch {
      try? FileManager.default.removeItem(atPath: partial)
      throw Trouble(message: "no backup was made: \(error)")
    }
    print("\(out): \(places.count) files, verified")
  }
}
