import ServiceKit

/// What a member and a customer had to do with each other on one day.
///
/// Nothing here depends on the order in which interactions are told: who opened the day's chat and
/// how long the answer took are read from the first message of either side.
struct ContactDay: Sendable, Equatable {
  /// 0 stands for those who are not customers yet: friend requests alone.
  let customer: Int64
  let member: Int64
  let day: Day
  var memberMessages: Int64 = 0
  var customerMessages: Int64 = 0
  var groupMessages: Int64 = 0
  var calls: Int64 = 0
  var visits: Int64 = 0
  var reads: Int64 = 0
  /// Requests the member sent.
  var friendRequests: Int64 = 0
  /// When the member's first message was sent, the two alone; microseconds.
  var firstMemberTime: Int64?
  /// The same of the customer.
  var firstCustomerTime: Int64?
  /// What has been counted, ascending.
  var identities: [UInt64] = []

  init(customer: Int64, member: Int64, day: Day) {
    self.customer = customer
    self.member = member
    self.day = day
  }

  /// Counts an interaction of this relation and day, unless it is counted already.
  mutating func take(_ interaction: PendingInteraction) {
    guard note(interaction.identity) else { return }
    switch (interaction.kind, interaction.direction) {
    case (.message, _) where !interaction.isAlone: groupMessages += 1
    case (.message, .fromMember):
      memberMessages += 1
      firstMemberTime = min(firstMemberTime ?? .max, interaction.time)
    case (.message, .fromCustomer):
      customerMessages += 1
      firstCustomerTime = min(firstCustomerTime ?? .max, interaction.time)
    case (.call, _): calls += 1
    case (.visit, _): visits += 1
    case (.read, _): reads += 1
    case (.friendRequest, .fromMember): friendRequests += 1
    // Nobody counts what came to the member.
    case (.friendRequest, .fromCustomer): break
    }
  }

  /// False when it stands there already.
  private mutating func note(_ identity: UInt64) -> Bool {
    var low = identities.startIndex
    var high = identities.endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if identities[middle] < identity { low = middle + 1 } else { high = middle }
    }
    if low < identities.endIndex, identities[low] == identity { return false }
    identities.insert(identity, at: low)
    return true
  }

  /// What it adds to the member's statistics of the day.
  var behavior: BehaviorCounts {
    var counts = BehaviorCounts()
    counts.newApplies = friendRequests
    counts.messages = memberMessages
    counts.chats = memberMessages > 0 ? 1 : 0
    guard let asked = firstCustomerTime, asked < firstMemberTime ?? .max else { return counts }
    counts.openedChats = 1
    if let answered = firstMemberTime {
      counts.answeredChats = 1
      counts.replyMicroseconds = answered - asked
    }
    return counts
  }

  /// Whether the two had to do with each other at all.
  var isContact: Bool {
    memberMessages + customerMessages + groupMessages + calls + visits + reads > 0
  }
}
