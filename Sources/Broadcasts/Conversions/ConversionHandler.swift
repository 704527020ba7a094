import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.broadcasts.v1.ConversionService`.
struct ConversionHandler: BroadcastsV1.ConversionServiceProtocol {
  let context: BroadcastsContext

  func recordConversions(
    _ request: BroadcastsV1.RecordConversionsRequest, _ call: Call
  ) async throws -> BroadcastsV1.RecordConversionsResponse {
    try Shape.items(request.conversions.count, 1...1000, field: "conversions")
    return try await context.mutate(request, call) { mutation in
      var outcome = BroadcastsV1.RecordConversionsResponse()
      var recorded: [BroadcastsV1.Conversion] = []
      var changes: [CounterKey: Counts] = [:]
      var counting = TouchCounting()
      var offers = OfferRecording(mutation)
      for asked in request.conversions {
        do {
          if let (key, change) = try record(Conversion(asked), &counting, &offers, mutation) {
            changes[key, default: Counts()] += change
            recorded.append(asked)
          } else {
            outcome.repeatedCount += 1
          }
        } catch let failure as any Failure {
          outcome.failures.append(.init(key: asked.conversionID, failure))
        }
      }
      outcome.recordedCount = Int64(recorded.count)
      outcome.failedCount = Int64(outcome.failures.count)
      guard !recorded.isEmpty else { return outcome }
      try CounterTable.add(changes, in: mutation.writer)
      try TouchCountTable.add(counting, in: mutation.writer)
      try offers.conclude()
      try mutation.emit(.conversionsRecorded(.init(conversions: recorded)))
      return outcome
    }
  }

  /// What it adds to which counters, or nil when it was recorded before.
  private func record(
    _ conversion: Conversion, _ counting: inout TouchCounting, _ offers: inout OfferRecording,
    _ mutation: BroadcastsMutation
  ) throws -> (CounterKey, Counts)? {
    if let known = try ConversionTable.find(conversion.id, in: mutation.writer) {
      guard known == conversion else { throw ConversionFailure.idReused(conversion.id) }
      return nil
    }
    let broadcast = try BroadcastTable.require(conversion.msgid, in: mutation.writer)
    let found = try DeliveryTable.find(
      broadcast: broadcast.key, recipientID: conversion.recipientID, in: mutation.writer)
    guard let delivery = found else {
      throw ConversionFailure.notRecipient(
        msgid: conversion.msgid, recipientID: conversion.recipientID)
    }
    guard delivery.state == .sent || delivery.isHeldOut else {
      throw ConversionFailure.notSent(
        msgid: conversion.msgid, recipientID: conversion.recipientID)
    }
    if !conversion.offerID.isEmpty {
      try offers.redeem(
        conversion.offerID, delivery, cents: conversion.amountCents, at: conversion.time)
    }
    let isFirst = try ConversionTable.insert(conversion, delivery.key, in: mutation.writer)
    // Who did nothing on the way is in no chain.
    if isFirst, !delivery.isHeldOut,
      var trail = try TouchTable.trail(of: delivery.key, in: mutation.writer)
    {
      counting.add(trail.convert(), to: delivery.counterKey, on: Day(of: conversion.time))
    }
    return (delivery.counterKey, conversion.change(isFirst: isFirst, isHeldOut: delivery.isHeldOut))
  }
}

extension Conversion {
  init(_ message: BroadcastsV1.Conversion) throws(InvalidField) {
    let recipientID =
      switch message.recipient {
      case .externalUserid(let id), .chatID(let id): id
      case nil: ""
      }
    let stated = try Shape.required(
      message.conversionTime, field: "conversions.conversion_time")
    guard let time = Instant(stated) else {
      throw InvalidField(
        "conversions.conversion_time", "BAD_TIME",
        "conversions.conversion_time is outside the years 1 to 9999.")
    }
    guard let kind = Kind(rawValue: Int(message.kind.rawValue)) else {
      throw InvalidField(
        "conversions.kind", "UNKNOWN_VALUE",
        "conversions.kind \(message.kind.rawValue) is not known.")
    }
    self = try Self(
      id: message.conversionID, msgid: message.msgid, recipientID: recipientID, kind: kind,
      amountCents: message.amountCents, time: time, offerID: message.offerID)
  }
}
