import ArgumentParser
import Glibc
import Messages
import Protobuf

/// What we make of wire forms, for comparison with the official runtime: each input on standard input
/// is answered on standard output by the same message packed again, or by why it is refused.
///
/// An input is its length, four bytes in big-endian order, and its bytes; an answer is a `Verdict`,
/// then in the same way the packed message or the refusal's text.
struct Repack: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repack", abstract: "Unpack messages and pack them again.")

  enum Verdict: UInt8 {
    case taken
    case malformed
    case text
    case limit

    init(_ kind: UnpackError.Kind) {
      switch kind {
      case .malformed: self = .malformed
      case .text: self = .text
      case .limit: self = .limit
      }
    }
  }

  private static let types: [any Message.Type] = [
    TestingV1.Sample.self, TestingV1.Wide.self, CustomersV1.AddRelationRequest.self,
    CustomersV1.Change.self, CommunitiesV1.CreateMomentRequest.self,
    BroadcastsV1.CreateBroadcastRequest.self, BroadcastsV1.Change.self,
  ]

  @Option(help: "The full name of the message.")
  var message: String

  func run() throws {
    guard let type = Self.types.first(where: { $0.fullName == message }) else {
      let known = Self.types.map { $0.fullName }.joined(separator: ", ")
      throw ValidationError("There is no message \(message) here, only \(known).")
    }
    while let input = Self.input() {
      Self.answer(input, as: type)
    }
  }

  private static func answer(_ input: [UInt8], as type: (some Message).Type) {
    do throws(UnpackError) {
      write(.taken, try type.init(unpacking: input).packed())
    } catch {
      write(Verdict(error.kind), Array(error.description.utf8))
    }
  }

  /// The next input; nil when there is no more.
  private static func input() -> [UInt8]? {
    guard let length = bytes(MemoryLayout<UInt32>.size) else { return nil }
    return bytes(length.reduce(0) { $0 << 8 | Int($1) })
  }

  /// So many bytes; nil when the input ends before.
  private static func bytes(_ wanted: Int) -> [UInt8]? {
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      while count < wanted {
        let got = read(STDIN_FILENO, buffer.baseAddress! + count, wanted - count)
        guard got > 0 else { return }
        count += got
      }
      isWhole = true
    }
    return isWhole ? bytes : nil
  }

  private static func write(_ verdict: Verdict, _ content: [UInt8]) {
    var answer = [verdict.rawValue]
    withUnsafeBytes(of: UInt32(content.count).bigEndian) { answer.append(contentsOf: $0) }
    answer += content
    var written = 0
    while written < answer.count {
      let count = answer.withUnsafeBytes {
        Glibc.write(STDOUT_FILENO, $0.baseAddress! + written, answer.count - written)
      }
      guard count > 0 else { return }
      written += count
    }
  }
}
