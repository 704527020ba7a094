import Messages
import RPC

/// Streams of customers both ways, and messages of any size.
struct LoadHandler: BenchV1.LoadServiceProtocol {
  private let customers = (0..<10_000).map(BenchV1.Customer.init(number:))

  func listCustomers(
    _ request: BenchV1.ListCustomersRequest, _ replies: ReplyStream<BenchV1.Customer>,
    _ call: Call
  ) async throws {
    for number in 0..<Int(request.count) {
      try await replies.send(customers[number % customers.count])
    }
  }

  func importCustomers(
    _ requests: RequestStream<BenchV1.Customer>, _ call: Call
  ) async throws -> BenchV1.ImportCustomersReply {
    var reply = BenchV1.ImportCustomersReply()
    for try await _ in requests { reply.count += 1 }
    return reply
  }

  func echo(_ request: BenchV1.Blob, _ call: Call) async throws -> BenchV1.Blob { request }
}
