import Messages
import Protobuf
package import RPC
package import Testing

/// What a call failed with, as its caller reads it from the status and its details.
package struct CallFailure: Sendable, Equatable {
  package var code: StatusCode
  package var message: String
  /// Empty when the status brings no ErrorInfo, which only a fault's does.
  package var reason = ""
  /// The field that BadRequest names first; nil when there is none.
  package var field: String?
  /// WeCom's errcode.
  package var errcode: Int?
  package var metadata: [String: String] = [:]

  package init(_ status: Status) throws {
    code = status.code
    message = status.message
    guard let packed = status.details else { return }
    for detail in try GoogleRpc.Status(unpacking: packed).details {
      switch detail.typeURL.split(separator: "/").last.map(String.init) {
      case GoogleRpc.ErrorInfo.fullName:
        let info = try GoogleRpc.ErrorInfo(unpacking: detail.value)
        reason = info.reason
        metadata = info.metadata
        errcode = info.metadata["errcode"].flatMap(Int.init)
      case GoogleRpc.BadRequest.fullName:
        field = try GoogleRpc.BadRequest(unpacking: detail.value).fieldViolations.first?.field
      default: break
      }
    }
  }
}

/// Expects a call to fail with a code and a reason and, where they are given, a field and an
/// errcode. Returns what it failed with, for further looks; nil when it did not fail by a status.
@discardableResult
package func expectFailure<Reply>(
  _ code: StatusCode, _ reason: String, field: String? = nil, errcode: Int? = nil,
  sourceLocation: SourceLocation = #_sourceLocation, _ call: () async throws -> Reply
) async -> CallFailure? {
  do {
    let reply = try await call()
    Issue.record("The call answered \(reply).", sourceLocation: sourceLocation)
    return nil
  } catch let status as Status {
    guard let failure = try? CallFailure(status) else {
      Issue.record(
        "The details of \(status) are not those of a status.", sourceLocation: sourceLocation)
      return nil
    }
    #expect(failure.code == code, "\(failure)", sourceLocation: sourceLocation)
    #expect(failure.reason == reason, "\(failure)", sourceLocation: sourceLocation)
    if let field { #expect(failure.field == field, "\(failure)", sourceLocation: sourceLocation) }
    if let errcode {
      #expect(failure.errcode == errcode, "\(failure)", sourceLocation: sourceLocation)
    }
    return failure
  } catch {
    Issue.record("The call threw \(error), which is no status.", sourceLocation: sourceLocation)
    return nil
  }
}
