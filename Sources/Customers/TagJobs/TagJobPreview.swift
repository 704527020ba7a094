import Messages
import ServiceKit
import Store

/// What a tag job would do, counted without doing it.
struct TagJobPreview: Sendable {
  private static let sampleDefault = 10
  private static let sampleMax = 100
  private static let failuresMax = 100
  /// Relations of a list looked at in one read.
  private static let batch = 1000
  /// Relations of a chunk looked up one by one; for more, the chunk's rows are read in a row.
  private static let lookedUp = 256

  let order: TagJobOrder
  let marking: TagMarking
  let mostTags: Int
  let sampleSize: Int
  private var counted = CustomersV1.PreviewTagJobResponse()
  /// By tag: relations that would get it, and lose it.
  private var given: [Int64: Int64] = [:]
  private var taken: [Int64: Int64] = [:]

  init(_ order: TagJobOrder, marking: TagMarking, mostTags: Int, sampleSize: Int) {
    self.order = order
    self.marking = marking
    self.mostTags = mostTags
    self.sampleSize = sampleSize
  }

  static func sampleSize(_ asked: Int32) throws(InvalidField) -> Int {
    guard asked >= 0 else {
      throw InvalidField("sample_size", "NEGATIVE", "sample_size is negative.")
    }
    return asked == 0 ? sampleDefault : min(Int(asked), sampleMax)
  }

  /// Counts listed relations.
  func counting(in database: Database) async throws -> CustomersV1.PreviewTagJobResponse {
    let relations = order.relations
    var preview = self
    for start in stride(from: 0, to: relations.count, by: Self.batch) {
      let before = preview
      preview = try await database.scan { reader in
        var preview = before
        let tags = try lookup(reader)
        for (userid, externalUserid) in relations[start...].prefix(Self.batch) {
          do {
            let (_, relation) = try RelationTable.find(
              userid: userid, externalUserid: externalUserid, in: reader)
            try preview.count(relation.tags, tags) { (relation.userid, externalUserid) }
          } catch let failure as any Failure {
            preview.note(failure, userid, externalUserid)
          }
        }
        return preview
      }
    }
    return try await preview.answer(in: database)
  }

  /// Counts the relations of an audience.
  func counting(_ plan: AudiencePlan) async throws -> CustomersV1.PreviewTagJobResponse {
    var preview = self
    var after: Int64 = 0
    while after < plan.walk.last {
      let (before, from) = (preview, after)
      (preview, after) = try await plan.database.scan { reader in
        var preview = before
        let found = try plan.walk.relations(after: from, in: reader)
        try preview.count(found, in: reader)
        return (preview, found.through)
      }
    }
    return try await preview.answer(in: plan.database)
  }

  private func answer(in database: Database) async throws -> CustomersV1.PreviewTagJobResponse {
    var answer = counted
    answer.tags = try await database.scan { reader in
      try Set(given.keys).union(taken.keys).compactMap { key in
        try TagTable.tagID(of: key, in: reader).map {
          .init(tagID: $0, givenCount: given[key] ?? 0, takenCount: taken[key] ?? 0)
        }
      }
    }.sorted { $0.tagID < $1.tagID }
    return answer
  }

  /// Knows the tags to be given.
  private func lookup(_ reader: Reader) throws -> TagLookup {
    let tags = TagLookup(reader)
    _ = try order.marking(tags)
    return tags
  }

  private mutating func count(_ found: AudienceWalk.Relations, in reader: Reader) throws {
    let tags = try lookup(reader)
    if found.numbers.count <= Self.lookedUp {
      for number in found.numbers {
        let place = RelationPlace(chunk: found.chunk, number: number)
        guard let relation = try RelationTable.find(place, in: reader) else {
          throw IndexFault.noRow
        }
        try count(relation.tags, tags) {
          (relation.userid, try CustomerTable.externalUserid(of: place.customer, in: reader))
        }
      }
      return
    }
    let numbers = Set(found.numbers)
    try RelationTable.eachIndexed(
      of: RelationPlace.customers(of: found.chunk), in: reader
    ) { entry, _, set in
      let place = RelationPlace(customer: entry.customer, slot: entry.slot)
      guard numbers.contains(place.number) else { return }
      try count(set, tags) {
        (
          try MemberTable.userid(of: entry.member, in: reader),
          try CustomerTable.externalUserid(of: entry.customer, in: reader)
        )
      }
    }
  }

  private mutating func count(
    _ set: TagSet, _ tags: TagLookup, _ names: () throws -> (String, String)
  ) throws {
    let present = try tags.live(in: set)
    switch marking.outcome(set, present: present, most: mostTags) {
    case .unchanged:
      counted.relationCount += 1
      counted.unchangedCount += 1
    case .changed:
      let marked = marking.marked(present)
      let (gets, loses) = (marked.subtracting(present), present.subtracting(marked))
      if tags.hasStrategies {
        let (userid, externalUserid) = try names()
        do {
          try tags.checkRange(of: gets, userid: userid)
        } catch let failure as any Failure {
          return note(failure, userid, externalUserid)
        }
      }
      counted.relationCount += 1
      counted.changedCount += 1
      for key in gets.keys { given[key, default: 0] += 1 }
      for key in loses.keys { taken[key, default: 0] += 1 }
      guard counted.sample.count < sampleSize else { return }
      let (userid, externalUserid) = try names()
      counted.sample.append(.init(userid: userid, externalUserid: externalUserid))
    case .tooMany:
      let (userid, externalUserid) =
        counted.failures.count < Self.failuresMax ? try names() : ("", "")
      note(RelationFailure.tooManyTags(mostTags), userid, externalUserid)
    }
  }

  private mutating func note(_ failure: any Failure, _ userid: String, _ externalUserid: String) {
    counted.relationCount += 1
    counted.failedCount += 1
    guard counted.failures.count < Self.failuresMax else { return }
    counted.failures.append(.init(userid: userid, externalUserid: externalUserid, failure))
  }
}
