import Foundation
import Testing

/// The house: which module may import which. `Package.swift` says it to the compiler; this says it
/// to the reader, and holds for what the compiler lets pass (a module reached through another).
private let house: [String: Set<String>] = [
  "HTTP2": ["CNghttp2"],
  "Protobuf": ["CProtobufC"],
  "RPC": ["HTTP2", "Protobuf", "CZlib", "NIOCore", "NIOPosix", "NIOHTTP1", "NIOTLS", "NIOSSL"],
  "Messages": ["CMessages", "CProtobufC", "Protobuf", "RPC"],
  "QRCode": ["CQRencode", "CPNG"],
  "Store": ["CSQLite", "CPageChecksum"],
  "Roaring": ["CRoaring"],
  "ServiceKit": [
    "Messages", "RPC", "Protobuf", "Store", "QRCode", "Logging", "Crypto", "JWTKit", "Metrics",
  ],
  "Directory": serviceFloor,
  "Customers": serviceFloor.union(["Roaring"]),
  "Communities": serviceFloor,
  "Broadcasts": serviceFloor,
  "Sandbox": serviceFloor,
  "siyu": serviceFloor.union([
    "Directory", "Customers", "Communities", "Broadcasts", "Sandbox", "ArgumentParser", "Logging",
    "Histogram", "Metrics",
  ]),
  "protoc-gen-siyu": ["CMessages", "CProtobufC", "Protobuf"],
]

private let serviceFloor: Set<String> = ["ServiceKit", "Messages", "RPC", "Protobuf", "Store"]

/// What the toolchain brings, for every module.
private let everywhere: Set<String> = ["Foundation", "Synchronization", "Dispatch", "Glibc"]

/// What has no Swift of ours in it.
private let withoutSwift: Set<String> = [
  "CNghttp2", "CPNG", "CProtobufC", "CQRencode", "CSQLite", "CZlib", "CRoaring", "CMessages",
  "CPageChecksum",
]

private let generated: Set<String> = ["Messages"]

@Suite("The house")
struct HouseTests {
  @Test("A module imports what its place in the house allows, and nothing else")
  func imports() throws {
    for file in try SourceFile.all() {
      let allowed = try #require(house[file.module], "\(file.module) is not in the house")
      for name in file.imports {
        #expect(
          allowed.contains(name) || everywhere.contains(name), "\(file.path) imports \(name)")
      }
    }
  }

  @Test("Every folder of Sources is a module of the house")
  func folders() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: SourceFile.root + "/Sources")
    #expect(Set(folders) == Set(house.keys).union(withoutSwift))
  }

  @Test("No file that is written by hand passes 500 lines")
  func lengths() throws {
    for file in try SourceFile.all() where !generated.contains(file.module) {
      #expect(file.lines.count <= 500, "\(file.path) has \(file.lines.count) lines")
    }
  }

  @Test("No file leaves work for later, or stops the process on input")
  func leftovers() throws {
    let banned = ["TO" + "DO", "FIX" + "ME", "X" + "XX", " try" + "!", "fatal" + "Error("]
    for file in try SourceFile.all() where !generated.contains(file.module) {
      for (number, line) in file.lines.enumerated() {
        for word in banned where line.contains(word) {
          Issue.record("\(file.path):\(number + 1) holds \(word)")
        }
      }
    }
  }

  @Test("Services take the time from their clock alone")
  func clocks() throws {
    let services: Set = ["Directory", "Customers", "Communities", "Broadcasts"]
    for file in try SourceFile.all() where services.contains(file.module) {
      for (number, line) in file.lines.enumerated() {
        for source in ["Date()", "clock_gettime", "ContinuousClock", "Task.sleep"]
        where line.contains(source) {
          Issue.record("\(file.path):\(number + 1) reads the time by \(source)")
        }
      }
    }
  }

  @Test("Rules see neither SQL nor messages, tables see no messages, handlers no SQL")
  func rooms() throws {
    let services: Set = ["Directory", "Customers", "Communities", "Broadcasts"]
    for file in try SourceFile.all() where services.contains(file.module) {
      let isTable = file.path.hasSuffix("Table.swift")
      if isTable {
        #expect(!file.imports.contains("Messages"), "\(file.path) sees messages")
      }
      if !isTable {
        let sql = file.lines.first { line in
          ["SELECT ", "INSERT INTO ", "DELETE FROM "].contains { line.contains($0) }
        }
        #expect(sql == nil, "\(file.path) holds SQL")
      }
      // Rules are where a noun's failures stand.
      if file.lines.contains(where: { $0.contains(": Failure") }) {
        #expect(!file.imports.contains("Store"), "\(file.path) is rules, and sees the store")
        #expect(!file.imports.contains("Messages"), "\(file.path) is rules, and sees messages")
      }
    }
  }
}

/// One Swift file under Sources.
private struct SourceFile {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  let path: String
  let module: String
  let lines: [String]

  var imports: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let at = words.firstIndex(of: "import"), at <= 2, words.count > at + 1,
        words[..<at].allSatisfy({
          ["package", "public", "internal", "private", "fileprivate"].contains($0)
            || $0.hasPrefix("@")
        })
      else { return nil }
      return words[at + 1]
    }
  }

  static func all() throws -> [SourceFile] {
    let sources = root + "/Sources"
    let paths = try FileManager.default.subpathsOfDirectory(atPath: sources)
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      SourceFile(
        path: "Sources/\(path)", module: String(path.prefix { $0 != "/" }),
        lines: try String(contentsOfFile: "\(sources)/\(path)", encoding: .utf8)
          .split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }
  }
}
