/// Names in Swift and in C for names in protos.
enum Naming {
  /// The Swift namespace of a package: `siyu.customers.v1` is `CustomersV1`, for all our own packages
  /// begin with siyu.
  static func namespace(_ package: String) -> String {
    let parts = package.split(separator: ".")
    return parts.drop { $0 == "siyu" }
      .map { part in
        part.split(separator: "_").map { capitalized(String($0)) }.joined()
      }
      .joined()
  }

  /// The Swift type of a message or enum by its full name.
  static func type(_ fullName: String, in schema: Schema) -> String {
    let package = package(of: fullName, in: schema)
    let nested = fullName.dropFirst(package.isEmpty ? 0 : package.count + 1)
      .split(separator: ".").map { escaped(String($0)) }
    return ([namespace(package)] + nested).joined(separator: ".")
  }

  private static func package(of fullName: String, in schema: Schema) -> String {
    schema.files.map(\.package)
      .filter { fullName.hasPrefix("\($0).") }
      .max { $0.count < $1.count } ?? ""
  }

  /// `external_userid` is `externalUserid`; a last word id, ids, url or urls is `ID`, `IDs` …
  static func property(_ name: String) -> String {
    let words = name.lowercased().split(separator: "_").map(String.init)
    let initials = ["id": "ID", "ids": "IDs", "url": "URL", "urls": "URLs"]
    var result = words.first ?? ""
    for (index, word) in words.enumerated().dropFirst() {
      let isLast = index == words.count - 1
      result += (isLast ? initials[word] : nil) ?? capitalized(word)
    }
    return result.first?.isNumber == true ? "_\(result)" : result
  }

  /// The name where it is declared or could be taken for a keyword.
  static func escaped(_ name: String) -> String {
    keywords.contains(name) ? "`\(name)`" : name
  }

  /// `GetTag` is `getTag`.
  static func method(_ name: String) -> String {
    name.prefix(1).lowercased() + name.dropFirst()
  }

  static func oneofType(_ name: String) -> String {
    capitalized(property(name))
  }

  /// The Swift members of an enum's values, without the prefix that all of them share with the enum.
  static func members(_ enumeration: ProtoEnum) -> [String] {
    let prefix = prefix(enumeration)
    let shared = enumeration.values.allSatisfy {
      $0.name.hasPrefix(prefix) && $0.name.count > prefix.count
    }
    return enumeration.values.map { property(String($0.name.dropFirst(shared ? prefix.count : 0))) }
  }

  /// `DepartmentKind` asks for `DEPARTMENT_KIND_`.
  static func prefix(_ enumeration: ProtoEnum) -> String {
    snake(enumeration.name).uppercased() + "_"
  }

  /// The struct of protoc-c: `siyu.customers.v1.Tag` is `Siyu__Customers__V1__Tag`.
  static func cType(_ fullName: String) -> String {
    fullName.split(separator: ".")
      .map { part in part.split(separator: "_").map { capitalized(String($0)) }.joined() }
      .joined(separator: "__")
  }

  /// The function of protoc-c that makes an empty struct.
  static func cInitializer(_ fullName: String) -> String {
    fullName.split(separator: ".").map { snake(String($0)) }.joined(separator: "__") + "__init"
  }

  /// The member of protoc-c's struct: C++ keywords get a line after them.
  static func cField(_ name: String) -> String {
    let name = name.lowercased()
    return cKeywords.contains(name) ? "\(name)_" : name
  }

  static func capitalized(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  /// A line before each capital that follows a small letter or digit, as protoc-c does it.
  static func snake(_ name: String) -> String {
    var result = ""
    var wasUpper = true
    for character in name {
      if character.isUppercase, !wasUpper { result += "_" }
      result += character.lowercased()
      wasUpper = character.isUppercase
    }
    return result
  }

  private static let keywords: Set<String> = [
    "Any", "Self", "as", "associatedtype", "borrowing", "break", "case", "catch", "class",
    "consuming", "continue", "default", "defer", "deinit", "do", "else", "enum", "extension",
    "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "init",
    "inout", "internal", "is", "let", "nil", "operator", "package", "precedencegroup", "private",
    "protocol", "public", "repeat", "rethrows", "return", "self", "static", "struct", "subscript",
    "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
  ]

  private static let cKeywords: Set<String> = [
    "and", "and_eq", "asm", "auto", "bitand", "bitor", "bool", "break", "case", "catch", "char",
    "class", "compl", "const", "const_cast", "continue", "default", "delete", "do", "double",
    "dynamic_cast", "else", "enum", "explicit", "extern", "false", "float", "for", "friend", "goto",
    "if", "inline", "int", "long", "mutable", "namespace", "new", "not", "not_eq", "operator", "or",
    "or_eq", "private", "protected", "public", "register", "reinterpret_cast", "return", "short",
    "signed", "sizeof", "static", "static_cast", "struct", "switch", "template", "this", "throw",
    "true", "try", "typedef", "typeid", "typename", "union", "unsigned", "using", "virtual", "void",
    "volatile", "wchar_t", "while", "xor", "xor_eq",
  ]
}
