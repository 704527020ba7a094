import RPC
import ServiceKit

/// An order to mark many relations 批量打标签, and how far it is.
struct TagJob: Sendable, Equatable {
  enum Kind: Int, Sendable {
    case mark = 1
    /// Takes back what another job did.
    case undo = 2
  }

  enum State: Int, Sendable {
    case running = 1
    case done = 2
    case failed = 3
  }

  /// What became of the relations it has dealt with.
  struct Counts: Sendable, Equatable {
    var changed: Int64 = 0
    var unchanged: Int64 = 0
    var failed: Int64 = 0

    var processed: Int64 { changed + unchanged + failed }
  }

  /// A relation it could not mark, and why.
  struct Miss: Sendable, Equatable {
    var userid: String
    var externalUserid: String
    var reason: String
    var message: String
    var errcode: Int

    init(userid: String, externalUserid: String, _ failure: any Failure) {
      self.init(
        userid: userid, externalUserid: externalUserid, reason: failure.reason,
        message: failure.message, errcode: failure.errcode ?? 0)
    }

    init(userid: String, externalUserid: String, reason: String, message: String, errcode: Int) {
      self.userid = userid
      self.externalUserid = externalUserid
      self.reason = reason
      self.message = message
      self.errcode = errcode
    }
  }

  var key: Int64 = 0
  var jobid: String
  var kind: Kind
  var state: State = .running
  var addTags: [String] = []
  var removeTags: [String] = []
  var counts = Counts()
  /// 0 while it is not known.
  var totalCount: Int64 = 0
  /// Whose work an undo takes back.
  var undoOf: ClaimSource?
  /// The jobid of the job whose work an undo takes back; empty otherwise.
  var undoOfJob = ""
  /// The id of the rule whose work an undo takes back; empty otherwise.
  var undoOfRule = ""
  /// The jobid of the undo; empty when there is none.
  var undoneBy = ""
  var lastError = ""
  var createTime: Instant
  var finishTime: Instant?

  /// Whether what it did can be taken back.
  func checkUndo(now: Instant, policies: Policies) throws(TagJobFailure) {
    guard kind == .mark else { throw .isUndo(jobid) }
    guard undoneBy.isEmpty else { throw .alreadyUndone(jobid, by: undoneBy) }
    guard state != .running, let finishTime else { throw .running(jobid) }
    let days = policies[.tagJobKeptDays]
    guard now < finishTime.advanced(bySeconds: 86_400 * Int64(days)) else {
      throw .tooOld(jobid, days: days)
    }
  }
}

/// Tags to give and tags to take.
struct TagMarking: Sendable, Equatable {
  var add = TagSet()
  var remove = TagSet()

  enum Outcome: Sendable, Equatable {
    case changed
    case unchanged
    case tooMany
  }

  func marked(_ tags: TagSet) -> TagSet { tags.subtracting(remove).union(add) }

  /// What marking does to a relation that carries `tags`, of which `present` are not deleted.
  func outcome(_ tags: TagSet, present: TagSet, most: Int) -> Outcome {
    let marked = marked(present)
    if marked == present { return .unchanged }
    return marked.count > most && marked.count > tags.count ? .tooMany : .changed
  }
}

/// Who may take back what he did to relations' tags.
enum ClaimSource: Sendable, Hashable {
  /// A tag job, by its key.
  case job(Int64)
  /// An auto-tag rule, by its key.
  case rule(Int64)

  /// As the rows have it: keys begin with 1.
  var number: Int64 {
    switch self {
    case .job(let key): key
    case .rule(let key): -key
    }
  }

  init(number: Int64) { self = number < 0 ? .rule(-number) : .job(number) }
}

enum TagJobFailure: Failure, Equatable {
  case notFound(String)
  case tooManyWait(Int)
  case isUndo(String)
  case running(String)
  case alreadyUndone(String, by: String)
  case tooOld(String, days: Int)

  var code: StatusCode {
    switch self {
    case .notFound: .notFound
    case .tooManyWait: .resourceExhausted
    case .isUndo, .running, .alreadyUndone, .tooOld: .failedPrecondition
    }
  }

  var reason: String {
    switch self {
    case .notFound: "TAG_JOB_NOT_FOUND"
    case .tooManyWait: "TOO_MANY_TAG_JOBS"
    case .isUndo: "TAG_JOB_IS_UNDO"
    case .running: "TAG_JOB_RUNNING"
    case .alreadyUndone: "TAG_JOB_ALREADY_UNDONE"
    case .tooOld: "TAG_JOB_TOO_OLD"
    }
  }

  var message: String {
    switch self {
    case .notFound(let jobid): "There is no tag job '\(jobid)'."
    case .tooManyWait(let most): "\(most) tag jobs wait already."
    case .isUndo(let jobid): "The tag job '\(jobid)' is an undo itself."
    case .running(let jobid): "The tag job '\(jobid)' has not ended."
    case .alreadyUndone(let jobid, let undo):
      "The tag job '\(jobid)' is taken back by '\(undo)' already."
    case .tooOld(let jobid, let days):
      "The tag job '\(jobid)' ended more than \(days) days ago."
    }
  }

  var field: String? {
    switch self {
    case .notFound, .isUndo, .running, .alreadyUndone, .tooOld: "jobid"
    case .tooManyWait: nil
    }
  }

  var errcode: Int? {
    switch self {
    case .notFound: 40088
    case .tooManyWait: 45033
    case .isUndo, .running, .alreadyUndone, .tooOld: nil
    }
  }
}
