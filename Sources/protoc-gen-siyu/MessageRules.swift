/// The house's rules for one message and its fields.
struct MessageRules {
  let message: ProtoMessage
  let file: String
  let schema: Schema

  func refusals() -> [Refusal] {
    var refusals: [Refusal] = []
    if message.place.comment.isEmpty {
      refusals.append(refusal(message.place, "message \(message.name) has no comment"))
    }
    if !message.name.isUpperCamel {
      refusals.append(refusal(message.place, "message \(message.name) is not UpperCamelCase"))
    }
    return refusals + message.fields.flatMap(refusals(of:))
  }

  private func refusals(of field: ProtoField) -> [Refusal] {
    let name = "\(message.name).\(field.name)"
    var refusals: [Refusal] = []
    if field.place.comment.isEmpty {
      refusals.append(refusal(field.place, "field \(name) has no comment"))
    }
    if !field.name.isLowerSnake {
      refusals.append(refusal(field.place, "field \(name) is not lower_snake_case"))
    }
    if field.kind == .message("google.protobuf.Timestamp"), !field.name.hasSuffix("_time") {
      refusals.append(refusal(field.place, "Timestamp field \(name) is not named *_time"))
    }
    if field.isPrepacked, !field.isRepeated || !field.isMessage && field.kind != .string {
      refusals.append(
        refusal(field.place, "field \(name) is prepacked and not repeated messages or texts"))
    }
    return refusals
  }

  private func refusal(_ place: Place, _ message: String) -> Refusal {
    Refusal(file: file, line: place.line, message: message)
  }
}

/// The house's rules for one enum.
struct EnumRules {
  let enumeration: ProtoEnum
  let file: String

  func refusals() -> [Refusal] {
    let name = enumeration.name
    let prefix = Naming.prefix(enumeration)
    var refusals: [Refusal] = []
    if enumeration.place.comment.isEmpty {
      refusals.append(refusal(enumeration.place, "enum \(name) has no comment"))
    }
    if let zero = enumeration.values.first(where: { $0.number == 0 }),
      zero.name != "\(prefix)UNSPECIFIED"
    {
      refusals.append(
        refusal(zero.place, "the zero of enum \(name) is not \(prefix)UNSPECIFIED"))
    }
    for value in enumeration.values {
      if value.place.comment.isEmpty {
        refusals.append(refusal(value.place, "enum value \(value.name) has no comment"))
      }
      if !value.name.hasPrefix(prefix) {
        refusals.append(refusal(value.place, "enum value \(value.name) does not begin \(prefix)"))
      }
      if value.number < 0 {
        refusals.append(refusal(value.place, "enum value \(value.name) is negative"))
      }
    }
    return refusals
  }

  private func refusal(_ place: Place, _ message: String) -> Refusal {
    Refusal(file: file, line: place.line, message: message)
  }
}
