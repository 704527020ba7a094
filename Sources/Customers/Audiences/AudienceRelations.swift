import Store

extension AudienceWalk {
  /// The relations of one chunk that fit, whoever is the sender.
  struct Relations: Sendable {
    /// The last customer's key that is dealt with.
    var through: Int64
    var chunk: Int64 = 0
    /// Their numbers in the chunk, ascending.
    var numbers: [UInt32] = []
  }

  /// The relations that fit of the first chunk, after a key, that has any; none when the walk is at
  /// its end or has passed as many chunks as a step does.
  func relations(after: Int64, in reader: Reader) throws -> Relations {
    var found = Relations(through: after)
    var chunks = 0
    while found.through < last, found.numbers.isEmpty, chunks < Self.stepChunks {
      guard let first = few == nil ? found.through + 1 : few?.next(after: found.through),
        first <= last
      else {
        found.through = last
        break
      }
      found.chunk = RelationPlace.chunk(of: first)
      found.through = min(last, RelationPlace.customers(of: found.chunk).upperBound)
      found.numbers = try AudienceChunk(selection, chunk: found.chunk, reader: reader)
        .fitting(first...found.through).numbers
      chunks += 1
    }
    return found
  }
}
