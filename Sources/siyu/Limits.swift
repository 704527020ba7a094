import ArgumentParser
import RPC

/// Lists what `siyu serve --limit` takes.
struct Limits: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List what a server lets its callers use: each limit, its default, its meaning.")

  func run() {
    let limits = ServerLimits()
    let width = ServerLimits.named.map(\.name.count).max()!
    for limit in ServerLimits.named {
      let gap = String(repeating: " ", count: width - limit.name.count)
      let value = String(limits.value(of: limit))
      let space = String(repeating: " ", count: max(0, 10 - value.count))
      print("\(limit.name)\(gap)  \(value)\(space)  \(limit.meaning)")
    }
  }
}
