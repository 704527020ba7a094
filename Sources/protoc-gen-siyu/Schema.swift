/// The protos of one run, as plain values: what rules judge and writers print.
struct Schema {
  var files: [ProtoFile]
  /// The names of the files that output is wanted for; the others are their imports.
  var wanted: Set<String>

  /// Every message and enum, by full name.
  private(set) var messages: [String: ProtoMessage] = [:]
  private(set) var enums: [String: ProtoEnum] = [:]

  init(files: [ProtoFile], wanted: Set<String>) {
    self.files = files
    self.wanted = wanted
    for file in files {
      file.enums.forEach { enums[$0.fullName] = $0 }
      file.messages.forEach { add($0) }
    }
  }

  private mutating func add(_ message: ProtoMessage) {
    messages[message.fullName] = message
    message.enums.forEach { enums[$0.fullName] = $0 }
    message.messages.forEach { add($0) }
  }

  var wantedFiles: [ProtoFile] { files.filter { wanted.contains($0.name) } }
}

/// Where something stands in its file, and the comment on it.
struct Place: Equatable {
  var line = 1
  var comment = ""
}

struct ProtoFile {
  var name: String
  var package: String
  var syntax: String
  var packageLine = 1
  var dependencies: [String]
  var messages: [ProtoMessage]
  var enums: [ProtoEnum]
  var services: [ProtoService]
  /// The packed FileDescriptorProto, without comments and positions.
  var descriptor: [UInt8]

  /// Every message, nested ones and those of maps included.
  var allMessages: [ProtoMessage] { messages.flatMap(\.withNested) }

  /// Every enum, nested ones included.
  var allEnums: [ProtoEnum] { enums + allMessages.flatMap(\.enums) }
}

struct ProtoMessage {
  var name: String
  var fullName: String
  var place = Place()
  var fields: [ProtoField]
  var oneofs: [ProtoOneof]
  var messages: [ProtoMessage]
  var enums: [ProtoEnum]
  /// Whether protoc made it up for a map field.
  var isMapEntry = false

  var withNested: [ProtoMessage] { [self] + messages.flatMap(\.withNested) }

  func field(_ name: String) -> ProtoField? { fields.first { $0.name == name } }
}

struct ProtoField {
  var name: String
  var number: Int32
  var kind: FieldKind
  var isRepeated = false
  /// Whether it has the word `optional`, and so presence.
  var isOptional = false
  /// The value of the option `siyu.common.v1.prepacked`.
  var isPrepacked = false
  /// The name of the oneof it is in; nil for `optional`, which protoc makes a oneof of its own.
  var oneof: String?
  var place = Place()

  var isMessage: Bool {
    if case .message = kind { true } else { false }
  }
}

enum FieldKind: Equatable {
  case number(swift: String)
  case bool
  case string
  case bytes
  case message(String)
  case enumeration(String)
  /// Groups, of proto2.
  case group
}

struct ProtoOneof {
  var name: String
  var place = Place()
}

struct ProtoEnum {
  var name: String
  var fullName: String
  var place = Place()
  var values: [ProtoEnumValue]
}

struct ProtoEnumValue {
  var name: String
  var number: Int32
  var place = Place()
}

struct ProtoService {
  var name: String
  var fullName: String
  var place = Place()
  var methods: [ProtoMethod]
}

struct ProtoMethod {
  var name: String
  var input: String
  var output: String
  var clientStreaming = false
  var serverStreaming = false
  /// The value of the option `siyu.common.v1.right`.
  var right: String?
  /// The values of the option `siyu.common.v1.data_scope`.
  var dataScope: [String] = []
  var place = Place()
}
