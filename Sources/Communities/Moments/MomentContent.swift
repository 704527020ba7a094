package import ServiceKit

/// What a moment shows: words, and pictures or a film or a link.
package struct MomentContent: Sendable, Equatable {
  package enum Attachment: Sendable, Hashable, Codable {
    case image(mediaID: String)
    case video(mediaID: String)
    case link(title: String, url: String, mediaID: String)
  }

  /// Empty when the moment has no words.
  package var text: String
  package var attachments: [Attachment]

  package init(text: String, attachments: [Attachment]) {
    self.text = text
    self.attachments = attachments
  }

  package func checkShape(policies: Policies) throws(InvalidField) {
    guard !text.isEmpty || !attachments.isEmpty else {
      throw InvalidField(
        "text.content", "EMPTY_MOMENT", "A moment has a text, or attachments, or both.",
        errcode: 41089)
    }
    try Shape.characters(
      text, 0...policies[.momentTextCharactersMax], field: "text.content", errcode: 40058)
    try Shape.bytes(text, 0...policies[.momentTextBytesMax], field: "text.content", errcode: 40058)
    try checkMixture(policies: policies)
    for (index, attachment) in attachments.enumerated() {
      try attachment.checkShape(in: "attachments[\(index)]")
    }
  }

  /// One kind alone, and as many of it as a feed shows.
  private func checkMixture(policies: Policies) throws(InvalidField) {
    guard let kind = attachments.first?.kind else { return }
    if let index = attachments.firstIndex(where: { $0.kind != kind }) {
      throw InvalidField(
        "attachments[\(index)]", "MIXED_ATTACHMENTS",
        "attachments[\(index)] is another kind than the first; a moment has one kind.",
        errcode: 41065)
    }
    let most = kind == .image ? policies[.momentImagesMax] : 1
    guard attachments.count <= most else {
      throw InvalidField(
        "attachments", "TOO_MANY_ATTACHMENTS",
        "attachments has \(attachments.count) of the kind \(kind), allowed are \(most).",
        errcode: 41064)
    }
  }
}

extension MomentContent.Attachment {
  fileprivate enum Kind {
    case image
    case video
    case link
  }

  fileprivate var kind: Kind {
    switch self {
    case .image: .image
    case .video: .video
    case .link: .link
    }
  }

  fileprivate func checkShape(in parent: String) throws(InvalidField) {
    switch self {
    case .image(let mediaID):
      try Self.check(mediaID, field: "\(parent).image.media_id")
    case .video(let mediaID):
      try Self.check(mediaID, field: "\(parent).video.media_id")
    case .link(let title, let url, let mediaID):
      try Shape.characters(title, 0...64, field: "\(parent).link.title", errcode: 40058)
      try Shape.bytes(title, 0...128, field: "\(parent).link.title", errcode: 40058)
      try Shape.bytes(url, 1...2048, field: "\(parent).link.url", errcode: 40094)
      guard url.hasPrefix("http://") || url.hasPrefix("https://") else {
        throw InvalidField(
          "\(parent).link.url", "BAD_URL",
          "\(parent).link.url begins with neither http:// nor https://.", errcode: 40094)
      }
      try Self.check(mediaID, field: "\(parent).link.media_id")
    }
  }

  /// The id is the media store's; no more is known of it than that it is short.
  private static func check(_ mediaID: String, field: String) throws(InvalidField) {
    try Shape.bytes(mediaID, 1...256, field: field, errcode: mediaID.isEmpty ? 41006 : 40007)
  }
}
