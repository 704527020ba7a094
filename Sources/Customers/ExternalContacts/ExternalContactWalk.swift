import ServiceKit
import Store

/// The list of external contacts, a page at a time: the customers in the order of their keys, then
/// those of groups in the order of theirs.
///
/// A page looks at so many persons at most: what it costs does not grow with the corp. When that is
/// used up it ends where it is, with what it has found.
struct ExternalContactWalk {
  enum Part: Int64, Sendable {
    case customers = 0
    case others = 1
  }

  /// Who was listed or looked at last.
  struct Place: Sendable, Equatable {
    var part: Part
    var key: Int64

    static let start = Place(part: .customers, key: 0)
  }

  private static let looksMax = 2000

  private let reader: Reader
  private let limit: Int
  private var looks = Self.looksMax
  private(set) var found: [ExternalContact] = []
  /// Where the next page begins; nil at the end.
  private(set) var next: Place?

  /// Walks on from a place, for at most so many.
  init(after place: Place, limit: Int, in reader: Reader) throws {
    self.reader = reader
    self.limit = limit
    next = place
    try walk()
  }

  private mutating func walk() throws {
    while let place = next, found.count < limit, looks > 0 {
      let most = min(looks, limit - found.count)
      switch place.part {
      case .customers:
        let persons = try ExternalContactTable.persons(after: place.key, limit: most, in: reader)
        for person in persons { try look(at: person) }
        looks -= persons.count
        next =
          persons.last.map { Place(part: .customers, key: $0.key) }
          ?? Place(part: .others, key: 0)
      case .others:
        let contacts = try GroupContactTable.contacts(after: place.key, limit: most, in: reader)
        for contact in contacts { try look(at: contact) }
        looks -= contacts.count
        next = contacts.last.map { Place(part: .others, key: $0.key) }
      }
    }
  }

  private mutating func look(
    at person: (key: Int64, externalUserid: String, name: String)
  ) throws {
    guard let first = try ExternalContactTable.firstFollower(of: person.key, in: reader) else {
      return
    }
    found.append(
      ExternalContact(
        externalUserid: person.externalUserid, name: person.name, followUserid: first.userid,
        addTime: first.addTime))
  }

  private mutating func look(at contact: (key: Int64, externalUserid: String)) throws {
    if let customer = try CustomerTable.key(of: contact.externalUserid, in: reader),
      try ExternalContactTable.firstFollower(of: customer, in: reader) != nil
    {
      return
    }
    guard let place = try GroupContactTable.firstPlace(of: contact.key, in: reader) else { return }
    found.append(
      ExternalContact(
        externalUserid: contact.externalUserid, name: place.nickname,
        followUserid: place.chat.owner, chat: place.chat, addTime: place.joinTime))
  }
}
