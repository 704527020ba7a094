import CMessages
import CProtobufC
import Glibc

/// Prepares a request for protoc-gen-c, so that our protos need not speak of C.
///
/// Strings become pointer and length (`string_as_bytes`), lists of numbers are packed as proto3 says,
/// and what we do not use is left out: services, the pack functions of each message, comments, and
/// files that hold nothing but options, which would drag all of descriptor.proto into C.
enum Rewriting {
  /// The field number of protoc-gen-c's own options, in each kind of options message.
  private static let options: UInt32 = 1019
  /// `ProtobufCFieldOptions{string_as_bytes: true}`
  private static let stringAsBytes: [UInt8] = [2, 0x08, 1]
  /// `ProtobufCFileOptions{gen_pack_helpers: false}`
  private static let noPackFunctions: [UInt8] = [2, 0x10, 0]

  static func rewrite(_ request: SchemaReader.Request) {
    let files = SchemaReader.list(request.pointee.n_proto_file, request.pointee.proto_file)
    let hollow = Set(
      files.filter { $0.pointee.n_message_type == 0 && $0.pointee.n_enum_type == 0 }
        .map { SchemaReader.text($0.pointee.name) })
    keep(
      &request.pointee.n_file_to_generate, request.pointee.file_to_generate, without: hollow)
    for file in files {
      keep(&file.pointee.n_dependency, file.pointee.dependency, without: hollow)
      file.pointee.n_public_dependency = 0
      file.pointee.n_weak_dependency = 0
      file.pointee.n_service = 0
      file.pointee.source_code_info = nil
      if file.pointee.options == nil {
        file.pointee.options = made(google__protobuf__file_options__init)
      }
      add(noPackFunctions, to: &file.pointee.options.pointee.base)
      SchemaReader.list(file.pointee.n_message_type, file.pointee.message_type).forEach(message)
    }
  }

  private static func message(_ message: UnsafeMutablePointer<Google__Protobuf__DescriptorProto>) {
    SchemaReader.list(message.pointee.n_field, message.pointee.field).forEach(field)
    SchemaReader.list(message.pointee.n_nested_type, message.pointee.nested_type)
      .forEach(self.message)
  }

  private static func field(
    _ field: UnsafeMutablePointer<Google__Protobuf__FieldDescriptorProto>
  ) {
    // Our own copies from and to the C struct are no use that a compiler should warn of.
    field.pointee.options?.pointee.has_deprecated = 0
    let type = field.pointee.type.rawValue
    let isString = type == 9
    // Everything but strings, groups, messages and bytes can be packed.
    let isPackable = field.pointee.label.rawValue == 3 && !(9...12).contains(type)
    guard isString || isPackable else { return }
    if field.pointee.options == nil {
      field.pointee.options = made(google__protobuf__field_options__init)
    }
    if isString {
      add(stringAsBytes, to: &field.pointee.options.pointee.base)
    } else if field.pointee.options.pointee.has_packed == 0 {
      field.pointee.options.pointee.has_packed = 1
      field.pointee.options.pointee.packed = 1
    }
  }

  /// Drops names from a C list, in place.
  private static func keep(
    _ count: inout Int, _ list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
    without dropped: Set<String>
  ) {
    var kept = 0
    for index in 0..<count where !dropped.contains(SchemaReader.text(list![index])) {
      list![kept] = list![index]
      kept += 1
    }
    count = kept
  }

  /// Adds an option as a field that protobuf-c does not know and so packs as it is. The memory lives
  /// as long as the program, which ends when the request is written.
  private static func add(_ value: [UInt8], to message: inout ProtobufCMessage) {
    let old = UnsafeBufferPointer(
      start: message.unknown_fields, count: Int(message.n_unknown_fields))
    let data = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: value.count)
    _ = data.initialize(from: value)
    let fields = UnsafeMutableBufferPointer<ProtobufCMessageUnknownField>
      .allocate(capacity: old.count + 1)
    _ = fields.initialize(
      from: old + [
        ProtobufCMessageUnknownField(
          tag: options, wire_type: PROTOBUF_C_WIRE_TYPE_LENGTH_PREFIXED, len: value.count,
          data: data.baseAddress)
      ])
    message.unknown_fields = fields.baseAddress
    message.n_unknown_fields = UInt32(fields.count)
  }

  private static func made<CStruct>(
    _ initialize: (UnsafeMutablePointer<CStruct>?) -> Void
  ) -> UnsafeMutablePointer<CStruct> {
    let made = UnsafeMutablePointer<CStruct>.allocate(capacity: 1)
    initialize(made)
    return made
  }
}
