import ArgumentParser
import Foundation

/// The command line: `siyu serve …`, `siyu demo …`, `siyu version`.
@main
struct Siyu: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "siyu",
    abstract: "Customer operations in the style of WeCom, self-hosted: four gRPC services.",
    subcommands: [
      Serve.self, Demo.self, BackupCommand.self, RestoreCommand.self, CheckCommand.self,
      DeleteCorpCommand.self, Probe.self, Limits.self, Version.self,
    ])

  /// Exit codes: 0 done, 1 it did not work, 2 the command line is wrong.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let trouble as Trouble {
      complain(trouble.message)
      Foundation.exit(trouble.exitCode)
    } catch {
      let code = exitCode(for: error)
      if code == .success { exit(withError: error) }
      if code == .validationFailure {
        complain(message(for: error))
        Foundation.exit(2)
      }
      complain(message(for: error))
      Foundation.exit(code.rawValue == 0 ? 1 : code.rawValue)
    }
  }

  static func complain(_ text: String) {
    FileHandle.standardError.write(Data("siyu: \(text)\n".utf8))
  }
}

/// What a command says when it cannot do its work: one line, and its exit code.
struct Trouble: Error {
  let message: String
  var exitCode: Int32 = 1
}

struct Version: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Print the version.")

  func run() {
    print("siyu \(Siyu.version)")
  }
}
