internal import CZlib

// Compression by zlib, one message at a time: gRPC keeps no state from one message to the next.

extension Compression {
  /// zlib's level: its own middle between speed and size.
  private static let level: Int32 = 6
  private static let chunkBytes = 16 * 1024

  /// 15 is zlib's largest window; 16 more asks for gzip's header and trailer.
  private var windowBits: Int32 {
    switch self {
    case .gzip: 15 + 16
    case .deflate: 15
    }
  }

  /// Nil when nothing is gained by it.
  func compress(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    guard bytes.count > 1 else { return nil }
    let compressed = [UInt8](unsafeUninitializedCapacity: bytes.count - 1) { output, count in
      // zlib keeps the stream's address, so it must not move.
      withUnsafeTemporaryAllocation(of: z_stream.self, capacity: 1) { stream in
        let stream = stream.baseAddress!
        stream.initialize(to: z_stream())
        // Fails for a lack of memory only.
        guard siyu_deflate_init(stream, Self.level, windowBits) == Z_OK else { return }
        defer { deflateEnd(stream) }
        stream.pointee.read(bytes)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        guard CZlib.deflate(stream, Z_FINISH) == Z_STREAM_END else { return }
        count = output.count - Int(stream.pointee.avail_out)
      }
    }
    return compressed.isEmpty ? nil : compressed
  }

  /// What was compressed. Grows with what comes out, and stops at the limit: a few kilobytes can
  /// hold gigabytes.
  func expand(
    _ bytes: UnsafeRawBufferPointer, limitBytes: Int
  ) throws(Status) -> [UInt8] {
    var expanded: [UInt8] = []
    let end = withUnsafeTemporaryAllocation(of: z_stream.self, capacity: 1) { stream in
      let stream = stream.baseAddress!
      stream.initialize(to: z_stream())
      guard siyu_inflate_init(stream, windowBits) == Z_OK else { return Z_MEM_ERROR }
      defer { inflateEnd(stream) }
      stream.pointee.read(bytes)
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.chunkBytes) { chunk in
        var result = Z_OK
        while result == Z_OK && expanded.count <= limitBytes {
          stream.pointee.next_out = chunk.baseAddress
          stream.pointee.avail_out = UInt32(chunk.count)
          result = inflate(stream, Z_NO_FLUSH)
          expanded.append(contentsOf: chunk.prefix(chunk.count - Int(stream.pointee.avail_out)))
        }
        // What follows the end belongs to nothing.
        return result == Z_STREAM_END && stream.pointee.avail_in > 0 ? Z_DATA_ERROR : result
      }
    }
    guard expanded.count <= limitBytes else {
      throw Status(
        .resourceExhausted, "A compressed message holds more than the limit of \(limitBytes) bytes."
      )
    }
    guard end == Z_STREAM_END else {
      throw Status(.internal, "A message is not compressed as its grpc-encoding says.")
    }
    return expanded
  }
}

extension z_stream {
  fileprivate mutating func read(_ bytes: UnsafeRawBufferPointer) {
    // zlib's headers say that it writes here; it does not.
    next_in = UnsafeMutablePointer(
      mutating: bytes.bindMemory(to: UInt8.self).baseAddress)
    avail_in = UInt32(bytes.count)
  }
}
