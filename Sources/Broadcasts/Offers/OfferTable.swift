import Foundation
import ServiceKit
import Store

/// The choices' rows, and the counters of offers, which are changed in the transaction of what they
/// count: one row for an offer in a variant, of old customers or of new ones.
enum OfferTable {
  static let migration = Migration(
    name: "broadcasts-048-offer",
    sql: """
      ALTER TABLE broadcast_content ADD COLUMN offers TEXT NOT NULL DEFAULT '[]';
      ALTER TABLE conversion ADD COLUMN offer_id TEXT NOT NULL DEFAULT '';
      CREATE TABLE offer_choice (
        broadcast_id INTEGER NOT NULL,
        recipient_id INTEGER NOT NULL,
        offer INTEGER NOT NULL CHECK (offer > 0),
        choice_time INTEGER NOT NULL,
        redemption_count INTEGER NOT NULL,
        amount_cents INTEGER NOT NULL,
        PRIMARY KEY (broadcast_id, recipient_id),
        FOREIGN KEY (broadcast_id, recipient_id)
          REFERENCES delivery (broadcast_id, recipient_id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE offer_count (
        broadcast_id INTEGER NOT NULL REFERENCES broadcast (id),
        offer INTEGER NOT NULL CHECK (offer > 0),
        variant INTEGER NOT NULL CHECK (variant >= 0),
        is_old INTEGER NOT NULL CHECK (is_old BETWEEN 0 AND 1),
        choice_count INTEGER NOT NULL,
        redeemed_count INTEGER NOT NULL,
        redemption_count INTEGER NOT NULL,
        amount_cents INTEGER NOT NULL,
        PRIMARY KEY (broadcast_id, offer, variant, is_old)
      ) STRICT, WITHOUT ROWID;
      """)

  static func offers(broadcast: Int64, in reader: Reader) throws -> [Offer] {
    try reader.first("SELECT offers FROM broadcast_content WHERE broadcast_id = $1", broadcast) {
      try JSONDecoder().decode([Offer].self, from: Data($0.text(0).utf8))
    } ?? []
  }

  private static func decode(_ row: borrowing Row, from column: Int) -> OfferChoice {
    OfferChoice(
      key: DeliveryKey(broadcast: row.int64(column), recipient: row.int64(column + 1)),
      offer: row.int(column + 2), time: Instant(microseconds: row.int64(column + 3)),
      redemptionCount: row.int64(column + 4), amountCents: row.int64(column + 5))
  }

  private static let columns = """
    offer_choice.broadcast_id, offer_choice.recipient_id, offer, choice_time, redemption_count,
    offer_choice.amount_cents
    """

  /// What somebody chose; nil while he has not.
  static func choice(of key: DeliveryKey, in reader: Reader) throws -> OfferChoice? {
    try reader.first(
      "SELECT \(columns) FROM offer_choice WHERE broadcast_id = $1 AND recipient_id = $2",
      key.broadcast, key.recipient
    ) { decode($0, from: 0) }
  }

  static func put(_ choice: OfferChoice, in writer: Writer) throws {
    try writer.run(
      """
      INSERT INTO offer_choice (broadcast_id, recipient_id, offer, choice_time, redemption_count,
        amount_cents)
      VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (broadcast_id, recipient_id) DO UPDATE SET
        redemption_count = excluded.redemption_count, amount_cents = excluded.amount_cents
      """, choice.key.broadcast, choice.key.recipient, choice.offer, choice.time.microseconds,
      choice.redemptionCount, choice.amountCents)
  }

  /// Who chose what of a broadcast, in the order of the recipients' keys.
  static func choices(
    broadcast: Int64, after: Int64, limit: Int, in reader: Reader
  ) throws -> [(choice: OfferChoice, userid: String, recipientID: String)] {
    try reader.all(
      """
      SELECT \(columns), userid, public_id FROM offer_choice
      CROSS JOIN delivery ON delivery.broadcast_id = offer_choice.broadcast_id
        AND delivery.recipient_id = offer_choice.recipient_id
      CROSS JOIN member ON member.id = delivery.member_id
      CROSS JOIN recipient ON recipient.id = offer_choice.recipient_id
      WHERE offer_choice.broadcast_id = $1 AND offer_choice.recipient_id > $2
      ORDER BY offer_choice.recipient_id LIMIT $3
      """, broadcast, after, limit
    ) { (decode($0, from: 0), $0.text(6), $0.text(7)) }
  }

  static func add(_ changes: [OfferSegment: OfferCounts], in writer: Writer) throws {
    for (segment, counts) in changes {
      try writer.run(
        """
        INSERT INTO offer_count (broadcast_id, offer, variant, is_old, choice_count,
          redeemed_count, redemption_count, amount_cents)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (broadcast_id, offer, variant, is_old) DO UPDATE SET
          choice_count = choice_count + excluded.choice_count,
          redeemed_count = redeemed_count + excluded.redeemed_count,
          redemption_count = redemption_count + excluded.redemption_count,
          amount_cents = amount_cents + excluded.amount_cents
        """, segment.broadcast, segment.offer, segment.variant, segment.isOld ? 1 : 0,
        counts.choice, counts.redeemed, counts.redemption, counts.amountCents)
    }
  }

  /// All that is counted of a broadcast's offers.
  static func counts(
    broadcast: Int64, in reader: Reader
  ) throws -> [(segment: OfferSegment, counts: OfferCounts)] {
    try reader.all(
      """
      SELECT offer, variant, is_old, choice_count, redeemed_count, redemption_count, amount_cents
      FROM offer_count WHERE broadcast_id = $1
      """, broadcast
    ) { row in
      (
        OfferSegment(
          broadcast: broadcast, offer: row.int(0), variant: row.int(1), isOld: row.bool(2)),
        OfferCounts(
          choice: row.int64(3), redeemed: row.int64(4), redemption: row.int64(5),
          amountCents: row.int64(6))
      )
    }
  }
}
