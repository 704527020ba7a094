import Foundation

/// What the demo shows: one row a campaign, all figures read back from broadcasts' report.
struct DemoReport {
  struct Row: Encodable {
    let campaignID: Int
    let type: String
    let recipients: Int64
    let guides: Int64
    let sent: Int64
    let converted: Int64
    let convertedRecipients: Int64

    enum CodingKeys: String, CodingKey {
      case campaignID = "campaign_id"
      case type, recipients, guides, sent, converted
      case convertedRecipients = "converted_recipients"
    }
  }

  let rows: [Row]

  var table: String {
    let header = Self.line(
      "campaign", "type", "recipients", "guides", "sent", "converted", "rate")
    let body = rows.map { row in
      Self.line(
        "\(row.campaignID)", row.type, "\(row.recipients)", "\(row.guides)", "\(row.sent)",
        "\(row.converted)", Self.rate(row.convertedRecipients, of: row.sent))
    }
    let total = Self.line(
      "total", "", "\(sum(\.recipients))", "", "\(sum(\.sent))", "\(sum(\.converted))",
      Self.rate(sum(\.convertedRecipients), of: sum(\.sent)))
    let rule = String(repeating: "-", count: header.count)
    return (["", header, rule] + body + [rule, total, ""]).joined(separator: "\n")
      + "\nrate: customers who redeemed at least one coupon, of those it was sent to.\n"
  }

  var json: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      return try encoder.encode(
        Document(
          campaigns: rows,
          totals: .init(
            recipients: sum(\.recipients), sent: sum(\.sent), converted: sum(\.converted))))
    }
  }

  private struct Document: Encodable {
    struct Totals: Encodable {
      let recipients: Int64
      let sent: Int64
      let converted: Int64
    }

    let campaigns: [Row]
    let totals: Totals
  }

  private func sum(_ column: KeyPath<Row, Int64>) -> Int64 {
    rows.reduce(0) { $0 + $1[keyPath: column] }
  }

  private static func rate(_ part: Int64, of whole: Int64) -> String {
    whole == 0 ? "–" : String(format: "%.1f %%", 100 * Double(part) / Double(whole))
  }

  private static func line(_ cells: String...) -> String {
    let widths = [9, 7, 11, 7, 6, 10, 8]
    return zip(cells, widths).enumerated().map { column, cell in
      let (text, width) = cell
      let space = String(repeating: " ", count: max(0, width - text.count))
      return column == 1 ? "  \(text)\(space)" : "\(space)\(text)"
    }.joined()
  }
}
