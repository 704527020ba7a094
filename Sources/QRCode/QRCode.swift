internal import CQRencode

/// A QR code: a square of modules, dark or light. Which are dark is libqrencode's work.
package struct QRCode: Sendable, Equatable {
  package enum Mistake: Error, Equatable {
    /// More than a QR code of the largest version holds at this level of correction.
    case tooLong(bytes: Int)
  }

  /// Modules a side.
  package let width: Int
  private let modules: [Bool]

  /// A code that still reads with some 15 per cent of it covered or dirty (level M): what hangs in a
  /// shop. Text is put in as UTF-8 bytes.
  package init(_ text: String) throws(Mistake) {
    let bytes = Array(text.utf8)
    // Version 0 lets the library find the smallest that fits.
    guard !bytes.isEmpty,
      let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M)
    else { throw .tooLong(bytes: bytes.count) }
    defer { QRcode_free(code) }
    width = Int(code.pointee.width)
    // The lowest bit says dark; the others are the library's notes.
    modules = UnsafeBufferPointer(start: code.pointee.data, count: width * width)
      .map { $0 & 1 == 1 }
  }

  package func isDark(row: Int, column: Int) -> Bool {
    modules[row * width + column]
  }
}
