import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.communities.v1.JoinWayService`.
struct JoinWayHandler: CommunitiesV1.JoinWayServiceProtocol {
  /// How long customers may take to say how many contact ways there are.
  private static let quotaMilliseconds = 2000

  let context: CommunitiesContext

  func createJoinWay(
    _ request: CommunitiesV1.CreateJoinWayRequest, _ call: Call
  ) async throws -> CommunitiesV1.JoinWay {
    let asked = try Shape.required(request.joinWay, field: "join_way")
    let policies = context.policies
    let draft = try JoinWay(
      asked, configID: PublicID.make("jw"), now: context.clock.now, policies: policies)
    try draft.checkShape(policies: policies)
    let contactWays = try await contactWayCount(call)
    return try await context.mutate(request, call) { mutation in
      var way = draft
      (way.createTime, way.updateTime) = (mutation.now, mutation.now)
      try JoinWay.checkRoom(
        besides: JoinWayTable.count(in: mutation.writer) + contactWays, policies: policies)
      try Self.checkNames(in: way, before: nil, mutation.writer)
      way.key = try JoinWayTable.insert(way, in: mutation.writer)
      try mutation.emit(.joinWayCreated(way.message))
      return way.message
    }
  }

  func getJoinWay(
    _ request: CommunitiesV1.GetJoinWayRequest, _ call: Call
  ) async throws -> CommunitiesV1.JoinWay {
    try JoinWay.checkID(request.configID, field: "config_id")
    return try context.read(call) {
      try Self.found(request.configID, field: "config_id", in: $0).message
    }
  }

  func listJoinWays(
    _ request: CommunitiesV1.ListJoinWaysRequest, _ call: Call
  ) async throws -> CommunitiesV1.ListJoinWaysResponse {
    let page = try Page(request)
    let found = try context.read(call) { reader in
      try JoinWayTable.list(
        ofDepartment: request.departmentID, before: page.after.first?.int ?? .max,
        limit: page.size + 1, in: reader)
    }
    let (ways, nextPageToken) = page.cut(found) { [.int($0.key)] }
    return .init(joinWays: ways.map(\.message), nextPageToken: nextPageToken)
  }

  func updateJoinWay(
    _ request: CommunitiesV1.UpdateJoinWayRequest, _ call: Call
  ) async throws -> CommunitiesV1.JoinWay {
    let asked = try Shape.required(request.joinWay, field: "join_way")
    try JoinWay.checkID(asked.configID, field: "join_way.config_id")
    // As in WeCom, what is not said is overwritten too.
    let mask =
      request.updateMask?.paths.isEmpty ?? true
      ? try JoinWay.everything() : try UpdateMask(request.updateMask, allowed: JoinWay.maskable)
    let policies = context.policies
    return try await context.mutate(request, call) { mutation in
      let before = try Self.found(
        asked.configID, field: "join_way.config_id", in: mutation.writer)
      var way = before
      try way.overwrite(by: asked, mask, policies: policies)
      try way.checkShape(policies: policies)
      guard way != before else { return before.message }
      try Self.checkNames(in: way, before: before, mutation.writer)
      way.updateTime = mutation.now
      try JoinWayTable.update(way, in: mutation.writer)
      try mutation.emit(.joinWayUpdated(way.message))
      return way.message
    }
  }

  func deleteJoinWay(
    _ request: CommunitiesV1.DeleteJoinWayRequest, _ call: Call
  ) async throws -> CommunitiesV1.DeleteJoinWayResponse {
    try JoinWay.checkID(request.configID, field: "config_id")
    return try await context.mutate(request, call) { mutation in
      let way = try Self.found(request.configID, field: "config_id", in: mutation.writer)
      try JoinWayTable.delete(way.key, in: mutation.writer)
      try mutation.emit(.joinWayDeleted(way.message))
      return .init()
    }
  }

  func joinByJoinWay(
    _ request: CommunitiesV1.JoinByJoinWayRequest, _ call: Call
  ) async throws -> CommunitiesV1.JoinByJoinWayResponse {
    try JoinWay.checkID(request.configID, field: "config_id")
    guard !request.externalUserid.isEmpty else {
      throw InvalidField(
        "external_userid", "REQUIRED", "external_userid is required.", errcode: 41035)
    }
    try Shape.id(request.externalUserid, field: "external_userid", errcode: 40096)
    try Shape.characters(request.groupNickname, 0...64, field: "group_nickname")
    let policies = context.policies
    return try await context.mutate(request, call) { mutation in
      let way = try Self.found(request.configID, field: "config_id", in: mutation.writer)
      var customer = GroupMember(
        userid: request.externalUserid, kind: .external, joinTime: mutation.now,
        joinScene: .qrCode, invitor: "", groupNickname: request.groupNickname)
      customer.state = way.state
      return try JoinWayJoining(mutation: mutation, policies: policies).join(customer, by: way)
    }
  }

  func getJoinWayQRCode(
    _ request: CommunitiesV1.GetJoinWayQRCodeRequest, _ call: Call
  ) async throws -> CommunitiesV1.GetJoinWayQRCodeResponse {
    try JoinWay.checkID(request.configID, field: "config_id")
    let picture = try LandingPicture(
      request.url, configID: request.configID, format: request.format.rawValue,
      sizePixels: request.sizePixels, policies: context.policies)
    let isThere = try context.read(call) { try JoinWayTable.exists(request.configID, in: $0) }
    guard isThere else { throw JoinWayFailure.notFound(request.configID, field: "config_id") }
    return .init(
      content: try picture.drawn(), mediaType: picture.format.mediaType, url: picture.url)
  }

  private static func found(
    _ configID: String, field: String, in reader: Reader
  ) throws -> JoinWay {
    guard let way = try JoinWayTable.find(configID, in: reader) else {
      throw JoinWayFailure.notFound(configID, field: field)
    }
    return way
  }

  /// Whether what it names, and did not name before, is there.
  private static func checkNames(
    in way: JoinWay, before: JoinWay?, _ reader: Reader
  ) throws {
    for (index, chatID) in way.chatIDs.enumerated() where before?.chatIDs.contains(chatID) != true {
      let field = JoinWay.field(ofGroup: index)
      guard let group = try CustomerGroupTable.find(chatID, in: reader) else {
        throw JoinWayFailure.groupNotFound(chatID, field: field)
      }
      guard group.dismissTime == nil else {
        throw JoinWayFailure.groupDismissed(chatID, field: field)
      }
    }
    guard way.departmentID != 0, way.departmentID != before?.departmentID,
      try RosterTable.hasDepartments(in: reader),
      try !RosterTable.hasDepartment(way.departmentID, in: reader)
    else { return }
    throw JoinWayFailure.departmentNotFound(way.departmentID)
  }

  /// How many contact ways customers has, which count towards the same quota; 0 while it does not say.
  private func contactWayCount(_ call: Call) async throws -> Int {
    do {
      let ways = CustomersV1.ContactWayServiceClient(try context.peers.channel(to: "customers"))
      var options = context.peers.options(for: call)
      options.timeoutMilliseconds = Self.quotaMilliseconds
      return Int(try await ways.getContactWayQuota(.init(), options: options).contactWayCount)
    } catch let status as Status where [.unavailable, .deadlineExceeded].contains(status.code) {
      return 0
    } catch Peers.Mistake.noAddress {
      return 0
    }
  }
}
