import Messages
import RPC
import ServiceKit

/// Customers' welcome codes, claimed and given up on behalf of a call.
struct WelcomeCodes: Sendable {
  private let codes: CustomersV1.WelcomeCodeServiceClient
  private let options: CallOptions

  init(_ context: BroadcastsContext, _ call: Call) throws {
    codes = .init(try context.peers.channel(to: "customers"))
    options = context.peers.options(for: call)
  }

  /// Claims a code. The same `requestID` gets the same answer, so that a claim whose answer was lost is
  /// not lost with it.
  func claim(_ code: String, requestID: String) async throws -> WelcomeClaim {
    do {
      let won = try await codes.useWelcomeCode(
        .init(welcomeCode: code, requestID: requestID), options: options)
      return .won(userid: won.userid, externalUserid: won.externalUserid, state: won.state)
    } catch let status as Status {
      switch status.reason {
      case "WELCOME_ALREADY_SENT": return .lost
      case "WELCOME_CODE_INVALID": return .invalid
      case "WELCOME_BEING_SENT": return .held
      default: throw status
      }
    }
  }

  /// Says what became of a claimed code. What customers do not keep any more, or think otherwise of,
  /// changes nothing about what the channel did.
  func finish(_ code: String, isSent: Bool, requestID: String) async throws {
    do {
      _ = try await codes.finishWelcomeCode(
        .init(welcomeCode: code, isSent: isSent, requestID: requestID), options: options)
    } catch let status as Status where status.code == .failedPrecondition {}
  }
}
