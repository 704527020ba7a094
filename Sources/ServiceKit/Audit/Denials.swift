import Logging
import RPC
import Synchronization

/// Writes into the audit log that a call was denied which would have changed something: a right that the
/// app has not, a member outside of its data scope.
///
/// It is written soon after the answer, not before: a refusal costs whoever asks for it more than it
/// costs us. Each app has so many entries a minute; what is beyond that is counted, and the count
/// follows as an entry of its own when the minute is over, or the service drains. Who has no token has
/// no corp, and stays in logs and metrics.
///
/// Any thread may use it.
final class Denials: Sendable {
  /// The reason of an entry that stands for those beyond the bound.
  static let furtherReason = "FURTHER_DENIALS"
  private static let windowSeconds: Int64 = 60
  /// Denials that wait to be written. What comes in vain is counted as those beyond the bound are.
  private static let queueMax = 1024

  private struct Denial: Sendable {
    let corp: String
    let draft: AuditDraft
  }

  private struct Key: Hashable {
    let corp: String
    let app: String
  }

  /// What an app was denied in a minute.
  private struct Window {
    var written = 0
    var rest: Int64 = 0
  }

  private let perMinuteMax: Int
  private let clock: Clock
  private let queue: AsyncStream<Denial>.Continuation
  private let windows = Mutex<[Key: Window]>([:])
  private let writing: Task<Void, Never>
  /// Ends the minutes that have begun.
  private let ending = Mutex<[Key: Task<Void, Never>]>([:])

  init(
    policies: Policies, clock: Clock, log: Logger,
    write: @escaping @Sendable (_ corp: String, AuditDraft) async throws -> Void
  ) {
    perMinuteMax = policies[.auditDenialsPerMinuteMax]
    self.clock = clock
    let (denials, queue) = AsyncStream.makeStream(
      of: Denial.self, bufferingPolicy: .bufferingOldest(Self.queueMax))
    self.queue = queue
    writing = Task {
      for await denial in denials {
        do {
          try await write(denial.corp, denial.draft)
        } catch {
          log.warning(
            "A denial is not in the audit log.",
            metadata: [
              "app": "\(denial.draft.app)", "method": "\(denial.draft.method)", "error": "\(error)",
            ])
        }
      }
    }
  }

  /// Takes note of why a call failed, if that is a denial of a change.
  func note(_ error: any Error, in call: Call) {
    guard call.method.mutates, let failure = error as? any Failure,
      failure.code == .permissionDenied, let principal = call.knownPrincipal
    else { return }
    let key = Key(corp: principal.corp, app: principal.app)
    let mayWrite = windows.withLock { windows in
      if windows[key] == nil { endLater(key) }
      var window = windows[key] ?? Window()
      defer { windows[key] = window }
      guard window.written < perMinuteMax else {
        window.rest += 1
        return false
      }
      window.written += 1
      return true
    }
    guard mayWrite else { return }
    let draft = AuditDraft(denial: failure, of: call, principal)
    if case .dropped = queue.yield(Denial(corp: key.corp, draft: draft)) {
      windows.withLock { $0[key]?.rest += 1 }
    }
  }

  private func endLater(_ key: Key) {
    let end = clock.now.advanced(bySeconds: Self.windowSeconds)
    let task = Task { [weak self, clock] in
      guard (try? await clock.sleep(until: end)) != nil else { return }
      self?.end(key)
    }
    ending.withLock { $0[key] = task }
  }

  private func end(_ key: Key) {
    ending.withLock { _ = $0.removeValue(forKey: key) }
    let window = windows.withLock { $0.removeValue(forKey: key) }
    guard let window, window.rest > 0 else { return }
    queue.yield(
      Denial(corp: key.corp, draft: AuditDraft(furtherDenials: window.rest, of: key.app)))
  }

  /// Writes what there is to write. Nothing may be noted any more.
  func drain() async {
    for task in ending.withLock({ Array($0.values) }) { task.cancel() }
    for key in windows.withLock({ Array($0.keys) }) { end(key) }
    queue.finish()
    await writing.value
  }
}
