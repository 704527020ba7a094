import RPC
import ServiceKit

/// One thing a recipient did on the way from a broadcast to an order 触点.
struct Touch: Sendable, Equatable {
  enum Kind: Int, Sendable {
    case click = 1
    case read = 2
    case visit = 3
  }

  /// The caller's, and what makes recording repeatable.
  let id: String
  let kind: Kind
  let time: Instant
  /// For a READ: how far, and how long since the READ before.
  let readPercent: Int
  let readSeconds: Int64

  private static let secondsMax = 86_400

  init(
    id: String, kind: Kind, time: Instant, readPercent: Int, readSeconds: Int
  ) throws(InvalidField) {
    try Shape.id(id, field: "touches.touch_id")
    try Self.check(readPercent, kind, most: 100, field: "touches.read_percent")
    try Self.check(readSeconds, kind, most: Self.secondsMax, field: "touches.read_seconds")
    self.id = id
    self.kind = kind
    self.time = time
    self.readPercent = readPercent
    self.readSeconds = Int64(readSeconds)
  }

  private static func check(
    _ value: Int, _ kind: Kind, most: Int, field: String
  ) throws(InvalidField) {
    guard (0...most).contains(value) else {
      throw InvalidField(
        field, "OUT_OF_RANGE", "\(field) is \(value), allowed are 0 to \(most).")
    }
    guard value == 0 || kind == .read else {
      throw InvalidField(field, "NOT_FOR_KIND", "\(field) is for a READ alone.")
    }
  }
}

/// What one recipient of a broadcast did so far, and what it led to.
struct TouchTrail: Sendable, Equatable {
  var clickCount: Int64 = 0
  var firstClickTime: Instant?
  var readCount: Int64 = 0
  var readPercent = 0
  var readSeconds: Int64 = 0
  var visitCount: Int64 = 0
  var firstVisitTime: Instant?
  /// Whether a conversion was recorded of him.
  var isConverted = false

  /// Takes a touch in; returns what that adds to the counters.
  mutating func add(_ touch: Touch) -> TouchCounts {
    let before = self
    switch touch.kind {
    case .click:
      clickCount += 1
      firstClickTime = min(firstClickTime ?? touch.time, touch.time)
    case .read:
      readCount += 1
      readPercent = max(readPercent, touch.readPercent)
      readSeconds += touch.readSeconds
    case .visit:
      visitCount += 1
      firstVisitTime = min(firstVisitTime ?? touch.time, touch.time)
    }
    return counts - before.counts
  }

  /// Takes his first conversion in; returns what that adds to the counters.
  mutating func convert() -> TouchCounts {
    let before = self
    isConverted = true
    return counts - before.counts
  }

  /// What he counts for: each recipient's sum is what the counters hold.
  var counts: TouchCounts {
    let (clicked, visited) = (clickCount > 0, visitCount > 0)
    func one(_ is: Bool) -> Int64 { `is` ? 1 : 0 }
    return TouchCounts(
      click: clickCount, clicked: one(clicked), reading: one(readCount > 0),
      readPercent: Int64(readPercent), readSeconds: readSeconds, visit: visitCount,
      visited: one(visited), clickedVisited: one(clicked && visited),
      clickedConverted: one(clicked && isConverted),
      clickedVisitedConverted: one(clicked && visited && isConverted))
  }
}

/// What is counted of touches: what stands in the counters, and equally what a transaction adds.
struct TouchCounts: Sendable, Equatable {
  var click: Int64 = 0
  /// Recipients, from here on unless said otherwise.
  var clicked: Int64 = 0
  var reading: Int64 = 0
  /// The sum of how far each of these came.
  var readPercent: Int64 = 0
  var readSeconds: Int64 = 0
  /// Visits.
  var visit: Int64 = 0
  var visited: Int64 = 0
  var clickedVisited: Int64 = 0
  var clickedConverted: Int64 = 0
  var clickedVisitedConverted: Int64 = 0

  /// In the order of their columns.
  static let fields: [any WritableKeyPath<TouchCounts, Int64> & Sendable] = [
    \.click, \.clicked, \.reading, \.readPercent, \.readSeconds, \.visit, \.visited,
    \.clickedVisited, \.clickedConverted, \.clickedVisitedConverted,
  ]

  static func += (left: inout TouchCounts, right: TouchCounts) {
    for field in fields { left[keyPath: field] += right[keyPath: field] }
  }

  static func - (left: TouchCounts, right: TouchCounts) -> TouchCounts {
    var difference = left
    for field in fields { difference[keyPath: field] -= right[keyPath: field] }
    return difference
  }
}

/// Names a delivery to the page behind a link: its keys, and a seal over them that nobody can make who
/// has not the corp's secret. So a code costs no row, and cannot be guessed.
struct LinkCode: Sendable, Equatable {
  let key: DeliveryKey
  let text: String

  init(_ key: DeliveryKey, secret: String) {
    var fingerprint = Fingerprint()
    fingerprint.add(secret)
    fingerprint.add(key.broadcast)
    fingerprint.add(key.recipient)
    self.key = key
    text = [
      String(key.broadcast, radix: 36), String(key.recipient, radix: 36),
      String(fingerprint.finish(), radix: 36),
    ].joined(separator: "-")
  }

  /// Nil for what was never given out.
  init?(_ text: String, secret: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let broadcast = Int64(parts[0], radix: 36),
      let recipient = Int64(parts[1], radix: 36)
    else { return nil }
    self.init(DeliveryKey(broadcast: broadcast, recipient: recipient), secret: secret)
    guard self.text == text else { return nil }
  }
}

enum TouchFailure: Failure, Equatable {
  case codeUnknown(String)
  case targetTwice
  case idReused(String)
  case notSent(String)

  var code: StatusCode {
    switch self {
    case .codeUnknown: .notFound
    case .targetTwice: .invalidArgument
    case .idReused: .alreadyExists
    case .notSent: .failedPrecondition
    }
  }

  var reason: String {
    switch self {
    case .codeUnknown: "LINK_CODE_UNKNOWN"
    case .targetTwice: "TARGET_TWICE"
    case .idReused: "TOUCH_ID_REUSED"
    case .notSent: "DELIVERY_NOT_SENT"
    }
  }

  var message: String {
    switch self {
    case .codeUnknown(let code): "The link code '\(code.prefix(64))' was never given out."
    case .targetTwice: "link_code excludes msgid and recipient."
    case .idReused(let id): "There is another touch '\(id)'."
    case .notSent(let id): "No channel has had delivery '\(id)'."
    }
  }
}
