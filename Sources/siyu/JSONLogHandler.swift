import Foundation
import Logging
import ServiceKit

/// Writes each line of the log as one JSON object on standard error: `time` (RFC 3339, UTC), `level`,
/// `logger`, `message`, and the line's metadata beside them.
struct JSONLogHandler: LogHandler {
  var metadata = Logger.Metadata()
  var metadataProvider: Logger.MetadataProvider?
  var logLevel = Logger.Level.info
  private let label: String
  private let clock: Clock

  init(label: String, clock: Clock = .system) {
    self.label = label
    self.clock = clock
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var fields = metadata.mapValues(Self.plain)
    for (key, value) in event.metadata ?? [:] { fields[key] = Self.plain(value) }
    fields["time"] = Self.time(clock.now)
    fields["level"] = event.level.rawValue
    fields["logger"] = label
    fields["message"] = event.message.description
    let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
    // Strings, lists and dictionaries of strings always serialize.
    guard var line = try? JSONSerialization.data(withJSONObject: fields, options: options) else {
      return
    }
    line.append(UInt8(ascii: "\n"))
    // In one write, so that the lines of several threads do not mix.
    line.withUnsafeBytes { bytes in _ = write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
  }

  private static func plain(_ value: Logger.Metadata.Value) -> Any {
    switch value {
    case .string(let text): text
    case .stringConvertible(let value): value.description
    case .array(let values): values.map(plain)
    case .dictionary(let values): values.mapValues(plain)
    }
  }

  private static func time(_ now: Instant) -> String {
    let seconds = now.microseconds / 1_000_000
    var parts = tm()
    var time = time_t(seconds)
    gmtime_r(&time, &parts)
    let micros = now.microseconds - seconds * 1_000_000
    return String(
      format: "%04d-%02d-%02dT%02d:%02d:%02d.%06dZ", Int(parts.tm_year) + 1900,
      Int(parts.tm_mon) + 1, Int(parts.tm_mday), Int(parts.tm_hour), Int(parts.tm_min),
      Int(parts.tm_sec), Int(micros))
  }
}
