import Messages
import ServiceKit

extension InteractionSum {
  /// Throws `InvalidField` for a counter that is unknown or named twice. None named means all.
  init(
    _ counters: [CustomersV1.InteractionCounter], days: Int32, field: String
  ) throws(InvalidField) {
    let field = "\(field).counters"
    var named: [InteractionCounter] = []
    for message in counters {
      guard let counter = InteractionCounter(rawValue: Int(message.rawValue)) else {
        throw InvalidField(
          field, "UNKNOWN_VALUE", "\(field) holds \(message.rawValue), which is not known.",
          errcode: 40058)
      }
      guard !named.contains(counter) else {
        throw InvalidField(
          field, "REPEATED", "\(field) names \(message.rawValue) twice.", errcode: 40058)
      }
      named.append(counter)
    }
    self.init(counters: named.isEmpty ? InteractionCounter.allCases : named, days: Int(days))
  }
}
