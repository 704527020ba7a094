/// The recipients of a plan as customers listed them, packed, and then in the order of their ids.
///
/// A table of millions grows fast only while its rows come in the order of their keys, so a plan is
/// written in the order of ids, whichever it was listed in. Each recipient takes his id, the userid and
/// 20 bytes.
struct Listing: Sendable {
  /// One recipient after another: the lengths of his id and of the userid in two bytes each, the id,
  /// the userid.
  private var bytes: [UInt8] = []
  private var places: [Place] = []

  private struct Place {
    /// What ids differ in first, for a comparison of numbers.
    var head: UInt64 = 0
    let offset: Int
  }

  private static let headerBytes = 4

  init() {}

  var count: Int { places.count }

  static func pack(_ recipients: [PlanRecipient]) throws(PlanFault) -> [UInt8] {
    var packed: [UInt8] = []
    for recipient in recipients {
      let (id, userid) = (recipient.id.utf8, recipient.userid.utf8)
      guard let idLength = UInt16(exactly: id.count),
        let useridLength = UInt16(exactly: userid.count)
      else { throw .refused("Customers listed an id of \(id.count) bytes.") }
      for length in [idLength, useridLength] {
        packed.append(UInt8(truncatingIfNeeded: length))
        packed.append(UInt8(length >> 8))
      }
      packed.append(contentsOf: id)
      packed.append(contentsOf: userid)
    }
    return packed
  }

  /// Adds what `pack` gave.
  mutating func add(_ packed: [UInt8]) {
    var offset = bytes.count
    bytes += packed
    while offset < bytes.count {
      places.append(Place(offset: offset))
      offset += Self.headerBytes + length(at: offset) + length(at: offset + 2)
    }
  }

  /// Brings them into the order of their ids, byte by byte as SQLite has it.
  mutating func arrange() throws(PlanFault) {
    let common = commonLength()
    for index in places.indices { places[index].head = head(of: places[index], after: common) }
    places = places.sorted(by: precedes)
    for (left, right) in zip(places, places.dropFirst())
    where left.head == right.head && id(of: left).elementsEqual(id(of: right)) {
      throw .recipientRepeated
    }
  }

  /// Where those begin whose id comes after this one, once they are arranged.
  func index(after id: String) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if id.utf8.lexicographicallyPrecedes(self.id(of: places[middle])) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }

  /// Some of them from a place on; none behind the last.
  func recipients(_ start: Int, limit: Int) -> [PlanRecipient] {
    bytes.withUnsafeBufferPointer { bytes in
      places[start...].prefix(limit).map { place in
        let id = place.offset + Self.headerBytes
        let userid = id + length(at: place.offset)
        let end = userid + length(at: place.offset + 2)
        return PlanRecipient(
          id: String(decoding: UnsafeBufferPointer(rebasing: bytes[id..<userid]), as: UTF8.self),
          userid: String(
            decoding: UnsafeBufferPointer(rebasing: bytes[userid..<end]), as: UTF8.self))
      }
    }
  }

  private func length(at offset: Int) -> Int {
    Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
  }

  private func id(of place: Place) -> ArraySlice<UInt8> {
    let start = place.offset + Self.headerBytes
    return bytes[start..<start + length(at: place.offset)]
  }

  private func precedes(_ left: Place, _ right: Place) -> Bool {
    left.head == right.head
      ? id(of: left).lexicographicallyPrecedes(id(of: right)) : left.head < right.head
  }

  /// How many bytes all ids begin with alike: "wm" and often the corp.
  private func commonLength() -> Int {
    guard let first = places.first else { return 0 }
    var common = id(of: first)
    for place in places {
      var length = 0
      for (left, right) in zip(common, id(of: place)) {
        guard left == right else { break }
        length += 1
      }
      common = common.prefix(length)
    }
    return common.count
  }

  private func head(of place: Place, after common: Int) -> UInt64 {
    let rest = id(of: place).dropFirst(common).prefix(8)
    return rest.reduce(0) { $0 << 8 | UInt64($1) } << (8 * UInt64(8 - rest.count))
  }
}
