import CMessages
import CProtobufC

/// Reads a `CodeGeneratorRequest` into a `Schema`.
enum SchemaReader {
  /// The field number of the option `siyu.common.v1.right`.
  static let rightOption: UInt32 = 50001
  /// The field number of the option `siyu.common.v1.prepacked`.
  static let prepackedOption: UInt32 = 50002
  /// The field number of the option `siyu.common.v1.data_scope`.
  static let dataScopeOption: UInt32 = 50003

  typealias Request = UnsafeMutablePointer<Google__Protobuf__Compiler__CodeGeneratorRequest>

  static func schema(_ request: Request) -> Schema {
    let files = list(request.pointee.n_proto_file, request.pointee.proto_file).map(file)
    let wanted = texts(request.pointee.n_file_to_generate, request.pointee.file_to_generate)
    return Schema(files: files, wanted: Set(wanted))
  }

  private static func file(
    _ source: UnsafeMutablePointer<Google__Protobuf__FileDescriptorProto>
  ) -> ProtoFile {
    let file = source.pointee
    let places = Places(file.source_code_info)
    let package = text(file.package)
    return ProtoFile(
      name: text(file.name), package: package, syntax: text(file.syntax),
      packageLine: places[[2]].line,
      dependencies: texts(file.n_dependency, file.dependency),
      messages: list(file.n_message_type, file.message_type).enumerated().map {
        message($1, in: package, [4, Int32($0)], places)
      },
      enums: list(file.n_enum_type, file.enum_type).enumerated().map {
        enumeration($1, in: package, [5, Int32($0)], places)
      },
      services: list(file.n_service, file.service).enumerated().map {
        service($1, in: package, [6, Int32($0)], places)
      },
      descriptor: descriptor(source))
  }

  /// The file without its source info, packed.
  private static func descriptor(
    _ source: UnsafeMutablePointer<Google__Protobuf__FileDescriptorProto>
  ) -> [UInt8] {
    let info = source.pointee.source_code_info
    source.pointee.source_code_info = nil
    defer { source.pointee.source_code_info = info }
    return [UInt8](
      unsafeUninitializedCapacity: google__protobuf__file_descriptor_proto__get_packed_size(source)
    ) { buffer, count in
      count = google__protobuf__file_descriptor_proto__pack(source, buffer.baseAddress)
    }
  }

  private static func message(
    _ source: UnsafeMutablePointer<Google__Protobuf__DescriptorProto>, in scope: String,
    _ path: [Int32], _ places: Places
  ) -> ProtoMessage {
    let fullName = joined(scope, text(source.pointee.name))
    let oneofs = list(source.pointee.n_oneof_decl, source.pointee.oneof_decl)
      .enumerated().map {
        ProtoOneof(name: text($1.pointee.name), place: places[path + [8, Int32($0)]])
      }
    let fields = list(source.pointee.n_field, source.pointee.field).enumerated().map {
      field($1, oneofs, places[path + [2, Int32($0)]])
    }
    let used = Set(fields.compactMap(\.oneof))
    return ProtoMessage(
      name: text(source.pointee.name), fullName: fullName, place: places[path], fields: fields,
      oneofs: oneofs.filter { used.contains($0.name) },
      messages: list(source.pointee.n_nested_type, source.pointee.nested_type).enumerated().map {
        message($1, in: fullName, path + [3, Int32($0)], places)
      },
      enums: list(source.pointee.n_enum_type, source.pointee.enum_type).enumerated().map {
        enumeration($1, in: fullName, path + [4, Int32($0)], places)
      },
      isMapEntry: source.pointee.options?.pointee.map_entry == 1)
  }

  private static func field(
    _ source: UnsafeMutablePointer<Google__Protobuf__FieldDescriptorProto>,
    _ oneofs: [ProtoOneof], _ place: Place
  ) -> ProtoField {
    let field = source.pointee
    let isOptional = field.has_proto3_optional != 0 && field.proto3_optional != 0
    return ProtoField(
      name: text(field.name), number: field.number, kind: kind(field),
      isRepeated: field.label.rawValue == 3, isOptional: isOptional,
      isPrepacked: option(prepackedOption, in: field.options?.pointee.base).map { $0 != [0] }
        ?? false,
      oneof: field.has_oneof_index != 0 && !isOptional
        ? oneofs[Int(field.oneof_index)].name : nil,
      place: place)
  }

  /// The numbers are those of `FieldDescriptorProto.Type`.
  private static func kind(_ field: Google__Protobuf__FieldDescriptorProto) -> FieldKind {
    switch field.type.rawValue {
    case 1: .number(swift: "Double")
    case 2: .number(swift: "Float")
    case 3, 16, 18: .number(swift: "Int64")
    case 4, 6: .number(swift: "UInt64")
    case 5, 15, 17: .number(swift: "Int32")
    case 7, 13: .number(swift: "UInt32")
    case 8: .bool
    case 9: .string
    case 11: .message(typeName(field.type_name))
    case 12: .bytes
    case 14: .enumeration(typeName(field.type_name))
    default: .group
    }
  }

  private static func enumeration(
    _ source: UnsafeMutablePointer<Google__Protobuf__EnumDescriptorProto>, in scope: String,
    _ path: [Int32], _ places: Places
  ) -> ProtoEnum {
    ProtoEnum(
      name: text(source.pointee.name), fullName: joined(scope, text(source.pointee.name)),
      place: places[path],
      values: list(source.pointee.n_value, source.pointee.value).enumerated().map {
        ProtoEnumValue(
          name: text($1.pointee.name), number: $1.pointee.number,
          place: places[path + [2, Int32($0)]])
      })
  }

  private static func service(
    _ source: UnsafeMutablePointer<Google__Protobuf__ServiceDescriptorProto>, in scope: String,
    _ path: [Int32], _ places: Places
  ) -> ProtoService {
    ProtoService(
      name: text(source.pointee.name), fullName: joined(scope, text(source.pointee.name)),
      place: places[path],
      methods: list(source.pointee.n_method, source.pointee.method).enumerated().map {
        ProtoMethod(
          name: text($1.pointee.name), input: typeName($1.pointee.input_type),
          output: typeName($1.pointee.output_type),
          clientStreaming: $1.pointee.client_streaming != 0,
          serverStreaming: $1.pointee.server_streaming != 0,
          right: texts(rightOption, in: $1.pointee.options).last,
          dataScope: texts(dataScopeOption, in: $1.pointee.options),
          place: places[path + [2, Int32($0)]])
      })
  }

  /// Each a text: its length, then its bytes.
  private static func texts(
    _ tag: UInt32, in options: UnsafeMutablePointer<Google__Protobuf__MethodOptions>?
  ) -> [String] {
    values(of: tag, in: options?.pointee.base).map { bytes in
      String(decoding: bytes.drop { $0 & 0x80 != 0 }.dropFirst(), as: UTF8.self)
    }
  }

  private static func option(_ tag: UInt32, in base: ProtobufCMessage?) -> [UInt8]? {
    values(of: tag, in: base).first
  }

  /// Our options are extensions, so protobuf-c keeps them as unknown fields. The bytes behind the tags.
  private static func values(of tag: UInt32, in base: ProtobufCMessage?) -> [[UInt8]] {
    guard let base else { return [] }
    return UnsafeBufferPointer(start: base.unknown_fields, count: Int(base.n_unknown_fields))
      .filter { $0.tag == tag }
      .map { [UInt8](UnsafeBufferPointer(start: $0.data, count: $0.len)) }
  }

  static func text(_ source: UnsafePointer<CChar>?) -> String {
    source.map { String(cString: $0) } ?? ""
  }

  static func texts(
    _ count: Int, _ source: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
  ) -> [String] {
    (0..<count).map { text(source![$0]) }
  }

  static func list<CStruct>(
    _ count: Int, _ source: UnsafeMutablePointer<UnsafeMutablePointer<CStruct>?>?
  ) -> [UnsafeMutablePointer<CStruct>] {
    (0..<count).map { source![$0]! }
  }

  private static func typeName(_ source: UnsafePointer<CChar>?) -> String {
    String(text(source).drop { $0 == "." })
  }

  private static func joined(_ scope: String, _ name: String) -> String {
    scope.isEmpty ? name : "\(scope).\(name)"
  }
}

/// The places of a file's elements, by their path in the descriptor.
private struct Places {
  private var places: [[Int32]: Place] = [:]

  init(_ info: UnsafeMutablePointer<Google__Protobuf__SourceCodeInfo>?) {
    guard let info = info?.pointee else { return }
    for location in SchemaReader.list(info.n_location, info.location) {
      let location = location.pointee
      let path = (0..<location.n_path).map { location.path[$0] }
      let leading = SchemaReader.text(location.leading_comments)
      places[path] = Place(
        line: Int(location.span[0]) + 1,
        comment: leading.isEmpty ? SchemaReader.text(location.trailing_comments) : leading)
    }
  }

  subscript(path: [Int32]) -> Place { places[path] ?? Place() }
}
