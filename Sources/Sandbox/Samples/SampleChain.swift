import RPC
import ServiceKit

/// How large a sample chain is. The same size makes the same chain, to the last letter.
struct SampleSize: Sendable, Equatable {
  var stores = 12
  var customers = 480

  /// 0 means the default.
  init(stores: Int, customers: Int) throws(InvalidField) {
    self.stores = try Self.number(stores, self.stores, largest: 200, field: "store_count")
    self.customers = try Self.number(
      customers, self.customers, largest: 20_000, field: "customer_count")
  }

  private static func number(
    _ value: Int, _ normal: Int, largest: Int, field: String
  ) throws(InvalidField) -> Int {
    if value == 0 { return normal }
    guard (1...largest).contains(value) else {
      throw InvalidField(
        field, "OUT_OF_RANGE", "\(field) is \(value), allowed are 1 to \(largest).")
    }
    return value
  }
}

/// The sample: a chain that sells phones and what goes with them, in three regions of China.
///
/// Regions are departments 11 to 13, stores 1001, 1002 …, each with the guides guide-1001-1 and
/// guide-1001-2. Customers are wm-sample-00001 …, spread over the guides in turn.
struct SampleChain: Sendable {
  struct Store: Sendable {
    let id: UInt32
    let name: String
    let region: UInt32
    let guides: [Guide]
  }

  struct Guide: Sendable {
    let userid: String
    let name: String
  }

  struct Customer: Sendable {
    let externalUserid: String
    let name: String
    let userid: String
    /// A tag group's name → the tag's.
    let tags: [String: String]
  }

  let size: SampleSize

  static let regions: [(id: UInt32, name: String)] = [(11, "华东区"), (12, "华南区"), (13, "华北区")]
  static let tagGroups: [(name: String, tags: [String])] = [
    ("会员等级", ["普通会员", "银卡", "金卡", "黑金"]),
    ("关注品类", ["手机", "平板", "电脑", "耳机", "手表"]),
    ("最近到店", ["30 天内", "90 天内", "更早"]),
  ]

  private static let cities = [
    ["上海", "杭州", "南京", "苏州"], ["广州", "深圳", "厦门", "南宁"], ["北京", "天津", "济南", "石家庄"],
  ]
  private static let quarters = ["万象城", "中心广场", "人民路", "大学城", "火车站", "新天地"]
  private static let surnames = Array("王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗")
  private static let givenNames = [
    "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "洋", "艳", "勇", "军", "杰", "娟", "涛", "超",
    "欣怡", "子涵", "雨桐", "浩然", "思远", "佳琪",
  ]

  private static func number(_ kind: String, _ index: Int, below limit: Int) -> Int {
    var fingerprint = Fingerprint()
    fingerprint.add(kind)
    fingerprint.add(Int64(index))
    return Int(fingerprint.finish() % UInt64(limit))
  }

  private static func name(_ kind: String, _ index: Int) -> String {
    String(surnames[number("\(kind) surname", index, below: surnames.count)])
      + givenNames[number("\(kind) given name", index, below: givenNames.count)]
  }

  var stores: [Store] {
    (0..<size.stores).map { index in
      let id = UInt32(1001 + index)
      let region = index % Self.regions.count
      let cities = Self.cities[region]
      let city = cities[index / Self.regions.count % cities.count]
      let quarter =
        Self.quarters[index / (Self.regions.count * cities.count) % Self.quarters.count]
      let guides = (1...2).map { number in
        Guide(
          userid: "guide-\(id)-\(number)", name: Self.name("guide", 2 * index + number))
      }
      return Store(
        id: id, name: "\(city)\(quarter)店（\(id)）", region: Self.regions[region].id, guides: guides)
    }
  }

  var customers: [Customer] {
    let guides = stores.flatMap(\.guides)
    return (0..<size.customers).map { index in
      let digits = String(index + 1)
      let tags = Self.tagGroups.map { group in
        (group.name, group.tags[Self.number(group.name, index, below: group.tags.count)])
      }
      return Customer(
        externalUserid: "wm-sample-" + String(repeating: "0", count: 5 - digits.count) + digits,
        name: Self.name("customer", index), userid: guides[index % guides.count].userid,
        tags: Dictionary(uniqueKeysWithValues: tags))
    }
  }
}

enum SampleFailure: Failure, Equatable {
  case isFilled

  var code: StatusCode { .failedPrecondition }
  var reason: String { "CORP_IS_FILLED" }
  var message: String { "The corp was filled with a sample of another size." }
}
