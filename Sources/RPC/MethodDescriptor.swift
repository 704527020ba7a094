/// What a caller must hold to be let in, as the proto's method option says it.
package enum Right: Sendable, Hashable {
  /// Anybody who reaches the port: health, reflection, and what asks for a token.
  case open
  /// A caller whose token carries this scope.
  case scope(String)
}

/// One method of a service, as generated code knows it. A class, so that a call passes it on with
/// one reference and not with each of its strings.
@usableFromInline
package final class MethodDescriptor: Sendable {
  /// The full name of the service, `siyu.customers.v1.TagService`.
  package let service: String
  package let name: String
  /// What stands in `:path`: `/service/name`, compared byte for byte.
  package let path: String
  @usableFromInline package let clientStreaming: Bool
  @usableFromInline package let serverStreaming: Bool
  package let right: Right
  /// Whether it changes something, as its name says.
  package let mutates: Bool
  /// Whose data its requests are about; nil when that cannot be told of one alone.
  package let dataScope: DataScopeRule?

  package init(
    service: String, name: String, clientStreaming: Bool = false, serverStreaming: Bool = false,
    right: Right, mutates: Bool = false, dataScope: DataScopeRule? = nil
  ) {
    self.service = service
    self.name = name
    self.path = "/\(service)/\(name)"
    self.clientStreaming = clientStreaming
    self.serverStreaming = serverStreaming
    self.right = right
    self.mutates = mutates
    self.dataScope = dataScope
  }
}

extension MethodDescriptor: Hashable {
  @usableFromInline
  package static func == (one: MethodDescriptor, other: MethodDescriptor) -> Bool {
    one === other
      || one.path == other.path && one.right == other.right
        && one.clientStreaming == other.clientStreaming
        && one.serverStreaming == other.serverStreaming
  }

  @usableFromInline
  package func hash(into hasher: inout Hasher) { hasher.combine(path) }
}

/// One service of a proto file and its methods, in the order of the file.
package struct ServiceDescriptor: Sendable, Hashable {
  package let fullName: String
  package let methods: [MethodDescriptor]

  package init(fullName: String, methods: [MethodDescriptor]) {
    self.fullName = fullName
    self.methods = methods
  }
}
