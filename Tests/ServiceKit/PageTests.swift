import Messages
import ServiceKit
import Fixtures
import Testing

@Suite("Pages")
struct PageTests {
  private func request(size: Int32 = 0, token: String = "", id: UInt32 = 1)
    -> DirectoryV1.ListDepartmentsRequest
  {
    .init(id: id, pageSize: size, pageToken: token)
  }

  private func next(after keys: [PageKey], _ request: DirectoryV1.ListDepartmentsRequest) throws
    -> String
  {
    let page = try Page(request, keys: keys.count)
    return page.cut(Array(0...page.size)) { _ in keys }.nextPageToken
  }

  @Test("page_size 0 means 50, more than 1000 means 1000, and a negative one is refused")
  func sizes() throws {
    #expect(try Page(request()).size == 50)
    #expect(try Page(request(size: 1000)).size == 1000)
    #expect(try Page(request(size: 1001)).size == 1000)
    #expect(throws: InvalidField("page_size", "NEGATIVE", "page_size is negative.")) {
      try Page(request(size: -1))
    }
  }

  @Test("The keys of the last row come back from the token")
  func keys() throws {
    let keys: [PageKey] = [.int(-7), .text("客户"), .int(.max), .text("")]
    let token = try next(after: keys, request())
    #expect(try Page(request(token: token), keys: 4).after == keys)
  }

  @Test("Rows that do not fill the page end the list")
  func lastPage() throws {
    let page = try Page(request(size: 3))
    let (items, token) = page.cut([1, 2, 3]) { [.int(Int64($0))] }
    #expect(items == [1, 2, 3])
    #expect(token.isEmpty)
    let (fewer, more) = page.cut([1, 2, 3, 4]) { [.int(Int64($0))] }
    #expect(fewer == [1, 2, 3])
    #expect(try Page(request(token: more)).after == [.int(3)])
  }

  @Test("A token may change its page_size, but not the other arguments")
  func foreign() throws {
    let token = try next(after: [.int(5)], request(size: 2))
    #expect(try Page(request(size: 9, token: token)).after == [.int(5)])
    #expect(
      throws: InvalidField(
        "page_token", "FOREIGN_PAGE_TOKEN", "page_token belongs to a call with other arguments.",
        errcode: 50100)
    ) { try Page(request(token: token, id: 2)) }
  }

  @Test("Anything else is not a token", arguments: ["x", "AAAA", "%%%%", "AAAAAAAAAAAA"])
  func malformed(token: String) throws {
    #expect(throws: InvalidField.self) { try Page(request(token: token)) }
  }

  @Test("Seeded damage to a token never goes unnoticed as a crash")
  func damaged() throws {
    let token = try next(after: [.int(5), .text("a")], request())
    var random = SeededNumbers(seed: 1)
    for _ in 0..<2000 {
      var bytes = Array(token.utf8)
      for _ in 0...Int.random(in: 0...2, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 32...126, using: &random)
      }
      _ = try? Page(request(token: String(decoding: bytes, as: UTF8.self)), keys: 2)
    }
  }
}
