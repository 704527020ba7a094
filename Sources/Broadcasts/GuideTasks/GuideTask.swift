import ServiceKit

/// A task for members 导购任务: what is to be done, by when, and how much of it.
///
/// active → finished, when all its members have done it, or cancelled.
struct GuideTask: Sendable, Equatable {
  enum Kind: Int, Sendable {
    case share = 1
    case learn = 2
    case visit = 3
    case inspect = 4
    case notice = 5
  }

  enum State: Int, Sendable {
    case active = 1
    case finished = 2
    case cancelled = 3
  }

  /// Its number in the store.
  var key: Int64 = 0
  let id: String
  let kind: Kind
  let title: String
  let dueTime: Instant?
  let demand: GuideDemand
  var state = State.active
  let createTime: Instant
  var endTime: Instant?
  var counts = GuideCounts()
  /// Who has it, of a task for one.
  var claim: GuideClaim?

  static func checkID(_ id: String) throws(InvalidField) { try Shape.id(id, field: "task_id") }

  /// Whether it should have been done by a moment.
  func isDue(at moment: Instant) -> Bool { dueTime.map { $0 <= moment } ?? false }

  /// Those who have not done it and still could.
  var unfinishedCount: Int64 {
    guard demand.isForOne else { return counts.member - counts.done }
    if counts.done > 0 { return 0 }
    return claim == nil ? counts.member : 1
  }

  /// Of how many it is expected that they do it.
  var expectedCount: Int64 { demand.isForOne ? 1 : counts.member }

  /// Whether another than a member has it.
  func isTaken(from member: Int64) -> Bool { claim.map { $0.member != member } ?? false }

  /// Gives it to a member; false when he has it already.
  mutating func claim(_ claim: GuideClaim) throws -> Bool {
    guard demand.isForOne else { throw GuideClaimFailure.forAll(id) }
    if state == .finished { throw GuideTaskFailure.finished(id) }
    try checkTakesReports(now: claim.time)
    if let holder = self.claim {
      guard holder.member == claim.member else {
        throw GuideClaimFailure.claimed(id, by: holder.userid)
      }
      return false
    }
    self.claim = claim
    return true
  }

  /// Takes it from a member who has not done it.
  mutating func giveBack(_ assignment: GuideAssignment) throws {
    if state == .cancelled { throw GuideTaskFailure.cancelled(id) }
    try checkHas(assignment)
    guard assignment.doneTime == nil else {
      throw GuideAssignmentFailure.done(taskID: id, userid: assignment.userid)
    }
    claim = nil
  }

  /// Whether a member may report of it: of a task for one, who has claimed it.
  func checkHas(_ assignment: GuideAssignment) throws(GuideClaimFailure) {
    guard claim?.member != assignment.member else { return }
    throw .notClaimed(id, userid: assignment.userid)
  }

  mutating func cancel(now: Instant) throws(GuideTaskFailure) {
    switch state {
    case .active: break
    case .finished: throw .finished(id)
    case .cancelled: throw .cancelled(id)
    }
    state = .cancelled
    endTime = now
  }

  /// Ends a task that all have done; false when somebody has not.
  mutating func finish(now: Instant) -> Bool {
    guard state == .active, unfinishedCount == 0 else { return false }
    state = .finished
    endTime = now
    return true
  }

  /// Whether a member may still say that he read or did it.
  func checkTakesReports(now: Instant) throws(GuideTaskFailure) {
    if state == .cancelled { throw .cancelled(id) }
    if demand.closesWhenDue, isDue(at: now) { throw .closed(id) }
  }

  /// Whether members may be reminded now.
  func checkTakesReminder(now: Instant) throws(GuideTaskFailure) {
    if state == .finished { throw .finished(id) }
    try checkTakesReports(now: now)
  }
}

/// Who does a task that is for one 领取.
struct GuideClaim: Sendable, Equatable {
  /// His key in the store.
  let member: Int64
  let userid: String
  let time: Instant
}

/// What is asked of each member.
struct GuideDemand: Sendable, Equatable {
  var targetCount: Int64 = 1
  var sumsNumbers = false
  var minNumber: Int64?
  var proofs: Set<ProofKind> = []
  var closesWhenDue = false
  /// What is promised, in words for people.
  var reward = ""
  /// Whether one of the members does it, for all.
  var isForOne = false

  init(
    targetCount: Int64 = 1, sumsNumbers: Bool = false, minNumber: Int64? = nil,
    proofs: Set<ProofKind> = [], closesWhenDue: Bool = false, reward: String = "",
    isForOne: Bool = false
  ) {
    self.targetCount = targetCount
    self.sumsNumbers = sumsNumbers
    self.minNumber = minNumber
    self.proofs = proofs
    self.closesWhenDue = closesWhenDue
    self.reward = reward
    self.isForOne = isForOne
  }

  /// How much a report counts; 0 when its number is too small.
  func value(of proofs: [Proof]) -> Int64 {
    let number = proofs.lazy.compactMap(\.number).first ?? 0
    if let minNumber, number < minNumber { return 0 }
    return sumsNumbers ? number : 1
  }
}

/// One question of a check-list.
struct ChecklistItem: Sendable, Equatable, Codable {
  enum Kind: Int, Sendable, Codable {
    case passed = 1
    case number = 2
    case text = 3
  }

  let question: String
  let kind: Kind
  let mayBeLeftOut: Bool
}

/// A task as it is asked for.
struct GuideTaskDraft: Sendable, Equatable {
  let kind: GuideTask.Kind
  let title: String
  let content: Content
  let departments: [UInt32]
  let userids: [String]
  let dueTime: Instant?
  var demand: GuideDemand
  let checklist: [ChecklistItem]

  private static let rewardCharacters = 64
  private static let questionCharacters = 128

  func checkShape(policies: Policies) throws(InvalidField) {
    try Shape.characters(
      title, 1...policies[.guideTaskTitleCharactersMax], field: "guide_task.title")
    try Shape.characters(demand.reward, 0...Self.rewardCharacters, field: "guide_task.reward")
    if content != Content() {
      try content.checkShape(field: "guide_task.content", policies: policies)
      try content.checkVariables(field: "guide_task.content", chatType: .single)
    }
    try checkScope(policies: policies)
    try checkTarget(policies: policies)
    try checkChecklist(policies: policies)
    guard !demand.isForOne || kind != .notice || !demand.proofs.isEmpty else {
      throw InvalidField(
        "guide_task.for_one", "NOT_FOR_ONE",
        "guide_task.for_one is not for a notice that requires no proof.")
    }
    guard dueTime != nil || !demand.closesWhenDue else {
      throw InvalidField(
        "guide_task.closes_when_due", "NEEDS_DUE_TIME",
        "guide_task.closes_when_due needs a due_time.")
    }
  }

  private func checkScope(policies: Policies) throws(InvalidField) {
    guard !departments.isEmpty || !userids.isEmpty else {
      throw InvalidField(
        "guide_task.department_ids", "REQUIRED",
        "guide_task names nobody; the whole corp is department_ids of 1.")
    }
    try Shape.items(
      departments.count, 0...policies[.guideTaskDepartmentsMax],
      field: "guide_task.department_ids")
    try Shape.items(
      userids.count, 0...policies[.guideTaskUseridsMax], field: "guide_task.userids")
    for userid in userids { try Shape.userid(userid, field: "guide_task.userids") }
  }

  private func checkTarget(policies: Policies) throws(InvalidField) {
    let targetMax = Int64(policies[.guideTaskTargetMax])
    guard (1...targetMax).contains(demand.targetCount) else {
      throw InvalidField(
        "guide_task.target_count", "OUT_OF_RANGE",
        "guide_task.target_count is \(demand.targetCount), allowed are 1 to \(targetMax).")
    }
    if kind == .notice, demand.proofs.isEmpty, demand.targetCount > 1 {
      throw InvalidField(
        "guide_task.target_count", "READ_ONCE",
        "guide_task.target_count of a notice that requires no proof is 1.")
    }
    if let least = demand.minNumber, !Proof.numbers.contains(least) {
      throw InvalidField(
        "guide_task.min_number", "OUT_OF_RANGE",
        "guide_task.min_number is \(least), allowed are 0 to \(Proof.numbers.upperBound).")
    }
    for (isAsked, name) in [
      (demand.minNumber != nil, "min_number"), (demand.sumsNumbers, "sums_numbers"),
    ] where isAsked && !demand.proofs.contains(.number) {
      throw InvalidField(
        "guide_task.\(name)", "NEEDS_NUMBER",
        "guide_task.\(name) needs PROOF_KIND_NUMBER among required_proofs.")
    }
  }

  private func checkChecklist(policies: Policies) throws(InvalidField) {
    let field = "guide_task.checklist"
    try Shape.items(checklist.count, 0...policies[.guideTaskChecklistMax], field: field)
    for (index, item) in checklist.enumerated() {
      try Shape.characters(
        item.question, 1...Self.questionCharacters, field: "\(field)[\(index)].question")
    }
    if checklist.isEmpty, kind == .inspect || demand.proofs.contains(.checklist) {
      throw InvalidField(field, "REQUIRED", "\(field) is required for what asks for its answers.")
    }
  }

  /// Apart from the shape, for it is the moment that may be wrong.
  func checkDue(now: Instant, policies: Policies) throws(InvalidField) {
    guard let dueTime else { return }
    let field = "guide_task.due_time"
    guard dueTime > now else {
      throw InvalidField(field, "DUE_PAST", "\(field) has passed.")
    }
    let days = policies[.guideTaskDueDaysMax]
    guard dueTime <= now.advanced(bySeconds: 86_400 * Int64(days)) else {
      throw InvalidField(field, "TOO_FAR", "\(field) is more than \(days) days ahead.")
    }
  }
}
