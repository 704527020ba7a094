internal import CNghttp2

/// The nghttp2 that is linked into this program.
package enum LibraryVersion {
  /// The first release that bounds CONTINUATION frames and resets as `SessionLimits` asks for.
  private static let oldest: Int32 = 0x01_34_00

  package static var current: String { String(cString: nghttp2_version(0).pointee.version_str) }

  /// What an operator must know, or nil. Distributions mend old releases without a new number
  /// (CVE-2026-27135 in Debian's 1.52.0-1+deb12u3), which only their package manager can tell.
  package static var warning: String? {
    guard nghttp2_version(oldest) == nil else { return nil }
    return "nghttp2 \(current) is older than 1.52.0 and does not withstand known attacks."
  }
}
