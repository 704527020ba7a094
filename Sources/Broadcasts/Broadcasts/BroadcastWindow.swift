import ServiceKit

/// Which broadcasts a list has: of one kind or both, created in a window closed at both ends or ever.
struct BroadcastWindow: Sendable, Equatable {
  let chatType: Broadcast.ChatType?
  let start: Instant?
  let end: Instant?

  static let ever = BroadcastWindow()

  private init() { (chatType, start, end) = (nil, nil, nil) }

  init(
    chatType: Broadcast.ChatType?, start: Instant?, end: Instant?, policies: Policies
  ) throws(InvalidField) {
    self.chatType = chatType
    self.start = start
    self.end = end
    guard let start, let end else {
      if start == nil, end == nil { return }
      let missing = start == nil ? "start_time" : "end_time"
      throw InvalidField(
        missing, "REQUIRED", "start_time and end_time are given together.", errcode: 40058)
    }
    guard start <= end else {
      throw InvalidField(
        "end_time", "EMPTY_WINDOW", "end_time is before start_time.", errcode: 40058)
    }
    let days = policies[.broadcastWindowDaysMax]
    guard end <= start.advanced(bySeconds: Int64(days) * 86_400) else {
      throw InvalidField(
        "end_time", "WINDOW_TOO_LONG", "end_time is more than \(days) days after start_time.",
        errcode: 40058)
    }
  }
}

extension BroadcastTable.Place {
  /// Behind the last of the page before, or at the window's end.
  init(after page: Page, in window: BroadcastWindow) {
    self.init(
      createTime: page.after.first?.int ?? window.end?.microseconds ?? .max,
      key: page.after.last?.int ?? .max)
  }

  static func keys(of broadcast: Broadcast) -> [PageKey] {
    [.int(broadcast.createTime.microseconds), .int(broadcast.key)]
  }
}
