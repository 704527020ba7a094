import Synchronization

/// One call as its handler sees it. Any thread may use it.
@usableFromInline
package final class Call: Sendable {
  package let method: MethodDescriptor
  /// What the caller sent beside the messages.
  package let metadata: Metadata
  /// When the caller stops waiting; nil if he never does.
  package let deadline: Deadline?
  package let peer: PeerAddress
  /// How the caller would take compressed replies.
  private let acceptedCompression: Compression?

  private struct State {
    var context: (any Sendable)?
    var initialMetadata = Metadata()
    var trailers = Metadata()
    var isCancelled = false
    var replyCompression: Compression?
    var compressedRequests = 0
  }

  private let state = Mutex(State())
  /// Whether the handler has metadata to send, or compresses: the many calls that do neither take
  /// no lock.
  private let hasExtras = Atomic(false)
  private let hasSentHead = Atomic(false)

  package init(
    method: MethodDescriptor, metadata: Metadata = Metadata(), deadline: Deadline? = nil,
    peer: PeerAddress = PeerAddress(description: "nobody", isLoopback: true),
    acceptedCompression: Compression? = nil
  ) {
    self.method = method
    self.metadata = metadata
    self.deadline = deadline
    self.peer = peer
    self.acceptedCompression = acceptedCompression
  }

  /// What an interceptor found out about the caller, for the handler.
  package var context: (any Sendable)? {
    get { state.withLock { $0.context } }
    set { state.withLock { $0.context = newValue } }
  }

  /// Whether nobody waits for the answer any more. The handler's task is cancelled as well.
  package var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Sends this before the first reply. Too late after it.
  package func setInitialMetadata(_ metadata: Metadata) {
    state.withLock { $0.initialMetadata = metadata }
    hasExtras.store(true, ordering: .releasing)
  }

  /// Sends this after the last reply, beside the status.
  package func appendTrailers(_ metadata: Metadata) {
    state.withLock { $0.trailers.append(metadata) }
    hasExtras.store(true, ordering: .releasing)
  }

  /// Compresses the replies if the caller takes that. Too late after the first reply. Not for
  /// replies that mix a secret with what a caller may choose: their lengths would tell.
  package func compressReplies() {
    guard !hasSentHead.load(ordering: .acquiring) else { return }
    state.withLock { $0.replyCompression = acceptedCompression }
    hasExtras.store(true, ordering: .releasing)
  }

  /// How many of the requests taken so far came compressed.
  package var compressedRequests: Int { state.withLock { $0.compressedRequests } }

  func noteCompressedRequest() { state.withLock { $0.compressedRequests += 1 } }

  var replyCompression: Compression? {
    hasExtras.load(ordering: .acquiring) ? state.withLock { $0.replyCompression } : nil
  }

  /// What the headers of the answer say, from now on for good. Metadata is nil when there is none.
  func takeHead() -> (metadata: Metadata?, compression: Compression?) {
    hasSentHead.store(true, ordering: .releasing)
    guard hasExtras.load(ordering: .acquiring) else { return (nil, nil) }
    return state.withLock { state in
      (state.initialMetadata.isEmpty ? nil : state.initialMetadata, state.replyCompression)
    }
  }

  func markCancelled() { state.withLock { $0.isCancelled = true } }

  /// Nil when there are none.
  var trailers: Metadata? {
    guard hasExtras.load(ordering: .acquiring) else { return nil }
    return state.withLock { $0.trailers.isEmpty ? nil : $0.trailers }
  }
}

/// Looks at every call before its handler runs: who calls, may he, is there room.
///
/// Runs on the event loop and must not block. What it throws answers the call; what it learns it
/// leaves in `call.context`.
package protocol Interceptor: Sendable {
  /// Returns the share that the call's handler counts in; nil when only the whole is bounded.
  func admit(_ call: Call) throws -> HandlerShare?
}

/// Turns whatever an interceptor or a handler threw into the answer.
package typealias FailureMapper = @Sendable (any Error, Call) -> Status
