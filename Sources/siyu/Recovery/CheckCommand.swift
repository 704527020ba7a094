import ArgumentParser
import Foundation
import ServiceKit
import Store

/// Looks for what is wrong in databases, while services may be running, or in a backup.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look for damage in a data folder, while the services run, or in a backup.",
    discussion: """
      Reads every page and its checksum, the logs, indexes against rows, counters against what they \
      count, the feeds for gaps. Prints a line for each thing that is wrong and ends with 1 if there is any. \
      While it reads a file, the log of a running service grows.
      """)

  @Option(help: "The folder of the databases, or of a backup.")
  var data = "data"

  @OptionGroup
  var selection: Selection

  func run() throws {
    var mistakes: [String] = []
    func note(_ found: [String]) {
      for mistake in found { print(mistake) }
      mistakes += found
    }
    if FileManager.default.fileExists(atPath: "\(data)/\(FileSums.fileName)") {
      note(try FileSums.mistakes(in: data))
    }
    let places = try DataFolder(path: data).databases(
      service: selection.service, corp: selection.corp)
    guard !places.isEmpty else { throw Trouble(message: "\(data) holds \(selection.nothing)") }
    for place in places {
      note(Self.mistakes(in: place, of: data).map { "\(place.name): \($0)" })
    }
    guard mistakes.isEmpty else {
      throw Trouble(message: "\(mistakes.count) mistakes in \(places.count) files")
    }
    print("\(places.count) files, nothing wrong")
  }

  private static func mistakes(in place: DataFolder.Place, of data: String) -> [String] {
    do {
      let snapshot = try Snapshot(of: "\(data)/\(place.name).db")
      if !snapshot.hasChecksums {
        print("\(place.name) has no checksums: restored from a backup it would have them")
      }
      return place.service.mistakes(in: snapshot)
    } catch {
      return ["\(error)"]
    }
  }
}
