import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.customers.v1.ExternalContactService`.
struct ExternalContactHandler: CustomersV1.ExternalContactServiceProtocol {
  let context: CustomersContext

  func listExternalContacts(
    _ request: CustomersV1.ListExternalContactsRequest, _ call: Call
  ) async throws -> CustomersV1.ListExternalContactsResponse {
    let page = try Page(request, keys: 2)
    let place = ExternalContactWalk.Place(page.after) ?? .start
    return try await context.corps.database(of: call.principal.corp).scan { reader in
      let walk = try ExternalContactWalk(after: place, limit: page.size, in: reader)
      return .init(
        contacts: walk.found.map(\.message),
        nextPageToken: walk.next.map { page.token(after: $0.keys) } ?? "")
    }
  }
}

extension ExternalContactWalk.Place {
  /// Nil on the first page.
  fileprivate init?(_ keys: [PageKey]) {
    guard keys.count == 2, let number = keys[0].int, let key = keys[1].int,
      let part = ExternalContactWalk.Part(rawValue: number)
    else { return nil }
    self.init(part: part, key: key)
  }

  fileprivate var keys: [PageKey] { [.int(part.rawValue), .int(key)] }
}

extension ExternalContact {
  fileprivate var message: CustomersV1.ExternalContact {
    .init(
      isCustomer: chat == nil, externalUserid: externalUserid, name: name,
      followUserid: followUserid, chatID: chat?.chatID ?? "", chatName: chat?.name ?? "",
      addTime: addTime.timestamp)
  }
}
