import Customers
import Directory
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("ContactWayService", .timeLimit(.minutes(5)))
struct ContactWayTests {
  @Test("A way is created with its defaults, and read as it was created")
  func defaults() async throws {
    try await withCustomers { customers in
      let way = try await customers.way(["a", "b"])
      #expect(way.configID.hasPrefix("cw"))
      #expect((way.skipVerify, way.markSource, way.isExclusive) == (true, true, false))
      #expect(way.style == 0)
      #expect(way.expireTime == nil)
      var read = try await customers.ways.getContactWay(.init(configID: way.configID))
      #expect(read.memberUserids == ["a", "b"])
      read.memberUserids = []
      #expect(read == way)
      let button = try await customers.way(["a"]) { $0.scene = .miniprogram }
      #expect(button.style == 1)
      let temporary = try await customers.temporaryWay("a")
      #expect((temporary.expiresIn, temporary.chatExpiresIn) == (7 * 86_400, 86_400))
      #expect(temporary.expireTime?.seconds == temporary.createTime!.seconds + 7 * 86_400)
      let changes = try await customers.firstChanges(3)
      #expect(
        changes.map(\.event) == [way, button, temporary].map { .contactWayCreated($0) })
    }
  }

  @Test("Everything a way can say comes back as it was said")
  func everything() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("金卡", "银卡")
      let full = try await customers.way(["a", "b"]) { way in
        way.remark = "海报"
        way.skipVerify = false
        way.state = "门店一"
        way.isExclusive = true
        way.markSource = false
        way.tagIDs = [tags[1], tags[0]]
        way.customerRemark = "门店来的"
        way.memberDailyMax = 3
        way.memberTotalMax = 100
        way.spareUserids = ["c"]
        way.shifts = [
          .init(weekdays: [1, 3], startMinute: 540, endMinute: 1080, userids: ["a"]),
          .init(startMinute: 1320, endMinute: 60),
        ]
      }
      #expect(full.tagIDs == [tags[1], tags[0]])
      #expect(full.shifts.map(\.userids) == [["a"], []])
      #expect(full.shifts[0].weekdays == [1, 3])
      #expect((full.skipVerify, full.markSource, full.isExclusive) == (false, false, true))
      #expect((full.remark, full.state, full.customerRemark) == ("海报", "门店一", "门店来的"))
      #expect((full.memberDailyMax, full.memberTotalMax, full.spareUserids) == (3, 100, ["c"]))
      for conclusions: CustomersV1.Conclusions in [
        .init(text: "再见"), .init(image: .init(mediaID: "m1", picURL: "https://x/y.png")),
        .init(text: "再见", link: .init(title: "t", picurl: "http://p", desc: "d", url: "http://u")),
        .init(miniprogram: .init(title: "t", picMediaID: "m", appid: "wx1", page: "/p")),
      ] {
        let way = try await customers.temporaryWay("a") { $0.conclusions = conclusions }
        #expect(way.conclusions == conclusions)
      }
      let both = try await customers.temporaryWay("a") {
        $0.conclusions = .init(
          image: .init(mediaID: "m1"), miniprogram: .init(title: "t", picMediaID: "m"))
      }
      #expect(both.conclusions == .init(image: .init(mediaID: "m1")))
    }
  }

  @Test("What is missing, wrong or too long is refused with WeCom's errcode")
  func refused() async throws {
    try await withCustomers { customers in
      func refused(
        _ field: String, _ errcode: Int?, sourceLocation: SourceLocation = #_sourceLocation,
        _ change: (inout CustomersV1.ContactWay) -> Void
      ) async throws {
        var way = CustomersV1.ContactWay(type: .multiple, scene: .qrCode, userids: ["a"])
        change(&way)
        do {
          let made = try await customers.ways.createContactWay(.init(contactWay: way))
          Issue.record("\(made) was made", sourceLocation: sourceLocation)
        } catch let status as Status {
          let failure = try CallFailure(status)
          #expect(failure.code == .invalidArgument, sourceLocation: sourceLocation)
          #expect(failure.field == "contact_way.\(field)", sourceLocation: sourceLocation)
          #expect(failure.errcode == errcode, sourceLocation: sourceLocation)
        }
      }
      func text(_ count: Int) -> String { String(repeating: "字", count: count) }
      try await refused("type", 41037) { $0.type = .unspecified }
      try await refused("type", 41039) { $0.type = .init(rawValue: 3) }
      try await refused("scene", 41038) { $0.scene = .unspecified }
      try await refused("scene", 41040) { $0.scene = .init(rawValue: 3) }
      try await refused("style", 41042) { $0.style = 1 }
      try await refused("style", 41042) { ($0.scene, $0.style) = (.miniprogram, 3) }
      try await refused("style", 41042) {
        ($0.type, $0.scene, $0.style) = (.single, .miniprogram, 4)
      }
      try await refused("userids", 81012) { $0.userids = [] }
      try await refused("userids", 41041) { ($0.type, $0.userids) = (.single, ["a", "b"]) }
      try await refused("userids", 41041) { $0.userids = (0...100).map { "m\($0)" } }
      try await refused("userids", 40003) { $0.userids = ["-"] }
      try await refused("userids", 40058) { $0.userids = ["a", "A"] }
      try await refused("department_ids", 40058) { ($0.type, $0.departmentIDs) = (.single, [1]) }
      try await refused("department_ids", 40066) { $0.departmentIDs = [2, 2] }
      try await refused("remark", 40058) { $0.remark = text(31) }
      try await refused("state", 40058) { $0.state = text(31) }
      try await refused("customer_remark", 40058) { $0.customerRemark = text(21) }
      try await refused("tag_ids", 41111) { $0.tagIDs = (0...50).map { "et\($0)" } }
      try await refused("member_daily_max", nil) { $0.memberDailyMax = -1 }
      try await refused("member_total_max", nil) { $0.memberTotalMax = -1 }
      try await refused("spare_userids", 41041) { $0.spareUserids = (0...100).map { "m\($0)" } }
      try await refused("shifts", 40058) { way in
        way.shifts = (0...50).map { _ in .init(endMinute: 1) }
      }
      try await refused("shifts[0].weekdays", 40058) {
        $0.shifts = [.init(weekdays: [8], endMinute: 1)]
      }
      try await refused("shifts[1].start_minute", 40058) {
        $0.shifts = [.init(endMinute: 1), .init(startMinute: 1440, endMinute: 1)]
      }
      try await refused("shifts[0].end_minute", 40058) { $0.shifts = [.init(endMinute: 0)] }
      try await refused("type", 41039) { $0.isTemp = true }
      try await refused("expires_in", 40058) { $0.expiresIn = 1 }
      try await refused("unionid", 40058) { $0.unionid = "u" }
      try await refused("conclusions", 40058) { $0.conclusions = .init(text: "x") }
      func temporary(
        _ field: String, _ errcode: Int?, sourceLocation: SourceLocation = #_sourceLocation,
        _ change: (inout CustomersV1.ContactWay) -> Void
      ) async throws {
        try await refused(field, errcode, sourceLocation: sourceLocation) { way in
          (way.type, way.isTemp) = (.single, true)
          change(&way)
        }
      }
      try await temporary("expires_in", 40058) { $0.expiresIn = 14 * 86_400 + 1 }
      try await temporary("chat_expires_in", 40058) { $0.chatExpiresIn = -1 }
      try await temporary("conclusions", 40058) { $0.conclusions = .init() }
      try await temporary("conclusions.text", 45002) { $0.conclusions = .init(text: text(1334)) }
      try await temporary("conclusions.image.media_id", 40007) {
        $0.conclusions = .init(image: .init())
      }
      try await temporary("conclusions.link.title", 40058) {
        $0.conclusions = .init(link: .init(url: "http://u"))
      }
      try await temporary("conclusions.link.url", 40094) {
        $0.conclusions = .init(link: .init(title: "t", url: "ftp://u"))
      }
      try await temporary("conclusions.miniprogram.appid", 90207) {
        $0.conclusions = .init(miniprogram: .init(title: "t", picMediaID: "m", page: "p"))
      }
    }
  }

  @Test("At its limits a way is taken, and its ids are refused when they are of nothing")
  func edges() async throws {
    try await withCustomers { customers in
      let way = try await customers.way((0..<100).map { "m\($0)" }) { way in
        way.remark = String(repeating: "字", count: 30)
        way.state = String(repeating: "字", count: 30)
        way.customerRemark = String(repeating: "字", count: 20)
        way.spareUserids = (0..<100).map { "s\($0)" }
        way.shifts = (0..<50).map { _ in .init(endMinute: 1440) }
      }
      #expect(way.userids.count == 100)
      let longest = try await customers.temporaryWay("a") { way in
        way.expiresIn = 14 * 86_400
        way.chatExpiresIn = 14 * 86_400
      }
      #expect(longest.expiresIn == 14 * 86_400)
      await expectFailure(.notFound, "TAG_NOT_FOUND", errcode: 40068) {
        try await customers.way(["a"]) { $0.tagIDs = ["et-none"] }
      }
      await expectFailure(
        .notFound, "DEPARTMENT_NOT_FOUND", field: "contact_way.department_ids", errcode: 60003
      ) { try await customers.way([]) { $0.departmentIDs = [77] } }
      await expectFailure(.invalidArgument, "REQUIRED", field: "config_id", errcode: 41043) {
        try await customers.ways.getContactWay(.init())
      }
      await expectFailure(
        .notFound, "CONTACT_WAY_NOT_FOUND", field: "config_id", errcode: 41044
      ) { try await customers.ways.getContactWay(.init(configID: "cw-none")) }
      await expectFailure(
        .notFound, "CONTACT_WAY_NOT_FOUND", field: "config_id", errcode: 41044
      ) { try await customers.ways.deleteContactWay(.init(configID: "cw-none")) }
      await expectFailure(
        .notFound, "CONTACT_WAY_NOT_FOUND", field: "config_id", errcode: 41044
      ) {
        try await customers.ways.getContactWay(
          .init(configID: way.configID), options: otherCorp)
      }
    }
  }

  @Test("A corp makes as many ways as it may, and temporary ones by a count of their own")
  func quotas() async throws {
    let policies = try policies(["contact_ways_max": 2, "temporary_contact_ways_per_day_max": 1])
    try await withCustomers(policies: policies) { customers in
      let first = try await customers.way(["a"])
      try await customers.way(["a"])
      await expectFailure(.resourceExhausted, "TOO_MANY_CONTACT_WAYS", errcode: 41045) {
        try await customers.way(["a"])
      }
      _ = try await customers.temporaryWay("a")
      await expectFailure(.resourceExhausted, "TOO_MANY_TEMPORARY_CONTACT_WAYS", errcode: 41045) {
        try await customers.temporaryWay("a")
      }
      _ = try await customers.ways.deleteContactWay(.init(configID: first.configID))
      try await customers.way(["a"])
      // 08:00 in Shanghai: the next day begins in sixteen hours.
      customers.service.clock.advance(seconds: 16 * 3600 - 1)
      await expectFailure(.resourceExhausted, "TOO_MANY_TEMPORARY_CONTACT_WAYS") {
        try await customers.temporaryWay("a")
      }
      customers.service.clock.advance(seconds: 1)
      _ = try await customers.temporaryWay("a")
    }
  }

  @Test("An update changes what is given, replaces lists, and tells before and after")
  func update() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("金卡")
      let way = try await customers.way(["a", "b"]) { way in
        (way.remark, way.state, way.tagIDs) = ("旧", "s", tags)
      }
      var change = CustomersV1.ContactWay(configID: way.configID, remark: "新", userids: ["c"])
      let updated = try await customers.ways.updateContactWay(.init(contactWay: change))
      var wanted = way
      (wanted.remark, wanted.userids) = ("新", ["c"])
      #expect(updated == wanted)
      change = .init(configID: way.configID, skipVerify: false)
      #expect(
        try await customers.ways.updateContactWay(.init(contactWay: change)).skipVerify == false)
      // A field that is named and empty gets its default.
      let cleared = try await customers.ways.updateContactWay(
        .init(
          contactWay: .init(configID: way.configID),
          updateMask: .init(paths: ["remark", "skip_verify", "tag_ids"])))
      #expect((cleared.remark, cleared.skipVerify, cleared.tagIDs) == ("", true, []))
      #expect(cleared.state == "s")
      let events = try await customers.firstChanges(6).compactMap(\.event)
      guard case .contactWayUpdated(let event) = events[3] else {
        Issue.record("\(events[3]) is no update")
        return
      }
      #expect(event == .init(before: way, after: updated))
      await expectFailure(
        .invalidArgument, "REQUIRED", field: "contact_way.userids", errcode: 81012
      ) {
        try await customers.ways.updateContactWay(
          .init(
            contactWay: .init(configID: way.configID), updateMask: .init(paths: ["userids"])))
      }
      await expectFailure(.invalidArgument, "UNKNOWN_PATH", field: "update_mask") {
        try await customers.ways.updateContactWay(
          .init(contactWay: .init(configID: way.configID), updateMask: .init(paths: ["type"])))
      }
    }
  }

  @Test("A temporary way that has expired can no longer be edited")
  func expiredUpdate() async throws {
    try await withCustomers { customers in
      let way = try await customers.temporaryWay("a") { $0.expiresIn = 60 }
      let change = CustomersV1.UpdateContactWayRequest(
        contactWay: .init(configID: way.configID, expiresIn: 120))
      customers.service.clock.advance(seconds: 59)
      #expect(try await customers.ways.updateContactWay(change).expiresIn == 120)
      customers.service.clock.advance(seconds: 61)
      await expectFailure(.failedPrecondition, "CONTACT_WAY_EXPIRED") {
        try await customers.ways.updateContactWay(change)
      }
    }
  }

  @Test("Ways are listed by when they were made, page by page, temporary and deleted ones never")
  func list() async throws {
    try await withCustomers { customers in
      var made: [String] = []
      for number in 0..<5 {
        made.append(try await customers.way(["a"]).configID)
        if number == 2 { customers.service.clock.advance(seconds: 91 * 86_400) }
      }
      _ = try await customers.temporaryWay("a")
      let gone = try await customers.way(["a"])
      _ = try await customers.ways.deleteContactWay(.init(configID: gone.configID))
      let recent = try await customers.ways.listContactWays(.init())
      #expect(recent.configIDs == Array(made[3...]))
      var request = CustomersV1.ListContactWaysRequest(startTime: .init(seconds: 0), pageSize: 2)
      var pages: [[String]] = []
      repeat {
        let page = try await customers.ways.listContactWays(request)
        pages.append(page.configIDs)
        request.pageToken = page.nextPageToken
      } while !request.pageToken.isEmpty
      #expect(pages == [Array(made[0..<2]), Array(made[2..<4]), [made[4]]])
      let start = try await customers.ways.getContactWay(.init(configID: made[0])).createTime!
      let none = try await customers.ways.listContactWays(
        .init(startTime: .init(seconds: 0), endTime: start))
      #expect(none.configIDs == [])
      await expectFailure(.invalidArgument, "BEFORE_START", field: "end_time") {
        try await customers.ways.listContactWays(
          .init(startTime: start, endTime: .init(seconds: 1)))
      }
      await expectFailure(.invalidArgument, "BAD_PAGE_TOKEN", errcode: 50100) {
        try await customers.ways.listContactWays(.init(pageToken: "x"))
      }
    }
  }

  @Test("A repeated request makes one way")
  func requestID() async throws {
    try await withCustomers { customers in
      let request = CustomersV1.CreateContactWayRequest(
        contactWay: .init(type: .single, scene: .qrCode, userids: ["a"]), requestID: "r-1")
      let way = try await customers.ways.createContactWay(request)
      #expect(try await customers.ways.createContactWay(request) == way)
      #expect(try await customers.ways.listContactWays(.init()).configIDs == [way.configID])
    }
  }

  @Test("Members and departments are those that directory told of, and are followed")
  func mirrored() async throws {
    try await withCustomersAndDirectory { customers, directory in
      let departments = DirectoryV1.DepartmentServiceClient(directory.channel)
      let members = DirectoryV1.MemberServiceClient(directory.channel)
      _ = try await departments.createDepartment(
        .init(department: .init(id: 10, name: "门店", parentid: 1)))
      for number in 0..<100 {
        _ = try await members.createMember(
          .init(member: .sample("m\(number)", departmentIDs: [10])))
      }
      _ = try await members.createMember(.init(member: .sample("idle")))
      _ = try await members.updateMember(
        .init(member: .init(userid: "idle", status: .notActivated)))
      // The feed is followed in its order: when the last member is known, all is.
      try await customers.untilRefused("idle", "MEMBER_NOT_ACTIVATED")
      await expectFailure(
        .failedPrecondition, "MEMBER_NOT_ACTIVATED", field: "contact_way.userids", errcode: 41054
      ) { try await customers.way(["idle"]) }
      await expectFailure(
        .invalidArgument, "MEMBER_UNKNOWN", field: "contact_way.userids", errcode: 40003
      ) { try await customers.way(["nobody"]) }
      let way = try await customers.way(["m1"]) { $0.departmentIDs = [10] }
      let read = try await customers.ways.getContactWay(.init(configID: way.configID))
      #expect(read.memberUserids == ["m1"] + (0..<100).filter { $0 != 1 }.map { "m\($0)" })
      _ = try await members.createMember(.init(member: .sample("last", departmentIDs: [10])))
      try await customers.wayOnceKnown(["last"])
      await expectFailure(
        .invalidArgument, "TOO_MANY_MEMBERS", field: "contact_way.userids", errcode: 41041
      ) { try await customers.way([]) { $0.departmentIDs = [10] } }
      // A way that was within the limit goes on leading to those it led to.
      let later = try await customers.ways.getContactWay(.init(configID: way.configID))
      #expect(later.memberUserids == read.memberUserids)
    }
  }
}
