import Glibc

/// libFuzzer round one target: `siyu-fuzz --target=NAME [flags of libFuzzer] [CORPUS…]`.
///
/// Built by `compose/fuzz` alone, which adds what the compiler and the linker need for it. The
/// target is named by a flag with two dashes because libFuzzer passes these over, and on to the
/// processes it starts.
@main
enum SiyuFuzz {
  static func main() {
    guard target != nil else {
      let names = targets.map(\.name).joined(separator: "|")
      print("siyu-fuzz: name a target, --target=\(names)")
      exit(2)
    }
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(
      runFuzzer(&count, &arguments) { bytes, count in
        SiyuFuzz.target?.run(FuzzInput(UnsafeRawBufferPointer(start: bytes, count: count)))
        return 0
      })
  }

  /// `canary` leaks on purpose: a fuzzer that does not see it would see no other leak either.
  private static let targets =
    FuzzTarget.all + [
      FuzzTarget(name: "canary") { input in
        let leaked = UnsafeMutableRawPointer.allocate(byteCount: 64, alignment: 8)
        leaked.storeBytes(of: input.rest.first ?? 0, as: UInt8.self)
      }
    ]

  private static let target: FuzzTarget? = {
    let chosen = CommandLine.arguments.first { $0.hasPrefix("--target=") }
    return targets.first { "--target=\($0.name)" == chosen }
  }()
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32
