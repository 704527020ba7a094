import Messages
import ServiceKit

extension GuideAssignment {
  func message(in task: GuideTask, at moment: Instant) -> BroadcastsV1.GuideAssignment {
    .init(
      taskID: taskID, userid: userid,
      state: .init(rawValue: Int32(state(in: task, at: moment).rawValue)), progress: progress,
      reportCount: Int32(reportCount), readTime: readTime?.timestamp,
      doneTime: doneTime?.timestamp, isLate: isLate)
  }
}

extension GuideReport {
  var message: BroadcastsV1.GuideReport {
    .init(
      taskID: taskID, userid: userid, number: Int32(number),
      proofs: proofs.map { .init(body: $0.body) }, addedCount: addedCount,
      reportTime: time.timestamp)
  }
}

extension Proof {
  /// Throws `InvalidField` for a proof or an answer without a value, which has no shape to check.
  init(_ message: BroadcastsV1.Proof, field: String) throws(InvalidField) {
    switch try Shape.required(message.body, field: field) {
    case .text(let text): self = .text(text)
    case .media(let media): self = .media(media.mediaIDs)
    case .number(let number): self = .number(number)
    case .position(let place):
      self = .position(latitude: place.latitude, longitude: place.longitude)
    case .checklist(let checklist):
      var answers: [ChecklistAnswer] = []
      for (index, answer) in checklist.answers.enumerated() {
        let field = "\(field).checklist.answers[\(index)]"
        let value = try Shape.required(answer.value, field: field)
        answers.append(ChecklistAnswer(item: Int(answer.item), value: .init(value)))
      }
      self = .checklist(answers)
    }
  }

  fileprivate var body: BroadcastsV1.Proof.Body {
    switch self {
    case .text(let text): .text(text)
    case .media(let ids): .media(.init(mediaIDs: ids))
    case .number(let number): .number(number)
    case .position(let latitude, let longitude):
      .position(.init(latitude: latitude, longitude: longitude))
    case .checklist(let answers):
      .checklist(
        .init(answers: answers.map { .init(item: Int32($0.item), value: $0.value.message) }))
    }
  }
}

extension ChecklistAnswer.Value {
  fileprivate init(_ message: BroadcastsV1.ChecklistAnswer.Value) {
    self =
      switch message {
      case .passed(let passed): .passed(passed)
      case .number(let number): .number(number)
      case .text(let text): .text(text)
      }
  }

  fileprivate var message: BroadcastsV1.ChecklistAnswer.Value {
    switch self {
    case .passed(let passed): .passed(passed)
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    }
  }
}
