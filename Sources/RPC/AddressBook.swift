import NIOCore

/// One address that a channel may connect to.
struct Endpoint: Hashable {
  let address: SocketAddress
  /// As the caller named it.
  let place: ListenAddress
}

/// The addresses behind the places a channel was made for.
///
/// Literal addresses stand in it from the start. Names are looked up when `refresh` asks for it, one
/// look-up a name at a time: a name server that does not answer costs one thread a name, and after
/// `connectSeconds` it is told as a failure; an answer that comes later still is one. Belongs to its
/// channel's loop.
final class AddressBook: @unchecked Sendable {
  private struct Name {
    let host: String
    let port: Int
    let place: ListenAddress
    var addresses: [SocketAddress] = []
    var failure: String?
    var backoff: Backoff
    var isAsking = false
    /// It is too early to ask again.
    var isResting = false
    var isWanted = false
  }

  private enum Entry {
    case literal(Endpoint)
    case name(Name)
    case impossible(String)
  }

  private let loop: any EventLoop
  private let limits: ChannelLimits
  private let means: ChannelMeans
  private var entries: [Entry]
  /// Called when addresses, or what is wrong with them, have changed.
  var changed: () -> Void = {}

  init(
    _ places: [ListenAddress], _ loop: any EventLoop, _ limits: ChannelLimits, _ means: ChannelMeans
  ) {
    self.loop = loop
    self.limits = limits
    self.means = means
    entries = places.map { Self.entry($0, limits) }
  }

  private static func entry(_ place: ListenAddress, _ limits: ChannelLimits) -> Entry {
    switch place {
    case .unix(let path):
      guard let address = try? SocketAddress(unixDomainSocketPath: path) else {
        return .impossible("\(place) is too long for a socket")
      }
      return .literal(Endpoint(address: address, place: place))
    case .tcp(let host, let port):
      guard let address = try? SocketAddress(ipAddress: host, port: port) else {
        let backoff = Backoff(longestSeconds: limits.longestBackoffSeconds)
        return .name(Name(host: host, port: port, place: place, backoff: backoff))
      }
      return .literal(Endpoint(address: address, place: place))
    }
  }

  /// Each address once, in the order of the places.
  var endpoints: [Endpoint] {
    var known: Set<SocketAddress> = []
    return entries.flatMap { entry -> [Endpoint] in
      switch entry {
      case .literal(let endpoint): [endpoint]
      case .name(let name): name.addresses.map { Endpoint(address: $0, place: name.place) }
      case .impossible: []
      }
    }.filter { known.insert($0.address).inserted }
  }

  /// Why there is no address, while that is known of every place: a name that may be asked again
  /// is given another chance.
  var failure: String? {
    var failures: [String] = []
    for entry in entries {
      switch entry {
      case .literal: return nil
      case .impossible(let reason): failures.append(reason)
      case .name(let name):
        guard name.addresses.isEmpty, let failure = name.failure else { return nil }
        failures.append(failure)
      }
    }
    return failures.joined(separator: "; ")
  }

  /// Has the names looked up again, as soon as that is not too often.
  func refresh() {
    for index in entries.indices {
      edit(index) { $0.isWanted = true }
      ask(index)
    }
  }

  // MARK: One name

  private func edit(_ index: Int, _ body: (inout Name) -> Void) {
    guard case .name(var name) = entries[index] else { return }
    body(&name)
    entries[index] = .name(name)
  }

  private func ask(_ index: Int) {
    guard case .name(let name) = entries[index], name.isWanted, !name.isAsking, !name.isResting
    else { return }
    edit(index) {
      $0.isWanted = false
      $0.isAsking = true
    }
    let milliseconds = limits.connectSeconds * 1000
    let cancelTimeout = means.schedule(loop, milliseconds) {
      self.fail(index, "no name server answered for \(name.host)")
    }
    means.resolve(loop, name.host, name.port).hop(to: loop).whenComplete { result in
      cancelTimeout()
      self.edit(index) { $0.isAsking = false }
      switch result {
      case .success(let addresses) where !addresses.isEmpty: self.take(index, addresses)
      case .success: self.rest(index, after: "\(name.host) has no address")
      case .failure: self.rest(index, after: "\(name.host) is not known")
      }
    }
  }

  private func take(_ index: Int, _ addresses: [SocketAddress]) {
    edit(index) { name in
      // Those that stay keep their order, whatever order the name server fancies.
      let kept = name.addresses.filter(addresses.contains)
      let new = addresses.filter { !kept.contains($0) }
      name.addresses = Array((kept + new).prefix(limits.addressesPerName))
      name.failure = nil
      name.backoff.reset()
    }
    rest(index, milliseconds: limits.resolveSeconds * 1000)
    changed()
  }

  private func rest(_ index: Int, after failure: String) {
    var milliseconds = 0
    edit(index) { milliseconds = $0.backoff.next(random: means.random()) }
    rest(index, milliseconds: milliseconds)
    fail(index, failure)
  }

  private func rest(_ index: Int, milliseconds: Int) {
    edit(index) { $0.isResting = true }
    _ = means.schedule(loop, milliseconds) {
      self.edit(index) {
        $0.isResting = false
        $0.failure = nil
      }
      self.ask(index)
    }
  }

  /// Addresses that were known before stay: an old address is better than none.
  private func fail(_ index: Int, _ reason: String) {
    edit(index) { $0.failure = reason }
    changed()
  }
}
