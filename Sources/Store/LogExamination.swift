internal import CPageChecksum
internal import Glibc

/// Holds a write-ahead log against what is known to have been committed to it.
///
/// SQLite's recovery reads a log up to the first frame that does not add up and takes the rest for
/// what a crash left unfinished: a flipped bit would cost every commit behind it, without a word. Two
/// witnesses tell the one from the other. The index beside the log, which outlives the process, counts
/// the frames of every commit that was synced; and a frame behind a commit was only begun when that
/// commit had been synced. So damage is noticed, but in the very last commit after a loss of power
/// that took the index along: it then looks the same as one that never became whole.
enum LogExamination {
  /// Throws `damaged` when the log no longer holds what was committed to it.
  ///
  /// Nobody in this process has the database open. Another process may be writing: then the log can
  /// begin anew while it is read, so bad news counts only when a second look at the same log agrees.
  static func requireWhole(of path: String) throws {
    var last: Verdict?
    for _ in 0..<16 {
      let verdict = try Verdict(path)
      if verdict.committed >= verdict.certain { return }
      if verdict == last { break }
      last = verdict
    }
    guard let last else { return }
    throw StoreError.damaged(
      path: path,
      message: """
        its log holds \(last.committed) frames of at least \(last.certain) that were committed; \
        what stood in the others is lost, so restore a backup
        """)
  }

  private struct Verdict: Equatable {
    let committed: UInt32
    let certain: UInt32
    let salts: [UInt32]

    init(_ path: String) throws {
      var state = siyu_log_state()
      let code = siyu_log_examine(path + "-wal", path + "-shm", &state)
      guard code == 0 else {
        throw StoreError.cannotOpen(path: path + "-wal", message: String(cString: strerror(code)))
      }
      committed = state.committed_frames
      certain = state.certain_frames
      salts = [state.salts.0, state.salts.1]
    }
  }
}
