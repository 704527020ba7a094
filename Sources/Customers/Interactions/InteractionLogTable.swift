import ServiceKit
import Store

/// Interactions that are on disk and not counted yet, in the order in which they came, a batch of
/// them packed into a row.
///
/// Appending costs one row at the end of the table, whatever the interactions touch: counting them at
/// once would rewrite a page for nearly each, where many counted together share their pages.
enum InteractionLogTable {
  static let migration = Migration(
    name: "customers-006-interaction-log",
    sql: """
      CREATE TABLE interaction_log (
        id INTEGER PRIMARY KEY,
        -- Interactions in this row and in those before it, since the log was last empty.
        running_count INTEGER NOT NULL,
        payload BLOB NOT NULL
      ) STRICT;
      """)

  /// Rows counted in one go: with the largest batches a million interactions, forty megabytes.
  private static let rowsAtOnce: Int64 = 1000

  /// How many wait once these are appended.
  static func append(
    _ interactions: [PendingInteraction], in writer: Writer
  ) throws -> Int {
    let last = try writer.first(
      "SELECT running_count FROM interaction_log ORDER BY id DESC LIMIT 1"
    ) { $0.int(0) }
    let before = try writer.first(
      "SELECT running_count, payload FROM interaction_log ORDER BY id LIMIT 1"
    ) { row in row.int(0) - row.withBytes(1) { $0.count / PendingInteraction.packedBytes } }
    let running = (last ?? 0) + interactions.count
    try writer.run(
      "INSERT INTO interaction_log (running_count, payload) VALUES ($1, $2)", running,
      PendingInteraction.pack(interactions))
    return running - (before ?? 0)
  }

  /// The last row of those to be counted next; nil when none wait.
  static func end(in reader: Reader) throws -> Int64? {
    let ends = try reader.first("SELECT min(id), max(id) FROM interaction_log") { row in
      (oldest: row.optionalInt64(0), newest: row.optionalInt64(1))
    }
    guard let oldest = ends?.oldest, let newest = ends?.newest else { return nil }
    return min(newest, oldest + rowsAtOnce - 1)
  }

  /// All up to a row, in the order in which they are counted.
  static func interactions(through end: Int64, in reader: Reader) throws -> [PendingInteraction] {
    var found: [PendingInteraction] = []
    try reader.each(
      "SELECT payload FROM interaction_log WHERE id <= $1 ORDER BY id", end
    ) { row in
      row.withBytes(0) { PendingInteraction.unpack($0, into: &found) }
    }
    found.sort(by: PendingInteraction.comesFirst)
    return found
  }

  static func remove(through end: Int64, in writer: Writer) throws {
    try writer.run("DELETE FROM interaction_log WHERE id <= $1", end)
  }
}

extension PendingInteraction {
  /// Four integers and a byte of flags.
  static let packedBytes = 33

  private static let aloneFlag: UInt8 = 0x80

  static func pack(_ interactions: [PendingInteraction]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: interactions.count * packedBytes) { buffer, count in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      for interaction in interactions {
        bytes.storeBytes(of: interaction.customer.littleEndian, toByteOffset: count, as: Int64.self)
        bytes.storeBytes(
          of: interaction.member.littleEndian, toByteOffset: count + 8, as: Int64.self)
        bytes.storeBytes(
          of: interaction.time.littleEndian, toByteOffset: count + 16, as: Int64.self)
        bytes.storeBytes(
          of: interaction.identity.littleEndian, toByteOffset: count + 24, as: UInt64.self)
        bytes[count + 32] =
          interaction.direction.rawValue << 4 | interaction.kind.rawValue
          | (interaction.isAlone ? aloneFlag : 0)
        count += packedBytes
      }
    }
  }

  /// What `pack` made; the bytes are our own, so anything else in them is a bug.
  static func unpack(_ bytes: UnsafeRawBufferPointer, into found: inout [PendingInteraction]) {
    for start in stride(from: 0, to: bytes.count, by: packedBytes) {
      let flags = bytes[start + 32]
      found.append(
        PendingInteraction(
          customer: Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: Int64.self)),
          member: Int64(
            littleEndian: bytes.loadUnaligned(fromByteOffset: start + 8, as: Int64.self)),
          time: Int64(
            littleEndian: bytes.loadUnaligned(fromByteOffset: start + 16, as: Int64.self)),
          identity: UInt64(
            littleEndian: bytes.loadUnaligned(fromByteOffset: start + 24, as: UInt64.self)),
          direction: .init(rawValue: flags >> 4 & 0x7)!, kind: .init(rawValue: flags & 0xF)!,
          isAlone: flags & aloneFlag != 0))
    }
  }
}
