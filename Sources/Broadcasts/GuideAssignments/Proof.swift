import ServiceKit

/// What kinds of proof there are.
enum ProofKind: Int, Sendable {
  case text = 1
  case media = 2
  case number = 3
  case checklist = 4
  case position = 5
}

/// The answer to one question of a check-list.
struct ChecklistAnswer: Sendable, Equatable, Codable {
  enum Value: Sendable, Equatable, Codable {
    case passed(Bool)
    case number(Int64)
    case text(String)

    var kind: ChecklistItem.Kind {
      switch self {
      case .passed: .passed
      case .number: .number
      case .text: .text
      }
    }
  }

  /// From 1.
  let item: Int
  let value: Value
}

/// By what a member shows that he did what a task asks for.
enum Proof: Sendable, Equatable, Codable {
  case text(String)
  case media([String])
  case number(Int64)
  case checklist([ChecklistAnswer])
  case position(latitude: Double, longitude: Double)

  static let numbers: ClosedRange<Int64> = 0...1_000_000_000
  private static let answerNumbers: ClosedRange<Int64> = -1_000_000_000...1_000_000_000
  private static let answerCharacters = 500
  /// As long as an attachment's.
  private static let mediaIDBytes = 256

  var kind: ProofKind {
    switch self {
    case .text: .text
    case .media: .media
    case .number: .number
    case .checklist: .checklist
    case .position: .position
    }
  }

  var number: Int64? { if case .number(let number) = self { number } else { nil } }

  func checkShape(field: String, policies: Policies) throws(InvalidField) {
    switch self {
    case .text(let text):
      try Shape.bytes(text, 1...policies[.guideReportTextBytesMax], field: "\(field).text")
    case .media(let ids):
      let field = "\(field).media.media_ids"
      try Shape.items(ids.count, 1...policies[.guideReportMediaMax], field: field)
      for id in ids {
        try Shape.bytes(id, 1...Self.mediaIDBytes, field: field, errcode: 40007)
      }
    case .number(let number):
      try Self.check(number, Self.numbers, field: "\(field).number")
    case .checklist(let answers):
      for (index, answer) in answers.enumerated() {
        let field = "\(field).checklist.answers[\(index)]"
        switch answer.value {
        case .passed: break
        case .number(let number):
          try Self.check(number, Self.answerNumbers, field: "\(field).number")
        case .text(let text):
          try Shape.characters(text, 1...Self.answerCharacters, field: "\(field).text")
        }
      }
    case .position(let latitude, let longitude):
      for (degrees, most, name) in [(latitude, 90.0, "latitude"), (longitude, 180, "longitude")] {
        guard degrees >= -most, degrees <= most else {
          let field = "\(field).position.\(name)"
          throw InvalidField(
            field, "OUT_OF_RANGE", "\(field) is \(degrees), allowed are \(-most) to \(most).")
        }
      }
    }
  }

  private static func check(
    _ number: Int64, _ range: ClosedRange<Int64>, field: String
  ) throws(InvalidField) {
    guard range.contains(number) else {
      throw InvalidField(
        field, "OUT_OF_RANGE",
        "\(field) is \(number), allowed are \(range.lowerBound) to \(range.upperBound).")
    }
  }

  /// Whether proofs are all that a task asks for, and its check-list is answered as it asks.
  static func check(
    _ proofs: [Proof], demand: GuideDemand, checklist: [ChecklistItem]
  ) throws(InvalidField) {
    var brought: Set<ProofKind> = []
    for (index, proof) in proofs.enumerated() {
      guard brought.insert(proof.kind).inserted else {
        throw InvalidField(
          "proofs[\(index)]", "PROOF_TWICE", "proofs[\(index)] is of a kind that is there already.")
      }
      if case .checklist(let answers) = proof {
        try check(answers, checklist, field: "proofs[\(index)].checklist.answers")
      }
    }
    if let missing = demand.proofs.subtracting(brought).min(by: { $0.rawValue < $1.rawValue }) {
      throw InvalidField("proofs", "PROOF_MISSING", "proofs lack the \(missing) the task requires.")
    }
  }

  private static func check(
    _ answers: [ChecklistAnswer], _ checklist: [ChecklistItem], field: String
  ) throws(InvalidField) {
    guard !checklist.isEmpty else {
      throw InvalidField(field, "NO_CHECKLIST", "The task has no check-list.")
    }
    var answered: Set<Int> = []
    for (index, answer) in answers.enumerated() {
      let field = "\(field)[\(index)]"
      guard (1...checklist.count).contains(answer.item) else {
        throw InvalidField(
          "\(field).item", "OUT_OF_RANGE",
          "\(field).item is \(answer.item), allowed are 1 to \(checklist.count).")
      }
      guard answered.insert(answer.item).inserted else {
        throw InvalidField("\(field).item", "ANSWERED_TWICE", "\(field).item is answered twice.")
      }
      let item = checklist[answer.item - 1]
      guard answer.value.kind == item.kind else {
        throw InvalidField(field, "WRONG_KIND", "\(field) is to be a \(item.kind).")
      }
    }
    for (index, item) in checklist.enumerated()
    where !item.mayBeLeftOut && !answered.contains(index + 1) {
      throw InvalidField(
        field, "ANSWER_MISSING", "\(field) lack an answer to question \(index + 1).")
    }
  }
}
