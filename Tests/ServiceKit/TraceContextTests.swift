import RPC
import Testing

@testable import ServiceKit

@Suite("Trace contexts")
struct TraceContextTests {
  private static let trace = "4bf92f3577b34da6a3ce929d0e0e4736"
  private static let span = "00f067aa0ba902b7"

  @Test("A traceparent is read, and written as it was")
  func reading() throws {
    let text = "00-\(Self.trace)-\(Self.span)-01"
    let context = try #require(TraceContext(traceparent: text, state: "vendor=1"))
    #expect(context.traceID == Self.trace)
    #expect(context.spanID == Self.span)
    #expect(context.isSampled)
    #expect(context.traceparent == text)
    #expect(TraceContext(text: context.text) == context)
  }

  @Test("Only the lowest flag says whether it is sampled; a later version may say more")
  func versions() {
    #expect(
      TraceContext(traceparent: "00-\(Self.trace)-\(Self.span)-fe")?.isSampled == false)
    #expect(
      TraceContext(traceparent: "01-\(Self.trace)-\(Self.span)-03-more")?.isSampled == true)
  }

  @Test(
    "What is no traceparent is not taken for one",
    arguments: [
      "", "00", "00-\(trace)-\(span)", "00-\(trace)-\(span)-1", "00-\(trace)-\(span)-01-more",
      "ff-\(trace)-\(span)-01", "00-\(String(repeating: "0", count: 32))-\(span)-01",
      "00-\(trace)-0000000000000000-01", "00-\(trace.uppercased())-\(span)-01",
      "00_\(trace)-\(span)-01", "01-\(trace)-\(span)-01more", "00-\(trace)-\(span)-0g",
    ])
  func malformed(_ text: String) {
    #expect(TraceContext(traceparent: text) == nil)
  }

  @Test("Two traceparents contradict each other; two tracestates are one list")
  func metadata() {
    let parent = "00-\(Self.trace)-\(Self.span)-01"
    let one: Metadata = ["traceparent": parent, "tracestate": "a=1", "tracestate": "b=2"]
    #expect(TraceContext(one)?.state == "a=1,b=2")
    let two: Metadata = ["traceparent": parent, "traceparent": parent]
    #expect(TraceContext(two) == nil)
  }
}
