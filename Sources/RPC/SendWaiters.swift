/// Tasks that wait until a stream takes more bytes. Belongs to a loop.
struct SendWaiters {
  private var waiters: [CheckedContinuation<Void, any Error>] = []

  var isEmpty: Bool { waiters.isEmpty }

  mutating func add(_ waiter: CheckedContinuation<Void, any Error>) {
    waiters.append(waiter)
  }

  mutating func resume(_ result: Result<Void, any Error> = .success(())) {
    let round = waiters
    waiters = []
    for waiter in round { waiter.resume(with: result) }
  }
}
