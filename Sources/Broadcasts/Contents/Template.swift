import ServiceKit

/// What a content may leave open, to be filled in for each recipient.
enum Variable: String, Sendable, CaseIterable {
  case customerName = "customer.name"
  case customerCorpName = "customer.corp_name"
  case externalUserid = "customer.external_userid"
  case chatID = "group.chat_id"
  case memberUserid = "member.userid"
  case broadcastName = "broadcast.name"
  case linkCode = "link.code"

  func isFor(_ chatType: Broadcast.ChatType) -> Bool {
    switch self {
    case .customerName, .customerCorpName, .externalUserid: chatType == .single
    case .chatID: chatType == .group
    case .memberUserid, .broadcastName, .linkCode: true
    }
  }

  /// Whether customers has to be asked for it.
  var isOfCustomers: Bool { self == .customerName || self == .customerCorpName }
}

/// A text with variables: `{{customer.name}}`, or `{{customer.name|您}}` with what stands for an
/// absent value.
struct Template: Sendable, Equatable {
  enum Part: Sendable, Equatable {
    case text(String)
    case variable(Variable, absent: String)
  }

  let parts: [Part]

  /// A value's largest length: 64 characters of 4 bytes, each of which three in a url.
  static let valueBytes = 768

  init(_ text: String, field: String, chatType: Broadcast.ChatType) throws(InvalidField) {
    let parsed = Self.parse(text)
    guard !parsed.isUnclosed else {
      throw InvalidField(
        field, "UNCLOSED_VARIABLE", "\(field) opens a variable by '{{' and does not close it.",
        errcode: 40058)
    }
    for name in parsed.names where Variable(rawValue: name)?.isFor(chatType) != true {
      throw InvalidField(
        field, "UNKNOWN_VARIABLE", "\(field) names '{{\(name.prefix(64))}}', which is no variable.",
        errcode: 40058)
    }
    parts = parsed.parts
  }

  /// One that was checked before.
  init(_ text: String) {
    parts = Self.parse(text).parts
  }

  private static func parse(
    _ text: String
  ) -> (parts: [Part], names: [String], isUnclosed: Bool) {
    var parts: [Part] = []
    var names: [String] = []
    var rest = text[...]
    while let open = rest.firstRange(of: "{{") {
      if open.lowerBound > rest.startIndex {
        parts.append(.text(String(rest[..<open.lowerBound])))
      }
      guard let close = rest[open.upperBound...].firstRange(of: "}}") else {
        return (parts, names, true)
      }
      let inner = rest[open.upperBound..<close.lowerBound].split(
        separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(inner[0])
      names.append(name)
      if let variable = Variable(rawValue: name) {
        parts.append(.variable(variable, absent: inner.count > 1 ? String(inner[1]) : ""))
      }
      rest = rest[close.upperBound...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    return (parts, names, false)
  }

  var variables: [Variable] {
    parts.compactMap { if case .variable(let variable, _) = $0 { variable } else { nil } }
  }

  /// The text with its values; with what stands for absent ones when it would get too long.
  func filled(_ values: [Variable: String], limit: Int, isURL: Bool) -> String {
    let whole = text(values, isURL: isURL)
    return whole.utf8.count <= limit ? whole : text([:], isURL: isURL)
  }

  private func text(_ values: [Variable: String], isURL: Bool) -> String {
    parts.map { part in
      switch part {
      case .text(let text): return text
      case .variable(let variable, let absent):
        guard let value = values[variable], !value.isEmpty else { return absent }
        return isURL ? Self.percentEncoded(value) : value
      }
    }.joined()
  }

  /// After RFC 3986: all but its unreserved characters.
  private static func percentEncoded(_ value: String) -> String {
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var encoded = String.UnicodeScalarView()
    for byte in value.utf8 {
      if Shape.isAlphanumeric(byte) || "-._~".utf8.contains(byte) {
        encoded.append(Unicode.Scalar(byte))
      } else {
        encoded.append(contentsOf: ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
    return String(encoded)
  }
}

extension Content {
  /// A field that may hold variables: its name, what it holds, and whether it is an address.
  private typealias Open = (name: String, text: String, isURL: Bool)

  private var open: [Open] {
    var open: [Open] = [("text", text, false)]
    for (index, attachment) in attachments.enumerated() {
      let name = "attachments[\(index)]"
      switch attachment {
      case .link(let title, _, let desc, let url):
        open += [
          ("\(name).link.title", title, false), ("\(name).link.desc", desc, false),
          ("\(name).link.url", url, true),
        ]
      case .miniprogram(let title, _, _, let page):
        open += [
          ("\(name).miniprogram.title", title, false), ("\(name).miniprogram.page", page, true),
        ]
      case .image, .video, .file: break
      }
    }
    return open
  }

  func checkVariables(field: String, chatType: Broadcast.ChatType) throws(InvalidField) {
    for open in open {
      _ = try Template(open.text, field: "\(field).\(open.name)", chatType: chatType)
    }
  }

  var variables: Set<Variable> { Set(open.flatMap { Template($0.text).variables }) }

  /// How long it may be once it is filled in; 0 without variables.
  var templateBytes: Int {
    let count = open.reduce(0) { $0 + Template($1.text).variables.count }
    guard count > 0 else { return 0 }
    // What has no variables lies far under the bound of an answer: nine attachments' ids.
    let fixed = attachments.count * 2600
    return open.reduce(fixed) { $0 + $1.text.utf8.count } + count * Template.valueBytes
  }

  /// What one recipient gets.
  func filled(_ values: [Variable: String], policies: Policies) -> Content {
    func fill(_ text: String, _ limit: Policy, isURL: Bool = false) -> String {
      Template(text).filled(values, limit: policies[limit], isURL: isURL)
    }
    return Content(
      text: fill(text, .broadcastTextBytesMax),
      attachments: attachments.map { attachment in
        switch attachment {
        case .link(let title, let picURL, let desc, let url):
          .link(
            title: fill(title, .linkTitleBytesMax), picURL: picURL,
            desc: fill(desc, .linkDescBytesMax),
            url: fill(url, .attachmentUrlBytesMax, isURL: true))
        case .miniprogram(let title, let picMediaID, let appid, let page):
          .miniprogram(
            title: fill(title, .miniprogramTitleBytesMax), picMediaID: picMediaID, appid: appid,
            page: Template(page).filled(values, limit: Attachment.pageBytes, isURL: true))
        case .image, .video, .file: attachment
        }
      })
  }
}
