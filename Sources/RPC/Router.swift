/// Finds the route of a path by its bytes, without making a string of it.
///
/// A path is taken as it stands: no decoding, no folding of case, no query. What is not exactly a
/// route is unknown, so that rights are always checked on the method that runs.
struct Router: Sendable {
  private struct Entry {
    let path: [UInt8]
    let route: Route
  }

  private var table: [Entry?]

  /// Two routes of one path are a bug.
  init(_ routes: [Route]) {
    var size = 8
    while size < routes.count * 2 { size *= 2 }
    table = Array(repeating: nil, count: size)
    for route in routes {
      let path = Array(route.method.path.utf8)
      precondition(path.withUnsafeBytes(find) == nil, "two routes for \(route.method.path)")
      var place = path.withUnsafeBytes(place)
      while table[place] != nil { place = (place + 1) & (size - 1) }
      table[place] = Entry(path: path, route: route)
    }
  }

  func find(_ path: UnsafeRawBufferPointer) -> Route? {
    var place = place(path)
    while let entry = table[place] {
      if entry.path.withUnsafeBytes({ $0.isEqual(to: path) }) { return entry.route }
      place = (place + 1) & (table.count - 1)
    }
    return nil
  }

  /// Eight bytes at a time. The paths in the table are ours, so nobody can choose them to collide.
  private func place(_ path: UnsafeRawBufferPointer) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var offset = 0
    while offset + 8 <= path.count {
      let word = path.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      offset += 8
    }
    while offset < path.count {
      hash = (hash ^ UInt64(path[offset])) &* 0x100_0000_01B3
      offset += 1
    }
    return Int(truncatingIfNeeded: hash >> 20) & (table.count - 1)
  }
}
