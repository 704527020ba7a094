/// What a caller must hold to be let in, as the proto's method option says it.
package enum Right: Sendable, Hashable {
  /// Anybody who reaches the port: health and reflection.
  case open
  /// A caller whose token carries this scope.
  case scope(String)
}

/// One method of a service, as generated code knows it.
package struct MethodDescriptor: Sendable, Hashable {
  /// The full name of the service, `siyu.customers.v1.TagService`.
  package let service: String
  package let name: String
  /// What stands in `:path`: `/service/name`, compared byte for byte.
  package let path: String
  package let clientStreaming: Bool
  package let serverStreaming: Bool
  package let right: Right

  package init(
    service: String, name: String, clientStreaming: Bool = false, serverStreaming: Bool = false,
    right: Right
  ) {
    self.service = service
    self.name = name
    self.path = "/\(service)/\(name)"
    self.clientStreaming = clientStreaming
    self.serverStreaming = serverStreaming
    self.right = right
  }
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
