import Messages
import ServiceKit
import Store

extension Mutation<BroadcastsV1.Change> {
  /// Writes how a delivery ended, or that it was passed on, and ends its lease; one that failed gives the
  /// recipient's quota back.
  func settle(_ delivery: Delivery) throws {
    if delivery.state == .pending {
      try FailedAttemptTable.passOn(delivery, in: writer)
    } else {
      try DeliveryTable.settle(delivery, in: writer)
    }
    if delivery.state == .sent { return try LeaseTable.end(delivery.key, in: writer) }
    if let day = try LeaseTable.undo(delivery.key, in: writer) {
      try QuotaTable.release(recipient: delivery.key.recipient, day: day, in: writer)
    }
  }

  /// Counts and tells what was settled or passed on, and ends those broadcasts of which it was the last.
  func conclude(_ deliveries: [Delivery], _ changes: [CounterKey: Counts]) throws {
    try CounterTable.add(changes, in: writer)
    let passedOn = deliveries.filter { $0.state == .pending }
    if !passedOn.isEmpty {
      try emit(.deliveriesPassedOn(.init(deliveries: passedOn.map(\.message))))
    }
    let settled = deliveries.filter { $0.state != .pending }
    guard !settled.isEmpty else { return }
    try emit(.deliveriesSettled(.init(deliveries: settled.map(\.message))))
    let rules = try AlertTable.rules(.failedAbove, in: writer)
    for key in Set(settled.map(\.key.broadcast)).sorted() {
      var broadcast = try BroadcastTable.find(key: key, in: writer)!
      try finishIfSettled(&broadcast)
      try judgeFailures(of: broadcast, by: rules)
    }
  }

  /// Ends a broadcast of which each delivery has come to its end.
  func finishIfSettled(_ broadcast: inout Broadcast) throws {
    guard broadcast.finish(now: now) else { return }
    try BroadcastTable.update(broadcast, in: writer)
    try emit(.broadcastFinished(broadcast.message))
  }
}
