import Fixtures
import Messages
import RPC

/// The calls about contact ways that most of their tests begin with.
extension CustomersCaller {
  /// Makes a way: MULTIPLE, a QR code, unless told otherwise.
  @discardableResult
  func way(
    _ userids: [String], _ change: (inout CustomersV1.ContactWay) -> Void = { _ in }
  ) async throws -> CustomersV1.ContactWay {
    var way = CustomersV1.ContactWay(type: .multiple, scene: .qrCode, userids: userids)
    change(&way)
    return try await ways.createContactWay(.init(contactWay: way))
  }

  /// Makes a temporary way of one member.
  func temporaryWay(
    _ userid: String, _ change: (inout CustomersV1.ContactWay) -> Void = { _ in }
  ) async throws -> CustomersV1.ContactWay {
    try await way([userid]) { way in
      way.type = .single
      way.isTemp = true
      change(&way)
    }
  }

  @discardableResult
  func scan(
    _ way: CustomersV1.ContactWay, _ externalUserid: String, requestID: String = "",
    _ change: (inout CustomersV1.Customer) -> Void = { _ in }
  ) async throws -> CustomersV1.AddByContactWayResponse {
    var customer = CustomersV1.Customer(externalUserid: externalUserid)
    change(&customer)
    return try await ways.addByContactWay(
      .init(configID: way.configID, customer: customer, requestID: requestID))
  }

  func counts(
    of way: CustomersV1.ContactWay
  ) async throws -> CustomersV1.GetContactWayStatisticsResponse {
    try await ways.getContactWayStatistics(.init(configID: way.configID))
  }

  /// Makes a way once what directory told of its members has come.
  @discardableResult
  func wayOnceKnown(_ userids: [String]) async throws -> CustomersV1.ContactWay {
    while true {
      do {
        return try await way(userids)
      } catch let status as Status {
        guard try CallFailure(status).reason == "MEMBER_UNKNOWN" else { throw status }
        await Task.yield()
      }
    }
  }

  /// Asks for a way of a member until it is refused for a reason: what directory told of him has
  /// come then, and all that it told before.
  func untilRefused(_ userid: String, _ reason: String) async throws {
    while true {
      do {
        let way = try await way([userid])
        _ = try await ways.deleteContactWay(.init(configID: way.configID))
      } catch let status as Status {
        let refusal = try CallFailure(status).reason
        if refusal == reason { return }
        guard refusal == "MEMBER_UNKNOWN" else { throw status }
      }
      await Task.yield()
    }
  }
}
