import ServiceKit

/// Issues welcome codes, in the mutation that adds a customer.
struct WelcomeCodeIssue {
  let mutation: CustomersMutation
  let policies: Policies

  /// A code for a relation that was added or confirmed, or an empty text when none is due. `before` is
  /// the relation before that. A code that the half relation got and that still lives is given again,
  /// so there are never two.
  func code(
    for customer: Customer, member: Int64, before: Relation?, addedByMember: Bool = false
  ) throws -> String {
    let writer = mutation.writer
    let wasHalf = before?.status == .half
    if !wasHalf {
      try WelcomeCodeTable.put(
        isWelcomed: false, customer: customer.key, member: member, in: writer)
    }
    let occasion = WelcomeCode.Occasion(
      memberHasWelcome: try WelcomeCodeTable.memberHasWelcome(member, in: writer),
      haveChatted: before?.lastChatTime != nil,
      isWelcomed: try WelcomeCodeTable.isWelcomed(
        customer: customer.key, member: member, in: writer),
      isWecomUser: customer.kind == .wecom, addedByMember: addedByMember)
    guard occasion.isDue else { return "" }
    if wasHalf, let code = try living(customer.key, member) { return code }
    let code = WelcomeCode(
      code: PublicID.make("wc"), customer: customer.key, member: member, issueTime: mutation.now,
      state: .issued)
    try WelcomeCodeTable.insert(code, in: writer)
    return code.code
  }

  private func living(_ customer: Int64, _ member: Int64) throws -> String? {
    let newest = try WelcomeCodeTable.newest(
      customer: customer, member: member, in: mutation.writer)
    guard let newest, newest.lives(at: mutation.now, policies: policies) else { return nil }
    return newest.code
  }
}
