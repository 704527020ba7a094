import Foundation
package import Logging
import Messages
import Protobuf
package import RPC
import Store

/// The one door by which anything thrown leaves a service as a gRPC status.
///
/// A `Failure` leaves whole: code, reason, field, errcode. What the store or the network threw
/// leaves as the kind of trouble it is. Anything else is ours: it is logged once, with an incident
/// id, and the caller gets the id alone.
package struct FailureDoor: Sendable {
  private let service: String
  private let log: Logger

  package init(service: String, log: Logger) {
    self.service = service
    self.log = log
  }

  package func status(of error: any Error, in call: Call) -> Status {
    switch error {
    case let failure as any Failure: status(of: failure)
    case let status as Status: passedOn(status, call)
    case let error as UnpackError:
      if let failure = UnpackFailure(error) {
        status(of: failure)
      } else {
        Status(.internal, error.description)
      }
    case let error as StoreError: status(of: error, call)
    case let refusal as TooManyCalls: status(of: RunningFailure(refusal: refusal))
    case is CancellationError: Status(.cancelled, "The call was cancelled.")
    default: fault(error, call)
    }
  }

  private func status(of failure: some Failure) -> Status {
    var info = GoogleRpc.ErrorInfo(reason: failure.reason, domain: "\(service).siyu")
    info.metadata = failure.metadata
    if let errcode = failure.errcode { info.metadata["errcode"] = String(errcode) }
    var details = [Self.any(info)]
    if let field = failure.field {
      let violation = GoogleRpc.BadRequest.FieldViolation(
        field: field, description: failure.message)
      details.append(
        Self.any(GoogleRpc.BadRequest(fieldViolations: [violation])))
    }
    let pushback = failure.retryMilliseconds.map(Pushback.jittered(milliseconds:))
    if let pushback {
      details.append(
        Self.any(GoogleRpc.RetryInfo(retryDelay: .init(milliseconds: pushback))))
    }
    let status = GoogleRpc.Status(
      code: Int32(failure.code.rawValue), message: failure.message, details: details)
    return Status(
      failure.code, failure.message, details: status.packed(), pushbackMilliseconds: pushback)
  }

  private static func any<Detail: Message>(_ detail: Detail) -> GoogleProtobuf.`Any` {
    .init(typeURL: "type.googleapis.com/\(Detail.fullName)", value: detail.packed())
  }

  /// What a peer answered: its passing troubles are passed on, the rest is a fault between us.
  private func passedOn(_ status: Status, _ call: Call) -> Status {
    switch status.code {
    case .internal, .unknown, .dataLoss, .unimplemented, .unauthenticated, .permissionDenied:
      fault(status, call)
    case .unavailable, .deadlineExceeded, .resourceExhausted, .aborted:
      status.details == nil ? self.status(of: PeerFailure(status: status)) : status
    default: status
    }
  }

  private func status(of error: StoreError, _ call: Call) -> Status {
    switch error {
    case .full: status(of: StoreFailure.diskFull)
    case .queueFull(let name, _): status(of: StoreFailure.busy(queue: name))
    case .tooLate: status(of: StoreFailure.tooLate)
    case .stopped: status(of: StoreFailure.stopped)
    case .closed: status(of: StoreFailure.draining)
    case .damaged: damage(error, call)
    default: fault(error, call)
    }
  }

  private func damage(_ error: StoreError, _ call: Call) -> Status {
    log.critical(
      "A file is damaged.", metadata: ["method": "\(call.method.path)", "error": "\(error)"])
    return status(of: StoreFailure.damaged)
  }

  private func fault(_ error: any Error, _ call: Call) -> Status {
    let incident = UUID().uuidString
    log.error(
      "A call failed by a fault.",
      metadata: [
        "incident": "\(incident)", "method": "\(call.method.path)", "error": "\(error)",
      ])
    return Status(.internal, "Internal error, incident \(incident).")
  }
}

/// A message whose bytes are in order, but not what is in them.
struct UnpackFailure: Failure {
  private let error: UnpackError

  /// Nil for malformed bytes: those are a bug between programs, with no field to name.
  init?(_ error: UnpackError) {
    if error.kind == .malformed { return nil }
    self.error = error
  }

  var code: StatusCode { error.kind == .text ? .invalidArgument : .resourceExhausted }
  var reason: String { error.kind == .text ? "BAD_TEXT" : "MESSAGE_TOO_LARGE" }
  var message: String { error.description }
  var field: String? { error.field.isEmpty ? nil : error.field }
}

/// A service that this one calls was away, slow or overloaded.
struct PeerFailure: Failure {
  let status: Status

  var code: StatusCode { status.code }
  var reason: String { "PEER_\(status.code.name)" }
  var message: String { "A service that this one calls answered \(status)." }
  /// Negative is word not to try again, of which only the peer's own caller can make something.
  var retryMilliseconds: Int? { status.pushbackMilliseconds.flatMap { $0 < 0 ? nil : $0 } }
}

/// Too much was running for one more call.
struct RunningFailure: Failure {
  let refusal: TooManyCalls

  var code: StatusCode { .resourceExhausted }
  var message: String { refusal.message }
  /// WeCom's for too many calls at once.
  var errcode: Int? { 45033 }
  var metadata: [String: String] { ["limit": String(refusal.limit)] }
  var retryMilliseconds: Int? { TooManyCalls.retryMilliseconds }

  var reason: String {
    switch refusal.bound {
    case .connection: "CONNECTION_CALLS_RUNNING"
    case .server: "SERVER_CALLS_RUNNING"
    case .share: "CORP_CALLS_RUNNING"
    }
  }
}

extension GoogleProtobuf.Duration {
  fileprivate init(milliseconds: Int) {
    self.init(seconds: Int64(milliseconds / 1000), nanos: Int32(milliseconds % 1000) * 1_000_000)
  }
}

/// The store's troubles a caller can act on.
package enum StoreFailure: Failure, Equatable {
  case diskFull
  /// A bounded queue is full: `writes`, `scans` or `commit waiters`.
  case busy(queue: String)
  case tooLate
  case stopped
  case damaged
  case draining

  package var code: StatusCode {
    switch self {
    case .diskFull, .busy: .resourceExhausted
    case .tooLate: .deadlineExceeded
    case .stopped, .draining: .unavailable
    case .damaged: .dataLoss
    }
  }

  package var reason: String {
    switch self {
    case .diskFull: "DISK_FULL"
    case .busy: "STORE_QUEUE_FULL"
    case .tooLate: "DEADLINE_TOO_SHORT"
    case .stopped: "STORE_STOPPED"
    case .damaged: "STORE_DAMAGED"
    case .draining: "DRAINING"
    }
  }

  package var message: String {
    switch self {
    case .diskFull: "The disk is full; nothing was changed."
    case .busy(let queue): "Too many \(queue) are waiting; nothing was changed. Try again later."
    case .tooLate: "The deadline comes before the store's turn; nothing was changed."
    case .stopped: "The store has stopped after a failed write; nothing was changed."
    case .damaged:
      "The corp's file is damaged: what was asked for cannot be read or written before it is restored."
    case .draining: "The service is shutting down; try again."
    }
  }

  /// A full queue is under half a second of work.
  package var retryMilliseconds: Int? {
    if case .busy = self { 250 } else { nil }
  }
}
