import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.broadcasts.v1.ForecastService`, from counters alone.
struct ForecastHandler: BroadcastsV1.ForecastServiceProtocol {
  private static let countTimeoutMilliseconds = 60_000

  let context: BroadcastsContext

  func getForecast(
    _ request: BroadcastsV1.GetForecastRequest, _ call: Call
  ) async throws -> BroadcastsV1.BroadcastForecast {
    try await call.asErrand { try await forecast(request, call) }
  }

  private func forecast(
    _ request: BroadcastsV1.GetForecastRequest, _ call: Call
  ) async throws -> BroadcastsV1.BroadcastForecast {
    let draft = try BroadcastDraft(Shape.required(request.broadcast, field: "broadcast"))
    try draft.checkShape(policies: context.policies)
    let most = context.policies[.forecastBroadcastsMax]
    try Shape.items(request.msgids.count, 0...most, field: "msgids")
    for msgid in request.msgids { try Shape.id(msgid, field: "msgids", errcode: 41046) }
    let past = try context.read(call) { reader in
      request.msgids.isEmpty
        ? try BroadcastTable.finished(draft.chatType, limit: most, in: reader)
        : try Set(request.msgids).sorted().map { try BroadcastTable.require($0, in: reader) }
    }.filter { $0.counts.deliveries.sent > 0 }
    let planned = try await recipients(of: draft, corp: call.principal.corp)
    let forecast = Forecast(
      past: past.map(\.counts.deliveries),
      recipients: planned * Int64(100 - draft.controlPercent) / 100)
    let interval = forecast.interval
    return .init(
      recipientCount: forecast.recipients, msgids: past.map(\.msgid),
      pastSentCount: forecast.sent, pastConvertedRecipientCount: forecast.converted,
      convertedRecipientCount: forecast.expected(\.converted),
      convertedRecipientCountLower: interval?.lower,
      convertedRecipientCountUpper: interval?.upper,
      conversionCount: forecast.expected(\.conversion),
      amountCents: forecast.expected(\.amountCents).map { Int64($0.rounded()) })
  }

  /// How many would be planned for.
  private func recipients(of draft: BroadcastDraft, corp: String) async throws -> Int64 {
    switch draft.target {
    case .audience(let audience):
      let customers = CustomersV1.AudienceServiceClient(
        try context.peers.channel(to: "customers"))
      return try await customers.previewAudience(
        .init(audience: try audience.message(), sampleSize: 1),
        options: context.peers.options(
          corp: corp, timeoutMilliseconds: Self.countTimeoutMilliseconds)
      ).customerCount
    case .chats(let ids):
      let (recipients, _) = try await PlanJob(context: context).judge(
        ids[...], sender: draft.sender, corp: corp)
      return Int64(recipients.count)
    }
  }
}
