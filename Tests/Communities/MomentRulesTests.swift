import ServiceKit
import Testing

@testable import Communities

@Suite struct MomentContentTests {
  private func check(_ text: String, _ attachments: [MomentContent.Attachment] = []) throws {
    try MomentContent(text: text, attachments: attachments).checkShape(policies: Policies())
  }

  private func images(_ count: Int) -> [MomentContent.Attachment] {
    (0..<count).map { .image(mediaID: "m\($0)") }
  }

  @Test func `A text has at most 2000 characters`() throws {
    try check(String(repeating: "a", count: 2000))
    let long = #expect(throws: InvalidField.self) { try check(String(repeating: "a", count: 2001)) }
    #expect(long?.field == "text.content")
  }

  @Test func `A text has at most 4000 bytes, which is fewer characters than 2000`() throws {
    try check(String(repeating: "圈", count: 1333) + "a")
    let long = #expect(throws: InvalidField.self) { try check(String(repeating: "圈", count: 1334)) }
    #expect(long?.field == "text.content")
    #expect(long?.message.contains("4002 bytes") == true)
  }

  @Test func `A moment with neither text nor attachment is refused`() {
    let empty = #expect(throws: InvalidField.self) { try check("") }
    #expect(empty?.reason == "EMPTY_MOMENT")
    #expect(empty?.errcode == 41089)
  }

  @Test func `Attachments alone will do`() throws {
    try check("", images(9))
    try check("", [.video(mediaID: "v")])
    try check("", [.link(title: "", url: "https://shop.cn", mediaID: "m")])
  }

  @Test func `Nine images, one video and one link are the most`() {
    let tooMany = [
      images(10),
      [.video(mediaID: "a"), .video(mediaID: "b")],
      [
        .link(title: "", url: "https://shop.cn", mediaID: "m"),
        .link(title: "", url: "https://shop.cn", mediaID: "m"),
      ],
    ]
    for attachments in tooMany {
      let refused = #expect(throws: InvalidField.self) { try check("", attachments) }
      #expect(refused?.reason == "TOO_MANY_ATTACHMENTS")
      #expect(refused?.errcode == 41064)
    }
  }

  @Test func `Kinds are not mixed`() {
    let mixed = #expect(throws: InvalidField.self) {
      try check("", images(2) + [.video(mediaID: "v")])
    }
    #expect(mixed?.field == "attachments[2]")
    #expect(mixed?.errcode == 41065)
  }

  @Test func `A link's title has at most 64 characters and 128 bytes, and its url a scheme`() throws
  {
    func link(_ title: String, _ url: String = "https://shop.cn") throws {
      try check("", [.link(title: title, url: url, mediaID: "m")])
    }
    try link(String(repeating: "a", count: 64))
    try link(String(repeating: "题", count: 42) + "ab")
    for title in [String(repeating: "a", count: 65), String(repeating: "题", count: 43)] {
      let long = #expect(throws: InvalidField.self) { try link(title) }
      #expect(long?.field == "attachments[0].link.title")
    }
    for url in ["", "shop.cn", "ftp://shop.cn", "https://" + String(repeating: "a", count: 2041)] {
      let bad = #expect(throws: InvalidField.self) { try link("", url) }
      #expect(bad?.field == "attachments[0].link.url")
      #expect(bad?.errcode == 40094)
    }
  }

  @Test func `Every attachment names its file`() {
    let missing = #expect(throws: InvalidField.self) {
      try check("", images(1) + [.image(mediaID: "")])
    }
    #expect(missing?.field == "attachments[1].image.media_id")
    #expect(missing?.errcode == 41006)
  }
}

@Suite struct MomentRangeTests {
  @Test func `An empty range means everybody, and all customers`() {
    #expect(MomentRange().sources == [.everybody])
    #expect(!MomentRange().isPartial)
  }

  @Test func `Tags alone mean everybody, and some customers`() {
    let range = MomentRange(tagIDs: ["etGold"])
    #expect(range.sources == [.everybody])
    #expect(range.isPartial)
  }

  @Test func `Members come before departments, a step's worth at a time, each once`() {
    let userids = (0..<201).map { "u\($0)" }
    let range = MomentRange(userids: userids + ["u0"], departmentIDs: [3, 2, 3])
    #expect(
      range.sources == [
        .members(Array(userids[..<200])), .members(["u200"]), .department(3), .department(2),
      ])
  }

  @Test func `A range has at most 100,000 members, 1000 departments and 100 tags`() throws {
    func check(_ range: MomentRange) throws { try range.checkShape(policies: Policies()) }
    let userids = (0..<100_001).map { "u\($0)" }
    try check(MomentRange(userids: userids.dropLast()))
    let members = #expect(throws: InvalidField.self) { try check(MomentRange(userids: userids)) }
    #expect(members?.field == "visible_range.userids")
    try check(MomentRange(departmentIDs: Array(1...1000)))
    let departments = #expect(throws: InvalidField.self) {
      try check(MomentRange(departmentIDs: Array(1...1001)))
    }
    #expect(departments?.field == "visible_range.department_ids")
    let tagIDs = (0..<101).map { "et\($0)" }
    try check(MomentRange(tagIDs: tagIDs.dropLast()))
    let tags = #expect(throws: InvalidField.self) { try check(MomentRange(tagIDs: tagIDs)) }
    #expect(tags?.field == "visible_range.tag_ids")
  }

  @Test func `Malformed ids are named`() {
    func field(_ range: MomentRange) -> String? {
      #expect(throws: InvalidField.self) { try range.checkShape(policies: Policies()) }?.field
    }
    #expect(field(MomentRange(userids: ["ann", "b b"])) == "visible_range.userids[1]")
    #expect(field(MomentRange(departmentIDs: [1, 0])) == "visible_range.department_ids[1]")
    #expect(field(MomentRange(tagIDs: ["et 1"])) == "visible_range.tag_ids[0]")
    #expect(field(MomentRange(tagIDs: ["et1", "st1"])) == "visible_range.tag_ids[1]")
  }
}

@Suite struct MomentWindowTests {
  private let start = Instant(seconds: 1_767_571_200)

  @Test func `A window has at most 30 days`() throws {
    let month = start.advanced(bySeconds: 30 * 86_400)
    _ = try MomentWindow(start: start, end: month, policies: Policies())
    let long = #expect(throws: InvalidField.self) {
      try MomentWindow(
        start: start, end: Instant(microseconds: month.microseconds + 1), policies: Policies())
    }
    #expect(long?.reason == "WINDOW_TOO_LONG")
  }

  @Test func `A window ends after it starts`() {
    let empty = #expect(throws: InvalidField.self) {
      try MomentWindow(start: start, end: start, policies: Policies())
    }
    #expect(empty?.field == "end_time")
  }
}

@Suite struct MomentProgressTests {
  @Test func `A page with more behind it stays in its source`() throws {
    var progress = MomentProgress()
    progress.advance(past: .init(userids: ["a", "b"], nextPageToken: "t o k"))
    #expect(progress.source == 0)
    #expect(progress.pageToken == "t o k")
    #expect(progress.seenCount == 2)
    progress.advance(past: .init(userids: ["c"], invalidUserids: ["d"]))
    #expect(progress.source == 1)
    #expect(progress.pageToken == "")
    #expect(progress.seenCount == 4)
  }

  @Test func `A cursor brings back what it was written from`() throws {
    var progress = MomentProgress()
    #expect(try MomentProgress(cursor: progress.cursor) == progress)
    progress.advance(past: .init(userids: ["a"]))
    progress.advance(past: .init(userids: ["b"], nextPageToken: "t o k=="))
    #expect(try MomentProgress(cursor: progress.cursor) == progress)
    #expect(try MomentProgress(cursor: []) == MomentProgress())
  }

  @Test(arguments: ["x", "1", "1 2", "a 2 ", "1 b "])
  func `A cursor of something else is refused`(cursor: String) {
    #expect(throws: MomentProgress.Unreadable.self) {
      try MomentProgress(cursor: Array(cursor.utf8))
    }
  }
}

@Suite struct MomentTaskTests {
  private let moment = Instant(seconds: 1_767_571_200)

  @Test func `A task is published once`() throws {
    var task = MomentTask(key: 1, userid: "ann", publishTime: nil, customerCount: 0)
    try task.publish(to: ["wm1", "wm2"], at: moment)
    #expect(task.publishTime == moment)
    #expect(task.customerCount == 2)
    #expect(throws: MomentFailure.alreadyPublished("ann")) {
      try task.publish(to: ["wm1"], at: moment)
    }
    #expect(task.customerCount == 2)
  }

  @Test func `A dispatch that gave nobody a task has failed`() throws {
    var moment = Moment(
      momentID: "mom1", jobid: "job1", createTime: moment, isPartial: false,
      content: .init(text: "a", attachments: []))
    #expect(throws: MomentFailure.noExecutor("mom1")) { try moment.finishDispatch() }
    #expect(throws: MomentFailure.dispatching("mom1")) { try moment.checkDispatched() }
    moment.taskCount = 1
    try moment.finishDispatch()
    try moment.checkDispatched()
    moment.state = .failed
    #expect(throws: MomentFailure.failed("mom1")) { try moment.checkDispatched() }
  }
}
