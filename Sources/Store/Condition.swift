internal import Glibc

/// A mutex with a condition to wait on, for the threads of this module.
///
/// `Synchronization.Mutex` cannot be waited on, and its lock cannot span a closure whose result is
/// not sendable. Owns two C objects that never move; they are made for sharing between threads.
final class Condition: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let signals = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    pthread_mutex_init(mutex, nil)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    // Waits are spans of time and must not notice when somebody sets the clock.
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(signals, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(signals)
    pthread_mutex_destroy(mutex)
    signals.deallocate()
    mutex.deallocate()
  }

  func lock() { pthread_mutex_lock(mutex) }

  /// Locks, or gives up at a moment: true when it is locked. Asks now and then, as the system's lock with
  /// a limit waits by a clock that can be set.
  func lock(until end: ContinuousClock.Instant) -> Bool {
    while pthread_mutex_trylock(mutex) != 0 {
      if ContinuousClock.now >= end { return false }
      usleep(100)
    }
    return true
  }

  func unlock() { pthread_mutex_unlock(mutex) }

  func withLock<Value>(_ body: () throws -> Value) rethrows -> Value {
    lock()
    defer { unlock() }
    return try body()
  }

  /// Wakes one waiting thread.
  func signal() { pthread_cond_signal(signals) }

  /// Waits, with the lock held, for a signal.
  func wait() { pthread_cond_wait(signals, mutex) }

  /// Waits, with the lock held, for a signal; false when the time passed without one.
  func wait(milliseconds: Int) -> Bool {
    var end = timespec()
    clock_gettime(CLOCK_MONOTONIC, &end)
    end.tv_sec += milliseconds / 1000
    end.tv_nsec += milliseconds % 1000 * 1_000_000
    if end.tv_nsec >= 1_000_000_000 {
      end.tv_sec += 1
      end.tv_nsec -= 1_000_000_000
    }
    return pthread_cond_timedwait(signals, mutex, &end) != ETIMEDOUT
  }
}

/// Starts a thread of its own for work that blocks. Nobody joins it.
func startThread(_ body: @escaping @Sendable () -> Void) throws {
  final class Start: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  let start = Unmanaged.passRetained(Start(body))
  var thread = pthread_t()
  let code = pthread_create(
    &thread, nil,
    { context in
      if let context { Unmanaged<Start>.fromOpaque(context).takeRetainedValue().body() }
      return nil
    }, start.toOpaque())
  guard code == 0 else {
    start.release()
    throw StoreError.noThread(message: String(cString: strerror(code)))
  }
  pthread_detach(thread)
}
