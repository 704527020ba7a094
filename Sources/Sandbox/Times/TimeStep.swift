import RPC
import ServiceKit

/// How far a caller wants the clock moved.
enum TimeStep: Sendable, Equatable {
  case seconds(Int64)
  case until(Instant)

  private static let longestSeconds: Int64 = 366 * 86_400

  /// The moment it leads to from a moment.
  func moment(from now: Instant) throws(InvalidField) -> Instant {
    switch self {
    case .seconds(let seconds):
      guard (0...Self.longestSeconds).contains(seconds) else {
        throw InvalidField(
          "seconds", "OUT_OF_RANGE",
          "seconds is \(seconds), allowed are 0 to \(Self.longestSeconds).")
      }
      return now.advanced(bySeconds: seconds)
    case .until(let moment):
      guard moment <= now.advanced(bySeconds: Self.longestSeconds) else {
        throw InvalidField(
          "until_time", "OUT_OF_RANGE", "until_time is more than 366 days ahead.")
      }
      return moment
    }
  }

  /// As it is kept, to know it again.
  var text: String {
    switch self {
    case .seconds(let seconds): "+\(seconds)"
    case .until(let moment): "\(moment.microseconds)"
    }
  }
}

enum TimeFailure: Failure, Equatable {
  case isMoving
  case isBusy(String)
  case otherStep

  var code: StatusCode {
    switch self {
    case .isMoving, .isBusy: .aborted
    case .otherStep: .alreadyExists
    }
  }

  var reason: String {
    switch self {
    case .isMoving: "TIME_IS_MOVING"
    case .isBusy: "SERVICES_ARE_BUSY"
    case .otherStep: "REQUEST_ID_REUSED"
    }
  }

  var field: String? { self == .otherStep ? "request_id" : nil }

  var message: String {
    switch self {
    case .isMoving: "Another call is moving the clock."
    case .isBusy(let what): "The services do not come to rest: \(what)."
    case .otherStep: "The request_id was used for another step."
    }
  }
}
