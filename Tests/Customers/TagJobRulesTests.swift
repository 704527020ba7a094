import Fixtures
import Messages
import ServiceKit
import Store
import Testing

@testable import Customers

@Suite("The rules of tag jobs")
struct TagJobRulesTests {
  @Test("Marking takes, then gives, and knows when nothing changes or too much would be carried")
  func marking() {
    let marking = TagMarking(add: TagSet([1, 2]), remove: TagSet([3]))
    #expect(marking.marked(TagSet([2, 3, 4])) == TagSet([1, 2, 4]))
    func outcome(_ tags: [Int64], present: [Int64]? = nil, most: Int) -> TagMarking.Outcome {
      marking.outcome(TagSet(tags), present: TagSet(present ?? tags), most: most)
    }
    #expect(outcome([1, 2, 4], most: 2) == .unchanged)
    #expect(outcome([4], most: 3) == .changed)
    #expect(outcome([4], most: 2) == .tooMany)
    #expect(outcome([3, 4], most: 3) == .changed)
    // One that carries too many already may change as long as it does not get more.
    #expect(outcome([3, 1, 4], most: 2) == .changed)
    #expect(outcome([9, 8, 4], present: [4], most: 2) == .changed)
  }

  @Test("What others give or take of a claim is no longer claimed")
  func claims() {
    let claim = TagClaim(
      customer: 1, member: 2, source: .job(3), given: TagSet([1, 2]), taken: TagSet([7]))
    #expect(claim.released(TagSet([9])) == claim)
    #expect(claim.released(TagSet([1, 7]))?.given == TagSet([2]))
    #expect(claim.released(TagSet([1, 7]))?.taken == TagSet())
    #expect(claim.released(TagSet([1, 2, 7])) == nil)
  }

  @Test("A job that ended is taken back once, by nobody after its days")
  func undo() throws {
    let now = Instant(seconds: 1_000_000)
    let policies = try policies(["tag_job_kept_days": 2])
    var job = TagJob(jobid: "j", kind: .mark, createTime: now)
    #expect(throws: TagJobFailure.running("j")) { try job.checkUndo(now: now, policies: policies) }
    job.state = .failed
    job.finishTime = now
    try job.checkUndo(now: now.advanced(bySeconds: 2 * 86_400 - 1), policies: policies)
    #expect(throws: TagJobFailure.tooOld("j", days: 2)) {
      try job.checkUndo(now: now.advanced(bySeconds: 2 * 86_400), policies: policies)
    }
    job.undoneBy = "u"
    #expect(throws: TagJobFailure.alreadyUndone("j", by: "u")) {
      try job.checkUndo(now: now, policies: policies)
    }
    job.kind = .undo
    #expect(throws: TagJobFailure.isUndo("j")) { try job.checkUndo(now: now, policies: policies) }
  }
}
