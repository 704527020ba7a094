import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.broadcasts.v1.LiftService`, from counters alone.
struct LiftHandler: BroadcastsV1.LiftServiceProtocol {
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
      return .init(
        msgid: broadcast.msgid, controlPercent: Int32(broadcast.arms.controlPercent),
        seed: broadcast.arms.seed, lift: all.liftMessage(heldOutOf: all),
        variants: variants.enumerated().map { index, both in
          .init(
            variant: Int32(index + 1), name: both.0.name,
            lift: both.1.liftMessage(heldOutOf: all))
        })
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
