import ServiceKit

/// What is sent at the end of a temporary session 结束语: a text, an attachment, or both.
struct Conclusions: Sendable, Equatable {
  enum Attachment: Sendable, Equatable {
    case image(mediaID: String, picURL: String)
    case link(title: String, picURL: String, desc: String, url: String)
    case miniprogram(title: String, picMediaID: String, appid: String, page: String)
  }

  var text: String
  var attachment: Attachment?

  func checkShape(policies: Policies) throws(InvalidField) {
    let field = "contact_way.conclusions"
    guard !text.isEmpty || attachment != nil else {
      throw InvalidField(field, "EMPTY", "\(field) says nothing.", errcode: 40058)
    }
    try Shape.bytes(
      text, 0...policies[.conclusionTextBytesMax], field: "\(field).text", errcode: 45002)
    try attachment?.checkShape(field: field, policies: policies)
  }
}

extension Conclusions.Attachment {
  func checkShape(field: String, policies: Policies) throws(InvalidField) {
    let longestURL = policies[.attachmentUrlBytesMax]
    switch self {
    case .image(let mediaID, let picURL):
      guard !mediaID.isEmpty || !picURL.isEmpty else {
        throw InvalidField(
          "\(field).image.media_id", "REQUIRED", "\(field).image has no media_id and no pic_url.",
          errcode: 40007)
      }
      try Shape.bytes(mediaID, 0...256, field: "\(field).image.media_id", errcode: 40007)
      try Self.checkURL(picURL, 0...longestURL, field: "\(field).image.pic_url")
    case .link(let title, let picURL, let desc, let url):
      try Shape.bytes(
        title, 1...policies[.linkTitleBytesMax], field: "\(field).link.title", errcode: 40058)
      try Self.checkURL(picURL, 0...longestURL, field: "\(field).link.picurl")
      try Shape.bytes(
        desc, 0...policies[.linkDescBytesMax], field: "\(field).link.desc", errcode: 40058)
      try Self.checkURL(url, 1...longestURL, field: "\(field).link.url")
    case .miniprogram(let title, let picMediaID, let appid, let page):
      let card = "\(field).miniprogram"
      try Shape.bytes(
        title, 1...policies[.miniprogramTitleBytesMax], field: "\(card).title", errcode: 40058)
      try Shape.bytes(picMediaID, 1...256, field: "\(card).pic_media_id", errcode: 40007)
      try Shape.bytes(appid, 1...64, field: "\(card).appid", errcode: 90207)
      try Shape.bytes(page, 1...1024, field: "\(card).page", errcode: 40058)
    }
  }

  private static func checkURL(
    _ url: String, _ range: ClosedRange<Int>, field: String
  ) throws(InvalidField) {
    try Shape.bytes(url, range, field: field, errcode: 40094)
    guard url.isEmpty || url.hasPrefix("https://") || url.hasPrefix("http://") else {
      throw InvalidField(
        field, "BAD_URL", "\(field) begins neither http:// nor https://.", errcode: 40094)
    }
  }
}
