import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.broadcasts.v1.WelcomeService`, but for the calls of channels, which
/// `WelcomeLeasing` answers.
struct WelcomeHandler: BroadcastsV1.WelcomeServiceProtocol {
  let context: BroadcastsContext

  func sendWelcome(
    _ request: BroadcastsV1.SendWelcomeRequest, _ call: Call
  ) async throws -> BroadcastsV1.Welcome {
    let code = request.welcomeCode
    try Welcome.checkCode(code, field: "welcome_code")
    let content = try Content(
      Shape.required(request.content, field: "content", errcode: 40058), field: "content")
    let policies = context.policies
    try content.checkWelcome(field: "content", policies: policies)
    let claim = try await WelcomeCodes(context, call)
      .claim(code, requestID: Self.claimID(request, call))
    guard case .won(let userid, let externalUserid, let state) = claim else {
      throw WelcomeFailure(claim)
    }
    return try await context.mutate(request, call) { mutation in
      let writer = mutation.writer
      let contentKey = try WelcomeContentTable.insert(content, in: writer)
      var answer: BroadcastsV1.Welcome
      if var welcome = try WelcomeTable.find(code, in: writer) {
        let before = welcome.contentKey
        guard welcome.takeOver(contentKey: contentKey, now: mutation.now) else {
          throw WelcomeFailure.alreadySent
        }
        try WelcomeTable.update(welcome, in: writer)
        if let before { try WelcomeContentTable.release(before, in: writer) }
        answer = welcome.message(at: mutation.now)
      } else {
        let welcome = Welcome(
          code: code, userid: userid, externalUserid: externalUserid, state: state,
          contentKey: contentKey, status: .waiting, addTime: mutation.now,
          decideTime: mutation.now, expireTime: policies.welcomeExpiry(of: mutation.now),
          isClaimed: true)
        try WelcomeTable.insert(
          welcome, expired: policies.welcomesExpired(at: mutation.now), in: writer)
        answer = welcome.message(at: mutation.now)
      }
      try mutation.emit(.welcomeDecided(answer))
      answer.content = content.message
      return answer
    }
  }

  /// Names the claim at customers: the same whenever the same request comes.
  private static func claimID(
    _ request: BroadcastsV1.SendWelcomeRequest, _ call: Call
  ) -> String {
    guard !request.requestID.isEmpty else { return PublicID.make("send") }
    var fingerprint = Fingerprint()
    fingerprint.add(call.principal.app)
    fingerprint.add(request.requestID)
    fingerprint.add(request.welcomeCode)
    return "send-\(fingerprint.finish())"
  }

  func leaseWelcomes(
    _ request: BroadcastsV1.LeaseWelcomesRequest, _ call: Call
  ) async throws -> BroadcastsV1.LeaseWelcomesResponse {
    try await WelcomeLeasing(context: context, call: call).lease(request)
  }

  func acknowledgeWelcomes(
    _ request: BroadcastsV1.AcknowledgeWelcomesRequest, _ call: Call
  ) async throws -> BroadcastsV1.AcknowledgeWelcomesResponse {
    try await WelcomeLeasing(context: context, call: call).acknowledge(request)
  }

  func getWelcome(
    _ request: BroadcastsV1.GetWelcomeRequest, _ call: Call
  ) async throws -> BroadcastsV1.Welcome {
    try Welcome.checkCode(request.welcomeCode, field: "welcome_code")
    return try context.read(call) { reader in
      guard let welcome = try WelcomeTable.find(request.welcomeCode, in: reader) else {
        throw WelcomeFailure.notFound(request.welcomeCode)
      }
      var message = welcome.message(at: context.clock.now)
      message.content = try welcome.contentKey.map {
        try WelcomeContentTable.content($0, in: reader).message
      }
      return message
    }
  }

  func listWelcomes(
    _ request: BroadcastsV1.ListWelcomesRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListWelcomesResponse {
    let page = try Page(request)
    if !request.userid.isEmpty { try Shape.userid(request.userid, field: "userid") }
    if !request.externalUserid.isEmpty {
      try Shape.id(request.externalUserid, field: "external_userid", errcode: 40096)
      guard request.userid.isEmpty else { throw WelcomeFailure.filterTwice }
    }
    let before = page.after.first?.int ?? .max
    let limit = page.size + 1
    let found = try context.read(call) { reader in
      if !request.userid.isEmpty {
        return try WelcomeTable.list(
          ofMember: request.userid, before: before, limit: limit, in: reader)
      }
      if !request.externalUserid.isEmpty {
        return try WelcomeTable.list(
          ofCustomer: request.externalUserid, before: before, limit: limit, in: reader)
      }
      return try WelcomeTable.list(before: before, limit: limit, in: reader)
    }
    let (welcomes, nextPageToken) = page.cut(found) { [.int($0.key)] }
    let now = context.clock.now
    return .init(welcomes: welcomes.map { $0.message(at: now) }, nextPageToken: nextPageToken)
  }
}

extension WelcomeFailure {
  /// Why a code that was not won may not be used.
  fileprivate init(_ claim: WelcomeClaim) {
    switch claim {
    case .lost: self = .alreadySent
    case .invalid: self = .invalid
    case .held, .won, .unknown: self = .beingSent
    }
  }
}

extension Welcome {
  /// Without its content.
  func message(at now: Instant) -> BroadcastsV1.Welcome {
    .init(
      welcomeCode: code, userid: userid, externalUserid: externalUserid, configID: configID,
      state: state, status: .init(rawValue: Int32(status(at: now).rawValue)), ruleID: ruleID,
      reach: reach?.message ?? .unspecified, addTime: addTime.timestamp,
      decideTime: decideTime.timestamp, expireTime: expireTime.timestamp,
      settleTime: settleTime?.timestamp, failureDetail: failureDetail)
  }
}
