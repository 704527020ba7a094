import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

/// The calls about transfers that most of their tests begin with.
extension CustomersCaller {
  var transfers: CustomersV1.TransferServiceClient { .init(service.channel) }

  @discardableResult
  func transfer(
    _ ids: [String], from handover: String, to takeover: String, msg: String = "",
    requestID: String = ""
  ) async throws -> [CustomersV1.TransferCustomersResponse.Item] {
    try await transfers.transferCustomers(
      .init(
        handoverUserid: handover, takeoverUserid: takeover, externalUserids: ids,
        transferSuccessMsg: msg, requestID: requestID)
    ).customers
  }

  @discardableResult
  func transferResigned(
    _ ids: [String], from handover: String, to takeover: String
  ) async throws -> [CustomersV1.TransferCustomersResponse.Item] {
    try await transfers.transferResignedCustomers(
      .init(handoverUserid: handover, takeoverUserid: takeover, externalUserids: ids)
    ).customers
  }

  /// How the transfers between two members stand, page by page.
  func results(
    _ handover: String, _ takeover: String, status: CustomersV1.TransferStatus = .unspecified,
    pageSize: Int32 = 0
  ) async throws -> [CustomersV1.Transfer] {
    var request = CustomersV1.GetTransferResultRequest(
      handoverUserid: handover, takeoverUserid: takeover, status: status, pageSize: pageSize)
    var found: [CustomersV1.Transfer] = []
    repeat {
      let page = try await transfers.getTransferResult(request)
      if pageSize > 0 { #expect(page.customers.count <= Int(pageSize)) }
      found += page.customers
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty
    return found
  }

  /// Steps the clock, then waits until nothing between two members waits any more.
  func settle(_ handover: String, _ takeover: String, seconds: Int64 = 86_400) async throws {
    service.clock.advance(seconds: seconds)
    while try await !results(handover, takeover, status: .waiting).isEmpty { await Task.yield() }
  }

  /// Who follows a customer now.
  func followers(of externalUserid: String) async throws -> [String] {
    try await relations.getCustomer(.init(externalUserid: externalUserid)).followUsers
      .map(\.userid)
  }

  /// Everybody who is unassigned, page by page.
  func unassigned(
    of handover: String = "", pageSize: Int32 = 0
  ) async throws -> [CustomersV1.UnassignedCustomer] {
    var request = CustomersV1.ListUnassignedRequest(handoverUserid: handover, pageSize: pageSize)
    var found: [CustomersV1.UnassignedCustomer] = []
    repeat {
      let page = try await transfers.listUnassigned(request)
      if pageSize > 0 { #expect(page.customers.count <= Int(pageSize)) }
      found += page.customers
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty
    return found
  }

  func untilDone(_ jobid: String) async throws -> CommonV1.Job {
    while true {
      let job = try await jobs.getJob(.init(jobid: jobid))
      if job.state == .done || job.state == .failed { return job }
      await Task.yield()
    }
  }
}
