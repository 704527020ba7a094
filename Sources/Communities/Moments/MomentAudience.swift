import Messages
import RPC
import ServiceKit

/// What customers says of a moment's audience, asked for one corp within one time limit.
///
/// Throws the peer's `Status`; UNAVAILABLE, ABORTED and their like mean that asking again later may
/// help.
struct MomentAudience: Sendable {
  private let audiences: CustomersV1.AudienceServiceClient
  private let tags: CustomersV1.TagServiceClient
  private let options: CallOptions

  init(_ peers: Peers, _ options: CallOptions) throws {
    let channel = try peers.channel(to: "customers")
    audiences = .init(channel)
    tags = .init(channel)
    self.options = options
  }

  /// Which of the tags exist: a deleted one is carried by nobody, and customers refuses to be asked
  /// for it.
  func existing(_ tagIDs: [String]) async throws -> [String] {
    var existing: [String] = []
    for tagID in tagIDs {
      do {
        let tag = try await tags.getTag(.init(tagID: tagID), options: options)
        if !tag.deleted { existing.append(tagID) }
      } catch let status as Status where status.code == .notFound {
        continue
      }
    }
    return existing
  }

  /// Those of the members who follow a customer with one of the tags. At most 1000 members, which
  /// is as many as one answer lists.
  func followers(among userids: [String], ofTags tagIDs: [String]) async throws -> [String] {
    precondition((1...1000).contains(userids.count) && !tagIDs.isEmpty)
    let preview = try await abortedByDeletedTag {
      try await audiences.previewAudience(
        .init(audience: Self.audience(of: userids, tagIDs)), options: options)
    }
    let followers = Set(
      preview.members.lazy.filter { $0.relatedCount > 0 }.map { $0.userid.lowercased() })
    return userids.filter { followers.contains($0.lowercased()) }
  }

  /// The member's customers, those with one of the tags when there are any, in the order customers
  /// lists them. Throws `MomentFailure.audienceTooLarge` beyond `most`.
  func customers(
    of userid: String, withTags tagIDs: [String], atMost most: Int
  ) async throws -> [String] {
    try await abortedByDeletedTag {
      var found: [String] = []
      var isWhole = false
      let replies = audiences.listAudience(
        .init(audience: Self.audience(of: [userid], tagIDs)), options: options)
      for try await reply in replies {
        found += reply.recipients.map(\.externalUserid)
        guard found.count <= most else { throw MomentFailure.audienceTooLarge(most) }
        isWhole = reply.finished
      }
      guard isWhole else { throw Status(.unavailable, "The audience was cut short.") }
      return found
    }
  }

  /// A tag may be deleted between being found and being asked for: that is over the next time.
  private func abortedByDeletedTag<Value>(
    _ body: () async throws -> Value
  ) async throws -> Value {
    do {
      return try await body()
    } catch let status as Status where status.code == .notFound {
      throw Status(.aborted, status.message)
    }
  }

  private static func audience(
    of userids: [String], _ tagIDs: [String]
  ) -> CustomersV1.Audience {
    .init(
      tagFilter: tagIDs.isEmpty ? nil : .init(groupList: [.init(tagList: tagIDs)]),
      userids: userids)
  }
}
