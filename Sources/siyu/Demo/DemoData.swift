import Foundation

/// The real data the demo plays: a retail chain's year, and China's regions to spread it over.
/// `compose/demo-data/README.md` names the sources.
struct DemoData {
  struct Region {
    let id: UInt32
    let name: String
    let parentid: UInt32
    let isCounty: Bool
  }

  struct Store {
    let id: Int
    let visits: Int
  }

  struct Household {
    let id: Int
    let homeStore: Int
    let visits: Int
    let spendCents: Int
    /// Demographics that are known, by the name of their tag group: `["年龄": "45-54", …]`.
    let demographics: [String: String]
  }

  struct Campaign {
    let id: Int
    let type: String
    var households: [Int] = []
  }

  struct Redemption {
    let number: Int
    let household: Int
    let campaign: Int
    let date: String
  }

  let regions: [Region]
  let stores: [Store]
  let households: [Household]
  let campaigns: [Campaign]
  let redemptions: [Redemption]

  init(folder: String) throws {
    func table(_ name: String) throws -> [Line] { try Line.all(in: "\(folder)/\(name).csv") }
    regions = try table("regions").map { line in
      // One province stands in the data without its code; 71 is its code in GB/T 2260.
      let code = UInt32(line["code"]) ?? 71
      return Region(
        id: code, name: line["name"], parentid: UInt32(line["parent_code"]) ?? 1,
        isCounty: line["code"].count == 6)
    }
    stores = try table("stores").map {
      Store(id: try $0.number("store_id"), visits: try $0.number("visits"))
    }
    households = try table("customers").map { line in
      let known = Self.demographics.mapValues { line[$0[...]] }.filter { !$0.value.isEmpty }
      return Household(
        id: try line.number("household_id"), homeStore: try line.number("home_store_id"),
        visits: try line.number("visits"), spendCents: try line.number("spend_cents"),
        demographics: known)
    }
    let sentTo = Dictionary(
      grouping: try table("campaign_customers").map {
        (campaign: try $0.number("campaign_id"), household: try $0.number("household_id"))
      }, by: \.campaign)
    campaigns = try table("campaigns").map { line in
      let id = try line.number("campaign_id")
      return Campaign(
        id: id, type: line["campaign_type"], households: (sentTo[id] ?? []).map(\.household))
    }
    redemptions = try table("redemptions").enumerated().map { number, line in
      Redemption(
        number: number + 1, household: try line.number("household_id"),
        campaign: try line.number("campaign_id"), date: line["redemption_date"])
    }
  }

  /// A tag group's name → the column it comes from.
  private static let demographics = [
    "年龄 age": "age", "收入 income": "income", "家庭 household": "household_comp",
  ]
}

/// One line of a CSV file without quotes, by the names of the header.
private struct Line {
  private let columns: [Substring: Int]
  private let cells: [Substring]

  subscript(name: Substring) -> String {
    columns[name].map { String(cells[$0]) } ?? ""
  }

  func number(_ name: Substring) throws -> Int {
    guard let value = Int(self[name]) else {
      throw Trouble(message: "\(name) is '\(self[name])', not a whole number")
    }
    return value
  }

  static func all(in path: String) throws -> [Line] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw Trouble(message: "cannot read \(path)")
    }
    let lines = text.split(whereSeparator: \.isNewline)
    let names = (lines.first ?? "").split(separator: ",", omittingEmptySubsequences: false)
    let columns = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    return lines.dropFirst().map {
      Line(columns: columns, cells: $0.split(separator: ",", omittingEmptySubsequences: false))
    }
  }
}
