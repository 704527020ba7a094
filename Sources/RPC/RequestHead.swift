import HTTP2

/// What a request's headers say, as far as the protocol reads them.
struct RequestHead {
  enum Target {
    case route(Route)
    case unknown
  }

  enum Deadline: Equatable {
    case none
    case nanoseconds(Int64)
    case malformed
  }

  var target: Target
  var isPost = true
  var isGRPC = true
  var deadline = Deadline.none
  /// How messages that are marked as compressed were made.
  var compression: Compression?
  /// A `grpc-encoding` that is neither ours nor `identity`.
  var isEncodingUnknown = false
  /// How the caller would take compressed replies.
  var acceptedCompression: Compression?
  var isOversize = false
  var metadata = Metadata()

  init(target: Target) {
    self.target = target
  }

  init(_ list: HeaderList, _ router: Router) {
    self.init(target: .unknown)
    isPost = false
    isGRPC = false
    isOversize = list.isOversize
    for index in 0..<list.count where !read(list[index], router) { metadata.take(list[index]) }
  }

  /// Becomes the head of the next request on the same connection. True when no more than the
  /// deadline is another.
  ///
  /// A caller sends the same headers call after call: what has not changed is not read again.
  mutating func follow(_ list: HeaderList, _ router: Router) -> Bool {
    guard let changes = list.changes else {
      self = RequestHead(list, router)
      return false
    }
    var isSame = true
    for place in changes {
      let field = list[place]
      guard read(field, router) else {
        self = RequestHead(list, router)
        return false
      }
      if !field.name.isEqual(to: "grpc-timeout") { isSame = false }
    }
    return isSame
  }

  /// False when the field is not the protocol's own.
  private mutating func read(_ field: HeaderList.Field, _ router: Router) -> Bool {
    let name = field.name
    let value = field.value
    switch name.first {
    case UInt8(ascii: ":"):
      if name.isEqual(to: ":path") {
        target = router.find(value).map { .route($0) } ?? .unknown
      } else if name.isEqual(to: ":method") {
        isPost = value.isEqual(to: "POST")
      }
    case UInt8(ascii: "c") where name.isEqual(to: "content-type"):
      isGRPC = ContentType.isGRPC(value)
    case UInt8(ascii: "g") where name.isEqual(to: "grpc-timeout"):
      deadline = Timeout.parse(value).map { .nanoseconds($0) } ?? .malformed
    case UInt8(ascii: "g") where name.isEqual(to: "grpc-encoding"):
      compression = Compression(name: value)
      isEncodingUnknown = compression == nil && !value.isEqual(to: "identity")
    case UInt8(ascii: "g") where name.isEqual(to: "grpc-accept-encoding"):
      acceptedCompression = Compression(acceptedBy: value)
    default: return Metadata.isReserved(name)
    }
    return true
  }
}

enum ContentType {
  /// `application/grpc`, `application/grpc+proto`, `application/grpc;charset=…`; but not
  /// `application/grpc-web`, which is another protocol.
  static func isGRPC(_ value: UnsafeRawBufferPointer) -> Bool {
    let name: StaticString = "application/grpc"
    guard value.hasPrefix(name) else { return false }
    guard value.count > name.utf8CodeUnitCount else { return true }
    let next = value[name.utf8CodeUnitCount]
    return next == UInt8(ascii: "+") || next == UInt8(ascii: ";")
  }
}
