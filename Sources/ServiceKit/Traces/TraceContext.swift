package import RPC
import Synchronization

/// Where in whose trace something happens, as W3C Trace Context says it in the headers of a call
/// (https://www.w3.org/TR/trace-context, level 1 of 2021).
package struct TraceContext: Sendable, Hashable {
  /// 32 small hexadecimal digits, not all zero.
  package let traceID: String
  /// 16 small hexadecimal digits, not all zero: of the span that whoever gets this is a child of.
  package let spanID: String
  /// Whether the spans of this trace are kept.
  package let isSampled: Bool
  /// What tracing systems have added, passed on as it came.
  package let state: String

  init(traceID: String, spanID: String, isSampled: Bool, state: String = "") {
    self.traceID = traceID
    self.spanID = spanID
    self.isSampled = isSampled
    self.state = state
  }

  /// Nil for what is not a traceparent: whoever gets one begins a trace of his own.
  package init?(traceparent: String, state: String = "") {
    let bytes = Array(traceparent.utf8)
    let dash = UInt8(ascii: "-")
    guard bytes.count >= 55, bytes[2] == dash, bytes[35] == dash, bytes[52] == dash else {
      return nil
    }
    let version = bytes[0..<2]
    let trace = bytes[3..<35]
    let span = bytes[36..<52]
    let flags = bytes[53..<55]
    guard [version, trace, span, flags].allSatisfy({ $0.allSatisfy(Self.isDigit) }),
      !version.elementsEqual("ff".utf8), !Self.isZero(trace), !Self.isZero(span)
    else { return nil }
    // A later version may say more; this one may not.
    if bytes.count > 55 {
      guard !version.elementsEqual("00".utf8), bytes[55] == dash else { return nil }
    }
    traceID = String(decoding: trace, as: UTF8.self)
    spanID = String(decoding: span, as: UTF8.self)
    isSampled = UInt8(String(decoding: flags, as: UTF8.self), radix: 16)! & 1 == 1
    // Long ones may be left out whole.
    self.state = state.utf8.count <= 512 ? state : ""
  }

  /// What came with a call; nil when nothing did, or what contradicts itself.
  package init?(_ metadata: Metadata) {
    let parents = metadata.all("traceparent")
    guard parents.count == 1 else { return nil }
    self.init(
      traceparent: parents[0], state: metadata.all("tracestate").joined(separator: ","))
  }

  package var traceparent: String { "00-\(traceID)-\(spanID)-\(isSampled ? "01" : "00")" }

  func write(to metadata: inout Metadata) {
    metadata.append("traceparent", traceparent)
    if !state.isEmpty { metadata.append("tracestate", state) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }

  private static func isZero(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == UInt8(ascii: "0") }
  }
}

/// A context as the store keeps it: the traceparent, and behind a space the state.
extension TraceContext {
  init?(text: String) {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard let parent = parts.first else { return nil }
    self.init(traceparent: parent, state: parts.count > 1 ? parts[1] : "")
  }

  var text: String { state.isEmpty ? traceparent : "\(traceparent) \(state)" }
}

/// Draws numbers that nobody else draws, at the price of one atomic addition: splitmix64 (Steele,
/// Lea and Flood, 2014) from a start that the system gave. Not for secrets.
final class Lots: Sendable {
  static let shared = Lots(start: UInt64.random(in: 0 ... .max))

  private let state: Atomic<UInt64>

  init(start: UInt64) {
    state = Atomic(start)
  }

  func draw() -> UInt64 {
    Self.mix(state.wrappingAdd(0x9E37_79B9_7F4A_7C15, ordering: .relaxed).newValue)
  }

  static func mix(_ number: UInt64) -> UInt64 {
    var mixed = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// 16 hexadecimal digits, not all zero.
  func id() -> String {
    while true {
      let number = draw()
      if number != 0 { return number.hexadecimal }
    }
  }
}

extension UInt64 {
  /// Its 16 small digits.
  var hexadecimal: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

}
