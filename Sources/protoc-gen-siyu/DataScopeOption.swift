/// The option `siyu.common.v1.data_scope` of a method: read, judged, and printed as what reads the
/// fields out of a request.
struct DataScopeOption {
  private struct Entry {
    enum Demand: String {
      case given, optional, empty
    }

    let demand: Demand
    let paths: [String]

    init(_ text: String) {
      var text = text[...]
      if text.first == "!" {
        demand = .empty
        text.removeFirst()
      } else if text.last == "?" {
        demand = .optional
        text.removeLast()
      } else {
        demand = .given
      }
      paths = text.split(separator: "|", omittingEmptySubsequences: false).map { path in
        String(path.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
    }
  }

  private let method: ProtoMethod
  private let schema: Schema
  private let entries: [Entry]

  /// Nil for a method without the option.
  init?(_ method: ProtoMethod, in schema: Schema) {
    guard !method.dataScope.isEmpty else { return nil }
    self.method = method
    self.schema = schema
    entries = method.dataScope.map(Entry.init)
  }

  /// What is wrong with a method's option, as what follows the method's name.
  static func mistakes(of method: ProtoMethod, in schema: Schema) -> [String] {
    guard let option = DataScopeOption(method, in: schema) else { return [] }
    if method.clientStreaming { return ["takes a stream of requests, so it has no data_scope"] }
    return option.entries.flatMap { entry in
      entry.paths.compactMap { path in
        guard let end = option.fields(path)?.last, end.oneof == nil, !end.isOptional else {
          return "has the data_scope \"\(path)\", which leads to no plain field of its request"
        }
        let names = end.kind == .string || end.kind == .number(swift: "UInt32")
        guard names || entry.demand == .empty else {
          return "has the data_scope \"\(path)\", which is neither a string nor a uint32"
        }
        return nil
      }
    }
  }

  /// The fields that a path leads along; nil when it leads nowhere.
  private func fields(_ path: String) -> [ProtoField]? {
    var fields: [ProtoField] = []
    var kind = FieldKind.message(method.input)
    for name in path.split(separator: ".", omittingEmptySubsequences: false) {
      guard case .message(let type) = kind, let message = schema.messages[type],
        !message.isMapEntry, let field = message.field(String(name)), !field.isPrepacked
      else { return nil }
      fields.append(field)
      kind = field.kind
    }
    return fields
  }

  // MARK: As Swift

  func write(request: String, _ page: inout Page) {
    page.line("  dataScope: RPC.DataScopeRule(\(request).self) { request, reading in")
    for entry in entries {
      page.line("    reading.entry(.\(entry.demand.rawValue))")
      for path in entry.paths {
        page.line("    reading.field(\"\(path)\")")
        write(fields(path)!, of: entry, &page)
      }
    }
    page.line("  })")
  }

  /// Goes along a path, and says what stands at its end.
  private func write(_ fields: [ProtoField], of entry: Entry, _ page: inout Page) {
    var whole = "request"
    var indent = "    "
    for (index, field) in fields.dropLast().enumerated() {
      let writer = FieldWriter(field: field, schema: schema)
      let part = "part\(index + 1)"
      if let oneof = field.oneof {
        let property = Naming.escaped(Naming.property(oneof))
        page.line("\(indent)if case .\(writer.name)(let \(part))? = \(whole).\(property) {")
      } else if field.isRepeated {
        page.line("\(indent)for \(part) in \(whole).\(writer.name) {")
      } else {
        page.line("\(indent)if let \(part) = \(whole).\(writer.name) {")
      }
      whole = part
      indent += "  "
    }
    let argument = argument(
      fields.last!, of: whole, entry, isInList: fields.contains(where: \.isRepeated))
    page.line("\(indent)reading.add(\(argument))")
    for _ in fields.dropLast() {
      indent.removeLast(2)
      page.line("\(indent)}")
    }
  }

  private func argument(
    _ field: ProtoField, of whole: String, _ entry: Entry, isInList: Bool
  ) -> String {
    let writer = FieldWriter(field: field, schema: schema)
    let value = "\(whole).\(writer.name)"
    if entry.demand == .empty {
      let nothing = field.isRepeated ? "[]" : writer.defaultValue
      return "isEmpty: \(value) == \(nothing)"
    }
    let noun = field.kind == .string ? "member" : "department"
    if field.isRepeated { return "\(noun)s: \(value)" }
    return isInList ? "\(noun)s: [\(value)]" : "\(noun): \(value)"
  }
}
