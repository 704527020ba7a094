import NIOCore

/// A server's connections on one loop, and the one timer that looks after all of them.
///
/// Belongs to the loop.
final class ConnectionSet: @unchecked Sendable {
  private let executor: LoopExecutor
  private let interval: TimeAmount
  private var members: [ServerConnection] = []
  private var timer: RepeatedTask?

  init(_ executor: LoopExecutor, _ limits: ServerLimits) {
    self.executor = executor
    interval = .milliseconds(Int64(limits.sweepMilliseconds))
  }

  func add(_ connection: ServerConnection) {
    connection.place = members.count
    members.append(connection)
    if timer == nil {
      timer = executor.loop.scheduleRepeatedTask(initialDelay: interval, delay: interval) { _ in
        self.sweep()
      }
    }
  }

  func remove(_ connection: ServerConnection) {
    let last = members.removeLast()
    if last !== connection {
      members[connection.place] = last
      last.place = connection.place
    }
    if members.isEmpty {
      timer?.cancel()
      timer = nil
    }
  }

  private func sweep() {
    let now = NIODeadline.now()
    for member in members { member.look(at: now) }
  }

  func drain() { for member in members { member.drain() } }

  func abort() { for member in members { member.abort() } }
}

extension ServerLimits {
  /// How often connections are looked at: so that no wait is a tenth longer than it should be, but
  /// not more often than that is worth.
  var sweepMilliseconds: Int {
    let waits = [
      prefaceMilliseconds, headersMilliseconds, requestMilliseconds, writeStallMilliseconds,
      keepaliveTimeoutMilliseconds, lingerMilliseconds, connectionIdleMilliseconds,
      connectionAgeMilliseconds, connectionAgeGraceMilliseconds, keepaliveMilliseconds,
    ]
    return min(max(waits.compactMap(\.self).min()! / 20, 10), 500)
  }
}
