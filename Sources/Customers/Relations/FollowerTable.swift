import Store

/// Which member is in which relation, kept in the order of customers and apart from the relations'
/// rows: an audience asks it of every relation of a chunk, where reading the rows would cost fifty
/// times as much.
///
/// A block is what is known of 256 customers: for each relation, in the order they began, its slot
/// and customer in the block, then its member, 32 bits each. A relation's member never changes and no
/// relation's row is deleted, so blocks only grow.
enum FollowerTable {
  static let sql = """
    CREATE TABLE follower_block (
      block INTEGER PRIMARY KEY,
      followers BLOB NOT NULL
    ) STRICT;
    """

  private static let blockSize: Int64 = 256

  struct Entry: Sendable, Hashable {
    var customer: Int64
    var slot: Int
    var member: Int64

    fileprivate var block: Int64 { customer / blockSize }

    fileprivate func append(to bytes: inout [UInt8]) {
      let place = UInt32(slot) << 8 | UInt32(customer % blockSize)
      withUnsafeBytes(of: place.littleEndian) { bytes.append(contentsOf: $0) }
      withUnsafeBytes(of: UInt32(member).littleEndian) { bytes.append(contentsOf: $0) }
    }
  }

  /// Adds relations that began.
  static func append(_ entries: [Entry], in writer: Writer) throws {
    for (block, entries) in Dictionary(grouping: entries, by: \.block) {
      var bytes =
        try writer.first("SELECT followers FROM follower_block WHERE block = $1", block) {
          $0.bytes(0)
        } ?? []
      for entry in entries { entry.append(to: &bytes) }
      try writer.run(
        """
        INSERT INTO follower_block (block, followers) VALUES ($1, $2)
        ON CONFLICT (block) DO UPDATE SET followers = excluded.followers
        """, block, bytes)
    }
  }

  /// Gives each relation of a chunk: its number there and its member.
  static func each(
    inChunk chunk: Int64, in reader: Reader, _ body: (_ number: UInt32, _ member: UInt32) -> Void
  ) throws {
    let first = RelationPlace.customers(of: chunk).lowerBound / blockSize
    try reader.each(
      "SELECT block, followers FROM follower_block WHERE block >= $1 AND block < $2 ORDER BY block",
      first, first + RelationPlace.chunkSize / blockSize
    ) { row in
      let offset = UInt32((row.int64(0) - first) * blockSize)
      row.withBytes(1) { bytes in
        for start in stride(from: 0, to: bytes.count - 7, by: 8) {
          let place = UInt32(
            littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self))
          let member = UInt32(
            littleEndian: bytes.loadUnaligned(fromByteOffset: start + 4, as: UInt32.self))
          body((place >> 8) << 12 | offset | place & 0xFF, member)
        }
      }
    }
  }
}
