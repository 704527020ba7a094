import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.broadcasts.v1.TouchService`; its reports from counters alone.
struct TouchHandler: BroadcastsV1.TouchServiceProtocol {
  let context: BroadcastsContext

  func recordTouches(
    _ request: BroadcastsV1.RecordTouchesRequest, _ call: Call
  ) async throws -> BroadcastsV1.RecordTouchesResponse {
    try Shape.items(request.touches.count, 1...1000, field: "touches")
    return try await context.mutate(request, call, isAudited: false) { mutation in
      var outcome = BroadcastsV1.RecordTouchesResponse()
      var recorded: [BroadcastsV1.Touch] = []
      var counting = TouchCounting()
      let secret = try TouchTable.linkSecret(in: mutation.writer)
      for asked in request.touches {
        do {
          if try record(asked, secret, &counting, mutation) {
            recorded.append(asked)
          } else {
            outcome.repeatedCount += 1
          }
        } catch let failure as any Failure {
          outcome.failures.append(.init(key: asked.touchID, failure))
        }
      }
      outcome.recordedCount = Int64(recorded.count)
      outcome.failedCount = Int64(outcome.failures.count)
      guard !recorded.isEmpty else { return outcome }
      try TouchCountTable.add(counting, in: mutation.writer)
      try mutation.emit(.touchesRecorded(.init(touches: recorded)))
      return outcome
    }
  }

  /// False when it was recorded before.
  private func record(
    _ asked: BroadcastsV1.Touch, _ secret: String, _ counting: inout TouchCounting,
    _ mutation: BroadcastsMutation
  ) throws -> Bool {
    let writer = mutation.writer
    let touch = try Touch(asked)
    let delivery = try target(of: asked, secret, in: writer)
    if let (known, key) = try TouchTable.find(touch.id, in: writer) {
      guard known == touch, key == delivery.key else { throw TouchFailure.idReused(touch.id) }
      return false
    }
    guard delivery.state == .sent || delivery.state == .leased else {
      throw TouchFailure.notSent(delivery.key.text)
    }
    try TouchTable.insert(touch, of: delivery.key, in: writer)
    var trail = try TouchTable.trail(of: delivery.key, in: writer) ?? TouchTrail()
    trail.isConverted = delivery.conversionCount > 0
    counting.add(trail.add(touch), to: delivery.counterKey, on: Day(of: touch.time))
    try TouchTable.put(trail, of: delivery.key, in: writer)
    return true
  }

  private func target(
    of asked: BroadcastsV1.Touch, _ secret: String, in reader: Reader
  ) throws -> Delivery {
    let recipientID =
      switch asked.recipient {
      case .externalUserid(let id), .chatID(let id): id
      case nil: ""
      }
    return try DeliveryTarget(
      linkCode: asked.linkCode, msgid: asked.msgid, recipientID: recipientID
    ).delivery(field: "touches.", secret, in: reader)
  }

  func getTouchReport(
    _ request: BroadcastsV1.GetTouchReportRequest, _ call: Call
  ) async throws -> BroadcastsV1.TouchReport {
    try Broadcast.checkMsgid(request.msgid)
    return try context.read(call) { reader in
      let broadcast = try BroadcastTable.require(request.msgid, in: reader)
      func counts(_ dimension: TouchDimension) throws -> BroadcastsV1.TouchCounts {
        try TouchCountTable.counts(broadcast: broadcast.key, dimension, in: reader).message
      }
      let variants = try zip(
        BroadcastTable.contents(of: broadcast.key, in: reader).variants,
        ArmsTable.counts(broadcast: broadcast.key, in: reader))
      return .init(
        msgid: broadcast.msgid, sentCount: broadcast.counts.deliveries.sent,
        counts: try counts(.broadcast),
        convertedRecipientCount: broadcast.counts.deliveries.converted,
        variants: try variants.enumerated().map { index, both in
          .init(
            variant: Int32(index + 1), name: both.0.name, sentCount: both.1.sent,
            counts: try counts(.variant(index + 1)))
        })
    }
  }

  func listDayTouchReports(
    _ request: BroadcastsV1.ListDayTouchReportsRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListDayTouchReportsResponse {
    let page = try Page(request)
    try Broadcast.checkMsgid(request.msgid)
    let found = try context.read(call) { reader in
      try TouchCountTable.days(
        broadcast: BroadcastTable.require(request.msgid, in: reader).key,
        after: page.after.first?.int ?? .min, limit: page.size + 1, in: reader)
    }
    let (days, nextPageToken) = page.cut(found) { [.int($0.day.number)] }
    return .init(
      reports: days.map {
        .init(date: CorpTime.text(ofDay: Int($0.day.number)), counts: $0.counts.message)
      }, nextPageToken: nextPageToken)
  }

  func listMemberTouchReports(
    _ request: BroadcastsV1.ListMemberTouchReportsRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListMemberTouchReportsResponse {
    let page = try Page(request)
    try Broadcast.checkMsgid(request.msgid)
    let found = try context.read(call) { reader in
      try TouchCountTable.members(
        broadcast: BroadcastTable.require(request.msgid, in: reader).key,
        after: page.after.first?.int ?? 0, limit: page.size + 1, in: reader)
    }
    let (members, nextPageToken) = page.cut(found) { [.int($0.member)] }
    return .init(
      reports: members.map { .init(userid: $0.userid, counts: $0.counts.message) },
      nextPageToken: nextPageToken)
  }

  func listTouchedRecipients(
    _ request: BroadcastsV1.ListTouchedRecipientsRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListTouchedRecipientsResponse {
    let page = try Page(request)
    try Broadcast.checkMsgid(request.msgid)
    let found = try context.read(call) { reader in
      try TouchTable.touched(
        broadcast: BroadcastTable.require(request.msgid, in: reader).key,
        after: page.after.first?.int ?? 0, limit: page.size + 1, in: reader)
    }
    let (recipients, nextPageToken) = page.cut(found) { [.int($0.recipient)] }
    return .init(recipients: recipients.map(\.message), nextPageToken: nextPageToken)
  }
}

extension Touch {
  fileprivate init(_ message: BroadcastsV1.Touch) throws(InvalidField) {
    guard let kind = Kind(rawValue: Int(message.kind.rawValue)) else {
      throw InvalidField(
        "touches.kind", "UNKNOWN_VALUE", "touches.kind \(message.kind.rawValue) is not known.")
    }
    let stated = try Shape.required(message.touchTime, field: "touches.touch_time")
    guard let time = Instant(stated) else {
      throw InvalidField(
        "touches.touch_time", "BAD_TIME", "touches.touch_time is outside the years 1 to 9999.")
    }
    try self.init(
      id: message.touchID, kind: kind, time: time, readPercent: Int(message.readPercent),
      readSeconds: Int(message.readSeconds))
  }
}

extension TouchCounts {
  fileprivate var message: BroadcastsV1.TouchCounts {
    .init(
      clickCount: click, clickedRecipientCount: clicked, readingRecipientCount: reading,
      readPercentSum: readPercent, readSeconds: readSeconds, visitCount: visit,
      visitedRecipientCount: visited, clickedVisitedRecipientCount: clickedVisited,
      clickedConvertedRecipientCount: clickedConverted,
      clickedVisitedConvertedRecipientCount: clickedVisitedConverted)
  }
}

extension TouchedRecipient {
  fileprivate var message: BroadcastsV1.TouchedRecipient {
    .init(
      userid: userid,
      recipient: chatType == .group ? .chatID(recipientID) : .externalUserid(recipientID),
      clickCount: trail.clickCount, firstClickTime: trail.firstClickTime?.timestamp,
      readPercent: Int32(trail.readPercent), readSeconds: trail.readSeconds,
      visitCount: trail.visitCount, firstVisitTime: trail.firstVisitTime?.timestamp,
      conversionCount: conversionCount, amountCents: amountCents)
  }
}
