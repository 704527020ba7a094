import Glibc
import NIOCore
import Synchronization

/// Counts a server's connections in and out: how many there may be, in all and from one address.
///
/// Belongs to its server, under the server's lock.
struct ConnectionAdmission {
  enum Refusal {
    case draining
    case tooMany
  }

  private let limits: ServerLimits
  private(set) var count = 0
  private var countByHost: [String: Int] = [:]
  private(set) var isDraining = false

  init(_ limits: ServerLimits) {
    self.limits = limits
  }

  /// Nil when the connection has been counted in. `host` is nil for who comes through a Unix socket.
  mutating func admit(host: String?) -> Refusal? {
    guard !isDraining else { return .draining }
    let fromHost = host.map { countByHost[$0, default: 0] } ?? 0
    guard count < limits.connections, fromHost < limits.connectionsPerAddress,
      ProcessDescriptors.takeOne(besides: limits.reservedDescriptors)
    else { return .tooMany }
    count += 1
    if let host { countByHost[host] = fromHost + 1 }
    return nil
  }

  mutating func leave(host: String?) {
    ProcessDescriptors.giveOneBack()
    count -= 1
    guard let host, let fromHost = countByHost[host] else { return }
    countByHost[host] = fromHost > 1 ? fromHost - 1 : nil
  }

  mutating func drain() { isDraining = true }
}

/// The process's file descriptors, of which the connections of all its servers may not take the
/// last: then no store could be opened, and the loop would spin over what it cannot accept.
enum ProcessDescriptors {
  private static let taken = Atomic<Int>(0)

  /// How many the process may have, having asked for as many as it can get.
  private static let most: Int = {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    if limit.rlim_cur < limit.rlim_max {
      var raised = limit
      raised.rlim_cur = limit.rlim_max
      if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 { limit = raised }
    }
    return Int(clamping: limit.rlim_cur)
  }()

  static func takeOne(besides reserved: Int) -> Bool {
    let (_, count) = taken.add(1, ordering: .relaxed)
    if count <= most - reserved { return true }
    giveOneBack()
    return false
  }

  static func giveOneBack() { taken.subtract(1, ordering: .relaxed) }
}
