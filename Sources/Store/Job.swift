internal import Synchronization

/// A caller suspended while its body waits for, and runs on, a thread of the store.
///
/// States: created → waiting → begun, or cancelled from either of the first two. Whoever moves it
/// out of `waiting` resumes the caller, so it is resumed exactly once: the canceller at once, or the
/// thread that began it, when its result counts.
class Job<Access>: @unchecked Sendable {
  fileprivate enum State: UInt8, AtomicRepresentable { case created, waiting, begun, cancelled }

  /// Set when the task is cancelled, for a body that can end early.
  let isCancelled = Atomic<Bool>(false)

  /// After it nobody waits for the body, and it must not begin.
  let deadline: ContinuousClock.Instant?

  fileprivate let state = Atomic<State>(.created)

  fileprivate init(deadline: ContinuousClock.Instant?) { self.deadline = deadline }

  /// Takes the job for running; false when its caller has been told that it is cancelled.
  final func begin() -> Bool { move(from: .waiting, to: .begun) }

  /// Runs the body and keeps its result; rethrows what it threw.
  func run(_ access: Access) throws { preconditionFailure("abstract") }

  /// Makes this the result, whatever the body gave.
  func fail(with error: any Error) { preconditionFailure("abstract") }

  func resume() { preconditionFailure("abstract") }

  fileprivate func resumeCancelled() { preconditionFailure("abstract") }

  fileprivate final func move(from: State, to: State) -> Bool {
    state.compareExchange(expected: from, desired: to, ordering: .acquiringAndReleasing).exchanged
  }

  fileprivate final func cancel() {
    isCancelled.store(true, ordering: .releasing)
    if move(from: .created, to: .cancelled) { return }
    if move(from: .waiting, to: .cancelled) { resumeCancelled() }
  }
}

/// A job with the type of its result.
final class BodyJob<Access, Value: Sendable>: Job<Access>, @unchecked Sendable {
  private let body: @Sendable (Access) throws -> Value
  private var continuation: UnsafeContinuation<Value, any Error>?
  private var result: Result<Value, any Error> = .failure(CancellationError())

  private init(
    _ body: @escaping @Sendable (Access) throws -> Value, deadline: ContinuousClock.Instant?
  ) {
    self.body = body
    super.init(deadline: deadline)
  }

  /// Submits the body and suspends until a thread has answered. `submit` queues the job or says why
  /// not.
  static func result(
    of body: @escaping @Sendable (Access) throws -> Value,
    deadline: ContinuousClock.Instant? = nil,
    submit: (Job<Access>) -> StoreError?
  ) async throws -> Value {
    let job = BodyJob(body, deadline: deadline)
    return try await withTaskCancellationHandler {
      try await withUnsafeThrowingContinuation { continuation in
        job.continuation = continuation
        guard job.move(from: .created, to: .waiting) else {
          continuation.resume(throwing: CancellationError())
          return
        }
        if let refusal = submit(job), job.begin() { continuation.resume(throwing: refusal) }
      }
    } onCancel: {
      job.cancel()
    }
  }

  override func run(_ access: Access) throws {
    result = Result { try body(access) }
    _ = try result.get()
  }

  override func fail(with error: any Error) { result = .failure(error) }

  override func resume() { continuation?.resume(with: result) }

  override fileprivate func resumeCancelled() {
    continuation?.resume(throwing: CancellationError())
  }
}
