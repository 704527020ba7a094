import CProtobufC

/// The look over a message's bytes before protobuf-c gets them.
///
/// protobuf-c checks neither depth nor memory: the walk refuses what is too much of either, and what
/// is no message, in one pass without allocation. It goes no deeper than the limit, so that a million
/// levels cost as much as sixty-four. It also tells what protobuf-c would refuse or misread though
/// every parser must take it, for `WireMending`. Text is left to `MessageReader`, which has to look
/// at it anyway.
@usableFromInline
struct WireWalk {
  /// Singular sub-messages seen are kept in a set of bits, one a field.
  static let largestFieldCount = 128

  let limits: UnpackLimits
  private var elements = 0
  private var memoryBytes = 0
  /// Nothing was seen that is to be mended.
  private var isPlain = true

  /// Returns whether protobuf-c reads these bytes as they are meant.
  @usableFromInline
  static func check(
    _ bytes: UnsafeRawBufferPointer, against layout: MessageLayout, limits: UnpackLimits
  ) throws(UnpackError) -> Bool {
    var walk = WireWalk(limits: limits)
    try walk.message(layout.descriptor, WireCursor(bytes), depth: 1)
    return walk.isPlain
  }

  init(limits: UnpackLimits) {
    self.limits = limits
  }

  private mutating func message(
    _ type: UnsafePointer<ProtobufCMessageDescriptor>, _ content: WireCursor, depth: Int
  ) throws(UnpackError) {
    try enter(depth)
    try spend(type.pointee.sizeof_message)
    var cursor = content
    var slabs = ScanSlabs()
    var seen = FieldSet()
    var next = 0
    while !cursor.isAtEnd {
      try spend(slabs.addField())
      let tag = try cursor.tag()
      guard let index = Self.field(tag.field, of: type, hint: next) else {
        try unknown(tag, &cursor, depth)
        continue
      }
      next = index + 1
      let field = type.pointee.fields + index
      do {
        try known(field, index, tag, &cursor, &seen, depth)
      } catch {
        throw error.inside(String(cString: field.pointee.name))
      }
    }
  }

  private mutating func known(
    _ field: UnsafePointer<ProtobufCFieldDescriptor>, _ index: Int, _ tag: WireTag,
    _ cursor: inout WireCursor, _ seen: inout FieldSet, _ depth: Int
  ) throws(UnpackError) {
    let expected = WireType(of: field.pointee.type)
    let isRepeated = field.pointee.label == PROTOBUF_C_LABEL_REPEATED
    if tag.wireType != expected {
      // Numbers of a repeated field come one by one, or many in one packed run.
      guard isRepeated, tag.wireType == .lengthDelimited else {
        isPlain = false
        return try unknown(tag, &cursor, depth)
      }
      return try packedRun(expected, Self.elementSize(field.pointee.type), &cursor)
    }
    if isRepeated { try countElement(Self.elementSize(field.pointee.type)) }
    guard expected == .lengthDelimited else { return try cursor.skip(expected) }
    let content = try cursor.lengthDelimited()
    guard field.pointee.type == PROTOBUF_C_TYPE_MESSAGE else { return try spend(content.count) }
    if !isRepeated && !seen.insert(index) { isPlain = false }
    let type = field.pointee.descriptor.assumingMemoryBound(to: ProtobufCMessageDescriptor.self)
    try message(type, content, depth: depth + 1)
  }

  private mutating func packedRun(
    _ expected: WireType, _ elementSize: Int, _ cursor: inout WireCursor
  ) throws(UnpackError) {
    var content = try cursor.lengthDelimited()
    while !content.isAtEnd {
      try countElement(elementSize)
      try content.skip(expected)
    }
  }

  /// Passes over a field that the proto does not know, or knows as something else.
  mutating func unknown(
    _ tag: WireTag, _ cursor: inout WireCursor, _ depth: Int
  ) throws(UnpackError) {
    try countElement(MemoryLayout<ProtobufCMessageUnknownField>.stride)
    guard tag.wireType != .startGroup else {
      isPlain = false
      return try group(tag.field, &cursor, depth + 1)
    }
    let before = cursor.count
    try cursor.skip(tag.wireType)
    try spend(before - cursor.count)
  }

  private mutating func group(
    _ number: UInt32, _ cursor: inout WireCursor, _ depth: Int
  ) throws(UnpackError) {
    try enter(depth)
    while true {
      let tag = try cursor.tag()
      if tag.wireType == .endGroup && tag.field == number { return }
      try unknown(tag, &cursor, depth)
    }
  }

  private func enter(_ depth: Int) throws(UnpackError) {
    guard depth <= limits.depth else {
      throw UnpackError(.limit, "is nested more than \(limits.depth) levels deep")
    }
  }

  private mutating func countElement(_ bytes: Int) throws(UnpackError) {
    elements += 1
    guard elements <= limits.elements else {
      throw UnpackError(.limit, "takes the message over \(limits.elements) elements")
    }
    try spend(bytes)
  }

  private mutating func spend(_ bytes: Int) throws(UnpackError) {
    memoryBytes += (bytes + 7) & ~7
    guard memoryBytes <= limits.memoryBytes else {
      throw UnpackError(
        .limit, "takes the message over \(limits.memoryBytes) bytes of memory")
    }
  }

  /// The index of a field by its number; senders write fields in order, so the hint is mostly right.
  static func field(
    _ number: UInt32, of type: UnsafePointer<ProtobufCMessageDescriptor>, hint: Int
  ) -> Int? {
    let fields = type.pointee.fields
    if hint < Int(type.pointee.n_fields), fields![hint].id == number { return hint }
    // Ranges of consecutive numbers, ascending; one more entry at the end gives the field count.
    guard let ranges = type.pointee.field_ranges else { return nil }
    var low = 0
    var high = Int(type.pointee.n_field_ranges)
    while low < high {
      let middle = (low + high) / 2
      let start = UInt32(bitPattern: ranges[middle].start_value)
      let size = ranges[middle + 1].orig_index - ranges[middle].orig_index
      if number < start {
        high = middle
      } else if number - start >= size {
        low = middle + 1
      } else {
        return Int(ranges[middle].orig_index + number - start)
      }
    }
    return nil
  }

  /// What an element takes in the array of a repeated field.
  private static func elementSize(_ type: ProtobufCType) -> Int {
    switch WireType(of: type) {
    case .lengthDelimited: 16
    default: 8
    }
  }
}

/// What protobuf-c allocates to note the fields of one message: a first slab of 16 on the stack, then
/// each twice as long, 32 bytes a field.
private struct ScanSlabs {
  private var capacity = 16
  private var used = 0

  /// The bytes that one field more makes it allocate.
  mutating func addField() -> Int {
    if used < capacity {
      used += 1
      return 0
    }
    capacity *= 2
    used = 1
    return capacity * 32
  }
}

/// Indexes of fields below `WireWalk.largestFieldCount`.
private struct FieldSet {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// Whether the index is new.
  mutating func insert(_ index: Int) -> Bool {
    let bit = UInt64(1) << (index & 63)
    if index < 64 {
      defer { low |= bit }
      return low & bit == 0
    }
    defer { high |= bit }
    return high & bit == 0
  }
}
