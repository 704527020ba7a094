import Messages
import ServiceKit

// Moments and their tasks as messages say them.

extension Moment {
  var message: CommunitiesV1.Moment {
    .init(
      momentID: momentID, jobid: jobid, state: .init(rawValue: Int32(state.rawValue)),
      createTime: createTime.timestamp, visibleType: isPartial ? .partial : .public,
      text: content.text.isEmpty ? nil : .init(content: content.text),
      attachments: content.attachments.map(\.message), taskCount: taskCount,
      publishedCount: publishedCount, customerCount: customerCount)
  }
}

extension MomentTask {
  func message(of momentID: String) -> CommunitiesV1.MomentTask {
    .init(
      momentID: momentID, userid: userid, publishStatus: isPublished ? .published : .waiting,
      publishTime: publishTime?.timestamp, customerCount: Int64(customerCount))
  }
}

extension MomentContent {
  init(_ request: CommunitiesV1.CreateMomentRequest) throws(InvalidField) {
    var attachments: [Attachment] = []
    for (index, asked) in request.attachments.enumerated() {
      attachments.append(try Attachment(asked, field: "attachments[\(index)]"))
    }
    self.init(text: request.text?.content ?? "", attachments: attachments)
  }
}

extension MomentContent.Attachment {
  init(_ message: CommunitiesV1.MomentAttachment, field: String) throws(InvalidField) {
    switch try Shape.required(message.attachment, field: field, errcode: 41065) {
    case .image(let image): self = .image(mediaID: image.mediaID)
    case .video(let video): self = .video(mediaID: video.mediaID)
    case .link(let link): self = .link(title: link.title, url: link.url, mediaID: link.mediaID)
    }
  }

  var message: CommunitiesV1.MomentAttachment {
    switch self {
    case .image(let mediaID): .init(attachment: .image(.init(mediaID: mediaID)))
    case .video(let mediaID): .init(attachment: .video(.init(mediaID: mediaID)))
    case .link(let title, let url, let mediaID):
      .init(attachment: .link(.init(title: title, url: url, mediaID: mediaID)))
    }
  }
}

extension MomentRange {
  init(_ message: CommunitiesV1.MomentVisibleRange?) {
    self.init(
      userids: message?.userids ?? [], departmentIDs: message?.departmentIDs ?? [],
      tagIDs: message?.tagIDs ?? [])
  }
}

extension MomentWindow {
  init(
    _ request: CommunitiesV1.ListMomentsRequest, policies: Policies
  ) throws(InvalidField) {
    try self.init(
      start: Self.instant(request.startTime, field: "start_time"),
      end: Self.instant(request.endTime, field: "end_time"), policies: policies)
  }

  private static func instant(
    _ timestamp: GoogleProtobuf.Timestamp?, field: String
  ) throws(InvalidField) -> Instant {
    guard let instant = Instant(try Shape.required(timestamp, field: field, errcode: 40058)) else {
      throw InvalidField(field, "BAD_TIMESTAMP", "\(field) is no moment in the years 1 to 9999.")
    }
    return instant
  }
}
