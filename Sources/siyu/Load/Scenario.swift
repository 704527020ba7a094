import RPC

/// What a service is filled with, and what is then asked of it. Everything follows from the seed and
/// the size.
protocol Scenario: Sendable {
  /// What the size counts, in the plural.
  static var unit: String { get }
  static var defaultSize: Int { get }
  /// What can be called, each by a name of its own.
  static var methods: [LoadMethod<Self>] { get }

  /// Brings in what is not there yet, and returns what calls are made with.
  static func fill(_ filling: Filling) async throws -> Self
}

/// A method of a service, and how it is called.
struct LoadMethod<Kind: Scenario>: Sendable {
  /// As the proto has it, `GetCustomer`.
  let name: String
  /// How often it is called, where no mix is given: so many times in the sum of all.
  let weight: Int
  let make: @Sendable (Kind, inout LoadCall) async throws -> Void

  init(
    _ name: String, _ weight: Int,
    _ make: @escaping @Sendable (Kind, inout LoadCall) async throws -> Void
  ) {
    self.name = name
    self.weight = weight
    self.make = make
  }
}

/// What one call is made with.
struct LoadCall: Sendable {
  let number: Int
  let run: String
  let channel: Channel
  let options: CallOptions
  var random: SplitMix

  /// An id that no other call has, this run's or another's.
  var ownID: String { "\(run)-\(number)" }
}

/// A scenario's way to fill a service.
struct Filling: Sendable {
  let seed: UInt64
  let size: Int
  let channel: Channel
  let options: CallOptions
  let progress: LoadProgress
  /// Tells this run from others.
  let run: String
  /// Where the tool plays the peers of a service that is loaded alone.
  let standIn: ListenAddress
  /// A seed's data have names of their own.
  var mark: String { String(seed, radix: 36) }

  /// Sends what is made of 0 ..< size in batches, and says how far it is.
  func each(
    _ what: String, count: Int, inBatchesOf batchSize: Int,
    _ send: (Range<Int>) async throws -> Void
  ) async throws {
    for start in stride(from: 0, to: count, by: batchSize) {
      let end = min(start + batchSize, count)
      try await send(start..<end)
      progress.filled(what, end, of: count)
    }
  }

  func check(_ failed: Int64, _ message: String?, _ what: String) throws {
    guard failed == 0 else {
      throw Trouble(message: "\(failed) \(what) were refused, the first: \(message ?? "")")
    }
  }
}
