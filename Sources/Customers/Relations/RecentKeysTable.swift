import Store

/// Keys that come in an order of their own — of external_userids, of members — and not in that of the
/// rows they lead to. Put where they belong one by one, each would change a page of a table of
/// hundreds of megabytes. So new ones come into a small table of the same shape, which readers ask
/// too, and are put in their place together, in order, when it has grown to `mergedAt`: then a page
/// that is changed takes several.
enum RecentKeysTable {
  static let migration = Migration(
    name: "customers-023-recent-keys",
    sql: """
      CREATE TABLE recent_keys (relation_count INTEGER NOT NULL) STRICT;
      INSERT INTO recent_keys (relation_count) VALUES (0);
      """)

  /// Some 3 MB, which stay in memory. To put so many in their place takes the writer about 0.2 s.
  static let mergedAt = 65_536

  /// Counts relations that began, with perhaps their customers, and phone numbers, and merges when
  /// there are enough.
  static func add(_ count: Int, in writer: Writer) throws {
    guard count > 0 else { return }
    let sum = try writer.first(
      "UPDATE recent_keys SET relation_count = relation_count + $1 RETURNING relation_count", count
    ) { $0.int(0) }!
    if sum >= mergedAt { try merge(in: writer) }
  }

  static func merge(in writer: Writer) throws {
    try CustomerKeyTable.merge(in: writer)
    try MemberCustomerTable.merge(in: writer)
    try writer.run("UPDATE recent_keys SET relation_count = 0")
  }
}
