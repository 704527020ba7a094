import Foundation
import ServiceKit

/// The corp 企业: the tenant that everything in one database belongs to.
struct Corp: Sendable, Equatable {
  let corpid: String
  var name: String
  /// A name of the IANA time zone database: the corp's days begin by it.
  var timeZone: String

  /// What a caller may say of his corp.
  func checkShape() throws(InvalidField) {
    try Shape.characters(name, 1...64, field: "corp.name")
    try Shape.bytes(timeZone, 1...64, field: "corp.time_zone")
    // Names alone: Foundation would take offsets such as GMT+8 too, which others do not know.
    guard timeZone == "UTC" || TimeZone.knownTimeZoneIdentifiers.contains(timeZone) else {
      throw InvalidField(
        "corp.time_zone", "UNKNOWN_TIME_ZONE",
        "corp.time_zone '\(timeZone)' is not in the IANA time zone database.")
    }
  }
}
