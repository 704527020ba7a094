import Foundation

/// How often each of a scenario's methods is called, and which method each call is of.
struct Mix: Equatable {
  /// By the place of the method in the scenario; 0 for one that is not called.
  let weights: [Int]
  private let bounds: [Int]

  enum Mistake: Error, Equatable, CustomStringConvertible {
    case unknown(String, among: [String])
    case twice(String)
    case weight(String, Int)
    case empty
    case malformed

    var description: String {
      switch self {
      case .unknown(let name, let names):
        "there is no method '\(name)' to load; there are \(names.joined(separator: ", "))"
      case .twice(let name): "'\(name)' is named twice"
      case .weight(let name, let weight):
        "the weight of '\(name)' is \(weight), allowed are 0 to \(Mix.weightMax)"
      case .empty: "no method has a weight over 0"
      case .malformed: "not a JSON object of methods and whole numbers"
      }
    }
  }

  static let weightMax = 1_000_000

  init(weights: [Int]) throws(Mistake) {
    var sum = 0
    bounds = weights.map { weight in
      sum += weight
      return sum
    }
    guard sum > 0 else { throw .empty }
    self.weights = weights
  }

  /// Those methods alone, each as often as another.
  init(only chosen: [String], of names: [String]) throws(Mistake) {
    var weights = names.map { _ in 0 }
    for name in chosen { weights[try Self.place(of: name, in: names)] = 1 }
    try self.init(weights: weights)
  }

  /// A JSON object of methods and weights, such as `{"GetCustomer": 9, "MarkTags": 1}`; what it
  /// does not name is not called.
  init(json: Data, of names: [String]) throws(Mistake) {
    guard let given = try? JSONDecoder().decode([String: Int].self, from: json) else {
      throw .malformed
    }
    var weights: [Int?] = names.map { _ in nil }
    for (name, weight) in given.sorted(by: { $0.key < $1.key }) {
      let place = try Self.place(of: name, in: names)
      guard (0...Self.weightMax).contains(weight) else { throw .weight(name, weight) }
      guard weights[place] == nil else { throw .twice(name) }
      weights[place] = weight
    }
    try self.init(weights: weights.map { $0 ?? 0 })
  }

  /// A method goes by its name, `GetCustomer`, or by its path without or with the package.
  private static func place(of name: String, in names: [String]) throws(Mistake) -> Int {
    let method = name.split(separator: "/").last.map(String.init) ?? name
    guard let place = names.firstIndex(of: method) else { throw .unknown(name, among: names) }
    return place
  }

  /// The method that the next draw falls on.
  func method(_ random: inout SplitMix) -> Int {
    let drawn = random.below(bounds[bounds.count - 1])
    // A dozen entries at most: looking through them beats halving.
    return bounds.firstIndex { drawn < $0 }!
  }
}
