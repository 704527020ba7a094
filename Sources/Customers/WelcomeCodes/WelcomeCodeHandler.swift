import Messages
import RPC
import ServiceKit

/// Answers `siyu.customers.v1.WelcomeCodeService`.
struct WelcomeCodeHandler: CustomersV1.WelcomeCodeServiceProtocol {
  let context: CustomersContext

  func useWelcomeCode(
    _ request: CustomersV1.UseWelcomeCodeRequest, _ call: Call
  ) async throws -> CustomersV1.UseWelcomeCodeResponse {
    try WelcomeCode.checkCode(request.welcomeCode)
    let policies = context.policies
    return try await context.mutate(request, call) { mutation in
      let writer = mutation.writer
      guard let code = try WelcomeCodeTable.find(request.welcomeCode, in: writer),
        let relation = try RelationTable.find(
          customer: code.customer, member: code.member, in: writer),
        relation.status.isLive
      else { throw WelcomeCodeFailure.invalid }
      try code.checkUse(
        now: mutation.now, haveChatted: relation.lastChatTime != nil, policies: policies)
      try WelcomeCodeTable.put(.claimed, of: code.code, in: writer)
      return .init(
        userid: relation.userid,
        externalUserid: try CustomerTable.externalUserid(of: code.customer, in: writer),
        state: relation.state)
    }
  }

  func finishWelcomeCode(
    _ request: CustomersV1.FinishWelcomeCodeRequest, _ call: Call
  ) async throws -> CustomersV1.FinishWelcomeCodeResponse {
    try WelcomeCode.checkCode(request.welcomeCode)
    return try await context.mutate(request, call) { mutation in
      let writer = mutation.writer
      guard let code = try WelcomeCodeTable.find(request.welcomeCode, in: writer) else {
        throw WelcomeCodeFailure.invalid
      }
      try code.checkFinish()
      guard request.isSent else {
        try WelcomeCodeTable.put(.issued, of: code.code, in: writer)
        return .init()
      }
      try WelcomeCodeTable.put(.used, of: code.code, in: writer)
      try WelcomeCodeTable.put(
        isWelcomed: true, customer: code.customer, member: code.member, in: writer)
      try mutation.emit(
        .welcomeSent(
          .init(
            userid: try MemberTable.userid(of: code.member, in: writer),
            externalUserid: try CustomerTable.externalUserid(of: code.customer, in: writer),
            welcomeCode: code.code)))
      return .init()
    }
  }

  func setMemberWelcome(
    _ request: CustomersV1.SetMemberWelcomeRequest, _ call: Call
  ) async throws -> CustomersV1.SetMemberWelcomeResponse {
    try Shape.userid(request.userid, field: "userid")
    return try await context.mutate(request, call) { mutation in
      let writer = mutation.writer
      let member =
        try MemberTable.find(request.userid, in: writer)
        ?? MemberTable.insert(request.userid, in: writer)
      try WelcomeCodeTable.put(memberHasWelcome: request.hasWelcome, member.key, in: writer)
      return .init()
    }
  }
}
