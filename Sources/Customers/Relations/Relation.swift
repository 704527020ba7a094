import Protobuf
import RPC
import ServiceKit

/// A relation 跟进关系 of one member with one customer, as its row keeps it.
struct Relation: Sendable, Equatable {
  /// How it stands between the two. The member sees it until he removes it himself.
  enum Status: Int, Sendable {
    case half = 1
    case mutual = 2
    case deletedByMember = 3
    case deletedByCustomer = 4

    /// Neither side removed it: the customer can be written to.
    var isLive: Bool { self == .half || self == .mutual }
    /// The member sees it, and it counts against his limit.
    var isKept: Bool { self != .deletedByMember }
  }

  enum Side: Sendable {
    case member
    case customer
  }

  /// What a caller says of a relation that is to be.
  struct Draft: Sendable, Equatable {
    var userid: String
    /// `half` or `mutual`, of an import `deletedByCustomer` too; nil when not said.
    var status: Status?
    var remark: String = ""
    var description: String = ""
    var remarkCorpName: String = ""
    var remarkMobiles: [String] = []
    var addWay: Int32 = 0
    var operUserid: String = ""
    var state: String = ""
    /// A contact way's.
    var source: Source.Reference?
    var tagIDs = PackedList<String>()
    var createTime: Instant?
    var lastChatTime: Instant?

    func checkShape(policies: Policies) throws(InvalidField) {
      try Shape.userid(userid, field: "relation.userid")
      try RemarkEdit(
        remark: remark, description: description, corpName: remarkCorpName, mobiles: remarkMobiles
      ).checkShape(policies: policies)
      guard addWay >= 0 else {
        throw InvalidField("relation.add_way", "NEGATIVE", "relation.add_way is negative.")
      }
      try Shape.bytes(operUserid, 0...64, field: "relation.oper_userid")
      try Shape.characters(
        state, 0...policies[.stateCharactersMax], field: "relation.state", errcode: 40058)
      try Shape.items(tagIDs.count, 0...1000, field: "relation.tag_ids", errcode: 41111)
    }
  }

  var customerKey: Int64
  var memberKey: Int64
  var userid: String
  var status: Status
  var remark: String = ""
  var description: String = ""
  var remarkCorpName: String = ""
  var remarkMobiles: [String] = []
  var addWay: Int32 = 0
  var operUserid: String = ""
  var state: String = ""
  /// The source of the contact way he came by.
  var source: Source.Reference?
  var tags = TagSet()
  var createTime: Instant
  var lastChatTime: Instant?
  /// Tells the customer's relations apart, in the order in which they began; stays for ever.
  var slot = 0

  /// The relation once its customer is added again: taken up after a removal, or confirmed.
  func added(
    _ draft: Draft, tags: TagSet, now: Instant, externalUserid: String
  ) throws(RelationFailure) -> Relation {
    let asked = draft.status ?? .mutual
    var relation = Relation(
      customerKey: customerKey, memberKey: memberKey, userid: userid, draft, tags: tags, now: now)
    switch status {
    case .deletedByMember: break
    case .deletedByCustomer:
      // The member has had it before his eyes all the time: what he noted stays.
      if draft.remark.isEmpty { relation.remark = remark }
      if draft.description.isEmpty { relation.description = description }
      if draft.remarkCorpName.isEmpty { relation.remarkCorpName = remarkCorpName }
      if draft.remarkMobiles.isEmpty { relation.remarkMobiles = remarkMobiles }
      if tags.isEmpty { relation.tags = self.tags }
      relation.lastChatTime = draft.lastChatTime ?? lastChatTime
    case .half where asked == .mutual:
      relation = self
      relation.status = .mutual
    case .half, .mutual: throw .exists(userid: userid, externalUserid: externalUserid)
    }
    return relation
  }

  /// The relation once an import has spoken of it: what stood is overwritten.
  func overwritten(_ draft: Draft, tags: TagSet, now: Instant) -> Relation {
    var relation = Relation(
      customerKey: customerKey, memberKey: memberKey, userid: userid, draft, tags: tags, now: now)
    // A confirmed relation is not taken back; one that is not is confirmed only when said so.
    if status == .mutual || ![.half, .mutual].contains(draft.status) { relation.status = status }
    relation.createTime = draft.createTime ?? createTime
    relation.lastChatTime = draft.lastChatTime ?? lastChatTime
    // No import speaks of it.
    relation.source = source
    return relation
  }

  /// The relation once one side has removed it.
  func removed(
    by side: Side, externalUserid: String
  ) throws(RelationFailure) -> Relation {
    var relation = self
    switch (status, side) {
    case (.deletedByMember, _):
      throw .notRelated(userid: userid, externalUserid: externalUserid)
    case (.deletedByCustomer, .customer):
      throw .alreadyRemoved(userid: userid, externalUserid: externalUserid)
    case (_, .customer): relation.status = .deletedByCustomer
    case (_, .member):
      relation.status = .deletedByMember
      relation.remark = ""
      relation.description = ""
      relation.remarkCorpName = ""
      relation.remarkMobiles = []
      relation.tags = TagSet()
    }
    return relation
  }

  /// Whether an import overwrites it with such a draft, and does not take it up again.
  func isStanding(for draft: Draft) -> Bool {
    status.isLive || status == .deletedByCustomer && draft.status == .deletedByCustomer
  }

  /// The phone numbers that are noted here, and were not before.
  func newNumbers(over before: Relation?) -> Set<TypedNumber> {
    guard remarkMobiles != before?.remarkMobiles ?? [] else { return [] }
    return Set(remarkMobiles.compactMap { TypedNumber($0) })
      .subtracting((before?.remarkMobiles ?? []).compactMap { TypedNumber($0) })
  }

  /// A WeCom user's company is known, and not the member's to note.
  func checkCorpName(before: Relation?, of customer: Customer) throws(RelationFailure) {
    guard customer.kind == .wecom, !remarkCorpName.isEmpty,
      remarkCorpName != before?.remarkCorpName
    else { return }
    throw .corpNameOfWecomUser(customer.externalUserid)
  }

  /// Whether it may become this, from `before`.
  func checkLimits(
    before: Relation?, memberCustomers: Int, policies: Policies
  ) throws(RelationFailure) {
    let mostTags = policies[.relationTagsMax]
    if tags.count > mostTags, tags.count > (before?.tags.count ?? 0) {
      throw .tooManyTags(mostTags)
    }
    let wasKept = before?.status.isKept ?? false
    let mostCustomers = policies[.memberCustomersMax]
    if status.isKept, !wasKept, memberCustomers >= mostCustomers {
      throw .memberIsFull(userid: userid, mostCustomers)
    }
  }
}

extension Relation {
  /// A relation that starts afresh.
  init(
    customerKey: Int64, memberKey: Int64, userid: String, _ draft: Draft, tags: TagSet, now: Instant
  ) {
    self.customerKey = customerKey
    self.memberKey = memberKey
    self.userid = userid
    status = draft.status ?? .mutual
    remark = draft.remark
    description = draft.description
    remarkCorpName = draft.remarkCorpName
    remarkMobiles = draft.remarkMobiles
    addWay = draft.addWay
    operUserid = draft.operUserid
    state = draft.state
    source = draft.source
    self.tags = tags
    createTime = draft.createTime ?? now
    lastChatTime = draft.lastChatTime
  }
}

enum RelationFailure: Failure, Equatable {
  case customerNotFound(String)
  case notFollowed(String)
  case memberWithoutCustomers(String)
  case notRelated(userid: String, externalUserid: String)
  case exists(userid: String, externalUserid: String)
  case alreadyRemoved(userid: String, externalUserid: String)
  case memberIsFull(userid: String, Int)
  case tooManyTags(Int)
  case corpNameOfWecomUser(String)

  var code: StatusCode {
    switch self {
    case .customerNotFound, .notFollowed, .memberWithoutCustomers, .notRelated: .notFound
    case .exists: .alreadyExists
    case .alreadyRemoved, .corpNameOfWecomUser: .failedPrecondition
    case .memberIsFull, .tooManyTags: .resourceExhausted
    }
  }

  var reason: String {
    switch self {
    case .customerNotFound: "CUSTOMER_NOT_FOUND"
    case .notFollowed: "CUSTOMER_NOT_FOLLOWED"
    case .memberWithoutCustomers: "MEMBER_WITHOUT_CUSTOMERS"
    case .notRelated: "NOT_RELATED"
    case .exists: "RELATION_EXISTS"
    case .alreadyRemoved: "RELATION_ALREADY_REMOVED"
    case .memberIsFull: "CUSTOMER_LIMIT_REACHED"
    case .tooManyTags: "TOO_MANY_TAGS_ON_RELATION"
    case .corpNameOfWecomUser: "WECOM_USER"
    }
  }

  var message: String {
    switch self {
    case .customerNotFound(let id): "Nobody has the external_userid '\(id)'."
    case .notFollowed(let id): "No member follows '\(id)'."
    case .memberWithoutCustomers(let userid): "'\(userid)' never had a customer."
    case .notRelated(let userid, let id): "'\(userid)' and '\(id)' are not related."
    case .exists(let userid, let id): "'\(userid)' and '\(id)' are related already."
    case .alreadyRemoved(let userid, let id): "'\(id)' has removed '\(userid)' already."
    case .memberIsFull(let userid, let most):
      "'\(userid)' has \(most) customers, as many as he may."
    case .tooManyTags(let most): "A relation carries at most \(most) tags."
    case .corpNameOfWecomUser(let id):
      "'\(id)' is a WeCom user: his company is known, and is not for a member to note."
    }
  }

  var field: String? {
    switch self {
    case .customerNotFound, .notFollowed: "external_userid"
    case .memberWithoutCustomers: "userid"
    case .corpNameOfWecomUser: "relation.remark_corp_name"
    case .notRelated, .exists, .alreadyRemoved, .memberIsFull, .tooManyTags: nil
    }
  }

  var errcode: Int? {
    switch self {
    case .customerNotFound: 40096
    case .notFollowed, .memberWithoutCustomers, .notRelated: 84061
    case .exists, .alreadyRemoved: nil
    case .memberIsFull: 40099
    case .tooManyTags: 40144
    case .corpNameOfWecomUser: 40058
    }
  }
}
