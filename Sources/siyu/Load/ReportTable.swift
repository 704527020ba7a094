import Foundation

/// A report as text, for a terminal.
struct ReportTable {
  let report: LoadReport

  var text: String {
    var lines = [
      "", "\(report.run.service) at \(report.run.address), \(report.run.manner)", "",
      Self.line("method", ["calls", "failed", "p50", "p90", "p99", "p99.9", "max"]),
    ]
    let rule = String(repeating: "-", count: lines[3].count)
    lines.append(rule)
    for method in report.methods {
      lines.append(row(method.name, method.calls, method.latencyMilliseconds))
    }
    lines += [rule, row("all", report.calls, report.latencyMilliseconds), ""]
    return (lines + notes).joined(separator: "\n") + "\n"
  }

  private var notes: [String] {
    var notes = [
      "\(Figures.grouped(Int(report.calls.perSecond.rounded()))) calls a second ended in "
        + "\(Figures.seconds(report.run.seconds)); the tool sent them late by "
        + "\(Figures.milliseconds(report.latenessMilliseconds.p50)) (p50), "
        + "\(Figures.milliseconds(report.latenessMilliseconds.p99)) (p99) and used "
        + "\(Figures.percent(report.toolCPUSeconds / max(report.run.seconds, 1e-9))) of a core."
    ]
    if let server = report.server {
      notes.append(
        "The server, process \(server.pid), used "
          + "\(Figures.percent(server.cpuSeconds / max(report.run.seconds, 1e-9))) of a core, "
          + "\(Figures.significant(server.cpuMicrosecondsPerCall)) µs a call, and "
          + "\(Figures.bytes(Double(server.memoryBytesMax))) of memory at most.")
    }
    for failure in report.failures {
      notes.append("\(Figures.grouped(failure.count)) × \(failure.code): \(failure.message)")
    }
    if report.calls.notSent > 0 {
      notes.append(
        "\(Figures.grouped(report.calls.notSent)) calls were not sent, because too many ran: the "
          + "percentiles leave them out.")
    }
    return notes
  }

  private func row(
    _ name: String, _ calls: LoadReport.Calls, _ latency: LatencyFigures
  ) -> String {
    Self.line(
      name,
      [Figures.grouped(calls.ended), Figures.grouped(calls.failed)]
        + [latency.p50, latency.p90, latency.p99, latency.p999, latency.max]
        .map(Figures.milliseconds))
  }

  private static func line(_ name: String, _ cells: [String]) -> String {
    let widths = [12, 9, 9, 9, 9, 9, 9]
    return name.padding(toLength: 24, withPad: " ", startingAt: 0)
      + zip(cells, widths).map { cell, width in
        String(repeating: " ", count: max(1, width - cell.count)) + cell
      }.joined()
  }
}
