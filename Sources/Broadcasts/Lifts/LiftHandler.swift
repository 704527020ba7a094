import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.broadcasts.v1.LiftService`, from counters alone.
struct LiftHandler: BroadcastsV1.LiftServiceProtocol {
  /// Each costs the sum of its members' counters.
  private static let departmentPageMax = 100

  let context: BroadcastsContext

  func getLift(
    _ request: BroadcastsV1.GetLiftRequest, _ call: Call
  ) async throws -> BroadcastsV1.BroadcastLift {
    try Broadcast.checkMsgid(request.msgid)
    return try context.read(call) { reader in
      let broadcast = try BroadcastTable.require(request.msgid, in: reader)
      let all = broadcast.counts.deliveries
      let variants = try zip(
        BroadcastTable.contents(of: broadcast.key, in: reader).variants,
        ArmsTable.counts(broadcast: broadcast.key, in: reader))
      let olds = try OldCustomerTable.counts(broadcast: broadcast.key, in: reader)
      let old = olds?.sum
      return .init(
        msgid: broadcast.msgid, controlPercent: Int32(broadcast.arms.controlPercent),
        seed: broadcast.arms.seed, lift: all.liftMessage(heldOutOf: all),
        variants: variants.enumerated().map { index, both in
          .init(
            variant: Int32(index + 1), name: both.0.name,
            lift: both.1.liftMessage(heldOutOf: all),
            newCustomers: olds.map {
              (both.1 - $0[index + 1]).liftMessage(heldOutOf: all - $0.sum)
            }, oldCustomers: olds.map { $0[index + 1].liftMessage(heldOutOf: $0.sum) })
        }, newCustomers: old.map { (all - $0).liftMessage(heldOutOf: all - $0) },
        oldCustomers: old.map { $0.liftMessage(heldOutOf: $0) })
    }
  }

  func listMemberLifts(
    _ request: BroadcastsV1.ListMemberLiftsRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListMemberLiftsResponse {
    let page = try Page(request)
    try Broadcast.checkMsgid(request.msgid)
    let found = try context.read(call) { reader in
      try MemberTaskTable.list(
        broadcast: BroadcastTable.require(request.msgid, in: reader).key,
        after: page.after.first?.int ?? 0, limit: page.size + 1, in: reader)
    }
    let (tasks, nextPageToken) = page.cut(found) { [.int($0.key.member)] }
    return .init(
      lifts: tasks.map {
        .init(userid: $0.userid, lift: $0.counts.liftMessage(heldOutOf: $0.counts))
      }, nextPageToken: nextPageToken)
  }

  func listDepartmentLifts(
    _ request: BroadcastsV1.ListDepartmentLiftsRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListDepartmentLiftsResponse {
    let page = try Page(request, largest: Self.departmentPageMax)
    try Broadcast.checkMsgid(request.msgid)
    guard request.parentid > 0 else {
      throw InvalidField("parentid", "REQUIRED", "parentid is required.")
    }
    let found = try context.read(call) { reader in
      let broadcast = try BroadcastTable.require(request.msgid, in: reader)
      return try RosterTable.children(
        of: request.parentid, after: page.after.first?.int ?? 0, limit: page.size + 1, in: reader
      ).map { department in
        let (tasks, counts) = try MemberTaskTable.counts(
          broadcast: broadcast.key, under: department, in: reader)
        return BroadcastsV1.DepartmentLift(
          departmentID: department, memberCount: tasks,
          lift: counts.liftMessage(heldOutOf: counts))
      }
    }
    let (lifts, nextPageToken) = page.cut(found) { [.int(Int64($0.departmentID))] }
    return .init(lifts: Array(lifts), nextPageToken: nextPageToken)
  }
}

extension [Counts] {
  /// All of them together.
  var sum: Counts { reduce(into: Counts()) { $0 += $1 } }
}

extension Counts {
  fileprivate func liftMessage(heldOutOf others: Counts) -> BroadcastsV1.Lift {
    let lift = lift(heldOutOf: others)
    let difference = lift.difference
    return .init(
      pushed: .init(
        recipientCount: sent, convertedRecipientCount: converted, rate: lift.pushed.rate,
        conversionCount: conversion, amountCents: amountCents),
      heldOut: .init(
        recipientCount: others.heldOut, convertedRecipientCount: others.heldOutConverted,
        rate: lift.heldOut.rate, conversionCount: others.heldOutConversion,
        amountCents: others.heldOutAmountCents),
      difference: difference?.value, differenceLower: difference?.lower,
      differenceUpper: difference?.upper)
  }
}
