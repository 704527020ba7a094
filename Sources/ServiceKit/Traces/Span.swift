import RPC

/// A piece of work that has ended, as a trace shows it.
struct Span: Sendable {
  enum Kind: Sendable {
    /// Within the service: a job.
    case inner
    /// A call that was answered.
    case server
    /// A call that was made.
    case client
  }

  enum Value: Sendable {
    case text(String)
    case number(Int64)
  }

  /// The service of ours that did it.
  let service: String
  let context: TraceContext
  /// The spanID of what it was done for; empty at the root.
  let parentID: String
  let kind: Kind
  let name: String
  let start: Instant
  let end: Instant
  let attributes: [(name: String, value: Value)]
  /// What went wrong; nil when nothing did.
  let error: String?
}

/// A piece of work while it is done.
package final class RunningSpan: Sendable {
  /// What is done for it is told this.
  package let context: TraceContext
  let parentID: String
  let kind: Span.Kind
  let name: String
  let start: Instant

  init(
    _ kind: Span.Kind, _ name: String, in parent: TraceContext?, start: Instant
  ) {
    self.kind = kind
    self.name = name
    self.start = start
    parentID = parent?.spanID ?? ""
    context = TraceContext(
      traceID: parent?.traceID ?? Lots.shared.id() + Lots.shared.id(), spanID: Lots.shared.id(),
      isSampled: true, state: parent?.state ?? "")
  }
}
