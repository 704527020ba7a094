import Foundation
import Messages

/// What the demo shows: one row a campaign, all figures read back from broadcasts' report and lift.
struct DemoReport {
  /// One group of a campaign's recipients.
  struct Group: Encodable {
    let recipients: Int64
    let converted: Int64
    let convertedRecipients: Int64

    enum CodingKeys: String, CodingKey {
      case recipients, converted
      case convertedRecipients = "converted_recipients"
    }

    init(_ group: BroadcastsV1.LiftGroup?) {
      recipients = group?.recipientCount ?? 0
      converted = group?.conversionCount ?? 0
      convertedRecipients = group?.convertedRecipientCount ?? 0
    }

    init(recipients: Int64, converted: Int64, convertedRecipients: Int64) {
      self.recipients = recipients
      self.converted = converted
      self.convertedRecipients = convertedRecipients
    }
  }

  struct Row: Encodable {
    let campaignID: Int
    let type: String
    let recipients: Int64
    let guides: Int64
    let sent: Group
    let heldOut: Group
    /// Those it was sent to, by what they were sent.
    let variants: [Group]
    /// In shares of 1; nil when a group is empty.
    let lift: Double?
    let liftLower: Double?
    let liftUpper: Double?

    enum CodingKeys: String, CodingKey {
      case campaignID = "campaign_id"
      case heldOut = "held_out"
      case liftLower = "lift_lower"
      case liftUpper = "lift_upper"
      case type, recipients, guides, sent, variants, lift
    }

    init(
      _ campaign: DemoData.Campaign, _ report: BroadcastsV1.BroadcastReport,
      _ lift: BroadcastsV1.BroadcastLift
    ) {
      campaignID = campaign.id
      type = campaign.type
      recipients = report.deliveries?.recipientCount ?? 0
      guides = report.memberCount
      sent = Group(lift.lift?.pushed)
      heldOut = Group(lift.lift?.heldOut)
      variants = lift.variants.map { Group($0.lift?.pushed) }
      self.lift = lift.lift?.difference
      liftLower = lift.lift?.differenceLower
      liftUpper = lift.lift?.differenceUpper
    }
  }

  let rows: [Row]

  var table: String {
    let header = Self.line(
      "campaign", "type", "recipients", "guides", "sent", "held out", "redeemed", "rate sent",
      "rate held out", "lift, 95 % interval")
    let body = rows.map { row in
      Self.line(
        "\(row.campaignID)", row.type, "\(row.recipients)", "\(row.guides)",
        "\(row.sent.recipients)", "\(row.heldOut.recipients)",
        "\(row.sent.converted + row.heldOut.converted)", Self.rate(row.sent),
        Self.rate(row.heldOut), Self.lift(row))
    }
    let (sent, heldOut) = (sum(\.sent), sum(\.heldOut))
    let total = Self.line(
      "total", "", "\(recipients)", "", "\(sent.recipients)", "\(heldOut.recipients)",
      "\(sent.converted + heldOut.converted)", Self.rate(sent), Self.rate(heldOut), "")
    let rule = String(repeating: "-", count: header.count)
    return (["", header, rule] + body + [rule, total, "", explanation, ""])
      .joined(separator: "\n")
  }

  private var explanation: String {
    let told = rows.compactMap { row in
      row.liftLower.flatMap { lower in row.liftUpper.map { (lower...$0).contains(0) } }
    }
    return """
      redeemed: coupons, of both groups. rate: customers who redeemed at least one, of their group.
      lift: rate sent less rate held out. In the data all of these customers got the campaign, those
      held out here by chance too: nothing but chance tells the groups apart, and the true lift is 0.
      \(told.filter(\.self).count) of \(told.count) intervals hold it; they are made to in 95 of 100 cases.
      """
  }

  var json: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      return try encoder.encode(
        Document(
          campaigns: rows,
          totals: .init(recipients: recipients, sent: sum(\.sent), heldOut: sum(\.heldOut))))
    }
  }

  private struct Document: Encodable {
    struct Totals: Encodable {
      let recipients: Int64
      let sent: Group
      let heldOut: Group

      enum CodingKeys: String, CodingKey {
        case recipients, sent
        case heldOut = "held_out"
      }
    }

    let campaigns: [Row]
    let totals: Totals
  }

  private var recipients: Int64 { rows.reduce(0) { $0 + $1.recipients } }

  private func sum(_ column: KeyPath<Row, Group>) -> Group {
    func sum(_ count: KeyPath<Group, Int64>) -> Int64 {
      rows.reduce(0) { $0 + $1[keyPath: column][keyPath: count] }
    }
    return Group(
      recipients: sum(\.recipients), converted: sum(\.converted),
      convertedRecipients: sum(\.convertedRecipients))
  }

  private static func rate(_ group: Group) -> String {
    group.recipients == 0
      ? "–"
      : String(
        format: "%.1f %%", 100 * Double(group.convertedRecipients) / Double(group.recipients))
  }

  private static func lift(_ row: Row) -> String {
    guard let lift = row.lift, let lower = row.liftLower, let upper = row.liftUpper else {
      return "–"
    }
    return String(format: "%+.1f (%+.1f to %+.1f)", 100 * lift, 100 * lower, 100 * upper)
  }

  private static func line(_ cells: String...) -> String {
    let widths = [8, 7, 11, 7, 6, 9, 9, 10, 14, 24]
    return zip(cells, widths).enumerated().map { column, cell in
      let (text, width) = cell
      let space = String(repeating: " ", count: max(0, width - text.count))
      return column == 1 ? "  \(text)\(space)" : "\(space)\(text)"
    }.joined()
  }
}
