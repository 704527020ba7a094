import Messages
import ServiceKit

extension ContactWay {
  /// The fields that UpdateContactWay may name.
  static let maskable: Set<String> = [
    "remark", "skip_verify", "style", "state", "userids", "department_ids", "expires_in",
    "chat_expires_in", "unionid", "mark_source", "conclusions", "tag_ids", "customer_remark",
    "member_daily_max", "member_total_max", "spare_userids", "shifts", "source_id",
  ]

  /// A way that is to be.
  init(
    _ message: CustomersV1.ContactWay, configID: String, now: Instant, policies: Policies
  ) throws(InvalidField) {
    let kind = try Kind(message.type)
    let scene = try Scene(message.scene)
    self.init(
      configID: configID, kind: kind, scene: scene, isExclusive: message.isExclusive,
      createTime: now)
    if message.isTemp {
      guard kind == .single else {
        throw InvalidField(
          "contact_way.type", "NOT_FOR_TEMPORARY", "A temporary way has the type SINGLE.",
          errcode: 41039)
      }
      temporary = Temporary(expiresIn: 0, chatExpiresIn: 0)
    }
    try change(as: message, UpdateMask(.init(paths: ["*"]), allowed: []), policies: policies)
  }

  /// Takes what a message says of it, as far as the mask goes.
  mutating func change(
    as message: CustomersV1.ContactWay, _ mask: UpdateMask, policies: Policies
  ) throws(InvalidField) {
    if let style = mask.value("style", message.style, empty: 0) {
      self.style = style == 0 && scene == .miniprogram ? 1 : Int(style)
    }
    if let remark = mask.value("remark", message.remark, empty: "") { self.remark = remark }
    if let state = mask.value("state", message.state, empty: "") { self.state = state }
    if let skips = mask.value("skip_verify", message.skipVerify, empty: nil) {
      skipsVerify = skips ?? true
    }
    if let marks = mask.value("mark_source", message.markSource, empty: nil) {
      marksSource = marks ?? true
    }
    if let userids = mask.value("userids", message.userids, empty: []) { self.userids = userids }
    if let ids = mask.value("department_ids", message.departmentIDs, empty: []) {
      departmentIDs = ids
    }
    if let spares = mask.value("spare_userids", message.spareUserids, empty: []) {
      spareUserids = spares
    }
    if let tagIDs = mask.value("tag_ids", message.tagIDs, empty: []) { self.tagIDs = tagIDs }
    if let remark = mask.value("customer_remark", message.customerRemark, empty: "") {
      customerRemark = remark
    }
    if let cap = mask.value("member_daily_max", message.memberDailyMax, empty: 0) {
      memberDailyMax = Int(cap)
    }
    if let cap = mask.value("member_total_max", message.memberTotalMax, empty: 0) {
      memberTotalMax = Int(cap)
    }
    if let shifts = mask.value("shifts", message.shifts, empty: []) {
      self.shifts = shifts.map(Shift.init)
    }
    if let id = mask.value("source_id", message.sourceID, empty: "") { sourceID = id }
    try changeTemporary(as: message, mask, policies)
  }

  private mutating func changeTemporary(
    as message: CustomersV1.ContactWay, _ mask: UpdateMask, _ policies: Policies
  ) throws(InvalidField) {
    guard var temporary else { return try Self.checkNothingTemporary(message) }
    if let seconds = mask.value("expires_in", message.expiresIn, empty: 0) {
      temporary.expiresIn = seconds == 0 ? Int64(policies[.temporaryWaySecondsDefault]) : seconds
    }
    if let seconds = mask.value("chat_expires_in", message.chatExpiresIn, empty: 0) {
      temporary.chatExpiresIn =
        seconds == 0 ? Int64(policies[.temporarySessionSecondsDefault]) : seconds
    }
    if let unionid = mask.value("unionid", message.unionid, empty: "") {
      temporary.unionid = unionid
    }
    if let conclusions = mask.value("conclusions", message.conclusions, empty: nil) {
      temporary.conclusions = conclusions.map(Conclusions.init)
    }
    self.temporary = temporary
  }

  private static func checkNothingTemporary(
    _ message: CustomersV1.ContactWay
  ) throws(InvalidField) {
    let given = [
      ("expires_in", message.expiresIn != 0), ("chat_expires_in", message.chatExpiresIn != 0),
      ("unionid", !message.unionid.isEmpty), ("conclusions", message.conclusions != nil),
    ]
    if let (name, _) = given.first(where: \.1) {
      throw InvalidField(
        "contact_way.\(name)", "NOT_TEMPORARY",
        "contact_way.\(name) is for temporary contact ways alone.", errcode: 40058)
    }
  }

  var message: CustomersV1.ContactWay {
    .init(
      configID: configID, type: .init(rawValue: Int32(kind.rawValue)),
      scene: .init(rawValue: Int32(scene.rawValue)), style: Int32(style), remark: remark,
      skipVerify: skipsVerify, state: state, userids: userids, departmentIDs: departmentIDs,
      isTemp: temporary != nil, expiresIn: temporary?.expiresIn ?? 0,
      chatExpiresIn: temporary?.chatExpiresIn ?? 0, unionid: temporary?.unionid ?? "",
      isExclusive: isExclusive, markSource: marksSource,
      conclusions: temporary?.conclusions?.message, tagIDs: tagIDs,
      customerRemark: customerRemark, memberDailyMax: Int32(memberDailyMax),
      memberTotalMax: Int32(memberTotalMax), spareUserids: spareUserids,
      shifts: shifts.map(\.message), createTime: createTime.timestamp,
      expireTime: expireTime?.timestamp, isUsed: temporary?.usedBy != nil,
      sourceID: sourceID)
  }
}

extension ContactWay.Kind {
  init(_ message: CustomersV1.ContactWayType) throws(InvalidField) {
    guard message != .unspecified else {
      throw InvalidField(
        "contact_way.type", "REQUIRED", "contact_way.type is required.", errcode: 41037)
    }
    guard let kind = Self(rawValue: Int(message.rawValue)) else {
      throw InvalidField(
        "contact_way.type", "UNKNOWN_VALUE", "contact_way.type \(message.rawValue) is not known.",
        errcode: 41039)
    }
    self = kind
  }
}

extension ContactWay.Scene {
  init(_ message: CustomersV1.ContactWayScene) throws(InvalidField) {
    guard message != .unspecified else {
      throw InvalidField(
        "contact_way.scene", "REQUIRED", "contact_way.scene is required.", errcode: 41038)
    }
    guard let scene = Self(rawValue: Int(message.rawValue)) else {
      throw InvalidField(
        "contact_way.scene", "UNKNOWN_VALUE",
        "contact_way.scene \(message.rawValue) is not known.", errcode: 41040)
    }
    self = scene
  }
}

extension Shift {
  init(_ message: CustomersV1.Shift) {
    self.init(
      weekdays: message.weekdays.map(Int.init), startMinute: Int(message.startMinute),
      endMinute: Int(message.endMinute), userids: message.userids)
  }

  var message: CustomersV1.Shift {
    .init(
      weekdays: weekdays.map(Int32.init), startMinute: Int32(startMinute),
      endMinute: Int32(endMinute), userids: userids)
  }
}

extension Conclusions {
  /// Of several attachments the first of image, link and card is kept.
  init(_ message: CustomersV1.Conclusions) {
    text = message.text
    if let image = message.image {
      attachment = .image(mediaID: image.mediaID, picURL: image.picURL)
    } else if let link = message.link {
      attachment = .link(
        title: link.title, picURL: link.picurl, desc: link.desc, url: link.url)
    } else if let card = message.miniprogram {
      attachment = .miniprogram(
        title: card.title, picMediaID: card.picMediaID, appid: card.appid, page: card.page)
    }
  }

  var message: CustomersV1.Conclusions {
    var message = CustomersV1.Conclusions(text: text)
    switch attachment {
    case .image(let mediaID, let picURL):
      message.image = .init(mediaID: mediaID, picURL: picURL)
    case .link(let title, let picURL, let desc, let url):
      message.link = .init(title: title, picurl: picURL, desc: desc, url: url)
    case .miniprogram(let title, let picMediaID, let appid, let page):
      message.miniprogram = .init(title: title, picMediaID: picMediaID, appid: appid, page: page)
    case nil: break
    }
    return message
  }
}

extension ContactWayCounts {
  var message: CustomersV1.ContactWayCounts {
    .init(
      scanCount: Int64(scans), assignedCount: Int64(assigned), addedCount: Int64(added),
      lostCount: Int64(lost))
  }
}
