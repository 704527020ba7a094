/// Where a relation stands in the index: bitmaps hold places, never relations' keys.
///
/// Customers are cut into chunks of 4096 in the order of their keys, and the relations of one
/// customer are numbered by slots, from 0, in the order in which they began; both stay for ever. So
/// a walk from chunk to chunk goes in the order of customers, a chunk's numbers tell the customer and
/// the relation, conditions on one relation are one operation on bitmaps, and a change rewrites what
/// is known of 4096 customers at most: a kilobyte or two.
struct RelationPlace: Sendable, Hashable {
  /// Customers in a chunk. With sixteen slots they fill one container of a roaring bitmap.
  static let chunkSize: Int64 = 4096

  let chunk: Int64
  /// The slot, then the customer's number in the chunk.
  let number: UInt32

  init(chunk: Int64, number: UInt32) {
    self.chunk = chunk
    self.number = number
  }

  init(customer: Int64, slot: Int) {
    // A corp has fewer members than this, each with one relation to a customer.
    precondition((0..<1 << 20).contains(slot))
    chunk = Self.chunk(of: customer)
    number = UInt32(slot) << 12 | UInt32(customer & (Self.chunkSize - 1))
  }

  static func chunk(of customer: Int64) -> Int64 { customer / chunkSize }

  static func customers(of chunk: Int64) -> ClosedRange<Int64> {
    chunk * chunkSize...chunk * chunkSize + chunkSize - 1
  }

  /// The customer's number in the chunk.
  static func offset(_ number: UInt32) -> Int { Int(number & 0xFFF) }

  var customer: Int64 { chunk * Self.chunkSize + Int64(Self.offset(number)) }
  var slot: Int { Int(number >> 12) }
}
