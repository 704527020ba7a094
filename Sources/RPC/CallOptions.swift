import Synchronization

/// What a caller may ask for beside the request.
package struct CallOptions: Sendable {
  package var metadata: Metadata
  /// How long the caller waits, from the start of the call. Nil for ever.
  package var timeoutMilliseconds: Int?
  /// Until when the caller waits: to pass on the deadline of a call that is being answered. The
  /// earlier of the two counts.
  package var deadline: Deadline?
  /// Waits for a connection until the deadline, where a call would otherwise fail at once because
  /// the last attempt to connect failed.
  package var waitForReady: Bool
  /// Compresses the requests, for a server that is known to take it. Replies may come compressed
  /// in any case.
  package var compression: Compression?
  /// When the call is sent again after a failure; nil leaves it to the channel.
  package var retry: RetryPolicy?
  /// Gets the metadata of the answer.
  package var report: CallReport?
  /// Told of each call made with these options.
  package var beginning: CallBeginning?

  package init(
    metadata: Metadata = Metadata(), timeoutMilliseconds: Int? = nil, deadline: Deadline? = nil,
    waitForReady: Bool = false, compression: Compression? = nil, retry: RetryPolicy? = nil,
    report: CallReport? = nil
  ) {
    self.metadata = metadata
    self.timeoutMilliseconds = timeoutMilliseconds
    self.deadline = deadline
    self.waitForReady = waitForReady
    self.compression = compression
    self.retry = retry
    self.report = report
  }

  var earliestDeadline: Deadline? {
    let own = timeoutMilliseconds.map { Deadline(afterMilliseconds: $0) }
    guard let own, let deadline else { return own ?? deadline }
    return own.uptimeNanoseconds < deadline.uptimeNanoseconds ? own : deadline
  }
}

/// What came beside the replies of a call. Empty until it comes; complete when the call has ended.
package final class CallReport: Sendable {
  private let state = Mutex(
    (initialMetadata: Metadata(), trailers: Metadata(), compressedReplies: 0))

  package init() {}

  package var initialMetadata: Metadata { state.withLock { $0.initialMetadata } }
  package var trailers: Metadata { state.withLock { $0.trailers } }

  /// How many of the replies taken so far came compressed.
  package var compressedReplies: Int { state.withLock { $0.compressedReplies } }

  func noteCompressedReply() { state.withLock { $0.compressedReplies += 1 } }

  func setInitialMetadata(_ metadata: Metadata) {
    state.withLock { $0.initialMetadata = metadata }
  }

  func setTrailers(_ metadata: Metadata) {
    state.withLock { $0.trailers = metadata }
  }
}
