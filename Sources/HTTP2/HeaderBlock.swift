internal import CNghttp2

/// A list of headers to be sent: names and values end to end in one array.
package struct HeaderBlock: Sendable, Hashable {
  struct Span: Sendable, Hashable {
    let nameStart: Int
    let valueStart: Int
    let end: Int
  }

  private(set) var bytes: [UInt8] = []
  private(set) var spans: [Span] = []

  package init() {}

  package mutating func append(_ name: String, _ value: String) {
    append(name, value.utf8)
  }

  /// `name` in lower case; `value` without line ends.
  package mutating func append(_ name: String, _ value: some Sequence<UInt8>) {
    let nameStart = bytes.count
    bytes.append(contentsOf: name.utf8)
    let valueStart = bytes.count
    bytes.append(contentsOf: value)
    spans.append(Span(nameStart: nameStart, valueStart: valueStart, end: bytes.count))
  }

  /// The list as nghttp2 wants it. Valid inside `body` only; nghttp2 copies it.
  func withNameValues<R>(_ body: (UnsafePointer<nghttp2_nv>?, Int) -> R) -> R {
    bytes.withUnsafeBufferPointer { bytes in
      withUnsafeTemporaryAllocation(of: nghttp2_nv.self, capacity: spans.count) { list in
        for (index, span) in spans.enumerated() {
          list.initializeElement(at: index, to: .init(bytes.baseAddress!, span, flags: 0))
        }
        return body(UnsafePointer(list.baseAddress), spans.count)
      }
    }
  }
}

extension HeaderBlock: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { append(name, value) }
  }
}

/// A list of headers that is sent again and again, laid out once and for the life of the program,
/// so that nghttp2 need not copy it. Make one a constant, never one a call.
package struct PreparedHeaders: Sendable {
  // Written in init and never freed: frames queued anywhere may still point into it.
  nonisolated(unsafe) let nameValues: UnsafePointer<nghttp2_nv>
  let count: Int

  package init(_ block: HeaderBlock) {
    let flags = UInt8(
      NGHTTP2_NV_FLAG_NO_COPY_NAME.rawValue | NGHTTP2_NV_FLAG_NO_COPY_VALUE.rawValue)
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: block.bytes.count)
    bytes.initialize(from: block.bytes, count: block.bytes.count)
    let list = UnsafeMutablePointer<nghttp2_nv>.allocate(capacity: block.spans.count)
    for (index, span) in block.spans.enumerated() {
      (list + index).initialize(to: .init(bytes, span, flags: flags))
    }
    nameValues = UnsafePointer(list)
    count = block.spans.count
  }
}

extension nghttp2_nv {
  fileprivate init(_ base: UnsafePointer<UInt8>, _ span: HeaderBlock.Span, flags: UInt8) {
    self.init(
      name: UnsafeMutablePointer(mutating: base + span.nameStart),
      value: UnsafeMutablePointer(mutating: base + span.valueStart),
      namelen: span.valueStart - span.nameStart, valuelen: span.end - span.valueStart, flags: flags)
  }
}
