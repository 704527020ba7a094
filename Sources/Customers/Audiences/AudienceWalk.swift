import Store
import Synchronization

/// A customer of an audience and his sender, in keys.
struct Chosen: Sendable, Equatable {
  var customer: Int64
  var member: Int64
}

/// Walks an audience in the order of the customers' keys, some chunks of the index at a time, each
/// step in a read of its own: no walk holds a transaction for longer than a step.
///
/// What comes out depends on the selection and the place alone, never on the way or the steps.
struct AudienceWalk: Sendable {
  struct Step: Sendable {
    /// The last customer's key that is dealt with.
    var through: Int64
    var chosen: [Chosen] = []
    /// The member of each relation that fits, whoever is the sender; when asked for.
    var related: [UInt32] = []
    /// Customers who fit but for an exclusion.
    var excludedCount = 0
  }

  /// A step ends with the chunk in which it has found as many customers: some milliseconds.
  static let stepCustomers = 4096
  /// Chunks that a step passes at most.
  static let stepChunks = 64

  let selection: AudienceSelection
  /// The last customer's key of the walk.
  let last: Int64
  /// When they are few, the customers who alone can be in the audience; nil when the walk has to
  /// pass all.
  let few: SortedKeys?
  private let userids: Userids

  /// `last` is the newest customer's key when the walk began.
  init(_ selection: AudienceSelection, last: Int64, in reader: Reader) throws {
    self.selection = selection
    self.last = last
    few = try Self.few(selection, last: last, in: reader)
    userids = Userids()
  }

  /// The customers to look at when those named, or those of the members asked for, are few. A
  /// customer found by his key costs some forty times what he costs as one of a chunk.
  private static func few(
    _ selection: AudienceSelection, last: Int64, in reader: Reader
  ) throws -> SortedKeys? {
    var few: SortedKeys?
    for case let clause in selection.allOf where clause.count == 1 {
      switch clause[0] {
      case .customers(let keys):
        if few == nil || keys.keys.count < few!.keys.count { few = keys }
      case .members(let members):
        let count = try members.keys.reduce(0) {
          try $0 + MemberTable.customerCount(of: $1, in: reader)
        }
        if count < (few.map { Int64($0.keys.count) } ?? last / 40 + 1) {
          few = SortedKeys(
            try members.keys.flatMap { try MemberCustomerTable.customers(of: $0, in: reader) })
        }
      case .tags, .row, .ways, .interactions, .attribute: continue
      }
    }
    return few
  }

  /// The customers after a key: as many as a step takes.
  func step(after: Int64, countsRelated: Bool = false, in reader: Reader) throws -> Step {
    var step = Step(through: after)
    var chunks = 0
    while step.through < last, chunks < Self.stepChunks, step.chosen.count < Self.stepCustomers {
      guard let first = few == nil ? step.through + 1 : few?.next(after: step.through),
        first <= last
      else {
        step.through = last
        break
      }
      let number = RelationPlace.chunk(of: first)
      let through = min(last, RelationPlace.customers(of: number).upperBound)
      let chunk = AudienceChunk(selection, chunk: number, reader: reader)
      let (numbers, excludedCount) = try chunk.fitting(first...through)
      if !numbers.isEmpty {
        step.chosen += try chunk.senders(of: numbers) { try userid(of: $0, in: reader) }
        if countsRelated { step.related += try chunk.members(of: numbers) }
      }
      step.excludedCount += excludedCount
      step.through = through
      chunks += 1
    }
    return step
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
