import ArgumentParser
import Glibc
import Messages
import RPC

/// Plays customers for a broadcasts service that is measured alone: lists an audience of millions
/// from a seed, at no cost of its own worth speaking of, and tells of no changes.
struct CustomersStandIn: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "customers-stand-in",
    abstract: "Serves the audiences that compose/bench broadcasts plans, until it is stopped.")

  @Option(help: "Where to listen: 127.0.0.1:PORT or unix:/path.")
  var listen: String

  @Option(help: "Through how many members customers are reached.")
  var members = 30_000

  func run() async throws {
    guard let address = ListenAddress(parsing: listen) else {
      throw ValidationError("--listen takes HOST:PORT or unix:PATH, not '\(listen)'")
    }
    let handler = StandInHandler(members: members)
    let server = Server(
      routes: CustomersV1.AudienceService.routes(handler)
        + CustomersV1.ChangeService.routes(handler), loops: EventLoops(threads: 1))
    print("Listening on \(try await server.start(listen: address)).")
    fflush(nil)
    while true { pause() }
  }
}

/// An audience of two departments is a run of customers: the first's number, and how many they are.
/// They come in the order of their numbers, which is none of their ids', as with the real service.
private struct StandInHandler: CustomersV1.AudienceServiceProtocol {
  private static let pageSize = 1000
  private static let listedMembers = 1000

  let members: Int

  func listAudience(
    _ request: CustomersV1.ListAudienceRequest,
    _ replies: ReplyStream<CustomersV1.ListAudienceResponse>, _ call: Call
  ) async throws {
    let numbers = try numbers(request.audience)
    var listed = Int(request.after) ?? 0
    guard (0...numbers.count).contains(listed) else {
      throw Status(.invalidArgument, "after is not of this audience.")
    }
    repeat {
      let page = numbers.dropFirst(listed).prefix(Self.pageSize)
      listed += page.count
      try await replies.send(
        .init(
          recipients: page.map(recipient), cursor: String(listed), listedCount: Int64(listed),
          finished: listed == numbers.count))
    } while listed < numbers.count
  }

  func previewAudience(
    _ request: CustomersV1.PreviewAudienceRequest, _ call: Call
  ) async throws -> CustomersV1.PreviewAudienceResponse {
    let count = try numbers(request.audience).count
    return .init(
      customerCount: Int64(count), memberCount: Int64(min(count, members)),
      members: (0..<min(count, members, Self.listedMembers)).map {
        .init(userid: userid($0), customerCount: Int64(count / members + 1))
      })
  }

  private func numbers(_ audience: CustomersV1.Audience?) throws -> Range<Int> {
    guard let run = audience?.departmentIDs, run.count == 2 else {
      throw Status(.invalidArgument, "The audience is not one of compose/bench's.")
    }
    return Int(run[0])..<Int(run[0]) + Int(run[1])
  }

  private func recipient(_ number: Int) -> CustomersV1.Recipient {
    .init(
      externalUserid: Self.externalUserid(number),
      userid: userid(Int(truncatingIfNeeded: UInt64(number) &* 7919 % UInt64(members))))
  }

  /// 32 characters, as WeCom's are, of which the first after "wm" are scattered.
  private static func externalUserid(_ number: Int) -> String {
    let scattered = UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15
    return String(unsafeUninitializedCapacity: 32) { characters in
      var rest = scattered
      for place in 2..<18 {
        characters[place] = hexadecimal(UInt8(truncatingIfNeeded: rest >> 60))
        rest <<= 4
      }
      var number = number
      for place in stride(from: 31, through: 18, by: -1) {
        characters[place] = UInt8(ascii: "0") + UInt8(number % 10)
        number /= 10
      }
      characters[0] = UInt8(ascii: "w")
      characters[1] = UInt8(ascii: "m")
      return 32
    }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }

  private func userid(_ member: Int) -> String { "m" + String(100_000 + member) }
}

extension StandInHandler: CustomersV1.ChangeServiceProtocol {
  /// Stays open, and is silent.
  func watchChanges(
    _ request: CustomersV1.WatchChangesRequest, _ replies: ReplyStream<CustomersV1.Change>,
    _ call: Call
  ) async throws {
    while true { try await Task.sleep(for: .seconds(3600)) }
  }
}
