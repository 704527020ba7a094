import Foundation
import QRCode

/// The picture of a QR code that leads to a landing page 落地页, which learns from a further query item
/// by which code somebody came.
package struct LandingPicture: Sendable {
  package enum Format: Int, Sendable {
    case png = 1
    case svg = 2

    package var mediaType: String {
      switch self {
      case .png: "image/png"
      case .svg: "image/svg+xml"
      }
    }
  }

  /// What the code says.
  package let url: String
  package let format: Format
  private let pixels: Int

  /// Throws `InvalidField` for an address that is none, a size that is not taken and a format that is
  /// not known; 0 stands for the default of either.
  package init(
    _ page: String, configID: String, format: Int32, sizePixels: Int32, policies: Policies
  ) throws(InvalidField) {
    url = try Self.landing(page, configID: configID, policies: policies)
    pixels = sizePixels == 0 ? 400 : Int(sizePixels)
    guard (100...2000).contains(pixels) else {
      throw InvalidField("size_pixels", "OUT_OF_RANGE", "size_pixels is 100 to 2000.")
    }
    guard let known = Format(rawValue: format == 0 ? Format.png.rawValue : Int(format)) else {
      throw InvalidField("format", "UNKNOWN_VALUE", "format \(format) is not known.")
    }
    self.format = known
  }

  /// The file. Throws `InvalidField` when so long an address takes more pixels.
  package func drawn() throws -> [UInt8] {
    let picture: QRCodePicture
    do {
      picture = try QRCodePicture(QRCode(url), pixels: pixels)
    } catch QRCodePicture.Mistake.tooSmall(let least) {
      throw InvalidField(
        "size_pixels", "TOO_SMALL", "The code of so long a url takes at least \(least) pixels.")
    }
    return switch format {
    case .png: try picture.png()
    case .svg: Array(picture.svg().utf8)
    }
  }

  /// The landing page's address with the code's config_id as a further query item.
  private static func landing(
    _ url: String, configID: String, policies: Policies
  ) throws(InvalidField) -> String {
    try Shape.bytes(
      url, 1...policies[.contactWayUrlBytesMax], field: "url", errcode: 40039)
    guard var parts = URLComponents(string: url), ["http", "https"].contains(parts.scheme),
      parts.host?.isEmpty == false
    else {
      throw InvalidField("url", "BAD_URL", "url is not an http or https address.", errcode: 40094)
    }
    let item = "config_id=\(configID)"
    let query = parts.percentEncodedQuery ?? ""
    parts.percentEncodedQuery = query.isEmpty ? item : "\(query)&\(item)"
    return parts.string ?? url
  }
}
