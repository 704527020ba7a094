/// One field of a message in Swift: its type, and how it is copied from and to the C struct.
struct FieldWriter {
  let field: ProtoField
  let schema: Schema

  var name: String { Naming.escaped(Naming.property(field.name)) }
  private var cName: String { "c.pointee.\(Naming.cField(field.name))" }
  private var cCount: String { "c.pointee.n_\(Naming.cField(field.name))" }

  /// The entry message when the field is a map.
  private var entry: ProtoMessage? {
    guard field.isRepeated, case .message(let type) = field.kind,
      let message = schema.messages[type], message.isMapEntry
    else { return nil }
    return message
  }

  private var key: FieldWriter { FieldWriter(field: entry!.fields[0], schema: schema) }
  private var value: FieldWriter { FieldWriter(field: entry!.fields[1], schema: schema) }

  /// The type of one value.
  var elementType: String {
    switch field.kind {
    case .number(let swift): swift
    case .bool: "Bool"
    case .string: "String"
    case .bytes: "[UInt8]"
    case .message(let type), .enumeration(let type): Naming.type(type, in: schema)
    case .group: preconditionFailure("the rules refuse groups")
    }
  }

  var type: String {
    if entry != nil { return "[\(key.elementType): \(value.elementType)]" }
    if field.isPrepacked { return "Protobuf.PackedList<\(elementType)>" }
    if field.isRepeated { return "[\(elementType)]" }
    return field.isOptional || field.isMessage ? "\(elementType)?" : elementType
  }

  var defaultValue: String {
    if entry != nil { return "[:]" }
    if field.isPrepacked { return ".init()" }
    if field.isRepeated { return "[]" }
    if field.isOptional || field.isMessage { return "nil" }
    switch field.kind {
    case .number: return "0"
    case .bool: return "false"
    case .string: return "\"\""
    case .bytes: return "[]"
    case .enumeration: return ".init()"
    case .message, .group: return "nil"
    }
  }

  // MARK: From C

  func read(_ page: inout Page) {
    if entry != nil {
      page.line(
        "self.\(name) = reader.map(\(cCount), \(cName), \"\(field.name)\") { reader, c in")
      page.line("  (\(key.readOne), \(value.readPresent))")
      page.line("}")
    } else if field.isRepeated {
      page.line("self.\(name) = \(readList)")
    } else if field.isOptional, !field.isMessage {
      page.line("self.\(name) = \(caseNumber) == \(field.number) ? \(readOne) : nil")
    } else {
      page.line("self.\(name) = \(readOne)")
    }
  }

  /// The case of a oneof, as an expression for its optional property.
  var readCase: String {
    field.isMessage ? "\(readOne).map { .\(name)($0) }" : ".\(name)(\(readOne))"
  }

  private var caseNumber: String { "c.pointee._\(field.name.lowercased())_case.rawValue" }

  private var readOne: String {
    switch field.kind {
    case .number: cName
    case .bool: "\(cName) != 0"
    case .string: "reader.text(\(cName), \"\(field.name)\")"
    case .bytes: "reader.bytes(\(cName))"
    case .enumeration: "\(elementType)(rawValue: Int32(truncatingIfNeeded: \(cName).rawValue))"
    case .message: "reader.message(\(cName), \"\(field.name)\")"
    case .group: preconditionFailure("the rules refuse groups")
    }
  }

  /// The same for the value of a map entry, where an absent message is an empty one.
  private var readPresent: String {
    field.isMessage ? "\(readOne) ?? \(elementType)()" : readOne
  }

  private var readList: String {
    if field.isPrepacked { return "reader.packed(\(cCount), \(cName), \"\(field.name)\")" }
    return switch field.kind {
    case .number: "reader.numbers(\(cCount), \(cName))"
    case .bool: "reader.flags(\(cCount), \(cName))"
    case .string: "reader.texts(\(cCount), \(cName), \"\(field.name)\")"
    case .bytes: "reader.bytesList(\(cCount), \(cName))"
    case .enumeration: "reader.values(\(cCount), \(cName))"
    case .message: "reader.messages(\(cCount), \(cName), \"\(field.name)\")"
    case .group: preconditionFailure("the rules refuse groups")
    }
  }

  // MARK: To C

  func write(_ page: inout Page) {
    if let entry {
      page.line(
        "\(cName) = writer.map(self.\(name), &\(cCount), \(Naming.cInitializer(entry.fullName))) {")
      page.line("  c, key, value in")
      page.line("  \(key.cName) = \(key.writeOne("key"))")
      page.line("  \(value.cName) = \(value.writeOne("value"))")
      page.line("}")
    } else if field.isPrepacked {
      page.line("writer.packed(self.\(name).elements, \(field.number), in: target)")
    } else if field.isRepeated {
      page.line("\(cName) = writer.\(listMethod)(self.\(name), &\(cCount))")
    } else if field.isOptional, !field.isMessage {
      page.block("if let value = self.\(name)") { page in
        page.line("c.pointee._\(field.name.lowercased())_case = .init(rawValue: \(field.number))")
        page.line("\(cName) = \(writeOne("value"))")
      }
    } else {
      page.line("\(cName) = \(writeOne("self.\(name)"))")
    }
  }

  func writeCase(_ page: inout Page) {
    page.line("case .\(name)(let value):")
    page.line("  c.pointee.\(field.oneof!.lowercased())_case = .init(rawValue: \(field.number))")
    page.line("  \(cName) = \(writeOne("value"))")
  }

  private func writeOne(_ value: String) -> String {
    switch field.kind {
    case .number: value
    case .bool: "\(value) ? 1 : 0"
    case .string: "writer.text(\(value))"
    case .bytes: "writer.bytes(\(value))"
    case .enumeration: "writer.value(\(value))"
    case .message: "writer.message(\(value))"
    case .group: preconditionFailure("the rules refuse groups")
    }
  }

  private var listMethod: String {
    switch field.kind {
    case .number: "numbers"
    case .bool: "flags"
    case .string: "texts"
    case .bytes: "bytesList"
    case .enumeration: "values"
    case .message: "messages"
    case .group: preconditionFailure("the rules refuse groups")
    }
  }
}
