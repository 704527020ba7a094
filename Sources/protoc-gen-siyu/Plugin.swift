import CMessages
import CProtobufC
import Glibc

/// protoc-gen-siyu: a plugin of protoc, which speaks packed messages over standard input and output.
///
/// Without an argument it answers a request with Swift files, or refuses protos that break the house's
/// rules. With the argument `rewrite` it prints the request that protoc-gen-c should get instead.
@main
enum Plugin {
  static func main() {
    let input = read(descriptor: 0)
    guard
      let request = google__protobuf__compiler__code_generator_request__unpack(
        nil, input.count, input)
    else {
      complain(["protoc-gen-siyu: standard input is no CodeGeneratorRequest; protoc runs this."])
      exit(2)
    }
    switch CommandLine.arguments.dropFirst() {
    case []: write(answer(to: request))
    case ["rewrite"]:
      Rewriting.rewrite(request)
      write(
        packed(
          google__protobuf__compiler__code_generator_request__get_packed_size(request)
        ) { google__protobuf__compiler__code_generator_request__pack(request, $0) })
    default:
      complain(["usage: protoc-gen-siyu [rewrite] < request > answer"])
      exit(2)
    }
  }

  /// The packed `CodeGeneratorResponse`. Refusals go to standard error, one a line, for protoc would
  /// put its own words before them.
  private static func answer(to request: SchemaReader.Request) -> [UInt8] {
    let schema = SchemaReader.schema(request)
    let refusals = Rules(schema: schema).refusals()
    guard refusals.isEmpty else {
      complain(refusals.map(\.description))
      let count = refusals.count == 1 ? "1 rule is broken" : "\(refusals.count) rules are broken"
      return Response(files: [], error: count).packed()
    }
    return Response(files: SourceWriter(schema: schema).files(), error: nil).packed()
  }

  static func packed(
    _ size: Int, _ pack: (UnsafeMutablePointer<UInt8>?) -> Int
  ) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: size) { $1 = pack($0.baseAddress) }
  }

  private static func read(descriptor: Int32) -> [UInt8] {
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      guard count > 0 else { return all }
      all += chunk[..<count]
    }
  }

  private static func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
      guard count > 0 else { exit(1) }
      rest = rest.dropFirst(count)
    }
  }

  private static func complain(_ lines: [String]) {
    let text = Array((lines.joined(separator: "\n") + "\n").utf8)
    _ = Glibc.write(2, text, text.count)
  }
}

/// What the plugin answers: files, or the reason why there are none.
private struct Response {
  let files: [OutputFile]
  let error: String?

  /// FEATURE_PROTO3_OPTIONAL: protoc lets no plugin see `optional` that does not say so.
  private static let features: UInt64 = 1

  /// The memory of the C form is never freed: the program ends right after.
  func packed() -> [UInt8] {
    var response = Google__Protobuf__Compiler__CodeGeneratorResponse()
    google__protobuf__compiler__code_generator_response__init(&response)
    response.has_supported_features = 1
    response.supported_features = Self.features
    response.error = error.flatMap { strdup($0) }
    let list = UnsafeMutablePointer<
      UnsafeMutablePointer<Google__Protobuf__Compiler__CodeGeneratorResponse__File>?
    >.allocate(capacity: files.count)
    for (index, file) in files.enumerated() {
      let entry = UnsafeMutablePointer<Google__Protobuf__Compiler__CodeGeneratorResponse__File>
        .allocate(capacity: 1)
      google__protobuf__compiler__code_generator_response__file__init(entry)
      entry.pointee.name = strdup(file.name)
      entry.pointee.content = strdup(file.content)
      list[index] = entry
    }
    response.n_file = files.count
    response.file = list
    return Plugin.packed(
      google__protobuf__compiler__code_generator_response__get_packed_size(&response)
    ) { google__protobuf__compiler__code_generator_response__pack(&response, $0) }
  }
}
