import NIOCore
import NIOPosix

/// The threads that carry servers and channels. Several of both may share one set; shut it down
/// after all of them.
package final class EventLoops: Sendable {
  private let group: MultiThreadedEventLoopGroup
  private let executors: [ObjectIdentifier: LoopExecutor]

  package init(threads: Int) {
    precondition(threads > 0, "no threads")
    group = MultiThreadedEventLoopGroup(numberOfThreads: threads)
    var executors: [ObjectIdentifier: LoopExecutor] = [:]
    for loop in group.makeIterator() { executors[ObjectIdentifier(loop)] = LoopExecutor(loop) }
    self.executors = executors
  }

  package func shutdown() async {
    // Fails only when it has been called before.
    try? await group.shutdownGracefully()
  }

  /// Returns when each loop has looked at its work once more: never, while one is stuck.
  @Sendable package func turn() async {
    for executor in executors.values {
      await withCheckedContinuation { continuation in
        executor.loop.execute { continuation.resume() }
      }
    }
  }

  var all: some EventLoopGroup { group }

  func executor(of loop: any EventLoop) -> LoopExecutor {
    executors[ObjectIdentifier(loop)]!
  }

  /// Calls to the same place share a loop; places are spread over the loops in turn.
  func nextExecutor() -> LoopExecutor { executor(of: group.next()) }

  var everyExecutor: some Collection<LoopExecutor> { executors.values }

  /// Has `hook` called at the end of each turn of a loop in which calls ran.
  func addTurnHook(_ hook: @escaping @Sendable () -> Void) {
    for executor in executors.values {
      executor.loop.execute { executor.addTurnHook(hook) }
    }
  }
}
