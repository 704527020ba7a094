// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf

extension BroadcastsV1 {
  /// A text and its attachments, delivered as several messages, the text first. At least one of the
  /// two is there.
  ///
  /// A broadcast's text, and the titles, descriptions, urls and pages of its attachments, may hold
  /// variables, written {{customer.name}} or, with what stands for an absent value,
  /// {{customer.name|您}}. For customers: customer.name, customer.corp_name, customer.external_userid;
  /// for groups: group.chat_id; for both: member.userid, broadcast.name, and link.code, which names the
  /// recipient to the page behind a link (see TouchService) and is absent in a preview. An unknown one is
  /// INVALID_ARGUMENT UNKNOWN_VARIABLE, an opened one that is not closed UNCLOSED_VARIABLE. In urls and
  /// pages values are percent-encoded. The limits count the text as written; a field that the values
  /// would make longer than its limit takes what stands for absent values instead.
  package struct Content: Protobuf.Message {
    /// The text: at most 4000 bytes of UTF-8 (bytes, not characters), may be empty when there are
    /// attachments. Stands for WeCom's text.content. INVALID_ARGUMENT 45002 when longer.
    package var text: String = ""
    /// The attachments, in the order they are delivered: at most 9; INVALID_ARGUMENT 41064 over that.
    package var attachments: [BroadcastsV1.Attachment] = []

    package init() {}

    package init(
      text: String = "",
      attachments: [BroadcastsV1.Attachment] = []
    ) {
      self.text = text
      self.attachments = attachments
    }

    package static var fullName: String { "siyu.broadcasts.v1.Content" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__content__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__Content.self)
      self.text = reader.text(c.pointee.text, "text")
      self.attachments = reader.messages(c.pointee.n_attachments, c.pointee.attachments, "attachments")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__Content.self)
      c.pointee.text = writer.text(self.text)
      c.pointee.attachments = writer.messages(self.attachments, &c.pointee.n_attachments)
    }
  }

  /// One attachment 附件.
  package struct Attachment: Protobuf.Message {
    /// What is attached; INVALID_ARGUMENT 41065 when it is none of these.
    package var body: Body? = nil

    package init() {}

    package init(
      body: Body? = nil
    ) {
      self.body = body
    }

    /// What is attached; INVALID_ARGUMENT 41065 when it is none of these.
    package enum Body: Swift.Hashable, Swift.Sendable {
      /// A picture.
      case image(BroadcastsV1.Attachment.Image)
      /// A link to a page.
      case link(BroadcastsV1.Attachment.Link)
      /// A card of a mini program.
      case miniprogram(BroadcastsV1.Attachment.Miniprogram)
      /// A video.
      case video(BroadcastsV1.Attachment.Video)
      /// A file.
      case file(BroadcastsV1.Attachment.File)
    }

    /// A picture.
    package struct Image: Protobuf.Message {
      /// The uploaded file: at most 256 bytes. One of media_id and pic_url is required; media_id wins.
      package var mediaID: String = ""
      /// Where the picture lies: http or https, at most 2048 bytes.
      package var picURL: String = ""

      package init() {}

      package init(
        mediaID: String = "",
        picURL: String = ""
      ) {
        self.mediaID = mediaID
        self.picURL = picURL
      }

      package static var fullName: String { "siyu.broadcasts.v1.Attachment.Image" }
      package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__attachment__image__init)

      package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
        let c = source.of(Siyu__Broadcasts__V1__Attachment__Image.self)
        self.mediaID = reader.text(c.pointee.media_id, "media_id")
        self.picURL = reader.text(c.pointee.pic_url, "pic_url")
      }

      package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
        let c = target.of(Siyu__Broadcasts__V1__Attachment__Image.self)
        c.pointee.media_id = writer.text(self.mediaID)
        c.pointee.pic_url = writer.text(self.picURL)
      }
    }

    /// A link to a page.
    package struct Link: Protobuf.Message {
      /// The title: 1 to 128 bytes of UTF-8.
      package var title: String = ""
      /// The cover's address: http or https, at most 2048 bytes, may be empty.
      package var picurl: String = ""
      /// The description: at most 512 bytes of UTF-8, may be empty.
      package var desc: String = ""
      /// The page's address: http or https, 1 to 2048 bytes.
      package var url: String = ""

      package init() {}

      package init(
        title: String = "",
        picurl: String = "",
        desc: String = "",
        url: String = ""
      ) {
        self.title = title
        self.picurl = picurl
        self.desc = desc
        self.url = url
      }

      package static var fullName: String { "siyu.broadcasts.v1.Attachment.Link" }
      package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__attachment__link__init)

      package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
        let c = source.of(Siyu__Broadcasts__V1__Attachment__Link.self)
        self.title = reader.text(c.pointee.title, "title")
        self.picurl = reader.text(c.pointee.picurl, "picurl")
        self.desc = reader.text(c.pointee.desc, "desc")
        self.url = reader.text(c.pointee.url, "url")
      }

      package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
        let c = target.of(Siyu__Broadcasts__V1__Attachment__Link.self)
        c.pointee.title = writer.text(self.title)
        c.pointee.picurl = writer.text(self.picurl)
        c.pointee.desc = writer.text(self.desc)
        c.pointee.url = writer.text(self.url)
      }
    }

    /// A card of a mini program 小程序.
    package struct Miniprogram: Protobuf.Message {
      /// The title: 1 to 64 bytes of UTF-8.
      package var title: String = ""
      /// The cover, an uploaded file: 1 to 256 bytes.
      package var picMediaID: String = ""
      /// The mini program's appid: 1 to 64 bytes.
      package var appid: String = ""
      /// The page to open: 1 to 1024 bytes.
      package var page: String = ""

      package init() {}

      package init(
        title: String = "",
        picMediaID: String = "",
        appid: String = "",
        page: String = ""
      ) {
        self.title = title
        self.picMediaID = picMediaID
        self.appid = appid
        self.page = page
      }

      package static var fullName: String { "siyu.broadcasts.v1.Attachment.Miniprogram" }
      package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__attachment__miniprogram__init)

      package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
        let c = source.of(Siyu__Broadcasts__V1__Attachment__Miniprogram.self)
        self.title = reader.text(c.pointee.title, "title")
        self.picMediaID = reader.text(c.pointee.pic_media_id, "pic_media_id")
        self.appid = reader.text(c.pointee.appid, "appid")
        self.page = reader.text(c.pointee.page, "page")
      }

      package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
        let c = target.of(Siyu__Broadcasts__V1__Attachment__Miniprogram.self)
        c.pointee.title = writer.text(self.title)
        c.pointee.pic_media_id = writer.text(self.picMediaID)
        c.pointee.appid = writer.text(self.appid)
        c.pointee.page = writer.text(self.page)
      }
    }

    /// A video.
    package struct Video: Protobuf.Message {
      /// The uploaded file: 1 to 256 bytes.
      package var mediaID: String = ""

      package init() {}

      package init(
        mediaID: String = ""
      ) {
        self.mediaID = mediaID
      }

      package static var fullName: String { "siyu.broadcasts.v1.Attachment.Video" }
      package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__attachment__video__init)

      package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
        let c = source.of(Siyu__Broadcasts__V1__Attachment__Video.self)
        self.mediaID = reader.text(c.pointee.media_id, "media_id")
      }

      package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
        let c = target.of(Siyu__Broadcasts__V1__Attachment__Video.self)
        c.pointee.media_id = writer.text(self.mediaID)
      }
    }

    /// A file.
    package struct File: Protobuf.Message {
      /// The uploaded file: 1 to 256 bytes.
      package var mediaID: String = ""

      package init() {}

      package init(
        mediaID: String = ""
      ) {
        self.mediaID = mediaID
      }

      package static var fullName: String { "siyu.broadcasts.v1.Attachment.File" }
      package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__attachment__file__init)

      package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
        let c = source.of(Siyu__Broadcasts__V1__Attachment__File.self)
        self.mediaID = reader.text(c.pointee.media_id, "media_id")
      }

      package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
        let c = target.of(Siyu__Broadcasts__V1__Attachment__File.self)
        c.pointee.media_id = writer.text(self.mediaID)
      }
    }

    package static var fullName: String { "siyu.broadcasts.v1.Attachment" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__attachment__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__Attachment.self)
      switch c.pointee.body_case.rawValue {
      case 1: self.body = reader.message(c.pointee.image, "image").map { .image($0) }
      case 2: self.body = reader.message(c.pointee.link, "link").map { .link($0) }
      case 3: self.body = reader.message(c.pointee.miniprogram, "miniprogram").map { .miniprogram($0) }
      case 4: self.body = reader.message(c.pointee.video, "video").map { .video($0) }
      case 5: self.body = reader.message(c.pointee.file, "file").map { .file($0) }
      default: self.body = nil
      }
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__Attachment.self)
      switch self.body {
      case .image(let value):
        c.pointee.body_case = .init(rawValue: 1)
        c.pointee.image = writer.message(value)
      case .link(let value):
        c.pointee.body_case = .init(rawValue: 2)
        c.pointee.link = writer.message(value)
      case .miniprogram(let value):
        c.pointee.body_case = .init(rawValue: 3)
        c.pointee.miniprogram = writer.message(value)
      case .video(let value):
        c.pointee.body_case = .init(rawValue: 4)
        c.pointee.video = writer.message(value)
      case .file(let value):
        c.pointee.body_case = .init(rawValue: 5)
        c.pointee.file = writer.message(value)
      case nil: break
      }
    }
  }
}
