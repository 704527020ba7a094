import ArgumentParser
import Foundation
import ServiceKit
import Store

/// Deletes everything of one corp, with the services stopped.
struct DeleteCorpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete-corp",
    abstract: "Delete everything that the services keep of a corp. They are stopped.",
    discussion: """
      There is no way back but a backup. Backups keep what they hold: delete those too when a corp's \
      data must be gone.
      """)

  @Argument(help: "The corp.")
  var corp: String

  @Option(help: "The folder of the databases.")
  var data = "data"

  @Option(help: "The corp once more.")
  var confirm: String

  func run() throws {
    guard Admission.isCorp(corp) else {
      throw Trouble(message: "'\(corp)' cannot be the name of a corp", exitCode: 2)
    }
    guard confirm == corp else {
      throw Trouble(message: "--confirm \(confirm) is not the corp \(corp)", exitCode: 2)
    }
    guard FileManager.default.fileExists(atPath: data) else {
      throw Trouble(message: "\(data): there is no such folder", exitCode: 2)
    }
    let services = DataFolder.services.map { $0.name }.filter {
      FileManager.default.fileExists(atPath: "\(data)/\($0)")
    }
    let locks = try DataFolder(path: data).claim(Set(services))
    defer { withExtendedLifetime(locks) {} }
    let files = try services.flatMap { try Deletion.delete(corp, of: $0, in: data) }
    guard !files.isEmpty else { throw Trouble(message: "\(data) holds nothing of corp \(corp)") }
    for file in files { print("deleted \(file)") }
  }
}
