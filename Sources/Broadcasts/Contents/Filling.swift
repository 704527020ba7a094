import Messages
import RPC
import ServiceKit

/// Somebody for whom a content is filled in.
struct Addressee: Sendable, Hashable {
  let recipientID: String
  let userid: String
  let broadcastName: String
  let chatType: Broadcast.ChatType
  /// Empty where nothing is sent to him yet, as in a preview.
  let linkCode: String

  init(
    recipientID: String, userid: String, broadcastName: String, chatType: Broadcast.ChatType,
    linkCode: String = ""
  ) {
    self.recipientID = recipientID
    self.userid = userid
    self.broadcastName = broadcastName
    self.chatType = chatType
    self.linkCode = linkCode
  }
}

/// Fills contents in for their recipients, by what customers knows of each at that moment.
struct Filling: Sendable {
  /// How many customers are asked for at once.
  private static let width = 32

  let context: BroadcastsContext
  let corp: String

  /// The contents in their order, those without variables as they are. Throws when customers cannot
  /// be asked.
  func fill(_ contents: [(Content, Addressee)]) async throws -> [Content] {
    let wanted = Set(
      contents.lazy.filter { $0.0.variables.contains(where: \.isOfCustomers) }
        .map(\.1.recipientID))
    return fill(contents, by: try await customers(wanted.sorted()))
  }

  /// The same without asking customers: what they know of each is taken as absent.
  func fillWithoutCustomers(_ contents: [(Content, Addressee)]) -> [Content] {
    fill(contents, by: [:])
  }

  private func fill(
    _ contents: [(Content, Addressee)], by customers: [String: CustomersV1.Customer]
  ) -> [Content] {
    contents.map { content, addressee in
      var values: [Variable: String] = [
        .memberUserid: addressee.userid, .broadcastName: addressee.broadcastName,
        .linkCode: addressee.linkCode,
      ]
      values[addressee.chatType == .group ? .chatID : .externalUserid] = addressee.recipientID
      if let customer = customers[addressee.recipientID] {
        values[.customerName] = customer.name
        values[.customerCorpName] = customer.corpName
      }
      return content.filled(values, policies: context.policies)
    }
  }

  private func customers(_ ids: [String]) async throws -> [String: CustomersV1.Customer] {
    guard !ids.isEmpty else { return [:] }
    let relations = CustomersV1.RelationServiceClient(try context.peers.channel(to: "customers"))
    let options = context.peers.options(corp: corp)
    var found: [String: CustomersV1.Customer] = [:]
    for start in stride(from: 0, to: ids.count, by: Self.width) {
      try await withThrowingTaskGroup(of: CustomersV1.Customer?.self) { group in
        for id in ids[start...].prefix(Self.width) {
          group.addTask {
            do {
              return try await relations.getCustomer(
                .init(externalUserid: id, pageSize: 1), options: options
              ).customer
            } catch let status as Status where status.code == .notFound {
              return nil
            }
          }
        }
        for try await customer in group {
          if let customer { found[customer.externalUserid] = customer }
        }
      }
    }
    return found
  }
}
