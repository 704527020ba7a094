/// A broken rule, and where.
struct Refusal: Equatable, CustomStringConvertible {
  let file: String
  let line: Int
  let message: String

  var description: String { "\(file):\(line): \(message)" }
}

/// What a proto must keep to. The first rules hold for every file, because Messages and protobuf-c
/// cannot do otherwise; the rest is our house style, and holds for siyu packages.
struct Rules {
  let schema: Schema

  /// Refused at pack and unpack too: sub-messages seen are counted in a set of so many bits.
  static let largestFieldCount = 128

  /// Names that Swift or the C structs have taken.
  private static let takenTypeNames: Set<String> = ["Type", "Protocol", "Self"]
  private static let takenFieldNames: Set<String> = ["base", "self", "init", "layout", "full_name"]

  func refusals() -> [Refusal] {
    schema.wantedFiles.flatMap { file in
      let judged = support(file) + (isOurs(file) ? style(file) : [])
      return judged.sorted { $0.line < $1.line }
    }
  }

  private func isOurs(_ file: ProtoFile) -> Bool { file.package.hasPrefix("siyu.") }

  // MARK: What can be generated at all

  private func support(_ file: ProtoFile) -> [Refusal] {
    var refusals: [Refusal] = []
    func refuse(_ place: Place, _ message: String) {
      refusals.append(Refusal(file: file.name, line: place.line, message: message))
    }
    if file.syntax != "proto3" { refuse(Place(), "is not proto3") }
    for message in file.allMessages where !message.isMapEntry {
      if Self.takenTypeNames.contains(message.name) {
        refuse(message.place, "Swift cannot name a type '\(message.name)'")
      }
      if message.fields.count > Self.largestFieldCount {
        refuse(message.place, "\(message.name) has more than \(Self.largestFieldCount) fields")
      }
      for field in message.fields {
        if Self.takenFieldNames.contains(field.name) {
          refuse(field.place, "the field name '\(field.name)' is taken")
        }
        if field.kind == .group { refuse(field.place, "groups are not supported") }
        if holdsItself(message, field) {
          refuse(
            field.place, "\(message.name) holds itself through '\(field.name)'; make it repeated")
        }
        if mapKey(field) == .bool { refuse(field.place, "a map cannot have bool keys") }
      }
    }
    for enumeration in file.allEnums where Self.takenTypeNames.contains(enumeration.name) {
      refuse(enumeration.place, "Swift cannot name a type '\(enumeration.name)'")
    }
    return refusals
  }

  /// A struct cannot contain itself; a list or map of itself it can.
  private func holdsItself(_ message: ProtoMessage, _ field: ProtoField) -> Bool {
    var waiting = [field]
    var seen: Set<String> = []
    while let next = waiting.popLast() {
      guard case .message(let type) = next.kind, !next.isRepeated, seen.insert(type).inserted
      else { continue }
      if type == message.fullName { return true }
      waiting += schema.messages[type]?.fields ?? []
    }
    return false
  }

  private func mapKey(_ field: ProtoField) -> FieldKind? {
    guard case .message(let type) = field.kind, let entry = schema.messages[type],
      entry.isMapEntry
    else { return nil }
    return entry.fields[0].kind
  }

  // MARK: House style

  private func style(_ file: ProtoFile) -> [Refusal] {
    var refusals: [Refusal] = []
    let folder = file.name.split(separator: "/").dropLast().joined(separator: ".")
    if folder != file.package {
      refusals.append(
        Refusal(
          file: file.name, line: file.packageLine,
          message: "the package '\(file.package)' is not the folder '\(folder)'"))
    }
    for message in file.allMessages where !message.isMapEntry {
      refusals += MessageRules(message: message, file: file.name, schema: schema).refusals()
    }
    for enumeration in file.allEnums {
      refusals += EnumRules(enumeration: enumeration, file: file.name).refusals()
    }
    for service in file.services {
      refusals += ServiceRules(service: service, file: file.name, schema: schema).refusals()
    }
    return refusals
  }
}

extension String {
  /// Words of small letters and digits joined by single lines, beginning with a letter.
  var isLowerSnake: Bool {
    let words = split(separator: "_", omittingEmptySubsequences: false)
    return first?.isLowercase == true
      && words.allSatisfy { word in
        !word.isEmpty && word.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) }
      }
  }

  /// Capitalized words: letters and digits, beginning with a capital.
  var isUpperCamel: Bool {
    first?.isUppercase == true && allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }
}
