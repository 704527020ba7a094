package import ServiceKit

/// A moment 客户朋友圈: a post the corp prepares and its executors publish, each to his customers.
package struct Moment: Sendable, Equatable {
  package enum State: Int, Sendable {
    /// A job is looking for its executors.
    case dispatching = 1
    case dispatched = 2
    /// The job failed for good: nobody can publish it.
    case failed = 3
  }

  /// The row's key; 0 before it has one.
  package var key: Int64 = 0
  package var momentID: String
  package var jobid: String
  package var state: State = .dispatching
  package var createTime: Instant
  package var isPartial: Bool
  package var content: MomentContent
  package var taskCount: Int64 = 0
  package var publishedCount: Int64 = 0
  package var customerCount: Int64 = 0
  /// Members its range names who do not exist or are not activated.
  package var invalidUseridCount: Int64 = 0

  /// Tasks are handed out at once or not at all, so nothing is said of them before.
  package func checkDispatched() throws(MomentFailure) {
    switch state {
    case .dispatching: throw .dispatching(momentID)
    case .dispatched: return
    case .failed: throw .failed(momentID)
    }
  }

  /// Ends the dispatch. A moment that nobody can publish has failed.
  package mutating func finishDispatch() throws(MomentFailure) {
    guard taskCount > 0 else { throw .noExecutor(momentID) }
    state = .dispatched
  }

  package mutating func count(_ published: MomentTask) {
    publishedCount += 1
    customerCount += Int64(published.customerCount)
  }
}

/// One executor's part in a moment.
package struct MomentTask: Sendable, Equatable {
  package let key: Int64
  package let userid: String
  /// Nil while he has not published.
  package private(set) var publishTime: Instant?
  package private(set) var customerCount: Int

  package init(key: Int64, userid: String, publishTime: Instant?, customerCount: Int) {
    self.key = key
    self.userid = userid
    self.publishTime = publishTime
    self.customerCount = customerCount
  }

  package var isPublished: Bool { publishTime != nil }

  /// Freezes the audience: from now on it is these customers.
  package mutating func publish(
    to customers: [String], at moment: Instant
  ) throws(MomentFailure) {
    guard !isPublished else { throw .alreadyPublished(userid) }
    publishTime = moment
    customerCount = customers.count
  }
}

/// The window of a list of moments: open at both ends.
package struct MomentWindow: Sendable, Equatable {
  package let start: Instant
  package let end: Instant

  package init(start: Instant, end: Instant, policies: Policies) throws(InvalidField) {
    guard start < end else {
      throw InvalidField(
        "end_time", "EMPTY_WINDOW", "end_time is not after start_time.", errcode: 40058)
    }
    let days = policies[.momentWindowDaysMax]
    guard end <= start.advanced(bySeconds: Int64(days) * 86_400) else {
      throw InvalidField(
        "end_time", "WINDOW_TOO_LONG", "end_time is more than \(days) days after start_time.",
        errcode: 40058)
    }
    self.start = start
    self.end = end
  }
}
