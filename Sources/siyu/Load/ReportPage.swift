import Foundation

/// A report as one HTML page that needs nothing else: no script, no font, no picture from outside.
/// It is well-formed XML too, follows the reader's light or dark setting, and prints.
struct ReportPage {
  let report: LoadReport

  var html: String {
    """
    <!DOCTYPE html>
    <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>\(HTML.escaped(title))</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <main>
    \(header)
    \(figures)
    \(warnings)
    \(latencyPlots)
    \(methodTable)
    \(timePlots)
    \(failureTable)
    \(footer)
    </main>
    </body>
    </html>

    """
  }

  private var title: String { "siyu load \(report.run.service), \(report.run.startTime)" }

  private static let chinese = [
    "directory": "通讯录", "customers": "客户联系", "communities": "社群", "broadcasts": "群发",
  ]

  private var header: String {
    let run = report.run
    let name = "\(run.service) \(Self.chinese[run.service] ?? "")"
    return """
      <header>
      <p class="kicker">Siyu 私域 · load report</p>
      <h1>\(HTML.escaped(name))</h1>
      <p>\(HTML.escaped(sentence))</p>
      </header>
      """
  }

  private var sentence: String {
    let run = report.run
    return "\(run.manner), against \(run.address) filled with "
      + "\(Figures.grouped(run.size)) \(run.unit). Begun \(run.startTime)."
  }

  // MARK: Figures

  private var figures: String {
    let calls = report.calls
    var cards = [
      card(Figures.grouped(Int(calls.perSecond.rounded())), "calls a second"),
      card(Figures.milliseconds(report.latencyMilliseconds.p50), "median latency"),
      card(Figures.milliseconds(report.latencyMilliseconds.p99), "99th percentile"),
      card(Figures.milliseconds(report.latencyMilliseconds.p999), "99.9th percentile"),
      card(
        Figures.grouped(calls.failed + calls.notSent), "failed or not sent", isBad: !report.isClean),
    ]
    if let server = report.server {
      cards.append(
        card("\(Figures.significant(server.cpuMicrosecondsPerCall)) µs", "server CPU a call"))
    }
    return "<section class=\"cards\">\n\(cards.joined(separator: "\n"))\n</section>"
  }

  private func card(_ figure: String, _ name: String, isBad: Bool = false) -> String {
    "<div class=\"card\"><b\(isBad ? " class=\"bad\"" : "")>\(HTML.escaped(figure))</b>"
      + "<span>\(HTML.escaped(name))</span></div>"
  }

  /// What a reader has to know before he believes the figures.
  private var warnings: String {
    var warnings: [String] = []
    if report.calls.notSent > 0 {
      warnings.append(
        "\(Figures.grouped(report.calls.notSent)) calls fell due while too many ran and were not "
          + "sent; the percentiles leave them out.")
    }
    if report.latenessMilliseconds.p99 > report.answerMilliseconds.p50 / 2 && report.run.rate != nil
    {
      warnings.append(
        "The tool sent calls late by \(Figures.milliseconds(report.latenessMilliseconds.p99)) at "
          + "the 99th percentile, which is in the latencies: beside them stands the time from when a "
          + "call was sent.")
    }
    if report.run.rate == nil {
      warnings.append(
        "In a closed loop callers wait for the server: its stalls hold back calls that would have "
          + "shown them. Latencies under a given load are those of a run with --rate.")
    }
    return warnings.map { "<p class=\"note\">\(HTML.escaped($0))</p>" }.joined(separator: "\n")
  }

  // MARK: Plots

  private var latencyPlots: String {
    var series = [
      Plot.Series(
        name: report.run.rate == nil ? "latency" : "from when it was due", colour: "a",
        points: report.latencyCurve.map { ($0.percentile, $0.milliseconds) })
    ]
    if report.run.rate != nil {
      series.append(
        Plot.Series(
          name: "from when it was sent", colour: "b",
          points: report.answerCurve.map { ($0.percentile, $0.milliseconds) }))
    }
    return figure(
      Plot(
        title: "Latency by percentile",
        x: .init(scale: .nines) { Self.percentile($0) },
        y: .init(scale: .logarithmic) { Figures.round(milliseconds: $0) },
        series: series.reversed(),
        height: 320))
  }

  private static func percentile(_ value: Double) -> String {
    value.rounded() == value ? "\(Int(value)) %" : "\(value) %"
  }

  private var timePlots: String {
    var plots = [
      plot(
        "Calls a second", y: .init { Figures.plain($0) },
        [
          ("answered OK", "a", { $0.okPerSecond }), ("failed", "d", { $0.failedPerSecond }),
          ("not sent", "c", { $0.notSentPerSecond }),
        ], filled: true),
      plot(
        "Latency over time", y: .init(scale: .logarithmic) { Figures.round(milliseconds: $0) },
        [
          ("median", "a", { $0.p50 }), ("99th percentile", "b", { $0.p99 }),
          ("longest", "c", { $0.max }),
        ]),
      plot(
        "CPU, in cores", y: .init(leastMax: 1) { Figures.plain($0) },
        [("server", "a", { $0.server?.cpuCores }), ("the tool", "c", { $0.toolCPUCores })]),
    ]
    if report.server != nil {
      plots.append(
        plot(
          "Server's memory and write-ahead log", y: .init { "\(Figures.plain($0)) MiB" },
          [
            ("resident memory", "a", { ($0.server?.memoryBytes).map(Self.mebibytes) }),
            ("write-ahead log", "b", { ($0.server?.walBytes).map(Self.mebibytes) }),
          ], filled: true))
      plots.append(
        plot(
          "Server's descriptors", y: .init(leastMax: 10) { Figures.plain($0) },
          [("open descriptors", "a", { ($0.server?.descriptors).map(Double.init) })], height: 160))
    }
    return plots.joined(separator: "\n")
  }

  private static func mebibytes(_ bytes: Int) -> Double { Double(bytes) / 1_048_576 }

  /// Lines over the run's time; those that are nowhere over 0 or not known are left out.
  private func plot(
    _ title: String, y: Plot.Axis,
    _ lines: [(name: String, colour: String, value: (LoadReport.Moment) -> Double?)],
    filled: Bool = false, height: Double = 220
  ) -> String {
    let series = lines.enumerated().compactMap { place, line -> Plot.Series? in
      let points = report.moments.map { (x: $0.second, y: line.value($0)) }
      guard place == 0 || points.contains(where: { ($0.y ?? 0) > 0 }) else { return nil }
      return Plot.Series(
        name: line.name, colour: line.colour, points: points, isFilled: filled && place == 0)
    }
    let time = Plot.Axis(leastMax: 1) { "\(Figures.plain($0)) s" }
    return figure(Plot(title: title, x: time, y: y, series: series, height: height))
  }

  private func figure(_ plot: Plot) -> String {
    let legend = plot.series.map {
      "<span class=\"key \($0.colour)\">\(HTML.escaped($0.name))</span>"
    }
    return """
      <figure>
      <figcaption><h2>\(HTML.escaped(plot.title))</h2>\(legend.joined())</figcaption>
      \(plot.svg)
      </figure>
      """
  }

  // MARK: Tables

  private var methodTable: String {
    let rows = report.methods.map { row($0.name, $0.calls, $0.latencyMilliseconds) }
    let head = ["Method", "calls", "failed", "mean", "p50", "p90", "p99", "p99.9", "max"]
    return """
      <section>
      <h2>Methods</h2>
      <table>
      <thead><tr>\(head.map { "<th>\($0)</th>" }.joined())</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      <tfoot>\(row("all", report.calls, report.latencyMilliseconds))</tfoot>
      </table>
      </section>
      """
  }

  private func row(
    _ name: String, _ calls: LoadReport.Calls, _ latency: LatencyFigures
  ) -> String {
    let failed = Figures.grouped(calls.failed)
    let times = [
      latency.mean, latency.p50, latency.p90, latency.p99, latency.p999, latency.max,
    ].map { "<td>\(HTML.escaped(Figures.milliseconds($0)))</td>" }.joined()
    return "<tr><td>\(HTML.escaped(name))</td><td>\(Figures.grouped(calls.ended))</td>"
      + "<td\(calls.failed > 0 ? " class=\"bad\"" : "")>\(failed)</td>\(times)</tr>"
  }

  private var failureTable: String {
    guard !report.failures.isEmpty else { return "" }
    let rows = report.failures.map {
      "<tr><td>\($0.code)</td><td>\(Figures.grouped($0.count))</td>"
        + "<td class=\"words\">\(HTML.escaped($0.message))</td></tr>"
    }
    return """
      <section>
      <h2>Failures by code</h2>
      <table>
      <thead><tr><th>Code</th><th>calls</th><th class="words">what the first said</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </section>
      """
  }

  private var footer: String {
    let run = report.run
    var sentences = [
      "Latency counts from when a call was due; what failed counts too.",
      "The tool was late by \(Figures.milliseconds(report.latenessMilliseconds.p50)) (median) and "
        + "used \(Figures.significant(report.toolCPUSeconds)) s of CPU on \(run.threads) "
        + "thread\(run.threads == 1 ? "" : "s").",
    ]
    if run.rate == nil { sentences[0] = "Latency counts from when a call was sent." }
    if let server = report.server {
      sentences.append(
        "The server, process \(server.pid), used \(Figures.significant(server.cpuSeconds)) s of CPU "
          + "and \(Figures.bytes(Double(server.memoryBytesMax))) at most.")
    } else {
      sentences.append("The server's process was not to be seen from here.")
    }
    return """
      <footer>
      <p>\(HTML.escaped(sentences.joined(separator: " ")))</p>
      <p>Corp \(HTML.escaped(run.corp)), seed \(run.seed). Again with:</p>
      <pre>\(HTML.escaped(run.commandLine))</pre>
      <p>siyu \(run.version)</p>
      </footer>
      """
  }
}
