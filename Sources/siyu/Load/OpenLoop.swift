/// Makes calls at the moments a schedule says, whatever became of those before.
///
/// A caller in the field does not wait for another's answer, so neither does this: while the server
/// stalls the calls go on falling due, and each counts its latency from when it was due. Nothing is
/// omitted because it could not be measured (coordinated omission). Only over `inFlightMax` running
/// calls is a call not sent; it is counted as that.
struct OpenLoop<Loop: LoadLoop> {
  let loop: Loop
  let schedule: Schedule
  let inFlightMax: Int
  let recording: Recording
  let caller: any LoadCaller

  /// Calls begun one after another, when they are late, before the loop gets time for its sockets;
  /// it looks at them only when it has nothing else to do.
  private static var burst: Int { 32 }
  private static var breathNanoseconds: UInt64 { 200_000 }
  /// It looks so often whether it is to stop.
  private static var longestSleepNanoseconds: UInt64 { 100_000_000 }

  /// To be called on the loop. Returns when the last call has ended.
  func run(from start: UInt64) async {
    await withDiscardingTaskGroup { group in
      var begun = 0
      for number in schedule.numbers {
        let due = start + schedule.offsetNanoseconds(number)
        if begun == Self.burst {
          begun = 0
          await loop.sleep(untilNanoseconds: loop.nowNanoseconds + Self.breathNanoseconds)
        }
        while due > loop.nowNanoseconds && !recording.isStopped {
          begun = 0
          await loop.sleep(
            untilNanoseconds: min(due, loop.nowNanoseconds + Self.longestSleepNanoseconds))
        }
        if recording.isStopped { break }
        begun += 1
        let call = caller.call(number)
        guard recording.begin(call.method, inFlightMax: inFlightMax) else { continue }
        group.addImmediateTask(executorPreference: loop) {
          let sent = loop.nowNanoseconds
          let status = await call.make()
          recording.end(
            call.method,
            EndedCall(
              dueNanoseconds: due, sentNanoseconds: max(due, sent),
              endNanoseconds: loop.nowNanoseconds, status: status))
        }
      }
    }
  }
}
