package import Foundation

/// What a backup says of itself, in `manifest.json` at its top.
package struct BackupManifest: Codable, Sendable {
  /// One corp's file of one service, at `<service>/<corp>.db`.
  package struct File: Codable, Sendable {
    package let service: String
    package let corp: String
    package let byteCount: Int
    /// The epoch and the newest change of the feed: the backup holds everything through this change,
    /// and nothing after it.
    package let feedEpoch: String
    package let feedSequence: Int64
    /// The newest entry of the audit log and its hash, in hexadecimal: nothing before it can be changed
    /// any more without this showing it. Nil for a file from before there was a log.
    package let auditSequence: Int64?
    package let auditHash: String?
    package let migrations: [String]

    package var path: String { "\(service)/\(corp).db" }
    package var name: String { "\(service)/\(corp)" }
  }

  /// Of this layout. Another one is not read.
  package static let format = 1

  package let format: Int
  package let program: String
  package let createTime: Date
  package let files: [File]

  package static let fileName = "manifest.json"

  package init(program: String, createTime: Date, files: [File]) {
    format = Self.format
    self.program = program
    self.createTime = createTime
    self.files = files
  }

  package var json: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      encoder.keyEncodingStrategy = .convertToSnakeCase
      encoder.dateEncodingStrategy = .iso8601
      return try encoder.encode(self)
    }
  }

  package init(json: Data) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    decoder.dateDecodingStrategy = .iso8601
    self = try decoder.decode(Self.self, from: json)
  }
}
