import Messages
import RPC

/// The chain: who works where and who knows whom, derived from the data by written rules.
///
/// - Regions are departments under their codes. Store n is department 10,000,000 + n.
/// - Stores in ascending order are spread evenly over the counties in ascending order.
/// - A store with at least 1,000 visits has three guides, with at least 100 two, others one.
/// - A household is a customer of its home store's guides in turn, by its number.
struct DemoChain {
  let data: DemoData
  private let guidesOfStore: [Int: [String]]

  init(_ data: DemoData) {
    self.data = data
    guidesOfStore = Dictionary(
      uniqueKeysWithValues: data.stores.map { store in
        let count = store.visits >= 1000 ? 3 : store.visits >= 100 ? 2 : 1
        return (store.id, (1...count).map { "guide-\(store.id)-\($0)" })
      })
  }

  func guides(ofStore store: Int) -> [String] { guidesOfStore[store] ?? [] }

  func guide(of household: DemoData.Household) -> String {
    let guides = guides(ofStore: household.homeStore)
    return guides[household.id % guides.count]
  }

  static func departmentID(ofStore store: Int) -> UInt32 { 10_000_000 + UInt32(store) }

  static func externalUserid(ofHousehold household: Int) -> String {
    let digits = String(household)
    return "wmHousehold" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  static func band(spendCents: Int) -> String {
    switch spendCents {
    case ..<50_000: "under $500"
    case ..<150_000: "$500 to $1,500"
    case ..<300_000: "$1,500 to $3,000"
    default: "over $3,000"
    }
  }

  static func band(visits: Int) -> String {
    switch visits {
    case ..<12: "less than monthly"
    case ..<52: "monthly"
    default: "weekly"
    }
  }

  /// The tags of a household: a tag group's name → the tag's.
  static func tags(of household: DemoData.Household) -> [String: String] {
    household.demographics.merging([
      "消费 spend": band(spendCents: household.spendCents),
      "到店 visits": band(visits: household.visits),
    ]) { known, _ in known }
  }

  var departments: [DirectoryV1.Department] {
    let regions = data.regions.sorted { $0.id < $1.id }
      .map { region in
        DirectoryV1.Department(
          id: region.id, name: region.name, parentid: region.parentid, kind: .region)
      }
    let counties = data.regions.filter(\.isCounty).map(\.id).sorted()
    let stores = data.stores.sorted { $0.id < $1.id }.enumerated().map { position, store in
      DirectoryV1.Department(
        id: Self.departmentID(ofStore: store.id), name: "门店 \(store.id)",
        parentid: counties[position * counties.count / data.stores.count], kind: .store)
    }
    return regions + stores
  }

  var members: [DirectoryV1.Member] {
    data.stores.flatMap { store in
      guides(ofStore: store.id).enumerated().map { position, userid in
        DirectoryV1.Member(
          userid: userid, name: "导购 \(store.id)-\(position + 1)",
          email: "\(userid)@demo.example", position: "导购",
          departmentIDs: [Self.departmentID(ofStore: store.id)], status: .activated)
      }
    }
  }
}
