internal import Glibc
internal import Synchronization

/// A place where a test may ask the process to die.
///
/// The environment variable `SIYU_CRASH_AT` names one point and, after a colon, which passing of it
/// is the last: `before-commit`, `after-commit:20`. The process then ends with status 137, as after
/// `kill -9`: no handler runs, nothing is flushed. Without the variable a point costs one load.
enum CrashPoint: String {
  /// The batch is written, COMMIT has not begun.
  case beforeCommit = "before-commit"
  /// The batch is on disk, nobody has been told.
  case afterCommit = "after-commit"
  /// A migration has run and is recorded, its COMMIT has not begun.
  case midMigration = "mid-migration"
  /// A checkpoint is about to begin.
  case beforeCheckpoint = "before-checkpoint"

  static func pass(_ point: CrashPoint) {
    guard let armed, armed.point == point else { return }
    if armed.passings.wrappingAdd(1, ordering: .relaxed).newValue >= armed.last { _exit(137) }
  }

  private final class Armed: Sendable {
    let point: CrashPoint
    let last: Int
    let passings = Atomic<Int>(0)

    init(point: CrashPoint, last: Int) {
      self.point = point
      self.last = last
    }
  }

  private static let armed: Armed? = {
    guard let wish = getenv("SIYU_CRASH_AT").map({ String(cString: $0) }), !wish.isEmpty else {
      return nil
    }
    let parts = wish.split(separator: ":", maxSplits: 1)
    // A misspelt point would let a crash test pass without a crash.
    guard let point = CrashPoint(rawValue: String(parts[0])),
      let last = parts.count == 1 ? 1 : Int(parts[1]), last > 0
    else {
      let complaint = "SIYU_CRASH_AT=\(wish) names no crash point\n"
      _ = complaint.withCString { write(STDERR_FILENO, $0, strlen($0)) }
      _exit(2)
    }
    return Armed(point: point, last: last)
  }()
}
