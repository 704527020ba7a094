import Foundation
import RPC
import Testing

@testable import siyu

@Suite("The gauge of a server")
struct GaugeTests {
  @Test("It finds the process that listens at a port, and reads what it uses")
  func listening() async throws {
    let loops = EventLoops(threads: 1)
    let server = Server(routes: [], loops: loops)
    let address = try await server.start(listen: .tcp(host: "127.0.0.1", port: 0))
    let gauge = try #require(ServerGauge(listeningAt: address))
    #expect(gauge.pid == ProcessInfo.processInfo.processIdentifier)
    let reading = try #require(gauge.read())
    #expect(reading.cpuSeconds > 0)
    #expect(reading.memoryBytes > 1_000_000)
    #expect(reading.descriptors > 3)
    await server.drain(graceSeconds: 0)
    await loops.shutdown()
    #expect(ServerGauge(listeningAt: address) == nil)
  }

  @Test("It sees the write-ahead logs that a process holds open")
  func writeAheadLog() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString)-wal").path
    let gauge = try #require(ServerGauge(pid: Int(ProcessInfo.processInfo.processIdentifier)))
    try Data(repeating: 0, count: 12_345).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try #require(FileHandle(forReadingAtPath: path))
    let open = try #require(gauge.read()?.walBytes)
    try file.close()
    #expect(open >= 12_345)
  }

  @Test("It has nothing to say of a process that is none, or of another machine's")
  func nobody() {
    #expect(ServerGauge(pid: 0) == nil)
    #expect(ServerGauge(listeningAt: .tcp(host: "192.0.2.1", port: 7402)) == nil)
  }
}
