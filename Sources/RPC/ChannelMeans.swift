import Dispatch
import NIOCore
import NIOPosix

/// What a channel needs of the world outside: time, chance and names. A test brings its own.
struct ChannelMeans: Sendable {
  typealias Cancel = @Sendable () -> Void

  /// Calls the body on the loop, after so many milliseconds, unless it is cancelled before.
  var schedule:
    @Sendable (any EventLoop, _ milliseconds: Int, @escaping @Sendable () -> Void) -> Cancel
  /// At least 0, less than 1.
  var random: @Sendable () -> Double
  /// The addresses of a host, of either family. Must not block the loop, and may take for ever.
  var resolve:
    @Sendable (any EventLoop, _ host: String, _ port: Int) -> EventLoopFuture<[SocketAddress]>

  static let system = ChannelMeans(
    schedule: { loop, milliseconds, body in
      let task = loop.scheduleTask(in: .milliseconds(Int64(milliseconds)), body)
      return { task.cancel() }
    },
    random: { Double.random(in: 0..<1) },
    resolve: { loop, host, port in
      // NIO asks getaddrinfo on a thread of Dispatch's: one for all of a loop when asked from the
      // loop, where a name nobody answers for would hold up the others.
      let promise = loop.makePromise(of: [SocketAddress].self)
      DispatchQueue.global().async {
        let resolver = NIORandomizedDNSResolver(loop: loop)
        let newer = resolver.initiateAAAAQuery(host: host, port: port)
        let older = resolver.initiateAQuery(host: host, port: port)
        newer.and(older).map { $0 + $1 }.cascade(to: promise)
      }
      return promise.futureResult
    })
}
