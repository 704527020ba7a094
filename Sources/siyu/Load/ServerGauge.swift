import Foundation
import RPC

/// Reads in /proc what a process on this machine uses. Another user's needs root.
struct ServerGauge {
  let pid: Int

  /// What a process uses at a moment.
  struct Reading: Sendable {
    /// Of all its threads since it began.
    let cpuSeconds: Double
    let memoryBytes: Int
    let descriptors: Int
    /// The size of the write-ahead logs it holds open.
    let walBytes: Int
  }

  /// The process that listens there; nil when it is on another machine, or cannot be seen.
  init?(listeningAt address: ListenAddress) {
    guard let inode = Self.listeningInode(address) else { return nil }
    let wanted = "socket:[\(inode)]"
    let pids = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.compactMap(Int.init)
    guard
      let pid = pids?.first(where: { pid in Self.descriptors(pid)?.contains(wanted) ?? false })
    else { return nil }
    self.init(pid: pid)
  }

  init?(pid: Int) {
    self.pid = pid
    if read() == nil { return nil }
  }

  /// Nil when the process is gone or is not ours to look at.
  func read() -> Reading? {
    guard let stat = Self.text("/proc/\(pid)/stat"),
      let statm = Self.text("/proc/\(pid)/statm"),
      let targets = Self.descriptors(pid),
      // The name of the program, in brackets, may hold anything.
      let nameEnd = stat.lastIndex(of: ")")
    else { return nil }
    let fields = stat[nameEnd...].split(separator: " ")
    let pages = statm.split(separator: " ")
    guard fields.count > 13, pages.count > 1, let user = Double(fields[12]),
      let system = Double(fields[13]), let resident = Int(pages[1])
    else { return nil }
    return Reading(
      cpuSeconds: (user + system) / Double(sysconf(Int32(_SC_CLK_TCK))),
      memoryBytes: resident * sysconf(Int32(_SC_PAGESIZE)), descriptors: targets.count,
      // Each reader of a database has its log open.
      walBytes: Set(targets).filter { $0.hasSuffix("-wal") }.reduce(0) { $0 + Self.size($1) })
  }

  /// CPU seconds of this process, the tool's own: `clock` counts microseconds on every POSIX system.
  static var ownCPUSeconds: Double { Double(clock()) / 1e6 }

  // MARK: /proc

  private static func text(_ path: String) -> String? {
    try? String(contentsOfFile: path, encoding: .utf8)
  }

  private static func size(_ path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.size] as? Int ?? 0
  }

  /// What a process' descriptors lead to.
  private static func descriptors(_ pid: Int) -> [String]? {
    let folder = "/proc/\(pid)/fd"
    return (try? FileManager.default.contentsOfDirectory(atPath: folder))?.compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")
    }
  }

  private static func listeningInode(_ address: ListenAddress) -> Substring? {
    switch address {
    case .unix(let path):
      // Num RefCount Protocol Flags Type St Inode Path; the flag is that it accepts connections.
      return lines("/proc/net/unix").first {
        $0.count > 7 && $0[7] == path && $0[3] == "00010000"
      }?[6]
    case .tcp(let host, let port):
      guard isHere(host) else { return nil }
      // sl local_address rem_address st … inode; state 0A listens.
      let suffix = String(format: ":%04X", port)
      return (lines("/proc/net/tcp") + lines("/proc/net/tcp6")).first {
        $0.count > 9 && $0[3] == "0A" && $0[1].hasSuffix(suffix)
      }?[9]
    }
  }

  private static func isHere(_ host: String) -> Bool {
    host == "localhost" || host == "::1" || host == "::" || host == "0.0.0.0"
      || host.hasPrefix("127.")
  }

  private static func lines(_ path: String) -> [[Substring]] {
    (text(path) ?? "").split(separator: "\n").map { $0.split(separator: " ") }
  }
}
