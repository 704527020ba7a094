import ArgumentParser
import Foundation
import ServiceKit

/// `siyu serve all --sandbox`: a clock to move, a channel with faults, a sample corp.
struct SandboxOptions: ParsableArguments {
  @Flag(
    name: .customLong("sandbox"),
    help: """
      With all: serve a sandbox besides. Its clock can be moved (SandboxService.AdvanceTime), a \
      channel of its own delivers what guides confirm, and the corp demo is filled with a sample \
      chain. Calls from anybody on this machine are taken. The data stand in ./sandbox unless --data \
      is said.
      """)
  var isOn = false

  @Option(
    name: .customLong("sandbox-time"),
    help: """
      When a new sandbox begins, such as 2026-01-05T08:00:00+08:00. Default now. One that was stopped \
      goes on where it was.
      """)
  var time: String?

  @Flag(
    name: .customLong("sandbox-still"),
    help: """
      The clock stands still between the calls that move it. Otherwise it runs, a second a second, \
      and can be moved besides.
      """)
  var isStill = false

  @Flag(name: .customLong("sandbox-empty"), help: "Leave the corp demo empty.")
  var isEmpty = false

  /// The folder of the data when none is named.
  static let folder = "sandbox"

  /// The stage, on a clock that goes on from where the folder's sandbox was; nil when none is asked
  /// for. A sandbox and other data are kept from each other.
  func stage(for service: Serve.Name, data: String) throws -> Stage? {
    let file = ClockFile(folder: data)
    guard isOn else {
      guard time == nil, !isStill, !isEmpty else {
        throw Trouble(message: "--sandbox-… is for --sandbox alone", exitCode: 2)
      }
      guard !file.exists else {
        throw Trouble(
          message: "\(data) is a sandbox's: its time may lie ahead; say --sandbox, or other --data",
          exitCode: 2)
      }
      return nil
    }
    guard service == .all else {
      throw Trouble(
        message: "--sandbox is for all, which live by one clock: siyu serve all --sandbox",
        exitCode: 2)
    }
    let start = try start(file, data)
    let clock: Clock = isStill ? .stepped(from: start) : .running(from: start)
    do {
      try file.keep(start, runs: !isStill)
    } catch {
      throw Trouble(message: "cannot write \(file.path): \(error)")
    }
    return Stage(clock: clock) { [isStill] in try file.keep($0, runs: !isStill) }
  }

  private func start(_ file: ClockFile, _ data: String) throws -> Instant {
    if file.exists {
      guard time == nil else {
        throw Trouble(
          message: "--sandbox-time is for a new sandbox; that in \(data) goes on where it was",
          exitCode: 2)
      }
      guard let kept = file.moment else {
        throw Trouble(message: "\(file.path) is not a sandbox's clock")
      }
      return kept
    }
    guard !Self.holdsDatabases(data) else {
      throw Trouble(
        message: "\(data) holds data that are no sandbox's; say other --data", exitCode: 2)
    }
    guard let time else { return Clock.systemNow }
    guard let date = try? Date(time, strategy: .iso8601), date.timeIntervalSince1970 >= 0 else {
      throw Trouble(
        message: "--sandbox-time \(time): expected a time such as 2026-01-05T08:00:00+08:00",
        exitCode: 2)
    }
    return Instant(seconds: Int64(date.timeIntervalSince1970))
  }

  private static func holdsDatabases(_ folder: String) -> Bool {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return paths.contains { $0.hasSuffix(".db") }
  }
}

/// Where a sandbox's clock stood, when that was, and whether it ran: one line beside its databases.
/// Written whole and synced before the clock moves, so that no process finds changes that are later than
/// its clock.
struct ClockFile: Sendable {
  let path: String
  private let folder: String

  init(folder: String) {
    self.folder = folder
    path = "\(folder)/sandbox-clock"
  }

  var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// Where the clock goes on; nil when the file holds something else. One that ran went on while nobody
  /// looked.
  var moment: Instant? {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 3, let moment = Int64(words[0]), let time = Int64(words[1]) else {
      return nil
    }
    switch words[2] {
    case "runs":
      return Instant(microseconds: moment + max(0, Clock.systemNow.microseconds - time))
    case "stands": return Instant(microseconds: moment)
    default: return nil
    }
  }

  func keep(_ moment: Instant, runs: Bool) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let mode = runs ? "runs" : "stands"
    let line = "\(moment.microseconds) \(Clock.systemNow.microseconds) \(mode)\n"
    let draft = path + "-draft"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    defer { close(descriptor) }
    let bytes = Array(line.utf8)
    guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0,
      rename(draft, path) == 0
    else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
  }
}
