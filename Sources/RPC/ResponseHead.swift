import HTTP2

/// What a response's headers or its trailers say, as far as the protocol reads them.
struct ResponseHead {
  var httpStatus: Int?
  var isGRPC = false
  /// How messages that are marked as compressed were made, when it is one of our ways.
  var compression: Compression?
  /// Nil when there is no `grpc-status`; `unknown` when it is no number of ours.
  var code: StatusCode?
  var message = ""
  var details: [UInt8]?
  /// What is not a number means the same as a negative one: not to try again (A6).
  var pushbackMilliseconds: Int?
  var isOversize = false
  var metadata = Metadata()

  init() {}

  init(_ list: HeaderList) {
    isOversize = list.isOversize
    for index in 0..<list.count { read(list[index]) }
  }

  /// The status the trailers state.
  var status: Status? {
    code.map {
      Status(
        $0, message, details: details, metadata: metadata,
        pushbackMilliseconds: pushbackMilliseconds)
    }
  }

  private mutating func read(_ field: HeaderList.Field) {
    let name = field.name
    let value = field.value
    if name.isEqual(to: ":status") {
      httpStatus = Int(String(decoding: value, as: UTF8.self))
    } else if name.isEqual(to: "content-type") {
      isGRPC = ContentType.isGRPC(value)
    } else if name.isEqual(to: "grpc-encoding") {
      compression = Compression(name: value)
    } else if name.isEqual(to: "grpc-status") {
      code = Int(String(decoding: value, as: UTF8.self)).flatMap(StatusCode.init) ?? .unknown
    } else if name.isEqual(to: "grpc-message") {
      message = PercentCoding.decode(value)
    } else if name.isEqual(to: "grpc-status-details-bin") {
      details = Base64.decode(value)
    } else if name.isEqual(to: "grpc-retry-pushback-ms") {
      pushbackMilliseconds = Int(String(decoding: value, as: UTF8.self)) ?? -1
    } else {
      metadata.take(field)
    }
  }
}
