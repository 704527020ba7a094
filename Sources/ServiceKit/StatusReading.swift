import Messages
import Protobuf
package import RPC

extension Status {
  /// The reason of a peer's failure, which is what to branch on; nil when it brings none, as a fault
  /// does, and what the way to the peer brought about.
  package var reason: String? {
    guard let details, let status = try? GoogleRpc.Status(unpacking: details) else { return nil }
    let name = "/\(GoogleRpc.ErrorInfo.fullName)"
    for detail in status.details where detail.typeURL.hasSuffix(name) {
      return (try? GoogleRpc.ErrorInfo(unpacking: detail.value))?.reason
    }
    return nil
  }
}
