import Foundation
import Logging

/// The process's surroundings: environment variables and the log they ask for.
struct Environment {
  private let variables = ProcessInfo.processInfo.environment

  subscript(name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A log on standard error at SIYU_LOG_LEVEL, default info.
  func logger(label: String) -> Logger {
    var log = Logger(label: label, factory: StreamLogHandler.standardError(label:))
    log.logLevel = self["SIYU_LOG_LEVEL"].flatMap(Logger.Level.init(rawValue:)) ?? .info
    return log
  }
}
