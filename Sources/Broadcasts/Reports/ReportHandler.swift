import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.broadcasts.v1.ReportService`, from counters alone.
struct ReportHandler: BroadcastsV1.ReportServiceProtocol {
  let context: BroadcastsContext

  func getBroadcastReport(
    _ request: BroadcastsV1.GetBroadcastReportRequest, _ call: Call
  ) async throws -> BroadcastsV1.BroadcastReport {
    try Broadcast.checkMsgid(request.msgid)
    return try context.read(call) { reader in
      let broadcast = try BroadcastTable.require(request.msgid, in: reader)
      var report = broadcast.report
      report.variants = try zip(
        BroadcastTable.contents(of: broadcast.key, in: reader).variants,
        ArmsTable.counts(broadcast: broadcast.key, in: reader)
      ).enumerated().map { index, both in
        .init(
          variant: Int32(index + 1), name: both.0.name,
          deliveries: both.1.message(isStopped: broadcast.isStopped))
      }
      return report
    }
  }

  func listBroadcastReports(
    _ request: BroadcastsV1.ListBroadcastReportsRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListBroadcastReportsResponse {
    let page = try Page(request, keys: 2)
    let place = BroadcastTable.Place(after: page, in: .ever)
    let found = try context.read(call) {
      try BroadcastTable.list(.ever, after: place, limit: page.size + 1, in: $0)
    }
    let (broadcasts, nextPageToken) = page.cut(found, key: BroadcastTable.Place.keys)
    return .init(reports: broadcasts.map(\.report), nextPageToken: nextPageToken)
  }

  func listMemberReports(
    _ request: BroadcastsV1.ListMemberReportsRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListMemberReportsResponse {
    let page = try Page(request)
    try Broadcast.checkMsgid(request.msgid)
    let (broadcast, found) = try context.read(call) { reader in
      let broadcast = try BroadcastTable.require(request.msgid, in: reader)
      return (
        broadcast,
        try MemberTaskTable.list(
          broadcast: broadcast.key, after: page.after.first?.int ?? 0, limit: page.size + 1,
          in: reader)
      )
    }
    let (tasks, nextPageToken) = page.cut(found) { [.int($0.key.member)] }
    return .init(reports: tasks.map { $0.report(broadcast) }, nextPageToken: nextPageToken)
  }
}

extension Broadcast {
  fileprivate var report: BroadcastsV1.BroadcastReport {
    .init(
      msgid: msgid, name: name, state: .init(rawValue: Int32(state.rawValue)),
      memberCount: counts.member, confirmedMemberCount: counts.confirmedMember,
      refusedCount: counts.refused, deliveries: counts.deliveries.message(isStopped: isStopped))
  }
}

extension MemberTask {
  fileprivate func report(_ broadcast: Broadcast) -> BroadcastsV1.MemberReport {
    .init(
      userid: userid, confirmed: confirmTime != nil,
      deliveries: counts.message(isStopped: broadcast.isStopped))
  }
}

extension Counts {
  /// What no channel has touched waits or, in a stopped broadcast, never will be sent.
  fileprivate func message(isStopped: Bool) -> BroadcastsV1.DeliveryCounts {
    .init(
      recipientCount: recipient, pendingCount: isStopped ? 0 : untouched, leasedCount: leased,
      sentCount: sent, failedCount: failed, stoppedCount: isStopped ? untouched : 0,
      conversionCount: conversion, convertedRecipientCount: converted, amountCents: amountCents,
      heldOutCount: heldOut)
  }
}
