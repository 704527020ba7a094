import Fixtures
import Testing

@testable import HTTP2

@Suite("Header lists, compared with the one before") struct HeaderListTests {
  private static let head: HeaderBlock = [
    ":method": "POST", ":scheme": "http", ":path": "/a", ":authority": "b",
  ]

  /// One connection's requests, and what their receiver is told of each.
  private struct Requests {
    private let pair = SessionPair()

    init() throws { try pair.run() }

    /// Fields are compared as places of the head's four and these.
    func send(
      _ fields: [(String, String)], trailers: Trailers = .none
    ) throws -> (changes: [Int]?, text: String) {
      var block = HeaderListTests.head
      for (name, value) in fields { block.append(name, value) }
      let stream = try #require(pair.client.request(block))
      pair.client.finish(stream, trailers)
      try pair.run()
      let text = pair.takeTranscript().first { $0.contains(" headers ") }
      let changes = pair.lastChanges
      // An unanswered stream would count against the limit of open ones.
      pair.server.respond(
        try #require(pair.opened.last), [":status": "200"], endOfStream: true)
      try pair.run()
      _ = pair.takeTranscript()
      return (changes, try #require(text))
    }
  }

  private func isTold(_ text: String, _ fields: [(String, String)]) -> Bool {
    let told = fields.map { " \($0)=\($1)" }.joined()
    return text.hasSuffix("headers :method=POST :scheme=http :path=/a :authority=b\(told)")
  }

  @Test("The first list is new, the same one again has no changes")
  func repeated() throws {
    let requests = try Requests()
    let fields = [("a", "1"), ("b", "")]
    for number in 0..<4 {
      let list = try requests.send(fields)
      #expect(list.changes == (number == 0 ? nil : []))
      #expect(isTold(list.text, fields))
    }
  }

  @Test("Other values are told by their places, other names and lengths make a list new")
  func changes() throws {
    let requests = try Requests()
    var told: [[Int]?] = []
    for fields in [
      [("a", "1"), ("b", "2")], [("a", "1"), ("b", "")], [("a", "111"), ("b", "333")],
      [("c", "111"), ("b", "333")], [("c", "111")], [("c", "111"), ("d", "4")],
      [("c", "111"), ("d", "5")],
    ] {
      let list = try requests.send(fields)
      told.append(list.changes)
      #expect(isTold(list.text, fields))
    }
    #expect(told == [nil, [5], [4, 5], nil, nil, nil, [5]])
  }

  @Test("A place too far behind to be told makes the list new")
  func farPlaces() throws {
    let requests = try Requests()
    var fields = (0..<70).map { ("n\($0)", "v") }
    _ = try requests.send(fields)
    fields[59].1 = "w"
    #expect(try requests.send(fields).changes == [63])
    fields[60].1 = "w"
    #expect(try requests.send(fields).changes == nil)
  }

  @Test("Fields that change at random come as they were sent")
  func random() throws {
    let requests = try Requests()
    var random = SeededNumbers(seed: 7)
    var last = (0..<6).map { ("n\($0)", "") }
    _ = try requests.send(last)
    for _ in 0..<500 {
      var next = last
      for place in next.indices where Bool.random(using: &random) {
        next[place].1 = String(repeating: "v", count: Int.random(in: 0...900, using: &random))
      }
      let list = try requests.send(next)
      // A list of more than 4096 bytes is not compared with.
      if let changes = list.changes {
        #expect(changes == next.indices.filter { next[$0].1 != last[$0].1 }.map { $0 + 4 })
      }
      #expect(isTold(list.text, next))
      last = next
    }
  }

  @Test("A long list is not kept")
  func long() throws {
    let requests = try Requests()
    for _ in 0..<3 {
      #expect(try requests.send([("a", String(repeating: "v", count: 5000))]).changes == nil)
    }
  }

  @Test("Trailers of a request and lists over the limit are not compared with")
  func notCompared() throws {
    let requests = try Requests()
    let many = (0..<200).map { ("x-\($0)", "v") }
    var told: [[Int]?] = []
    for (fields, trailers) in [
      ([], Trailers.none), ([], .block(["x": "y"])), ([], .none), (many, .none), ([], .none),
      ([], .none),
    ] {
      told.append(try requests.send(fields, trailers: trailers).changes)
    }
    #expect(told == [nil, [], [], nil, nil, []])
  }

  @Test("Lists of one read, and one that a read breaks off, come whole")
  func pieces() throws {
    let client = Session(.client)
    let server = Session(.server)
    for number in 0..<40 {
      var block = Self.head
      block.append("n", String(repeating: "v", count: number % 3))
      block.append("m", number % 5 == 0 ? "a" : "b")
      client.finish(try #require(client.request(block)), .none)
    }
    var bytes: [UInt8] = []
    _ = try client.produce(atLeast: .max) { bytes += $0 }
    var values: [String] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      try Array(rest.prefix(97)).withUnsafeBytes { piece in
        try server.receive(piece) { event in
          guard case .headers(_, let list, _) = event else { return }
          values.append(
            (4..<list.count).map { String(decoding: list[$0].value, as: UTF8.self) }
              .joined(separator: " "))
        }
      }
      rest = rest.dropFirst(97)
    }
    #expect(
      values
        == (0..<40).map { number in
          String(repeating: "v", count: number % 3) + (number % 5 == 0 ? " a" : " b")
        })
  }
}
