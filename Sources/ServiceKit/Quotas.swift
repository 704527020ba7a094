import RPC

/// How many calls of a method a corp has left: a bucket that holds a minute's worth, full at first,
/// and fills evenly.
package struct CallBucket {
  let callsPerMinute: Int
  /// In parts of a call so small that each microsecond brings as many as there are calls a minute.
  private var level: Int
  private var filled: Instant

  private static let partsPerCall = 60_000_000

  package init(callsPerMinute: Int, at now: Instant) {
    precondition((1...PolicyFile.quotaMax).contains(callsPerMinute))
    self.callsPerMinute = callsPerMinute
    level = callsPerMinute * Self.partsPerCall
    filled = now
  }

  private var capacity: Int { callsPerMinute * Self.partsPerCall }

  /// Takes a call out of the bucket; false when there is none.
  package mutating func take(at now: Instant) -> Bool {
    fill(at: now)
    guard level >= Self.partsPerCall else { return false }
    level -= Self.partsPerCall
    return true
  }

  mutating func isFull(at now: Instant) -> Bool {
    fill(at: now)
    return level == capacity
  }

  /// Time until there is a call in the bucket, and until it is full.
  package var waits: (callMilliseconds: Int, fullMilliseconds: Int) {
    (milliseconds(for: Self.partsPerCall - level), milliseconds(for: capacity - level))
  }

  private func milliseconds(for missing: Int) -> Int {
    Int((Double(max(0, missing)) / Double(callsPerMinute) / 1000).rounded(.up))
  }

  /// A clock that was set back adds nothing, and counts from where it stands.
  private mutating func fill(at now: Instant) {
    let elapsed = min(60_000_000, max(0, now.microseconds - filled.microseconds))
    level += min(capacity - level, Int(elapsed) * callsPerMinute)
    filled = now
  }
}

/// Counts every corp's calls of every method against what the policies let it have. Pure: the time
/// is handed in.
///
/// A bucket that is full again says as much as none, so those are forgotten when there are too many.
/// Should that not be enough, corps and methods without a bucket share one: whoever makes up names
/// gains nothing by it.
struct Quotas {
  private struct Key: Hashable {
    let corp: String
    let method: MethodDescriptor
  }

  private let policies: Policies
  private let bucketLimit: Int
  private var buckets: [Key: CallBucket] = [:]
  private var shared: CallBucket?
  private var swept = Instant(microseconds: 0)

  /// Looking for full buckets walks over all, so it is done once a second.
  private var nextSweep: Instant { swept.advanced(bySeconds: 1) }

  /// `bucketLimit` of about 100 bytes each.
  init(_ policies: Policies, bucketLimit: Int = 65_536) {
    self.policies = policies
    self.bucketLimit = bucketLimit
  }

  var bucketCount: Int { buckets.count }

  /// Counts a call, or says why it may not be made now.
  mutating func count(
    _ corp: String, _ method: MethodDescriptor, at now: Instant
  ) throws(QuotaFailure) {
    let key = Key(corp: corp, method: method)
    if buckets[key] == nil {
      makeRoom(at: now)
      guard buckets.count < bucketLimit else { return try countShared(corp, method, at: now) }
      buckets[key] = CallBucket(
        callsPerMinute: policies.callsPerMinute(corp, method), at: now)
    }
    if !buckets[key]!.take(at: now) { throw QuotaFailure(corp, method, buckets[key]!) }
  }

  private mutating func countShared(
    _ corp: String, _ method: MethodDescriptor, at now: Instant
  ) throws(QuotaFailure) {
    var bucket =
      shared ?? CallBucket(callsPerMinute: policies[.methodCallsPerMinuteMax], at: now)
    let isTaken = bucket.take(at: now)
    shared = bucket
    if !isTaken { throw QuotaFailure(corp, method, bucket) }
  }

  private mutating func makeRoom(at now: Instant) {
    guard buckets.count >= bucketLimit, !(swept..<nextSweep).contains(now) else { return }
    swept = now
    buckets = buckets.filter { entry in
      var bucket = entry.value
      return !bucket.isFull(at: now)
    }
  }
}

/// A corp has called a method more often than its quota lets it.
struct QuotaFailure: Failure, Equatable {
  private let corp: String
  private let method: String
  private let callsPerMinute: Int
  private let callMilliseconds: Int
  private let fullMilliseconds: Int

  init(_ corp: String, _ method: MethodDescriptor, _ bucket: CallBucket) {
    self.corp = corp
    self.method = "\(method.service)/\(method.name)"
    callsPerMinute = bucket.callsPerMinute
    (callMilliseconds, fullMilliseconds) = bucket.waits
  }

  var code: StatusCode { .resourceExhausted }
  var reason: String { "QUOTA_EXCEEDED" }
  var errcode: Int? { 45009 }
  var retryMilliseconds: Int? { callMilliseconds }

  var message: String {
    "\(corp) has used up its quota of \(method), \(callsPerMinute) calls a minute."
  }

  /// As the RateLimit headers of HTTP name them: calls in the bucket when it is full, calls in it
  /// now, and seconds until it is full again.
  var metadata: [String: String] {
    [
      "limit": String(callsPerMinute), "remaining": "0",
      "reset": String((fullMilliseconds + 999) / 1000),
    ]
  }
}
