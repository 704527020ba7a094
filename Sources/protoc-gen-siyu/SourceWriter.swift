/// A file of output.
struct OutputFile: Equatable {
  var name: String
  var content: String
}

/// The Swift files for a schema: one a proto file, the namespaces, and the descriptors.
struct SourceWriter {
  let schema: Schema

  /// The first lines of every file. It is not ours to format.
  private static let head = [
    "// Written by protoc-gen-siyu; change the proto and run compose/generate.",
    "// swift-format-ignore-file",
    "",
  ]

  func files() -> [OutputFile] {
    let sources = schema.wantedFiles.filter(hasContent).map(source)
    return sources + [namespaces(), descriptors()]
  }

  /// A file of options alone gives no Swift.
  private func hasContent(_ file: ProtoFile) -> Bool {
    !file.messages.isEmpty || !file.enums.isEmpty || !file.services.isEmpty
  }

  private func source(_ file: ProtoFile) -> OutputFile {
    var page = Page()
    Self.head.forEach { page.line($0) }
    if !file.messages.isEmpty { page.line("import CMessages") }
    // Swift warns of an import that is more visible than its uses.
    if !file.messages.isEmpty {
      page.line("package import Protobuf")
    } else if !file.enums.isEmpty {
      page.line("import Protobuf")
    }
    if !file.services.isEmpty { page.line("package import RPC") }
    page.line()
    page.block("extension \(Naming.namespace(file.package))") { page in
      var isFirst = true
      func separate(_ page: inout Page) {
        if !isFirst { page.line() }
        isFirst = false
      }
      for service in file.services {
        separate(&page)
        ServiceWriter(service: service, schema: schema).write(&page)
      }
      for enumeration in file.enums {
        separate(&page)
        EnumWriter(enumeration: enumeration).write(&page)
      }
      for message in file.messages {
        separate(&page)
        MessageStructWriter(message: message, schema: schema).write(&page)
      }
    }
    return OutputFile(name: Self.swiftName(file.name), content: page.text)
  }

  /// `siyu/customers/v1/tag.proto` gives `siyu_customers_v1_tag.swift`: Swift wants the names of a
  /// module's files to differ without their folders.
  private static func swiftName(_ name: String) -> String {
    String(name.dropLast(".proto".count).map { $0 == "/" ? "_" : $0 }) + ".swift"
  }

  private func namespaces() -> OutputFile {
    var page = Page()
    Self.head.forEach { page.line($0) }
    let packages = Set(schema.wantedFiles.filter(hasContent).map(\.package)).sorted()
    for (index, package) in packages.enumerated() {
      if index > 0 { page.line() }
      page.line("/// The messages and services of the package `\(package)`.")
      page.line("package enum \(Naming.namespace(package)) {}")
    }
    return OutputFile(name: "Namespaces.swift", content: page.text)
  }

  private func descriptors() -> OutputFile {
    var page = Page()
    Self.head.forEach { page.line($0) }
    page.line("package import Protobuf")
    page.line()
    page.line("/// Every proto file this module is made of, and those they import.")
    page.block("package enum FileDescriptors") { page in
      page.line("package static let all: [Protobuf.FileDescriptorEntry] = [")
      for index in schema.files.indices { page.line("  file\(index),") }
      page.line("]")
      for (index, file) in schema.files.sorted(by: { $0.name < $1.name }).enumerated() {
        page.line()
        page.line("private static let file\(index) = Protobuf.FileDescriptorEntry(")
        page.line("  name: \"\(file.name)\",")
        page.line("  dependencies: \(file.dependencies),")
        page.line("  symbols: \(symbols(file)),")
        page.line("  base64: \"\(Base64.text(file.descriptor))\")")
      }
    }
    return OutputFile(name: "FileDescriptors.swift", content: page.text)
  }

  private func symbols(_ file: ProtoFile) -> [String] {
    file.allMessages.filter { !$0.isMapEntry }.map(\.fullName) + file.allEnums.map(\.fullName)
      + file.services.flatMap { service in
        [service.fullName] + service.methods.map { "\(service.fullName).\($0.name)" }
      }
  }
}

enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

  static func text(_ bytes: [UInt8]) -> String {
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for index in 0...group.count { text.append(alphabet[bits >> (18 - 6 * index) & 63]) }
      text += String(repeating: "=", count: 3 - group.count)
    }
    return text
  }
}
