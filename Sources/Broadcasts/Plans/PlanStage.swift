import Foundation

/// How far a plan for an audience has come: what its job's cursor says.
enum PlanStage: Equatable, Codable {
  /// Customers list, and have listed up to their cursor.
  case listing(after: String)
  /// All is listed, and deliveries are written in the order of their recipients' ids, up to one.
  case writing(after: String)

  init(cursor: [UInt8]) throws {
    self =
      cursor.isEmpty
      ? .listing(after: "") : try JSONDecoder().decode(Self.self, from: Data(cursor))
  }

  var cursor: [UInt8] {
    get throws { Array(try JSONEncoder().encode(self)) }
  }
}
