import Communities
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

/// Creating moments and reading them back.
@Suite struct MomentTests {
  @Test func `A moment is told to the feed, dispatched by its job, and read back`() async throws {
    try await withChain { chain in
      let created = try await chain.moments.createMoment(
        .init(
          text: .init(content: "新品上市"),
          attachments: [
            .init(attachment: .image(.init(mediaID: "m1"))),
            .init(attachment: .image(.init(mediaID: "m2"))),
          ]))
      #expect(created.momentID.hasPrefix("mom"))
      #expect(created.state == .dispatching)
      #expect(created.visibleType == .public)
      #expect(created.attachments.count == 2)

      let dispatched = try await chain.settled(created)
      #expect(dispatched.state == .dispatched)
      #expect(dispatched.taskCount == 4)
      #expect(
        try await chain.moments.getMoment(.init(momentID: created.momentID)) == dispatched)
      let changes = try await firstChanges(2, of: chain.feed)
      #expect(changes.map(\.event) == [.momentCreated(created), .momentDispatched(dispatched)])
      #expect(changes.map(\.origin) == [.api, .job])
    }
  }

  @Test func `Attachments of every kind come back as they were given`() async throws {
    try await withService(CommunitiesService.self) { service in
      let moments = CommunitiesV1.MomentServiceClient(service.channel)
      let kinds: [CommunitiesV1.MomentAttachment.Attachment] = [
        .image(.init(mediaID: "m1")), .video(.init(mediaID: "m2")),
        .link(.init(title: "题", url: "https://shop.cn", mediaID: "m3")),
      ]
      for kind in kinds {
        let created = try await moments.createMoment(.init(attachments: [.init(attachment: kind)]))
        #expect(created.text == nil)
        let read = try await moments.getMoment(.init(momentID: created.momentID))
        #expect(read.attachments == [.init(attachment: kind)])
        #expect(read.text == nil)
      }
    }
  }

  @Test func `What is malformed is named, with WeCom's errcode`() async throws {
    try await withService(CommunitiesService.self) { service in
      let moments = CommunitiesV1.MomentServiceClient(service.channel)
      func refused(
        _ request: CommunitiesV1.CreateMomentRequest, _ reason: String, _ field: String,
        errcode: Int
      ) async {
        await expectFailure(.invalidArgument, reason, field: field, errcode: errcode) {
          try await moments.createMoment(request)
        }
      }
      let image = CommunitiesV1.MomentAttachment(attachment: .image(.init(mediaID: "m")))
      let video = CommunitiesV1.MomentAttachment(attachment: .video(.init(mediaID: "v")))
      let text = CommunitiesV1.MomentText(content: "字")
      await refused(.init(), "EMPTY_MOMENT", "text.content", errcode: 41089)
      await refused(
        .init(text: .init(content: String(repeating: "a", count: 2001))), "TOO_LONG",
        "text.content", errcode: 40058)
      await refused(
        .init(text: text, attachments: Array(repeating: image, count: 10)),
        "TOO_MANY_ATTACHMENTS", "attachments", errcode: 41064)
      await refused(
        .init(text: text, attachments: [image, video]), "MIXED_ATTACHMENTS", "attachments[1]",
        errcode: 41065)
      await refused(
        .init(text: text, attachments: [.init()]), "REQUIRED", "attachments[0]", errcode: 41065)
      await refused(
        .init(text: text, visibleRange: .init(userids: ["?"])), "BAD_USERID",
        "visible_range.userids[0]", errcode: 40003)
      await refused(
        .init(text: text, visibleRange: .init(tagIDs: (0...100).map { "et\($0)" })), "TOO_LONG",
        "visible_range.tag_ids", errcode: 41111)
    }
  }

  @Test func `Ids that nobody has are told apart from ids that are missing`() async throws {
    try await withService(CommunitiesService.self) { service in
      let moments = CommunitiesV1.MomentServiceClient(service.channel)
      await expectFailure(.invalidArgument, "REQUIRED", field: "moment_id", errcode: 41059) {
        try await moments.getMoment(.init())
      }
      await expectFailure(.notFound, "MOMENT_NOT_FOUND", field: "moment_id", errcode: 41060) {
        try await moments.getMoment(.init(momentID: "momNone"))
      }
      await expectFailure(.notFound, "MOMENT_NOT_FOUND", errcode: 41060) {
        try await moments.listMomentTasks(.init(momentID: "momNone"))
      }
      await expectFailure(.notFound, "MOMENT_NOT_FOUND", errcode: 41060) {
        try await moments.publishMoment(.init(momentID: "momNone", userid: "ann"))
      }
      await expectFailure(.notFound, "MOMENT_NOT_FOUND", errcode: 41060) {
        try await moments.listMomentCustomers(.init(momentID: "momNone", userid: "ann"))
      }
      await expectFailure(.notFound, "JOB_NOT_FOUND", field: "jobid", errcode: 40088) {
        try await moments.getMomentTaskResult(.init(jobid: "jobNone"))
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "jobid", errcode: 40088) {
        try await moments.getMomentTaskResult(.init())
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "userid", errcode: 40003) {
        try await moments.publishMoment(.init(momentID: "momNone"))
      }
    }
  }

  @Test func `A window is open at both ends and read in pages`() async throws {
    try await withService(CommunitiesService.self) { service in
      let moments = CommunitiesV1.MomentServiceClient(service.channel)
      let start = service.clock.now
      var ids: [String] = []
      for _ in 0..<4 {
        ids.append(
          try await moments.createMoment(.init(text: .init(content: "早"))).momentID)
        service.clock.advance(seconds: 60)
      }
      // Moments stand at 0, 60, 120 and 180 seconds: both ends are left out.
      var request = CommunitiesV1.ListMomentsRequest(
        startTime: start.timestamp, endTime: start.advanced(bySeconds: 180).timestamp,
        pageSize: 1)
      let first = try await moments.listMoments(request)
      #expect(first.moments.map(\.momentID) == [ids[1]])
      request.pageToken = first.nextPageToken
      let second = try await moments.listMoments(request)
      #expect(second.moments.map(\.momentID) == [ids[2]])
      #expect(second.nextPageToken.isEmpty)

      request.endTime = start.advanced(bySeconds: 240).timestamp
      await expectFailure(.invalidArgument, "FOREIGN_PAGE_TOKEN", field: "page_token") {
        try await moments.listMoments(request)
      }
      request.pageToken = ""
      request.pageSize = 50
      #expect(try await moments.listMoments(request).moments.map(\.momentID) == Array(ids[1...]))
    }
  }

  @Test func `Moments of the same instant are all listed, page by page`() async throws {
    try await withService(CommunitiesService.self) { service in
      let moments = CommunitiesV1.MomentServiceClient(service.channel)
      var ids: [String] = []
      for _ in 0..<3 {
        ids.append(
          try await moments.createMoment(.init(text: .init(content: "早"))).momentID)
      }
      let now = service.clock.now
      var request = CommunitiesV1.ListMomentsRequest(
        startTime: now.advanced(bySeconds: -1).timestamp,
        endTime: now.advanced(bySeconds: 1).timestamp, pageSize: 2)
      let first = try await moments.listMoments(request)
      request.pageToken = first.nextPageToken
      let second = try await moments.listMoments(request)
      #expect((first.moments + second.moments).map(\.momentID) == ids)
    }
  }

  @Test func `A window has two ends, in order, at most 30 days apart`() async throws {
    try await withService(CommunitiesService.self) { service in
      let moments = CommunitiesV1.MomentServiceClient(service.channel)
      let now = service.clock.now
      func refused(
        _ start: Instant?, _ end: Instant?, _ reason: String, _ field: String
      ) async {
        await expectFailure(.invalidArgument, reason, field: field, errcode: 40058) {
          try await moments.listMoments(
            .init(startTime: start?.timestamp, endTime: end?.timestamp))
        }
      }
      let month = now.advanced(bySeconds: 30 * 86_400)
      await refused(nil, now, "REQUIRED", "start_time")
      await refused(now, nil, "REQUIRED", "end_time")
      await refused(now, now, "EMPTY_WINDOW", "end_time")
      await refused(month, now, "EMPTY_WINDOW", "end_time")
      await refused(now, month.advanced(byMilliseconds: 1), "WINDOW_TOO_LONG", "end_time")
      _ = try await moments.listMoments(
        .init(startTime: now.timestamp, endTime: month.timestamp))
      await expectFailure(.invalidArgument, "BAD_TIMESTAMP", field: "start_time") {
        try await moments.listMoments(
          .init(startTime: .init(nanos: -1), endTime: month.timestamp))
      }
    }
  }

  @Test func `A repeated request makes one moment`() async throws {
    try await withChain { chain in
      let moments = chain.moments
      let asked = CommunitiesV1.CreateMomentRequest(
        text: .init(content: "早"), requestID: "r-1")
      async let one = moments.createMoment(asked)
      async let two = moments.createMoment(asked)
      let (first, second) = try await (one, two)
      #expect(first == second)
      let dispatched = try await chain.settled(first)
      #expect(dispatched.taskCount == 4)
      // The first answer is kept as it was, whatever has happened since.
      #expect(try await moments.createMoment(asked) == first)
      var other = asked
      other.text = .init(content: "晚")
      await expectFailure(.alreadyExists, "REQUEST_ID_REUSED", field: "request_id") {
        try await moments.createMoment(other)
      }
    }
  }
}
