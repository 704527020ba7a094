import Metrics
import Foundation
import Store

/// What a process shows of itself as a whole, as `/proc` has it.
package enum ProcessSight {
  package static func observe(_ registry: Registry, version: String, clock: Clock = .system) {
    registry.gauge(.build, [("version", version)]).set(1)
    registry.observe(.processCPU) {
      var usage = rusage()
      guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return nil }
      return usage.ru_utime.seconds + usage.ru_stime.seconds
    }
    registry.observe(.processMemory) { number(1, of: "/proc/self/statm").map { $0 * pageBytes } }
    registry.observe(.processVirtualMemory) {
      number(0, of: "/proc/self/statm").map { $0 * pageBytes }
    }
    registry.observe(.processDescriptors) {
      // Listing them takes one more.
      (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")).map {
        Double($0.count - 1)
      }
    }
    registry.observe(.processDescriptorLimit) {
      var limit = rlimit()
      guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return nil }
      return Double(limit.rlim_cur)
    }
    registry.observe(.processThreads) {
      (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")).map {
        Double($0.count)
      }
    }
    registry.observe(.storeScans) { Double(Database.waitingScanCount) }
    let start = Double(clock.now.microseconds) / 1e6
    registry.gauge(.processStart).set(start)
  }

  private static let pageBytes = Double(sysconf(Int32(_SC_PAGESIZE)))

  private static func number(_ place: Int, of path: String) -> Double? {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    let words = text.split(separator: " ")
    return words.count > place ? Double(words[place]) : nil
  }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}
