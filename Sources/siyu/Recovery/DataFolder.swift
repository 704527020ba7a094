import ArgumentParser
import Broadcasts
import Communities
import Customers
import Directory
import Foundation
import ServiceKit
import Store

/// The part of a data folder that a command is about.
struct DataFolder {
  let path: String

  /// Followers before those whose feeds they follow. Copied in this order, no service is ahead of what
  /// it has taken over from another.
  static var services: [any ServiceDefinition.Type] {
    [BroadcastsService.self, CommunitiesService.self, CustomersService.self, DirectoryService.self]
  }

  /// The databases of the services and corps that were asked for; of all when none were.
  func databases(service: String?, corp: String?) throws -> [Place] {
    guard FileManager.default.fileExists(atPath: path) else {
      throw Trouble(message: "\(path): there is no such folder", exitCode: 2)
    }
    return try Self.services.filter { service == nil || $0.name == service }.flatMap { service in
      try Corps(folder: "\(path)/\(service.name)", migrations: []).names()
        .filter { corp == nil || $0 == corp }
        .map { Place(service: service, corp: $0) }
    }
  }

  /// Keeps services from starting, as long as the locks live. Throws when one is running.
  func claim(_ services: Set<String>) throws -> [FileLock] {
    try services.sorted().map { service in
      do {
        return try FileLock(ofFolder: "\(path)/\(service)")
      } catch StoreError.inUse {
        throw Trouble(message: "\(service) is running on \(path): stop it first")
      }
    }
  }

  struct Place {
    let service: any ServiceDefinition.Type
    let corp: String

    var name: String { "\(service.name)/\(corp)" }
  }
}

/// Which databases a command is about.
struct Selection: ParsableArguments {
  @Option(help: "directory, customers, communities or broadcasts. Default: all of them.")
  var service: String?

  @Option(help: "A corp. Default: all of them.")
  var corp: String?

  func validate() throws {
    if let service, !DataFolder.services.contains(where: { $0.name == service }) {
      throw ValidationError("--service \(service): there is no such service")
    }
    if let corp, !Admission.isCorp(corp) {
      throw ValidationError("--corp \(corp): that cannot be the name of a corp")
    }
  }

  /// Of what was asked for and is not there.
  var nothing: String {
    "nothing of \(corp.map { "corp \($0)" } ?? "any corp")\(service.map { " in \($0)" } ?? "")"
  }
}
