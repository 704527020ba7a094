import Foundation

/// The process's surroundings.
struct Environment {
  private let variables = ProcessInfo.processInfo.environment

  subscript(name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
