import Messages
import ServiceKit

/// Decides about the welcome code of an adding that customers' feed tells of, in the transaction that
/// takes the change in: so each is decided once, whatever dies.
struct WelcomeDecision {
  let mutation: BroadcastsMutation
  let policies: Policies

  /// A code that SendWelcome has used before its adding was told of is decided already.
  func decide(_ add: CustomersV1.ContactWayAdd, addTime: Instant) throws {
    let writer = mutation.writer
    guard !add.welcomeCode.isEmpty, try !WelcomeTable.exists(add.welcomeCode, in: writer) else {
      return
    }
    let held = try WelcomeRuleTable.holding(
      configID: add.configID, state: add.state, userid: add.userid, in: writer)
    var welcome = Welcome(
      code: add.welcomeCode, userid: add.userid, externalUserid: add.externalUserid,
      configID: add.configID, state: add.state, ruleID: held?.0.id ?? "", reach: held?.1,
      contentKey: held?.0.contentKey, status: held == nil ? .noRule : .waiting, addTime: addTime,
      decideTime: mutation.now, expireTime: policies.welcomeExpiry(of: addTime))
    // A service that was down for long hears of codes that have expired since.
    if welcome.status(at: mutation.now) == .tooLate { welcome.end(.tooLate, now: mutation.now) }
    try WelcomeTable.insert(
      welcome, expired: policies.welcomesExpired(at: mutation.now), in: writer)
    try mutation.emit(.welcomeDecided(welcome.message(at: mutation.now)))
  }
}

extension Policies {
  func welcomeExpiry(of addTime: Instant) -> Instant {
    addTime.advanced(bySeconds: Int64(self[.welcomeCodeSeconds]))
  }

  /// Welcomes of addings before this are let go of.
  func welcomesExpired(at now: Instant) -> Instant {
    now.advanced(bySeconds: -86_400 * Int64(self[.welcomeKeptDays]))
  }
}
