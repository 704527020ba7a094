import QRCode
import Testing

@Suite("QR codes")
struct QRCodeTests {
  /// The square that stands in three corners: seven modules a side, dark, light and dark again.
  private func hasFinder(_ code: QRCode, row: Int, column: Int) -> Bool {
    (0..<7).allSatisfy { y in
      (0..<7).allSatisfy { x in
        let ring = min(min(x, 6 - x), min(y, 6 - y))
        return code.isDark(row: row + y, column: column + x) == (ring != 1)
      }
    }
  }

  @Test("A code has its finders in three corners, and grows with what it says")
  func finders() throws {
    let short = try QRCode("a")
    let long = try QRCode(String(repeating: "https://example.com/", count: 20))
    for code in [short, long] {
      #expect(hasFinder(code, row: 0, column: 0))
      #expect(hasFinder(code, row: 0, column: code.width - 7))
      #expect(hasFinder(code, row: code.width - 7, column: 0))
      #expect(!hasFinder(code, row: code.width - 7, column: code.width - 7))
    }
    #expect(short.width == 21)
    #expect(long.width > short.width)
  }

  @Test("A code holds 2,331 bytes, and no more")
  func capacity() throws {
    #expect(try QRCode(String(repeating: "x", count: 2331)).width == 177)
    #expect(throws: QRCode.Mistake.tooLong(bytes: 2332)) {
      try QRCode(String(repeating: "x", count: 2332))
    }
    #expect(throws: QRCode.Mistake.tooLong(bytes: 0)) { try QRCode("") }
  }

  @Test("A picture is as large as asked for, and refuses to be smaller than its code")
  func size() throws {
    let code = try QRCode("https://example.com/")
    let least = QRCodePicture.smallestPixels(of: code)
    #expect(throws: QRCodePicture.Mistake.tooSmall(leastPixels: least)) {
      try QRCodePicture(code, pixels: least - 1)
    }
    let png = try QRCodePicture(code, pixels: 300).png()
    #expect(Array(png.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    // The header chunk says width and height, big-endian.
    #expect(Array(png[16..<24]) == [0, 0, 1, 0x2C, 0, 0, 1, 0x2C])
    let svg = try QRCodePicture(code, pixels: least).svg()
    #expect(svg.contains("width=\"\(least)\" height=\"\(least)\""))
    // The first finder's upper edge lies behind a border of four modules.
    #expect(svg.contains("M4 4h7v1h-7z"))
  }
}
