import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.customers.v1.SourceService`.
struct SourceHandler: CustomersV1.SourceServiceProtocol {
  let context: CustomersContext

  func createSource(
    _ request: CustomersV1.CreateSourceRequest, _ call: Call
  ) async throws -> CustomersV1.Source {
    let asked = try Shape.required(request.source, field: "source")
    let policies = context.policies
    let now = context.clock.now
    let draft = Source(
      sourceID: PublicID.make("so"), name: asked.name, channel: asked.channel, scene: asked.scene,
      departmentID: asked.departmentID, createTime: now, updateTime: now)
    try draft.checkShape(policies: policies)
    return try await context.mutate(request, call) { mutation in
      var source = draft
      (source.createTime, source.updateTime) = (mutation.now, mutation.now)
      try Source.checkRoom(besides: SourceTable.count(in: mutation.writer), policies: policies)
      try Self.checkPlace(of: source, before: nil, in: mutation.writer)
      source.key = try SourceTable.insert(source, in: mutation.writer)
      try mutation.emit(.sourceCreated(source.message))
      return source.message
    }
  }

  func getSource(
    _ request: CustomersV1.GetSourceRequest, _ call: Call
  ) async throws -> CustomersV1.Source {
    try Source.checkID(request.sourceID, field: "source_id")
    return try context.read(call) {
      try Self.found(request.sourceID, field: "source_id", in: $0).message
    }
  }

  func listSources(
    _ request: CustomersV1.ListSourcesRequest, _ call: Call
  ) async throws -> CustomersV1.ListSourcesResponse {
    let page = try Page(request)
    let filter = SourceFilter(
      channel: request.channel, scene: request.scene, departmentID: request.departmentID)
    try filter.checkShape(policies: context.policies)
    let after = page.after.first?.int ?? 0
    let found = try await context.corps.database(of: call.principal.corp).scan {
      try SourceTable.list(filter, after: after, limit: page.size + 1, in: $0)
    }
    let (sources, nextPageToken) = page.cut(found) { [.int($0.key)] }
    return .init(sources: sources.map(\.message), nextPageToken: nextPageToken)
  }

  func updateSource(
    _ request: CustomersV1.UpdateSourceRequest, _ call: Call
  ) async throws -> CustomersV1.Source {
    let asked = try Shape.required(request.source, field: "source")
    try Source.checkID(asked.sourceID, field: "source.source_id")
    let mask = try UpdateMask(
      request.updateMask, allowed: ["name", "channel", "scene", "department_id"])
    let policies = context.policies
    return try await context.mutate(request, call) { mutation in
      let before = try Self.found(
        asked.sourceID, field: "source.source_id", in: mutation.writer)
      var source = before
      if let name = mask.value("name", asked.name, empty: "") { source.name = name }
      if let channel = mask.value("channel", asked.channel, empty: "") { source.channel = channel }
      if let scene = mask.value("scene", asked.scene, empty: "") { source.scene = scene }
      if let id = mask.value("department_id", asked.departmentID, empty: 0) {
        source.departmentID = id
      }
      try source.checkShape(policies: policies)
      guard source != before else { return before.message }
      try Self.checkPlace(of: source, before: before, in: mutation.writer)
      source.updateTime = mutation.now
      try SourceTable.update(source, in: mutation.writer)
      try mutation.emit(.sourceUpdated(source.message))
      return source.message
    }
  }

  func deleteSource(
    _ request: CustomersV1.DeleteSourceRequest, _ call: Call
  ) async throws -> CustomersV1.DeleteSourceResponse {
    try Source.checkID(request.sourceID, field: "source_id")
    return try await context.mutate(request, call) { mutation in
      let source = try Self.found(request.sourceID, field: "source_id", in: mutation.writer)
      if let configID = try ContactWayTable.configID(withSource: source.key, in: mutation.writer) {
        throw SourceFailure.inUse(source.sourceID, configID: configID)
      }
      try SourceTable.delete(source.key, in: mutation.writer)
      try mutation.emit(.sourceDeleted(source.message))
      return .init()
    }
  }

  func getSourceStatistics(
    _ request: CustomersV1.GetSourceStatisticsRequest, _ call: Call
  ) async throws -> CustomersV1.GetSourceStatisticsResponse {
    let page = try Page(request, keys: 4)
    let place = SourceCountTable.Place(page.after)
    let rollup = try SourceRollup(request.rollup)
    let filter = SourceFilter(
      sourceID: request.sourceID, channel: request.channel, scene: request.scene,
      departmentID: request.departmentID)
    try filter.checkShape(policies: context.policies)
    let end = try ContactWayHandler.moment(request.endTime, field: "end_time") ?? context.clock.now
    let start = try ContactWayHandler.moment(request.startTime, field: "start_time")
    let most = context.policies[.sourceStatisticsDaysMax]
    // The counters of all days and sources asked for are passed, so not on the caller's loop.
    return try await context.corps.database(of: call.principal.corp).scan { reader in
      if !filter.sourceID.isEmpty {
        guard try SourceTable.reference(to: filter.sourceID, in: reader) != nil else {
          throw SourceFailure.notFound(filter.sourceID, field: "source_id")
        }
      }
      let span = try ContactWayHandler.days(
        start, end, timeZone: RosterTable.timeZone(in: reader), most: most)
      let found = try SourceCountTable.sums(
        by: rollup, ofEachDay: !request.wholeSpan, filter, span, after: place,
        limit: page.size + 1, in: reader)
      let (sums, nextPageToken) = page.cut(found) { $0.place.keys }
      return .init(
        total: try SourceCountTable.total(filter, span, in: reader).message,
        rows: try sums.map { try $0.message(by: rollup, in: reader) },
        nextPageToken: nextPageToken)
    }
  }

  private static func found(_ id: String, field: String, in reader: Reader) throws -> Source {
    guard let source = try SourceTable.find(id, in: reader) else {
      throw SourceFailure.notFound(id, field: field)
    }
    return source
  }

  /// Whether a source may stand where it is to stand, and did not before.
  private static func checkPlace(
    of source: Source, before: Source?, in reader: Reader
  ) throws {
    guard source.place != before?.place else { return }
    if source.departmentID != 0, source.departmentID != before?.departmentID,
      try !RosterTable.isEmpty(in: reader),
      try !RosterTable.hasDepartment(source.departmentID, in: reader)
    {
      throw SourceFailure.departmentNotFound(source.departmentID)
    }
    if let id = try SourceTable.sourceID(at: source.place, in: reader) {
      throw SourceFailure.exists(source.place, as: id)
    }
  }
}

extension Source {
  var message: CustomersV1.Source {
    .init(
      sourceID: sourceID, name: name, channel: channel, scene: scene, departmentID: departmentID,
      createTime: createTime.timestamp, updateTime: updateTime.timestamp)
  }
}

extension SourceRollup {
  fileprivate init(_ message: CustomersV1.SourceRollup) throws(InvalidField) {
    guard message != .unspecified else {
      self = .source
      return
    }
    guard let rollup = Self(rawValue: Int(message.rawValue)) else {
      throw InvalidField(
        "rollup", "UNKNOWN_VALUE", "rollup \(message.rawValue) is not known.", errcode: 40058)
    }
    self = rollup
  }
}

extension SourceCounts {
  fileprivate var message: CustomersV1.SourceCounts {
    .init(scanCount: Int64(scans), addedCount: Int64(added), lostCount: Int64(lost))
  }
}

extension SourceCountTable.Place {
  /// The place that a page token says; before all rows on the first page.
  fileprivate init(_ keys: [PageKey]) {
    guard keys.count == 4 else {
      self = .beforeAll
      return
    }
    self.init(
      channel: keys[0].text ?? "", scene: keys[1].text ?? "", number: keys[2].int ?? -1,
      day: keys[3].int ?? -1)
  }

  fileprivate var keys: [PageKey] { [.text(channel), .text(scene), .int(number), .int(day)] }
}

extension SourceCountTable.Sum {
  fileprivate func message(
    by rollup: SourceRollup, in reader: Reader
  ) throws -> CustomersV1.GetSourceStatisticsResponse.Row {
    var row = CustomersV1.GetSourceStatisticsResponse.Row(
      channel: place.channel, scene: place.scene,
      day: place.day == 0 ? "" : CorpTime.text(ofDay: Int(place.day)), counts: counts.message)
    switch rollup {
    case .source:
      let source = try SourceTable.find(place.number, in: reader)
      row.sourceID = source.sourceID
      (row.channel, row.scene) = (source.channel, source.scene)
      row.departmentID = source.departmentID
    case .store: row.departmentID = UInt32(place.number)
    case .channel, .scene: break
    }
    return row
  }
}
