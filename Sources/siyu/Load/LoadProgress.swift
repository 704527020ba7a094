import Foundation
import Synchronization

/// Tells on standard error how far a run is: a bar that moves on a terminal, else a line now and then.
final class LoadProgress: Sendable {
  private struct State {
    var lastLine = ContinuousClock.now
    var barIsOpen = false
  }

  private let isTerminal = isatty(2) != 0
  private let state = Mutex(State())

  /// Where there is no bar, a line every so many seconds.
  private static let lineSeconds = 10.0
  private static let barWidth = 30

  func say(_ text: String) {
    state.withLock { state in
      if state.barIsOpen { write("\r\u{1B}[K") }
      state.barIsOpen = false
      write(text + "\n")
    }
  }

  func filled(_ what: String, _ count: Int, of total: Int) {
    bar(
      Double(count) / Double(max(1, total)),
      "filling: \(Figures.grouped(count)) of \(Figures.grouped(total)) \(what)")
    if count == total { say("Filled: \(Figures.grouped(total)) \(what).") }
  }

  func ran(_ seconds: Double, of total: Double, _ interval: Interval, over intervalSeconds: Double)
  {
    let ended = interval.ok + interval.failed
    let rate = Figures.grouped(Int((Double(ended) / intervalSeconds).rounded()))
    var text = "\(Int(seconds)) s of \(Int(total)) s  \(rate)/s"
    text += "  p99 \(Figures.milliseconds(interval.latencies.milliseconds(atPercentile: 99)))"
    text += "  failed \(Figures.grouped(interval.failed))"
    if interval.notSent > 0 { text += "  not sent \(Figures.grouped(interval.notSent))" }
    bar(seconds / total, text)
  }

  /// Ends the bar, if one stands there.
  func endBar() {
    state.withLock { state in
      if state.barIsOpen { write("\r\u{1B}[K") }
      state.barIsOpen = false
    }
  }

  private func bar(_ part: Double, _ text: String) {
    state.withLock { state in
      guard isTerminal else {
        let now = ContinuousClock.now
        guard (now - state.lastLine) / .seconds(1) >= Self.lineSeconds else { return }
        state.lastLine = now
        return write(text + "\n")
      }
      let full = Int(Double(Self.barWidth) * min(1, max(0, part)))
      let bar =
        String(repeating: "━", count: full)
        + String(repeating: "╌", count: Self.barWidth - full)
      state.barIsOpen = true
      write("\r\u{1B}[K\(bar) \(Int(100 * min(1, part))) %  \(text)")
    }
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
