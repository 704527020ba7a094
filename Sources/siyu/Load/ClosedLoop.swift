/// Keeps so many callers busy: each makes its next call when it has the answer to the one before.
///
/// What a server can do at most is found so. How long callers wait is not: a stall holds back the
/// very calls that would have shown it, and each latency counts from when the call was sent.
struct ClosedLoop<Loop: LoadLoop> {
  let loop: Loop
  let callers: Int
  let durationNanoseconds: UInt64
  let recording: Recording
  let caller: any LoadCaller
  /// Of how many workers this is which: they share the numbers of the calls.
  let worker: Int
  let workers: Int

  /// To be called on the loop. Returns when the last call has ended.
  func run(from start: UInt64) async {
    await withDiscardingTaskGroup { group in
      for first in 0..<callers {
        group.addTask(executorPreference: loop) {
          var number = first * workers + worker
          while !recording.isStopped {
            let sent = loop.nowNanoseconds
            guard sent < start + durationNanoseconds else { break }
            let call = caller.call(number)
            number += callers * workers
            _ = recording.begin(call.method, inFlightMax: .max)
            let status = await call.make()
            recording.end(
              call.method,
              EndedCall(
                dueNanoseconds: sent, sentNanoseconds: sent,
                endNanoseconds: loop.nowNanoseconds, status: status))
          }
        }
      }
    }
  }
}
