import RPC
import Testing

@testable import siyu

@Suite("Driving a service")
struct LoopTests {
  private let loop = SteppedLoop()
  private let recording = Recording(methods: 1)

  /// A hundred calls a second for ten seconds.
  private func drive(_ server: StallingServer, inFlightMax: Int = 1000) -> MethodResults {
    let open = OpenLoop(
      loop: loop,
      schedule: Schedule(ratePerSecond: 100, durationNanoseconds: 10_000_000_000),
      inFlightMax: inFlightMax, recording: recording, caller: server)
    loop.run { await open.run(from: 0) }
    return recording.results.total
  }

  @Test("Calls that fall due while the server stalls for a second show it in the percentiles")
  func openLoop() {
    let results = drive(StallingServer(loop: loop, stallMilliseconds: 5000..<6000))
    #expect(results.ended == 1000)
    #expect(results.notSent == 0)
    #expect(abs(results.latencies.milliseconds(atPercentile: 50) - 1) < 0.01)
    // A tenth of the calls fell due in the stall, and waited from 1001 ms down to 11.
    #expect(abs(results.latencies.milliseconds(atPercentile: 91) - 101) < 1)
    #expect(abs(results.latencies.milliseconds(atPercentile: 95) - 501) < 1)
    #expect(abs(results.latencies.milliseconds(atPercentile: 99) - 901) < 1)
    #expect(abs(results.latencies.milliseconds(atPercentile: 100) - 1001) < 1)
  }

  @Test("A closed loop omits what an open one shows: its one caller meets the stall once")
  func closedLoop() {
    let server = StallingServer(loop: loop, stallMilliseconds: 5000..<6000)
    let closed = ClosedLoop(
      loop: loop, callers: 1, durationNanoseconds: 10_000_000_000, recording: recording,
      caller: server, worker: 0, workers: 1)
    loop.run { await closed.run(from: 0) }
    let results = recording.results.total
    #expect(results.ended == 9000)
    #expect(abs(results.latencies.milliseconds(atPercentile: 99.9) - 1) < 0.01)
    #expect(abs(results.latencies.milliseconds(atPercentile: 100) - 1001) < 1)
  }

  @Test("Over the bound of running calls those that are due are counted as not sent")
  func bound() {
    let results = drive(
      StallingServer(loop: loop, stallMilliseconds: 5000..<6000), inFlightMax: 10)
    #expect(results.ended + results.notSent == 1000)
    // Ten run through the stall, and still run when the next is due as it ends.
    #expect(results.notSent == 91)
    #expect(results.failed == 0)
  }

  @Test("What fails is counted by its code, with what was said first, and has a latency")
  func failures() {
    let results = drive(
      StallingServer(loop: loop, status: Status(.resourceExhausted, "Too many calls.")))
    #expect(results.codes == [.resourceExhausted: 1000])
    #expect(results.failed == 1000)
    #expect(results.messages == [.resourceExhausted: "Too many calls."])
    #expect(results.latencies.count == 1000)
  }

  @Test("A run that is stopped begins no more calls, and waits for those that run")
  func stop() {
    let (loop, recording) = (self.loop, self.recording)
    let open = OpenLoop(
      loop: loop, schedule: Schedule(ratePerSecond: 1, durationNanoseconds: 3_600_000_000_000),
      inFlightMax: 10, recording: recording, caller: StallingServer(loop: loop))
    loop.run {
      await withDiscardingTaskGroup { group in
        group.addTask(executorPreference: loop) {
          await loop.sleep(untilNanoseconds: 2_500_000_000)
          recording.stop()
        }
        await open.run(from: 0)
      }
    }
    #expect(recording.results.total.ended == 3)
    #expect(loop.nowNanoseconds < 3_000_000_000)
  }

  @Test("Workers share the numbers of the calls, each due at its own moment")
  func schedule() {
    let shares = (0..<3).map {
      Schedule(
        ratePerSecond: 10, durationNanoseconds: 1_000_000_000, worker: $0, workers: 3)
    }
    #expect(shares.map { Array($0.numbers) } == [[0, 3, 6, 9], [1, 4, 7], [2, 5, 8]])
    #expect(shares[1].offsetNanoseconds(7) == 700_000_000)
    #expect(shares[0].count == 10)
  }
}
