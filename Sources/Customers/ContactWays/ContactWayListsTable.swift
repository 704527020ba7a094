import ServiceKit
import Store

/// The lists of one contact way: small tables beside its row, read and replaced whole.
struct ContactWayLists {
  let reader: Reader
  let way: Int64

  func filling(_ way: ContactWay) throws -> ContactWay {
    var way = way
    way.userids = try userids(isSpare: false)
    way.spareUserids = try userids(isSpare: true)
    way.departmentIDs = try reader.all(
      "SELECT department_id FROM contact_way_department WHERE way_id = $1 ORDER BY place", self.way
    ) { UInt32($0.int64(0)) }
    way.tagIDs = try reader.all(
      """
      SELECT tag.tag_id FROM contact_way_tag JOIN tag ON tag.id = contact_way_tag.tag_id
      WHERE way_id = $1 ORDER BY place
      """, self.way
    ) { $0.text(0) }
    way.shifts = try shifts()
    way.temporary?.conclusions = try conclusions()
    return way
  }

  /// The members it names, by key, in the order given.
  func members(isSpare: Bool) throws -> [Int64] {
    try reader.all(
      """
      SELECT member_id FROM contact_way_member WHERE way_id = $1 AND is_spare = $2 ORDER BY place
      """, way, isSpare
    ) { $0.int64(0) }
  }

  private func userids(isSpare: Bool) throws -> [String] {
    try reader.all(
      """
      SELECT userid FROM contact_way_member JOIN member ON member.id = member_id
      WHERE way_id = $1 AND is_spare = $2 ORDER BY place
      """, way, isSpare
    ) { $0.text(0) }
  }

  private func shifts() throws -> [Shift] {
    try reader.all(
      """
      SELECT place, weekdays, start_minute, end_minute FROM contact_way_shift
      WHERE way_id = $1 ORDER BY place
      """, way
    ) { row in
      let days = row.int(1)
      return Shift(
        weekdays: (1...7).filter { days & (1 << ($0 - 1)) != 0 }, startMinute: row.int(2),
        endMinute: row.int(3),
        userids: try reader.all(
          """
          SELECT userid FROM contact_way_shift_member
          WHERE way_id = $1 AND shift_place = $2 ORDER BY place
          """, way, row.int(0)
        ) { $0.text(0) })
    }
  }

  private func conclusions() throws -> Conclusions? {
    try reader.first(
      """
      SELECT text, kind, title, media_id, picture, detail, target FROM contact_way_conclusions
      WHERE way_id = $1
      """, way
    ) { row in
      let attachment: Conclusions.Attachment? =
        switch row.int(1) {
        case 1: .image(mediaID: row.text(3), picURL: row.text(4))
        case 2:
          .link(title: row.text(2), picURL: row.text(4), desc: row.text(5), url: row.text(6))
        case 3:
          .miniprogram(
            title: row.text(2), picMediaID: row.text(3), appid: row.text(5), page: row.text(6))
        default: nil
        }
      return Conclusions(text: row.text(0), attachment: attachment)
    }
  }

  // MARK: Writing

  func replace(by way: ContactWay, in writer: Writer) throws {
    for table in [
      "contact_way_member", "contact_way_department", "contact_way_tag", "contact_way_shift",
      "contact_way_shift_member", "contact_way_conclusions",
    ] {
      try writer.run("DELETE FROM \(table) WHERE way_id = $1", self.way)
    }
    try put(way.userids, isSpare: false, in: writer)
    try put(way.spareUserids, isSpare: true, in: writer)
    for (place, id) in way.departmentIDs.enumerated() {
      try writer.run(
        "INSERT INTO contact_way_department (way_id, place, department_id) VALUES ($1, $2, $3)",
        self.way, place, id)
    }
    for (place, id) in way.tagIDs.enumerated() {
      try writer.run(
        """
        INSERT INTO contact_way_tag (way_id, place, tag_id)
        SELECT $1, $2, id FROM tag WHERE tag_id = $3
        """, self.way, place, id)
    }
    try put(way.shifts, in: writer)
    if let conclusions = way.temporary?.conclusions { try put(conclusions, in: writer) }
  }

  private func put(_ userids: [String], isSpare: Bool, in writer: Writer) throws {
    for (place, userid) in userids.enumerated() {
      let member =
        try MemberTable.find(userid, in: writer)?.key
        ?? MemberTable.insert(userid, in: writer).key
      try writer.run(
        """
        INSERT INTO contact_way_member (way_id, is_spare, place, member_id)
        VALUES ($1, $2, $3, $4)
        """, way, isSpare, place, member)
    }
  }

  private func put(_ shifts: [Shift], in writer: Writer) throws {
    for (place, shift) in shifts.enumerated() {
      let days = shift.weekdays.reduce(0) { $0 | 1 << ($1 - 1) }
      try writer.run(
        """
        INSERT INTO contact_way_shift (way_id, place, weekdays, start_minute, end_minute)
        VALUES ($1, $2, $3, $4, $5)
        """, way, place, days, shift.startMinute, shift.endMinute)
      for (number, userid) in shift.userids.enumerated() {
        try writer.run(
          """
          INSERT INTO contact_way_shift_member (way_id, shift_place, place, userid)
          VALUES ($1, $2, $3, $4)
          """, way, place, number, userid)
      }
    }
  }

  private func put(_ conclusions: Conclusions, in writer: Writer) throws {
    var kind = 0
    var (title, mediaID, picture, detail, target) = ("", "", "", "", "")
    switch conclusions.attachment {
    case .image(let id, let url): (kind, mediaID, picture) = (1, id, url)
    case .link(let name, let url, let desc, let page):
      (kind, title, picture, detail, target) = (2, name, url, desc, page)
    case .miniprogram(let name, let id, let appid, let page):
      (kind, title, mediaID, detail, target) = (3, name, id, appid, page)
    case nil: break
    }
    try writer.run(
      """
      INSERT INTO contact_way_conclusions (way_id, text, kind, title, media_id, picture, detail,
        target)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """, way, conclusions.text, kind, title, mediaID, picture, detail, target)
  }
}
