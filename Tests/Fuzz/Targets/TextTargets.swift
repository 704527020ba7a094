import Foundation
import Messages

@testable import RPC
@testable import ServiceKit

/// What stands in headers and on command lines: percent coding, base64, timeouts, addresses, lists
/// of encodings.
func fuzzTexts(_ input: FuzzInput) {
  var input = input
  let reader = input.choice(of: [
    readPercentCoding, readBase64, readTimeout, readAddress, readEncodings,
  ])
  input.inPieces(ofAtMost: 0) { bytes in
    reader(bytes)
    return true
  }
}

private func readPercentCoding(_ bytes: UnsafeRawBufferPointer) {
  let text = PercentCoding.decode(bytes)
  let encoded = PercentCoding.encode(text)
  precondition(encoded.allSatisfy { (0x20...0x7E).contains($0) }, "encodes to what needs encoding")
  let again = encoded.withUnsafeBytes(PercentCoding.decode)
  precondition(Array(again.utf8) == Array(text.utf8), "percent coding loses something")
}

private func readBase64(_ bytes: UnsafeRawBufferPointer) {
  precondition(Base64.decode(Base64.encode(Array(bytes))) == Array(bytes), "base64 loses something")
  guard let decoded = Base64.decode(bytes) else { return }
  precondition(Base64.decode(Base64.encode(decoded)) == decoded, "base64 loses something")
  // Foundation's wants the padding that gRPC leaves out.
  var padded = Array(bytes)
  while padded.count % 4 != 0 { padded.append(UInt8(ascii: "=")) }
  precondition(Data(base64Encoded: Data(padded)).map(Array.init) == decoded, "not base64")
}

private func readTimeout(_ bytes: UnsafeRawBufferPointer) {
  guard let nanoseconds = Timeout.parse(bytes) else { return }
  precondition(nanoseconds >= 0, "a timeout before its start")
  let sent = Array(Timeout.format(nanoseconds: nanoseconds).utf8)
  guard let again = sent.withUnsafeBytes(Timeout.parse) else {
    preconditionFailure("does not read what it wrote")
  }
  // Coarser units than nanoseconds have at least seven digits left.
  precondition(again <= max(1, nanoseconds) && nanoseconds - again <= again / 1000, "not that long")
}

private func readAddress(_ bytes: UnsafeRawBufferPointer) {
  guard let address = ListenAddress(parsing: String(decoding: bytes, as: UTF8.self)) else { return }
  precondition(ListenAddress(parsing: address.description) == address, "reads as another address")
}

private func readEncodings(_ bytes: UnsafeRawBufferPointer) {
  _ = Compression(acceptedBy: bytes)
  _ = Compression(name: bytes)
  _ = ContentType.isGRPC(bytes)
}

/// What we hand out and take back: page tokens and the cursors of change feeds.
func fuzzTokens(_ input: FuzzInput) {
  var input = input
  switch input.byte() % 3 {
  case 0: readPageToken(input.text, count: 2)
  case 1:
    // Behind the right fingerprint, where a guess does not come.
    let count = Int(input.byte() % 4)
    let start = Data(base64Encoded: PageToken.text([], of: pageOwner)) ?? Data()
    readPageToken((start + Data(input.rest)).base64EncodedString(), count: count)
  default:
    guard let cursor = Feed.Cursor(text: input.text) else { return }
    precondition(cursor.sequence >= 0, "a cursor before the start")
    precondition(Feed.Cursor(text: cursor.text) == cursor, "reads as another cursor")
  }
}

private let pageOwner = PageToken.Owner(DirectoryV1.ListDepartmentsRequest(id: 1))

private func readPageToken(_ token: String, count: Int) {
  guard let keys = try? PageToken.keys(token, of: pageOwner, count: count, field: "page_token")
  else { return }
  precondition(keys.count == count, "not so many keys as asked for")
  let again = try? PageToken.keys(
    PageToken.text(keys, of: pageOwner), of: pageOwner, count: count, field: "page_token")
  precondition(again == keys, "a place in a list is lost")
}
