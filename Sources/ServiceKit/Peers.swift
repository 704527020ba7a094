package import RPC

/// The other services that a service calls, by name, through generated clients over their channels.
package struct Peers: Sendable {
  package enum Mistake: Error, Equatable {
    case noAddress(service: String)
  }

  /// How long a peer may take over one call, retries and all.
  package static let timeoutMilliseconds = 30_000
  /// What a service keeps of its caller's time for itself when it asks a peer: to send its own
  /// answer before the caller has given up.
  package static let marginMilliseconds = 5
  /// A peer that is not there, or that says when to come back, is asked again: all that changes
  /// anything takes a request_id.
  package static let retry = RetryPolicy(
    attempts: 4, firstBackoffMilliseconds: 100, longestBackoffMilliseconds: 2_000, multiplier: 2,
    codes: [.unavailable], pushbackCodes: [.resourceExhausted])

  /// The peers are near and few: one that is back, or has another address, is found at once.
  package static var channelLimits: ChannelLimits {
    var limits = ChannelLimits()
    limits.connectSeconds = 5
    limits.longestBackoffSeconds = 2
    limits.resolveSeconds = 5
    limits.keepaliveTimeoutSeconds = 5
    return limits
  }

  private let channels: [String: Channel]
  /// The app that the calls are made as.
  private let app: String
  private let token: PeerToken?
  private var sight: ServiceSight?

  /// - Parameter token: What says that it is we who call, where no certificate does.
  package init(
    _ channels: [String: Channel] = [:], app: String = "siyu", token: PeerToken? = nil
  ) {
    self.channels = channels
    self.app = app
    self.token = token
  }

  /// The same, every call seen by the service that makes it.
  func seen(by sight: ServiceSight) -> Peers {
    var peers = self
    peers.sight = sight
    return peers
  }

  package func channel(to service: String) throws -> Channel {
    guard let channel = channels[service] else { throw Mistake.noAddress(service: service) }
    return channel
  }

  /// How to call a peer on behalf of a corp, within so much time. What a job asks goes on in its trace.
  package func options(
    corp: String, timeoutMilliseconds: Int = Peers.timeoutMilliseconds
  ) -> CallOptions {
    let errand = Errand.current
    return options(
      corp: corp, timeoutMilliseconds: timeoutMilliseconds, trace: errand?.trace,
      requestID: errand?.requestID)
  }

  private func options(
    corp: String, timeoutMilliseconds: Int = Peers.timeoutMilliseconds, trace: TraceContext?,
    requestID: String?
  ) -> CallOptions {
    var metadata = Metadata()
    metadata.append("siyu-corp", corp)
    metadata.append("siyu-app", app)
    if let token { metadata.append("authorization", token.authorization) }
    var options = CallOptions(
      metadata: metadata, timeoutMilliseconds: timeoutMilliseconds, retry: Self.retry)
    if let sight {
      options.beginning = { method, metadata in
        sight.began(method, in: trace, requestID: requestID, corp: corp, &metadata)
      }
    }
    return options
  }

  /// How to call a peer while answering a call: for its corp, within what is left of its time less
  /// the margin, and never longer than a peer may take.
  package func options(for call: Call) -> CallOptions {
    var options = options(
      corp: call.principal.corp, trace: call.trace, requestID: call.requestID)
    options.deadline = call.deadline?.earlier(byMilliseconds: Self.marginMilliseconds)
    return options
  }

  package func close() async {
    for channel in channels.values { await channel.close() }
  }
}
