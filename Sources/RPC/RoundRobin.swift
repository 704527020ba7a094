/// Which of a channel's lines takes the next call: those that are ready, in turn.
struct RoundRobin {
  /// What can be said of a line, which is the way to one address.
  enum Line {
    /// Not connected, and nothing speaks against trying.
    case idle
    case connecting
    case ready
    /// Connected, with no stream left for another call.
    case full
    /// The last attempt to connect failed, and it is too early for the next.
    case failed
  }

  enum Choice: Equatable {
    case line(Int)
    /// One may become ready.
    case wait
    /// None will before its back-off ends.
    case fail
  }

  private var next = 0

  mutating func choose(among count: Int, _ line: (Int) -> Line) -> Choice {
    var mayWait = false
    for step in 0..<count {
      let index = (next + step) % count
      switch line(index) {
      case .ready:
        next = index + 1
        return .line(index)
      case .idle, .connecting, .full: mayWait = true
      case .failed: break
      }
    }
    return mayWait ? .wait : .fail
  }
}
