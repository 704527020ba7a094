import Crypto
import Foundation

/// The SHA-256 of every file of a folder but itself, in `SHA256SUMS` at its top, in the form that
/// `sha256sum -c` reads.
package enum FileSums {
  package static let fileName = "SHA256SUMS"

  private static let chunkBytes = 1 << 20

  /// - Parameter paths: Relative to the folder.
  package static func text(of paths: [String], in folder: String) throws -> String {
    try paths.map { "\(try sum(of: "\(folder)/\($0)"))  \($0)\n" }.joined()
  }

  /// What does not agree with its sum, is missing, or is there without one; in words.
  package static func mistakes(in folder: String) throws -> [String] {
    // A flipped bit may leave what is no text; then a line names no sum, and that is said.
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(fileName)"))
    let text = String(decoding: bytes, as: UTF8.self)
    var mistakes: [String] = []
    var named: Set<String> = []
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, parts[1].first == " " else {
        mistakes.append("\(fileName): '\(line)' is not a sum and a name")
        continue
      }
      let path = String(parts[1].dropFirst())
      named.insert(path)
      guard FileManager.default.fileExists(atPath: "\(folder)/\(path)") else {
        mistakes.append("\(path): missing")
        continue
      }
      if try sum(of: "\(folder)/\(path)") != parts[0] {
        mistakes.append("\(path): its bytes are not those that were written")
      }
    }
    let found = try FileManager.default.subpathsOfDirectory(atPath: folder)
    for path in found.sorted() where path.hasSuffix(".db") || path == BackupManifest.fileName {
      if !named.contains(path) { mistakes.append("\(path): \(fileName) does not name it") }
    }
    return mistakes
  }

  private static func sum(of path: String) throws -> String {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? file.close() }
    var hash = SHA256()
    while let chunk = try file.read(upToCount: chunkBytes), !chunk.isEmpty {
      hash.update(data: chunk)
    }
    return hexadecimal(hash.finalize())
  }

  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
