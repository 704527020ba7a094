import ServiceKit

/// How far the dispatch of a moment got in the sources of its range: what the job's cursor says.
struct MomentProgress: Sendable, Equatable {
  /// Some members of a source.
  struct Page: Sendable, Equatable {
    /// Spelled as directory does.
    var userids: [String] = []
    var invalidUserids: [String] = []
    var invalidDepartmentID: UInt32?
    /// Empty at the end of the source.
    var nextPageToken: String = ""
  }

  private(set) var source = 0
  private(set) var pageToken = ""
  /// Members looked at, one of two departments twice.
  private(set) var seenCount: Int64 = 0

  init() {}

  /// Reads what `cursor` wrote; empty is the start.
  init(cursor: [UInt8]) throws {
    if cursor.isEmpty { return }
    let parts = String(decoding: cursor, as: UTF8.self)
      .split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let source = Int(parts[0]), let seenCount = Int64(parts[1]) else {
      throw Unreadable()
    }
    self.source = source
    self.seenCount = seenCount
    self.pageToken = String(parts[2])
  }

  /// A cursor that this did not write: the job cannot go on.
  struct Unreadable: Error {}

  var cursor: [UInt8] { Array("\(source) \(seenCount) \(pageToken)".utf8) }

  mutating func advance(past page: Page) {
    seenCount += Int64(page.userids.count + page.invalidUserids.count)
    pageToken = page.nextPageToken
    if pageToken.isEmpty { source += 1 }
  }
}
