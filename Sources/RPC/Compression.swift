/// How a message may be made shorter on its way. Its name is the value of `grpc-encoding`; a message
/// that is not compressed at all is `identity`, for which there is no case here.
package enum Compression: String, Sendable, Hashable, CaseIterable {
  case gzip
  /// In the zlib format, as gRPC means it.
  case deflate
}

extension Compression {
  /// What we say in `grpc-accept-encoding`.
  static let accepted = "identity,deflate,gzip"

  /// Nil for every name that is not ours, `identity` included.
  init?(name: some Collection<UInt8>) {
    guard let known = Self.allCases.first(where: { name.elementsEqual($0.rawValue.utf8) }) else {
      return nil
    }
    self = known
  }

  /// The best that a peer takes, from its `grpc-accept-encoding`.
  init?(acceptedBy list: UnsafeRawBufferPointer) {
    var best: Compression?
    for part in list.split(separator: UInt8(ascii: ",")) {
      switch Compression(name: part.trimmingSpaces()) {
      case .gzip: best = .gzip
      case .deflate: best = best ?? .deflate
      case nil: break
      }
    }
    guard let best else { return nil }
    self = best
  }
}

extension Metadata {
  /// What goes with the refusal of an encoding that is not ours.
  static let acceptedEncodings: Metadata = {
    var metadata = Metadata()
    metadata.appendUnchecked("grpc-accept-encoding", .text(Compression.accepted))
    return metadata
  }()
}
