/// What a plan wrote, added up: who belongs to each member's task, and how many to each variant.
struct PlanShares: Sendable {
  /// What a row of a delivery says of it.
  struct Row: Sendable {
    let recipient: Int64
    let member: Int64
    let variant: Int
    let isHeldOut: Bool
    let isOld: Bool
  }

  struct Share: Sendable {
    var recipients: [Int64] = []
    var heldOut: Int64 = 0
  }

  /// Old customers of one variant, or of none.
  struct Old: Sendable {
    var count: Int64 = 0
    var heldOut: Int64 = 0
  }

  private(set) var members: [Int64: Share] = [:]
  private(set) var variants: [Int: Int64] = [:]
  private(set) var olds: [Int: Old] = [:]
  private(set) var count: Int64 = 0
  private(set) var heldOut: Int64 = 0

  init() {}

  /// Adds one that comes after those before in the order of recipients' keys.
  mutating func add(_ row: Row) {
    count += 1
    members[row.member, default: Share()].recipients.append(row.recipient)
    if row.isHeldOut {
      members[row.member]!.heldOut += 1
      heldOut += 1
    }
    if row.variant > 0 { variants[row.variant, default: 0] += 1 }
    if row.isOld {
      olds[row.variant, default: Old()].count += 1
      if row.isHeldOut { olds[row.variant]!.heldOut += 1 }
    }
  }
}
