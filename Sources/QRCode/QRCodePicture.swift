internal import CPNG

/// A QR code as a picture of so many pixels a side. Modules are whole pixels wide, as many as fit, and
/// the light border the standard asks for, four modules, is there or wider.
package struct QRCodePicture: Sendable {
  private static let borderModules = 4

  /// The least pixels a code's picture takes.
  package static func smallestPixels(of code: QRCode) -> Int {
    code.width + 2 * borderModules
  }

  package enum Mistake: Error, Equatable {
    /// The code does not fit into so few pixels.
    case tooSmall(leastPixels: Int)
    /// libpng refused; its own words.
    case cannotWrite(String)
  }

  private let code: QRCode
  private let pixels: Int
  private let scale: Int
  private let origin: Int

  package init(_ code: QRCode, pixels: Int) throws(Mistake) {
    let least = Self.smallestPixels(of: code)
    guard pixels >= least else { throw .tooSmall(leastPixels: least) }
    self.code = code
    self.pixels = pixels
    scale = pixels / least
    origin = (pixels - scale * code.width) / 2
  }

  /// A PNG file of eight grey bits a pixel.
  package func png() throws(Mistake) -> [UInt8] {
    let gray = grayPixels()
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    image.width = png_uint_32(pixels)
    image.height = png_uint_32(pixels)
    image.format = png_uint_32(PNG_FORMAT_GRAY)
    // The library's simple interface: it neither jumps nor aborts. Asked without memory it says how
    // much it takes.
    var size = 0
    guard png_image_write_to_memory(&image, nil, &size, 0, gray, 0, nil) != 0 else {
      throw .cannotWrite(Self.words(of: image))
    }
    var file = [UInt8](repeating: 0, count: size)
    guard png_image_write_to_memory(&image, &file, &size, 0, gray, 0, nil) != 0 else {
      throw .cannotWrite(Self.words(of: image))
    }
    return Array(file.prefix(size))
  }

  /// An SVG file: one path of squares, a run of dark modules at a time.
  package func svg() -> String {
    var path = ""
    for row in 0..<code.width {
      var column = 0
      while column < code.width {
        guard code.isDark(row: row, column: column) else {
          column += 1
          continue
        }
        let start = column
        while column < code.width, code.isDark(row: row, column: column) { column += 1 }
        let run = column - start
        path +=
          "M\(origin + start * scale) \(origin + row * scale)h\(run * scale)v\(scale)h-\(run * scale)z"
      }
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(pixels)" height="\(pixels)" \
      viewBox="0 0 \(pixels) \(pixels)" shape-rendering="crispEdges">\
      <rect width="\(pixels)" height="\(pixels)" fill="#fff"/>\
      <path d="\(path)" fill="#000"/></svg>
      """
  }

  private func grayPixels() -> [UInt8] {
    var gray = [UInt8](repeating: 0xFF, count: pixels * pixels)
    for row in 0..<code.width {
      for column in 0..<code.width where code.isDark(row: row, column: column) {
        let left = origin + column * scale
        for y in (origin + row * scale)..<(origin + (row + 1) * scale) {
          for x in left..<(left + scale) { gray[y * pixels + x] = 0 }
        }
      }
    }
    return gray
  }

  private static func words(of image: png_image) -> String {
    withUnsafeBytes(of: image.message) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
