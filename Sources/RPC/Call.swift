import NIOCore
package import Protobuf
import Synchronization

/// What the calls of one connection have in common that came with the same headers.
@usableFromInline
final class CallOrigin: Sendable {
  let route: Route
  let metadata: Metadata
  let peer: PeerAddress
  /// How messages that are marked as compressed were made.
  let compression: Compression?
  /// How the caller would take compressed replies.
  let acceptedCompression: Compression?
  let hasTraceparent: Bool

  init(_ route: Route, _ head: RequestHead, _ peer: PeerAddress) {
    self.route = route
    self.metadata = head.metadata
    self.peer = peer
    self.compression = head.compression
    self.acceptedCompression = head.acceptedCompression
    hasTraceparent = head.metadata["traceparent"] != nil
  }
}

/// One call as its handler sees it. Any thread may use it.
///
/// The runtime makes none but `ServerExchange`s: the call and what is done for it are one object.
@usableFromInline
package class Call: @unchecked Sendable {
  @usableFromInline final let origin: CallOrigin
  /// When the caller stops waiting, or may wait no longer; nil if neither is said.
  @exclusivity(unchecked) package private(set) final var deadline: Deadline?
  /// What the request is held against before its handler sees it; nil, as for nearly all, for nothing.
  /// Set by interceptors alone: after them it is settled.
  @exclusivity(unchecked) package final var requestCheck: (@Sendable (any Message) throws -> Void)?
  private final let began: NIODeadline
  /// What the method's watch keeps with the call. Set by `began` alone, when nobody else knows it.
  package final var note: (any AnyObject & Sendable)?

  private struct State {
    var context: (any Sendable)?
    var initialMetadata: Metadata?
    var trailers: Metadata?
    var isCancelled = false
    var replyCompression: Compression?
    var compressedRequests = 0
  }

  private final let state = Mutex(State())
  /// Whether the handler has metadata to send, or compresses: the many calls that do neither take
  /// no lock.
  private final let hasExtras = Atomic(false)
  private final let hasSentHead = Atomic(false)

  init(_ origin: CallOrigin, deadline: Deadline?, began: NIODeadline = .now()) {
    self.origin = origin
    self.deadline = deadline
    self.began = began
  }

  /// A call that no connection brought: to ask what would be said to one.
  package convenience init(
    method: MethodDescriptor, metadata: Metadata = Metadata(), deadline: Deadline? = nil,
    peer: PeerAddress = PeerAddress(description: "nobody", isLoopback: true)
  ) {
    var head = RequestHead(target: .unknown)
    head.metadata = metadata
    let route = Route(method: method, handler: .single { _, _ in })
    self.init(CallOrigin(route, head, peer), deadline: deadline)
  }

  /// Lets the call run no longer than so. For interceptors alone: after them the moment is settled.
  package final func end(by moment: Deadline) {
    if let deadline, deadline.uptimeNanoseconds <= moment.uptimeNanoseconds { return }
    deadline = moment
  }

  /// Ends the call from outside of its handler, which is cancelled: the caller is told the error. For one
  /// that has been answered it comes too late.
  package func end(throwing error: any Error) {}

  package final var method: MethodDescriptor { origin.route.method }

  /// What the caller sent beside the messages.
  package final var metadata: Metadata { origin.metadata }

  /// Whether the caller sent a trace's context. Looked up once for all calls with the same headers.
  package final var hasTraceparent: Bool { origin.hasTraceparent }

  /// When its headers came, in nanoseconds of the monotonic clock.
  package final var beganNanoseconds: UInt64 { began.uptimeNanoseconds }

  /// How long ago that is.
  package final var elapsedNanoseconds: Int64 { (NIODeadline.now() - began).nanoseconds }

  package final var peer: PeerAddress { origin.peer }

  /// What an interceptor found out about the caller, for the handler.
  package final var context: (any Sendable)? {
    get { state.withLock { $0.context } }
    set { state.withLock { $0.context = newValue } }
  }

  /// Whether nobody waits for the answer any more. The handler's task is cancelled as well.
  package final var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Sends this before the first reply. Too late after it.
  package final func setInitialMetadata(_ metadata: Metadata) {
    state.withLock { $0.initialMetadata = metadata }
    hasExtras.store(true, ordering: .releasing)
  }

  /// Sends this after the last reply, beside the status.
  package final func appendTrailers(_ metadata: Metadata) {
    state.withLock { if $0.trailers?.append(metadata) == nil { $0.trailers = metadata } }
    hasExtras.store(true, ordering: .releasing)
  }

  /// Compresses the replies if the caller takes that. Too late after the first reply. Not for
  /// replies that mix a secret with what a caller may choose: their lengths would tell.
  package final func compressReplies() {
    guard !hasSentHead.load(ordering: .acquiring) else { return }
    state.withLock { $0.replyCompression = origin.acceptedCompression }
    hasExtras.store(true, ordering: .releasing)
  }

  /// How many of the requests taken so far came compressed.
  package final var compressedRequests: Int { state.withLock { $0.compressedRequests } }

  final func noteCompressedRequest() { state.withLock { $0.compressedRequests += 1 } }

  final var replyCompression: Compression? {
    hasExtras.load(ordering: .acquiring) ? state.withLock { $0.replyCompression } : nil
  }

  /// What the headers of the answer say, from now on for good.
  final func takeHead() -> (metadata: Metadata?, compression: Compression?) {
    hasSentHead.store(true, ordering: .releasing)
    guard hasExtras.load(ordering: .acquiring) else { return (nil, nil) }
    return state.withLock { ($0.initialMetadata, $0.replyCompression) }
  }

  final func markCancelled() { state.withLock { $0.isCancelled = true } }

  /// Nil when there are none.
  final var trailers: Metadata? {
    hasExtras.load(ordering: .acquiring) ? state.withLock { $0.trailers } : nil
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
