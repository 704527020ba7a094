import ArgumentParser
import Foundation
import ServiceKit
import Store

/// Puts databases back as a backup has them, with the services stopped.
struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put all corps, or one, back as a backup has them. The services are stopped.",
    discussion: """
      Every byte of the backup is verified before anything is touched. A backup of an older program is \
      brought up to this one. What happened after the backup has not happened: whoever follows a feed \
      and has seen more of it is told so (OUT_OF_RANGE, FOREIGN_CURSOR); others go on.
      """)

  @Option(help: "The folder of the backup.")
  var from: String

  @Option(help: "The folder of the databases.")
  var data = "data"

  @Flag(help: "Replace what is there.")
  var replace = false

  @OptionGroup
  var selection: Selection

  func run() async throws {
    do {
      try await restore()
    } catch let mistake as BackupMistake {
      throw Trouble(message: "\(mistake)")
    }
  }

  private func restore() async throws {
    let manifest = try Backup.verified(from)
    let files = manifest.files.filter {
      (selection.service ?? $0.service) == $0.service && (selection.corp ?? $0.corp) == $0.corp
    }
    guard !files.isEmpty else { throw Trouble(message: "\(from) holds \(selection.nothing)") }
    let locks = try DataFolder(path: data).claim(Set(files.map(\.service)))
    defer { withExtendedLifetime(locks) {} }
    let present = files.filter { FileManager.default.fileExists(atPath: "\(data)/\($0.path)") }
    guard replace || present.isEmpty else {
      throw Trouble(
        message: """
          \(data) holds \(present.map(\.name).joined(separator: ", ")) already: say --replace to lose \
          what is there
          """)
    }
    for file in files {
      guard let service = DataFolder.services.first(where: { $0.name == file.service }) else {
        throw Trouble(message: "\(file.name): this program has no service \(file.service)")
      }
      try await Restoration.restore(service, corp: file.corp, from: from, to: data)
      print("\(file.name): restored through change \(file.feedSequence)")
    }
  }
}
