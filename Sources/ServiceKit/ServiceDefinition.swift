package import RPC
package import Store

/// A service as its module defines it: what the command line and the tests need to run one.
package protocol ServiceDefinition: SendableMetatype {
  associatedtype Change: FeedChange
  /// One word: the folder of its databases, the name its peers call it by.
  static var name: String { get }
  /// The TCP port it listens on unless told otherwise.
  static var port: Int { get }
  /// The services it calls, by name.
  static var peers: [String] { get }
  /// The tables' migrations, in the order they are applied. Append only.
  static var migrations: [Migration] { get }
  /// How its tables are asked where members and departments stand; nil when it keeps none, and has no
  /// method for callers with a data scope.
  static var organisation: (any Organisation.Type)? { get }
  /// What must agree in a corp's file, besides what the kit keeps there. See `siyu check`.
  static var checks: [Check] { get }
  /// Wires the handlers, and registers the kinds of jobs.
  static func routes(_ context: ServiceContext<Change>) -> [Route]
}

extension ServiceDefinition {
  package static var checks: [Check] { [] }
  package static var organisation: (any Organisation.Type)? { nil }
}
