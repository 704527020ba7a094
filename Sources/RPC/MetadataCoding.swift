import Glibc
import HTTP2

// Between metadata and headers. Reserved names never become metadata, and what is not well formed
// is left out, as the protocol allows: a call must not fail for a proxy's curious header.

extension Metadata {
  /// Takes a header that is not one of the protocol's own.
  mutating func take(_ field: HeaderList.Field) {
    guard !Self.isReserved(field.name) else { return }
    let name = String(decoding: field.name, as: UTF8.self)
    if name.hasSuffix("-bin") {
      // Several values under one name may come joined by commas.
      for part in field.value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      {
        guard let bytes = Base64.decode(part.trimmingSpaces()) else { continue }
        appendUnchecked(name, .bytes(bytes))
      }
    } else if field.value.allSatisfy({ (0x20...0x7E).contains($0) }) {
      appendUnchecked(name, .text(String(decoding: field.value, as: UTF8.self)))
    }
  }
}

extension HeaderBlock {
  mutating func append(_ metadata: Metadata) {
    for field in metadata.fields {
      switch field.value {
      case .text(let text): append(field.name, text)
      case .bytes(let bytes): append(field.name, Base64.encode(bytes))
      }
    }
  }

  /// `grpc-status` and what belongs to it.
  mutating func append(_ status: Status) {
    append("grpc-status", String(status.code.rawValue))
    if !status.message.isEmpty { append("grpc-message", PercentCoding.encode(status.message)) }
    if let details = status.details {
      append("grpc-status-details-bin", Base64.encode(details))
    }
    if let pushback = status.pushbackMilliseconds {
      append("grpc-retry-pushback-ms", String(pushback))
    }
    append(status.metadata)
  }
}

extension Slice<UnsafeRawBufferPointer> {
  func trimmingSpaces() -> Slice<UnsafeRawBufferPointer> {
    let space = UInt8(ascii: " ")
    guard let first = firstIndex(where: { $0 != space }),
      let last = lastIndex(where: { $0 != space })
    else { return self[startIndex..<startIndex] }
    return self[first...last]
  }
}

extension UnsafeRawBufferPointer {
  func isEqual(to text: StaticString) -> Bool {
    isEqual(to: UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  func isEqual(to other: UnsafeRawBufferPointer) -> Bool {
    guard count == other.count, let baseAddress, let otherBase = other.baseAddress else {
      return count == other.count
    }
    return memcmp(baseAddress, otherBase, count) == 0
  }

  func hasPrefix(_ text: StaticString) -> Bool {
    count >= text.utf8CodeUnitCount
      && UnsafeRawBufferPointer(rebasing: prefix(text.utf8CodeUnitCount)).isEqual(to: text)
  }
}
