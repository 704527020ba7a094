/// A part of Siyu that reads what strangers send, as a function of one input.
///
/// It returns for every input whatever. A promise that does not hold is a `precondition`: the fuzzer
/// keeps the input, and `CorpusTests` replays it from then on.
struct FuzzTarget: Sendable {
  /// Also the name of its folder in `Corpus`.
  let name: String
  let run: @Sendable (FuzzInput) -> Void

  static let all = [
    FuzzTarget(name: "unpack", run: fuzzUnpack),
    FuzzTarget(name: "frames", run: fuzzFrames),
    FuzzTarget(name: "server-session", run: fuzzServerSession),
    FuzzTarget(name: "client-session", run: fuzzClientSession),
    FuzzTarget(name: "texts", run: fuzzTexts),
    FuzzTarget(name: "tokens", run: fuzzTokens),
  ]
}

/// One input, read from the front: a few bytes that choose, then those that are fed.
struct FuzzInput {
  private(set) var rest: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) { rest = bytes }

  /// The next byte; zero when there is none left.
  mutating func byte() -> UInt8 {
    guard let first = rest.first else { return 0 }
    rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst())
    return first
  }

  /// One of several things, chosen by the next byte.
  mutating func choice<Thing>(of things: [Thing]) -> Thing {
    things[Int(byte()) % things.count]
  }

  /// What is left as text, mended where it is not UTF-8.
  var text: String { String(decoding: rest, as: UTF8.self) }

  /// What is left, in pieces of at most so many bytes; in one piece for zero.
  ///
  /// Each lies in memory of its own, so that AddressSanitizer sees who reads beyond it. The body
  /// says whether it wants more.
  func inPieces(ofAtMost most: UInt8, _ body: (UnsafeRawBufferPointer) -> Bool) {
    let step = most == 0 ? max(rest.count, 1) : Int(most)
    for start in stride(from: 0, to: max(rest.count, 1), by: step) {
      let piece = rest[start..<min(start + step, rest.count)]
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: piece.count, alignment: 1)
      defer { copy.deallocate() }
      copy.copyBytes(from: piece)
      guard body(UnsafeRawBufferPointer(copy)) else { return }
    }
  }
}
