import Metrics
import Testing

@testable import ServiceKit

@Suite("The exposition")
struct RegistryTests {
  private let registry = Registry()

  @Test("Counters and gauges are written with help, type, labels and value")
  func plainNumbers() {
    let calls = MetricFamily("calls_total", .counter, "Calls.")
    registry.counter(calls, [("code", "OK")]).increment(by: 3)
    registry.counter(calls, [("code", "Aborted")]).increment()
    registry.gauge(MetricFamily("bytes", .gauge, "Bytes.")).set(0.5)
    registry.observe(MetricFamily("threads", .gauge, "Threads.")) { 7 }
    #expect(
      registry.text == """
        # HELP bytes Bytes.
        # TYPE bytes gauge
        bytes 0.5
        # HELP calls_total Calls.
        # TYPE calls_total counter
        calls_total{code="Aborted"} 1
        calls_total{code="OK"} 3
        # HELP threads Threads.
        # TYPE threads gauge
        threads 7

        """)
  }

  @Test("A histogram counts each value in its bucket and in all above, in the unit of its name")
  func histogram() {
    let family = MetricFamily(
      "wait_seconds", .histogram(bounds: [0.001, 0.01], unit: .seconds), "Waits.")
    let timer = registry.timer(family, [("peer", "x")])
    timer.recordNanoseconds(1_000_000)
    timer.recordNanoseconds(1_000_001)
    timer.recordNanoseconds(3_000_000_000)
    #expect(
      registry.text == """
        # HELP wait_seconds Waits.
        # TYPE wait_seconds histogram
        wait_seconds_bucket{peer="x",le="0.001"} 1
        wait_seconds_bucket{peer="x",le="0.01"} 2
        wait_seconds_bucket{peer="x",le="+Inf"} 3
        wait_seconds_sum{peer="x"} 3.002000001
        wait_seconds_count{peer="x"} 3

        """)
  }

  @Test("A histogram that was told nothing, and a number that there is not, are left out")
  func nothing() {
    _ = registry.timer(MetricFamily("wait_seconds", .seconds, "Waits."))
    registry.observe(MetricFamily("threads", .gauge, "Threads.")) { nil }
    #expect(registry.text == "")
  }

  @Test("The same family and labels are the same number")
  func sameCell() {
    let family = MetricFamily("calls_total", .counter, "Calls.")
    registry.counter(family, [("a", "1")]).increment()
    registry.counter(family, [("a", "1")]).increment()
    #expect(registry.text.hasSuffix("calls_total{a=\"1\"} 2\n"))
  }

  @Test("A label's value may hold anything")
  func escaping() {
    registry.counter(MetricFamily("c_total", .counter, "C."), [("a", "\\ \" \n")]).increment()
    #expect(registry.text.hasSuffix("c_total{a=\"\\\\ \\\" \\n\"} 1\n"))
  }

  @Test("Gauges go up and down from several threads without losing a step")
  func gauge() async {
    let gauge = registry.gauge(MetricFamily("level", .gauge, "Level."))
    await withTaskGroup { group in
      for _ in 0..<8 {
        group.addTask { for _ in 0..<1000 { gauge.increment() } }
        group.addTask { for _ in 0..<500 { gauge.decrement() } }
      }
    }
    #expect(registry.text.hasSuffix("level 4000\n"))
  }

  @Test("What a library reports through swift-metrics is shown under its label")
  func libraries() {
    Counter(label: "lib.calls-made", dimensions: [("a", "b")], factory: registry).increment()
    #expect(registry.text.hasSuffix("lib_calls_made{a=\"b\"} 1\n"))
  }
}
