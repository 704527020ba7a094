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

  private struct State {
    var context: (any Sendable)?
    var initialMetadata = Metadata()
    var trailers = Metadata()
    var isCancelled = false
  }

  private let state = Mutex(State())
  /// Whether the handler has metadata to send: the many calls that have none take no lock.
  private let hasMetadata = Atomic(false)

  package init(
    method: MethodDescriptor, metadata: Metadata = Metadata(), deadline: Deadline? = nil,
    peer: PeerAddress = PeerAddress(description: "nobody", isLoopback: true)
  ) {
    self.method = method
    self.metadata = metadata
    self.deadline = deadline
    self.peer = peer
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
    hasMetadata.store(true, ordering: .releasing)
  }

  /// Sends this after the last reply, beside the status.
  package func appendTrailers(_ metadata: Metadata) {
    state.withLock { $0.trailers.append(metadata) }
    hasMetadata.store(true, ordering: .releasing)
  }

  func markCancelled() { state.withLock { $0.isCancelled = true } }

  /// Nil when there is none.
  var initialMetadata: Metadata? {
    guard hasMetadata.load(ordering: .acquiring) else { return nil }
    return state.withLock { $0.initialMetadata.isEmpty ? nil : $0.initialMetadata }
  }

  /// Nil when there are none.
  var trailers: Metadata? {
    guard hasMetadata.load(ordering: .acquiring) else { return nil }
    return state.withLock { $0.trailers.isEmpty ? nil : $0.trailers }
  }
}

/// Looks at every call before its handler runs: who calls, may he, is there room.
///
/// Runs on the event loop and must not block. What it throws answers the call; what it learns it
/// leaves in `call.context`.
package protocol Interceptor: Sendable {
  func admit(_ call: Call) throws
}

/// Turns whatever an interceptor or a handler threw into the answer.
package typealias FailureMapper = @Sendable (any Error, Call) -> Status
