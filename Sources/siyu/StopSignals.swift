import Dispatch
import Foundation

/// SIGTERM and SIGINT, as something to wait for. Made before the services start, so that none is
/// missed; a second signal ends the process at once.
final class StopSignals {
  private let sources: [any DispatchSourceSignal]
  private let signals: AsyncStream<Void>

  init() {
    let (signals, signal) = AsyncStream.makeStream(of: Void.self)
    self.signals = signals
    sources = [SIGTERM, SIGINT].map { number in
      Foundation.signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler {
        signal.yield()
        Foundation.signal(number, SIG_DFL)
      }
      source.resume()
      return source
    }
  }

  func first() async {
    for await _ in signals { return }
  }
}
