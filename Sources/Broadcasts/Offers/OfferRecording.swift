import Messages
import ServiceKit
import Store

/// Takes choices and redemptions of offers in, within one transaction.
struct OfferRecording {
  private let mutation: BroadcastsMutation
  private var changes: [OfferSegment: OfferCounts] = [:]
  private var chosen: [BroadcastsV1.OfferChoice] = []
  private var offers: [Int64: [Offer]] = [:]

  init(_ mutation: BroadcastsMutation) { self.mutation = mutation }

  /// Keeps that a recipient chose an offer; false when he had chosen it before.
  mutating func choose(
    _ offerID: String, _ delivery: Delivery, at time: Instant
  ) throws -> Bool {
    let (choice, isNew) = try choice(of: offerID, delivery, at: time)
    guard isNew else { return false }
    try keep(choice, OfferCounts(choice: 1), of: delivery)
    tell(offerID, choice, delivery)
    return true
  }

  /// Keeps that a recipient redeemed an offer, and chose it, if he had not. Throws before it keeps
  /// anything.
  mutating func redeem(
    _ offerID: String, _ delivery: Delivery, cents: Int64, at time: Instant
  ) throws {
    var (choice, isNew) = try choice(of: offerID, delivery, at: time)
    var counts = choice.redeem(cents: cents)
    counts.choice = isNew ? 1 : 0
    try keep(choice, counts, of: delivery)
    if isNew { tell(offerID, choice, delivery) }
  }

  /// Writes the counters, and tells what was chosen.
  func conclude() throws {
    try OfferTable.add(changes, in: mutation.writer)
    guard !chosen.isEmpty else { return }
    try mutation.emit(.offerChoicesRecorded(.init(choices: chosen)))
  }

  private mutating func choice(
    of offerID: String, _ delivery: Delivery, at time: Instant
  ) throws -> (choice: OfferChoice, isNew: Bool) {
    let shown = try offers(of: delivery.key.broadcast)
    guard let index = shown.firstIndex(where: { $0.id == offerID }), !delivery.isHeldOut,
      shown[index].isShown(inVariant: delivery.variant)
    else { throw OfferFailure.notShown(offerID: offerID, recipientID: delivery.recipientID) }
    guard let known = try OfferTable.choice(of: delivery.key, in: mutation.writer) else {
      return (OfferChoice(key: delivery.key, offer: index + 1, time: time), true)
    }
    guard known.offer == index + 1 else {
      throw OfferFailure.chosenAlready(
        offerID: shown[known.offer - 1].id, recipientID: delivery.recipientID)
    }
    return (known, false)
  }

  private mutating func offers(of broadcast: Int64) throws -> [Offer] {
    if let known = offers[broadcast] { return known }
    let found = try OfferTable.offers(broadcast: broadcast, in: mutation.writer)
    offers[broadcast] = found
    return found
  }

  private mutating func keep(
    _ choice: OfferChoice, _ counts: OfferCounts, of delivery: Delivery
  ) throws {
    try OfferTable.put(choice, in: mutation.writer)
    let segment = OfferSegment(
      broadcast: delivery.key.broadcast, offer: choice.offer, variant: delivery.variant,
      isOld: delivery.isOld)
    changes[segment, default: OfferCounts()] += counts
  }

  private mutating func tell(_ offerID: String, _ choice: OfferChoice, _ delivery: Delivery) {
    chosen.append(
      .init(
        msgid: delivery.msgid,
        recipient: delivery.chatType == .group
          ? .chatID(delivery.recipientID) : .externalUserid(delivery.recipientID),
        offerID: offerID, choiceTime: choice.time.timestamp, userid: delivery.userid))
  }
}
