import Messages
import RPC
import ServiceKit
import Store

/// What is asked about transfers and changes nothing.
extension TransferHandler {
  /// Relations a page of unassigned customers looks at beside those it lists.
  private static let looksMax = 2000

  func getTransferResult(
    _ request: CustomersV1.GetTransferResultRequest, _ call: Call
  ) async throws -> CustomersV1.GetTransferResultResponse {
    try Shape.userid(request.handoverUserid, field: "handover_userid")
    try Shape.userid(request.takeoverUserid, field: "takeover_userid")
    let status = try Transfer.Status.asked(request.status)
    let page = try Page(request)
    return try context.read(call) { reader in
      guard let handover = try MemberTable.find(request.handoverUserid, in: reader),
        let takeover = try MemberTable.find(request.takeoverUserid, in: reader)
      else { return .init() }
      let found = try TransferTable.list(
        handover: handover.key, takeover: takeover.key, status: status,
        after: page.after.first?.int ?? 0, limit: page.size + 1, in: reader)
      let (transfers, nextPageToken) = page.cut(found) { [.int($0.customerKey)] }
      return .init(
        customers: try transfers.map { try $0.message(in: reader) }, nextPageToken: nextPageToken)
    }
  }

  func listUnassigned(
    _ request: CustomersV1.ListUnassignedRequest, _ call: Call
  ) async throws -> CustomersV1.ListUnassignedResponse {
    if !request.handoverUserid.isEmpty {
      try Shape.userid(request.handoverUserid, field: "handover_userid")
    }
    let page = try Page(request, keys: 3)
    var others = request
    (others.pageSize, others.pageToken) = (0, "")
    let owner = PageToken.Owner(others)
    return try context.read(call) { reader in
      var walk = UnassignedWalk(
        after: page.after.compactMap(\.int), size: page.size, looks: page.size + Self.looksMax)
      if request.handoverUserid.isEmpty {
        try walk.goOn(in: reader)
      } else if let member = try MemberTable.find(request.handoverUserid, in: reader) {
        try walk.goOn(of: member.key, in: reader)
      }
      return .init(
        customers: walk.found,
        nextPageToken: walk.isAtEnd
          ? "" : PageToken.text(walk.place.map { .int($0) }, of: owner))
    }
  }

  func listFormerOwners(
    _ request: CustomersV1.ListFormerOwnersRequest, _ call: Call
  ) async throws -> CustomersV1.ListFormerOwnersResponse {
    try Customer.checkID(request.externalUserid, field: "external_userid")
    let page = try Page(request)
    return try context.read(call) { reader in
      guard let customer = try CustomerTable.key(of: request.externalUserid, in: reader) else {
        throw RelationFailure.customerNotFound(request.externalUserid)
      }
      let found = try TransferTable.formerOwners(
        of: customer, before: page.after.first?.int ?? .max, limit: page.size + 1, in: reader)
      let (owners, nextPageToken) = page.cut(found) { [.int($0.key)] }
      return .init(
        owners: try owners.map { owner in
          .init(
            userid: try MemberTable.userid(of: owner.member, in: reader),
            startTime: owner.startTime.timestamp, endTime: owner.endTime.timestamp,
            takeoverUserid: try MemberTable.userid(of: owner.takeover, in: reader),
            kind: owner.kind.message)
        }, nextPageToken: nextPageToken)
    }
  }

  func previewTransferAllCustomers(
    _ request: CustomersV1.PreviewTransferAllCustomersRequest, _ call: Call
  ) async throws -> CustomersV1.PreviewTransferAllCustomersResponse {
    let policies = context.policies
    let asking = try MemberTransferAsking(
      request.handoverUserid, request.takeovers, successMsg: "", policies: policies)
    let now = context.clock.now
    return try await context.corps.database(of: call.principal.corp).scan { reader in
      let members = try asking.members(now: now, policies: policies, in: reader)
      let preview = try MemberTransferPreview(
        handover: members.handover, kind: members.kind, shares: asking.takeovers.map(\.share),
        now: now, policies: policies, in: reader)
      let most = policies[.memberCustomersMax]
      return .init(
        kind: members.kind.message, customerCount: preview.customerCount,
        takeovers: asking.takeovers.indices.map { index in
          let customers = members.takeovers[index]?.customerCount ?? 0
          return .init(
            userid: members.takeovers[index]?.userid ?? asking.takeovers[index].userid,
            plannedCount: Int64(preview.planned[index]), roomCount: Int64(max(0, most - customers)))
        },
        refusedCount: preview.refusedCount,
        refusals: preview.refusals.map { refused in
          .init(
            key: refused.externalUserid,
            TransferFailure.refused(
              refused.refusal, userid: members.handover.userid,
              externalUserid: refused.externalUserid))
        })
    }
  }

  func getTransferJob(
    _ request: CustomersV1.GetTransferJobRequest, _ call: Call
  ) async throws -> CustomersV1.GetTransferJobResponse {
    try Shape.id(request.jobid, field: "jobid", errcode: 40088)
    let page = try Page(request)
    return try context.read(call) { reader in
      guard let job = try TransferJobTable.find(request.jobid, in: reader),
        let row = try JobTable.find(request.jobid, in: reader)
      else { throw JobFailure.notFound(jobid: request.jobid) }
      let handover = try MemberTable.userid(of: job.handoverKey, in: reader)
      let found = try TransferJobTable.refusals(
        of: job.key, after: page.after.first?.int ?? 0, limit: page.size + 1, in: reader)
      let (refusals, nextPageToken) = page.cut(found) { [.int($0.customer)] }
      return .init(
        job: row.message, handoverUserid: handover, kind: job.kind.message,
        takeovers: job.takeovers.map { takeover in
          .init(
            userid: takeover.userid, share: takeover.share, waitingCount: takeover.waiting,
            doneCount: takeover.done, refusedCount: takeover.refused, fullCount: takeover.full)
        },
        refusedCount: job.refusedCount,
        refusals: refusals.map { refused in
          .init(
            key: refused.externalUserid,
            TransferFailure.refused(
              refused.refusal, userid: handover, externalUserid: refused.externalUserid))
        }, nextPageToken: nextPageToken)
    }
  }
}

/// Goes through the customers of members who left, as far as a page does.
private struct UnassignedWalk {
  /// When the member left, he, and his customer: behind this the next page begins.
  private(set) var place: [Int64]
  private(set) var found: [CustomersV1.UnassignedCustomer] = []
  private(set) var isAtEnd = false
  private let size: Int
  private var looks: Int

  init(after place: [Int64], size: Int, looks: Int) {
    self.place = place.isEmpty ? [.max, .max, 0] : place
    self.size = size
    self.looks = looks
  }

  /// All members' customers.
  mutating func goOn(in reader: Reader) throws {
    if place[1] != .max, let leaver = try DimissionTable.leaver(place[1], in: reader),
      leaver.time.microseconds == place[0], try !look(at: leaver, in: reader)
    {
      return
    }
    while let leaver = try DimissionTable.leaver(before: (place[0], place[1]), in: reader) {
      place = [leaver.time.microseconds, leaver.member, 0]
      if try !look(at: leaver, in: reader) { return }
    }
    isAtEnd = true
  }

  /// One member's customers.
  mutating func goOn(of member: Int64, in reader: Reader) throws {
    guard let leaver = try DimissionTable.leaver(member, in: reader) else {
      isAtEnd = true
      return
    }
    isAtEnd = try look(at: leaver, in: reader)
  }

  /// Lists the member's customers behind the place; false when the page ends before they do.
  private mutating func look(at leaver: DimissionTable.Leaver, in reader: Reader) throws -> Bool {
    while true {
      let wanted = min(size - found.count, looks)
      // Full, or tired: there may be more.
      guard wanted > 0 else { return false }
      var seen = 0
      var last = place[2]
      var listed: [Int64] = []
      try DimissionTable.eachCustomer(
        of: leaver.member, after: last, limit: wanted, in: reader
      ) { customer, isLive in
        seen += 1
        last = customer
        if isLive { listed.append(customer) }
      }
      looks -= seen
      place = [leaver.time.microseconds, leaver.member, last]
      for customer in listed { found.append(try unassigned(customer, leaver, in: reader)) }
      if seen < wanted { return true }
    }
  }

  private func unassigned(
    _ customer: Int64, _ leaver: DimissionTable.Leaver, in reader: Reader
  ) throws -> CustomersV1.UnassignedCustomer {
    let transfer = try TransferTable.waiting(
      customer: customer, handover: leaver.member, in: reader)
    return .init(
      handoverUserid: leaver.userid,
      externalUserid: try CustomerTable.externalUserid(of: customer, in: reader),
      dimissionTime: leaver.time.timestamp,
      takeoverUserid: try transfer.map { try MemberTable.userid(of: $0.takeoverKey, in: reader) }
        ?? "",
      takeoverTime: transfer?.takeoverTime?.timestamp)
  }
}
