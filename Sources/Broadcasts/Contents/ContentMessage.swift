import Messages
import ServiceKit

extension Content {
  /// Throws `InvalidField` for an attachment without a body, which has no shape to check.
  init(_ message: BroadcastsV1.Content, field: String) throws(InvalidField) {
    self.init(text: message.text)
    for (index, asked) in message.attachments.enumerated() {
      guard let body = asked.body else {
        let field = "\(field).attachments[\(index)]"
        throw InvalidField(
          field, "UNKNOWN_ATTACHMENT",
          "\(field) is none of image, link, miniprogram, video, file.", errcode: 41065)
      }
      attachments.append(Attachment(body))
    }
  }

  var message: BroadcastsV1.Content {
    .init(text: text, attachments: attachments.map { .init(body: $0.body) })
  }
}

extension Variant {
  init(_ message: BroadcastsV1.Variant, field: String) throws(InvalidField) {
    let content = try Shape.required(
      message.content, field: "\(field).content", errcode: 40058)
    if message.segment != .unspecified,
      CustomerSegment(rawValue: Int(message.segment.rawValue)) == nil
    {
      throw InvalidField(
        "\(field).segment", "UNKNOWN_VALUE",
        "\(field).segment \(message.segment.rawValue) is not known.")
    }
    self.init(
      name: message.name, weight: Int(message.weight),
      content: try Content(content, field: "\(field).content"),
      segment: CustomerSegment(rawValue: Int(message.segment.rawValue)))
  }

  var message: BroadcastsV1.Variant {
    .init(
      name: name, weight: Int32(weight), content: content.message,
      segment: .init(rawValue: Int32(segment?.rawValue ?? 0)))
  }
}

extension Attachment {
  init(_ body: BroadcastsV1.Attachment.Body) {
    self =
      switch body {
      case .image(let image): .image(mediaID: image.mediaID, picURL: image.picURL)
      case .link(let link):
        .link(title: link.title, picURL: link.picurl, desc: link.desc, url: link.url)
      case .miniprogram(let card):
        .miniprogram(
          title: card.title, picMediaID: card.picMediaID, appid: card.appid, page: card.page)
      case .video(let video): .video(mediaID: video.mediaID)
      case .file(let file): .file(mediaID: file.mediaID)
      }
  }

  var body: BroadcastsV1.Attachment.Body {
    switch self {
    case .image(let mediaID, let picURL): .image(.init(mediaID: mediaID, picURL: picURL))
    case .link(let title, let picURL, let desc, let url):
      .link(.init(title: title, picurl: picURL, desc: desc, url: url))
    case .miniprogram(let title, let picMediaID, let appid, let page):
      .miniprogram(.init(title: title, picMediaID: picMediaID, appid: appid, page: page))
    case .video(let mediaID): .video(.init(mediaID: mediaID))
    case .file(let mediaID): .file(.init(mediaID: mediaID))
    }
  }
}
