import Fixtures
import Messages
import ServiceKit

extension CustomersCaller {
  var interactions: CustomersV1.InteractionServiceClient { .init(service.channel) }
  var behavior: CustomersV1.BehaviorServiceClient { .init(service.channel) }
  var sidebar: CustomersV1.SidebarServiceClient { .init(service.channel) }

  /// Seconds since 1970.
  var now: Int64 { service.clock.now.microseconds / 1_000_000 }

  /// An hour of today, in seconds since 1970.
  func today(hour: Int64) -> Int64 {
    Day(of: service.clock.now).start.microseconds / 1_000_000 + hour * 3600
  }

  @discardableResult
  func record(
    _ all: CustomersV1.Interaction...
  ) async throws -> CustomersV1.RecordInteractionsResponse {
    try await interactions.recordInteractions(.init(interactions: all))
  }

  /// What a sidebar shows, asked for until it has counted what it is to count.
  func context(
    _ userid: String, _ externalUserid: String,
    until isCounted: (CustomersV1.ContactSummary) -> Bool = { _ in true }
  ) async throws -> CustomersV1.SidebarContext {
    while true {
      let context = try await sidebar.getSidebarContext(
        .init(userid: userid, externalUserid: externalUserid))
      if isCounted(context.last30Days ?? .init()) { return context }
      await Task.yield()
    }
  }

  /// Today's figures of members, asked for until they have counted what they are to count.
  func behavior(
    of userids: [String], until isCounted: (CustomersV1.BehaviorDay) -> Bool = { _ in true }
  ) async throws -> [CustomersV1.BehaviorDay] {
    while true {
      let days = try await behavior.getUserBehaviorData(
        .init(userids: userids, startTime: .init(seconds: now), endTime: .init(seconds: now))
      ).behaviorData
      if days.contains(where: isCounted) { return days }
      await Task.yield()
    }
  }
}

extension CustomersV1.Interaction {
  static func sample(
    _ userid: String, _ externalUserid: String, _ direction: CustomersV1.InteractionDirection,
    kind: CustomersV1.InteractionKind = .message, at seconds: Int64
  ) -> CustomersV1.Interaction {
    .init(
      userid: userid, externalUserid: externalUserid, direction: direction, kind: kind,
      interactionTime: .init(seconds: seconds))
  }
}
