/// The house's rules for one service and its methods.
struct ServiceRules {
  let service: ProtoService
  let file: String
  let schema: Schema

  /// The verbs that change nothing. Every other method is a mutation, and its request can be repeated
  /// without harm because it carries a request_id.
  private static let readingVerbs = [
    "Get", "List", "BatchGet", "Preview", "Watch", "Lookup", "Check", "Explain",
  ]

  /// The right of a method that anybody may call.
  static let publicRight = "public"

  func refusals() -> [Refusal] {
    var refusals: [Refusal] = []
    if service.place.comment.isEmpty {
      refusals.append(refusal(service.place, "service \(service.name) has no comment"))
    }
    if !service.name.isUpperCamel || !service.name.hasSuffix("Service") {
      refusals.append(refusal(service.place, "service \(service.name) is not named *Service"))
    }
    return refusals
      + service.methods.flatMap { method in
        messages(method).map { refusal(method.place, "\(method.name) \($0)") }
      }
  }

  private func messages(_ method: ProtoMethod) -> [String] {
    var messages: [String] = []
    let request = schema.messages[method.input]
    let reply = schema.messages[method.output]
    if method.place.comment.isEmpty { messages.append("has no comment") }
    if !Self.isVerbAndNoun(method.name) { messages.append("is not a verb and a noun") }
    if method.right != Self.publicRight, !Self.isScope(method.right ?? "") {
      messages.append("has no right; say option (siyu.common.v1.right) = \"customers.tags.read\"")
    }
    messages += DataScopeOption.mistakes(of: method, in: schema)
    if Self.isMutation(method), request?.field("request_id")?.isPlainString != true {
      messages.append("changes something, but its request has no string request_id")
    }
    if Self.has(method, verb: "Update"),
      request?.field("update_mask")?.kind != .message("google.protobuf.FieldMask")
    {
      messages.append("has no google.protobuf.FieldMask update_mask in its request")
    }
    if Self.has(method, verb: "List"), !method.serverStreaming, !method.clientStreaming {
      if request?.field("page_size")?.kind != .number(swift: "Int32") {
        messages.append("has no int32 page_size in its request")
      }
      if request?.field("page_token")?.isPlainString != true {
        messages.append("has no string page_token in its request")
      }
      if reply?.field("next_page_token")?.isPlainString != true {
        messages.append("has no string next_page_token in its response")
      }
    }
    return messages
  }

  static func isMutation(_ method: ProtoMethod) -> Bool {
    !readingVerbs.contains { has(method, verb: $0) }
  }

  /// Whether the first word of the name is the verb: `Getaway` does not get anything.
  private static func has(_ method: ProtoMethod, verb: String) -> Bool {
    guard method.name.hasPrefix(verb) else { return false }
    return method.name.dropFirst(verb.count).first?.isUppercase ?? true
  }

  private static func isVerbAndNoun(_ name: String) -> Bool {
    name.isUpperCamel && name.dropFirst().contains { $0.isUppercase }
      && name.dropFirst().first?.isLowercase == true
  }

  /// Words of small letters joined by dots, at least two.
  static func isScope(_ right: String) -> Bool {
    let words = right.split(separator: ".", omittingEmptySubsequences: false)
    return words.count >= 2 && words.allSatisfy { String($0).isLowerSnake }
  }

  private func refusal(_ place: Place, _ message: String) -> Refusal {
    Refusal(file: file, line: place.line, message: message)
  }
}
