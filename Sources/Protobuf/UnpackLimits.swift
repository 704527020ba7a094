/// What one message may cost before it is refused. Measured reasons stand beside each.
@usableFromInline
package struct UnpackLimits: Sendable, Hashable {
  /// Messages inside messages, the outermost counted. protobuf-c recurses: 10,000 levels (30 KB of
  /// wire) overflow a stack of 8 MiB.
  package var depth: Int

  /// Elements of repeated fields and maps, and fields the proto does not know, all levels together.
  package var elements: Int

  /// Memory for the C form. 4 MiB of empty sub-messages of 18 fields unpack to 565 MiB otherwise.
  @usableFromInline package var memoryBytes: Int

  package init(depth: Int = 64, elements: Int = 100_000, memoryBytes: Int = 16 << 20) {
    self.depth = depth
    self.elements = elements
    self.memoryBytes = memoryBytes
  }

  @usableFromInline package static let standard = UnpackLimits()
}
