import Foundation
import RPC
import Testing

@testable import siyu

@Suite("The report of a load")
struct ReportTests {
  /// A thousand calls of 1 to 1000 ms, of which some failed.
  private func results(failed: Int = 0) -> Results {
    var results = Results(methods: 2)
    for number in 1...1000 {
      let status = number <= failed ? Status(.unavailable, "<gone> & away\u{1}") : .ok
      results.methods[0].add(
        EndedCall(
          dueNanoseconds: 0, sentNanoseconds: 1000,
          endNanoseconds: UInt64(number) * 1_000_000, status: status))
    }
    return results
  }

  private func report(_ results: Results, rate: Double? = 100) -> LoadReport {
    let server = LoadReport.ServerMoment(
      cpuCores: 0.5, memoryBytes: 50_000_000, descriptors: 20, walBytes: 1_000_000)
    let moments = (1...10).map {
      LoadReport.Moment(
        second: Double($0), okPerSecond: 100, failedPerSecond: 0, notSentPerSecond: 0, p50: 1,
        p99: 9, max: 12, toolCPUCores: 0.1, server: server)
    }
    return LoadReport(
      LoadReport.Run(
        service: "customers", address: "127.0.0.1:7402", corp: "load",
        startTime: "2026-01-05T00:00:00Z", seed: 1, size: 1000, unit: "customers", rate: rate,
        concurrency: rate == nil ? 4 : nil, connections: 8, threads: 1, plannedSeconds: 10,
        seconds: 10, commandLine: "siyu load customers --corp \"<b>\""),
      results, methods: [("GetCustomer", 1), ("MarkTags", 0)], server: nil, toolCPUSeconds: 1,
      moments: moments)
  }

  @Test("Percentiles of two workers are those of all their calls")
  func merge() {
    var (one, other, both) = (Latencies(), Latencies(), Latencies())
    for number in 1...10_000 {
      let nanoseconds = UInt64(number) * 10_000
      if number.isMultiple(of: 3) { one.record(nanoseconds) } else { other.record(nanoseconds) }
      both.record(nanoseconds)
    }
    one.merge(other)
    #expect(one.count == 10_000)
    for percentile in [0, 50, 90, 99, 99.9, 100] {
      #expect(
        one.milliseconds(atPercentile: percentile) == both.milliseconds(atPercentile: percentile))
    }
    #expect(abs(one.milliseconds(atPercentile: 99) - 99) < 0.1)
    #expect(one.curve.count > 40 && one.curve.last!.percentile > 99.9)
  }

  private struct Told: Decodable {
    struct Calls: Decodable {
      let ok: Int
    }

    let calls: Calls
    let codes: [String: Int]
    let latencyMilliseconds: [String: Double]
  }

  @Test("The JSON holds figures by name, and is clean only when all was sent and OK")
  func json() throws {
    let clean = report(results())
    #expect(clean.isClean)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let told = try decoder.decode(Told.self, from: clean.json)
    #expect(abs(try #require(told.latencyMilliseconds["p50"]) - 500) < 1)
    #expect(told.calls.ok == 1000)
    #expect(told.codes == ["OK": 1000])
    #expect(!report(results(failed: 1)).isClean)
    #expect(!report(Results(methods: 2)).isClean)
    var unsent = results()
    unsent.methods[0].notSent = 1
    #expect(!report(unsent).isClean)
  }

  @Test("The page needs nothing from outside, and shows what failed without obeying it")
  func page() {
    let page = ReportPage(report: report(results(failed: 3))).html
    #expect(page.contains("&lt;gone&gt; &amp; away\u{FFFD}"))
    #expect(page.contains("--corp &quot;&lt;b&gt;&quot;"))
    #expect(page.contains("UNAVAILABLE"))
    #expect(!page.contains("<script"))
    let links = page.components(separatedBy: "http").count - 1
    #expect(links == 1, "the name space alone")
    #expect(!page.contains("nan") && !page.contains("inf"))
  }

  @Test("A page of a run without a single call can be made, and the table too")
  func empty() {
    let empty = report(Results(methods: 2), rate: nil)
    #expect(!ReportPage(report: empty).html.contains("nan"))
    #expect(ReportTable(report: empty).text.contains("closed loop"))
  }

  @Test("The table has a row for each method that was called, and names the failures")
  func table() {
    let text = ReportTable(report: report(results(failed: 3))).text
    #expect(text.contains("GetCustomer"))
    #expect(!text.contains("MarkTags"))
    #expect(text.contains("3 × UNAVAILABLE: <gone>"))
  }

  @Test("Each nine more takes as much room on the axis of percentiles")
  func nines() {
    let axis = Plot.Axis(scale: .nines) { "\($0)" }
    let range = Plot.Range(of: axis, [99.9], ticksAbout: 10)
    #expect(abs(range.part(99) - 2.0 / 3) < 1e-9)
    #expect(range.ticks == [0, 50, 90, 99, 99.9])
  }

  @Test("Axes end at round numbers, and logarithmic ones hold all that is there")
  func axes() {
    let linear = Plot.Range(of: .init { "\($0)" }, [3, 9700], ticksAbout: 5)
    #expect(linear.ticks == [0, 2000, 4000, 6000, 8000, 10_000])
    let logarithmic = Plot.Range(
      of: .init(scale: .logarithmic) { "\($0)" }, [0.03, 4], ticksAbout: 5)
    #expect(logarithmic.low <= 0.03 && logarithmic.high >= 4)
    #expect(logarithmic.part(logarithmic.low) == 0)
    #expect(abs(logarithmic.part(logarithmic.high) - 1) < 1e-9)
  }

  @Test(
    "Numbers are written for people",
    arguments: [
      (0.0872, "87.2 µs"), (1.238, "1.24 ms"), (99.96, "100 ms"), (3100, "3.10 s"), (0, "0 µs"),
    ])
  func figures(milliseconds: Double, text: String) {
    #expect(Figures.milliseconds(milliseconds) == text)
    #expect(Figures.grouped(-1_234_567) == "-1,234,567")
    #expect(Figures.bytes(1_572_864) == "1.50 MiB")
  }
}
