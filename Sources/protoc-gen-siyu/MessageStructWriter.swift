/// A message as a Swift struct: fields, initializers, oneofs, nested types, and the two copies.
struct MessageStructWriter {
  let message: ProtoMessage
  let schema: Schema

  private var fields: [FieldWriter] {
    message.fields.map { FieldWriter(field: $0, schema: schema) }
  }

  /// What the struct stores: the fields, with each oneof as one property where its first field is.
  private enum Member {
    case field(FieldWriter)
    case oneof(ProtoOneof, [FieldWriter])

    var name: String {
      switch self {
      case .field(let field): field.name
      case .oneof(let oneof, _): Naming.escaped(Naming.property(oneof.name))
      }
    }

    var type: String {
      switch self {
      case .field(let field): field.type
      case .oneof(let oneof, _): "\(Naming.oneofType(oneof.name))?"
      }
    }

    var defaultValue: String {
      switch self {
      case .field(let field): field.defaultValue
      case .oneof: "nil"
      }
    }

    var comment: String {
      switch self {
      case .field(let field): field.field.place.comment
      case .oneof(let oneof, _): oneof.place.comment
      }
    }
  }

  private var members: [Member] {
    var members: [Member] = []
    var seen: Set<String> = []
    for field in fields {
      guard let oneof = field.field.oneof else {
        members.append(.field(field))
        continue
      }
      guard seen.insert(oneof).inserted else { continue }
      members.append(
        .oneof(
          message.oneofs.first { $0.name == oneof }!, fields.filter { $0.field.oneof == oneof }))
    }
    return members
  }

  func write(_ page: inout Page) {
    let members = members
    page.doc(message.place.comment)
    page.block("package struct \(Naming.escaped(message.name)): \(protocols)") { page in
      for member in members {
        page.doc(member.comment)
        page.line("package var \(member.name): \(member.type) = \(member.defaultValue)")
      }
      if !members.isEmpty { page.line() }
      page.line("package init() {}")
      memberwiseInitializer(members, &page)
      for case .oneof(let oneof, let fields) in members { oneofEnum(oneof, fields, &page) }
      for nested in message.enums {
        page.line()
        EnumWriter(enumeration: nested).write(&page)
      }
      for nested in message.messages where !nested.isMapEntry {
        page.line()
        MessageStructWriter(message: nested, schema: schema).write(&page)
      }
      page.line()
      page.line("package static var fullName: String { \"\(message.fullName)\" }")
      page.line(
        "package static let layout = Protobuf.MessageLayout(\(Naming.cInitializer(message.fullName)))"
      )
      reading(members, &page)
      writing(members, &page)
    }
  }

  /// The protocols a request has by the fields it carries.
  private var protocols: String {
    guard message.name.hasSuffix("Request") else { return "Protobuf.Message" }
    var protocols: [String] = []
    if message.field("request_id")?.isPlainString == true {
      protocols.append("Protobuf.MutatingRequest")
    }
    if message.field("page_size")?.kind == .number(swift: "Int32"),
      message.field("page_token")?.isPlainString == true
    {
      protocols.append("Protobuf.PagedRequest")
    }
    return protocols.isEmpty ? "Protobuf.Message" : protocols.joined(separator: ", ")
  }

  private func memberwiseInitializer(_ members: [Member], _ page: inout Page) {
    guard !members.isEmpty else { return }
    page.line()
    page.line("package init(")
    for (index, member) in members.enumerated() {
      let comma = index == members.count - 1 ? "" : ","
      page.line("  \(member.name): \(member.type) = \(member.defaultValue)\(comma)")
    }
    page.block(")") { page in
      for member in members { page.line("self.\(member.name) = \(member.name)") }
    }
  }

  private func oneofEnum(_ oneof: ProtoOneof, _ fields: [FieldWriter], _ page: inout Page) {
    page.line()
    page.doc(oneof.place.comment)
    page.block("package enum \(Naming.oneofType(oneof.name)): Swift.Hashable, Swift.Sendable") {
      page in
      for field in fields {
        page.doc(field.field.place.comment)
        page.line("case \(field.name)(\(field.elementType))")
      }
    }
  }

  private func reading(_ members: [Member], _ page: inout Page) {
    page.line()
    page.block(
      "package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader)"
    ) { page in
      guard !members.isEmpty else { return }
      page.line("let c = source.of(\(Naming.cType(message.fullName)).self)")
      for member in members {
        switch member {
        case .field(let field): field.read(&page)
        case .oneof(let oneof, let fields):
          page.line("switch c.pointee.\(oneof.name.lowercased())_case.rawValue {")
          for field in fields {
            page.line("case \(field.field.number): self.\(member.name) = \(field.readCase)")
          }
          page.lines("default: self.\(member.name) = nil", "}")
        }
      }
    }
  }

  private func writing(_ members: [Member], _ page: inout Page) {
    page.line()
    page.block(
      "package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter)"
    ) { page in
      guard !members.isEmpty else { return }
      page.line("let c = target.of(\(Naming.cType(message.fullName)).self)")
      for member in members {
        switch member {
        case .field(let field): field.write(&page)
        case .oneof(_, let fields):
          page.line("switch self.\(member.name) {")
          for field in fields { field.writeCase(&page) }
          page.lines("case nil: break", "}")
        }
      }
    }
  }
}

extension ProtoField {
  /// A singular string outside any oneof, without presence.
  var isPlainString: Bool { kind == .string && !isRepeated && !isOptional && oneof == nil }
}
