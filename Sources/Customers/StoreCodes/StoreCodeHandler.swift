import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.customers.v1.StoreCodeService`.
struct StoreCodeHandler: CustomersV1.StoreCodeServiceProtocol {
  /// How long communities may take: who pays at the till waits.
  private static let communitiesMilliseconds = 2000

  let context: CustomersContext

  func getStoreCodes(
    _ request: CustomersV1.GetStoreCodesRequest, _ call: Call
  ) async throws -> CustomersV1.GetStoreCodesResponse {
    let store = request.departmentID
    guard store != 0 else {
      throw InvalidField("department_id", "REQUIRED", "department_id is required.")
    }
    let most = context.policies[.storeCodesMax]
    let guideCodes = try await context.corps.database(of: call.principal.corp).scan {
      try Self.guideCodes(of: store, most, in: $0)
    }
    let groupCodes = try await groupCodes(of: store, most, call)
    return .init(
      guideCodes: guideCodes.map(\.message), groupCodes: groupCodes ?? [],
      communitiesUnreachable: groupCodes == nil)
  }

  private static func guideCodes(
    of store: UInt32, _ most: Int, in reader: Reader
  ) throws -> [StoreCode] {
    if try !RosterTable.isEmpty(in: reader), try !RosterTable.hasDepartment(store, in: reader) {
      throw StoreCodeFailure.departmentNotFound(store)
    }
    let own = try StoreCodeTable.codes(bySourceOf: store, limit: most, in: reader)
    let known = Set(own.map(\.configID))
    let leading = try StoreCodeTable.codes(leadingTo: store, limit: most, in: reader)
      .filter { !known.contains($0.configID) }
    return Array((own + leading).prefix(most))
  }

  /// Nil when communities cannot be asked.
  private func groupCodes(
    of store: UInt32, _ most: Int, _ call: Call
  ) async throws -> [CustomersV1.GetStoreCodesResponse.GroupCode]? {
    do {
      let ways = CommunitiesV1.JoinWayServiceClient(try context.peers.channel(to: "communities"))
      var options = context.peers.options(for: call)
      options.timeoutMilliseconds = Self.communitiesMilliseconds
      let page = try await ways.listJoinWays(
        .init(departmentID: store, pageSize: Int32(most)), options: options)
      return page.joinWays.map {
        CustomersV1.GetStoreCodesResponse.GroupCode(
          configID: $0.configID, remark: $0.remark, createTime: $0.createTime)
      }
    } catch let status as Status where [.unavailable, .deadlineExceeded].contains(status.code) {
      return nil
    } catch Peers.Mistake.noAddress {
      return nil
    }
  }
}

extension StoreCode {
  fileprivate var message: CustomersV1.GetStoreCodesResponse.GuideCode {
    .init(
      configID: configID, scene: .init(rawValue: Int32(scene.rawValue)), remark: remark,
      sourceID: sourceID, createTime: createTime.timestamp)
  }
}
