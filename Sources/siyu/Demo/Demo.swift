import ArgumentParser
import Foundation
import Messages
import RPC

/// Plays a year of a real retail chain against four running services, and prints what came out, as
/// the services report it.
struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Play a retail chain's 27 campaigns against four running services.",
    discussion: "compose/demo starts the services, runs this, and stops them.")

  @Option(help: "The folder of the data: compose/demo-data.")
  var data: String

  @Option(help: "Where to write the figures as JSON.")
  var json: String?

  @Option(help: "Where directory listens.") var directory = "127.0.0.1:7401"
  @Option(help: "Where customers listens.") var customers = "127.0.0.1:7402"
  @Option(help: "Where communities listens.") var communities = "127.0.0.1:7403"
  @Option(help: "Where broadcasts listens.") var broadcasts = "127.0.0.1:7404"

  func run() async throws {
    let loops = EventLoops(threads: 1)
    let channels = DemoChannels(
      directory: Channel(to: directory, loops: loops),
      customers: Channel(to: customers, loops: loops),
      communities: Channel(to: communities, loops: loops),
      broadcasts: Channel(to: broadcasts, loops: loops))
    do {
      try await play(channels)
    } catch let status as Status {
      throw Trouble(message: "a service answered \(status)")
    }
    await channels.close()
    await loops.shutdown()
  }

  private func play(_ channels: DemoChannels) async throws {
    let progress = DemoProgress()
    let chain = DemoChain(try DemoData(folder: data))
    let steps = DemoSteps(chain: chain, channels: channels, progress: progress)
    try await steps.fillDirectory()
    try await steps.fillCustomers()
    try await steps.fillCommunities()
    let campaigns = DemoCampaigns(chain: chain, channels: channels, progress: progress)
    let report = try await campaigns.run()
    print(report.table)
    print(
      """

      Look further, for example:
        grpcurl -plaintext \(broadcasts) list
        grpcurl -plaintext -d '{"page_size": 3}' \(broadcasts) \
      siyu.broadcasts.v1.BroadcastService/ListBroadcasts
        grpcurl -plaintext -d '{"external_userid": "wmHousehold000001"}' \(customers) \
      siyu.customers.v1.RelationService/GetCustomer
      """)
    if let json { try report.json.write(to: URL(fileURLWithPath: json)) }
  }
}

/// The demo's ways to the four services.
struct DemoChannels {
  let directory: Channel
  let customers: Channel
  let communities: Channel
  let broadcasts: Channel

  func close() async {
    for channel in [directory, customers, communities, broadcasts] { await channel.close() }
  }
}

/// Says on standard error what has been done, with the seconds since the start.
struct DemoProgress {
  private let start = ContinuousClock.now

  func say(_ service: String, _ text: String) {
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let stamp = String(format: "%6.1f s", seconds)
    FileHandle.standardError.write(
      Data("\(stamp)  \(service.padding(toLength: 12, withPad: " ", startingAt: 0))\(text)\n".utf8))
  }
}
