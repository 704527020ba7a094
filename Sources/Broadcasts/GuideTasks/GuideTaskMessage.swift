import Messages
import ServiceKit

extension GuideTask.Kind {
  init(_ message: BroadcastsV1.GuideTaskKind, field: String) throws(InvalidField) {
    guard let kind = Self(rawValue: Int(message.rawValue)) else {
      throw InvalidField(field, "UNKNOWN_VALUE", "\(field) \(message.rawValue) is not known.")
    }
    self = kind
  }
}

extension GuideTaskDraft {
  init(_ message: BroadcastsV1.GuideTask) throws(InvalidField) {
    var dueTime: Instant?
    if let stated = message.dueTime {
      guard let time = Instant(stated) else {
        throw InvalidField(
          "guide_task.due_time", "BAD_TIME",
          "guide_task.due_time is outside the years 1 to 9999.")
      }
      dueTime = time
    }
    var content = Content()
    if let asked = message.content {
      content = try Content(asked, field: "guide_task.content")
      guard content != Content() else {
        throw InvalidField(
          "guide_task.content", "CONTENT_EMPTY",
          "guide_task.content needs a text or an attachment, or is left out.", errcode: 40058)
      }
    }
    var checklist: [ChecklistItem] = []
    for (index, item) in message.checklist.enumerated() {
      checklist.append(try ChecklistItem(item, field: "guide_task.checklist[\(index)]"))
    }
    self.init(
      kind: try GuideTask.Kind(message.kind, field: "guide_task.kind"), title: message.title,
      content: content, departments: message.departmentIDs, userids: message.userids,
      dueTime: dueTime, demand: try GuideDemand(message), checklist: checklist)
  }
}

extension GuideDemand {
  fileprivate init(_ message: BroadcastsV1.GuideTask) throws(InvalidField) {
    var proofs: Set<ProofKind> = message.checklist.isEmpty ? [] : [.checklist]
    for asked in message.requiredProofs {
      guard let kind = ProofKind(rawValue: Int(asked.rawValue)) else {
        throw InvalidField(
          "guide_task.required_proofs", "UNKNOWN_VALUE",
          "guide_task.required_proofs \(asked.rawValue) is not known.")
      }
      proofs.insert(kind)
    }
    self.init(
      targetCount: message.targetCount == 0 ? 1 : message.targetCount,
      sumsNumbers: message.sumsNumbers, minNumber: message.minNumber, proofs: proofs,
      closesWhenDue: message.closesWhenDue, reward: message.reward, isForOne: message.forOne)
  }
}

extension ChecklistItem {
  fileprivate init(
    _ message: BroadcastsV1.ChecklistItem, field: String
  ) throws(InvalidField) {
    guard let kind = Kind(rawValue: Int(message.kind.rawValue)) else {
      throw InvalidField(
        "\(field).kind", "UNKNOWN_VALUE", "\(field).kind \(message.kind.rawValue) is not known.")
    }
    self.init(question: message.question, kind: kind, mayBeLeftOut: message.mayBeLeftOut)
  }

  var message: BroadcastsV1.ChecklistItem {
    .init(
      question: question, kind: .init(rawValue: Int32(kind.rawValue)), mayBeLeftOut: mayBeLeftOut)
  }
}

extension GuideTask {
  /// As it stands at a moment, without what GetGuideTask alone returns.
  func message(at moment: Instant) -> BroadcastsV1.GuideTask {
    .init(
      taskID: id, kind: .init(rawValue: Int32(kind.rawValue)), title: title,
      dueTime: dueTime?.timestamp, closesWhenDue: demand.closesWhenDue,
      targetCount: demand.targetCount, sumsNumbers: demand.sumsNumbers,
      minNumber: demand.minNumber,
      requiredProofs: demand.proofs.map(\.rawValue).sorted().map { .init(rawValue: Int32($0)) },
      reward: demand.reward, state: stateMessage(at: moment),
      counts: counts.message(of: self, at: moment), createTime: createTime.timestamp,
      endTime: endTime?.timestamp, forOne: demand.isForOne, claimUserid: claim?.userid ?? "",
      claimTime: claim?.time.timestamp)
  }

  private func stateMessage(at moment: Instant) -> BroadcastsV1.GuideTask.State {
    switch state {
    case .active: isDue(at: moment) ? .overdue : .active
    case .finished: .finished
    case .cancelled: .cancelled
    }
  }
}

extension GuideCounts {
  func message(of task: GuideTask, at moment: Instant) -> BroadcastsV1.GuideTaskCounts {
    let isOverdue = task.state == .active && task.isDue(at: moment)
    return .init(
      memberCount: member, readCount: read, doneCount: done, lateCount: late,
      overdueCount: isOverdue ? (task.demand.isForOne ? 1 : member - done) : 0, reportCount: report,
      progressSum: progress)
  }
}
