/// What the writer needs at the least for the bodies before a new one, learnt from its last batches.
///
/// Each of those counts by its own means, and the fastest decides: who is refused on this word would
/// have waited in vain, as far as anybody can know.
struct WriteForecast {
  private struct Batch {
    var body: Duration
    var commit: Duration
  }

  /// Enough to forget a stall within a second or so of work, few enough to see one come.
  private static let batchesKept = 8

  private var batches: [Batch] = []
  private var oldest = 0

  /// Notes how long a batch of bodies ran, and how long it then took to commit.
  mutating func note(bodies: Int, running: Duration, committing: Duration) {
    guard bodies > 0 else { return }
    let batch = Batch(body: running / bodies, commit: committing)
    if batches.count < Self.batchesKept {
      batches.append(batch)
    } else {
      batches[oldest] = batch
      oldest = (oldest + 1) % Self.batchesKept
    }
  }

  /// Nothing when no body is ahead: its like would never be measured again if it were refused.
  func least(bodiesAhead: Int) -> Duration {
    guard bodiesAhead > 0, let body = batches.map(\.body).min(),
      let commit = batches.map(\.commit).min()
    else { return .zero }
    return body * bodiesAhead + commit
  }
}
