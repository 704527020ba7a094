import Messages
import Store

/// What a job or a rule did to one relation's tags and nobody has touched since.
struct TagClaim: Sendable, Equatable {
  var customer: Int64
  var member: Int64
  var source: ClaimSource
  /// Tags it gave.
  var given: TagSet
  /// Tags it took.
  var taken: TagSet

  /// What is left of it once others have given or taken `tags`; nil when nothing is.
  func released(_ tags: TagSet) -> TagClaim? {
    var claim = self
    claim.given = given.subtracting(tags)
    claim.taken = taken.subtracting(tags)
    return claim.given.isEmpty && claim.taken.isEmpty ? nil : claim
  }
}

/// The claims of jobs and rules as the changes of one transaction make and end them, written once at
/// its end in the order in which they came.
///
/// Whoever gives or takes a tag of a relation ends every claim on that tag there, so that an undo
/// takes back what its source did and nothing that was decided since. A member who ends the relation
/// ends all claims on it: what begins anew owes nothing and is owed nothing.
final class TagClaims {
  private enum Step {
    case release(TagSet, customer: Int64, member: Int64)
    case end(customer: Int64, member: Int64)
    case claim(TagClaim)
  }

  private var steps: [Step] = []

  func release(_ tags: TagSet, of relation: Relation) {
    steps.append(
      .release(tags, customer: relation.customerKey, member: relation.memberKey))
  }

  func end(_ relation: Relation) {
    steps.append(.end(customer: relation.customerKey, member: relation.memberKey))
  }

  func claim(_ claim: TagClaim) { steps.append(.claim(claim)) }

  func write(in writer: Writer) throws {
    guard !steps.isEmpty else { return }
    // Before the first claim there is nothing to release; asked anew only after one was made.
    var isEmpty = try TagClaimTable.isEmpty(in: writer)
    for step in steps {
      switch step {
      case .release(let tags, let customer, let member):
        if isEmpty { continue }
        for claim in try TagClaimTable.claims(
          customer: customer, member: member, in: writer)
        {
          let rest = claim.released(tags)
          if rest == claim { continue }
          if let rest {
            try TagClaimTable.put(rest, in: writer)
          } else {
            try TagClaimTable.delete(claim, in: writer)
          }
        }
      case .end(let customer, let member):
        if isEmpty { continue }
        for claim in try TagClaimTable.claims(customer: customer, member: member, in: writer) {
          try TagClaimTable.delete(claim, in: writer)
        }
      case .claim(var claim):
        if let held = try TagClaimTable.find(
          claim.source, customer: claim.customer, member: claim.member, in: writer)
        {
          claim.given = held.given.union(claim.given)
          claim.taken = held.taken.union(claim.taken)
        }
        try TagClaimTable.put(claim, in: writer)
        isEmpty = false
      }
    }
    steps = []
  }
}

extension RelationChanges {
  /// Marks a relation on behalf of a source that may take it back, or of nobody; false when that
  /// changes nothing.
  func mark(
    _ before: Relation, of customer: Customer, _ marking: TagMarking, for source: ClaimSource?
  ) throws -> Bool {
    let present = try tags.live(in: before.tags)
    var relation = before
    relation.tags = marking.marked(present)
    guard relation.tags != present else { return false }
    try tags.checkRange(of: relation.tags.subtracting(present), userid: before.userid)
    _ = try save(relation, over: before, of: customer) { .relationUpdated($0) }
    if let source {
      index.claims.claim(
        TagClaim(
          customer: relation.customerKey, member: relation.memberKey, source: source,
          given: relation.tags.subtracting(present), taken: present.subtracting(relation.tags)))
    }
    return true
  }
}
