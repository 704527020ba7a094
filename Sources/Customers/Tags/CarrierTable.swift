import Roaring
import Store

/// The tag index: who carries a tag, as one bitmap of `RelationPlace` numbers a chunk and tag, and in
/// the same way which relations are live.
///
/// The rows lie in the order of chunks, so that what is added together is written together. A bitmap
/// that has become empty has no row.
enum CarrierTable {
  static let sql = """
    CREATE TABLE carrier (
      chunk INTEGER NOT NULL,
      tag_id INTEGER NOT NULL,
      numbers BLOB NOT NULL,
      PRIMARY KEY (chunk, tag_id)
    ) STRICT, WITHOUT ROWID;
    """

  /// Stands for a tag that every live relation carries: tags' keys begin with 1.
  static let live: Int64 = 0

  /// Nil when no relation of the chunk carries the tag.
  static func numbers(
    ofTag tag: Int64, inChunk chunk: Int64, in reader: Reader
  ) throws -> Bitmap? {
    let sql = "SELECT numbers FROM carrier WHERE chunk = $1 AND tag_id = $2"
    var found: Bitmap?
    try reader.each(sql, chunk, tag) { row in
      found = try bitmap(row, column: 0)
    }
    return found
  }

  /// Gives each bitmap of a chunk, ascending by tag.
  static func each(
    inChunk chunk: Int64, in reader: Reader, _ body: (_ tag: Int64, borrowing Bitmap) throws -> Void
  ) throws {
    try reader.each(
      "SELECT tag_id, numbers FROM carrier WHERE chunk = $1 ORDER BY tag_id", chunk
    ) { row in
      try body(row.int64(0), bitmap(row, column: 1))
    }
  }

  /// The first chunk from one on that has any carrier at all; nil after the last.
  static func chunk(from chunk: Int64, in reader: Reader) throws -> Int64? {
    try reader.first(
      "SELECT chunk FROM carrier WHERE chunk >= $1 ORDER BY chunk LIMIT 1", chunk
    ) { $0.int64(0) }
  }

  static func put(
    _ numbers: borrowing Bitmap, ofTag tag: Int64, inChunk chunk: Int64, in writer: Writer
  ) throws {
    guard !numbers.isEmpty else {
      try writer.run("DELETE FROM carrier WHERE chunk = $1 AND tag_id = $2", chunk, tag)
      return
    }
    try writer.run(
      """
      INSERT INTO carrier (chunk, tag_id, numbers) VALUES ($1, $2, $3)
      ON CONFLICT (chunk, tag_id) DO UPDATE SET numbers = excluded.numbers
      """, chunk, tag, numbers.bytes)
  }

  static func bitmap(_ row: borrowing Row, column: Int) throws -> Bitmap {
    guard let bitmap = row.withBytes(column, { Bitmap(bytes: $0) }) else {
      throw IndexFault.notABitmap
    }
    return bitmap
  }
}

/// The index cannot be read, or says what the rows do not: a fault of the file.
enum IndexFault: Error {
  case notABitmap
  /// A place where no relation is.
  case noRow
  /// A tag that is carried by its count, and by nobody.
  case noCarrier
}
