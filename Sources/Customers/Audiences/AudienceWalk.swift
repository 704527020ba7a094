import Store
import Synchronization

/// An audience in one corp, in keys: what a walk asks of each relation.
struct AudienceSelection: Sendable {
  /// The customers named, ascending; nil when they are not named.
  let customers: [Int64]?
  let condition: TagCondition
  /// The allowed senders; nil when all are.
  let members: Set<Int64>?

  func fits(member: Int64, tags: UnsafeRawBufferPointer) -> Bool {
    if let members, !members.contains(member) { return false }
    return condition.isEmpty || condition.holds(packed: tags)
  }
}

/// A customer of an audience and his sender, in keys.
struct Chosen: Sendable, Equatable {
  var customer: Int64
  var member: Int64
}

/// Walks an audience in the order of the customers' keys, a bounded chunk at a time, each in a read
/// of its own: no walk holds a transaction for longer than a chunk.
///
/// What comes out depends on the selection and the place alone, never on the way or the chunks.
struct AudienceWalk: Sendable {
  /// Where to look for candidates: wherever the fewest rows are passed.
  enum Way: Sendable, Equatable {
    case named([Int64])
    case members([Int64])
    case carriers([Int64])
    case everyone
  }

  struct Chunk: Sendable {
    /// The last customer's key that is dealt with.
    var through: Int64
    var chosen: [Chosen] = []
    /// How many of the chosen customers each member is related to, whoever is the sender.
    var related: [Int64: Int] = [:]
  }

  /// Rows that a chunk passes, about: some milliseconds of reading.
  static let chunkRows: Int64 = 4096

  let selection: AudienceSelection
  let way: Way
  /// How many keys of customers a chunk passes.
  let width: Int64
  /// The last customer's key of the walk.
  let last: Int64
  private let userids: Userids

  /// `last` is the newest customer's key when the walk began.
  init(_ selection: AudienceSelection, last: Int64, in reader: Reader) throws {
    self.selection = selection
    self.last = last
    userids = Userids()
    let (way, rows) = try Self.way(selection, last: last, in: reader)
    self.way = way
    width = max(Self.chunkRows, Self.chunkRows * last / max(rows, 1))
  }

  /// Chooses the way. A row found through an index is a row looked up: worth four of a scan.
  private static func way(
    _ selection: AudienceSelection, last: Int64, in reader: Reader
  ) throws -> (Way, rows: Int64) {
    if let customers = selection.customers {
      return (.named(customers.filter { $0 <= last }), Int64(customers.count))
    }
    var best: (way: Way, rows: Int64) = (.everyone, last)
    if let members = selection.members {
      let rows = try members.reduce(0) { try $0 + MemberTable.customerCount(of: $1, in: reader) }
      if rows * 4 < last { best = (.members(members.sorted()), rows) }
    }
    for group in selection.condition.groups {
      let rows = try group.keys.reduce(0) { try $0 + TagTable.find($1, in: reader).relationCount }
      if rows * 4 < last, best.way == .everyone || rows < best.rows {
        best = (.carriers(group.keys), rows)
      }
    }
    return best
  }

  /// The customers after a key: as many as a chunk takes.
  func chunk(after: Int64, in reader: Reader) throws -> Chunk {
    var chunk = Chunk(through: min(last, after + width))
    var candidates: [Candidate] = []
    try read(after: after, chunk: &chunk, in: reader) { candidates.append($0) }
    if way != .everyone {
      candidates.sort { ($0.customer, $0.member) < ($1.customer, $1.member) }
    }
    var index = candidates.startIndex
    while index < candidates.endIndex {
      let best = try chooseSender(from: candidates, at: &index, &chunk, in: reader)
      chunk.chosen.append(Chosen(customer: best.customer, member: best.member))
    }
    return chunk
  }

  private func read(
    after: Int64, chunk: inout Chunk, in reader: Reader, _ found: (Candidate) throws -> Void
  ) throws {
    let table = AudienceTable(reader: reader, fits: selection.fits)
    let through = chunk.through
    switch way {
    case .everyone: try table.everyone(after: after, through: through, found)
    case .members(let members):
      for member in members {
        try table.customers(of: member, after: after, through: through, found)
      }
    case .carriers(let tags):
      for tag in tags { try table.carriers(of: tag, after: after, through: through, found) }
    case .named(let customers):
      let rest = customers[customers.partitioningIndex { $0 > after }...]
      let next = rest.prefix(Int(Self.chunkRows))
      chunk.through = next.count < rest.count ? next.last! : last
      for customer in next { try table.customer(customer, found) }
    }
  }

  /// Goes past one customer's candidates, some of which may stand there twice: once a tag that led
  /// to it.
  private func chooseSender(
    from candidates: [Candidate], at index: inout Int, _ chunk: inout Chunk, in reader: Reader
  ) throws -> Candidate {
    var best = candidates[index]
    var previous: Int64?
    while index < candidates.endIndex, candidates[index].customer == best.customer {
      let candidate = candidates[index]
      index += 1
      if candidate.member == previous { continue }
      previous = candidate.member
      chunk.related[candidate.member, default: 0] += 1
      if candidate.member != best.member,
        try candidate.comesBefore(best, userid: { try userids.userid(of: $0, in: reader) })
      {
        best = candidate
      }
    }
    return best
  }

  func userid(of member: Int64, in reader: Reader) throws -> String {
    try userids.userid(of: member, in: reader)
  }
}

/// Members' userids, each read once: a member's never changes.
private final class Userids: Sendable {
  private let known = Mutex<[Int64: String]>([:])

  func userid(of member: Int64, in reader: Reader) throws -> String {
    if let userid = known.withLock({ $0[member] }) { return userid }
    let userid = try MemberTable.userid(of: member, in: reader)
    known.withLock { $0[member] = userid }
    return userid
  }
}

extension Array {
  /// The first index whose element, and all after it, say yes.
  fileprivate func partitioningIndex(where isSecond: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if isSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
