import Foundation
import Testing

/// One run of protoc with the built plugin, over protos that a test writes.
struct Protoc {
  /// What the plugin wrote, by file name; empty when it refused.
  let files: [String: String]

  /// What was said on standard error, a line each.
  let complaints: [String]

  /// `protos` by file name, as imports name them. Imports of the repository's own protos work.
  init(_ protos: [String: String]) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("generator-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appendingPathComponent("in")
    let output = folder.appendingPathComponent("out")
    try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
    for (name, text) in protos {
      let file = input.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    complaints = try Self.run(
      [
        "protoc", "--proto_path=\(input.path)", "--proto_path=\(Self.repository)/Protos",
        "--plugin=protoc-gen-siyu=\(Self.plugin)", "--siyu_out=\(output.path)",
      ] + protos.keys.sorted())
    var files: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: output.path) {
      files[name] = try String(contentsOf: output.appendingPathComponent(name), encoding: .utf8)
    }
    self.files = files
  }

  private static func run(_ command: [String]) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The plugin stands beside the program that runs the tests.
  private static let plugin = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("protoc-gen-siyu").path
}
