import ServiceKit

/// A customer 客户: the person, once, whoever follows him.
struct Customer: Sendable, Equatable {
  enum Kind: Int, Sendable {
    case unspecified = 0
    case wechat = 1
    case wecom = 2
  }

  enum Gender: Int, Sendable {
    case unspecified = 0
    case male = 1
    case female = 2
  }

  /// The key inside; 0 while he has no row.
  var key: Int64 = 0
  var externalUserid: String
  var name: String = ""
  var avatar: String = ""
  var kind: Kind = .unspecified
  var gender: Gender = .unspecified
  var unionid: String = ""
  /// The company a WeCom user belongs to.
  var corpName: String = ""
  var createTime: Instant

  func checkShape() throws(InvalidField) {
    try Self.checkID(externalUserid, field: "customer.external_userid")
    try Shape.characters(name, 0...64, field: "customer.name")
    try Shape.bytes(avatar, 0...2048, field: "customer.avatar")
    try Shape.bytes(unionid, 0...64, field: "customer.unionid")
    try Shape.characters(corpName, 0...64, field: "customer.corp_name")
  }

  /// An external_userid is the platform's and opaque.
  static func checkID(_ id: String, field: String) throws(InvalidField) {
    try Shape.id(id, field: field, errcode: id.isEmpty ? 41035 : 40096)
  }

  /// The person after somebody told of him anew: what is said overwrites, what is not said stays.
  func told(_ news: Customer) -> Customer {
    var customer = self
    if !news.name.isEmpty { customer.name = news.name }
    if !news.avatar.isEmpty { customer.avatar = news.avatar }
    if news.kind != .unspecified { customer.kind = news.kind }
    if news.gender != .unspecified { customer.gender = news.gender }
    if !news.unionid.isEmpty { customer.unionid = news.unionid }
    if !news.corpName.isEmpty { customer.corpName = news.corpName }
    return customer
  }
}
