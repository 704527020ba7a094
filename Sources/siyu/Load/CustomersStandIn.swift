import Messages
import RPC

/// Plays customers for a broadcasts service that is loaded alone: says who an audience is, and that
/// nothing happens.
///
/// An audience of one department is a run of numbers, as `LoadAudience` writes it; one that names
/// customers is those.
struct CustomersStandIn: CustomersV1.AudienceServiceProtocol, CustomersV1.ChangeServiceProtocol {
  private static let pageSize = 1000

  private let mark: String

  /// Listens there until the process ends.
  static func start(at address: ListenAddress, mark: String) async throws {
    let standIn = CustomersStandIn(mark: mark)
    let server = Server(
      routes: CustomersV1.AudienceService.routes(standIn)
        + CustomersV1.ChangeService.routes(standIn),
      loops: EventLoops(threads: 1))
    do {
      _ = try await server.start(listen: address)
    } catch {
      throw Trouble(
        message: """
          while it loads broadcasts, siyu load answers for customers. \(error) Say --stand-in \
          HOST:PORT, and start broadcasts with --peers customers=HOST:PORT
          """)
    }
  }

  func listAudience(
    _ request: CustomersV1.ListAudienceRequest,
    _ replies: ReplyStream<CustomersV1.ListAudienceResponse>, _ call: Call
  ) async throws {
    let recipients = try recipients(request.audience ?? .init())
    var listed = Int(request.after) ?? 0
    guard (0...recipients.count).contains(listed) else {
      throw Status(.invalidArgument, "after is not of this audience.")
    }
    repeat {
      let end = min(listed + Self.pageSize, recipients.count)
      let page = recipients[listed..<end]
      listed = end
      try await replies.send(
        .init(
          recipients: Array(page), cursor: String(listed), listedCount: Int64(listed),
          finished: listed == recipients.count))
    } while listed < recipients.count
  }

  private func recipients(_ audience: CustomersV1.Audience) throws -> [CustomersV1.Recipient] {
    if !audience.externalUserids.isEmpty {
      return audience.externalUserids.enumerated().map {
        .init(externalUserid: $1, userid: LoadAudience.guide($0))
      }
    }
    guard audience.departmentIDs.count == 2 else {
      throw Status(.invalidArgument, "The audience is not one of siyu load's.")
    }
    return LoadAudience(
      mark: mark, first: Int(audience.departmentIDs[0]), count: Int(audience.departmentIDs[1])
    ).recipients
  }

  func previewAudience(
    _ request: CustomersV1.PreviewAudienceRequest, _ call: Call
  ) async throws -> CustomersV1.PreviewAudienceResponse {
    let recipients = try recipients(request.audience ?? .init())
    return .init(
      customerCount: Int64(recipients.count),
      memberCount: Int64(Set(recipients.map(\.userid)).count))
  }

  /// Stays open, and is silent.
  func watchChanges(
    _ request: CustomersV1.WatchChangesRequest, _ replies: ReplyStream<CustomersV1.Change>,
    _ call: Call
  ) async throws {
    while true { try await Task.sleep(for: .seconds(3600)) }
  }
}

/// Customers of consecutive numbers, shared out among fifty guides.
struct LoadAudience {
  let mark: String
  let first: Int
  let count: Int

  static let guides = 50

  static func guide(_ number: Int) -> String { "guide-\(Retail.padded(number % guides, 5))" }

  func customer(_ place: Int) -> String { "wmLoad\(mark)-\(Retail.padded(first + place, 8))" }

  var recipients: [CustomersV1.Recipient] {
    (0..<count).map { .init(externalUserid: customer($0), userid: Self.guide($0)) }
  }

  /// How it is asked for: the stand-in reads the two numbers back.
  var message: CustomersV1.Audience {
    .init(departmentIDs: [UInt32(first), UInt32(count)])
  }
}
