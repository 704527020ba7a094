import Messages
package import RPC
package import Store

/// A feed that a service follows, and what its changes mean there.
package struct FollowedFeed<Source: FeedChange, Change: FeedChange>: Sendable {
  /// The peer whose feed it is.
  let peer: String
  /// What its cursor is kept under.
  let name: String
  let watch: @Sendable (_ after: String, Channel, CallOptions) -> ReplySequence<Source>
  let takeOver: @Sendable (_ corp: String) async throws -> String
  let apply: @Sendable (Source, Mutation<Change>) throws -> Void

  /// - Parameters:
  ///   - name: Tells it from another feed of the same peer; the peer's name if there is none.
  ///   - watch: Opens the feed after a cursor.
  ///   - takeOver: Reads everything from the peer's lists, when there is no cursor to go on from:
  ///     at first, and when the peer no longer keeps what comes after it. Returns the cursor that
  ///     was the newest before the lists were read. A process that dies within begins it anew.
  ///   - apply: Writes what a change means. Runs once for each change, in their order, but for
  ///     those that `takeOver` has seen in the lists already: it takes them as they come.
  package init(
    peer: String, name: String? = nil,
    watch: @escaping @Sendable (_ after: String, Channel, CallOptions) -> ReplySequence<Source>,
    takeOver: @escaping @Sendable (_ corp: String) async throws -> String,
    apply: @escaping @Sendable (Source, Mutation<Change>) throws -> Void
  ) {
    self.peer = peer
    self.name = name ?? peer
    self.watch = watch
    self.takeOver = takeOver
    self.apply = apply
  }
}

/// How far each followed feed was applied. The row is written in the transaction of what it says was
/// applied, so a change is applied once, whenever the process dies. `peer` holds the feed's name.
package enum FollowedFeedTable {
  /// Goes into the list of a service that follows a feed.
  package static let migration = Migration(
    name: "kit-004-followed-feed",
    sql: """
      CREATE TABLE followed_feed (
        peer TEXT PRIMARY KEY,
        cursor TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      """)

  static func cursor(of name: String, in reader: Reader) throws -> String? {
    try reader.first("SELECT cursor FROM followed_feed WHERE peer = $1", name) { $0.text(0) }
  }

  static func put(_ cursor: String, of name: String, in writer: Writer) throws {
    try writer.run(
      """
      INSERT INTO followed_feed (peer, cursor) VALUES ($1, $2)
      ON CONFLICT (peer) DO UPDATE SET cursor = excluded.cursor
      """, name, cursor)
  }
}
