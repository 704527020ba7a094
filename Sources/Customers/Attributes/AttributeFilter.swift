import ServiceKit

/// What an audience asks of a customer's attribute: of the values that count, the one to go by must be
/// as wanted.
struct AttributeFilter: Sendable, Equatable {
  enum Wanted: Sendable, Equatable {
    /// Any value.
    case any
    case texts([String])
    /// Both ends belong to it.
    case numbers(ClosedRange<Double>)
    case flag(Bool)
    case moments(Audience.Window)
  }

  let name: String
  let wanted: Wanted
  /// Those that count; empty: all.
  var provenances: [Attribute.Provenance] = []
  var leastConfidence: Double = 0

  /// Whether values of the name, each the only one of its provenance, are as wanted.
  func holds(for values: [Attribute]) -> Bool {
    let best =
      values
      .filter {
        (provenances.isEmpty || provenances.contains($0.key.provenance))
          && $0.confidence >= leastConfidence
      }
      .min { $0.comesBefore($1) }
    guard let best else { return false }
    return switch (wanted, best.value) {
    case (.any, _): true
    case (.texts(let texts), .text(let text)): texts.contains(text)
    case (.numbers(let range), .number(let number)): range.contains(number)
    case (.flag(let wanted), .flag(let flag)): wanted == flag
    case (.moments(let window), .moment(let moment)):
      window.microseconds.contains(moment.microseconds)
    default: false
    }
  }

  func checkShape(_ field: String, _ policies: Policies) throws(InvalidField) {
    try Attribute.checkName(name, field: "\(field).name")
    guard Set(provenances).count == provenances.count else {
      throw InvalidField(
        "\(field).provenances", "REPEATED", "\(field).provenances names one twice.", errcode: 40058)
    }
    guard (0...1).contains(leastConfidence) else {
      throw InvalidField(
        "\(field).confidence_at_least", "OUT_OF_RANGE",
        "\(field).confidence_at_least is not between 0 and 1.", errcode: 40058)
    }
    switch wanted {
    case .any, .numbers, .flag: break
    case .texts(let texts):
      let field = "\(field).texts.texts"
      try Shape.items(
        texts.count, 1...policies[.audienceValuesMax], field: field, errcode: 40058)
      for text in texts { try Shape.characters(text, 1...256, field: field, errcode: 40058) }
    case .moments(let window): try window.checkShape("\(field).value_time")
    }
  }
}

extension Attribute {
  /// The values of a person who is several customers: of each name and provenance the one observed
  /// last, and of those the first.
  static func latest(of values: [Attribute]) -> [Attribute] {
    var latest: [Key: Attribute] = [:]
    for value in values {
      if let known = latest[value.key], known.observeTime >= value.observeTime { continue }
      latest[value.key] = value
    }
    return Array(latest.values)
  }
}
