import Foundation
import ServiceKit

/// What a broadcast says 群发内容: a text and attachments, delivered as several messages.
struct Content: Sendable, Equatable, Codable {
  var text = ""
  var attachments: [Attachment] = []

  init(text: String = "", attachments: [Attachment] = []) {
    self.text = text
    self.attachments = attachments
  }

  /// The text is counted in bytes, not in characters: a Chinese text ends after some 1333.
  func checkShape(field: String, policies: Policies) throws(InvalidField) {
    try Shape.bytes(
      text, 0...policies[.broadcastTextBytesMax], field: "\(field).text", errcode: 45002)
    try Shape.items(
      attachments.count, 0...policies[.attachmentsMax], field: "\(field).attachments",
      errcode: 41064)
    guard !text.isEmpty || !attachments.isEmpty else {
      throw InvalidField(
        field, "CONTENT_EMPTY", "\(field) needs a text or an attachment.", errcode: 40058)
    }
    for (index, attachment) in attachments.enumerated() {
      try attachment.checkShape(field: "\(field).attachments[\(index)]", policies: policies)
    }
  }
}

/// All that a broadcast may say: one content, or several of which each recipient gets one.
struct Contents: Sendable, Equatable {
  /// Empty when there are variants.
  var single = Content()
  var variants: [Variant] = []
  /// What they show, for each recipient to choose one of.
  var offers: [Offer] = []
  /// The channels that it is said through, in order; empty for any.
  var channels: [ChannelStep] = []

  init(
    single: Content = Content(), variants: [Variant] = [], offers: [Offer] = [],
    channels: [ChannelStep] = []
  ) {
    self.single = single
    self.variants = variants
    self.offers = offers
    self.channels = channels
  }

  /// `variant` is from 1; 0 means the single content.
  func of(variant: Int, through channelID: String) -> Content {
    channels.first { $0.channelID == channelID }?.content
      ?? (variant == 0 ? single : variants[variant - 1].content)
  }

  private var all: [Content] {
    (variants.isEmpty ? [single] : variants.map(\.content)) + channels.compactMap(\.content)
  }

  /// What two broadcasts have in common that say the same.
  var fingerprint: Int64 {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      var fingerprint = Fingerprint()
      for content in all {
        fingerprint.add(String(decoding: try encoder.encode(content), as: UTF8.self))
      }
      return Int64(bitPattern: fingerprint.finish())
    }
  }

  /// How long one may be that is filled in for a recipient; 0 when none has variables.
  var templateBytes: Int { all.map(\.templateBytes).max() ?? 0 }
}

/// One attachment 附件, of the kinds WeCom delivers.
enum Attachment: Sendable, Equatable, Codable {
  case image(mediaID: String, picURL: String)
  case link(title: String, picURL: String, desc: String, url: String)
  case miniprogram(title: String, picMediaID: String, appid: String, page: String)
  case video(mediaID: String)
  case file(mediaID: String)

  enum Kind: Int, Sendable {
    case image = 1
    case link = 2
    case miniprogram = 3
    case video = 4
    case file = 5
  }

  var kind: Kind {
    switch self {
    case .image: .image
    case .link: .link
    case .miniprogram: .miniprogram
    case .video: .video
    case .file: .file
    }
  }

  /// WeCom does not say how long a media_id is; those it gives have 60 to 90 bytes.
  private static let mediaIDBytes = 256
  private static let appidBytes = 64
  static let pageBytes = 1024

  func checkShape(field: String, policies: Policies) throws(InvalidField) {
    switch self {
    case .image(let mediaID, let picURL):
      guard !mediaID.isEmpty || !picURL.isEmpty else {
        throw InvalidField(
          "\(field).image", "REQUIRED", "\(field).image needs a media_id or a pic_url.",
          errcode: 41006)
      }
      try Shape.bytes(
        mediaID, 0...Self.mediaIDBytes, field: "\(field).image.media_id", errcode: 40007)
      try Self.checkURL(picURL, 0, field: "\(field).image.pic_url", policies: policies)
    case .link(let title, let picURL, let desc, let url):
      try Shape.bytes(
        title, 1...policies[.linkTitleBytesMax], field: "\(field).link.title", errcode: 40058)
      try Self.checkURL(picURL, 0, field: "\(field).link.picurl", policies: policies)
      try Shape.bytes(
        desc, 0...policies[.linkDescBytesMax], field: "\(field).link.desc", errcode: 40058)
      try Self.checkURL(url, 1, field: "\(field).link.url", policies: policies)
    case .miniprogram(let title, let picMediaID, let appid, let page):
      let field = "\(field).miniprogram"
      try Shape.bytes(
        title, 1...policies[.miniprogramTitleBytesMax], field: "\(field).title", errcode: 40058)
      try Self.checkMedia(picMediaID, field: "\(field).pic_media_id")
      try Shape.bytes(appid, 1...Self.appidBytes, field: "\(field).appid", errcode: 90207)
      try Shape.bytes(page, 1...Self.pageBytes, field: "\(field).page", errcode: 40058)
    case .video(let mediaID):
      try Self.checkMedia(mediaID, field: "\(field).video.media_id")
    case .file(let mediaID):
      try Self.checkMedia(mediaID, field: "\(field).file.media_id")
    }
  }

  private static func checkMedia(_ mediaID: String, field: String) throws(InvalidField) {
    try Shape.bytes(
      mediaID, 1...mediaIDBytes, field: field, errcode: mediaID.isEmpty ? 41006 : 40007)
  }

  private static func checkURL(
    _ url: String, _ least: Int, field: String, policies: Policies
  ) throws(InvalidField) {
    try Shape.bytes(
      url, least...policies[.attachmentUrlBytesMax], field: field, errcode: 40058)
    guard url.isEmpty || url.hasPrefix("https://") || url.hasPrefix("http://") else {
      throw InvalidField(
        field, "BAD_URL", "\(field) must begin with http:// or https://.", errcode: 40094)
    }
  }
}
