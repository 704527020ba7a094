import ArgumentParser
import Glibc
import Messages
import RPC

/// One case of gRPC's interop-test-descriptions.md, by its name there.
struct InteropCase: Sendable {
  let name: String
  /// Throws when the server did not do what the case asks.
  let run: @Sendable (Caller) async throws -> Void

  static let all = unary + streams + compression + ends + soak

  static func chosen(_ names: String) throws -> [InteropCase] {
    if names == "all" { return all }
    return try names.split(separator: ",").map { name in
      guard let test = all.first(where: { $0.name == name }) else {
        let known = all.map(\.name).joined(separator: ", ")
        throw ValidationError("there is no case \(name); there are \(known)")
      }
      return test
    }
  }
}

/// What a case calls with: a channel of its own.
struct Caller: Sendable {
  let address: ListenAddress
  let loops: EventLoops
  let tls: ClientTLS?
  let channel: Channel
  let soakIterations: Int
  let soakMilliseconds: Int

  init(
    address: ListenAddress, loops: EventLoops, tls: ClientTLS?, soakIterations: Int,
    soakMilliseconds: Int
  ) {
    self.address = address
    self.loops = loops
    self.tls = tls
    self.soakIterations = soakIterations
    self.soakMilliseconds = soakMilliseconds
    channel = Channel(to: address, loops: loops, tls: tls)
  }

  var client: GrpcTesting.TestServiceClient { GrpcTesting.TestServiceClient(channel) }
}

/// The server did something else.
struct Deviation: Error, CustomStringConvertible {
  let description: String
}

func expect(_ isSo: Bool, _ description: @autoclosure () -> String) throws {
  guard isSo else { throw Deviation(description: description()) }
}

/// Expects the call to fail with that code, and with that message if one is given.
func expect(
  _ code: StatusCode, _ message: String? = nil, _ call: () async throws -> Void
) async throws {
  do {
    try await call()
  } catch let status as Status {
    try expect(status.code == code, "ended with \(status), not with \(code.name)")
    if let message {
      try expect(status.message == message, "the message is \(status.message.debugDescription)")
    }
    return
  }
  throw Deviation(description: "ended well, not with \(code.name)")
}

extension GrpcTesting.Payload {
  static func zeros(_ count: Int) -> Self {
    Self(body: [UInt8](repeating: 0, count: count))
  }
}

/// Expects so many zeros.
func expect(_ payload: GrpcTesting.Payload?, zeros count: Int) throws {
  let body = payload?.body ?? []
  try expect(body.count == count, "\(body.count) bytes, not \(count)")
  // By memcmp: a debug build takes long, byte by byte, for what a thousand calls bring.
  let isZero = body.withUnsafeBytes { body in
    body.isEmpty || body[0] == 0 && memcmp(body.baseAddress!, body.baseAddress! + 1, count - 1) == 0
  }
  try expect(isZero, "the payload is not all zeros")
}
