import Testing

/// What is complained of in `siyu/demo/v1/thing.proto`, made of a head and these lines: the first of
/// them is line 5. The plugin's own lines only, without the file's name.
private func complaints(
  _ body: String, name: String = "siyu/demo/v1/thing.proto", package: String = "siyu.demo.v1",
  imports: String = "", syntax: String = "proto3"
) throws -> [String] {
  let text = """
    syntax = "\(syntax)";
    package \(package);
    import "siyu/common/v1/options.proto"; \(imports)

    \(body)
    """
  let protoc = try Protoc([name: text])
  let complaints = protoc.complaints.compactMap { line in
    line.hasPrefix("\(name):") ? String(line.dropFirst(name.count + 1)) : nil
  }
  .filter { !$0.contains("warning") }
  #expect(protoc.files.isEmpty == !complaints.isEmpty, "a refusal leaves no files")
  return complaints
}

private let mask = #"import "google/protobuf/field_mask.proto";"#
private let timestamp = #"import "google/protobuf/timestamp.proto";"#

/// A service with one method, whose right and comments are in order.
private func service(_ method: String, request: String = "", reply: String = "") -> String {
  """
  // A service.
  service ThingService {
    // A method.
    rpc \(method) { option (siyu.common.v1.right) = "things.write"; }
  }
  // A request.
  message Request {
  \(request)
  }
  // A reply.
  message Reply {
  \(reply)
  }
  """
}

private let requestID = "/* Id. */ string request_id = 1;"

@Suite("The rules for every proto")
struct SupportRulesTests {
  @Test("proto2 is refused")
  func syntax() throws {
    #expect(try complaints("// M.\nmessage M {}", syntax: "proto2").contains("1: is not proto3"))
  }

  @Test("Names that Swift or C has taken are refused")
  func takenNames() throws {
    #expect(
      try complaints(
        """
        // A type.
        message Type {
          // A base.
          string base = 1;
        }
        // An enum.
        enum Protocol {
          // Zero.
          PROTOCOL_UNSPECIFIED = 0;
        }
        """) == [
          "6: Swift cannot name a type 'Type'", "8: the field name 'base' is taken",
          "11: Swift cannot name a type 'Protocol'",
        ])
  }

  @Test("A message that holds itself is refused, a list of itself is not")
  func recursion() throws {
    #expect(
      try complaints(
        """
        // A.
        message A {
          // B.
          B b = 1;
          // List.
          repeated A list = 2;
        }
        // B.
        message B {
          // A.
          A a = 1;
        }
        """) == [
          "8: A holds itself through 'b'; make it repeated",
          "15: B holds itself through 'a'; make it repeated",
        ])
  }

  @Test("A map by truth is refused")
  func boolKeys() throws {
    #expect(
      try complaints(
        """
        // M.
        message M {
          // Names.
          map<bool, string> names = 1;
        }
        """) == ["8: a map cannot have bool keys"])
  }

  @Test("More than 128 fields are refused")
  func fieldCount() throws {
    let fields = (1...129).map { "/* F. */ int32 f\($0) = \($0);" }.joined(separator: "\n")
    #expect(
      try complaints("// M.\nmessage M {\n\(fields)\n}") == ["6: M has more than 128 fields"])
  }

  @Test("Files of others need no comments and no rights")
  func others() throws {
    #expect(
      try complaints(
        "message m { int32 Odd = 1; } service S { rpc Do(m) returns (m); }",
        name: "bench/v1/bench.proto", package: "elsewhere") == [])
  }
}

@Suite("The rules for our messages")
struct MessageRulesTests {
  @Test("A message, field, enum, value, service or method without a comment is refused")
  func comments() throws {
    #expect(
      try complaints(
        """
        message GetThingRequest {
          string name = 1;
          message Nested {
            string name = 1;
          }
          enum Kind {
            KIND_UNSPECIFIED = 0;
          }
        }
        service ThingService {
          rpc GetThing(GetThingRequest) returns (GetThingRequest) {
            option (siyu.common.v1.right) = "things.read";
          }
        }
        """) == [
          "5: message GetThingRequest has no comment",
          "6: field GetThingRequest.name has no comment",
          "7: message Nested has no comment",
          "8: field Nested.name has no comment",
          "10: enum Kind has no comment",
          "11: enum value KIND_UNSPECIFIED has no comment",
          "14: service ThingService has no comment",
          "15: GetThing has no comment",
        ])
  }

  @Test("A comment after the thing, on its line, is one too")
  func trailingComments() throws {
    #expect(try complaints("// M.\nmessage M {\n  string name = 1;  // The name.\n}") == [])
  }

  @Test("A map's hidden message needs no comment")
  func maps() throws {
    #expect(
      try complaints("// M.\nmessage M {\n  // Labels.\n  map<string, M> labels = 1;\n}") == [])
  }

  @Test("A package that is not its folder is refused")
  func folder() throws {
    #expect(
      try complaints("// M.\nmessage M {}", package: "siyu.other.v1") == [
        "2: the package 'siyu.other.v1' is not the folder 'siyu.demo.v1'"
      ])
  }

  @Test("Names in another style are refused")
  func names() throws {
    #expect(
      try complaints(
        """
        // M.
        message low_er {
          // F.
          string camelCase = 1;
          // F.
          string two__lines = 2;
          // F.
          string ends_ = 3;
        }
        """) == [
          "6: message low_er is not UpperCamelCase",
          "8: field low_er.camelCase is not lower_snake_case",
          "10: field low_er.two__lines is not lower_snake_case",
          "12: field low_er.ends_ is not lower_snake_case",
        ])
  }

  @Test("A Timestamp that is not named as a time is refused")
  func timestamps() throws {
    #expect(
      try complaints(
        """
        // M.
        message M {
          // Right.
          google.protobuf.Timestamp create_time = 1;
          // Wrong.
          google.protobuf.Timestamp created_at = 2;
        }
        """, imports: timestamp) == ["10: Timestamp field M.created_at is not named *_time"])
  }

  @Test("An enum whose zero is not UNSPECIFIED, or whose values lack its name, is refused")
  func enums() throws {
    #expect(
      try complaints(
        """
        // E.
        enum ThingKind {
          // Zero.
          THING_KIND_NONE = 0;
          // One.
          BIG = 1;
          // Minus.
          THING_KIND_MINUS = -1;
        }
        """) == [
          "8: the zero of enum ThingKind is not THING_KIND_UNSPECIFIED",
          "10: enum value BIG does not begin THING_KIND_",
          "12: enum value THING_KIND_MINUS is negative",
        ])
  }
}

@Suite("The rules for our services")
struct ServiceRulesTests {
  @Test("A method without a right, or with one that is no scope, is refused")
  func rights() throws {
    let words = "has no right; say option (siyu.common.v1.right) = \"customers.tags.read\""
    for option in ["", #"option (siyu.common.v1.right) = "write";"#] {
      #expect(
        try complaints(
          """
          // S.
          service ThingService {
            // Gets.
            rpc GetThing(M) returns (M) { \(option) }
          }
          // M.
          message M {}
          """) == ["8: GetThing \(words)"])
    }
  }

  @Test(
    "A data scope leads to a string or a uint32 of the request, or to anything that is to be empty",
    arguments: [
      ("part.userid", "part.userid", "which leads to no plain field of its request", false),
      ("parts.userid", "", "", true), ("parts.userid | part_id?", "", "", true),
      (
        "parts.userid | parts.count", "parts.count", "which is neither a string nor a uint32", false
      ),
      ("!parts.count", "", "", true), ("!parts", "", "", true),
      ("parts", "parts", "which is neither a string nor a uint32", false),
      ("", "", "which leads to no plain field of its request", false),
      ("parts.userid.x", "parts.userid.x", "which leads to no plain field of its request", false),
    ])
  func dataScope(entry: String, path: String, words: String, isTaken: Bool) throws {
    let complaints = try complaints(
      """
      // S.
      service ThingService {
        // Gets.
        rpc GetThing(Request) returns (Request) {
          option (siyu.common.v1.right) = "things.read";
          option (siyu.common.v1.data_scope) = "\(entry)";
        }
      }
      // R.
      message Request {
        // Parts.
        repeated Part parts = 1;
        // Id.
        uint32 part_id = 2;
      }
      // P.
      message Part {
        // Member.
        string userid = 1;
        // Count.
        int64 count = 2;
      }
      """)
    let complaint = "8: GetThing has the data_scope \"\(path)\", \(words)"
    #expect(complaints == (isTaken ? [] : [complaint]))
  }

  @Test("A stream of requests has no data scope")
  func streamedDataScope() throws {
    #expect(
      try complaints(
        """
        // S.
        service ThingService {
          // Imports.
          rpc ImportThings(stream Request) returns (Request) {
            option (siyu.common.v1.right) = "things.write";
            option (siyu.common.v1.data_scope) = "request_id";
          }
        }
        // R.
        message Request {
          // Id.
          string request_id = 1;
        }
        """) == ["8: ImportThings takes a stream of requests, so it has no data_scope"])
  }

  @Test(
    "Only repeated messages and texts can be prepacked",
    arguments: ["Part m", "string m", "repeated bytes m"])
  func prepacked(field: String) throws {
    #expect(
      try complaints(
        """
        // M.
        message M {
          // It.
          \(field) = 1 [(siyu.common.v1.prepacked) = true];
        }
        // P.
        message Part {}
        """) == ["8: field M.m is prepacked and not repeated messages or texts"])
  }

  @Test("A method that is not a verb and a noun, and a service not named so, are refused")
  func names() throws {
    #expect(
      try complaints(
        """
        // S.
        service Things {
          // Gets.
          rpc Get(M) returns (M) { option (siyu.common.v1.right) = "things.read"; }
        }
        // M.
        message M {}
        """) == ["6: service Things is not named *Service", "8: Get is not a verb and a noun"])
  }

  @Test(
    "A mutation without request_id is refused, whatever its verb and its streams",
    arguments: [
      "CreateThing(Request) returns (Reply)", "RemoveThing(Request) returns (Reply)",
      "ImportThings(stream Request) returns (Reply)", "GetawayThing(Request) returns (Reply)",
      "RunThings(Request) returns (stream Reply)",
    ])
  func mutations(method: String) throws {
    let name = method.prefix { $0 != "(" }
    let refused = ["8: \(name) changes something, but its request has no string request_id"]
    #expect(try complaints(service(method)) == refused)
    #expect(try complaints(service(method, request: "/* Id. */ int32 request_id = 1;")) == refused)
    #expect(try complaints(service(method, request: requestID)) == [])
  }

  @Test(
    "A reading method needs no request_id",
    arguments: ["GetThing", "BatchGetThings", "PreviewThing", "LookupThing", "CheckThing"])
  func reading(name: String) throws {
    #expect(try complaints(service("\(name)(Request) returns (Reply)")) == [])
    #expect(try complaints(service("WatchThings(Request) returns (stream Reply)")) == [])
  }

  @Test("An Update without a field mask is refused")
  func masks() throws {
    let update = "UpdateThing(Request) returns (Reply)"
    #expect(
      try complaints(service(update, request: requestID), imports: mask) == [
        "8: UpdateThing has no google.protobuf.FieldMask update_mask in its request"
      ])
    let whole = requestID + "\n/* Mask. */ google.protobuf.FieldMask update_mask = 2;"
    #expect(try complaints(service(update, request: whole), imports: mask) == [])
  }

  @Test("A List without pages is refused, a stream of all needs none")
  func lists() throws {
    #expect(
      try complaints(service("ListThings(Request) returns (Reply)")) == [
        "8: ListThings has no int32 page_size in its request",
        "8: ListThings has no string page_token in its request",
        "8: ListThings has no string next_page_token in its response",
      ])
    #expect(
      try complaints(
        service(
          "ListThings(Request) returns (Reply)",
          request: "/* S. */ int32 page_size = 1;\n/* T. */ string page_token = 2;",
          reply: "/* T. */ string next_page_token = 1;")) == [])
    #expect(try complaints(service("ListThings(Request) returns (stream Reply)")) == [])
  }
}
