import Communities
import Customers
import Directory
import Fixtures
import Foundation
import Messages
import RPC
import ServiceKit
import Testing

@Suite("JoinWayService", .timeLimit(.minutes(1)))
struct JoinWayTests {
  @Test("A way is made with its defaults, read as it was made, and told")
  func defaults() async throws {
    try await withJoinWays { caller in
      try await caller.group("wr1")
      let way = try await caller.way("wr1")
      #expect(way.configID.hasPrefix("jw"))
      #expect((way.autoCreateRoom, way.markSource) == (true, true))
      #expect((way.roomBaseID, way.nextRoomID, way.departmentID) == (0, 0, 0))
      #expect(way.createTime == caller.service.clock.now.timestamp)
      #expect(try await caller.read(way) == way)
      #expect(try await caller.changes(2).last?.event == .joinWayCreated(way))
    }
  }

  @Test("An update overwrites everything: what is left out gets its default")
  func overwrites() async throws {
    try await withJoinWays { caller in
      for number in 1...2 { try await caller.group("wr\(number)") }
      let way = try await caller.way("wr1", "wr2") { way in
        (way.remark, way.state, way.roomBaseName, way.roomBaseID) = ("门口", "一店", "会员群", 10)
        (way.autoCreateRoom, way.markSource, way.departmentID) = (false, false, 7)
      }
      #expect((way.remark, way.state, way.roomBaseName) == ("门口", "一店", "会员群"))
      #expect((way.autoCreateRoom, way.markSource, way.departmentID) == (false, false, 7))
      #expect((way.roomBaseID, way.nextRoomID) == (10, 10))
      caller.service.clock.advance(seconds: 60)
      let changed = try await caller.ways.updateJoinWay(
        .init(
          joinWay: .init(
            configID: way.configID, scene: .miniprogram, roomBaseID: 20, chatIDs: ["wr2"])))
      var wanted = CommunitiesV1.JoinWay(
        configID: way.configID, scene: .miniprogram, autoCreateRoom: true, roomBaseID: 20,
        chatIDs: ["wr2"], markSource: true)
      wanted.createTime = way.createTime
      wanted.updateTime = caller.service.clock.now.timestamp
      wanted.nextRoomID = 20
      #expect(changed == wanted)
      #expect(try await caller.read(way) == changed)
      #expect(try await caller.changes(4).last?.event == .joinWayUpdated(changed))

      // What a mask names is overwritten alone.
      let renamed = try await caller.ways.updateJoinWay(
        .init(
          joinWay: .init(configID: way.configID, remark: "里面"),
          updateMask: .init(paths: ["remark", "state"])))
      #expect((renamed.remark, renamed.scene, renamed.chatIDs) == ("里面", .miniprogram, ["wr2"]))
      await expectFailure(.invalidArgument, "REQUIRED", field: "join_way.scene", errcode: 41038) {
        try await caller.ways.updateJoinWay(
          .init(joinWay: .init(configID: way.configID, chatIDs: ["wr2"])))
      }
      await expectFailure(
        .invalidArgument, "REQUIRED", field: "join_way.chat_ids", errcode: 40058
      ) {
        try await caller.ways.updateJoinWay(
          .init(joinWay: .init(configID: way.configID, scene: .qrCode)))
      }
      await expectFailure(.invalidArgument, "UNKNOWN_PATH", field: "update_mask") {
        try await caller.ways.updateJoinWay(
          .init(
            joinWay: .init(configID: way.configID), updateMask: .init(paths: ["next_room_id"])))
      }
      await expectFailure(
        .notFound, "JOIN_WAY_NOT_FOUND", field: "join_way.config_id", errcode: 41044
      ) {
        try await caller.ways.updateJoinWay(
          .init(joinWay: .init(configID: "jwNone", scene: .qrCode, chatIDs: ["wr2"])))
      }
    }
  }

  @Test("What is missing, too long or too much is named; the most that may be is taken")
  func shape() async throws {
    try await withJoinWays { caller in
      for number in 1...6 { try await caller.group("wr\(number)") }
      let whole = try await caller.way("wr1", "wr2", "wr3", "wr4", "wr5") { way in
        way.remark = String(repeating: "长", count: 31)
        way.roomBaseName = String(repeating: "长", count: 40)
        way.state = String(repeating: "长", count: 30)
      }
      #expect(whole.remark == String(repeating: "长", count: 30))
      #expect(whole.chatIDs == ["wr1", "wr2", "wr3", "wr4", "wr5"])
      func refused(
        _ reason: String, _ field: String, errcode: Int?, code: StatusCode = .invalidArgument,
        _ change: (inout CommunitiesV1.JoinWay) -> Void
      ) async {
        await expectFailure(code, reason, field: field, errcode: errcode) {
          try await caller.way("wr1") { change(&$0) }
        }
      }
      await refused("REQUIRED", "join_way.scene", errcode: 41038) { $0.scene = .unspecified }
      await refused("UNKNOWN_VALUE", "join_way.scene", errcode: 41040) {
        $0.scene = .init(rawValue: 3)
      }
      await refused("TOO_LONG", "join_way.room_base_name", errcode: 40058) {
        $0.roomBaseName = String(repeating: "长", count: 41)
      }
      await refused("NEGATIVE", "join_way.room_base_id", errcode: 40058) { $0.roomBaseID = -1 }
      await refused("TOO_LONG", "join_way.state", errcode: 40058) {
        $0.state = String(repeating: "长", count: 31)
      }
      await refused("REQUIRED", "join_way.chat_ids", errcode: 40058) { $0.chatIDs = [] }
      await refused("TOO_LONG", "join_way.chat_ids", errcode: 41091) {
        $0.chatIDs = (1...6).map { "wr\($0)" }
      }
      await refused("BAD_ID", "join_way.chat_ids[1]", errcode: nil) {
        $0.chatIDs = ["wr1", "wr 2"]
      }
      await refused("REPEATED", "join_way.chat_ids[1]", errcode: 40058) {
        $0.chatIDs = ["wr1", "wr1"]
      }
      await refused("GROUP_NOT_FOUND", "join_way.chat_ids[1]", errcode: nil, code: .notFound) {
        $0.chatIDs = ["wr1", "wr9"]
      }
      _ = try await caller.groups.dismissCustomerGroup(.init(chatID: "wr2"))
      await refused(
        "GROUP_DISMISSED", "join_way.chat_ids[0]", errcode: 49008, code: .failedPrecondition
      ) { $0.chatIDs = ["wr2"] }
      // One on the list already may stay there.
      _ = try await caller.ways.updateJoinWay(
        .init(
          joinWay: .init(configID: whole.configID, scene: .qrCode, chatIDs: ["wr1", "wr2"])))
      await expectFailure(.invalidArgument, "REQUIRED", field: "config_id", errcode: 41043) {
        try await caller.ways.getJoinWay(.init())
      }
      await expectFailure(
        .invalidArgument, "REQUIRED", field: "external_userid", errcode: 41035
      ) { try await caller.join(whole, "") }
      await expectFailure(.invalidArgument, "BAD_ID", field: "external_userid", errcode: 40096) {
        try await caller.join(whole, "wm 1")
      }
    }
  }

  @Test("Ways are listed newest first, all or a department's, and gone when deleted")
  func lists() async throws {
    try await withJoinWays { caller in
      try await caller.group("wr1")
      var made: [CommunitiesV1.JoinWay] = []
      for number in 0..<5 as Range<UInt32> {
        made.append(try await caller.way("wr1") { $0.departmentID = 1 + number % 2 })
      }
      for requestID in ["end", "end"] {
        _ = try await caller.ways.deleteJoinWay(
          .init(configID: made[2].configID, requestID: requestID))
      }
      await expectFailure(.notFound, "JOIN_WAY_NOT_FOUND", field: "config_id", errcode: 41044) {
        try await caller.read(made[2])
      }
      func listed(_ department: UInt32) async throws -> [CommunitiesV1.JoinWay] {
        var request = CommunitiesV1.ListJoinWaysRequest(departmentID: department, pageSize: 1)
        var found: [CommunitiesV1.JoinWay] = []
        repeat {
          let page = try await caller.ways.listJoinWays(request)
          #expect(page.joinWays.count <= 1)
          found += page.joinWays
          request.pageToken = page.nextPageToken
        } while !request.pageToken.isEmpty
        return found
      }
      #expect(try await listed(0) == [made[4], made[3], made[1], made[0]])
      #expect(try await listed(1) == [made[4], made[0]])
      #expect(try await listed(9) == [])
      let page = try await caller.ways.listJoinWays(.init(pageSize: 1))
      await expectFailure(
        .invalidArgument, "FOREIGN_PAGE_TOKEN", field: "page_token", errcode: 50100
      ) {
        try await caller.ways.listJoinWays(
          .init(departmentID: 1, pageToken: page.nextPageToken))
      }
      #expect(try await caller.changes(7).last?.event == .joinWayDeleted(made[2]))
    }
  }

  @Test("A repeated request makes one way")
  func repeated() async throws {
    try await withJoinWays { caller in
      try await caller.group("wr1")
      let first = try await caller.way("wr1", requestID: "once")
      #expect(try await caller.way("wr1", requestID: "once") == first)
      #expect(try await caller.ways.listJoinWays(.init()).joinWays == [first])
      await expectFailure(.alreadyExists, "REQUEST_ID_REUSED") {
        try await caller.way("wr1", requestID: "once") { $0.state = "一店" }
      }
    }
  }

  @Test("The picture is drawn in either format, of a way that is there")
  func pictures() async throws {
    try await withJoinWays { caller in
      try await caller.group("wr1")
      let way = try await caller.way("wr1")
      let png = try await caller.ways.getJoinWayQRCode(
        .init(configID: way.configID, url: "https://example.com/join"))
      #expect(png.mediaType == "image/png")
      #expect(png.url == "https://example.com/join?config_id=\(way.configID)")
      #expect(png.content.starts(with: [0x89, 0x50, 0x4E, 0x47]))
      let svg = try await caller.ways.getJoinWayQRCode(
        .init(configID: way.configID, url: "https://example.com/join?a=b", format: .svg))
      #expect(svg.mediaType == "image/svg+xml")
      #expect(svg.url == "https://example.com/join?a=b&config_id=\(way.configID)")
      await expectFailure(.notFound, "JOIN_WAY_NOT_FOUND", field: "config_id", errcode: 41044) {
        try await caller.ways.getJoinWayQRCode(
          .init(configID: "jwNone", url: "https://example.com"))
      }
      await expectFailure(.invalidArgument, "OUT_OF_RANGE", field: "size_pixels") {
        try await caller.ways.getJoinWayQRCode(
          .init(configID: way.configID, url: "https://example.com", sizePixels: 99))
      }
    }
  }

  @Test("A department is one that directory knows")
  func departments() async throws {
    try await withChain { chain in
      let caller = JoinWayCaller(chain.communities)
      try await caller.group("wr1")
      // The store was told of when its refusal comes.
      while true {
        do {
          let way = try await caller.way("wr1") { $0.departmentID = 9 }
          _ = try await caller.ways.deleteJoinWay(.init(configID: way.configID))
          await Task.yield()
        } catch let status as Status {
          let failure = try CallFailure(status)
          #expect((failure.code, failure.reason) == (.notFound, "DEPARTMENT_NOT_FOUND"))
          #expect((failure.field, failure.errcode) == ("join_way.department_id", 60003))
          break
        }
      }
    }
  }

  @Test("Join ways and contact ways share one quota, temporary ones outside it")
  func quota() async throws {
    let policies = try Policies(json: Data(#"{"contact_ways_max": 3}"#.utf8))
    try await withChain(policies: policies) { chain in
      let caller = JoinWayCaller(chain.communities)
      try await caller.group("wr1")
      let contactWays = CustomersV1.ContactWayServiceClient(chain.customers.channel)
      for isTemp in [false, false, true] {
        var made: CustomersV1.ContactWay?
        while made == nil {
          do {
            made = try await contactWays.createContactWay(
              .init(
                contactWay: .init(
                  type: .single, scene: .qrCode, userids: ["ann"], isTemp: isTemp)))
          } catch let status as Status {
            guard try CallFailure(status).reason == "MEMBER_UNKNOWN" else { throw status }
            await Task.yield()
          }
        }
      }
      let way = try await caller.way("wr1")
      await expectFailure(.resourceExhausted, "TOO_MANY_JOIN_WAYS", errcode: 41045) {
        try await caller.way("wr1")
      }
      _ = try await caller.ways.deleteJoinWay(.init(configID: way.configID))
      try await caller.way("wr1")
    }
  }
}
