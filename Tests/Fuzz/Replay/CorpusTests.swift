import Foundation
import Testing

/// Inputs that once were a finding, or that show a fuzzer where to begin.
@Suite("The fuzz corpus")
struct CorpusTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Corpus")

  @Test("is passed by every target", arguments: FuzzTarget.all)
  func replay(target: FuzzTarget) throws {
    let inputs = try FileManager.default.contentsOfDirectory(
      at: Self.folder.appendingPathComponent(target.name), includingPropertiesForKeys: nil)
    #expect(!inputs.isEmpty, "\(target.name) has no seeds")
    for input in inputs {
      try Data(contentsOf: input).withUnsafeBytes { target.run(FuzzInput($0)) }
    }
  }

  @Test("has a folder for each target, and no other")
  func folders() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(folders) == Set(FuzzTarget.all.map(\.name)))
  }
}
