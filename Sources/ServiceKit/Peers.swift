package import RPC

/// The other services that a service calls, by name, through generated clients over their channels.
package struct Peers: Sendable {
  package enum Mistake: Error, Equatable {
    case noAddress(service: String)
  }

  private let channels: [String: Channel]

  package init(_ channels: [String: Channel] = [:]) {
    self.channels = channels
  }

  package func channel(to service: String) throws -> Channel {
    guard let channel = channels[service] else { throw Mistake.noAddress(service: service) }
    return channel
  }

  /// How to call a peer on behalf of a corp, within so much time.
  package func options(corp: String, timeoutMilliseconds: Int = 30_000) -> CallOptions {
    var metadata = Metadata()
    metadata.append("siyu-corp", corp)
    metadata.append("siyu-app", "siyu")
    return CallOptions(metadata: metadata, timeoutMilliseconds: timeoutMilliseconds)
  }

  /// How to call a peer while answering a call: its corp, and what is left of its time.
  package func options(for call: Call) -> CallOptions {
    options(
      corp: call.principal.corp,
      timeoutMilliseconds: Int(min(30_000, call.deadline?.remainingMilliseconds ?? 30_000)))
  }

  package func close() async {
    for channel in channels.values { await channel.close() }
  }
}
