import Fixtures
import Messages
import RPC

/// The calls about sources that most of their tests begin with.
extension CustomersCaller {
  @discardableResult
  func source(
    _ channel: String, _ scene: String, _ store: UInt32 = 0, requestID: String = ""
  ) async throws -> CustomersV1.Source {
    try await sources.createSource(
      .init(
        source: .init(name: "来源", channel: channel, scene: scene, departmentID: store),
        requestID: requestID))
  }

  /// Waits until directory has told of a member and of a store.
  func untilHeard(of store: UInt32) async throws {
    try await untilRefused("nobody", "MEMBER_UNKNOWN")
    while true {
      do {
        let source = try await source("等待", "等待", store)
        _ = try await sources.deleteSource(.init(sourceID: source.sourceID))
        return
      } catch let status as Status {
        guard try CallFailure(status).reason == "DEPARTMENT_NOT_FOUND" else { throw status }
        await Task.yield()
      }
    }
  }

  /// Makes a contact way of a source.
  func way(
    _ userids: [String], of source: CustomersV1.Source
  ) async throws -> CustomersV1.ContactWay {
    try await way(userids) { $0.sourceID = source.sourceID }
  }

  /// All rows of a report, page by page, "what it is added up by day scans/added/lost".
  func rows(
    of request: CustomersV1.GetSourceStatisticsRequest
  ) async throws -> [String] {
    var request = request
    var rows: [String] = []
    repeat {
      let page = try await sources.getSourceStatistics(request)
      rows += page.rows.map(\.text)
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty
    return rows
  }
}

extension CustomersV1.GetSourceStatisticsResponse.Row {
  var text: String {
    let store = departmentID == 0 ? "" : String(departmentID)
    let by = [channel, scene, store].filter { !$0.isEmpty }.joined(separator: "-")
    return [by, day, counts?.text ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension CustomersV1.SourceCounts {
  var text: String { "\(scanCount)/\(addedCount)/\(lostCount)" }
}
