import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.customers.v1.TransferService`.
struct TransferHandler: CustomersV1.TransferServiceProtocol {
  let context: CustomersContext

  func transferCustomers(
    _ request: CustomersV1.TransferCustomersRequest, _ call: Call
  ) async throws -> CustomersV1.TransferCustomersResponse {
    let asking = try TransferAsking(
      request.handoverUserid, request.takeoverUserid, request.externalUserids, kind: .onJob,
      successMsg: request.transferSuccessMsg, policies: context.policies)
    let policies = context.policies
    return try await context.mutate(request, call) { mutation in
      try Self.transfer(asking, mutation, policies)
    }
  }

  func transferResignedCustomers(
    _ request: CustomersV1.TransferResignedCustomersRequest, _ call: Call
  ) async throws -> CustomersV1.TransferCustomersResponse {
    let asking = try TransferAsking(
      request.handoverUserid, request.takeoverUserid, request.externalUserids, kind: .resigned,
      successMsg: "", policies: context.policies)
    let policies = context.policies
    return try await context.mutate(request, call) { mutation in
      try Self.transfer(asking, mutation, policies)
    }
  }

  private static func transfer(
    _ asking: TransferAsking, _ mutation: CustomersMutation, _ policies: Policies
  ) throws -> CustomersV1.TransferCustomersResponse {
    let writer = mutation.writer
    let handover = try MemberTable.find(asking.handover, in: writer)
    let takeover = try TransferMembers.takeover(
      asking.takeover, field: "takeover_userid", in: writer)
    try TransferMembers.check(
      handover, userid: asking.handover, is: asking.kind, now: mutation.now, policies: policies,
      in: writer)
    let takeoverKey = try (takeover ?? MemberTable.insert(asking.takeover, in: writer)).key
    let changes = TransferChanges(mutation, policies: policies)
    return .init(
      customers: try asking.externalUserids.map { id in
        do {
          try Customer.checkID(id, field: "external_userids")
          guard let customer = try CustomerTable.key(of: id, in: writer) else {
            throw RelationFailure.customerNotFound(id)
          }
          let relation = try handover.flatMap {
            try RelationTable.find(customer: customer, member: $0.key, in: writer)
          }
          let transfer = try changes.accept(
            customer: customer, of: relation, to: takeoverKey, kind: asking.kind,
            successMsg: asking.successMsg
          ).get()
          return .init(externalUserid: id, takeoverTime: transfer.takeoverTime?.timestamp)
        } catch let refused as RefusedTransfer {
          return .init(
            externalUserid: id,
            TransferFailure.refused(
              refused.refusal, userid: asking.handover, externalUserid: id))
        } catch let failure as any Failure {
          return .init(externalUserid: id, failure)
        }
      })
  }

  func refuseTransfer(
    _ request: CustomersV1.RefuseTransferRequest, _ call: Call
  ) async throws -> CustomersV1.Transfer {
    try Shape.userid(request.handoverUserid, field: "handover_userid")
    try Shape.userid(request.takeoverUserid, field: "takeover_userid")
    try Customer.checkID(request.externalUserid, field: "external_userid")
    let policies = context.policies
    return try await context.mutate(request, call) { mutation in
      let writer = mutation.writer
      guard let customer = try CustomerTable.key(of: request.externalUserid, in: writer),
        let handover = try MemberTable.find(request.handoverUserid, in: writer),
        let takeover = try MemberTable.find(request.takeoverUserid, in: writer),
        let transfer = try TransferTable.find(
          handover: handover.key, takeover: takeover.key, customer: customer, in: writer),
        transfer.status == .waiting
      else {
        throw TransferFailure.notWaiting(
          userid: request.handoverUserid, externalUserid: request.externalUserid)
      }
      return try TransferChanges(mutation, policies: policies).refuse(transfer)
    }
  }

  func transferAllCustomers(
    _ request: CustomersV1.TransferAllCustomersRequest, _ call: Call
  ) async throws -> CustomersV1.TransferAllCustomersResponse {
    let policies = context.policies
    let asking = try MemberTransferAsking(
      request.handoverUserid, request.takeovers, successMsg: request.transferSuccessMsg,
      policies: policies)
    return try await context.mutate(request, call) { mutation in
      let writer = mutation.writer
      let members = try asking.members(now: mutation.now, policies: policies, in: writer)
      let jobid = try mutation.start(MemberTransfer.kind, payload: [])
      try TransferJobTable.insert(
        jobid: jobid, handover: members.handover.key, kind: members.kind,
        successMsg: asking.successMsg,
        takeovers: zip(members.takeovers, asking.takeovers).map { member, asked in
          (try (member ?? MemberTable.insert(asked.userid, in: writer)).key, asked.share)
        }, in: writer)
      return .init(
        jobid: jobid, kind: members.kind.message,
        customerCount: Int64(members.handover.customerCount))
    }
  }
}
